"""The page of the kinds of incidents: added, changed, moved, put in order, used no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from db.case_records import Category, CategoryId
from db.records import Topic
from ui.desk import Desk
from ui.overriding import override
from ui.tables import RowView
from ui.theme import Colours
from ui.vocabulary.categories_table import CategoryColumn, CategoryTable
from ui.vocabulary.category_dialog import CategoryDialog
from ui.vocabulary.page import VocabularyPage

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class CategoriesPage(VocabularyPage):
    """Lies behind the settings; in the order in which it lists them, officers choose them."""

    topics = frozenset({Topic.CATEGORIES})
    find_key = "category-find"

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("categories-page")
        self.rows = CategoryTable(colours, self)
        self._wanted: CategoryId | None = None  # to be chosen once it is listed
        title = self.tr("Categories of incidents")
        table = RowView("categories-table", title, self.rows, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CategoryColumn.NAME, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(lambda _: self.ask_change())
        below = QLabel(
            self.tr(
                "Nothing here changes what exists: bookmarks, incidents and held footage keep "
                "what they have. A category that is used no more stays in old incidents."
            ),
            self,
        )
        below.setProperty("quiet", True)
        below.setWordWrap(True)
        below.setTextFormat(Qt.TextFormat.PlainText)
        self.build(
            title,
            table,
            (
                ("category-add", "add", self.ask_new),
                ("category-change", "change", self.ask_change),
                ("category-up", "", lambda: self.shift(-1)),
                ("category-down", "", lambda: self.shift(1)),
                ("category-retire", "remove", self.retire),
                ("category-leave", "previous", self.left.emit),
            ),
            below,
        )
        self.set_colours(colours)

    @property
    def chosen(self) -> Category | None:
        """The category of the chosen row."""
        return self.rows.category(self.row)

    @override
    def renew(self) -> None:
        self.read(self.console.categories.tree_to_change, self._on_read)

    def ask_new(self) -> None:
        """Ask for a new one, in the branch of the chosen one."""
        chosen = self.chosen
        branch = None if chosen is None else chosen.parent_id
        if self.may_change:
            self._ask(None, branch)

    def ask_change(self) -> None:
        """Ask what is different about the chosen one."""
        if self.chosen is not None and self.may_change:
            self._ask(self.chosen, None)

    def shift(self, by: int) -> None:
        """Let the chosen one stand further up or down among those of its branch."""
        chosen, categories = self.chosen, self.console.categories
        if chosen is None or not self._can_move(chosen, by):
            return
        order = self.rows.siblings(chosen)
        place = order.index(chosen.id)
        order[place], order[place + by] = order[place + by], order[place]
        self._wanted = chosen.id
        self.write(lambda: categories.reorder(chosen.parent_id, order))

    def retire(self) -> None:
        """Let no new incident have the chosen one, or let them have it again."""
        chosen, categories = self.chosen, self.console.categories
        if chosen is not None:
            change = categories.bring_back if chosen.retired else categories.retire
            self._wanted = chosen.id
            self.write(lambda: change(chosen.id))

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        row = self.row
        self.rows.set_colours(colours)
        self.choose(row)

    @override
    def show_found(self, needle: str) -> None:
        chosen = self.chosen
        self.rows.look_for(needle)
        self._list(None if chosen is None else chosen.id)

    @override
    def clear_rows(self) -> None:
        self.rows.set_tree(())
        self.choose(0)

    @override
    def possible(self) -> dict[str, bool]:
        chosen = self.chosen
        retired = chosen is not None and chosen.retired
        words = self.tr("Use it again") if retired else self.tr("Use it no more")
        self.name_button("category-retire", words)
        return {
            "category-add": True,
            "category-change": chosen is not None,
            "category-retire": chosen is not None,
            "category-up": chosen is not None and self._can_move(chosen, -1),
            "category-down": chosen is not None and self._can_move(chosen, 1),
        }

    def _can_move(self, category: Category, by: int) -> bool:
        siblings = self.rows.siblings(category)
        searched = bool(self.search.text())
        return not searched and 0 <= siblings.index(category.id) + by < len(siblings)

    def _ask(self, category: Category | None, branch: CategoryId | None) -> None:
        categories, tree = self.console.categories, self.rows.tree
        dialog = CategoryDialog(self.desk, categories, tree, category, branch, self)
        dialog.accepted.connect(lambda: self._on_made(dialog.made))
        self.open(dialog)

    def _on_made(self, made: Category | None) -> None:
        self._wanted = None if made is None else made.id
        self.search.clear()
        self.renew()

    def _on_read(self, tree: Sequence[Category]) -> None:
        if not self.may_change:
            return
        chosen = self.chosen
        self.rows.set_tree(tree)
        self._list(self._wanted or (None if chosen is None else chosen.id))
        self._wanted = None

    def _list(self, category_id: CategoryId | None) -> None:
        self.choose(self.rows.row_of(category_id))
        tree = self.rows.tree
        used = sum(not self.rows.is_retired(each) for each in tree)
        words = self.tr("{count} in use").format(count=used)
        if len(tree) > used:
            words = self.tr("{count} in use, {retired} used no more").format(
                count=used, retired=len(tree) - used
            )
        self.say(words if tree else "")
        if tree:
            self.say_nothing_fits()
