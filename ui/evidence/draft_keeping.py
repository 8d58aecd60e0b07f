"""Writes a draft: one call at a time, and knows what was kept of what is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.errors import FieldRefused, Problem, StepRefused
from console.evidence.rules import RequestForm, RequestRule
from console.workers import Lane
from db.evidence_records import Request
from ui.desk import Desk
from ui.evidence.request_fields import TypedRequest

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_MEANWHILE = frozenset({RequestRule.CHANGED, RequestRule.NO_DRAFT})


class DraftKeeping(QObject):
    """Holds the draft as it was kept last, ``base``, and what stood in the fields then."""

    kept = Signal(object)  # the Request
    asked = Signal(object)  # the Request, handed in
    met = Signal(object)  # a StepRefused: somebody else was at it meanwhile
    refused = Signal(object)  # a FieldRefused
    unkept = Signal(object, object, object)  # of a draft that was left: base, shown, what was sent
    failed = Signal(object)  # any other Problem; nothing was written, and nothing is gone

    def __init__(self, desk: Desk, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._requests = console.evidence.requests
        self._round = 0  # answers about a draft that was left come too late
        self.base: Request | None = None
        self.shown = TypedRequest()
        self.is_running = False

    def start(self, base: Request | None, shown: TypedRequest) -> None:
        """Be about another draft, None for one that is not kept yet."""
        self._round += 1
        self.base, self.shown, self.is_running = base, shown, False

    def write(self, form: RequestForm, sent: TypedRequest, then: Callable[[], None]) -> None:
        """Keep ``form``, which stands in the fields as ``sent``; ``then`` is called once it is."""
        if self.is_running:
            return
        requests, base, shown = self._requests, self.base, self.shown

        def work() -> Request:
            if base is None:
                return requests.make(form)
            return requests.change(base.id, base.version, form)

        def done(request: Request) -> None:
            self.base, self.shown = request, sent
            self.kept.emit(request)
            then()

        self._run(work, done, left=lambda: self.unkept.emit(base, shown, sent))

    def hand_in(self) -> None:
        """Ask for the chief's answer to what was kept."""
        requests, base = self._requests, self.base
        if base is not None:
            self._run(partial(requests.ask, base.id, base.version), self.asked.emit)

    def reread(self, done: Callable[[Request], None]) -> None:
        """Read what others made of it."""
        requests, base = self._requests, self.base
        if base is not None:
            self._run(partial(requests.request, base.id), done, Lane.READ)

    def _run(
        self,
        work: Callable[[], Request],
        done: Callable[[Request], None],
        lane: Lane = Lane.WRITE,
        left: Callable[[], object] = lambda: None,
    ) -> None:
        """``left`` is called when it failed after the draft was left."""
        its_round = self._round
        self.is_running = True

        def came(request: Request) -> None:
            if its_round == self._round:
                self.is_running = False
                done(request)

        def failed(problem: Problem) -> None:
            if its_round == self._round:
                self.is_running = False
                self._tell(problem)
            else:
                left()

        self._desk.tasks.run(work, done=came, failed=failed, lane=lane)

    def _tell(self, problem: Problem) -> None:
        if isinstance(problem, FieldRefused):
            self.refused.emit(problem)
        elif isinstance(problem, StepRefused) and problem.rule in _MEANWHILE:
            self.met.emit(problem)
        else:
            self.failed.emit(problem)
