"""The log's rows: append-only, and found by an index whatever the size of the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from db.records import Entry, OfficerId, SignedHead, Topic, TrailQuery
from db.store import Store

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
LAN, MINH = OfficerId(1), OfficerId(2)


def entry(seq: int, act: str = "camera_changed", **other: object) -> Entry:
    fields: dict[str, object] = {
        "seq": seq,
        "at": NOON + timedelta(minutes=seq),
        "monotonic_ns": seq,
        "officer_id": LAN,
        "workstation": "PC-1",
        "act": act,
        "subject": "camera",
        "subject_id": seq % 3,
        "detail": "{}",
        "previous": f"{seq - 1:064x}",
        "hash": f"{seq:064x}",
    }
    return Entry(**(fields | other))  # type: ignore[arg-type]


def keep(store: Store, *entries: Entry) -> None:
    with store.begin() as unit:
        unit.trail.append_many(entries)


def found(store: Store, **query: object) -> list[int]:
    with store.read() as unit:
        return [each.seq for each in unit.trail.search(TrailQuery(**query))]  # type: ignore[arg-type]


def test_entries_come_back_as_they_were_kept(store: Store) -> None:
    kept = [entry(1), entry(2, officer_id=None, subject="", subject_id=None)]
    with store.begin() as unit:
        for each in kept:
            unit.trail.append(each)
        assert unit.touched == {Topic.AUDIT}

    with store.read() as unit:
        assert unit.trail.entries() == kept
        assert unit.trail.entries(after=1) == kept[1:]
        assert unit.trail.head() == (2, kept[1].hash)


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_entry set detail = '{}'",
        "delete from audit_entry",
        "insert or replace into audit_entry select * from audit_entry",
        "replace into audit_entry select * from audit_entry",
        "update signed_head set signature = x''",
        "delete from signed_head",
        "insert or replace into signed_head select * from signed_head",
    ],
)
def test_rows_are_neither_changed_nor_removed_nor_replaced(
    store: Store, tmp_path: Path, statement: str
) -> None:
    keep(store, entry(1))
    with store.begin() as unit:
        unit.trail.sign(
            SignedHead(
                seq=1,
                hash="0" * 64,
                at=NOON,
                key_sha256="1" * 64,
                signature=b"signature",
                reason="daily",
            )
        )
    with closing(sqlite3.connect(tmp_path / "station.db")) as connection:
        before = list(connection.iterdump())

        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
        connection.rollback()

        assert list(connection.iterdump()) == before


def test_a_number_is_given_once(store: Store) -> None:
    keep(store, entry(1))

    with pytest.raises(IntegrityError):
        keep(store, entry(1))


def test_the_newest_signature_is_the_last_that_was_kept(store: Store) -> None:
    head = SignedHead(
        seq=1, hash="0" * 64, at=NOON, key_sha256="1" * 64, signature=b"1", reason="daily"
    )
    with store.begin() as unit:
        assert unit.trail.last_signed() is None
        unit.trail.sign(head)

    with store.read() as unit:
        assert unit.trail.last_signed() == head
        assert unit.trail.heads() == [head]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A log that is only read."""
    store = Store(tmp_path_factory.mktemp("searched") / "station.db", committed=lambda _: None)
    keep(
        store,
        entry(1),
        entry(2, officer_id=MINH),
        entry(3, "signed_in", subject="", subject_id=None),
        entry(4, "signed_in", officer_id=MINH, subject="", subject_id=None),
        entry(5, subject="officer", subject_id=1),
        entry(6, "screen_locked", subject="", subject_id=None),
    )
    yield store
    store.close()


