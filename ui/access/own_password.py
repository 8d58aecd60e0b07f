"""Whoever sits here changes his password: the old one first, then a new one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.errors import FieldRefused, Problem, SignInRefused
from console.secret import Secret
from ui.access.confirm import SignDialog
from ui.access.new_password import NewPassword
from ui.access.password import PasswordField
from ui.desk import Desk
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class OwnPasswordDialog(SignDialog):
    """Accepted when the new password is kept; his sessions at other consoles have ended then."""

    def __init__(self, desk: Desk, access: Access, parent: QWidget | None = None) -> None:
        self._access = access
        super().__init__(
            desk,
            (
                self.tr("Change your password"),
                self.tr("It counts from now on. Where else you are signed in, you are signed out."),
                self.tr("Keep the new one"),
            ),
            parent,
        )
        self.setObjectName("own-password-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.old = PasswordField("old", self.tr("The password that you have now"), parent=self)
        self.passwords = NewPassword(self)
        for field in (self.old, self.passwords):
            self.body.addWidget(field)
        self.attempt.wait_words = self.tr(
            "That is not the password that you have now. Try again in {seconds} s."
        )
        self.attempt.failed.connect(self._on_failed)
        self.old.edit.returnPressed.connect(self.passwords.first.edit.setFocus)
        self.passwords.entered.connect(self.send)
        self.old.edit.setFocus()

    @override
    @Slot()
    def send(self) -> None:
        if not self.old.text:
            self.old.show_error(self.tr("Type the password that you have now."))
            self.old.edit.setFocus()
        elif self.passwords.look():
            old, new = Secret(self.old.text), self.passwords.secret()
            access = self._access
            self.attempt.run(lambda: access.set_password(old, new), lambda _: self.accept())

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        match problem:
            case FieldRefused():
                self.message.clear()
                self.passwords.refuse(problem)
            case SignInRefused():
                self.old.edit.take()
                self.old.edit.setFocus()
                if not problem.wait_s:
                    self.message.clear()
                    self.old.show_error(self.tr("That is not the password that you have now."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a box goes on to the next one, and from the last one sends.
        if event.key() not in _ENTERS or not isinstance(self.focusWidget(), QLineEdit):
            super().keyPressEvent(event)
