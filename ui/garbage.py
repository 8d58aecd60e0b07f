"""Python's garbage is collected on the GUI thread, and nowhere else.

Python looks for objects that only hold one another on whichever thread makes the next one.  A Qt
object that is found there dies on the wrong thread, its timers stay with the event loop, and the
next one that fires takes the program down.  Closed dialogs and pages are such objects, and worker
threads make many.  So the automatic search is off while the window runs, and the event loop does
the same in small steps, when Python would have done it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_MS = 200
_WHOLE_EVERY = 3000  # looks: ten minutes; the whole heap may take a tenth of a second


class GarbageCollector(QObject):
    """Collects from its making on until ``close``.  GUI thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(_LOOK_MS)

    def settle(self) -> None:
        """The program is up: what is there now stays, and is not looked at any more."""
        gc.freeze()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    @Slot()
    def _on_look(self) -> None:
        self._looks += 1
        young, middle, old = gc.get_threshold()
        counts = gc.get_count()
        if counts[2] > old and self._looks >= _WHOLE_EVERY:
            self._looks = 0
            gc.collect()
        elif counts[1] > middle:
            gc.collect(1)
        elif counts[0] > young:
            gc.collect(0)
