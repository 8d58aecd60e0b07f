"""The devices page: all cameras in a table, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import StreamState
from console.rights import Action
from console.workers import Lane
from db.records import Camera, CameraId
from ui import keys
from ui.choice import Choice
from ui.desk import Desk
from ui.feeding import Feeding
from ui.fleet.camera_dialog import CameraDialog, CameraWish
from ui.fleet.import_dialog import ImportDialog
from ui.fleet.listing import DeviceList
from ui.fleet.remove_dialog import RemoveDialog
from ui.fleet.table import CAMERA_ROLE, DeviceTable
from ui.icons import icon
from ui.messages import sentence
from ui.overriding import override
from ui.standing import LIVE, LOST
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_FILTERS: dict[str, frozenset[StreamState]] = {
    "all": frozenset(),
    "live": LIVE,
    "lost": LOST,
    "refused": frozenset({StreamState.REFUSED}),
}
_REFRESH_MS = 1000


class DevicesPage(QWidget):
    """Finds, adds, changes and removes cameras."""

    failed = Signal(str)  # a sentence for the notice bar
    camera_wanted = Signal(int)  # show this CameraId on the wall
    members_wanted = Signal()  # the members of the teams
    recording_wanted = Signal(object, object)  # change what is recorded of a Camera, its Cluster

    def __init__(
        self,
        desk: Desk,
        console: Console,
        feeding: Feeding,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("devices-page")
        self._desk = desk
        self._console = console
        self._feeding = feeding
        self._colours = colours
        self._ward = Ward()
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, list[QPushButton]] = {}
        self._rows = DeviceTable(desk.standing, desk.clock, colours, self)
        self._build()
        self.set_colours(colours)

    def _build(self) -> None:
        title = QLabel(self.tr("Devices"), self)
        title.setObjectName("page-title")
        self._count = QLabel(self)
        self._count.setProperty("quiet", True)
        self._search = QLineEdit(self)
        self._search.setObjectName("devices-search")
        self._search.setPlaceholderText(self.tr("Find by number, name, cluster, address…"))
        self._search.setAccessibleName(self.tr("Find a camera"))
        self._search.setToolTip(keys.hint_of("filter"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self._search.textChanged.connect(self._on_search)
        self._filter = Choice(self)
        self._filter.setObjectName("devices-filter")
        self._filter.setAccessibleName(self.tr("Show by state"))
        self._filter.setToolTip(self.tr("Show by state"))
        for name, words in (
            ("all", self.tr("All states")),
            ("live", self.tr("Live")),
            ("lost", self.tr("Lost")),
            ("refused", self.tr("Password refused")),
        ):
            self._filter.addItem(words, name)
        self._filter.currentIndexChanged.connect(self._on_filter)
        keys.action("filter", self, self._search.setFocus)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._search, 1)
        row.addWidget(self._filter)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in self._doings():
            self._actions[name] = keys.action(name, self, slot)
            tools.addWidget(self._button(name, slot, main=name == "add"))
        tools.addStretch(1)
        self._stack = QStackedWidget(self)
        self._table = DeviceList(self._rows, self)
        self._table.activated.connect(self._on_activated)
        self._table.selectionModel().selectionChanged.connect(self._on_row)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._rows.refresh)

    def _doings(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            ("add", self._on_add),
            ("change", self._on_change),
            ("remove", self._on_remove),
            ("recording", self._on_recording),
            ("import", self._on_import),
            ("export", self._on_export),
            ("members", self.members_wanted.emit),
        )

    def _button(self, name: str, slot: Callable[[], None], *, main: bool = False) -> QPushButton:
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setProperty("main", main)
        button.clicked.connect(lambda _checked=False: slot())
        self._buttons.setdefault(name, []).append(button)
        return button

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        title = QLabel(self.tr("No camera yet"), page)
        title.setObjectName("empty-title")
        advice = QLabel(
            self.tr("Add the first camera by its RTSP address, or import a list (CSV)."), page
        )
        advice.setProperty("quiet", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for name, slot in (("add", self._on_add), ("import", self._on_import)):
            button = self._button(name, slot, main=name == "add")
            button.setText(keys.hint_of(name))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(advice, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(3)
        return page

    @property
    def table(self) -> QTableView:
        """The table itself."""
        return self._table

    def set_ward(self, ward: Ward) -> None:
        """List these cameras; the chosen one stays chosen."""
        chosen = self._chosen()
        self._ward = ward
        self._rows.set_ward(ward)
        self._stack.setCurrentIndex(0 if ward.cameras else 1)
        row = None if chosen is None else self._rows.row_of_camera(chosen.id)
        if row is not None:
            self._table.setCurrentIndex(self._rows.index(row, 0))
        self._on_row()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._rows.set_colours(colours)
        for name, buttons in self._buttons.items():
            colour = colours.on_accent if name == "add" else colours.text
            for button in buttons:
                button.setIcon(icon(name, colour))

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do; the rest is out of sight."""
        needs = dict.fromkeys(("add", "change", "remove", "import"), Action.CHANGE_FLEET)
        others = {"recording": Action.CHANGE_RECORDING, "members": Action.SEE_MEMBERS}
        for name, action in (needs | others).items():
            self._actions[name].setEnabled(may(action))
            for button in self._buttons[name]:
                button.setVisible(may(action))

    def show_only(self, name: str) -> None:
        """Filter by "live", "lost" or "refused"; "all" lets all through."""
        self._filter.setCurrentIndex(self._filter.findData(name))

    def take_focus(self) -> None:
        """Be ready for keys: the table, or the button that an empty station needs."""
        if self._ward.cameras:
            self._table.setFocus()
        else:
            self._buttons["add"][-1].setFocus()

    def back(self) -> bool:
        """Take a filter away; False when there was none."""
        filtered = bool(self._search.text()) or self._filter.currentIndex() > 0
        self._search.clear()
        self.show_only("all")
        if filtered:
            self._table.setFocus()
        return filtered

    @property
    def chosen(self) -> CameraId | None:
        """The camera of the chosen row."""
        camera = self._chosen()
        return None if camera is None else camera.id

    def _chosen(self) -> Camera | None:
        rows = self._table.selectionModel().selectedRows()
        return self._ward.camera(rows[0].data(CAMERA_ROLE)) if rows else None

    @Slot()
    def _on_row(self) -> None:
        for name in ("change", "remove", "recording"):
            for button in self._buttons[name]:
                button.setEnabled(self._chosen() is not None)
        for button in self._buttons["export"]:
            button.setEnabled(bool(self._ward.cameras))
        shown, everything = self._rows.rowCount(), len(self._ward.cameras)
        words = self.tr("{count} cameras").format(count=everything)
        if shown != everything:
            words = self.tr("{shown} of {count} cameras").format(shown=shown, count=everything)
        self._count.setText(words)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._rows.look_for(text)
        self._on_row()

    @Slot()
    def _on_filter(self) -> None:
        self._rows.set_states(_FILTERS[self._filter.currentData()])
        self._on_row()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.camera_wanted.emit(index.data(CAMERA_ROLE))

    def _on_add(self) -> None:
        fleet = self._console.fleet
        self._desk.tasks.run(fleet.next_number, done=self._open_dialog, failed=self._on_failed)

    def _on_change(self) -> None:
        camera = self._chosen()
        if camera is not None:
            self._open_dialog(camera.number, camera)

    def _open_dialog(self, number: int, camera: Camera | None = None) -> None:
        config = self._console.config
        wish = CameraWish(
            ward=self._ward,
            number=number,
            rules=config.rules,
            transport=config.transport,
            camera=camera,
        )
        self._open(CameraDialog(self._desk, self._console.fleet, self._feeding, wish, self))

    def _on_remove(self) -> None:
        camera = self._chosen()
        if camera is None:
            return
        fleet, camera_id = self._console.fleet, camera.id
        dialog = RemoveDialog(camera, self)
        dialog.accepted.connect(
            lambda: self._desk.tasks.run(
                lambda: fleet.remove_camera(camera_id),
                done=lambda _: None,
                failed=self._on_failed,
                lane=Lane.WRITE,
            )
        )
        self._open(dialog)

    def _on_recording(self) -> None:
        camera = self._chosen()
        if camera is not None:
            self.recording_wanted.emit(camera, self._ward.cluster_of(camera))

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a list"), "", self.tr("Lists (*.csv *.txt);;All files (*)")
        )
        if name:
            self.import_list(Path(name))

    def import_list(self, path: Path) -> None:
        """Show what would become of the rows of a list."""
        self._open(ImportDialog(self._desk, self._console.lists, path, self._colours, self))

    def _on_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the list"), "cameras.csv", self.tr("Lists (*.csv)")
        )
        if name:
            self.export_list(Path(name))

    def export_list(self, path: Path) -> None:
        """Write the list of cameras, without passwords."""
        lists = self._console.lists
        self._desk.tasks.run(
            lambda: _written(lambda: lists.export(path)),
            done=lambda _: None,
            failed=lambda _problem: self.failed.emit(
                self.tr("{file} could not be written. Choose another folder.").format(
                    file=path.name
                )
            ),
            lane=Lane.LONG,
        )

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _open(self, dialog: QWidget) -> None:
        """Show a dialog over the page; it goes when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._rows.refresh()
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()


def _written(write: Callable[[], int]) -> int:
    """Call ``write``; what the disk refuses is a problem of the world."""
    try:
        return write()
    except OSError as error:
        raise Problem(str(error)) from error
