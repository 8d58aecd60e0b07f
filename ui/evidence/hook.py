"""Puts the pages of evidence into the window, and leads to them from where footage is watched."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.errors import Gone, Problem
from db.case_records import IncidentId
from db.evidence_records import RequestId, Wanted
from db.records import CameraId, Span, from_us
from ui.case_words import number_words
from ui.cases.hook import Cases
from ui.desk import Desk
from ui.evidence.evidence_page import EvidencePage
from ui.evidence.requests_page import RequestsPage
from ui.messages import sentence
from ui.requests.wish import RequestWish, joined
from ui.review.page import ReviewPage
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from ui.pages import Pages

_AROUND = timedelta(minutes=5)  # of where the clock stands, when nothing is marked


class EvidencePages(QObject):
    """Makes the pages when they are first asked for, and leads from one to the other."""

    told = Signal(str)  # a sentence for the notice bar
    export_wanted = Signal(object)  # a Request that a package is to be made of

    def __init__(
        self,
        pages: Pages,
        desk: Desk,
        console: Console,
        colours: Callable[[], Colours],
        cases: Cases,
        review: ReviewPage | None = None,
    ) -> None:
        """``cases`` opens cases and plays footage; from ``review`` requests are written, too."""
        super().__init__(pages)
        self._pages = pages
        self._desk = desk
        self._console = console
        self._colours = colours
        self._cases = cases
        self.promise("evidence", self._requests)
        cases.request_wanted.connect(self.ask_for_case)
        cases.evidence_wanted.connect(self.show_request)
        if review is not None:
            review.bar.request_wanted.connect(lambda: self._ask_for_review(review))

    def promise(
        self, name: str, make: Callable[[Desk, Console, Colours, QWidget | None], EvidencePage]
    ) -> None:
        """The page called ``name`` is made by ``make`` when it is first asked for."""

        def made() -> EvidencePage:
            page = make(self._desk, self._console, self._colours(), self._pages)
            page.failed.connect(self.told)
            page.part_wanted.connect(self._pages.bring)
            page.incident_wanted.connect(self._cases.open)
            page.request_wanted.connect(self.show_request)
            page.footage_wanted.connect(self._cases.watch)
            return page

        self._pages.promise(name, made)

    def _requests(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None
    ) -> EvidencePage:
        page = RequestsPage(desk, console, colours, parent)
        page.left.connect(self._pages.bring)
        page.export_wanted.connect(self.export_wanted)
        return page

    @property
    def requests(self) -> RequestsPage | None:
        """The page of requests, made now if nobody has seen it yet."""
        page = self._pages.page("evidence")
        return page if isinstance(page, RequestsPage) else None

    @Slot(object)
    def show_request(self, request_id: RequestId) -> None:
        """Show a request, whatever page is in sight."""
        if self._pages.bring("evidence") and (page := self.requests) is not None:
            page.show_request(request_id)

    def write(self, wish: RequestWish) -> None:
        """Write a request that begins with ``wish``."""
        if self._pages.bring("evidence") and (page := self.requests) is not None:
            page.write(wish)

    @Slot(object)
    def ask_for_case(self, incident_id: IncidentId) -> None:
        """Ask in writing for what is marked of a case: its stretches are the lines."""
        console, came_from = self._console, self._pages.current

        def work() -> RequestWish:
            incident = console.incidents.incident(incident_id)
            spans: list[tuple[CameraId, Span]] = []
            for bookmark_id in console.case_ties.related(incident_id).bookmarks:
                with suppress(Gone):  # one of another team's camera
                    bookmark = console.bookmarks.bookmark(bookmark_id)
                    spans += [(camera_id, bookmark.span) for camera_id in bookmark.cameras]
            case = f"{number_words(incident)} {incident.title}"
            return RequestWish(joined(spans), incident_id, case, came_from)

        self._desk.tasks.run(work, done=self.write, failed=self._on_failed)

    def _ask_for_review(self, review: ReviewPage) -> None:
        """Ask in writing for the cameras that are shown, between the marks."""
        cameras: Collection[CameraId] = review.shown.cameras
        if not cameras:
            review.tell(self.tr("Show the cameras first whose footage is asked for."))
            return
        at = from_us(review.playback.at_us)
        span = review.playback.marked_span or Span(at - _AROUND, at + _AROUND)
        review.playback.pause()
        self.write(RequestWish(tuple(Wanted(each, span) for each in cameras), came_from="review"))

    def _on_failed(self, problem: Problem) -> None:
        self.told.emit(sentence(problem))
