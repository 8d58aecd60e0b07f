"""One picture each so many seconds: a stretch of time at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from db.records import CameraId, Span, from_us, to_us
from ui import keys
from ui.choice import Choice
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.review.finding.cards import Card, CardList
from ui.review.finding.sheet import Sheet
from ui.review.finding.spacing import STEPS_S, Spot, beside, least_step, spots, step_for
from ui.review.finding.span_box import SpanBox
from ui.review.material import Material, Track, gather
from ui.review.scale import DAY_US, SECOND_US
from ui.review.service import Archive
from ui.review.words import cause_words, length_words, short_words
from ui.words import translate

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

_KEPT = 480  # pictures
_PAUSE_MS = 200  # a timeline that is being moved asks once


class StripTool(QWidget):
    """A grid of pictures of the chosen camera."""

    def __init__(self, page: ReviewPage, desk: Desk, archive: Archive, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding-strip")
        self._page = page
        self._desk = desk
        self._footage = archive.footage
        self._term = 0
        self._camera: CameraId | None = None
        self._step_s: int | None = None  # None: as many as fit in sight
        self.shown_step_s = STEPS_S[0]
        self._read: tuple[CameraId, Span, Track] | None = None
        self.span = SpanBox(page, desk.clock, self)
        sheet = Sheet(desk.bridge, archive.engine, page.playback, _KEPT, self)
        self.list = CardList(sheet, self, grid=True)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._build()
        self.span.changed.connect(self._on_changed)
        page.playback.moved.connect(self._on_moved)
        page.playback.forgotten.connect(self.forget)
        sheet.refused.connect(page.problem)
        self.list.opened.connect(lambda card: page.go_to(card.us))
        keys.action("strip-finer", self, lambda: self.step(-1))
        keys.action("strip-coarser", self, lambda: self.step(1))
        keys.action("strip-fit", self, self.fit)

    def _build(self) -> None:
        self._steps = Choice(self)
        self._steps.setAccessibleName(self.tr("One picture each"))
        self._steps.addItem(self.tr("As many as fit"))
        for step_s in STEPS_S:
            self._steps.addItem(
                self.tr("One picture each {length}").format(length=length_words(step_s * SECOND_US))
            )
        self._steps.activated.connect(self._on_step)
        row = QHBoxLayout()
        row.addWidget(self._steps, 1)
        for words, name, way in (("−", "strip-coarser", 1), ("+", "strip-finer", -1)):
            button = QPushButton(words, self)
            button.setFixedWidth(36)
            button.setToolTip(keys.hint_of(name))
            button.setAccessibleName(keys.words_of(name))
            button.clicked.connect(lambda _=False, way=way: self.step(way))
            row.addWidget(button)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("quiet", True)
        self.list.setAccessibleName(self.tr("Pictures in order of time"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.span)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)

    def step(self, way: int) -> None:
        """Coarser; with -1 finer."""
        self._step_s = beside(self.shown_step_s, way)
        self._lay()

    def fit(self) -> None:
        """As many as fit in sight."""
        self._step_s = None
        self._lay()

    @Slot()
    def forget(self) -> None:
        """Nothing was read."""
        self._term += 1
        self._read = None
        if self._camera is not None:
            self.list.put(self._camera, [])
        self.said.clear()

    @Slot(int)
    def _on_step(self, place: int) -> None:
        self._step_s = None if place == 0 else STEPS_S[place - 1]
        self._lay()

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._pause.start()

    @Slot()
    def _on_moved(self) -> None:
        if self._page.chosen != self._camera:
            self._on_changed()

    @Slot()
    def _ask(self) -> None:
        """Read where there is footage, then lay the pictures out."""
        camera_id, span = self._page.chosen, self.span.span
        self._camera = camera_id
        if camera_id is None or span is None:
            self._say_why_not(camera_id)
            return
        self._term += 1
        term, footage = self._term, self._footage

        def done(found: Material) -> None:
            if term == self._term:
                self._read = camera_id, span, found.track(camera_id)
                self._lay()

        def failed(problem: Problem) -> None:
            if term == self._term:
                self.said.setText(sentence(problem))

        self._desk.tasks.run(lambda: gather(footage, [camera_id], span), done=done, failed=failed)

    def _say_why_not(self, camera_id: CameraId | None) -> None:
        self.said.setText(
            self.tr("Choose a camera first.")
            if camera_id is None
            else self.tr("From and to are not clear, or have not come yet.")
        )

    def _lay(self) -> None:
        if self._read is None:
            return
        camera_id, span, track = self._read
        start_us, end_us = to_us(span.start), to_us(span.end)
        length_us = end_us - start_us
        wanted = self._step_s or step_for(length_us, self.list.room)
        self.shown_step_s = step_s = max(wanted, least_step(length_us))
        self._steps.setCurrentIndex(0 if self._step_s is None else 1 + STEPS_S.index(step_s))
        found = spots(start_us, end_us, step_s, track.recorded)
        self.list.put(camera_id, [_card(spot, track, length_us) for spot in found])
        count = sum(spot.end_us is None for spot in found)
        words = self.tr("{camera} · {n} pictures, one each {length}").format(
            camera=self._page.name_of(camera_id),
            n=count,
            length=length_words(step_s * SECOND_US),
        )
        if wanted < step_s:
            finer = self.tr("For finer steps choose a shorter stretch.")
            words = f"{words}. {finer}"
        self.said.setText(words)
        self._choose_here()

    def _choose_here(self) -> None:
        """Choose the picture where the clock stands."""
        at_us = self._page.playback.at_us
        before = [place for place, card in enumerate(self.list.cards) if card.us <= at_us]
        if before and self.list.cards:
            self.list.choose(before[-1])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._pause.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()


def _card(spot: Spot, track: Track, length_us: int) -> Card:
    at = from_us(spot.us).astimezone()
    title = f"{at:%d/%m %H:%M:%S}" if length_us > DAY_US else f"{at:%H:%M:%S}"
    if spot.end_us is None:
        return Card(spot.us, title)
    gap = track.gaps.at((spot.us + spot.end_us) // 2)
    cause = cause_words(gap.cause) if gap is not None else translate("review", "No footage")
    until = (
        short_words(spot.end_us)
        if length_us > DAY_US
        else (f"{from_us(spot.end_us).astimezone():%H:%M:%S}")
    )
    return Card(spot.us, f"{title} – {until}", cause, gap=True)
