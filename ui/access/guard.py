"""Who sits at this window, and what he may see; locks it when nobody does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from console.errors import Problem
from console.rights import Action, may
from console.workers import Lane
from db.records import Officer, OfficerId
from ui.access.lock import Cover
from ui.access.own_password import OwnPasswordDialog
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.sheet_reset import SheetUse

ENDS_SOON_S = 15 * 60.0  # before the end of a shift's session it is announced
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,  # all that comes of a key that is a shortcut
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Sitting(StrEnum):
    """Who sits here."""

    UNKNOWN = "unknown"  # the officers have not been read yet
    SETTING_UP = "setting_up"  # the first-run assistant is asking
    FREE = "free"  # the station has no officer: it is being set up
    NOBODY = "nobody"
    LOCKED = "locked"
    PRESENT = "present"


class Guard(QObject):
    """Keeps the window covered unless an officer is signed in and has not locked it."""

    changed = Signal()  # who sits here, or what he is
    told = Signal(str)  # a sentence for the notice bar

    def __init__(
        self, desk: Desk, console: Console, cover: Cover, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._access = console.access
        self._sheet_reset = console.sheet_reset
        self._enrolment = console.enrolment
        self._settings = console.settings
        self._present = console.gate.officer
        self._welcome: Callable[[], None] | None = None
        self._cover = cover
        self._sitting = Sitting.UNKNOWN
        self._officer: Officer | None = None
        self._since: datetime | None = None
        self._sat_down = 0  # how often somebody did
        self._ticking = False
        self._announced = False
        cover.signed_in.connect(self.enter)
        cover.unlocked.connect(self._on_unlocked)
        cover.left.connect(self.sign_out)
        cover.forgotten.connect(self._on_forgotten)
        cover.remembered.connect(self.start)
        cover.vault_opened.connect(self.start)
        cover.vault_skipped.connect(lambda: self._on_vault(wants_passphrase=False))

    @property
    def sitting(self) -> Sitting:
        """Who sits here."""
        return self._sitting

    @property
    def officer(self) -> Officer | None:
        """Whoever is signed in, also while the screen is locked."""
        return self._officer

    @property
    def since(self) -> datetime | None:
        """When he signed in."""
        return self._since

    def may(self, action: Action) -> bool:
        """Whether the window offers ``action`` now; the services ask for themselves."""
        if self._sitting is Sitting.PRESENT and self._officer is not None:
            return may(self._officer.role, action) is not None
        return self._sitting is Sitting.FREE

    def start(self, welcome: Callable[[], None] | None = None) -> None:
        """Find out whether the station has officers; ``changed`` when it is known.

        Cameras' passwords that a passphrase keeps are asked for first.  ``welcome`` is called,
        once, where there is no officer: it lets somebody set the station up.
        """
        self._welcome = welcome or self._welcome
        self._desk.tasks.run(
            self._enrolment.wants_passphrase, done=self._on_vault, failed=self._on_vault_unread
        )

    @Slot(object)
    def enter(self, officer: Officer) -> None:
        """``officer`` has signed in."""
        self._since = self._desk.clock.now()
        self._sat_down += 1
        self._announced = False
        self._become(Sitting.PRESENT, officer)
        self._desk.tasks.run(
            self._sheet_reset.unheard, done=self._on_unheard, failed=self._on_failed
        )

    @Slot()
    def leave_free(self) -> None:
        """Nobody set the station up now: whoever sits here may do everything, as before."""
        if self._sitting is Sitting.SETTING_UP:
            self._become(Sitting.FREE, None)

    def serve(self, name: str) -> None:
        """Do what a key of whoever is signed in says: "own-password", "lock" or "sign-out"."""
        match name:
            case "lock":
                self.lock()
            case "sign-out":
                self.sign_out()
            case "own-password" if self._sitting is Sitting.PRESENT:
                dialog = OwnPasswordDialog(self._desk, self._access, self._cover.window())
                dialog.accepted.connect(self._on_own_password)
                dialog.show()

    def lock(self) -> None:
        """Cover the window until the same officer is back; nothing when nobody is signed in."""
        if self._sitting is Sitting.PRESENT:
            self._desk.tasks.run(
                self._access.lock, done=lambda _: None, failed=self._on_failed, lane=Lane.DOOR
            )
            self._become(Sitting.LOCKED, self._officer)

    @Slot()
    def sign_out(self) -> None:
        """Let whoever sits here leave, and ask for the next."""
        if self._sitting not in {Sitting.FREE, Sitting.SETTING_UP}:
            self._desk.tasks.run(
                self._access.sign_out,
                done=lambda _: self._on_left(),
                failed=self._on_left_badly,
                lane=Lane.DOOR,
            )

    @Slot()
    def tick(self) -> None:
        """Look after the session; called once a second."""
        if self._ticking or self._sitting not in {Sitting.PRESENT, Sitting.LOCKED}:
            return
        self._announce()
        self._ticking = True
        self._desk.tasks.run(
            self._access.tick, done=self._on_tick, failed=self._on_tick_failed, lane=Lane.DOOR
        )

    def renew(self) -> None:
        """The officers were changed: read again who sits here."""
        if self._sitting is Sitting.NOBODY:
            names = self._access.names
            self._desk.tasks.renew(names, done=self._cover.renew_names, failed=self._on_failed)
        elif self._sitting is Sitting.FREE:
            self.start()
        elif self._sitting in {Sitting.PRESENT, Sitting.LOCKED}:
            answered = partial(self._on_present, self._sat_down)
            self._desk.tasks.renew(self._present, done=answered, failed=self._on_failed)

    def let_go(self) -> None:
        """Hear of keys no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _become(self, sitting: Sitting, officer: Officer | None) -> None:
        self._sitting, self._officer = sitting, officer
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if sitting is Sitting.PRESENT:  # idle time counts for him alone
                app.installEventFilter(self)
        if sitting in {Sitting.PRESENT, Sitting.FREE}:
            self._cover.lift()
        elif sitting is Sitting.LOCKED and officer is not None and self._since is not None:
            self._cover.ask_password(self._access, officer, self._since)
        self.changed.emit()

    def _on_vault(self, wants_passphrase: bool) -> None:
        if wants_passphrase:
            self._cover.ask_passphrase(self._enrolment)
        else:
            access, settings = self._access, self._settings
            self._desk.tasks.run(
                lambda: (access.names(), settings.get().sign_in_notice),
                done=lambda read: self._on_names(*read),
                failed=self._on_unread,
            )

    def _on_vault_unread(self, problem: Problem) -> None:
        """No camera can be called, and officers come in all the same: one must mend it."""
        self._on_failed(problem)
        self._on_vault(wants_passphrase=False)

    def _on_names(self, names: Sequence[tuple[OfficerId, str]], notice: bool) -> None:
        if not names:
            welcome, self._welcome = self._welcome, None
            self._become(Sitting.FREE if welcome is None else Sitting.SETTING_UP, None)
            if welcome is not None:
                welcome()
            return
        if self._sitting not in {Sitting.PRESENT, Sitting.LOCKED}:
            self._cover.ask_sign_in(self._access, names, notice=notice)
            self._become(Sitting.NOBODY, None)

    def _on_unread(self, problem: Problem) -> None:
        """Nobody can be let in, and the wall plays all the same."""
        self._on_failed(problem)
        self.changed.emit()

    @Slot()
    def _on_forgotten(self) -> None:
        sheet_reset, access = self._sheet_reset, self._access
        self._desk.tasks.run(
            sheet_reset.administrators,
            done=lambda names: self._cover.ask_sheet(sheet_reset, access, names),
            failed=self._on_failed,
        )

    def _on_unheard(self, use: SheetUse | None) -> None:
        """The recovery sheet was taken from the safe: whoever may read the log shall know."""
        if use is not None:
            words = self.tr(
                "On {time} {name} was let in again with the recovery sheet. If nobody knows of it: "
                "look into the log and make a new sheet."
            )
            self.told.emit(words.format(time=stamp_words(use.at), name=use.name or "–"))

    def _on_left(self) -> None:
        self._become(Sitting.NOBODY, None)
        self.start()

    def _on_left_badly(self, problem: Problem) -> None:
        self._on_failed(problem)  # he is out all the same: the core sees to that
        self._on_left()

    @Slot()
    def _on_own_password(self) -> None:
        self.told.emit(self.tr("Your new password counts from now on."))

    def _on_unlocked(self, officer: Officer) -> None:
        self._become(Sitting.PRESENT, officer)

    def _on_present(self, sat_down: int, officer: Officer | None) -> None:
        """``officer`` sat here when it was asked; ``sat_down``: how often somebody had by then."""
        if self._sitting not in {Sitting.PRESENT, Sitting.LOCKED}:
            return
        if sat_down != self._sat_down:
            self.renew()  # somebody came in meanwhile: what was read may tell of the one before
        elif officer is None:
            self._on_left()
        elif officer != self._officer:
            self._officer = officer
            self.changed.emit()

    def _on_tick(self, happened: str | None) -> None:
        """``happened`` is a word of ``console.sessions.Happened``."""
        self._ticking = False
        if happened == "locked" and self._sitting is Sitting.PRESENT:
            self._become(Sitting.LOCKED, self._officer)
        elif happened == "shift_ended":
            self._on_ended()
            self.told.emit(self.tr("The shift's twelve hours are over. Sign in to go on."))
        elif happened == "revoked":
            self._on_ended()
            self.told.emit(self.tr("An administrator has ended this session. Sign in again."))

    def _on_ended(self) -> None:
        """The core has ended the session; ``renew`` may have seen it first."""
        if self._sitting in {Sitting.PRESENT, Sitting.LOCKED}:
            self._on_left()

    def _on_tick_failed(self, problem: Problem) -> None:
        self._ticking = False
        self._on_failed(problem)

    def _announce(self) -> None:
        left_s = self._access.shift_left_s()
        if left_s is not None and left_s <= ENDS_SOON_S and not self._announced:
            self._announced = True
            words = self.tr(
                "This session ends in {minutes} minutes: a shift lasts 12 hours. Hand over, or "
                "sign out (Ctrl+Shift+L) and in again."
            )
            self.told.emit(words.format(minutes=max(1, round(left_s / 60))))

    def _on_failed(self, problem: Problem) -> None:
        self.told.emit(sentence(problem))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._access.touched()
        return False
