"""The list of cases before a real station: narrowed, opened, copied; a new case; its figures."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar, Unpack

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialog

from console.categories import CategoryForm
from console.incident_rules import IncidentChanges, IncidentForm
from console.outcomes import OutcomeForm
from db.case_records import Incident, IncidentId, OutcomeKind, Severity
from db.records import Role
from tests.fakes import FakeClock
from tests.ui.access.people import press, write
from tests.ui.people.booth import Booth, key
from tests.ui.stage import wait_for
from ui.cases.counts_dialog import CountsDialog
from ui.cases.list_page import CasesPage
from ui.cases.list_table import FIRST_PAGE, CaseColumn
from ui.cases.new_dialog import NewIncidentDialog
from ui.theme import THEMES, ThemeName

D = TypeVar("D", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier
RETURN, INSERT = Qt.Key.Key_Return, Qt.Key.Key_Insert


class Before(Booth):
    """The page before whoever sits down."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        super().__init__(folder, clock)
        self.page = CasesPage(self.desk, self.console, THEMES[ThemeName.NIGHT])
        self.page.set_ward(self.ward)
        self.page.resize(1294, 700)
        self.wanted: list[IncidentId] = []
        self.page.incident_wanted.connect(self.wanted.append)

    def sit_down(self, role: Role) -> None:
        super().sit_down(role)
        self.page.set_rights(self.may)
        self.show(self.page)
        self.page.take_focus()
        wait_for(lambda: bool(self.page.filters.category.found("trom")))

    def opened(
        self, title: str = "Mất xe máy", /, hours: float = 1, **fields: Unpack[IncidentChanges]
    ) -> Incident:
        least = IncidentForm(
            title=title,
            category_id=self.console.categories.tree()[0].id,
            began_at=self.console.clock.now() - timedelta(hours=hours),
        )
        return self.console.incidents.open(replace(least, **fields))

    def listed(self, *titles: str) -> None:
        """Wait until these are listed, and nothing else."""
        rows = self.page.rows
        wait_for(lambda: not rows.is_asking and [e.title for e in rows.lines] == list(titles))

    def dialog(self, kind: type[D]) -> D:
        wait_for(lambda: any(each.isVisible() for each in self.page.findChildren(kind)))
        return next(each for each in self.page.findChildren(kind) if each.isVisible())


@pytest.fixture
def booth(
    vietnamese: QTranslator, clock: FakeClock, tmp_path: Path, staffed_station: Path
) -> Iterator[Before]:
    """An administrator, a duty officer and a chief; nobody sits here yet."""
    shutil.copytree(staffed_station, tmp_path, dirs_exist_ok=True)
    made = Before(tmp_path, clock)
    yield made
    made.close()


def test_a_case_is_opened_by_keyboard_and_shown(booth: Before) -> None:
    booth.sit_down(Role.CHIEF)
    tree = booth.console.categories.tree()
    secret = booth.console.categories.add(CategoryForm(name="Xâm hại trẻ em", restricted=True))
    page = booth.page
    wait_for(page._nothing.isVisible)
    assert "Ctrl+M" in page._nothing._advice.text()

    key(page._buttons["case-new"], INSERT)
    dialog = booth.dialog(NewIncidentDialog)
    wait_for(lambda: len(dialog._tree) == len(tree) + 1)
    press(dialog.title.box, RETURN)
    assert dialog.title.error  # nothing was typed
    write(dialog.title.box, "Mất xe đạp")
    write(dialog.category.box, "xam hai")
    press(dialog.category.box, RETURN)
    assert dialog._restricted.isVisible()
    write(dialog.cluster.box, "001")
    dialog.began.box.clear()
    write(dialog.began.box, "ngày mai")
    dialog.keep()
    assert "Chưa rõ thời gian" in dialog.began.error
    dialog.began.box.clear()
    write(dialog.began.box, "hôm qua 22h05")
    press(dialog.began.box, RETURN)

    wait_for(lambda: len(booth.wanted) == 1)
    made = booth.console.incidents.incident(booth.wanted[0])
    assert (made.title, made.category_id, made.restricted) == ("Mất xe đạp", secret.id, True)
    assert made.cluster_id == booth.ward.clusters[0].id
    assert f"{made.began_at.astimezone():%H:%M}" == "22:05"
    booth.listed("Mất xe đạp")  # the list heard of it


