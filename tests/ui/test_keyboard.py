"""Whoever works without a mouse: every key has its action, every button its name and its key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QTabBar,
    QWidget,
)

from console.evidence.rules import RequestForm
from console.incident_rules import IncidentForm
from db.evidence_records import MaskKey, MaskWanted, StillWanted, Wanted
from db.records import CameraId, Span, StreamRole, to_us
from tests import wards
from tests.fakes import FakeClock
from tests.still_engine import StillEngine
from tests.timelines import HOUR, Index, run_of
from tests.ui.evidence.bench import clocked
from tests.ui.fake_exhibit import FakeExhibits
from tests.ui.fake_review import archive_of, recorded
from tests.ui.requests.office import asking, requests_page
from tests.ui.stage import Stage, wait_for
from ui import keys
from ui.bookmarks.still_editor import StillEditor
from ui.cases.incident_page import IncidentPage
from ui.cases.list_page import CasesPage
from ui.cases.sections import SECTIONS
from ui.cases.spot_picker import pick_spot
from ui.evidence.export_dialog import ExportDialog
from ui.evidence.mask_editor import MaskEditor
from ui.evidence.peek_dialog import PeekDialog
from ui.evidence.still_chooser import StillChooser
from ui.holds.case_panel import CaseHoldsPanel
from ui.people.matter import Matter
from ui.theme import THEMES, ThemeName

PAGES = (
    "review",
    "exhibits",
    "settings",
    "devices",
    "members",
    "backups",
    "categories",
    "phrases",
    "cases",
    "incident",
    "evidence",
    "request-form",
    "packages",
)
_NATIVE = QKeySequence.SequenceFormat.NativeText
NIGHT = THEMES[ThemeName.NIGHT]
_CAMERAS = [CameraId(number) for number in range(1, 7)]


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    wards.made(tmp_path / "station.db", cameras=6)
    (tmp_path / "disk").mkdir()
    stage = Stage(
        tmp_path,
        clock,
        archive=archive_of(recorded(_CAMERAS, clock.now(), 1)),
        exhibits=FakeExhibits(),
        prepare=lambda console: console.recording.add_volume(str(tmp_path / "disk"), 1),
    )
    stage.window.activateWindow()
    yield stage
    stage.close()


def shown(stage: Stage, page: str) -> QWidget:
    """A page with something on it."""
    settings = stage.window.settings
    assert settings is not None
    name = {"backups": "settings", "request-form": "evidence"}.get(page, page)
    stage.window.show_page(name)
    match page:
        case "review":
            stage.review.review(_CAMERAS[:4])
            stage.review.toggle_tools()
            wait_for(lambda: stage.footage_is_read)
        case "settings":
            wait_for(lambda: settings.recording.volumes.rowCount() == 1)
            settings.recording.volumes.selectRow(0)
        case "backups":
            settings.show_backups()
            wait_for(settings.backups.isVisible)
        case "evidence":
            stage.console.evidence.requests.make(asking(stage.console, 1))
            requests_page(stage, 1)
        case "request-form":
            requests = stage.window.evidence.requests
            assert requests is not None
            requests.ask_new()
        case "incident":
            category = stage.console.categories.tree()[0]
            form = IncidentForm(title="Mất xe", category_id=category.id, began_at=stage.clock.now())
            stage.window.cases.open(stage.console.incidents.open(form).id)
            found = stage.window.pages.page("incident")
            assert isinstance(found, IncidentPage)
            wait_for(lambda: found.seen is not None)
    QApplication.processEvents()
    return stage.window.pages.currentWidget()


def buttons(page: QWidget) -> list[QAbstractButton]:
    """Those that can be seen and pressed, but for what Qt has inside its own widgets."""
    return [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled()
        if not isinstance(each.parent(), QLineEdit | QTabBar | QCalendarWidget)
    ]


def test_every_key_has_an_action_that_says_it(stage: Stage) -> None:
    """Keys of the lock and of the officers need somebody who has signed in."""
    for page in PAGES:
        shown(stage, page)
    for name in ("audit", "holds", "inbox", "morning", "find"):
        stage.window.show_page(name)
    cases = stage.window.pages.page("cases")
    assert isinstance(cases, CasesPage)
    cases.ask_counts()
    for kind in SECTIONS:
        kind(stage.desk, stage.console, cases.colours, cases)
    stage.window.calling.ask(Matter(stage.cameras()[0].cluster_id))
    pick_spot(stage.window, stage.desk, stage.console.ward_plan, NIGHT, None, lambda _: None)
    case_holds = CaseHoldsPanel(stage.desk, stage.console, NIGHT, stage.window)
    assert not case_holds.isVisible()
    editor = StillEditor(stage.desk, stage.console, stage.window.pages.ward, NIGHT, stage.window)
    assert not editor.isVisible()
    wanted = [Wanted(_CAMERAS[0], Span(stage.clock.now() - HOUR, stage.clock.now()))]
    stage.engine.stills = StillEngine(Index())
    MaskEditor(stage.desk, stage.console, NIGHT, wanted, (), stage.window)
    StillChooser(stage.desk, stage.console, NIGHT, wanted, (), (), stage.window)
    draft = RequestForm(unit="Công an thành phố", purpose="Xác minh", wanted=tuple(wanted))
    request = stage.console.evidence.requests.make(draft)
    export = ExportDialog(stage.desk, stage.console, NIGHT, request, stage.window)
    assert not export.isVisible()
    there = {each.objectName(): each for each in stage.window.findChildren(QAction)}
    needs_officer = {"lock", "own-password", "sign-out"}
    missing = []
    for key in keys.KEYS:
        if key.where is keys.Where.OFFICERS or key.name in needs_officer:
            continue
        action = there.get(f"action-{key.name}")
        if action is None or [s.toString() for s in action.shortcuts()] != [
            QKeySequence(text).toString() for text in key.keys
        ]:
            missing.append(key.name)
        elif QKeySequence(key.keys[0]).toString(_NATIVE) not in action.toolTip():
            missing.append(f"{key.name}: its tooltip")

    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_every_button_has_a_name_a_hint_with_its_key_and_takes_the_focus(
    stage: Stage, page: str
) -> None:
    found = buttons(shown(stage, page))

    assert found
    assert wrong_of(found) == []


_BUTTONS: dict[type[MaskEditor | StillChooser], set[str]] = {
    MaskEditor: {"mask-box", "mask-polygon", "mask-remove", "mask-unpin", "mask-fix", "mask-to"},
    StillChooser: {"pick-remove", "pick-all"},
}


@pytest.mark.parametrize("kind", [MaskEditor, StillChooser])
def test_so_has_every_button_over_pictures_of_what_is_to_be_exported(
    stage: Stage, kind: type[MaskEditor | StillChooser]
) -> None:
    """One mask is chosen that moves, one still is chosen and one suggested."""
    lines = [
        Wanted(camera_id, Span(stage.clock.now() - HOUR, stage.clock.now()), StreamRole.SUB)
        for camera_id in _CAMERAS[:2]
    ]
    start_us = to_us(lines[0].span.start)
    index = Index(footage=[run_of(line.camera_id, line.span) for line in lines])
    stage.engine.stills = StillEngine(index, clocked)
    dialog: PeekDialog
    if kind is MaskEditor:
        keyed = (MaskKey(start_us, (0, 0, 900, 900)), MaskKey(start_us + 9, (0, 0, 800, 900)))
        mask = MaskWanted(camera_id=_CAMERAS[0], keys=keyed, end_us=start_us + 99)
        editor = dialog = MaskEditor(stage.desk, stage.console, NIGHT, lines, [mask], stage.window)
        editor.sketch.choose(0)
    else:
        stills = [StillWanted(_CAMERAS[0], start_us + n) for n in (0, 1_000_000)]
        dialog = StillChooser(
            stage.desk, stage.console, NIGHT, lines, stills[:1], stills[1:], stage.window
        )
    dialog.open()
    dialog.activateWindow()
    wait_for(lambda: dialog.picture.has_picture and bool(dialog.names))
    wait_for(lambda: not dialog.peeking.is_busy)

    found = buttons(dialog)

    assert {f"button-{name}" for name in _BUTTONS[kind]} <= {each.objectName() for each in found}
    assert wrong_of(found) == []
    dialog.done(0)


def wrong_of(found: list[QAbstractButton]) -> list[str]:
    """What these lack."""
    known = {f"button-{key.name}": key for key in keys.KEYS}
    wrong = []
    for button in found:
        name = button.objectName()
        if not (button.text() or button.accessibleName()):
            wrong.append(f"{name}: no name")
        if not button.toolTip():
            wrong.append(f"{name or button.text()}: no hint")
        if name in known:
            key = QKeySequence(known[name].keys[0]).toString(_NATIVE)
            if key not in button.toolTip():
                wrong.append(f"{name}: {key} is not in its tooltip")
        if not looks_focused(button):
            wrong.append(f"{name or button.text()}: its focus cannot be seen")
    return wrong


def looks_focused(button: QAbstractButton) -> bool:
    """Whether it looks another way with the focus."""

    def picture() -> QImage:
        return button.grab().toImage()

    button.clearFocus()
    without = picture()
    button.setFocus()
    return button.hasFocus() and picture() != without
