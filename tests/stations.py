"""A station's services over a folder, as ``console.app.build`` puts them together, for backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from console.audit import Act, Audit
from console.backup_files import STORE_FILE
from console.backups import Backups
from console.events import Event, Noticed
from console.gate import Approval, Gate, Seat, Session
from console.heads import Heads
from console.keepers import Keeper
from console.recovery import Recovery
from console.rights import Action
from console.secret import Secret
from console.vault import Vault, open_vault
from console.workers import Workers
from db.records import DeviceKind, Officer, OfficerId, Role
from db.store import Store
from tests import stores, wards
from tests.fakes import FakeClock

PASSWORD = "hoa-phượng-{}"


@dataclass
class Station:
    """What a test holds of a station; ``medium`` is where the second copies go."""

    folder: Path
    clock: FakeClock
    store: Store
    vault: Vault
    seat: Seat
    gate: Gate
    audit: Audit
    heads: Heads
    posted: list[Event]
    medium: Path | None = None

    @property
    def backups(self) -> Backups:
        return Backups(
            self.folder,
            self.store,
            self.vault,
            self.gate,
            self.audit,
            self.clock,
            self.posted.append,
            lambda: self.medium,
        )

    @property
    def recovery(self) -> Recovery:
        return Recovery(
            self.folder,
            self.store,
            self.vault,
            self.gate,
            self.audit,
            self.clock,
            lambda: self.heads.sign_head("restore"),
        )

    def problems(self) -> list[type[object]]:
        return [type(event.problem) for event in self.posted if isinstance(event, Noticed)]

    def write(self, act: Act = Act.STARTED) -> tuple[int, str]:
        """One more entry in the log; returns the head."""
        with self.store.begin() as unit:
            entry = self.audit.write(unit, act)
        return entry.seq, entry.hash

    def acts(self) -> list[str]:
        with self.store.read() as unit:
            return [entry.act for entry in unit.trail.entries()]

    def head(self) -> tuple[int, str]:
        with self.store.read() as unit:
            return unit.trail.head()

    def add_camera(self, number: int) -> None:
        """A camera, its device's password, and the entry that tells of it."""
        with self.store.begin() as unit:
            cluster = next(iter(unit.fleet.clusters()), None) or unit.fleet.add_cluster(
                number=1, name="Cụm 1", team_id=None
            )
            device = unit.fleet.add_device(
                kind=DeviceKind.CAMERA, host=f"192.0.2.{number}", username="admin"
            )
            unit.fleet.add_camera(
                number=number,
                name=f"Cổng {number}",
                cluster_id=cluster.id,
                device_id=device.id,
                streams=(wards.new_stream(),),
            )
            self.audit.write(unit, Act.CAMERA_ADDED, "camera", number)
        self.vault.put(device.id, Secret(PASSWORD.format(number)))

    def cameras(self) -> dict[int, str | None]:
        """The password of each camera, by its number."""
        with self.store.read() as unit:
            found = unit.fleet.cameras()
        kept = {camera.number: self.vault.get(camera.device.id) for camera in found}
        return {number: word.reveal() if word else None for number, word in kept.items()}

    def add_officer(self, name: str, role: Role) -> Officer:
        with self.store.begin() as unit:
            officer = unit.officers.add(
                name=name,
                role=role,
                teams=frozenset(),
                password_hash="$argon2id$",
                one_time_until=None,
                created_at=self.clock.now(),
            )
            self.audit.write(unit, Act.OFFICER_ADDED, "officer", officer.id)
        return officer

    def sign_in(self, officer: Officer) -> None:
        now_s = self.clock.monotonic_s()
        self.seat.take(Session(officer.id, officer.epoch, now_s, now_s))

    def approve(self, action: Action, officer_id: OfficerId) -> None:
        approval = Approval(officer_id, action, self.clock.monotonic_s())
        session = self.seat.session
        assert session is not None
        self.seat.change(session, lambda present: replace(present, approval=approval))


@contextmanager
def opened(
    folder: Path, clock: FakeClock, full: Callable[[], None] = lambda: None
) -> Iterator[Station]:
    """The station in ``folder``, whose vault is kept by a key file."""
    folder.mkdir(exist_ok=True)
    workers, seat = Workers(), Seat()
    store = Store(stores.new(folder / STORE_FILE), lambda _: None, full)
    vault = open_vault(folder, workers, keeper=Keeper.KEY_FILE)
    audit = Audit(seat, clock, "pc-1")
    try:
        yield Station(
            folder=folder,
            clock=clock,
            store=store,
            vault=vault,
            seat=seat,
            gate=Gate(store, seat, clock, lambda *_: None),
            audit=audit,
            heads=Heads(store, vault, audit, clock),
            posted=[],
        )
    finally:
        store.close()
        assert workers.close() == []
