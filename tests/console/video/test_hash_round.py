"""A file that was changed in place, its size kept: found by reading all footage again, slowly."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.video import hash_round
from console.video.footage_files import BROKEN
from console.video.hash_round import LATE_REST_S, ROUND_FILE, ROUND_S
from console.video.hashing import CALL_BYTES
from console.workers import Stop
from db.footage_records import GapCause
from tests.console.video.footage import CONTENT, GATE, minutes, span
from tests.console.video.test_keeper import Station

THIRD_S = ROUND_S / 3
OTHER = CONTENT.replace(b"not", b"yet")

changed = pytest.mark.loud("was changed")


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path)
    yield made
    made.close()


@pytest.fixture
def paths(station: Station) -> list[Path]:
    """Of three minutes of the gate."""
    found = station.record(minutes(0, 3))
    station.keeper.look()
    return found


def go_on(station: Station, seconds: float) -> list[int]:
    """Let so much time pass, and read on; the minutes that are left."""
    station.clock.pass_(seconds=seconds)
    station.keeper.go_on_with_the_hashes(Stop())
    return station.left()


@changed
@pytest.mark.parametrize("held", [False, True])
def test_what_was_changed_in_place_is_no_footage_any_more_and_is_kept_aside(
    station: Station, paths: list[Path], *, held: bool
) -> None:
    paths[1].write_bytes(OTHER)
    station.rules.holds = {GATE: [span(0, 3)]} if held else {}

    assert go_on(station, ROUND_S) == [0, 2]

    assert station.gaps() == [(1, 2, GapCause.MISSING)]
    assert paths[1].with_name(paths[1].name + BROKEN).read_bytes() == OTHER
    assert go_on(station, ROUND_S) == [0, 2]


@changed
def test_a_round_takes_its_time_and_is_followed_by_another(
    station: Station, paths: list[Path]
) -> None:
    paths[2].write_bytes(OTHER)
    assert go_on(station, THIRD_S) == [0, 1, 2]
    assert go_on(station, THIRD_S) == [0, 1, 2]
    assert go_on(station, THIRD_S + 60) == [0, 1]

    paths[0].write_bytes(OTHER)
    assert go_on(station, ROUND_S) == [0, 1]  # at its end
    assert go_on(station, ROUND_S) == [1]


@changed
def test_a_large_file_is_read_piece_by_piece(
    station: Station, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hash_round, "MOST_AT_ONCE", 500)
    monkeypatch.setattr(hash_round, "CALL_BYTES", 500)
    station.restarted()
    paths[0].write_bytes(OTHER)
    assert go_on(station, ROUND_S) == [0, 1, 2]
    assert go_on(station, ROUND_S) == [0, 1, 2]
    assert go_on(station, ROUND_S) == [1, 2]


def test_what_is_read_lies_in_the_same_memory_each_time(
    station: Station, paths: list[Path]
) -> None:
    tracemalloc.start()
    try:
        assert go_on(station, ROUND_S) == [0, 1, 2]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < CALL_BYTES


@changed
def test_after_a_restart_it_goes_on_where_it_was(station: Station, paths: list[Path]) -> None:
    paths[2].write_bytes(OTHER)
    go_on(station, THIRD_S)
    go_on(station, THIRD_S)
    station.restarted()

    assert go_on(station, THIRD_S) == [0, 1]


@pytest.mark.parametrize(
    "junk", [b"", b"[", b"null", b'[1, 2, "3", 4, 5]', b'[1e9, 0, 0, "sub", 0]']
)
@changed
def test_a_place_that_cannot_be_read_is_the_beginning(
    station: Station, paths: list[Path], junk: bytes
) -> None:
    paths[2].write_bytes(OTHER)
    station.disk.with_name(ROUND_FILE).write_bytes(junk)
    station.restarted()

    assert go_on(station, ROUND_S) == [0, 1]


@changed
def test_nothing_is_read_while_a_disk_does_not_keep_up_with_recording(
    station: Station, paths: list[Path]
) -> None:
    paths[0].write_bytes(OTHER)
    station.clock.pass_(days=14)
    station.keeper.late()
    station.keeper._hear(0, Stop())

    assert go_on(station, LATE_REST_S - 1) == [0, 1, 2]
    assert go_on(station, 2) == [1, 2]


@changed
def test_reading_that_takes_long_is_put_off(
    station: Station, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths[1].write_bytes(OTHER)
    read = hash_round._read_into

    def slowly(page: memoryview, place: str, offset: int) -> tuple[int, int]:
        station.clock.pass_(seconds=1)
        return read(page, place, offset)

    monkeypatch.setattr(hash_round, "_read_into", slowly)
    assert go_on(station, ROUND_S) == [0, 1, 2]
    assert go_on(station, 10) == [0, 1, 2]
    assert go_on(station, 60) == [0, 2]


@pytest.mark.loud("cannot be read")
def test_what_cannot_be_read_is_not_said_to_be_changed(
    station: Station, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(page: memoryview, place: str, offset: int) -> tuple[int, int]:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(hash_round, "_read_into", failing)

    assert go_on(station, ROUND_S) == [0, 1, 2]
    assert paths[0].exists()


def test_a_disk_that_is_away_is_passed_over(station: Station, paths: list[Path]) -> None:
    paths[0].write_bytes(OTHER)
    (station.disk / ".ward-footage").rename(station.disk / "mark")

    station.keeper.look()

    assert go_on(station, ROUND_S) == [0, 1, 2]
