"""The page of one incident: its text on the left, what belongs to it on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.errors import EditedMeanwhile, FieldRefused, NotAllowed, Problem
from console.events import Changed
from console.rights import Action
from db.case_records import IncidentId, Spot
from db.errors import Gone
from db.records import OfficerId, Topic
from ui import keys
from ui.case_words import fields_words, number_words
from ui.cases.beside import Beside
from ui.cases.case_page import CasePage
from ui.cases.incident_form import WRITABLE, IncidentForm
from ui.cases.incident_head import IncidentHead
from ui.cases.incident_reading import Seen, read_case
from ui.cases.incident_steps import IncidentSteps
from ui.cases.offers import TOPICS, Offers
from ui.cases.saving import Saving
from ui.cases.sections import SECTIONS
from ui.cases.spot_picker import pick_spot
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.people.matter import Matter
from ui.tables import Nothing
from ui.theme import Colours
from ui.times import time_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_AGES_MS = 30_000
_LEFT, _RIGHT = 55, 45  # hundredths of the width
_AWAY = frozenset({"locked", "signed_out"})


class IncidentPage(CasePage):
    """Shows one incident whole, and saves what is typed about it."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__("incident", desk, console, colours, parent)
        self._came_from = "cases"
        self._incident_id: IncidentId | None = None
        self._seen: Seen | None = None
        self._people = False  # whether they were asked for
        self._round = 0  # answers of an earlier one come too late
        self._due = False  # what is typed is saved as soon as it is known what is there
        self.head = IncidentHead(colours, self)
        self.form = IncidentForm(desk.clock.now, self)
        self.beside = Beside(SECTIONS, desk, console, colours, self)
        self.saving = Saving(desk, console.incidents, self.form, self._may_write)
        self.steps = IncidentSteps(self)
        self.offers = Offers(self, self.form)
        self._nothing = Nothing("", "", self)
        self._build()
        self._connect()
        self._show_nothing(self.tr("No incident is open"), "")

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.form)
        split.addWidget(self.beside)
        split.setStretchFactor(0, _LEFT)
        split.setStretchFactor(1, _RIGHT)
        split.setSizes([_LEFT * 100, _RIGHT * 100])
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(split, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(whole)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.wanted.connect(self._on_wanted)
        self.form.spot.offer(self._pick_spot)
        self.form.people_wanted.connect(self.show_people)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(self._on_unsaved)
        self.saving.ended.connect(self.renew)
        self.steps.taken.connect(self.renew)
        self.offers.failed.connect(self.on_failed)
        self.beside.changed.connect(self.renew)
        for heard, told in (
            (self.beside.failed, self.failed),
            (self.beside.incident_wanted, self.incident_wanted),
            (self.beside.footage_wanted, self.footage_wanted),
            (self.beside.call_wanted, self.call_wanted),
        ):
            heard.connect(told)
        keys.action("incident-people", self, self.show_people)
        keys.action("incident-mine", self, self.form.keep_mine)
        keys.action("incident-theirs", self, self.form.take_theirs)
        keys.action("incident-beside", self, self._on_beside)
        self.desk.bridge.changed.connect(self._on_changed)
        self._ages = QTimer(self, interval=_AGES_MS)
        self._ages.timeout.connect(lambda: self.head.grow_older(self.desk.clock.now()))

    @property
    def seen(self) -> Seen | None:
        """What is shown, None while nothing is."""
        return self._seen

    @property
    def me(self) -> OfficerId | None:
        """Whoever read it."""
        return None if self._seen is None else self._seen.me

    def matter(self) -> Matter | None:
        """What F9 is about here; None where nothing is shown, or it lies in no cluster."""
        incident = None if self._seen is None else self._seen.incident
        if incident is None or incident.cluster_id is None:
            return None
        return Matter(incident.cluster_id, incident_id=incident.id)

    def _pick_spot(self, spot: Spot | None, taken: Callable[[Spot | None], None]) -> None:
        pick_spot(self, self.desk, self.console.ward_plan, self.colours, spot, taken)

    def _may_write(self) -> bool:
        return (
            self._seen is not None
            and self._seen.incident.state in WRITABLE
            and self.may(Action.HANDLE_INCIDENT)
        )

    # Shown, and read again

    def show_incident(self, incident_id: IncidentId, came_from: str) -> None:
        """Read it, and show it; Esc goes back to the page ``came_from``."""
        if came_from != "incident":
            self._came_from = came_from or "cases"
        if incident_id != self._incident_id:
            self._part()
            self._incident_id = incident_id
        self.renew()
        self.offers.read()

    @override
    def take_focus(self) -> None:
        self._due = True
        self.renew()
        self.offers.read()
        self.form.title.box.setFocus()

    @Slot()
    def renew(self) -> None:
        """Read the incident again; what is typed stays."""
        incident_id = self._incident_id
        if incident_id is None or not self.may(Action.SEE_INCIDENTS) or self.saving.is_running:
            return
        self._round += 1
        console, people, number = self.console, self._people, self._round
        self.desk.tasks.run(
            lambda: read_case(console, incident_id, people=people),
            done=partial(self._on_read, number),
            failed=partial(self._on_unread, number),
        )

    def _on_read(self, number: int, seen: Seen) -> None:
        if number != self._round or self.saving.is_running:
            return
        incident = seen.incident
        first = self._seen is None
        if first and self.saving.wants_people(seen.me, incident.id) and not self._people:
            self.show_people()
            return
        merged: list[str] = []
        if self._seen is not None:
            merged = self.form.renew(incident)
            if incident.version == self._seen.incident.version:
                merged = []  # people were shown, nobody wrote
        elif self.saving.put_back(seen.me, incident.id):
            merged = self.form.renew(incident)
            self.head.say(self.tr("What you had typed and was not saved is back."))
        else:
            self.form.show_incident(incident)
            self.head.say("")
        self._seen = seen
        self._show(seen)
        if first and self.isVisible():
            self.form.title.box.setFocus()
        if merged:
            self._tell_merged(merged)
        if self._due and self.form.touched:
            self.saving.save()
        self._due = False

    def _show(self, seen: Seen) -> None:
        incident, writable = seen.incident, self._may_write()
        self.head.show_seen(seen, self.desk.clock.now())
        self.form.set_writable(writable, self.may)
        self.form.people.set_shown(shown=self._people, readable=incident.readable)
        self.beside.show_incident(incident, writable=writable)
        self._stack.setCurrentIndex(1)

    def _on_unread(self, number: int, problem: Problem) -> None:
        if number != self._round:
            return
        if isinstance(problem, NotAllowed) and problem.reason in _AWAY:
            return  # nothing is gone: it is read when he is back
        if not isinstance(problem, Gone | NotAllowed):
            self.on_failed(problem)
            return
        self.saving.put_aside(self.me)
        self._seen = None
        self.beside.show_incident(None, writable=False)
        if isinstance(problem, Gone):
            words = self.tr("There is no such incident, or it is not for you")
            advice = self.tr(
                "A restricted incident is seen by the officers named in it. Esc: back."
            )
            self._show_nothing(words, advice)
        else:
            self._show_nothing(sentence(problem), self.tr("Esc goes back."))

    def _show_nothing(self, words: str, advice: str) -> None:
        self._nothing.say(words, advice)
        self.form.clear()
        self.head.show_seen(None, self.desk.clock.now())
        self._stack.setCurrentIndex(0)

    @Slot()
    def show_people(self) -> None:
        """Show what it says of people and vehicles; the log is told."""
        if not self._people:
            self._people = True
            self.renew()

    # Saved

    def _on_saved(self, merged: Sequence[str]) -> None:
        self._say_saved()
        if merged:
            self._tell_merged(merged)
        if self.form.wrong:
            self._tell_wrong()

    def _say_saved(self) -> None:
        words = self.tr("Saved at {time}")
        self.head.say(words.format(time=time_words(self.desk.clock.now())))

    def _tell_merged(self, merged: Sequence[str]) -> None:
        words = self.tr("Somebody else changed this meanwhile, it is merged: {fields}")
        self.head.say(words.format(fields=fields_words(merged)))

    def _on_unsaved(self, problem: Problem) -> None:
        match problem:
            case EditedMeanwhile():
                self._due = True  # what nobody else touched is saved once both are read
                self.head.say(sentence(problem), wrong=True)
            case FieldRefused() if problem.field in self.form.fields:
                self.form.fields[problem.field].say(sentence(problem))
                self._tell_wrong()
            case NotAllowed(reason=reason) if reason in _AWAY:
                pass  # it is saved when he is back
            case _:
                words = self.tr("Not saved, and nothing is lost: {problem}")
                self.head.say(words.format(problem=sentence(problem)), wrong=True)

    def _tell_wrong(self) -> None:
        words = self.tr("Not saved yet: {fields}")
        self.head.say(words.format(fields=fields_words(self.form.touched)), wrong=True)

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        """A key or button of the head: first everything that is typed is saved."""
        for field in self.form.fields.values():
            if field.touched:
                field.look()
        if name == "incident-request":
            self.saving.save()
            self.request_wanted.emit(self._incident_id)
        elif name == "incident-save":
            self.saving.save(self._say_saved)
            self._go_to_wrong()
        elif self._may_write():
            self.saving.save(lambda: self.steps.take(name))
            self._go_to_wrong()
        else:
            self.steps.take(name)

    def _go_to_wrong(self) -> None:
        if wrong := self.form.wrong:
            self._tell_wrong()
            self.form.go_to(wrong[0])

    # Left

    def _part(self) -> None:
        """Away from what is shown: saved, or put aside until it is opened again."""
        self.saving.save()
        number = "" if self._seen is None else number_words(self._seen.incident)
        if self.saving.put_aside(self.me) and self.form.wrong:
            words = self.tr("Not saved in {number}: {fields}. It is there when you open it again.")
            fields = fields_words(self.form.wrong)
            self.failed.emit(words.format(number=number, fields=fields))
        self._clear()

    def _clear(self) -> None:
        self._round += 1
        self._seen = None
        self._people = False
        self._incident_id = None
        self.beside.show_incident(None, writable=False)
        self._show_nothing("", "")

    @override
    def back(self) -> bool:
        self.saving.save()
        self.part_wanted.emit(self._came_from)
        return True

    @override
    def forget(self) -> None:
        self.saving.put_aside(self.me)
        self._clear()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ages.stop()
        self.saving.save()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ages.start()
        self.window().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and watched is self.window():
            self.saving.save()  # before everybody's rights end with the window
        return super().eventFilter(watched, event)

    # What the window tells

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.form.offer_ward(ward)
        self.beside.set_ward(ward)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.head.set_colours(colours)
        self.beside.set_colours(colours)

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.head.set_rights(may)
        self.beside.set_rights(may)
        self.form.set_writable(self._may_write(), may)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if self._incident_id is None or not self.isVisible():
            return
        if event.topics & {Topic.INCIDENTS, Topic.BOOKMARKS}:
            self.renew()
        if event.topics & TOPICS:
            self.offers.read()

    def _on_beside(self) -> None:
        if self.beside.isAncestorOf(self.window().focusWidget()):
            self.form.narrative.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.beside.take_focus()
