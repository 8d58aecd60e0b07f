"""What others see of a package without our program: the cover sheet, the page that checks it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from console.bench.browser import browsing, missing
from console.evidence.checkers import PAGE
from console.evidence.cover import cover_pdf
from db.structs import replace
from tests.console.evidence import small_package
from tests.console.evidence.covers import USUAL
from tests.console.evidence.small_package import signer
from tests.house.set_up import ROOT
from tests.screenshots.stand import Scene, Size

_SCALE = 2.0  # pixels a point, before it is fitted
_GAP = 12


def cover(size: Size, _folder: Path) -> QImage:
    """First and last page of a usual cover sheet, drawn by a program of others."""
    asked = replace(USUAL.request, dated=USUAL.made_at.date())
    pages = pypdfium2.PdfDocument(cover_pdf(replace(USUAL, request=asked)))
    width, height = size
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.gray)
    painter = QPainter(picture)
    half = (width - 3 * _GAP) // 2
    for number in (0, len(pages) - 1):
        drawn = pages[number].render(scale=_SCALE).to_pil().convert("RGBA")
        data = drawn.tobytes("raw", "BGRA")
        page = QImage(data, drawn.width, drawn.height, QImage.Format.Format_ARGB32)
        fitted = page.scaled(
            half,
            height - 2 * _GAP,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        left = width // 2 - fitted.width() - _GAP // 2 if number == 0 else width // 2 + _GAP // 2
        painter.drawImage(left, _GAP, fitted)
    painter.end()
    return picture


def checker_good(size: Size, folder: Path) -> QImage:
    """The page in a browser: all four answers of a good package."""
    return _checked(size, folder, tampered=False)


def checker_bad(size: Size, folder: Path) -> QImage:
    """The page in a browser: a file was changed, and one was added."""
    return _checked(size, folder, tampered=True)


def _checked(size: Size, folder: Path, *, tampered: bool) -> QImage:
    if why := missing():
        raise SystemExit(f"{why}; python3 -m tests.house test installs it")
    station = signer("station")
    package = small_package.make(folder / "VV-2026-000123_20261127T0912", station)
    if tampered:
        first = sorted((package / "goc").iterdir())[0]
        first.write_bytes(first.read_bytes()[:-1] + b"?")
        (package / "goc" / "thêm.mp4").write_bytes(b"x")
    with tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as browser:
        browser.resize(*size)
        browser.go(ROOT / "resources" / "checkers" / PAGE)
        browser.send("#paper", station.fingerprint())
        browser.send("#folder", str(package))
        browser.checked()
        return QImage.fromData(browser.picture())


SCENES: dict[str, Scene] = {
    "package_cover": cover,
    "package_checker_good": checker_good,
    "package_checker_bad": checker_bad,
}
