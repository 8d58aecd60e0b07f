"""What the small package of ``making`` holds and tells: made-up bytes, a manifest, a log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from console.audit import canonical, entry_hash
from console.evidence import extract
from console.evidence.manifest import (
    CameraTold,
    Case,
    Clip,
    Gap,
    HeadTold,
    Manifest,
    Part,
    PcClock,
    Person,
    Program,
    Request,
    Role,
    Still,
    TimeSource,
    Viewing,
    Workstation,
)
from console.evidence.names import (
    COVER,
    COVER_TO_EDIT,
    GUIDE,
    PAGE_CHECKER,
    SCRIPT_CHECKER,
    folder_name,
)
from db.records import Entry, OfficerId
from db.structs import replace

HANOI = timezone(timedelta(hours=7))
START = datetime(2026, 11, 27, 2, 12, tzinfo=UTC)
UUID = "3f9a1c2e-6f1b-4a55-9d43-0c8f6a2b7e10"
NAME = folder_name("VV-2026-000123", START.astimezone(HANOI), UUID[:8])
CLIP, OTHER_CLIP = "goc/cam-012_0912.mp4", "goc/cam-013_0912.mp4"
VIEW, STILL = "xem/cam-012_0912.mp4", "anh/cam-012_0912_0001.png"
BYTES: dict[str, tuple[bytes, Role]] = {
    CLIP: (b"\0\0\0\x18ftypisom" + bytes(range(256)) * 40, Role.NATIVE),
    OTHER_CLIP: (b"\0\0\0\x18ftypisom" + bytes(range(256)) * 31, Role.NATIVE),
    VIEW: (b"\0\0\0\x18ftypisom" + bytes(range(0, 256, 2)) * 20, Role.VIEWING),
    STILL: (b"\x89PNG\r\n\x1a\n" + bytes(200), Role.STILL),
    COVER: (b"%PDF-1.7\nb\xc3\xaca\n%%EOF\n", Role.COVER),
    COVER_TO_EDIT: (b"PK\x03\x04" + bytes(60), Role.COVER),
    GUIDE: ("<!doctype html><p>Cách kiểm tra</p>\n".encode(), Role.GUIDE),
    PAGE_CHECKER: (b"<!doctype html><title>kiem-tra</title>\n", Role.CHECKER),
    SCRIPT_CHECKER: (b"print('kiem-tra')\n", Role.CHECKER),
}


def entries() -> list[Entry]:
    """Four entries of a log: two of the case, then two that follow one another."""
    found: list[Entry] = []
    previous = "5e" * 32
    for seq, act in ((17, "incident_made"), (21, "bookmark_made"), (40, "approved"), (41, "made")):
        entry = Entry(
            seq=seq,
            at=START + timedelta(seconds=seq),
            monotonic_ns=seq * 1_000_000_000,
            officer_id=OfficerId(3),
            workstation="PC-TRUC-01",
            act=act,
            subject="incident",
            subject_id=123,
            detail=canonical({"số": seq}),
            previous=previous if seq in (17, 41) else f"{seq:064x}",
            hash="",
        )
        entry = replace(entry, hash=entry_hash(entry))
        previous = entry.hash
        found.append(entry)
    return found


def manifest() -> Manifest:
    """What the package tells; ``files`` and ``key`` are for the writer to fill in."""
    log = entries()
    return Manifest(
        package=UUID,
        made_at=START + timedelta(hours=1),
        program=Program(
            name="ward-console",
            version="0.1.0",
            build="b114855",
            python="3.11.7",
            os="Linux",
            ffmpeg="8.0",
            pyav="18.1",
        ),
        case=Case(number="VV-2026-000123", incident=123, title="Trộm xe ở chợ Bưởi"),
        request=Request(
            unit="Công an quận", reason="xác minh", basis="Điều 88 BLTTHS", asked_at=START
        ),
        people=(
            Person(part=Part.MADE, id=3, name="Nguyễn Văn An", role="duty", unit="Trực ban"),
            Person(part=Part.APPROVED, id=5, name="Trần Thị Bích Ngọc", role="chief", unit=""),
        ),
        workstation=Workstation(
            name="PC-TRUC-01", id="pc-1", station="Phường Bưởi", clock=PcClock(synchronised=True)
        ),
        key="",
        cameras=tuple(
            CameraTold(id=each, number=each, name=f"Cổng chợ {each}", cluster="Chợ")
            for each in (12, 13)
        ),
        clips=(_clip(CLIP, 12), _clip(OTHER_CLIP, 13)),
        viewing=(
            Viewing(
                path=VIEW, of=(CLIP,), start=START, end=START + timedelta(seconds=60), masks=()
            ),
        ),
        stills=(Still(path=STILL, of=CLIP, frame=25, pts=90_000, at=START),),
        log=extract.told(
            log,
            HeadTold(seq=39, hash="39" * 32),
            HeadTold(seq=log[-1].seq, hash=log[-1].hash),
        ),
    )


def _clip(path: str, camera: int) -> Clip:
    lead, gap = timedelta(microseconds=1_400_000), START + timedelta(seconds=20)
    return Clip(
        path=path,
        camera=camera,
        wanted_start=START,
        wanted_end=START + timedelta(seconds=60),
        actual_start=START - lead,
        actual_end=START + timedelta(seconds=61),
        pre_roll_us=lead // timedelta(microseconds=1),
        pre_roll_why="keyframe",
        time_source=TimeSource.ARRIVAL,
        camera_offset_us=-412_000,
        camera_offset_within_us=60_000,
        clock_steps=(),
        gaps=(Gap(start=gap, end=gap + timedelta(seconds=2), cause="reconnect"),),
        frames=1500,
        keyframes=31,
        longest_between_frames_us=2_040_000,
        decoder_errors=0,
        codec="h264",
        width=1920,
        height=1080,
        nominal_fps="25",
        container="mp4",
        nal_chain="ab" * 32,
    )
