"""Cuts of files that lie, onto media that fail: a clear word, nothing left, no endless file."""

from __future__ import annotations

import json
import random
import resource
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.errors import Cancelled
from console.video import boxes
from console.video.boxes import BoxBroken
from console.video.cut_plan import NothingToCut
from console.video.cutter import TargetTaken, cut
from console.video.film import Film, FilmUnreadable
from console.video.job_worker import trouble
from console.video.wire_footage import Cut
from console.workers import Stop
from db.records import StreamRole
from tests.console.video.footage_made import GATE, Ward, instant
from tests.console.video.taped import chain, exported

LIES = (NothingToCut, FilmUnreadable)
TARGET = "goc.mp4"


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    """Three files of six seconds; the second one is for the worse.  The index knows them well."""
    ward = Ward(tmp_path / "volume")
    for first in (0, 60, 120):
        ward.record(first, 60)
    ward.footage.recorded(GATE, instant(0), instant(180))
    return ward


def copied(ward: Ward, tmp_path: Path, stop: Stop | None = None) -> dict[str, Any]:
    order = Cut(
        1, GATE, StreamRole.SUB, instant(0), instant(180), str(tmp_path / TARGET), facts=True
    )
    told: dict[str, Any] = json.loads(
        cut(ward.footage, order, stop or Stop(), lambda done, total: None)
    )
    return told


def left(tmp_path: Path) -> list[str]:
    return [path.name for path in tmp_path.iterdir() if path.is_file()]


def second(ward: Ward) -> tuple[Path, Film]:
    path = ward.path(GATE, 60)
    return path, Film(str(path), GATE, StreamRole.SUB, instant(60))


def overwrite(path: Path, at: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(data)] = data
    path.write_bytes(whole)


def test_what_is_behind_a_cut_off_file_is_copied_and_what_is_not_there_is_named(
    ward: Ward, tmp_path: Path
) -> None:
    path, film = second(ward)
    path.write_bytes(path.read_bytes()[: film.fragments[3].start + 100])

    told = copied(ward, tmp_path)

    kept = sum(len(run.rows) for fragment in film.fragments[:3] for run in fragment.runs)
    assert told["missing"] == [[instant(60 + kept), instant(120)]]
    assert told["native"]["frames"] == told["frames"] == 120 + kept
    assert told["native"]["longest_gap_us"] == instant(121) - instant(60 + kept)


@pytest.mark.parametrize("size", [0, 7, 1 << 31, (1 << 32) - 1])
@pytest.mark.parametrize("which", [b"moof", b"mdat", b"traf", b"tfdt", b"trun"])
def test_a_box_that_lies_about_its_size_ends_its_file(
    ward: Ward, tmp_path: Path, which: bytes, size: int
) -> None:
    path, film = second(ward)
    at = path.read_bytes().index(which, film.fragments[2].start) - 4
    overwrite(path, at, struct.pack(">I", size))

    told = copied(ward, tmp_path)

    kept = sum(len(run.rows) for fragment in film.fragments[:2] for run in fragment.runs)
    assert told["missing"] == [[instant(60 + kept), instant(120)]]
    assert told["frames"] == 120 + kept


@pytest.mark.parametrize("length", [0, 1 << 20, (1 << 32) - 1])
def test_a_nal_unit_that_lies_is_copied_as_it_is_and_counted(
    ward: Ward, tmp_path: Path, length: int
) -> None:
    path, film = second(ward)
    overwrite(path, film.rows[30].offset, struct.pack(">I", length))

    told = copied(ward, tmp_path)

    assert told["missing"] == []
    assert (told["native"]["frames"], told["native"]["damaged"]) == (180, 1)
    whole = [nals if n != 90 else [] for n, nals in enumerate(exported(tmp_path / TARGET))]
    assert told["native"]["nal_chain"] == chain(whole, h264=True)


def test_a_file_of_zeros_behind_its_heads_is_all_damaged(ward: Ward, tmp_path: Path) -> None:
    path, film = second(ward)
    for row in film.rows:  # as a power cut leaves it
        overwrite(path, row.offset, bytes(row.size))

    assert copied(ward, tmp_path)["native"]["damaged"] == 60


def test_a_file_whose_clock_lies_hides_nothing_behind_it(ward: Ward, tmp_path: Path) -> None:
    path, film = second(ward)
    [run] = film.fragments[2].runs
    overwrite(path, film.fragments[2].start + run.clock, struct.pack(">Q", 1 << 50))

    told = copied(ward, tmp_path)

    assert told["missing"] == [[instant(60), instant(120)]]
    assert told["frames"] == 120


