"""The receipt's record, from what the store knows of a package and its custody."""

from __future__ import annotations

from datetime import tzinfo

from console.evidence.paper_people import issuer_of, person_of
from console.evidence.paper_records import Medium, MediumReceipt, PackedFile, Person
from console.station import StationSettings
from db.evidence_records import CustodyKind, CustodyLine, Made, Package, request_number_text
from db.incident_records import number_text
from db.store import Unit

LONGEST_MEDIUM = 80
_BETWEEN = " · "


def medium_text(name: str, serial: str) -> str:
    """Name and serial number in the one field that custody has; the number stays whole."""
    if not serial:
        return name[:LONGEST_MEDIUM].rstrip()
    room = LONGEST_MEDIUM - len(serial) - len(_BETWEEN)
    kept = name.replace(_BETWEEN, " ")[: max(0, room)].rstrip()
    return f"{kept}{_BETWEEN}{serial}" if kept else serial[:LONGEST_MEDIUM]


def medium_in(text: str) -> Medium:
    """A medium as it is printed."""
    name, between, serial = text.rpartition(_BETWEEN)
    return Medium(kind=name, serial=serial) if between else Medium(kind=text)


def receipt_of(
    unit: Unit,
    package: Package,
    made: Made,
    line: CustodyLine,
    files: tuple[PackedFile, ...],
    settings: StationSettings,
    zone: tzinfo | None,
) -> MediumReceipt:
    """What stands on the receipt for the medium of ``line``."""
    case = request = ""
    if package.incident_id is not None:
        incident = unit.incidents.incident(package.incident_id)
        case = number_text(incident.year, incident.number)
    if package.request_id is not None:
        asked = unit.requests.request(package.request_id)
        request = asked.paper_number or request_number_text(asked.year, asked.number)
    ours = None if line.officer_id is None else unit.officers.officer(line.officer_id)
    other = Person(name=line.to_whom) if line.to_whom else None
    here = person_of(ours, settings)
    back = line.kind is CustodyKind.RETURNED
    return MediumReceipt(
        issuer=issuer_of(settings),
        made_at=line.at,
        zone=zone,
        package=made.folder,
        package_id=package.uuid,
        case_number=case,
        request_number=request,
        medium=medium_in(line.medium),
        seal_number=package.extras.seal_number,
        files=files,
        key_fingerprint=made.signer_sha256,
        handed_by=(other or Person(name="")) if back else here,
        received_by=here if back else other,
        witnesses=(Person(name=""),) * package.extras.witnesses,
    )
