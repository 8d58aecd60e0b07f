"""The page of one incident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.case_records import IncidentId
from ui.cases.case_page import CasePage
from ui.desk import Desk
from ui.theme import Colours

if TYPE_CHECKING:
    from console.app import Console


class IncidentPage(CasePage):
    """Shows one incident whole."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__("incident", desk, console, colours, parent)
        self._came_from = "cases"
        self._incident_id: IncidentId | None = None

    def show_incident(self, incident_id: IncidentId, came_from: str) -> None:
        """Read it, and show it; Esc goes back to the page ``came_from``."""
        self._incident_id, self._came_from = incident_id, came_from or "cases"

    @override
    def back(self) -> bool:
        self.part_wanted.emit(self._came_from)
        return True

    @override
    def forget(self) -> None:
        self._incident_id = None
