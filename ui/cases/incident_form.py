"""The text of an incident: its fields, what is typed in them, and what others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.rights import Action
from db.case_records import Category, Incident, IncidentState, Severity
from db.records import OfficerId
from db.structs import replace
from ui.case_words import category_words, severity_word
from ui.cases.fields import CaseField, ChoiceField
from ui.cases.meeting import met
from ui.cases.people_part import PeoplePart
from ui.cases.place_fields import ReadersField, SpotField, TickField
from ui.cases.text_fields import TextField
from ui.cases.typed_fields import DayField, FindField, LineField, MomentField
from ui.ward import Ward

WRITABLE = frozenset({IncidentState.DRAFT, IncidentState.SUBMITTED, IncidentState.RETURNED})
LONGEST = {"title": 160, "address": 160, "narrative": 20_000}
"""Both as ``console.incident_rules`` has them, which would load the store with the window."""
_UNREADABLE = object()  # what is typed is no value; it differs from all that others may write


class IncidentForm(QScrollArea):
    """Shows an incident, and knows what of it was typed here.  The page saves."""

    typed = Signal()
    left = Signal()  # a field was left: save
    people_wanted = Signal()
    decided = Signal()  # between mine and theirs

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """``now`` is the station's clock: times are typed from it."""
        super().__init__(parent)
        self.setObjectName("case-form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.base: Incident | None = None
        self._theirs: set[str] = set()
        self._names: Mapping[OfficerId, str] = {}
        self._make(now)
        inside = QWidget()
        inside.setObjectName("case-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(8)
        for row in self._rows():
            line = QHBoxLayout()
            line.setSpacing(12)
            grows = row[0][0] is self.narrative  # into whatever room there is
            for widget, share in row:
                side = Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignTop
                line.addWidget(widget, share, side)
            column.addLayout(line, 1 if grows else 0)
        self.setWidget(inside)
        for field in self.fields.values():
            field.typed.connect(self.typed)
            field.left.connect(self.left)
            field.mine_wanted.connect(lambda name=field.name: self.keep_mine(name))
            field.theirs_wanted.connect(lambda name=field.name: self.take_theirs(name))
        self.people.wanted.connect(self.people_wanted)
        self.restricted.typed.connect(self._dress_readers)

    def _make(self, now: Callable[[], datetime]) -> None:
        self.title = LineField("title", LONGEST["title"], required=True, parent=self)
        self.category = FindField(
            "category_id", required=True, hint=self.tr("Type, or ↓ for all"), parent=self
        )
        severities = {str(each): severity_word(each) for each in Severity}
        self.severity = ChoiceField("severity", severities, parent=self)
        hint = self.tr("such as 22h15, yesterday 22h, 23/11 22h05")
        self.began = MomentField("began_at", now, required=True, hint=hint, parent=self)
        hint = self.tr("such as 23h30; nothing while it lasts")
        self.ended = MomentField("ended_at", now, hint=hint, parent=self)
        self.ended.after = self._begin
        self.cluster = FindField("cluster_id", hint=self.tr("Type, or ↓ for all"), parent=self)
        hint = self.tr("House, street, market…")
        self.address = LineField("address", LONGEST["address"], hint=hint, parent=self)
        self.spot = SpotField(self)
        hint = self.tr("Who saw what, when, where; what was done. Codes become sentences: Tab.")
        self.narrative = TextField("narrative", LONGEST["narrative"], 12, hint=hint, parent=self)
        self.assigned = FindField("assigned_to", hint=self.tr("Type a name"), parent=self)
        hint = self.tr("such as 31/12, or 5 for in five days")
        self.due = DayField("due_on", now, hint=hint, parent=self)
        self.people = PeoplePart(self)
        self.restricted = TickField(self)
        self.readers = ReadersField(self)
        made = (
            *(self.title, self.category, self.severity, self.began, self.ended),
            *(self.cluster, self.address, self.spot, self.narrative),
            *(self.people.people, self.people.vehicles),
            *(self.assigned, self.due, self.restricted, self.readers),
        )
        self.fields: dict[str, CaseField] = {field.name: field for field in made}

    def _rows(self) -> Sequence[Sequence[tuple[QWidget, int]]]:
        return (
            ((self.title, 1),),
            ((self.category, 3), (self.severity, 1)),
            ((self.began, 1), (self.ended, 1)),
            ((self.cluster, 1), (self.address, 1)),
            ((self.spot, 1),),
            ((self.narrative, 1),),
            ((self.people, 1),),
            ((self.assigned, 1), (self.due, 1)),
            ((self.restricted, 1),),
            ((self.readers, 1),),
        )

    def _begin(self) -> datetime | None:
        """When it began, as far as that is known: an end is told from it."""
        if self.began.touched:
            try:
                typed = self.began.value()
            except FieldRefused:
                return None
            return typed if isinstance(typed, datetime) else None
        return None if self.base is None else self.base.began_at

    # What there is to choose from

    def offer_categories(self, tree: Sequence[Category]) -> None:
        """Categories that an incident may have, and the words of those that it had."""
        gone = {each.id for each in tree if each.retired}
        words: dict[object, str] = {each.id: category_words(each.id, tree) for each in tree}
        given = [(e.id, words[e.id]) for e in tree if not {e.id, e.parent_id} & gone]
        self.category.offer(given, words)

    def offer_ward(self, ward: Ward) -> None:
        """The clusters."""
        self.cluster.offer([(each.id, each.name) for each in ward.clusters], {})

    def offer_officers(
        self, given: Sequence[tuple[OfficerId, str]], names: Mapping[OfficerId, str]
    ) -> None:
        """Officers who may be named (``given``), and what all of them are called."""
        words: dict[object, str] = dict(names.items())
        self.assigned.offer(given, words)
        self.readers.offer(given)

    # What is shown

    def show_incident(self, incident: Incident) -> None:
        """Show another incident; nothing of the one before is left."""
        self.base = incident
        self._theirs.clear()
        for name, field in self.fields.items():
            field.show_value(getattr(incident, name))
        self._dress_readers()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing; nothing of what was shown or typed is left."""
        self.base = None
        self._theirs.clear()
        for field in self.fields.values():
            field.show_value(None)

    def renew(self, incident: Incident, sent: Mapping[str, str] | None = None) -> list[str]:
        """The same incident was read again: show what others wrote, keep what is typed here.

        ``sent`` is what was written by this form just now, as it stood in the fields.  The answer
        names what others wrote and is on screen now.  Where both wrote, the field shows theirs
        below, and is not saved until the officer has chosen.
        """
        if self.base is None:
            self.show_incident(incident)
            return []
        mine = {name: getattr(incident, name) for name in sent or ()}
        for name, value in mine.items():
            self.fields[name].keep((sent or {})[name], value)
        meeting = met(replace(self.base, **mine), incident, self.typed_values())
        self.base = incident
        for name, field in self.fields.items():
            value = getattr(incident, name)
            if name in meeting.both:
                self._theirs.add(name)
                field.rebase(value)
            elif name in meeting.settled or (name in mine and not field.touched):
                self._settle(field, value)
            elif name in meeting.merged:
                self._theirs.discard(name)
                field.show_value(value)
        self._dress_readers()
        return [name for name in self.fields if name in meeting.merged]

    def _settle(self, field: CaseField, value: object) -> None:
        """It is kept as it was typed; under the cursor the words stay as they are."""
        self._theirs.discard(field.name)
        if field.box.hasFocus():
            field.keep(field.raw, value)
        else:
            field.show_value(value)

    def set_writable(self, writable: bool, may: Callable[[Action], bool]) -> None:
        """Whether it may be written on by who sits here; a restriction is lifted by chiefs."""
        for field in self.fields.values():
            field.set_writable(writable)
        restricted = self.base is not None and self.base.restricted
        self.restricted.set_writable(writable and (not restricted or may(Action.APPROVE_INCIDENT)))

    def _dress_readers(self) -> None:
        self.readers.setVisible(self.restricted.tick.isChecked())

    # What was typed

    @property
    def touched(self) -> list[str]:
        """Fields in which something is typed that was not saved."""
        return [name for name, field in self.fields.items() if field.touched]

    @property
    def wrong(self) -> list[str]:
        """Fields that cannot be saved as they stand: an error, or theirs to be chosen about."""
        return [n for n, f in self.fields.items() if f.touched and (f.error or n in self._theirs)]

    @property
    def undecided(self) -> list[str]:
        """Fields in which others wrote, too."""
        return [name for name in self.fields if name in self._theirs]

    def raws(self) -> dict[str, str]:
        """What is typed and not saved, as it stands there."""
        return {name: self.fields[name].raw for name in self.touched}

    def put_back(self, raws: Mapping[str, str]) -> None:
        """Let what was typed before stand there again."""
        for name, raw in raws.items():
            self.fields[name].put(raw)
        self._dress_readers()

    def typed_values(self) -> dict[str, object]:
        """The same as values; what is none is nobody's."""
        found: dict[str, object] = {}
        for name in self.touched:
            try:
                found[name] = self.fields[name].value()
            except FieldRefused:
                found[name] = _UNREADABLE
        return found

    def changes(self) -> dict[str, object]:
        """What can be saved now: errors and what is undecided stay behind."""
        ready = {n: v for n, v in self.typed_values().items() if v is not _UNREADABLE}
        return {name: value for name, value in ready.items() if name not in self._theirs}

    def keep_mine(self, name: str = "") -> None:
        """Of what both wrote, mine: it is saved over theirs.  Without a name: where one is."""
        if name := name or self._in_question():
            self._theirs.discard(name)
            self.fields[name].both.hide()
            self.decided.emit()

    def take_theirs(self, name: str = "") -> None:
        """Of what both wrote, theirs: mine is gone."""
        if (name := name or self._in_question()) and self.base is not None:
            self._theirs.discard(name)
            self.fields[name].show_value(getattr(self.base, name))
            self._dress_readers()
            self.decided.emit()

    def _in_question(self) -> str:
        """The undecided field with the focus, else the first one."""
        undecided = self.undecided
        focus = self.window().focusWidget()
        here = [name for name in undecided if self.fields[name].isAncestorOf(focus)]
        return next(iter([*here, *undecided]), "")

    def go_to(self, name: str) -> None:
        """Focus a field, in sight."""
        field = self.fields[name]
        field.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)
