"""The cover over a locked wall: the pictures play on under it, nothing else can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.errors import NotAllowed, Problem
from console.secret import Secret
from db.records import Officer, OfficerId
from ui.access.card import Asking, Card
from ui.access.forgotten import ForgottenCard
from ui.access.password import PasswordField
from ui.access.sign_in import NewPasswordCard, PassphraseCard, SignInCard
from ui.desk import Desk
from ui.overriding import override
from ui.times import time_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access
    from console.enrolment import Enrolment
    from console.sheet_reset import SheetReset


class UnlockCard(Card):
    """Asks the officer who locked the screen for his password."""

    unlocked = Signal(object)  # the Officer
    other_wanted = Signal()
    gone = Signal()  # his session has ended meanwhile

    def __init__(
        self,
        desk: Desk,
        access: Access,
        officer: Officer,
        since: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk, officer.name, (self.tr("Unlock"), self.tr("Unlock the screen (Enter)")), parent
        )
        self._access = access
        words = self.tr("The screen is locked. Signed in since {time}.")
        self.say(words.format(time=time_words(since)))
        self.password = PasswordField("password", self.tr("Password"), parent=self)
        self.body.addWidget(self.password)
        self.password.edit.returnPressed.connect(self.go.click)
        self.go.clicked.connect(self._on_go)
        self.attempt.failed.connect(self._on_failed)
        other = self.link(
            self.tr("Another officer"), self.tr("Sign {name} out").format(name=officer.name)
        )
        other.setObjectName("card-other")
        other.clicked.connect(self.other_wanted)

    @override
    def take_focus(self) -> None:
        self.password.edit.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if self.password.text:
            password, access = self.password.edit.take(), self._access
            self.attempt.run(lambda: access.unlock(password), self.unlocked.emit)
        self.password.edit.setFocus()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if isinstance(problem, NotAllowed):
            self.gone.emit()


class Cover(QWidget):
    """Lies over a part of the window and shows one card at a time, or is hidden."""

    signed_in = Signal(object)  # the Officer, who may go on
    unlocked = Signal(object)
    left = Signal()  # whoever sat here shall be signed out
    vault_opened = Signal()
    vault_skipped = Signal()
    forgotten = Signal()  # the recovery sheet shall stand for a password
    remembered = Signal()  # or not

    def __init__(self, desk: Desk, over: QWidget, parent: QWidget) -> None:
        """``over`` is what it lies on, somewhere inside ``parent``."""
        super().__init__(parent)
        self.setObjectName("cover")
        self._desk = desk
        self._over = over
        self._window = parent
        self._card: Asking | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        over.installEventFilter(self)
        self.hide()

    @property
    def card(self) -> Asking | None:
        """What is asked now."""
        return self._card

    def ask_passphrase(self, enrolment: Enrolment) -> None:
        """What opens the cameras' passwords."""
        card = PassphraseCard(self._desk, enrolment, self)
        card.opened.connect(self.vault_opened)
        card.skipped.connect(self.vault_skipped)
        self.ask(card)

    def ask_sign_in(
        self, access: Access, names: Sequence[tuple[OfficerId, str]], *, notice: bool
    ) -> None:
        """Name and password; ``notice`` says on the card that everything is logged."""
        card = SignInCard(self._desk, access, names, self)
        card.words.setVisible(notice)
        card.signed_in.connect(lambda officer, typed: self._on_signed_in(access, officer, typed))
        card.forgotten.connect(self.forgotten)
        self.ask(card)

    def ask_sheet(
        self, sheet_reset: SheetReset, access: Access, names: Sequence[tuple[OfficerId, str]]
    ) -> None:
        """The recovery sheet's code, of one of these administrators."""
        card = ForgottenCard(self._desk, sheet_reset, access, names, self)
        card.signed_in.connect(lambda officer, typed: self._on_signed_in(access, officer, typed))
        card.given_up.connect(self.remembered)
        self.ask(card)

    def renew_names(self, names: Sequence[tuple[OfficerId, str]]) -> None:
        """Other officers may sign in now; who is typing is left in peace if they are the same."""
        if isinstance(self._card, SignInCard):
            self._card.offer(names)

    def ask_password(self, access: Access, officer: Officer, since: datetime) -> None:
        """The password of whoever is signed in, since then."""
        card = UnlockCard(self._desk, access, officer, since, self)
        card.unlocked.connect(self.unlocked)
        card.other_wanted.connect(self.left)
        card.gone.connect(self.left)
        self.ask(card)

    def take_focus(self) -> None:
        """Be ready for keys."""
        if self._card is not None:
            self._card.take_focus()

    def lift(self) -> None:
        """Ask nothing any more, and hide."""
        self._drop()
        self.hide()

    def _on_signed_in(self, access: Access, officer: Officer, typed: Secret) -> None:
        if officer.one_time_until is None:
            self.signed_in.emit(officer)
            return
        card = NewPasswordCard(self._desk, access, officer, typed, self)
        card.changed.connect(self.signed_in)
        card.given_up.connect(self.left)
        self.ask(card)

    def ask(self, card: Asking) -> None:
        """Show ``card`` in place of the one before; it is deleted with the next."""
        self._drop()
        self._card = card
        self._column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self._fit()
        self.show()
        self.raise_()
        self.take_focus()

    def _drop(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._column.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None

    def _fit(self) -> None:
        self.setGeometry(QRect(self._over.mapTo(self._window, QPoint()), self._over.size()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and watched is self._over:
            self._fit()
        return False
