"""The cover sheet of a package: biên bản trích xuất dữ liệu hình ảnh camera, as PDF and as DOCX.

One plain record in, bytes out; nothing here knows the store.  The layout is that of Decree
30/2020/NĐ-CP (``console.decree``); E-10, E-11, E-17, E-23 and E-28 say what must stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from console.decree import (
    Block,
    Column,
    Facts,
    Heading,
    Line,
    Paper,
    Signature,
    Signatures,
    Table,
    paper_data,
    printed,
)
from console.evidence import paper_words as words
from console.evidence.paper_records import (
    ClockOffset,
    CoverCamera,
    CoverGap,
    CoverSheet,
    Issuer,
    LogHead,
    Medium,
    PackedFile,
    Person,
    Request,
    Run,
    StationClock,
    TimeSource,
)
from console.evidence.paper_words import told
from console.legible import drawn_signs
from console.papers import render
from console.word_papers import word_document
from db.footage_records import GapCause
from db.records import Span

__all__ = [
    "ClockOffset",
    "CoverCamera",
    "CoverGap",
    "CoverSheet",
    "Issuer",
    "LogHead",
    "Medium",
    "PackedFile",
    "Person",
    "Request",
    "Run",
    "StationClock",
    "TimeSource",
    "cover_docx",
    "cover_pdf",
]

NATIVE = "goc/"
SIGN_NOTE = "(Ký, ghi rõ họ tên)"

_UNTOLD = timedelta(seconds=1)
"""A shorter silence between two files is the time from one picture to the next."""


def cover_pdf(sheet: CoverSheet) -> bytes:
    """The sheet as PDF; equal sheets make equal bytes.  One thread; 0.3 s, 1 s for 40 files."""
    return render("bien-ban", paper_data(_printed(sheet)), made_at=sheet.made_at)


def cover_docx(sheet: CoverSheet) -> bytes:
    """The same words for offices that edit in Word; equal sheets make equal bytes.  0.2 s."""
    return word_document(_printed(sheet))


def _printed(sheet: CoverSheet) -> Paper:
    return printed(_paper(sheet), drawn_signs())


def _paper(sheet: CoverSheet) -> Paper:
    return Paper(
        superior=sheet.issuer.superior.upper(),
        body=sheet.issuer.station.upper(),
        number=sheet.issuer.number,
        place_date=words.place_date(sheet.issuer.place, sheet.made_at, sheet.zone),
        kind="BIÊN BẢN",
        about="Trích xuất dữ liệu hình ảnh camera",
        blocks=tuple(_blocks(sheet)),
        recipients=sheet.recipients,
        mark=sheet.package,
        made_at=sheet.made_at,
    )


def _blocks(sheet: CoverSheet) -> Iterator[Block]:
    for basis in sheet.request.legal_basis:
        yield Line(basis, italic=True)
    yield Line(
        f"Hôm nay, hồi {words.moment(sheet.made_at, sheet.zone)}, {sheet.issuer.station} lập biên"
        " bản trích xuất dữ liệu hình ảnh camera như sau:"
    )
    yield from _request(sheet)
    yield from _people(sheet)
    yield Heading("3. Dữ liệu hình ảnh")
    if not sheet.cameras:
        yield Line("Không có dữ liệu của camera nào.")
    for number, camera in enumerate(sheet.cameras, start=1):
        yield from _camera(number, camera, sheet.zone)
    yield from _files(sheet)
    yield from _integrity(sheet)
    yield from _medium(sheet)
    yield from _end(sheet)


def _request(sheet: CoverSheet) -> Iterator[Block]:
    request = sheet.request
    rows = told(
        ("Vụ việc số", sheet.case_number),
        ("Văn bản yêu cầu số", request.number),
        ("Ngày yêu cầu", words.day(request.dated) if request.dated else ""),
        ("Đơn vị yêu cầu", request.unit),
        ("Người yêu cầu", request.person),
        ("Mục đích", request.purpose),
    )
    yield Heading("1. Yêu cầu trích xuất")
    yield Facts(rows) if rows else Line("Không kèm văn bản yêu cầu.")


def _people(sheet: CoverSheet) -> Iterator[Block]:
    yield Heading("2. Người thực hiện và tham gia")
    yield Facts(
        told(
            ("Người trích xuất", words.person(sheet.extracted_by)),
            ("Người phê duyệt", _approval(sheet)),
            ("Người giao", words.person(sheet.handed_by)),
            ("Người nhận", words.person(sheet.received_by) if sheet.received_by else ""),
            ("Người chứng kiến", "\n".join(filter(None, map(words.person, sheet.witnesses)))),
        )
    )


def _approval(sheet: CoverSheet) -> str:
    """Who approved it; of what was exported first, that nobody had, and until when one must."""
    if sheet.request.exported_first:
        by = sheet.request.approve_by
        must = f", phải được phê duyệt trước {words.moment(by, sheet.zone)}" if by else ""
        return f"Chưa được phê duyệt (trích xuất khẩn{must})"
    return words.person(sheet.approved_by) if sheet.approved_by else ""


_TIMES = (
    Column("Từ – đến, giờ địa phương", 55),
    Column("Từ – đến, UTC", 44),
    Column("Độ dài", 26),
)
_SPANS = (Column("Khoảng", 40), *_TIMES)
_GAPS = (*_TIMES, Column("Nguyên nhân", 40))
_SOURCES = {
    TimeSource.CAMERA: "Đồng hồ của camera (RTCP/NTP)",
    TimeSource.ARRIVAL: "Đồng hồ máy trạm khi nhận được hình",
    TimeSource.FILE: "Thời gian ghi trong tệp được giao",
}


def _camera(number: int, camera: CoverCamera, zone: tzinfo | None) -> Iterator[Block]:
    yield Heading(f"3.{number}. Camera {camera.name}", 2)
    clock = _offset(camera.clock, zone) if camera.clock else "chưa đo"
    yield Facts(
        told(
            ("Vị trí", camera.place),
            ("Thiết bị", camera.device),
            ("Nguồn thời gian", _SOURCES[camera.time_source]),
            ("Độ lệch đồng hồ camera", clock),
        )
    )
    spans = (
        ("Yêu cầu", camera.wanted),
        *((f"Thực có\n{run.path}", run.actual) for run in camera.runs),
    )
    yield Table(_SPANS, tuple((name, *words.from_to(span, zone)) for name, span in spans))
    yield from (Line(text) for text in _edges(camera))
    gaps = sorted((*camera.gaps, *_unnamed(camera)), key=lambda gap: gap.span)
    if gaps:
        yield Line(f"Thiếu hình {len(gaps)} đoạn:", sticky=True)
        yield _gaps(gaps, zone)
    else:
        yield Line("Không thiếu đoạn hình nào trong khoảng yêu cầu.")
    if camera.viewing_gaps:
        yield Line(
            f"Bản xem thiếu thêm {len(camera.viewing_gaps)} đoạn không đọc hoặc không giải mã được;"
            " bản gốc vẫn có dữ liệu của các đoạn này:",
            sticky=True,
        )
        yield _gaps(camera.viewing_gaps, zone)
    yield from (Line(note) for note in camera.notes)


def _gaps(gaps: Iterable[CoverGap], zone: tzinfo | None) -> Table:
    return Table(
        _GAPS, tuple((*words.from_to(gap.span, zone), words.CAUSES[gap.cause]) for gap in gaps)
    )


def _offset(clock: ClockOffset, zone: tzinfo | None) -> str:
    within = f" ± {words.seconds(clock.uncertainty_s)}" if clock.uncertainty_s is not None else ""
    when = f", đo lúc {words.local(clock.at, zone)}" if clock.at else ""
    highest = "" if clock.highest_s is None else f" đến {words.offset(clock.highest_s)}, tùy tệp,"
    return f"{words.offset(clock.offset_s)}{highest}{within}{when}".removesuffix(",")


def _edges(camera: CoverCamera) -> Iterator[str]:
    """Why a native copy is longer than asked for (E-30)."""
    if not camera.runs:
        yield "Không có hình nào của camera này trong khoảng yêu cầu."
        return
    lead = camera.wanted.start - min(run.actual.start for run in camera.runs)
    tail = max(run.actual.end for run in camera.runs) - camera.wanted.end
    if lead > timedelta(0):
        yield (
            f"Bản gốc bắt đầu sớm hơn yêu cầu {words.length(lead)}, vì chỉ cắt được từ khung hình"
            " khóa (keyframe) đứng trước."
        )
    if tail > timedelta(0):
        yield (
            f"Bản gốc kết thúc muộn hơn yêu cầu {words.length(tail)}, vì phải giữ trọn nhóm hình"
            " cuối."
        )


def _unnamed(camera: CoverCamera) -> Iterator[CoverGap]:
    """What is neither in a file nor in a gap: nothing that is missing goes unsaid."""
    at = camera.wanted.start
    covered = [*(run.actual for run in camera.runs), *(gap.span for gap in camera.gaps)]
    for span in sorted(covered):
        yield from _silence(at, min(span.start, camera.wanted.end))
        at = max(at, span.end)
    yield from _silence(at, camera.wanted.end)


def _silence(start: datetime, end: datetime) -> Iterator[CoverGap]:
    if end - start >= _UNTOLD:
        yield CoverGap(Span(start, end), GapCause.UNKNOWN)


_FILES = (Column("STT", 10), Column("Tệp và SHA-256", 127), Column("Số byte", 28, right=True))


def _files(sheet: CoverSheet) -> Iterator[Block]:
    native = [file for file in sheet.files if file.path.startswith(NATIVE)]
    others = [file for file in sheet.files if not file.path.startswith(NATIVE)]
    yield Heading("4. Tệp trong gói")
    if native:
        yield Line("Bản gốc, đúng như camera gửi, chưa qua giải mã:", sticky=True)
        yield Table(_FILES, tuple(_file_rows(native, 64)))
    else:
        yield Line("Không có tệp bản gốc nào.")
    if others:
        yield Line(
            "Tệp kèm theo (bản xem không phải là bản gốc); 16 chữ số đầu của SHA-256:", sticky=True
        )
        yield Table(_FILES, tuple(_file_rows(others, words.SHORT_SUM)))


def _file_rows(files: Iterable[PackedFile], digits: int) -> Iterator[tuple[str, ...]]:
    for number, file in enumerate(files, start=1):
        yield str(number), f"{file.path}\n{file.sha256[:digits]}", words.amount(file.size)


def _integrity(sheet: CoverSheet) -> Iterator[Block]:
    head = sheet.log_head
    yield Heading("5. Toàn vẹn")
    yield Facts(
        told(
            ("Tên gói", sheet.package),
            ("Mã gói", sheet.package_id),
            ("Dấu vân tay của khoá ký", words.fingerprint_groups(sheet.key_fingerprint)),
            ("Đầu nhật ký", words.log_head(head, sheet.zone) if head else ""),
            ("Đồng hồ máy trạm", _station_clock(sheet)),
            ("Phần mềm", sheet.program),
        )
    )
    if sheet.key_fingerprint:
        yield Line(
            "Ai mở gói thì so dấu vân tay trên với dấu vân tay mà chương trình kiểm tra báo; cách"
            " kiểm tra ghi trong tệp DOC-TRUOC.html."
        )


def _station_clock(sheet: CoverSheet) -> str:
    clock = sheet.station_clock
    if clock is None:
        return ""
    state = "đồng bộ với máy chủ thời gian" if clock.synchronised else "không được đồng bộ"
    source = f" {clock.source}" if clock.source else ""
    off = f"; độ lệch {_offset(clock.offset, sheet.zone)}" if clock.offset else ""
    return f"{state}{source}{off}"


def _medium(sheet: CoverSheet) -> Iterator[Block]:
    rows = (*medium_rows(sheet.medium), *told(("Số niêm phong", sheet.seal_number)))
    if rows:
        yield Heading("6. Vật mang tin và niêm phong")
        yield Facts(rows)


def medium_rows(medium: Medium | None) -> tuple[tuple[str, str], ...]:
    """What is said of a medium; nothing for none."""
    if medium is None:
        return ()
    return told(("Vật mang tin", medium.kind), ("Số sê-ri", medium.serial), ("Nhãn", medium.label))


def _end(sheet: CoverSheet) -> Iterator[Block]:
    yield Line(
        f"Biên bản được lập thành {sheet.copies:02} bản có nội dung và giá trị như nhau, đã đọc lại"
        " cho những người có tên trên cùng nghe, công nhận đúng và cùng ký tên.",
        sticky=True,
    )
    yield Signatures(signed_by(sheet.received_by, sheet.handed_by, sheet.witnesses))


def signed_by(
    received_by: Person | None, handed_by: Person, witnesses: Iterable[Person]
) -> tuple[Signature, ...]:
    """The places to sign of whoever took part."""
    return (
        Signature("NGƯỜI NHẬN", SIGN_NOTE, received_by.name if received_by else ""),
        Signature("NGƯỜI GIAO", SIGN_NOTE, handed_by.name),
        *(Signature("NGƯỜI CHỨNG KIẾN", SIGN_NOTE, each.name) for each in witnesses),
    )
