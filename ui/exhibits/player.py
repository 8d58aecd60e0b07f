"""The player's face of the exhibits page: a head, the picture, the controls."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import keys
from ui.exhibits.controls import Controls
from ui.exhibits.picture import Screen
from ui.exhibits.playing import Playing
from ui.icons import icon
from ui.theme import Colours

_TEN_S = 10_000


class PlayerFace(QWidget):
    """Plays what ``playing`` has open."""

    left = Signal()  # back to the list
    take_wanted = Signal()  # take the file in

    def __init__(
        self, playing: Playing, colours: tuple[Colours, Colours], parent: QWidget | None = None
    ) -> None:
        """``colours`` are those of the window and those of the wall."""
        super().__init__(parent)
        self.setObjectName("exhibit-player")
        self._playing = playing
        self._alone = False
        self._actions: dict[str, QAction] = {}
        for name, slot in (
            ("file-play", playing.play),
            ("file-slower", partial(playing.faster, -1)),
            ("file-faster", partial(playing.faster, 1)),
            ("file-step", playing.step),
            ("file-ten-back", partial(playing.move, -_TEN_S)),
            ("file-ten-on", partial(playing.move, _TEN_S)),
            ("file-go", self._on_ask_time),
            ("file-sound", playing.hear),
            ("file-alone", self.toggle_alone),
            ("file-again", playing.again),
            ("file-take", self.take_wanted.emit),
            ("file-leave", self.left.emit),
        ):
            self._actions[name] = keys.action(name, self, slot)
        self.picture = Screen(playing, colours[1], self)
        self.controls = Controls(playing, self._actions, self)
        self._build()
        self.set_colours(*colours)
        self.picture.opened.connect(self.toggle_alone)
        self.controls.typed.connect(self._on_place)
        playing.moved.connect(self.refresh)

    def _build(self) -> None:
        self._back = self._button("file-leave")
        self._take = self._button("file-take")
        self._take.setProperty("main", True)
        self._again = self._button("file-again")
        self._name = QLabel(self)
        self._name.setObjectName("exhibit-name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setMinimumWidth(40)
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._name, 1)
        row.addWidget(self._again)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.picture, 1)
        column.addWidget(self.controls)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(self._actions[name].trigger)
        return button

    @property
    def is_alone(self) -> bool:
        """Whether the picture has the whole page."""
        return self._alone

    @Slot()
    def toggle_alone(self) -> None:
        """The picture as large as the page, and back."""
        self._alone = not self._alone
        self.refresh()
        self.picture.setFocus()

    def still(self, size: QSize) -> QImage | None:
        """A small copy of the picture."""
        return self.picture.still(size)

    def set_colours(self, window: Colours, wall: Colours) -> None:
        """Another theme."""
        self.picture.set_colours(wall)
        self.controls.set_colours(window)
        self._back.setIcon(icon("previous", window.text))
        self._take.setIcon(icon("import", window.on_accent))

    @Slot()
    def refresh(self) -> None:
        """Say what is open."""
        playing = self._playing
        film = playing.film
        self._head.setVisible(not self._alone)
        self._again.setVisible(playing.player is not None and not playing.is_there)
        new = film is not None and film.exhibit is None
        self._take.setVisible(new)
        self._actions["file-take"].setEnabled(new)
        size = playing.stands
        name = "" if film is None else film.name
        if film is not None and size.width:
            words = self.tr("{name}   ({width} × {height})")
            name = words.format(name=name, width=size.width, height=size.height)
        self._name.setText(name)
        self._name.setToolTip("" if film is None else str(film.path))

    def leave_alone(self) -> bool:
        """Back from the picture alone, or from typing a time; False when it was neither."""
        if self.controls.box.hasFocus():
            self.controls.box.clear()
            self.picture.setFocus()
            return True
        if self._alone:
            self.toggle_alone()
            return True
        return False

    def _on_ask_time(self) -> None:
        self.controls.ask_time()

    @Slot(int)
    def _on_place(self, at_ms: int) -> None:
        self._playing.go(at_ms)
        if self.controls.box.hasFocus():
            self.picture.setFocus()
