"""The messages about recording and review; see ``wire``, which knows them all.

Times are microseconds since 1970 UTC (``…_us``).  Pictures never travel here: a player paints on a
canvas, as the wall's cameras do.
"""

from __future__ import annotations

from enum import StrEnum

from console.events import Doubt, ExhibitState, Hearing, TileAt, VolumeFigures
from console.video.evidence_orders import CutFile, Mask, StripWords
from db.footage_records import EndReason, GapCause, Plan, Segment, VolumeId
from db.records import CameraId, StreamRole
from db.structs import Frozen


class Sent(Frozen, tag_field="is", tag=True):
    """A message: on the line its name stands before its fields."""


class RecordOrder(Frozen):
    """What is recorded of one camera; see ``db.footage_records.RecordingRule``.

    ``week`` is 168 characters, "1" for each hour that is recorded; "" for every plan but weekly.
    ``budget_bytes`` 0 is no limit.  ``sessions`` holds for what is shown, too: with the plan NEVER
    an order says that alone.
    """

    camera_id: CameraId
    role: StreamRole
    plan: Plan
    week: str
    audio: bool
    sessions: int
    budget_bytes: int


class VolumeOrder(Frozen):
    """Where footage may be written; the first in the list that has room is written first.

    ``station`` is our own word in marks: another station counts its volumes as we do.
    """

    volume_id: VolumeId
    path: str
    reserve_bytes: int
    writing: bool
    station: str = ""


class SetRecording(Sent):
    """Console to engine: what is recorded from now on; replaces what was told before.

    With orders in force the engine stays when its last console leaves, or dies: if it ``stays``.
    """

    orders: tuple[RecordOrder, ...]
    volumes: tuple[VolumeOrder, ...]
    stays: bool = True


class Record(Frozen):
    """Engine to worker, in a task: write this stream into ``folder``, a volume's own."""

    role: StreamRole
    volume_id: VolumeId
    folder: str
    era: int
    audio: bool
    station: str = ""  # as in ``VolumeOrder``
    looks: bool = True  # its change map is made, for which key frames are decoded


class SegmentDone(Sent):
    """Worker to engine: a segment is on disk, whole; the fields are those of ``Segment``.

    ``sha256`` is 64 hex digits.  ``looks`` is the change map in it (``vision.pack``), as base64.
    """

    camera_id: CameraId
    role: StreamRole
    volume_id: VolumeId
    era: int
    run_us: int
    start_us: int
    duration_us: int
    monotonic_ns: int
    camera_off_us: int | None
    frames: int
    keys: int
    size_bytes: int
    sha256: str
    end_reason: EndReason
    quicktime: bool
    looks: str

    def segment(self) -> Segment:
        """Its row."""
        return Segment(
            camera_id=self.camera_id,
            role=self.role,
            volume_id=self.volume_id,
            era=self.era,
            run_us=self.run_us,
            start_us=self.start_us,
            duration_us=self.duration_us,
            monotonic_ns=self.monotonic_ns,
            camera_off_us=self.camera_off_us,
            frames=self.frames,
            keys=self.keys,
            size_bytes=self.size_bytes,
            sha256=bytes.fromhex(self.sha256),
            end_reason=self.end_reason,
            quicktime=self.quicktime,
        )


class RecordingTold(Sent):
    """Worker to engine to console: whether a camera is being recorded, since when, or why not.

    ``cause`` None: it is.  ``run_us`` is then the start of its run; else when the gap began.
    ``volume_id`` is the disk that a worker could not write to, if that is the cause; ``doubts`` are
    of what is recorded.
    """

    camera_id: CameraId
    role: StreamRole
    cause: GapCause | None
    run_us: int
    volume_id: VolumeId | None = None
    doubts: tuple[Doubt, ...] = ()


class LineUse(Frozen):
    """What came over a camera's line in this calendar month."""

    camera_id: CameraId
    month_bytes: int


class RecordingFigures(Sent):
    """Engine to console, every few seconds: how recording goes as a whole.

    ``oldest_us`` is where the oldest footage begins, None without any; ``bytes_a_day`` what the
    last hour wrote, scaled to a day; ``only_held``: the disk is full of held footage, and recording
    stands; ``known_us``, ``stands``, ``unread``: as in ``console.events.RecordingMeasured``.
    """

    volumes: tuple[VolumeFigures, ...]
    lines: tuple[LineUse, ...]
    oldest_us: int | None
    bytes_a_day: int
    only_held: bool
    known_us: int | None = None
    stands: bool = False
    unread: bool = False


class IndexTrouble(StrEnum):
    """What is wrong with the footage index.  Footage itself is whole in each case."""

    UNWRITABLE = "unwritable"  # for now: it is tried again each second
    SET_ASIDE = "set_aside"  # it was damaged; a new one is made from the files
    ENTRY_LOST = "entry_lost"  # something could not be entered: our own fault


class IndexTold(Sent):
    """Engine to console: the footage index is in trouble."""

    trouble: IndexTrouble


