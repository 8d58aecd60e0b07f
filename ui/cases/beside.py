"""The column beside an incident's text: its sections, one in sight, the others by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from console.rights import Action
from db.case_records import Incident
from ui import keys
from ui.cases.section import Section
from ui.desk import Desk
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class Beside(QWidget):
    """Holds the sections.  Each is told of every incident at once, so that its tab can count."""

    failed = Signal(str)  # a sentence for the notice bar
    incident_wanted = Signal(object)  # an IncidentId, to be opened
    footage_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed
    call_wanted = Signal(object)  # a Matter: whom to call about it
    changed = Signal()  # something was written: read the incident again

    def __init__(
        self,
        kinds: Sequence[type[Section]],
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget,
    ) -> None:
        """The keys that switch act in the whole of ``parent``."""
        super().__init__(parent)
        self.setObjectName("case-beside")
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("case-tabs")
        self.tabs.setAccessibleName(self.tr("Parts of the incident"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._stack = QStackedWidget(self)
        self.sections = tuple(kind(desk, console, colours, self) for kind in kinds)
        for section in self.sections:
            self._add(section)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        keys.action("incident-next-part", parent, lambda: self._step(1))
        keys.action("incident-previous-part", parent, lambda: self._step(-1))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def _add(self, section: Section) -> None:
        place = self.tabs.addTab(section.title())
        self._stack.addWidget(section)
        section.counted.connect(lambda: self._name(place, section))
        section.failed.connect(self.failed)
        section.incident_wanted.connect(self.incident_wanted)
        section.footage_wanted.connect(self.footage_wanted)
        section.call_wanted.connect(self.call_wanted)
        section.changed.connect(self.changed)
        self._name(place, section)

    @property
    def current(self) -> Section | None:
        """The section in sight."""
        place = self.tabs.currentIndex()
        return self.sections[place] if 0 <= place < len(self.sections) else None

    def bring(self, kind: type[Section]) -> None:
        """Have the section of this kind in sight."""
        for place, section in enumerate(self.sections):
            if isinstance(section, kind):
                self.tabs.setCurrentIndex(place)

    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        """Tell every section."""
        for section in self.sections:
            section.show_incident(incident, writable=writable)

    def set_ward(self, ward: Ward) -> None:
        """There are these teams, clusters and cameras from now on."""
        for section in self.sections:
            section.set_ward(ward)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for section in self.sections:
            section.set_colours(colours)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        for section in self.sections:
            section.set_rights(may)

    @Slot()
    def take_focus(self) -> None:
        """Into the section in sight."""
        if (section := self.current) is not None:
            section.take_focus()

    def _step(self, by: int) -> None:
        if self.sections:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self.sections))
            self.take_focus()

    def _name(self, place: int, section: Section) -> None:
        title, count = section.title(), section.count
        self.tabs.setTabText(place, f"{title} {count}" if count else title)
        switch = keys.hint_of("incident-next-part")
        self.tabs.setTabToolTip(place, f"{self.tabs.tabText(place)} · {switch}")
