"""What is held for the incident: until when, why, how much."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.rights import Action
from db.case_records import Incident
from ui.cases.section import Section
from ui.desk import Desk
from ui.holds.case_panel import CaseHoldsPanel
from ui.overriding import override
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class HoldsSection(Section):
    """The panel of a case's holds, as a tab of its page."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("section-holds")
        self.panel = CaseHoldsPanel(desk, console, colours, self)
        self.panel.failed.connect(self.failed)
        self.panel.footage_wanted.connect(self.footage_wanted)
        self.panel.counted.connect(self.set_count)
        self.column.addWidget(self.panel, 1)

    @override
    def title(self) -> str:
        return self.tr("Held footage")

    @override
    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        super().show_incident(incident, writable=writable)
        self.panel.show_case(None if incident is None else incident.id)

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.panel.set_ward(ward)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.panel.set_colours(colours)

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.panel.set_rights(may)

    @override
    def take_focus(self) -> None:
        self.panel.take_focus()
