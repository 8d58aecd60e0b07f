"""The manifest as text: one form only, so that two programs write the same bytes, and back.

UTF-8, NFC, keys sorted, two blanks of indent, LF at the end.  Beside each instant, which is UTC to
the microsecond, stands the same one as people read it, ``…_local``; one that does not fit its
neighbour was changed by somebody who did not know.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from console.evidence.manifest import SCHEMA, Manifest
from console.evidence.problems import ManifestBroken, ManifestTooNew
from db.structs import StructError, from_plain, to_plain

LARGEST_BYTES = 16 << 20
_OURS = "ward-console/evidence/"
_LOCAL = "_local"
_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
# What reading a text raises that is no JSON, or JSON made to hurt: too deep, a number too long.
_NOT_JSON = (ValueError, RecursionError)


def rendered(manifest: Manifest, zone: tzinfo) -> bytes:
    """The file; ``zone`` is the one in which people read it.

    Raises:
        ValueError: an instant is naive.
    """
    plain = _with_texts(to_plain(manifest), zone)
    for person in plain["people"]:
        if not person["rank"]:
            del person["rank"]  # an empty one would read as if somebody had none
    return _text({**plain, "schema": SCHEMA})


def read(content: bytes) -> tuple[Manifest, list[str]]:
    """The manifest, and the places where it contradicts itself, each in a sentence.

    Raises:
        ManifestTooNew: a newer program wrote it.
        ManifestBroken: it is not in the one form, or lacks something.

    """
    if len(content) > LARGEST_BYTES:
        raise ManifestBroken("it is larger than any manifest")
    plain = _plain(content)
    schema = plain.get("schema")
    if schema != SCHEMA:
        if isinstance(schema, str) and _is_newer(schema):
            raise ManifestTooNew(schema)
        raise ManifestBroken("it does not say that it is a manifest of ours")
    if _text(plain) != content:
        raise ManifestBroken("it is not written in the one form that a manifest has")
    try:
        manifest = from_plain(plain, Manifest)
    except StructError as error:
        raise ManifestBroken(f"it lacks what a manifest tells: {error}") from error
    except (ValueError, OverflowError) as error:
        raise ManifestBroken("it tells what nobody can read") from error
    return manifest, [*_unlike_neighbours("", plain), *_impossible(manifest)]


def instant(at: datetime) -> str:
    """An aware instant as the manifest has it: ``2026-11-27T02:12:00.000000Z``."""
    if at.tzinfo is None:
        raise ValueError("naive time")
    return at.astimezone(UTC).strftime(_INSTANT)


def _plain(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused
        )
    except _NOT_JSON as error:
        raise ManifestBroken("it is not JSON in UTF-8, each key once") from error
    if not isinstance(found, dict):
        raise ManifestBroken("it is not a JSON object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, no key twice: readers differ in which of the two they take."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _refused(constant: str) -> None:
    raise ValueError(constant)


def _text(plain: Mapping[str, Any]) -> bytes:
    try:
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)
        return unicodedata.normalize("NFC", text + "\n").encode()
    except _NOT_JSON as error:  # half of a surrogate pair, which JSON can spell
        raise ManifestBroken("it holds letters that are none") from error


def _is_newer(schema: str) -> bool:
    number = schema.removeprefix(_OURS)
    return (
        schema.startswith(_OURS)
        and number.isascii()
        and number.isdecimal()
        and len(number) < 10
        and int(number) > int(SCHEMA.removeprefix(_OURS))
    )


def _with_texts(value: Any, zone: tzinfo) -> Any:
    """``value`` with each instant as two texts."""
    if isinstance(value, Mapping):
        told: dict[str, Any] = {}
        for key, item in value.items():
            if isinstance(item, datetime):
                told[key] = instant(item)
                told[key + _LOCAL] = item.astimezone(zone).isoformat(timespec="microseconds")
            else:
                told[key] = _with_texts(item, zone)
        return told
    if isinstance(value, list | tuple):
        return [_with_texts(item, zone) for item in value]
    return value


def _unlike_neighbours(path: str, value: Any) -> Iterator[str]:
    """Where an instant and its local form are not the same moment."""
    if isinstance(value, dict):
        for key, item in value.items():
            place = f"{path}.{key}" if path else key
            if key + _LOCAL in value:
                yield from _unlike(place, item, value[key + _LOCAL])
            elif isinstance(item, str) and _UTC.fullmatch(item):
                yield f"{place} has no local form beside it"
            yield from _unlike_neighbours(place, item)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _unlike_neighbours(f"{path}[{at}]", item)


def _unlike(place: str, utc: object, local: object) -> Iterator[str]:
    try:
        same = (
            isinstance(utc, str)
            and isinstance(local, str)
            and instant(datetime.strptime(utc, _INSTANT).replace(tzinfo=UTC)) == utc
            and datetime.fromisoformat(local) == datetime.fromisoformat(utc)
        )
    except (ValueError, TypeError, OverflowError):
        same = False
    if not same:
        yield f"{place} and its local form are not one instant"


def _impossible(manifest: Manifest) -> Iterator[str]:
    """What cannot be so: an end before its beginning, a file or camera that is not told."""
    files = {file.path for file in manifest.files}
    cameras = {camera.id for camera in manifest.cameras}
    for clip in manifest.clips:
        if clip.wanted_start >= clip.wanted_end:
            yield f"{clip.path} was wanted from an instant to one before it"
        if clip.actual_start > clip.actual_end:
            yield f"{clip.path} ends before it begins"
        if clip.camera not in cameras:
            yield f"{clip.path} is of camera {clip.camera}, which is not told"
        if any(gap.start >= gap.end for gap in clip.gaps):
            yield f"{clip.path} has a gap that ends before it begins"
    for line in manifest.lines:
        if line.start >= line.end or any(
            gap.start >= gap.end for gap in (*line.missing, *line.viewing_missing)
        ):
            yield f"a line of camera {line.camera} ends before it begins"
        if line.camera not in cameras:
            yield f"a line is of camera {line.camera}, which is not told"
        yield from (
            f"{path} is told of, and no file of the package"
            for path in line.files
            if path not in files
        )
    paths: Iterable[str] = (
        each.path for group in (manifest.clips, manifest.viewing, manifest.stills) for each in group
    )
    for path in paths:
        if path not in files:
            yield f"{path} is told of, and no file of the package"
