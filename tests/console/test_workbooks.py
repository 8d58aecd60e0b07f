"""Workbooks hold texts: nothing in them is calculated, nothing forges a line."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from console.workbooks import Column, write_workbook

COLUMNS = (Column("Số", 8), Column("Tên", 40))


def written(path: Path, *rows: tuple[str | int, ...], **how: Any) -> Any:
    with path.open("wb") as file:
        write_workbook(file, "Nhật ký", ["Công an phường"], COLUMNS, rows, **how)
    return load_workbook(path)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    book = written(tmp_path / "a.xlsx", (1, "Nguyễn Thị Ánh"), (2, ""))

    sheet = book["Nhật ký"]
    assert list(sheet.values) == [
        ("Công an phường", None),
        ("Số", "Tên"),
        (1, "Nguyễn Thị Ánh"),
        (2, None),
    ]
    assert sheet.freeze_panes == "A3"
    assert sheet["A2"].font.bold
    assert sheet.column_dimensions["B"].width == 40


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", '=HYPERLINK("x")'])
def test_what_looks_like_a_formula_stays_a_text(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "a.xlsx", (1, text))["Nhật ký"]["B3"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PC\r\n2026 signed in", r"PC\r\n2026 signed in"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("gate\u202egnp", r"gate\u202egnp"),
        ("\x00\x08", r"\x00\x08"),
        ("\ud800", r"\ud800"),
    ],
)
def test_signs_that_forge_lines_are_written_as_escapes(
    tmp_path: Path, text: str, told: str
) -> None:
    assert written(tmp_path / "a.xlsx", (1, text))["Nhật ký"]["B3"].value == told


def test_a_full_sheet_is_followed_by_another(tmp_path: Path) -> None:
    book = written(tmp_path / "a.xlsx", *((n, "x") for n in range(5)), sheet_rows=2)

    assert book.sheetnames == ["Nhật ký", "Nhật ký 2", "Nhật ký 3"]
    assert [sheet.max_row - 2 for sheet in book] == [2, 2, 1]
    assert {sheet["A2"].value for sheet in book} == {"Số"}


@pytest.mark.parametrize("rows", [0, 2])
def test_no_empty_sheet_follows_a_full_one(tmp_path: Path, rows: int) -> None:
    book = written(tmp_path / "a.xlsx", *((n, "x") for n in range(rows)), sheet_rows=2)

    assert book.sheetnames == ["Nhật ký"]


def test_a_title_that_excel_would_refuse_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        write_workbook(file, "[1/2] a:b*c?" + "x" * 40, [], COLUMNS, [])

    assert load_workbook(path).sheetnames == [" 1 2  a b c " + "x" * 13]


def test_nothing_is_left_behind_when_the_rows_end_in_an_error(tmp_path: Path) -> None:
    before = set(Path(tempfile.gettempdir()).glob("openpyxl.*"))
    seen: list[int] = []

    def rows() -> Iterator[tuple[int, str]]:
        for number in range(3):
            seen.append(number)
            yield number, "x"
        raise KeyError

    with (tmp_path / "a.xlsx").open("wb") as file, pytest.raises(KeyError):
        write_workbook(file, "Nhật ký", [], COLUMNS, rows())

    assert seen == [0, 1, 2]
    assert set(Path(tempfile.gettempdir()).glob("openpyxl.*")) <= before
