"""What a search found, as a list that grows while one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from console.finding_results import Result
from db.find_records import StillOf
from ui import keys
from ui.cases.find_words import heard_words, title_words
from ui.cases.result_row import ResultRow
from ui.cases.still_pictures import StillPictures
from ui.overriding import override
from ui.theme import Colours
from ui.ward import Ward

_Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """The results; ``more_wanted`` when the end comes into sight."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ward = Ward()
        self._results: list[Result] = []
        self._whole = True

    def result(self, row: int) -> Result | None:
        """That of a row."""
        return self._results[row] if 0 <= row < len(self._results) else None

    def row_of(self, kind: str, id_: int) -> int | None:
        """Where a result stands, if it is listed."""
        its = (row for row, each in enumerate(self._results) if (each.kind, each.id) == (kind, id_))
        return next(its, None)

    def rows_of(self, still: StillOf) -> list[int]:
        """The rows that show a still."""
        return [row for row, each in enumerate(self._results) if each.still == still]

    def fill(self, results: Sequence[Result], *, whole: bool) -> None:
        """List these alone."""
        self.beginResetModel()
        self._results, self._whole = list(results), whole
        self.endResetModel()

    def append(self, results: Sequence[Result], *, whole: bool) -> None:
        """List these, too."""
        self._whole = whole
        if results:
            first = len(self._results)
            self.beginInsertRows(QModelIndex(), first, first + len(results) - 1)
            self._results += results
            self.endInsertRows()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._results)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._whole

    @override
    def fetchMore(self, parent: _Index) -> None:
        self.more_wanted.emit()

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        result = self.result(index.row())
        if result is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return title_words(result)
            case Qt.ItemDataRole.AccessibleTextRole:
                return heard_words(result, self.ward)
            case Qt.ItemDataRole.UserRole:
                return result
        return None


class FoundList(QListView):
    """The results with their stills; several may be chosen."""

    left_upwards = Signal()  # Up on the first one
    painted = Signal()  # what was listed last is on screen

    def __init__(
        self, pictures: StillPictures, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find-results")
        self.setAccessibleName(self.tr("What was found"))
        self._fresh = False  # nobody has seen what is listed
        self.rows = FoundModel(self)
        self.rows.modelReset.connect(self._on_reset)
        self.row = ResultRow(pictures, colours, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.row)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pictures.came.connect(self._on_picture)
        for name in ("find-open", "find-play", "find-join"):
            self.setToolTip("\n".join(filter(None, (self.toolTip(), keys.hint_of(name)))))

    @property
    def chosen(self) -> list[Result]:
        """In the order of the list, the present one if nothing is marked."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.rows.result(row) for row in rows or [self.currentIndex().row()]]
        return [result for result in found if result is not None]

    def set_ward(self, ward: Ward) -> None:
        """There are these places from now on."""
        self.rows.ward = self.row.ward = ward
        self.viewport().update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.row.colours = colours
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Choose that one alone, if it is there."""
        if 0 <= row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row))

    def _on_reset(self) -> None:
        self._fresh = True

    def _on_picture(self, still: StillOf) -> None:
        for row in self.rows.rows_of(still):
            self.update(self.rows.index(row))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.row.width = self.viewport().width()
        self.setGridSize(QSize())

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 400)
