"""Requests in the chief's inbox: by keys alone, with the footage beside, never on his own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.evidence.requests import WaitingRequest
from console.inbox import InboxItem
from db.evidence_records import Request, RequestId, RequestLine, RequestState
from db.incident_records import Waits
from db.records import Role
from tests.console.officers import WORD
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, come_in, press, write
from tests.ui.cases.desk import inbox, key, sit_down, submitted
from tests.ui.requests.conftest import MakeStage
from tests.ui.requests.office import OFFICER, asked, state_of
from tests.ui.stage import Stage, wait_for
from ui.access.confirm import ConfirmDialog
from ui.access.reason_dialog import ReasonDialog
from ui.cases.inbox_page import InboxPage
from ui.cases.inbox_reading import in_order
from ui.evidence.requests_page import RequestsPage
from ui.requests.narrow_dialog import NarrowDialog
from ui.requests.waiting import RequestItem

S = RequestState
CTRL = Qt.KeyboardModifier.ControlModifier


def _first(console: Console) -> Request:
    with console._store.read() as unit:
        return unit.requests.request(RequestId(1))


def _bring(widget: QWidget) -> None:
    """Where keys go, which no window system does here."""
    widget.activateWindow()
    wait_for(widget.isActiveWindow)


def _open(made: MakeStage, *, cameras: tuple[int, ...] = (1, 2)) -> tuple[Stage, InboxPage]:
    """The chief before one request of the officer's."""

    def prepare(console: Console) -> None:
        sit_down(console, Role.OFFICER)
        asked(console, *cameras)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    return stage, inbox(stage, 1)


def test_a_request_is_approved_by_a_key_with_its_footage_beside(made: MakeStage) -> None:
    stage, page = _open(made)

    assert "Đại úy Nông Thị Thúy" in page.request.text()
    assert not page.text.isVisible()
    assert "TX-2026-0001" in page.request.title.text()
    wait_for(lambda: len(stage.players) == 1 and stage.players[0].rate == 1.0)
    assert [place.camera_id for place in stage.players[0].places] == [1, 2]
    assert page._buttons["inbox-part"].isVisible()
    assert not page._buttons["inbox-assign"].isVisible()
    assert page._buttons["inbox-return"].text() == "Từ chối…"

    key(page.list, Qt.Key.Key_A)

    wait_for(lambda: state_of(stage.console, _first(stage.console)) is S.APPROVED)
    inbox(stage, 0)
    assert page._stack.currentIndex() == 1


def test_it_is_refused_with_a_reason_that_the_officer_reads(made: MakeStage) -> None:
    stage, page = _open(made)

    key(page.list, Qt.Key.Key_R)
    (dialog,) = page.findChildren(ReasonDialog)
    _bring(dialog)
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()  # a reason must be there
    write(dialog.reason, "Thiếu căn cứ")
    key(dialog.reason, Qt.Key.Key_Return, CTRL)

    inbox(stage, 0)
    assert _first(stage.console).state is S.REFUSED
    assert page.filters.words == "Đã từ chối: TX-2026-0001"
    guard = stage.window.guard
    assert guard is not None
    guard.sign_out()
    come_in(stage, OFFICER)
    stage.window.evidence.show_request(RequestId(1))
    requests = stage.window.pages.page("evidence")
    assert isinstance(requests, RequestsPage)
    wait_for(lambda: "Từ chối: Thiếu căn cứ" in requests.view.text.text())


def test_a_part_is_allowed_line_by_line_never_more(made: MakeStage) -> None:
    stage, page = _open(made)
    whole = _first(stage.console).wanted
    local = whole[0].span.start.astimezone()

    key(page.list, Qt.Key.Key_T)
    (dialog,) = page.findChildren(NarrowDialog)
    _bring(dialog)
    first, second = dialog.lines
    second.tick.setChecked(False)
    assert not second.span.isEnabled()
    first.span.setText(f"{local - timedelta(hours=1):%d/%m/%Y %H:%M:%S} - {local:%H:%M:%S}")
    write(dialog.reason, "Đủ để xác minh")
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert "Nằm ngoài" in first._error.text()
    end = local + timedelta(minutes=4)
    first.span.setText(f"{local:%d/%m/%Y %H:%M:%S} - {end:%d/%m/%Y %H:%M:%S}")
    key(dialog.reason, Qt.Key.Key_Return, CTRL)

    inbox(stage, 0)
    narrowed = _first(stage.console)
    assert narrowed.state is S.NARROWED
    (allowed,) = narrowed.allowed
    assert allowed.camera_id == 1
    assert allowed.span.start == whole[0].span.start
    assert allowed.span.length == timedelta(minutes=4)


