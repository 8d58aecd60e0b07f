"""The key of the moment on the wall: the chosen tile, its team, or the camera typed next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QImage

from console.errors import Problem
from console.events import Reason, StreamState
from console.rights import Action
from db.case_records import Bookmark
from db.records import CameraId
from ui import keys
from ui.bookmarks.asking import PATIENCE_MS, Asking
from ui.bookmarks.flash import Flash
from ui.bookmarks.marking import Marking, Wish
from ui.bookmarks.scene import pictures_of, place_of
from ui.bookmarks.team import team_cameras
from ui.desk import Desk
from ui.theme import Colours
from ui.times import time_words
from ui.wall.page import WallPage

JUST_TURNED_S = 1.5
"""So soon after other tiles came, nobody knows which of them the officer meant."""


@dataclass(slots=True)
class _Asked:
    """A moment that has no camera yet."""

    at: datetime
    describe: bool
    team: bool
    pictures: Mapping[CameraId, QImage] = field(default_factory=dict)


class WallMarks(QObject):
    """Turns keys of the wall into wishes, and lets its tiles answer.

    A moment that has no camera yet is kept: a key that comes meanwhile neither replaces it (its
    hold reaches beyond the patience of the question) nor loses it.  Esc lets it go; where anything
    else does, that is ``told``.
    """

    told = Signal(str)  # why a moment is not bookmarked, and what to do: for the notice bar

    def __init__(self, wall: WallPage, desk: Desk, marking: Marking, colours: Colours) -> None:
        super().__init__(wall)
        self._wall = wall
        self._desk = desk
        self._marking = marking
        self._asking = Asking(wall.canvas, colours)
        self._asking.clicked.connect(self._on_answer)
        self._asking.expired.connect(self._on_expired)
        self.flash = Flash(colours, wall.canvas)
        self.flash.moved.connect(wall.canvas.uncover)
        self._wish: _Asked | None = None
        self._early: _Asked | None = None  # before the cameras of the station were read
        self._early_timer = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._early_timer.timeout.connect(self._on_expired)
        self._is_listed = False
        self._turned: tuple[float, CameraId | None] | None = None
        mark = partial(self._on_mark, describe=False, team=False)
        self.actions = [
            keys.action("mark", wall, mark),
            keys.action("mark-note", wall, partial(self._on_mark, describe=True, team=False)),
            keys.action("mark-team", wall, partial(self._on_mark, describe=False, team=True)),
        ]
        self._undo = keys.action("mark-undo", wall, marking.undo)
        wall.menu_actions += self.actions
        wall.backs.append(self._stop_asking)
        wall.listed.connect(self._on_listed)
        wall.turned.connect(self._on_turned)
        wall.typed.connect(self._on_typed)
        wall.called.connect(self._on_called)
        wall.rights_changed.connect(self._on_rights)
        marking.marked.connect(self._on_marked)
        marking.failed.connect(self._on_failed)

    @property
    def table(self) -> list[QAction]:
        """What the wall's bar may have buttons for."""
        return [*self.actions, self._undo]

    @property
    def is_asking(self) -> bool:
        """Whether a camera's number is wanted."""
        return self._wish is not None

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._asking.set_colours(colours)
        self.flash.set_colours(colours)

    def _on_mark(self, *, describe: bool, team: bool) -> None:
        at = self._desk.clock.now()  # before anything else: this is the moment
        kept = self._wish or self._early
        if kept is not None:
            kept.describe |= describe
            kept.team |= team
        asked = kept or _Asked(at, describe, team)
        if not self._is_listed:
            self._early = asked
            self._early_timer.start()
            return
        chosen = self._chosen()
        if chosen is None and kept is not None:
            self._asking.wait_on()
        elif chosen is None:
            self._ask(asked, self._pictures(self._wall.views.shown()))
        else:
            self._stop_asking()
            if kept is None:
                asked.pictures = self._pictures(self._cameras(chosen, asked))
            self._mark(chosen, asked)

    def _chosen(self) -> CameraId | None:
        views = self._wall.views
        shown, chosen = views.shown(), views.chosen
        if chosen is None or chosen not in shown:
            return None
        if self._turned is not None:
            turned_s, then = self._turned
            soon = self._desk.clock.monotonic_s() - turned_s < JUST_TURNED_S
            if soon and chosen == then:
                return None
        return chosen

    def _cameras(self, chosen: CameraId, asked: _Asked) -> tuple[CameraId, ...]:
        return team_cameras(self._wall.ward, chosen) if asked.team else (chosen,)

    def _mark(self, chosen: CameraId, asked: _Asked) -> None:
        cameras, pictures = self._cameras(chosen, asked), asked.pictures
        self._wall.canvas.precedence.take()
        self._marking.mark(
            Wish(
                cameras=cameras,
                at=asked.at,
                states=self._states(cameras),
                pictures={each: pictures[each] for each in cameras if each in pictures},
                describe=asked.describe,
            )
        )

    def _states(self, cameras: Iterable[CameraId]) -> dict[CameraId, tuple[StreamState, Reason]]:
        stands = {each: self._desk.standing.of(each) for each in cameras}
        return {each: (stand.state, stand.reason) for each, stand in stands.items()}

    def _pictures(self, cameras: Iterable[CameraId]) -> dict[CameraId, QImage]:
        canvas = self._wall.canvas
        return pictures_of(canvas.tiles, canvas.view, cameras)

    def _ask(self, asked: _Asked, pictures: Mapping[CameraId, QImage]) -> None:
        """Show the numbers and keep the moment, with what every tile showed then."""
        if not self._wall.views.cameras:
            self.told.emit(
                self.tr("The station has no camera yet, so there is nothing to bookmark.")
            )
            return
        asked.pictures = pictures
        words = self.tr("Which camera at {time}? Type its number or click it · Esc: none")
        self._wish = asked
        self._asking.ask(words.format(time=time_words(asked.at)))

    def _stop_asking(self) -> bool:
        """Let the moment go; False when none was kept."""
        wish, self._wish = self._wish, None
        if wish is None:
            return False
        self._wall.forget_typed()
        self._asking.end()
        return True

    def _give_up(self, words: str) -> None:
        """Let the moment go for another reason than Esc; ``words`` tell of its ``{time}``."""
        kept, self._early = self._wish or self._early, None
        self._early_timer.stop()
        self._stop_asking()
        if kept is not None:
            self.told.emit(words.format(time=time_words(kept.at)))

    @Slot()
    def _on_expired(self) -> None:
        self._give_up(
            self.tr(
                "No camera was named within 30 seconds, so {time} is not bookmarked: open Review "
                "at that time and press B there."
            )
        )

    @Slot()
    def _on_listed(self) -> None:
        """Nothing was on the wall at the instant of an early key, so it has no pictures."""
        self._is_listed = True
        early, self._early = self._early, None
        self._early_timer.stop()
        if early is not None:
            self._ask(early, {})

    @Slot(int)
    def _on_answer(self, camera_id: CameraId) -> None:
        wish = self._wish
        self._stop_asking()
        if wish is not None:
            self._wall.choose(camera_id)
            self._mark(camera_id, wish)

    @Slot(str)
    def _on_typed(self, digits: str) -> None:
        """As soon as one camera only can be meant, it is taken."""
        if not self.is_asking:
            return
        self._wall.canvas.show_typed("")  # the bar below says it
        self._asking.show_typed(digits)
        number = str(int(digits))
        longer = [
            camera
            for camera in self._wall.ward.cameras
            if str(camera.number).startswith(number) and str(camera.number) != number
        ]
        camera = self._wall.ward.numbered(int(digits))
        if camera is not None and not longer:
            self._on_answer(camera.id)

    @Slot(int)
    def _on_called(self, number: int) -> None:
        if not self.is_asking:
            return
        camera = self._wall.ward.numbered(number)
        if camera is None:
            self._asking.show_typed("")
            self._asking.say(
                self.tr("There is no camera {number}. Type another · Esc: none").format(
                    number=number
                )
            )
        else:
            self._on_answer(camera.id)

    @Slot()
    def _on_turned(self) -> None:
        self._turned = (self._desk.clock.monotonic_s(), self._wall.views.chosen)

    @Slot(object)
    def _on_rights(self, may: object) -> None:
        allowed = callable(may) and bool(may(Action.BOOKMARK))
        for action in self.table:
            action.setEnabled(allowed)
        if not allowed:
            self._give_up(
                self.tr(
                    "The screen was locked before a camera was named, so {time} is not bookmarked: "
                    "open Review at that time and press B there."
                )
            )

    @Slot(object)
    def _on_failed(self, _problem: Problem) -> None:
        self._wall.canvas.precedence.give_back()  # no flag will come

    @Slot(object, object)
    def _on_marked(self, bookmark: Bookmark, _wish: Wish) -> None:
        canvas = self._wall.canvas
        canvas.precedence.give_back()
        if not canvas.isVisible():
            return
        places = (place_of(canvas, canvas.tiles, each) for each in bookmark.cameras)
        self.flash.flash([place for place in places if place is not None])
