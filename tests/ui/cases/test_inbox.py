"""The chief's morning by keys alone: what waits, its clip, his answers, and what he may not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator

from console.app import Console
from console.incident_rules import IncidentChanges
from console.outcomes import OutcomeForm
from db.case_records import IncidentState, OutcomeKind
from db.errors import StoreProblem
from db.incident_records import IncidentQuery, Viewer
from db.records import CameraId, Role
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, sign_in_card, write
from tests.ui.cases.desk import HOUR, inbox, key, morning, sit_down, submitted
from tests.ui.fake_review import archive_of, recorded
from tests.ui.stage import Stage, wait_for
from ui.access.reason_dialog import ReasonDialog
from ui.cases.morning_page import MorningPage
from ui.holds.case_holds import CaseHoldsDialog
from ui.people.matter import Matter

CTRL = Qt.KeyboardModifier.ControlModifier
MakeStage = Callable[[Callable[[Console], object]], Stage]


@pytest.fixture
def made(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[MakeStage]:
    """A window over the staffed station, whose console was prepared; nobody has come in."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    footage = recorded([CameraId(1), CameraId(2), CameraId(3)], clock.now(), 1, gaps_a_day=0.001)
    stages: list[Stage] = []

    def make(prepare: Callable[[Console], object]) -> Stage:
        stages.append(Stage(tmp_path, clock, archive=archive_of(footage), prepare=prepare))
        stages[0].window.activateWindow()
        return stages[0]

    yield make
    stages[0].close()


def state(stage: Stage, number: int) -> IncidentState:
    with stage.console._store.read() as unit:
        lines = unit.incident_lists.page(IncidentQuery(), Viewer(None))
    return next(line.state for line in lines if line.number == number)


def test_what_came_of_a_case_is_told_with_all_its_figures(made: MakeStage) -> None:
    """He approves what is counted: of drugs cases and persons, of what was seized how much."""

    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        incident = submitted(console, "Tàng trữ ma tuý", draft=True)
        day = console.clock.now().date()
        for form in (
            OutcomeForm(kind=OutcomeKind.DRUGS, on=day, count=1, persons=2),
            OutcomeForm(kind=OutcomeKind.SEIZED, on=day, count=3, item="cân điện tử", unit="cái"),
        ):
            console.outcomes.add(incident.id, form)
        incident = console.incidents.incident(incident.id)
        console.incident_review.submit(incident.id, incident.version)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    said = inbox(stage, 1).text.outcomes.text()

    assert "1 vụ, 2 đối tượng" in said
    assert "3 cái cân điện tử" in said


def test_the_chief_answers_by_keys_with_the_clip_beside_the_text(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        for title, cameras in (("Mất xe máy", (1, 2)), ("Gây rối", (3,)), ("Va chạm", ())):
            submitted(console, title, cameras)
            clock.pass_(minutes=1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)  # and he is in his inbox, not on the wall
    page = inbox(stage, 3)

    # The longest first; text and clip side by side, its player the only one, and it is logged.
    assert "Mất xe máy" in page.text.words()
    assert "Cụm camera 001 · 12 ngõ Đình" in page.text.words()
    wait_for(lambda: len(stage.players) == 1 and stage.players[0].rate == 1.0)
    assert [place.camera_id for place in stage.players[0].places] == [1, 2]
    assert stage.archive is not None
    assert stage.archive.footage.begun[-1][0] == (1, 2)
    key(page.list, Qt.Key.Key_Space)
    wait_for(lambda: stage.players[0].rate == 0.0)
    assert page.clip.line.text().endswith("02 " + stage.cameras()[1].name)

    # Approved; the next one is chosen by itself, with its own clip.
    key(page.list, Qt.Key.Key_A)
    page = inbox(stage, 2)
    wait_for(lambda: "Gây rối" in page.text.words() and page._seen is not None)
    assert state(stage, 1) is IncidentState.APPROVED
    assert page.filters.words == "Đã duyệt: 1/2026"
    wait_for(lambda: [p.places[0].camera_id for p in stage.players if p.places] == [3])

    # Returned with a reason, which must be there.
    key(page.list, Qt.Key.Key_R)
    dialog = next(iter(page.findChildren(ReasonDialog)))
    dialog.activateWindow()
    wait_for(dialog.isActiveWindow)
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    write(dialog.reason, "Thiếu biển số xe")
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    page = inbox(stage, 1)
    assert state(stage, 2) is IncidentState.RETURNED
    stage.window.activateWindow()  # without a window system nobody does when a dialog goes
    wait_for(page.list.hasFocus)

    # The last has no bookmark: it says so, and no player is open.
    wait_for(lambda: "Va chạm" in page.text.words() and page._seen is not None)
    wait_for(lambda: not stage.players)
    assert "không có dấu mốc" in page.clip.words.text()
    key(page.list, Qt.Key.Key_C)
    inbox(stage, 0)
    assert state(stage, 3) is IncidentState.CLOSED
    assert page._stack.currentIndex() == 1


def test_nobody_answers_his_own_work_and_a_lock_closes_the_clip(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.CHIEF)
        submitted(console, "Của chính mình", (1,))
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 1)
    assert not page._buttons["inbox-approve"].isEnabled()
    assert not page._buttons["inbox-close"].isEnabled()
    assert page._buttons["inbox-return"].isEnabled()
    assert "tự duyệt" in page.said.text()
    key(page.list, Qt.Key.Key_A)
    wait_for(lambda: len(stage.players) == 1)
    assert state(stage, 1) is IncidentState.SUBMITTED

    # Locked in mid-way: the player is closed, and nothing of it is there for the next officer.
    guard = stage.window.guard
    assert guard is not None
    guard.lock()
    assert stage.players == []
    guard.sign_out()
    sign_in_card(stage)
    assert page.rows.rowCount() == 0
    assert "Của chính mình" not in page.text.words()
    come_in(stage, DUTY)
    assert stage.window.pages.current == "wall"
    assert not stage.window.rail.button("cases").toolTip().count("chờ")


