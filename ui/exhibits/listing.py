"""The list's face of the exhibits page: what was taken in, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.footage_records import Exhibit, ExhibitId
from ui import keys
from ui.exhibits.facts import ExhibitFacts
from ui.exhibits.table import ExhibitColumn, ExhibitTable
from ui.icons import drawn, icon
from ui.review.icons import REVIEW_ICONS
from ui.tables import Nothing, RowView
from ui.theme import Colours

STILL = QSize(80, 45)
_ROW = 53
_FACTS_WIDTH = 340
_FIND_WIDTH = 260


class ListFace(QWidget):
    """Shows the exhibits; its signals say what is wanted of one."""

    open_wanted = Signal()  # another file, from a stick
    play_wanted = Signal(object)  # the Exhibit
    verify_wanted = Signal(object)  # the Exhibit
    left = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exhibit-list")
        self._colours = colours
        self._stills: dict[ExhibitId, QPixmap] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.rows = ExhibitTable(self)
        self.facts = ExhibitFacts(self)
        self.facts.setFixedWidth(_FACTS_WIDTH)
        self._build()
        self.set_colours(colours)

    def _build(self) -> None:
        self.table = self._make_table()
        title = QLabel(self.tr("Files from outside"), self)
        title.setObjectName("page-title")
        self._status = QLabel(self)
        self._status.setObjectName("exhibits-status")
        self._status.setProperty("quiet", True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._status, 1)
        self.search = QLineEdit(self)
        self.search.setObjectName("exhibits-find")
        self.search.setPlaceholderText(self.tr("Find: file, giver, device, note"))
        self.search.setAccessibleName(keys.words_of("exhibit-find"))
        self.search.setToolTip(keys.hint_of("exhibit-find"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.table.setFocus)
        keys.action("exhibit-find", self, self._on_find)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self._button("exhibit-open", self, self.open_wanted.emit))
        tools.addWidget(self._button("exhibit-play", self.table, self.play))
        tools.addWidget(self._button("exhibit-verify", self, self.verify))
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self._button("exhibit-leave", self, self.left.emit))
        self._buttons["exhibit-open"].setProperty("main", True)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.table, 1)
        body.addWidget(self.facts)
        listed = QWidget(self)
        body.setContentsMargins(0, 0, 0, 0)
        listed.setLayout(body)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listed)
        self._nothing = Nothing("", "", self)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        self._on_row(QModelIndex())

    def _button(self, name: str, owner: QWidget, slot: object) -> QPushButton:
        assert callable(slot)
        action: QAction = keys.action(name, owner, slot)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        self._buttons[name] = button
        return button

    def _make_table(self) -> RowView:
        words = self.tr("Files that were taken in")
        table = RowView("exhibits-table", words, self.rows, self)
        table.setIconSize(STILL)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow, width in ((ExhibitColumn.GIVEN_BY, 200), (ExhibitColumn.DEVICE, 170)):
            header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(narrow, width)
        for column in (ExhibitColumn.TAKEN_AT, ExhibitColumn.SIZE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        table.doubleClicked.connect(lambda _index: self.play())
        return table

    @property
    def chosen(self) -> Exhibit | None:
        """The exhibit of the chosen row."""
        return self.rows.exhibit(self.table.currentIndex().row())

    def show_exhibits(self, exhibits: Sequence[Exhibit], chosen: ExhibitId | None = None) -> None:
        """List these; ``chosen`` or what was chosen before is chosen again."""
        before = self.chosen
        self.rows.set_exhibits(exhibits)
        self._choose(chosen if chosen is not None or before is None else before.id)

    def keep_still(self, exhibit_id: ExhibitId, image: QImage) -> None:
        """Show this picture beside an exhibit, as long as the officer is here."""
        self._stills[exhibit_id] = QPixmap.fromImage(image)
        self._dress()

    def forget(self) -> None:
        """Nothing of it is for whoever sits here now."""
        self._stills.clear()
        self.search.clear()
        self.show_exhibits(())

    def play(self) -> None:
        """Play the chosen one."""
        if self.chosen is not None:
            self.play_wanted.emit(self.chosen)

    def verify(self) -> None:
        """Verify the chosen one."""
        if self.chosen is not None:
            self.verify_wanted.emit(self.chosen)

    def set_busy(self, *, busy: bool) -> None:
        """Whether something is being taken in or verified: one at a time."""
        self._buttons["exhibit-verify"].setEnabled(not busy and self.chosen is not None)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._buttons["exhibit-open"].setIcon(icon("import", colours.on_accent))
        self._buttons["exhibit-play"].setIcon(drawn(REVIEW_ICONS["review-play"], colours.text))
        self._buttons["exhibit-verify"].setIcon(icon("verify", colours.text))
        self._buttons["exhibit-leave"].setIcon(icon("previous", colours.text))
        self._dress()

    def take_focus(self) -> None:
        """Be ready for keys."""
        some = self._stack.currentIndex() == 0
        (self.table if some else self._buttons["exhibit-open"]).setFocus()

    def back(self) -> bool:
        """Leave the search; False when there was none."""
        if self.search.text() or self.search.hasFocus():
            self.search.clear()
            self.take_focus()
            return True
        return False

    def _dress(self) -> None:
        blank = QPixmap(STILL)  # as wide as a still, so that names stand below each other
        blank.fill(Qt.GlobalColor.transparent)
        painter = QPainter(blank)
        shape = drawn(REVIEW_ICONS["review-still"], self._colours.dim)
        shape.paint(painter, blank.rect().adjusted(0, 10, 0, -10))
        painter.end()
        self.rows.set_pictures(QIcon(blank), self._stills)

    def _choose(self, exhibit_id: ExhibitId | None) -> None:
        count, all_ = self.rows.rowCount(), len(self.rows.exhibits)
        if count:
            self.table.selectRow(self.rows.row_of(exhibit_id))
        else:
            self._on_row(QModelIndex())
        had_focus = self.table.hasFocus()
        self._stack.setCurrentIndex(0 if count else 1)
        if had_focus and not count:  # the keys act where the focus is
            self._buttons["exhibit-open"].setFocus()
        self._status.setText(self.tr("{count} files").format(count=all_) if all_ else "")
        if all_:
            self._nothing.say(
                self.tr("No file fits"), self.tr("Type something else, or Esc for all of them.")
            )
        else:
            self._nothing.say(
                self.tr("No file was taken in yet"),
                self.tr(
                    "Somebody brings a film on a stick? Ctrl+O opens it; it is played from the"
                    " stick before anything is kept."
                ),
            )

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _on_search(self, needle: str) -> None:
        before = self.chosen
        self.rows.search(needle)
        self._choose(None if before is None else before.id)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        exhibit = self.rows.exhibit(index.row()) if index.isValid() else None
        twins = [
            each
            for each in self.rows.exhibits
            if exhibit is not None and each.sha256 == exhibit.sha256 and each.id != exhibit.id
        ]
        self.facts.show_exhibit(exhibit, twins)
        for name in ("exhibit-play", "exhibit-verify"):
            self._buttons[name].setEnabled(exhibit is not None)
