"""What the papers of a package say, as plain records: no store, no words, no layout."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from enum import StrEnum

from console.secret import Secret
from db.footage_records import GapCause
from db.records import Span
from db.structs import Frozen


class Person(Frozen, kw_only=True):
    """Someone who took part; what is "" is left out.

    ``title`` is rank and office ("Đại úy, cán bộ trực ban"), ``address`` for who has no unit.
    """

    name: str
    title: str = ""
    unit: str = ""
    address: str = ""


class Issuer(Frozen, kw_only=True):
    """Whose paper it is: ``station``'s, below ``superior``, written at ``place``.

    ``number`` ("12/BB-CAP") "": it is not numbered, and there is no line for it.
    """

    station: str
    superior: str = ""
    place: str = ""
    number: str = ""


class Medium(Frozen, kw_only=True):
    """What the package was copied to ("USB Kingston 32 GB"); ``label`` is written on it."""

    kind: str
    serial: str = ""
    label: str = ""


class PackedFile(Frozen, kw_only=True):
    """A file of the package: its path below the folder, bytes, SHA-256 in 64 hex digits."""

    path: str
    size: int
    sha256: str


class LogHead(Frozen, kw_only=True):
    """The newest entry of the station's log when it was signed: ``hash`` in 64 hex digits."""

    seq: int
    hash: str
    at: datetime


class TimeSource(StrEnum):
    """Where the times of a camera's pictures come from (E-10)."""

    CAMERA = "camera"  # its own clock, by RTCP or NTP
    ARRIVAL = "arrival"  # the station's clock when the picture arrived
    FILE = "file"  # what a foreign file says


class Request(Frozen, kw_only=True):
    """Who asked for it, and why.  ``legal_basis``: the lines that begin with "Căn cứ".

    ``exported_first``: nobody had approved it; it was to be approved by ``approve_by``.
    """

    number: str = ""
    dated: date | None = None
    unit: str = ""
    person: str = ""
    purpose: str = ""
    legal_basis: tuple[str, ...] = ()
    exported_first: bool = False
    approve_by: datetime | None = None


class ClockOffset(Frozen, kw_only=True):
    """How far a clock was ahead (+) or behind (-) of what it was compared with, and when.

    Where it was not the same in all files, ``offset_s`` is the lowest and ``highest_s`` the
    highest.
    """

    offset_s: float
    highest_s: float | None = None
    uncertainty_s: float | None = None
    at: datetime | None = None


class StationClock(Frozen, kw_only=True):
    """Whether the station's clock was set by a time server; ``source`` names it, "" for none."""

    synchronised: bool
    source: str = ""
    offset: ClockOffset | None = None


class Run(Frozen):
    """One file of ``goc/``: from its first picture to the end of its last."""

    path: str
    actual: Span


class CoverGap(Frozen):
    """No footage, and why."""

    span: Span
    cause: GapCause


class CoverCamera(Frozen, kw_only=True):
    """What was asked for of a camera, and what is there.

    ``viewing_gaps`` are in viewing copies alone.  ``clock`` is the camera's against the station's,
    None when it was not measured.  ``notes`` are sentences of whoever made the package: a step of
    the clock, what was found of a signature.
    """

    name: str
    place: str = ""
    device: str = ""  # make, model, serial
    wanted: Span
    runs: tuple[Run, ...]
    gaps: tuple[CoverGap, ...] = ()
    viewing_gaps: tuple[CoverGap, ...] = ()
    time_source: TimeSource
    clock: ClockOffset | None = None
    notes: tuple[str, ...] = ()


class CoverSheet(Frozen, kw_only=True):
    """Everything that the cover sheet of one package says.

    Times are shown in ``zone``, None: the PC's own.  ``key_fingerprint`` is 64 hex digits, "" for
    a station without a key.  ``received_by`` None: who receives it writes his name himself, as does
    a witness whose name is "".
    """

    issuer: Issuer
    made_at: datetime
    zone: tzinfo | None = None
    package: str
    package_id: str
    program: str = ""
    case_number: str = ""
    request: Request
    cameras: tuple[CoverCamera, ...]
    files: tuple[PackedFile, ...]
    station_clock: StationClock | None = None
    key_fingerprint: str = ""
    log_head: LogHead | None = None
    medium: Medium | None = None
    seal_number: str = ""
    extracted_by: Person
    approved_by: Person | None = None
    handed_by: Person
    received_by: Person | None = None
    witnesses: tuple[Person, ...] = ()
    copies: int = 2
    recipients: tuple[str, ...] = ()


class Comparison(Frozen):
    """When this program read the files back from a medium, and whether they were as signed."""

    at: datetime
    sound: bool


class MediumReceipt(Frozen, kw_only=True):
    """Who handed which medium to whom, and which files the package on it has.

    ``compared`` None: the program cannot tell that it ever read them back from that medium.
    """

    issuer: Issuer
    made_at: datetime
    zone: tzinfo | None = None
    package: str
    package_id: str
    case_number: str = ""
    request_number: str = ""
    medium: Medium
    seal_number: str = ""
    files: tuple[PackedFile, ...]
    compared: Comparison | None = None
    key_fingerprint: str = ""
    handed_by: Person
    received_by: Person | None = None
    witnesses: tuple[Person, ...] = ()
    copies: int = 2


class PassphraseSheet(Frozen, kw_only=True):
    """The words that open an encrypted package, a blank between; alone on their paper."""

    station: str
    made_at: datetime
    zone: tzinfo | None = None
    package: str
    medium: Medium | None = None
    words: Secret
