"""What narrows the log: who, what, when, which camera or incident."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.acts import Act
from console.asked import IncidentNumber
from console.case_numbers import number_in
from console.clock import Clock
from console.periods import Period, PeriodUnclear, period_of
from db.case_records import IncidentId
from db.records import Camera, Officer, TrailQuery
from ui.audit.acts import Group, act_words, acts_of, group_words
from ui.audit.names import erased_words
from ui.find_box import FindBox

_NONE = IncidentId(0)  # no incident has it: what is not known has no entries


class Filters(QWidget):
    """A row of boxes; ``changed`` comes when the log must be looked through anew.

    Whoever hears ``incident_wanted`` looks the number up and hands it to ``take_incident``.  An
    entry is about one thing: a camera that is chosen empties the box of the incident, and the
    other way round.
    """

    changed = Signal()
    incident_wanted = Signal(object)  # an IncidentNumber

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._period = Period()
        self.officer = FindBox(self.tr("Every officer"), self)
        self.officer.setObjectName("audit-officer")
        self.act = FindBox(self.tr("Every act"), self)
        self.act.setObjectName("audit-act")
        self.camera = FindBox(self.tr("Every camera"), self)
        self.camera.setObjectName("audit-camera")
        self._incident: IncidentId | None = None
        self._asked: IncidentNumber | None = None  # that is or was looked up
        self.incident = QLineEdit(self)
        self.incident.setObjectName("audit-incident")
        self.incident.setPlaceholderText(self.tr("Every incident: 15/2026…"))
        self.incident.setAccessibleName(self.tr("Incident"))
        self.incident.setToolTip(self.tr("Its number: 15/2026, or 15 of this year"))
        self.incident.setClearButtonEnabled(True)
        self.when = QLineEdit(self)
        self.when.setObjectName("audit-when")
        self.when.setPlaceholderText(self.tr("At any time: yesterday 22h, 23/11…"))
        self.when.setAccessibleName(self.tr("Time"))
        self.when.setToolTip(
            self.tr("A day, an hour or both: today, yesterday 22h, 20/11 - 23/11 6h, 7 days")
        )
        self.when.setClearButtonEnabled(True)
        self._unknown = self._error("error-incident")
        self._unclear = self._error("error-when")
        self._quiet = QLabel(self)
        self._quiet.setObjectName("audit-quiet")
        self._quiet.setProperty("quiet", True)
        self._quiet.setWordWrap(True)
        self._quiet.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in self._boxes:
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        for label in (self._unknown, self._unclear, self._quiet):
            column.addWidget(label)
        for find in (self.officer, self.act):
            find.picked.connect(self.changed)
        self.camera.picked.connect(self._on_camera)
        self.incident.editingFinished.connect(self._on_incident)
        self.incident.textChanged.connect(self._on_incident_typed)
        self.when.editingFinished.connect(self._on_when)
        self.when.textChanged.connect(self._on_typed)
        self._offer_acts()

    @property
    def _boxes(self) -> tuple[QLineEdit, ...]:
        return self.officer, self.act, self.camera, self.incident, self.when

    def _error(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("error", True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        label.hide()
        return label

    @property
    def query(self) -> TrailQuery:
        """What is asked for."""
        officer, act, camera = self.officer.choice, self.act.choice, self.camera.choice
        subject = "" if self._incident is None else "incident"
        return TrailQuery(
            officer_id=officer,
            acts=frozenset(str(each) for each in act or ()),
            subject=subject if camera is None else "camera",
            subject_id=self._incident if camera is None else camera,
            since=self._period.since,
            until=self._period.until,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered."""
        return self.query != TrailQuery()

    def set_officers(self, officers: Sequence[Officer]) -> None:
        """Offer these; the erased ones by number, last."""
        known = sorted(officers, key=lambda officer: (officer.erased, officer.name))
        self.officer.set_items(
            [(each.id, erased_words(each.id) if each.erased else each.name) for each in known]
        )

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Offer these."""
        self.camera.set_items([(each.id, f"{each.number:02} {each.name}") for each in cameras])

    def take_incident(self, asked: IncidentNumber, found: IncidentId | None, told: str) -> None:
        """The answer to ``incident_wanted``; None: there is no incident that is called ``told``."""
        if asked != self._asked:
            return  # another number was typed meanwhile
        if found is None:
            words = self.tr("There is no incident {number} at this station.")
            self._say_unknown(words.format(number=told))
        self._set_incident(_NONE if found is None else found)

    def give_up_incident(self) -> None:
        """The number could not be looked up; Enter asks for it again."""
        self._asked = None

    def reset(self) -> bool:
        """Filter nothing; whether anything was filtered."""
        was = self.is_narrow or bool(self.when.text()) or bool(self.incident.text())
        self.blockSignals(True)
        for box in self._boxes:
            box.clear()
        self._on_when()
        self.blockSignals(False)
        if was:
            self.changed.emit()
        return was

    def _offer_acts(self) -> None:
        acts = [(frozenset({act}), act_words(act)) for act in Act]
        groups = [(acts_of(group), group_words(group)) for group in Group]
        self.act.set_items([*groups, *sorted(acts, key=lambda each: each[1])])

    @Slot()
    def _on_camera(self) -> None:
        if self.camera.choice is not None:
            self._empty(self.incident)
        self._say_what_is_elsewhere()
        self.changed.emit()

    @Slot()
    def _on_incident(self) -> None:
        text = self.incident.text().strip()
        asked = number_in(text) if text else None
        if asked is None:
            self._asked = None
            if text:
                self._say_unknown(self.tr("This is no incident's number. Type such as: 15/2026."))
            self._set_incident(_NONE if text else None)
        elif asked != self._asked:
            self._asked = asked
            self.incident_wanted.emit(asked)

    @Slot(str)
    def _on_incident_typed(self, text: str) -> None:
        self._unknown.hide()
        self._asked = None
        if not text:
            self._on_incident()

    def _set_incident(self, incident_id: IncidentId | None) -> None:
        if incident_id is not None and self.camera.choice is not None:
            self._empty(self.camera)
        was, self._incident = self._incident, incident_id
        self._say_what_is_elsewhere()
        if incident_id != was:
            self.changed.emit()

    def _empty(self, box: QLineEdit) -> None:
        """Filter by it no more; whoever calls says that something changed."""
        was = self.blockSignals(True)
        box.clear()
        self.blockSignals(was)

    def _say_unknown(self, words: str) -> None:
        self._unknown.setText(words)
        self._unknown.show()

    def _say_what_is_elsewhere(self) -> None:
        """What the log tells of a camera or an incident under the name of something else."""
        words = ""
        if self.camera.choice is not None:
            words = self.tr(
                "Entries of the camera itself. Bookmarks and holds of its pictures are under "
                "their own acts: choose those in the box Every act."
            )
        elif self._incident:
            words = self.tr(
                "Entries of the incident itself. Its bookmarks, holds and calls are under their "
                "own acts: choose those in the box Every act."
            )
        self._quiet.setText(words)
        self._quiet.setVisible(bool(words))

    @Slot()
    def _on_when(self) -> None:
        try:
            period = period_of(self.when.text(), self._clock.now())
        except PeriodUnclear:
            self._unclear.setText(
                self.tr("This time is not clear. Type such as: yesterday 22h, 20/11 - 23/11 6h.")
            )
            self._unclear.show()
            return
        self._unclear.hide()
        if period != self._period:
            self._period = period
            self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._unclear.hide()
        if not text:
            self._on_when()
