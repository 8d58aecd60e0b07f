"""A part of an incident beside its text: what each of them has, whatever it lists."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.errors import Problem
from console.rights import Action
from db.case_records import Incident
from ui.desk import Desk
from ui.messages import sentence
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class Section(QWidget):
    """One tab of the column; each kind says its title and reads what belongs to an incident.

    ``show_incident`` is called for another incident, for the same one whenever it was read again,
    and with None when nothing of it may stay in sight.  Slow calls go through ``desk.tasks``; an
    answer counts only while ``incident`` is still the one that was asked about.
    """

    failed = Signal(str)  # a sentence for the notice bar
    incident_wanted = Signal(object)  # an IncidentId, to be opened
    footage_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed
    call_wanted = Signal(object)  # a Matter: whom to call about it
    changed = Signal()  # something was written: read the incident again
    counted = Signal()  # ``count`` is another one

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.console = console
        self.colours = colours
        self.ward = Ward()
        self.may: Callable[[Action], bool] = lambda _: False
        self.incident: Incident | None = None
        self.writable = False
        self._count: int | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(8)

    @abstractmethod
    def title(self) -> str:
        """What its tab is called, without the count."""

    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        """Be about ``incident`` from now on; ``writable``: it may be changed by who sits here."""
        self.incident, self.writable = incident, writable

    @property
    def count(self) -> int | None:
        """How many there are, None while that is not known: it stands in the tab."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Tell how many there are."""
        if count != self._count:
            self._count = count
            self.counted.emit()

    def set_ward(self, ward: Ward) -> None:
        """There are these teams, clusters and cameras from now on."""
        self.ward = ward

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.colours = colours

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        self.may = may

    def take_focus(self) -> None:
        """The tab was brought by key: focus what one works with first."""
        self.setFocus()

    def on_failed(self, problem: Problem) -> None:
        """Say in the notice bar what went wrong."""
        self.failed.emit(sentence(problem))
