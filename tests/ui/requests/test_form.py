"""A request is written: typed times, errors beside fields, nothing lost, conflicts answered."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from console.app import Console
from db.evidence_records import PackageForm, Request, RequestQuery, RequestState
from db.records import CameraId, Role, StreamRole
from tests.ui.access.people import come_in, sign_in_card
from tests.ui.boxes import put
from tests.ui.cases.desk import key, sit_down, submitted
from tests.ui.requests.conftest import MakeStage
from tests.ui.requests.office import OFFICER, asking, drafted, requests_page, state_of
from tests.ui.stage import Stage, wait_for
from ui.evidence.legal_bases import LEGAL_BASES
from ui.evidence.request_form import RequestFormView
from ui.evidence.requests_page import RequestsPage
from ui.requests.wish import joined

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _writing(made: MakeStage, drafts: int = 0) -> tuple[Stage, RequestsPage]:
    """The officer before an empty form, or a draft of his."""

    def prepare(console: Console) -> None:
        sit_down(console, Role.OFFICER)
        for _ in range(drafts):
            drafted(console, 1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, drafts)
    if drafts:
        key(page.list, Qt.Key.Key_F2)
    else:
        key(page.browse, Qt.Key.Key_Insert)
    wait_for(lambda: page.is_writing and page.form.is_open)
    return stage, page


def _fill(form: RequestFormView) -> None:
    fields = form.fields
    for name, text in (
        ("paper_number", "126/YC-CSĐT"),
        ("paper_on", "hôm nay"),
        ("unit", "Công an thành phố"),
        ("person", "Đại úy Nông Thị Thúy"),
        ("due_on", "5"),
    ):
        put(fields.fields[name], text)
    _write(form, "purpose", "Xác minh vụ trộm")
    fields._take_basis(LEGAL_BASES[0])
    row = fields.wanted.rows[0]
    row.camera.setText("3 ")
    row.camera.pick(CameraId(3))
    row.start.setText("hôm qua 20h05")
    row.end.setText("20h30")


def _write(form: RequestFormView, name: str, text: str) -> None:
    box = form.fields.fields[name].box
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText(text)


def _kept(stage: Stage) -> list[Request]:
    with stage.console._store.read() as unit:
        return [
            unit.requests.request(each.id)
            for each in stage.console.evidence.requests.page(RequestQuery())
        ]


def test_what_is_typed_becomes_a_request_and_is_handed_in_by_key(made: MakeStage) -> None:
    stage, page = _writing(made)
    _fill(page.form)
    page.form.fields.forms[PackageForm.STILLS].setChecked(True)
    assert not page.form.fields.forms[PackageForm.AUDIO].isChecked()  # nobody is heard unasked
    assert "bản gốc" in page.form.fields.forms[PackageForm.AUDIO].toolTip()
    page.form.fields.forms[PackageForm.AUDIO].setChecked(True)

    key(page.form, Qt.Key.Key_Return, CTRL)

    wait_for(lambda: not page.is_writing and page.rows.rowCount() == 1)
    (request,) = _kept(stage)
    assert request.state is RequestState.ASKED
    assert request.paper_number == "126/YC-CSĐT"
    today = stage.clock.now().astimezone()
    assert request.paper_on == today.date()
    assert request.due_on == today.date() + timedelta(days=5)
    assert request.legal_basis == LEGAL_BASES[0]
    (line,) = request.wanted
    assert (line.camera_id, line.role) == (CameraId(3), StreamRole.MAIN)
    yesterday = (today - timedelta(days=1)).replace(hour=20, minute=5, second=0, microsecond=0)
    assert line.span.start == yesterday
    assert line.span.length == timedelta(minutes=25)
    assert {PackageForm.STILLS, PackageForm.AUDIO} <= request.forms
    wait_for(lambda: page.view.shown == request.id)
    wait_for(lambda: "Bản gốc, Bản xem, Ảnh, Tiếng" in page.view.text.text())


def test_what_is_wrong_stands_beside_its_field_and_in_its_line(made: MakeStage) -> None:
    stage, page = _writing(made)
    _fill(page.form)
    fields = page.form.fields
    put(fields.fields["paper_on"], "mai mốt")
    fields.wanted.rows[0].end.setText("lúc nào đó")

    key(page.form, Qt.Key.Key_S, CTRL)

    assert "Gõ một ngày" in fields.fields["paper_on"].error
    assert "Thời gian chưa rõ" in fields.wanted.rows[0].error
    assert _kept(stage) == []
    put(fields.fields["paper_on"], "22/11/2025")
    fields.wanted.rows[0].end.setText("21h")
    key(page.form, Qt.Key.Key_S, CTRL)
    wait_for(lambda: len(_kept(stage)) == 1)
    assert not fields.wanted.rows[0].error


def test_what_the_chief_must_know_is_asked_for_when_it_is_handed_in(made: MakeStage) -> None:
    stage, page = _writing(made)
    _fill(page.form)
    _write(page.form, "legal_basis", "")

    key(page.form, Qt.Key.Key_Return, CTRL)

    wait_for(lambda: bool(page.form.fields.fields["legal_basis"].error))
    assert page.is_writing
    (request,) = _kept(stage)  # it is a draft all the same
    assert request.state is RequestState.DRAFT


def test_esc_keeps_a_draft_and_an_untouched_form_leaves_nothing(made: MakeStage) -> None:
    stage, page = _writing(made)
    assert page.back()
    wait_for(lambda: not page.is_writing)
    assert _kept(stage) == []

    page.ask_new()
    put(page.form.fields.fields["unit"], "Công an thành phố")
    assert page.back()

    wait_for(lambda: not page.is_writing and page.rows.rowCount() == 1)
    assert [each.unit for each in _kept(stage)] == ["Công an thành phố"]


def test_what_cannot_be_kept_is_there_when_he_comes_again(made: MakeStage) -> None:
    stage, page = _writing(made)
    row = page.form.fields.wanted.rows[0]
    row.camera.setText("camera lạ")
    row.start.setText("hôm qua 20h")

    page.back()
    assert page.is_writing  # it is said first
    assert "Bấm Esc lần nữa" in page.form.head.said.text()
    page.back()
    wait_for(lambda: not page.is_writing)
    assert _kept(stage) == []
    stage.window.show_page("wall")
    stage.window.show_page("evidence")

    wait_for(lambda: page.is_writing)
    assert page.form.fields.wanted.rows[0].camera.text() == "camera lạ"


def test_a_sign_out_in_mid_writing_loses_nothing_and_shows_nothing(made: MakeStage) -> None:
    stage, page = _writing(made)
    wait_for(lambda: page.form._me is not None)
    put(page.form.fields.fields["unit"], "Viện kiểm sát")
    guard = stage.window.guard
    assert guard is not None

    guard.sign_out()
    sign_in_card(stage)
    assert page.form.fields.fields["unit"].text == ""
    come_in(stage, OFFICER)
    stage.window.show_page("evidence")

    wait_for(lambda: page.is_writing)
    assert page.form.fields.fields["unit"].text == "Viện kiểm sát"


def test_two_at_one_draft_choose_between_theirs_and_mine(made: MakeStage) -> None:
    stage, page = _writing(made, drafts=1)
    (draft,) = _kept(stage)
    form = asking(stage.console, 1, unit="Của người khác")
    stage.console.evidence.requests.change(draft.id, draft.version, form)
    put(page.form.fields.fields["unit"], "Của tôi")

    key(page.form, Qt.Key.Key_S, CTRL)
    wait_for(lambda: page.form._meets)
    assert _kept(stage)[0].unit == "Của người khác"
    key(page.form, Qt.Key.Key_M, CTRL)
    wait_for(lambda: _kept(stage)[0].unit == "Của tôi")

    draft = _kept(stage)[0]
    stage.console.evidence.requests.change(draft.id, draft.version, form)
    put(page.form.fields.fields["unit"], "Lại của tôi")
    key(page.form, Qt.Key.Key_S, CTRL)
    wait_for(lambda: page.form._meets)
    key(page.form, Qt.Key.Key_M, CTRL | SHIFT)
    wait_for(lambda: page.form.fields.fields["unit"].text == "Của người khác")
    assert not page.form.touched


def test_mine_becomes_a_new_draft_when_theirs_was_handed_in(made: MakeStage) -> None:
    stage, page = _writing(made, drafts=1)
    (draft,) = _kept(stage)
    stage.console.evidence.requests.ask(draft.id, draft.version)
    put(page.form.fields.fields["unit"], "Của tôi")

    key(page.form, Qt.Key.Key_S, CTRL)
    wait_for(lambda: page.form._meets)
    key(page.form, Qt.Key.Key_M, CTRL)

    wait_for(lambda: len(_kept(stage)) == 2)
    assert state_of(stage.console, draft) is RequestState.ASKED
    assert {each.unit for each in _kept(stage)} == {draft.unit, "Của tôi"}


def test_a_draft_that_is_opened_and_kept_untouched_stays_to_the_microsecond(
    made: MakeStage,
) -> None:
    stage, page = _writing(made, drafts=1)
    before = _kept(stage)[0]
    assert not page.form.touched
    put(page.form.fields.fields["person"], "Ai khác")

    key(page.form, Qt.Key.Key_S, CTRL)

    wait_for(lambda: _kept(stage)[0].person == "Ai khác")
    assert _kept(stage)[0].wanted == before.wanted


def test_lines_are_added_with_the_times_of_the_last_and_struck(made: MakeStage) -> None:
    stage, page = _writing(made)
    _fill(page.form)
    editor = page.form.fields.wanted
    key(page.form, Qt.Key.Key_Insert, ALT)

    assert [row.start.text() for row in editor.rows] == ["hôm qua 20h05"] * 2
    editor.rows[1].camera.pick(CameraId(1))
    assert [each.camera_id for each in editor.read()] == [3, 1]
    editor.rows[0].camera.setFocus()
    key(editor.rows[0].camera, Qt.Key.Key_Delete, ALT)
    assert [each.camera_id for each in editor.read()] == [1]
    assert stage.window.pages.current == "evidence"


def test_from_review_the_marks_and_cameras_are_filled_in_and_esc_goes_back(
    made: MakeStage,
) -> None:
    stage = made(lambda _: None)
    come_in(stage, OFFICER)
    stage.window.show_page("review")
    stage.review.review([CameraId(1), CameraId(2)])
    wait_for(lambda: bool(stage.players) and stage.footage_is_read)
    start = stage.review.playback.at_us - 120_000_000
    stage.review.playback.set_marks(start, start + 45_000_000)
    span = stage.review.playback.marked_span
    assert span is not None

    key(stage.review, Qt.Key.Key_E, CTRL)

    page = stage.window.pages.page("evidence")
    assert isinstance(page, RequestsPage)
    assert page.is_writing
    lines = page.form.fields.wanted.read()
    assert [(each.camera_id, each.span) for each in lines] == [(1, span), (2, span)]
    stage.window._on_back()
    wait_for(lambda: stage.window.pages.current == "review")


def test_from_a_case_the_stretches_of_its_moments_are_filled_in(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        sit_down(console, Role.OFFICER)
        submitted(console, "Mất xe máy", (1, 2))
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    with stage.console._store.read() as unit:
        incident_id = unit.incidents.numbered(2026, 1)
    assert incident_id is not None
    stage.window.cases.open(incident_id)
    incident = stage.window.pages.page("incident")
    assert incident is not None
    wait_for(lambda: stage.window.pages.current == "incident" and incident.isVisible())
    button = stage.window.findChild(QPushButton, "button-incident-request")
    assert isinstance(button, QPushButton)
    wait_for(button.isEnabled)

    key(incident, Qt.Key.Key_E, CTRL)

    wait_for(lambda: stage.window.pages.current == "evidence")
    page = stage.window.pages.page("evidence")
    assert isinstance(page, RequestsPage)
    wait_for(lambda: page.is_writing)
    assert page.form.fields.case.text() == "1/2026 Mất xe máy"
    assert {each.camera_id for each in page.form.fields.wanted.read()} == {1, 2}


def test_stretches_that_touch_are_one_line(made: MakeStage) -> None:
    stage = made(lambda _: None)
    now = stage.clock.now()

    def span(start: int, end: int) -> object:
        from db.records import Span

        return Span(now + timedelta(minutes=start), now + timedelta(minutes=end))

    spans = [(CameraId(2), span(0, 2)), (CameraId(1), span(0, 2)), (CameraId(2), span(2, 5))]
    lines = joined(spans)  # type: ignore[arg-type]

    assert [(each.camera_id, each.span) for each in lines] == [
        (1, span(0, 2)),
        (2, span(0, 5)),
    ]
