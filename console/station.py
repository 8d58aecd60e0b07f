"""A station's settings as a record, and the rules that each of them keeps.

Nothing here knows the store, so the window may use it before the station is open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath

from console.address import Rule
from console.errors import AddressRefused, FieldRefused
from console.forms import FieldRule, clean_name
from console.logo import broken_rule
from console.web_address import parse_web_url

IDLE_LOCK_MIN = range(1, 61)
LONGEST_PATH = 240


class UnitType(StrEnum):
    """What kind of place the station polices, as its papers name it."""

    WARD = "ward"  # Công an phường
    COMMUNE = "commune"  # Công an xã
    ZONE = "zone"  # Công an đặc khu


class Language(StrEnum):
    """What the screen speaks."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class SettingRule(StrEnum):
    """What a setting broke, as ``FieldRefused.rule`` names it; see ``FieldRule`` for the rest."""

    MINUTES = "minutes"  # not a whole number from 1 to 60
    FOLDER = "folder"  # not the whole path of a folder
    WEB = "web_address"  # not an address of http or https
    WEB_LOGIN = "web_login"  # one with a name or a password in it


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSettings:
    """The settings of a station, one field a key in the store.

    ``superior_body`` heads official papers, "" for none.  ``logo`` is a PNG or JPEG that
    keeps to ``console.logo``.  ``language`` counts from the next start on.  After
    ``idle_lock_min`` minutes without a key or a mouse the screen locks.  ``second_medium`` is
    the folder that backups are copied to as well, "" for none; whether it is there is seen
    when a backup is made.  ``sign_in_notice``: the sign-in says that what is done is logged.
    ``urgent_export``: what a request calls urgent is exported first, and approved within 24 hours.
    ``tsa_url`` is the address of a time-stamp authority (RFC 3161), "" for none.
    """

    station_name: str
    unit_type: UnitType = UnitType.WARD
    superior_body: str = ""
    logo: bytes | None = None
    language: Language = Language.VIETNAMESE
    idle_lock_min: int = 10
    second_medium: str = ""
    sign_in_notice: bool = True
    urgent_export: bool = False
    tsa_url: str = ""


def checked_settings(new: StationSettings) -> StationSettings:
    """``new`` as it is kept: names cleaned, everything within its range.  Raises FieldRefused."""
    cleaned = replace(
        new,
        station_name=clean_text("station_name", new.station_name),
        superior_body=clean_text("superior_body", new.superior_body, may_be_empty=True),
        second_medium=clean_folder("second_medium", new.second_medium),
        idle_lock_min=_within("idle_lock_min", new.idle_lock_min, IDLE_LOCK_MIN),
        tsa_url=clean_web_url("tsa_url", new.tsa_url),
    )
    rule = None if new.logo is None else broken_rule(new.logo)
    if rule is not None:
        raise FieldRefused("logo", rule)
    return cleaned


def clean_text(name: str, raw: str, *, may_be_empty: bool = False) -> str:
    """A name of 1-80 characters as ``console.forms.clean_name`` has it.  Raises FieldRefused."""
    if may_be_empty and not raw.strip():
        return ""
    try:
        return clean_name(raw)
    except FieldRefused as refused:
        raise FieldRefused(name, refused.rule) from refused


def clean_folder(name: str, raw: str) -> str:
    """A folder's whole path, of this system or another, "" for none.  Raises FieldRefused."""
    path = raw.strip()
    if not path:
        return ""
    if len(path) > LONGEST_PATH:
        raise FieldRefused(name, FieldRule.LENGTH)
    if not path.isprintable():
        raise FieldRefused(name, FieldRule.CHARACTERS)
    if not (PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()):
        raise FieldRefused(name, SettingRule.FOLDER)
    return path


def clean_web_url(name: str, raw: str) -> str:
    """An address of http or https without a login in it, "" for none.  Raises FieldRefused."""
    url = raw.strip()
    if not url:
        return ""
    try:
        return str(parse_web_url(url))
    except AddressRefused as refused:
        login = refused.rule == Rule.USERINFO
        raise FieldRefused(name, SettingRule.WEB_LOGIN if login else SettingRule.WEB) from refused


def checked_minutes(text: str) -> int:
    """Minutes until the screen locks, as typed.  Raises FieldRefused."""
    return _typed("idle_lock_min", text, IDLE_LOCK_MIN)


def _typed(name: str, text: str, allowed: range) -> int:
    digits = text.strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 5 else -1
    return _within(name, number, allowed)


def _within(name: str, number: int, allowed: range) -> int:
    if number not in allowed:
        raise FieldRefused(name, SettingRule.MINUTES)
    return number
