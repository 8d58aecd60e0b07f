"""Puts the pages of cases into the window, and takes what they ask for to where it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.case_records import IncidentId
from db.incident_records import IncidentQuery
from db.records import CameraId, Span, to_us
from ui import keys
from ui.bookmarks.drafts import DraftsPanel
from ui.cases.case_page import CasePage
from ui.cases.find_page import FindPage
from ui.cases.from_drafts import FromDrafts
from ui.cases.inbox_page import InboxPage
from ui.cases.incident_page import IncidentPage
from ui.cases.list_page import CasesPage
from ui.cases.morning_page import MorningPage
from ui.desk import Desk
from ui.people.hook import Calling
from ui.people.matter import Matter
from ui.review.page import ReviewPage
from ui.review.service import Archive
from ui.review.shown import GRIDS
from ui.theme import Colours

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages


class Cases(QObject):
    """Makes the pages when they are first asked for, and leads from one to the other."""

    told = Signal(str)  # a sentence for the notice bar
    describe_wanted = Signal(object)  # a BookmarkId that nobody has described
    request_wanted = Signal(object)  # an IncidentId: its footage is asked for in writing
    evidence_wanted = Signal(object)  # a RequestId, to be shown whole

    def __init__(
        self,
        pages: Pages,
        desk: Desk,
        console: Console,
        calling: Calling,
        colours: Callable[[], Colours],
        archive: Archive | None = None,
    ) -> None:
        """``calling`` opens the list of whom to call about a case; ``archive`` plays footage."""
        super().__init__(pages)
        self._pages = pages
        self._desk = desk
        self._console = console
        self._calling = calling
        self._colours = colours
        self._archive = archive
        self.promise("incident", IncidentPage)
        for name in ("incident", "inbox"):
            calling.matters[name] = partial(self._matter, name)
        self.promise("cases", CasesPage)
        self.promise("inbox", self._inbox)
        self.promise("morning", self._morning)
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
            page.request_wanted.connect(self.request_wanted)
            page.call_wanted.connect(lambda matter: self._calling.ask(matter, page))
            return page

        self._pages.promise(name, made)

    def take_from(self, panel: DraftsPanel) -> None:
        """Cases are made of what is described there."""
        drafts = FromDrafts(
            panel, self._desk, self._console, lambda: self._pages.ward, self._colours
        )
        drafts.opened.connect(self.open)
        drafts.told.connect(self.told)

    def _inbox(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None
    ) -> CasePage:
        page = InboxPage(desk, console, colours, self._archive, parent)
        page.describe_wanted.connect(self.describe_wanted)
        page.evidence_wanted.connect(self.evidence_wanted)
        page.clip.opened.connect(self.rest_review)
        return page

    def _morning(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None
    ) -> CasePage:
        page = MorningPage(desk, console, colours, parent)
        page.list_wanted.connect(self.list_only)
        return page

    @Slot()
    def rest_review(self) -> None:
        """Footage is played beside a case: the review page's own player is closed until then."""
        if isinstance(review := self._pages.page("review"), ReviewPage):
            review.rest()

    @Slot(object)
    def list_only(self, query: IncidentQuery) -> None:
        """Show the list of cases, narrowed to what ``query`` asks for."""
        page = self._pages.page("cases")
        if isinstance(page, CasesPage) and self._pages.bring("cases"):
            page.show_only(query)

    @Slot(object)
    def open(self, incident_id: IncidentId) -> None:
        """Show an incident, whatever page is in sight."""
        here = self._pages.current
        if self._pages.bring("incident") and isinstance(
            page := self._pages.page("incident"), IncidentPage
        ):
            page.show_incident(incident_id, here)

    def _matter(self, name: str) -> Matter | None:
        """What F9 is about on the page of that name."""
        page = self._pages.page(name)
        return page.matter() if isinstance(page, IncidentPage | InboxPage) else None

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
