"""How the papers of a package say times, lengths, amounts, people and hashes in Vietnamese."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from console.evidence.paper_records import LogHead, Person
from console.paper_code import grouped, in_fours
from db.footage_records import GapCause
from db.records import Span

CAUSES = {
    GapCause.CAMERA_OFF: "Camera tắt, không trả lời",
    GapCause.NETWORK: "Đường mạng đứt hoặc im lặng",
    GapCause.REFUSED: "Camera từ chối mật khẩu",
    GapCause.UNSUPPORTED: "Camera gửi dạng hình không ghi được",
    GapCause.STATION_OFF: "Máy hoặc chương trình của trạm đã tắt",
    GapCause.ENGINE_RESTARTED: "Bộ xử lý hình khởi động lại",
    GapCause.UPDATE: "Chương trình đang được cập nhật",
    GapCause.DISK_FULL: "Đĩa đầy",
    GapCause.DISK_SLOW: "Đĩa quá chậm",
    GapCause.DISK_LOST: "Đĩa bị rút ra hoặc hỏng",
    GapCause.SCHEDULE: "Giờ này không đặt lịch ghi",
    GapCause.BUDGET: "Đường mạng hết dung lượng của tháng",
    GapCause.CLOCK_STEP: "Đồng hồ máy trạm được chỉnh tới",
    GapCause.RETENTION: "Đã xoá vì hết hạn lưu",
    GapCause.MISSING: "Đã ghi, nhưng tệp bị mất hoặc hỏng",
    GapCause.UNKNOWN: "Không rõ nguyên nhân",
}

SHORT_SUM = 16
"""Hex digits of a SHA-256 that are enough to find a file again; 64 bits."""


_BLANK = "\u00a0"  # at which no line ends


def local(at: datetime, zone: tzinfo | None) -> str:
    """``27/11/2026 09:12:00.250 +07:00``; milliseconds, cut off."""
    there = at.astimezone(zone)
    clock = there.isoformat(sep=" ", timespec="milliseconds").partition(" ")[2]
    return f"{there:%d/%m/%Y} {clock[:12]}{_BLANK}{clock[12:]}"


def universal(at: datetime) -> str:
    """``2026-11-27 02:12:00.250``, in UTC; milliseconds, cut off."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="milliseconds")


def from_to(span: Span, zone: tzinfo | None) -> tuple[str, str, str]:
    """Start and end, one below the other, in local time and in UTC, and how long it is."""
    return (
        f"{local(span.start, zone)}\n{local(span.end, zone)}",
        f"{universal(span.start)}\n{universal(span.end)}",
        length(span.length),
    )


def day(at: date) -> str:
    """``ngày 05 tháng 02 năm 2026``: a 0 before days below 10 and months below 3 (II, 4 b)."""
    month = f"{at.month:02}" if at.month < 3 else str(at.month)
    return f"ngày {at.day:02} tháng {month} năm {at.year}"


def place_date(place: str, at: datetime, zone: tzinfo | None) -> str:
    """``Thái Nguyên, ngày 05 tháng 02 năm 2026``; without a place the day alone."""
    dated = day(at.astimezone(zone))
    return f"{place}, {dated}" if place else dated.capitalize()


def moment(at: datetime, zone: tzinfo | None) -> str:
    """``09 giờ 20 phút, ngày 27 tháng 11 năm 2026``."""
    there = at.astimezone(zone)
    return f"{there.hour:02} giờ {there.minute:02} phút, {day(there)}"


def seconds(length_s: float) -> str:
    """``1,750 giây``."""
    return f"{length_s:.3f}{_BLANK}giây".replace(".", ",")


def offset(length_s: float) -> str:
    """``+1,750 giây``, with its sign."""
    return f"{length_s:+.3f}{_BLANK}giây".replace(".", ",")


def length(of: timedelta) -> str:
    """``1 giờ 02 phút 05,250 giây``; what is nothing in front is left out."""
    all_ms = round(of / timedelta(milliseconds=1))
    minutes, ms = divmod(all_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} giờ {minutes:02} phút {ms // 1000:02},{ms % 1000:03}{_BLANK}giây"
    if minutes:
        return f"{minutes} phút {ms // 1000:02},{ms % 1000:03}{_BLANK}giây"
    return f"{ms // 1000},{ms % 1000:03}{_BLANK}giây"


def amount(number: int) -> str:
    """``1.234.567``."""
    return f"{number:,}".replace(",", ".")


def fingerprint_groups(fingerprint: str) -> str:
    """64 hex digits as 16 groups of 4: eight and eight, in two lines; "" where it is not told."""
    if not fingerprint:
        return ""
    fours = in_fours(fingerprint)
    half = len(fours) // 2
    return f"{fours[:half]}\n{fours[half + 1 :]}"


def log_head(head: LogHead, zone: tzinfo | None) -> str:
    """A head of the log, in eight groups as ``console.paper_code`` writes them."""
    return f"mục {head.seq}, {local(head.at, zone)}\n{grouped(head.hash)}"


def person(who: Person) -> str:
    """Name, title, unit and address, as far as they are told."""
    return ", ".join(part for part in (who.name, who.title, who.unit, who.address) if part)


def told(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The rows that say something: an empty value leaves no empty label."""
    return tuple(row for row in rows if row[1])
