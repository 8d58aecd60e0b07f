"""What a hold kept and keeps no longer: each recorded file, its size and its hash."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from db.case_records import Disposal
from db.footage_records import Hold
from ui.desk import Desk
from ui.holds.words import cameras_words, gigabytes, span_words
from ui.messages import sentence
from ui.overriding import override
from ui.tables import Index, RowModel, RowView
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.disposals import Disposals

_AT_ONCE = 500
_SIZE = (980, 520)


class DisposalColumn(IntEnum):
    """The columns, from the left."""

    CAMERA = 0
    SPAN = 1
    SIZE = 2
    AT = 3
    HASH = 4


class DisposalTable(RowModel):
    """The files as rows; more are asked for when the last ones come into sight."""

    columns = DisposalColumn
    figures = frozenset({DisposalColumn.SIZE})
    wanted = Signal()

    def __init__(self, ward: Ward, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self.files: list[Disposal] = []
        self._is_whole = False

    def add(self, files: Sequence[Disposal], *, last: bool) -> None:
        """List these, too; ``last``: there are no more."""
        self._is_whole = last
        if files:
            first = len(self.files)
            self.beginInsertRows(QModelIndex(), first, first + len(files) - 1)
            self.files += files
            self.endInsertRows()

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return bool(self.files) and not self._is_whole

    @override
    def fetchMore(self, parent: Index) -> None:
        self.wanted.emit()

    @override
    def count(self) -> int:
        return len(self.files)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Camera"),
            self.tr("Footage from – to"),
            self.tr("Size"),
            self.tr("Kept until"),
            self.tr("SHA-256"),
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.files[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            match index.column():
                case DisposalColumn.CAMERA:
                    return cameras_words([file.camera_id], self._ward)
                case DisposalColumn.SPAN:
                    return span_words(file.span)
                case DisposalColumn.SIZE:
                    return gigabytes(file.size_bytes)
                case DisposalColumn.AT:
                    return stamp_words(file.at)
                case _:
                    return file.sha256
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column())
        return None


class DisposalDialog(QDialog):
    """Lists them for one hold; nothing is done here."""

    def __init__(
        self,
        desk: Desk,
        disposals: Disposals,
        hold: Hold,
        ward: Ward,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("disposal-dialog")
        title = self.tr("What this hold kept")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._desk = desk
        self._disposals = disposals
        self._hold = hold
        self._asking = False
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        whose = QLabel(f"{cameras_words(hold.cameras, ward)}\n{span_words(hold.span)}", self)
        whose.setWordWrap(True)
        whose.setTextFormat(Qt.TextFormat.PlainText)
        self.status = QLabel(self.tr("Reading…"), self)
        self.status.setObjectName("disposal-status")
        self.status.setWordWrap(True)
        self.status.setProperty("quiet", True)
        self.rows = DisposalTable(ward, self)
        self.rows.wanted.connect(self._read)
        self.table = RowView("disposal-table", title, self.rows, self)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wide in (DisposalColumn.CAMERA, DisposalColumn.HASH):
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.hash = QLabel(self)
        self.hash.setObjectName("disposal-hash")
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("disposal-close")
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.hash, 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, whose, self.status):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.table.setFocus()
        self._read()

    @Slot()
    def _read(self) -> None:
        """Read what comes after the last one that is listed."""
        if self._asking:
            return
        self._asking = True
        disposals, hold_id = self._disposals, self._hold.id
        after = self.rows.files[-1] if self.rows.files else None
        self._desk.tasks.run(
            lambda: disposals.of(hold_id, _AT_ONCE, after),
            done=self._on_read,
            failed=self._on_failed,
        )

    def _on_read(self, files: Sequence[Disposal]) -> None:
        self._asking = False
        self.rows.add(files, last=len(files) < _AT_ONCE)
        if not self.rows.files:
            words = self.tr(
                "Nothing is on record: nothing was recorded in this time, another hold keeps it, "
                "or the record is being written (some ten minutes)."
            )
        else:
            words = self.tr(
                "Kept until the time that is shown; since then each file may be removed when its "
                "days are over. Its hash proves what it was."
            )
        self.status.setText(words)
        if files and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        there = index.isValid()
        self.hash.setText(f"SHA-256: {self.rows.files[index.row()].sha256}" if there else "")

    def _on_failed(self, problem: Problem) -> None:
        self._asking = False
        self.status.setText(sentence(problem))
