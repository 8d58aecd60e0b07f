"""Passwords are sealed, bound to their device, and never written over by accident."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from console.errors import VaultLocked
from console.keepers import (
    KEY_FILE,
    SERVICE,
    Keeper,
    Keyring,
    SystemKeyring,
    is_trusted,
    trusted_keyring,
)
from console.secret import Secret
from console.vault import Vault, open_vault
from console.vault_file import LOCK_FILE, VAULT_FILE
from console.workers import Workers
from db.records import DeviceId

GATE, MARKET = DeviceId(1), DeviceId(2)
WORD = Secret("Mật khẩu 9!")
ABSENT = None

Open = Callable[..., Vault]


class Keychain:
    """A keystore of the system, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class ForgetfulKeychain(Keychain):
    """Takes everything and keeps nothing, as keyring's null back-end does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Throw it away."""


class AskingKeychain(Keychain):
    """Shows a dialog that nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(30)
        return None


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.close() == []


@pytest.fixture
def open_(tmp_path: Path, workers: Workers) -> Open:
    """Opens the vault of a PC, by default one without a keystore."""

    def opened(ring: Keyring | None = ABSENT, **how: object) -> Vault:
        return open_vault(tmp_path, workers, find_keyring=lambda _: ring, **how)  # type: ignore[arg-type]

    return opened


def content(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / VAULT_FILE).read_text("utf-8"))
    return found


def test_a_password_is_found_again_after_a_restart(open_: Open) -> None:
    open_().put(GATE, WORD)

    assert open_().get(GATE) == WORD
    assert open_().get(MARKET) is None


def test_a_forgotten_password_is_gone(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    vault.put(GATE, WORD)
    vault.forget(GATE)

    assert open_().get(GATE) is None
    assert content(tmp_path)["entries"] == {}


def test_many_are_exchanged_at_once_and_can_be_taken_back(open_: Open) -> None:
    vault = open_()
    vault.put(GATE, WORD)

    before = vault.exchange({GATE: None, MARKET: Secret("b")})
    assert (vault.get(GATE), vault.get(MARKET)) == (None, Secret("b"))

    vault.exchange(before)
    assert (vault.get(GATE), vault.get(MARKET)) == (WORD, None)


def test_nothing_is_made_before_there_is_something_to_keep(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    assert vault.get(GATE) is None
    vault.forget(GATE)

    assert [file.name for file in tmp_path.iterdir()] == [LOCK_FILE]  # empty, and stays


def test_no_file_holds_the_password_in_clear(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)

    for file in tmp_path.iterdir():
        assert WORD.reveal().encode() not in file.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists, not modes")
def test_the_files_are_for_their_owner_alone(open_: Open, tmp_path: Path) -> None:
    before = os.umask(0)
    open_().put(GATE, WORD)
    os.umask(before)

    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}
    assert {file.name for file in tmp_path.iterdir()} == {VAULT_FILE, KEY_FILE, LOCK_FILE}


def test_the_systems_keyring_is_preferred_and_holds_the_key(open_: Open, tmp_path: Path) -> None:
    ring = Keychain()
    open_(ring, passphrase=Secret("unused")).put(GATE, WORD)

    assert open_(ring).get(GATE) == WORD
    assert list(ring.kept) == [(SERVICE, content(tmp_path)["id"])]
    assert {file.name for file in tmp_path.iterdir()} == {VAULT_FILE, LOCK_FILE}
    with pytest.raises(VaultLocked):
        open_(Keychain()).get(GATE)
    with pytest.raises(VaultLocked):
        open_(ABSENT).get(GATE)


def test_a_keyring_that_keeps_nothing_is_noticed_before_anything_is_lost(
    open_: Open, tmp_path: Path
) -> None:
    with pytest.raises(VaultLocked, match="keep"):
        open_(ForgetfulKeychain()).put(GATE, WORD)

    assert [file.name for file in tmp_path.iterdir()] == [LOCK_FILE]  # empty, and stays


def test_a_keyring_that_never_answers_does_not_hold_anybody_up(workers: Workers) -> None:
    ring = AskingKeychain()

    with pytest.raises(VaultLocked, match="answer"):
        SystemKeyring(ring, workers, timeout_s=0.05).key("00" * 16, fresh=False)

    ring.answered.set()


@pytest.mark.parametrize("backend", [FailKeyring, NullKeyring, Keychain])
def test_keyrings_that_do_not_encrypt_are_refused(backend: type) -> None:
    assert not is_trusted(backend)


def test_what_this_pc_offers_is_a_keyring_that_encrypts_or_none(workers: Workers) -> None:
    found = trusted_keyring(workers)

    assert found is None or is_trusted(type(found))


def test_a_key_that_is_no_key_opens_nothing(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    for text in ("", "not base64!", "c2hvcnQ=", "\u00e9"):
        (tmp_path / KEY_FILE).write_text(text, "utf-8")
        with pytest.raises(VaultLocked, match=KEY_FILE):
            open_().get(GATE)


def test_a_vault_that_cannot_be_read_is_locked(open_: Open, tmp_path: Path) -> None:
    (tmp_path / VAULT_FILE).mkdir()

    with pytest.raises(VaultLocked, match="read"):
        open_().get(GATE)


def test_a_passphrase_opens_and_another_does_not(open_: Open, tmp_path: Path) -> None:
    open_(passphrase=Secret("ba con mèo trên mái")).put(GATE, WORD)

    assert content(tmp_path)["keeper"] == Keeper.PASSPHRASE
    assert open_(passphrase=Secret("ba con mèo trên mái")).get(GATE) == WORD
    with pytest.raises(VaultLocked):
        open_(passphrase=Secret("bốn con mèo trên mái")).get(GATE)
    with pytest.raises(VaultLocked, match="passphrase is needed"):
        open_().get(GATE)


def test_the_setup_may_choose_the_keeper(open_: Open, tmp_path: Path) -> None:
    open_(Keychain(), keeper=Keeper.KEY_FILE).put(GATE, WORD)

    assert content(tmp_path)["keeper"] == Keeper.KEY_FILE


def test_a_vault_keeps_its_keeper_when_the_setup_changes(open_: Open) -> None:
    open_(keeper=Keeper.KEY_FILE).put(GATE, WORD)

    assert open_(Keychain(), keeper=Keeper.KEYRING).get(GATE) == WORD


def test_without_its_key_file_a_vault_stays_shut(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    (tmp_path / KEY_FILE).unlink()

    with pytest.raises(VaultLocked):
        open_().get(GATE)
    assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda _: "[]",
        lambda _: "null",
        lambda text: text.replace('"format": 1', '"format": 2'),  # and yet without secrets
        lambda text: text.replace('"format": 1', '"format": 3'),
        lambda text: text.replace("key_file", "post_it"),
        lambda text: text.replace('"key": "', '"key": "AAAA'),
        lambda text: text.replace('"1": "', '"1": "AAAA'),
        lambda text: text.replace('"1": "', '"1": "#'),
    ],
)
def test_a_damaged_vault_is_locked_and_left_as_it_is(
    open_: Open, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    open_().put(GATE, WORD)
    file = tmp_path / VAULT_FILE
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    damaged = file.read_bytes()

    with pytest.raises(VaultLocked):
        open_().get(GATE)
    with pytest.raises(VaultLocked):
        open_().put(GATE, Secret("new"))

    assert file.read_bytes() == damaged


def test_an_entry_moved_to_another_device_does_not_open(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    file = tmp_path / VAULT_FILE
    file.write_text(file.read_text("utf-8").replace('"1": "', '"2": "'), "utf-8")

    with pytest.raises(VaultLocked):
        open_().get(MARKET)


def test_the_same_password_never_looks_the_same(open_: Open, tmp_path: Path) -> None:
    open_().exchange({GATE: WORD, MARKET: WORD})

    entries = content(tmp_path)["entries"]
    assert isinstance(entries, dict)
    assert entries["1"] != entries["2"]


def test_what_another_process_wrote_is_seen(open_: Open) -> None:
    ours, theirs = open_(), open_()
    ours.put(GATE, WORD)
    theirs.put(MARKET, Secret("b"))

    assert ours.get(MARKET) == Secret("b")
    ours.put(DeviceId(3), Secret("c"))
    assert theirs.get(MARKET) == Secret("b")


def test_a_write_that_fails_leaves_the_old_file(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    vault.put(GATE, WORD)
    (tmp_path / f"{VAULT_FILE}.partial").mkdir()  # in the way of the next one

    with pytest.raises(VaultLocked, match="written"):
        vault.put(MARKET, Secret("b"))

    assert (vault.get(GATE), vault.get(MARKET)) == (WORD, None)


def test_every_password_is_hidden_before_it_is_handed_out(open_: Open) -> None:
    hidden: list[Secret] = []
    open_(hide=hidden.append).put(GATE, WORD)
    assert hidden == [WORD]

    hidden.clear()
    open_(hide=hidden.append).get(GATE)
    assert hidden == [WORD]
