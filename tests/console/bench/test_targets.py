"""The table tells what was asked, what was measured, and whether that is enough."""

from __future__ import annotations

from typing import Any

import pytest

from console.bench.targets import SLOWER, TARGETS, markdown, plain, put_into, rows

RESULTS: dict[str, dict[str, Any]] = {
    "wall": {
        "16": {"ratio": 1.42, "cpu": 40.0, "floor_cpu": 28.2, "fps_min": 14.74, "fps_mean": 14.9},
        "36": {"ratio": 1.51, "cpu": 80.0, "floor_cpu": 53.0, "fps_min": 14.9, "fps_mean": 15.0},
        "81": {"ratio": 1.01, "cpu": 170.0, "floor_cpu": 130.0, "fps_min": 13.2, "fps_mean": 14.0},
    },
    "start": {"all_tiles_s": 2.26, "from_command_s": 3.0},
    "machine": {"cores": 2},
}


def test_a_figure_is_judged_as_it_is_told_and_a_wall_that_shows_little_is_not_cheap() -> None:
    told = {row[0]: row[1:] for row in rows(RESULTS)}

    assert told["CPU ÷ floor, 16 tiles"] == ("≤ 1.80", "1.35", "1.42", "", "must met")
    assert told["CPU ÷ floor, 81 tiles"] == ("≤ 1.20", "1.03", "1.01", "", "too few pictures")
    assert told["CPU ÷ floor, 36 tiles"] == ("≤ 1.45", "1.20", "1.51", "", "missed")
    assert told["start of engine to 81 pictures"] == ("≤ 4.0 s", "2.3 s", "2.3 s", "", "aim met")


def test_more_pictures_are_better_and_81_tiles_may_show_fewer() -> None:
    told = {row[0]: row[1:] for row in rows(RESULTS)}

    slowest = "pictures a second of the slowest of {} tiles"
    assert told[slowest.format(16)] == ("≥ 14.5", "14.8", "14.7", "", "must met")
    assert told[slowest.format(81)] == ("≥ 14.0", "14.8", "13.2", "", "missed")


def test_what_was_not_measured_is_not_in_the_table() -> None:
    assert len(rows(RESULTS)) == 7
    assert rows({}) == []


def test_what_a_slow_pc_misses_may_be_met_on_the_reference_pc_and_both_are_told() -> None:
    slow_pc = {"seek": {"one_p50_ms": 459.0, "four_p95_ms": 2100.0, "one_ratio": 3.0, SLOWER: 3.0}}

    told = {row[0]: row[3:] for row in rows(slow_pc)}

    assert told["seek, 720p, one camera, p50"] == ("459 ms", "153 ms", "missed here, met there")
    assert told["seek, 720p, four cameras, p95"] == ("2100 ms", "700 ms", "missed")
    ratio = "… one camera, p50 ÷ ffmpeg's time for half a GOP"
    assert told[ratio] == ("3.00", "", "missed")  # a ratio is the same everywhere


def test_no_aim_is_easier_than_its_must() -> None:
    for target in TARGETS:
        assert target.verdict(target.aim) == "aim met"
        assert target.aim <= target.must if target.less else target.aim >= target.must


def test_the_terminals_columns_stand_below_each_other() -> None:
    lines = plain(RESULTS).splitlines()

    assert {line.index(cell) for line, cell in zip(lines[:2], ("must", "≤"), strict=True)} == {
        lines[0].index("must")
    }


def test_the_readme_keeps_what_is_around_the_table() -> None:
    text = "before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n"

    once = put_into(text, markdown(RESULTS))

    assert once.startswith("before\n<!-- bench:begin -->\n| figure | must |")
    assert once.endswith("|\n<!-- bench:end -->\nafter\n")
    assert "old" not in once
    assert put_into(once, markdown(RESULTS)) == once


def test_a_readme_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="bench:begin"):
        put_into("<!-- bench:end --> <!-- bench:begin -->", "table")
