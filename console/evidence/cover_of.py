"""The cover sheet's record, from what was made: what of it stands on paper, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from console.evidence import paper_words as words
from console.evidence.clips import Clip
from console.evidence.lines import SEAM_US, Clocks
from console.evidence.made import Content, LineMade
from console.evidence.manifest import FileTold
from console.evidence.paper_people import issuer_of, person_of
from console.evidence.paper_records import (
    ClockOffset,
    CoverCamera,
    CoverGap,
    CoverSheet,
    LogHead,
    Medium,
    PackedFile,
    Person,
    Request,
    Run,
    StationClock,
    TimeSource,
)
from console.evidence.telling import program
from console.evidence.viewings import Still, Viewed
from console.video.stored_nals import Signed
from console.video.units import Codec
from db.evidence_records import Missing, Wanted
from db.footage_records import GapCause
from db.records import Span, from_us

_BASIS = "Căn cứ"
_OTHER_STREAM = (
    "Luồng hình được yêu cầu không có bản ghi nào; bản trong gói là của luồng còn lại của camera."
)
_BUT_WHAT_LACKS = ", trừ các đoạn bản xem thiếu"
_IS_HEVC = "Bản gốc mã hóa H.265 (HEVC), một số máy tính không mở được"
_HAS_SOUND = "Bản gốc có ghi tiếng."
_SOUND_LEFT_OUT = (
    "Camera có ghi tiếng, nhưng yêu cầu không cho trích xuất tiếng: bản gốc trong gói không kèm"
    " tiếng, hình giữ nguyên."
)
_NOT_OVER = "Khoảng yêu cầu kết thúc sau thời điểm lập gói; phần sau đó chưa được ghi."
_SIGNED = {
    Signed.NONE: "Luồng hình không mang chữ ký số của camera.",
    Signed.AXIS: "Luồng hình mang chữ ký số của camera (Axis), được giữ nguyên, chưa kiểm tra.",
    Signed.ONVIF: "Luồng hình mang chữ ký số của camera (ONVIF), được giữ nguyên, chưa kiểm tra.",
}
_VIEWING_ONLY = "Chỉ lập bản xem; yêu cầu không cho trích xuất bản gốc."
_STILLS_ONLY = (
    "Chỉ trích xuất ảnh, kèm nhóm hình gốc chứa ảnh đó; các đoạn khác không được yêu cầu."
)


def cover_of(content: Content, files: Sequence[FileTold], fingerprint: str) -> CoverSheet:
    """The sheet, of a package whose ``files`` are those that lie there so far."""
    known, settings = content.known, content.settings
    maker = person_of(known.maker, settings)
    extras = known.package.extras
    request = known.request
    recipient = "" if request is None else request.recipient
    return CoverSheet(
        issuer=issuer_of(settings),
        made_at=content.made_at,
        zone=content.zone,
        package=content.name,
        package_id=known.package.uuid,
        program=f"Ward Console {program('').version}",
        case_number="" if known.incident is None else known.case,
        request=_request(content),
        cameras=tuple(camera for line in content.lines for camera in _cameras(content, line)),
        files=tuple(
            PackedFile(path=each.path, size=each.bytes, sha256=each.sha256) for each in files
        ),
        station_clock=None
        if content.clock_synchronised is None
        else StationClock(synchronised=content.clock_synchronised),
        key_fingerprint=fingerprint,
        log_head=LogHead(
            seq=content.head_after.seq, hash=content.head_after.hash, at=content.head_after.at
        ),
        medium=Medium(kind=extras.medium, serial=content.medium_serial)
        if extras.medium or content.medium_serial
        else None,
        seal_number=extras.seal_number,
        extracted_by=maker,
        approved_by=None if known.approver is None else person_of(known.approver, settings),
        handed_by=maker,
        received_by=Person(name=recipient) if recipient else None,
        witnesses=(Person(name=""),) * extras.witnesses,
        recipients=_recipients(content),
    )


def _request(content: Content) -> Request:
    request = content.known.request
    if request is None:
        return Request()
    lines = [line.strip() for line in request.legal_basis.splitlines() if line.strip()]
    return Request(
        number=request.paper_number,
        dated=request.paper_on,
        unit=request.unit,
        person=request.person,
        purpose=request.purpose,
        legal_basis=tuple(
            line if line.casefold().startswith(_BASIS.casefold()) else f"{_BASIS} {line}"
            for line in lines
        ),
        exported_first=content.known.is_first,
        approve_by=request.approve_by,
    )


def _recipients(content: Content) -> tuple[str, ...]:
    request = content.known.request
    unit = () if request is None or not request.unit else (request.unit,)
    return (*unit, "Lưu: hồ sơ vụ việc")


def _cameras(content: Content, made: LineMade) -> Iterator[CoverCamera]:
    """A line as the sheet shows it; each still by itself, where nothing else was allowed."""
    wanted = made.line.wanted
    files: Sequence[Clip | Viewed] = made.clips or made.viewed
    if made.around and not files:
        for clip in made.around:
            yield _camera(content, made, clip.wanted, [clip], (), ())
    else:
        yield _camera(content, made, wanted.span, files, made.missing, made.viewing_missing)


def _camera(
    content: Content,
    made: LineMade,
    wanted: Span,
    files: Sequence[Clip | Viewed],
    missing: Sequence[Missing],
    viewing_missing: Sequence[Missing],
) -> CoverCamera:
    camera_id = made.line.wanted.camera_id
    camera = content.known.cameras.get(camera_id)
    place = "" if camera is None else content.known.clusters.get(camera.cluster_id, "")
    clips = [each for each in files if isinstance(each, Clip)]
    return CoverCamera(
        name=content.known.camera_name(camera_id),
        place=place,
        wanted=wanted,
        runs=tuple(Run(each.path, _actual(each)) for each in files),
        gaps=tuple(map(_gap, missing)),
        viewing_gaps=tuple(map(_gap, viewing_missing)),
        time_source=TimeSource.ARRIVAL,
        clock=clock_of([clip.clocks for clip in clips]),
        notes=tuple(_notes(content, made, wanted, clips)),
    )


def _gap(missing: Missing) -> CoverGap:
    return CoverGap(missing.span, GapCause(missing.cause))


def clock_of(clocks: Sequence[Clocks]) -> ClockOffset | None:
    """The camera's clock over all files of a line; None: it was measured in none of them.

    One uncertainty holds for all of them: the greatest, and none where one is not known.
    """
    told = [(each.offset_us, each.within_us) for each in clocks]
    offsets = [offset_us for offset_us, _ in told if offset_us is not None]
    if not offsets:
        return None
    lowest, highest = min(offsets), max(offsets)
    within = [within_us for offset_us, within_us in told if offset_us is not None]
    known = [within_us for within_us in within if within_us is not None]
    return ClockOffset(
        offset_s=lowest / 1e6,
        highest_s=None if lowest == highest else highest / 1e6,
        uncertainty_s=max(known) / 1e6 if len(known) == len(within) else None,
    )


def _actual(file: Clip | Viewed) -> Span:
    if isinstance(file, Clip):
        return _span(file.native.start_us, file.native.end_us)
    return _span(file.start_us, file.end_us)


def _span(start_us: int, end_us: int) -> Span:
    return Span(from_us(start_us), from_us(max(end_us, start_us + 1)))


def _notes(content: Content, made: LineMade, wanted: Span, clips: Sequence[Clip]) -> Iterator[str]:
    """Sentences on what else must be known of a line."""
    if made.line.role is not made.line.wanted.role:
        yield _OTHER_STREAM
    if made.around and not made.clips:
        yield _STILLS_ONLY
    elif made.viewed and not made.clips:
        yield _VIEWING_ONLY
    if any(clip.native.codec == Codec.H265 for clip in clips):
        but = _BUT_WHAT_LACKS if made.viewing_missing else ""
        yield f"{_IS_HEVC}{f'; khi đó dùng bản xem trong xem/{but}' if made.viewed else ''}."
    if any(clip.native.sound is not None for clip in clips):
        yield _HAS_SOUND
    if any(clip.sound_left_out for clip in clips):
        yield _SOUND_LEFT_OUT
    for scheme in dict.fromkeys(clip.native.signed for clip in clips):
        yield _SIGNED[scheme]
    for at_us, by_us in dict.fromkeys(step for clip in clips for step in clip.clocks.steps):
        yield (
            f"Đồng hồ máy trạm được chỉnh {words.offset(by_us / 1e6)} lúc"
            f" {words.local(from_us(at_us), content.zone)}."
        )
    unmeasured = sum(clip.clocks.offset_us is None for clip in clips)
    if 0 < unmeasured < len(clips):
        yield f"Độ lệch đồng hồ camera chưa đo được trong {unmeasured} tệp bản gốc."
    if any(clip.native.damaged for clip in clips):
        damaged = sum(clip.native.damaged for clip in clips)
        yield f"{words.amount(damaged)} khung hình trong bản gốc bị hỏng từ khi ghi."
    if wanted.end > content.made_at:
        yield _NOT_OVER
    yield from _of_viewed(made)
    yield from _of_stills(content, made.line.wanted)


def _of_viewed(made: LineMade) -> Iterator[str]:
    short = [
        hole
        for each in made.viewed
        for hole in each.holes
        if hole.damaged and 0 < hole.end_us - hole.start_us < SEAM_US
    ]
    if short:
        yield (
            f"Bản xem thiếu {words.amount(len(short))} chỗ ngắn hơn 1 giây không giải mã được; thời"
            " điểm từng chỗ ghi trong thong-tin.json."
        )
    masks = max((len(each.masks) for each in made.viewed), default=0)
    if masks:
        yield (
            f"Bản xem che {masks} vùng hình; bản gốc và ảnh không bị che. Vị trí và thời gian của"
            " từng vùng ghi trong thong-tin.json."
        )


def _of_stills(content: Content, wanted: Wanted) -> Iterator[str]:
    stills: Iterable[Still] = (
        still for still in content.stills if still.clip.line.camera_id == wanted.camera_id
    )
    for still in stills:
        if still.clip.line == wanted:
            yield (
                f"Ảnh {still.path}: khung hình số {words.amount(still.frame)} của"
                f" {still.clip.path}, lúc {words.local(from_us(still.at_us), content.zone)}."
            )
    for lost in content.stills_missing:
        if lost.camera_id == wanted.camera_id and wanted.span.holds(from_us(lost.at_us)):
            yield (
                f"Không có hình để trích ảnh lúc {words.local(from_us(lost.at_us), content.zone)}."
            )
