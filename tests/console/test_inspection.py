"""What the command line says of the log."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from console.app import build
from console.audit_breaks import Fault, Kind
from console.backup_files import STORE_FILE
from console.errors import GroupsMisread
from console.heads import Claim
from console.inspection import claim_of, told
from console.paper_code import grouped
from tests import stores
from tests.console import command
from tests.console.officers import BOSS, BOSS_WORD, CHEAP

GROUPS = grouped("5a" * 32)
Check = Callable[..., int]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with an administrator; its log was signed when it was closed."""
    folder = stores.folder(tmp_path_factory.mktemp("made"))
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    console = build(folder, lambda _: None, hash_cost=CHEAP)
    console.access.begin(BOSS, BOSS_WORD)
    console.access.sign_out()
    console.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of ``made``."""
    return Path(shutil.copytree(made, tmp_path / "station"))


@pytest.fixture
def check(folder: Path) -> Check:
    return partial(command.check, folder)


def newest(folder: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection:
        found = connection.execute("select seq, hash from audit_entry order by seq desc limit 1")
        seq, digest = found.fetchone()
    return seq, digest


def test_a_whole_log_is_told_with_its_head_and_key(
    check: Check, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seq, digest = newest(folder)

    assert check() == 0

    said = capsys.readouterr().out
    assert f"log:         whole, {seq} entries, signed up to {seq}\n" in said
    assert f"log's head:  {seq}: {grouped(digest)}\n" in said
    assert re.search(r"log's key:   (\w{4} ){7}\w{4}\n", said)
    assert BOSS not in said


def test_a_head_from_paper_is_compared(
    check: Check, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seq, digest = newest(folder)

    assert check("--head", f"{seq}: {grouped(digest).lower()}") == 0
    assert check("--head", f"{seq}: {GROUPS}") == 1

    assert "MEDDLED WITH" in capsys.readouterr().out


def test_a_log_that_was_meddled_with_is_told_and_the_entry_named(
    check: Check, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(folder / STORE_FILE)) as connection, connection:
        connection.execute("drop trigger audit_entry_no_update")
        connection.execute("update audit_entry set officer_id = 2 where seq = 2")

    assert check() == 1

    assert "log:         MEDDLED WITH: entry 2 was edited\n" in capsys.readouterr().out


def test_without_the_vault_it_asks_to_compare_the_key(
    check: Check, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "vault.json").write_text("damaged", encoding="utf-8")

    assert check() == 1

    said = capsys.readouterr()
    assert "the vault is shut: compare it with the paper" in said.out
    assert "log:         whole" in said.out
    assert "vault.json is damaged" in said.err


def test_a_noted_head_is_read_as_it_is_written() -> None:
    assert claim_of(f"14: {GROUPS}") == Claim(14, groups=GROUPS)
    assert claim_of(f" 14:{GROUPS.replace(' ', '-').lower()}") == Claim(14, groups=GROUPS)


@pytest.mark.parametrize("text", ["", GROUPS, f"x: {GROUPS}", f"14: {GROUPS[:-1]}", f": {GROUPS}"])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(GroupsMisread):
        claim_of(text)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_fault_is_told_in_a_sentence(kind: Kind) -> None:
    assert re.fullmatch(r"entry 5 (is|was|tells|has) .+", told(Fault(kind, 5, 5)))
    assert re.fullmatch(r"(each|one) of the entries 5 to 7 .+", told(Fault(kind, 5, 7)))
