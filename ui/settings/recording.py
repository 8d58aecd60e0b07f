"""The settings' part about recording: the station's rule, folders for footage, the calculator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from console.events import Changed, VolumeFigures
from console.rights import Action
from console.volumes import VolumeState
from console.workers import Lane
from db.footage_records import Volume
from db.records import StreamRole, Topic
from ui import keys
from ui.desk import Desk
from ui.messages import sentence
from ui.recording.date_doubt import DateDoubt
from ui.recording.rule_dialog import RuleDialog, RuleWish
from ui.recording.sheet import SmallTable
from ui.recording.volume_change import LostDialog, ReserveDialog
from ui.recording.volume_dialog import VolumeDialog
from ui.recording_words import bytes_words, rule_words, volume_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording
    from console.recording_rules import Rules
    from console.storage import Choice, Rates
    from console.volumes import VolumeSeen

_RELEVANT = frozenset({Topic.RECORDING, Topic.FLEET})
_MOST = 3  # folders with a column of their own in the calculator
_NAME = 16  # letters of a folder there; the table above has its whole path
_GB = 10**9


@dataclass(frozen=True, slots=True)
class _Read:
    """What the part shows, of one moment."""

    rules: Rules
    volumes: list[VolumeSeen]
    choices: list[Choice]


class RecordingPart(QWidget):
    """Reads, shows, and has things changed by dialogs and buttons; each change is kept at once."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(self, desk: Desk, recording: Recording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recording-part")
        self._desk = desk
        self._recording = recording
        self._read: _Read | None = None
        self._may_change = False
        self._actions: list[tuple[QAction, QPushButton]] = []
        self._build()
        desk.bridge.changed.connect(self._on_changed)
        desk.standing.recorded.measured.connect(self._show)

    def _build(self) -> None:
        self._rule = QLabel(self)
        self._rule.setObjectName("station-rule")
        self._rule.setWordWrap(True)
        self._change = self._button("recording-rule", self.tr("Change the rule…"), self.change_rule)
        rule = QHBoxLayout()
        rule.setSpacing(12)
        rule.addWidget(self._rule, 1)
        rule.addWidget(self._change)
        self.volumes = SmallTable("volumes-table", self.tr("Folders for footage"), self)
        self.volumes.itemSelectionChanged.connect(self._dress)
        self._none = QLabel(
            self.tr("No folder yet, so nothing is recorded. Add one on a disk of this PC."), self
        )
        self._none.setProperty("late", True)
        self._none.setWordWrap(True)
        self._add = self._button("volume-new", self.tr("Add a folder…"), self.add_volume)
        self._first = self._button("volume-first", self.tr("Write there first"), self.write_first)
        self._retire = self._button("volume-retire", "", self.turn_writing)
        self._forget = self._button("volume-forget", self.tr("Forget"), self.forget)
        hints = (
            (self._first, self.tr("New footage goes to this folder as long as it has room")),
            (self._retire, self.tr("What lies there is kept until its days are over")),
            (
                self._forget,
                self.tr("Only a folder that is not written to and holds no footage any more"),
            ),
        )
        for button, hint in hints:
            button.setToolTip(f"{button.toolTip()}\n{hint}")
        self._reserve = self._button(
            "volume-reserve", keys.words_of("volume-reserve"), self.ask_reserve
        )
        self._lost = self._button("volume-lost", keys.words_of("volume-lost"), self.ask_lost)
        self._lost.setProperty("danger", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (
            self._add,
            self._first,
            self._reserve,
            self._retire,
            self._forget,
            self._lost,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.calculator = SmallTable("calculator", self.tr("Storage calculator"), self)
        self._measured = QLabel(self)
        self._measured.setProperty("quiet", True)
        self._measured.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title(self.tr("Recording")))
        self._doubt = DateDoubt(self._desk, self._recording, self)
        column.addLayout(rule)
        column.addWidget(self._doubt)
        column.addSpacing(8)
        column.addWidget(self._title(self.tr("Folders for footage")))
        for widget in (self._none, self.volumes):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self._title(self.tr("How many days fit, by what is recorded")))
        for widget in (self.calculator, self._measured):
            column.addWidget(widget)

    def _title(self, words: str) -> QLabel:
        title = QLabel(words, self)
        title.setObjectName("section-title")
        return title

    def _button(self, name: str, words: str, slot: Callable[[], None]) -> QPushButton:
        everywhere = keys.key_of(name).where is keys.Where.SETTINGS
        owner = self.parentWidget() if everywhere else None
        action = keys.action(name, owner or self, slot)
        button = QPushButton(words, self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.clicked.connect(lambda _checked=False: slot())
        self._actions.append((action, button))
        return button

    def renew(self) -> None:
        """Read everything again; looking at a disk may wake it up."""
        recording = self._recording
        rates: Rates = dict(self._desk.standing.recorded.rates)

        def read() -> _Read:
            return _Read(recording.rules(), recording.volumes(), recording.calculator(rates))

        self._desk.tasks.renew(read, done=self._on_read, failed=self._on_failed)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        self._may_change = may(Action.CHANGE_RECORDING)
        self._doubt.set_may(self._may_change)
        self._dress()

    def change_rule(self) -> None:
        """Ask for the station's rule."""
        if self._read is not None:
            wish = RuleWish(rules=self._read.rules)
            self._open(RuleDialog(self._desk, self._recording, wish, self))

    def add_volume(self) -> None:
        """Ask for a folder."""
        self._open(VolumeDialog(self._desk, self._recording, self))

    def write_first(self) -> None:
        """Write the chosen folder before the others."""
        chosen, recording = self._chosen(), self._recording
        if chosen is not None and self._read is not None:
            others = [each.volume.id for each in self._read.volumes if each.volume.id != chosen.id]
            self._run(lambda: recording.rank_volumes([chosen.id, *others]))

    def turn_writing(self) -> None:
        """Write nothing new to the chosen folder, or write to it again."""
        chosen, recording = self._chosen(), self._recording
        if chosen is not None:
            self._run(
                lambda: recording.change_volume(
                    chosen.id, reserve_gb=chosen.reserve_gb, writing=not chosen.writing
                )
            )

    def forget(self) -> None:
        """Forget the chosen folder."""
        chosen, recording = self._chosen(), self._recording
        if chosen is not None:
            self._run(lambda: recording.remove_volume(chosen.id))

    def ask_reserve(self) -> None:
        """Ask how much is left free on the disk of the chosen folder."""
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._open(ReserveDialog(self._desk, self._recording, chosen, self))

    def ask_lost(self) -> None:
        """Ask whether the chosen folder's disk will never come back, and give it up."""
        seen = self._seen()
        if seen is None or not self._is_gone(seen) or not self._may_change:
            return
        told = self._told(seen.volume)
        dialog = LostDialog(seen.volume, 0 if told is None else told.footage_bytes, self)
        dialog.accepted.connect(lambda: self._give_up(seen.volume))
        self._open(dialog)

    def _give_up(self, lost: Volume) -> None:
        recording = self._recording

        def work() -> None:
            recording.change_volume(lost.id, reserve_gb=lost.reserve_gb, writing=False)
            recording.remove_volume(lost.id, lost=True)

        self._run(work)

    def _run(self, work: Callable[[], object]) -> None:
        self._desk.tasks.run(work, done=lambda _: None, failed=self._on_failed, lane=Lane.WRITE)

    def _open(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _chosen(self) -> Volume | None:
        seen = self._seen()
        return None if seen is None else seen.volume

    def _seen(self) -> VolumeSeen | None:
        row = self.volumes.currentRow()
        if self._read is None or not 0 <= row < len(self._read.volumes):
            return None
        return self._read.volumes[row]

    def _is_gone(self, seen: VolumeSeen) -> bool:
        """Whether its disk is not there, or another one is in its place."""
        return seen.state in {"absent", "strange"}

    def _told(self, volume: Volume) -> VolumeFigures | None:
        """What the engine said of a volume last."""
        figures = self._desk.standing.recorded.figures
        found = () if figures is None else figures.volumes
        return next((each for each in found if each.volume_id == volume.id), None)

    def _on_read(self, read: _Read) -> None:
        self._read = read
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._read is None:
            return
        words = self.tr("Every camera without a rule of its own: {rule}.")
        self._rule.setText(words.format(rule=rule_words(self._read.rules.station)))
        self._none.setVisible(not any(each.volume.writing for each in self._read.volumes))
        self.volumes.setVisible(bool(self._read.volumes))
        self.volumes.show_rows(
            (
                self.tr("Folder"),
                self.tr("State"),
                self.tr("Footage"),
                self.tr("Free"),
                self.tr("Left free"),
            ),
            [self._volume_row(each) for each in self._read.volumes],
            words=2,
        )
        self._show_calculator(self._read)
        self._dress()

    def _volume_row(self, seen: VolumeSeen) -> tuple[str, ...]:
        told = self._told(seen.volume)
        found = seen.state
        if told is not None and told.failing and found is VolumeState.WELL:
            found = VolumeState.READ_ONLY  # it looks well; writing to it failed
        state = volume_words(found)
        if found is not VolumeState.WELL:
            state = f"▲ {state}"
        if not seen.volume.writing:
            state = self.tr("{state}, not written to").format(state=state)
        return (
            seen.volume.path,
            state,
            "-" if told is None else bytes_words(told.footage_bytes),
            bytes_words(seen.free_bytes) if seen.total_bytes else "-",
            bytes_words(seen.volume.reserve_gb * _GB),
        )

    def _show_calculator(self, read: _Read) -> None:
        written = [each for each in read.volumes if each.volume.writing]
        rooms = [self._room(each) for each in written]
        titles = [self.tr("What is recorded"), self.tr("Cameras"), self.tr("A day")]
        single = written if 1 < len(written) <= _MOST else []  # more do not fit beside each other
        titles += [_short(each.volume.path) for each in single]
        if written:
            titles.append(self.tr("All disks") if len(written) > 1 else self.tr("Days"))
        rows = []
        for choice in read.choices:
            cells = [self._choice_words(choice.role), str(choice.need.cameras)]
            cells.append(bytes_words(choice.need.bytes_a_day))
            fits = [*(rooms if single else ()), sum(rooms)] if rooms else []
            for room in fits:
                days = choice.need.days(room)
                cells.append("-" if days is None else self.tr("{days} days").format(days=days))
            rows.append(cells)
        self.calculator.show_rows(titles, rows)
        now = read.choices[0].need
        words = self.tr(
            "{measured} of {cameras} recorded cameras were measured; the others are reckoned as "
            "usual ones."
        )
        self._measured.setText(words.format(measured=now.measured, cameras=now.cameras))

    def _room(self, seen: VolumeSeen) -> int:
        """What footage may take there: what it takes now, and what is free beyond the reserve."""
        told = self._told(seen.volume)
        taken = 0 if told is None else told.footage_bytes
        return taken + max(0, seen.free_bytes - seen.volume.reserve_gb * _GB)

    def _choice_words(self, role: StreamRole | None) -> str:
        match role:
            case None:
                return self.tr("As it is now")
            case StreamRole.SUB:
                return self.tr("Every camera, sub stream, always")
            case StreamRole.MAIN:
                return self.tr("Every camera, main stream, always")

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _RELEVANT and self.isVisible():
            self.renew()

    @Slot()
    def _dress(self) -> None:
        chosen = self._chosen()
        of_one = (self._first, self._reserve, self._retire, self._forget)
        seen = self._seen()
        for button in (self._change, self._add, *of_one):
            button.setVisible(self._may_change)
        lost = seen is not None and self._is_gone(seen)
        self._lost.setVisible(self._may_change and lost)
        for button in of_one:
            button.setEnabled(chosen is not None)
            if self._read is not None and not self._read.volumes:
                button.hide()
        again = chosen is not None and not chosen.writing
        self._retire.setText(
            self.tr("Write there again") if again else self.tr("Write nothing new there")
        )
        self._forget.setEnabled(again)
        if lost:
            self._forget.hide()  # what cannot be looked at can be given up alone
        for action, button in self._actions:
            action.setEnabled(self._may_change and button.isEnabled())


def _short(path: str) -> str:
    """The last folder of a path, cut where it is long; a drive as it is."""
    name = PurePath(path).name or path
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
