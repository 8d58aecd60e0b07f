"""The bench is told what to measure, and keeps what it measured before."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from console import bench
from console.bench.tools import BenchFailed


def told(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.add_arguments(parser)
    return parser.parse_args(arguments)


def test_the_issues_own_line_is_understood() -> None:
    options = told("wall", "--tiles", "16,36,64,81", "--seconds", "15", "--json", "figures.json")

    assert options.figure == "wall"
    assert options.tiles == (16, 36, 64, 81)
    assert options.seconds == 15.0
    assert options.json == Path("figures.json")
    assert options.rounds == 3


@pytest.mark.parametrize(
    "wrong",
    [
        ("speed",),
        ("wall", "--tiles", "17"),
        ("wall", "--tiles", "16;36"),
        ("wall", "--seconds", "0"),
        ("wall", "--rounds", "-1"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        told(*wrong)


def test_the_table_goes_from_the_figures_into_the_readme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, readme = tmp_path / "figures.json", tmp_path / "README.md"
    figures.write_text(json.dumps({"page": {"seconds": 0.31, "cold_seconds": 2.2}}))
    readme.write_text("# Video\n<!-- bench:begin -->\n<!-- bench:end -->\n", "utf-8")

    code = bench.run(told("table", "--json", str(figures), "--readme", str(readme)))

    assert code == 0
    row = "| page change 16 → next 16 | ≤ 2.60 s | 0.40 s | 0.31 s | | aim met |"
    assert row in readme.read_text("utf-8")
    assert "0.31 s" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["not json", "[1, 2]"])
def test_a_file_that_holds_no_figures_is_left_alone(tmp_path: Path, content: str) -> None:
    figures = tmp_path / "figures.json"
    figures.write_text(content)

    with pytest.raises(BenchFailed, match="not a file of figures"):
        bench.run(told("wall", "--json", str(figures)))

    assert figures.read_text() == content


def test_a_table_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BenchFailed, match="--json"):
        bench.run(told("table", "--readme", str(tmp_path / "README.md")))
