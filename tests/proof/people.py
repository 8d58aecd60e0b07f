"""Officers of a made-up city, whose passwords nobody has."""

from __future__ import annotations

from console.app import Console
from console.gate import Session
from db.records import Officer, Role

TEAMS = 5


def auditor(console: Console) -> Officer:
    """Who reads the log."""
    return _one(console, Role.AUDITOR)


def searchers(console: Console) -> list[Officer]:
    """A chief, who sees all, and a duty officer of a few teams."""
    duty = _one(console, Role.DUTY)
    with console._store.begin() as unit:
        teams = {team.id for team in unit.fleet.teams()[:TEAMS]}
        duty = unit.officers.change(duty.id, name=duty.name, role=duty.role, teams=teams)
    return [_one(console, Role.CHIEF), duty]


def sit_down(console: Console, officer: Officer) -> Officer:
    """Let somebody sit at a console whose password nobody has."""
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, signed_in_s=now_s, confirmed_s=now_s))
    return officer


def _one(console: Console, role: Role) -> Officer:
    with console._store.read() as unit:
        return next(each for each in unit.officers.all() if each.role is role)
