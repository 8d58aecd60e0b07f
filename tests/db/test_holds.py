"""Holds and exhibits: what is held of which camera, and what stays on record."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from db.errors import Gone
from db.footage_records import ExhibitId, Hold, HoldId, HoldReason
from db.footage_tables import HoldCameraRow, HoldRow
from db.records import CameraId, Span, Topic
from db.repositories.holds import FREED_WITHIN
from db.store import Store, Unit
from tests import wards

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ONE, TWO = CameraId(1), CameraId(2)


def span(start_h: float, end_h: float) -> Span:
    return Span(NOON + start_h * HOUR, NOON + end_h * HOUR)


def place(unit: Unit, its: Span, *cameras: CameraId, until: datetime | None = None) -> Hold:
    return unit.holds.place(
        cameras=cameras,
        span=its,
        reason=HoldReason.MANUAL,
        until=until,
        made_by=None,
        made_at=NOON,
    )


def test_a_hold_comes_back_as_it_was_placed(store: Store) -> None:
    with store.begin() as unit:
        placed = place(unit, span(-2, -1), ONE, TWO, until=NOON + HOUR)
        assert unit.touched == {Topic.HOLDS}

    with store.read() as unit:
        assert unit.holds.hold(placed.id) == placed
        assert unit.holds.newest() == [placed]
        assert placed.cameras == {ONE, TWO}
        with pytest.raises(Gone, match="hold"):
            unit.holds.hold(HoldId(99))


def test_a_hold_keeps_until_it_runs_out_or_is_released(store: Store) -> None:
    with store.begin() as unit:
        lasting = place(unit, span(-2, -1), ONE)
        ending = place(unit, span(-2, -1), TWO, until=NOON + HOUR)

        assert set(unit.holds.kept(NOON)) == {ONE, TWO}
        assert [hold.id for hold in unit.holds.running_out(NOON, NOON + HOUR)] == [ending.id]
        assert unit.holds.running_out(NOON + HOUR, NOON + 2 * HOUR) == []

        extended = unit.holds.extend(ending.id, None)
        released = unit.holds.release(lasting.id, NOON)

        assert (extended.until, released.released_at) == (None, NOON)
        unit.holds.free(released.id, NOON)
        assert unit.holds.kept(NOON + HOUR) == {TWO: [ending.span]}
        assert [hold.id for hold in unit.holds.in_force(NOON)] == [ending.id]
        assert [hold.id for hold in unit.holds.newest()] == [ending.id, lasting.id]
        assert unit.holds.newest(limit=1, before=ending.id) == [released]


def test_what_a_hold_kept_waits_for_its_disposal_and_not_for_ever(store: Store) -> None:
    with store.begin() as unit:
        let_go = place(unit, span(-2, -1), ONE)
        ran_out = place(unit, span(-2, -1), TWO, until=NOON + HOUR)
        unit.holds.release(let_go.id, NOON)
        now = NOON + HOUR

        assert unit.holds.spans_of(ONE, now) == []
        assert set(unit.holds.kept(now)) == {ONE, TWO}
        assert [hold.id for hold in unit.holds.ended(NOON, 9)] == [let_go.id]
        assert [hold.id for hold in unit.holds.ended(now, 9)] == [let_go.id, ran_out.id]
        assert [hold.id for hold in unit.holds.ended(now, 9, let_go.id)] == [ran_out.id]
        unit.holds.free(let_go.id, now)
        assert set(unit.holds.kept(now)) == {TWO}
        assert unit.holds.kept(NOON + FREED_WITHIN + HOUR) == {}
        assert [hold.id for hold in unit.holds.ended(now, 9)] == [ran_out.id]


def test_spans_that_meet_are_one(store: Store) -> None:
    with store.begin() as unit:
        for its in (span(0, 2), span(5, 6), span(2, 3), span(1, 1.5)):
            place(unit, its, ONE)

        assert unit.holds.spans_of(ONE, NOON) == [span(0, 3), span(5, 6)]
        assert unit.holds.spans_of(ONE, NOON, span(5.5, 9)) == [span(5, 6)]
        assert unit.holds.spans_of(TWO, NOON) == []
        found = unit.holds.meeting([ONE, TWO], span(1.6, 2), NOON)
        assert [hold.span for hold in found] == [span(0, 2)]
        assert unit.holds.meeting([TWO], span(0, 9), NOON) == []


def test_a_hold_outlives_its_camera(store: Store) -> None:
    wards.fill(store, cameras=1)
    with store.begin() as unit:
        camera_id = unit.fleet.cameras()[0].id
        placed = place(unit, span(-2, -1), camera_id)
        unit.fleet.remove_camera(camera_id)

        assert unit.holds.hold(placed.id) == placed
        assert unit.holds.kept(NOON) == {camera_id: [placed.span]}


def test_a_citys_holds_are_found_at_once(store: Store) -> None:
    """30,000 holds, of which one in ten is in force, over 1,128 cameras."""
    count = 30_000
    start, end = NOON - HOUR, NOON
    with store.begin() as unit:
        session = unit.holds._session
        session.execute(
            insert(HoldRow),
            [
                {
                    "id": number,
                    "start": start,
                    "end": end,
                    "reason": HoldReason.BOOKMARK,
                    "made_at": NOON,
                    "released_at": None if number % 10 == 0 else NOON,
                    "freed_at": None if number % 10 == 0 else NOON,
                }
                for number in range(1, count + 1)
            ],
        )
        session.execute(
            insert(HoldCameraRow),
            [
                {"hold_id": number, "camera_id": number % wards.CITY + 1}
                for number in range(1, count + 1)
            ],
        )

    with store.read() as unit:
        unit.holds.spans_of(ONE, NOON)  # SQLAlchemy compiles its query
        before = time.process_time()
        found = unit.holds.spans_of(CameraId(11), NOON)
        of_one = time.process_time() - before
        all_of_them = unit.holds.kept(NOON)
        of_all = time.process_time() - before - of_one

    assert found == [Span(start, end)]
    assert len(all_of_them) == wards.CITY // 2  # ten and 1,128 share a factor of two
    assert (of_one < 0.05, of_all < 1.0) == (True, True)


def test_an_exhibit_comes_back_as_it_was_taken_in(store: Store) -> None:
    with store.begin() as unit:
        taken = unit.exhibits.add(
            name="cửa hàng 23-11.dav",
            file="000001/cua-hang.dav",
            size_bytes=7_000_000_000,
            sha256="ab" * 32,
            given_by="Bà Hoàng Thị Lụa",
            device="đầu ghi KBVision",
            note="",
            claimed_start=NOON,
            offset_s=-312.25,
            taken_by=None,
            taken_at=NOON + HOUR,
        )
        assert unit.touched == {Topic.EXHIBITS}

    with store.read() as unit:
        assert unit.exhibits.exhibit(taken.id) == taken
        assert unit.exhibits.all() == [taken]
        assert taken.offset_s == -312.25
        with pytest.raises(Gone, match="exhibit"):
            unit.exhibits.exhibit(ExhibitId(99))
