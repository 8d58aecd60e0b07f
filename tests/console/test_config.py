"""station.toml is read once, and what is wrong in it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.address import AddressRules
from console.config import Config, default_folder, load
from console.errors import SetupWrong
from console.keepers import Keeper
from db.records import Transport

FULL = """
[station]
name = "Công an phường Quang Trung"
[network]
allow_loopback = true
allowed_names = ["NVR.phuong.lan."]
transport = "udp"
[engine]
workers = 3
stays = false
[vault]
keeper = "key_file"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "station.toml").write_text(text, "utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()
    assert Config().rules == AddressRules(allow_loopback=False, allowed_names=frozenset())


def test_every_key_is_read(tmp_path: Path) -> None:
    assert load(write(tmp_path, FULL)) == Config(
        station_name="Công an phường Quang Trung",
        rules=AddressRules(allow_loopback=True, allowed_names=frozenset({"nvr.phuong.lan"})),
        transport=Transport.UDP,
        engine_workers=3,
        engine_stays=False,
        keeper=Keeper.KEY_FILE,
    )


def test_notepads_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_bytes(FULL.encode("utf-8-sig"))

    assert load(tmp_path).engine_workers == 3


def test_automatic_is_a_word_for_the_defaults(tmp_path: Path) -> None:
    text = '[engine]\nworkers = "automatic"\n[vault]\nkeeper = "automatic"\n'

    assert load(write(tmp_path, text)) == Config()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[network]\nallow_loopback = 1", "network.allow_loopback must be true or false"),
        ('[network]\nallowed_names = "nvr"', "network.allowed_names must be a list"),
        ("[network]\nallowed_names = [1]", "network.allowed_names must be a list"),
        ('[network]\ntransport = "TCP"', 'network.transport must be "tcp" or "udp"'),
        ("[network]\ntransport = []", "network.transport"),
        ("[engine]\nworkers = 0", "engine.workers must be"),
        ("[engine]\nworkers = 65", "from 1 to 64"),
        ("[engine]\nworkers = true", "engine.workers"),
        ('[vault]\nkeeper = "plain"', '"keyring" or "passphrase" or "key_file"'),
        ("[station]\nname = 7", "station.name"),
        ('[station]\nname = " "', "station.name"),
        ('[station]\nname = "a\\u202Eb"', "station.name"),
        ("[network]\nallow_loopbak = true", "network.allow_loopbak"),
        ("[netwrok]\n", "netwrok"),
        ("network = 3", "network must be a table"),
        ("[network", "not TOML"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(SetupWrong) as wrong:
        load(write(tmp_path, text))

    assert named in str(wrong.value)
    assert "station.toml" in str(wrong.value)


def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_bytes(b"\xff\xfe\x00\xd8")

    with pytest.raises(SetupWrong, match="UTF-8"):
        load(tmp_path)


def test_the_usual_folder_is_the_programs_own() -> None:
    assert default_folder().name == "ward-console"
