from __future__ import annotations

import pytest
from PySide6.QtCore import QTranslator

from console.events import Reason, StreamState
from ui.standing import Stand
from ui.wall.tile_words import Face, Sight, face

NOW_S = 10_000.0
LONG_AGO = 500.0


def seen(
    state: StreamState,
    reason: Reason = Reason.NONE,
    *,
    picture_s: float | None = 0.1,
    watched_s: float = LONG_AGO,
    since_s: float = LONG_AGO,
) -> Face:
    """The face of a tile; all times are ages in seconds."""
    at_s = None if picture_s is None else NOW_S - picture_s
    sight = Sight(picture_at_s=at_s, watched_since_s=NOW_S - watched_s)
    return face(Stand(state, reason, "", NOW_S - since_s), sight, NOW_S)


def test_a_live_picture_is_left_alone(vietnamese: QTranslator) -> None:
    assert seen(StreamState.LIVE) == Face(state=StreamState.LIVE)


def test_an_old_picture_is_never_live_whatever_the_engine_says(vietnamese: QTranslator) -> None:
    told = seen(StreamState.LIVE, picture_s=41)

    assert (told.state, told.dim) == (StreamState.STALLED, True)
    assert told.title == "Mất hình 00:41"


@pytest.mark.parametrize(("age_s", "dim"), [(2.9, False), (3.0, True)])
def test_a_picture_is_old_after_three_seconds(
    vietnamese: QTranslator, age_s: float, dim: bool
) -> None:
    assert seen(StreamState.LIVE, picture_s=age_s).dim is dim


def test_a_page_that_was_just_opened_connects_and_has_not_lost(vietnamese: QTranslator) -> None:
    told = seen(StreamState.LIVE, picture_s=60, watched_s=0.5)

    assert (told.state, told.dim) == (StreamState.CONNECTING, True)
    assert told.title == "Đang kết nối"


def test_what_was_paused_before_its_page_came_connects_now(vietnamese: QTranslator) -> None:
    told = seen(StreamState.PAUSED, Reason.NOT_SHOWN, picture_s=None, watched_s=0)

    assert told.state is StreamState.CONNECTING


def test_lost_packets_are_a_badge_beside_the_picture(vietnamese: QTranslator) -> None:
    told = seen(StreamState.LATE, Reason.PACKETS_LOST)

    assert (told.badge, told.title, told.dim) == ("Mất gói tin", "", False)


@pytest.mark.parametrize(
    "state", [StreamState.OFFLINE, StreamState.REFUSED, StreamState.UNSUPPORTED]
)
def test_what_failed_is_dim_even_with_a_young_picture(
    vietnamese: QTranslator, state: StreamState
) -> None:
    told = seen(state, Reason.NO_ANSWER, picture_s=0.1)

    assert told.dim
    assert told.title
    assert told.advice.startswith("Không trả lời.")


def test_offline_counts_since_the_engine_said_so(vietnamese: QTranslator) -> None:
    told = seen(StreamState.OFFLINE, picture_s=None, watched_s=2, since_s=75)

    assert told.title == "Mất kết nối 01:15"


def test_a_stall_that_began_before_the_page_came_is_counted_from_its_begin(
    vietnamese: QTranslator,
) -> None:
    told = seen(StreamState.STALLED, picture_s=None, watched_s=2, since_s=100)

    assert told.title == "Mất hình 01:40"
