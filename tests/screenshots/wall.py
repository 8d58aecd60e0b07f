"""The wall: its sizes, its states, one camera alone, the search, the themes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from console.events import Reason, StreamState
from tests.screenshots.stand import Scene, Size, bare, dress, opened, paint, play, taken
from ui.theme import ThemeName

STATES = (
    (3, StreamState.OFFLINE, Reason.NO_ANSWER),
    (6, StreamState.REFUSED, Reason.BAD_LOGIN),
    (9, StreamState.UNSUPPORTED, Reason.CODEC),
    (11, StreamState.LATE, Reason.PACKETS_LOST),
    (12, StreamState.CONNECTING, Reason.NONE),
)
_STALLED = 5


def wall(tiles: int) -> Scene:
    """The wall, everything live."""

    def scene(size: Size, data: Path) -> QImage:
        return taken(opened(size, data, tiles=tiles))

    return scene


def states(size: Size, data: Path) -> QImage:
    """Sixteen tiles, some of them not live."""
    stage = opened(size, data)
    shown = stage.shown
    for number, state, reason in STATES:
        stage.say(shown[number - 1], state, reason)
    stage.clock.pass_(seconds=41)
    paint(stage, without={number for number, _, _ in STATES if number != 11} | {_STALLED})
    stage.wall.choose(shown[1])
    stage.wall.canvas.show_figures(shown=True)
    stage.settle()
    return taken(stage)


def small_states(size: Size, data: Path) -> QImage:
    """All 81 cameras, some of them not live."""
    stage = opened(size, data, tiles=81)
    for number, state, reason in STATES:
        stage.say(stage.shown[number + 8], state, reason)
    stage.clock.pass_(seconds=41)
    paint(stage, without={number + 9 for number, _, _ in STATES})
    stage.settle()
    return taken(stage)


def one(size: Size, data: Path) -> QImage:
    """One camera alone, with its figures."""
    stage = opened(size, data)
    stage.wall.canvas.opened.emit(stage.shown[2])
    play(stage)
    stage.wall.canvas.show_figures(shown=True)
    stage.settle()
    return taken(stage)


def search(size: Size, data: Path) -> QImage:
    """A search without diacritics."""
    stage = opened(size, data)
    field = stage.wall.tree.findChild(QLineEdit)
    assert field is not None
    field.setText("cho dinh")
    stage.wall.tree.search()
    return taken(stage)


def empty(size: Size, data: Path) -> QImage:
    """A station without a camera."""
    return taken(bare(size, data))


def in_theme(name: ThemeName) -> Scene:
    """The wall in another theme."""

    def scene(size: Size, data: Path) -> QImage:
        stage = opened(size, data)
        stage.window.set_theme(name)
        stage.settle()
        picture = taken(stage)
        dress(ThemeName.NIGHT)
        return picture

    return scene


SCENES: dict[str, Scene] = {
    "wall_16": wall(16),
    "wall_81": wall(81),
    "states_16": states,
    "states_81": small_states,
    "one": one,
    "search": search,
    "empty_wall": empty,
    "day": in_theme(ThemeName.DAY),
    "contrast": in_theme(ThemeName.CONTRAST),
}