class ReviewSpot(Frozen):
    """A place on a player's canvas.

    ``at_us`` None: it follows the player's clock; else it shows that one instant (stills).
    ``zoom`` is the part of the picture that is shown: left, top, width, height in 1/10000 of it.
    """

    slot: int
    camera_id: CameraId
    width: int
    height: int
    offset: int
    at_us: int | None
    zoom: tuple[int, ...]


class ReviewShow(Sent):
    """Console to engine to job worker: paint these; the block follows the message.

    A player is made by its first ``ReviewShow``, paused at ``at_us``; later ones keep its clock.
    ``seek`` is how many orders it has followed before then, in a worker or engine that was lost.
    """

    player: int
    size: int
    block: str
    spots: tuple[ReviewSpot, ...]
    at_us: int
    seek: int = 0


class ReviewGo(Sent):
    """Go to ``at_us`` (None: stay) and on from there at ``rate`` (0: stand; -16 to 16)."""

    player: int
    at_us: int | None
    rate: float
    skip_gaps: bool


class ReviewStep(Sent):
    """Stand, ``frames`` pictures on (negative: back) as the player's first camera counts them."""

    player: int
    frames: int


class ReviewSound(Sent):
    """Let the sound of one camera be heard; None: of none.  ``loudness`` is per cent."""

    player: int
    camera_id: CameraId | None
    loudness: int = 100


class ReviewClose(Sent):
    """The player is gone."""

    player: int


class ReviewEase(Sent):
    """Engine to job worker: the wall's workers are late, or not any more."""

    busy: bool


class FileStart(Frozen):
    """A file of footage, by its camera and where it begins."""

    camera_id: CameraId
    start_us: int


class ReviewAvoid(Sent):
    """Engine to job worker: these files broke a decoder twice; they count as damaged."""

    files: tuple[FileStart, ...]


class ReviewAt(Sent):
    """Job worker to engine to console: where a player stands, several times a second.

    ``seek`` counts the ``ReviewGo`` and ``ReviewStep`` that it has followed.
    """

    player: int
    at_us: int
    rate: float
    seek: int
    tiles: tuple[TileAt, ...]
    hearing: Hearing = Hearing.OFF


class Cut(Sent):
    """Console to engine to job worker: copy footage, undecoded, in whole GOPs, to ``target``.

    ``facts``: read it again, and tell what it holds.  ``silent``: the pictures alone, no sound.
    """

    job: int
    camera_id: CameraId
    role: StreamRole
    start_us: int
    end_us: int
    target: str
    facts: bool = False
    silent: bool = False


class Snapshot(Sent):
    """Console to engine to job worker: one picture at full size, as a .png or .jpg file.

    Of a file that ``Cut`` made, if there is a ``cut``; else of the footage: of the stream ``role``,
    None: of the main one where it has any.
    """

    job: int
    camera_id: CameraId
    at_us: int
    target: str
    cut: CutFile | None = None
    role: StreamRole | None = None


class View(Sent):
    """Console to engine to job worker: a viewing copy, as an .mp4 file; see ``viewing``."""

    job: int
    camera_id: CameraId
    role: StreamRole
    start_us: int
    end_us: int
    target: str
    words: StripWords
    masks: tuple[Mask, ...] = ()


class CancelJob(Sent):
    """Give a job up; nothing of it is left."""

    job: int


class JobTold(Sent):
    """How a job stands: ``done`` of ``total`` bytes (``View``: ms); ``result`` is JSON at its end.

    ``trouble`` is "" unless it failed: then one English sentence without a secret.
    """

    job: int
    done: int
    total: int
    over: bool
    trouble: str
    result: str


class ExhibitOpen(Sent):
    """Console to its player of foreign files: play ``path``; the block follows the message.

    The picture has the slot 0 of a canvas, ``width`` × ``height`` at ``offset``.
    """

    size: int
    block: str
    width: int
    height: int
    offset: int
    path: str


class ExhibitGo(Sent):
    """Go to ``at_ms`` of the file (None: stay) and on at ``rate`` (0: stand; up to 16)."""

    at_ms: int | None
    rate: float


class ExhibitStep(Sent):
    """Stand, one picture further."""


class ExhibitSound(Sent):
    """Whether the file's sound is heard."""

    on: bool


class ExhibitAt(Sent):
    """Where the player stands, several times a second; see ``console.events.ExhibitMoved``."""

    state: ExhibitState
    at_ms: int
    length_ms: int
    rate: float
    width: int
    height: int


FootageMessage = (
    SetRecording
    | SegmentDone
    | RecordingTold
    | RecordingFigures
    | IndexTold
    | ReviewShow
    | ReviewGo
    | ReviewStep
    | ReviewSound
    | ReviewClose
    | ReviewEase
    | ReviewAvoid
    | ReviewAt
    | Cut
    | Snapshot
    | View
    | CancelJob
    | JobTold
    | ExhibitOpen
    | ExhibitGo
    | ExhibitStep
    | ExhibitSound
    | ExhibitAt
)
