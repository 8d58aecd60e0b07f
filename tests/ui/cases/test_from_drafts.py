"""Out of the drafts beside the wall: a new case of some moments, and others added to it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.ui.boxes import pick
from tests.ui.stage import Stage, wait_for
from ui.cases.new_dialog import NewIncidentDialog
from ui.cases.pick_dialog import PickDialog

D = TypeVar("D", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_moments_become_a_case_and_others_join_it(stage: Stage) -> None:
    bookmarks, at = stage.console.bookmarks, stage.clock.now()
    first, second, third = (bookmarks.mark([each], at) for each in stage.shown[:3])
    stage.window.activateWindow()
    assert stage.window.moments is not None
    panel = stage.window.moments.panel
    panel.begin(second.id, note=True)
    wait_for(lambda: panel.list.count() == 3 and panel.describing.bookmark_id == second.id)
    wait_for(lambda: panel.describing.categories.count() == 8)
    panel.describing.note.set_text("Hai xe máy va nhau")
    panel.list.item(2).setSelected(True)  # the newest is on top

    QTest.keyClick(panel.describing.note.edit, Qt.Key.Key_M, CONTROL)
    dialog = opened(stage, NewIncidentDialog)
    assert dialog.title.text == "Hai xe máy va nhau"
    assert dialog.cluster.text == "Cụm camera 001"
    wait_for(lambda: bool(dialog._tree))
    pick(dialog.category, dialog._tree[2].id)
    dialog.keep()
    wait_for(lambda: stage.window.pages.current == "incident")
    made = next(b.incident_id for b in bookmarks.newest() if b.id == first.id)
    assert made is not None
    assert stage.console.case_ties.related(made).bookmarks == (first.id, second.id)
    assert bookmarks.bookmark(second.id).note == "Hai xe máy va nhau"
    wait_for(lambda: not any(e.isVisible() for e in stage.window.findChildren(QDialog)))
    stage.window.activateWindow()  # without a window system nobody does when a dialog goes
    wait_for(stage.window.isActiveWindow)
    stage.window.show_page("wall")
    panel.begin(third.id)
    wait_for(lambda: panel.describing.bookmark_id == third.id and panel.chosen != [])
    QTest.keyClick(panel.list, Qt.Key.Key_J, CONTROL)
    picking = opened(stage, PickDialog)
    wait_for(lambda: picking.chosen is not None)
    picking.take()

    wait_for(lambda: bookmarks.bookmark(third.id).incident_id == made)
    wait_for(lambda: "Đã thêm vào vụ việc" in stage.window.notice.text)


def opened(stage: Stage, kind: type[D]) -> D:
    """The dialog that asks."""
    wait_for(lambda: any(each.isVisible() for each in stage.window.findChildren(kind)))
    return next(each for each in stage.window.findChildren(kind) if each.isVisible())
