"""What is held for one case: until when, why, how much; prolonged, released, watched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.case_records import IncidentId
from db.footage_records import HoldId
from db.records import Topic
from ui import keys
from ui.access.confirm import run_confirmed
from ui.access.consequence import Consequence
from ui.desk import Desk
from ui.holds.dialogs import CaseProlongDialog
from ui.holds.disposal_dialog import DisposalDialog
from ui.holds.table import HoldColumn, HoldTable
from ui.holds.words import held_words, why_words
from ui.icons import icon
from ui.messages import sentence
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.holds import HoldSeen
    from console.incident_holds import IncidentHolds

_ICONS = {
    "case-hold-prolong": "change",
    "case-hold-release": "unlock",
    "case-hold-watch": "review",
    "case-hold-gone": "audit",
}
_HIDDEN = (HoldColumn.REASON, HoldColumn.MADE_BY)
_ENDED = ("ran_out", "released")  # words of console.holds.HoldState


class CaseHoldsPanel(QWidget):
    """The holds of the case that it was told to show; nothing of it stays for somebody else."""

    failed = Signal(str)  # a sentence for the notice bar
    changed = Signal()  # something was prolonged or released
    footage_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed
    counted = Signal(object)  # how many keep something now

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("case-holds")
        self._desk = desk
        self._console = console
        self._ward = Ward()
        self._may: Callable[[Action], bool] = lambda _: False
        self._incident_id: IncidentId | None = None
        self._held: IncidentHolds | None = None
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.rows = HoldTable(colours, self)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.summary = QLabel(self)
        self.summary.setObjectName("case-holds-summary")
        self.summary.setWordWrap(True)
        self.why = QLabel(self)
        self.why.setObjectName("case-holds-why")
        self.why.setProperty("quiet", True)
        for label in (self.summary, self.why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table = RowView("case-holds-table", self.tr("Held for this case"), self.rows, self)
        for hidden in _HIDDEN:
            self.table.setColumnHidden(hidden, True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(HoldColumn.CAMERAS, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(lambda _index: self.watch())
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in (
            ("case-hold-prolong", self.ask_longer),
            ("case-hold-release", self.ask_release),
            ("case-hold-watch", self.watch),
            ("case-hold-gone", self.show_gone),
        ):
            tools.addWidget(self._button(name, slot))
        tools.addStretch(1)
        listed = QWidget(self)
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self.summary, self.why):
            inside.addWidget(widget)
        inside.addLayout(tools)
        inside.addWidget(self.table, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listed)
        self._stack.addWidget(
            Nothing(
                self.tr("No footage is held for this case"),
                self.tr(
                    "A bookmark that is put into it is held from then on, for as long as its "
                    "category says."
                ),
                self,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        action = self._actions[name] = keys.action(name, self, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    @property
    def chosen(self) -> HoldSeen | None:
        """The hold of the chosen row."""
        return self.rows.hold(self.table.currentIndex().row())

    def show_case(self, incident_id: IncidentId | None) -> None:
        """Be about this case from now on; None: nothing stays in sight."""
        if incident_id != self._incident_id:
            self._incident_id = incident_id
            self._show(None)
        self.renew()

    def renew(self) -> None:
        """Read again what is held."""
        incident_id, case_holds = self._incident_id, self._console.case_holds
        if incident_id is not None:
            self._desk.tasks.renew(
                lambda: case_holds.of(incident_id),
                done=partial(self._on_read, incident_id),
                failed=self._on_failed,
            )

    def ask_longer(self) -> None:
        """Ask how much longer all that is held shall be."""
        incident_id, held = self._incident_id, self._held
        if incident_id is not None and held is not None and self._may_prolong():
            dialog = CaseProlongDialog(
                self._desk, self._console.case_holds, incident_id, held_words(held), self
            )
            self._open(dialog, self._done)

    def ask_release(self) -> None:
        """Ask whether the closed case shall keep nothing more; two officers answer for it."""
        held, incident_id = self._held, self._incident_id
        if held is None or incident_id is None or not self._may_release():
            return
        dialog = Consequence(
            self.tr("Hold the footage of this case no longer"),
            self.tr(
                "{held}\n\nWhat is older than its days is removed within a minute, and nobody "
                "brings it back. What another open case needs stays held. Two officers must "
                "agree, and the log names both."
            ).format(held=held_words(held)),
            self.tr("Release the footage of this case"),
            self,
        )
        self._open(dialog, lambda: self._release(incident_id))

    def watch(self) -> None:
        """Play the footage of the chosen hold on the review page."""
        if self.chosen is not None:
            hold = self.chosen.hold
            self.footage_wanted.emit(sorted(hold.cameras), hold.span)

    def show_gone(self) -> None:
        """List what the chosen one kept and keeps no longer."""
        if self.chosen is not None and self.chosen.state in _ENDED:
            disposals, hold = self._console.disposals, self.chosen.hold
            dialog = DisposalDialog(self._desk, disposals, hold, self._ward, self)
            self._open(dialog, lambda: None)

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self._again(lambda: self.rows.set_ward(ward))

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        self._may = may
        self._buttons["case-hold-release"].setVisible(may(Action.RELEASE_HOLD))
        self._buttons["case-hold-prolong"].setVisible(may(Action.PLACE_HOLD))
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, its in _ICONS.items():
            self._buttons[name].setIcon(icon(its, colours.text))
        self._again(lambda: self.rows.set_colours(colours))

    def take_focus(self) -> None:
        """Be ready for keys."""
        (self.table if self._stack.currentIndex() == 0 else self).setFocus()

    def _again(self, change: Callable[[], None]) -> None:
        chosen = self.chosen
        change()
        self._choose(None if chosen is None else chosen.hold.id)

    def _on_read(self, incident_id: IncidentId, held: IncidentHolds) -> None:
        if incident_id == self._incident_id:
            self._show(held)

    def _show(self, held: IncidentHolds | None) -> None:
        from console.holds import HoldSeen, state_of

        chosen, now = self.chosen, self._desk.date()
        self._held = held
        every = () if held is None else (*held.holds, *held.ended)
        self.rows.set_holds([HoldSeen(each, state_of(each, now), "") for each in every], now)
        self._choose(None if chosen is None else chosen.hold.id)
        self._stack.setCurrentIndex(0 if every or held is None else 1)
        self.summary.setText("" if held is None else held_words(held, now))
        self.why.setText("" if held is None else why_words(held))
        self.counted.emit(None if held is None else len(held.holds))

    def _choose(self, hold_id: HoldId | None) -> None:
        if self.rows.rowCount():
            self.table.selectRow(self.rows.row_of(hold_id))
        self._dress()

    def _may_prolong(self) -> bool:
        runs = self._held is not None and any(each.until for each in self._held.holds)
        return runs and self._may(Action.PLACE_HOLD)

    def _may_release(self) -> bool:
        held = self._held
        return (
            held is not None and held.closed and bool(held.holds) and self._may(Action.RELEASE_HOLD)
        )

    def _release(self, incident_id: IncidentId) -> None:
        case_holds = self._console.case_holds
        run_confirmed(
            self,
            self._desk,
            self._console.access,
            lambda: case_holds.release(incident_id),
            done=lambda _: self._done(),
            failed=self._on_failed,
        )

    def _done(self) -> None:
        self.renew()
        self.changed.emit()

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot(QModelIndex)
    def _on_row(self, _index: QModelIndex) -> None:
        self._dress()

    def _dress(self) -> None:
        seen = self.chosen
        can = {
            "case-hold-prolong": self._may_prolong(),
            "case-hold-release": self._may_release(),
            "case-hold-watch": seen is not None,
            "case-hold-gone": seen is not None and seen.state in _ENDED,
        }
        for name, possible in can.items():
            self._buttons[name].setEnabled(possible)
            self._actions[name].setEnabled(possible)
        held = self._held
        waits = held is not None and bool(held.holds) and not held.closed
        hint = keys.hint_of("case-hold-release")
        if waits:
            hint = self.tr("{hint}: once the case is closed").format(hint=hint)
        self._buttons["case-hold-release"].setToolTip(hint)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & {Topic.HOLDS, Topic.INCIDENTS} and self.isVisible():
            self.renew()
