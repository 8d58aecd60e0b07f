"""Puts the exhibits page into the window, behind the review page."""

from __future__ import annotations

from collections.abc import Callable
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
    colours: Callable[[], tuple[Colours, Colours]],
    failed: Callable[[str], None],
) -> None:
    """Promise the page; from the review page one goes there, and back."""

    def make() -> ExhibitsPage:
        page = ExhibitsPage(desk, console, colours(), pages)
        page.left.connect(lambda: pages.bring("review"))
        page.failed.connect(failed)
        return page

    pages.promise("exhibits", make)
    review.exhibits_wanted.connect(lambda: pages.bring("exhibits"))
