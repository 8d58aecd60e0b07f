"""``ward-console export``, asking: a request is written and waits; nobody goes round the chief."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.incident_rules import IncidentForm
from db.evidence_records import RequestState
from tests.console.evidence.commanding import (
    CHIEF,
    DUTY,
    FIRST,
    OFFICER,
    WORDS,
    Commanded,
    at,
    engines,
    times,
)

pytestmark = pytest.mark.usefixtures("cheap_passwords")
LINE = ("--camera", "1", "--camera", "3", *times(0, 100))


@pytest.fixture
def station(tmp_path: Path) -> Commanded:
    return Commanded(tmp_path)


def test_a_request_is_written_and_waits_for_the_chief(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = station.export(*LINE, *WORDS)

    said = capsys.readouterr()
    assert ended == 1
    assert said.out == ""
    assert f"{FIRST} waits for the chief's approval" in said.err
    assert f"ward-console export --request {FIRST} --out {station.usb}" in said.err
    (line,) = station.requests()
    assert (line.state, line.spans, line.paper_number) == (RequestState.ASKED, 2, "125/YC-CQĐT")
    assert engines() == []
    assert list(station.usb.iterdir()) == []


def test_what_waits_is_not_made_however_often_it_is_asked_for(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    station.export(*LINE, *WORDS)
    capsys.readouterr()

    for by in (CHIEF, OFFICER):
        assert station.export("--request", FIRST.lower(), "--json", by=by) == 1
        told = json.loads(capsys.readouterr().out)
        assert told == {"package": None, "request": FIRST, "state": "asked"}
    assert list(station.usb.iterdir()) == []


def test_urgent_is_no_way_round_where_the_station_approves_first(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    assert station.export(*LINE, *WORDS, "--urgent") == 1

    assert "this station exports nothing before it is approved" in capsys.readouterr().err
    (line,) = station.requests()
    assert (line.state, line.urgent) == (RequestState.ASKED, False)


def test_a_request_that_was_refused_or_withdrawn_is_not_made(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    station.export(*LINE, *WORDS)
    (line,) = station.requests()
    with station.sitting(CHIEF) as console:
        console.evidence.approvals.refuse(line.id, "Không rõ mục đích")
    capsys.readouterr()

    assert station.export("--request", FIRST) == 1
    assert "the request is not approved" in capsys.readouterr().err


def test_who_may_not_export_asks_for_nothing(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    assert station.export(*LINE, *WORDS, by=DUTY) == 1
    assert "export is not allowed" in capsys.readouterr().err
    assert station.requests() == []


def test_a_case_is_named_by_its_number(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    with station.sitting(CHIEF) as console:
        category = next(each for each in console.categories.tree() if not each.restricted)
        form = IncidentForm(title="Mất xe", category_id=category.id, began_at=at(0))
        case = console.incidents.open(form)

    assert station.export(*LINE, *WORDS, "--case", f"VV-{case.year}-{case.number:06}") == 1
    assert station.export(*LINE, *WORDS, "--case", f"{case.number}/{case.year}") == 1
    assert [line.incident_id for line in station.requests()] == [case.id, case.id]
    capsys.readouterr()
    assert station.export(*LINE, *WORDS, "--case", "VV-2019-000001") == 1
    assert "case VV-2019-000001 is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--request", FIRST, "--camera", "1"), "--request says all"),
        (WORDS, "--camera is missing"),
        (("--camera", "1", *WORDS), "--from is missing"),
        ((*LINE, *WORDS[2:]), "--unit: it is missing"),
        ((*LINE, *WORDS[:-2]), "--paper-date: it is missing"),
        (("--camera", "77", *times(0, 10), *WORDS), "there is no camera 77"),
        (("--camera", "1", *times(10, 0), *WORDS), "--to must be later than --from"),
        (("--camera", "1", "--from", "soon", "--to", "22h", *WORDS), "hôm qua 22h05: soon"),
        ((*LINE, *WORDS, "--case", "chợ"), "a case has a number"),
    ],
)
def test_a_line_that_is_not_understood_ends_with_2_and_writes_nothing(
    station: Commanded, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert station.export(*arguments) == 2
    assert said in capsys.readouterr().err
    assert station.requests() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--request", "12"), "a number such as TX-2026-0012"),
        (("--form", "native,film"), "forms are native, viewing"),
        (("--paper-date", "hôm qua"), "invalid fromisoformat"),
    ],
)
def test_an_option_that_is_not_understood_ends_with_2(
    station: Commanded, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        station.export(*LINE, *arguments)

    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_request_that_is_not_there_is_said(
    station: Commanded, capsys: pytest.CaptureFixture[str]
) -> None:
    assert station.export("--request", "TX-2026-0012") == 1
    assert "the request TX-2026-0012 is not there any more" in capsys.readouterr().err


def test_times_are_typed_as_people_tell_them(station: Commanded) -> None:
    words = ("--camera", "1", "--from", "hôm qua 1h05", "--to", "hôm qua 1h35", *WORDS)

    assert station.export(*words) == 1

    (line,) = station.requests()
    with station.sitting(CHIEF) as console:
        (wanted,) = console.evidence.requests.request(line.id).wanted
    assert f"{wanted.span.start.astimezone():%H:%M}" == "01:05"
    assert wanted.span.length.total_seconds() == 1800
