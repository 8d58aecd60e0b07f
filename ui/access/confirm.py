"""Typing a password once more before something grave, one's own or a second officer's.

``run_confirmed`` is the way for pages: it makes the call, asks for what ``console.gate`` misses,
and makes the call again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import NotAllowed, Problem
from console.rights import PAIRED, Action
from console.workers import Lane
from db.records import OfficerId
from ui.access.attempt import Attempt
from ui.access.names import NamePicker
from ui.access.password import PasswordField
from ui.desk import Desk
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

T = TypeVar("T")

SECOND_S = 60.0  # a second officer has this long to come and sign
_LOOK_MS = 250
_WIDTH = 420


class SignDialog(QDialog):
    """Title, sentence, fields, what went wrong, and two buttons."""

    def __init__(
        self, desk: Desk, words: tuple[str, str, str], parent: QWidget | None = None
    ) -> None:
        """``words`` are the title, the sentence under it and the main button's."""
        super().__init__(parent)
        title, sentence, button = words
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        text = QLabel(sentence, self)
        text.setWordWrap(True)
        text.setProperty("quiet", True)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        message = QLabel(self)
        message.setObjectName("dialog-notice")
        message.setProperty("error", True)
        message.setWordWrap(True)
        # Two lines are kept free, so that nothing jumps when there is something to say.
        message.setMinimumHeight(2 * message.fontMetrics().lineSpacing() + 2)
        message.setAlignment(Qt.AlignmentFlag.AlignTop)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without doing it (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        go = QPushButton(button, self)
        go.setObjectName("confirm-go")
        go.setProperty("main", True)
        go.setDefault(True)
        go.setToolTip(f"{button} (Enter)")
        go.clicked.connect(self.send)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(text)
        column.addLayout(self.body)
        column.addWidget(message)
        column.addStretch(1)  # what a list of names leaves when it closes
        column.addLayout(row)
        self.message = message
        self.attempt = Attempt(desk, go, message)

    @Slot()
    def send(self) -> None:
        """Try what was typed."""


class ConfirmDialog(SignDialog):
    """Asks whoever is signed in for his password.  Accepted when it was right."""

    def __init__(self, desk: Desk, access: Access, parent: QWidget | None = None) -> None:
        self._access = access
        super().__init__(
            desk,
            (
                self.tr("Type your password once more"),
                self.tr("This needs your password, typed now. It then counts for five minutes."),
                self.tr("Go on"),
            ),
            parent,
        )
        self.setObjectName("confirm-dialog")
        self.password = PasswordField("password", self.tr("Your password"), parent=self)
        self.body.addWidget(self.password)
        self.password.edit.setFocus()

    @override
    @Slot()
    def send(self) -> None:
        if self.password.text:
            password, access = self.password.edit.take(), self._access
            self.attempt.run(lambda: access.confirm(password), lambda _: self.accept())
        self.password.edit.setFocus()


class SecondDialog(SignDialog):
    """Asks a second officer to approve ``action``, within a minute.  Accepted when he did."""

    def __init__(
        self,
        desk: Desk,
        access: Access,
        action: Action,
        names: Sequence[tuple[OfficerId, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``names`` are the others who may sign in here."""
        super().__init__(
            desk,
            (
                self.tr("A second officer approves"),
                self.tr(
                    "Two officers answer for this. The second one, who may do it himself, signs "
                    "here; both are logged."
                )
                if PAIRED.get(action) is action
                else self.tr(
                    "Two officers answer for this. The second one, anybody who may place holds, "
                    "signs here; both are logged."
                ),
                self.tr("Approve"),
            ),
            parent,
        )
        self.setObjectName("second-dialog")
        self._desk = desk
        self._access = access
        self._action = action
        self._end_s = desk.clock.monotonic_s() + SECOND_S
        self.names = NamePicker(self)
        self.names.set_names(names)
        self.password = PasswordField("password", self.tr("Password"), parent=self)
        self.left = QLabel(self)
        self.left.setProperty("quiet", True)
        for widget in (self.names, self.password, self.left):
            self.body.addWidget(widget)
        self.names.picked.connect(self.password.edit.setFocus)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()
        (self.names.box if self.names.officer_id is None else self.password.edit).setFocus()

    @Slot()
    def look(self) -> None:
        """Count down, and give up when the minute is over; a timer calls this."""
        left_s = self._end_s - self._desk.clock.monotonic_s()
        if left_s <= 0:
            self.reject()
            return
        self.left.setText(self.tr("{seconds} s left").format(seconds=math.ceil(left_s)))

    @override
    @Slot()
    def send(self) -> None:
        if not self.names.pick() or self.names.officer_id is None:
            self.names.box.setFocus()
            return
        if self.password.text:
            officer_id, password = self.names.officer_id, self.password.edit.take()
            access, action = self._access, self._action
            self.attempt.run(
                lambda: access.approve(officer_id, password, action), lambda _: self.accept()
            )
        self.password.edit.setFocus()


def _nothing() -> None:
    """Whoever asked does not mind."""


def ask_fresh(
    parent: QWidget,
    desk: Desk,
    access: Access,
    then: Callable[[], None],
    given_up: Callable[[], None] = _nothing,
) -> None:
    """Have whoever is signed in type his password, then call ``then``; Esc: ``given_up``."""
    _open(ConfirmDialog(desk, access, parent), then, given_up)


def ask_second(
    parent: QWidget,
    desk: Desk,
    access: Access,
    action: Action,
    then: Callable[[], None],
    failed: Callable[[Problem], None],
    given_up: Callable[[], None] = _nothing,
) -> None:
    """Have another officer approve ``action``, then call ``then``; Esc: ``given_up``.

    ``failed`` hears why the names could not be read.
    """

    def ask(names: Sequence[tuple[OfficerId, str]]) -> None:
        _open(SecondDialog(desk, access, action, names, parent), then, given_up)

    desk.tasks.run(access.others, done=ask, failed=failed)


def run_confirmed(
    parent: QWidget,
    desk: Desk,
    access: Access,
    work: Callable[[], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Problem], None],
    given_up: Callable[[], None] = _nothing,
    lane: Lane = Lane.WRITE,
) -> None:
    """``desk.tasks.run``, for calls that may want a password or a second officer first.

    Exactly one of ``done``, ``failed`` and ``given_up`` is called.
    """

    def run() -> None:
        desk.tasks.run(work, done=done, failed=on_failed, lane=lane)

    def on_failed(problem: Problem) -> None:
        match problem:
            case NotAllowed(reason="not_fresh"):
                ask_fresh(parent, desk, access, run, given_up)
            case NotAllowed(reason="needs_second"):
                action = Action(problem.action)
                ask_second(parent, desk, access, action, run, failed, given_up)
            case _:
                failed(problem)

    run()


def _open(dialog: QDialog, then: Callable[[], None], given_up: Callable[[], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.accepted.connect(then)
    dialog.rejected.connect(given_up)
    dialog.show()
