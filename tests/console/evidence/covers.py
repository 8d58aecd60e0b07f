"""Cover sheets to be printed in tests: a usual one, an almost empty one, a long and nasty one."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

from docx import Document
from pypdf import PdfReader

from console.evidence.cover import (
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
from db.footage_records import GapCause
from db.records import Span
from db.structs import replace

HANOI = timezone(timedelta(hours=7))
START = datetime(2026, 11, 27, 2, 12, tzinfo=UTC)
MADE = datetime(2026, 11, 27, 3, 20, 30, 500_000, tzinfo=UTC)
LAN = Person(name="Nguyễn Thị Lan", title="Thượng úy, cán bộ trực ban")
HUNG = Person(name="Trần Mạnh Hùng", title="Thiếu tá, điều tra viên", unit="Đội CSHS Công an tỉnh")
BINH = Person(name="Phạm Văn Bình", address="tổ 12, phường Túc Duyên")


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def packed(path: str, size: int = 48_219_136) -> PackedFile:
    return PackedFile(path=path, size=size, sha256=digest(path))


GATE = CoverCamera(
    name="012 - Cổng chợ Đồng Quang",
    place="Số 1 đường Lương Ngọc Quyến, tổ 12, phường Túc Duyên",
    device="Hikvision DS-2CD2143G2-I, số sê-ri DS-2CD2143G2-I20230412AAWRK12345678",
    wanted=Span(START, at(600)),
    runs=(
        Run("goc/012_20261127T0911.mp4", Span(at(-1.75), at(231.4))),
        Run("goc/012_20261127T0916.mp4", Span(at(252.04), at(602.2))),
    ),
    gaps=(CoverGap(Span(at(231.4), at(252.04)), GapCause.NETWORK),),
    time_source=TimeSource.CAMERA,
    clock=ClockOffset(offset_s=2.35, uncertainty_s=0.12, at=at(-3600)),
)
SCHOOL = CoverCamera(
    name="031 - Trường THCS Túc Duyên",
    place="Ngõ 5 đường Bến Oánh",
    wanted=Span(START, at(600)),
    runs=(Run("goc/031_20261127T0912.mp4", Span(at(0), at(600.08))),),
    time_source=TimeSource.ARRIVAL,
    notes=("Luồng hình không mang chữ ký số của camera.",),
)
USUAL = CoverSheet(
    issuer=Issuer(
        station="Công an phường Túc Duyên",
        superior="Công an tỉnh Thái Nguyên",
        place="Thái Nguyên",
        number="12/BB-CAP",
    ),
    made_at=MADE,
    zone=HANOI,
    package="VV-2026-000123_20261127T0912_3f9a1c2e",
    package_id="3f9a1c2e-5b7d-4c1e-9a7f-0d2b4c6e8f10",
    program="Ward Console 0.1.0 (3d4ead25)",
    case_number="VV-2026-000123",
    request=Request(
        number="45/CSHS",
        dated=date(2026, 2, 5),
        unit="Đội Cảnh sát hình sự, Công an tỉnh Thái Nguyên",
        person="Trần Mạnh Hùng",
        purpose="Xác minh vụ trộm cắp tài sản tại chợ Đồng Quang ngày 27 tháng 11 năm 2026",
        legal_basis=(
            "Căn cứ Điều 99 và Điều 107 Bộ luật Tố tụng hình sự năm 2015;",
            "Căn cứ Văn bản yêu cầu số 45/CSHS của Đội Cảnh sát hình sự;",
        ),
    ),
    cameras=(GATE, SCHOOL),
    files=(
        packed("goc/012_20261127T0911.mp4"),
        packed("goc/012_20261127T0916.mp4", 71_002_113),
        packed("goc/031_20261127T0912.mp4", 120_774_002),
        packed("xem/012.mp4", 30_112_004),
        packed("xem/031.mp4", 44_090_231),
        packed("anh/012_000231.png", 2_144_912),
        packed("nhat-ky.jsonl", 8_120),
        packed("DOC-TRUOC.html", 21_406),
    ),
    station_clock=StationClock(
        synchronised=True,
        source="ntp.vnnic.vn",
        offset=ClockOffset(offset_s=-0.004, uncertainty_s=0.011, at=at(60)),
    ),
    key_fingerprint=digest("key"),
    log_head=LogHead(seq=48_211, hash=digest("head"), at=at(3900)),
    medium=Medium(
        kind="USB Kingston DataTraveler 32 GB", serial="60A44C413FAEF291", label="VV-123"
    ),
    seal_number="0012345",
    extracted_by=LAN,
    approved_by=Person(name="Lê Quang Minh", title="Trung tá, Trưởng Công an phường"),
    handed_by=LAN,
    received_by=HUNG,
    witnesses=(BINH,),
    recipients=("Như trên", "Viện kiểm sát nhân dân", "Lưu: VT, hồ sơ vụ việc"),
)
BARE = CoverSheet(
    issuer=Issuer(station="Công an xã Phúc Trìu"),
    made_at=MADE,
    zone=HANOI,
    package="goi",
    package_id="3f9a1c2e",
    request=Request(),
    cameras=(replace(SCHOOL, runs=(), place="", notes=()),),
    files=(),
    extracted_by=Person(name="Lan"),
    handed_by=Person(name="Lan"),
)
LONG = replace(
    USUAL,
    cameras=(
        replace(
            GATE,
            name="Đường " * 50 + "cuối",
            wanted=Span(START, at(13 * 60)),
            runs=tuple(
                Run(f"goc/012_{number:02}.mp4", Span(at(60 * number), at(60 * number + 30)))
                for number in range(13)
            ),
            gaps=tuple(
                CoverGap(Span(at(60 * number + 30), at(60 * number + 60)), cause)
                for number, cause in zip(range(12), GapCause, strict=False)
            ),
        ),
        SCHOOL,
    ),
    files=tuple(packed(f"goc/012_{number:02}_{'x' * 60}.mp4") for number in range(40)),
    witnesses=tuple(replace(BINH, name=f"{'Người ' * 50}{number}") for number in range(3)),
)


def squeezed(text: str) -> str:
    """``text`` composed and without blanks: on paper, lines end elsewhere."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def pdf_text(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def docx_text(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    texts: list[str] = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            texts += [cell.text for row in part.rows for cell in row.cells]
        else:
            texts.append(part.text)
    return squeezed("".join(texts))
