"""What the manifest of a package tells, as records (E-6 to E-14).

Instants are aware; their text is made by ``console.evidence.manifest_text``.  There is no float:
a degree is text as it was kept, a duration is whole microseconds.
"""

from __future__ import annotations

from enum import StrEnum

from db.structs import Frozen, Instant

SCHEMA = "ward-console/evidence/1"


class Told(Frozen, forbid_unknown_fields=False):
    """A record of the manifest: what a later program tells beside it is passed over."""


class Role(StrEnum):
    """What a file of a package is for."""

    NATIVE = "native"  # the camera's own packets
    VIEWING = "viewing"  # re-encoded to be looked at: no evidence
    STILL = "still"
    COVER = "cover"
    LOG = "log"
    GUIDE = "guide"
    CHECKER = "checker"
    CERTIFICATE = "certificate"


class Program(Told, kw_only=True):
    """What made the package.

    ``build`` is what ``console.build_identity`` tells, a commit, or "" where it is not known.
    """

    name: str
    version: str
    build: str
    python: str
    os: str
    ffmpeg: str
    pyav: str


class Case(Told, kw_only=True):
    """What the package is for.  ``incident`` is the station's own id of the case."""

    number: str
    incident: int | None
    title: str = ""


class Request(Told, kw_only=True):
    """Who asked for it and why, as it was typed; "" where nothing was.

    ``exported_first``: nobody had approved it when the package was made; it was to be approved by
    ``approve_by``.
    """

    unit: str
    reason: str
    basis: str  # the law or the document that it rests on
    number: str = ""  # of the letter of request
    asked_at: Instant | None = None
    exported_first: bool = False
    approve_by: Instant | None = None


class Part(StrEnum):
    """What an officer did for a package."""

    MADE = "made"
    APPROVED = "approved"


class Person(Told, kw_only=True):
    """An officer of the station; ``id`` is the station's.

    The station knows no ranks: ``rank`` is "", and then no key of the file tells it.
    """

    part: Part
    id: int | None
    name: str
    role: str
    unit: str
    rank: str = ""


class PcClock(Told, kw_only=True):
    """The clock of the PC when the package was made; None: not known.

    ``offset_us`` is what it was ahead of ``source``, when that was last asked.
    """

    synchronised: bool | None
    source: str = ""
    offset_us: int | None = None
    asked_at: Instant | None = None


class Workstation(Told, kw_only=True):
    """The PC that made the package, and the station that it belongs to."""

    name: str
    id: str
    station: str
    clock: PcClock


class CameraTold(Told, kw_only=True):
    """A camera as it was known when the package was made; "" or None: not known.

    ``url`` holds neither name nor password.  ``latitude`` and ``longitude`` are degrees in
    decimal text, WGS 84.
    """

    id: int
    number: int | None
    name: str
    cluster: str
    address: str = ""
    latitude: str = ""
    longitude: str = ""
    make: str = ""
    model: str = ""
    firmware: str = ""
    serial: str = ""
    mac: str = ""
    url: str = ""
    profile: str = ""


class TimeSource(StrEnum):
    """Where the time of a clip's frames comes from."""

    CAMERA = "camera"  # its own clock, by RTCP sender reports
    ARRIVAL = "arrival"  # the PC's clock when the packets came
    FILE = "file"  # the file that was brought


class ClockStep(Told, kw_only=True):
    """The PC's clock jumped by ``by_us`` while a clip was recorded."""

    at: Instant
    by_us: int


class Gap(Told, kw_only=True):
    """A stretch of which nothing was recorded; ``cause`` is a word of the footage index."""

    start: Instant
    end: Instant
    cause: str


class SignedVideo(Told, kw_only=True):
    """Whether the camera signs its own picture: found and, where a library could, checked.

    ``scheme`` is "none", "axis" or "onvif"; ``valid`` None: it was not checked.
    """

    scheme: str = "none"
    valid: bool | None = None


class SoundTold(Told, kw_only=True):
    """The sound of a clip; ``whole``: it is there from the first frame to the last."""

    codec: str
    rate: int
    channels: int
    whole: bool


