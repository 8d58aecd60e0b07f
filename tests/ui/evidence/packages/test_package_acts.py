"""What is done with packages on a medium: verified, copied, handed over; with real files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from console.platform import media
from console.platform.media import Medium
from db.evidence_records import CustodyKind, Package
from tests.ui.evidence.packages.seat import PackageSeat, stick
from tests.ui.people.booth import key
from tests.ui.stage import wait_for
from ui.access.consequence import Consequence
from ui.evidence.copy_dialog import CopyDialog
from ui.evidence.custody_dialogs import CustodyDialog
from ui.evidence.packages_page import PackagesPage
from ui.evidence.papers import PapersDialog
from ui.evidence.verify_dialog import VerifyDialog
from ui.messages import sentence
from ui.theme import THEMES, ThemeName


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another stick."""
    folder = tmp_path / "other"
    folder.mkdir()
    return folder


@pytest.fixture
def package(seat: PackageSeat) -> Package:
    return seat.whole()


@pytest.fixture
def plugged_in(other: Path) -> list[Medium]:
    return [stick(other)]


@pytest.fixture
def page(seat: PackageSeat, package: Package, plugged_in: list[Medium]) -> PackagesPage:
    page = PackagesPage(
        seat.desk, seat.console, THEMES[ThemeName.NIGHT], look_for=lambda: plugged_in
    )
    page.failed.connect(seat.said.append)
    page.set_ward(seat.ward)
    page.set_rights(seat.may)
    page.resize(1258, 690)
    seat.show(page)
    page.take_focus()
    wait_for(lambda: bool(page.card.rows.lines))
    return page


def dialog_of(page: PackagesPage, kind: type[QDialog]) -> QDialog:
    wait_for(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def kinds(page: PackagesPage) -> list[CustodyKind]:
    return [each.line.kind for each in page.card.rows.lines]


def answers(page: PackagesPage) -> list[str]:
    return [label.text() for label in page.card.verdict.answers]


def test_verifying_gives_four_answers_apart_and_a_line_of_custody(page: PackagesPage) -> None:
    key(page.table, Qt.Key.Key_F5)
    wait_for(lambda: not page.card.verdict.isHidden())

    files, signature, signer, stamp = answers(page)
    assert "không đổi, không thiếu, không thừa" in files
    assert signature.startswith("đúng: do khoá")
    assert signer.startswith("đúng khoá mà trạm đã ghi nhận")
    assert len(signer.split("\n", 1)[1].split()) == 16
    assert stamp.startswith("không có")
    assert page.card.verdict.faults.isHidden()
    wait_for(lambda: kinds(page) == [CustodyKind.MADE, CustodyKind.VERIFIED])
    assert "không thấy gì bị thay đổi" in page.card.rows.words(page.card.rows.lines[1])[2]


def test_a_changed_file_is_named_with_what_is_wrong_and_the_signature_stays_good(
    page: PackagesPage, package: Package
) -> None:
    assert package.made is not None
    folder = Path(package.target) / package.made.folder
    file = next(each for each in sorted((folder / "goc").iterdir()))
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.chmod(0o600)
    file.write_bytes(bytes(content))

    page.acts.verify()
    wait_for(lambda: not page.card.verdict.isHidden())

    files, signature, _, _ = answers(page)
    assert files.startswith("không còn như lúc lập")
    assert signature.startswith("đúng")
    assert f"goc/{file.name}: đã bị thay đổi" in page.card.verdict.faults.text()
    assert page.acts.work.property("tone") == "alarm"
    wait_for(lambda: CustodyKind.VERIFIED in kinds(page))


def test_a_copy_lies_on_the_medium_with_its_receipt_and_custody(
    page: PackagesPage, package: Package, other: Path
) -> None:
    assert package.made is not None
    key(page.table, Qt.Key.Key_C)
    dialog = dialog_of(page, CopyDialog)
    assert isinstance(dialog, CopyDialog)
    wait_for(lambda: dialog.target == str(other))
    assert dialog.medium.text == "Kingston DataTraveler 32 GB"
    dialog.go.click()

    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)
    assert (other / package.made.folder / "SHA256SUMS").is_file()
    assert papers.sheet is None
    saved = other / "bien-nhan.pdf"
    papers.receipt.save(saved)
    wait_for(lambda: saved.is_file() and "Đã lưu" in papers.told.text())
    assert saved.read_bytes().startswith(b"%PDF")
    papers.accept()
    wait_for(lambda: kinds(page) == [CustodyKind.MADE, CustodyKind.COPIED])
    assert "Kingston" in page.card.rows.words(page.card.rows.lines[1])[2]


