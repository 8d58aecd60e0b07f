"""How the station and its officers are named on papers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from console.evidence.paper_records import Issuer, Person
from console.station import StationSettings, UnitType
from db.records import Officer, Role

_OFFICES: Mapping[Role, str] = MappingProxyType(
    {
        Role.DUTY: "cán bộ trực ban",
        Role.OFFICER: "cán bộ",
        Role.ADMINISTRATOR: "cán bộ quản trị hệ thống",
        Role.AUDITOR: "cán bộ kiểm tra",
    }
)
_CHIEFS: Mapping[UnitType, str] = MappingProxyType(
    {
        UnitType.WARD: "trưởng công an phường",
        UnitType.COMMUNE: "trưởng công an xã",
        UnitType.ZONE: "trưởng công an đặc khu",
    }
)


def person_of(officer: Officer | None, settings: StationSettings) -> Person:
    """An officer by name and office; one who was erased has no name any more."""
    if officer is None:
        return Person(name="", unit=settings.station_name)
    office = _OFFICES.get(officer.role) or _CHIEFS[settings.unit_type]
    return Person(name=officer.name, title=office, unit=settings.station_name)


def issuer_of(settings: StationSettings) -> Issuer:
    """The station as its papers name it."""
    return Issuer(station=settings.station_name, superior=settings.superior_body)