def test_the_badge_counts_and_restricted_ones_are_not_there(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        submitted(console, "Chờ lâu", ())
        secret = submitted(console, "Việc kín", (), draft=True)
        changes: IncidentChanges = {"restricted": True, "readers": frozenset()}
        console.incidents.edit(secret.id, secret.version, changes)
        clock.pass_(hours=49)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 1)
    rail = stage.window.rail.button("cases")
    wait_for(lambda: "1 mục đang chờ" in rail.toolTip())
    assert rail.findChild(type(page.said), "rail-badge").text() == "1!"
    assert "quá 48 giờ" in page.filters.words
    assert page.chosen is not None
    assert page.chosen.is_late


def test_holds_of_a_case_are_seen_to_on_the_spot_and_f9_is_about_it(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        submitted(console, "Mất xe máy", (1,))
        clock.pass_(hours=24 * 175)  # of 180 days
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 2)
    key(page.list, Qt.Key.Key_5)
    page = inbox(stage, 1)
    item = page.chosen
    assert item is not None
    assert item.line is not None
    assert item.line.cluster_id is not None
    assert page.matter() == Matter(item.line.cluster_id, incident_id=item.line.id)
    key(page.list, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(CaseHoldsDialog)
    assert dialog.isVisible()
    assert "1/2026 Mất xe máy" in dialog.windowTitle()
    wait_for(lambda: dialog.panel.rows.rowCount() == 1)
    dialog.reject()


def test_a_morning_that_cannot_be_read_is_not_a_quiet_one(
    made: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> object:
        raise StoreProblem("the file")

    stage = made(lambda _: None)
    come_in(stage, CHIEF)
    with monkeypatch.context() as broken:
        broken.setattr(stage.console.morning, "view", unreadable)
        stage.window.show_page("morning")
        page = stage.window.pages.page("morning")
        assert isinstance(page, MorningPage)
        wait_for(lambda: "Chưa đọc được" in page.title.text())
        assert "F5" in page.told.text()

    key(page, Qt.Key.Key_F5)
    wait_for(lambda: page.title.text() == "Đêm yên")


def test_the_morning_leads_to_what_it_tells(made: MakeStage, clock: FakeClock) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.DUTY)
        submitted(console, "Mất xe máy", ())
        submitted(console, "Mất xe đạp", ())
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = morning(stage)
    assert page.title.text() == "Cần xem ngay"
    assert "2 vụ chờ duyệt" in page.told.text()
    asked: list[object] = []
    page.list_wanted.connect(asked.append)
    page.incident_wanted.connect(asked.append)

    row = page.brought.row(0)
    assert row is not None
    assert row.count == 2
    page.brought_view.setFocus()
    key(page.brought_view, Qt.Key.Key_Return)
    query = asked[0]
    assert isinstance(query, IncidentQuery)
    assert len(stage.console.incidents.page(query)) == 2
    assert query.until - query.since == 24 * HOUR

    page = morning(stage)  # the list of cases is in sight
    wait_for(lambda: page.open_view.isVisible() and page.open.line(0) is not None)
    page.open_view.selectRow(0)
    page.open_view.setFocus()
    key(page.open_view, Qt.Key.Key_Return)
    line = page.open.line(0)
    assert line is not None
    assert asked[1] == line.id
    assert stage.window.pages.current == "incident"
