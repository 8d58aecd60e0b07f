"""Makes cases of bookmarks that are being described, or puts them into one that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.errors import Problem
from console.workers import Lane
from db.case_records import Bookmark, Incident
from db.incident_records import IncidentLine
from ui.bookmarks.drafts import DraftsPanel
from ui.case_words import number_words
from ui.cases.list_words import OPEN
from ui.cases.new_dialog import CaseWish, NewIncidentDialog
from ui.cases.pick_dialog import PickDialog
from ui.desk import Desk
from ui.messages import sentence
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class FromDrafts(QObject):
    """Asks over the drafts' panel, which stays as it is."""

    opened = Signal(object)  # the IncidentId of a new one, to be shown
    told = Signal(str)  # a sentence for the notice bar

    def __init__(
        self,
        panel: DraftsPanel,
        desk: Desk,
        console: Console,
        ward: Callable[[], Ward],
        colours: Callable[[], Colours],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._desk = desk
        self._console = console
        self._ward = ward
        self._colours = colours
        panel.case_wanted.connect(self.make)
        panel.join_wanted.connect(self.join)

    def make(self, bookmarks: list[Bookmark]) -> None:
        """Ask for a new case of these."""
        wish = CaseWish(tuple(bookmarks))
        dialog = NewIncidentDialog(
            self._desk, self._console, self._ward(), wish, self._panel.window()
        )
        dialog.made.connect(self.opened)
        dialog.ask()

    def join(self, bookmarks: list[Bookmark]) -> None:
        """Ask to which open case these belong."""
        words = (self.tr("Add to which case?"), self.tr("Add to it"))
        dialog = PickDialog(
            self._desk, self._console, self._colours(), words, OPEN, self._panel.window()
        )
        ids = [each.id for each in bookmarks]
        ties = self._console.case_ties

        def joined(line: IncidentLine) -> Callable[[Incident], None]:
            said = self.tr("Added to case {number}: {title}")
            return lambda _: self.told.emit(
                said.format(number=number_words(line), title=line.title)
            )

        def join(line: IncidentLine) -> None:
            self._desk.tasks.run(
                lambda: ties.join(line.id, ids),
                done=joined(line),
                failed=self._on_failed,
                lane=Lane.WRITE,
            )

        dialog.picked.connect(join)
        dialog.ask()

    def _on_failed(self, problem: Problem) -> None:
        self.told.emit(sentence(problem))
