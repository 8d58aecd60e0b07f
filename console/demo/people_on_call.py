"""Who answers for the demo ward's clusters: made-up names, and numbers that nobody has.

The last team has no members yet, so that the window can be seen to say so; of each third one
somebody has no phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from console.demo.ward import clusters
from db.case_records import MemberRole

_ROLES = (MemberRole.LEADER, MemberRole.DEPUTY, *[MemberRole.MEMBER] * 3)
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Đặng",
    "Dương",
    "Vũ",
    "Nông",
    "Triệu",
    "Lường",
)
_MIDDLES = ("Văn", "Thị", "Đức", "Thị Thanh", "Quốc", "Hữu", "Ngọc")
_GIVEN = (
    "Ân",
    "Bằng",
    "Chiến",
    "Đào",
    "Giang",
    "Hạnh",
    "Khôi",
    "Lụa",
    "Mừng",
    "Phượng",
    "Sửu",
    "Thịnh",
)
_LONGEST = "Tôn Nữ Hoàng Thị Quỳnh Nga Phương Thảo Nguyên Hạ"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """A member of a team of the demo ward."""

    team: str
    name: str
    role: MemberRole
    phone: str


def people_on_call() -> Iterator[OnCall]:
    """All of them, team by team."""
    number = 0
    for cluster in clusters()[:-1]:
        for place, role in enumerate(_ROLES):
            number += 1
            without = place == len(_ROLES) - 1 and cluster.number % 3 == 0
            yield OnCall(
                team=cluster.team.name,
                name=_LONGEST if number == 4 else _name(number),
                role=role,
                phone="" if without else f"0900000{number:03}",
            )


def _name(number: int) -> str:
    parts = (_FAMILIES[number * 7 % 11], _MIDDLES[number * 3 % 7], _GIVEN[number * 5 % 12])
    return " ".join(parts)