class TestSearch:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, [6, 5, 4, 3, 2, 1]),
            ({"limit": 2}, [6, 5]),
            ({"before": 3}, [2, 1]),
            ({"officer_id": MINH}, [4, 2]),
            ({"acts": frozenset({"signed_in"})}, [4, 3]),
            ({"acts": frozenset({"signed_in", "screen_locked"})}, [6, 4, 3]),
            ({"acts": frozenset({"signed_in", "screen_locked"}), "limit": 2}, [6, 4]),
            ({"acts": frozenset({"signed_in", "screen_locked"}), "before": 6}, [4, 3]),
            ({"acts": frozenset({"signed_in"}), "officer_id": MINH}, [4]),
            ({"acts": frozenset({"no_such_act"})}, []),
            ({"subject": "camera"}, [2, 1]),
            ({"subject": "camera", "subject_id": 1}, [1]),
            ({"subject_id": 1}, [5, 1]),
            ({"since": NOON + timedelta(minutes=5)}, [6, 5]),
            ({"until": NOON + timedelta(minutes=2)}, [1]),
            ({"since": NOON + timedelta(minutes=2), "until": NOON + timedelta(minutes=4)}, [3, 2]),
        ],
    )
    def test_what_is_asked_for_is_found_newest_first(
        self, searched: Store, query: dict[str, object], expected: list[int]
    ) -> None:
        assert found(searched, **query) == expected
        with searched.read() as unit:
            whole = TrailQuery(**{**query, "limit": 200})  # type: ignore[arg-type]
            assert unit.trail.count(whole) == len(found(searched, **{**query, "limit": 200}))

    def test_no_more_is_counted_than_is_wanted(self, searched: Store) -> None:
        acts = frozenset({"signed_in", "screen_locked", "camera_changed"})
        with searched.read() as unit:
            assert unit.trail.count(TrailQuery(), most=4) == 4
            assert unit.trail.count(TrailQuery(acts=acts), most=4) == 4
            assert unit.trail.count(TrailQuery(acts=acts), most=40) == 6

    def test_pages_hold_every_entry_once_though_the_clock_was_set_back(self, store: Store) -> None:
        keep(store, *(entry(seq) for seq in range(1, 7)))
        keep(store, entry(7, at=NOON + timedelta(minutes=2)), entry(8, at=NOON))

        pages, before = [], None
        while page := found(store, before=before, limit=3):
            pages.append(page)
            before = page[-1]

        assert pages == [[6, 5, 4], [3, 7, 2], [1, 8]]
        assert found(store, since=NOON, until=NOON + timedelta(minutes=1)) == [8]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"officer_id": LAN},
        {"acts": frozenset({"signed_in"})},
        {"acts": frozenset({"signed_in", "signed_out"}), "officer_id": LAN},
        {"subject": "camera"},
        {"subject": "camera", "officer_id": LAN},
        {"subject": "camera", "subject_id": 3},
        {"subject": "camera", "subject_id": 3, "officer_id": LAN},
        {"subject": "camera", "subject_id": 3, "acts": frozenset({"camera_changed"})},
    ],
)
@pytest.mark.parametrize("period", [{}, {"since": NOON, "until": NOON + timedelta(days=300)}])
@pytest.mark.parametrize("place", [{}, {"before": 1}])
def test_a_page_is_read_along_an_index_without_sorting(
    searched: Store, query: dict[str, object], period: dict[str, object], place: dict[str, object]
) -> None:
    plans = [
        plan
        for plan in _plans(searched, TrailQuery(**query, **period, **place))  # type: ignore[arg-type]
        if "(rowid=?)" not in plan  # a page's rows, looked up by number
    ]

    assert plans
    # Of several acts the places are merged, and only then are 200 rows looked up by number.
    for plan in plans[:-1] if len(plans) > 2 + len(place) else plans:
        assert plan.startswith(("SEARCH audit_entry USING", "SCAN audit_entry USING INDEX")), plan
        # Without any condition the index of time is walked from its end: that is no full scan.
        assert "SCAN" not in plan or not (query or period or place)
        assert "B-TREE" not in plan


def _plans(store: Store, query: TrailQuery) -> Iterator[str]:
    """How SQLite goes about each statement of a search."""
    said: list[tuple[str, object]] = []

    def listen(_conn: object, _cursor: object, text: str, values: object, *_: object) -> None:
        said.append((text, values))

    event.listen(store._reading, "before_cursor_execute", listen)
    with store.read() as unit:
        unit.trail.search(query)
    event.remove(store._reading, "before_cursor_execute", listen)
    with closing(sqlite3.connect(store._path)) as connection:
        for text, values in said:
            if text.lower().startswith("select"):
                steps = connection.execute(f"explain query plan {text}", values)  # type: ignore[arg-type]
                yield " / ".join(row[3] for row in steps)
