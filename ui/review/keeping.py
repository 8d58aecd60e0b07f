"""One picture of footage, kept as a file: asked for, logged, written whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter

from console.durable import write_durably
from console.errors import DiskFull, Problem, StoreFailed
from console.workers import Lane
from db.records import Camera, from_us
from ui.desk import Desk
from ui.review.service import Archive
from ui.review.stills import Stills

_WIDTH, _HEIGHT = 3840, 2160  # no picture is asked for larger than this
_NO_ROOM = 28  # ENOSPC, on Windows too


class Keeping(QObject):
    """Keeps stills.  The log says so before there is a picture."""

    kept = Signal(object)  # the Path
    failed = Signal(object)  # the Problem; None: there is no picture of that moment

    def __init__(self, desk: Desk, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._footage = archive.footage
        self._stills = Stills(desk.bridge, archive.engine, self)
        self._stills.came.connect(self._on_came)
        self._wish: tuple[Camera, int, Path] | None = None

    def keep(self, camera: Camera, us: int, path: Path) -> None:
        """Write the picture of ``camera`` at an instant to ``path``, as large as it is."""
        footage, at = self._footage, from_us(us)
        wish = (camera, us, path)

        def given(_: None) -> None:
            self._wish = wish
            self._stills.want(camera.id, us, _WIDTH, _HEIGHT)

        self._desk.tasks.run(
            lambda: footage.note_still(camera.id, at),
            done=given,
            failed=self.failed.emit,
            lane=Lane.WRITE,
        )

    def forget(self) -> None:
        """Nothing is to be kept any more."""
        self._wish = None
        self._stills.close()

    @Slot(object)
    def _on_came(self, image: QImage | None) -> None:
        wish, self._wish = self._wish, None
        self._stills.close()
        if wish is None:
            return
        if image is None:
            self.failed.emit(None)
            return
        camera, us, path = wish
        image.setText("Camera", f"{camera.number:02} {camera.name}")
        image.setText("Time", from_us(us).astimezone().isoformat(timespec="milliseconds"))
        self._desk.tasks.run(
            lambda: _write(image, path),
            done=lambda _: self.kept.emit(path),
            failed=self.failed.emit,
            lane=Lane.LONG,
        )


def _write(image: QImage, path: Path) -> None:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    try:
        write_durably(path, bytes(content.data()))
    except OSError as error:
        problem: Problem = DiskFull() if error.errno == _NO_ROOM else StoreFailed(str(error))
        raise problem from error
