"""Drawing on a bookmark's still, by keys or mouse: boxes, arrows, and what is blacked out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.drawings import FigureKind, figures_of
from console.errors import Problem
from console.workers import Lane
from db.case_records import Bookmark, BookmarkId, Shot
from ui import keys
from ui.bookmarks.drawing_icons import DRAWING_ICONS
from ui.bookmarks.drawing_words import sketch_words
from ui.bookmarks.sketch import Sketch
from ui.bookmarks.still_canvas import StillCanvas
from ui.bookmarks.words import camera_words
from ui.desk import Desk
from ui.icons import drawn
from ui.messages import sentence
from ui.overriding import override
from ui.theme import Colours
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

T = TypeVar("T")
U = TypeVar("U")

_SIZE = (1180, 700)
_LEAST = (860, 560)
_STEP = 100  # of a key, in ten-thousandths of the picture
_TOOLS = {"draw-box": FigureKind.BOX, "draw-arrow": FigureKind.ARROW, "draw-mask": FigureKind.MASK}
_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_SIZES = {"narrower": (-1, 0), "wider": (1, 0), "lower": (0, -1), "higher": (0, 1)}


class StillEditor(QDialog):
    """Shows the stills of a bookmark, one at a time; what is drawn is kept apart from them."""

    kept = Signal(object)  # the Bookmark whose drawing was kept

    def __init__(
        self,
        desk: Desk,
        console: Console,
        ward: Ward,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("still-editor")
        self._desk = desk
        self._bookmarks, self._stills = console.bookmarks, console.stills
        self._ward = ward
        self._colours = colours
        self._bookmark: Bookmark | None = None
        self._shots: tuple[Shot, ...] = ()
        self._place = 0
        self._reads = 0
        self._closed = False  # and what comes then is nobody's
        self._warned = False  # that Esc lets go of what was drawn
        self._actions: dict[str, QAction] = {}
        self._tools: dict[FigureKind, QToolButton] = {}
        self.canvas = StillCanvas(colours, self)
        self.finished.connect(self._on_finished)
        self._act()
        self._build()
        self._dress()

    def _act(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            name: partial(self._choose_tool, kind) for name, kind in _TOOLS.items()
        }
        slots |= {f"draw-{way}": partial(self._move, *by) for way, by in _WAYS.items()}
        slots |= {f"draw-{way}": partial(self._size, *by) for way, by in _SIZES.items()}
        slots |= {
            "draw-put": self._put,
            "draw-next": partial(self._turn, 1),
            "draw-previous": partial(self._turn, -1),
            "draw-remove": self._remove,
            "draw-undo": self._undo,
            "draw-redo": self._redo,
            "draw-camera-on": partial(self._turn_camera, 1),
            "draw-camera-back": partial(self._turn_camera, -1),
            "draw-keep": self.keep,
        }
        for name, slot in slots.items():
            self._actions[name] = keys.action(name, self, slot)

    def _build(self) -> None:
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._head = QLabel(self)
        self._head.setObjectName("dialog-title")
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._where = QLabel(self)
        self._where.setProperty("quiet", True)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        group = QButtonGroup(self)
        for name, kind in _TOOLS.items():
            button = self._tools[kind] = self._button(name, words=True)
            button.setCheckable(True)
            group.addButton(button)
            bar.addWidget(button)
        bar.addSpacing(12)
        self._rest = {
            name: self._button(name) for name in ("draw-undo", "draw-redo", "draw-remove")
        }
        for button in self._rest.values():
            bar.addWidget(button)
        bar.addStretch(1)
        self._cameras = [self._button(f"draw-camera-{way}") for way in ("back", "on")]
        bar.addWidget(self._where)
        for button in self._cameras:
            bar.addWidget(button)
        self._said = QLabel(self)
        self._said.setObjectName("still-said")
        self._said.setWordWrap(True)
        self._cancel = QPushButton(self.tr("Close"), self)
        self._cancel.setObjectName("still-close")
        self._cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        self._keep = QPushButton(self.tr("Keep (Ctrl+S)"), self)
        self._keep.setObjectName("still-keep")
        self._keep.setProperty("main", True)
        self._keep.setToolTip(keys.hint_of("draw-keep"))
        for push, slot in ((self._cancel, self._leave), (self._keep, self.keep)):
            push.setAutoDefault(False)
            push.clicked.connect(slot)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(bar)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)
        self.canvas.changed.connect(self._dress)
        self.canvas.setFocus()

    def _button(self, name: str, *, words: bool = False) -> QToolButton:
        button = QToolButton(self)
        action = self._actions[name]
        button.setObjectName(f"button-{name}")
        button.setIcon(drawn(DRAWING_ICONS[name], self._colours.text, name=name))
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if words:
            button.setText(f"{keys.key_of(name).keys[0]}  {keys.words_of(name)}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(action.trigger)
        return button

    def edit(self, bookmark_id: BookmarkId) -> None:
        """Read a bookmark and its first still."""
        self._ask_picture(self.tr("Fetching the picture…"))
        self._run(
            lambda: self._bookmarks.bookmark(bookmark_id),
            done=self._on_bookmark,
            failed=self._on_no_picture,
        )

    @property
    def sketch(self) -> Sketch:
        """What is drawn."""
        return self.canvas.sketch

    @Slot()
    def keep(self) -> None:
        """Keep what is drawn, and close."""
        self._save(self.accept)

    @override
    def reject(self) -> None:
        """Esc: let go of the figure first, then of the dialog."""
        if self.sketch.chosen is not None:
            self.sketch.choose(None)
            self._dress()
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        """Close; what was drawn and not kept is let go of at the second time only."""
        if self.sketch.is_changed and not self._warned:
            self._warned = True
            words = self.tr("Not kept yet: Ctrl+S keeps it, Esc once more lets it go.")
            self._say(words, wrong=True)
        else:
            super().reject()

    def _save(self, then: Callable[[], object]) -> None:
        bookmark, sketch = self._bookmark, self.sketch
        if bookmark is None or not sketch.is_changed:
            then()
            return
        camera_id, figures = self._shots[self._place].camera_id, sketch.figures
        self._keep.setEnabled(False)

        def done(after: Bookmark) -> None:
            sketch.keep()
            self._take(after)
            self.kept.emit(after)
            self._dress()
            then()

        def failed(problem: Problem) -> None:
            self._dress()
            self._say(sentence(problem), wrong=True)

        self._run(
            lambda: self._stills.draw(bookmark.id, camera_id, figures),
            done=done,
            failed=failed,
            lane=Lane.WRITE,
        )

    def _run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
        lane: Lane = Lane.READ,
    ) -> None:
        def unless_closed(hear: Callable[[U], None]) -> Callable[[U], None]:
            return lambda what: None if self._closed else hear(what)

        self._desk.tasks.run(
            work, done=unless_closed(done), failed=unless_closed(failed), lane=lane
        )

    @Slot()
    def _on_finished(self) -> None:
        self._closed = True

    def _take(self, bookmark: Bookmark) -> None:
        self._bookmark = bookmark
        self._shots = tuple(shot for shot in bookmark.shots if shot.still)

    def _on_bookmark(self, bookmark: Bookmark) -> None:
        self._take(bookmark)
        self._place = 0
        if self._shots:
            self._look()
        else:
            self._ask_picture(self.tr("No picture was kept of this bookmark: nothing to draw on."))

    def _look(self) -> None:
        """Read the still of the camera in turn; the log hears that it was looked at."""
        assert self._bookmark is not None
        bookmark_id, shot = self._bookmark.id, self._shots[self._place]
        self._ask_picture(self.tr("Fetching the picture…"))
        self._reads += 1
        number = self._reads

        def done(image: QImage) -> None:
            if number == self._reads:
                self.canvas.show_picture(image, Sketch(figures_of(shot.drawing)))
                self._dress()

        self._run(
            lambda: QImage(str(self._stills.path(bookmark_id, shot.camera_id))),
            done=done,
            failed=self._on_no_picture,
        )

    def _on_no_picture(self, problem: Problem) -> None:
        self._ask_picture(sentence(problem))

    def _ask_picture(self, words: str) -> None:
        """No picture for now, and why."""
        self.canvas.show_picture(None, Sketch(), words)
        self.canvas.setAccessibleDescription(words)
        self._dress()

    def _choose_tool(self, kind: FigureKind) -> None:
        self.canvas.tool = kind
        self._dress()

    def _put(self) -> None:
        if self.canvas.has_picture:
            self.sketch.put(self.canvas.tool)
            self._dress()

    def _move(self, across: int, down: int) -> None:
        self.sketch.move(across * _STEP, down * _STEP)
        self._dress()

    def _size(self, across: int, down: int) -> None:
        self.sketch.size(across * _STEP, down * _STEP)
        self._dress()

    def _turn(self, way: int) -> None:
        self.sketch.turn(way)
        self._dress()

    def _remove(self) -> None:
        self.sketch.remove()
        self._dress()

    def _undo(self) -> None:
        self.sketch.undo()
        self._dress()

    def _redo(self) -> None:
        self.sketch.redo()
        self._dress()

    def _turn_camera(self, way: int) -> None:
        """The still of another camera; what was drawn on this one is kept before."""
        if len(self._shots) > 1:
            self._save(partial(self._go_to, (self._place + way) % len(self._shots)))

    def _go_to(self, place: int) -> None:
        self._place = place
        self._look()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.setProperty("error", wrong)
        self._said.style().polish(self._said)

    @Slot()
    def _dress(self) -> None:
        """Buttons and words as the sketch is now."""
        sketch, there = self.sketch, self.canvas.has_picture
        self._warned = False
        self._tools[self.canvas.tool].setChecked(True)
        for button in self._tools.values():
            button.setEnabled(there)
        self._rest["draw-undo"].setEnabled(sketch.can_undo)
        self._rest["draw-redo"].setEnabled(sketch.can_redo)
        self._rest["draw-remove"].setEnabled(sketch.chosen is not None)
        self._keep.setEnabled(sketch.is_changed)
        several = len(self._shots) > 1
        for button in self._cameras:
            button.setVisible(several)
        self._name()
        words = sketch_words(sketch)
        self._say(words if there else "")
        if there:
            self.canvas.setAccessibleDescription(words)
        self.canvas.update()

    def _name(self) -> None:
        title = self.tr("Picture of the bookmark")
        if self._bookmark is not None:
            at = stamp_words(self._bookmark.at)
            title = self.tr("Picture of the bookmark of {time}").format(time=at)
        self.setWindowTitle(title)
        self._head.setText(title)
        where = ""
        if self._bookmark is not None and self._shots:
            where = camera_words(self._shots[self._place].camera_id, self._ward)
            if len(self._shots) > 1:
                words = self.tr("{camera} · {n} of {all}")
                where = words.format(camera=where, n=self._place + 1, all=len(self._shots))
        self._where.setText(where)
