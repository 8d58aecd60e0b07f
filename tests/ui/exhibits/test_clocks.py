"""Times of foreign files, as they are typed and as they are read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from console.errors import FieldRefused
from db.footage_records import Exhibit, ExhibitId
from ui.exhibits.clocks import (
    device_time,
    read_offset,
    read_start,
    read_within,
    station_time,
    within_words,
)
from ui.exhibits.words import file_filter, hex_words, plain_name, size_words

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def exhibit(start: datetime | None, offset_s: float | None) -> Exhibit:
    return Exhibit(
        id=ExhibitId(1),
        name="a.dav",
        file="x/a.dav",
        size_bytes=1,
        sha256="0" * 64,
        given_by="Bà Lụa",
        device="",
        note="",
        claimed_start=start,
        offset_s=offset_s,
        taken_by=None,
        taken_at=NOON,
    )


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("+5:12", 312.0),
        ("-1:02:03", -3723.0),
        ("−0:30", -30.0),
        ("+ 3 ngày 0:10:00", 3 * 86_400 + 600.0),
        ("-2 ngày", -172_800.0),
        ("0", 0.0),
        ("", None),
    ],
)
def test_an_offset_is_read_as_people_type_it(typed: str, seconds: float | None) -> None:
    assert read_offset(typed) == seconds


@pytest.mark.parametrize("typed", ["5:12", "nhanh", "+", "+5", "+-5:00", "+1:2:3:4"])
def test_an_offset_without_a_sign_or_a_time_is_refused(typed: str) -> None:
    with pytest.raises(FieldRefused, match="offset_s"):
        read_offset(typed)


@pytest.mark.parametrize(
    "typed", ["22/11/2026 22:05:12", "22:05:12 22-11-2026", "22.11.2026 22h05:12"]
)
def test_a_start_is_day_and_time_in_either_order(typed: str) -> None:
    start = read_start(typed)

    assert start is not None
    assert f"{start.astimezone():%d/%m/%Y %H:%M:%S}" == "22/11/2026 22:05:12"


def test_the_clock_of_a_device_may_stand_in_the_future() -> None:
    start = read_start("01/01/2037 00:00")

    assert start is not None
    assert start.year == 2037


@pytest.mark.parametrize(
    "typed", ["22/11 22:05", "22:05", "30/02/2026 1:00", "hôm qua", "1/1/0000 0:00"]
)
def test_a_start_that_is_not_whole_is_refused(typed: str) -> None:
    with pytest.raises(FieldRefused, match="claimed_start"):
        read_start(typed)


@pytest.mark.parametrize(
    ("typed", "ms"),
    [("1:23", 83_000), ("0:01:23", 83_000), ("90", 90_000), ("1:02,5", 62_500), ("bao lâu", None)],
)
def test_a_place_in_a_file_is_read(typed: str, ms: int | None) -> None:
    assert read_within(typed) == ms


def test_a_device_that_is_ahead_filmed_earlier_than_it_says() -> None:
    film = exhibit(NOON, 312.0)

    assert device_time(film, 60_000) == NOON + timedelta(seconds=60)
    assert station_time(film, 60_000) == NOON + timedelta(seconds=60 - 312)


def test_what_was_not_told_is_not_made_up() -> None:
    assert device_time(exhibit(None, 5.0), 0) is None
    assert station_time(exhibit(NOON, None), 0) is None
    assert station_time(exhibit(datetime.max.replace(tzinfo=UTC), -60.0), 0) is None


def test_numbers_are_written_as_people_read_them() -> None:
    assert within_words(3_723_999) == "1:02:03"
    assert [size_words(size) for size in (12, 51_200, 12_400_000, 3_200_000_000)] == [
        "1 KB",
        "51 KB",
        "12,4 MB",
        "3,2 GB",
    ]
    assert hex_words("ab" * 32).split() == ["abababab"] * 8


def test_a_name_cannot_turn_the_text_round() -> None:
    assert plain_name("anh\u202egpj.exe") == "anh\ufffdgpj.exe"


def test_every_usual_ending_is_offered_in_either_case() -> None:
    offered = file_filter()

    usual = ("dav", "264", "h264", "265", "asf", "avi", "mkv", "mp4", "mov", "ts", "ps", "mpg")
    for ending in (*usual, "wmv", "3gp", "flv"):
        assert f"*.{ending} " in offered
        assert f"*.{ending.upper()}" in offered
