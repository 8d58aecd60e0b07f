"""A log to try things on: written as the console does, meddled with by SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from console.audit import Act, Audit, entry_hash
from console.audit_check import Verdict, verify
from console.gate import Seat
from console.heads import Anchors, Claim, Heads
from console.secret import Secret
from console.workers import Stop
from db.records import Entry
from db.store import Store
from db.structs import replace
from tests import stores
from tests.fakes import FakeClock


class Safe:
    """A vault in memory."""

    def __init__(self, kept: Mapping[str, Secret] | None = None) -> None:
        self.kept = dict(kept or {})

    def secret(self, name: str) -> Secret | None:
        return self.kept.get(name)

    def keep_secret(self, name: str, secret: Secret | None) -> None:
        if secret is None:
            self.kept.pop(name, None)
        else:
            self.kept[name] = secret

    def renew_secret(self, name: str, before: Secret | None, secret: Secret) -> bool:
        if self.secret(name) != before:
            return False
        self.keep_secret(name, secret)
        return True


class Station:
    """The parts of a station that write and sign its log."""

    def __init__(self, path: Path, clock: FakeClock, safe: Safe | None = None) -> None:
        self.path = path
        self.store = Store(stores.new(path), committed=lambda _: None)
        self.clock = clock
        self.safe = safe or Safe()
        self.audit = Audit(Seat(), clock, "PC-1")
        self.heads = Heads(self.store, self.safe, self.audit, clock)

    def write(self, count: int, act: Act = Act.CAMERA_CHANGED) -> None:
        """Append entries about cameras 1, 2, 3 …"""
        with self.store.begin() as unit:
            for camera_id in range(1, count + 1):
                self.clock.pass_(seconds=7)
                self.audit.write(unit, act, "camera", camera_id, fields=["name"])

    def entries(self) -> list[Entry]:
        with self.store.read() as unit:
            return unit.trail.entries()

    def verify(self, *, anchored: bool = True, paper: Sequence[Claim] = ()) -> Verdict:
        anchors: Anchors | None = self.heads.anchors() if anchored else None
        return verify(
            self.store, anchors, paper=paper, stop=Stop(), progressed=lambda _done, _total: None
        )

    def meddle(self, *statements: str) -> None:
        """See ``meddle``."""
        meddle(self.path, *statements)

    def put(self, entries: Sequence[Entry]) -> None:
        """Put a forged log, made of ``entries``, in the place of the true one."""
        self.meddle("delete from audit_entry")
        with self.store.begin() as unit:
            unit.trail.append_many(entries)

    def close(self) -> None:
        self.store.close()


def meddle(path: Path, *statements: str) -> None:
    """Change a station's file behind the console's back, as its owner can, and leave no trace."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("pragma ignore_check_constraints = on")
        triggers = connection.execute(
            "select name, sql from sqlite_master where type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def chained(entries: Sequence[Entry]) -> list[Entry]:
    """``entries`` numbered and chained anew, as a forger would."""
    result: list[Entry] = []
    for seq, entry in enumerate(entries, start=1):
        previous = result[-1].hash if result else "0" * 64
        linked = replace(entry, seq=seq, previous=previous)
        result.append(replace(linked, hash=entry_hash(linked)))
    return result
