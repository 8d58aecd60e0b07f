"""Bookmarks and phrases: what comes back, in which order, and who does not see what."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from db.case_records import (
    Bookmark,
    BookmarkId,
    CategoryId,
    IncidentId,
    IncidentState,
    Shot,
)
from db.case_tables import IncidentReaderRow, IncidentRow
from db.errors import Gone
from db.moment_tables import BookmarkCameraRow, BookmarkRow
from db.records import CameraId, Officer, Role, Span, TeamId, Topic, to_us
from db.store import Store, Unit
from tests import wards

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
ONE, TWO = CameraId(1), CameraId(2)
NEVER = BookmarkId(99)


def officer(unit: Unit, name: str = "An", teams: frozenset[TeamId] = frozenset()) -> Officer:
    return unit.officers.add(
        name=name,
        role=Role.DUTY,
        teams=teams,
        password_hash="$",
        one_time_until=None,
        created_at=NOON,
    )


def mark(
    unit: Unit,
    *cameras: CameraId,
    at: datetime = NOON,
    by: Officer | None = None,
    category: CategoryId | None = None,
    note: str = "",
) -> Bookmark:
    return unit.bookmarks.add(
        at=at,
        span=Span(at - 30 * SECOND, at + 60 * SECOND),
        shots=[Shot(camera_id=camera) for camera in cameras or (ONE,)],
        category_id=category,
        note=note,
        hold_id=None,
        made_by=None if by is None else by.id,
        made_at=at,
    )


def join(unit: Unit, bookmark: Bookmark, *, readers: list[Officer] | None = None) -> IncidentId:
    """Put it into a new incident, which is restricted where readers are named."""
    session = unit.bookmarks._session
    row = IncidentRow(
        year=2026,
        number=bookmark.id,
        title="Vụ việc",
        category_id=1,
        severity="routine",
        state=IncidentState.DRAFT,
        address="",
        began_at=NOON,
        narrative="",
        people="",
        vehicles="",
        restricted=readers is not None,
        made_at=NOON,
        changed_at=NOON,
        state_at=NOON,
        version=1,
    )
    session.add(row)
    session.flush()
    session.add_all(
        IncidentReaderRow(incident_id=row.id, officer_id=each.id) for each in readers or []
    )
    its = session.get(BookmarkRow, bookmark.id)
    assert its is not None
    its.incident_id = row.id
    session.flush()
    return IncidentId(row.id)


def test_a_bookmark_comes_back_as_it_was_kept(store: Store) -> None:
    off = Shot(camera_id=TWO, state="offline", reason="no_answer")
    with store.begin() as unit:
        kept = unit.bookmarks.add(
            at=NOON,
            span=Span(NOON - SECOND, NOON + SECOND),
            shots=[off, Shot(camera_id=ONE)],
            category_id=CategoryId(1),
            note="Xe máy bỏ chạy",
            hold_id=None,
            made_by=None,
            made_at=NOON + SECOND,
        )
        assert unit.touched == {Topic.BOOKMARKS}

    with store.read() as unit:
        assert unit.bookmarks.bookmark(kept.id, None) == kept
        assert kept.cameras == (TWO, ONE)
        assert not kept.is_draft
        with pytest.raises(Gone, match="bookmark"):
            unit.bookmarks.bookmark(NEVER, None)


def test_it_is_described_taken_back_and_given_a_still(store: Store) -> None:
    wide = Span(NOON - HOUR, NOON + HOUR)
    with store.begin() as unit:
        first, second = mark(unit, ONE, TWO), mark(unit)
        described = unit.bookmarks.describe(first.id, wide, CategoryId(2), "Gây rối")
        with_still = unit.bookmarks.put_shot(
            second.id, Shot(camera_id=ONE, still="2026/03/1.jpg", sha256="ab" * 32)
        )
        undone = unit.bookmarks.undo(second.id, NOON)

        assert (described.span, described.category_id, described.note) == (wide, 2, "Gây rối")
        assert described.shots == first.shots
        assert with_still.shots[0].still == "2026/03/1.jpg"
        assert undone.undone_at == NOON
        assert (undone.shots[0].still, undone.shots[0].sha256) == ("", "ab" * 32)
        assert unit.bookmarks.newest(None) == [described]
        with pytest.raises(Gone, match="camera"):
            unit.bookmarks.put_shot(second.id, Shot(camera_id=TWO))
        with pytest.raises(Gone, match="bookmark"):
            unit.bookmarks.undo(NEVER, NOON)


def test_drafts_are_what_wants_a_category_or_a_line(store: Store) -> None:
    with store.begin() as unit:
        an, binh = officer(unit), officer(unit, "Bình")
        bare = mark(unit, by=an, at=NOON)
        mark(unit, by=an, category=CategoryId(1), note="Trộm xe")
        of_another = mark(unit, by=binh, at=NOON + SECOND, note="chưa rõ")
        unit.bookmarks.undo(mark(unit, by=an).id, NOON)
        wordless = mark(unit, by=an, at=NOON + HOUR, category=CategoryId(1))

        assert unit.bookmarks.drafts(an, of_all=False) == [wordless, bare]
        assert unit.bookmarks.drafts(an, of_all=True) == [wordless, of_another, bare]
        assert unit.bookmarks.drafts(None, of_all=False) == [wordless, of_another, bare]
        assert unit.bookmarks.drafts(an, of_all=True, limit=1) == [wordless]


@pytest.mark.parametrize("cameras", [1, 9])  # most of them, or a few: each has a way of its own
def test_the_timeline_gets_the_newest_of_its_cameras(store: Store, cameras: int) -> None:
    wards.fill(store, cameras=cameras)
    with store.begin() as unit:
        early = mark(unit, ONE, at=NOON)
        inside = mark(unit, TWO, ONE, at=NOON + HOUR)
        twin = mark(unit, ONE, at=NOON + HOUR)
        mark(unit, TWO, at=NOON + HOUR)
        at_the_end = mark(unit, ONE, at=NOON + 2 * HOUR)
        unit.bookmarks.undo(mark(unit, ONE, at=NOON + HOUR).id, NOON)
        stretch = (to_us(NOON), to_us(NOON + 2 * HOUR))

        def found(*of: CameraId, limit: int = 9) -> list[tuple[BookmarkId, set[CameraId]]]:
            flags = unit.bookmarks.flags(None, of, stretch, limit)
            return [(flag.id, set(flag.cameras)) for flag in flags]

        assert found(ONE) == [(early.id, {ONE}), (inside.id, {ONE}), (twin.id, {ONE})]
        assert found(ONE, TWO)[1] == (inside.id, {ONE, TWO})
        assert len(found(ONE, TWO)) == 4
        assert found(ONE, limit=1) == [(twin.id, {ONE})]
        assert found(ONE, limit=2) == [(inside.id, {ONE}), (twin.id, {ONE})]
        assert found() == found(CameraId(4711)) == []
        ahead = unit.bookmarks.beside(None, [ONE], to_us(NOON + HOUR), later=True)
        assert ahead is not None
        assert ahead.id == at_the_end.id
        behind = unit.bookmarks.beside(None, [ONE], to_us(NOON + HOUR), later=False)
        assert behind is not None
        assert (behind.id, behind.cameras) == (early.id, (ONE,))
        assert unit.bookmarks.beside(None, [TWO], to_us(NOON + HOUR), later=False) is None


def test_a_long_stretch_is_read_part_by_part_and_nothing_is_missed(store: Store) -> None:
    wards.fill(store, cameras=81)
    rare = CameraId(80)
    with store.begin() as unit:
        reader, other = officer(unit), officer(unit, "Bình")
        marked = []
        for number in range(60):
            its = rare if number % 20 == 0 else CameraId(number % 7 + 1)
            # Some are of one instant.
            marked.append(mark(unit, its, at=NOON + (number // 3) * SECOND))
        join(unit, marked[40], readers=[reader])
        stretch = (to_us(NOON), to_us(NOON + HOUR))

        def found(who: Officer, limit: int) -> list[BookmarkId]:
            return [each.id for each in unit.bookmarks.flags(who, [rare], stretch, limit)]

        rare_ones = [each.id for each in marked[::20]]
        for limit in (3, 4):
            assert found(reader, limit) == rare_ones
            assert found(other, limit) == rare_ones[:2]
        assert found(reader, 1) == rare_ones[2:]
        assert found(other, 1) == rare_ones[1:2]
        later = unit.bookmarks.beside(other, [rare], to_us(marked[20].at), later=True)
        assert later is None


def test_newest_goes_on_where_it_ended(store: Store) -> None:
    with store.begin() as unit:
        made = [mark(unit) for _ in range(5)]

        assert unit.bookmarks.newest(None, 2) == [made[4], made[3]]
        assert unit.bookmarks.newest(None, 2, before=made[3].id) == [made[2], made[1]]


def test_a_restricted_incidents_bookmark_is_there_for_its_readers_alone(store: Store) -> None:
    with store.begin() as unit:
        reader, other = officer(unit), officer(unit, "Bình")
        bookmark = mark(unit, by=other, note="trẻ em")
        open_one = mark(unit, by=other, note="mở")
        join(unit, open_one)
        join(unit, bookmark, readers=[reader])
        span = (to_us(NOON - HOUR), to_us(NOON + HOUR))

        seen = {
            each.id: (
                [its.id for its in unit.bookmarks.newest(each)],
                [its.id for its in unit.bookmarks.drafts(each, of_all=True)],
                [its.id for its in unit.bookmarks.flags(each, [ONE], span, 9)],
                unit.bookmarks.notes(each, own=False),
            )
            for each in (reader, other)
        }

        both = [bookmark.id, open_one.id]
        assert seen[reader.id] == (both[::-1], both[::-1], both, ["mở", "trẻ em"])
        assert seen[other.id] == ([open_one.id], [open_one.id], [open_one.id], ["mở"])
        with pytest.raises(Gone):
            unit.bookmarks.bookmark(bookmark.id, other)
        assert unit.bookmarks.bookmark(bookmark.id, reader).note == "trẻ em"
        assert unit.bookmarks.bookmark(bookmark.id, None).note == "trẻ em"


def test_an_officer_of_teams_sees_what_concerns_a_camera_of_theirs(store: Store) -> None:
    wards.fill(store, cameras=6)
    with store.begin() as unit:
        first, *_, last = unit.fleet.cameras()
        (mine,) = unit.fleet.teams_of([first.id])
        assert mine is not None
        an = officer(unit, teams=frozenset({mine}))
        both, not_his = mark(unit, last.id, first.id), mark(unit, last.id, at=NOON + SECOND)
        gone = CameraId(4711)
        mark(unit, gone)  # one that is gone
        hour = (to_us(NOON), to_us(NOON + HOUR))
        wanted = [first.id, last.id, gone]
        flags = unit.bookmarks.flags(an, wanted, hour, 9)

        assert unit.bookmarks.newest(an) == [both]
        assert [(flag.id, flag.cameras) for flag in flags] == [(both.id, (first.id,))]
        assert unit.bookmarks.beside(an, wanted, to_us(NOON), later=True) is None
        ahead = unit.bookmarks.beside(None, wanted, to_us(NOON), later=True)
        assert ahead is not None
        assert ahead.id == not_his.id


def test_only_a_case_on_its_way_up_is_settled(store: Store) -> None:
    with store.begin() as unit:
        bookmark = mark(unit)
        assert not unit.bookmarks.is_settled(bookmark)
        incident_id = join(unit, bookmark)
        joined = unit.bookmarks.bookmark(bookmark.id, None)
        row = unit.bookmarks._session.get(IncidentRow, incident_id)
        assert row is not None
        settled = {}
        for state in IncidentState:
            row.state = state
            unit.bookmarks._session.flush()
            settled[state] = unit.bookmarks.is_settled(joined)

    assert [state for state, its in settled.items() if not its] == [
        IncidentState.DRAFT,
        IncidentState.RETURNED,
    ]


def test_thousands_of_bookmarks_do_not_hide_what_is_asked_for(tmp_path: Path) -> None:
    count = 6_000
    store = Store(wards.made(tmp_path / "station.db", 81), committed=lambda _: None)
    with store.begin() as unit:
        an = officer(unit)
        session = unit.bookmarks._session
        session.execute(
            insert(BookmarkRow),
            [
                {
                    "id": number,
                    "at": (at := NOON - number * 60 * SECOND),
                    "start": at - 30 * SECOND,
                    "end": at + 60 * SECOND,
                    "category_id": 1,
                    "note": "" if number % 300 == 0 else "đã xem",
                    "made_by": an.id,
                    "made_at": at,
                }
                for number in range(1, count + 1)
            ],
        )
        session.execute(
            insert(BookmarkCameraRow),
            [
                {
                    "bookmark_id": number,
                    "at": NOON - number * 60 * SECOND,
                    "camera_id": number % 81 + 1,
                    "place": 0,
                    "state": "",
                    "reason": "",
                    "still": "",
                    "sha256": "",
                    "drawing": "",
                }
                for number in range(1, count + 1)
            ],
        )
    hour = (to_us(NOON - 72 * HOUR), to_us(NOON - 71 * HOUR))
    with store.read() as unit:
        drafts = unit.bookmarks.drafts(an, of_all=True)
        newest = unit.bookmarks.newest(an, 200)
        on_the_line = unit.bookmarks.flags(an, [ONE, TWO], hour, 9)
    store.close()

    assert (len(drafts), len(newest), len(on_the_line)) == (20, 200, 2)


def test_drafts_are_found_by_their_own_index(store: Store, tmp_path: Path) -> None:
    with store.begin() as unit:
        connection = unit.bookmarks._session.connection()
        query = select(BookmarkRow.id)
        assert connection.execute(query).all() == []
    with closing(sqlite3.connect(tmp_path / "station.db")) as file:
        file.create_function("holds", 2, lambda *_: True)
        (plan,) = file.execute(
            "explain query plan select id from bookmark where undone_at_us is null "
            "and (category_id is null or note = '') order by at_us desc, id desc"
        ).fetchall()

    assert "bookmark_draft" in plan[3]


def test_notes_are_the_newest_first_of_oneself_or_of_all(store: Store) -> None:
    with store.begin() as unit:
        an, binh = officer(unit), officer(unit, "Bình")
        mark(unit, by=an, at=NOON, note="một")
        mark(unit, by=binh, at=NOON + SECOND, note="hai")
        mark(unit, by=an, at=NOON + HOUR)

        assert unit.bookmarks.notes(an, own=False) == ["hai", "một"]
        assert unit.bookmarks.notes(an, own=True) == ["một"]
        assert unit.bookmarks.notes(an, own=False, limit=1) == ["hai"]


def test_what_was_not_committed_is_not_there(store: Store) -> None:
    with pytest.raises(Gone):
        mark_and_fail(store)

    with store.read() as unit:
        assert unit.bookmarks.newest(None) == []
        counted = unit.bookmarks._session.execute(text("select count(*) from bookmark_camera"))
        assert counted.scalar() == 0
        assert unit.bookmarks.drafts(None, of_all=True) == []


def mark_and_fail(store: Store) -> None:
    with store.begin() as unit:
        mark(unit)
        raise Gone("power")
