"""Foreign files: taken in whole and unchanged, or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from console.audit import Act
from console.errors import Cancelled, ExhibitDamaged, ExhibitRefused, FieldRefused, StoreFailed
from console.exhibits import FOLDER, ExhibitForm, checked_form
from console.file_shelf import ExhibitRule
from console.workers import Stop
from db.records import Role
from db.store import Store
from tests.fakes import FakeClock
from tests.timelines import Post, at

FORM = ExhibitForm(
    given_by="Bà Hoàng Thị Lụa, số 7 ngõ 12",
    device="đầu ghi KBVision của cửa hàng",
    note="Camera cửa sau.\nMất chiều 22/11.",
    claimed_start=at("2026-03-13T15:00:00+07:00"),
    offset_s=-312.5,
)
BYTES = bytes(range(256)) * 40_000  # 10 MB: several pieces


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    post = Post(tmp_path, store, clock)
    post.officer(Role.DUTY)
    return post


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "cửa sau.dav").write_bytes(BYTES)
    return folder


def ignore(_done: int, _total: int) -> None:
    """Nobody watches."""


def kept_in(tmp_path: Path) -> list[str]:
    folder = tmp_path / FOLDER
    return [each.name for each in folder.rglob("*") if each.is_file()] if folder.exists() else []


def test_a_file_is_taken_in_as_it_is(post: Post, stick: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    exhibit = post.exhibits.intake(
        stick / "cửa sau.dav", FORM, stop=Stop(), progressed=lambda *both: told.append(both)
    )

    digest = hashlib.sha256(BYTES).hexdigest()
    path = post.exhibits.path(exhibit.id)
    assert path.read_bytes() == BYTES == (stick / "cửa sau.dav").read_bytes()
    assert path.is_relative_to(tmp_path / FOLDER)
    assert (exhibit.name, exhibit.sha256, exhibit.size_bytes) == ("cửa sau.dav", digest, len(BYTES))
    assert (exhibit.given_by, exhibit.note, exhibit.offset_s) == (FORM.given_by, FORM.note, -312.5)
    assert exhibit.claimed_start == FORM.claimed_start
    assert post.exhibits.list() == [exhibit]
    assert told[-1] == (2 * len(BYTES), 2 * len(BYTES))
    assert told == sorted(told)
    assert not path.stat().st_mode & 0o222
    assert post.log() == [
        (Act.EXHIBIT_TAKEN, "exhibit", exhibit.id, {"bytes": len(BYTES), "sha256": digest})
    ]


@pytest.mark.parametrize("when", [0, len(BYTES)])  # while it is copied, and while read again
def test_giving_up_leaves_nothing_behind(
    post: Post, stick: Path, tmp_path: Path, when: int
) -> None:
    stop = Stop()

    def progressed(done: int, _total: int) -> None:
        if done > when:
            stop.set()

    with pytest.raises(Cancelled):
        post.exhibits.intake(stick / "cửa sau.dav", FORM, stop=stop, progressed=progressed)

    assert kept_in(tmp_path) == []
    assert (post.exhibits.list(), post.log()) == ([], [])


def refusal(post: Post, source: Path, progressed: Callable[[int, int], None] = ignore) -> str:
    with pytest.raises(ExhibitRefused) as refused:
        post.exhibits.intake(source, FORM, stop=Stop(), progressed=progressed)
    return refused.value.rule


def test_what_is_no_file_is_not_read(post: Post, stick: Path, tmp_path: Path) -> None:
    (stick / "link.mp4").symlink_to(stick / "cửa sau.dav")
    (stick / "empty.mp4").touch()
    os.mkfifo(stick / "pipe.mp4")

    assert refusal(post, stick / "absent.mp4") == ExhibitRule.UNREADABLE
    assert refusal(post, stick) == ExhibitRule.NO_FILE
    assert refusal(post, stick / "link.mp4") == ExhibitRule.NO_FILE
    assert refusal(post, stick / "pipe.mp4") == ExhibitRule.NO_FILE
    assert refusal(post, stick / "empty.mp4") == ExhibitRule.EMPTY
    assert kept_in(tmp_path) == []


def test_a_file_for_which_there_is_no_room_is_not_begun(
    post: Post, stick: Path, tmp_path: Path
) -> None:
    with (stick / "vast.avi").open("wb") as file:
        file.truncate(1 << 40)
    with (stick / "endless.avi").open("wb") as file:
        file.truncate((1 << 40) + 1)

    assert refusal(post, stick / "vast.avi") == ExhibitRule.NO_ROOM
    assert refusal(post, stick / "endless.avi") == ExhibitRule.TOO_LARGE
    assert kept_in(tmp_path) == []


@pytest.mark.parametrize("change", [b"", BYTES + b"more"])
def test_a_file_that_changes_under_the_copy_is_refused(
    post: Post, stick: Path, tmp_path: Path, change: bytes
) -> None:
    source = stick / "cửa sau.dav"

    def meddle(_done: int, _total: int) -> None:
        source.write_bytes(change)

    assert refusal(post, source, meddle) == ExhibitRule.CHANGED
    assert kept_in(tmp_path) == []


def test_a_disk_that_gives_back_something_else_is_found_out(
    post: Post, stick: Path, tmp_path: Path
) -> None:
    def meddle(done: int, total: int) -> None:
        if done == total // 2:  # copied, not yet read again
            (partial,) = (tmp_path / FOLDER).rglob("*.partial")
            content = bytearray(partial.read_bytes())
            partial.write_bytes(bytes([content[0] ^ 1]) + content[1:])

    # Nothing is buffered any more once the last piece was told of, but for what the test wrote.
    assert refusal(post, stick / "cửa sau.dav", meddle) == ExhibitRule.BADLY_WRITTEN
    assert kept_in(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_a_problem(post: Post, stick: Path, tmp_path: Path) -> None:
    (tmp_path / FOLDER).touch()

    with pytest.raises(StoreFailed):
        post.exhibits.intake(stick / "cửa sau.dav", FORM, stop=Stop(), progressed=ignore)


def test_a_changed_exhibit_is_named_and_the_log_knows(post: Post, stick: Path) -> None:
    exhibit = post.exhibits.intake(stick / "cửa sau.dav", FORM, stop=Stop(), progressed=ignore)
    assert post.exhibits.verify(exhibit.id, stop=Stop(), progressed=ignore) == exhibit
    path = post.exhibits.path(exhibit.id)
    path.chmod(0o600)
    path.write_bytes(BYTES[:-1] + b"!")

    with pytest.raises(ExhibitDamaged):
        post.exhibits.verify(exhibit.id, stop=Stop(), progressed=ignore)
    path.unlink()
    with pytest.raises(ExhibitDamaged):
        post.exhibits.verify(exhibit.id, stop=Stop(), progressed=ignore)

    assert [line[3] for line in post.log(Act.EXHIBIT_CHECKED)] == [
        {"whole": True},
        {"whole": False},
        {"whole": False},
    ]


def test_what_a_crash_left_is_swept_away_a_day_later(
    post: Post, stick: Path, tmp_path: Path, clock: FakeClock
) -> None:
    kept = post.exhibits.intake(stick / "cửa sau.dav", FORM, stop=Stop(), progressed=ignore)
    for name, hours in (("20260312T200000Z-00000000", 48), ("20260314T190000Z-00000000", 1)):
        left = tmp_path / FOLDER / name
        left.mkdir()
        (left / "x.mp4.partial").touch()
        then = clock.now().timestamp() - hours * 3600
        os.utime(left, (then, then))
    own = post.exhibits.path(kept.id).parent
    os.utime(own, (0, 0))

    post.exhibits.intake(stick / "cửa sau.dav", FORM, stop=Stop(), progressed=ignore)

    assert post.exhibits.path(kept.id).read_bytes() == BYTES
    assert kept_in(tmp_path).count("x.mp4.partial") == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_by", " "),
        ("given_by", "x" * 161),
        ("device", "đầu ghi\x07"),
        ("device", "two\nlines"),
        ("note", "x" * 2001),
        ("note", "quay \u202e lui"),
        ("claimed_start", datetime(2026, 3, 13)),  # noqa: DTZ001 -- naive is the point
        ("offset_s", float("nan")),
        ("offset_s", 1e12),
    ],
)
def test_what_is_said_about_a_file_keeps_to_its_rules(field: str, value: object) -> None:
    with pytest.raises(FieldRefused) as refused:
        checked_form(replace(FORM, **{field: value}))  # type: ignore[arg-type]

    assert refused.value.field == field


def test_a_file_on_a_stick_is_looked_at_and_nothing_is_kept(
    post: Post, stick: Path, tmp_path: Path
) -> None:
    (stick / "empty.mp4").touch()

    assert post.exhibits.look_at(stick / "cửa sau.dav") == len(BYTES)
    for name, rule in (
        ("empty.mp4", ExhibitRule.EMPTY),
        ("nowhere.mp4", ExhibitRule.UNREADABLE),
        (".", ExhibitRule.NO_FILE),
    ):
        with pytest.raises(ExhibitRefused, match=rule):
            post.exhibits.look_at(stick / name)

    assert kept_in(tmp_path) == []
    assert post.log() == []
