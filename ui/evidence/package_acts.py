"""What can be done with a package that was made: verified, copied, handed over, found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import NotAllowed, Problem
from console.evidence.faults import Verdict
from console.evidence.receipt_lines import has_receipt
from console.rights import Action
from console.secret import Secret
from console.workers import Stop
from db.evidence_records import CustodyKind, CustodyLine, Package, PackageOutcome
from ui import keys
from ui.access.confirm import run_confirmed
from ui.access.consequence import Consequence
from ui.audit.work_bar import WorkBar
from ui.desk import Desk
from ui.evidence.copy_dialog import CopyDialog
from ui.evidence.custody_dialogs import CustodyDialog
from ui.evidence.medium_choice import LookFor, removable
from ui.evidence.package_card import PackageCard, folder_of
from ui.evidence.papers import PapersDialog
from ui.evidence.plugged_in import let_go, place_of
from ui.evidence.verify_dialog import VerifyDialog
from ui.evidence.words import custody_word, package_words
from ui.exhibits.words import plain_name
from ui.icons import icon
from ui.messages import sentence
from ui.theme import Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.evidence.copies import Copied

Progress = Callable[[int, int], None]
_COLUMNS = 3
_ICONS = {
    "package-verify": "verify",
    "package-verify-at": "verify",
    "package-copy": "export",
    "package-hand": "sign-out",
    "package-return": "import",
    "package-destroy": "remove",
    "package-receipt": "audit",
    "package-open": "eye",
    "package-erase": "eye-off",
}


class PackageActs(QWidget):
    """Buttons and keys below the card, and the bar of what is under way."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        card: PackageCard,
        owner: QWidget,
        *,
        look_for: LookFor = removable,
    ) -> None:
        """The keys act in the whole of ``owner``, the page; ``card`` shows what they are about."""
        super().__init__(owner)
        self._desk = desk
        self._console = console
        self._card = card
        self._look_for = look_for
        self._may: Callable[[Action], bool] = lambda _: False
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.work = WorkBar(desk, self)
        grid = QGridLayout()
        grid.setSpacing(4)
        custody = self.ask_custody
        slots: dict[str, Callable[[], object]] = {
            "package-verify": self.verify,
            "package-verify-at": self.ask_verify,
            "package-copy": self.ask_copy,
            "package-hand": partial(custody, CustodyKind.HANDED),
            "package-return": partial(custody, CustodyKind.RETURNED),
            "package-destroy": partial(custody, CustodyKind.DESTROYED),
            "package-receipt": self.show_receipt,
            "package-open": self.open_folder,
            "package-erase": self.ask_erase,
        }
        for at, (name, slot) in enumerate(slots.items()):
            grid.addWidget(self._button(name, owner, slot), at // _COLUMNS, at % _COLUMNS)
        keys.action("package-text", owner, self.copy_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.work)
        column.addLayout(grid)
        card.line_changed.connect(self.dress)
        self.set_colours(colours)

    def _button(self, name: str, owner: QWidget, slot: Callable[[], object]) -> QPushButton:
        action = self._actions[name] = keys.action(name, owner, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    def button(self, name: str) -> QPushButton:
        """The button of a key."""
        return self._buttons[name]

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        self._may = may
        self._buttons["package-erase"].setVisible(may(Action.APPROVE_EXPORT))
        self.dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, its in _ICONS.items():
            self._buttons[name].setIcon(icon(its, colours.text))

    def verify(self) -> None:
        """Check the chosen one where it lies."""
        package = self._made()
        if package is not None:
            self.verify_at(package, folder_of(package))

    def ask_verify(self) -> None:
        """Ask where a copy lies, on a medium that came back, and check it."""
        package = self._made()
        if package is None:
            return
        dialog = VerifyDialog(self._desk, package, self)
        dialog.accepted.connect(lambda: self.verify_at(package, dialog.place, dialog.take_words()))
        self._open(dialog)

    def verify_at(self, package: Package, place: Path, words: Secret | None = None) -> None:
        """Check a package, or a copy of it, in ``place``; four answers stand in the card.

        ``words`` are what was typed to open a ZIP.
        """
        copies, clock = self._console.evidence.copies, self._desk.clock

        def work(stop: Stop, progressed: Progress) -> Verdict:
            return copies.verify(
                package.id, place, words=_meant(words), stop=stop, progressed=progressed
            )

        def told(verdict: Verdict) -> tuple[str, str]:
            chosen = self._card.package
            if chosen is not None and chosen.id == package.id:
                self._card.show_verdict(verdict, place, stamp_words(clock.now()))
            return self._told(verdict)

        self.work.run(
            self.tr("Checking {package}…").format(package=package_words(package)),
            work,
            told,
            self.tr("It could not be read. Plug the medium in again."),
        )

    def say_of(self, verdict: Verdict) -> None:
        """What stands in the bar below a verdict."""
        self.work.say(*self._told(verdict))

    def ask_copy(self) -> None:
        """Ask onto which medium the chosen one is copied."""
        package = self._made()
        if package is None or self.work.is_busy:
            return
        dialog = CopyDialog(self._desk, package, self, look_for=self._look_for)
        dialog.accepted.connect(
            lambda: self.copy(
                package,
                Path(dialog.target),
                encrypted=dialog.encrypted.isChecked(),
                medium=dialog.medium.text.strip(),
                serial=dialog.serial,
            )
        )
        self._open(dialog)

    def copy(
        self, package: Package, target: Path, *, encrypted: bool, medium: str, serial: str
    ) -> None:
        """Copy a package into ``target``, read it back, and show the papers of it."""
        copies = self._console.evidence.copies

        def work(stop: Stop, progressed: Progress) -> Copied:
            return copies.copy(
                package.id,
                None,
                target,
                encrypted=encrypted,
                medium=medium,
                serial=serial,
                stop=stop,
                progressed=progressed,
            )

        def told(copied: Copied) -> tuple[str, str]:
            words = self.tr("Copied to {place}, read back and whole.")
            said = words.format(place=plain_name(str(copied.folder_or_file)))
            secret = None
            if copied.words is not None and copied.passphrase_sheet is not None:
                secret = (copied.words, copied.passphrase_sheet)
            dialog = PapersDialog(
                self._desk,
                (said, package_words(package)),
                copied.receipt,
                self,
                secret=secret,
                let_go=partial(let_go, target),
            )
            self._open(dialog)
            return said, "good"

        self.work.run(
            self.tr("Copying {package}…").format(package=package_words(package)),
            work,
            told,
            self.tr("The medium refused it. Nothing that looks finished is on it; try another."),
        )

    def ask_custody(self, kind: CustodyKind) -> None:
        """Ask to whom it goes, who returned it, or what was destroyed."""
        package = self._made()
        if package is None:
            return
        custody, seen = self._console.evidence.custody, self._card.line
        medium = "" if seen is None else seen.line.medium  # of the copy made last, as a rule
        dialog = CustodyDialog(self._desk, custody, package, kind, self, medium=medium)

        def added() -> None:
            if kind is CustodyKind.HANDED and dialog.made is not None:
                self._receipt_of(package, dialog.made)

        dialog.accepted.connect(added)
        self._open(dialog)

    def show_receipt(self) -> None:
        """Have the receipt of the chosen line of custody printed or saved."""
        package, seen = self._made(), self._card.line
        if package is not None and seen is not None and has_receipt(package, seen.line):
            self._receipt_of(package, seen.line)

    def open_folder(self) -> None:
        """Show with the PC's file manager where it lies; nothing in it is opened."""
        package = self._made()
        if package is None:
            return
        folder = folder_of(package)

        def done(there: bool) -> None:
            if not there or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
                words = self.tr("{folder} is not there. Plug the medium in again.")
                self.failed.emit(words.format(folder=plain_name(str(folder))))

        self._desk.tasks.run(folder.is_dir, done=done, failed=self._on_failed)

    def ask_erase(self) -> None:
        """Ask whether the people of the chosen line shall be forgotten."""
        seen = self._card.line
        if seen is None or not self._may(Action.APPROVE_EXPORT):
            return
        line, custody = seen.line, self._console.evidence.custody
        dialog = Consequence(
            self.tr("Erase the people of this line"),
            self.tr(
                "{what} on {time}\n\nTo whom it went and the note are forgotten, here and in the "
                "log beside the store; the line stays. Backups that were made before still have "
                "them. It cannot be taken back."
            ).format(what=custody_word(line.kind), time=stamp_words(line.at)),
            self.tr("Erase the people"),
            self,
        )
        dialog.accepted.connect(
            lambda: run_confirmed(
                self,
                self._desk,
                self._console.access,
                lambda: custody.erase_people(line.id),
                done=lambda _: None,
                failed=self._on_failed,
            )
        )
        self._open(dialog)

    def copy_text(self) -> None:
        """Put all that is known of the chosen one on the clipboard."""
        if self._card.package is not None:
            QApplication.clipboard().setText(self._card.text)

    def dress(self) -> None:
        """Offer what can be done with the chosen one now."""
        package, seen = self._made(), self._card.line
        made = package is not None
        has_people = seen is not None and bool(seen.line.to_whom or seen.line.note)
        can = dict.fromkeys(self._buttons, made)
        can["package-receipt"] = (
            package is not None and seen is not None and has_receipt(package, seen.line)
        )
        can["package-erase"] = has_people
        for name, possible in can.items():
            self._buttons[name].setEnabled(possible)

    def _receipt_of(self, package: Package, line: CustodyLine) -> None:
        """Show it; where its medium is plugged in, that may be let go, too."""
        copies, look_for = self._console.evidence.copies, self._look_for

        def work() -> tuple[bytes, Path | None]:
            return copies.receipt(package.id, line.id), place_of(package, line, look_for)

        def done(made: tuple[bytes, Path | None]) -> None:
            receipt, place = made
            words = f"{custody_word(line.kind)}: {stamp_words(line.at)}"
            names = (words, package_words(package))
            free = None if place is None else partial(let_go, place)
            self._open(PapersDialog(self._desk, names, receipt, self, let_go=free))

        self._desk.tasks.run(work, done=done, failed=self._on_failed)

    def _told(self, verdict: Verdict) -> tuple[str, str]:
        """Never that all is well: that is for whoever read all four."""
        if verdict.sound:
            return self.tr("Checked: the four answers stand above, each for itself."), ""
        words = self.tr("Checked: something is not as it was made. Read the answers above.")
        return words, "alarm"

    def _made(self) -> Package | None:
        package = self._card.package
        if package is None or package.outcome is not PackageOutcome.MADE:
            return None
        return package

    def _open(self, dialog: QDialog) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _on_failed(self, problem: Problem) -> None:
        if not (isinstance(problem, NotAllowed) and not self._may(Action.EXPORT)):
            self.failed.emit(sentence(problem))


def _meant(words: Secret | None) -> Secret | None:
    """What is meant by what was typed from the sheet.  On a worker's thread."""
    if words is None:
        return None
    from console.evidence.spoken_words import as_typed

    return as_typed(words.reveal())
