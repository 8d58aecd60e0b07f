"""Tells the bench how long each key of the moment took, while a report and a check are running."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from console.bench.key_times import KeyTimes
from console.errors import Problem
from console.workers import Lane, Stop
from db.case_records import Bookmark
from db.records import TrailQuery, to_us
from ui.audit.wording import wording
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.overriding import override

if TYPE_CHECKING:
    from console.app import Console

_ABOUT_S = 0.002  # two clocks are not read at one instant
_TURN_MS = 1 << 32  # X counts milliseconds in so many


class MarkMeter(QObject):
    """Listens to keys, to bookmarks and to the flash; writes a line a bookmark.

    A key is as old as X says: it may have waited for the window.  A flash is there when the event
    loop turns after it was painted.
    """

    def __init__(self, path: Path, window: MainWindow, desk: Desk, console: Console) -> None:
        super().__init__(window)
        assert window.moments is not None
        self._desk = desk
        self._console = console
        self._sheet = path.with_suffix(".xlsx")
        self._file = path.open("w", encoding="ascii", buffering=1)
        self._stop = Stop()
        self._keys: list[tuple[float, float]] = []  # when pressed and when heard, in seconds
        self._told: list[tuple[Bookmark, float]] = []  # not seen yet
        self._flash = window.moments.wall.flash
        window.moments.marking.marked.connect(self._on_marked)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._loaded = False

    def close(self) -> None:
        """Listen no more; what is running for the load's sake ends."""
        self._stop.set()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._file.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._begin_load()
            if event.key() == Qt.Key.Key_B and watched is QApplication.focusWidget():
                now_s = self._now_s()
                late_ms = (round(now_s * 1000) - event.timestamp()) % _TURN_MS
                self._keys.append((now_s - late_ms / 1000, now_s))
        elif event.type() is QEvent.Type.Paint and watched is self._flash and self._told:
            QTimer.singleShot(0, self, partial(self._on_seen, len(self._told)))
        return False

    @Slot(object, object)
    def _on_marked(self, bookmark: Bookmark, _wish: object) -> None:
        self._told.append((bookmark, self._now_s()))

    def _on_seen(self, count: int) -> None:
        now_s = self._now_s()
        seen, self._told = self._told[:count], self._told[count:]
        for bookmark, told_s in seen:
            if (key := self._key_of(bookmark)) is None:
                continue  # it was marked by mouse
            pressed_s, heard_s = key
            queued_s = (to_us(bookmark.made_at) - to_us(bookmark.at)) / 1e6
            times = KeyTimes(
                total_ms=1000 * (now_s - pressed_s),
                heard_ms=1000 * (heard_s - pressed_s),
                queued_ms=1000 * queued_s,
                kept_ms=1000 * (told_s - heard_s - queued_s),
                painted_ms=1000 * (now_s - told_s),
            )
            self._file.write(json.dumps(times.told()) + "\n")

    def _key_of(self, bookmark: Bookmark) -> tuple[float, float] | None:
        """The key that made it; those before, which no camera was chosen for, are forgotten."""
        clock = self._desk.clock
        ago_s = (to_us(clock.now()) - to_us(bookmark.at)) / 1e6
        at_s = self._now_s() - ago_s + _ABOUT_S
        before = [key for key in self._keys if key[1] <= at_s]
        self._keys = self._keys[len(before) :]
        return before[-1] if before else None

    def _now_s(self) -> float:
        return self._desk.clock.monotonic_s()

    def _verify(self) -> object:
        return self._console.log.verify(stop=self._stop, progressed=lambda *_: None)

    def _export(self) -> object:
        return self._console.log_export.export_workbook(
            self._sheet, TrailQuery(), wording(), stop=self._stop, progressed=lambda *_: None
        )

    def _begin_load(self) -> None:
        """The first key of all says that the wall has settled."""
        for work in (self._verify, self._export) if not self._loaded else ():
            self._load(work)
        self._loaded = True

    def _load(self, work: object) -> None:
        """Let it run again and again."""
        assert callable(work)

        def again(_: object) -> None:
            if not self._stop.is_set():
                self._load(work)

        def failed(problem: Problem) -> None:
            raise problem

        self._desk.tasks.run(work, done=again, failed=failed, lane=Lane.LONG)
