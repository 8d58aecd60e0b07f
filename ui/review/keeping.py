"""One picture of footage, kept as a file: asked for, logged, written whole, as it was recorded."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from console.durable import write_durably
from console.errors import DiskFull, FootageMissing, Problem, StoreFailed
from console.video.footage_ports import FootageEngine
from console.workers import Lane, Stop
from db.records import CameraId, from_us
from ui.desk import Desk
from ui.review.service import Archive

_NO_ROOM = 28  # ENOSPC, on Windows too


class Keeping(QObject):
    """Keeps stills.  The log says so before there is a picture."""

    kept = Signal(object)  # the Path
    failed = Signal(object)  # the Problem; None: there is no picture of that moment

    def __init__(self, desk: Desk, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._archive = archive
        self._stop = Stop()

    def keep(self, camera_id: CameraId, name: str, us: int, path: Path) -> None:
        """Write the picture of an instant to ``path``, as large as it was recorded.

        ``name`` is the camera's; the file says so. What lies at ``path`` is replaced: the officer
        was asked.
        """
        footage, engine, stop = self._archive.footage, self._archive.engine, self._stop

        def given(_: None) -> None:
            if not stop.is_set():
                self._desk.tasks.run(
                    lambda: _taken(engine, (camera_id, name, us), path, stop),
                    done=lambda _: self.kept.emit(path),
                    failed=missed,
                    lane=Lane.LONG,
                )

        def missed(problem: Problem) -> None:
            self.failed.emit(None if isinstance(problem, FootageMissing) else problem)

        self._desk.tasks.run(
            lambda: footage.note_still(camera_id, from_us(us)),
            done=given,
            failed=self.failed.emit,
            lane=Lane.WRITE,
        )

    def forget(self) -> None:
        """Nothing is to be kept any more."""
        self._stop.set()
        self._stop = Stop()


def _taken(engine: FootageEngine, what: tuple[CameraId, str, int], path: Path, stop: Stop) -> None:
    """Have the picture taken, say in it whose it is and when, and give it its name."""
    camera_id, name, us = what
    try:
        with TemporaryDirectory(prefix=".ward-", dir=path.parent) as folder:
            raw = Path(folder) / "still.png"
            told = engine.snapshot(camera_id, from_us(us), raw, stop=stop)
            image = QImage(str(raw))
            if image.isNull():
                raise StoreFailed("the picture that was taken cannot be read")
            at = from_us(json.loads(told)["shown_us"]).astimezone()
            image.setText("Camera", name)
            image.setText("Time", at.isoformat(timespec="milliseconds"))
            write_durably(path, _png(image))
    except OSError as error:
        problem: Problem = DiskFull() if error.errno == _NO_ROOM else StoreFailed(str(error))
        raise problem from error


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_written = QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    if not is_written:
        raise StoreFailed("the picture cannot be written as PNG")
    return bytes(content.data())
