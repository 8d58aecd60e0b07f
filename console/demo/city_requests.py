"""What was asked of a made-up city in writing: requests, packages, and who had them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from uuid import UUID

from console.demo.city_cases import AT_ONCE, UNDERWAY
from db.case_records import IncidentId
from db.evidence_records import (
    CustodyId,
    CustodyKind,
    CustodyLine,
    Head,
    Made,
    Package,
    PackageForm,
    PackageId,
    PackageOutcome,
    Request,
    RequestId,
    RequestState,
    Wanted,
)
from db.records import Camera, Officer, Span
from db.store import Store

_S = RequestState
_UNITS = (
    "Cơ quan CSĐT Công an thành phố Thái Nguyên",
    "Viện kiểm sát nhân dân thành phố",
    "Đội Cảnh sát giao thông",
    "Toà án nhân dân khu vực 1",
)
_PURPOSES = (
    "Xác minh vụ trộm xe máy trước cửa hàng tạp hóa",
    "Làm rõ va chạm giao thông tại ngã tư",
    "Truy tìm đối tượng gây rối trật tự công cộng",
)
_PERSONS = ("Thiếu tá Lê Văn Đức", "Đại úy Nông Thị Thúy", "Trung tá Phạm Quốc Hưng")


def fill_requests(
    store: Store, *, count: int, incidents: int, days: Span, chance: random.Random
) -> None:
    """Put requests into a city that has cameras and officers; four of five have a package."""
    with store.read() as unit:
        cameras, officers = unit.fleet.cameras(), unit.officers.all()
    asked = _requests(count if cameras else 0, incidents, days, cameras, officers, chance)
    while part := list(islice(asked, AT_ONCE)):
        packages = [_package(each, chance) for each in part if each.state is _S.MADE]
        lines = [line for each in packages for line in _custody(each)]
        with store.begin() as unit:
            unit.bulk.add_requests(part)
            unit.bulk.add_packages(packages)
            unit.bulk.add_custody(lines)


def _requests(
    count: int,
    incidents: int,
    days: Span,
    cameras: Sequence[Camera],
    officers: Sequence[Officer],
    chance: random.Random,
) -> Iterator[Request]:
    numbers: dict[int, int] = {}
    for number in range(1, count + 1):
        at = days.start + days.length * (number / (count + 1))
        numbers[at.year] = numbers.get(at.year, 0) + 1
        span = Span(at - timedelta(hours=30), at - timedelta(hours=29))
        chosen = chance.sample(cameras, min(len(cameras), chance.randint(1, 4)))
        joined = bool(incidents) and chance.random() < 0.5
        yield Request(
            id=RequestId(number),
            year=at.year,
            number=numbers[at.year],
            state=_state(days.end - at, chance),
            paper_number=f"{number}/YC-CQĐT",
            paper_on=at.date(),
            unit=chance.choice(_UNITS),
            person=chance.choice(_PERSONS),
            legal_basis="Điều 88 Bộ luật Tố tụng hình sự",
            purpose=chance.choice(_PURPOSES),
            wanted=tuple(Wanted(each.id, span) for each in chosen),
            narrowed=(),
            forms=frozenset({PackageForm.NATIVE, PackageForm.VIEWING}),
            recipient=chance.choice(_PERSONS),
            due_on=(at + timedelta(days=3)).date(),
            incident_id=IncidentId(chance.randint(1, incidents)) if joined else None,
            urgent=False,
            made_by=chance.choice(officers).id if officers else None,
            made_at=at,
            changed_at=at,
            state_at=at,
            approve_by=None,
            erased=False,
            version=2,
        )


def _state(age: timedelta, chance: random.Random) -> RequestState:
    if age < UNDERWAY:
        return chance.choice((_S.DRAFT, _S.ASKED, _S.ASKED, _S.APPROVED))
    return chance.choice((*[_S.MADE] * 8, _S.REFUSED, _S.WITHDRAWN))


def _package(request: Request, chance: random.Random) -> Package:
    uuid = str(UUID(int=chance.getrandbits(128), version=4))
    at = request.made_at + timedelta(hours=2)
    folder = f"TX-{request.year}-{request.number:04}_{at:%Y%m%dT%H%M}_{uuid[:8]}"
    made = Made(
        folder=folder,
        medium_serial=f"SN{chance.randint(10**7, 10**8)}",
        sums_sha256=f"{chance.getrandbits(256):064x}",
        signer_sha256="0" * 64,
        head_before=Head(1, "0" * 64),
        head_after=Head(2, "0" * 64),
    )
    return Package(
        id=PackageId(request.id),
        uuid=uuid,
        request_id=request.id,
        incident_id=request.incident_id,
        wanted=request.wanted,
        outcome=PackageOutcome.MADE,
        place=1,
        target="/media/usb",
        medium_serial=made.medium_serial,
        queued_by=request.made_by,
        queued_at=request.made_at,
        began_at=request.made_at,
        ended_at=at,
        maker_pid=1,
        tries=1,
        cause="",
        made=made,
    )


def _custody(package: Package) -> Iterator[CustodyLine]:
    """It was made, and handed over an hour later."""
    at = package.ended_at or package.queued_at
    for place, (kind, to_whom) in enumerate(
        ((CustodyKind.MADE, ""), (CustodyKind.HANDED, _PERSONS[0]))
    ):
        yield CustodyLine(
            id=CustodyId(2 * package.id - 1 + place),
            package_id=package.id,
            kind=kind,
            at=at + timedelta(hours=place),
            officer_id=package.queued_by,
            medium=package.medium_serial,
            to_whom=to_whom,
            note="",
            erased=False,
        )
