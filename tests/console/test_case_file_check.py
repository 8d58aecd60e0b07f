"""``ward-console check`` names a file of a case that is gone or was altered."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from console.case_file_check import CaseFileCheck, FilesSeen, report
from console.still_files import StillFiles
from db.case_tables import AttachmentRow
from db.file_records import FileKind
from db.footage_tables import ExhibitRow
from db.moment_tables import BookmarkCameraRow
from db.records import CameraId
from tests import planted
from tests.console import command
from tests.console.test_case_files import FILM, PAPER, STILL, lay, sha
from tests.fakes import FakeClock
from tests.stations import Station, opened

PAPER_FILE, FILM_FILE = "20260314T200000Z-ab/Nguyễn Văn A.pdf", "20260314T200000Z-cd/cửa sau.dav"
Meddle = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path, clock: FakeClock) -> Path:
    """A closed station with a still, an attachment and an exhibit."""
    with opened(tmp_path / "station", clock) as station:
        plant(station)
    return tmp_path / "station"


def plant(station: Station) -> None:
    station.add_camera(1)
    bookmark = planted.bookmark(station.store, station.clock, CameraId(1))
    still = StillFiles(station.folder).keep("0001", station.clock.now(), STILL)
    incident = planted.incident(station.store, station.clock)
    lay(station, FileKind.ATTACHMENT, PAPER_FILE, PAPER)
    lay(station, FileKind.EXHIBIT, FILM_FILE, FILM)
    now = station.clock.now()
    with station.store.begin() as unit:
        session = unit.calls._session
        shot = session.get_one(BookmarkCameraRow, (bookmark, 1))
        shot.still, shot.sha256 = still.file, still.sha256
        kept = {"file": PAPER_FILE, "size_bytes": len(PAPER), "sha256": sha(PAPER)}
        session.add(AttachmentRow(incident_id=incident, name="A.pdf", added_at=now, **kept))
        kept = {"file": FILM_FILE, "size_bytes": len(FILM), "sha256": sha(FILM)}
        told = {"given_by": "hộ bà Lý", "device": "", "note": ""}
        session.add(ExhibitRow(name="x.dav", taken_at=now, **kept, **told))


def still_of(folder: Path) -> Path:
    return next((folder / "stills").rglob("*.jpg"))


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5] ^= 1
    path.write_bytes(content)


def link(path: Path) -> None:
    elsewhere = path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(elsewhere)


def test_files_that_are_as_they_were_kept_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.check(folder) == 0
    assert command.check(folder, "--hashes") == 0

    said = capsys.readouterr().out
    assert "case files:  3, all there; --hashes reads them, too\n" in said
    assert "case files:  3, all as they were kept\n" in said


def test_a_station_without_cases_has_none(tmp_path: Path, clock: FakeClock) -> None:
    with opened(tmp_path / "station", clock) as station:
        seen = CaseFileCheck(station.store, station.folder).look_over(by_hash=True)

    assert (seen.files, seen.whole) == (0, True)


@pytest.mark.parametrize(
    ("meddle", "told"),
    [
        (lambda folder: still_of(folder).unlink(), "missing: stills/2026/03/0001.jpg"),
        (lambda folder: shutil.rmtree(folder / "stills"), "missing: stills/2026/03/0001.jpg"),
        (
            lambda folder: (folder / "attachments" / PAPER_FILE).unlink(),
            "missing: attachments/20260314T200000Z-ab",
        ),
        (
            lambda folder: link(folder / "exhibits" / FILM_FILE),
            "missing: exhibits/20260314T200000Z-cd",
        ),
        (
            lambda folder: (folder / "exhibits" / FILM_FILE).write_bytes(FILM[:-1]),
            "altered: exhibits/20260314T200000Z-cd",
        ),
    ],
)
def test_what_is_missing_or_cut_off_is_named_without_reading_it(
    folder: Path, capsys: pytest.CaptureFixture[str], meddle: Meddle, told: str
) -> None:
    meddle(folder)

    assert command.check(folder) == 1

    said = capsys.readouterr().out
    assert f"             {told}\n" in said
    assert "Nguyễn" not in said


@pytest.mark.parametrize(
    ("meddle", "told"),
    [
        (lambda folder: flip(still_of(folder)), "stills/2026/03/0001.jpg"),
        (
            lambda folder: flip(folder / "attachments" / PAPER_FILE),
            "attachments/20260314T200000Z-ab",
        ),
        (lambda folder: flip(folder / "exhibits" / FILM_FILE), "exhibits/20260314T200000Z-cd"),
    ],
)
def test_what_was_altered_is_named_when_it_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str], meddle: Meddle, told: str
) -> None:
    meddle(folder)

    assert command.check(folder) == 0
    assert command.check(folder, "--hashes") == 1

    said = capsys.readouterr().out
    assert "of 3 0 are MISSING, 1 are ALTERED" in said
    assert f"altered: {told}\n" in said


def test_a_still_whose_bookmark_was_taken_back_meanwhile_is_not_missing(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path / "station", clock) as station:
        plant(station)
        check = CaseFileCheck(station.store, station.folder)
        is_there = check._is_there

        def taken_back(file: object) -> bool:
            with station.store.begin() as unit:
                shot = unit.calls._session.get_one(BookmarkCameraRow, (1, 1))
                shot.still = shot.sha256 = ""
            still = tuple((station.folder / "stills").rglob("*.jpg"))
            for each in still:
                each.unlink()
            return is_there(file)  # type: ignore[arg-type]

        monkeypatch.setattr(check, "_is_there", taken_back)

        assert check.look_over(by_hash=False).whole


def test_a_row_that_leads_elsewhere_names_no_file_of_ours(folder: Path, clock: FakeClock) -> None:
    with opened(folder, clock) as station:
        with station.store.begin() as unit:
            exhibit = unit.calls._session.get_one(ExhibitRow, 1)
            exhibit.file = "../station.db"

        seen = CaseFileCheck(station.store, folder).look_over(by_hash=True)

    assert len(seen.missing) == 1


def test_of_many_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    names = tuple(f"stills/{number}.jpg" for number in range(60))

    said = list(report(FilesSeen(files=60, hashed=False, missing=names, altered=())))

    assert len(said) == 52
    assert said[-1] == "             missing: 10 more"
