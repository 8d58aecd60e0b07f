"""What the documents say must be so: commands exist, links lead somewhere, nothing is private."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import cli
from tests.house.pictures import OF_DEMO, OF_SCENES, PICTURES
from tests.house.set_up import ROOT
from tests.house.tree import own_files
from ui.access.password import SHOW_KEY
from ui.keys import KEYS

README = (ROOT / "README.md").read_text(encoding="utf-8")
# Lines of one machine or one network: paths of a login, addresses of a package registry.
PRIVATE = re.compile(
    r"(?<![\w.~-])/(?:work|farm|root|home/(?!newcomer)\w+|Users/\w+)/"
    r"|(?:index-url|find-links)\s*=\s*\S|https?://[^\s/\"']*(?:pypi|artifactory|nexus)[^\s\"']*"
)

_PICTURED = re.compile(r"!\[[^\]]+\]\(\.\./pictures/(\w+)\.jpg\)")


def documents() -> Iterator[tuple[Path, str]]:
    for path in own_files(".md"):
        yield path, path.read_text(encoding="utf-8")


def shell_lines(text: str) -> list[str]:
    blocks = re.findall(r"(?ms)^```(?:sh|console|bat)\n(.*?)^```", text)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text()))
    named = {word for _, text in documents() for word in re.findall(r"`make ([a-z-]+)`", text)}
    named |= {line.split()[1] for line in shell_lines(README) if line.startswith("make ")}

    assert {"demo", "test"} <= named
    assert named - targets == set()


def test_every_command_that_a_document_names_exists() -> None:
    named = {
        command
        for _, text in documents()
        for command in re.findall(r"`(?:\.venv/bin/)?ward-console ([a-z-]+)", text)
    }
    assert {"check", "serve"} <= named

    windows = {"open": lambda _: 1, "demo": lambda _: 1}
    for command in sorted(named):
        with pytest.raises(SystemExit) as ended:
            cli.run([command, "--help"], windows)
        assert ended.value.code == 0, f"ward-console {command}"


def test_every_target_is_explained_where_make_help_looks() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"(?m)^([a-z-]+):", makefile))

    assert set(re.findall(r"(?m)^([a-z-]+):.*## \S", makefile)) == targets


def test_every_link_leads_to_a_file() -> None:
    dead = [
        f"{path.relative_to(ROOT)}: {link}"
        for path, text in documents()
        for link in re.findall(r"\]\(([^)#\s]+)", text)
        if "://" not in link and not (path.parent / link).exists()
    ]

    assert dead == []


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(r"(?m)^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))

    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[[\d.]+\] - \d{4}-\d\d-\d\d", each) for each in headings[1:])


def test_no_file_names_a_machine_or_a_registry() -> None:
    suffixes = (".py", ".md", ".toml", ".txt", ".yaml", ".ts", ".qss", "Makefile", "run")
    leaks = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in own_files(*suffixes)
        if path != Path(__file__) and (found := PRIVATE.search(path.read_text(encoding="utf-8")))
    ]

    assert leaks == []


def test_every_key_and_command_in_the_manual_is_one_of_ours() -> None:
    known = {key for row in KEYS for key in row.keys} | {SHOW_KEY}
    pages = sorted((ROOT / "resources" / "help").rglob("*.md"))
    named = {word for page in pages for word in re.findall(r"`([^`]+)`", page.read_text("utf-8"))}
    commands = {word.split()[1] for word in named if word.startswith("ward-console ")}
    options = {word for word in named if word.startswith("--")}
    keys = named - options - {word for word in named if word.startswith("ward-console ")}

    assert keys
    assert keys - known == set()
    assert commands
    assert commands - cli._commands(dict.fromkeys(("open", "demo"), len)).keys() == set()


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("dau_moc", {"bookmarks"}),
        ("vu_viec", {"incident"}),
        ("hop_viec", {"inbox", "morning"}),
        ("tim_kiem", {"search"}),
        ("phieu_trich_xuat", {"requests"}),
    ],
)
def test_pages_about_bookmarks_and_cases_show_what_they_tell_of(page: str, shown: set[str]) -> None:
    text = (ROOT / "resources" / "help" / "vi" / f"{page}.md").read_text("utf-8")
    assert shown <= set(_PICTURED.findall(text))


def test_every_picture_of_the_manual_is_there_small_and_made_by_the_script() -> None:
    pages = sorted((ROOT / "resources" / "help").rglob("*.md"))
    named = {name for page in pages for name in _PICTURED.findall(page.read_text("utf-8"))}
    kept = {file.stem: file.stat().st_size for file in PICTURES.glob("*.jpg")}

    assert named <= kept.keys()
    assert max(kept.values()) < 400_000
    assert kept.keys() == {*OF_DEMO.values(), *OF_SCENES.values()}