class Clip(Told, kw_only=True):
    """One run of one camera in ``goc/``: what was wanted, and what the file holds.

    ``actual_start`` is when the first frame is shown, ``actual_end`` when the last one ends.
    ``pre_roll_us`` is what the file begins before ``wanted_start``, and why ("keyframe", "open
    GOP").  ``camera_offset_us``: what the camera's clock was ahead of the PC's, give or take
    ``camera_offset_within_us``.  ``gaps`` are those within the file.  ``undecodable``: so many of
    the first frames need what is before the file.  ``decoder_errors``: so many frames are not made
    of whole NAL units; nothing was decoded.  ``nominal_fps`` is frames by time, as text.
    ``stream`` is "main" or "sub".  ``nal_chain`` is SHA-256 in hex over the SHA-256 of each VCL and
    SEI NAL unit (E-12), so that a copy in another container can be compared.  ``sound_left_out``:
    sound was recorded, and stayed at the station, for the request did not allow it.
    """

    path: str
    camera: int
    wanted_start: Instant
    wanted_end: Instant
    actual_start: Instant
    actual_end: Instant
    pre_roll_us: int
    pre_roll_why: str
    time_source: TimeSource
    camera_offset_us: int | None
    camera_offset_within_us: int | None
    clock_steps: tuple[ClockStep, ...]
    gaps: tuple[Gap, ...]
    frames: int
    keyframes: int
    longest_between_frames_us: int
    decoder_errors: int
    codec: str
    width: int
    height: int
    nominal_fps: str
    container: str
    nal_chain: str
    signed_video: SignedVideo = SignedVideo()
    stream: str = ""
    undecodable: int = 0
    sound: SoundTold | None = None
    sound_left_out: bool = False


class ChangedFile(Told, kw_only=True):
    """A recorded file that was left out: its bytes are not those that were recorded.

    ``sha256`` is what the station noted when it was recorded, ``found_sha256`` what lay there when
    the package was made.
    """

    file: str
    start: Instant
    end: Instant
    sha256: str
    found_sha256: str


class LineTold(Told, kw_only=True):
    """What was wanted of a camera, and what no file of the package holds of it.

    ``files`` are those of ``goc/``, or of ``xem/`` where no native copies were allowed.  ``stream``
    is the one that they are of; ``wanted_stream`` is another where nothing of that was recorded.
    ``viewing_missing`` is what ``goc/`` holds and ``xem/`` does not show, where both were allowed.
    What ``changed`` covers is missing, with the cause "missing".
    """

    camera: int
    wanted_stream: str
    stream: str
    start: Instant
    end: Instant
    files: tuple[str, ...]
    missing: tuple[Gap, ...]
    viewing_missing: tuple[Gap, ...] = ()
    changed: tuple[ChangedFile, ...] = ()


class Mask(Told, kw_only=True):
    """A part of the picture that a viewing copy hides, in thousandths of its width and height.

    Of a polygon, and of one that moves (``keys`` is how many places were drawn), it is the
    rectangle around all of it.
    """

    x: int
    y: int
    width: int
    height: int
    start: Instant
    end: Instant
    why: str = ""
    keys: int = 1


class Viewing(Told, kw_only=True):
    """A file in ``xem/`` and what was done to it.

    ``gaps`` are cards with their times in it.  ``doubtful``: the decoder was not sure of so many of
    its ``frames``.
    """

    path: str
    of: tuple[str, ...]  # paths in ``goc/``
    start: Instant
    end: Instant
    masks: tuple[Mask, ...]
    camera: int = 0
    stream: str = ""
    gaps: tuple[Gap, ...] = ()
    frames: int = 0
    doubtful: int = 0


class Still(Told, kw_only=True):
    """A still in ``anh/``: frame number ``frame``, from 0, of the file ``of`` in ``goc/``.

    ``pts`` is its time there, in ``timescale``-ths of a second behind the first frame.
    """

    path: str
    of: str
    frame: int
    pts: int
    at: Instant
    timescale: int = 0


class StillMissing(Told, kw_only=True):
    """A still that was wanted, and there was no picture."""

    camera: int
    at: Instant


class Earlier(Told, kw_only=True):
    """A package that was made before for the same request; the hash is of its SHA256SUMS."""

    package: str
    made_at: Instant
    sums_sha256: str


class FileTold(Told, kw_only=True):
    """A file of the package: size in bytes, SHA-256 in hex."""

    path: str
    bytes: int
    sha256: str
    role: Role


class HeadTold(Told, kw_only=True):
    """The newest entry of the station's log at some moment."""

    seq: int
    hash: str


class LogTold(Told, kw_only=True):
    """What ``nhat-ky.jsonl`` must hold: number and hash of each line, and the log around it."""

    head_before: HeadTold
    head_after: HeadTold
    entries: tuple[tuple[int, str], ...]


class Manifest(Told, kw_only=True):
    """All that a package tells of itself.

    ``package`` is its UUID; ``key`` the fingerprint of the station's key.  ``files`` is filled in
    by ``console.evidence.writing``: every file but the manifest, SHA256SUMS and its signatures.
    """

    package: str
    made_at: Instant
    program: Program
    case: Case
    request: Request
    people: tuple[Person, ...]
    workstation: Workstation
    key: str
    cameras: tuple[CameraTold, ...]
    lines: tuple[LineTold, ...] = ()
    clips: tuple[Clip, ...]
    viewing: tuple[Viewing, ...] = ()
    stills: tuple[Still, ...] = ()
    stills_missing: tuple[StillMissing, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    files: tuple[FileTold, ...] = ()
    log: LogTold
