"""The backups page: makes one, lists them, prints the sheet, goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import NotAllowed, Problem, VaultLocked
from console.events import Changed
from console.rights import Action
from console.workers import Lane, Stop
from db.records import Topic
from ui import keys
from ui.access.confirm import run_confirmed
from ui.audit.work_bar import Progress, WorkBar
from ui.backups.dialogs import GoBackDialog, SheetDialog
from ui.backups.table import BackupColumn, BackupTable
from ui.backups.words import brought_words, files_words
from ui.desk import Desk
from ui.first_run.sheet import Sheet
from ui.icons import icon
from ui.messages import sentence
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.backups import BackedUp
    from console.losses import Loss
    from console.recovery import Restored

_NEEDS = {
    "backup-now": Action.BACK_UP,
    "backup-sheet": Action.MAKE_SHEET,
    "backup-restore": Action.RESTORE,
    "backup-rollback": Action.RESTORE,
}
_ICONS = {
    "backup-now": "add",
    "backup-sheet": "key",
    "backup-leave": "previous",
}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows, of one moment; ``sheet`` is None while the vault is shut."""

    backups: tuple[BackedUp, ...]
    sheet: bool | None
    medium: str


class BackupsPage(QWidget):
    """Lies inside the settings page, which shows it and takes it away."""

    failed = Signal(str)  # a sentence for the notice bar
    left = Signal()  # back to the settings

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups-page")
        self._desk = desk
        self._console = console
        self._may: Callable[[Action], bool] = lambda _: False
        self._going_back = False
        self._new: BackedUp | None = None  # made here, to be chosen in the list
        self._has_sheet = True
        self._buttons: dict[str, QPushButton] = {}
        self.rows = BackupTable(self)
        self.work = WorkBar(desk, self)
        self._build()
        self.set_colours(colours)

    def _build(self) -> None:
        title = QLabel(self.tr("Backups"), self)
        title.setObjectName("page-title")
        self._status = QLabel(self)
        self._status.setObjectName("backups-status")
        self._status.setProperty("quiet", True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._status, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in (
            ("backup-now", self.back_up),
            ("backup-restore", self.restore),
            ("backup-rollback", self.roll_back),
            ("backup-sheet", self.make_sheet),
        ):
            tools.addWidget(self._button(name, slot))
        tools.addStretch(1)
        tools.addWidget(self._button("backup-leave", self.left.emit))
        self._buttons["backup-now"].setProperty("main", True)
        self._where = QLabel(self)
        self._where.setObjectName("backups-where")
        self._where.setProperty("quiet", True)
        self._where.setWordWrap(True)
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.work)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_table())
        nothing = self.tr("There is no backup yet")
        advice = self.tr("The first one is made tonight at 02:30. Ins makes one now.")
        self._stack.addWidget(Nothing(nothing, advice, self))
        column.addWidget(self._stack, 1)
        column.addWidget(self._where)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        keys.action(name, self, slot)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(lambda _checked=False: slot())
        self._buttons[name] = button
        return button

    def _make_table(self) -> RowView:
        self.table = table = RowView("backups-table", self.tr("Backups"), self.rows, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(BackupColumn.WHEN, QHeaderView.ResizeMode.ResizeToContents)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.doubleClicked.connect(lambda _index: self.restore())
        return table

    def renew(self) -> None:
        """Read again which there are."""
        if self._may(Action.BACK_UP):
            console = self._console
            self._desk.tasks.renew(
                lambda: _read(console), done=self._on_read, failed=self._on_failed
            )

    def back_up(self) -> None:
        """Make one now, in sight and to be stopped."""
        if not self._is_free(Action.BACK_UP):
            return
        backups = self._console.backups

        def work(stop: Stop, progressed: Progress) -> BackedUp:
            return backups.run(stop=stop, progressed=progressed)

        self.work.run(self.tr("The station is being backed up and tried out…"), work, self._made)

    def make_sheet(self) -> None:
        """A new recovery sheet, for a password typed just now; shown this once."""
        if not self._is_free(Action.MAKE_SHEET):
            return
        console = self._console

        def work() -> Sheet:
            code = console.backups.make_sheet()
            fingerprint = console.heads.fingerprint() or console.heads.enrol()
            return Sheet(console.settings.get().station_name, code, fingerprint)

        run_confirmed(
            self,
            self._desk,
            console.access,
            work,
            done=self._on_sheet,
            failed=self._on_failed,
        )

    def restore(self) -> None:
        """Look what going back to the chosen backup would lose, and ask."""
        backup = self.rows.backup(self.table.currentIndex().row())
        if backup is None or not self._is_free(Action.RESTORE):
            return
        recovery, folder, when = self._console.recovery, backup.folder, stamp_words(backup.at)
        self._compare(lambda: recovery.compare(folder), when, lambda: recovery.restore(folder))

    def roll_back(self) -> None:
        """The same for the copy from before the last update."""
        if self._is_free(Action.RESTORE):
            recovery, when = self._console.recovery, self.tr("before the last update")
            self._compare(recovery.compare_rollback, when, recovery.rollback)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do; nobody else sees anything of it."""
        self._may = may
        if not may(Action.BACK_UP):
            self.rows.set_backups(())
            self._where.clear()
            self._status.clear()
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, its in _ICONS.items():
            colour = colours.on_accent if name == "backup-now" else colours.text
            self._buttons[name].setIcon(icon(its, colour))

    def take_focus(self) -> None:
        """Be ready for keys, with what holds now."""
        self.renew()
        self.table.setFocus()

    def on_changed(self, event: Changed) -> None:
        """A backup was made, here, at night or by another process; the second medium is another."""
        if event.topics & {Topic.AUDIT, Topic.SETTINGS} and self.isVisible():
            self.renew()

    def back(self) -> bool:
        """Stop what is under way; False when there was nothing."""
        if self.work.is_busy:
            self.work.stop()
            return True
        return False

    def _is_free(self, action: Action) -> bool:
        return self._may(action) and not self.work.is_busy and not self._going_back

    def _compare(
        self, look: Callable[[], Loss | None], when: str, go: Callable[[], Restored]
    ) -> None:
        self._take(self.tr("Looking what going back would lose…"))

        def ask(loss: Loss | None) -> None:
            self._free("", "")
            dialog = GoBackDialog(when, loss, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.setWindowModality(Qt.WindowModality.WindowModal)
            dialog.accepted.connect(lambda: self._go_back(when, go))
            dialog.show()

        self._desk.tasks.run(look, done=ask, failed=self._on_not_gone_back, lane=Lane.LONG)

    def _go_back(self, when: str, go: Callable[[], Restored]) -> None:
        """The fresh password, the second officer, and then it is done."""
        if not self._is_free(Action.RESTORE):
            return
        self._take(self.tr("Going back to {time}. Please leave the PC on…").format(time=when))

        def done(restored: Restored) -> None:
            words = self.tr("Gone back to {time}. The store of before is kept as {file}.")
            missing = brought_words(restored.files)
            words = f"{words.format(time=when, file=restored.replaced.name)} {missing}".strip()
            self._free(words, "ill" if missing else "good")
            self.renew()

        run_confirmed(
            self,
            self._desk,
            self._console.access,
            go,
            done=done,
            failed=self._on_not_gone_back,
            given_up=lambda: self._free(self.tr("Stopped; nothing was changed."), ""),
            lane=Lane.LONG,
        )

    def _take(self, words: str) -> None:
        self._going_back = True
        self.work.wait(words)
        self._dress()

    def _free(self, words: str, tone: str) -> None:
        self._going_back = False
        self.work.say(words, tone)
        self._dress()

    def _made(self, backup: BackedUp) -> tuple[str, str]:
        self._new = backup
        self.renew()
        time = stamp_words(backup.at)
        if backup.second:
            words = self.tr("Backed up at {time}, tried out, also on the second medium.")
            files = "" if backup.files is None else files_words(backup.files)
            whole = backup.files is None or not backup.files.left
            return f"{words.format(time=time)} {files}".strip(), "good" if whole else "ill"
        return self.tr("Backed up at {time} and tried out.").format(time=time), "good"

    def _on_sheet(self, sheet: Sheet) -> None:
        dialog = SheetDialog(sheet, self._has_sheet, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(
            lambda _: self.work.say(
                self.tr("The new sheet opens backups from now on. Back up now (Ins)."), "ill"
            )
        )
        dialog.show()
        self.renew()

    def _on_read(self, read: _Read) -> None:
        if not self._may(Action.BACK_UP):
            return
        chosen = self._new or self.rows.backup(self.table.currentIndex().row())
        self._new = None
        self._has_sheet = read.sheet is not False
        self.rows.set_backups(read.backups)
        if read.backups:
            self.table.selectRow(self.rows.row_of(chosen))
        parts = [self.tr("{count} backups").format(count=len(read.backups))]
        none = self.tr("no second medium is set: pictures and papers of cases are in no backup")
        parts.append(read.medium or none)
        if read.sheet is False:
            parts.append(self.tr("no recovery sheet was made"))
        self._status.setText("   ·   ".join(parts))
        was_here = self.table.hasFocus() or self._buttons["backup-now"].hasFocus()
        self._stack.setCurrentIndex(0 if read.backups else 1)
        if was_here:  # the keys act where the focus is
            (self.table if read.backups else self._buttons["backup-now"]).setFocus()
        self._dress()

    def _on_not_gone_back(self, problem: Problem) -> None:
        self._free(sentence(problem), "ill")

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        backup = self.rows.backup(index.row()) if index.isValid() else None
        self._where.setText("" if backup is None else str(backup.folder))
        self._dress()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _dress(self) -> None:
        for name, action in _NEEDS.items():
            allowed = self._may(action)
            button = self._buttons[name]
            button.setEnabled(allowed and not self._going_back)
            refusal = sentence(NotAllowed(action, "role"))
            button.setToolTip(keys.hint_of(name) if allowed else refusal)
        if not self.table.currentIndex().isValid():
            self._buttons["backup-restore"].setEnabled(False)


def _read(console: Console) -> _Read:
    """On a worker's thread.  Raises Problem."""
    try:
        sheet: bool | None = console.backups.has_sheet()
    except VaultLocked:
        sheet = None
    return _Read(console.backups.list(), sheet, console.settings.get().second_medium)
