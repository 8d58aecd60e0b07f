"""``ward-console export``, making: with a real engine, as an officer at a terminal does it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from console.evidence.faults import Answer
from console.evidence.verifying import verify
from console.platform.children import command_line, environment, program_folder
from console.workers import Stop
from db.evidence_records import PackageOutcome, PackageQuery, RequestState
from tests.console.call import ignore
from tests.console.evidence import tsa
from tests.console.evidence.commanding import (
    CHIEF,
    FIRST,
    WORDS,
    Commanded,
    at,
    engines,
    times,
)

pytestmark = pytest.mark.usefixtures("cheap_passwords")
_ENDED_S = 20


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Commanded]:
    """Twelve seconds of camera 1; of camera 3 the last six are lost."""
    folder = Path(tempfile.mkdtemp(prefix="wc-"))  # a short path: names of local sockets are
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    station = Commanded(tmp_path)
    station.record(1, 0, 120)
    station.record(3, 0, 60)
    station.keep()
    yield station
    psutil.wait_procs(engines(), timeout=_ENDED_S)
    assert engines() == []
    shutil.rmtree(folder)


def asked(station: Commanded, *cameras: int, last: int = 100, more: tuple[str, ...] = ()) -> int:
    """Ask for ten seconds, or more."""
    named = [word for camera in cameras for word in ("--camera", str(camera))]
    return station.export(*named, *times(0, last), *WORDS, *more)


def approved(station: Commanded, *cameras: int, last: int = 100) -> None:
    assert asked(station, *cameras, last=last) == 1
    station.approve(station.requests()[0].id)


def test_the_package_of_an_approved_request_is_made_and_told(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    approved(station, 1, 3)
    capsys.readouterr()

    assert station.export("--request", FIRST) == 0

    said = capsys.readouterr()
    told = dict(line.split(":", 1) for line in said.out.splitlines())
    assert told["request"].strip() == FIRST
    (package,) = station.usb.iterdir()
    assert told["package"].strip() == str(package)
    assert (
        told["missing"].strip().startswith(f"camera 3: nothing of {at(60).astimezone():%Y-%m-%d}")
    )
    assert "copying: " in said.err
    verdict = verify(package, stop=Stop(), progressed=ignore)
    assert verdict.sound
    assert told["fingerprint"].replace(" ", "") == verdict.fingerprint
    assert {path.parent.name for path in package.rglob("*.mp4")} == {"goc", "xem"}
    (line,) = station.requests()
    assert line.state is RequestState.MADE


def test_programs_are_told_one_object_and_a_second_time_is_said(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    approved(station, 3)
    assert station.export("--request", FIRST, "--json") == 0
    first = json.loads(capsys.readouterr().out)

    assert station.export("--request", FIRST, "--json") == 0

    said = capsys.readouterr()
    told = json.loads(said.out)
    assert told.keys() == {
        *("request", "state", "package", "folder", "files", "missing"),
        *("viewing_missing", "sums_sha256", "fingerprint"),
    }
    assert (told["request"], told["state"]) == (FIRST, "made")
    assert told["package"] != first["package"]
    folder = Path(told["folder"])
    assert {each["path"] for each in told["files"]} | {"SHA256SUMS", "SHA256SUMS.p7s"} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    }
    (missing,) = told["missing"]
    assert (missing["camera"], missing["from"]) == (3, at(60).astimezone().isoformat())
    assert "camera 3: of this it was exported before, once" in said.err


def test_what_is_urgent_is_exported_first_where_the_station_says_so(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    station.set(urgent_export=True)

    assert asked(station, 1, more=("--urgent", "--form", "native")) == 0

    (line,) = station.requests()
    assert line.state is RequestState.ASKED
    assert line.approve_by is not None
    (package,) = station.usb.iterdir()
    assert "package:     " + str(package) in capsys.readouterr().out
    assert not (package / "xem").exists()


def test_a_package_has_the_stamp_of_the_stations_authority(
    station: Commanded, tmp_path: Path
) -> None:
    (tmp_path / "authority").mkdir()
    authority = tsa.founded(tmp_path / "authority")

    with tsa.serving(lambda query, _: [tsa.replied(tsa.reply(authority, query))]) as server:
        station.set(tsa_url=server.url)
        approved(station, 1)
        assert station.export("--request", FIRST) == 0

    (package,) = station.usb.iterdir()
    verdict = verify(package, stop=Stop(), progressed=ignore)
    assert (verdict.stamp, verdict.sound) == (Answer.GOOD, True)


def test_ctrl_c_leaves_nothing_that_looks_finished(station: Commanded) -> None:
    station.record(1, 120, 600)
    station.keep()
    approved(station, 1, last=700)

    line = command_line(station.line("--request", FIRST))
    with subprocess.Popen(
        line,
        cwd=program_folder(),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        pass_fds=() if sys.platform == "win32" else (int(line[-3]),),
    ) as process:
        assert process.stderr is not None
        said = [process.stderr.readline()]
        while said[-1] and "viewing copies" not in said[-1]:
            said.append(process.stderr.readline())
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=30)

    assert process.returncode == 1, said
    assert out == ""
    assert rest.endswith("ward-console: stopped\n")
    assert [path for path in station.usb.iterdir() if path.suffix != ".partial"] == []
    with station.sitting(CHIEF) as console:
        (package,) = console.evidence.packages.page(PackageQuery())
    assert (package.outcome, package.cause) == (PackageOutcome.FAILED, "interrupted")


def test_what_cannot_be_begun_is_said_and_nothing_is_queued(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    approved(station, 5)
    station.usb.rmdir()
    capsys.readouterr()

    assert station.export("--request", FIRST) == 1

    said = capsys.readouterr().err
    assert "nothing of what is wanted is on disk" in said
    assert "--out is no folder" in said
    with station.sitting(CHIEF) as console:
        assert console.evidence.packages.page(PackageQuery()) == []
    assert engines() == []
