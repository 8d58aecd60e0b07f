"""The export dialog before a real station: what is told before, what hinders it, what is queued."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from console.evidence.rules import RequestRule
from console.platform.media import Medium
from db.evidence_records import Package, PackageForm, Request, StillWanted
from db.records import CameraId, to_us
from tests.ui.evidence.packages.seat import GATE, MARKET, MINUTE, PackageSeat, stick
from tests.ui.people.booth import key
from tests.ui.stage import wait_for
from ui.evidence.export_dialog import ExportDialog
from ui.messages import rule_sentence
from ui.theme import THEMES, ThemeName

NIGHT = THEMES[ThemeName.NIGHT]


class Media:
    """What is plugged in: a test changes it."""

    def __init__(self, *there: Medium) -> None:
        self.there = list(there)

    def __call__(self) -> list[Medium]:
        return list(self.there)


def opened(seat: PackageSeat, request: Request, media: Media) -> ExportDialog:
    dialog = ExportDialog(seat.desk, seat.console, NIGHT, request, look_for=media)
    seat.show(dialog)
    return dialog


@pytest.fixture
def media(seat: PackageSeat) -> Media:
    return Media(stick(seat.target))


def ready(dialog: ExportDialog) -> None:
    wait_for(lambda: dialog.obstacle == "" and len(dialog.lines) > 0)


def test_it_tells_of_each_camera_what_there_is_and_names_every_gap(
    seat: PackageSeat, media: Media
) -> None:
    dialog = opened(seat, seat.approved(), media)
    ready(dialog)

    gate, market = dialog.lines
    assert "thiếu" in gate.missing.text()
    assert "(2 phút)" in gate.missing.text()
    assert gate.missing.text().endswith("đường truyền bị đứt") or "đường" in gate.missing.text()
    assert "có 28 phút trên 30 phút" in gate.facts.text()
    assert "2 tệp" in gate.facts.text()
    assert market.missing.isHidden()
    assert "khung hình khoá" in market.facts.text()
    assert "còn trống" in dialog.sums.text()


def test_what_is_queued_before_for_the_same_medium_is_told(seat: PackageSeat, media: Media) -> None:
    seat.queued()
    dialog = opened(seat, seat.approved(), media)
    ready(dialog)

    wait_for(lambda: "xếp hàng trước" in dialog.sums.text())


def test_the_only_medium_is_chosen_and_written_on_the_paper(
    seat: PackageSeat, media: Media
) -> None:
    dialog = opened(seat, seat.approved(), media)
    ready(dialog)

    assert dialog.place.target == str(seat.target)
    assert dialog.fields.extras.medium == "Kingston DataTraveler 32 GB"


def test_of_two_media_none_is_taken_by_itself_and_a_number_chooses(
    seat: PackageSeat, tmp_path: Path, media: Media
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    media.there.append(stick(other, "SanDisk"))
    dialog = opened(seat, seat.approved(), media)
    wait_for(lambda: len(dialog.place.media) == 2)
    assert dialog.obstacle.startswith("Hãy chọn nơi ghi")
    assert not dialog.go.isEnabled()

    key(dialog, Qt.Key.Key_2)

    ready(dialog)
    assert dialog.place.target == str(other)
    assert dialog.go.isEnabled()


def test_what_is_plugged_in_later_is_found_and_what_is_pulled_out_hinders(
    seat: PackageSeat, media: Media
) -> None:
    there = media.there.pop()
    dialog = opened(seat, seat.approved(), media)
    wait_for(lambda: "Chưa cắm USB" in dialog.place._said.text())

    media.there.append(there)
    dialog.place.look()
    wait_for(lambda: len(dialog.place.media) == 1)
    key(dialog, Qt.Key.Key_1)
    ready(dialog)

    media.there.clear()
    seat.target.rmdir()
    dialog.place.look()
    wait_for(lambda: dialog.obstacle.startswith("Nơi ghi đã chọn không còn"))
    assert not dialog.go.isEnabled()
    assert dialog.said.text() == dialog.obstacle


def test_enter_queues_it_with_all_that_was_chosen(seat: PackageSeat, media: Media) -> None:
    request = seat.approved()
    dialog = opened(seat, request, media)
    queued: list[Package] = []
    dialog.queued.connect(queued.append)
    ready(dialog)
    box = dialog.fields.seal_number.box
    assert isinstance(box, QLineEdit)
    box.setText("NP 0012")
    dialog.fields._count.setCurrentIndex(2)

    key(box, Qt.Key.Key_Return)

    wait_for(lambda: bool(queued))
    (package,) = seat.console.evidence.queue.rows()
    assert (package.request_id, package.target) == (request.id, str(seat.target))
    assert package.medium_serial == "4C530001"
    assert (package.extras.seal_number, package.extras.witnesses) == ("NP 0012", 2)
    assert package.extras.medium == "Kingston DataTraveler 32 GB"


def test_esc_leaves_and_nothing_is_lost(seat: PackageSeat, media: Media) -> None:
    request = seat.approved()
    dialog = opened(seat, request, media)
    ready(dialog)
    box = dialog.fields.seal_number.box
    assert isinstance(box, QLineEdit)
    box.setText("NP 0012")
    dialog.fields.set_masks(())

    dialog.reject()
    again = opened(seat, request, media)

    assert again.fields.extras.seal_number == "NP 0012"
    assert again.place.target == str(seat.target)
    assert seat.console.evidence.queue.rows() == []


def test_nothing_starts_where_there_is_no_footage(seat: PackageSeat, media: Media) -> None:
    dialog = opened(seat, seat.approved(CameraId(7)), media)

    wait_for(lambda: dialog.obstacle.startswith("Trên đĩa không có đoạn hình nào"))
    dialog.queue()
    seat.settle()

    assert seat.console.evidence.queue.rows() == []
    assert dialog.lines[0].facts.text() == "Trên đĩa không có hình của thời gian này."


def test_it_says_that_it_was_exported_before_when_and_by_whom(
    seat: PackageSeat, media: Media
) -> None:
    request = seat.approved(GATE)
    seat.made(request)
    seat.made(request)
    dialog = opened(seat, request, media)
    ready(dialog)

    said = dialog.lines[0].exported.text()
    assert said.startswith("đã trích xuất 2 lần, lần cuối ")
    assert said.endswith("người làm: Lê Minh Đức")


def test_where_only_pictures_are_allowed_one_must_be_chosen(
    seat: PackageSeat, media: Media
) -> None:
    request = seat.approved(MARKET, forms=frozenset({PackageForm.STILLS}))
    dialog = opened(seat, request, media)
    wait_for(lambda: dialog.obstacle.startswith("Phiếu chỉ cho trích ảnh"))
    assert dialog.fields.masks_button.isHidden()

    at = request.allowed[0].span.start + MINUTE
    dialog.fields.set_stills((StillWanted(MARKET, to_us(at)),))

    ready(dialog)
    assert dialog.fields.stills_button.text() == "Ảnh (1)…"


def test_a_request_that_is_not_approved_any_more_is_not_queued(
    seat: PackageSeat, media: Media
) -> None:
    request = seat.approved()
    dialog = opened(seat, request, media)
    ready(dialog)
    seat.console.evidence.requests.withdraw(request.id)

    dialog.queue()

    refused = rule_sentence(RequestRule.NOT_APPROVED)
    wait_for(lambda: dialog.said.text() == refused)
    assert dialog.isVisible()
