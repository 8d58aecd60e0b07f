"""How far cameras' clocks are off where somebody looks: read once the pointer rests, then known."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import Problem
from db.records import CameraId, from_us
from ui.desk import Desk
from ui.review.hints import clock_words
from ui.review.scale import MINUTE_US
from ui.review.service import Footage

_PAUSE_MS = 150  # as before a picture is asked for
_KNOWN = 500
_STEP_US = 10 * MINUTE_US


class CameraClocks(QObject):
    """Words about a camera's clock; GUI thread only, the reading is done elsewhere."""

    came = Signal()  # what was asked for last can be said now

    def __init__(self, desk: Desk, footage: Footage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._footage = footage
        self._known: dict[tuple[CameraId, int], str] = {}
        self._wish: tuple[CameraId, int] | None = None
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)

    def words(self, camera_id: CameraId, us: int) -> str:
        """How its clock goes about an instant; "" for now where that is not known: ``came``."""
        known = self._known.get((camera_id, us // _STEP_US))
        self._wish = None if known is not None else (camera_id, us)
        if known is None:
            self._pause.start()
        return known or ""

    def leave(self) -> None:
        """Nobody looks any more."""
        self._wish = None
        self._pause.stop()

    def forget(self) -> None:
        """Nothing that was read holds any more, or is for whoever sits here now."""
        self.leave()
        self._known.clear()

    @Slot()
    def _ask(self) -> None:
        wish = self._wish
        if wish is None:
            return
        camera_id, us = wish

        def done(offset_us: int | None) -> None:
            if wish is not self._wish:
                return  # somebody looks elsewhere, or is somebody else
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[camera_id, us // _STEP_US] = clock_words(offset_us)
            self.came.emit()

        self._desk.tasks.run(
            lambda: self._footage.camera_offset(camera_id, from_us(us)),
            done=done,
            failed=self._failed,
        )

    def _failed(self, _: Problem) -> None:
        """It stays unsaid: the row itself says what is wrong with the index or the role."""
