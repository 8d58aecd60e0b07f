"""station.toml: what the administrator sets, read once and checked at start."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from console.address import AddressRules
from console.errors import FieldRefused, SetupWrong
from console.forms import clean_name
from console.keepers import Keeper
from db.records import Transport

SETUP_FILE = "station.toml"
MOST_WORKERS = 64
AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a station; the defaults hold where station.toml is silent.

    ``engine_workers`` 0 means one a processor core, at least two.  ``engine_stays``: recording
    goes on when the last window is closed.  ``engine_standby``: a second one waits for the first
    one's death; it takes 70 MB.  ``keeper`` None lets the
    vault choose.  See ``load`` for the names in the file.
    """

    station_name: str = "Công an phường"
    rules: AddressRules = field(default_factory=AddressRules)
    transport: Transport = Transport.TCP
    engine_workers: int = 0
    engine_stays: bool = True
    engine_standby: bool = True
    keeper: Keeper | None = None


def default_folder() -> Path:
    """Where this user's station keeps its data."""
    return user_data_path("ward-console", appauthor=False)


def load(folder: Path) -> Config:
    """Read station.toml in ``folder``; without one, the defaults.

    ::

        [station]
        name = "Công an phường Phan Đình Phùng"
        [network]
        allow_loopback = false          # true only for a demo or a test
        allowed_names = ["nvr.phuong.lan"]  # DNS names that camera addresses may use
        transport = "tcp"               # or "udp": for cameras that are added from now on
        [engine]
        workers = "automatic"           # or 1-64
        stays = true                    # false: recording ends with the last window
        standby = true                  # false: no second engine waits for the first one's death
        [vault]
        keeper = "automatic"            # or "keyring", "passphrase", "key_file"

    Raises:
        SetupWrong: it says which key and what is expected there.
    """
    try:
        text = (folder / SETUP_FILE).read_text("utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupWrong(f"{SETUP_FILE} cannot be read: it must be UTF-8 text") from error
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SetupWrong(f"{SETUP_FILE} is not TOML: {error}") from error
    return _checked(_Section("", found))


def _checked(setup: _Section) -> Config:
    station, network = setup.section("station"), setup.section("network")
    engine, vault = setup.section("engine"), setup.section("vault")
    setup.expect_nothing_else()
    config = Config(
        station_name=station.name("name", Config().station_name),
        rules=AddressRules(
            allow_loopback=network.flag("allow_loopback", default=False),
            allowed_names=network.names("allowed_names"),
        ),
        transport=Transport(network.word("transport", list(Transport), Transport.TCP)),
        engine_workers=engine.count("workers", MOST_WORKERS),
        engine_stays=engine.flag("stays", default=True),
        engine_standby=engine.flag("standby", default=True),
        keeper=vault.keeper("keeper"),
    )
    for section in (station, network, engine, vault):
        section.expect_nothing_else()
    return config


class _Section:
    """One table of the file; every value that is asked for is checked and ticked off."""

    def __init__(self, title: str, values: Mapping[str, Any]) -> None:
        self._title = title
        self._left = dict(values)

    def section(self, key: str) -> _Section:
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", value)
        return _Section(key, value)

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def name(self, key: str, default: str) -> str:
        value = self._left.pop(key, default)
        wanted = "a text of 1 to 80 characters"
        if not isinstance(value, str):
            raise self._wrong(key, wanted, value)
        try:
            return clean_name(value)
        except FieldRefused as error:
            raise self._wrong(key, wanted, value) from error

    def names(self, key: str) -> frozenset[str]:
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise self._wrong(key, "a list of DNS names", value)
        return frozenset(name.lower().removesuffix(".") for name in value)

    def word(self, key: str, words: list[str], default: str) -> str:
        value = self._left.pop(key, default)
        if value not in words:
            raise self._wrong(key, " or ".join(f'"{word}"' for word in words), value)
        return str(value)

    def count(self, key: str, most: int) -> int:
        value = self._left.pop(key, AUTOMATIC)
        if value == AUTOMATIC:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self._wrong(key, f'"{AUTOMATIC}" or a number from 1 to {most}', value)
        return value

    def keeper(self, key: str) -> Keeper | None:
        word = self.word(key, [AUTOMATIC, *Keeper], AUTOMATIC)
        return None if word == AUTOMATIC else Keeper(word)

    def expect_nothing_else(self) -> None:
        for key, value in self._left.items():
            raise self._wrong(key, "left out: there is no such key", value)

    def _wrong(self, key: str, wanted: str, value: object) -> SetupWrong:
        title = f"{self._title}.{key}" if self._title else key
        return SetupWrong(f"{SETUP_FILE}: {title} must be {wanted}, and is {value!r}")
