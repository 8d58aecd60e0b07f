"""What people type into the search box; it is Thursday, 26/11/2026, 15:30."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest

from console.asked import LONGEST, Asked, IncidentNumber, PartKind, asked
from console.periods import Period
from db.case_records import CategoryId, IncidentState, Severity
from db.find_records import FoundKind

HERE = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 26, 15, 30, tzinfo=HERE)
CATEGORIES = {CategoryId(1): "Trộm cắp", CategoryId(2): "Trộm cắp xe", CategoryId(3): "Ma tuý"}


def read(text: str, now: datetime = NOW) -> Asked:
    return asked(text, now, HERE, CATEGORIES)


def time_of(found: Asked) -> tuple[str, str]:
    (period,) = found.values(PartKind.TIME)
    assert isinstance(period, Period)
    return said(period.since), said(period.until)


def said(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(HERE):%d/%m/%Y %H:%M}"


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("hôm nay", "26/11/2026 00:00", "27/11/2026 00:00"),
        ("HÔM QUA", "25/11/2026 00:00", "26/11/2026 00:00"),
        ("hom kia", "24/11/2026 00:00", "25/11/2026 00:00"),
        ("hôm qua 22h", "25/11/2026 22:00", "25/11/2026 23:00"),
        ("22h hôm qua", "25/11/2026 22:00", "25/11/2026 23:00"),
        ("hôm qua lúc 22h", "25/11/2026 22:00", "25/11/2026 23:00"),
        ("hôm qua xe máy 22h", "25/11/2026 22:00", "25/11/2026 23:00"),
        ("tối qua", "25/11/2026 18:00", "26/11/2026 00:00"),
        ("toi qua", "25/11/2026 18:00", "26/11/2026 00:00"),
        ("tối hôm qua", "25/11/2026 18:00", "26/11/2026 00:00"),
        ("sáng nay", "26/11/2026 05:00", "26/11/2026 11:00"),
        ("trưa nay", "26/11/2026 11:00", "26/11/2026 13:00"),
        ("chiều 20/11", "20/11/2026 13:00", "20/11/2026 18:00"),
        ("đêm qua", "25/11/2026 22:00", "26/11/2026 05:00"),
        ("đêm qua 2h", "26/11/2026 02:00", "26/11/2026 03:00"),
        ("11h đêm qua", "25/11/2026 23:00", "26/11/2026 00:00"),
        ("12h đêm qua", "26/11/2026 00:00", "26/11/2026 01:00"),
        ("3 giờ chiều", "26/11/2026 15:00", "26/11/2026 16:00"),
        ("3 gio chieu hom qua", "25/11/2026 15:00", "25/11/2026 16:00"),
        ("8h tối 20/11", "20/11/2026 20:00", "20/11/2026 21:00"),
        ("8h toi 20/11", "20/11/2026 20:00", "20/11/2026 21:00"),
        ("1h trưa nay", "26/11/2026 13:00", "26/11/2026 14:00"),
        ("22h", "25/11/2026 22:00", "25/11/2026 23:00"),
        ("8h", "26/11/2026 08:00", "26/11/2026 09:00"),
        ("22h15", "25/11/2026 22:00", "25/11/2026 22:30"),
        ("14:05", "26/11/2026 13:50", "26/11/2026 14:20"),
        ("8 giờ rưỡi sáng nay", "26/11/2026 08:15", "26/11/2026 08:45"),
        ("22h-23h30", "25/11/2026 22:00", "25/11/2026 23:30"),
        ("8h đến 9h", "26/11/2026 08:00", "26/11/2026 09:00"),
        ("8h toi 9h", "26/11/2026 08:00", "26/11/2026 09:00"),
        ("hôm qua 22h - 6h", "25/11/2026 22:00", "26/11/2026 06:00"),
        ("22h-6h hôm qua", "25/11/2026 22:00", "26/11/2026 06:00"),
        ("20/11", "20/11/2026 00:00", "21/11/2026 00:00"),
        ("ngày 20/11/2026", "20/11/2026 00:00", "21/11/2026 00:00"),
        ("20/11/25", "20/11/2025 00:00", "21/11/2025 00:00"),
        ("31/12", "31/12/2025 00:00", "01/01/2026 00:00"),
        ("20 tháng 11 năm 2025", "20/11/2025 00:00", "21/11/2025 00:00"),
        ("ngày 30", "30/10/2026 00:00", "31/10/2026 00:00"),
        ("20/11 - 22/11", "20/11/2026 00:00", "23/11/2026 00:00"),
        ("20/11 - 10/11", "10/11/2026 00:00", "21/11/2026 00:00"),
        ("từ 20/11 đến 22/11", "20/11/2026 00:00", "23/11/2026 00:00"),
        ("từ 20/11", "20/11/2026 00:00", ""),
        ("sau 20/11", "21/11/2026 00:00", ""),
        ("trước 22h hôm qua", "", "25/11/2026 22:00"),
        ("tháng 10", "01/10/2026 00:00", "01/11/2026 00:00"),
        ("tháng 12", "01/12/2025 00:00", "01/01/2026 00:00"),
        ("10/2025", "01/10/2025 00:00", "01/11/2025 00:00"),
        ("năm 2025", "01/01/2025 00:00", "01/01/2026 00:00"),
        ("tháng trước", "01/10/2026 00:00", "01/11/2026 00:00"),
        ("tuần này", "23/11/2026 00:00", "30/11/2026 00:00"),
        ("tuan truoc", "16/11/2026 00:00", "23/11/2026 00:00"),
        ("năm ngoái", "01/01/2025 00:00", "01/01/2026 00:00"),
        ("thứ bảy tuần trước", "21/11/2026 00:00", "22/11/2026 00:00"),
        ("thu 7 tuan truoc", "21/11/2026 00:00", "22/11/2026 00:00"),
        ("sáng thứ hai", "23/11/2026 05:00", "23/11/2026 11:00"),
        ("chủ nhật", "22/11/2026 00:00", "23/11/2026 00:00"),
        ("7 ngày qua", "20/11/2026 00:00", "27/11/2026 00:00"),
        ("2 giờ qua", "26/11/2026 13:30", "26/11/2026 15:30"),
        ("3 ngày trước", "23/11/2026 00:00", "24/11/2026 00:00"),
        ("yesterday", "25/11/2026 00:00", "26/11/2026 00:00"),
    ],
)
def test_a_time_is_understood_as_people_say_it(typed: str, since: str, until: str) -> None:
    assert time_of(read(typed)) == (since, until)


def test_at_night_this_night_is_the_one_that_began_yesterday() -> None:
    found = read("đêm nay", datetime(2026, 11, 26, 2, 0, tzinfo=HERE))

    assert time_of(found) == ("25/11/2026 22:00", "26/11/2026 05:00")


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("VV-2026-12", PartKind.NUMBER, IncidentNumber(12, 2026)),
        ("vv 2026/0012", PartKind.NUMBER, IncidentNumber(12, 2026)),
        ("vv 12", PartKind.NUMBER, IncidentNumber(12)),
        ("vụ việc số 12", PartKind.NUMBER, IncidentNumber(12)),
        ("#12", PartKind.NUMBER, IncidentNumber(12)),
        ("camera 07", PartKind.CAMERA, (7,)),
        ("cam 7, 8 và 12", PartKind.CAMERA, (7, 8, 12)),
        ("cam07", PartKind.CAMERA, (7,)),
        ("cụm 5", PartKind.CLUSTER, (5,)),
        ("cum camera so 005", PartKind.CLUSTER, (5,)),
        ("tổ 3", PartKind.TEAM, (3,)),
        ("tổ tự quản số 3", PartKind.TEAM, (3,)),
        ("nháp", PartKind.STATE, IncidentState.DRAFT),
        ("cho duyet", PartKind.STATE, IncidentState.SUBMITTED),
        ("bị trả lại", PartKind.STATE, IncidentState.RETURNED),
        ("đã đóng", PartKind.STATE, IncidentState.CLOSED),
        ("khẩn cấp", PartKind.SEVERITY, Severity.URGENT),
        ("dấu mốc", PartKind.KIND, FoundKind.BOOKMARK),
        ("vu viec", PartKind.KIND, FoundKind.INCIDENT),
        ("của tôi", PartKind.MINE, None),
        ("loại trộm cắp xe", PartKind.CATEGORY, 2),
        ("loai: ma tuy", PartKind.CATEGORY, 3),
    ],
)
def test_numbers_places_and_signs_are_understood(typed: str, kind: PartKind, value: object) -> None:
    found = read(typed)

    assert [(part.kind, part.value) for part in found.parts] == [(kind, value)]
    assert found.words == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Xe máy ĐỎ", ("xe", "may", "do")),
        ('"tối qua" xe', ("toi", "qua", "xe")),
        ("ngõ 12/3 Minh Cầu", ("ngo", "12", "3", "minh", "cau")),
        ("20A-123.45", ("20a", "123", "45")),
        ("thu 2 xe máy", ("thu", "2", "xe", "may")),
        ("thủ tô tôi", ("thu", "to", "toi")),
        ("ánh sáng", ("anh", "sang")),
        ("2g heroin", ("2g", "heroin")),
        ("31/2", ("31", "2")),
        ("25h", ("25h",)),
        ("tháng 13", ("thang", "13")),
        ("0 ngày qua", ("0", "ngay", "qua")),
        ("vv 99999999999", ("vv", "99999999999")),
        ("camera", ("camera",)),
        ("29/2/2025", ("29", "2", "2025")),
        ("9999999999 ngày qua", ("9999999999", "ngay", "qua")),
    ],
)
def test_everything_else_is_words(typed: str, words: tuple[str, ...]) -> None:
    found = read(typed)

    assert found.words == words
    assert {part.kind for part in found.parts} == {PartKind.WORDS}


def test_one_line_tells_several_things_and_each_can_be_taken_away() -> None:
    found = read("xe máy hôm qua 22h cụm 5 của tôi")

    assert [part.kind for part in found.parts] == [
        PartKind.WORDS,
        PartKind.WORDS,
        PartKind.TIME,
        PartKind.CLUSTER,
        PartKind.MINE,
    ]
    assert found.without(found.parts[2]) == "xe máy cụm 5 của tôi"
    assert found.without(found.parts[0]) == "máy hôm qua 22h cụm 5 của tôi"


def test_the_last_word_may_not_be_whole_yet() -> None:
    assert read("xe ma").typing
    assert not read("xe ma ").typing
    assert not read("xe ma hôm qua").typing


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "!@#$%^&*()_+{}|:<>?",
        "\0\x07\u202e",
        "'; drop table incident; --",
        "“",
        '"""',
        "-" * 5000,
        "hôm qua " * 2000,
        "9" * 5000,
        "cam " + "7," * 3000,
        "1/1/0000 - 99/99/9999",
        "vv-0000-0",
        "İıſﬀ漢字😀" * 40,
        "a\u0301" * 400,
        "tháng 10 năm 9999",
        "9999 thang qua",
        "0h - 0h",
        "24h",
        "từ đến trước sau",
        "tới tới tới 8h tới tới",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    found = read(typed)

    assert len(found.text) <= LONGEST
    assert all(0 <= start < end <= len(found.text) for p in found.parts for start, end in p.places)


def test_no_mixture_is_an_error() -> None:
    chance = random.Random(7)
    pieces = [
        *("hôm qua", "tối", "nay", "22h", "-", "–", "23h30", "20/11", "31/2", "tháng", "10", "thứ"),
        *("bảy", "tuần trước", "đến", "từ", "sau", "cụm", "5", "cam", "7", "tổ", "3", "vv", "2026"),
        *('"xe máy"', "#", ",", ";", "của tôi", "nháp", "loại", "trộm cắp", "0", "99999", "đêm"),
    ]
    for _ in range(1000):
        typed = " ".join(chance.choices(pieces, k=chance.randint(1, 12)))
        found = read(typed)
        for part in found.parts:
            assert len(found.without(part)) < len(found.text), typed
            if isinstance(part.value, Period) and part.value.since and part.value.until:
                assert part.value.since < part.value.until, typed
