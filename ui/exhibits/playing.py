"""The one foreign file that is open: its player's process, where it stands, what it is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from console.events import ExhibitMoved, ExhibitState
from console.video.footage_ports import ExhibitPlayer, PlayExhibit
from db.footage_records import Exhibit
from db.structs import replace
from ui.desk import Desk
from ui.exhibits.words import plain_name

RATES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
SIZE = (1920, 1080)
"""Of the canvas: libVLC scales to it, whatever the file's size; the window scales it to fit."""
_THERE = frozenset({ExhibitState.PLAYING, ExhibitState.STANDING, ExhibitState.ENDED})


@dataclass(frozen=True, slots=True)
class Film:
    """What is played: a file on a stick, or with ``exhibit`` the copy that was taken in."""

    path: Path
    exhibit: Exhibit | None = None

    @property
    def name(self) -> str:
        """Its name on the medium, as it may be shown."""
        return plain_name(self.path.name) if self.exhibit is None else self.exhibit.name


class Playing(QObject):
    """At most one player at a time; its process ends with ``close``."""

    moved = Signal()
    pictured = Signal()  # its first picture is there
    closing = Signal()  # nobody may look at the player any more

    def __init__(self, desk: Desk, play: PlayExhibit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._play = play
        self._from_ms: int | None = None  # where to go once it is open
        self._begun = False
        self.player: ExhibitPlayer | None = None
        self.film: Film | None = None
        self.stands = ExhibitMoved(0, ExhibitState.OPENING, 0, 0, 0.0, 0, 0)
        self.speed = 1.0  # at which it plays on
        self.is_heard = False
        desk.bridge.exhibit_moved.connect(self._on_moved)

    @property
    def is_there(self) -> bool:
        """Whether there is a picture."""
        return self.player is not None and self.stands.state in _THERE

    @property
    def plays(self) -> bool:
        """Whether time passes in it."""
        return self.player is not None and self.stands.state is ExhibitState.PLAYING

    def open(self, film: Film, at_ms: int | None = None) -> None:
        """Play ``film``; it stands at its first picture, or at ``at_ms``."""
        self.close()
        self.film = film
        self.speed, self._begun = 1.0, False
        self._from_ms = at_ms or None
        self.player = player = self._play(film.path, SIZE)
        self.stands = ExhibitMoved(player.number, ExhibitState.OPENING, 0, 0, 0.0, 0, 0)
        if self.is_heard:
            player.hear(on=True)
        self.moved.emit()

    def again(self) -> None:
        """Open the same file once more, where it stood."""
        if self.film is not None:
            self.open(self.film, self.stands.at_ms)

    def close(self) -> None:
        """End the player's process; at once here, elsewhere within two seconds."""
        player, self.player, self.film = self.player, None, None
        if player is not None:
            self.closing.emit()
            self._desk.tasks.run(player.close, done=_nothing, failed=_nothing)
            self.moved.emit()

    def play(self) -> None:
        """Play on, or stand."""
        if self.player is not None and self.is_there:
            self.player.go(None, 0.0 if self.plays else self.speed)

    def faster(self, way: int) -> None:
        """The next speed up (1) or down (-1)."""
        at = RATES.index(self.speed) + way
        self.speed = RATES[min(len(RATES) - 1, max(0, at))]
        if self.player is not None and self.plays:
            self.player.go(None, self.speed)
        self.moved.emit()

    def step(self) -> None:
        """Stand, one picture on."""
        if self.player is not None and self.is_there:
            self.player.step()

    def go(self, at_ms: int) -> None:
        """Go to a place in the file; what plays plays on."""
        if self.player is None or not self.is_there:
            return
        if self.stands.length_ms:
            at_ms = min(at_ms, self.stands.length_ms)
        self.player.go(max(0, at_ms), self.speed if self.plays else 0.0)

    def move(self, ms: int) -> None:
        """So far on, or back."""
        self.go(self.stands.at_ms + ms)

    def hear(self) -> None:
        """Sound on, or off."""
        self.is_heard = not self.is_heard
        if self.player is not None:
            self.player.hear(on=self.is_heard)
        self.moved.emit()

    @Slot(ExhibitMoved)
    def _on_moved(self, event: ExhibitMoved) -> None:
        player = self.player
        if player is None or event.player != player.number:
            return
        if event.state not in {ExhibitState.PLAYING, ExhibitState.STANDING} and not event.at_ms:
            # What ended or broke says no time any more: it stands where it was last.
            event = replace(event, at_ms=self.stands.at_ms, length_ms=self.stands.length_ms)
        if event.state is ExhibitState.ENDED and event.length_ms:
            event = replace(event, at_ms=event.length_ms)
        self.stands = event
        if self.is_there and not self._begun:
            self._begun = True
            self.pictured.emit()
            if self._from_ms is not None:
                player.go(self._from_ms, 0.0)
        self.moved.emit()


def _nothing(_: object) -> None:
    """Nobody waits for the end of a process."""