def test_untouched_lines_stay_to_the_microsecond(made: MakeStage, clock: FakeClock) -> None:
    clock.pass_(seconds=0.123456)

    def prepare(console: Console) -> None:
        sit_down(console, Role.OFFICER)
        request = asked(console, 1, 2)
        assert request.id == 1
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 1)
    whole = _first(stage.console).wanted

    key(page.list, Qt.Key.Key_T)
    (dialog,) = page.findChildren(NarrowDialog)
    dialog.lines[1].tick.setChecked(False)
    write(dialog.reason, "Một camera là đủ")
    dialog.keep()

    inbox(stage, 0)
    assert _first(stage.console).allowed == whole[:1]


def test_the_password_is_asked_for_when_it_was_typed_long_ago(
    made: MakeStage, clock: FakeClock
) -> None:
    stage, page = _open(made)
    clock.pass_(minutes=6)

    key(page.list, Qt.Key.Key_A)
    wait_for(lambda: bool(page.findChildren(ConfirmDialog)))
    dialog = page.findChildren(ConfirmDialog)[0]
    assert _first(stage.console).state is S.ASKED
    dialog.reject()  # given up: it can be answered again
    wait_for(page._buttons["inbox-approve"].isEnabled)
    _bring(stage.window)
    page.list.setFocus()
    key(page.list, Qt.Key.Key_A)
    wait_for(lambda: any(each.isVisible() for each in page.findChildren(ConfirmDialog)))
    dialog = next(each for each in page.findChildren(ConfirmDialog) if each.isVisible())
    write(dialog.password.edit, WORD.reveal())
    press(dialog.password.edit, Qt.Key.Key_Return)

    wait_for(lambda: _first(stage.console).state is S.APPROVED)


def test_nobody_answers_his_own_and_is_told_who_can(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.CHIEF)
        asked(console, 1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 1)

    wait_for(lambda: "không ai tự duyệt" in page.said.text())
    assert "cán bộ lập và trình" in page.said.text()
    for name in ("inbox-approve", "inbox-part", "inbox-return"):
        assert not page._buttons[name].isEnabled()
    key(page.list, Qt.Key.Key_A)
    assert _first(stage.console).state is S.ASKED


def test_the_badge_counts_requests_and_alarms_for_what_is_overdue(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.ADMINISTRATOR)
        console.settings.change(replace(console.settings.get(), urgent_export=True))
        sit_down(console, Role.OFFICER)
        submitted(console, "Mất xe máy", ())
        urgent = asked(console, 1, urgent=True)
        console.evidence.queue.add(urgent.id, "/media/usb")
        clock.pass_(hours=25)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = inbox(stage, 2)
    rail = stage.window.rail.button("cases")
    wait_for(lambda: "2 mục đang chờ" in rail.toolTip())

    assert rail.findChild(type(page.said), "rail-badge").text() == "2!"
    assert "quá 24 giờ chưa duyệt" in rail.toolTip()
    assert "quá 24 giờ chưa duyệt" in page.filters.words
    first = page.rows.item(0)  # it was handed in after the case, and stands before it
    assert isinstance(first, RequestItem)
    assert first.is_late
    key(page.list, Qt.Key.Key_6)
    page = inbox(stage, 1)
    assert isinstance(page.chosen, RequestItem)
    key(page.list, Qt.Key.Key_Return)
    assert stage.window.pages.current == "evidence"


def _case(number: int, clock: FakeClock) -> InboxItem:
    since = clock.now() + timedelta(minutes=number)
    return InboxItem(waits=Waits.BOOKMARK, since=since, age=timedelta())


def _request(minutes: float, clock: FakeClock, *, overdue: bool = False) -> RequestItem:
    line = RequestLine(
        id=RequestId(1),
        year=2026,
        number=1,
        state=S.ASKED,
        paper_number="",
        unit="",
        due_on=None,
        incident_id=None,
        urgent=overdue,
        spans=1,
        made_by=None,
        made_at=clock.now(),
        state_at=clock.now() + timedelta(minutes=minutes),
        approve_by=None,
    )
    waiting = WaitingRequest(line=line, age=timedelta(), is_overdue=overdue, is_due=False)
    return RequestItem(waiting)


def test_a_list_that_grows_grows_at_its_end_alone(clock: FakeClock) -> None:
    cases = [_case(number, clock) for number in (1, 3, 5, 7)]
    requests = [
        *(_request(minutes, clock) for minutes in (2, 4, 9)),
        _request(8, clock, overdue=True),
    ]

    half = in_order(cases[:2], requests, whole=False)
    whole = in_order(cases, requests, whole=True)

    assert half == whole[: len(half)]
    assert isinstance(whole[0], RequestItem)
    assert whole[0].is_late
    assert [each.since for each in whole[1:]] == sorted(each.since for each in whole[1:])
    assert len(whole) == 8
