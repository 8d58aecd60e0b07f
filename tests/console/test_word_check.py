"""The index of words is compared with the texts from the command line, and made anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from console.backup_files import STORE_FILE
from console.word_check import WordCheck, report
from db.find_records import FoundKind
from db.store import Store
from tests import duty, stores
from tests.console.command import check

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
MARK, CASE = FoundKind


def spoil(store: Store, *statements: str) -> None:
    with store.begin() as unit:
        for statement in statements:
            unit.finds._session.execute(text(statement))


def words(store: Store) -> list[tuple[object, ...]]:
    with store.read() as unit:
        session = unit.finds._session
        rows = [
            *session.execute(text("select word, bookmark_id from bookmark_word")),
            *session.execute(text("select word, incident_id, people from incident_word")),
        ]
        return [tuple(row) for row in rows]


@pytest.fixture
def told(store: Store) -> Store:
    """Five bookmarks and two cases."""
    with store.begin() as unit:
        for number in range(5):
            duty.bookmark(unit, AT, f"Xe máy {number % 2}" * bool(number))
        one = duty.incident(unit, AT, "Gây rối", people="Lê Ước", vehicles="20B-555.55")
        duty.outcome(unit, one, AT, "Trả xe cho bà Ước")
        duty.incident(unit, AT, "Vụ", address="12 Minh Cầu", people="Minh")
    return store


def test_an_index_that_is_right_is_found_so(told: Store) -> None:
    found = WordCheck(told).compare()

    assert [each.is_none for each in found.values()] == [True, True]
    assert (found[MARK].words, found[CASE].words) == (12, len(words(told)) - 12)
    assert list(report(found)) == [f"words:       {len(words(told))}, as in the texts"]


@pytest.mark.parametrize(
    ("harm", "kind", "missing", "texts", "extra"),
    [
        ("delete from bookmark_word where word = 'xe'", MARK, 4, 4, 0),
        ("insert into bookmark_word values ('them', 5, 1)", MARK, 0, 0, 1),
        ("update bookmark_word set at_us = at_us + 1 where bookmark_id = 2", MARK, 3, 1, 3),
        ("delete from incident_word where incident_id = 1", CASE, 12, 1, 0),
        # What few may read would be found by all, and the other way round.
        ("update incident_word set people = 0 where word = 'le'", CASE, 1, 1, 1),
        ("update incident_word set people = 1 where word = 'minh'", CASE, 1, 1, 1),
    ],
)
def test_what_differs_is_told_and_mended(
    told: Store, harm: str, kind: FoundKind, missing: int, texts: int, extra: int
) -> None:
    check, before = WordCheck(told, words_at_once=3, texts_at_once=2), words(told)
    spoil(told, harm)

    found = check.compare()[kind]
    assert (found.missing, found.texts, found.extra) == (missing, texts, extra)
    assert len(list(report(check.compare()))) == 1

    check.rebuild()

    assert words(told) == before
    assert all(each.is_none for each in check.compare().values())


def test_the_command_line_tells_and_mends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = stores.folder(tmp_path / "station")
    (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
    store = Store(folder / STORE_FILE, committed=lambda _: None)
    with store.begin() as unit:
        duty.bookmark(unit, AT, "Mất xe máy")
    spoil(store, "delete from bookmark_word where word = 'mat'")
    store.close()

    assert check(folder) == 1
    said = capsys.readouterr().out
    assert "words:       of bookmarks 1 are MISSING in 1 texts, 0 are TOO MANY" in said
    assert "mat" not in said
    assert check(folder, "--rebuild-words") == 0
    assert "words:       3, as in the texts\n" in capsys.readouterr().out
    assert check(folder) == 0
