"""Looks up what a package would hold, again and again while its dialog is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from console.evidence.preview_records import Preview, Remark
from db.evidence_records import PackageExtras, Request, StillWanted, Wanted
from db.records import OfficerId, to_us
from ui.desk import Desk
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_AGAIN_MS = 6000


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """What does not change while the dialog is open; ``suggested`` are the case's bookmarks."""

    ward: Ward
    names: Mapping[OfficerId, str]
    suggested: tuple[StillWanted, ...]


class ExportAsking(QObject):
    """Asks for one preview at a time; what came of an older question is passed over."""

    known = Signal(object)  # ExportFacts
    shown = Signal(object)  # Preview
    failed = Signal(object)  # Problem

    def __init__(self, desk: Desk, console: Console, request: Request, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._console = console
        self._request = request
        self._number = 0
        self._asking = False
        self._waiting: tuple[str, PackageExtras] | None = None
        self._last: tuple[str, PackageExtras] | None = None
        self.is_stale = True  # whether the newest preview is of another place, or of other choices
        self.preview: Preview | None = None
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.again)
        self._timer.start()

    def begin(self) -> None:
        """Look up what does not change."""
        console, request = self._console, self._request
        self._desk.tasks.run(
            lambda: _facts(console, request), done=self._on_known, failed=self._on_unknown
        )

    # Methods, which are not called once the dialog is gone; a signal of it would break.
    def _on_known(self, facts: ExportFacts) -> None:
        self.known.emit(facts)

    def _on_unknown(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def ask(self, target: str, extras: PackageExtras) -> None:
        """Look what a package would hold in ``target``, "" where none is chosen yet."""
        self.is_stale = True
        self._ask(target, extras)

    @Slot()
    def again(self) -> None:
        """The same once more, where the world may be another by now; a timer calls this."""
        preview = self.preview
        if preview is None or preview.obstacles or _is_recording(preview):
            self.renew()

    def renew(self) -> None:
        """Look once more at what was asked last; until then what was shown holds."""
        if self._last is not None and not self._asking:
            self._ask(*self._last)

    def stop(self) -> None:
        """The dialog is closed."""
        self._timer.stop()
        self._number += 1

    def _ask(self, target: str, extras: PackageExtras) -> None:
        self._last = (target, extras)
        if self._asking:
            self._waiting = (target, extras)
            return
        self._asking = True
        self._number += 1
        number, previews, request_id = (
            self._number,
            self._console.evidence.previews,
            self._request.id,
        )

        def came(preview: Preview) -> None:
            if not self._goes_on(number):
                self.is_stale, self.preview = False, preview
                self.shown.emit(preview)

        def failed(problem: Problem) -> None:
            if not self._goes_on(number):
                self.preview = None
                self.failed.emit(problem)

        self._desk.tasks.run(
            lambda: previews.of(request_id, target, extras), done=came, failed=failed
        )

    def _goes_on(self, number: int) -> bool:
        """Whether a newer question waits, which is asked now; or nobody wants to know any more."""
        self._asking = False
        waiting, self._waiting = self._waiting, None
        if number != self._number:
            return True
        if waiting is not None:
            self._ask(*waiting)
            return True
        return False


def _is_recording(preview: Preview) -> bool:
    return any(Remark.STILL_RECORDING in line.remarks for line in preview.lines)


def _facts(console: Console, request: Request) -> ExportFacts:
    """On a worker's thread.  Raises Problem."""
    view = console.fleet.view()
    return ExportFacts(
        Ward(view.teams, view.clusters, view.cameras),
        console.evidence.requests.names(),
        _suggested(console, request),
    )


def _suggested(console: Console, request: Request) -> tuple[StillWanted, ...]:
    """The moments of the case's bookmarks that lie in what may be exported."""
    if request.incident_id is None:
        return ()
    found: set[StillWanted] = set()
    try:
        for each in console.case_ties.related(request.incident_id).bookmarks:
            bookmark = console.bookmarks.bookmark(each)
            found |= {
                StillWanted(camera_id, to_us(bookmark.at))
                for camera_id in bookmark.cameras
                if _lies_in(request.allowed, StillWanted(camera_id, to_us(bookmark.at)))
            }
    except Problem:  # the case is not for him: then nothing is suggested
        return ()
    return tuple(sorted(found))


def _lies_in(wanted: Collection[Wanted], still: StillWanted) -> bool:
    return any(
        each.camera_id == still.camera_id
        and to_us(each.span.start) <= still.at_us < to_us(each.span.end)
        for each in wanted
    )
