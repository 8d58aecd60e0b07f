"""The card for an administrator who cannot sign in: the recovery sheet's code opens once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from console.errors import CodeWrong, Problem
from console.secret import Secret
from db.records import Officer, OfficerId
from ui.access.named import NamedCard
from ui.desk import Desk
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.access import Access
    from console.sheet_reset import SheetReset


class ForgottenCard(NamedCard):
    """Name, code, Enter; then he chooses a password of his own at once."""

    signed_in = Signal(object, object)  # the Officer, and the one-time Secret that let him in
    given_up = Signal()

    def __init__(
        self,
        desk: Desk,
        sheet_reset: SheetReset,
        access: Access,
        names: Sequence[tuple[OfficerId, str]],
        parent: QWidget | None = None,
    ) -> None:
        """``names`` are the administrators."""
        super().__init__(
            desk,
            self.tr("Forgotten password"),
            (self.tr("Let me in"), self.tr("Choose a new password (Enter)")),
            ("code", self.tr("The ten groups on the sheet")),
            parent,
        )
        self._sheet_reset = sheet_reset
        self._access = access
        self.say(
            self.tr(
                "For administrators, with the recovery sheet from the safe. The log tells of it, "
                "and so does the screen to whoever may read the log. Other officers ask an "
                "administrator for a new password."
            )
        )
        self.code = self.secret
        self.offer(names)
        self.attempt.failed.connect(self._on_failed)
        away = self.link(self.tr("Back"), self.tr("Sign in with a password"))
        away.setObjectName("card-back")
        away.clicked.connect(self.given_up)

    @override
    def send(self, officer_id: OfficerId) -> None:
        code = Secret(self.secret.text)
        self.attempt.run(
            lambda: self._let_in(officer_id, code),
            lambda let_in: self.signed_in.emit(*let_in),
        )

    def _let_in(self, officer_id: OfficerId, code: Secret) -> tuple[Officer, Secret]:
        """On a worker's thread.  Raises Problem."""
        one_time = self._sheet_reset.reset(officer_id, code)
        return self._access.sign_in(officer_id, one_time), one_time

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        """The code stays where it is: sixty digits are not typed twice for one that was wrong."""
        if isinstance(problem, CodeWrong) and problem.group:
            words = self.tr("Group {number} is not as on the sheet. Compare it once more.")
            self.message.setText(words.format(number=problem.group))
