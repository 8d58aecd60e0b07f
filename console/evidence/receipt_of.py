"""The receipt's record, from what the store knows of a package and its custody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import tzinfo

from console.evidence.paper_people import issuer_of, person_of
from console.evidence.paper_records import MediumReceipt, PackedFile, Person
from console.evidence.receipt_lines import comparison_of, medium_of_line
from console.station import StationSettings
from db.evidence_records import (
    CustodyId,
    CustodyKind,
    CustodyLine,
    Made,
    Package,
    request_number_text,
)
from db.incident_records import number_text
from db.store import Unit


def receipt_of(
    unit: Unit,
    package: Package,
    made: Made,
    line: CustodyLine,
    files: tuple[PackedFile, ...],
    settings: StationSettings,
    zone: tzinfo | None,
    doubtful: Collection[CustodyId] = (),
) -> MediumReceipt:
    """What stands on the receipt for the medium of ``line``.

    Of lines that are ``doubtful`` nothing is believed.
    """
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
        medium=medium_of_line(package, line),
        seal_number=package.extras.seal_number,
        files=files,
        compared=comparison_of(line, unit.custody.of(package.id), doubtful),
        key_fingerprint=made.signer_sha256,
        handed_by=(other or Person(name="")) if back else here,
        received_by=here if back else other,
        witnesses=(Person(name=""),) * package.extras.witnesses,
    )
