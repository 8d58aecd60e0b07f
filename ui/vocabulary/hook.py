"""Puts the pages of categories and phrases into the window, behind the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.theme import Colours
from ui.vocabulary.categories_page import CategoriesPage
from ui.vocabulary.page import VocabularyPage
from ui.vocabulary.phrases_page import PhrasesPage

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages


def add_vocabulary(
    pages: Pages,
    desk: Desk,
    console: Console,
    colours: Callable[[], Colours],
    failed: Callable[[str], None],
) -> None:
    """Promise both; from the settings one goes there, and back."""

    def make(kind: type[VocabularyPage]) -> VocabularyPage:
        page = kind(desk, console, colours(), pages)
        page.left.connect(lambda: pages.bring("settings"))
        page.failed.connect(failed)
        return page

    pages.promise("categories", partial(make, CategoriesPage))
    pages.promise("phrases", partial(make, PhrasesPage))
