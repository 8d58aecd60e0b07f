"""Asks what a category is like: its branch, how much, how long, for whose eyes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from console.errors import FieldRefused
from console.forms import clean_name
from db.case_records import Category, CategoryId, Severity
from ui.case_words import severity_word
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.vocabulary.words import days_of, seconds_of
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.categories import Categories

_WIDTH = 520
_LONGEST_NAME = 80
_USUAL = ("30", "60", "30")  # seconds before and after, days


class CategoryDialog(FormDialog):
    """A new category, or with ``category`` one that there is; ``made`` is it, once accepted."""

    def __init__(
        self,
        desk: Desk,
        categories: Categories,
        tree: Sequence[Category],
        category: Category | None = None,
        parent_id: CategoryId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``parent_id`` is the branch that is proposed for a new one."""
        title = (
            translate("vocabulary", "New category of incidents")
            if category is None
            else translate("vocabulary", "Change a category of incidents")
        )
        super().__init__(desk, title, translate("vocabulary", "Keep"), _WIDTH, parent)
        self.setObjectName("category-dialog")
        self._categories = categories
        self._category = category
        self._tree = tree
        self.made: Category | None = None
        self._build(category, parent_id)

    def _build(self, category: Category | None, parent_id: CategoryId | None) -> None:
        name = QLineEdit("" if category is None else category.name, self)
        name.setMaxLength(_LONGEST_NAME)
        self.name = FormField("name", self.tr("Name"), name, required=True)
        self.name.check_with(clean_name)
        self._parents = Choice(self)
        self._parents.addItem(self.tr("a branch of its own"), None)
        for each in self._roots():
            self._parents.addItem(each.name, each.id)
        wanted = parent_id if category is None else category.parent_id
        self._parents.setCurrentIndex(max(0, self._parents.findData(wanted)))
        self.parent_id = FormField("parent_id", self.tr("Belongs to"), self._parents)
        self._severities = Choice(self)
        for severity in Severity:
            self._severities.addItem(severity_word(severity), severity)
        if category is not None:
            self._severities.setCurrentIndex(self._severities.findData(category.severity))
        self.severity = FormField("severity", self.tr("Severity"), self._severities)
        before, after, days = _USUAL
        if category is not None:
            before, after = str(category.pre_s), str(category.post_s)
            days = "" if category.hold_days is None else str(category.hold_days)
        self.pre_s = FormField("pre_s", self.tr("Seconds before"), QLineEdit(before, self))
        self.pre_s.check_with(lambda text: seconds_of("pre_s", text))
        self.post_s = FormField("post_s", self.tr("Seconds after"), QLineEdit(after, self))
        self.post_s.check_with(self._check_after)
        self.hold_days = FormField(
            "hold_days",
            self.tr("Days for which its footage is held"),
            QLineEdit(days, self),
            hint=self.tr("nothing: until somebody releases it, once the case is closed"),
        )
        self.hold_days.check_with(days_of)
        self._readers = Choice(self)
        self._readers.addItem(self.tr("all who may see incidents"), False)
        self._readers.addItem(self.tr("named officers only (children, informants…)"), True)
        self._readers.setCurrentIndex(int(category is not None and category.restricted))
        self.restricted = FormField(
            "restricted", self.tr("Who sees incidents of it"), self._readers
        )
        around = QHBoxLayout()
        around.setSpacing(12)
        for field in (self.pre_s, self.post_s):
            around.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        words = QLabel(
            self.tr(
                "Counts for new bookmarks and incidents. Those that exist keep their category and "
                "their severity, and no footage that is held is let go sooner."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        words.setHidden(category is None)
        for field in (self.name, self.parent_id, self.severity):
            self.body.addWidget(field)
        self.body.addLayout(around)
        for widget in (self.hold_days, self.restricted, words):
            self.body.addWidget(widget)
        for field in (self.name, self.pre_s, self.post_s, self.hold_days):
            if isinstance(field.box, QLineEdit):  # what is wrong with it needs room below it
                field.box.editingFinished.connect(self.adjustSize)
        self.name.box.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and keep it."""
        fields = (self.name, self.pre_s, self.post_s, self.hold_days)
        wrong = [field for field in fields if not field.look()]
        self.adjustSize()
        if wrong:
            wrong[0].box.setFocus()
            return
        from console.categories import CategoryForm

        form = CategoryForm(
            name=self.name.text,
            parent_id=self._parents.currentData(),
            severity=Severity(self._severities.currentData()),
            pre_s=seconds_of("pre_s", self.pre_s.text),
            post_s=seconds_of("post_s", self.post_s.text),
            hold_days=days_of(self.hold_days.text),
            restricted=bool(self._readers.currentData()),
        )
        categories, category = self._categories, self._category
        if category is None:
            self.run(lambda: categories.add(form), self._on_made)
        else:
            self.run(lambda: categories.change(category.id, form), self._on_made)

    def _on_made(self, made: object) -> None:
        assert isinstance(made, Category)
        self.made = made

    def _roots(self) -> list[Category]:
        """The branches under which it may stand: none for one that is a branch with leaves."""
        mine = None if self._category is None else self._category.id
        if mine is not None and any(each.parent_id == mine for each in self._tree):
            return []
        return [each for each in self._tree if each.parent_id is None and each.id != mine]

    def _check_after(self, text: str) -> None:
        after = seconds_of("post_s", text)
        if after == 0 and self.pre_s.text.strip() == "0":
            raise FieldRefused("post_s", "category_seconds")
