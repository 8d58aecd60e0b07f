"""The moment: marked, held, described, taken back; what the log is told, and what it is not."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.audit import Act
from console.bookmarks import MOST_CAMERAS
from console.errors import FieldRefused, Gone, NotAllowed
from console.events import Reason, StreamState
from console.gate import Why
from console.holds import HoldState, state_of
from console.moments import BookmarkRule
from console.rights import Action
from db.case_records import Bookmark, BookmarkId, CategoryId, IncidentState, Shot
from db.case_tables import CategoryRow, IncidentRow
from db.footage_records import Hold, HoldReason
from db.records import CameraId, Role, Span
from db.store import Store
from tests import wards
from tests.db.test_bookmarks import join
from tests.fakes import FakeClock
from tests.timelines import HOUR, Post

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
THEFT, DRUGS, OTHER = CategoryId(1), CategoryId(5), CategoryId(8)


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


def hold_of(post: Post, bookmark: Bookmark) -> Hold:
    assert bookmark.hold_id is not None
    with post.store.read() as unit:
        return unit.holds.hold(bookmark.hold_id)


def around(at: datetime, before_s: float, after_s: float) -> Span:
    return Span(at - before_s * SECOND, at + after_s * SECOND)


def test_one_call_keeps_bookmark_hold_and_entry(post: Post, clock: FakeClock) -> None:
    officer = post.officer(Role.DUTY)
    first, second, *_ = post.cameras()
    at = clock.now() - 3 * SECOND

    made = post.bookmarks.mark([second.id, first.id, second.id], at)

    assert post.bookmarks.drafts() == [made]
    assert (made.at, made.span, made.made_by) == (at, around(at, 30, 60), officer.id)
    assert made.cameras == (second.id, first.id)
    hold = hold_of(post, made)
    assert (hold.span, hold.cameras, hold.reason) == (
        made.span,
        frozenset({first.id, second.id}),
        HoldReason.BOOKMARK,
    )
    assert hold.until is None  # nobody said yet how long
    assert post.log() == [
        (
            Act.BOOKMARK_MADE,
            "bookmark",
            made.id,
            {
                "at": "2026-03-14T19:59:57Z",
                "cameras": [second.id, first.id],
                "category": None,
                "hold": hold.id,
                "since": "2026-03-14T19:59:27Z",
                "to": "2026-03-14T20:00:57Z",
                "until": None,
            },
        )
    ]


def test_a_camera_that_is_off_is_marked_with_its_outage(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    off, late, live, *_ = (camera.id for camera in post.cameras())

    made = post.bookmarks.mark(
        [off, late, live],
        clock.now(),
        {
            off: (StreamState.OFFLINE, Reason.NO_ANSWER),
            late: (StreamState.STALLED, Reason.NONE),
            live: (StreamState.LIVE, Reason.NONE),
        },
    )

    assert made.shots == (
        Shot(camera_id=off, state="offline", reason="no_answer"),
        Shot(camera_id=late, state="stalled"),
        Shot(camera_id=live),
    )
    assert len(hold_of(post, made).cameras) == 3


def test_a_category_and_a_line_make_it_whole_at_once(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)

    made = post.bookmarks.mark([CameraId(1)], clock.now(), {}, THEFT, "  Mất  xe máy ")

    assert (made.note, made.is_draft) == ("Mất xe máy", False)
    assert made.span == around(clock.now(), 60, 120)
    assert hold_of(post, made).until == clock.now() + 180 * DAY
    assert "Mất" not in str(post.log())


def test_a_station_being_set_up_marks_too(post: Post, clock: FakeClock) -> None:
    made = post.bookmarks.mark([CameraId(1)], clock.now())

    assert made.made_by is None
    assert post.bookmarks.drafts() == [made]
    assert post.bookmarks.undo(made.id).undone_at == clock.now()


@pytest.mark.parametrize(
    ("field", "cameras", "ahead_s", "note"),
    [
        ("cameras", [], 0, ""),
        ("cameras", range(1, MOST_CAMERAS + 2), 0, ""),
        ("at", [1], 2.5, ""),
        ("note", [1], 0, "x" * 301),
        ("note", [1], 0, "tr\u202eái"),
    ],
)
def test_what_is_no_moment_is_refused(
    post: Post, clock: FakeClock, field: str, cameras: list[int], ahead_s: float, note: str
) -> None:
    post.officer(Role.DUTY)

    with pytest.raises(FieldRefused) as refused:
        post.bookmarks.mark(
            [CameraId(each) for each in cameras], clock.now() + ahead_s * SECOND, {}, None, note
        )

    assert refused.value.field == field
    assert (post.bookmarks.newest(), post.holds.list()) == ([], [])


def test_a_key_that_is_a_little_ahead_of_our_clock_counts(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)

    assert post.bookmarks.mark([CameraId(1)], clock.now() + SECOND).at == clock.now() + SECOND


def test_a_category_that_is_retired_or_gone_is_not_given(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    kept = post.bookmarks.mark([CameraId(1)], clock.now(), {}, OTHER)
    with post.store.begin() as unit:
        row = unit.bookmarks._session.get(CategoryRow, OTHER)
        assert row is not None
        row.retired = True

    with pytest.raises(FieldRefused, match=BookmarkRule.RETIRED):
        post.bookmarks.mark([CameraId(1)], clock.now(), {}, OTHER)
    with pytest.raises(Gone, match="category"):
        post.bookmarks.mark([CameraId(1)], clock.now(), {}, CategoryId(99))
    assert not post.bookmarks.describe(kept.id, OTHER, "Vẫn như cũ").is_draft
    assert OTHER not in [each.id for each in post.bookmarks.categories()]


def test_nobody_marks_what_he_may_not_see(post: Post, clock: FakeClock) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.DUTY, {post.team_of(first)})

    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.bookmarks.mark([first.id, last.id], clock.now())
    with pytest.raises(NotAllowed, match=Why.AGE):
        post.bookmarks.mark([first.id], clock.now() - 25 * HOUR)
    post.officer(Role.AUDITOR)
    with pytest.raises(NotAllowed, match=Why.ROLE):
        post.bookmarks.mark([first.id], clock.now())
    post.officer(Role.OFFICER)
    assert post.bookmarks.mark([last.id], clock.now() - 500 * HOUR).is_draft


def test_officers_of_a_team_see_and_describe_what_is_theirs(post: Post, clock: FakeClock) -> None:
    first, *_, last = post.cameras()
    post.officer(Role.CHIEF)
    of_both = post.bookmarks.mark([first.id, last.id], clock.now())
    post.bookmarks.mark([last.id], clock.now())
    post.officer(Role.DUTY, {post.team_of(first)})
    mine = post.bookmarks.mark([first.id], clock.now())
    span = post.span(-5, 5)

    assert post.bookmarks.newest() == [mine, of_both]
    assert post.bookmarks.drafts() == [mine]
    on_the_line = post.bookmarks.flags(span, [first.id])
    assert [(flag.id, flag.cameras) for flag in on_the_line] == [
        (of_both.id, (first.id,)),
        (mine.id, (first.id,)),
    ]
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.bookmarks.flags(span, [last.id])
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        post.bookmarks.describe(of_both.id, THEFT, "Trộm")
    assert not post.bookmarks.describe(mine.id, THEFT, "Trộm").is_draft


def test_the_chief_has_every_draft_and_others_their_own(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    one = post.bookmarks.mark([CameraId(1)], clock.now())
    post.officer(Role.DUTY)
    two = post.bookmarks.mark([CameraId(2)], clock.now() + SECOND)

    assert post.bookmarks.drafts() == [two]
    post.officer(Role.CHIEF)
    assert post.bookmarks.drafts() == [two, one]


def test_a_draft_is_held_until_somebody_said_what_it_was(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    made = post.bookmarks.mark([CameraId(1)], clock.now())
    clock.pass_(days=400)
    post.officer(Role.CHIEF)

    with post.store.read() as unit:
        assert unit.holds.spans_of(CameraId(1), clock.now()) == [made.span]
    post.bookmarks.describe(made.id, None, "Chưa rõ việc gì")
    assert hold_of(post, made).until is None
    post.bookmarks.describe(made.id, THEFT, "Chưa rõ việc gì")

    assert hold_of(post, made).until == clock.now() + 180 * DAY  # counted from now on


def test_the_span_follows_the_category_and_the_hold_never_shrinks(
    post: Post, clock: FakeClock
) -> None:
    post.officer(Role.DUTY)
    at = clock.now()
    made = post.bookmarks.mark([CameraId(1)], at, {}, CategoryId(6), "Cháy")  # 60 s, 300 s; 180 d
    clock.pass_(hours=1)

    smaller = post.bookmarks.describe(made.id, OTHER, "Đốt rác")  # 30 s, 60 s; 30 days
    assert smaller.span == around(at, 30, 60)
    assert hold_of(post, made).span == around(at, 60, 300)
    assert hold_of(post, made).until == at + 180 * DAY

    post.bookmarks.describe(made.id, DRUGS, "Đốt rác")  # 365 days
    assert hold_of(post, made).until == at + HOUR + 365 * DAY
    assert [line[3]["fields"] for line in post.log(Act.BOOKMARK_CHANGED)] == [
        ["category", "note"],
        ["category"],
    ]
    assert "rác" not in str(post.log())


def test_a_category_without_days_holds_until_it_is_released(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    made = post.bookmarks.mark([CameraId(1)], clock.now(), {}, OTHER, "Khác")
    with post.store.begin() as unit:
        row = unit.bookmarks._session.get(CategoryRow, DRUGS)
        assert row is not None
        row.hold_days = None

    post.bookmarks.describe(made.id, DRUGS, "Ma tuý")
    assert hold_of(post, made).until is None
    post.bookmarks.describe(made.id, THEFT, "Trộm")
    assert hold_of(post, made).until is None  # longest wins


def test_what_was_released_is_not_held_again(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    made = post.bookmarks.mark([CameraId(1)], clock.now())
    second = post.officer(Role.CHIEF)
    post.officer(Role.CHIEF)
    post.approve(Action.RELEASE_HOLD, second)
    post.holds.release(hold_of(post, made).id)

    post.bookmarks.describe(made.id, DRUGS, "Ma tuý")

    assert state_of(hold_of(post, made), clock.now()) is HoldState.RELEASED
    assert hold_of(post, made).span == made.span


def test_what_was_described_stays_described(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    made = post.bookmarks.mark([CameraId(1)], clock.now(), {}, OTHER, "Khác")

    for category, note, field in ((None, "Khác", "category"), (OTHER, "  ", "note")):
        with pytest.raises(FieldRefused) as refused:
            post.bookmarks.describe(made.id, category, note)
        assert refused.value.field == field
    assert post.bookmarks.describe(made.id, OTHER, " Khác ") == made
    assert post.log(Act.BOOKMARK_CHANGED) == []


@pytest.mark.parametrize("state", IncidentState)
def test_a_settled_incident_takes_what_is_missing_and_no_change(
    post: Post, clock: FakeClock, state: IncidentState
) -> None:
    post.officer(Role.DUTY)
    draft = post.bookmarks.mark([CameraId(1)], clock.now())
    with post.store.begin() as unit:
        incident_id = join(unit, draft)
        row = unit.bookmarks._session.get(IncidentRow, incident_id)
        assert row is not None
        row.state = state

    post.bookmarks.describe(draft.id, OTHER, "Khác")
    assert hold_of(post, draft).until is None  # the incident's end, no draft's
    if state in (IncidentState.DRAFT, IncidentState.RETURNED):
        assert post.bookmarks.describe(draft.id, OTHER, "Lại khác").note == "Lại khác"
    else:
        with pytest.raises(FieldRefused, match=BookmarkRule.SETTLED):
            post.bookmarks.describe(draft.id, OTHER, "Lại khác")


def test_a_restricted_bookmark_is_gone_for_others(post: Post, clock: FakeClock) -> None:
    reader = post.officer(Role.OFFICER)
    made = post.bookmarks.mark([CameraId(1)], clock.now())
    with post.store.begin() as unit:
        join(unit, made, readers=[reader])
    assert post.bookmarks.bookmark(made.id).id == made.id
    post.officer(Role.CHIEF)

    assert (post.bookmarks.newest(), post.bookmarks.drafts()) == ([], [])
    assert post.bookmarks.flags(post.span(-5, 5), [CameraId(1)]) == []
    for call in (
        lambda: post.bookmarks.bookmark(made.id),
        lambda: post.bookmarks.describe(made.id, OTHER, "Khác"),
        lambda: post.bookmarks.undo(made.id),
        lambda: post.stills.keep(made.id, CameraId(1), b""),
        lambda: post.stills.path(made.id, CameraId(1)),
        lambda: post.stills.draw(made.id, CameraId(1), []),
    ):
        with pytest.raises(Gone, match="bookmark"):
            call()


def test_it_is_taken_back_within_ten_seconds_by_whoever_made_it(
    post: Post, clock: FakeClock
) -> None:
    officer = post.officer(Role.DUTY)
    made = post.bookmarks.mark([CameraId(1)], clock.now())
    post.officer(Role.CHIEF)
    with pytest.raises(FieldRefused, match=BookmarkRule.NOT_HIS):
        post.bookmarks.undo(made.id)
    post.sign_in(officer)
    clock.pass_(seconds=10)

    undone = post.bookmarks.undo(made.id)

    assert undone.undone_at == clock.now()
    assert hold_of(post, made).released_at == clock.now()
    assert post.bookmarks.undo(made.id) == undone  # a key pressed twice
    assert (post.bookmarks.newest(), post.bookmarks.drafts()) == ([], [])
    assert post.bookmarks.bookmark(made.id) == undone
    assert [line[3] for line in post.log(Act.BOOKMARK_UNDONE)] == [{"hold": made.hold_id}]
    with pytest.raises(FieldRefused, match=BookmarkRule.UNDONE):
        post.bookmarks.describe(made.id, OTHER, "Khác")
    with pytest.raises(Gone):
        post.bookmarks.undo(BookmarkId(99))


def test_later_or_in_an_incident_it_is_not_taken_back(post: Post, clock: FakeClock) -> None:
    post.officer(Role.DUTY)
    late, joined = (post.bookmarks.mark([CameraId(1)], clock.now()) for _ in range(2))
    with post.store.begin() as unit:
        join(unit, joined)

    with pytest.raises(FieldRefused, match=BookmarkRule.JOINED):
        post.bookmarks.undo(joined.id)
    clock.pass_(seconds=13)
    with pytest.raises(FieldRefused, match=BookmarkRule.LATE):
        post.bookmarks.undo(late.id)
    assert hold_of(post, late).released_at is None
