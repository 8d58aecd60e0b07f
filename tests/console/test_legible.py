"""Text on paper: composed, nothing that nobody sees, and our font draws all of it."""

from __future__ import annotations

import unicodedata
from itertools import product
from pathlib import Path

import pytest
import typst

from console.legible import FONT, FONT_FOLDER, drawn_by, drawn_signs, legible
from tests.house.set_up import ROOT

FOLDER = ROOT.joinpath("resources", *FONT_FOLDER)
STYLES = sorted(FOLDER.glob("*.ttf"))
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [
    unicodedata.normalize("NFC", letter + tone)
    for letter, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", TONES)
] + ["đ", "Đ"]


def test_the_font_may_be_given_away() -> None:
    """That its files are those of which its origin is told, the house's own test knows."""
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "LICENSE.txt").read_text()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_every_style_has_every_letter_of_vietnamese(path: Path) -> None:
    drawn = drawn_by(path.read_bytes())

    assert len(set(LETTERS)) == 146
    assert [letter for letter in LETTERS if ord(letter) not in drawn] == []
    assert drawn == drawn_signs()


def test_no_two_letters_look_alike_on_paper(tmp_path: Path) -> None:
    source = tmp_path / "letters.typ"
    source.write_text(
        f"""#set page(width: 30pt, height: 40pt, margin: 5pt)
        #set text(font: "{FONT}", size: 20pt, fallback: false)
        #for letter in sys.inputs.letters.clusters() {{ page(text(letter)) }}"""
    )

    pictures = typst.Compiler(
        source,
        font_paths=[FOLDER],
        ignore_system_fonts=True,
        sys_inputs={"letters": "".join(LETTERS)},
    ).compile(format="png")

    assert isinstance(pictures, list)
    assert len(pictures) == len(set(pictures)) == 146


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        (unicodedata.normalize("NFD", "Phường Đồng Quang"), "Phường Đồng Quang"),
        ("một\r\nhai\tba", "một\nhai ba"),
        ("gói 👮", "gói [U+1F46E]"),
        ("abc\u202ecba", "abc[U+202E]cba"),
        ("\u05d0 và \u0627", "[U+05D0] và [U+0627]"),
        ("a\u200bb\u00adc\x00d", "a[U+200B]b[U+00AD]c[U+0000]d"),
        ("\ud800\ufffe", "[U+D800][U+FFFE]"),
        ("漢", "[U+6F22]"),
        ('<>&#*_$"\\', '<>&#*_$"\\'),
    ],
)
def test_what_cannot_be_printed_is_seen_as_its_code(raw: str, printed: str) -> None:
    assert legible(raw, drawn_signs()) == printed


@pytest.mark.parametrize("font", [b"", b"OTTO", bytes(64)])
def test_what_is_no_font_is_refused(font: bytes) -> None:
    with pytest.raises(ValueError, match="which letters"):
        drawn_by(font)
