"""Says below each line of a request that is written what there is of its footage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from console.evidence.preview_records import LinePreview
from db.records import OfficerId
from ui.desk import Desk
from ui.evidence.wanted_editor import WantedEditor

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_LOOK_MS = 400  # after the last line that was finished


class LineLooking(QTimer):
    """Asks a moment after a line was finished; what cannot be told is left to the export."""

    def __init__(
        self,
        desk: Desk,
        console: Console,
        editor: WantedEditor,
        may: Callable[[], bool],
    ) -> None:
        """``may`` tells whether whoever sits here may ask."""
        super().__init__(editor, interval=_LOOK_MS, singleShot=True)
        self._desk = desk
        self._console = console
        self._editor = editor
        self._may = may
        self._looks = 0  # answers to an earlier question come too late
        editor.settled.connect(self.start)
        self.timeout.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Ask now."""
        lines = self._editor.clear_lines()
        if not lines or not self._may():
            return
        self._looks += 1
        number, evidence = self._looks, self._console.evidence

        def work() -> tuple[Sequence[LinePreview], dict[OfficerId, str]]:
            return evidence.previews.of_lines(lines), evidence.requests.names()

        def done(found: tuple[Sequence[LinePreview], dict[OfficerId, str]]) -> None:
            if number == self._looks:
                self._editor.show_previews(*found)

        self._desk.tasks.run(work, done=done, failed=lambda _: None)

    def forget(self) -> None:
        """No answer is for whoever sits here next."""
        self._looks += 1
        self.stop()