def test_filters_words_and_esc(booth: Before, clock: FakeClock) -> None:
    booth.sit_down(Role.CHIEF)
    assert booth.officer is not None
    here = booth.ward.clusters[0]
    urgent = booth.opened("Cháy nhà", 30, severity=Severity.URGENT, cluster_id=here.id)
    booth.opened("Mất xe máy", 2, assigned_to=booth.officer.id)
    sent = booth.opened("Xe máy va quệt", 3, due_on=(clock.now() - timedelta(days=2)).date())
    booth.console.incident_review.submit(sent.id, sent.version)
    page, filters = booth.page, booth.page.filters
    everything = ("Mất xe máy", "Xe máy va quệt", "Cháy nhà")
    page.renew()
    booth.listed(*everything)
    wait_for(lambda: page.count.text() == "3 vụ việc")
    row = page.rows.words(1)
    assert row[CaseColumn.STATE] == "Chờ duyệt"
    assert row[CaseColumn.DUE].endswith("quá hạn")
    assert page.rows.words(0)[CaseColumn.ASSIGNED] == booth.officer.name

    filters.severity.setFocus()  # with the focus in the list, Enter would open a case
    write(filters.severity, "khan")
    press(filters.severity, RETURN)
    booth.listed("Cháy nhà")
    assert page.back()
    booth.listed(*everything)
    filters.place.pick(frozenset({here.id}))
    booth.listed("Cháy nhà")
    page.back()
    filters.when.setFocus()
    write(filters.when, "hôm nay")
    press(filters.when, RETURN)
    booth.listed(*everything[:2])
    key(page.table, Qt.Key.Key_M)
    booth.listed("Mất xe máy")
    page.back()
    page.activateWindow()  # without a window system nobody does when the choices go
    wait_for(page.isActiveWindow)
    key(page.table, Qt.Key.Key_F, CONTROL)
    wait_for(page.search.hasFocus)
    write(page.search, "xe quet")
    press(page.search, RETURN)
    booth.listed("Xe máy va quệt")
    page.search.setText("khong co gi")
    wait_for(page._nothing.isVisible)
    page.back()
    booth.listed(*everything)
    page.search.setText(str(urgent.number))
    booth.listed("Cháy nhà")
    assert page.back()
    assert not page.back()


def test_many_come_by_the_page_and_what_is_chosen_stays(booth: Before) -> None:
    booth.sit_down(Role.CHIEF)
    for number in range(FIRST_PAGE + 20):
        booth.opened(f"Vụ {number}", number + 1)
    page = booth.page
    page.renew()
    wait_for(lambda: page.rows.rowCount() == FIRST_PAGE)
    page.table.scrollToBottom()
    wait_for(lambda: page.rows.is_whole)
    page.table.selectRow(60)

    booth.opened("Mới", 0.5)
    wait_for(lambda: page.rows.line(0).title == "Mới")

    assert page.rows.line(page.table.currentIndex().row()).title == "Vụ 60"
    key(page.table, Qt.Key.Key_C, CONTROL)
    head, copied = QApplication.clipboard().text().split("\n")
    assert head.startswith("Số\t")
    assert "Vụ 60" in copied.split("\t")
    key(page.table, RETURN)
    assert booth.wanted == [page.chosen]
    page.forget()
    assert page.rows.rowCount() == 0


def test_a_figure_leads_back_to_its_cases(booth: Before, clock: FakeClock) -> None:
    booth.sit_down(Role.CHIEF)
    today = clock.now().date()
    first, second = booth.opened("Bắt quả tang"), booth.opened("Thu biển", 2)
    outcomes = booth.console.outcomes
    outcomes.add(first.id, OutcomeForm(kind=OutcomeKind.DRUGS, on=today, count=2, persons=5))
    line = OutcomeForm(kind=OutcomeKind.SEIZED, on=today, count=7, item="biển")
    outcomes.add(second.id, line)
    outcomes.strike(outcomes.add(second.id, line).id)

    key(booth.page, Qt.Key.Key_F8)
    dialog = booth.dialog(CountsDialog)
    wait_for(lambda: dialog.rows.rowCount() == 1)
    kinds = list(OutcomeKind)
    figures = dialog.kinds.index
    seized, drugs = kinds.index(OutcomeKind.SEIZED), kinds.index(OutcomeKind.DRUGS)
    assert figures(seized, 1).data() == "7"
    assert (figures(drugs, 1).data(), figures(drugs, 2).data()) == ("2", "5")
    dialog.table.selectRow(drugs)
    wait_for(lambda: [each.id for each in dialog.rows.lines] == [first.id])
    key(dialog.table, RETURN)
    assert dialog.list.hasFocus()
    key(dialog.list, RETURN)

    assert booth.wanted == [first.id]
    assert not dialog.isVisible()
