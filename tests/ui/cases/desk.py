"""A station with cases for the chief: officers that write, bookmarks with footage, keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.gate import Session
from console.incident_rules import IncidentForm
from db.case_records import Incident
from db.records import CameraId, Officer, Role
from tests.ui.stage import Stage, wait_for
from ui.cases.inbox_page import InboxPage
from ui.cases.morning_page import MorningPage

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
NONE = Qt.KeyboardModifier.NoModifier


def key(on: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(on, which, held)


def sit_down(console: Console, role: Role) -> Officer:
    """Whoever has this role sits at the console, before there is a window."""
    with console._store.read() as unit:
        officer = next(each for each in unit.officers.all() if each.role is role)
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, now_s, now_s))
    return officer


def submitted(
    console: Console, title: str, cameras: Sequence[int] = (), *, draft: bool = False
) -> Incident:
    """A case with a bookmark half an hour ago, handed to the chief by whoever sits there."""
    now = console.clock.now()
    category = next(each for each in console.categories.tree() if not each.restricted)
    marks = []
    if cameras:
        at = now - 30 * MINUTE
        mark = console.bookmarks.mark(
            [CameraId(each) for each in cameras], at, category_id=category.id, note=title
        )
        marks.append(mark.id)
    clusters = console.fleet.view().clusters
    form = IncidentForm(
        title=title,
        category_id=category.id,
        began_at=now - 40 * MINUTE,
        cluster_id=clusters[0].id,
        address="12 ngõ Đình",
        narrative="Người dân báo qua điện thoại, tổ tự quản đã đến nơi.",
    )
    made = console.incidents.open(form, marks)
    return made if draft else console.incident_review.submit(made.id, made.version)


def inbox(stage: Stage, rows: int) -> InboxPage:
    """The inbox once so many things stand in it and the chosen one is read."""
    page = stage.window.pages.page("inbox")
    assert isinstance(page, InboxPage)
    wait_for(lambda: page.isVisible() and page.rows.rowCount() == rows)
    if rows:
        wait_for(lambda: page._seen is not None)
    return page


def morning(stage: Stage) -> MorningPage:
    """The morning page, once it is read."""
    stage.window.show_page("morning")
    page = stage.window.pages.page("morning")
    assert isinstance(page, MorningPage)
    wait_for(lambda: bool(page.told.text()))  # a title alone says that it is being read
    return page
