"""What hangs on a case, before a real station: moments, outcome, files, links."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt, QTranslator, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QPushButton

from console.events import Reason, StreamState
from console.exhibits import ExhibitForm
from console.incident_rules import IncidentForm
from console.workers import Stop
from db.case_records import Attachment, Incident, OutcomeKind
from db.records import Role
from tests.console.call import ignore
from tests.fakes import FakeClock
from tests.ui.access.people import press, write
from tests.ui.boxes import put
from tests.ui.people.booth import Booth, key
from tests.ui.stage import wait_for
from ui.access.consequence import Consequence
from ui.cases.pick_dialog import PickDialog
from ui.cases.sections.bookmark_dialogs import AddBookmarks, MendDialog
from ui.cases.sections.bookmarks import BookmarksSection
from ui.cases.sections.exhibit_dialog import ExhibitDialog
from ui.cases.sections.files import FilesSection
from ui.cases.sections.links import LinksSection
from ui.cases.sections.outcome_form import OutcomeDialog
from ui.cases.sections.outcomes import OutcomesSection
from ui.cases.sections.part import Part
from ui.theme import THEMES, ThemeName

P = TypeVar("P", bound=Part)
D = TypeVar("D", bound=QDialog)
RETURN, INSERT, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete


class Beside(Booth):
    """The chief, and one section beside an incident, which is read again when it changed."""

    def opened(self, title: str = "Mất xe máy") -> Incident:
        form = IncidentForm(
            title=title,
            category_id=self.console.categories.tree()[0].id,
            began_at=self.console.clock.now() - timedelta(hours=1),
        )
        return self.console.incidents.open(form)

    def part(self, kind: type[P], incident: Incident) -> P:
        section = kind(self.desk, self.console, THEMES[ThemeName.NIGHT])
        section.resize(460, 640)
        section.set_ward(self.ward)
        section.set_rights(self.may)
        section.changed.connect(lambda: section.show_incident(incident, writable=True))
        self.show(section)
        section.show_incident(incident, writable=True)
        wait_for(lambda: section.count is not None)
        self.come_back(section)
        return section

    def come_back(self, section: Part) -> None:
        """Into the section: without a window system nobody is, when a dialog is gone."""
        section.window().activateWindow()
        wait_for(section.isActiveWindow)
        section.take_focus()

    def dialog(self, section: Part, kind: type[D]) -> D:
        wait_for(lambda: any(each.isVisible() for each in section.findChildren(kind)))
        return next(each for each in section.findChildren(kind) if each.isVisible())


@pytest.fixture
def booth(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Beside]:
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Beside(tmp_path, clock)
    made.sit_down(Role.CHIEF)
    yield made
    made.close()


def test_moments_are_added_played_mended_and_taken_out(booth: Beside, clock: FakeClock) -> None:
    incident, cameras = booth.opened(), booth.ward.cameras
    bookmarks = booth.console.bookmarks
    off = {cameras[1].id: (StreamState.OFFLINE, Reason.NO_ANSWER)}
    first = bookmarks.mark([cameras[0].id], clock.now(), {}, None, "Dừng trước cổng chợ")
    bookmarks.mark([cameras[1].id], clock.now(), off)
    section = booth.part(BookmarksSection, incident)

    key(section.buttons["mark-add"], INSERT)
    adding = booth.dialog(section, AddBookmarks)
    wait_for(lambda: adding.list.count() == 2)
    adding.list.selectAll()
    press(adding.list, RETURN)
    wait_for(lambda: section.count == 2)
    texts = [section.list.item(row).text() for row in range(2)]
    assert "Dừng trước cổng chợ" in texts[0]
    assert "Lúc đó không có hình" in texts[1]
    wait_for(section.list.isVisible)
    booth.come_back(section)
    played: list[tuple[object, object]] = []
    section.footage_wanted.connect(lambda *what: played.append(what))
    key(section.list, RETURN)
    assert played == [(first.cameras, first.span)]
    key(section.list, Qt.Key.Key_F2)
    mending = booth.dialog(section, MendDialog)
    put(mending.note, "Hai thanh niên, xe không biển")
    mending.keep()
    wait_for(lambda: "không biển" in section.list.item(0).text())
    booth.come_back(section)
    key(section.list, DELETE)

    wait_for(lambda: section.count == 1)
    assert bookmarks.bookmark(first.id).incident_id is None


def test_an_outcome_is_noted_by_keys_alone_and_struck(booth: Beside) -> None:
    incident = booth.opened()
    section = booth.part(OutcomesSection, incident)
    key(section.buttons["outcome-add"], INSERT)
    dialog = booth.dialog(section, OutcomeDialog)
    assert dialog.persons.isHidden()
    assert dialog.item.isHidden()

    for _ in range(list(OutcomeKind).index(OutcomeKind.DRUGS)):
        key(dialog._kinds, Qt.Key.Key_Down)
    assert dialog.chosen is OutcomeKind.DRUGS
    put(dialog.count, "2")
    dialog.keep()
    assert dialog.persons.error  # two figures
    write(dialog.persons.box, "5")
    put(dialog.on, "ngày kia")
    dialog.keep()
    assert dialog.on.error
    put(dialog.on, "hôm qua")
    press(dialog.on.box, RETURN)
    wait_for(lambda: section.count == 1)
    (line,) = booth.console.outcomes.of(incident.id)
    assert (line.kind, line.count, line.persons) == (OutcomeKind.DRUGS, 2, 5)
    assert section.rows.index(0, 2).data() == "2 vụ, 5 đối tượng"
    booth.come_back(section)
    key(section.table, DELETE)
    booth.dialog(section, Consequence).findChild(QPushButton, "consequence-go").click()

    wait_for(lambda: section.count == 0)
    assert section.rows.count() == 1
    assert section.rows.index(0, 1).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert not section.buttons["outcome-strike"].isEnabled()


class Viewer(QObject):
    """The program of this PC that shows files."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


