"""The calls about an incident and its bookmarks, and the way to the next one."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QStackedWidget, QWidget

from console.events import Changed
from console.rights import Action
from db.case_records import Incident, IncidentId
from db.records import Topic
from ui import keys
from ui.cases.section import Section
from ui.desk import Desk
from ui.overriding import override
from ui.people.matter import Matter
from ui.people.words import call_words
from ui.tables import Nothing
from ui.theme import Colours
from ui.times import day_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.calls import CallSeen


class CallsSection(Section):
    """Lists them, the newest on top; F9 asks whom to call."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("section-calls")
        self.list = QListWidget(self)
        self.list.setObjectName("case-calls")
        self.list.setAccessibleName(self.title())
        self.list.setWordWrap(True)
        self.button = QPushButton(keys.hint_of("call"), self)
        self.button.setObjectName("case-call")
        self.button.setToolTip(keys.hint_of("call"))
        self.button.clicked.connect(lambda _=False: self.call())
        self.said = QLabel(self)
        self.said.setProperty("quiet", True)
        self.said.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(
            Nothing(
                self.tr("Nobody was called about this"),
                self.tr("F9 lists who answers for its cluster, in order."),
                self,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        self.column.addWidget(self._stack, 1)
        self.column.addLayout(row)
        desk.bridge.changed.connect(self._on_changed)

    @override
    def title(self) -> str:
        return self.tr("Calls")

    @override
    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        super().show_incident(incident, writable=writable)
        if incident is None:
            self.list.clear()
            self.set_count(None)
            return
        placed = incident.cluster_id is not None
        self.button.setEnabled(placed and self.may(Action.CALL_MEMBER))
        self.said.setText("" if placed else self.tr("Choose its cluster first: a team answers."))
        self._read()

    def call(self) -> None:
        """Ask whom to call about the incident."""
        incident = self.incident
        if incident is not None and incident.cluster_id is not None:
            self.call_wanted.emit(Matter(incident.cluster_id, incident_id=incident.id))

    @override
    def take_focus(self) -> None:
        (self.list if self.list.count() else self.button).setFocus()

    def _read(self) -> None:
        incident = self.incident
        if incident is not None:
            calls, number = self.console.calls, incident.id
            self.desk.tasks.renew(
                lambda: calls.calls_of(incident_id=number),
                done=partial(self._on_read, number),
                failed=self.on_failed,
            )

    def _on_read(self, number: IncidentId, seen: list[CallSeen]) -> None:
        if self.incident is None or self.incident.id != number:
            return
        chosen = self.list.currentRow()
        self.list.clear()
        day: datetime | None = None
        for each in reversed(seen):
            at = each.call.at.astimezone()
            words = call_words(each)
            if day is None or at.date() != day.date():
                words = f"{day_words(at)}\n{words}"
                day = at
            self.list.addItem(words)
        self.list.setCurrentRow(min(chosen, self.list.count() - 1))
        self._stack.setCurrentIndex(0 if seen else 1)
        self.set_count(len(seen))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.MEMBERS in event.topics and self.isVisible():
            self._read()
