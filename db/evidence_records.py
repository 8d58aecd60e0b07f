"""The nouns of evidence: requests for footage, packages that are made of it, and their custody.

As in ``db.records``: frozen, UTC.  What names people outside of the station (who asks, who gets a
package) stands in columns that can be emptied, and never in the log.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from db.case_records import IncidentId
from db.records import CameraId, OfficerId, Span, StreamRole
from db.structs import Frozen

RequestId = NewType("RequestId", int)
RequestPaperId = NewType("RequestPaperId", int)
PackageId = NewType("PackageId", int)
CustodyId = NewType("CustodyId", int)

_SERIES = "TX"  # trích xuất


def request_number_text(year: int, number: int) -> str:
    """What a request is called everywhere: "TX-2026-0012"."""
    return f"{_SERIES}-{year}-{number:04}"


class RequestState(StrEnum):
    """Where a request is on its way."""

    DRAFT = "draft"
    ASKED = "asked"
    APPROVED = "approved"
    NARROWED = "narrowed"  # approved, for less than was asked
    REFUSED = "refused"
    MADE = "made"  # a package of it was made, and it was approved
    WITHDRAWN = "withdrawn"


class PackageForm(StrEnum):
    """In which form footage is wanted."""

    NATIVE = "native"
    VIEWING = "viewing"
    STILLS = "stills"
    AUDIO = "audio"


class Wanted(Frozen, order=True):
    """What is wanted of one camera: the stream of ``role``, in ``span``."""

    camera_id: CameraId
    span: Span
    role: StreamRole = StreamRole.MAIN


class RequestFields(Frozen, kw_only=True):
    """What officers write about a request.

    ``paper_number`` and ``paper_on`` are those of the paper that came.  ``unit`` and ``person`` are
    who asks, ``recipient`` who gets it.  ``urgent``: exported first and approved afterwards, where
    the station allows it.
    """

    paper_number: str
    paper_on: date | None
    unit: str
    person: str
    legal_basis: str
    purpose: str
    wanted: tuple[Wanted, ...]
    forms: frozenset[PackageForm]
    recipient: str
    due_on: date | None
    incident_id: IncidentId | None
    urgent: bool


class Request(RequestFields, kw_only=True):
    """A written request for footage (phiếu yêu cầu trích xuất); ``number`` counts within ``year``.

    ``narrowed`` is what the chief allowed of ``wanted``, empty where he allowed or decided nothing
    else.  ``approve_by`` is set once it was exported before it was approved.  ``erased``: the
    persons of it were forgotten.
    """

    id: RequestId
    year: int
    number: int
    state: RequestState
    narrowed: tuple[Wanted, ...]
    made_by: OfficerId | None
    made_at: datetime
    changed_at: datetime
    state_at: datetime
    approve_by: datetime | None
    erased: bool
    version: int

    @property
    def allowed(self) -> tuple[Wanted, ...]:
        """What may be exported, once it is approved."""
        return self.narrowed or self.wanted


class RequestLine(Frozen, kw_only=True):
    """A request as a list shows it; ``spans`` is how many lines are wanted."""

    id: RequestId
    year: int
    number: int
    state: RequestState
    paper_number: str
    unit: str
    due_on: date | None
    incident_id: IncidentId | None
    urgent: bool
    spans: int
    made_by: OfficerId | None
    made_at: datetime
    state_at: datetime
    approve_by: datetime | None


class RequestQuery(Frozen, kw_only=True):
    """Which requests a list shows, the newest first; what is empty or None does not narrow.

    ``since`` and ``until`` are about when they were made, half-open.  ``before`` is the last line
    of the page before.  ``limit`` is 1 to 200.
    """

    states: frozenset[RequestState] = frozenset()
    words: str = ""
    camera_id: CameraId | None = None
    incident_id: IncidentId | None = None
    made_by: OfficerId | None = None
    since: datetime | None = None
    until: datetime | None = None
    before: RequestId | None = None
    limit: int = 100


class RequestStep(Frozen, kw_only=True):
    """What became of a request; ``after`` draft: it was made or changed."""

    at: datetime
    officer_id: OfficerId | None
    after: RequestState
    reason: str


class RequestPaper(Frozen, kw_only=True):
    """A scanned paper of a request; ``file`` is below the folder of requests."""

    id: RequestPaperId
    request_id: RequestId
    name: str
    file: str
    size_bytes: int
    sha256: str
    added_by: OfficerId | None
    added_at: datetime


class PackageOutcome(StrEnum):
    """What came of a package that was to be made."""

    QUEUED = "queued"
    MAKING = "making"
    MADE = "made"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StillWanted(Frozen, order=True):
    """A picture of a camera that is wanted as a still: the one that was shown at ``at_us``."""

    camera_id: CameraId
    at_us: int


class MaskKey(Frozen):
    """Where a mask is at an instant.

    ``shape`` is in 1/10000 of the picture, from its upper left corner: left, top, right and bottom
    of a rectangle, or x and y of each corner of a polygon.
    """

    at_us: int
    shape: tuple[int, ...]


class MaskWanted(Frozen, kw_only=True):
    """A part of a camera's picture that viewing copies hide.

    It goes straight from key to key; before the first and behind the last it stands.  ``start_us``
    and ``end_us`` None: from the copy's beginning, to its end.  ``why`` names no person.
    """

    camera_id: CameraId
    keys: tuple[MaskKey, ...]
    start_us: int | None = None
    end_us: int | None = None
    why: str = ""


class PackageExtras(Frozen, kw_only=True):
    """What officers chose of a package beyond what was allowed; no person stands in it.

    ``medium`` is what it is called on paper ("USB Kingston 32 GB"), ``witnesses`` how many sign:
    they write their names themselves.
    """

    stills: tuple[StillWanted, ...] = ()
    masks: tuple[MaskWanted, ...] = ()
    medium: str = ""
    seal_number: str = ""
    witnesses: int = 0


NO_EXTRAS = PackageExtras()


class Head(Frozen):
    """The newest entry of the log at some moment."""

    seq: int
    hash: str


class Missing(Frozen):
    """What a package lacks of a camera, and why, in one word."""

    camera_id: CameraId
    span: Span
    cause: str


class Made(Frozen, kw_only=True):
    """What is known of a package once it is finished.

    ``sums_sha256`` is the SHA-256 of its SHA256SUMS, ``signer_sha256`` the fingerprint of the key.
    ``medium_serial`` is that of the medium it lies on, "" where it tells none.  ``missing`` is what
    it lacks; ``viewing_missing`` what its native copies hold and its viewing copies do not show.
    """

    folder: str
    medium_serial: str
    sums_sha256: str
    signer_sha256: str
    head_before: Head
    head_after: Head
    missing: tuple[Missing, ...] = ()
    viewing_missing: tuple[Missing, ...] = ()


class Package(Frozen, kw_only=True):
    """A package that was made, or is to be: also the queue's row, so that it outlives a restart.

    ``place`` orders the queue.  ``target`` is the folder that it is put into, which no entry of the
    log tells.  ``tries`` counts how often it was begun; ``cause`` says in a word why it failed.
    ``made`` is None until it is finished.
    """

    id: PackageId
    uuid: str
    request_id: RequestId | None
    incident_id: IncidentId | None
    wanted: tuple[Wanted, ...]
    outcome: PackageOutcome
    place: int
    target: str
    medium_serial: str
    extras: PackageExtras = NO_EXTRAS
    queued_by: OfficerId | None
    queued_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    maker_pid: int | None
    tries: int
    cause: str
    made: Made | None


class PackageQuery(Frozen, kw_only=True):
    """Which packages a list shows, the newest first; what is empty or None does not narrow."""

    outcomes: frozenset[PackageOutcome] = frozenset()
    request_id: RequestId | None = None
    incident_id: IncidentId | None = None
    words: str = ""
    before: PackageId | None = None
    limit: int = 100


class Exported(Frozen, kw_only=True):
    """How often a stretch of a camera was exported before, and when and by whom last."""

    count: int
    last_at: datetime | None = None
    last_by: OfficerId | None = None


class CustodyKind(StrEnum):
    """What happened to a package."""

    MADE = "made"
    VERIFIED = "verified"
    COPIED = "copied"
    HANDED = "handed"  # over to somebody
    RETURNED = "returned"
    DESTROYED = "destroyed"


class CustodyLine(Frozen, kw_only=True):
    """A line of a package's custody, which is never changed.

    ``medium`` names a thing.  ``to_whom`` and ``note`` are people's words, "" once ``erased``.
    """

    id: CustodyId
    package_id: PackageId
    kind: CustodyKind
    at: datetime
    officer_id: OfficerId | None
    medium: str
    to_whom: str
    note: str
    erased: bool
