"""A desk before a real station without its window: for one dialog or page alone, and quickly."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from console.app import Console, build
from console.config import Config
from console.gate import Session
from console.keepers import Keeper
from console.rights import Action, may
from console.workers import Workers
from db.case_records import MemberRole
from db.records import Officer, Role
from db.structs import replace
from tests.console.officers import CHEAP
from tests.fakes import FakeClock
from ui.bridge import Bridge
from ui.desk import Desk
from ui.standing import Standing
from ui.tasks import Tasks
from ui.ward import Ward

NONE = Qt.KeyboardModifier.NoModifier
PEOPLE = (
    ("Trần Thị Đào", MemberRole.MEMBER, "0900000003"),
    ("Lê Văn Cò", MemberRole.MEMBER, ""),
    ("Vũ Bằng", MemberRole.DEPUTY, "02083855123"),
    ("Nguyễn Sửu", MemberRole.LEADER, "0900000001"),
)


def enlist(console: Console) -> None:
    """Four members for the first team; the last cluster loses its team."""
    with console._store.begin() as unit:
        team = unit.fleet.teams()[0]
        for name, role, phone in PEOPLE:
            unit.members.add(team_id=team.id, name=name, role=role, phone=phone)
        unit.fleet.change_cluster(replace(unit.fleet.clusters()[-1], team_id=None))


class Booth:
    """Services, threads and events as in the window; widgets are shown by themselves."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        """The station in ``folder`` is one of ``tests.ui.access.people.staffed``."""
        self.clock = clock
        self.workers, self.bridge = Workers(), Bridge()
        standing = Standing(self.bridge, clock)
        self.desk = Desk(self.bridge, Tasks(self.workers), standing, clock)
        self.console = build(
            folder,
            self.bridge.post,
            clock=clock,
            config=Config(keeper=Keeper.KEY_FILE),
            hash_cost=CHEAP,
        )
        enlist(self.console)
        self.officer: Officer | None = None
        self._shown: list[QWidget] = []

    @property
    def ward(self) -> Ward:
        view = self.console.fleet.view()
        return Ward(view.teams, view.clusters, view.cameras)

    def sit_down(self, role: Role) -> None:
        """Whoever has this role sits here."""
        with self.console._store.read() as unit:
            self.officer = next(each for each in unit.officers.all() if each.role is role)
        now_s = self.console.clock.monotonic_s()
        self.console.seat.take(Session(self.officer.id, self.officer.epoch, now_s, now_s))

    def may(self, action: Action) -> bool:
        return self.officer is not None and may(self.officer.role, action) is not None

    def show(self, widget: QWidget) -> None:
        """Bring a widget to the front, and take it away in the end."""
        self._shown.append(widget)
        widget.show()
        widget.activateWindow()

    def close(self) -> None:
        for widget in filter(isValid, self._shown):
            widget.close()
        assert self.workers.close() == []
        self.console.close()
        QApplication.processEvents()
        for widget in filter(isValid, self._shown):
            widget.deleteLater()
            QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)
