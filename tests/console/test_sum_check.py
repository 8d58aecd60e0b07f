"""The sums of outcomes are compared with their lines from the command line, and made anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from console.backup_files import STORE_FILE
from console.sum_check import SumCheck, report
from db.incident_records import SumDrift
from db.store import Store
from tests import duty, stores
from tests.console.command import check

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)


def spoil(store: Store, statement: str) -> None:
    with store.begin() as unit:
        unit.outcomes._session.execute(text(statement))


def tell(store: Store) -> None:
    """Two outcomes of a day in no cluster, and one of the next day: three sums, and an again."""
    with store.begin() as unit:
        its = duty.incident(unit, AT, "Gây rối")
        for day in (14, 14, 15):
            duty.outcome(unit, its, AT.replace(day=day), "Trả xe")


@pytest.fixture
def told(store: Store) -> Store:
    tell(store)
    return store


def test_sums_that_are_right_are_found_so(told: Store) -> None:
    found = SumCheck(told).compare()

    assert found.is_none
    assert report(found) == "figures:     as the lines of outcomes"


@pytest.mark.parametrize(
    ("harm", "missing", "extra"),
    [
        ("delete from outcome_sum where period = '2026-03'", 1, 0),
        ("update outcome_sum set lines = lines + 1 where period = '2026-03-14'", 1, 1),
        ("insert into outcome_sum values (7, '2026', 'drugs', 0, 1, 1, 0, 1)", 0, 1),
        ("insert into outcome_sum values (7, '2026', 'drugs', 0, 0, 0, 0, 0)", 0, 0),
        ("delete from outcome_again", 1, 0),
        ("update outcome_again set before_day = '2026-03-13'", 1, 1),
        # The lines themselves: a day, and its month and year.
        ("update outcome set count = 99 where on_day = '2026-03-15'", 3, 3),
    ],
)
def test_what_differs_is_told_and_mended(told: Store, harm: str, missing: int, extra: int) -> None:
    sum_check = SumCheck(told)
    spoil(told, harm)

    found = sum_check.compare()
    assert found == SumDrift(missing, extra)
    assert ("--rebuild-sums" in report(found)) is not found.is_none

    sum_check.rebuild()

    assert sum_check.compare().is_none


def test_the_command_line_tells_and_mends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stores.folder(tmp_path / "station")
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    store = Store(folder / STORE_FILE, committed=lambda _: None)
    tell(store)
    spoil(store, "update outcome_sum set cases = 9 where period = '2026'")
    store.close()

    assert check(folder) == 1
    assert "figures:     1 sums of outcomes are MISSING, 1 are WRONG" in capsys.readouterr().out
    assert check(folder, "--rebuild-sums") == 0
    assert check(folder) == 0