def test_an_encrypted_copy_shows_its_words_once_and_opens_with_them(
    page: PackagesPage, package: Package, other: Path
) -> None:
    page.acts.ask_copy()
    dialog = dialog_of(page, CopyDialog)
    assert isinstance(dialog, CopyDialog)
    wait_for(lambda: bool(dialog.target))
    dialog.encrypted.setChecked(True)
    dialog.accept()
    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)
    shown = [each.text() for each in papers.findChildren(QLabel, "passphrase-word")]
    words = " ".join(each.split(". ", 1)[1] for each in shown)
    assert len(shown) == 8
    assert papers.sheet is not None
    assert words.split()[0] in papers.paper().toPlainText()
    (archive,) = other.glob("*.zip")
    papers.accept()

    page.acts.ask_verify()
    verify = dialog_of(page, VerifyDialog)
    assert isinstance(verify, VerifyDialog)
    verify._path.setText(str(archive))
    verify.keep()
    assert verify.words_field.error
    verify._typed.setText(words.upper())
    verify.keep()

    wait_for(lambda: not page.card.verdict.isHidden())
    assert "không đổi" in answers(page)[0]
    assert verify._typed.text() == ""


def test_a_receipt_is_offered_when_it_is_handed_over_and_again_later(
    page: PackagesPage, package: Package
) -> None:
    key(page.table, Qt.Key.Key_H)
    dialog = dialog_of(page, CustodyDialog)
    assert isinstance(dialog, CustodyDialog)
    box = dialog.to_whom.box
    assert isinstance(box, QLineEdit)
    box.setText("Đại úy Nông Thị Thúy")
    dialog.keep()
    dialog_of(page, PapersDialog).accept()
    wait_for(lambda: CustodyKind.HANDED in kinds(page))
    assert page.card.line is not None
    assert page.card.line.line.kind is CustodyKind.HANDED
    page.activateWindow()
    wait_for(page.isActiveWindow)

    key(page.table, Qt.Key.Key_P)

    dialog_of(page, PapersDialog).accept()
    page.acts.verify()
    wait_for(lambda: kinds(page)[-1] is CustodyKind.VERIFIED and not page.acts.work.is_busy)
    page.card.table.selectRow(2)  # there is none of a check
    assert not page.acts.button("package-receipt").isEnabled()


@pytest.fixture
def freed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to let go of."""
    asked: list[Path] = []

    def let_go(folder: Path) -> bool:
        asked.append(folder)
        return True

    monkeypatch.setattr(media, "let_go", let_go)
    return asked


def test_what_was_made_straight_onto_a_medium_has_its_receipt_and_is_let_go(
    seat: PackageSeat, page: PackagesPage, plugged_in: list[Medium], freed: list[Path]
) -> None:
    plugged_in[:] = [stick(seat.target, name="SanDisk")]
    page.card.table.selectRow(0)
    assert page.acts.button("package-receipt").isEnabled()

    key(page.table, Qt.Key.Key_P)

    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)
    assert papers.receipt is not None
    assert papers.free.isVisible()
    assert papers.free.accessibleName() == "Tháo thiết bị"
    assert "Ctrl+J" in papers.free.toolTip()
    papers.activateWindow()
    wait_for(papers.isActiveWindow)
    key(papers, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: freed == [seat.target] and "rút" in papers.told.text())
    papers.accept()


def test_a_medium_is_let_go_from_its_receipt_as_long_as_it_is_plugged_in(
    page: PackagesPage,
    package: Package,
    other: Path,
    plugged_in: list[Medium],
    freed: list[Path],
) -> None:
    page.acts.copy(package, other, encrypted=False, medium="USB đội 3", serial="4C530001")
    dialog_of(page, PapersDialog).accept()
    wait_for(lambda: kinds(page)[-1] is CustodyKind.COPIED)
    page.card.table.selectRow(1)

    page.acts.show_receipt()
    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)
    papers.free.click()
    wait_for(lambda: freed == [other])
    papers.accept()
    plugged_in.clear()
    page.acts.show_receipt()

    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)
    assert not papers.free.isVisible()
    papers.accept()


def test_words_that_are_shown_once_do_not_go_by_a_slip(
    page: PackagesPage, package: Package, other: Path
) -> None:
    page.acts.copy(package, other, encrypted=True, medium="USB đội 3", serial="")
    papers = dialog_of(page, PapersDialog)
    assert isinstance(papers, PapersDialog)

    key(papers, Qt.Key.Key_Escape)
    asked = dialog_of(page, Consequence)
    key(asked, Qt.Key.Key_Escape)
    wait_for(lambda: not asked.isVisible())

    assert papers.isVisible()
    assert len(papers.paper().toPlainText().split()) > 8
    papers.close()  # by the window's cross
    asked = dialog_of(page, Consequence)
    assert papers.isVisible()
    go = asked.findChild(QPushButton, "consequence-go")
    assert go is not None
    go.click()
    wait_for(lambda: not papers.isVisible())


def test_a_medium_that_is_not_there_is_asked_for(
    seat: PackageSeat, page: PackagesPage, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert package.made is not None
    folder = Path(package.target) / package.made.folder
    key(page.table, Qt.Key.Key_O)
    wait_for(lambda: opened == [str(folder)])

    shutil.rmtree(folder)
    key(page.table, Qt.Key.Key_O)
    wait_for(lambda: bool(seat.said))
    assert seat.said[0].endswith("Hãy cắm lại thiết bị.")
    assert len(opened) == 1

    page.acts.verify()
    from console.evidence.problems import PackageMissing

    wait_for(lambda: page.acts.work.text == sentence(PackageMissing("")))
    assert page.card.verdict.isHidden()
