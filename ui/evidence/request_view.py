"""One request beside the list: all of it, its papers and packages, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from console.rights import Action
from db.evidence_records import Request, RequestId, RequestLine, RequestState
from ui import keys
from ui.access.consequence import Consequence
from ui.desk import Desk
from ui.evidence.package_lines import PackageLines
from ui.evidence.papers_part import PapersPart
from ui.messages import sentence
from ui.requests.answers import RequestAnswers
from ui.requests.reading import RequestSeen, may_be_exported, read_request
from ui.requests.text import RequestText
from ui.requests.words import OVER, number_words, own_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_S = RequestState
_ACTS = ("request-approve", "request-part", "request-refuse", "request-ask", "request-export")
_OTHERS = (
    *("request-change", "request-watch", "request-case"),
    *("request-withdraw", "request-erase"),
)
_MAIN = frozenset({"request-approve", "request-ask", "request-export"})


class RequestView(QWidget):
    """Shows what is chosen in the list; ``told`` says what was done."""

    told = Signal(str)
    failed = Signal(object)  # a Problem
    done = Signal()  # something was done, or a dialog is gone: the list has the focus again
    change_wanted = Signal(object)  # the Request, a draft, to be written on
    export_wanted = Signal(object)  # the Request, to be made a package of
    incident_wanted = Signal(object)
    footage_wanted = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        console: Console,
        owner: QWidget,
        parent: QWidget,
    ) -> None:
        """The keys act in the whole of ``owner``."""
        super().__init__(parent)
        self.setObjectName("request-view")
        self._desk = desk
        self._console = console
        self._ward = Ward()
        self._may: Callable[[Action], bool] = lambda _: False
        self._seen: RequestSeen | None = None
        self._id: RequestId | None = None
        self._reads = 0
        self.text = RequestText(self)
        self.papers = PapersPart(desk, console, owner, self)
        self.packages = PackageLines(self)
        self.text.below.addWidget(self.papers)
        self.text.below.addWidget(self.packages)
        self.answers = RequestAnswers(desk, console, self)
        self.said = QLabel(self)
        self.said.setObjectName("inbox-said")
        self.said.setWordWrap(True)
        self.actions_of: dict[str, QAction] = {}
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        for names in (_ACTS, _OTHERS):
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                row.addWidget(self._button(name, owner))
            row.addStretch(1)
            column.addLayout(row)
        self._connect()
        self.show_line(None)

    def _button(self, name: str, owner: QWidget) -> QPushButton:
        action = self.actions_of[name] = keys.action(name, owner, partial(self.take, name))
        button = self.buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setProperty("main", name in _MAIN)
        button.clicked.connect(action.trigger)
        return button

    def _connect(self) -> None:
        self.papers.changed.connect(self.renew)
        self.papers.failed.connect(self._on_undone)
        self.answers.begun.connect(lambda: self._offer(None))
        self.answers.decided.connect(self._on_decided)
        self.answers.failed.connect(self._on_undone)
        self.answers.given_up.connect(self.renew)
        self.answers.asked.connect(self.done)

    @property
    def seen(self) -> RequestSeen | None:
        """What is shown, once it is read."""
        return self._seen

    @property
    def shown(self) -> RequestId | None:
        """Which request that is."""
        return self._id

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self.text.set_ward(ward)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        self._may = may
        self._offer(self._seen)

    def show_line(self, line: RequestLine | None) -> None:
        """Show the request of a row: what that tells at once, the rest when it is read."""
        if line is not None and line.id == self._id:
            return
        self._id = None if line is None else line.id
        self._seen = None
        self.papers.show_seen(None)
        self.packages.show_seen(None)
        self.papers.setVisible(False)
        self._offer(None)
        if line is None:
            self._reads += 1
            self.text.clear()
        else:
            self.text.begin(line, self._desk.clock.now())
            self.renew()

    @Slot()
    def renew(self) -> None:
        """Read what is shown again."""
        request_id, console = self._id, self._console
        if request_id is None or not self._may(Action.EXPORT):
            return
        self._reads += 1
        number = self._reads

        def done(seen: RequestSeen) -> None:
            if number == self._reads:
                self._on_seen(seen)

        def failed(problem: Problem) -> None:
            if number == self._reads:
                self._offer(None)
                self.said.setText(sentence(problem))
                self.said.show()

        self._desk.tasks.run(lambda: read_request(console, request_id), done=done, failed=failed)

    def _on_seen(self, seen: RequestSeen) -> None:
        self._seen = seen
        self.text.show_seen(seen, self._desk.clock.now())
        self.papers.show_seen(seen)
        self.papers.setVisible(True)
        self.packages.show_seen(seen)
        self._offer(seen)
        self.text.look(self._desk.tasks, self._console.evidence.previews.of_lines)

    def take(self, name: str) -> None:
        """Do what the action of that name stands for, if it is offered."""
        seen = self._seen
        if seen is None or not self.actions_of[name].isEnabled():
            return
        request = seen.request
        match name:
            case "request-change":
                self.change_wanted.emit(request)
            case "request-ask":
                self._ask(request)
            case "request-approve":
                self.answers.approve(request)
            case "request-part":
                self.answers.ask_part(request, self._ward)
            case "request-refuse":
                self.answers.ask_refusal(request)
            case "request-export":
                self.export_wanted.emit(request)
            case "request-withdraw":
                self._withdraw(request)
            case "request-erase":
                self.answers.ask_erasure(request)
            case "request-case":
                self.incident_wanted.emit(request.incident_id)
            case "request-watch":
                self._watch(request)

    def _ask(self, request: Request) -> None:
        requests, number = self._console.evidence.requests, number_words(request)
        said = self.tr("Handed in: {number} waits for the chief.").format(number=number)
        self.answers.run(lambda: requests.ask(request.id, request.version), said)

    def _withdraw(self, request: Request) -> None:
        requests, number = self._console.evidence.requests, number_words(request)
        dialog = Consequence(
            self.tr("Withdraw {number}").format(number=number),
            self.tr(
                "It is over then: its number stays used, and what waits in the queue for it is "
                "cancelled. Another request is a new one."
            ),
            self.tr("Withdraw the request"),
            self,
        )
        said = self.tr("Withdrawn: {number}").format(number=number)
        dialog.setModal(True)
        dialog.accepted.connect(
            lambda: self.answers.run(lambda: requests.withdraw(request.id), said)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: self.done.emit())
        dialog.show()

    def _watch(self, request: Request) -> None:
        """The first stretch, on every camera of which something of that time is wanted."""
        first = min(request.allowed, key=lambda each: each.span.start)
        cameras = [each.camera_id for each in request.allowed if each.span.meets(first.span)]
        self.footage_wanted.emit(list(dict.fromkeys(cameras)), first.span)

    def _offer(self, seen: RequestSeen | None) -> None:
        """What can be done now; what cannot be done by him, and why."""
        request = None if seen is None else seen.request
        state = None if request is None else request.state
        asked, draft = state is _S.ASKED, state is _S.DRAFT
        own = asked and seen is not None and seen.is_own
        approves = self._may(Action.APPROVE_EXPORT)
        some = request is not None and bool(request.allowed)
        people = (
            request is not None and not request.erased and bool(request.person or request.recipient)
        )
        exports = seen is not None and may_be_exported(seen)
        offered = {
            "request-change": draft,
            "request-ask": draft,
            "request-approve": asked and approves and not own,
            "request-part": asked and approves and not own,
            "request-refuse": asked and approves and not own,
            "request-export": exports,
            "request-withdraw": state is not None and state not in OVER,
            "request-erase": approves and people and state in OVER,
            "request-case": seen is not None and seen.case is not None,
            "request-watch": some and self._may(Action.REVIEW_FOOTAGE),
        }
        export = self.buttons["request-export"]  # where he may decide, that comes first
        export.setProperty("main", not offered["request-approve"])
        export.style().unpolish(export)
        export.style().polish(export)
        for name, is_offered in offered.items():
            self.actions_of[name].setEnabled(is_offered)
            self.buttons[name].setVisible(is_offered)
        self.said.setText(own_words() if own and approves else "")
        self.said.setVisible(own and approves)

    @Slot(str)
    def _on_decided(self, said: str) -> None:
        self.told.emit(said)
        self.renew()
        self.done.emit()

    @Slot(object)
    def _on_undone(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self.renew()
