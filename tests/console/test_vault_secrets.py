"""The station's own secrets, the recovery sheet, and going back to an older vault."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.errors import VaultLocked
from console.keepers import KEY_FILE
from console.recovery_sheet import made_code
from console.secret import Secret
from console.vault import Vault, open_vault
from console.vault_file import LOCK_FILE, VAULT_FILE, with_older
from console.workers import Workers
from db.records import DeviceId

GATE, MARKET = DeviceId(1), DeviceId(2)
WORD = Secret("Mật khẩu 9!")
Open = Callable[..., Vault]

# Made by version 0.1.0: "hoa-phượng-1" for device 1.
FIRST_FORMAT = {
    KEY_FILE: "MOQDz3gMjnMLFGmYs09xqQ7lW1C7E92e2SDyo6qasfk=",
    VAULT_FILE: """{
 "format": 1,
 "id": "6595b07f76f742655d13801f622a9bc0",
 "keeper": "key_file",
 "key": "138clSXxjyBER40C2LFg560FjcOKoIx1B1ln2yfj1NSlELP+bMh6vNO0MfaseTpCDSlo6BmSStNISRzN",
 "entries": {
  "1": "c+i4m/RZSUEDwbJ0NXti1HN0vICXAaMrOZkANBM2QTmuq6J2LQWsvrrX7A=="
 }
}""",
}


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Open]:
    """Opens the vault of a PC without a keystore."""
    workers = Workers()

    def opened(**how: object) -> Vault:
        return open_vault(tmp_path, workers, find_keyring=lambda _: None, **how)  # type: ignore[arg-type]

    yield opened
    assert workers.close() == []


def content(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / VAULT_FILE).read_text("utf-8"))
    return found


def test_a_named_secret_is_found_again_beside_the_passwords(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    open_().keep_secret("station-key", Secret("PEM"))

    assert open_().secret("station-key") == Secret("PEM")
    assert open_().secret("another") is None
    assert open_().get(GATE) == WORD
    assert "PEM" not in (tmp_path / VAULT_FILE).read_text("utf-8")


def test_a_named_secret_outlives_a_change_of_passwords(open_: Open) -> None:
    vault = open_()
    vault.keep_secret("station-key", Secret("PEM"))
    vault.put(GATE, WORD)
    vault.forget(GATE)

    assert open_().secret("station-key") == Secret("PEM")


def test_a_named_secret_can_be_forgotten(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    vault.keep_secret("unknown", None)
    assert [file.name for file in tmp_path.iterdir()] == [LOCK_FILE]  # empty, and stays

    vault.keep_secret("station-key", Secret("PEM"))
    vault.keep_secret("station-key", None)

    assert open_().secret("station-key") is None


def test_a_named_secret_is_bound_to_its_name(open_: Open, tmp_path: Path) -> None:
    open_().keep_secret("mail", Secret("a"))
    file = tmp_path / VAULT_FILE
    file.write_text(file.read_text("utf-8").replace('"mail"', '"station-key"'), "utf-8")

    with pytest.raises(VaultLocked):
        open_().secret("station-key")


def test_a_program_that_knows_no_named_secrets_refuses_a_vault_with_some(
    open_: Open, tmp_path: Path
) -> None:
    open_().put(GATE, WORD)
    assert content(tmp_path)["format"] == 1  # it may still read this one

    open_().keep_secret("station-key", Secret("PEM"))

    assert content(tmp_path)["format"] == 2


def test_a_vault_that_was_written_before_there_were_named_secrets_opens(
    open_: Open, tmp_path: Path
) -> None:
    for name, text in FIRST_FORMAT.items():
        (tmp_path / name).write_text(text, "ascii")

    assert open_().get(GATE) == Secret("hoa-phượng-1")


def test_the_sheet_opens_the_vault_on_another_pc(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    open_().keep_secret("station-key", Secret("PEM"))
    code = open_().make_sheet()
    (tmp_path / KEY_FILE).unlink()  # only vault.json came over

    open_().take_over(code)

    assert (open_().get(GATE), open_().secret("station-key")) == (WORD, Secret("PEM"))
    assert (tmp_path / KEY_FILE).exists()
    assert open_().has_sheet()


def test_another_sheet_opens_nothing_and_changes_nothing(open_: Open, tmp_path: Path) -> None:
    vault = open_()
    vault.put(GATE, WORD)
    older = vault.make_sheet()
    vault.make_sheet()
    before = (tmp_path / VAULT_FILE).read_bytes()

    with pytest.raises(VaultLocked):
        open_().take_over(older)

    assert (tmp_path / VAULT_FILE).read_bytes() == before


def test_without_a_sheet_nothing_can_be_taken_over(open_: Open) -> None:
    open_().put(GATE, WORD)

    assert not open_().has_sheet()
    with pytest.raises(VaultLocked, match="no recovery sheet"):
        open_().take_over(made_code())


def test_the_code_is_in_no_file_and_hidden_from_logs(open_: Open, tmp_path: Path) -> None:
    hidden: list[Secret] = []
    code = open_(hide=hidden.append).make_sheet()

    assert code in hidden
    for file in tmp_path.iterdir():
        assert code.reveal().encode() not in file.read_bytes()
        assert code.reveal().replace(" ", "").encode() not in file.read_bytes()


def test_going_back_takes_the_older_passwords_and_keeps_todays_keys(
    open_: Open, tmp_path: Path
) -> None:
    vault = open_()
    vault.put(GATE, WORD)
    vault.keep_secret("station-key", Secret("old PEM"))
    vault.keep_secret("mail", Secret("m"))
    code = vault.make_sheet()
    older = (tmp_path / VAULT_FILE).read_bytes()
    vault.exchange({GATE: Secret("newer"), MARKET: Secret("b")})
    vault.keep_secret("station-key", Secret("new PEM"))
    vault.keep_secret("mail", None)
    (tmp_path / KEY_FILE).unlink()
    open_().take_over(code)  # so that only today's keeper has the key

    open_().go_back_to(older)

    # A device's id may be given out again after going back: no later password may wait for it.
    assert (open_().get(GATE), open_().get(MARKET)) == (WORD, None)
    assert open_().secret("station-key") == Secret("new PEM")
    assert open_().secret("mail") == Secret("m")


def test_passwords_that_belong_to_nobody_are_forgotten(open_: Open) -> None:
    vault = open_()
    vault.keep_only({GATE})  # there is nothing yet
    vault.exchange({GATE: WORD, MARKET: Secret("b")})
    vault.keep_secret("mail", Secret("m"))

    vault.keep_only({GATE, DeviceId(9)})

    assert (open_().get(GATE), open_().get(MARKET)) == (WORD, None)
    assert open_().secret("mail") == Secret("m")


def test_another_stations_vault_is_not_gone_back_to(open_: Open, tmp_path: Path) -> None:
    open_().put(GATE, WORD)
    other = (tmp_path / VAULT_FILE).read_text("utf-8")
    (tmp_path / VAULT_FILE).unlink()
    open_().put(GATE, Secret("ours"))

    with pytest.raises(VaultLocked, match="another station"):
        open_().go_back_to(other.encode())

    assert open_().get(GATE) == Secret("ours")


def test_one_secret_can_be_as_an_older_file_had_it(open_: Open, tmp_path: Path) -> None:
    vault, file = open_(), tmp_path / VAULT_FILE
    vault.put(GATE, WORD)
    without = file.read_bytes()
    vault.keep_secret("head", Secret("1"))
    older = file.read_bytes()
    vault.keep_secret("head", Secret("2"))
    vault.keep_secret("other", Secret("new"))
    content = file.read_bytes()

    file.write_bytes(with_older(content, older, "head"))
    assert [open_().secret(name) for name in ("head", "other")] == [Secret("1"), Secret("new")]
    assert open_().get(GATE) == WORD

    for then in (without, None):
        file.write_bytes(with_older(content, then, "head"))
        assert [open_().secret(name) for name in ("head", "other")] == [None, Secret("new")]


def test_an_older_file_of_another_vault_or_a_damaged_one_changes_nothing(
    open_: Open, tmp_path: Path
) -> None:
    file = tmp_path / VAULT_FILE
    open_().keep_secret("head", Secret("1"))
    other = file.read_bytes()
    file.unlink()
    open_().keep_secret("head", Secret("2"))
    content = file.read_bytes()

    assert with_older(content, other, "head") == content
    assert with_older(content, b"damaged", "head") == content
    assert with_older(b"damaged", content, "head") == b"damaged"
