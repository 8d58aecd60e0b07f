"""A password of one's own, changed at any time by its key, through the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from console.credentials import TRIES
from console.secret import Secret
from tests.console.officers import BOSS_WORD, WORD
from tests.ui.access.people import DUTY, come_in, press, sitting, write
from tests.ui.stage import Stage, wait_for
from ui import keys
from ui.access.guard import Sitting
from ui.access.own_password import OwnPasswordDialog

NEW = Secret("con cò bay lả bay la")
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def asked(stage: Stage) -> OwnPasswordDialog:
    """The dialog, after its key."""
    stage.window.activateWindow()
    QTest.keyClick(stage.window, Qt.Key.Key_K, _HELD)

    def found() -> OwnPasswordDialog | None:
        dialogs = stage.window.findChildren(OwnPasswordDialog)
        return next((each for each in dialogs if each.isVisible()), None)

    wait_for(lambda: found() is not None)
    dialog = found()
    assert dialog is not None
    dialog.activateWindow()
    wait_for(dialog.old.edit.hasFocus)
    return dialog


def fill(dialog: OwnPasswordDialog, old: Secret, new: Secret = NEW) -> None:
    """Three boxes, by keys alone."""
    boxes = (dialog.old, dialog.passwords.first, dialog.passwords.second)
    for field, word in zip(boxes, (old, new, new), strict=True):
        field.edit.clear()
        write(field.edit, word.reveal())
        press(field.edit, Qt.Key.Key_Return)


def kept(stage: Stage, dialog: OwnPasswordDialog) -> None:
    wait_for(lambda: not stage.window.findChildren(OwnPasswordDialog))


def test_by_one_key_and_three_boxes_and_he_stays_signed_in(locked: Stage) -> None:
    come_in(locked, DUTY)
    changes = []
    assert locked.window.guard is not None
    locked.window.guard.changed.connect(lambda: changes.append(sitting(locked)))
    dialog = asked(locked)

    fill(dialog, WORD)

    kept(locked, dialog)
    locked.settle()
    assert locked.window.notice.text == "Đã đổi mật khẩu. Từ giờ dùng mật khẩu mới."
    assert set(changes) <= {Sitting.PRESENT}
    assert sitting(locked) is Sitting.PRESENT
    locked.window.guard.sign_out()
    come_in(locked, DUTY, NEW)


def test_a_wrong_old_password_is_said_and_slowed(locked: Stage) -> None:
    come_in(locked, DUTY)
    dialog = asked(locked)

    for _ in range(TRIES - 1):
        fill(dialog, BOSS_WORD)
        wait_for(lambda: dialog.old.error == "Không đúng mật khẩu đang dùng.")
        assert dialog.old.text == ""
        assert dialog.old.edit.hasFocus()
    fill(dialog, BOSS_WORD)

    wait_for(lambda: "Thử lại sau 300 giây" in dialog.message.text())
    assert not dialog.findChild(QPushButton, "confirm-go").isEnabled()
    fill(dialog, WORD)  # even the right one waits
    assert dialog.isVisible()
    locked.clock.pass_(minutes=6)
    dialog.attempt.look()
    fill(dialog, WORD)
    kept(locked, dialog)


def test_what_is_wrong_with_the_new_one_is_said_beside_it(locked: Stage) -> None:
    come_in(locked, DUTY)
    dialog = asked(locked)

    fill(dialog, WORD, Secret("matkhau123"))

    wait_for(lambda: bool(dialog.passwords.first.error))
    assert dialog.old.text == WORD.reveal()  # it was not looked at, and need not be typed again
    assert dialog.message.text() == ""
    press(dialog, Qt.Key.Key_Escape)
    kept(locked, dialog)
    assert locked.window.guard is not None
    locked.window.guard.sign_out()
    come_in(locked, DUTY)


def test_without_the_old_one_nothing_is_sent(locked: Stage) -> None:
    come_in(locked, DUTY)
    dialog = asked(locked)

    dialog.findChild(QPushButton, "confirm-go").click()

    assert dialog.old.error == "Hãy gõ mật khẩu đang dùng."


def test_nobody_is_offered_it_before_he_has_signed_in(locked: Stage) -> None:
    words = keys.words_of("own-password")
    tools = locked.window.findChildren(QToolButton)
    (button,) = (each for each in tools if each.accessibleName() == words)
    assert not button.isVisible()
    QTest.keyClick(locked.window, Qt.Key.Key_K, _HELD)
    assert not locked.window.findChildren(OwnPasswordDialog)

    come_in(locked, DUTY)

    wait_for(button.isVisible)
    assert "K" in button.toolTip()
