"""What a package and its files are called, whatever an officer typed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from console.evidence.names import (
    LONGEST_PATH,
    PARTIAL,
    file_path,
    folder_name,
    is_folder_name,
    is_safe,
)
from tests.console.evidence.telling import HANOI, START

AT = START.astimezone(HANOI)
TAIL = "_20261127T0912_3f9a1c2e"
TYPED = [
    ("VV-2026-000123", "VV-2026-000123"),
    ("Vụ cướp ở chợ Bưởi", "Vụ-cướp-ở-chợ-Bưởi"),
    (unicodedata.normalize("NFD", "Vụ cướp"), unicodedata.normalize("NFC", "Vụ-cướp")),
    ("abc\u202efdp.exe", "abcfdp.exe"),
    ("a\u200b\u2066b\x00\n", "ab"),
    ("🚓 12", "🚓-12"),
    ("NUL.mp4", "_NUL.mp4"),
    ("aux .txt", "_aux.txt"),
    ("COM1", "_COM1"),
    ("../../etc/passwd", "_.._etc_passwd"),
    ("C:\\Windows\\x", "C__Windows_x"),
    ("trailing. ", "trailing"),
    ("", "goi"),
    ("...", "goi"),
    ('<>:"/\\|?*', "_________"),
]


@pytest.mark.parametrize(("typed", "kept"), TYPED)
def test_a_folder_is_called_after_its_case_and_fools_nobody(typed: str, kept: str) -> None:
    name = folder_name(typed, AT, "3f9a1c2e")

    assert name == kept.rstrip("_") + TAIL
    assert is_folder_name(name)


@pytest.mark.parametrize("typed", ["Đ" * 300, "🚓" * 300, "ệ" * 300, "a. " * 100])
def test_a_name_fits_every_system_also_while_it_is_partial(typed: str, tmp_path: Path) -> None:
    name = folder_name(typed, AT, "3f9a1c2e") + PARTIAL

    assert len(name) <= 80
    assert len(name.encode()) <= 240
    assert name.endswith(TAIL + PARTIAL)
    (tmp_path / name).mkdir()


@pytest.mark.parametrize("token", ["", "3F9A1C2E", "3f9a1c2", "../a1c2e", "3f9a1c2e0"])
def test_only_a_token_tells_packages_apart(token: str) -> None:
    with pytest.raises(ValueError, match="no token"):
        folder_name("VV", AT, token)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Cổng chợ Đồng Xuân 09:12", "goc/Cong-cho-Dong-Xuan-09-12.mp4"),
        (unicodedata.normalize("NFD", "Cổng chợ"), "goc/Cong-cho.mp4"),
        ("NUL", "goc/_NUL.mp4"),
        ("aux .txt", "goc/aux-txt.mp4"),
        ("../../x", "goc/x.mp4"),
        ("\u202e🚓", "goc/tep.mp4"),
        ("-rf", "goc/rf.mp4"),
        ("a" * 300, f"goc/{'a' * 60}.mp4"),
    ],
)
def test_a_file_is_called_in_ascii(typed: str, path: str) -> None:
    assert file_path("goc", typed, ".mp4") == path
    assert is_safe(path)


@pytest.mark.parametrize(
    ("folder", "ending"), [("../goc", ".mp4"), ("log", ".mp4"), ("goc", "mp4"), ("goc", ".m/4")]
)
def test_a_file_lies_nowhere_else(folder: str, ending: str) -> None:
    with pytest.raises(ValueError, match="no such place"):
        file_path(folder, "a", ending)


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "/etc/passwd",
        "../x",
        "goc/../x",
        "goc/",
        "/goc",
        "goc//x",
        "goc/a/b",
        "goc\\x",
        "goc/a b",
        "goc/a:b",
        "goc/NUL.mp4",
        "con",
        "goc/com9.txt",
        "goc/x.",
        "goc/.x",
        "goc/Cổng.mp4",
        "goc/x\n",
        "goc/x\u202e",
        "goc/" + "a" * LONGEST_PATH,
    ],
)
def test_no_package_holds_such_a_path(path: str) -> None:
    assert not is_safe(path)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/a", "a\\b", "a.partial", "NUL", "a\n"])
def test_what_is_no_plain_name_is_no_package_name(name: str) -> None:
    assert not is_folder_name(name)
