"""The manifest: one text, read back as it was, and no other text taken for one."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from console.evidence import manifest_text
from console.evidence.manifest import FileTold, Manifest, Role
from console.evidence.problems import ManifestBroken, ManifestTooNew
from db.structs import replace
from tests.console.evidence.telling import CLIP, HANOI, OTHER_CLIP, START, STILL, VIEW, manifest


def whole() -> Manifest:
    files = tuple(
        FileTold(path=path, bytes=1, sha256="ab" * 32, role=Role.NATIVE)
        for path in sorted((CLIP, OTHER_CLIP, VIEW, STILL))
    )
    return replace(manifest(), files=files, key="cd" * 32)


def text() -> bytes:
    return manifest_text.rendered(whole(), HANOI)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = json.loads(text())
    change(plain)
    return (json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def test_what_was_written_is_read_as_it_was() -> None:
    assert manifest_text.read(text()) == (whole(), [])
    assert changed(lambda plain: None) == text()


def test_each_instant_stands_there_in_utc_and_as_people_read_it() -> None:
    plain = json.loads(text())

    assert plain["schema"] == "ward-console/evidence/1"
    assert plain["made_at"] == "2026-11-27T03:12:00.000000Z"
    assert plain["made_at_local"] == "2026-11-27T10:12:00.000000+07:00"
    assert plain["clips"][0]["gaps"][0]["start_local"] == "2026-11-27T09:12:20.000000+07:00"


def test_a_rank_that_nobody_knows_is_not_told() -> None:
    someone = replace(whole().people[0], rank="")
    plain = json.loads(
        manifest_text.rendered(
            replace(whole(), people=(someone, replace(someone, rank="Đại úy"))), HANOI
        )
    )

    assert "rank" not in plain["people"][0]
    assert plain["people"][1]["rank"] == "Đại úy"
    told = (json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()
    assert manifest_text.read(told)[0].people[0] == someone


def test_no_naive_instant_is_written() -> None:
    with pytest.raises(ValueError, match="naive"):
        manifest_text.rendered(replace(whole(), made_at=datetime(2026, 1, 1)), HANOI)  # noqa: DTZ001


def test_what_a_later_program_tells_beside_it_is_passed_over() -> None:
    def tell_more(plain: dict[str, Any]) -> None:
        plain["weather"] = {"rain": True}
        plain["clips"][0]["lens"] = "4 mm"

    assert manifest_text.read(changed(tell_more)) == (whole(), [])


def test_a_manifest_of_a_newer_program_is_refused_by_name() -> None:
    newer = changed(lambda plain: plain.update(schema="ward-console/evidence/2"))

    with pytest.raises(
        ManifestTooNew, match="newer program, which calls it ward-console/evidence/2"
    ):
        manifest_text.read(newer)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]\n",
        b"{}\n",
        b"\xff",
        b"[" * 100_000,
        b'{"schema": ' + b"9" * 5000 + b"}\n",
        b'{"schema": NaN}\n',
        text().replace(b'"schema"', b'"case": 1, "schema"'),
        text() + b"\n",
        text().replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + text(),
        text().replace(b'"frames": 1500', b'"frames":  1500'),
        text().replace(b'"frames": 1500', b'"frames": "many"'),
        text().replace("Trộm xe".encode(), unicodedata.normalize("NFD", "Trộm xe").encode()),
        text().replace("Trộm xe".encode(), b"\\ud800"),
        changed(lambda plain: plain.pop("clips")),
        changed(lambda plain: plain.update(schema="ward-console/evidence/x")),
        changed(lambda plain: plain.update(schema="ward-console/evidence/0")),
        changed(lambda plain: plain.update(schema=2)),
        changed(lambda plain: plain.update(made_at="yesterday")),
        changed(lambda plain: plain.update(made_at="2026-11-27T03:12:00")),
    ],
    ids=range(21),
)
def test_what_is_not_in_the_one_form_is_no_manifest(content: bytes) -> None:
    with pytest.raises(ManifestBroken):
        manifest_text.read(content)


def test_a_file_beyond_all_measure_is_not_even_parsed() -> None:
    with pytest.raises(ManifestBroken, match="larger"):
        manifest_text.read(b" " * (manifest_text.LARGEST_BYTES + 1))


def swap_wanted(plain: dict[str, Any]) -> None:
    clip = plain["clips"][0]
    for end in ("", "_local"):
        clip["wanted_start" + end], clip["wanted_end" + end] = (
            clip["wanted_end" + end],
            clip["wanted_start" + end],
        )


def swap_gap(plain: dict[str, Any]) -> None:
    gap = plain["clips"][0]["gaps"][0]
    gap["start"], gap["end"] = gap["end"], gap["start"]
    gap["start_local"], gap["end_local"] = gap["end_local"], gap["start_local"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda plain: plain.update(made_at="2026-11-27T03:13:00.000000Z"), "made_at"),
        (lambda plain: plain.update(made_at_local="2026-11-27T10:13:00.000000+07:00"), "made_at"),
        (lambda plain: plain.update(made_at_local=5), "made_at"),
        (lambda plain: plain.pop("made_at_local"), "made_at has no local form"),
        (swap_wanted, "wanted from an instant to one before it"),
        (swap_gap, "has a gap that ends before it begins"),
        (lambda plain: plain["cameras"].pop(), "of camera 13, which is not told"),
        (lambda plain: plain["files"].pop(), f"{VIEW} is told of, and no file"),
    ],
)
def test_what_cannot_be_so_is_named(change: Callable[[dict[str, Any]], object], words: str) -> None:
    _, contradictions = manifest_text.read(changed(change))

    assert any(words in each for each in contradictions)


def test_an_instant_is_told_in_utc_to_the_microsecond() -> None:
    assert manifest_text.instant(START.astimezone(HANOI)) == "2026-11-27T02:12:00.000000Z"
