"""What was watched is in the log; what is too old by now is not watched on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.records import CameraId, Span, to_us
from tests.ui.fake_review import FakeFootage
from tests.ui.review.desk import ONE, TWO, opened
from tests.ui.stage import Stage, wait_for
from ui.review.scale import SECOND_US

TOO_OLD = NotAllowed(Action.REVIEW_FOOTAGE, Why.AGE)


def watch(stage: Stage, seconds: int) -> None:
    """Play so long, on the clock of the wall as well."""
    [player] = stage.players
    for _ in range(seconds):
        stage.clock.pass_(seconds=1)
        if not player.closed:
            player.play(1)
        wait_for(lambda: player.closed or stage.review.playback.at_us == player.at_us)


def spans_of(footage: FakeFootage, camera_id: CameraId) -> list[Span]:
    return [span for cameras, span in footage.watched if camera_id in cameras]


def test_what_has_become_too_old_is_logged_and_not_watched_on(
    stage: Stage, footage: FakeFootage
) -> None:
    player, start_us = opened(stage, ONE), stage.review.playback.at_us
    footage.too_late = TOO_OLD
    watch(stage, 7)

    wait_for(lambda: player.closed)
    words = "cũ hơn mức vai trò được xem"
    wait_for(lambda: words in stage.review.findChild(QLabel, "waiting").text())
    wait_for(lambda: not stage.desk.tasks._waiting)  # the log hears of it behind the player
    seen = spans_of(footage, ONE)
    assert min(to_us(span.start) for span in seen) == start_us
    assert max(to_us(span.end) for span in seen) >= start_us + 5 * SECOND_US
    begun = len(footage.begun)
    footage.too_late = None
    stage.review.review([ONE], start_us)
    wait_for(lambda: len(footage.begun) > begun)  # leave that was given once is asked for anew


def test_a_refusal_of_what_was_shown_before_leaves_the_player_alone(
    stage: Stage, footage: FakeFootage
) -> None:
    player = opened(stage, ONE)
    watch(stage, 2)
    footage.too_late = TOO_OLD
    stage.review.review([TWO])  # the last of what was watched is noted by then
    wait_for(lambda: stage.review.playback.cameras == (TWO,))
    watch(stage, 1)
    wait_for(lambda: bool(spans_of(footage, ONE)))
    footage.too_late = None

    assert not player.closed


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_a_preview_under_the_pointer_is_in_the_log(stage: Stage, footage: FakeFootage) -> None:
    player = opened(stage, ONE)
    page = stage.review
    us = player.at_us + 5 * SECOND_US
    page.timeline.hovered.emit(ONE, us, QPoint(400, 500))
    assert spans_of(footage, ONE) == []  # words are no picture
    wait_for(lambda: bool(spans_of(footage, ONE)))

    [span] = spans_of(footage, ONE)
    assert (to_us(span.start), to_us(span.end)) == (us, us + SECOND_US)


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing|propagateSizeHints)", extend=True)
def test_previews_alone_are_written_when_the_review_ends(
    stage: Stage, footage: FakeFootage
) -> None:
    """They wait for a line that takes several; nothing was played that would end it."""
    runs, footage.kept_runs = footage.kept_runs, []
    player = opened(stage, ONE)
    footage.kept_runs = runs
    page = stage.review
    page.timeline.hovered.emit(TWO, player.at_us, QPoint(400, 500))
    stage.review.errands.preview.show_at(QPoint(400, 500), player.at_us, "", TWO, recorded=True)
    wait_for(lambda: bool(spans_of(footage, TWO)))

    page.playback.close()

    wait_for(lambda: footage.ended == 1)
