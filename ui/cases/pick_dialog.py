"""Chooses one of the incidents that there are, by number or by words."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from db.case_records import IncidentId, IncidentState
from db.incident_records import IncidentLine, IncidentQuery
from db.structs import replace
from ui.cases.list_table import CaseColumn, IncidentTable
from ui.cases.list_view import CaseView
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.tables import Nothing
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SIZE = (820, 460)
_AFTER_TYPING_MS = 200
_STEPS = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
_LEFT_OUT = (
    CaseColumn.CATEGORY,
    CaseColumn.PLACE,
    CaseColumn.ASSIGNED,
    CaseColumn.DUE,
    CaseColumn.AGE,
)


class PickDialog(QDialog):
    """Lists what fits, the newest first; Enter takes the chosen one."""

    picked = Signal(object)  # the IncidentLine

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        words: tuple[str, str],
        states: Collection[IncidentState],
        parent: QWidget | None,
    ) -> None:
        """``words`` are the title and the button's; one in ``states`` may be chosen."""
        super().__init__(parent)
        self.setObjectName("pick-case")
        title, button = words
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._states = frozenset(states)
        self._without: IncidentId | None = None
        self._is_taking = False  # as soon as what was typed is listed
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self)
        self.search.setObjectName("pick-case-find")
        hint = self.tr("Number, or words of the title: 15, 15/2026, xe máy")
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setToolTip(self.tr("Up and Down choose, Enter takes it"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        page = console.incidents.page

        def read(query: IncidentQuery) -> list[IncidentLine]:
            lines = page(replace(query, limit=query.limit + 1))
            return [each for each in lines if each.id != self._without][: query.limit]

        self.rows = IncidentTable(desk.tasks, desk.clock, read, colours, self)
        self.table = CaseView("pick-case-table", self.tr("Cases"), self.rows, self)
        for left_out in _LEFT_OUT:
            self.table.setColumnHidden(left_out, True)
        self.table.doubleClicked.connect(lambda _: self.take())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        advice = self.tr("Type something else, or Esc and open a new one.")
        self._stack.addWidget(Nothing(self.tr("No case fits this"), advice, self))
        self._notice = QLabel(self)
        self._notice.setProperty("error", True)
        self._notice.setWordWrap(True)
        self._notice.hide()
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close and change nothing (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._go = QPushButton(button, self)
        self._go.setObjectName("pick-case-go")
        self._go.setProperty("main", True)
        self._go.setDefault(True)
        self._go.setToolTip(f"{button} (Enter)")
        self._go.clicked.connect(self.take)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._notice, 1)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, self.search):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        self._typed = QTimer(self, interval=_AFTER_TYPING_MS, singleShot=True)
        self._typed.timeout.connect(self._read)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.rows.arrived.connect(self._on_arrived)
        self.rows.failed.connect(self._on_failed)

    def ask(self, without: IncidentId | None = None) -> None:
        """Show it over its parent; the incident ``without`` is not offered."""
        self._without = without
        self._read()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.finished.connect(self.deleteLater)
        self.show()
        self.search.setFocus()

    @Slot()
    def take(self) -> None:
        """The chosen one is the one; of what is being typed the first, as soon as it is there."""
        if self._typed.isActive():
            self._read()
        self._is_taking = self.rows.is_asking
        if self._is_taking:
            return
        line = self.chosen
        if line is not None:
            self.picked.emit(line)
            self.accept()

    @property
    def chosen(self) -> IncidentLine | None:
        """The incident of the chosen row."""
        return self.rows.line(self.table.currentIndex().row())

    @Slot()
    def _read(self) -> None:
        self._typed.stop()
        self.rows.show_query(IncidentQuery(states=self._states, words=self.search.text().strip()))

    @Slot()
    def _on_arrived(self) -> None:
        some = self.rows.rowCount() > 0
        self._notice.hide()
        self._stack.setCurrentIndex(0 if some else 1)
        self._go.setEnabled(some)
        if some and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        if self._is_taking:
            self.take()

    def _on_failed(self, problem: Problem) -> None:
        self._notice.setText(sentence(problem))
        self._notice.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search move in the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(event.key(), 0)
            row = self.table.currentIndex().row() + step
            if step and 0 <= row < self.rows.rowCount():
                self.table.selectRow(row)
            return bool(step)
        return super().eventFilter(watched, event)
