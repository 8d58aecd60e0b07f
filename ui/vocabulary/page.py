"""What the pages of categories and of phrases share: head, search, tools, a table, rights."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
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
from console.workers import Lane
from db.records import Topic
from ui import keys
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.overriding import override
from ui.tables import Nothing, RowModel, RowView
from ui.theme import Colours
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

T = TypeVar("T")
_FIND_WIDTH = 280
"""Of the search box, in pixels."""
Doings = tuple[tuple[str, str, Callable[[], object]], ...]
"""Name of a key, its icon's or "", what it does; the first is the main one, the last leaves."""


class VocabularyPage(QWidget):
    """For whoever may change categories; each kind lists its rows and says what is done to them."""

    failed = Signal(str)  # a sentence for the notice bar
    left = Signal()  # back to the settings

    topics: ClassVar[frozenset[Topic]]
    find_key: ClassVar[str]

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.console = console
        self.ward = Ward()
        self.may_change = False
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._icons: dict[str, str] = {}
        self._main = ""

    def build(self, title: str, table: RowView, doings: Doings, *below: QWidget) -> None:
        """Lay it out; ``below`` stands under the table."""
        self.table = table
        heading = QLabel(title, self)
        heading.setObjectName("page-title")
        self.status = QLabel(self)
        self.status.setObjectName("vocabulary-status")
        self.status.setProperty("quiet", True)
        self.search = QLineEdit(self)
        self.search.setObjectName("vocabulary-find")
        self.search.setPlaceholderText(keys.words_of(self.find_key))
        self.search.setAccessibleName(keys.words_of(self.find_key))
        self.search.setToolTip(keys.hint_of(self.find_key))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(table.setFocus)
        keys.action(self.find_key, self, self.search.setFocus)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(heading)
        head.addWidget(self.status, 1)
        head.addWidget(self.search)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, its_icon, slot in doings:
            if name == doings[-1][0]:
                tools.addStretch(1)
            tools.addWidget(self._button(name, its_icon, slot))
        self._main = doings[0][0]
        self._buttons[self._main].setProperty("main", True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(table)
        self.nothing = Nothing("", "", self)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        for widget in below:
            column.addWidget(widget)
        table.selectionModel().selectionChanged.connect(self.dress)
        self.desk.bridge.changed.connect(self._on_changed)

    def _button(self, name: str, its_icon: str, slot: Callable[[], object]) -> QPushButton:
        action = self._actions[name] = keys.action(name, self, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        self._icons[name] = its_icon
        return button

    # What each kind says.

    @abstractmethod
    def renew(self) -> None:
        """Read the rows again, if it is for whoever sits here."""

    @abstractmethod
    def show_found(self, needle: str) -> None:
        """Show the rows that fit ``needle`` alone."""

    @abstractmethod
    def clear_rows(self) -> None:
        """Show none: they are not for whoever sits here."""

    @abstractmethod
    def possible(self) -> dict[str, bool]:
        """Which doings make sense with the chosen row."""

    # What all of them do.

    @property
    def row(self) -> int:
        """The chosen row, -1 for none."""
        chosen = self.table.selectionModel().selectedRows()
        return chosen[0].row() if chosen else -1

    def choose(self, row: int) -> None:
        """Choose a row, the nearest where there are fewer; say what is there if there is none."""
        model = self.table.model()
        assert isinstance(model, RowModel)
        there, focused = model.count(), self.table.hasFocus()
        came = there and self._stack.currentIndex() == 1 and self._buttons[self._main].hasFocus()
        if there:
            self.table.selectRow(min(max(row, 0), there - 1))
        self._stack.setCurrentIndex(0 if there else 1)
        if focused and not there:  # the keys act where the focus is
            self._buttons[self._main].setFocus()
        elif came:
            self.table.setFocus()
        self.dress()

    def set_ward(self, ward: Ward) -> None:
        """There are these clusters and cameras from now on."""
        self.ward = ward

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do; nobody else sees any of it."""
        self.may_change = may(Action.CHANGE_CATEGORIES)
        if not self.may_change:
            self.forget()
        self.dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        for name, its in self._icons.items():
            if not its:
                continue
            colour = colours.on_accent if name == self._main else colours.text
            self._buttons[name].setIcon(icon(its, colour))

    def forget(self) -> None:
        """Nothing of it is for whoever sits here next."""
        self.search.clear()
        self.clear_rows()

    def take_focus(self) -> None:
        """Be ready for keys."""
        some = self._stack.currentIndex() == 0
        (self.table if some else self._buttons[self._main]).setFocus()

    def back(self) -> bool:
        """Esc: leave the search, or the page."""
        if self.search.text() or self.search.hasFocus():
            self.search.clear()
            self.take_focus()
        else:
            self.left.emit()
        return True

    def say(self, words: str) -> None:
        """Say it beside the title."""
        self.status.setText(words)

    def read(self, work: Callable[[], Sequence[T]], done: Callable[[Sequence[T]], None]) -> None:
        """Read rows anew on a worker's thread; ``done`` is a method of the page."""
        if self.may_change:
            self.desk.tasks.renew(work, done=done, failed=self.on_failed)

    def write(self, work: Callable[[], T], done: Callable[[T], None] = lambda _: None) -> None:
        """Change something, in order, on the writers' thread."""
        self.desk.tasks.run(work, done=done, failed=self.on_failed, lane=Lane.WRITE)

    def open(self, dialog: QDialog) -> None:
        """Ask over this page."""
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def on_failed(self, problem: Problem) -> None:
        """Say in the notice bar what went wrong."""
        self.failed.emit(sentence(problem))

    @Slot()
    def dress(self) -> None:
        """Offer what can be done with the chosen row."""
        for name, possible in self.possible().items():
            self._actions[name].setEnabled(possible and self.may_change)
            self._buttons[name].setEnabled(possible and self.may_change)

    def name_button(self, name: str, words: str) -> None:
        """Call a button something else, for the chosen row."""
        self._buttons[name].setText(words)

    def say_nothing_fits(self) -> None:
        """Nothing is found."""
        self.nothing.say(
            translate("vocabulary", "Nothing fits this"),
            translate("vocabulary", "Esc takes the search away and shows everything again."),
        )

    @Slot(str)
    def _on_search(self, needle: str) -> None:
        self.show_found(needle)

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & self.topics and self.isVisible():
            self.renew()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.renew()
