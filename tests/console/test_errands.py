from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from console.app import build
from console.audit import Act
from console.clock import SystemClock
from console.enrolment import NewStation
from console.forms import CameraForm
from console.keepers import Keeper
from console.secret import Secret
from console.station import StationSettings
from console.video.known_date import DATE_FILE
from db.records import TrailQuery
from tests import stores
from tests.console.command import run
from tests.console.officers import BOSS, BOSS_WORD, CHEAP

pytestmark = pytest.mark.usefixtures("cheap_passwords")

LIST = "số,tên,cụm,luồng chính,tài khoản,mật khẩu\n"
GOOD = "2,Ngõ 12,Cụm 1,rtsp://192.0.2.2/main,admin,hoa-phượng-9\n"
BAD = "3,Chợ,Cụm 1,file:///etc/passwd,,\n"
PASSPHRASE = Secret("mười lăm chữ trở lên nhé")
Ward = Callable[..., int]


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    """A station with one camera, and the command line over it."""
    (tmp_path / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    station = build(stores.folder(tmp_path), lambda _: None)
    cluster = station.fleet.add_cluster(number=1, name="Cụm 1", team_id=None)
    station.fleet.add_camera(
        CameraForm(
            number=1,
            name="Cổng chợ",
            cluster_id=cluster.id,
            main_url="rtsp://192.0.2.1/main",
            username="admin",
            password=Secret("hoa-phượng-1"),
        )
    )
    station.close()

    def ward(command: str, *arguments: str) -> int:
        return run([command, "--data", str(tmp_path), *arguments])

    return ward


@contextmanager
def opened_pipe(line: str) -> Iterator[int]:
    """A descriptor to read ``line`` from."""
    reader, writer = os.pipe()
    os.write(writer, f"{line}\n".encode())
    os.close(writer)
    try:
        yield reader
    finally:
        os.close(reader)


def test_a_sound_station_is_told_without_its_secrets(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward("check") == 0

    said = capsys.readouterr().out
    assert str(tmp_path) in said
    assert "1 cameras in 1 clusters" in said
    assert "1 can be read" in said
    assert "hoa" not in said


def test_a_damaged_database_is_a_problem(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "station.db").write_bytes(b"no database at all" * 400)
    for log in tmp_path.glob("station.db-*"):
        log.unlink()

    assert ward("check") == 1
    assert "station.db" in capsys.readouterr().err


def test_a_vault_without_its_key_is_a_problem(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vault.key").unlink()

    assert ward("check") == 1
    said = capsys.readouterr()
    assert "vault" in said.err
    assert "log:         whole" in said.out


def test_a_passphrase_that_nobody_typed_keeps_nothing_but_the_passwords(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    station = build(stores.folder(tmp_path), lambda _: None, hash_cost=CHEAP)
    station.enrolment.enrol(
        NewStation(
            settings=StationSettings(station_name="Công an phường Gia Sàng"),
            name=BOSS,
            password=BOSS_WORD,
            keeper=Keeper.PASSPHRASE,
            passphrase=PASSPHRASE,
        )
    )
    station.close()

    assert run(["check", "--data", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "station:     Công an phường Gia Sàng" in said
    assert "passwords:   not looked at" in said
    assert "log:         whole" in said

    with opened_pipe(PASSPHRASE.reveal()) as descriptor:
        words = ["check", "--data", str(tmp_path), "--passphrase-from", str(descriptor)]
        assert run(words) == 0
    assert "passwords:   0 can be read" in capsys.readouterr().out


def test_a_meddled_log_is_named_though_the_database_is_damaged(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(tmp_path / "station.db")) as connection, connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute(
            "insert into audit_entry select -5, at_us, monotonic_ns, officer_id, workstation, act,"
            " subject, subject_id, detail, previous, hash from audit_entry where seq = 1"
        )

    assert ward("check") == 1
    said = capsys.readouterr()
    assert "database:    DAMAGED" in said.out
    assert "MEDDLED WITH: entry -5 was put in afterwards" in said.out
    assert "CHECK constraint" in said.err


def test_a_mistyped_folder_does_not_become_a_station(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--data", str(tmp_path / "statoin")]) == 1

    assert "no station" in capsys.readouterr().err
    assert not (tmp_path / "statoin").exists()


def test_a_list_is_judged_and_only_kept_when_told_to(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST + GOOD, encoding="utf-8")

    assert ward("import-list", str(file)) == 0
    assert "1 good rows, 0 bad ones" in capsys.readouterr().out
    assert ward("import-list", str(file), "--keep") == 0
    assert "kept 1 cameras" in capsys.readouterr().out

    ward("check")
    assert "2 cameras" in capsys.readouterr().out


def test_one_bad_row_keeps_the_whole_list_out(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST + GOOD + BAD, encoding="utf-8")

    assert ward("import-list", str(file), "--keep") == 1

    assert "row 3: problem: main_url: scheme (Chợ)" in capsys.readouterr().out
    ward("check")
    assert "1 cameras" in capsys.readouterr().out


def test_a_list_is_written_without_passwords(ward: Ward, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"

    assert ward("export-list", str(file)) == 0

    text = file.read_text("utf-8-sig")
    assert "Cổng chợ" in text
    assert "hoa" not in text


def test_a_list_that_cannot_be_written_is_a_problem(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward("export-list", str(tmp_path / "nowhere" / "list.csv")) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_file_that_is_no_list_is_a_problem(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward("import-list", str(tmp_path / "nowhere.csv")) == 1
    assert capsys.readouterr().err.startswith("ward-console: ")


def test_what_is_recorded_is_told_with_the_days_that_fit(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ward("recording") == 1
    assert "nothing is recorded" in capsys.readouterr().out

    (tmp_path / "disk").mkdir()
    station = build(tmp_path, lambda _: None)
    station.recording.add_volume(str(tmp_path / "disk"), 1)
    station.close()

    assert ward("recording") == 0
    said = capsys.readouterr().out
    assert "always, sub stream, kept 30 days" in said
    assert f"{tmp_path / 'disk'}: well" in said
    assert "days more" in said


def test_a_date_in_doubt_is_told_and_confirmed_by_whoever_says_it(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = SystemClock().now().astimezone().date()
    long_ago = SystemClock().now() - timedelta(days=400)
    known = {"known": long_ago.isoformat(), "at_boot": long_ago.isoformat()}
    (tmp_path / DATE_FILE).write_text(json.dumps(known))

    ward("recording")
    assert f"{today}; the last one that is known is {long_ago.astimezone().date()}" in (
        told := capsys.readouterr().out
    )
    assert "in doubt" in told

    assert ward("recording", "--today-is", "2020-01-31") == 1
    assert f"this PC says that it is {today}" in capsys.readouterr().err
    assert not confirmed(tmp_path)

    ward("recording", "--today-is", today.isoformat())
    assert "confirmed" in capsys.readouterr().out
    assert confirmed(tmp_path)


def test_a_date_that_is_not_in_doubt_is_not_confirmed(
    ward: Ward, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward("recording", "--today-is", SystemClock().now().astimezone().date().isoformat())

    assert "it was not in doubt" in capsys.readouterr().out
    assert not confirmed(tmp_path)


def confirmed(folder: Path) -> bool:
    """Whether the log says that the date was."""
    with closing(build(folder, lambda _: None)) as station:
        return Act.DATE_CONFIRMED in [each.entry.act for each in station.log.search(TrailQuery())]
