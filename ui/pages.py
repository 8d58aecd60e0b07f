"""The pages of the window: one is in sight, and only those exist that one may see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.rights import Action
from ui import keys
from ui.access.officers_page import OfficersPage
from ui.audit.page import AuditPage
from ui.cases.strip import PARTS
from ui.evidence.strip import PARTS as EVIDENCE_PARTS
from ui.exhibits.page import ExhibitsPage
from ui.fleet.page import DevicesPage
from ui.holds.page import HoldsPage
from ui.part_page import PartPage
from ui.people.members_page import MembersPage
from ui.review.page import ReviewPage
from ui.settings.page import SettingsPage
from ui.strips import Rail
from ui.theme import Colours
from ui.vocabulary.page import VocabularyPage
from ui.wall.page import WallPage
from ui.ward import Ward

# The pages of the rail, from the top, and what one must be allowed to be shown them.
PAGES = {
    "wall": Action.WATCH_LIVE,
    "review": Action.REVIEW_FOOTAGE,
    "cases": Action.SEE_INCIDENTS,
    "evidence": Action.EXPORT,
    "devices": Action.SEE_FLEET,
    "officers": Action.SEE_OFFICERS,
    "audit": Action.SEE_AUDIT,
    "settings": Action.SEE_SETTINGS,
}
# Pages that are reached from another page, whose place on the rail they share.
UNDER = {
    "exhibits": "review",
    "holds": "review",
    "incident": "cases",
    "inbox": "cases",
    "morning": "cases",
    "find": "cases",
    "packages": "evidence",
    "members": "devices",
    "categories": "settings",
    "phrases": "settings",
}
NEEDS = {
    **PAGES,
    "exhibits": Action.HANDLE_EXHIBITS,
    "holds": Action.PLACE_HOLD,
    "incident": Action.SEE_INCIDENTS,
    **PARTS,
    **EVIDENCE_PARTS,
    "members": Action.SEE_MEMBERS,
    "categories": Action.CHANGE_CATEGORIES,
    "phrases": Action.CHANGE_CATEGORIES,
}
Page = (
    WallPage
    | ReviewPage
    | DevicesPage
    | OfficersPage
    | AuditPage
    | SettingsPage
    | ExhibitsPage
    | HoldsPage
    | MembersPage
    | PartPage
    | VocabularyPage
)
_FORGETFUL = ReviewPage | ExhibitsPage | HoldsPage | MembersPage | PartPage | VocabularyPage


def _nothing(_: Action) -> bool:
    return False


class Pages(QStackedWidget):
    """Brings pages by key and by rail.  Before there are any it shows what is put in first."""

    def __init__(self, rail: Rail, parent: QWidget) -> None:
        """The keys act in the whole of ``parent``."""
        super().__init__(parent)
        self._rail = rail
        self._pages: dict[str, Page] = {}
        self._promised: dict[str, Callable[[], Page]] = {}
        self._may: Callable[[Action], bool] = _nothing
        self._ward: Ward | None = None
        self._allowed: frozenset[str] = frozenset()
        self._kept = ""  # what was in sight when the wall was left alone
        self._is_left = True  # whether nobody has come in since
        self._actions: dict[str, QAction] = {}
        for name in PAGES:
            action = keys.action(f"page-{name}", parent, partial(self.bring, name))
            rail.button(name).clicked.connect(action.trigger)
            self._actions[name] = action
        self.let(_nothing)

    @property
    def current(self) -> str:
        """The name of the page in sight, "" before there is one."""
        here = self.currentWidget()
        return next((name for name, page in self._pages.items() if page is here), "")

    @property
    def ward(self) -> Ward:
        """What cameras there are, as the pages were told last."""
        return self._ward or Ward()

    def add(self, name: str, page: Page) -> None:
        """Keep a page; the first one that comes is shown."""
        self._pages[name] = page
        self.addWidget(page)
        if len(self._pages) == 1:
            self.setCurrentWidget(page)

    def promise(self, name: str, make: Callable[[], Page]) -> None:
        """A page that is made when it is first asked for: the wall must be there at once."""
        self._promised[name] = make

    def page(self, name: str) -> Page | None:
        """The page of that name, made now if it was promised."""
        if (make := self._promised.pop(name, None)) is not None:
            page = make()
            self.add(name, page)
            self._tell_ward(page)
            page.set_rights(self._may)
        return self._pages.get(name)

    def set_ward(self, ward: Ward) -> None:
        """Tell the pages that were promised what cameras there are, now or when they are made."""
        self._ward = ward
        for page in self._pages.values():
            self._tell_ward(page)

    def _tell_ward(self, page: Page) -> None:
        if self._ward is not None and isinstance(
            page,
            AuditPage | DevicesPage | HoldsPage | MembersPage | PartPage | VocabularyPage,
        ):
            page.set_ward(self._ward)

    def bring(self, name: str) -> bool:
        """Show a page, if there is one of that name for whoever sits here."""
        if name not in self._allowed:
            return False
        if (page := self.page(name)) is None:
            return False
        self.setCurrentWidget(page)
        self._rail.button(UNDER.get(name, name)).setChecked(True)
        page.take_focus()
        return True

    def let(self, may: Callable[[Action], bool]) -> None:
        """Offer what ``may`` allows; a page that is not allowed any more gives way."""
        self._may = may
        there = [name for name in NEEDS if name in self._pages or name in self._promised]
        self._allowed = frozenset(name for name in there if may(NEEDS[name]))
        self._rail.show_only(self._allowed)
        for name, its in self._actions.items():
            its.setEnabled(name in self._allowed)
        for page in self._pages.values():
            page.set_rights(may)

    def leave(self, *, keep: bool) -> None:
        """Nothing but the wall, for now; ``keep`` says that the page shall come back."""
        self._kept = (self._kept or self.current) if keep else ""
        self._is_left = self._is_left or not keep
        for page in self._pages.values() if not keep else ():
            if isinstance(page, _FORGETFUL):
                page.forget()
        if "wall" in self._pages:
            self.setCurrentWidget(self._pages["wall"])

    def come_back(self, home: str = "") -> None:
        """What was in sight before, or the first page there is for whoever sits here.

        Whoever has just signed in begins at ``home``, if he may see it.
        """
        wanted = (self._kept, home if self._is_left else "", self.current, *PAGES)
        self._kept, self._is_left = "", False
        self.bring(next((name for name in wanted if name in self._allowed), ""))

    def back(self) -> bool:
        """Esc in the page in sight; False when there was nothing to go back from."""
        page = self._pages.get(self.current)
        return page is not None and page.back()

    def set_colours(self, window: Colours, wall: Colours) -> None:
        """Another theme."""
        for page in self._pages.values():
            if isinstance(page, WallPage | ReviewPage | ExhibitsPage):
                page.set_colours(window, wall)
            else:
                page.set_colours(window)
