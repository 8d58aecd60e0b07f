"""The keys of the review page, and what each does to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui import keys
from ui.review.scale import SECOND_US
from ui.review.shown import GRIDS, Shown
from ui.wall.grid import side_of
from ui.wall.typed import TypedNumber

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

_PAN = 0.1  # of what is shown
_STEP = 50  # the timeline is so many steps of its arrows wide


class Acts:
    """Makes the actions; ``table`` has them by name."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._typed = TypedNumber()
        self.table: dict[str, QAction] = {}
        playback = page.playback
        slots = {
            "list": page.toggle_list,
            "search": page.search,
            "tools": page.toggle_tools,
            "remove": page.remove,
            "alone": page.alone,
            "rows": page.toggle_rows,
            "play": playback.play,
            "slower": partial(playback.faster, -1),
            "faster": partial(playback.faster, 1),
            "frame-back": partial(playback.step, -1),
            "frame-on": partial(playback.step, 1),
            "ten-back": partial(self._move, -10 * SECOND_US),
            "ten-on": partial(self._move, 10 * SECOND_US),
            "stretch-back": partial(page.leaps.jump, -1),
            "stretch-on": partial(page.leaps.jump, 1),
            "go": page.ask_time,
            "day": page.errands.ask_day,
            "in": partial(playback.mark, end=False),
            "out": partial(playback.mark, end=True),
            "loop": lambda: playback.loop(not playback.loops),
            "unmark": partial(playback.set_marks, None, None),
            "still": page.errands.keep_still,
            "sound": page.sound.toggle,
            "louder": partial(playback.louder, 1),
            "softer": partial(playback.louder, -1),
            "exhibits": page.exhibits_wanted.emit,
            "hold": page.hold_wanted.emit,
            "holds": page.holds_wanted.emit,
            "request": self._ask_in_writing,
            "live": page.back_to_live,
        }
        for name, slot in slots.items():
            self._add(f"review-{name}", page, slot)
        for tiles in GRIDS:
            self._add(f"review-grid-{tiles}", page, partial(page.set_tiles, tiles))
        for digit in "0123456789":
            self._add(f"review-digit-{digit}", page, partial(self._on_digit, digit))

    def add_for_pictures(self) -> None:
        """The keys that act while the pictures have the focus."""
        pictures = self._page.pictures
        for name, across, down in (
            ("left", -1, 0),
            ("right", 1, 0),
            ("up", 0, -1),
            ("down", 0, 1),
        ):
            self._add(f"picture-{name}", pictures, partial(self._choose, across, down))
            pan = partial(pictures.pan, across * _PAN, down * _PAN)
            self._add(f"picture-pan-{name}", pictures, pan)
        self._add("picture-enter", pictures, self._on_enter)
        self._add("picture-in", pictures, partial(pictures.magnify, 1))
        self._add("picture-out", pictures, partial(pictures.magnify, -1))
        self._add("picture-whole", pictures, pictures.unzoom)

    def add_for_timeline(self) -> None:
        """The keys that act while the timeline has the focus."""
        page, timeline = self._page, self._page.timeline
        for name, slot in (
            ("left", partial(self._stride, -1)),
            ("right", partial(self._stride, 1)),
            ("up", partial(timeline.step_row, -1)),
            ("down", partial(timeline.step_row, 1)),
            ("before", partial(timeline.turn, -0.9)),
            ("after", partial(timeline.turn, 0.9)),
            ("first", lambda: page.go_to(timeline.scale.start_us)),
            ("newest", page.leaps.go_to_newest),
            ("in", partial(timeline.zoom, -1)),
            ("out", partial(timeline.zoom, 1)),
        ):
            self._add(f"timeline-{name}", timeline, slot)

    def forget_number(self) -> bool:
        """Forget the digits that were typed; False when there were none."""
        self._page.pictures.show_typed("")
        return self._typed.take() is not None

    def _add(self, name: str, owner: QWidget, slot: object) -> None:
        assert callable(slot)
        self.table[name] = keys.action(name, owner, slot)

    def _ask_in_writing(self) -> None:
        self._page.bar.request_wanted.emit()

    def _move(self, us: int) -> None:
        self._page.go_to(self._page.playback.at_us + us)

    def _stride(self, way: int) -> None:
        self._move(way * self._page.timeline.scale.length_us // _STEP)

    def _choose(self, across: int, down: int) -> None:
        shown: Shown = self._page.shown
        self._page.put(shown.step(across, down, side_of(shown.tiles)))

    def _on_digit(self, digit: str) -> None:
        self._typed.add(digit)
        self._page.pictures.setFocus()
        self._page.pictures.show_typed(self._typed.digits)

    def _on_enter(self) -> None:
        number = self._typed.take()
        self._page.pictures.show_typed("")
        if number is None:
            self._page.alone()
        else:
            self._page.call(number)
