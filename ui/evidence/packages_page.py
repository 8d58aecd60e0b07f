"""The packages' page: what is exported now, what was made, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.evidence_records import Package, PackageId, PackageOutcome, RequestId
from db.records import Topic
from ui import keys
from ui.desk import Desk
from ui.evidence.evidence_page import EvidencePage
from ui.evidence.medium_choice import LookFor, removable
from ui.evidence.package_acts import PackageActs
from ui.evidence.package_card import PackageCard
from ui.evidence.package_reading import PackageNames, PackagesRead, read_packages
from ui.evidence.package_table import PackageColumn, PackageTable
from ui.evidence.queue_part import QueuePart
from ui.overriding import override
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.evidence.custody import CustodySeen

_FIND_WIDTH = 240
_CARD_WIDTH = 470
_O = PackageOutcome
_FILTERS = {
    "package-made": frozenset({_O.MADE}),
    "package-unmade": frozenset({_O.FAILED, _O.CANCELLED}),
    "package-all": frozenset[PackageOutcome](),
}


class PackagesPage(EvidencePage):
    """The queue on top, the packages below it, the chosen one on the right."""

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget | None = None,
        *,
        look_for: LookFor = removable,
    ) -> None:
        """``look_for`` tells what media are plugged in."""
        super().__init__("packages", desk, console, colours, parent)
        self._numbers: dict[RequestId, str] = {}
        self._read_ = PackagesRead()
        self._reading = self._again = False
        self._round = 0  # counts who sits here: an answer for the one before is nobody's
        self._wanted: PackageId | None = None  # to be chosen when it is read
        self._filter = "package-made"
        self._filters: dict[str, QPushButton] = {}
        self.rows = PackageTable(colours, self)
        self.queue = QueuePart(desk, console, colours, self)
        self.queue.failed.connect(self.on_failed)
        self.queue.table.clicked.connect(lambda _: self._show_chosen())
        self.queue.chosen_changed.connect(self._on_queue_row)
        self.card = PackageCard(colours, self)
        self.acts = PackageActs(desk, console, colours, self.card, self, look_for=look_for)
        self.acts.failed.connect(self.failed)
        self.queue.about = lambda: self.card.package
        self._build()
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.table = self._make_table()
        self.status = QLabel(self)
        self.status.setObjectName("packages-status")
        self.status.setProperty("quiet", True)
        self.search = QLineEdit(self)
        self.search.setObjectName("packages-find")
        self.search.setPlaceholderText(self.tr("Find: request, camera, package, medium"))
        self.search.setAccessibleName(keys.words_of("package-find"))
        self.search.setToolTip(keys.hint_of("package-find"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.table.setFocus)
        keys.action("package-find", self, self._on_find)
        keys.action("package-beside", self, self._on_beside)
        keys.action("package-request", self.table, self._on_request)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for name in _FILTERS:
            tools.addWidget(self._filter_button(name))
        tools.addSpacing(8)
        tools.addWidget(self.search)
        tools.addWidget(self.status, 1)
        self._empty = Nothing("", "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.queue)
        left.addLayout(tools)
        left.addWidget(self._stack, 1)
        self._beside = beside = QWidget(self)
        beside.setFixedWidth(_CARD_WIDTH)
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.card, 1)
        right.addWidget(self.acts)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(beside)
        self.column.addLayout(row, 1)
        self._list()

    def _make_table(self) -> RowView:
        table = RowView("packages-table", self.tr("Packages"), self.rows, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PackageColumn.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PackageColumn.CAMERAS, QHeaderView.ResizeMode.Stretch)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the ending tells them apart
        table.setProperty("dense", True)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.doubleClicked.connect(lambda _: self._on_request())
        return table

    def _filter_button(self, name: str) -> QPushButton:
        action = keys.action(name, self, partial(self.narrow, name))
        button = self._filters[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setCheckable(True)
        button.setChecked(name == self._filter)
        button.clicked.connect(action.trigger)
        return button

    @property
    def chosen(self) -> Package | None:
        """What the card is about."""
        return self.card.package

    def show_package(self, package_id: PackageId) -> None:
        """Choose this one as soon as it is read."""
        self._wanted = package_id
        self.search.clear()
        self.narrow("package-all")
        self.renew()

    def narrow(self, name: str) -> None:
        """List those of a filter alone, by the name of its key."""
        self._filter = name
        for other, button in self._filters.items():
            button.setChecked(other == name)
        self.rows.narrow(_FILTERS[name])
        self._list()

    def renew(self) -> None:
        """Read everything again; never twice at once."""
        if not self.may(Action.EXPORT):
            return
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        console, known, round_ = self.console, dict(self._numbers), self._round

        def came(read: PackagesRead) -> None:
            self._reading = False
            if round_ == self._round and self.may(Action.EXPORT):
                self._on_read(read)
            if self._again:
                self.renew()

        def failed(problem: Problem) -> None:
            self._reading = False
            self.on_failed(problem)

        self.desk.tasks.run(lambda: read_packages(console, known), done=came, failed=failed)

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self._show()

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.acts.set_rights(may)
        if not may(Action.EXPORT):
            self._drop()

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.queue.set_colours(colours)
        self.card.set_colours(colours)
        self.acts.set_colours(colours)
        chosen = self.chosen
        self.rows.set_colours(colours)
        self._choose(None if chosen is None else chosen.id)

    @override
    def take_focus(self) -> None:
        self.renew()
        if self.rows.count():
            self.table.setFocus()
        elif self.queue.rows.count():
            self.queue.table.setFocus()
        else:
            self.setFocus()

    @override
    def back(self) -> bool:
        if self.acts.work.is_busy:
            self.acts.work.stop()
            return True
        if self.search.text() or self.search.hasFocus():
            self.search.clear()
            self.take_focus()
            return True
        return False

    @override
    def forget(self) -> None:
        self.acts.work.stop()
        self.acts.work.say("")
        self._numbers.clear()
        self.search.clear()
        self._drop()
        self.narrow("package-made")

    def _drop(self) -> None:
        """Nothing of it stays in sight."""
        self._round += 1
        self._read_ = PackagesRead()
        self._show()

    def _on_read(self, read: PackagesRead) -> None:
        self._numbers = dict(read.requests)
        self._read_ = read
        self._show()

    def _show(self) -> None:
        read, chosen = self._read_, self.chosen
        names = PackageNames(self.ward, read.requests, read.officers)
        self.queue.show_read(read, names)
        self.rows.set_packages(read.over, names)
        wanted, self._wanted = self._wanted, None
        self._list(wanted if wanted is not None else None if chosen is None else chosen.id)

    def _list(self, wanted: PackageId | None = None) -> None:
        chosen = self.chosen
        self._choose(wanted if wanted is not None or chosen is None else chosen.id)
        count, every = self.rows.count(), len(self.rows.packages)
        focused = self.table.hasFocus()
        self._stack.setCurrentIndex(0 if count else 1)
        if focused and not count:  # the keys act where the focus is
            self.setFocus()
        self._empty.say(*self._nothing(every))
        some = bool(every or self.queue.rows.count())
        for widget in (self._beside, self.queue, self.search, self.status, *self._filters.values()):
            widget.setVisible(some)
        self.status.setText(self.tr("{count} of {every}").format(count=count, every=every))

    def _nothing(self, every: int) -> tuple[str, str]:
        if not every:
            return self.tr("No package was made yet"), self.tr(
                "A package is made of a request that was approved: Alt+1 for the requests, choose "
                "one, E exports it."
            )
        if self.search.text():
            return self.tr("No package fits"), self.tr("Type something else, or Esc for all.")
        return self.tr("None of this kind"), self.tr("Press 0 for all packages.")

    def _choose(self, package_id: PackageId | None) -> None:
        if self.rows.count():
            self.table.selectRow(self.rows.row_of(package_id))
        self._show_chosen()

    def _show_chosen(self) -> None:
        """The card is about the row of the table that has the focus, the list's by default."""
        package = self.rows.package(self.table.currentIndex().row())
        if self.queue.table.hasFocus() or package is None:
            package = self.queue.chosen or package
        names = PackageNames(self.ward, self._read_.requests, self._read_.officers)
        self.card.show_package(package, names)
        self.acts.dress()
        self.queue.dress()
        if package is not None and package.outcome is _O.MADE:
            self._read_custody(package.id)

    def _read_custody(self, package_id: PackageId) -> None:
        custody = self.console.evidence.custody
        self.desk.tasks.renew(
            lambda: custody.of(package_id),
            done=partial(self._on_custody, self._round, package_id),
            failed=self.on_failed,
        )

    def _on_custody(self, round_: int, package_id: PackageId, lines: Sequence[CustodySeen]) -> None:
        package = self.card.package
        if round_ == self._round and package is not None and package.id == package_id:
            grown, line = len(lines) > len(self.card.rows.lines), self.card.line
            chosen = None if grown or line is None else line.line.id
            self.card.show_custody(lines, chosen)  # the newest, when there is a new one

    @Slot(QModelIndex)
    def _on_row(self, _index: QModelIndex) -> None:
        self._show_chosen()

    @Slot()
    def _on_queue_row(self) -> None:
        if self.queue.table.hasFocus():
            self._show_chosen()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.EVIDENCE in event.topics and self.isVisible():
            self.renew()

    @Slot(str)
    def _on_search(self, needle: str) -> None:
        self.rows.search(needle)
        self._list()

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_beside(self) -> None:
        """From the queue to the packages, and back."""
        to_queue = not self.queue.table.hasFocus() and bool(self.queue.rows.count())
        (self.queue.table if to_queue else self.table).setFocus()
        self._show_chosen()

    def _on_request(self) -> None:
        package = self.chosen
        if package is not None and package.request_id is not None:
            self.request_wanted.emit(package.request_id)
