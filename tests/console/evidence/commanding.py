"""A station for the command line: a ward with footage, a chief and an officer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psutil

from console.app import Console, build
from console.clock import SystemClock
from db.evidence_records import RequestId, RequestLine, RequestQuery, request_number_text
from db.records import CameraId, Officer, Role, StreamRole, from_us
from tests import wards
from tests.console import command
from tests.console.officers import BOSS, BOSS_WORD, CHEAP, WORD
from tests.console.video.footage_made import Ward, instant

CHIEF, OFFICER, DUTY = "Trần Thị Minh", "Nguyễn Văn Hải", "Lý Thị Hoa"
ROLES = {CHIEF: Role.CHIEF, OFFICER: Role.OFFICER, DUTY: Role.DUTY}
WORDS = (
    *("--unit", "Công an thành phố Thái Nguyên", "--purpose", "Xác minh vụ trộm xe máy"),
    *("--basis", "Điều 88 Bộ luật Tố tụng hình sự"),
    *("--paper-number", "125/YC-CQĐT", "--paper-date", "2026-09-22"),
)


FIRST = request_number_text(SystemClock().now().astimezone().year, 1)
"""The first request's number: the command line has the PC's own clock."""


class Commanded:
    """The station, and ``ward-console export`` of it; pictures come ten a second."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "station"
        self.data.mkdir()
        self.usb = folder / "usb"
        self.usb.mkdir()
        keeper = '[vault]\nkeeper = "key_file"\n'
        (self.data / "station.toml").write_text(keeper, encoding="utf-8")
        wards.made(self.data / "station.db", cameras=6)
        self._ward = Ward(folder / "volume")
        station = self.console()
        boss = station.access.begin(BOSS, BOSS_WORD)
        station.heads.enrol()
        self.officers: dict[str, Officer] = {}
        for name, role in ROLES.items():
            officer, one_time = station.access.add(name, role)
            station.access.sign_in(officer.id, one_time)
            self.officers[name] = station.access.set_password(one_time, WORD)
            station.access.sign_in(boss.id, BOSS_WORD)
        station.close()

    def console(self) -> Console:
        """Another console over it."""
        return build(self.data, lambda _: None, hash_cost=CHEAP)

    @contextmanager
    def sitting(self, name: str) -> Iterator[Console]:
        """Another console over it, with somebody signed in."""
        station = self.console()
        known = {its: officer_id for officer_id, its in station.access.names()}
        station.access.sign_in(known[name], BOSS_WORD if name == BOSS else WORD)
        try:
            yield station
        finally:
            station.close()

    def record(self, camera: int, first: int, count: int) -> None:
        """Footage of the pictures ``first`` and on."""
        self._ward.record(first, count, CameraId(camera), StreamRole.MAIN)

    def keep(self) -> None:
        """Write what was recorded into the footage index."""
        self._ward.keep_index(self.data)

    def export(self, *arguments: str, by: str = OFFICER) -> int:
        """The exit code of the command."""
        return command.run(self.line(*arguments, by=by))

    def line(self, *arguments: str, by: str = OFFICER) -> list[str]:
        """The command, as it is typed."""
        who = ["--officer", by, "--password-from", pipe(WORD.reveal())]
        return ["export", "--data", str(self.data), "--out", str(self.usb), *who, *arguments]

    def requests(self) -> list[RequestLine]:
        """Every request, the newest first, as the chief sees them."""
        with self.sitting(CHIEF) as station:
            return station.evidence.requests.page(RequestQuery())

    def approve(self, request_id: RequestId) -> None:
        """The chief says yes."""
        with self.sitting(CHIEF) as station:
            station.evidence.approvals.approve(request_id)

    def set(self, *, urgent_export: bool = False, tsa_url: str = "") -> None:
        """Change the station's settings."""
        with self.sitting(BOSS) as station:
            before = station.settings.get()
            station.settings.change(replace(before, urgent_export=urgent_export, tsa_url=tsa_url))


def times(first: int, last: int) -> tuple[str, ...]:
    """From the one picture to the other, as an officer would copy them."""
    return ("--from", _typed(first), "--to", _typed(last))


def at(number: int) -> datetime:
    """When a picture is shown."""
    return from_us(instant(number))


def pipe(*lines: str) -> str:
    """A descriptor to read ``lines`` from, as an argument."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    os.set_inheritable(reader, True)  # for a command in a process of its own
    return str(reader)


def engines() -> list[psutil.Process]:
    """The engines that this process started, or that its children left."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "engine" in process.cmdline():
                found.append(process)
        except psutil.NoSuchProcess:
            continue
    return found


def _typed(number: int) -> str:
    return at(number).astimezone().isoformat()
