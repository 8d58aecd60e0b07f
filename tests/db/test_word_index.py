"""The index of words is right whoever writes, and what is erased is in no page of the file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db import word_index
from db.errors import StoreDamaged
from db.folding import even, fold, places_of, words_of, words_typed
from db.sqlite import see_copy
from db.store import Store, Unit
from tests import duty

AT = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)


def write(store: Store, *statements: str) -> None:
    with store.begin() as unit:
        for statement in statements:
            unit.finds._session.execute(text(statement))


def indexed(unit: Unit, table: str = "bookmark") -> set[tuple[str, int]]:
    rows = unit.finds._session.execute(text(f"select word, {table}_id from {table}_word"))
    return {(word, id_) for word, id_ in rows}


def words(store: Store, table: str = "bookmark") -> set[str]:
    with store.read() as unit:
        return {word for word, _ in indexed(unit, table)}


def hidden(store: Store) -> set[str]:
    with store.read() as unit:
        rows = unit.finds._session.execute(text("select word from incident_word where people"))
        return set(rows.scalars())


def test_a_note_is_indexed_when_it_is_written_and_changed(store: Store) -> None:
    with store.begin() as unit:
        duty.bookmark(unit, AT, "Mất xe máy, biển 20A-123.45")
        duty.bookmark(unit, AT)
    assert words(store) == {"mat", "xe", "may", "bien", "20a", "123", "45", "20a12345"}

    write(store, "update bookmark set note = 'Tìm thấy xe' where id = 1")
    assert words(store) == {"tim", "thay", "xe"}

    write(store, "delete from bookmark")
    assert words(store) == set()


def test_a_case_is_indexed_with_its_outcomes(store: Store) -> None:
    with store.begin() as unit:
        case = duty.incident(
            unit, AT, "Trộm xe", address="12 Minh Cầu", narrative="Chạy về cầu", people="Lê Ước"
        )
        duty.outcome(unit, case, AT, "Trả xe cho bà Ước")
    assert words(store, "incident") == {
        *("trom", "xe", "12", "minh", "cau", "chay", "ve", "le", "uoc", "tra", "cho", "ba"),
    }
    assert hidden(store) == {"le"}

    write(store, "update outcome set note = 'Xác minh xe'")
    assert words(store, "incident") >= {"xac", "minh", "xe", "trom"}
    assert words(store, "incident").isdisjoint({"tra", "cho", "ba"})

    write(store, "update incident set title = 'Vụ', began_at_us = began_at_us - 1000000")
    assert {"xe", "vu", "minh"} <= words(store, "incident")
    assert "trom" not in words(store, "incident")

    write(store, "delete from incident")
    assert words(store, "incident") == set()


def test_what_only_few_may_read_is_marked_in_the_index(store: Store) -> None:
    with store.begin() as unit:
        duty.incident(unit, AT, "Gây rối", people="Lê Ước", vehicles="20B-555.55")
    assert hidden(store) == {"le", "uoc", "20b", "555", "55", "20b55555"}

    write(store, "update incident set narrative = 'Ước kể lại', people = 'Lê Ước, em'")

    assert hidden(store) == {"le", "em", "20b", "555", "55", "20b55555"}


def test_the_index_can_be_made_anew(store: Store) -> None:
    with store.begin() as unit:
        duty.bookmark(unit, AT, "Mất xe máy")
        duty.outcome(unit, duty.incident(unit, AT, "Vụ", people="Lê"), AT, "Trả xe")
    before = words(store), words(store, "incident"), hidden(store)
    write(store, "delete from bookmark_word", "delete from incident_word")

    write(store, *word_index.rebuild())

    assert (words(store), words(store, "incident"), hidden(store)) == before


@pytest.mark.parametrize(
    "erase", ["update bookmark set note = '' where id % 2", "delete from bookmark where id % 2"]
)
def test_an_erased_word_is_in_no_page_of_the_file_nor_of_a_backup(
    store: Store, tmp_path: Path, erase: str
) -> None:
    with store.begin() as unit:
        for k in range(1, 401):  # enough for pages to be split
            duty.bookmark(unit, AT + timedelta(seconds=k % 7), f"gặp zq{k * 7919 % 10007:05}x {k}")
    planted = [f"zq{k * 7919 % 10007:05}x".encode() for k in range(1, 401)]

    write(store, "delete from bookmark_camera", erase)
    store.backup(tmp_path / "copy.db")
    assert store.scrub()

    for file in (tmp_path / "station.db", tmp_path / "copy.db"):
        content = file.read_bytes()
        assert [word for word in planted[::2] if word in content] == []
        assert all(word in content for word in planted[1::2])


def test_a_copy_with_our_triggers_is_accepted_and_with_another_one_refused(
    store: Store, tmp_path: Path
) -> None:
    store.backup(tmp_path / "copy.db")
    assert see_copy(tmp_path / "copy.db")

    write(store, "create trigger spy after insert on bookmark begin delete from phrase; end")
    store.backup(tmp_path / "other.db")

    with pytest.raises(StoreDamaged):
        see_copy(tmp_path / "other.db")
    with store.read() as unit:
        assert not unit.trail.guarded()


@pytest.mark.parametrize(
    ("text_", "found"),
    [
        ("", set()),
        ("Ngõ 12/3, Đình", {"ngo", "12", "3", "123", "dinh"}),
        ("Đo\u0302\u0300ng", {"dong"}),
        ("漢字 😀", set()),
        ("x" * 500, {"x" * 40}),
    ],
)
def test_a_text_is_taken_apart_into_words(text_: str, found: set[str]) -> None:
    assert words_of([text_]) == found


def test_words_are_marked_where_they_stand() -> None:
    note = "Mất XE MÁY ở Đình Cả, xế chiều"

    marked = [note[start:end] for start, end in places_of(note, ["xe", "ma", "dinh"])]

    assert marked == ["Mấ", "XE", "MÁ", "Đình", "xế"]
    assert len(even(note)) == len(note)
    assert words_typed("Xe xe MÁY-x") == ["xe", "may", "x"]
    assert json.dumps(fold("Ỷ Ậ")) == '"y a"'
