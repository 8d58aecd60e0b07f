"""A station comes back with the pictures and papers of its cases, or says which are missing."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.bare_pc import recover
from console.case_files import FOLDER, bring_back, copy_out, files_of
from console.errors import CaseFilesLeft
from console.keepers import Keeper
from console.secret import Secret
from console.still_files import StillFiles
from console.vault import open_vault
from console.workers import Stop, Workers
from db.case_tables import AttachmentRow
from db.file_records import CaseFile, FileKind
from db.footage_tables import ExhibitRow
from db.moment_tables import BookmarkCameraRow
from db.records import CameraId
from tests import planted
from tests.fakes import FakeClock
from tests.stations import Station, opened

STILL = b"\xff\xd8\xff bi\xe1\xbb\x83n s\xe1\xbb\x91 \xff\xd9"
PAPER, FILM = b"bien ban so 15", b"phim cua ho dan" * 100_000


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def ignore(_done: int, _all: int) -> None:
    """Nobody looks."""


def lay(station: Station, kind: FileKind, file: str, content: bytes) -> Path:
    path = station.folder / kind / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def register(station: Station, file: str, content: bytes, size: int | None = None) -> None:
    """An exhibit's row, whatever lies on the disk."""
    with station.store.begin() as unit:
        unit.calls._session.add(
            ExhibitRow(
                name="x.mp4",
                file=file,
                size_bytes=len(content) if size is None else size,
                sha256=sha(content),
                given_by="hộ bà Lý",
                device="",
                note="",
                taken_at=station.clock.now(),
            )
        )


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    """A still, an attachment and an exhibit; a stick is plugged in."""
    with opened(tmp_path / "station", clock) as station:
        station.add_camera(1)
        bookmark = planted.bookmark(station.store, clock, CameraId(1))
        still = StillFiles(station.folder).keep("0001", clock.now(), STILL)
        incident = planted.incident(station.store, clock)
        lay(station, FileKind.ATTACHMENT, "20260314T200000Z-ab/biên bản.pdf", PAPER)
        lay(station, FileKind.EXHIBIT, "20260314T200000Z-cd/cửa sau.dav", FILM)
        with station.store.begin() as unit:
            session = unit.calls._session
            shot = session.get_one(BookmarkCameraRow, (bookmark, 1))
            shot.still, shot.sha256 = still.file, still.sha256
            session.add(
                AttachmentRow(
                    incident_id=incident,
                    name="biên bản.pdf",
                    file="20260314T200000Z-ab/biên bản.pdf",
                    size_bytes=len(PAPER),
                    sha256=sha(PAPER),
                    added_at=clock.now(),
                )
            )
        register(station, "20260314T200000Z-cd/cửa sau.dav", FILM)
        station.medium = tmp_path / "usb"
        station.medium.mkdir()
        yield station


def contents(folder: Path) -> dict[str, bytes]:
    kinds = [folder / kind for kind in FileKind]
    files = [each for kind in kinds if kind.exists() for each in kind.rglob("*") if each.is_file()]
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_a_burned_station_comes_back_from_the_stick_with_every_file(
    station: Station, tmp_path: Path, clock: FakeClock
) -> None:
    code = station.vault.make_sheet()
    before = contents(station.folder)
    heard: list[tuple[int, int]] = []

    made = station.backups.run(progressed=lambda done, total: heard.append((done, total)))
    again = station.backups.run_nightly()

    assert made.files is not None
    assert again.files is not None
    assert (made.files.named, made.files.copied, made.files.left) == (3, 3, 0)
    assert (again.files.copied, again.files.left) == (0, 0)  # once, not once a day
    assert heard[-1] == (len(STILL + PAPER + FILM),) * 2
    assert station.acts().count("backed_up_files") == 1
    on_stick = tmp_path / "usb" / "ward-console-backups"
    assert {each.name for each in (on_stick / FOLDER).rglob("*") if each.is_file()} == {
        sha(each) for each in (STILL, PAPER, FILM)
    }

    shutil.rmtree(station.folder / "backups")
    workers = Workers()
    done = recover(
        on_stick / "manual" / made.folder.name,
        tmp_path / "new",
        Secret(code.reveal()),
        lambda folder: open_vault(folder, workers, keeper=Keeper.KEY_FILE),
        clock,
        "pc-2",
    )
    assert workers.close() == []
    assert (done.files.named, done.files.copied, done.files.left) == (3, 3, 0)
    assert contents(tmp_path / "new") == before


def test_what_cannot_be_copied_is_told_and_keeps_nothing_else_back(station: Station) -> None:
    (station.folder / "exhibits" / "20260314T200000Z-cd" / "cửa sau.dav").write_bytes(b"!" + FILM)
    register(station, "20260314T200000Z-ef/mất.mp4", b"gone")
    register(station, "20260314T200000Z-gh/lớn.mp4", b"vast")
    vast = lay(station, FileKind.EXHIBIT, "20260314T200000Z-gh/lớn.mp4", b"")
    with vast.open("wb") as file:
        file.truncate(1 << 43)  # sparse: more than the disk has room for

    made = station.backups.run()

    assert made.second
    assert made.files is not None
    assert (made.files.copied, made.files.damaged, made.files.no_room) == (2, 2, 1)
    assert made.files.no_room_bytes == 1 << 43
    assert station.problems() == [CaseFilesLeft]

    paper = station.folder / "attachments" / "20260314T200000Z-ab" / "biên bản.pdf"
    paper.unlink()
    medium = station.medium
    assert medium is not None
    backup = medium / "ward-console-backups" / "manual" / made.folder.name
    done = bring_back(
        files_of(station.store), backup, station.folder, stop=Stop(), progressed=ignore
    )
    assert (done.copied, done.damaged) == (1, 1)  # the paper is here again; one is nowhere
    assert paper.read_bytes() == PAPER


def test_copying_that_is_stopped_goes_on_the_next_time(station: Station, tmp_path: Path) -> None:
    stop = Stop()
    args = (station.store, station.folder, tmp_path / "usb")

    first = copy_out(*args, stop=stop, progressed=lambda *_: stop.set())
    second = copy_out(*args, stop=Stop(), progressed=ignore)

    assert (first.copied, first.stopped) == (0, 3)
    assert (second.copied, second.left) == (3, 0)
    assert not list((tmp_path / "usb").rglob("*.partial"))


def test_a_backup_from_anybody_puts_no_file_elsewhere_and_none_that_is_another(
    station: Station, tmp_path: Path
) -> None:
    beside = tmp_path / "evil" / FOLDER
    for content in (b"one", b"two"):
        (beside / sha(content)[:2]).mkdir(parents=True, exist_ok=True)
        (beside / sha(content)[:2] / sha(content)).write_bytes(content)
    (beside / sha(b"two")[:2] / sha(b"two")).write_bytes(b"something else")
    files = [
        CaseFile(FileKind.STILL, name, sha(b"one"), None)
        for name in ("../station.toml", "/etc/evil", "a/../../b", "", "con", "..\\b", "C:x")
    ]
    files.append(CaseFile(FileKind.STILL, "2026/03/x.jpg", sha(b"two"), None))
    files.append(CaseFile(FileKind.STILL, "2026/03/y.jpg", "../../../secret", None))
    backup = tmp_path / "evil" / "manual" / "station-20260314T200000Z"
    (tmp_path / "new").mkdir()

    done = bring_back(files, backup, tmp_path / "new", stop=Stop(), progressed=ignore)

    assert (done.copied, done.damaged) == (0, len(files))
    assert not [each for each in tmp_path.rglob("*") if each.name in {"b", "evil.toml", "x.jpg"}]
