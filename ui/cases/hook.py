"""Puts the pages of cases into the window, and takes what they ask for to where it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.case_records import IncidentId
from db.records import CameraId, Span, to_us
from ui import keys
from ui.cases.case_page import CasePage
from ui.cases.find_page import FindPage
from ui.cases.incident_page import IncidentPage
from ui.desk import Desk
from ui.people.hook import Calling
from ui.review.page import ReviewPage
from ui.review.shown import GRIDS
from ui.theme import Colours

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages


class Cases(QObject):
    """Makes the pages when they are first asked for, and leads from one to the other."""

    told = Signal(str)  # a sentence for the notice bar

    def __init__(
        self,
        pages: Pages,
        desk: Desk,
        console: Console,
        calling: Calling,
        colours: Callable[[], Colours],
    ) -> None:
        """``calling`` opens the list of whom to call about a case."""
        super().__init__(pages)
        self._pages = pages
        self._desk = desk
        self._console = console
        self._calling = calling
        self._colours = colours
        self.promise("incident", IncidentPage)
        self.promise("find", FindPage)
        keys.action("find-all", pages, self.find)

    def promise(
        self, name: str, make: Callable[[Desk, Console, Colours, QWidget | None], CasePage]
    ) -> None:
        """The page called ``name`` is made by ``make`` when it is first asked for."""

        def made() -> CasePage:
            page = make(self._desk, self._console, self._colours(), self._pages)
            page.failed.connect(self.told)
            page.part_wanted.connect(self._pages.bring)
            page.incident_wanted.connect(self.open)
            page.footage_wanted.connect(self.watch)
            page.call_wanted.connect(lambda matter: self._calling.ask(matter, page))
            return page

        self._pages.promise(name, made)

    @Slot(object)
    def open(self, incident_id: IncidentId) -> None:
        """Show an incident, whatever page is in sight."""
        here = self._pages.current
        if self._pages.bring("incident") and isinstance(
            page := self._pages.page("incident"), IncidentPage
        ):
            page.show_incident(incident_id, here)

    @Slot()
    def find(self) -> None:
        """Bring the search, ready to be typed into."""
        here = self._pages.current
        if self._pages.bring("find") and isinstance(page := self._pages.page("find"), FindPage):
            page.come(here)

    @Slot(object, object)
    def watch(self, cameras: Collection[CameraId], span: Span) -> None:
        """Show the footage of some cameras on the review page, from the beginning of ``span``."""
        review = self._pages.page("review")
        if isinstance(review, ReviewPage) and self._pages.bring("review"):
            review.review(list(cameras)[: max(GRIDS)], to_us(span.start))
            review.playback.set_marks(to_us(span.start), to_us(span.end))
