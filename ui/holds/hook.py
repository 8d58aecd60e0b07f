"""Puts the holds page into the window, behind the review page; from there footage is held, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from db.footage_records import Hold
from db.records import CameraId, Span, from_us, to_us
from ui.desk import Desk
from ui.holds.dialogs import HoldWish
from ui.holds.page import HoldsPage
from ui.holds.words import until_words
from ui.review.page import ReviewPage
from ui.review.shown import GRIDS
from ui.theme import Colours
from ui.words import translate

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages

_AROUND = timedelta(minutes=5)  # of where the clock stands, when nothing is marked


def add_holds(
    pages: Pages,
    review: ReviewPage,
    desk: Desk,
    console: Console,
    colours: Callable[[], Colours],
    failed: Callable[[str], None],
) -> None:
    """Promise the page; from the review page one goes there, and back."""

    def make() -> HoldsPage:
        page = HoldsPage(desk, console, colours(), pages)
        page.watch_wanted.connect(watch)
        page.left.connect(lambda: pages.bring("review"))
        page.failed.connect(failed)
        return page

    def made(hold: Hold) -> None:
        words = translate("holds", "Held: {until}").format(until=until_words(hold))
        review.tell(words, wrong=False)

    def ask() -> None:
        cameras = review.shown.cameras
        if not cameras:
            review.tell(translate("holds", "Show the cameras first whose footage shall be held."))
            return
        at = from_us(review.playback.at_us)
        span = review.playback.marked_span or Span(at - _AROUND, at + _AROUND)
        review.playback.pause()
        if isinstance(page := pages.page("holds"), HoldsPage):
            page.hold(HoldWish(cameras, span), review, made)

    def watch(cameras: Sequence[CameraId], span: Span) -> None:
        if pages.bring("review"):
            review.review(list(cameras)[: max(GRIDS)], to_us(span.start))
            review.playback.set_marks(to_us(span.start), to_us(span.end))

    pages.promise("holds", make)
    review.hold_wanted.connect(ask)
    review.holds_wanted.connect(lambda: pages.bring("holds"))
