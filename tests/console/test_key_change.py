"""An administrator gives the station a new signing key; what was signed stays good."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from console.app import build
from console.backup_files import STORE_FILE
from console.paper_code import grouped
from db.records import Role
from tests import stores
from tests.console import command
from tests.console.officers import BOSS, BOSS_WORD, CHEAP
from tests.console.trails import meddle

pytestmark = pytest.mark.usefixtures("cheap_passwords")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station with an administrator; its log was signed when it was closed."""
    folder = stores.folder(tmp_path / "station")
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    console = build(folder, lambda _: None, hash_cost=CHEAP)
    console.access.begin(BOSS, BOSS_WORD)
    console.access.add("Lan", Role.DUTY)
    console.close()
    return folder


def new_key(folder: Path, word: str = BOSS_WORD.reveal()) -> int:
    reading, writing = os.pipe()
    os.write(writing, word.encode() + b"\n")
    os.close(writing)
    who = ("--officer", BOSS, "--password-from", str(reading))
    return command.run(["new-key", "--data", str(folder), *who])


def test_the_new_keys_fingerprint_is_told_and_older_signatures_stay_good(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_key(folder) == 0

    said = capsys.readouterr().out
    console = build(folder, lambda _: None)
    old, new = console.heads.public_keys()
    with console._store.read() as unit:
        heads, entries = unit.trail.heads(), unit.trail.entries()
    console.close(sign=False)
    assert f"log's key:   {grouped(new.fingerprint)}\n" in said
    assert [head.key_sha256 for head in heads][-2:] == [old.fingerprint, new.fingerprint]
    changed = [entry for entry in entries if "station_key" in entry.detail]
    assert [(entry.officer_id, json.loads(entry.detail)) for entry in changed] == [
        (1, {"fields": ["station_key"]})
    ]
    assert command.check(folder) == 0
    assert grouped(new.fingerprint) in capsys.readouterr().out


def test_nobody_changes_it_without_his_password(folder: Path) -> None:
    assert new_key(folder, "sai mật khẩu") == 1

    console = build(folder, lambda _: None)
    assert len(console.heads.public_keys()) == 1
    console.close(sign=False)


def test_it_is_not_changed_over_a_log_that_was_cut_off(
    folder: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    meddle(folder / STORE_FILE, "delete from audit_entry where seq > 2", "delete from signed_head")

    assert new_key(folder) == 1

    assert "the log was cut off or rewritten" in capsys.readouterr().err
    caplog.clear()  # that it was not closed with a signature is loud
    console = build(folder, lambda _: None)
    assert len(console.heads.public_keys()) == 1
    console.close(sign=False)
