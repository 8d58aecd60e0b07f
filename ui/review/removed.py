"""Cameras that were removed, at the end of the page's list: their footage may have been kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot

from console.errors import Problem
from console.events import Changed
from db.footage_records import RemovedCamera
from db.records import Topic, from_us
from ui.desk import Desk
from ui.overriding import override
from ui.review.labels import removed_label
from ui.review.service import Footage

if TYPE_CHECKING:
    from ui.review.page import ReviewPage


class Removed(QObject):
    """Asks for them when the page comes into sight, and when the station's cameras change."""

    def __init__(self, page: ReviewPage, desk: Desk, footage: Footage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._footage = footage
        self._allowed = False
        self._term = 0  # counts up when what was asked is not for whoever sits here now
        desk.bridge.changed.connect(self._on_changed)
        page.installEventFilter(self)

    def let(self, *, allowed: bool) -> None:
        """Whether whoever sits here may review; what was listed for somebody else goes."""
        self._term += 1
        self._allowed = allowed
        self._page.tree.set_removed({})
        self._ask()

    def _ask(self) -> None:
        if not self._allowed or not self._page.isVisible():
            return
        self._desk.tasks.renew(
            self._footage.removed, done=partial(self._on_read, self._term), failed=self._on_failed
        )

    def _on_read(self, term: int, found: Sequence[RemovedCamera]) -> None:
        if term == self._term:
            self._page.tree.set_removed({each.camera_id: self._words(each) for each in found})

    def _words(self, removed: RemovedCamera) -> tuple[str, str]:
        """In short for its row, and in full."""
        end = from_us(removed.end_us).astimezone()
        words = self.tr("id {id} · {day}").format(id=removed.camera_id, day=f"{end:%d/%m/%Y}")
        hint = self.tr("{camera}: footage until {time}").format(
            camera=removed_label(removed.camera_id).words, time=f"{end:%d/%m/%Y %H:%M:%S}"
        )
        return words, hint

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.FLEET in event.topics:
            self._ask()

    def _on_failed(self, problem: Problem) -> None:
        self._page.problem(problem)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._ask()
        return False
