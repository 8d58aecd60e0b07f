"""One night through the real window, by keys: from the key of the moment to the figure, and back.

Later issues lengthen this journey; every step is what an officer does, in the order of the night.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator

from db.case_records import CallResult, IncidentState, OutcomeKind
from db.incident_records import IncidentQuery, Viewer
from db.records import CameraId, to_us
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in
from tests.ui.fake_review import archive_of, recorded
from tests.ui.hands import CTRL, ENTER, Hands
from tests.ui.people.booth import enlist
from tests.ui.stage import Stage, wait_for
from ui.access.reason_dialog import ReasonDialog
from ui.cases.counts_dialog import CountsDialog
from ui.cases.inbox_page import InboxPage
from ui.cases.incident_page import IncidentPage
from ui.cases.list_page import CasesPage
from ui.cases.new_dialog import NewIncidentDialog
from ui.cases.sections.bookmarks import BookmarksSection
from ui.cases.sections.calls import CallsSection
from ui.cases.sections.outcome_form import OutcomeDialog
from ui.cases.sections.outcomes import OutcomesSection
from ui.people.call_dialog import CallDialog


@pytest.fixture
def night(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Night]:
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    cameras = [CameraId(number) for number in range(1, 4)]
    footage = recorded(cameras, clock.now() + timedelta(hours=3), 1, gaps_a_day=0.001)
    stage = Stage(tmp_path, clock, archive=archive_of(footage), prepare=enlist)
    yield Night(stage)
    stage.close()


class Night(Hands):
    """The window, and what became of its only incident."""

    def state(self) -> IncidentState:
        """Where the only incident is."""
        with self.stage.console._store.read() as unit:
            (line,) = unit.incident_lists.page(IncidentQuery(), Viewer(None))
        return line.state


def test_one_night_from_the_key_to_the_figure_and_back_to_the_clip(night: Night) -> None:
    stage, console = night.stage, night.stage.console
    # The duty officer comes, and lands on the wall.
    come_in(stage, DUTY)
    night.front()
    stage.all_live()
    stage.clock.pass_(seconds=10)
    night.at(stage.wall.canvas)
    stage.wall.choose(stage.shown[0])
    at = stage.clock.now()

    # One key; the tile flashes, the moment is on disk with its hold.
    night.press(Qt.Key.Key_B)
    wait_for(lambda: len(console.bookmarks.newest()) == 1)
    (bookmark,) = console.bookmarks.newest()
    assert (bookmark.at, bookmark.cameras) == (at, (stage.shown[0],))
    assert bookmark.hold_id is not None

    # Whom to call: the leader is on the way.
    night.press(Qt.Key.Key_F9)
    calls = night.dialog(CallDialog)
    wait_for(lambda: bool(calls.rows.people))
    night.press(Qt.Key.Key_3)
    wait_for(lambda: calls.rows.people[0].last is not None)
    assert calls.rows.people[0].last.call.result is CallResult.ON_THE_WAY
    assert calls.rows.people[0].last.call.bookmark_id == bookmark.id
    night.press(Qt.Key.Key_Escape)
    night.front()

    # Words: the kind by its digit, a line by letters.
    night.press(Qt.Key.Key_D)
    describing = stage.window.moments.panel.describing
    wait_for(lambda: describing.categories.count() == 8 and describing.categories.hasFocus())
    night.press(Qt.Key.Key_M, CTRL)
    new = night.dialog(NewIncidentDialog)
    night.at(new.title.box)
    night.write("Mất xe máy Wave ở cổng chợ")
    night.at(new.category.box)
    wait_for(lambda: bool(new._tree))
    night.write("trom cap")
    night.press(ENTER)
    night.at(new.title.box)
    night.press(ENTER)  # the Enter before took the category alone

    # The case is there, with its moment; the rest is told, and it goes to the chief.
    page = night.page("incident", IncidentPage)
    wait_for(lambda: page.seen is not None)
    number = page.seen.incident.id
    night.at(page.form.narrative.box)
    night.write("Hai thanh niên bẻ khoá lúc 3 giờ sáng.")
    night.press(ENTER, CTRL)
    wait_for(lambda: night.state() is IncidentState.SUBMITTED)
    assert console.case_ties.related(number).bookmarks == (bookmark.id,)

    # Whom he called from the tile stands in the case.
    page.beside.bring(CallsSection)
    called = page.beside.current
    assert isinstance(called, CallsSection)
    wait_for(lambda: called.list.count() == 1)
    assert "đang đến" in called.list.item(0).text()

    # The chief lands in his inbox: the clip plays beside the text; something is missing.
    night.hand_over(CHIEF)
    inbox = night.page("inbox", InboxPage)
    wait_for(lambda: "Mất xe máy Wave" in inbox.text.words())
    wait_for(lambda: len(stage.players) == 1)
    night.at(inbox.list)
    night.press(Qt.Key.Key_R)
    reason = night.dialog(ReasonDialog)
    night.at(reason.reason)
    night.write("Thiếu biển số xe.")
    reason.keep()
    wait_for(lambda: night.state() is IncidentState.RETURNED)

    # The officer sees why, mends it, and says what came of it.
    night.hand_over(DUTY)
    night.press(Qt.Key.Key_3, CTRL)
    cases = night.page("cases", CasesPage)
    wait_for(lambda: cases.rows.rowCount() == 1)
    night.at(cases.table)
    cases.table.selectRow(0)
    night.press(ENTER)
    page = night.page("incident", IncidentPage)
    wait_for(lambda: page.seen is not None and "Thiếu biển số xe." in page.head.reason.text())
    night.at(page.form.narrative.box)
    page.form.narrative.edit.selectAll()
    night.write("Hai thanh niên bẻ khoá lúc 3 giờ sáng, xe 20-B1 123.45.")
    page.beside.bring(OutcomesSection)
    page.beside.take_focus()
    night.press(Qt.Key.Key_Insert)
    outcome = night.dialog(OutcomeDialog)
    outcome.keep()  # "case verified", once, today
    wait_for(lambda: len(console.outcomes.of(number)) == 1 and not outcome.isVisible())
    night.front()
    kept = console.incidents.incident(number)
    wait_for(lambda: page.seen is not None and page.seen.incident.version == kept.version)
    night.at(page.form.narrative.box)
    night.press(ENTER, CTRL)
    wait_for(lambda: night.state() is IncidentState.SUBMITTED)

    # The chief vouches for it; the figure counts it, and leads back to the case and its clip.
    night.hand_over(CHIEF)
    inbox = night.page("inbox", InboxPage)
    wait_for(lambda: "20-B1" in inbox.text.words())
    night.at(inbox.list)
    night.press(Qt.Key.Key_A)
    wait_for(lambda: night.state() is IncidentState.APPROVED)
    night.press(Qt.Key.Key_3, CTRL)
    cases = night.page("cases", CasesPage)
    night.press(Qt.Key.Key_F8)
    counts = night.dialog(CountsDialog)
    counts.approved.setChecked(True)

    def verified() -> int:
        """The figure of verified cases, as it stands there."""
        row = list(OutcomeKind).index(OutcomeKind.VERIFIED)
        tally = counts.kinds.tally(row)
        return 0 if tally is None else tally.count

    wait_for(lambda: verified() == 1)
    night.at(counts.table)
    night.press(ENTER)
    wait_for(lambda: counts.rows.rowCount() == 1)
    night.at(counts.list)
    night.press(ENTER)
    page = night.page("incident", IncidentPage)
    wait_for(lambda: page.seen is not None and page.seen.incident.id == number)
    page.beside.bring(BookmarksSection)
    marks = page.beside.current
    assert isinstance(marks, BookmarksSection)
    wait_for(lambda: marks.list.count() == 1)
    night.at(marks.list)
    night.press(ENTER)
    wait_for(lambda: night.window.pages.current == "review")
    assert stage.review.shown.cameras == bookmark.cameras
    assert stage.review.playback.marked_span == bookmark.span
    assert stage.review.playback.at_us >= to_us(bookmark.span.start)