def test_files_come_in_whole_and_leave_as_copies(booth: Beside, tmp_path: Path) -> None:
    incident = booth.opened()
    stick = tmp_path / "stick"
    stick.mkdir()
    paper, program = stick / "bien ban.pdf", stick / "xem.exe"
    for each in (paper, program):
        each.write_bytes(each.name.encode() * 1000)
    section = booth.part(FilesSection, incident)
    for number, path in enumerate((paper, program), 1):
        section.attach(path)
        wait_for(lambda: section.count == number)  # noqa: B023 -- waited for at once
        assert "Đã đính kèm" in section.work.text
    section.table.selectRow(0)
    assert "Mã băm" in section.facts.text()

    kept = section.chosen
    assert isinstance(kept, Attachment)
    section.save(kept, stick / "ban sao.pdf")
    wait_for(lambda: "nguyên vẹn" in section.work.text)
    assert (stick / "ban sao.pdf").read_bytes() == paper.read_bytes()
    viewer = Viewer()
    # PySide takes text, whatever its stubs say.
    QDesktopServices.setUrlHandler("file", viewer, "show")  # type: ignore[arg-type]
    try:
        booth.come_back(section)
        key(section.table, RETURN)
        wait_for(lambda: bool(viewer.shown))
        section.table.selectRow(1)
        key(section.table, RETURN)
        assert "chỉ xem được" in section.work.text
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (copy,) = viewer.shown
    assert copy.read_bytes() == paper.read_bytes()
    assert copy.stat().st_mode & 0o222 == 0
    section.show_incident(None, writable=False)

    assert not copy.exists()
    assert section.rows.count() == 0


def test_a_film_from_outside_is_tied_to_it(booth: Beside, tmp_path: Path) -> None:
    incident = booth.opened()
    film = tmp_path / "ch01.dav"
    film.write_bytes(b"film" * 100)
    form = ExhibitForm(given_by="Bà Lụa")
    exhibit = booth.console.exhibits.intake(film, form, stop=Stop(), progressed=ignore)
    section = booth.part(FilesSection, incident)

    key(section.buttons["file-add"], INSERT, Qt.KeyboardModifier.ShiftModifier)
    dialog = booth.dialog(section, ExhibitDialog)
    wait_for(lambda: dialog.list.count() == 1)
    key(dialog.list, Qt.Key.Key_Space)
    dialog.keep()

    wait_for(lambda: section.count == 1)
    assert booth.console.case_ties.related(incident.id).exhibits == (exhibit.id,)
    assert "Bà Lụa giao" in section.facts.text()


def test_cases_are_linked_by_number_opened_and_unlinked(booth: Beside) -> None:
    incident, other = booth.opened(), booth.opened("Mất xe đạp cùng ngõ")
    section = booth.part(LinksSection, incident)
    key(section.buttons["link-add"], INSERT)
    dialog = booth.dialog(section, PickDialog)
    wait_for(lambda: [each.id for each in dialog.rows.lines] == [other.id])

    write(dialog.search, f"{other.number}/{other.year}")
    wait_for(lambda: not dialog._typed.isActive() and not dialog.rows.is_asking)
    press(dialog.search, RETURN)
    wait_for(lambda: section.count == 1)
    wanted: list[object] = []
    section.incident_wanted.connect(wanted.append)
    booth.come_back(section)
    key(section.table, RETURN)
    assert wanted == [other.id]
    key(section.table, DELETE)

    wait_for(lambda: section.count == 0)
    assert booth.console.case_ties.related(other.id).incidents == ()
