"""Lists of cameras as offices send them: every row judged, all good ones kept or none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.app import Console, build
from console.config import Config
from console.errors import ListUnreadable, NumberTaken
from console.events import Changed, Event
from console.forms import CameraForm, Field
from console.keepers import Keeper
from console.lists import ListReport, RowVerdict, Verdict
from console.secret import Secret
from console.sheets import MOST_BYTES, MOST_ROWS
from db.records import Topic, Transport
from tests import stores

HEADER = "Số,Tên,Cụm,Tổ,Luồng chính,Luồng phụ,Tài khoản,Mật khẩu\n"
GATE = "1,Cổng chợ,Cụm chợ,Tổ 1,rtsp://10.0.0.1/a,rtsp://10.0.0.1/b,admin,Hunter2!\n"
BRIDGE = "2,Đầu cầu,Cụm cầu,Tổ 1,rtsp://10.0.0.2/a,,admin,Hunter3!\n"


@pytest.fixture
def heard() -> list[Event]:
    return []


@pytest.fixture
def console(tmp_path: Path, heard: list[Event]) -> Iterator[Console]:
    console = build(
        stores.folder(tmp_path / "data"), heard.append, config=Config(keeper=Keeper.KEY_FILE)
    )
    yield console
    console.close()


def check(console: Console, tmp_path: Path, content: str | bytes) -> ListReport:
    file = tmp_path / "list.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return console.lists.check(file)


def only(report: ListReport) -> RowVerdict:
    (row,) = report.rows
    return row


def test_a_good_list_is_kept_whole_with_its_clusters_and_teams(
    console: Console, tmp_path: Path, heard: list[Event]
) -> None:
    report = check(console, tmp_path, HEADER + GATE + BRIDGE)
    assert [(row.row, row.verdict) for row in report.rows] == [(2, Verdict.OK), (3, Verdict.OK)]
    assert console.fleet.view().cameras == ()

    kept = console.lists.import_(report)

    view = console.fleet.view()
    assert [camera.id for camera in view.cameras] == kept
    assert [camera.name for camera in view.cameras] == ["Cổng chợ", "Đầu cầu"]
    assert [cluster.name for cluster in view.clusters] == ["Cụm chợ", "Cụm cầu"]
    assert {cluster.team_id for cluster in view.clusters} == {view.teams[0].id}
    assert [source.password for source in console.fleet.sources()] == [
        Secret("Hunter2!"),
        Secret("Hunter3!"),
    ]
    assert heard == [Changed(frozenset({Topic.FLEET, Topic.AUDIT}))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_usual_encodings_and_separators_are_understood(
    console: Console, tmp_path: Path, encoding: str, separator: str
) -> None:
    text = (HEADER + GATE).replace(",", separator).replace("\n", "\r\n")

    report = check(console, tmp_path, text.encode(encoding))

    assert only(report).name == "Cổng chợ"


def test_windows_1258_is_understood(console: Console, tmp_path: Path) -> None:
    # As Windows writes it: letters with their marks, tones as signs behind them.
    name = "Ngã tư Đồng Quang"
    typed = "Nga\u0303 tư Đô\u0300ng Quang"
    header = "So,Ten,Cum,Luong chinh\n"

    report = check(
        console, tmp_path, f"{header}1,{typed},Cụm,rtsp://10.0.0.1/\n".encode("cp1258", "ignore")
    )

    assert only(report).name == name


@pytest.mark.parametrize(
    "header",
    [
        "Mật khẩu,Luồng phụ,Luồng chính,Tài khoản,Cụm,Tên,Số",
        "MAT KHAU,luong_phu,LUONG CHINH,tai khoan,cum camera,Tên camera,so",
        "Password,Sub URL,Main URL,User,Cluster,Name,Number",
        '"Mật khẩu","Luồng phụ","Luồng chính","Tài khoản","Cụm","Tên","Số"',
    ],
)
def test_columns_come_in_any_order_and_wording(
    console: Console, tmp_path: Path, header: str
) -> None:
    line = "Hunter2!,rtsp://10.0.0.1/b,rtsp://10.0.0.1/a,admin,Cụm 1,Cổng chợ,12"

    listed = only(check(console, tmp_path, f"{header}\n{line}\n")).listed

    assert listed is not None
    assert (listed.plan.number, listed.plan.username, listed.cluster) == (12, "admin", "Cụm 1")
    assert [stream.path for stream in listed.plan.streams] == ["/a", "/b"]
    assert listed.plan.password == Secret("Hunter2!")


def test_unknown_columns_and_empty_lines_are_passed_over(console: Console, tmp_path: Path) -> None:
    text = "sep=,\nSTT,Tên,Cụm,URL,Giao thức,\n\n7,Cổng,Cụm 1,rtsp://10.0.0.1/,UDP,\n,,,,,\n"

    report = check(console, tmp_path, text)

    row = only(report)
    assert report.ignored == ("STT",)
    assert row.row == 4
    assert row.listed is not None
    assert row.listed.plan.number is None
    assert row.listed.plan.streams[0].transport is Transport.UDP


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("0,Cổng,Cụm 1,,rtsp://10.0.0.1/,,,", Field.NUMBER, "range"),
        ("1.5,Cổng,Cụm 1,,rtsp://10.0.0.1/,,,", Field.NUMBER, "range"),
        ("=1+1,Cổng,Cụm 1,,rtsp://10.0.0.1/,,,", Field.NUMBER, "range"),
        ("1,,Cụm 1,,rtsp://10.0.0.1/,,,", Field.NAME, "empty"),
        ("1,Cổng,,,rtsp://10.0.0.1/,,,", Field.CLUSTER, "empty"),
        ("1,Cổng,Cụm 1,a\u202eb,rtsp://10.0.0.1/,,,", Field.TEAM, "characters"),
        ("1,Cổng,Cụm 1,,,,,", Field.MAIN_URL, "no_stream"),
        ("1,Cổng,Cụm 1,,file:///etc/passwd,,,", Field.MAIN_URL, "scheme"),
        ("1,Cổng,Cụm 1,,rtsp://10.0.0.1/,rtsp://127.0.0.1/,,", Field.SUB_URL, "loopback"),
        ("1,Cổng,Cụm 1,,rtsp://10.0.0.1/,rtsp://10.0.0.2/,,", Field.SUB_URL, "other_host"),
        ("1,Cổng", Field.MAIN_URL, "no_stream"),
        ("1," + "ổ" * 4000 + ",Cụm 1,,rtsp://10.0.0.1/,,,", Field.NAME, "cell_length"),
        ("1," + "a" * 200_000 + ",Cụm 1,,rtsp://10.0.0.1/,,,", "", "cell_length"),
        ('1,"Cổng" chợ,Cụm 1,,rtsp://10.0.0.1/,,,', "", "quotes"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_not_hurt(
    console: Console, tmp_path: Path, line: str, column: str, rule: str
) -> None:
    report = check(console, tmp_path, HEADER + line + "\n" + BRIDGE)

    bad, good = report.rows
    assert (bad.row, bad.verdict, bad.column, bad.rule) == (2, Verdict.PROBLEM, column, rule)
    assert (good.row, good.verdict) == (3, Verdict.OK)
    assert len(console.lists.import_(report)) == 1


def test_a_quote_that_is_never_closed_is_a_bad_row(console: Console, tmp_path: Path) -> None:
    report = check(console, tmp_path, HEADER + GATE + '2,"Đầu cầu,Cụm cầu\n' + BRIDGE)

    assert [(row.verdict, row.rule) for row in report.rows] == [
        (Verdict.OK, ""),
        (Verdict.PROBLEM, "quotes"),
    ]


def test_a_name_over_two_lines_does_not_shift_the_rows_numbers(
    console: Console, tmp_path: Path
) -> None:
    report = check(console, tmp_path, HEADER + '1,"Cổng\nchợ",C,,rtsp://10.0.0.1/,,,\n' + BRIDGE)

    assert [(row.row, row.rule) for row in report.rows] == [(2, "characters"), (4, "")]


def test_what_is_there_already_is_a_duplicate(console: Console, tmp_path: Path) -> None:
    cluster = console.fleet.add_cluster("Cụm chợ")
    console.fleet.add_camera(
        CameraForm(number=1, name="Có", cluster_id=cluster.id, main_url="rtsp://10.0.0.9/a")
    )
    rows = (
        "1,Trùng số,Cụm chợ,,rtsp://10.0.0.1/a,,,\n"
        "2,Trùng địa chỉ,Cụm chợ,,rtsp://10.0.0.9:554/a,,,\n"
        "3,Mới,Cụm chợ,,rtsp://10.0.0.9/b,rtsp://10.0.0.9/c,,\n"
        "3,Trùng trong danh sách,Cụm chợ,,rtsp://10.0.0.3/a,,,\n"
        "4,Trùng luồng phụ,Cụm chợ,,rtsp://10.0.0.9/d,rtsp://10.0.0.9/c,,\n"
    )

    report = check(console, tmp_path, HEADER + rows)

    assert [(row.verdict, row.column) for row in report.rows] == [
        (Verdict.DUPLICATE, Field.NUMBER),
        (Verdict.DUPLICATE, Field.MAIN_URL),
        (Verdict.OK, ""),
        (Verdict.DUPLICATE, Field.NUMBER),
        (Verdict.DUPLICATE, Field.SUB_URL),
    ]
    console.lists.import_(report)
    assert len(console.fleet.view().clusters) == 1


def test_a_cluster_is_found_by_its_number_and_whatever_its_case(
    console: Console, tmp_path: Path
) -> None:
    console.fleet.add_cluster("Cụm Chợ", number=12)
    rows = "1,A,12,,rtsp://10.0.0.1/,,,\n2,B,CỤM CHỢ,,rtsp://10.0.0.2/,,,\n"

    console.lists.import_(check(console, tmp_path, HEADER + rows))

    assert [cluster.number for cluster in console.fleet.view().clusters] == [12]


def test_a_number_given_away_meanwhile_keeps_everything_out(
    console: Console, tmp_path: Path
) -> None:
    report = check(console, tmp_path, HEADER + GATE + BRIDGE)
    cluster = console.fleet.add_cluster("Khác")
    console.fleet.add_camera(
        CameraForm(number=2, name="Chen ngang", cluster_id=cluster.id, main_url="rtsp://10.9.9.9/")
    )

    with pytest.raises(NumberTaken):
        console.lists.import_(report)

    assert [camera.name for camera in console.fleet.view().cameras] == ["Chen ngang"]
    assert [cluster.name for cluster in console.fleet.view().clusters] == ["Khác"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04workbook", "workbook"),
        (b"Ten\0Cum", "not a text"),
        (b"", "names no column"),
        ("một,hai\n1,2\n".encode(), "names no column"),
        ("Tên,Name,URL\n".encode(), "two columns are both name"),
        (b"Ten\n" + b"a" * MOST_BYTES, "larger than 2 MiB"),
        (b"Ten\n" + b"a\n" * (MOST_ROWS + 1), "more than 2000 rows"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(
    console: Console, tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises(ListUnreadable, match=words):
        check(console, tmp_path, content)


def test_a_file_that_is_not_there_is_a_problem(console: Console, tmp_path: Path) -> None:
    with pytest.raises(ListUnreadable, match="opened"):
        console.lists.check(tmp_path / "none.csv")


def test_an_export_holds_no_password_and_can_be_read_again(
    console: Console, tmp_path: Path
) -> None:
    xmeye = "3,=SUM(A1),Cụm chợ,,rtsp://10.0.0.3/user=u&password=Hunter4!&channel=1,,,\n"
    console.lists.import_(check(console, tmp_path, HEADER + GATE + BRIDGE + xmeye))
    file = tmp_path / "out.csv"

    assert console.lists.export(file) == 3

    text = file.read_text("utf-8-sig")
    assert "Hunter" not in text
    assert text.splitlines()[1] == (
        "1;Cổng chợ;Cụm chợ;Tổ 1;rtsp://10.0.0.1/a;rtsp://10.0.0.1/b;admin;tcp"
    )
    assert text.splitlines()[3].split(";")[1] == "'=SUM(A1)"  # Excel shows it, and adds nothing
    other = build(
        stores.folder(tmp_path / "other"), lambda _: None, config=Config(keeper=Keeper.KEY_FILE)
    )
    other.lists.import_(other.lists.check(file))
    again = other.fleet.view()
    other.close()
    assert [camera.name for camera in again.cameras] == ["Cổng chợ", "Đầu cầu", "=SUM(A1)"]
    assert [c.streams[0].path for c in again.cameras] == [
        c.streams[0].path for c in console.fleet.view().cameras
    ]


def test_no_report_shows_a_password(console: Console, tmp_path: Path) -> None:
    url = "4,Cổng,C,,rtsp://u:Hunter5!@10.0.0.4/,,,\n"
    bad = "5,Cổng,C,,rtsp://u:Hunter6!@127.0.0.1/,,,Hunter7!\n"

    report = check(console, tmp_path, HEADER + GATE + url + bad)

    assert "Hunter" not in repr(report)


def test_the_largest_list_is_kept_in_one_commit(console: Console, tmp_path: Path) -> None:
    rows = "".join(
        f"{n},Cổng {n},Cụm {n % 16},,rtsp://10.{n // 250}.0.{n % 250 + 1}/,,u,Hunter{n}\n"
        for n in range(1, MOST_ROWS + 1)
    )

    kept = console.lists.import_(check(console, tmp_path, HEADER + rows))

    assert len(kept) == MOST_ROWS
    with closing(sqlite3.connect(tmp_path / "data" / "station.db")) as file:
        assert file.execute("select count(*) from stream").fetchone() == (MOST_ROWS,)
