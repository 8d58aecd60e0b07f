"""The officers of the scenes: every role, the longest names, every state that one can be in."""

from __future__ import annotations

from datetime import timedelta

from console.app import Console
from db.records import Role
from tests.console.officers import BOSS, BOSS_WORD, WORD
from tests.ui.access.people import come_in
from tests.ui.stage import Stage

LONGEST = "Đặng Thị Quỳnh Nga Phương Thảo Nguyên Hạ Vũ"
CHIEF, DUTY = "Trần Thị Bích Ngọc", "Nguyễn Văn An"
LOCKED_OUT, DISABLED, NEW = "Lường Văn Vượng", "Hoàng Trung Kiên", "Nguyễn Hoàng Phượng Uyên"
_NEXT = ((CHIEF, Role.CHIEF, 0), (DUTY, Role.DUTY, 3), (LONGEST, Role.DUTY, 9))
_REST = ((LOCKED_OUT, Role.OFFICER, 1), (DISABLED, Role.AUDITOR, 0), ("Lý Mai", Role.OFFICER, 2))


def staffed(console: Console) -> None:
    """Eight officers; nobody is signed in afterwards."""
    access = console.access
    boss = access.begin(BOSS, BOSS_WORD)
    teams = [team.id for team in console.fleet.view().teams]
    for name, role, count in (*_NEXT, *_REST):
        officer, once = access.add(name, role, teams[:count])
        access.sign_in(officer.id, once)
        access.set_password(once, WORD)
        access.sign_in(boss.id, BOSS_WORD)
        if name == DISABLED:
            access.disable(officer.id)
    access.add(NEW, Role.DUTY)
    access.sign_out()
    with console._store.begin() as unit:
        for officer in unit.officers.all():
            if officer.name == LOCKED_OUT:
                until = officer.created_at + timedelta(minutes=15)
                unit.officers.set_attempts(officer.id, failures=5, locked_until=until)


def by(stage: Stage, name: str) -> Stage:
    """The window with somebody signed in."""
    come_in(stage, name, BOSS_WORD if name == BOSS else WORD)
    return stage
