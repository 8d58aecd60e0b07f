"""What an officer types about a camera, and what becomes of it before it is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from console.address import AddressRules, ParsedAddress, parse_stream_url, shown
from console.errors import AddressRefused, FieldRefused
from console.secret import Secret
from db.records import Camera, ClusterId, NewStream, StreamRole, Transport

T = TypeVar("T")

LONGEST_NAME = 80
LONGEST_LOGIN = 128
HIGHEST_NUMBER = 9999


class Field(StrEnum):
    """The boxes of the form, as ``FieldRefused.field`` and ``AddressRefused.field`` name them."""

    NUMBER = "number"
    NAME = "name"
    CLUSTER = "cluster"
    TEAM = "team"
    MAIN_URL = "main_url"
    SUB_URL = "sub_url"
    USERNAME = "username"
    PASSWORD = "password"
    TRANSPORT = "transport"
    TILES = "tiles"


class FieldRule(StrEnum):
    """What a field broke, as ``FieldRefused.rule`` names it."""

    EMPTY = "empty"
    LENGTH = "length"  # more than 80 characters (128 for a login)
    CHARACTERS = "characters"  # control characters, or invisible ones that turn text round
    RANGE = "range"  # not a whole number in range
    NO_STREAM = "no_stream"  # neither a main nor a sub address
    OTHER_HOST = "other_host"  # main and sub are not of one device
    OTHER_LOGIN = "other_login"  # typed twice, and not the same
    AGAIN = "again"  # the host changed: the kept password must be typed again
    UNKNOWN = "unknown"  # not one of the words that are allowed there


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraForm:
    """A camera as it is typed.

    ``number`` None takes the next that is free.  An address may hold the login, or leave it
    to ``username`` and ``password``.  ``password`` None means: no change, or none at all for
    a new camera; an empty one removes it.  ``transport`` None is the station's usual one.
    ``certificate_sha256`` is the certificate (64 hex digits) that is trusted from now on; None
    changes nothing.
    """

    number: int | None = None
    name: str
    cluster_id: ClusterId
    main_url: str = field(default="", repr=False)  # may hold a password
    sub_url: str = field(default="", repr=False)
    username: str = ""
    password: Secret | None = None
    transport: Transport | None = None
    certificate_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraPlan:
    """A camera that passed every rule of its own; only its number may still be taken."""

    number: int | None
    name: str
    host: str
    username: str
    password: Secret | None
    certificate_sha256: str | None
    streams: tuple[NewStream, ...]


def planned(form: CameraForm, rules: AddressRules, transport: Transport) -> CameraPlan:
    """Check a form.  ``transport`` is the station's usual one.

    Raises:
        FieldRefused: ``field`` and ``rule`` are of ``Field`` and ``FieldRule``.
        AddressRefused: ``field`` is ``main_url`` or ``sub_url``.
    """
    name = clean_name(form.name)
    number = None if form.number is None else checked_number(form.number)
    found = {
        role: _address(raw, rules, box)
        for role, raw, box in (
            (StreamRole.MAIN, form.main_url, Field.MAIN_URL),
            (StreamRole.SUB, form.sub_url, Field.SUB_URL),
        )
        if raw.strip(" ")
    }
    addresses = list(found.values())
    if not addresses:
        raise FieldRefused(Field.MAIN_URL, FieldRule.NO_STREAM)
    if len({address.host for address in addresses}) > 1:
        raise FieldRefused(Field.SUB_URL, FieldRule.OTHER_HOST)
    return CameraPlan(
        number=number,
        name=name,
        host=addresses[0].host,
        username=_username(form, addresses),
        password=_password(form, addresses),
        certificate_sha256=form.certificate_sha256,
        streams=tuple(
            NewStream(
                role=role,
                scheme=address.scheme,
                port=address.port,
                path=address.path,
                transport=form.transport or transport,
            )
            for role, address in found.items()
        ),
    )


def clean_name(raw: str, box: Field = Field.NAME) -> str:
    """A name as it is kept: composed letters (NFC), single blanks, 1-80 characters.

    Raises:
        FieldRefused: empty, too long, or with characters that nobody sees.
    """
    # Whole categories: controls, invisible and direction marks, surrogates, line separators.
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in raw):
        raise FieldRefused(box, FieldRule.CHARACTERS)
    name = " ".join(unicodedata.normalize("NFC", raw).split())
    if not name:
        raise FieldRefused(box, FieldRule.EMPTY)
    if len(name) > LONGEST_NAME:
        raise FieldRefused(box, FieldRule.LENGTH)
    return name


def url_of(camera: Camera, role: StreamRole) -> str:
    """A stream's address in one piece, without the login; empty without such a stream."""
    stream = camera.stream(role)
    if stream is None:
        return ""
    return shown(stream.scheme, camera.device.host, stream.port, stream.path)


def form_of(camera: Camera) -> CameraForm:
    """The form that would leave ``camera`` as it is."""
    return CameraForm(
        number=camera.number,
        name=camera.name,
        cluster_id=camera.cluster_id,
        main_url=url_of(camera, StreamRole.MAIN),
        sub_url=url_of(camera, StreamRole.SUB),
        username=camera.device.username,
        transport=next((stream.transport for stream in camera.streams), None),
    )


def checked_number(number: int, box: Field = Field.NUMBER) -> int:
    """``number`` itself.  Raises FieldRefused unless it is within 1-9999."""
    if not 1 <= number <= HIGHEST_NUMBER:
        raise FieldRefused(box, FieldRule.RANGE)
    return number


def _address(raw: str, rules: AddressRules, box: Field) -> ParsedAddress:
    try:
        return parse_stream_url(raw.strip(" "), rules)  # blanks around come from pasting
    except AddressRefused as error:
        raise AddressRefused(error.rule, error.detail, box) from None


def _username(form: CameraForm, addresses: list[ParsedAddress]) -> str:
    names = [form.username.strip(" "), *(address.username for address in addresses)]
    return _checked_login(_agreed(names, bool, Field.USERNAME) or "", Field.USERNAME)


def _password(form: CameraForm, addresses: list[ParsedAddress]) -> Secret | None:
    words = [form.password, *(address.password for address in addresses)]
    word = _agreed(words, lambda word: word is not None, Field.PASSWORD)
    if word is not None:
        _checked_login(word.reveal(), Field.PASSWORD)
    return word


def _agreed(values: list[T], given: Callable[[T], bool], box: Field) -> T | None:
    """The one value that was given in one or several places."""
    different = {value for value in values if given(value)}
    if len(different) > 1:
        raise FieldRefused(box, FieldRule.OTHER_LOGIN)
    return next(iter(different), None)


def _checked_login(text: str, box: Field) -> str:
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise FieldRefused(box, FieldRule.CHARACTERS)
    if len(text) > LONGEST_LOGIN:
        raise FieldRefused(box, FieldRule.LENGTH)
    return text
