"""Packages of evidence: asked for, in the queue, made, verified, copied; none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from console.app import Console
from console.events import ExportMoved, MakingStep
from console.evidence.verifying import verify
from console.secret import Secret
from console.workers import Stop
from db.evidence_records import CustodyKind, Request
from db.records import CameraId
from tests import wards
from tests.console.evidence.making import make_package
from tests.fakes import FakeClock
from tests.screenshots.stand import Scene, Size, in_day, taken
from tests.ui.access.people import CHIEF, come_in, enlisted
from tests.ui.boxes import put
from tests.ui.evidence.packages.seat import (
    GATE,
    MARKET,
    approved,
    made,
    recorded,
    stick,
    wanted,
    with_officer,
)
from tests.ui.stage import Stage, wait_for
from ui.evidence.copy_dialog import CopyDialog
from ui.evidence.custody_dialogs import CustodyDialog
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.packages_page import PackagesPage
from ui.evidence.papers import PapersDialog
from ui.times import stamp_words

D = TypeVar("D", bound=QDialog)
_FULL = 1_200_000_000
_AS_ON_A_WARDS_PC = Path("/media/truc-ban/KINGSTON")  # paths of this one are nobody's


class _Scene:
    """The window of a chief, over requests that were approved and packages that were made."""

    def __init__(self, folder: Path, size: Size, *, filled: bool = True) -> None:
        wards.made(folder / "station.db")
        enlisted(folder, with_officer)
        self.clock = FakeClock()
        recorded(folder, self.clock)
        self.usb = folder / "KINGSTON"
        self.usb.mkdir()
        self.request: Request | None = None
        self.stage = Stage(
            folder, self.clock, size=size, prepare=self._fill if filled else lambda _: None
        )
        come_in(self.stage, CHIEF)
        self.stage.window.activateWindow()

    def _fill(self, console: Console) -> None:
        evidence, clock = console.evidence, self.clock
        spans = wanted(clock, GATE, MARKET, CameraId(7))
        first = approved(console, clock)
        package = made(console, first, _AS_ON_A_WARDS_PC, gaps=1)
        clock.pass_(minutes=4)
        evidence.custody.add(package.id, CustodyKind.VERIFIED, note="sound", medium="Kingston")
        clock.pass_(minutes=3)
        evidence.custody.add(package.id, CustodyKind.COPIED, medium="SanDisk Ultra · 4C53000127")
        clock.pass_(minutes=21)
        evidence.custody.add(
            package.id,
            CustodyKind.HANDED,
            medium="SanDisk Ultra 64 GB",
            to_whom="Đại úy Nông Thị Thúy, Công an thành phố",
            note="Giao tại phòng trực, có biên nhận",
        )
        made(console, approved(console, clock, MARKET), _AS_ON_A_WARDS_PC)
        clock.pass_(minutes=12)
        self.request = approved(console, clock, wanted=spans)

    def page(self) -> PackagesPage:
        self.stage.window.show_page("packages")
        page = self.stage.window.exporting.page
        assert page is not None
        page.acts._look_for = lambda: [stick(self.usb)]
        return page

    def chosen(self) -> PackagesPage:
        """The page, with the package that went through many hands."""
        page = self.page()
        wait_for(lambda: page.rows.count() == 2)
        page.table.selectRow(1)
        wait_for(lambda: len(page.card.rows.lines) == 4)
        return page

    def queue(self) -> PackagesPage:
        """One is being made, two wait, one failed."""
        console = self.stage.console
        queue, page = console.evidence.queue, self.page()
        assert self.request is not None
        queued = [queue.add(self.request.id, str(_AS_ON_A_WARDS_PC)) for _ in range(4)]
        begun = queue.begin_next()
        assert begun is not None
        queue.failed(begun, "medium_lost")
        begun = queue.begin_next()
        assert begun is not None
        wait_for(lambda: page.queue.rows.count() == len(queued))
        self.stage.bridge.post(
            ExportMoved(
                package_id=begun.id, step=MakingStep.VIEWING, done=43, total=100, left_s=170.0
            )
        )
        wait_for(lambda: page.queue.rows.share(0) == 43)
        return page

    def dialog(self) -> ExportDialog:
        """What is asked before a package is made, with two media plugged in."""
        assert self.request is not None
        small = stick(Path("/media/sd"), "SanDisk Ultra", _FULL // 10)
        dialog = ExportDialog(
            self.stage.desk,
            self.stage.console,
            self.page().colours,
            self.request,
            self.stage.window.pages.currentWidget(),
            look_for=lambda: [stick(self.usb), small],
        )
        dialog.show()
        wait_for(lambda: len(dialog.lines) == 3 and dialog.asking.preview is not None)
        wait_for(lambda: len(dialog.place.media) == 2)
        return dialog


def empty(size: Size, folder: Path) -> QImage:
    """No package was made yet."""
    scene = _Scene(folder, size, filled=False)
    scene.page()
    return taken(scene.stage)


def asked(size: Size, folder: Path) -> QImage:
    """Three cameras, gaps with their causes, one without footage; ready to be queued."""
    scene = _Scene(folder, size)
    dialog = scene.dialog()
    dialog.place.choose(str(scene.usb))
    put(dialog.fields.seal_number, "NP 0012/2026")
    wait_for(lambda: dialog.obstacle == "")
    return _over(scene, dialog)


def hindered(size: Size, folder: Path) -> QImage:
    """The chosen medium is not there any more: nothing can be queued."""
    scene = _Scene(folder, size)
    dialog = scene.dialog()
    dialog.place.choose("/media/sd")
    wait_for(lambda: not dialog.asking.is_stale)
    return _over(scene, dialog)


def queue(size: Size, folder: Path) -> QImage:
    """One is being made, two wait, one failed; the strip counts."""
    scene = _Scene(folder, size)
    page = scene.queue()
    page.queue.table.setFocus()
    page.queue.table.selectRow(3)
    page._show_chosen()
    wait_for(lambda: "43 %" in scene.stage.window.status.exports.text())
    scene.stage.window.notice.hide()
    return taken(scene.stage)


def custody(size: Size, folder: Path) -> QImage:
    """A package that was verified, copied and handed over."""
    scene = _Scene(folder, size)
    scene.chosen()
    return taken(scene.stage)


def day(size: Size, folder: Path) -> QImage:
    """The same in the day theme."""
    scene = _Scene(folder, size)
    scene.chosen()
    return in_day(scene.stage, taken)


def verified(size: Size, folder: Path) -> QImage:
    """Four answers, all of them good but for the time-stamp, which there is none of."""
    return _checked(size, folder, lambda _: None)


def tampered(size: Size, folder: Path) -> QImage:
    """A file was changed, and another added."""

    def spoil(package: Path) -> None:
        next((package / "goc").iterdir()).write_bytes(b"x")
        (package / "goc" / "them.mp4").write_bytes(b"y")

    return _checked(size, folder, spoil)


def copying(size: Size, folder: Path) -> QImage:
    """Onto which medium it is copied."""
    scene = _Scene(folder, size)
    page = scene.chosen()
    page.acts.ask_copy()
    dialog = found(scene.stage, CopyDialog)
    wait_for(lambda: bool(dialog.target))
    dialog.encrypted.setChecked(True)
    return taken(scene.stage, dialog)


def words(size: Size, folder: Path) -> QImage:
    """The words that open an encrypted copy."""
    scene = _Scene(folder, size)
    page = scene.chosen()
    assert page.chosen is not None
    assert page.chosen.made is not None
    name = page.chosen.made.folder
    dialog = PapersDialog(
        scene.stage.desk,
        (f"Đã sao chép vào E:\\{name}.zip, đọc lại thấy nguyên vẹn.", name),
        b"%PDF-",
        page,
        secret=(Secret("xedap hoasen conmeo bongda caphe songhong denlong muaxuan"), b"%PDF-"),
        let_go=lambda: True,
    )
    dialog.show()
    return taken(scene.stage, dialog)


def handed(size: Size, folder: Path) -> QImage:
    """To whom it goes is not typed yet."""
    scene = _Scene(folder, size)
    page = scene.chosen()
    page.acts.ask_custody(CustodyKind.HANDED)
    dialog = found(scene.stage, CustodyDialog)
    dialog.keep()
    return taken(scene.stage, dialog)


def _checked(size: Size, folder: Path, spoil: Callable[[Path], None]) -> QImage:
    scene = _Scene(folder, size)
    page = scene.chosen()
    package = make_package(folder)
    key = verify(package, stop=Stop(), progressed=lambda _d, _t: None).fingerprint
    spoil(package)
    verdict = verify(package, fingerprint=key, stop=Stop(), progressed=lambda _d, _t: None)
    at = stamp_words(scene.clock.now())
    page.card.show_verdict(verdict, Path("E:/") / package.name, at)
    page.acts.say_of(verdict)
    QApplication.processEvents()
    return taken(scene.stage)


def _over(scene: _Scene, dialog: QDialog) -> QImage:
    for _ in range(3):
        QApplication.processEvents()
    return taken(scene.stage, dialog)


def found(stage: Stage, kind: type[D]) -> D:
    """The dialog that is open."""
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())


SCENES: dict[str, Scene] = {
    f"packages_{each.__name__}": each
    for each in (
        empty,
        asked,
        hindered,
        queue,
        custody,
        day,
        verified,
        tampered,
        copying,
        words,
        handed,
    )
}
