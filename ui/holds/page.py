"""The holds page: what is kept of footage, listed, found, begun, prolonged, released, watched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.footage_records import Hold, HoldId
from db.records import Topic
from ui import keys
from ui.access.confirm import run_confirmed
from ui.desk import Desk
from ui.holds.case_holds import CaseHoldsDialog
from ui.holds.dialogs import HoldDialog, HoldWish, ProlongDialog, ReleaseDialog
from ui.holds.disposal_dialog import DisposalDialog
from ui.holds.table import HoldColumn, HoldTable
from ui.holds.words import case_words, facts_words
from ui.icons import icon
from ui.messages import sentence
from ui.tables import RowView
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.holds import HoldSeen

_MOST = 2000  # the newest so many are listed
_FIND_WIDTH = 260
_FACTS_HEIGHT = 104
_ICONS = {
    "hold-new": "add",
    "hold-prolong": "change",
    "hold-release": "unlock",
    "hold-watch": "review",
    "hold-case": "cases",
    "hold-gone": "audit",
    "hold-leave": "previous",
}
_IN_FORCE = "in_force"  # a word of console.holds.HoldState


class HoldsPage(QWidget):
    """Lists every hold that concerns whoever sits here."""

    failed = Signal(str)  # a sentence for the notice bar
    left = Signal()  # back to the review page
    watch_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("holds-page")
        self._desk = desk
        self._console = console
        self._ward = Ward()
        self._colours = colours
        self._may: Callable[[Action], bool] = lambda _: False
        self._new: HoldId | None = None  # made here, to be chosen in the list
        self._buttons: dict[str, QPushButton] = {}
        self.rows = HoldTable(colours, self)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.table = self._make_table()
        title = QLabel(self.tr("Held footage"), self)
        title.setObjectName("page-title")
        self.status = QLabel(self)
        self.status.setObjectName("holds-status")
        self.status.setProperty("quiet", True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self.status, 1)
        self.search = QLineEdit(self)
        self.search.setObjectName("holds-find")
        self.search.setPlaceholderText(self.tr("Find: camera, reason, officer"))
        self.search.setAccessibleName(keys.words_of("hold-find"))
        self.search.setToolTip(keys.hint_of("hold-find"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.table.setFocus)
        keys.action("hold-find", self, self._on_find)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._button("hold-new", self, self.ask_new))
        tools.addWidget(self._button("hold-prolong", self, self.ask_longer))
        tools.addWidget(self._button("hold-release", self, self.ask_release))
        tools.addWidget(self._button("hold-watch", self.table, self.watch))
        tools.addWidget(self._button("hold-case", self, self.ask_case))
        tools.addWidget(self._button("hold-gone", self, self.show_gone))
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self._button("hold-leave", self, self.left.emit))
        self._buttons["hold-new"].setProperty("main", True)
        self.facts = QLabel(self)
        self.facts.setObjectName("hold-facts")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts.setMinimumHeight(_FACTS_HEIGHT)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        listed = QWidget(self)
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.facts)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)

    def _button(self, name: str, owner: QWidget, slot: Callable[[], object]) -> QPushButton:
        action: QAction = keys.action(name, owner, slot)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        self._buttons[name] = button
        return button

    def _make_table(self) -> RowView:
        words = self.tr("Held footage")
        table = RowView("holds-table", words, self.rows, self)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wide in (HoldColumn.CAMERAS, HoldColumn.REASON):
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.doubleClicked.connect(lambda _index: self.watch())
        return table

    def _make_empty(self) -> QWidget:
        page = QWidget(self)
        self._empty_title = QLabel(page)
        self._empty_title.setObjectName("empty-title")
        self._empty_words = QLabel(page)
        self._empty_words.setProperty("quiet", True)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (self._empty_title, self._empty_words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)
        return page

    @property
    def chosen(self) -> HoldSeen | None:
        """The hold of the chosen row."""
        return self.rows.hold(self.table.currentIndex().row())

    def renew(self) -> None:
        """Read the list again."""
        if self._may(Action.PLACE_HOLD):
            holds = self._console.holds
            self._desk.tasks.renew(
                lambda: holds.list(_MOST), done=self._on_read, failed=self._on_failed
            )

    def ask_new(self) -> None:
        """Ask which footage shall be held."""
        self.hold(HoldWish(), self, self._on_made)

    def hold(self, wish: HoldWish, parent: QWidget, made: Callable[[Hold], None]) -> None:
        """Ask over ``parent``, beginning with ``wish``; ``made`` hears of what is held."""
        if not self._may(Action.PLACE_HOLD):
            return
        dialog = HoldDialog(self._desk, self._console.holds, self._ward, wish, parent)

        def accepted() -> None:
            if dialog.made is not None:
                made(dialog.made)

        self._open(dialog, accepted)

    def ask_longer(self) -> None:
        """Ask how much longer the chosen one shall run."""
        seen = self.chosen
        if seen is not None and self._may_prolong(seen):
            holds = self._console.holds
            dialog = ProlongDialog(self._desk, holds, seen.hold, self._ward, self)
            self._open(dialog, self.renew)

    def ask_release(self) -> None:
        """Ask whether the chosen one shall keep nothing more; two officers answer for it."""
        seen = self.chosen
        if seen is None or not self._may_release(seen):
            return
        dialog = ReleaseDialog(seen.hold, self._ward, self)
        self._open(dialog, lambda: self._release(seen.hold))

    def watch(self) -> None:
        """Play the chosen one on the review page."""
        if self.chosen is not None:
            hold = self.chosen.hold
            self.watch_wanted.emit(sorted(hold.cameras), hold.span)

    def ask_case(self) -> None:
        """Show what is held for the whole case of the chosen one: it ends as one."""
        seen = self.chosen
        if seen is not None and seen.case is not None:
            case = (seen.case.id, case_words(seen.case))
            desk, console, colours = self._desk, self._console, self._colours
            dialog = CaseHoldsDialog(desk, console, colours, self._ward, case, self._may, self)
            dialog.footage_wanted.connect(self.watch_wanted)
            dialog.show()

    def show_gone(self) -> None:
        """List what the chosen one kept and keeps no longer."""
        seen = self.chosen
        if seen is not None and seen.state != _IN_FORCE:
            disposals = self._console.disposals
            dialog = DisposalDialog(self._desk, disposals, seen.hold, self._ward, self)
            self._open(dialog, lambda: None)

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        chosen = self.chosen
        self.rows.set_ward(ward)
        self._choose(None if chosen is None else chosen.hold.id)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do; nobody else sees any of it."""
        self._may = may
        if not may(Action.PLACE_HOLD):
            self.rows.set_holds((), self._desk.date())
            self._choose(None)
        self._buttons["hold-release"].setVisible(may(Action.RELEASE_HOLD))
        self._dress()

    def forget(self) -> None:
        """Nothing of it is for whoever sits here next."""
        self.search.clear()
        self.rows.set_holds((), self._desk.date())
        self._choose(None)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        for name, its in _ICONS.items():
            colour = colours.on_accent if name == "hold-new" else colours.text
            self._buttons[name].setIcon(icon(its, colour))
        chosen = self.chosen
        self.rows.set_colours(colours)
        self._choose(None if chosen is None else chosen.hold.id)

    def take_focus(self) -> None:
        """Be ready for keys, with what holds now."""
        self.renew()
        some = self._stack.currentIndex() == 0
        (self.table if some else self._buttons["hold-new"]).setFocus()

    def back(self) -> bool:
        """Esc: leave the search, or the page."""
        if self.search.text() or self.search.hasFocus():
            self.search.clear()
            self.take_focus()
        else:
            self.left.emit()
        return True

    def _release(self, hold: Hold) -> None:
        holds = self._console.holds
        run_confirmed(
            self,
            self._desk,
            self._console.access,
            lambda: holds.release(hold.id),
            done=lambda _: self.renew(),
            failed=self._on_failed,
        )

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _may_prolong(self, seen: HoldSeen) -> bool:
        lasts = seen.state == _IN_FORCE and seen.hold.until is not None
        return lasts and self._may(Action.PLACE_HOLD)

    def _may_release(self, seen: HoldSeen) -> bool:
        return seen.state == _IN_FORCE and self._may(Action.RELEASE_HOLD)

    def _choose(self, hold_id: HoldId | None) -> None:
        count, there = self.rows.rowCount(), len(self.rows.holds)
        if count:
            self.table.selectRow(self.rows.row_of(hold_id))
        self._on_row(self.table.currentIndex() if count else QModelIndex())
        table, new = self.table, self._buttons["hold-new"]
        on_table, on_new = table.hasFocus(), new.hasFocus()
        was_empty = self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0 if count else 1)
        if on_table and not count:  # the keys act where the focus is
            new.setFocus()
        elif on_new and count and was_empty:
            table.setFocus()
        if there:
            self._empty_title.setText(self.tr("No hold fits"))
            self._empty_words.setText(self.tr("Type something else, or Esc for all of them."))
        else:
            self._empty_title.setText(self.tr("No footage is held"))
            self._empty_words.setText(
                self.tr(
                    "Footage goes when its days are over. What is still needed is held: Ins here, "
                    "or in Review mark it with [ and ] and press Ctrl+G."
                )
            )

    def _on_made(self, hold: Hold) -> None:
        self._new = hold.id
        self.renew()

    def _on_read(self, holds: Sequence[HoldSeen]) -> None:
        if not self._may(Action.PLACE_HOLD):
            return
        chosen, new = self.chosen, self._new
        self._new = None
        self.rows.set_holds(holds, self._desk.date())
        self._choose(new if new is not None or chosen is None else chosen.hold.id)
        force = sum(seen.state == _IN_FORCE for seen in holds)
        words = self.tr("{count} in force").format(count=force) if holds else ""
        if soon := self.rows.soon():
            words = self.tr("{count} in force, {soon} of them run out within 7 days")
            words = words.format(count=force, soon=soon)
        self.status.setText(words)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _on_search(self, needle: str) -> None:
        chosen = self.chosen
        self.rows.search(needle)
        self._choose(None if chosen is None else chosen.hold.id)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        seen = self.rows.hold(index.row()) if index.isValid() else None
        self.facts.setText("" if seen is None else facts_words(seen, self._ward))
        self._dress()

    def _dress(self) -> None:
        seen = self.chosen
        self._buttons["hold-watch"].setEnabled(seen is not None)
        self._buttons["hold-case"].setEnabled(seen is not None and seen.case is not None)
        self._buttons["hold-gone"].setEnabled(seen is not None and seen.state != _IN_FORCE)
        self._buttons["hold-prolong"].setEnabled(seen is not None and self._may_prolong(seen))
        self._buttons["hold-release"].setEnabled(seen is not None and self._may_release(seen))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if Topic.HOLDS in event.topics and self.isVisible():
            self.renew()
