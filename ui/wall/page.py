"""The wall page: grid buttons, the tree, the canvas, and what their keys do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from console.rights import Action
from console.video.ports import CanvasView
from db.records import CameraId, ClusterId
from ui import keys
from ui.desk import Desk
from ui.recording_words import standing_words
from ui.theme import Colours
from ui.wall.bar import WallBar
from ui.wall.canvas_widget import WallCanvas
from ui.wall.empty import EmptyWall
from ui.wall.grid import GRIDS
from ui.wall.lettering import Label
from ui.wall.tile_words import tile_hint
from ui.wall.tree import CameraTree
from ui.wall.typed import TypedNumber
from ui.wall.views import Views
from ui.ward import Ward

_TREE_WIDTH = 240
_REVIEWING = ("review-one", "review-page")


class WallPage(QWidget):
    """Shows the ward live.  ``Views`` decides what, ``WallCanvas`` paints it."""

    devices_wanted = Signal()  # the officer of an empty station wants to add a camera
    review_wanted = Signal(object)  # the CameraIds whose footage he wants to see
    listed = Signal()  # the cameras of the station were read
    turned = Signal()  # other tiles came
    typed = Signal(str)  # one more digit of a camera's number: all of them
    called = Signal(int)  # a number, whose camera is chosen if there is one
    rights_changed = Signal(object)  # what whoever sits here may do: Action to bool

    def __init__(
        self,
        view: CanvasView,
        desk: Desk,
        colours: tuple[Colours, Colours],
        tiles: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        """``colours`` are those of the window and those of the wall."""
        super().__init__(parent)
        self.setObjectName("wall-page")
        self._standing = standing = desk.standing
        self.ward = Ward()
        self._views = Views(tiles)
        self._typed = TypedNumber()
        self._figures = False
        self._listed = True  # whether the officer wants the list beside the wall
        self._labels: dict[CameraId, Label] = {}
        self._private = False
        self.menu_actions: list[QAction] = []  # what others put into the menu of a tile
        self.backs: list[Callable[[], bool]] = []  # steps of others that Esc takes back first
        self.canvas = WallCanvas(view, standing, desk.clock, colours[1], self)
        self.tree = CameraTree(standing, colours[0], self)
        self._build(colours[0])

    def _build(self, colours: Colours) -> None:
        self._act()
        self._bar = WallBar(self._actions, self)
        empty = EmptyWall(self)
        self._devices_button = empty.button
        empty.button.clicked.connect(self.devices_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(empty)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.tree)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(1)
        splitter.setSizes([_TREE_WIDTH, 10_000])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.canvas.chosen.connect(self.choose)
        self.canvas.opened.connect(self._on_opened)
        self.canvas.asked.connect(self._on_asked)
        self.canvas.hinted.connect(self._on_hinted)
        self.tree.camera_picked.connect(self.choose)
        self.tree.camera_opened.connect(self._on_called)
        self.tree.cluster_opened.connect(self._on_cluster)
        self._standing.measured.connect(self._on_measured)
        self.set_colours(colours, None)

    def _act(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "side-panel": self.toggle_tree,
            "all": self.show_all,
            "previous-page": partial(self.turn, -1),
            "next-page": partial(self.turn, 1),
            "search": self._on_search,
            "one": self._on_one,
            "figures": self._on_figures,
            "review-one": self._on_review_one,
            "review-page": self._on_review_page,
        }
        slots |= {f"grid-{tiles}": partial(self.set_tiles, tiles) for tiles in GRIDS}
        slots |= {f"digit-{digit}": partial(self._on_digit, digit) for digit in "0123456789"}
        self._actions = {name: keys.action(name, self, slot) for name, slot in slots.items()}
        of_tiles: dict[str, Callable[[], object]] = {
            "enter": self._on_enter,
            "left": partial(self._on_step, -1, 0),
            "right": partial(self._on_step, 1, 0),
            "up": partial(self._on_step, 0, -1),
            "down": partial(self._on_step, 0, 1),
        }
        for name, slot in of_tiles.items():
            keys.action(name, self.canvas, slot)

    def add_button(self, action: QAction, name: str) -> QToolButton:
        """One more button in the bar, for an action that has its keys already."""
        return self._bar.add(action, name)

    def forget_typed(self) -> bool:
        """Forget the digits that were typed; False when there were none."""
        self.canvas.show_typed("")
        return self._typed.take() is not None

    @property
    def views(self) -> Views:
        """What is shown, and what Esc goes back to."""
        return self._views

    def set_ward(self, ward: Ward) -> None:
        """Show these cameras from now on; page and choice stay as far as they can."""
        self.ward = ward
        self._name_tiles()
        self._views.set_cameras([camera.id for camera in ward.cameras])
        self.tree.set_ward(ward)
        self._stack.setCurrentIndex(0 if ward.cameras else 1)
        self._refresh()
        self.listed.emit()

    def set_colours(self, window: Colours, wall: Colours | None) -> None:
        """Another theme; ``wall`` None leaves the canvas as it is."""
        self._bar.set_colours(window)
        self.tree.set_colours(window)
        if wall is not None:
            self.canvas.set_colours(wall)

    def take_focus(self) -> None:
        """Be ready for keys: those of the pictures, or of what an empty station needs."""
        (self.canvas if self.ward.cameras else self._devices_button).setFocus()

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Whoever may change the fleet is told how, where there is no camera yet."""
        self._devices_button.setVisible(may(Action.CHANGE_FLEET))
        for name in _REVIEWING:
            self._actions[name].setEnabled(may(Action.REVIEW_FOOTAGE))
        self.rights_changed.emit(may)

    def set_private(self, private: bool) -> None:
        """Numbers and states alone, no names: for a wall that nobody has unlocked."""
        if private != self._private:
            self._private = private
            self._name_tiles()
            self._refresh()

    def set_tiles(self, tiles: int) -> None:
        """Another grid."""
        self._views.set_tiles(tiles)
        self._refresh()

    def turn(self, pages: int) -> None:
        """Other pages."""
        self._views.turn(pages)
        self._refresh()
        self.turned.emit()

    def show_all(self) -> None:
        """The whole ward at once, or back."""
        self._views.all()
        self._refresh()

    def toggle_tree(self) -> None:
        """Show or hide the list, to give its room to the wall."""
        self._listed = self.tree.isHidden()
        self.tree.setVisible(self._listed)

    def set_bare(self, bare: bool) -> None:
        """Nothing but pictures, for full screen."""
        self.tree.setVisible(self._listed and not bare)
        self._bar.setVisible(not bare)

    def back(self) -> bool:
        """One step back; False when there was none to take."""
        if any(step() for step in self.backs) or self.forget_typed():
            return True
        if self.tree.leave_search():
            self.canvas.setFocus()
            return True
        if self.canvas.picks:
            self.canvas.pick(None)
            return True
        if not self._views.back():
            return False
        self._refresh()
        return True

    @Slot(int)
    def choose(self, camera_id: CameraId) -> None:
        """Choose a camera and bring its page."""
        self._views.choose(camera_id)
        self._refresh()

    @Slot(int)
    def _on_opened(self, camera_id: CameraId) -> None:
        self._views.one(camera_id)
        self._refresh()

    @Slot(int)
    def _on_called(self, camera_id: CameraId) -> None:
        self.choose(camera_id)
        self.canvas.setFocus()

    @Slot(int)
    def _on_cluster(self, cluster_id: ClusterId) -> None:
        self._views.cluster([camera.id for camera in self.ward.cameras_of(cluster_id)])
        self._refresh()

    def _on_review_one(self) -> None:
        """The cameras that were picked, or else the chosen one."""
        chosen = self._views.top.chosen
        cameras = [*self.canvas.picks] or [
            camera for camera in self._views.shown() if camera == chosen
        ]
        if cameras:
            self.review_wanted.emit(list(cameras))

    def _on_review_page(self) -> None:
        self.review_wanted.emit(list(self._views.shown()))

    @Slot(int, QPoint)
    def _on_asked(self, camera_id: CameraId, at: QPoint) -> None:
        """The context menu of a tile."""
        self.choose(camera_id)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = [self._actions[name] for name in (*_REVIEWING, "one")]
        menu.addActions([*own, *self.menu_actions])
        menu.popup(at)

    def _on_one(self) -> None:
        self._views.one()
        self._refresh()

    def _on_step(self, across: int, down: int) -> None:
        self._views.step(across, down)
        self._refresh()

    def _on_search(self) -> None:
        self._listed = True
        self.tree.show()
        self.tree.search()

    def _on_figures(self) -> None:
        self._figures = not self._figures
        self.canvas.show_figures(self._figures)

    def _on_digit(self, digit: str) -> None:
        self._typed.add(digit)
        self.canvas.setFocus()
        self.canvas.show_typed(self._typed.digits)
        self.typed.emit(self._typed.digits)

    def _on_enter(self) -> None:
        number = self._typed.take()
        if number is None:
            self._on_one()
            return
        self.canvas.show_typed("")
        camera = self.ward.numbered(number)
        if camera is not None:
            self.choose(camera.id)
        self.called.emit(number)

    @Slot()
    def _on_measured(self) -> None:
        if self._figures:
            self.canvas.look()

    @Slot(int, QPoint)
    def _on_hinted(self, camera_id: CameraId, at: QPoint) -> None:
        QToolTip.showText(at, self.hint_of(camera_id), self.canvas)

    def hint_of(self, camera_id: CameraId) -> str:
        """All that there is to say about a camera."""
        camera = self.ward.camera(camera_id)
        if camera is None:
            return ""
        cluster = self.ward.cluster_of(camera)
        recorded = self._standing.recorded
        return tile_hint(
            camera,
            cluster,
            self.ward.team_of(cluster),
            self._standing.of(camera_id),
            self._standing.figures(camera_id),
            standing_words(recorded.cause(camera_id), recorded.doubts(camera_id))
            if recorded.knows(camera_id)
            else "",
        )

    def _name_tiles(self) -> None:
        self._labels = {
            camera.id: Label(camera.number, "" if self._private else camera.name)
            for camera in self.ward.cameras
        }

    def _refresh(self) -> None:
        """Show what ``Views`` says."""
        top = self._views.top
        self.canvas.show_screen(self._views.screen(), self._labels)
        self.canvas.choose(top.chosen)
        self.tree.mark_chosen(top.chosen)
        chosen = self.ward.camera(top.chosen) if top.chosen is not None else None
        hint = "" if chosen is None or self._private else self.hint_of(chosen.id)
        self.canvas.setAccessibleDescription(hint)
        self._bar.refresh(top)
