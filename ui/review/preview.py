"""What lies under the pointer on the timeline: time, words, and a picture a moment later."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from console.errors import Problem
from db.records import CameraId
from ui.review.playback import Playback
from ui.review.stills import Stills
from ui.review.words import moment_words

_PAUSE_MS = 150  # the pointer must rest so long before a picture is asked for
_SIZE = QSize(256, 144)
_ABOVE = 16  # pixels between the pointer and the preview
_DONE_MS = 15_000  # unused so long, its player is given back


class Preview(QFrame):
    """A small window that never takes the focus."""

    def __init__(self, stills: Stills, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("review-preview")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._stills = stills
        self._playback = playback
        self._wish: tuple[CameraId, int] | None = None
        self._asked: tuple[CameraId, int] | None = None  # whose picture comes next
        self._picture = QLabel(self)
        self._picture.setFixedSize(_SIZE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._time = QLabel(self)
        self._time.setObjectName("preview-time")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFixedWidth(_SIZE.width())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for widget in (self._picture, self._time, self._words):
            column.addWidget(widget)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._done = QTimer(self, interval=_DONE_MS, singleShot=True)
        self._done.timeout.connect(stills.close)
        stills.came.connect(self._on_came)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._time.text()}\n{self._words.text()}"

    def show_at(
        self, point: QPoint, us: int, words: str, camera_id: CameraId | None, *, recorded: bool
    ) -> None:
        """Say ``words`` above a global point, with a picture of ``camera_id`` if there is one."""
        self._time.setText(moment_words(us))
        self._words.setText(words)
        wish = (camera_id, us) if camera_id is not None and recorded else None
        if wish is None:
            self._pause.stop()
            self._picture.hide()
        elif self._wish is None or wish[0] != self._wish[0] or not self._picture.isVisibleTo(self):
            self._picture.setPixmap(QPixmap())
            self._picture.setText(self.tr("Fetching the picture…"))
            self._picture.show()
        if wish is not None and wish != self._wish:
            self._picture.setEnabled(False)  # grey: it is that of the instant before
            self._pause.start()
        self._wish = wish
        self._done.stop()
        self.adjustSize()
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(room.left(), point.x() - self.width() // 2), room.right() - self.width())
        self.move(left, max(room.top(), point.y() - self.height() - _ABOVE))
        self.show()

    @Slot()
    def leave(self) -> None:
        """The pointer is gone."""
        self._pause.stop()
        self._wish = None
        self.hide()
        self._done.start()

    def forget(self) -> None:
        """No picture, and no player."""
        self.leave()
        self._done.stop()
        self._picture.setPixmap(QPixmap())
        self._stills.close()

    @Slot()
    def _ask(self) -> None:
        wish = self._wish
        if wish is None:
            return
        camera_id, us = wish

        def given() -> None:
            if wish == self._wish:
                self._asked = wish
                ratio = self.devicePixelRatioF()
                wide, high = round(_SIZE.width() * ratio), round(_SIZE.height() * ratio)
                self._stills.want(camera_id, us, wide, high)

        self._playback.admission.ask([camera_id], us, given, self._refused)

    def _refused(self, _: Problem) -> None:
        """The service has logged it; here there is just no picture."""
        self._picture.setText(self.tr("Not for this role"))

    @Slot(object)
    def _on_came(self, image: QImage | None) -> None:
        if self._wish is None:
            return
        if image is None:
            self._picture.setText(self.tr("No picture"))
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
        self._picture.setEnabled(self._asked == self._wish)
        if self._asked is not None:
            camera_id, us = self._asked
            self._playback.note_stills(camera_id, [us])
