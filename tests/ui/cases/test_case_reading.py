"""What the inbox shows of a case, read off the GUI thread, also where not all of it is for him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.errors import Gone
from db.records import Role
from tests.ui.cases.desk import sit_down, submitted
from tests.ui.cases.seat import CaseSeat
from ui.cases.case_reading import read_item


def test_a_bookmark_that_is_not_for_a_chief_of_few_teams_keeps_no_case_from_him(
    seat: CaseSeat,
) -> None:
    """The camera is another team's, the case happened in a cluster of his."""
    console = seat.console
    cameras = console.fleet.view().cameras
    here = console.fleet.view().clusters[0]
    there = next(each for each in cameras if each.cluster_id != here.id)
    sit_down(console, Role.DUTY)
    made = submitted(console, "Mất xe máy", [cameras[0].id])
    at = console.clock.now()
    other = console.bookmarks.mark([there.id], at, {}, made.category_id, "Chạy về hướng cầu")
    console.case_ties.join(made.id, [other.id])
    boss = sit_down(console, Role.CHIEF)
    with console._store.begin() as unit:
        unit.officers.change(boss.id, name=boss.name, role=boss.role, teams={here.team_id})
    sit_down(console, Role.CHIEF)
    (item,) = [each for each in console.inbox.page().items if each.line is not None]
    with pytest.raises(Gone):
        console.bookmarks.bookmark(other.id)

    seen = read_item(console, item)

    assert seen.incident is not None
    assert [each.cameras for each in seen.bookmarks] == [(cameras[0].id,)]
    assert (seen.unseen, len(seen.moments)) == (0, 1)
    with pytest.raises(Gone):  # of that alone there would be nothing to show
        read_item(console, replace(item, line=None, bookmark_id=other.id))
