"""A window and a service change the passwords at once: neither loses what the other kept."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console import vault as vaults
from console.errors import DiskFull, VaultLocked
from console.keepers import Keeper
from console.platform import locks
from console.secret import Secret
from console.vault import Vault, open_vault
from console.vault_file import LOCK_FILE, VAULT_FILE
from console.workers import Workers
from db.records import DeviceId

GATE, MARKET = DeviceId(1), DeviceId(2)
WORD, OTHER = Secret("hoa-phượng-1"), Secret("hoa-phượng-2")
KEEP_TWENTY = """
import sys
from pathlib import Path
from console.keepers import Keeper
from console.secret import Secret
from console.vault import open_vault
from console.workers import Workers

workers = Workers()
vault = open_vault(Path(sys.argv[1]), workers, keeper=Keeper.KEY_FILE)
input()
for device in range(int(sys.argv[2]), int(sys.argv[2]) + 20):
    vault.put(device, Secret(f"hoa-{device}"))
workers.close()
"""
Open = Callable[..., Vault]


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Open]:
    workers = Workers()

    def opened(hide: Callable[[Secret], None] = lambda _: None) -> Vault:
        return open_vault(tmp_path, workers, keeper=Keeper.KEY_FILE, hide=hide)

    yield opened
    assert workers.close() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda vault: vault.put(GATE, OTHER),
        lambda vault: vault.keep_secret("word", OTHER),
        lambda vault: vault.renew_secret("word", None, OTHER),
    ],
)
def test_what_another_keeps_in_between_is_not_lost(
    open_: Open, change: Callable[[Vault], object]
) -> None:
    """The other one is let in at the worst moment: the file was read, and not written yet."""
    service, done = open_(), threading.Event()
    service.put(GATE, WORD)
    threads: list[threading.Thread] = []

    def keep() -> None:
        service.put(MARKET, WORD)
        done.set()

    def meanwhile(_secret: Secret) -> None:
        if not threads:
            threads.append(threading.Thread(target=keep))
            threads[0].start()
            done.wait(0.3)

    window = open_(meanwhile)

    change(window)
    threads[0].join()

    assert open_().get(MARKET) == WORD


def test_of_two_processes_neither_loses_a_password(open_: Open, tmp_path: Path) -> None:
    open_().put(DeviceId(99), WORD)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", KEEP_TWENTY, str(tmp_path), first], stdin=subprocess.PIPE
        )
        for first in ("100", "200")
    ]
    for each in started:
        assert each.stdin is not None
        each.stdin.write(b"\n")
        each.stdin.close()

    assert [each.wait(60) for each in started] == [0, 0]

    kept = json.loads((tmp_path / VAULT_FILE).read_text("utf-8"))["entries"]
    assert len(kept) == 41


def test_whoever_holds_it_too_long_is_told_of(
    open_: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "PATIENCE_S", 0.05)
    vault = open_()
    vault.put(GATE, WORD)

    with locks.held(tmp_path / LOCK_FILE, 0.0), pytest.raises(VaultLocked, match="another"):
        vault.put(GATE, OTHER)

    assert vault.get(GATE) == WORD
    vault.put(GATE, OTHER)
    assert vault.get(GATE) == OTHER


def test_reading_waits_for_nobody(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    vault.put(GATE, WORD)

    with locks.held(tmp_path / LOCK_FILE, 0.0):
        assert vault.get(GATE) == WORD
        assert vault.secret("word") is None


def test_a_folder_where_nothing_can_be_made_is_told_of(tmp_path: Path) -> None:
    workers = Workers()
    vault = open_vault(tmp_path / "gone", workers, keeper=Keeper.KEY_FILE)

    with pytest.raises((VaultLocked, DiskFull)):
        vault.put(GATE, WORD)

    workers.close()
