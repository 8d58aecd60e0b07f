"""The list of requests: what waits first, found without diacritics, one beside it, steps by key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from console.app import Console
from console.errors import NotAllowed
from console.gate import Why
from db.evidence_records import RequestState
from db.records import Role
from tests.evidence import MADE
from tests.fakes import FakeClock
from tests.ui.access.people import CHIEF, DUTY, come_in, sign_in_card
from tests.ui.cases.desk import key, sit_down, submitted
from tests.ui.requests.conftest import MakeStage
from tests.ui.requests.office import (
    OFFICER,
    asked,
    asking,
    drafted,
    requests_page,
    state_of,
    wanted,
)
from tests.ui.stage import wait_for
from ui.access.consequence import Consequence
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.request_rows import PAGE
from ui.requests.words import number_words

S = RequestState
CTRL = Qt.KeyboardModifier.ControlModifier


def _of_officer(console: Console) -> None:
    sit_down(console, Role.OFFICER)


def test_what_waits_stands_first_and_the_longest_of_it_on_top(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        asked(console, 1, unit="Lâu nhất")
        clock.pass_(minutes=5)
        asked(console, 2, unit="Sau đó")
        clock.pass_(minutes=5)
        drafted(console, 3, unit="Nháp mới")
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 3)

    assert [line.unit for line in page.rows.lines] == ["Lâu nhất", "Sau đó", "Nháp mới"]
    assert "10 phút" in page.rows.age(page.rows.lines[0])
    assert "Tất cả 3" in page.filters._buttons["all"].text() or page.filters.kind == "all"
    key(page.list, Qt.Key.Key_2)
    wait_for(lambda: [line.unit for line in page.rows.lines] == ["Nháp mới"])
    key(page.list, Qt.Key.Key_Escape)
    wait_for(lambda: page.rows.rowCount() == 3)


def test_a_request_is_found_without_diacritics_and_esc_shows_all_again(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1, unit="Viện kiểm sát nhân dân")
        drafted(console, 2, unit="Đội Cảnh sát giao thông")
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 2)

    page.search.setText("canh sat doi")
    wait_for(lambda: page.rows.rowCount() == 1)
    assert page.rows.lines[0].unit == "Đội Cảnh sát giao thông"
    page.search.setText("không có ai")
    wait_for(lambda: page._stack.currentIndex() == 1)
    assert page.back()
    wait_for(lambda: page.rows.rowCount() == 2)


def test_more_than_a_page_is_read_on_the_way_down(made: MakeStage) -> None:
    count = PAGE + 20

    def prepare(console: Console) -> None:
        _of_officer(console)
        form = asking(console, 1)
        for _ in range(count):
            console.evidence.requests.make(form)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, PAGE)

    page.list.scrollToBottom()

    wait_for(lambda: page.rows.rowCount() == count)
    numbers = [line.number for line in page.rows.lines]
    assert numbers == sorted(numbers, reverse=True)
    assert page.view.shown == page.rows.lines[0].id


def test_an_empty_page_says_what_to_do_and_the_key(made: MakeStage) -> None:
    stage = made(lambda _: None)
    come_in(stage, OFFICER)
    page = requests_page(stage, 0)

    assert "Ins" in page._nothing._advice.text()
    assert "Ctrl+E" in page._nothing._advice.text()


def test_the_request_is_told_with_its_lines_case_and_what_became_of_it(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        case = submitted(console, "Mất xe máy", (1,))
        asked(console, 1, 2, incident_id=case.id)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    wait_for(lambda: "Không có hình" in page.view.text.text())  # nothing is in the index
    said = page.view.text.text()

    for words in ("125/YC-CSĐT", "Thiếu tá Lê Văn Đức", "1/2026 Mất xe máy", "trình duyệt"):
        assert words in said
    assert f"02 {stage.cameras()[1].name}" in said
    heard: list[object] = []
    page.incident_wanted.connect(heard.append)
    key(page.list, Qt.Key.Key_O)
    assert stage.window.pages.current == "incident"
    assert len(heard) == 1


def test_a_draft_is_handed_in_and_withdrawn_by_key(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    seen = page.view.seen
    assert seen is not None

    key(page.list, Qt.Key.Key_Return, CTRL)
    wait_for(lambda: state_of(stage.console, seen.request) is S.ASKED)
    wait_for(lambda: "đang chờ chỉ huy" in page.filters.words)
    wait_for(page.view.actions_of["request-withdraw"].isEnabled)
    assert not page.view.actions_of["request-approve"].isEnabled()
    key(page.list, Qt.Key.Key_W)
    (dialog,) = page.view.findChildren(Consequence)
    go = dialog.findChild(QPushButton, "consequence-go")
    assert isinstance(go, QPushButton)
    go.click()
    wait_for(lambda: state_of(stage.console, seen.request) is S.WITHDRAWN)


def test_what_a_draft_lacks_is_shown_where_it_is_written(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1, legal_basis="")
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    key(page.list, Qt.Key.Key_Return, CTRL)

    wait_for(lambda: page.is_writing)
    assert page.form.fields.fields["legal_basis"].error
    assert page.rows.lines[0].state is S.DRAFT


def test_the_footage_is_watched_between_its_marks(made: MakeStage, clock: FakeClock) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1, 2)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    seen = page.view.seen
    assert seen is not None
    span = seen.request.wanted[0].span

    key(page.list, Qt.Key.Key_X)

    assert stage.window.pages.current == "review"
    wait_for(lambda: bool(stage.players))
    assert stage.review.shown.cameras == (1, 2)
    assert stage.review.playback.marked_span == span


def test_a_paper_is_added_looked_up_and_taken_out_of_a_draft(
    made: MakeStage, tmp_path: Path
) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1)
        console.access.sign_out()

    scan = tmp_path / "Công văn 125.pdf"
    scan.write_bytes(b"%PDF-1.7 cong van")
    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    papers = page.view.papers

    papers.add(scan)
    wait_for(lambda: papers.list.count() == 1 and not papers.work.is_busy)
    assert "Công văn 125.pdf" in papers.list.item(0).text()
    assert OFFICER in papers.list.item(0).text()
    chosen = papers.chosen
    assert chosen is not None
    papers.save(chosen, tmp_path / "ra.pdf")
    wait_for(lambda: (tmp_path / "ra.pdf").is_file() and not papers.work.is_busy)
    assert (tmp_path / "ra.pdf").read_bytes() == scan.read_bytes()
    papers.list.setFocus()
    key(papers.list, Qt.Key.Key_Delete)
    wait_for(lambda: papers.list.count() == 0)
    assert stage.console.evidence.papers.of(chosen.request_id) == []


def test_a_row_is_copied_as_text(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    wait_for(lambda: bool(page.rows._names))
    key(page.list, Qt.Key.Key_C, CTRL)

    copied = QApplication.clipboard().text().split("\t")
    assert copied[:2] == [number_words(page.rows.lines[0]), "125/YC-CSĐT"]
    assert copied[-1] == OFFICER


def test_nothing_of_it_stays_for_whoever_comes_next(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        drafted(console, 1)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    guard = stage.window.guard
    assert guard is not None

    guard.sign_out()
    sign_in_card(stage)

    assert page.rows.rowCount() == 0
    assert "Lê Văn Đức" not in page.view.text.text()
    come_in(stage, DUTY)  # who may not export
    stage.window.show_page("evidence")
    assert stage.window.pages.current == "wall"


def test_persons_of_what_is_over_are_erased_by_the_chief(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        request = asked(console, 1)
        sit_down(console, Role.CHIEF)
        console.evidence.approvals.refuse(request.id, "Không đủ căn cứ")
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, CHIEF)
    page = requests_page(stage, 1)
    assert "Từ chối: Không đủ căn cứ" in page.view.text.text()

    page.view.take("request-erase")
    (dialog,) = page.view.findChildren(Consequence)
    dialog.accept()

    wait_for(lambda: "(đã xoá)" in page.view.text.text())
    assert "Lê Văn Đức" not in page.view.text.text()


def test_urgent_ones_that_are_overdue_are_said_above_the_list(
    made: MakeStage, clock: FakeClock
) -> None:
    def prepare(console: Console) -> None:
        from dataclasses import replace

        sit_down(console, Role.ADMINISTRATOR)
        console.settings.change(replace(console.settings.get(), urgent_export=True))
        _of_officer(console)
        older = asked(console, 2)
        urgent = asked(console, 1, urgent=True, wanted=tuple(wanted(console, 1)))
        console.evidence.queue.add(urgent.id, "/media/usb")
        clock.pass_(hours=25)
        assert older.number < urgent.number
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 2)

    wait_for(lambda: "quá 24 giờ" in page.filters.words)
    first = page.rows.lines[0]
    assert first.urgent
    assert page.rows.is_late(first)
    assert "quá hạn duyệt 24 giờ" in page.view.text.text()
    assert timedelta(hours=25) <= clock.now() - first.state_at


def test_what_is_approved_is_exported_by_key_and_its_packages_are_told(made: MakeStage) -> None:
    def prepare(console: Console) -> None:
        _of_officer(console)
        request = asked(console, 1)
        sit_down(console, Role.CHIEF)
        console.evidence.approvals.approve(request.id)
        _of_officer(console)
        queue = console.evidence.queue
        queue.add(request.id, "/media/usb")
        begun = queue.begin_next()
        assert begun is not None
        queue.made(begun, MADE)
        console.access.sign_out()

    stage = made(prepare)
    come_in(stage, OFFICER)
    page = requests_page(stage, 1)
    told = page.view.packages.words.text()
    assert MADE.folder in told
    assert told.count("\n") == 1  # and a line of custody: it was made
    assert page.rows.lines[0].state is S.MADE
    wait_for(lambda: "Đã trích xuất 1 lần" in page.view.text.text())

    key(page.list, Qt.Key.Key_E)

    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(ExportDialog)))
    for dialog in stage.window.findChildren(ExportDialog):
        dialog.close()


def test_what_was_refused_since_somebody_left_is_not_told_to_who_came(made: MakeStage) -> None:
    stage = made(lambda _: None)
    come_in(stage, OFFICER)
    page = requests_page(stage, 0)
    told: list[str] = []
    page.failed.connect(told.append)

    page.on_failed(NotAllowed("export", Why.SIGNED_OUT))
    page.on_failed(NotAllowed("export", Why.LOCKED))
    assert told == []
    page.on_failed(NotAllowed("export", Why.ROLE))

    assert len(told) == 1
