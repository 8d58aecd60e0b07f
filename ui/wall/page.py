"""The wall page: grid buttons, the tree, the canvas, and what their keys do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
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
from ui.icons import grid_icon, icon
from ui.recording_words import recorded_words
from ui.theme import Colours
from ui.wall.canvas_widget import WallCanvas
from ui.wall.empty import EmptyWall
from ui.wall.grid import GRIDS, side_of
from ui.wall.lettering import Label
from ui.wall.tile_words import tile_hint
from ui.wall.tree import CameraTree
from ui.wall.typed import TypedNumber
from ui.wall.views import Kind, Views
from ui.ward import Ward

_TREE_WIDTH = 240


class WallPage(QWidget):
    """Shows the ward live.  ``Views`` decides what, ``WallCanvas`` paints it."""

    devices_wanted = Signal()  # the officer of an empty station wants to add a camera
    review_wanted = Signal(object)  # the CameraIds whose footage he wants to see
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
        self._bar = QWidget(self)
        self._bar.setFixedHeight(40)
        self._fill_bar()
        self._act()
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

    def _fill_bar(self) -> None:
        self._row = row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        self._panel_button = self._button("side-panel", self.toggle_tree)
        row.addWidget(self._panel_button)
        row.addSpacing(8)
        self._grid_buttons: dict[int, QToolButton] = {}
        group = QButtonGroup(self)
        for tiles in GRIDS:
            button = self._button(f"grid-{tiles}", partial(self.set_tiles, tiles))
            button.setCheckable(True)
            button.setText(str(tiles))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            group.addButton(button)
            row.addWidget(button)
            self._grid_buttons[tiles] = button
        row.addSpacing(8)
        self._all_button = self._button("all", self.show_all)
        self._all_button.setText(keys.words_of("all"))
        self._all_button.setCheckable(True)
        row.addWidget(self._all_button)
        row.addStretch(1)
        self._where = QLabel(self._bar)
        self._where.setObjectName("wall-where")
        self._where.setProperty("quiet", True)
        row.addWidget(self._where)
        self._previous = self._button("previous-page", partial(self.turn, -1))
        self._next = self._button("next-page", partial(self.turn, 1))
        row.addWidget(self._previous)
        row.addWidget(self._next)

    def _button(self, name: str, slot: Callable[[], None]) -> QToolButton:
        """A button of the bar, and the keys that do the same."""
        return self._button_of(name, keys.action(name, self, slot))

    def _button_of(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self._bar)
        button.setObjectName(f"button-{name}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _act(self) -> list[QAction]:
        """The actions that have keys and no button."""
        self._one = keys.action("one", self, self._on_one)
        self._review_one = keys.action("review-one", self, self._on_review_one)
        self._review_page = keys.action("review-page", self, self._on_review_page)
        return [
            keys.action("search", self, self._on_search),
            self._one,
            keys.action("figures", self, self._on_figures),
            self._review_one,
            self._review_page,
            *(
                keys.action(f"digit-{digit}", self, partial(self._on_digit, digit))
                for digit in "0123456789"
            ),
            keys.action("enter", self.canvas, self._on_enter),
            keys.action("left", self.canvas, partial(self._on_step, -1, 0)),
            keys.action("right", self.canvas, partial(self._on_step, 1, 0)),
            keys.action("up", self.canvas, partial(self._on_step, 0, -1)),
            keys.action("down", self.canvas, partial(self._on_step, 0, 1)),
        ]

    def add_button(self, action: QAction, name: str) -> QToolButton:
        """One more button in the bar, for an action that has its keys already."""
        button = self._button_of(name, action)
        self._row.insertWidget(self._row.indexOf(self._all_button) + 1, button)
        return button

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

    def set_colours(self, window: Colours, wall: Colours | None) -> None:
        """Another theme; ``wall`` None leaves the canvas as it is."""
        for tiles, button in self._grid_buttons.items():
            button.setIcon(grid_icon(side_of(tiles), window.dim, window.accent))
        self._panel_button.setIcon(icon("panel", window.text))
        self._previous.setIcon(icon("previous", window.text))
        self._next.setIcon(icon("next", window.text))
        self.tree.set_colours(window)
        if wall is not None:
            self.canvas.set_colours(wall)

    def take_focus(self) -> None:
        """Be ready for keys: those of the pictures, or of what an empty station needs."""
        (self.canvas if self.ward.cameras else self._devices_button).setFocus()

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Whoever may change the fleet is told how, where there is no camera yet."""
        self._devices_button.setVisible(may(Action.CHANGE_FLEET))
        for action in (self._review_one, self._review_page):
            action.setEnabled(may(Action.REVIEW_FOOTAGE))
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
        own = [self._review_one, self._review_page, self._one]
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
            recorded_words(recorded.cause(camera_id)) if recorded.knows(camera_id) else "",
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
        self._grid_buttons[top.tiles].setChecked(True)
        self._all_button.setChecked(top.kind is Kind.ALL)
        several = top.pages > 1
        self._previous.setEnabled(several)
        self._next.setEnabled(several)
        words = self.tr("Page {page} of {pages}") if several else ""
        self._where.setText(words.format(page=top.page + 1, pages=top.pages))
