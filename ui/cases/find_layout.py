"""Where the parts of the search page stand, and what is shown of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
)

from console.asked import Asked
from ui import keys
from ui.cases.find_chips import Chips
from ui.cases.find_list import FoundList
from ui.cases.find_offers import FindOffers
from ui.cases.find_side import FacetList, SideList, StartList
from ui.cases.find_words import found_words
from ui.overriding import override
from ui.tables import Nothing
from ui.theme import Colours
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.finding import Counted, Finding
    from ui.cases.case_page import CasePage

_SIDE_WIDTH = 304
_LONGEST = 300  # as console.asked


class SearchBox(QLineEdit):
    """The box; Down leaves it for what was found, Enter, too."""

    went_down = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class Parts(QObject):
    """What the page is made of, but for the results."""

    def __init__(self, page: CasePage, results: FoundList, colours: Colours) -> None:
        super().__init__(page)
        self.asked: Asked | None = None
        self.count = 0
        self.is_more = True  # nobody has counted yet
        self.is_uncounted = False  # or could
        self.box = SearchBox(page)
        self.offers = FindOffers(page, self.box)
        self.offers.failed.connect(page.on_failed)
        self.chips = Chips(colours, page)
        self.status = QLabel(page)
        self.tools = QHBoxLayout()
        self.facets = FacetList(colours, page)
        self.start = StartList(page)
        self._side = QStackedWidget(page)
        self._middle = QStackedWidget(page)
        self.none = Nothing("", "", page)
        self._middle.addWidget(results)
        self._middle.addWidget(self.none)

    @property
    def side(self) -> SideList:
        """What stands beside the results now."""
        return self.start if self._side.currentIndex() == 0 else self.facets

    def build(self, page: CasePage) -> None:
        """Put everything in its place."""
        box = self.box
        box.setObjectName("find-box")
        box.setMaxLength(_LONGEST)
        box.setClearButtonEnabled(True)
        box.setPlaceholderText(
            translate("find", "Number, words, place, camera, team, person, time: hôm qua 22h cụm 5")
        )
        box.setAccessibleName(keys.words_of("find-all"))
        box.setToolTip(keys.hint_of("find-all"))
        self.status.setObjectName("find-status")
        self.status.setProperty("quiet", True)
        self.tools.setSpacing(8)
        self.tools.addWidget(self.status, 1)
        self._side.setFixedWidth(_SIDE_WIDTH)
        self._side.addWidget(self.start)
        self._side.addWidget(self.facets)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._middle, 1)
        both.addWidget(self._side)
        page.column.addWidget(box)
        page.column.addWidget(self.chips)
        page.column.addLayout(self.tools)
        page.column.addLayout(both, 1)

    def show_start(self, shown: bool) -> None:
        """What to begin with, or what the results have in common."""
        self._side.setCurrentIndex(0 if shown else 1)

    def show_finding(self, finding: Finding, now: datetime) -> None:
        """The first page of an answer; what stood beside the last one stays until it is counted."""
        if self.asked is None or self.asked.text != finding.asked.text:
            self.count, self.is_more = 0, True
        self.is_uncounted = False
        self.asked = finding.asked
        self.chips.show_finding(finding, now)

    def show_counted(self, counted: Counted) -> None:
        """How many there are, and what they have in common."""
        self.count, self.is_more = counted.count, counted.is_more
        self.facets.show_facets(counted.facets, counted.count)
        if counted.count:
            self.facets.say_if_empty(translate("find", "Nothing to narrow down by"))

    def show_uncounted(self) -> None:
        """Counting failed: what stood beside other results says nothing of these."""
        self.is_uncounted = True
        self.facets.show_facets((), 0)
        self.facets.say_if_empty(translate("find", "Not counted; F5 tries again"))

    def say_found(self, listed: int, *, is_over: bool) -> None:
        """How many there are; ``is_over``: no more than are ``listed``."""
        count = listed if is_over else max(self.count, listed)
        words = found_words(
            count, is_over=is_over, is_more=self.is_more, is_uncounted=self.is_uncounted
        )
        self.status.setText(words)

    def show_none(self, *, is_none: bool) -> None:
        """Say what to try, where nothing was found."""
        if is_none:
            title = translate("find", "Nothing was found")
            advice = translate(
                "find",
                "Take a part away: Shift+Tab goes to the parts above, Del removes one. Fewer "
                "words, a longer time, or the number alone find more. Marks and capitals do "
                "not matter.",
            )
            if self.asked is None or not self.asked.text:
                title = translate("find", "There is no bookmark and no case yet")
                advice = translate("find", "B on the wall bookmarks the chosen camera.")
            self.none.say(title, advice)
        self._middle.setCurrentIndex(1 if is_none else 0)

    def clear(self) -> None:
        """Nothing of it is for whoever sits here."""
        self.asked, self.count, self.is_more = None, 0, True
        self.chips.clear()
        self.facets.show_facets((), 0)
        self.start.show_searches((), ())
        self.status.clear()
        self._middle.setCurrentIndex(0)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.chips.set_colours(colours)
        self.facets.colours = colours


def laid_out(page: CasePage, results: FoundList, colours: Colours) -> Parts:
    """The parts of ``page``, in their places."""
    parts = Parts(page, results, colours)
    parts.build(page)
    return parts
