"""A station whose packages are really made, and hands on the keyboard of its window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

from console.app import Console
from db.evidence_records import CustodyKind, Package, PackageOutcome, PackageQuery
from db.incident_records import Viewer
from db.records import CameraId, Span, StreamRole, from_us
from tests.console.evidence.press import OwnHands
from tests.console.video.footage_made import BASE_US, Ward
from tests.fakes import FakeClock
from tests.ui.fake_engine import FakeEngine
from tests.ui.hands import CTRL, ENTER, Hands
from tests.ui.requests import office
from tests.ui.stage import Stage, wait_for
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.packages_page import PackagesPage
from ui.evidence.requests_page import RequestsPage

GATE, YARD = CameraId(1), CameraId(3)
WHOLE = Span(from_us(BASE_US), from_us(BASE_US + 30_000_000))
"""Of both cameras; the last ten seconds but five were not recorded."""


def recorded(folder: Path, data: Path) -> Ward:
    """Footage of two cameras, known to the station in ``data``."""
    ward = Ward(folder / "volume")
    for camera in (GATE, YARD):
        for first, count in ((0, 200), (250, 50)):
            ward.record(first, count, camera, StreamRole.MAIN, size=(320, 180))
    ward.keep_index(data)
    return ward


def enrolled(console: Console) -> None:
    """Officers, and a key to sign with."""
    office.with_officer(console)
    console.heads.enrol()


class _Engine(FakeEngine):
    """One whose job worker is this process."""

    def __init__(self, clock: FakeClock, hands: OwnHands) -> None:
        super().__init__(clock)
        self._hands = hands

    @override
    def cut(self, *what: Any, **how: Any) -> str:
        return self._hands.cut(*what, **how)

    @override
    def view(self, *what: Any, **how: Any) -> str:
        return self._hands.view(*what, **how)

    @override
    def snapshot(self, *what: Any, **how: Any) -> str:
        return self._hands.snapshot(*what, **how)


class Journey(Hands):
    """The window of the station in ``folder``/station; packages go to ``usb``, copies to ``stick``.

    ``work.before`` hears, on the maker's thread, of each order before it is done.
    """

    def __init__(self, folder: Path, clock: FakeClock, ward: Ward) -> None:
        self.work = OwnHands(ward.footage)
        self.usb, self.stick = folder / "usb", folder / "stick"
        self.usb.mkdir()
        self.stick.mkdir()
        self._folder = folder / "station"
        self._clock = clock
        self.open()

    def open(self) -> None:
        """Start the program."""
        engine = _Engine(self._clock, self.work)
        super().__init__(Stage(self._folder, self._clock, tiles=4, engine=engine))
        self.stage.console.workers.loop("exports", self.stage.console.evidence.maker.run)

    def fill(self, box: QWidget, text: str) -> None:
        """Go there and type."""
        self.at(box)
        self.write(text)

    def back_to(self, dialog: QDialog) -> None:
        """The dialog that was open over it is gone."""
        wait_for(lambda: QApplication.activeModalWidget() is None)
        dialog.activateWindow()
        wait_for(dialog.isActiveWindow)

    @property
    def package(self) -> Package:
        """The only package, as the store has it."""
        with self.stage.console._store.read() as unit:
            (package,) = unit.packages.page(PackageQuery(), Viewer(None))
        return package

    def ended(self, outcome: PackageOutcome, tries: int = 1) -> None:
        """Wait until that came of it."""
        wait_for(lambda: (self.package.outcome, self.package.tries) == (outcome, tries))

    def custody(self) -> list[CustodyKind]:
        """What happened to it."""
        with self.stage.console._store.read() as unit:
            return [each.kind for each in unit.custody.of(self.package.id)]

    def requests(self) -> RequestsPage:
        """The only request, chosen and read."""
        self.press(Qt.Key.Key_4, CTRL)
        page = self.page("evidence", RequestsPage)
        wait_for(lambda: page.rows.rowCount() == 1 and page.view.seen is not None)
        self.at(page.list)
        return page

    def ask_export(self) -> ExportDialog:
        """The dialog of the only request, once it knows what there is."""
        self.requests()
        self.press(Qt.Key.Key_E)
        export = self.dialog(ExportDialog)
        wait_for(lambda: export.asking.preview is not None and bool(export.lines))
        return export

    def queue(self, export: ExportDialog) -> PackagesPage:
        """Queue it as it is, into the folder; the page of packages."""
        self.press(Qt.Key.Key_0)
        wait_for(lambda: not export.obstacle)
        self.press(ENTER)
        page = self.page("packages", PackagesPage)
        wait_for(lambda: bool(page.queue.rows.count() or page.rows.count()))
        self.front()
        return page

    def when_viewing(self, do: Callable[[], object]) -> None:
        """Have this done when a viewing copy is about to be made."""
        self.work.before = lambda order: do() if type(order).__name__ == "View" else None
