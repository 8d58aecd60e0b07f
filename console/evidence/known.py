"""What the station knows of a package beside its footage: read from the store, without a gate.

Whoever queued the package was asked for his right then, and once more when it was begun.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from console.errors import Gone, LogMeddled
from console.evidence import extract
from db.case_records import Incident
from db.evidence_records import (
    Package,
    PackageForm,
    PackageOutcome,
    Request,
    RequestState,
    request_number_text,
)
from db.incident_records import number_text
from db.records import Camera, CameraId, ClusterId, Entry, Officer, OfficerId, TrailQuery
from db.store import Store, Unit
from db.structs import Frozen

_PAGE = 1000
_MOST_OF_ONE = 20_000
"""No case has a tenth of that; more of one thing's entries would make no package any better."""
_APPROVED = frozenset({RequestState.APPROVED, RequestState.NARROWED})
_ALL_FORMS = frozenset({PackageForm.NATIVE, PackageForm.VIEWING, PackageForm.STILLS})


class Known(Frozen, kw_only=True):
    """What goes with a package that is being made.

    ``case`` is its number, or that of the request where there is no case.  ``maker`` queued it,
    ``approver`` approved the request; None: nobody, or nobody knows.  ``earlier`` are packages that
    were made before for the same request, the oldest first.
    """

    package: Package
    request: Request | None
    incident: Incident | None
    cameras: dict[CameraId, Camera]
    clusters: dict[ClusterId, str]
    maker: Officer | None
    approver: Officer | None
    asked_at: datetime | None
    earlier: tuple[Package, ...]

    @property
    def case(self) -> str:
        """What the package is called after."""
        if self.incident is not None:
            return number_text(self.incident.year, self.incident.number)
        return "" if self.request is None else self.request_number

    @property
    def request_number(self) -> str:
        """What the request is called at the station, "" without one."""
        request = self.request
        return "" if request is None else request_number_text(request.year, request.number)

    @property
    def is_first(self) -> bool:
        """Whether it is exported before anybody approved it, as the station lets be urgent."""
        return self.request is not None and self.request.state is RequestState.ASKED

    @property
    def forms(self) -> frozenset[PackageForm]:
        """What is made: what the request allows.

        Sound goes with native copies alone, so whoever wants it gets them.
        """
        if self.request is None:
            return _ALL_FORMS
        forms = self.request.forms
        if PackageForm.AUDIO in forms:
            forms |= {PackageForm.NATIVE}
        return forms & _ALL_FORMS

    @property
    def sound(self) -> bool:
        """Whether native copies have the sound that was recorded with them."""
        return self.request is None or PackageForm.AUDIO in self.request.forms

    def camera_name(self, camera_id: CameraId) -> str:
        """Number and name of a camera, as people know it."""
        camera = self.cameras.get(camera_id)
        return f"#{camera_id}" if camera is None else f"{camera.number:03} - {camera.name}"


def read(store: Store, package: Package) -> Known:
    """Read it.  Raises StoreProblem."""
    with store.read() as unit:
        request = None if package.request_id is None else unit.requests.request(package.request_id)
        incident_id = package.incident_id
        incident = None if incident_id is None else unit.incidents.incident(incident_id)
        steps = [] if package.request_id is None else unit.requests.steps(package.request_id)
        approver = next((each for each in reversed(steps) if each.after in _APPROVED), None)
        asked = next((each for each in reversed(steps) if each.after is RequestState.ASKED), None)
        cameras = _cameras(unit, {each.camera_id for each in package.wanted})
        names = {each.id: each.name for each in unit.fleet.clusters()}
        its = [] if package.request_id is None else unit.packages.of(package.request_id)
        return Known(
            package=package,
            request=request,
            incident=incident,
            cameras=cameras,
            clusters={each.cluster_id: names[each.cluster_id] for each in cameras.values()},
            maker=_officer(unit, package.queued_by),
            approver=None if approver is None else _officer(unit, approver.officer_id),
            asked_at=None if asked is None else asked.at,
            earlier=tuple(
                each
                for each in its
                if each.outcome is PackageOutcome.MADE and each.id != package.id
            ),
        )


def entries(store: Store, known: Known, before: int, after: int) -> list[Entry]:
    """The log's entries of the case, the request, the package and their holds, in order.

    Those numbered ``before`` and ``after`` come besides: heads that were signed; none is later.

    Raises:
        LogMeddled: one of them is not what was written; no package may vouch for it.
        StoreProblem: the store cannot be read.

    """
    with store.read() as unit:
        found = {
            entry.seq: entry
            for subject, subject_id in _subjects(unit, known)
            for entry in about(unit, subject, subject_id)
        }
        for seq in (before, after):
            found.update({each.seq: each for each in unit.trail.entries(seq - 1, 1)})
    chosen = [found[seq] for seq in sorted(found) if seq <= after]
    if extract.faults_of(extract.written(chosen), None):
        raise LogMeddled(chosen[-1].seq)
    return chosen


def _subjects(unit: Unit, known: Known) -> Iterator[tuple[str, int]]:
    package = known.package
    yield "package", package.id
    holds = set()
    if package.request_id is not None:
        yield "request", package.request_id
        holds.update(unit.requests.holds_of(package.request_id))
    if package.incident_id is not None:
        yield "incident", package.incident_id
        for each in unit.case_links.bookmarks_of(package.incident_id):
            yield "bookmark", each.id
            if each.hold_id is not None:
                holds.add(each.hold_id)
    for hold_id in sorted(holds):
        yield "hold", hold_id


def about(unit: Unit, subject: str, subject_id: int, acts: Collection[str] = ()) -> Iterator[Entry]:
    """The log's entries of one thing, the newest first; ``acts`` (): of whatever was done."""
    before: int | None = None
    for _ in itertools.repeat(None, _MOST_OF_ONE // _PAGE):
        page = unit.trail.search(
            TrailQuery(
                acts=frozenset(acts),
                subject=subject,
                subject_id=subject_id,
                before=before,
                limit=_PAGE,
            )
        )
        yield from page
        if len(page) < _PAGE:
            return
        before = page[-1].seq


def _cameras(unit: Unit, wanted: Iterable[CameraId]) -> dict[CameraId, Camera]:
    """Those that there still are."""
    found = {}
    for camera_id in wanted:
        try:
            found[camera_id] = unit.fleet.camera(camera_id)
        except Gone:
            continue
    return found


def _officer(unit: Unit, officer_id: OfficerId | None) -> Officer | None:
    if officer_id is None:
        return None
    try:
        return unit.officers.officer(officer_id)
    except Gone:
        return None
