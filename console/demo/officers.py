"""The demo ward's officers: four, for those who work on a case, and their one password.

It is written down here and said on screen, and opens pictures of nobody: ``enrol`` puts it into no
station that has an officer of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.passwords import HashCost
from console.secret import Secret
from db.records import Officer, Role

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

PASSWORD = "xemthu81"
"""Of all of them."""

NAMES = {
    Role.ADMINISTRATOR: "Lê Quốc Khánh",
    Role.CHIEF: "Trần Thị Bích Ngọc",
    Role.DUTY: "Nguyễn Văn An",
    Role.OFFICER: "Phạm Thị Hoa",
}
COST = HashCost(passes=1, memory_kib=64, threads=1)  # it is no secret: nobody need wait for it


def enrol(access: Access) -> None:
    """Register them in a station without an officer; nobody sits there afterwards.

    Raises NotAllowed: the station has officers.
    """
    access.begin(NAMES[Role.ADMINISTRATOR], Secret(PASSWORD))
    added = [access.add(NAMES[role], role) for role in (Role.CHIEF, Role.DUTY, Role.OFFICER)]
    for officer, one_time in added:
        access.sign_in(officer.id, one_time)
        access.set_password(one_time, Secret(PASSWORD))
    access.sign_out()


def seat(access: Access, role: Role) -> Officer:
    """Let the one of that role sit down, in place of whoever sits there."""
    officer_id = next(each for each, name in access.names() if name == NAMES[role])
    return access.sign_in(officer_id, Secret(PASSWORD))
