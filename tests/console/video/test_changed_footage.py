"""A recorded file whose bytes were changed in place: no evidence is made of it, and it is named."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from console.video.cutter import NothingUnchanged, cut
from console.video.footage import Footage
from console.video.footage_ports import FootageChanged
from console.video.hashing import sha256_of
from console.video.job_worker import found_all_the_same, trouble
from console.video.link_footage import _result
from console.video.unchanged import Changed
from console.video.units import Sounding
from console.video.wire_footage import Cut, JobTold
from console.workers import Stop
from db.records import StreamRole
from db.structs import from_plain
from tests.console.video.footage_made import GATE, Ward, instant
from tests.console.video.sounding import clicks, segment
from tests.console.video.test_cutter import numbers


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    """Three files of six seconds, in the index with their hashes."""
    ward = Ward(tmp_path / "volume")
    for first in (0, 60, 120):
        ward.record(first, 60)
    return ward


def flip(path: Path) -> Changed:
    """Change one bit in the middle of a picture; what is to be told of it."""
    before = path.read_bytes()
    at = len(before) // 2
    path.write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
    return Changed(
        file=path.name,
        start_us=instant(60),
        end_us=instant(120),
        sha256=hashlib.sha256(before).hexdigest(),
        found_sha256=sha256_of(path).hex(),
    )


def copied(footage: Footage, folder: Path, *span: int, facts: bool = True) -> dict[str, Any]:
    first, last = span or (0, 180)
    target = folder / "goc.mp4"
    order = Cut(1, GATE, StreamRole.SUB, instant(first), instant(last), str(target), facts)
    told: dict[str, Any] = json.loads(cut(footage, order, Stop(), lambda done, total: None))
    return told


def test_a_changed_file_is_left_out_and_named_with_both_hashes(ward: Ward, tmp_path: Path) -> None:
    with ward.kept(tmp_path) as footage:
        changed = flip(ward.path(GATE, 60))

        told = copied(footage, tmp_path)

    assert told["missing"] == [[instant(60), instant(120)]]
    assert numbers(tmp_path / "goc.mp4") == [*range(60), *range(120, 180)]
    assert [from_plain(each, Changed) for each in told["changed"]] == [changed]
    assert [each.name for each in tmp_path.glob("goc*")] == ["goc.mp4"]


def test_files_as_they_were_recorded_are_all_copied(ward: Ward, tmp_path: Path) -> None:
    with ward.kept(tmp_path) as footage:
        told = copied(footage, tmp_path)

    assert (told["missing"], told["changed"]) == ([], [])
    assert told["frames"] == 180


def test_where_all_was_changed_nothing_is_left_and_the_problem_names_it(
    ward: Ward, tmp_path: Path
) -> None:
    with ward.kept(tmp_path) as footage:
        changed = flip(ward.path(GATE, 60))

        with pytest.raises(NothingUnchanged) as raised:
            copied(footage, tmp_path, 70, 80)

    told = JobTold(1, 0, 0, True, trouble(raised.value), found_all_the_same(raised.value))
    with pytest.raises(FootageChanged) as problem:
        _result(told)
    assert [from_plain(each, Changed) for each in json.loads(problem.value.files)["changed"]] == [
        changed
    ]
    assert list(tmp_path.glob("goc*")) == []


def test_a_cut_that_is_no_evidence_takes_what_is_there(ward: Ward, tmp_path: Path) -> None:
    with ward.kept(tmp_path) as footage:
        flip(ward.path(GATE, 60))

        told = copied(footage, tmp_path, facts=False)

    assert told["frames"] == 180
    assert "changed" not in told


def test_of_a_file_without_a_hash_nothing_is_claimed(ward: Ward, tmp_path: Path) -> None:
    flip(ward.path(GATE, 60))

    told = copied(ward.footage, tmp_path)  # its index knows no hashes

    assert (told["frames"], told["changed"]) == (180, [])


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("span", [(0, 180), (25, 150), (70, 80), (45, 61), (119, 121)])
def test_no_span_of_what_was_recorded_is_taken_for_changed(
    tmp_path: Path, span: tuple[int, int], *, silent: bool
) -> None:
    """With sound and without; fragments are copied whole, in part, or not at all."""
    ward = Ward(tmp_path / "volume")
    for first in (0, 60, 120):
        ward.path(GATE, first).write_bytes(segment(first, 60, clicks(Sounding.AAC, 60, (20, 40))))
    with ward.kept(tmp_path) as footage:
        order = Cut(
            1,
            GATE,
            StreamRole.SUB,
            instant(span[0]),
            instant(span[1]),
            str(tmp_path / "goc.mp4"),
            facts=True,
            silent=silent,
        )
        told = json.loads(cut(footage, order, Stop(), lambda done, total: None))

    assert told["changed"] == []
    assert told["native"]["frames"] == told["frames"] >= span[1] - span[0]


@pytest.mark.parametrize("where", [40, 4_000, -40])
def test_what_was_changed_where_nothing_is_copied_is_found(
    ward: Ward, tmp_path: Path, where: int
) -> None:
    with ward.kept(tmp_path) as footage:
        path = ward.path(GATE, 60)
        content = bytearray(path.read_bytes())
        content[where] ^= 1
        path.write_bytes(content)

        with pytest.raises(NothingUnchanged):
            copied(footage, tmp_path, 85, 95)
