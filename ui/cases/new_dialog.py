"""Opens an incident: what it is about in four fields, from bookmarks or from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from console.errors import FieldRefused
from console.periods import PeriodUnclear, moment_of
from db.case_records import Bookmark, Category, CategoryId, Incident
from db.records import ClusterId
from ui.case_words import category_words
from ui.cases.list_words import offered
from ui.desk import Desk
from ui.find_box import FindBox
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.times import stamp_words
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_WIDTH = 560
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class CaseWish:
    """What a new incident begins with: bookmarks, whose words, time and place it takes over."""

    bookmarks: tuple[Bookmark, ...] = ()

    @property
    def title(self) -> str:
        """The first line that was written."""
        return next((each.note for each in self._in_order if each.note), "")[:_LONGEST_TITLE]

    @property
    def category_id(self) -> CategoryId | None:
        """The first category that was chosen."""
        known = (each.category_id for each in self._in_order)
        return next((each for each in known if each is not None), None)

    @property
    def began_at(self) -> datetime | None:
        """The first moment."""
        return min((each.at for each in self.bookmarks), default=None)

    def cluster_id(self, ward: Ward) -> ClusterId | None:
        """Where the first camera hangs."""
        cameras = (ward.camera(id_) for each in self._in_order for id_ in each.cameras)
        return next((each.cluster_id for each in cameras if each is not None), None)

    @property
    def _in_order(self) -> list[Bookmark]:
        return sorted(self.bookmarks, key=lambda each: each.at)


class NewIncidentDialog(FormDialog):
    """Accepted when the incident is on disk, with its number; ``made`` tells which."""

    made = Signal(object)  # the IncidentId

    def __init__(
        self, desk: Desk, console: Console, ward: Ward, wish: CaseWish, parent: QWidget | None
    ) -> None:
        title = translate("cases", "New case")
        super().__init__(desk, title, translate("cases", "Open the case"), _WIDTH, parent)
        self.setObjectName("new-case")
        self._desk = desk
        self._console = console
        self._wish = wish
        self._tree: Sequence[Category] = ()
        self._began = wish.began_at or desk.clock.now()
        self._build(ward)

    def _build(self, ward: Ward) -> None:
        wish = self._wish
        if wish.bookmarks:
            told = QLabel(self._bookmarks_words(), self)
            told.setObjectName("new-case-bookmarks")
            told.setProperty("quiet", True)
            told.setWordWrap(True)
            self.body.addWidget(told)
        line = QLineEdit(wish.title, self)
        line.setMaxLength(_LONGEST_TITLE)
        self.title = FormField(
            "title",
            self.tr("What it is about, in one line"),
            line,
            required=True,
            hint=self.tr("no names of persons: they have a place of their own in the case"),
        )
        self.title.check_with(_required)
        self.category = FormField(
            "category_id",
            self.tr("Category"),
            FindBox(self.tr("Type the first letters, then Enter"), self),
            required=True,
        )
        self.category.check_with(lambda _: self._category())
        self._restricted = QLabel(
            self.tr(
                "Cases of this category are restricted: the chiefs and you see this one, nobody "
                "else. Others are named in it later."
            ),
            self,
        )
        self._restricted.setObjectName("new-case-restricted")
        self._restricted.setWordWrap(True)
        self._restricted.setProperty("late", True)
        self._restricted.hide()
        clusters = FindBox(self.tr("Type a part of its name, then Enter"), self)
        clusters.set_items([(each.id, each.name) for each in ward.clusters])
        self.cluster = FormField("cluster_id", self.tr("Cluster"), clusters)
        self.cluster.check_with(lambda _: self._cluster())
        self.began = FormField(
            "began_at",
            self.tr("When it began"),
            QLineEdit(self._began_words, self),
            required=True,
            hint=self.tr("such as: 22h, yesterday 22h05, 23/11 6h30"),
        )
        self.began.check_with(lambda _: self._moment())
        for widget in (self.title, self.category, self._restricted, self.cluster, self.began):
            self.body.addWidget(widget)
        assert isinstance(self.category.box, FindBox)
        self.category.box.picked.connect(self._on_category)
        if (cluster_id := wish.cluster_id(ward)) is not None:
            clusters.pick(cluster_id)
        self.title.box.setFocus()

    def ask(self) -> None:
        """Show it over its parent; the categories are read now."""
        self._desk.tasks.run(
            self._console.categories.tree, done=self._on_tree, failed=self._on_failed
        )
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.finished.connect(self.deleteLater)
        self.show()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and open the incident."""
        fields = (self.title, self.category, self.cluster, self.began)
        wrong = [field for field in fields if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            return
        from console.incident_rules import IncidentForm

        form = IncidentForm(
            title=self.title.text,
            category_id=self._category(),
            cluster_id=self._cluster(),
            began_at=self._moment(),
        )
        incidents = self._console.incidents
        ids = [each.id for each in self._wish.bookmarks]
        self.run(lambda: incidents.open(form, ids), self._on_made)

    def _on_made(self, incident: object) -> None:
        assert isinstance(incident, Incident)
        self.made.emit(incident.id)

    def _on_tree(self, tree: Sequence[Category]) -> None:
        self._tree = tree
        assert isinstance(self.category.box, FindBox)
        self.category.box.set_items(
            [(each.id, category_words(each.id, tree)) for each in offered(tree)]
        )
        if self._wish.category_id is not None and not self.category.text:
            self.category.box.pick(self._wish.category_id)

    @Slot()
    def _on_category(self) -> None:
        assert isinstance(self.category.box, FindBox)
        chosen = self.category.box.choice
        restricted = any(each.restricted for each in self._tree if each.id == chosen)
        self._restricted.setVisible(restricted)

    def _category(self) -> CategoryId:
        """What was chosen, or what was typed as far as it is clear.  Raises FieldRefused."""
        chosen = self._picked(self.category)
        if chosen is None:
            raise FieldRefused("category_id", "unknown" if self.category.text else "empty")
        return CategoryId(chosen)

    def _cluster(self) -> ClusterId | None:
        """The same; nothing typed: nowhere in particular."""
        chosen = self._picked(self.cluster)
        if chosen is None and self.cluster.text.strip():
            raise FieldRefused("cluster_id", "unknown")
        return None if chosen is None else ClusterId(chosen)

    def _picked(self, field: FormField) -> int | None:
        box = field.box
        assert isinstance(box, FindBox)
        if box.choice is None and box.text().strip():
            fits = box.found(box.text())
            if len(fits) == 1:  # it is clear what is meant without Enter, too
                box.pick(fits[0][0])
        return box.choice  # type: ignore[no-any-return]

    def _moment(self) -> datetime:
        """Raises FieldRefused."""
        text = self.began.text.strip()
        if text == self._began_words:
            return self._began
        try:
            return moment_of(text, self._desk.clock.now())
        except PeriodUnclear as error:
            raise FieldRefused("began_at", "case_moment" if text else "empty") from error

    @property
    def _began_words(self) -> str:
        return stamp_words(self._began)

    def _bookmarks_words(self) -> str:
        times = ", ".join(stamp_words(each.at) for each in self._wish.bookmarks[:3])
        count = len(self._wish.bookmarks)
        words = self.tr("From {count} bookmarks: {times}")
        if count > 3:
            words = self.tr("From {count} bookmarks: {times}…")
        return words.format(count=count, times=times)


def _required(text: str) -> None:
    """Raises FieldRefused."""
    if not text.strip():
        raise FieldRefused("title", "empty")
