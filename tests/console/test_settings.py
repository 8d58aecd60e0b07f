"""The settings: kept in the store, guarded, and logged by the names of their fields alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from console.audit import Act, Audit
from console.config import Config
from console.errors import FieldRefused, NotAllowed
from console.forms import FieldRule
from console.gate import Gate, Seat, Session
from console.logo import LARGEST_BYTES, LogoRule
from console.settings import _FROM_JSON, Settings
from console.station import (
    Language,
    SettingRule,
    StationSettings,
    UnitType,
    checked_minutes,
)
from db.records import Entry, OfficerId, Role, Topic
from db.store import Store
from tests import stores
from tests.fakes import FakeClock
from tests.logos import png

STATION = "Công an phường Hoàng Văn Thụ"


@pytest.fixture
def heard() -> list[frozenset[Topic]]:
    return []


@pytest.fixture
def store(tmp_path: Path, heard: list[frozenset[Topic]]) -> Iterator[Store]:
    store = Store(stores.new(tmp_path / "station.db"), committed=heard.append)
    yield store
    store.close()


@pytest.fixture
def seat() -> Seat:
    return Seat()


@pytest.fixture
def settings(store: Store, seat: Seat, clock: FakeClock) -> Settings:
    gate = Gate(store, seat, clock, lambda *_: None)
    return Settings(store, gate, Audit(seat, clock, "PC-1"), Config(station_name=STATION))


@pytest.mark.parametrize("text", ["{", "[]", "7", '"yearly"', "null"])
def test_a_setting_that_cannot_be_read_has_the_programs_default(
    store: Store, settings: Settings, text: str
) -> None:
    before = settings.get()
    names = {each.name for each in fields(StationSettings)} - {"logo"}
    with store.begin() as unit:
        for name in names:
            unit.settings.put(name, text)

    kept = settings.get()

    for name in names:
        assert type(getattr(kept, name)) is type(getattr(before, name)), name
    assert kept.language is Language.VIETNAMESE


def log(store: Store) -> list[Entry]:
    with store.read() as unit:
        return unit.trail.entries()


def sign_in(store: Store, seat: Seat, clock: FakeClock, role: Role) -> OfficerId:
    with store.begin() as unit:
        officer = unit.officers.add(
            name="An",
            role=role,
            teams=(),
            password_hash="$",
            one_time_until=None,
            created_at=clock.now(),
        )
    now_s = clock.monotonic_s()
    seat.take(Session(officer_id=officer.id, epoch=0, signed_in_s=now_s, confirmed_s=now_s))
    return officer.id


def test_a_new_station_has_the_name_of_its_setup_and_defaults(settings: Settings) -> None:
    assert settings.get() == StationSettings(station_name=STATION)


def test_what_is_changed_is_there_after_a_restart(
    settings: Settings, store: Store, seat: Seat, clock: FakeClock
) -> None:
    wanted = StationSettings(
        station_name="Công an xã Tân Cương",
        unit_type=UnitType.COMMUNE,
        superior_body="Công an thành phố Thái Nguyên",
        logo=png(64, 64),
        language=Language.ENGLISH,
        idle_lock_min=5,
        second_medium="/media/sao-luu",
        sign_in_notice=False,
        urgent_export=True,
        tsa_url="https://tsa.example/ts",
    )

    settings.change(wanted)

    gate = Gate(store, seat, clock, lambda *_: None)
    assert Settings(store, gate, Audit(seat, clock, "PC-1"), Config()).see() == wanted


def test_a_change_is_announced_once_and_logged_by_field_names_only(
    settings: Settings, store: Store, heard: list[frozenset[Topic]]
) -> None:
    before = settings.get()
    heard.clear()

    settings.change(replace(before, station_name="Công an phường Trưng Vương", idle_lock_min=60))

    assert heard == [frozenset({Topic.SETTINGS, Topic.AUDIT})]
    (entry,) = log(store)
    assert entry.act == Act.SETTINGS_CHANGED
    assert json.loads(entry.detail) == {"fields": ["station_name", "idle_lock_min"]}


def test_nothing_is_written_when_nothing_is_changed(
    settings: Settings, store: Store, heard: list[frozenset[Topic]]
) -> None:
    settings.change(replace(settings.get(), station_name=f"  {STATION} "))

    assert log(store) == []
    assert heard == []


def test_only_an_administrator_changes_settings_and_auditors_see_them(
    settings: Settings, store: Store, seat: Seat, clock: FakeClock
) -> None:
    wanted = replace(settings.get(), idle_lock_min=7)

    sign_in(store, seat, clock, Role.AUDITOR)
    with pytest.raises(NotAllowed):
        settings.change(wanted)
    assert settings.see().idle_lock_min == 10

    sign_in(store, seat, clock, Role.DUTY)
    with pytest.raises(NotAllowed):
        settings.see()
    assert settings.get().station_name == STATION

    administrator = sign_in(store, seat, clock, Role.ADMINISTRATOR)
    settings.change(wanted)
    assert settings.get().idle_lock_min == 7
    assert [entry.officer_id for entry in log(store)] == [administrator]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("station_name", " ", FieldRule.EMPTY),
        ("station_name", "x" * 81, FieldRule.LENGTH),
        ("superior_body", "Công an\u202e", FieldRule.CHARACTERS),
        ("logo", b"GIF89a", LogoRule.FORMAT),
        ("logo", png(64, 64) + b"x" * LARGEST_BYTES, LogoRule.BYTES),
        ("logo", png(1025, 8), LogoRule.SIDE),
        ("idle_lock_min", 61, SettingRule.MINUTES),
        ("idle_lock_min", 0, SettingRule.MINUTES),
        ("second_medium", "sao-luu", SettingRule.FOLDER),
        ("second_medium", "/media/a\nb", FieldRule.CHARACTERS),
        ("second_medium", "/" + "x" * 240, FieldRule.LENGTH),
        ("tsa_url", "tsa.example/ts", SettingRule.WEB),
        ("tsa_url", "https://an:pass@tsa.example/ts", SettingRule.WEB_LOGIN),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_field_and_nothing_is_kept(
    settings: Settings, store: Store, field: str, value: object, rule: str
) -> None:
    before = settings.get()

    with pytest.raises(FieldRefused) as refused:
        settings.change(_with(before, field, value))

    assert (refused.value.field, refused.value.rule) == (field, rule)
    assert settings.get() == before
    assert log(store) == []


@pytest.mark.parametrize("folder", ["/media/usb", "E:\\sao-luu", "\\\\may-chu\\sao-luu"])
def test_a_second_medium_may_be_a_drive_a_mount_or_a_share(settings: Settings, folder: str) -> None:
    settings.change(replace(settings.get(), second_medium=f" {folder} "))

    assert settings.get().second_medium == folder


def test_the_address_of_an_authority_is_kept_in_one_form(settings: Settings) -> None:
    settings.change(replace(settings.get(), tsa_url=" HTTP://TSA.Example:80 "))
    assert settings.get().tsa_url == "http://tsa.example/"

    settings.change(replace(settings.get(), tsa_url=" "))
    assert settings.get().tsa_url == ""


@pytest.mark.parametrize("typed", ["", "x", "0", "61", "99999999999", "٣"])
def test_typed_minutes_are_a_whole_number_of_the_range(typed: str) -> None:
    with pytest.raises(FieldRefused):
        checked_minutes(typed)

    assert checked_minutes(" 60 ") == 60


def test_every_field_can_be_read_back() -> None:
    assert {each.name for each in fields(StationSettings)} == set(_FROM_JSON)


def _with(before: StationSettings, field: str, value: object) -> StationSettings:
    return replace(before, **{field: value})  # type: ignore[arg-type]
