"""What belongs to this PC and not to the station: whether the wall opens when it starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from console.rights import Action
from console.workers import Lane
from ui import keys
from ui.desk import Desk
from ui.messages import sentence

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.startup import Startup


class ThisPcCard(QFrame):
    """Says which it is; one button switches, at once."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(self, desk: Desk, startup: Startup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._startup = startup
        self._may_change = False
        self._on: bool | None = None  # not known yet
        title = QLabel(self.tr("When this PC starts"), self)
        title.setObjectName("section-title")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        hint = QLabel(self.tr("Nobody is signed in then: pictures and numbers alone."), self)
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        keys.action("settings-autostart", self.parentWidget() or self, self.switch)
        self.button = QPushButton(self)
        self.button.setObjectName("button-settings-autostart")
        self.button.setToolTip(keys.hint_of("settings-autostart"))
        self.button.clicked.connect(lambda _checked=False: self.switch())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        for widget in (title, self.words, hint):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.button)
        self._dress()

    def renew(self) -> None:
        """Look again how it is."""
        self._desk.tasks.renew(self._startup.is_on, done=self._on_read, failed=self._on_failed)

    def switch(self) -> None:
        """The other way; nothing for whoever may not."""
        if self._may_change and self._on is not None:
            on, startup = not self._on, self._startup
            self.button.setEnabled(False)
            self._desk.tasks.run(
                lambda: startup.switch(on=on),
                done=lambda _: self.renew(),  # overtakes a look that began before
                failed=self._on_failed,
                lane=Lane.WRITE,
            )

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        self._may_change = may(Action.CHANGE_SETTINGS)
        self._dress()

    def _on_read(self, on: bool) -> None:
        self._on = on
        self._dress()

    def _on_failed(self, problem: Problem) -> None:
        self._dress()
        self.failed.emit(sentence(problem))

    def _dress(self) -> None:
        on = bool(self._on)
        self.words.setText(
            self.tr("The locked wall opens, full screen, when this PC's user logs in.")
            if on
            else self.tr("The wall does not open by itself.")
        )
        self.button.setText(
            self.tr("Do not open it any more") if on else self.tr("Open it when this PC starts")
        )
        self.button.setVisible(self._may_change)
        self.button.setEnabled(self._on is not None)
