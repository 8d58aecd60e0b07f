"""The table of what is being made, what waits, and what failed a moment ago."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from db.evidence_records import Package, PackageId, PackageOutcome
from ui.evidence.package_reading import PackageNames
from ui.evidence.words import (
    about_words,
    failure_words,
    outcome_word,
    package_words,
    step_words,
    wanted_words,
)
from ui.exports import Exports, percent
from ui.overriding import override
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.theme import Colours

_BAR, _LEFT = 4.0, 8.0  # pixels
_O = PackageOutcome


class QueueColumn(IntEnum):
    """The columns, from the left."""

    REQUEST = 0
    CAMERAS = 1
    BY = 2
    STATE = 3


class QueueTable(RowModel):
    """Rows in the order in which they are made; what failed stands below."""

    columns = QueueColumn

    def __init__(self, exports: Exports, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._exports = exports
        self._colours = colours
        self._names = PackageNames()
        self._rows: tuple[Package, ...] = ()
        exports.moved.connect(self._on_moved)

    def set_rows(self, rows: Sequence[Package], names: PackageNames) -> None:
        """List these."""
        self.beginResetModel()
        self._rows, self._names = tuple(rows), names
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._on_moved()

    def package(self, row: int) -> Package | None:
        """The package of a row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, package_id: PackageId | None) -> int:
        """Where it is listed; the first row where it is not."""
        numbers = [each.id for each in self._rows]
        return numbers.index(package_id) if package_id in numbers else 0

    @property
    def waiting(self) -> list[PackageId]:
        """What waits, in order."""
        return [each.id for each in self._rows if each.outcome is _O.QUEUED]

    def share(self, row: int) -> int | None:
        """How much of a row is done, in per cent; None: it is not being made."""
        package = self.package(row)
        if package is None or package.outcome is not _O.MAKING:
            return None
        return percent(self._exports.how_far(package.id))

    def state(self, package: Package) -> str:
        """Where it stands, in a sentence."""
        match package.outcome:
            case _O.MAKING:
                moved = self._exports.how_far(package.id)
                if moved is None:
                    return outcome_word(package.outcome)
                if moved.left_s is None:
                    words = self.tr("{percent} % · {step}")
                    return words.format(percent=percent(moved), step=step_words(moved.step))
                return self.tr("{percent} % · {step} · {left} left").format(
                    percent=percent(moved),
                    step=step_words(moved.step),
                    left=about_words(moved.left_s),
                )
            case _O.QUEUED:
                return self.tr("waits, number {place}").format(
                    place=self.waiting.index(package.id) + 1
                )
            case _:
                return failure_words(package.cause)

    @override
    def count(self) -> int:
        return len(self._rows)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Request"),
            self.tr("Cameras"),
            self.tr("Queued by"),
            self.tr("How it stands"),
        )

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        package = self._rows[index.row()]
        if role in (DISPLAY, TOOL_TIP):
            return self._words(package)[index.column()]
        if role == FOREGROUND and index.column() == QueueColumn.STATE:
            return QBrush(QColor(self._colour(package)))
        return None

    def _words(self, package: Package) -> tuple[str, ...]:
        return (
            self._names.request(package) or package_words(package),
            wanted_words(package, self._names.ward),
            self._names.officer(package.queued_by),
            self.state(package),
        )

    def _colour(self, package: Package) -> str:
        colours = self._colours
        match package.outcome:
            case _O.FAILED:
                return colours.ill
            case _O.MAKING:
                return colours.text
            case _:
                return colours.dim

    def _on_moved(self) -> None:
        if self._rows:
            last = len(self._rows) - 1
            self.dataChanged.emit(
                self.index(0, QueueColumn.STATE), self.index(last, QueueColumn.STATE)
            )


class ProgressDelegate(QStyledItemDelegate):
    """Draws how far a row is as a bar below its words."""

    def __init__(self, table: QueueTable, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._colours = colours

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        share = self._table.share(index.row())
        if share is None:
            return
        place = QRectF(option.rect)
        bar = QRectF(
            place.left() + _LEFT, place.bottom() - _BAR - 1, place.width() - 2 * _LEFT, _BAR
        )
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(bar, QColor(self._colours.line))
        bar.setWidth(bar.width() * share / 100)
        painter.fillRect(bar, QColor(self._colours.accent))
        painter.restore()
