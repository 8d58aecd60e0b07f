"""Trying a camera out: its live picture in a dialog, or why there is none.

A kept camera whose line bears one session is not called a second time: what runs is shown.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.events import Reason, StreamState
from console.sources import TRIAL
from console.video.ports import CameraSource, CanvasView
from db.records import CameraId
from ui.desk import Desk
from ui.feeding import Feeding
from ui.stream_words import reason_sentence, state_word
from ui.theme import WALL
from ui.wall.canvas_widget import WallCanvas
from ui.wall.lettering import Label
from ui.wall.tile_words import figures_words
from ui.wall.views import Screen

PATIENCE_S = 12.0
_LOOK_MS = 200
_WIDTH, _HEIGHT = 400, 225
_FINGERPRINT = re.compile("[0-9a-f]{64}")
_GROUP = 4  # digits that are read aloud together
_FAILED = frozenset({StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED})


class Trial(QFrame):
    """Asks the engine for one more camera and watches what comes."""

    ended = Signal(bool)  # whether a picture came
    trusted = Signal(str)  # the fingerprint of the certificate that shall be trusted

    def __init__(self, desk: Desk, feeding: Feeding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._feeding = feeding
        self._view: CanvasView | None = None
        self._canvas: WallCanvas | None = None
        self._camera_id: CameraId | None = None
        self._began_s = 0.0
        self._seen = False
        self._fingerprint = ""  # of a certificate that is offered to be trusted
        self._build()

    def _build(self) -> None:
        self._frame = QFrame(self)
        self._frame.setObjectName("trial")
        self._frame.setFixedSize(_WIDTH + 2, _HEIGHT + 2)
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._words = QLabel(self)
        self._words.setObjectName("trial-words")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(_WIDTH)
        self._trust = QPushButton(self.tr("Trust this certificate (Ctrl+Shift+T)"), self)
        self._trust.setObjectName("trial-trust")
        self._trust.setShortcut("Ctrl+Shift+T")
        self._trust.setToolTip(
            self.tr("From now on only this certificate opens the camera (Ctrl+Shift+T)")
        )
        self._trust.setAutoDefault(False)
        self._trust.clicked.connect(lambda: self.trusted.emit(self._fingerprint))
        self.say(self.tr("Try shows the camera's picture here before it is kept."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._frame)
        column.addWidget(self._words)
        column.addWidget(self._trust, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def words(self) -> str:
        """What it says below the picture."""
        return self._words.text()

    @property
    def canvas(self) -> WallCanvas | None:
        """What paints the picture while a trial runs."""
        return self._canvas

    def say(self, words: str, *, wrong: bool = False, fingerprint: str = "") -> None:
        """Say something below the picture, and offer to trust a certificate if there is one."""
        self._fingerprint = fingerprint
        self._trust.setVisible(bool(fingerprint))
        self._words.setText(words)
        self._words.setProperty("quiet", not wrong)
        self._words.setProperty("error", wrong)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)

    def start(self, source: CameraSource, label: Label) -> None:
        """Try ``source``, or show what runs of a kept one; what was tried before is given up."""
        self.stop()
        self._camera_id = source.camera_id
        self._began_s = self._desk.clock.monotonic_s()
        self._seen = False
        if source.camera_id == TRIAL:
            self._feeding.try_out(source)
        self._view = self._feeding.engine.canvas()
        self._canvas = WallCanvas(self._view, self._desk.standing, self._desk.clock, WALL, self)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setFixedSize(_WIDTH, _HEIGHT)
        self._inside.addWidget(self._canvas)
        self._canvas.show()
        screen = Screen(tiles=1, cameras=(source.camera_id,), upcoming=())
        self._canvas.show_screen(screen, {source.camera_id: label})
        self.say(self.tr("Calling the camera…"))
        self._timer.start()

    def stop(self) -> None:
        """End the trial; the engine forgets the camera."""
        self._timer.stop()
        if self._canvas is None or self._view is None or self._camera_id is None:
            return
        self._inside.removeWidget(self._canvas)
        self._canvas.let_go()
        self._canvas.deleteLater()
        self._view.close()
        if self._camera_id == TRIAL:
            self._feeding.try_out(None)
            self._desk.standing.forget(TRIAL)
        self._canvas = self._view = self._camera_id = None

    @Slot()
    def _look(self) -> None:
        if self._canvas is None or self._camera_id is None:
            return
        figures = self._desk.standing.figures(self._camera_id)
        if any(tile.painted for tile in self._canvas.tiles):
            words = self.tr("The camera is live.")
            if figures is not None:
                words = self.tr("The camera is live: {figures}").format(
                    figures=figures_words(figures)
                )
            if self._camera_id != TRIAL:
                note = self.tr(
                    "Its line bears one connection: this is the one that the wall and the recording"
                    " use."
                )
                words = f"{words}\n{note}"
            self.say(words)
            self._tell(seen=True)
            return
        stand = self._desk.standing.of(self._camera_id)
        if stand.reason is Reason.CERTIFICATE and _FINGERPRINT.fullmatch(stand.detail):
            self._offer(stand.detail)
        elif stand.reason is Reason.LINE_IN_USE:
            self._began_s = self._desk.clock.monotonic_s()  # it begins by itself once it may
            self._fail(state_word(stand.state, stand.reason), reason_sentence(stand.reason))
        elif stand.state in _FAILED:
            self._fail(state_word(stand.state, stand.reason), reason_sentence(stand.reason))
        elif self._desk.clock.monotonic_s() - self._began_s > PATIENCE_S:
            self._fail(self.tr("No picture came"), reason_sentence(Reason.SILENT))

    def _fail(self, what: str, advice: str) -> None:
        self.say(self.tr("{what}. {advice}").format(what=what, advice=advice), wrong=True)
        self._tell(seen=False)

    def _offer(self, sha256: str) -> None:
        groups = (sha256[at : at + _GROUP] for at in range(0, len(sha256), _GROUP))
        words = self.tr(
            "No authority vouches for this camera. Compare the fingerprint of its certificate"
            " (SHA-256) with the one on the camera's own page, then trust it:\n{fingerprint}"
        )
        fingerprint = " ".join(groups)
        self.say(words.format(fingerprint=fingerprint), wrong=True, fingerprint=sha256)
        self._tell(seen=False)

    def _tell(self, *, seen: bool) -> None:
        if not self._seen:
            self._seen = True
            self.ended.emit(seen)
