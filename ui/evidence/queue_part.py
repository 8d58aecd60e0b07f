"""What is made and what waits, and what can be done about it: earlier, later, cancel, try again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction
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
from console.workers import Lane
from db.evidence_records import Package, PackageOutcome
from ui import keys
from ui.access.consequence import Consequence
from ui.desk import Desk
from ui.evidence.package_reading import PackageNames, PackagesRead
from ui.evidence.queue_table import ProgressDelegate, QueueColumn, QueueTable
from ui.evidence.words import wanted_words
from ui.icons import icon
from ui.tables import ROW, RowView
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_ICONS = {
    "package-earlier": "newest",
    "package-later": "import",
    "package-retry": "recording",
    "package-cancel": "close",
}
_MOST_ROWS = 4
_CAMERAS = 170  # pixels
_O = PackageOutcome
_ENDED_BADLY = (_O.FAILED, _O.CANCELLED)


class QueuePart(QWidget):
    """Its table is there while something is made, waits, or failed within a day."""

    failed = Signal(object)  # Problem
    chosen_changed = Signal()

    def __init__(self, desk: Desk, console: Console, colours: Colours, owner: QWidget) -> None:
        """Its keys act in the whole of ``owner``, the page."""
        super().__init__(owner)
        self.setObjectName("package-queue")
        self._desk = desk
        self._console = console
        self.about: Callable[[], Package | None] = lambda: self.chosen  # what its keys are about
        self._names = PackageNames()
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.rows = QueueTable(desk.standing.exports, colours, self)
        self.table = RowView("queue-table", self.tr("What is exported"), self.rows, self)
        self._bars = ProgressDelegate(self.rows, colours, self)
        self.table.setItemDelegateForColumn(QueueColumn.STATE, self._bars)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(QueueColumn.STATE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(QueueColumn.CAMERAS, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(QueueColumn.CAMERAS, _CAMERAS)
        self.table.setProperty("dense", True)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.title = QLabel(self)
        self.title.setObjectName("section-title")
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.title, 1)
        for name, slot in (
            ("package-earlier", lambda: self.shift(-1)),
            ("package-later", lambda: self.shift(+1)),
            ("package-retry", self.retry),
            ("package-cancel", self.ask_cancel),
        ):
            tools.addWidget(self._button(name, owner, slot))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(tools)
        column.addWidget(self.table)
        self.set_colours(colours)
        self.show_read(PackagesRead(), PackageNames())

    def _button(self, name: str, owner: QWidget, slot: Callable[[], object]) -> QPushButton:
        action = self._actions[name] = keys.action(name, owner, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    @property
    def chosen(self) -> Package | None:
        """The package of the chosen row."""
        return self.rows.package(self.table.currentIndex().row())

    def show_read(self, read: PackagesRead, names: PackageNames) -> None:
        """List what was read; what was chosen stays so."""
        chosen = self.chosen
        self._names = names
        focused = self.table.hasFocus()
        self.rows.set_rows(read.queue, names)
        count = self.rows.count()
        if count:
            self.table.selectRow(self.rows.row_of(None if chosen is None else chosen.id))
        shown = min(count, _MOST_ROWS)
        self.table.setFixedHeight(ROW * (shown + 1) + 4)
        self.table.setVisible(bool(count))
        self.title.setText(self._title(read.queue))
        if focused and count:
            self.table.setFocus()
        self.dress()
        self.chosen_changed.emit()

    def _title(self, queue: Sequence[Package]) -> str:
        if not queue:
            return self.tr("Nothing is exported now")
        if all(each.outcome in _ENDED_BADLY for each in queue):
            return self.tr("Nothing is exported now; what was not made")
        return self.tr("Exporting and waiting")

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.rows.set_colours(colours)
        self._bars.set_colours(colours)
        for name, its in _ICONS.items():
            self._buttons[name].setIcon(icon(its, colours.text))

    def shift(self, by: int) -> None:
        """Let the chosen one be made earlier (-1) or later (+1)."""
        package, order = self.about(), self.rows.waiting
        if package is None or package.id not in order:
            return
        place = order.index(package.id)
        other = place + by
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
            queue = self._console.evidence.queue
            self._run(lambda: queue.arrange(order))

    def retry(self) -> None:
        """Queue the chosen one again, which failed or was cancelled."""
        package, queue = self.about(), self._console.evidence.queue
        if package is not None and package.outcome in _ENDED_BADLY:
            package_id = package.id
            self._run(lambda: queue.retry(package_id))

    def ask_cancel(self) -> None:
        """Take the chosen one out of the queue; what is being made is asked about first."""
        package = self.about()
        if package is None or package.outcome not in (_O.QUEUED, _O.MAKING):
            return
        package_id, queue = package.id, self._console.evidence.queue

        def cancel() -> None:
            self._run(lambda: queue.cancel(package_id))

        if package.outcome is _O.QUEUED:  # nothing is lost: it can be tried again
            cancel()
            return
        dialog = Consequence(
            self.tr("Stop this export"),
            self.tr(
                "{cameras}\n\nWhat was copied so far is removed from the medium. It can be tried "
                "again, from its beginning."
            ).format(cameras=wanted_words(package, self._names.ward)),
            self.tr("Stop the export"),
            self,
        )
        dialog.accepted.connect(cancel)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _run(self, work: Callable[[], object]) -> None:
        """Whoever shows the queue hears of the change and reads it again."""
        self._desk.tasks.run(work, done=lambda _: None, failed=self._on_failed, lane=Lane.WRITE)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    @Slot(QModelIndex)
    def _on_row(self, _index: QModelIndex) -> None:
        self.dress()
        self.chosen_changed.emit()

    def dress(self) -> None:
        """Offer what can be done with the chosen one now."""
        package, order = self.about(), self.rows.waiting
        place = order.index(package.id) if package is not None and package.id in order else None
        outcome = None if package is None else package.outcome
        can = {
            "package-earlier": place is not None and place > 0,
            "package-later": place is not None and place < len(order) - 1,
            "package-retry": outcome in _ENDED_BADLY,
            "package-cancel": outcome in (_O.QUEUED, _O.MAKING),
        }
        for name, possible in can.items():
            self._buttons[name].setEnabled(possible)
