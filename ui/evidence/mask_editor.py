"""Masks for viewing copies: drawn on pictures of what is to be exported, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from db.evidence_records import MaskWanted, Wanted
from ui import keys
from ui.desk import Desk
from ui.evidence import shapes
from ui.evidence.buttons import icon_button, word_button
from ui.evidence.mask_canvas import MaskCanvas, Tool
from ui.evidence.mask_panel import MaskPanel
from ui.evidence.mask_sketch import MaskSketch
from ui.evidence.mask_words import state_words
from ui.evidence.peek_dialog import PeekDialog
from ui.overriding import override
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_STEP = 50  # of a key, in ten-thousandths of the picture
_TOOLS = {"mask-box": Tool.RECTANGLE, "mask-polygon": Tool.POLYGON}
_ICONS = {"mask-box": "draw-box", "mask-polygon": "draw-polygon"}
_REST = {"mask-undo": "draw-undo", "mask-redo": "draw-redo", "mask-remove": "draw-remove"}
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_SIZES = {"narrower": (-1, 0), "wider": (1, 0), "lower": (0, -1), "higher": (0, 1)}


class MaskEditor(PeekDialog):
    """Accepted when the masks are kept: ``masks`` are all of the package then.

    What is drawn counts for the instant of the picture that is shown.  Masks of cameras that are
    not among ``wanted`` stay as they are.  Raises ValueError: nothing is wanted.
    """

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        wanted: Iterable[Wanted],
        masks: Iterable[MaskWanted],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, console, colours, wanted, parent)
        self.setObjectName("mask-editor")
        self._colours = colours
        self._actions: dict[str, QAction] = {}
        self.sketch = MaskSketch(tuple(masks), self.timing.camera_id)
        self.picture = self.canvas = MaskCanvas(colours, self.sketch, self)
        self._act()
        self.panel = MaskPanel(self._actions, self)
        self._build()
        self.canvas.changed.connect(self.dress)
        self.panel.chosen.connect(self._on_chosen)
        self.panel.why_typed.connect(self._on_why)
        self.begin()

    @property
    @override
    def is_changed(self) -> bool:
        return self.sketch.is_changed

    @property
    def masks(self) -> tuple[MaskWanted, ...]:
        """What is drawn."""
        return self.sketch.masks

    def _act(self) -> None:
        sketch = self.sketch
        of_picture: dict[str, Callable[[], object]] = {"mask-put": self._put}
        for way, (across, down) in _WAYS.items():
            of_picture[f"mask-{way}"] = partial(self._move, across, down)
        for way, (across, down) in _SIZES.items():
            of_picture[f"mask-{way}"] = partial(self._size, across, down)
        of_picture["mask-corner"] = sketch.turn_corner
        of_picture["mask-corner-add"] = sketch.add_corner
        of_picture["mask-corner-remove"] = sketch.remove_corner
        of_all: dict[str, Callable[[], object]] = {
            name: partial(self._choose_tool, tool) for name, tool in _TOOLS.items()
        }
        of_all |= {
            "mask-next": partial(self._turn, 1),
            "mask-previous": partial(self._turn, -1),
            "mask-remove": sketch.remove,
            "mask-undo": sketch.undo,
            "mask-redo": sketch.redo,
            "mask-pin": self._here(sketch.pin),
            "mask-unpin": self._here(sketch.unpin),
            "mask-fix": self._here(sketch.fix),
            "mask-from": self._here(sketch.begin),
            "mask-to": self._here(sketch.end),
            "mask-whole": sketch.hold_always,
            "mask-key-back": partial(self._go_to_key, -1),
            "mask-key-on": partial(self._go_to_key, 1),
        }
        for owner, slots in ((self.canvas, of_picture), (self, of_all)):
            for name, slot in slots.items():
                self._actions[name] = keys.action(name, owner, partial(self._do, slot))
        self._actions["mask-why"] = keys.action("mask-why", self, self._say_why)
        self._actions["mask-keep"] = keys.action("mask-keep", self, self.accept)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        self._tools: dict[Tool, QToolButton] = {}
        group = QButtonGroup(self)
        for name, tool in _TOOLS.items():
            button = word_button(self._actions[name], self, _ICONS[name], self._colours)
            self._tools[tool] = button
            group.addButton(button)
            bar.addWidget(button)
        bar.addSpacing(12)
        self._rest = {
            name: icon_button(self._actions[name], icon, self._colours, self)
            for name, icon in _REST.items()
        }
        for button in self._rest.values():
            bar.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.panel)
        title = self.tr("Masks of the viewing copy")
        self.build(title, bar, middle, self._actions["mask-keep"])
        for before, after in pairwise((self.canvas, self.timing.bar, self.panel.list)):
            QWidget.setTabOrder(before, after)
        self.canvas.setFocus()

    # What is done

    def _do(self, slot: Callable[[], object]) -> None:
        before = self.sketch.camera_id
        slot()
        if self.sketch.camera_id != before:  # the step that was taken back was of another camera
            chosen = self.sketch.chosen
            self.timing.show_camera(self.sketch.camera_id)
            self.sketch.choose(chosen)
        self.dress()

    def _here(self, change: Callable[[int], object]) -> Callable[[], object]:
        """``change`` at the instant of the picture, where there is one."""
        return lambda: change(self.canvas.at_us) if self.canvas.has_picture else None

    def _choose_tool(self, tool: Tool) -> None:
        self.canvas.drop_points()
        self.canvas.tool = tool

    def _turn(self, way: int) -> None:
        """Choose the next mask; whoever does means to do something to it."""
        if not self.sketch.turn(way):
            self.sketch.turn(way)  # round the end
        self.canvas.setFocus()

    def _put(self) -> None:
        if self.canvas.has_picture and not self.canvas.close_polygon():
            is_box = self.canvas.tool is Tool.RECTANGLE
            self.sketch.put(shapes.RECTANGLE if is_box else shapes.POLYGON, self.canvas.at_us)

    def _move(self, across: int, down: int) -> None:
        self._here(partial(self.sketch.move, across * _STEP, down * _STEP))()

    def _size(self, across: int, down: int) -> None:
        self._here(partial(self.sketch.size, across * _STEP, down * _STEP))()

    def _go_to_key(self, way: int) -> None:
        """Where the chosen mask was put to by hand, before or behind the picture."""
        mask = self.sketch.its
        if mask is None:
            return
        here = self.canvas.at_us
        times = [
            key.at_us for key in mask.keys if (key.at_us > here if way > 0 else key.at_us < here)
        ]
        if times:
            self.timing.go_to(min(times) if way > 0 else max(times))

    def _say_why(self) -> None:
        if self.sketch.its is not None:
            self.panel.why.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.panel.why.selectAll()

    @override
    def reject(self) -> None:
        """Esc: one step back: what is typed, a polygon, a corner, a mask, at last the dialog."""
        sketch = self.sketch
        if self.timing.leave_box():
            return
        if self.panel.why.hasFocus():
            self.canvas.setFocus()
        elif self.canvas.drop_points():
            pass
        elif sketch.corner is not None:
            sketch.choose_corner(None)
        elif sketch.chosen is not None:
            sketch.choose(None)
        else:
            self.leave()
            return
        self.dress()

    @override
    def camera_came(self) -> None:
        if self.timing.camera_id != self.sketch.camera_id:
            self.sketch.show_camera(self.timing.camera_id)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.sketch.choose(place)
        self.dress()

    @Slot(str)
    def _on_why(self, why: str) -> None:
        self.sketch.tell_why(why)
        self.dress()

    @override
    def dress(self) -> None:
        sketch, there, mask = self.sketch, self.canvas.has_picture, self.sketch.its
        self._tools[self.canvas.tool].setChecked(True)
        self._rest["mask-undo"].setEnabled(sketch.can_undo)
        self._rest["mask-redo"].setEnabled(sketch.can_redo)
        self._rest["mask-remove"].setEnabled(mask is not None)
        self.keep.setEnabled(sketch.is_changed)
        self.panel.show_sketch(sketch, self.canvas.at_us, there=there)
        if mask is None:
            self.timing.bar.show_marks(())
        else:
            band = (mask.start_us, mask.end_us)
            self.timing.bar.show_marks([key.at_us for key in mask.keys], band)
        words = state_words(sketch, drawing=bool(self.canvas.points)) if there else ""
        self.say(words)
        if there:
            self.canvas.setAccessibleDescription(words)
        self.canvas.update()
