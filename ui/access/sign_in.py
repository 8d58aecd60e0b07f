"""The cards that let an officer in: name and password, and a password of his own choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from console.errors import FieldRefused, Problem, VaultLocked
from console.secret import Secret
from db.records import Officer, OfficerId
from ui.access.card import Card
from ui.access.named import NamedCard
from ui.access.new_password import NewPassword
from ui.access.password import PasswordField
from ui.desk import Desk
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access
    from console.enrolment import Enrolment


class SignInCard(NamedCard):
    """Name from a list, password, Enter.  A refusal never says which of them was wrong."""

    signed_in = Signal(object, object)  # the Officer, and the Secret that he typed
    forgotten = Signal()  # an administrator has the recovery sheet instead

    def __init__(
        self,
        desk: Desk,
        access: Access,
        names: Sequence[tuple[OfficerId, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            self.tr("Sign in"),
            (self.tr("Sign in"), self.tr("Sign in (Enter)")),
            ("password", self.tr("Password")),
            parent,
        )
        self._access = access
        self.say(self.tr("What is done here is logged."))
        self.password = self.secret
        self.offer(names)
        forgotten = self.link(
            self.tr("Forgotten password"), self.tr("What to do when a password is forgotten")
        )
        forgotten.setObjectName("card-forgotten")
        forgotten.clicked.connect(self.forgotten)

    @override
    def send(self, officer_id: OfficerId) -> None:
        password, access = self.secret.edit.take(), self._access
        self.attempt.run(
            lambda: access.sign_in(officer_id, password),
            lambda officer: self.signed_in.emit(officer, password),
        )


class PassphraseCard(Card):
    """The cameras' passwords are under a passphrase: nothing can be shown before it is typed."""

    opened = Signal()
    skipped = Signal()  # sign in all the same: officers and the log are there without it

    def __init__(self, desk: Desk, enrolment: Enrolment, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            self.tr("The station's passphrase"),
            (self.tr("Open"), self.tr("Open the cameras' passwords (Enter)")),
            parent,
        )
        self._enrolment = enrolment
        self.say(self.tr("Without it no camera can be called; it was set by the administrator."))
        self.password = PasswordField("passphrase", self.tr("Passphrase"), parent=self)
        self.body.addWidget(self.password)
        without = self.link(
            self.tr("Go on without pictures"), self.tr("Sign in; no camera is called until then")
        )
        without.setObjectName("card-without")
        without.clicked.connect(self.skipped)
        self.password.edit.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._on_go)
        self.attempt.failed.connect(self._on_failed)

    @override
    def take_focus(self) -> None:
        self.password.edit.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if self.password.text:
            passphrase, enrolment = self.password.edit.take(), self._enrolment
            self.attempt.run(lambda: enrolment.unlock(passphrase), lambda _: self.opened.emit())
        self.password.edit.setFocus()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, VaultLocked):
            self.message.setText(self.tr("This is not the passphrase. Type it again."))


class NewPasswordCard(Card):
    """After a one-time password: nothing opens before he has chosen one of his own."""

    changed = Signal(object)  # the Officer
    given_up = Signal()

    def __init__(
        self,
        desk: Desk,
        access: Access,
        officer: Officer,
        old: Secret,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            self.tr("Choose your own password"),
            (self.tr("Keep and go on"), self.tr("Keep this password (Enter)")),
            parent,
        )
        self._access = access
        self._old = old
        self.say(
            self.tr("{name}, the password that you were given is good for this once.").format(
                name=officer.name
            )
        )
        self.passwords = NewPassword(self)
        self.body.addWidget(self.passwords)
        self.passwords.entered.connect(self.go.click)
        self.go.clicked.connect(self._on_go)
        self.attempt.failed.connect(self._on_failed)
        away = self.link(self.tr("Another officer"), self.tr("Sign out again; nothing is changed"))
        away.clicked.connect(self.given_up)

    @override
    def take_focus(self) -> None:
        self.passwords.first.edit.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if not self.passwords.look():
            return
        old, new, access = self._old, self.passwords.secret(), self._access
        self.attempt.run(lambda: access.set_password(old, new), self.changed.emit)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, FieldRefused):
            self.message.clear()
            self.passwords.refuse(problem)
