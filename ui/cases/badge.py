"""The number on the rail: how much waits in the inbox, for whoever may answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QLabel, QToolButton

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.records import Topic
from ui import keys
from ui.access.guard import Guard
from ui.desk import Desk
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.requests import Requests
    from console.inbox import Inbox

_AGAIN_S = 60.0
_SOON_S = 1.0  # changes come in bursts: they are counted together
_TOPICS = frozenset({Topic.INCIDENTS, Topic.BOOKMARKS, Topic.HOLDS, Topic.EVIDENCE})
_MOST = 999


class InboxBadge(QObject):
    """Counts when somebody sits down, each minute, and a second after something changed."""

    def __init__(
        self, desk: Desk, inbox: Inbox, requests: Requests, button: QToolButton, guard: Guard
    ) -> None:
        """``button`` is that of the cases on the rail."""
        super().__init__(button)
        self._desk = desk
        self._inbox = inbox
        self._requests = requests
        self._button = button
        self._guard = guard
        self._due_s = 0.0
        self._asking = False
        self._round = 0  # counts who sits here: an answer for the one before is nobody's
        self.label = QLabel(button)
        self.label.setObjectName("rail-badge")
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        button.installEventFilter(self)
        guard.changed.connect(self._on_sitting)
        desk.bridge.changed.connect(self._on_changed)

    @Slot()
    def tick(self) -> None:
        """A second is over."""
        if self._desk.clock.monotonic_s() >= self._due_s:
            self._ask()

    def _ask(self) -> None:
        if self._asking or not self._guard.may(Action.APPROVE_INCIDENT):
            return
        self._asking = True
        self._due_s = self._desk.clock.monotonic_s() + _AGAIN_S
        its_round, inbox = self._round, self._inbox
        requests = self._requests if self._guard.may(Action.APPROVE_EXPORT) else None

        def work() -> tuple[int, int, int]:
            count = inbox.count()
            if requests is None:
                return count.total, count.late, 0
            waiting = requests.waiting(1)
            return count.total + waiting.total, count.late, waiting.overdue

        def done(counts: tuple[int, int, int]) -> None:
            self._asking = False
            if its_round == self._round:
                self._show(*counts)

        def failed(_: Problem) -> None:
            """The page says what is wrong, when it is looked at; the number is not known."""
            self._asking = False
            if its_round == self._round:
                self._show(0, 0, 0)

        self._desk.tasks.run(work, done=done, failed=failed)

    def _show(self, total: int, late: int, overdue: int) -> None:
        number = f"{total}" if total <= _MOST else f"{_MOST}+"
        alarms = bool(late or overdue)
        self.label.setText(f"{number}!" if alarms else number)
        self.label.setProperty("late", alarms)
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        self.label.adjustSize()
        self.label.setVisible(total > 0)
        name, hint = keys.words_of("page-cases"), keys.hint_of("page-cases")
        said = ""
        if late:
            said = self.tr("{total} wait, {late} of them longer than 48 hours")
        elif total:
            said = self.tr("{total} wait")
        said = said.format(total=total, late=late)
        if overdue:
            words = self.tr("{count} exported and not approved within 24 hours")
            said = f"{said}\n{words.format(count=overdue)}"
        self._button.setToolTip(f"{hint}\n{said}" if said else hint)
        self._button.setAccessibleName(f"{name}: {said}" if said else name)
        self._place()

    def _place(self) -> None:
        self.label.move(self._button.width() - self.label.width() - 4, 4)

    @Slot()
    def _on_sitting(self) -> None:
        self._round += 1
        self._show(0, 0, 0)
        self._ask()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _TOPICS:
            self._due_s = min(self._due_s, self._desk.clock.monotonic_s() + _SOON_S)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False
