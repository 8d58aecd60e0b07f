"""When something changed in an area: the list of moments, by the change map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from console.errors import FootageMissing, NotAllowed, Problem
from console.moved import Changes, Hole
from console.rights import Action
from console.video.looks import Moment
from db.records import CameraId, Span, from_us, to_us
from ui import keys
from ui.choice import Choice
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.review.finding.area_over import AreaOver
from ui.review.finding.cards import Card, CardList
from ui.review.finding.sheet import Sheet
from ui.review.finding.spacing import days, neighbour
from ui.review.finding.span_box import SpanBox
from ui.review.rows import Find
from ui.review.scale import SECOND_US
from ui.review.service import Archive
from ui.review.words import length_words, moment_words, short_words
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

BEFORE_US = 5 * SECOND_US  # one sees how it begins
_KEPT = 240  # pictures
_SAID = 1  # holes that are told at once; the others by the tooltip
_AGE = "age"  # a word of console.gate.Why
_LEASTS = (
    (0.0, QT_TRANSLATE_NOOP("AreaTool", "Any change, however small")),
    (0.25, QT_TRANSLATE_NOOP("AreaTool", "A quarter of the area")),
    (0.5, QT_TRANSLATE_NOOP("AreaTool", "Half of the area")),
)


class AreaTool(QWidget):
    """A rectangle over the picture, and what changed in it."""

    def __init__(self, page: ReviewPage, desk: Desk, archive: Archive, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding-area")
        self._page = page
        self._desk = desk
        self._footage = archive.footage
        self._term = 0  # counts searches; an answer to an older one is nobody's
        self._camera: CameraId | None = None
        self.moments: list[Moment] = []
        self.holes: list[Hole] = []
        self._hidden_us = 0  # what lies before is too old for the role; 0: nothing does
        self.over = AreaOver(page.pictures)
        self.span = SpanBox(page, desk.clock, self)
        sheet = Sheet(desk.bridge, archive.engine, page.playback, _KEPT, self)
        self.list = CardList(sheet, self, grid=False)
        self._build()
        self.over.search_wanted.connect(self.search)
        self.span.entered.connect(self.search)
        self.list.opened.connect(self._go)
        sheet.refused.connect(page.problem)
        page.playback.moved.connect(self._look)
        page.playback.forgotten.connect(self.forget)
        keys.action("area-stop", self, self.stop)

    def _build(self) -> None:
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        self._least = Choice(self)
        self._least.setAccessibleName(self.tr("How much must change"))
        for _, words in _LEASTS:
            self._least.addItem(translate("AreaTool", words))
        self._search = QPushButton(self.tr("Search"), self)
        self._search.setProperty("main", True)
        self._search.setToolTip(keys.hint_of("area-search"))
        self._search.clicked.connect(self.search)
        self._draw = QPushButton(self.tr("Draw"), self)
        self._draw.setToolTip(keys.hint_of("finding-area"))
        self._draw.clicked.connect(self.draw)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setToolTip(keys.hint_of("area-stop"))
        self._stop.clicked.connect(self.stop)
        self._stop.hide()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.missing = QLabel(self)
        self.missing.setWordWrap(True)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setProperty("late", True)
        self.missing.hide()
        self.list.setAccessibleName(self.tr("Moments of change"))
        buttons, work = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self._draw)
        buttons.addWidget(self._search, 1)
        work.addWidget(self._bar, 1)
        work.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for widget in (self._hint, self.span, self._least):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addLayout(work)
        for widget in (self.said, self.missing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self._look()

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way."""
        return self._stop.isVisibleTo(self)

    def draw(self) -> None:
        """Give the rectangle the keys."""
        self.over.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def search(self) -> None:
        """Look for changes in the area, a day at a time."""
        camera_id, span = self._page.chosen, self.span.span
        if camera_id is None or span is None:
            self._say(
                self.tr("Choose a camera first.")
                if camera_id is None
                else self.tr("From and to are not clear, or have not come yet.")
            )
            return
        self.forget()
        self._camera = camera_id
        self.list.put(camera_id, [])
        self._bar.setRange(0, 0)
        self._set_busy(busy=True)
        term = self._term

        def begin(oldest: datetime | None) -> None:
            if term == self._term:
                self._begin(span, oldest)

        self._desk.tasks.run(self._footage.oldest, done=begin, failed=self._fail(term))

    @Slot()
    def stop(self) -> None:
        """No more of it; what was found stays."""
        if self.is_searching:
            self._term += 1
            self._set_busy(busy=False)
            self._tell(self.tr("Stopped."))

    @Slot()
    def forget(self) -> None:
        """Nothing was found."""
        self._term += 1
        self._set_busy(busy=False)
        self.moments, self.holes, self._hidden_us = [], [], 0
        if self._camera is not None:
            self.list.put(self._camera, [])
        self._page.timeline.set_finds([])
        self._say("")
        self.missing.hide()

    def step(self, way: int) -> None:
        """Go to the next moment, or the one before where the clock stands."""
        starts = [us - BEFORE_US for us in self._starts()]
        place = neighbour(starts, self._page.playback.at_us, way)
        chosen = self.list.chosen
        if chosen is not None and 0 <= chosen + way < len(starts):
            near_us = starts[chosen] - SECOND_US, self.moments[chosen].end_us + BEFORE_US
            if near_us[0] <= self._page.playback.at_us <= near_us[1]:
                place = chosen + way  # it has played on inside the chosen one
        if place is not None:
            self.list.choose(place)
            self._go(self.list.cards[place])

    def _begin(self, span: Span, oldest: datetime | None) -> None:
        """Ask for what the role may see of ``span``; the rest is said."""
        start = span.start if oldest is None else max(span.start, oldest)
        if start > span.start:
            self._hidden_us = to_us(start)
        if start >= span.end:
            self._set_busy(busy=False)
            self._say(sentence(NotAllowed(Action.REVIEW_FOOTAGE, _AGE)))
            return
        parts = list(days(to_us(start), to_us(span.end)))
        self._bar.setRange(0, len(parts))
        self._ask(parts, 0)

    def _fail(self, term: int) -> Callable[[Problem], None]:
        def failed(problem: Problem) -> None:
            if term == self._term:
                self._set_busy(busy=False)
                self._say(sentence(problem))

        return failed

    def _ask(self, parts: list[tuple[int, int]], place: int) -> None:
        camera_id, term = self._camera, self._term
        if place == len(parts) or camera_id is None:
            self._set_busy(busy=False)
            self._tell("")
            return
        footage, area = self._footage, self.over.area
        least = _LEASTS[self._least.currentIndex()][0]
        span = Span(from_us(parts[place][0]), from_us(parts[place][1]))

        def look() -> Changes | None:
            try:
                return footage.changes(camera_id, span, area, least)
            except FootageMissing:  # it has become too old meanwhile
                return None

        def done(found: Changes | None) -> None:
            if term == self._term:
                if found is None:
                    self._hidden_us = parts[place][1]
                else:
                    self._add(camera_id, found)
                self._bar.setValue(place + 1)
                self._ask(parts, place + 1)

        self._desk.tasks.run(look, done=done, failed=self._fail(term))

    def _add(self, camera_id: CameraId, found: Changes) -> None:
        self.moments += found.moments
        self.holes = _joined([*self.holes, *found.holes])
        self.list.append([_card(moment) for moment in found.moments])
        flags = (
            Find(each.start_us, short_words(each.start_us), camera_id) for each in self.moments
        )
        self._page.timeline.set_finds(list(flags))
        self._tell("")

    def _starts(self) -> list[int]:
        return [moment.start_us for moment in self.moments]

    def _tell(self, end: str) -> None:
        """How many there are, and of which times nobody can say."""
        count = len(self.moments)
        words = (
            self.tr("{n} moments of change.").format(n=count)
            if count
            else self.tr("Nothing changed in this area, as far as the change map tells.")
        )
        if self.is_searching:
            words = self.tr("Searching… {n} so far").format(n=count)
        self._say(" ".join(part for part in (words, end) if part))
        said = []
        if self._hidden_us:
            words = self.tr("Not searched before {start}: older than your role may see.")
            said = [words.format(start=short_words(self._hidden_us))]
        said += [self._hole_words(hole) for hole in self.holes[:_SAID]]
        if len(self.holes) > _SAID:
            said.append(self.tr("and {n} stretches more").format(n=len(self.holes) - _SAID))
        self.missing.setText("\n".join(said))
        self.missing.setToolTip("\n".join(map(self._hole_words, self.holes)))
        self.missing.setVisible(bool(said))

    def _hole_words(self, hole: Hole) -> str:
        words = (
            self.tr("No change map from {start} to {end}: there is footage, watch it.")
            if hole.recorded
            else self.tr("No change map from {start} to {end}: nothing was recorded.")
        )
        return words.format(start=short_words(hole.start_us), end=short_words(hole.end_us))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _set_busy(self, *, busy: bool) -> None:
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._search.setEnabled(not busy)

    @Slot()
    def _look(self) -> None:
        """Say whose picture it is about."""
        camera_id = self._page.chosen
        self.over.set_camera(camera_id)
        name = "" if camera_id is None else self._page.name_of(camera_id)
        self._hint.setText(
            self.tr("Draw around the place on the picture of {camera}.").format(camera=name)
            if name
            else self.tr("Choose a camera first.")
        )

    @Slot(object)
    def _go(self, card: Card) -> None:
        if self._camera is not None and self._page.chosen != self._camera:
            self._page.choose(self._camera)
        self._page.go_to(card.us - BEFORE_US)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._look()
        self.over.lie(wanted=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.over.lie(wanted=False)


def _card(moment: Moment) -> Card:
    length_us = moment.end_us - moment.start_us
    line = translate("AreaTool", "{length}, {share} % of the area").format(
        length=length_words(length_us + SECOND_US), share=round(100 * moment.strength)
    )
    return Card(moment.start_us, moment_words(moment.start_us), line, strength=moment.strength)


def _joined(holes: Iterable[Hole]) -> list[Hole]:
    """Holes that were cut at the border of two parts are one again."""
    found: list[Hole] = []
    for hole in holes:
        last = found[-1] if found else None
        if last is not None and (last.end_us, last.recorded) == (hole.start_us, hole.recorded):
            found[-1] = Hole(last.start_us, hole.end_us, last.recorded)
        else:
            found.append(hole)
    return found
