"""Officers for tests: a station's access with passwords that cost nothing to check."""

from __future__ import annotations

from dataclasses import dataclass

from console.access import Access
from console.audit import Audit
from console.config import Config
from console.gate import Gate, Seat, Why
from console.passwords import HashCost, Passwords
from console.rights import Action
from console.secret import Secret
from console.settings import Settings
from db.records import Entry, Officer, OfficerId, Role, TeamId
from db.store import Store
from tests.fakes import FakeClock

CHEAP = HashCost(passes=1, memory_kib=8, threads=1)
BOSS, BOSS_WORD = "Đỗ Khuê Ánh", Secret("ba con vịt lội qua sông")
WORD = Secret("mưa rơi trên mái tôn cũ")


@dataclass(frozen=True)
class Post:
    """A console's way in: one seat, one gate, over a store that others may share."""

    store: Store
    clock: FakeClock
    gate: Gate
    seat: Seat
    settings: Settings
    access: Access
    refusals: list[tuple[OfficerId | None, Action, Why]]

    def log(self, *acts: str) -> list[Entry]:
        """The entries of these acts, of all without any, oldest first."""
        with self.store.read() as unit:
            return [each for each in unit.trail.entries() if not acts or each.act in acts]

    def begun(self) -> Officer:
        """A first administrator, signed in."""
        return self.access.begin(BOSS, BOSS_WORD)

    def sitting(self) -> OfficerId:
        """Who sits here."""
        assert self.seat.session is not None
        return self.seat.session.officer_id

    def officer(
        self, name: str, role: Role = Role.DUTY, teams: frozenset[TeamId] = frozenset()
    ) -> Officer:
        """Another officer with ``WORD``; the administrator sits here again afterwards."""
        (boss,) = (id_ for id_, its in self.access.names() if its == BOSS)
        officer, one_time = self.access.add(name, role, teams)
        self.access.sign_in(officer.id, one_time)
        officer = self.access.set_password(one_time, WORD)
        self.access.sign_in(boss, BOSS_WORD)
        return officer


def post(store: Store, clock: FakeClock, cost: HashCost = CHEAP) -> Post:
    """Another console over ``store``."""
    seat = Seat()
    audit = Audit(seat, clock, "pc")
    refusals: list[tuple[OfficerId | None, Action, Why]] = []
    gate = Gate(store, seat, clock, lambda *told: refusals.append(told))
    settings = Settings(store, gate, audit, Config(station_name="Công an phường Gia Sàng"))
    access = Access(store, gate, audit, clock, Passwords(cost), settings)
    return Post(store, clock, gate, seat, settings, access, refusals)
