"""What the review page asks for beside playing: a typed time, a day, a preview, a still."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QFileDialog

from console.errors import Problem
from console.periods import PeriodUnclear, moment_of
from db.records import CameraId, Span, from_us, to_us
from ui.desk import Desk
from ui.messages import sentence
from ui.review.camera_clocks import CameraClocks
from ui.review.day_picker import DayPicker
from ui.review.flags import flags_words
from ui.review.hints import has_footage, instant_words, sum_words
from ui.review.keeping import Keeping
from ui.review.preview import Preview
from ui.review.removed import Removed
from ui.review.service import Archive
from ui.review.stills import Stills
from ui.theme import Colours

if TYPE_CHECKING:
    from ui.review.page import ReviewPage


class Errands(QObject):
    """Runs them for a page; what goes amiss is said in its bar."""

    def __init__(self, page: ReviewPage, desk: Desk, archive: Archive, colours: Colours) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._footage = archive.footage
        self.keeping = Keeping(desk, archive, self)
        self.days = DayPicker(colours, page)
        self.removed = Removed(page, desk, archive.footage)
        stills = Stills(desk.bridge, archive.engine, self)
        self.preview = Preview(stills, page.playback, page)
        self._clocks = CameraClocks(desk, archive.footage, self)
        self._pointed: tuple[CameraId | None, int, QPoint] | None = None
        self._clocks.came.connect(self._on_clock)
        self.keeping.failed.connect(self._on_not_kept)
        self.keeping.kept.connect(self._on_kept)
        self.days.picked.connect(self._on_day)
        self.days.turned.connect(self._on_month)

    def connect_parts(self) -> None:
        """Listen to the page's parts, once they are there."""
        self._page.timeline.hovered.connect(self._on_hovered)
        self._page.timeline.left.connect(self._on_left)
        self._page.transport.typed.connect(self._on_typed)

    def forget(self) -> None:
        """Nothing that was asked for is for whoever sits here now."""
        self.keeping.forget()
        self.preview.forget()
        self._pointed = None
        self._clocks.forget()
        self.days.hide()

    def ask_day(self) -> None:
        """Show the calendar above its button."""
        button = self._page.transport.button("review-day")
        day = from_us(self._page.playback.at_us).astimezone().date()
        newest = self._desk.clock.now().astimezone().date()
        self.days.pop_up(button.mapToGlobal(QPoint(0, 0)), day, newest)

    def keep_still(self) -> None:
        """Ask where to, and keep the picture of the chosen camera."""
        page = self._page
        camera_id, label = page.shown.chosen, page.label(page.shown.chosen)
        if label is None or not page.may_keep:
            return
        page.playback.pause()
        at = from_us(page.playback.at_us).astimezone()
        name, _ = QFileDialog.getSaveFileName(
            page,
            self.tr("Keep this picture"),
            f"camera{label.digits or camera_id}_{at:%Y%m%d_%H%M%S}.png",
            self.tr("Pictures (*.png)"),
        )
        if name:
            self.keep_as(Path(name))

    def keep_as(self, path: Path) -> None:
        """Keep the picture of the chosen camera as ``path``."""
        page = self._page
        camera_id = page.shown.chosen
        if camera_id is not None:
            stands = page.playback.tile(page.shown.on_screen.index(camera_id))
            shown_us = stands.shown_us if stands is not None else 0
            us = shown_us or page.playback.at_us
            self.keeping.keep(camera_id, page.name_of(camera_id), us, path)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        page = self._page
        try:
            at = moment_of(text, self._desk.clock.now())
        except PeriodUnclear:
            page.transport.set_unclear(unclear=True)
            page.tell(
                self.tr(
                    "This time is not clear, or has not come yet. Type such as: yesterday 22h05, "
                    "23/11 22h, 22:05:07."
                )
            )
            return
        page.transport.set_unclear(unclear=False)
        page.transport.box.clear()
        page.take_focus()
        page.go_to(to_us(at))

    @Slot(date)
    def _on_day(self, day: date) -> None:
        """The first footage of a day: the player goes on to it."""
        self._page.leaps.go_to_day(day)
        self._page.take_focus()

    @Slot(object)
    def _on_month(self, month: Span) -> None:
        footage, cameras = self._footage, self._page.timeline_cameras
        if not cameras:
            return

        def done(days: Collection[date]) -> None:
            if month == self.days.month:
                self.days.set_days(days)

        self._desk.tasks.run(
            lambda: footage.days_with_footage(cameras, month), done=done, failed=self._page.problem
        )

    @Slot(object, object, QPoint)
    def _on_hovered(self, camera_id: CameraId | None, us: int, at: QPoint) -> None:
        page = self._page
        self._pointed = (camera_id, us, at)
        self._clocks.leave()
        material, now_us = page.reader.material, to_us(self._desk.clock.now())
        if camera_id is None:
            words, recorded = sum_words(material, page.timeline_cameras, us), False
        else:
            words = instant_words(material, camera_id, us, now_us)
            recorded = has_footage(material.track(camera_id), us)
            words = f"{page.name_of(camera_id)}\n{words}"
            if recorded and (clock := self._clocks.words(camera_id, us)):
                words = f"{words}\n{clock}"
        if near := page.timeline.flags_near(camera_id, us):
            us = near[0].at_us  # the picture is the bookmark's own
            words = f"{flags_words(near)}\n{words}"
        self.preview.show_at(at, us, words, camera_id, recorded=recorded)

    @Slot()
    def _on_left(self) -> None:
        self._pointed = None
        self._clocks.forget()  # a clock that was not measured may be by the next time
        self.preview.leave()

    @Slot()
    def _on_clock(self) -> None:
        """What was read of the camera's clock is said where the pointer still is."""
        if self._pointed is not None:
            self._on_hovered(*self._pointed)

    @Slot(object)
    def _on_kept(self, path: Path) -> None:
        self._page.tell(self.tr("Kept: {file}").format(file=path.name), wrong=False)

    @Slot(object)
    def _on_not_kept(self, problem: Problem | None) -> None:
        if problem is None:
            self._page.tell(self.tr("There is no picture of this camera at that moment."))
        else:
            self._page.tell(sentence(problem))
