"""Pictures are read within limits, and on two threads at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from ui.pictures import read_picture

_BOTH = """
import sys, threading
from pathlib import Path
from PySide6.QtGui import QImage
from ui.pictures import read_picture

content = Path(sys.argv[1]).read_bytes()
over = threading.Event()

def elsewhere():
    while not over.is_set():
        assert not read_picture(content, 16).isNull()

thread = threading.Thread(target=elsewhere)
thread.start()
for _ in range(2000):
    assert not QImage.fromData(content).isNull()
over.set()
thread.join()
"""


def file_of(image: QImage, kind: bytes = b"PNG") -> bytes:
    """The picture as a file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    buffer.close()
    return bytes(content.data())


def red(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 0, 0))
    return image


def test_a_picture_is_told_by_what_is_in_it() -> None:
    for kind in (b"PNG", b"JPEG", b"BMP"):
        found = read_picture(file_of(red(64, 48), kind), 16)

        assert (found.width(), found.height()) == (64, 48)
        assert abs(found.pixelColor(10, 10).red() - 200) < 4


def test_what_is_too_large_or_none_is_null_and_leaves_the_others_limit_alone() -> None:
    large = file_of(red(2000, 1100))  # 8.4 MiB

    assert read_picture(large, 8).isNull()
    assert read_picture(b"no picture", 8).isNull()
    assert read_picture(b"", 8).isNull()
    assert not read_picture(large, 9).isNull()


def test_two_threads_read_pictures_at_once(tmp_path: Path) -> None:
    """In a process of its own: one that stands still cannot be told to go on."""
    (tmp_path / "red.png").write_bytes(file_of(red(32, 32)))

    done = subprocess.run(
        [sys.executable, "-c", _BOTH, str(tmp_path / "red.png")],
        timeout=40,
        check=False,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
