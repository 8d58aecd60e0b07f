"""Puts the review page into the window: between it and the wall one goes both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.records import CameraId
from ui.desk import Desk
from ui.review.finding.add import add_finding
from ui.review.page import ReviewPage
from ui.review.service import Archive
from ui.theme import Colours
from ui.wall.page import WallPage

if TYPE_CHECKING:
    from ui.pages import Pages


def add_review(
    pages: Pages,
    wall: WallPage,
    desk: Desk,
    archive: Archive,
    colours: tuple[Colours, Colours],
) -> ReviewPage:
    """Make the page and add it behind the wall."""
    page = ReviewPage(desk, archive, colours, pages)
    add_finding(page, desk, archive)
    pages.add("review", page)

    def review(cameras: list[CameraId]) -> None:
        if pages.bring("review"):
            page.review(cameras)

    def live(camera_id: CameraId) -> None:
        if pages.bring("wall"):
            wall.choose(camera_id)

    wall.review_wanted.connect(review)
    page.live_wanted.connect(live)
    return page
