"""Writes what is typed about an incident: one edit at a time, nothing lost in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.errors import FieldRefused, Problem
from console.workers import Lane
from db.case_records import Incident, IncidentId
from db.records import OfficerId
from db.structs import replace
from ui.cases.incident_form import IncidentForm
from ui.desk import Desk

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.incident_rules import IncidentChanges
    from console.incidents import Edited, Incidents

PAUSE_MS = 10_000
"""So long after the last key what was typed is saved, without anybody leaving the field."""
_PEOPLE = ("people", "vehicles")


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """What somebody typed, and what he had read before."""

    base: Incident
    raws: Mapping[str, str]


class Saving(QObject):
    """Saves the form when a field is left, after a pause, and when it is asked to."""

    saved = Signal(list)  # what others wrote meanwhile, by name
    failed = Signal(object)  # a Problem; nothing was written, and nothing is gone
    ended = Signal()  # an edit is over, well or not

    def __init__(
        self, desk: Desk, incidents: Incidents, form: IncidentForm, may: Callable[[], bool]
    ) -> None:
        """``may`` tells whether whoever sits here may write on what is shown."""
        super().__init__(form)
        self._desk = desk
        self._incidents = incidents
        self._form = form
        self._may = may
        self._running = False
        self._asked = False  # to save, while an edit was under way
        self._then: Callable[[], None] | None = None
        self._unsaved: dict[tuple[OfficerId | None, IncidentId], _Unsaved] = {}
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.save)
        form.typed.connect(self._pause.start)
        form.left.connect(self.save)
        form.decided.connect(self.save)

    @property
    def is_running(self) -> bool:
        """Whether an edit is under way: what is read meanwhile is older than the form."""
        return self._running

    @Slot()
    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write what can be written; ``then`` is called once nothing is left to write."""
        form, base = self._form, self._form.base
        if then is not None:
            self._then = then
        self._asked = self._running
        if self._running or base is None or not self._may():
            return
        if changes := form.changes():
            self._write(base, changes)
        else:
            self._go_on()

    def _write(self, base: Incident, changes: Mapping[str, object]) -> None:
        self._pause.stop()
        self._running = True
        sent = {name: self._form.fields[name].raw for name in changes}
        incidents, wanted = self._incidents, cast("IncidentChanges", changes)
        self._desk.tasks.run(
            lambda: incidents.edit(base.id, base.version, wanted),
            done=partial(self._on_saved, base.id, sent),
            failed=partial(self._on_failed, base, changes),
            lane=Lane.WRITE,
        )

    def _go_on(self) -> None:
        """Nothing can be saved any more: go on, if nothing is left that had to be."""
        then, self._then = self._then, None
        if then is not None and not self._form.touched:
            then()

    def _on_saved(self, incident_id: IncidentId, sent: Mapping[str, str], edited: Edited) -> None:
        self._running = False
        base = self._form.base
        if base is not None and base.id == incident_id:
            self.saved.emit(self._form.renew(self._with_people(base, sent, edited), sent))
            if self._asked or self._then is not None:
                self.save()
        else:
            self._settle(incident_id, sent)
        self.ended.emit()

    def _settle(self, incident_id: IncidentId, sent: Mapping[str, str]) -> None:
        """It was put aside while it was being written."""
        for key, kept in list(self._unsaved.items()):
            if key[1] == incident_id:
                left = {n: raw for n, raw in kept.raws.items() if sent.get(n) != raw}
                self._unsaved[key] = _Unsaved(kept.base, left)
                if not left:
                    del self._unsaved[key]

    def _with_people(self, base: Incident, sent: Mapping[str, str], edited: Edited) -> Incident:
        """An edit tells nothing of people: they are what was sent, or what was read before."""
        kept = {name: getattr(base, name) for name in _PEOPLE}
        kept |= {name: sent[name].strip() for name in _PEOPLE if name in sent}
        return replace(edited.incident, **kept)

    def _on_failed(self, base: Incident, changes: Mapping[str, object], problem: Problem) -> None:
        self._running = False
        if self._form.base is not None and self._form.base.id == base.id:
            self.failed.emit(problem)
            refused = problem.field if isinstance(problem, FieldRefused) else ""
            rest = {name: value for name, value in changes.items() if name != refused}
            if rest and len(rest) < len(changes):  # one wrong field keeps no other from it
                self._write(base, rest)
                return
        self._then = None
        if self._asked:
            self._pause.start()
        self.ended.emit()

    # What could not be saved

    def put_aside(self, me: OfficerId | None) -> bool:
        """Remember what is not saved, for the same officer and incident; whether there is any."""
        self._pause.stop()
        self._asked, self._then = False, None
        base, raws = self._form.base, self._form.raws()
        if base is None or not raws:
            return False
        self._unsaved[me, base.id] = _Unsaved(base, raws)
        return True

    def wants_people(self, me: OfficerId | None, incident_id: IncidentId) -> bool:
        """Whether what is remembered can only be put back where people are shown."""
        kept = self._unsaved.get((me, incident_id))
        return kept is not None and any(name in kept.raws for name in _PEOPLE)

    def put_back(self, me: OfficerId | None, incident_id: IncidentId) -> bool:
        """Let the form be as it was then, before it is shown what is there now; whether it is."""
        kept = self._unsaved.pop((me, incident_id), None)
        if kept is None:
            return False
        self._form.show_incident(kept.base)
        self._form.put_back(kept.raws)
        return True
