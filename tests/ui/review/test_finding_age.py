"""A search over more than the role may see: what is allowed is searched, the rest is said."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QAction

from db.footage_records import CELLS, Look, Run
from db.records import StreamRole, to_us
from tests.fakes import FakeClock
from tests.ui.fake_review import DAY_US, HOUR_US, FakeFootage
from tests.ui.review.desk import ONE, opened
from tests.ui.stage import Stage, wait_for
from ui.review.finding.area_tool import AreaTool
from ui.review.scale import Scale

FULL = (1 << CELLS) - 1


@pytest.fixture
def footage(clock: FakeClock) -> FakeFootage:
    """Three days, of which the last may be seen; something changed in each of them."""
    now_us = to_us(clock.now())
    first = now_us - 3 * DAY_US
    made = FakeFootage(eldest=clock.now() - timedelta(days=1))
    made.kept_runs = [Run(camera_id=ONE, role=StreamRole.SUB, era=0, start_us=first, end_us=now_us)]
    made.kept_looks[ONE] = [
        Look(us, FULL if (us - first) % DAY_US == 6 * HOUR_US else 0, 0)
        for us in range(first, now_us, 10_000_000)
    ]
    return made


def searched(stage: Stage, days: float) -> AreaTool:
    """The tool, after a search over so many days up to now."""
    opened(stage, ONE)
    timeline, now_us = stage.review.timeline, to_us(stage.clock.now())
    length_us = round(days * DAY_US)
    timeline.set_scale(Scale(now_us - length_us, length_us, timeline.scale.width))
    action = stage.review.findChild(QAction, "action-finding-area")
    assert isinstance(action, QAction)
    action.trigger()
    tool = stage.review.findChild(AreaTool)
    assert isinstance(tool, AreaTool)
    tool.search()
    wait_for(lambda: not tool.is_searching)
    return tool


def test_of_three_days_the_last_is_searched_and_it_is_said_that_the_others_are_not(
    stage: Stage,
) -> None:
    tool = searched(stage, 3)

    assert len(tool.moments) == 1
    assert tool.missing.text().startswith("Không tìm trước ")
    assert "cũ hơn mức vai trò được xem" in tool.missing.text()


def test_a_day_that_has_become_too_old_meanwhile_does_not_end_the_search(
    stage: Stage, footage: FakeFootage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footage, "oldest", lambda: None)
    tool = searched(stage, 3)

    assert len(tool.moments) == 1
    assert tool.missing.text().startswith("Không tìm trước ")


def test_what_is_too_old_as_a_whole_is_said_to_be(stage: Stage, footage: FakeFootage) -> None:
    footage.eldest = stage.clock.now() + timedelta(seconds=1)

    tool = searched(stage, 1)

    assert "cũ hơn mức vai trò được xem" in tool.said.text()
    assert footage.searched == []