def test_samples_over_one_another_are_no_fragment(ward: Ward) -> None:
    _, film = second(ward)
    fragment = film.fragments[0]
    moof = fragment.moof
    # The run once more: a fragment of n runs would be copied n times.
    top = boxes.header(moof, 0, len(moof))
    traf = next(box for box in boxes.children(moof, top.body, top.end) if box.name == b"traf")
    twice = moof + moof[traf.start : traf.end]
    twice = struct.pack(">I", len(twice)) + twice[4:]

    with pytest.raises(BoxBroken):
        boxes.read_moof(twice, fragment.start, fragment.end, film.tracks)


def test_a_file_of_empty_boxes_is_given_up(ward: Ward, tmp_path: Path) -> None:
    path, film = second(ward)
    head = path.read_bytes()[: film.fragments[1].start]
    path.write_bytes(head + struct.pack(">I4s", 8, b"free") * 150_000 + b"rest")

    told = copied(ward, tmp_path)

    assert told["frames"] == 120 + len(film.fragments[0].runs[0].rows)


@pytest.mark.parametrize("which", [b"mfhd", b"tfdt"])
def test_what_is_written_anew_is_never_written_elsewhere(
    ward: Ward, tmp_path: Path, which: bytes
) -> None:
    path, film = second(ward)
    fragment = film.fragments[1]
    at = path.read_bytes().index(which, fragment.start)
    overwrite(path, at - 4, struct.pack(">I4s", 8, which))  # … with the rest behind it as a box
    overwrite(path, at + 4, struct.pack(">I4s", 8 if which == b"mfhd" else 12, b"free"))

    told = copied(ward, tmp_path)

    assert told["frames"] == 120 + len(film.fragments[0].runs[0].rows)


def test_a_fragment_without_its_number_is_copied(ward: Ward, tmp_path: Path) -> None:
    path, film = second(ward)
    overwrite(path, path.read_bytes().index(b"mfhd", film.fragments[1].start), b"what")

    assert copied(ward, tmp_path)["native"]["frames"] == 180


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_garbled_has_a_clear_end(ward: Ward, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path, film = second(ward)
    heads = [range(len(film.head))]
    heads += [range(f.start, f.start + len(f.moof) + 8) for f in film.fragments]
    most = sum(file.stat().st_size for file in ward.volume.rglob("*.mp4"))
    for _ in range(dice.randint(1, 6)):
        at = dice.choice(dice.choice(heads))
        overwrite(path, at, bytes([dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))]))

    try:
        told = copied(ward, tmp_path)
    except LIES:
        assert left(tmp_path) == []
        return
    assert left(tmp_path) == [TARGET]
    assert told["native"]["frames"] == told["frames"] >= 60
    assert (tmp_path / TARGET).stat().st_size < 2 * most


@pytest.fixture
def small_medium(ward: Ward) -> Iterator[None]:
    """Once the footage is there, files cannot become larger than 20,000 bytes."""
    assert ward.volume.exists()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_medium")
def test_nothing_is_left_where_there_is_no_room(ward: Ward, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too large") as caught:
        copied(ward, tmp_path)

    assert trouble(caught.value) == "full"
    assert left(tmp_path) == []


def test_nothing_is_left_of_a_copy_that_is_stopped_while_it_is_read_again(
    ward: Ward, tmp_path: Path
) -> None:
    stop, heard = Stop(), list[tuple[int, int]]()

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        stop.set()

    order = Cut(
        1, GATE, StreamRole.SUB, instant(0), instant(180), str(tmp_path / TARGET), facts=True
    )
    with pytest.raises(Cancelled):
        cut(ward.footage, order, stop, told)

    assert len(heard) == 1
    assert heard[0][0] > heard[0][1] // 2
    assert left(tmp_path) == []


def test_a_partial_of_somebody_else_is_left_alone(ward: Ward, tmp_path: Path) -> None:
    other = tmp_path / f"{TARGET}.partial"
    other.write_text("mine")

    with pytest.raises(TargetTaken):
        copied(ward, tmp_path)

    assert other.read_text() == "mine"


def test_progress_goes_once_from_nothing_to_all(ward: Ward, tmp_path: Path) -> None:
    heard = list[tuple[int, int]]()
    order = Cut(
        1, GATE, StreamRole.SUB, instant(0), instant(180), str(tmp_path / TARGET), facts=True
    )

    cut(ward.footage, order, Stop(), lambda done, total: heard.append((done, total)))

    shares = [done / total for done, total in heard]
    assert shares == sorted(shares)
    assert heard[-1][0] == heard[-1][1]
