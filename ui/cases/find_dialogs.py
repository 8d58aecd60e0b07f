"""What the search page asks for: the name of a saved search, the case for some bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from console.errors import NameTaken, Problem
from db.case_records import BookmarkId, IncidentId, IncidentState, SavedSearch
from db.incident_records import IncidentLine, IncidentQuery
from ui.case_words import number_words, state_word
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.overriding import override
from ui.search import matches
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_WIDTH = 520
_OPEN = frozenset({IncidentState.DRAFT, IncidentState.RETURNED})
_MOST = 500  # of the cases that are still written on
_ID = Qt.ItemDataRole.UserRole


class SaveDialog(FormDialog):
    """Asks how a search shall be called."""

    def __init__(
        self,
        desk: Desk,
        console: Console,
        text: str,
        known: SavedSearch | None,
        parent: QWidget | None = None,
    ) -> None:
        """``known`` is one that is there already and gets another name."""
        title = self.tr("Save this search") if known is None else self.tr("Rename the search")
        super().__init__(desk, title, self.tr("Save"), _WIDTH, parent)
        self.setObjectName("save-search")
        self._finding = console.find
        self._text, self._known = text, known
        words = QLabel(self.tr("It looks for: {text}").format(text=text), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("quiet", True)
        self.body.addWidget(words)
        box = QLineEdit(self)
        box.setText(text[:80] if known is None else known.name)
        box.selectAll()
        self.name = FormField("name", self.tr("Name"), box, required=True, parent=self)
        self.body.addWidget(self.name)
        box.setFocus()

    @override
    def keep(self) -> None:
        name, text, known, finding = self.name.text, self._text, self._known, self._finding
        if known is None:
            self.run(lambda: finding.save(name, text))
        else:
            self.run(lambda: finding.change_saved(known.id, name=name, text=text))

    @override
    def field_of(self, problem: Problem) -> str:
        return "name" if isinstance(problem, NameTaken) else super().field_of(problem)


class _CaseBox(QLineEdit):
    """Up and Down go through the list below it."""

    def __init__(self, cases: QListWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._cases = cases

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            row = self._cases.currentRow() + step
            self._cases.setCurrentRow(max(0, min(row, self._cases.count() - 1)))
        else:
            super().keyPressEvent(event)


class JoinDialog(FormDialog):
    """Asks into which case some bookmarks shall go: one that is still written on."""

    def __init__(
        self,
        desk: Desk,
        console: Console,
        bookmarks: Sequence[BookmarkId],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Add to a case")
        super().__init__(desk, title, self.tr("Add"), _WIDTH, parent)
        self.setObjectName("join-case")
        self._console = console
        self._bookmarks = bookmarks
        self._lines: list[IncidentLine] = []
        self.joined: IncidentId | None = None
        words = QLabel(self.tr("Bookmarks to add: {count}").format(count=len(bookmarks)), self)
        words.setProperty("quiet", True)
        self.cases = QListWidget(self)
        self.cases.setAccessibleName(self.tr("Cases that are still written on"))
        self.cases.setFixedHeight(280)
        self.cases.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cases.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.cases.itemActivated.connect(lambda _: self.keep())
        self.box = _CaseBox(self.cases, self)
        self.box.setPlaceholderText(self.tr("Number or words of its title"))
        self.box.setAccessibleName(self.tr("Find a case"))
        self.box.textChanged.connect(self._show)
        for widget in (words, self.box, self.cases):
            self.body.addWidget(widget)
        self.box.setFocus()
        incidents = console.incidents
        desk.tasks.run(
            lambda: incidents.page(IncidentQuery(states=_OPEN, limit=_MOST)),
            done=self._on_read,
            failed=self._on_failed,
        )

    @override
    def keep(self) -> None:
        incident_id: IncidentId | None = self.cases.currentIndex().data(_ID)
        if incident_id is None:
            return
        ties, self.joined = self._console.case_ties, incident_id
        self.run(lambda: ties.join(incident_id, self._bookmarks))

    def _on_read(self, lines: list[IncidentLine]) -> None:
        self._lines = lines
        self._show()

    def _show(self) -> None:
        self.cases.clear()
        for line in self._lines:
            number = number_words(line)
            if matches(self.box.text(), number, line.title):
                words = f"{number}  {line.title}\n{state_word(line.state)}, "
                item = QListWidgetItem(words + stamp_words(line.began_at), self.cases)
                item.setToolTip(line.title)
                item.setData(_ID, line.id)
                item.setSizeHint(QSize(0, 48))
        self.cases.setCurrentRow(0)
        if not self.cases.count():
            item = QListWidgetItem(self.tr("No case that is still written on fits."), self.cases)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, 48))
