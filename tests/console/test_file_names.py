"""Names that every system takes (S-16)."""

from __future__ import annotations

import unicodedata

import pytest

from console.file_names import clean_file_name


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("cửa sau.dav", "cửa sau.dav"),
        (unicodedata.normalize("NFD", "cửa sau.dav"), "cửa sau.dav"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\windows\\a.mp4", "C__windows_a.mp4"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("line\nbreak\x00.mp4", "linebreak.mp4"),
        ('what? <no> "yes"|*.avi', "what_ _no_ _yes___.avi"),
        ("NUL.mp4", "_NUL.mp4"),
        ("aux .txt", "_aux.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("con", "_con"),
        ("console.log", "console.log"),
        ("trailing. . ", "trailing"),
        (".hidden", "hidden"),
        ("", "exhibit"),
        ("...", "exhibit"),
        ("\u200b.mp4", "mp4"),
        ("a  b   c.mp4", "a b c.mp4"),
    ],
)
def test_a_name_is_cleaned(raw: str, clean: str) -> None:
    assert clean_file_name(raw, "exhibit") == clean


@pytest.mark.parametrize("sign", ["x", "ệ", "𝕏", "e\u0301"])
def test_a_long_name_keeps_its_ending(sign: str) -> None:
    name = clean_file_name(sign * 300 + ".mp4", "exhibit")

    assert name.endswith(".mp4")
    assert 40 < len(name) <= 80
    assert len(name.encode()) <= 240
