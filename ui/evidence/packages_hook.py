"""Puts packages into the window: their page, the export dialog, the strip, what is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.evidence_records import Package, PackageId, Request
from ui import keys
from ui.access.guard import Guard
from ui.desk import Desk
from ui.evidence.counts import ExportCount
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.hook import EvidencePages
from ui.evidence.packages_page import PackagesPage
from ui.evidence.telling import ExportTelling
from ui.theme import Colours

if TYPE_CHECKING:
    from console.app import Console
    from ui.pages import Pages
    from ui.strips import NoticeBar


class Exporting(QObject):
    """From a request to its package, and from the strip to the page."""

    def __init__(
        self,
        pages: Pages,
        desk: Desk,
        console: Console,
        colours: Callable[[], Colours],
        evidence: EvidencePages,
        guard: Guard,
        strip: ExportCount,
        notice: NoticeBar,
    ) -> None:
        """``evidence`` has the page of requests; ``strip`` counts what is exported."""
        super().__init__(pages)
        self._pages = pages
        self._desk = desk
        self._console = console
        self._colours = colours
        evidence.promise("packages", PackagesPage)
        evidence.export_wanted.connect(self.ask_export)
        self.telling = ExportTelling(desk, console, guard, self)
        self.telling.told.connect(notice.say)
        self.telling.mended.connect(notice.take_back)
        action = keys.action("packages-show", pages, self.show)
        strip.asked.connect(action.trigger)

    @property
    def page(self) -> PackagesPage | None:
        """The page of packages, made now if nobody has seen it yet."""
        page = self._pages.page("packages")
        return page if isinstance(page, PackagesPage) else None

    @Slot()
    def show(self) -> None:
        """Bring the page of packages; what was just told to have failed is chosen there."""
        failed, self.telling.unseen = self.telling.unseen, None
        if failed is None:
            self._pages.bring("packages")
        else:
            self.show_package(failed)

    def show_package(self, package_id: PackageId) -> None:
        """Bring the page, with this package chosen."""
        if self._pages.bring("packages") and (page := self.page) is not None:
            page.show_package(package_id)

    @Slot(object)
    def ask_export(self, request: Request) -> None:
        """Ask what a package of a request shall hold, and where it is put."""
        for open_ in self._pages.findChildren(ExportDialog):
            if open_.request_id == request.id and open_.isVisible():
                open_.raise_()
                open_.activateWindow()
                return
        over = self._pages.currentWidget()
        dialog = ExportDialog(self._desk, self._console, self._colours(), request, over)
        dialog.queued.connect(self._on_queued)
        dialog.show()

    @Slot(object)
    def _on_queued(self, package: Package) -> None:
        self.show_package(package.id)
