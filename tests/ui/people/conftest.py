"""A staffed station whose first team has members; nobody has come in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from console.app import Console
from db.case_records import MemberRole
from db.structs import replace
from tests.fakes import FakeClock
from tests.ui.stage import Stage

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


@pytest.fixture
def stage(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Stage]:
    """Three officers, 40 cameras, eight clusters; four members answer for the first."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Stage(tmp_path, clock, prepare=enlist)
    yield made
    made.close()
