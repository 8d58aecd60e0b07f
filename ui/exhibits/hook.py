"""Puts the exhibits page into the window, behind the review page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.exhibits.page import ExhibitsPage
from ui.review.page import ReviewPage
from ui.theme import Colours

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages


def add_exhibits(
    pages: Pages,
    review: ReviewPage,
    desk: Desk,
    console: Console,
    colours: tuple[Colours, Colours],
) -> ExhibitsPage:
    """Make the page; from the review page one goes there, and back."""
    page = ExhibitsPage(desk, console, colours, pages)
    pages.add("exhibits", page)
    review.exhibits_wanted.connect(lambda: pages.bring("exhibits"))
    page.left.connect(lambda: pages.bring("review"))
    return page
