"""What the window tells is read as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.bench.meter import (
    MeterFile,
    Reading,
    StallCounter,
    StallReading,
    TileMark,
    last_reading,
    stall_readings,
)


def reading(at_s: float, decoded: int) -> Reading:
    mark = TileMark(number=7, x=10, y=20, width=480, height=270, painted=3, decoded=decoded)
    return Reading(at_s, (mark,))


def test_the_newest_reading_is_the_one_that_counts(tmp_path: Path) -> None:
    file = MeterFile(tmp_path / "meter")

    file.write(reading(1.5, decoded=4))
    file.write(reading(2.5, decoded=19))

    assert last_reading(tmp_path / "meter") == reading(2.5, decoded=19)
    file.close()


def test_a_line_that_is_being_written_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "meter"
    file = MeterFile(path)
    file.write(reading(1.5, decoded=4))
    file.close()
    with path.open("a") as half:
        half.write('{"at_s":2.5,"til')

    assert last_reading(path) == reading(1.5, decoded=4)


def test_of_a_long_file_the_end_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "meter"
    path.write_text('{"at_s":0.5,"tiles":[{"number":' + "9" * (1 << 18) + "\n")  # cut off in a tile
    file = MeterFile(path)
    file.write(reading(7.5, decoded=8))
    file.close()

    assert last_reading(path) == reading(7.5, decoded=8)


def test_before_the_first_line_there_is_no_reading(tmp_path: Path) -> None:
    assert last_reading(tmp_path / "meter") is None


def test_lateness_is_what_goes_beyond_the_period() -> None:
    counter = StallCounter(now_s=100.0)

    for now_s in (100.010, 100.020, 100.0325, 100.035):
        counter.beat(now_s)

    assert counter.reading() == StallReading(100.035, {0: 3, 25: 1})


def test_stalls_of_a_minute_are_those_since_its_beginning(tmp_path: Path) -> None:
    file = MeterFile(tmp_path / "stalls")
    file.write(StallReading(1.0, {0: 90, 300: 1}))
    file.write(StallReading(61.0, {0: 6000, 20: 1, 300: 1}))
    file.close()

    first, last = stall_readings(tmp_path / "stalls")
    minute = last.since(first)

    assert minute == StallReading(61.0, {0: 5910, 20: 1})
    assert minute.longest_ms == 2.0
    assert minute.quantile_ms(0.999) == 0.0


def test_a_quantile_is_reached_by_the_late_ones() -> None:
    stalls = StallReading(60.0, {0: 5990, 100: 5, 550: 5})

    assert stalls.quantile_ms(0.998) == 0.0
    assert stalls.quantile_ms(0.999) == 10.0
    assert stalls.quantile_ms(0.9995) == 55.0
    with pytest.raises(ValueError, match="no beats"):
        StallReading(60.0, {}).quantile_ms(0.5)
