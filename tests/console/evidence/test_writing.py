"""A package appears whole or not at all, whatever happens while it is made."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.errors import Cancelled, DiskFull, FileTaken
from console.evidence import partial
from console.evidence.manifest import Role
from console.evidence.names import UNLISTED
from console.evidence.problems import PackageNotWritten
from console.evidence.verifying import verify
from console.evidence.writing import PackageWriter
from console.seal import StationKey
from console.workers import Stop
from tests.console.call import ignore
from tests.console.evidence.making import make_package, write_all
from tests.console.evidence.telling import BYTES, CLIP, HANOI, NAME, manifest
from tests.house.set_up import ROOT

PARTIAL = f"{NAME}.partial"
posix = pytest.mark.skipif(sys.platform == "win32", reason="links, kills and limits of POSIX")


def begun(
    target: Path,
    *,
    needed_bytes: int = 100_000,
    stop: Stop | None = None,
    progressed: Callable[[int, int], None] = ignore,
) -> PackageWriter:
    return PackageWriter(
        target, NAME, needed_bytes=needed_bytes, stop=stop or Stop(), progressed=progressed
    )


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def is_sound(package: Path) -> bool:
    return verify(package, stop=Stop(), progressed=ignore).sound


def test_a_package_holds_what_was_put_in_and_is_sound(tmp_path: Path) -> None:
    package = make_package(tmp_path)

    assert names(tmp_path) == [NAME]
    assert all((package / path).read_bytes() == content for path, (content, _) in BYTES.items())
    assert is_sound(package)


def test_the_manifest_tells_of_every_file_but_those_that_vouch_for_it(tmp_path: Path) -> None:
    package = make_package(tmp_path)

    told = {file["path"] for file in json.loads((package / "thong-tin.json").read_bytes())["files"]}

    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert there - told == {"thong-tin.json", "SHA256SUMS", "SHA256SUMS.p7s"}
    assert told - there == set()
    assert told & UNLISTED == set()


def test_files_can_be_copied_or_written_by_somebody_else(tmp_path: Path) -> None:
    source = tmp_path / "segment"
    source.write_bytes(b"\1\2\3" * 3_000_000)
    target = tmp_path / "stick"
    target.mkdir()

    with begun(target) as writer:
        writer.add_file("goc/cam-1.mp4", source, Role.NATIVE)
        writer.place("goc/cam-2.mp4", Role.NATIVE).write_bytes(b"by a muxer")
        first = writer.measure()
        package = write_all(writer, StationKey.make())

    assert [(file.path, file.bytes) for file in first] == [
        ("goc/cam-1.mp4", 9_000_000),
        ("goc/cam-2.mp4", 10),
    ]
    assert (package / "goc/cam-1.mp4").read_bytes() == source.read_bytes()
    assert is_sound(package)


def test_progress_counts_writing_and_reading_back_and_comes_to_its_end(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    with begun(tmp_path, progressed=lambda done, total: heard.append((done, total))) as writer:
        write_all(writer, StationKey.make())

    assert heard == sorted(heard)
    assert heard[-1] == (200_000, 200_000)


@pytest.mark.parametrize("steps", [1, 5, 12, 20, 23])
def test_giving_up_leaves_nothing_behind(tmp_path: Path, steps: int) -> None:
    stop, heard = Stop(), []

    def count(_done: int, _total: int) -> None:
        heard.append(1)
        if len(heard) == steps:
            stop.set()

    with pytest.raises(Cancelled), begun(tmp_path, stop=stop, progressed=count) as writer:
        write_all(writer, StationKey.make())

    assert names(tmp_path) == []


def test_a_bug_in_between_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no path"), begun(tmp_path) as writer:
        writer.add_bytes("goc/no such name", b"1", Role.NATIVE)

    assert names(tmp_path) == []


def test_leaving_without_finishing_leaves_nothing_behind(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        writer.add_bytes(CLIP, b"1", Role.NATIVE)

    assert names(tmp_path) == []


def test_a_medium_without_room_is_seen_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(DiskFull, match="are free"), begun(tmp_path, needed_bytes=1 << 60):
        pass

    assert names(tmp_path) == []


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@posix
def test_a_medium_that_takes_no_more_leaves_nothing_behind(tmp_path: Path) -> None:
    with (
        no_file_beyond(5_000),  # as FAT32 from 4 GiB on
        pytest.raises(DiskFull, match="too large"),
        begun(tmp_path) as writer,
    ):
        write_all(writer, StationKey.make())

    assert names(tmp_path) == []
    assert is_sound(make_package(tmp_path))


@posix
def test_a_medium_too_full_for_the_first_file_leaves_nothing_behind(tmp_path: Path) -> None:
    writer = PackageWriter(
        tmp_path, NAME, needed_bytes=1, stop=Stop(), progressed=ignore, uuid="3f9a1c2e" * 4
    )
    with no_file_beyond(10), pytest.raises(DiskFull), writer:
        pass

    assert names(tmp_path) == []


@posix
def test_a_full_medium_is_called_that() -> None:
    with (
        pytest.raises(DiskFull),
        partial.problems_of_medium(),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        partial.write_all(full, b"1")


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    taken = tmp_path / NAME
    taken.mkdir()  # empty: a rename would go over it without a word

    with pytest.raises(FileTaken), begun(tmp_path):
        pass

    assert names(tmp_path) == [NAME]


def test_a_name_that_is_taken_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        (tmp_path / NAME).mkdir()
        with pytest.raises(FileTaken):
            write_all(writer, StationKey.make())

    assert names(tmp_path) == [NAME]
    assert names(tmp_path / NAME) == []


def test_what_an_earlier_try_left_is_neither_used_nor_removed(tmp_path: Path) -> None:
    left = tmp_path / PARTIAL
    left.mkdir()
    (left / "goc").mkdir()
    (left / "goc" / "cam-1.mp4").write_bytes(b"half")

    package = make_package(tmp_path)

    assert is_sound(package)
    assert names(tmp_path) == [NAME, PARTIAL]
    assert (left / "goc" / "cam-1.mp4").read_bytes() == b"half"


def test_what_somebody_else_puts_into_the_folder_is_not_removed(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        writer.add_bytes(CLIP, b"1", Role.NATIVE)
        (writer.folder / "note.txt").write_text("not yours")

    assert names(tmp_path) == [PARTIAL]
    assert names(tmp_path / PARTIAL) == ["note.txt"]


@posix
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = tmp_path / "stick"
    target.mkdir()
    (target / PARTIAL).symlink_to(elsewhere)

    with begun(target) as writer:
        (writer.folder / "goc").symlink_to(elsewhere)
        (writer.folder / "bien-ban.pdf").symlink_to(elsewhere / "bien-ban.pdf")
        for path in (CLIP, "bien-ban.pdf"):
            with pytest.raises(PackageNotWritten):
                writer.add_bytes(path, b"1", Role.NATIVE)

    assert names(elsewhere) == []
    assert os.path.lexists(target / PARTIAL)


@posix
def test_a_folder_that_was_turned_into_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    with begun(tmp_path) as writer:
        first = writer.place(CLIP, Role.NATIVE)
        first.parent.rmdir()
        first.parent.symlink_to(elsewhere)
        with pytest.raises(PackageNotWritten, match="leads elsewhere"):
            writer.add_bytes("goc/other.mp4", b"1", Role.NATIVE)

    assert names(elsewhere) == []


@posix
def test_only_plain_files_are_copied_in(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe")

    for source in ("link", "pipe", "nothing"):
        with pytest.raises(PackageNotWritten), begun(tmp_path) as writer:
            writer.add_file(CLIP, tmp_path / source, Role.NATIVE)

    assert names(tmp_path) == ["link", "pipe"]


def test_a_file_that_was_announced_and_never_written_is_missed(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        writer.place(CLIP, Role.NATIVE)
        with pytest.raises(PackageNotWritten):
            writer.finish(manifest(), StationKey.make(), HANOI)

    assert names(tmp_path) == []


def test_a_medium_that_gives_back_something_else_is_found(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        writer.add_bytes(CLIP, b"as written", Role.NATIVE)
        (writer.folder / CLIP).write_bytes(b"as stored!")
        with pytest.raises(PackageNotWritten, match="gave back another"):
            writer.measure()

    assert names(tmp_path) == []


@pytest.mark.parametrize("path", ["../x", "goc/a b", "log/a.mp4", CLIP.upper(), "goc/a/b"])
def test_what_no_package_may_hold_is_refused(tmp_path: Path, path: str) -> None:
    with begun(tmp_path) as writer:
        writer.add_bytes(CLIP, b"1", Role.NATIVE)
        with pytest.raises(ValueError, match=r"no path|no such folder|has it already"):
            writer.add_bytes(path, b"1", Role.NATIVE)


@pytest.mark.parametrize("name", ["../x", "", "a/b", "x.partial"])
def test_a_package_gets_no_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    writer = PackageWriter(tmp_path, name, needed_bytes=1, stop=Stop(), progressed=ignore)
    with pytest.raises(ValueError, match="no name of a package"), writer:
        pass


def test_a_folder_that_is_not_there_is_a_problem_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(PackageNotWritten, match=os.strerror(errno.ENOENT)), begun(tmp_path / "x"):
        pass


def test_a_file_that_does_not_come_is_given_up(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        place = writer.place("anh/a.png", Role.STILL)
        place.write_bytes(b"half")
        place.with_name("a.png.partial").write_bytes(b"half of it")
        writer.give_up("anh/a.png")
        assert names(writer.folder) == []
        package = write_all(writer, StationKey.make())

    assert is_sound(package)


def test_what_the_engine_says_that_it_wrote_must_be_found_again(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        writer.place(CLIP, Role.NATIVE).write_bytes(b"as stored")
        writer.wrote(CLIP, hashlib.sha256(b"as written").hexdigest())
        with pytest.raises(PackageNotWritten, match="gave back another"):
            writer.measure()

    assert names(tmp_path) == []


def test_what_a_worker_that_died_had_begun_goes_with_the_rest(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        place = writer.place(CLIP, Role.NATIVE)
        place.with_name(place.name + ".partial").write_bytes(b"half")

    assert names(tmp_path) == []


def test_a_package_that_nobody_wants_any_more_is_taken_away(tmp_path: Path) -> None:
    with begun(tmp_path) as writer:
        write_all(writer, StationKey.make())

    writer.take_back()

    assert names(tmp_path) == []


@posix
@pytest.mark.timeout(180)  # each step is a process: five seconds for all, on a PC that is not busy
def test_a_kill_at_any_step_leaves_nothing_that_looks_finished(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.console.evidence.dying", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    *killed, ended = sorted(tmp_path.glob("0*"))

    assert done.returncode == 0, done.stderr
    assert len(killed) > 20  # each file is opened to be written, to be settled and to be read
    assert {name for place in killed for name in names(place)} <= {PARTIAL, NAME}
    # The very last step comes after the renaming: then all is there.
    finished = [place / NAME for place in (*killed, ended) if NAME in names(place)]
    assert finished[-1] == ended / NAME
    assert len(finished) <= 2
    assert all(is_sound(package) for package in finished)
    assert is_sound(make_package(killed[-3]))
    assert names(killed[-3]) == [NAME, PARTIAL]
