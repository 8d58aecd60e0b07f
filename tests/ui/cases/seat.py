"""The page of an incident before a real station, without the window around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Unpack

from PySide6.QtWidgets import QApplication

from console.app import Console, build
from console.config import Config
from console.gate import Session
from console.incident_rules import IncidentChanges, IncidentForm
from console.keepers import Keeper
from console.workers import Lane
from db.case_records import Category, Incident
from db.records import Role
from tests.console.officers import CHEAP
from tests.fakes import FakeClock
from tests.ui.people.booth import Booth
from tests.ui.stage import wait_for
from ui.cases.fields import CaseField
from ui.cases.incident_page import IncidentPage
from ui.theme import THEMES, ThemeName


class CaseSeat(Booth):
    """One page; ``sit_down`` lets another officer see it, as the window would."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        super().__init__(folder, clock)
        self._folder = folder
        self._others: list[Console] = []
        self.page = IncidentPage(self.desk, self.console, THEMES[ThemeName.NIGHT])
        self.page.set_ward(self.ward)
        self.page.resize(1258, 690)
        self.said: list[str] = []
        self.page.failed.connect(self.said.append)
        self.show(self.page)

    def sit_down(self, role: Role) -> None:
        self.page.forget()
        super().sit_down(role)
        self.page.set_rights(self.may)

    def opened(self, incident: Incident) -> None:
        """Have it on the page, and everything read that belongs to it."""
        self.page.show_incident(incident.id, "cases")
        wait_for(lambda: self.page.seen is not None)
        self.settled()

    def settled(self) -> None:
        """Nothing is under way any more."""
        for _ in range(3):
            self._round()

    def _round(self) -> None:
        ended: list[bool] = []
        lanes = (Lane.WRITE, Lane.READ, Lane.READ)  # two threads read
        for lane in lanes:
            self.desk.tasks.run(
                lambda: None,
                done=lambda _: ended.append(True),
                failed=lambda _: None,
                lane=lane,
            )
        wait_for(lambda: len(ended) == len(lanes))
        QApplication.processEvents()

    def field(self, name: str) -> CaseField:
        return self.page.form.fields[name]

    def other(self, role: Role) -> Console:
        """Another console of the same station, with somebody else before it."""
        made = build(
            self._folder,
            lambda _: None,
            clock=self.console.clock,
            config=Config(keeper=Keeper.KEY_FILE),
            hash_cost=CHEAP,
        )
        self._others.append(made)
        with made._store.read() as unit:
            officer = next(each for each in unit.officers.all() if each.role is role)
        now_s = made.clock.monotonic_s()
        made.seat.take(Session(officer.id, officer.epoch, now_s, now_s))
        return made

    def category(self, name: str = "Trộm cắp") -> Category:
        return next(each for each in self.console.categories.tree() if each.name == name)

    def made(self, **fields: Unpack[IncidentChanges]) -> Incident:
        """Whoever sits here opens an incident."""
        least = IncidentForm(
            title="Mất xe máy ở cổng chợ",
            category_id=self.category().id,
            cluster_id=self.ward.clusters[0].id,
            began_at=self.console.clock.now() - timedelta(minutes=30),
        )
        return self.console.incidents.open(replace(least, **fields))

    def close(self) -> None:
        super().close()
        for each in self._others:
            each.close()
