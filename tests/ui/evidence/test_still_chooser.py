"""Stills are chosen by keys alone: among what is suggested, by scrubbing, by a typed time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from console.evidence.choosing import MOST_STILLS
from db.evidence_records import StillWanted, Wanted
from tests.ui.evidence.bench import SECOND_US, Bench
from tests.ui.stage import wait_for
from ui.evidence.still_chooser import StillChooser
from ui.theme import THEMES, ThemeName

SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
K = Qt.Key
Open = Callable[..., StillChooser]


@pytest.fixture
def opened(bench: Bench) -> Iterator[Open]:
    """Opens a chooser, and waits for its first picture."""
    made: list[StillChooser] = []

    def open_(
        *wanted: Wanted,
        stills: tuple[StillWanted, ...] = (),
        suggested: tuple[StillWanted, ...] = (),
    ) -> StillChooser:
        lines = wanted or (bench.wanted(),)
        night = THEMES[ThemeName.NIGHT]
        chooser = StillChooser(bench.desk, bench.console, night, lines, stills, suggested)
        made.append(chooser)
        chooser.resize(1200, 700)
        chooser.open()
        chooser.activateWindow()
        settled(chooser)
        wait_for(chooser.timing.bar.hasFocus)
        return chooser

    yield open_
    for chooser in made:
        chooser.done(0)
        chooser.deleteLater()


def settled(chooser: StillChooser) -> None:
    """All that was asked for is there."""
    wait_for(
        lambda: (
            not chooser.peeking.is_busy and chooser.peeking._next is None and chooser._asks is None
        )
    )


def typed(*keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Wherever the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def said(chooser: StillChooser) -> str:
    label = chooser.findChild(QLabel, "peek-said")
    assert label is not None
    return label.text()


def test_by_keys_alone_pictures_are_scrubbed_to_typed_to_and_kept(
    bench: Bench, opened: Open
) -> None:
    chooser, camera_id, start_us = opened(), bench.cameras[0], bench.us(-50)
    typed(K.Key_Right)
    typed(K.Key_Right, modifier=CTRL)
    settled(chooser)
    typed(K.Key_Insert, K.Key_G)
    local = bench.span(-44, 0).start.astimezone()
    QTest.keyClicks(QApplication.focusWidget(), f"{local:%H:%M:%S}.123")
    typed(K.Key_Return)
    settled(chooser)
    typed(K.Key_Insert)
    typed(K.Key_S, modifier=CTRL)

    assert chooser.result() == QDialog.DialogCode.Accepted
    assert chooser.stills == (
        StillWanted(camera_id, start_us + SECOND_US + 80_000),  # of the picture that was seen
        StillWanted(camera_id, bench.us(-44) + 120_000),
    )


def test_what_is_suggested_has_its_picture_and_is_taken_by_enter_or_all_at_once(
    bench: Bench, opened: Open
) -> None:
    one, other = bench.cameras
    suggested = tuple(StillWanted(one, bench.us(at)) for at in (-49, -48, -47))
    beside = StillWanted(one, bench.us(-5))
    last = StillWanted(other, bench.us(-46))
    chooser = opened(bench.wanted(), bench.wanted(camera=1), suggested=(*suggested, beside, last))
    assert chooser.suggested.count() == 4, "what is not wanted is not offered"
    wait_for(lambda: set(chooser.suggested.in_sight()) <= chooser._thumbs.icons.keys())
    assert len(chooser.suggested.in_sight()) >= 2
    chooser.suggested.scrollToBottom()
    wait_for(lambda: last in chooser._thumbs.icons)
    chooser.suggested.setFocus()
    typed(K.Key_Down, K.Key_Return)
    settled(chooser)
    assert chooser.stills == (suggested[1],)
    assert chooser.picture.at_us == suggested[1].at_us
    assert chooser.suggested.count() == 3

    typed(K.Key_Insert, modifier=CTRL)

    assert chooser.stills == (*suggested, last)
    assert chooser.suggested.isHidden()


def test_one_goes_from_picture_to_picture_over_cameras_and_leaves_one_out(
    bench: Bench, opened: Open
) -> None:
    stills = tuple(StillWanted(each, bench.us(-45)) for each in bench.cameras)
    chooser = opened(bench.wanted(), bench.wanted(camera=1), stills=stills)
    assert chooser.timing.camera_id == stills[0].camera_id
    typed(K.Key_PageDown)
    settled(chooser)
    assert chooser.timing.camera_id == stills[1].camera_id
    assert str(stills[1].camera_id) in chooser.picture.caption
    assert chooser.picture.caption.endswith(".000")

    typed(K.Key_Delete)

    assert chooser.stills == stills[:1]
    typed(K.Key_Z, modifier=CTRL)
    assert chooser.stills == stills
    typed(K.Key_Y, modifier=CTRL)
    assert chooser.stills == stills[:1]


def test_what_is_not_wanted_any_more_is_left_out_and_told(bench: Bench, opened: Open) -> None:
    inside, outside = (StillWanted(bench.cameras[0], bench.us(at)) for at in (-45, -5))

    chooser = opened(stills=(inside, outside))

    assert chooser.stills == (inside,)
    assert said(chooser).startswith("1 ")
    assert chooser.keep.isEnabled()


def test_no_more_are_chosen_than_a_package_takes(bench: Bench, opened: Open) -> None:
    start_us = bench.us(-50)
    stills = tuple(
        StillWanted(bench.cameras[0], start_us + second * SECOND_US)
        for second in range(1, MOST_STILLS)
    )
    chooser = opened(stills=stills)
    typed(K.Key_Home)
    settled(chooser)
    typed(K.Key_Insert)
    assert len(chooser.stills) == MOST_STILLS
    typed(K.Key_End)
    settled(chooser)

    typed(K.Key_Insert)

    assert len(chooser.stills) == MOST_STILLS
    assert str(MOST_STILLS) in said(chooser)


def test_a_still_of_a_gap_says_so_and_cannot_be_added(bench: Bench, opened: Open) -> None:
    gone = StillWanted(bench.cameras[0], bench.us(-30.5))
    chooser = opened(bench.wanted(-35, -20), suggested=(gone,))
    settled(chooser)
    assert not chooser.picture.has_picture
    wait_for(lambda: gone in chooser._thumbs.lacking)

    typed(K.Key_Insert)

    assert not len(chooser.stills)
    typed(K.Key_N)
    settled(chooser)
    typed(K.Key_Insert)
    assert chooser.stills == (StillWanted(bench.cameras[0], bench.us(-30)),)


def test_nothing_is_let_go_without_a_word(opened: Open) -> None:
    chooser = opened()
    typed(K.Key_Insert, K.Key_Escape)
    assert chooser.isVisible()
    assert "Ctrl+S" in said(chooser)

    typed(K.Key_Escape)

    assert not chooser.isVisible()
    assert chooser.result() == QDialog.DialogCode.Rejected
