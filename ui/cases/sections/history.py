"""The history of an incident: its steps, and every change of every field."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QTextBrowser

from db.case_records import Category, FieldChange, Incident, IncidentId, Step
from ui.case_words import field_word, fields_words, step_word
from ui.cases.history_words import TEXTS, Entry, Known, apart, entries, value_words
from ui.cases.section import Section
from ui.overriding import override
from ui.tables import DISPLAY, TOOL_TIP, Index, RowModel, RowView
from ui.times import stamp_words

_PAGE = 100
_PEOPLE = frozenset({"people", "vehicles"})


class Column(IntEnum):
    """The columns, from the left."""

    TIME = 0
    WHO = 1
    WHAT = 2


_WIDTHS = {Column.TIME: 158, Column.WHO: 150}


class HistoryTable(RowModel):
    """Entries as rows; a page at a time goes into the view, however many there are."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Entry] = ()
        self._count = 0
        self._known = Known({}, (), {})

    @override
    def titles(self) -> tuple[str, ...]:
        return self.tr("Time"), self.tr("Who"), self.tr("What")

    @override
    def count(self) -> int:
        return self._count

    def show_all(self, found: Sequence[Entry], known: Known) -> None:
        """List these."""
        self.beginResetModel()
        self._all, self._known = found, known
        self._count = min(len(found), max(_PAGE, self._count))
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry of a row."""
        return self._all[row] if 0 <= row < self._count else None

    @property
    def known(self) -> Known:
        """What ids are called."""
        return self._known

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._count < len(self._all)

    @override
    def fetchMore(self, parent: Index) -> None:
        last = min(len(self._all), self._count + _PAGE) - 1
        self.beginInsertRows(QModelIndex(), self._count, last)
        self._count = last + 1
        self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (DISPLAY, TOOL_TIP):
            return None
        entry = self._all[index.row()]
        match index.column():
            case Column.TIME:
                return stamp_words(entry.at)
            case Column.WHO:
                return who_words(entry, self._known)
            case _:
                return self.what(entry)

    def what(self, entry: Entry) -> str:
        """One line of what was done."""
        if entry.step is not None:
            before, after, reason = entry.step
            done = step_word(before, after).capitalize()
            return f"{done}: {reason}" if reason else done
        if len(entry.fields) > 1:
            return fields_words(list(entry.fields))
        ((field, (before_, after_)),) = entry.fields.items()
        if field in TEXTS:
            return field_word(field)
        old, new = (value_words(field, each, self._known) for each in (before_, after_))
        return f"{field_word(field)}: {old or '–'} → {new or '–'}"


def who_words(entry: Entry, known: Known) -> str:
    """Who did it, "–" for nobody and for one who was erased."""
    officer_id = entry.officer_id
    return ("" if officer_id is None else known.officers.get(officer_id, "")) or "–"


class HistorySection(Section):
    """A table, and below it what a change did, with what was there before."""

    def __init__(self, *where: Any) -> None:
        super().__init__(*where)
        self.setObjectName("section-history")
        self.rows = HistoryTable(self)
        self.table = RowView("case-history", self.title(), self.rows, self)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self.facts = QTextBrowser(self)
        self.facts.setObjectName("case-history-facts")
        self.facts.setAccessibleName(self.tr("What this change did"))
        self.facts.setOpenLinks(False)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.facts)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.column.addWidget(split, 1)

    @override
    def title(self) -> str:
        return self.tr("History")

    @override
    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        other = incident is None or self.incident is None or incident.id != self.incident.id
        super().show_incident(incident, writable=writable)
        if other:
            self.rows.show_all((), self.rows.known)
            self.facts.clear()
        if incident is not None and self.isVisible():
            self._read(incident.id)

    @override
    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self.incident is not None:
            self._read(self.incident.id)

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def _read(self, number: IncidentId) -> None:
        """Only while it is in sight: where people are told of, the log hears of it."""
        incidents, categories = self.console.incidents, self.console.categories
        self.desk.tasks.renew(
            lambda: (
                incidents.history(number),
                incidents.steps(number),
                incidents.names(),
                categories.tree(),
            ),
            done=partial(self._on_read, number),
            failed=self.on_failed,
        )

    def _on_read(self, number: IncidentId, read: tuple[Any, ...]) -> None:
        if self.incident is None or self.incident.id != number:
            return
        changes: list[FieldChange] = read[0]
        steps: list[Step] = read[1]
        tree: list[Category] = read[3]
        clusters = {each.id: each.name for each in self.ward.clusters}
        row = max(0, self.table.currentIndex().row())
        self.rows.show_all(entries(changes, steps), Known(read[2], tree, clusters))
        self.table.selectRow(min(row, self.rows.count() - 1))

    def _on_row(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row()) if index.isValid() else None
        self.facts.setHtml("" if entry is None else self.facts_of(entry))

    def facts_of(self, entry: Entry) -> str:
        """A change in full, as HTML."""
        head = f"{stamp_words(entry.at)} · {who_words(entry, self.rows.known)}"
        parts = [f"<p style='color:{self.colours.dim}'>{escape(head)}</p>"]
        if entry.step is not None:
            parts.append(f"<p>{escape(self.rows.what(entry))}</p>")
        for field, (before, after) in entry.fields.items():
            parts.append(f"<p><b>{escape(field_word(field))}</b><br>")
            parts.append(f"{self._change(field, before, after)}</p>")
        return "".join(parts)

    def _change(self, field: str, before: str, after: str) -> str:
        if field in _PEOPLE and before == after:
            return escape(self.tr("Restricted reading: not for your role."))
        old, new = (value_words(field, each, self.rows.known) for each in (before, after))
        if field not in TEXTS:
            return f"{self._gone(old or '–')} → {self._come(new or '–')}"
        head, went, came, tail = apart(old, new)
        parts = [escape(head), self._gone(went), self._come(came), escape(tail)]
        return "".join(parts).replace("\n", "<br>")

    def _gone(self, words: str) -> str:
        return f"<s style='color:{self.colours.dim}'>{escape(words)}</s>" if words else ""

    def _come(self, words: str) -> str:
        return f"<u style='color:{self.colours.accent}'>{escape(words)}</u>" if words else ""
