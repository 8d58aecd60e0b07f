"""Beside the results: what they have in common, or what may be looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.finding_results import Facet
from db.case_records import SavedSearch
from ui import keys, theme
from ui.cases.find_words import facet_words, head_words
from ui.overriding import override
from ui.theme import Colours
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

_VALUE = Qt.ItemDataRole.UserRole
_SAME = Qt.ItemDataRole.UserRole + 1  # by which a facet is known again
_COUNT = Qt.ItemDataRole.UserRole + 2
_COUNT_WIDTH = 56
_Index = QModelIndex | QPersistentModelIndex
_MOST_OF_A_KIND = 8
# As officers type them; they are read in Vietnamese, whatever the screen speaks.
_EXAMPLES = (
    "hôm qua 22h cụm 5",
    "mất xe máy tối qua",
    "vụ việc chờ duyệt tháng này",
    "cam 07 nháp",
    "20-B1 123.45",
    "vv 12",
    "của tôi tuần trước",
)


class SideList(QListWidget):
    """Lines under heads; Enter, Space or a click takes one."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def head(self, words: str) -> None:
        """A head over what follows."""
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.font(bold=True))
        item.setSizeHint(QSize(0, 32))

    def note(self, words: str) -> None:
        """A quiet line that stands for nothing."""
        item = QListWidgetItem(f"    {words}", self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, 28))

    def line(self, words: str, value: object, hint: str = "") -> QListWidgetItem:
        """A line that stands for ``value``."""
        item = QListWidgetItem(words, self)
        item.setData(_VALUE, value)
        item.setToolTip(hint or words)
        item.setSizeHint(QSize(0, 28))
        return item

    @property
    def value(self) -> object:
        """What the present line stands for, or None."""
        return self.currentIndex().data(_VALUE)

    def take_focus(self) -> None:
        """Be ready for keys, on the first line if none was chosen."""
        if self.value is None:
            lines = (row for row in range(self.count()) if self.item(row).data(_VALUE) is not None)
            self.setCurrentRow(next(lines, -1))
        self.setFocus()

    def take(self, value: object) -> None:
        """A line was taken; each kind says what that means."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in enters and self.value is not None:
            self.take(self.value)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and item is self.currentItem() and self.value is not None:
            self.take(self.value)


class _Counted(QStyledItemDelegate):
    """The count of a line at its right, whatever room that leaves its words."""

    def __init__(self, side: FacetList) -> None:
        super().__init__(side)
        self._side = side

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        count = index.data(_COUNT)
        if count:
            room = option.rect.width() - _COUNT_WIDTH
            elide = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, elide, room)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if count:
            painter.save()
            painter.setFont(option.font)
            painter.setPen(QColor(self._side.colours.dim))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(option.rect.adjusted(0, 0, -8, 0), side, count)
            painter.restore()


class FacetList(SideList):
    """What the results have in common, with how many of them."""

    toggled = Signal(object)  # the Facet

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__("find-facets", translate("find", "Narrow down"), parent)
        self.colours = colours
        self.setItemDelegate(_Counted(self))
        self._facets: Sequence[Facet] = ()
        self._ward = Ward()
        self._count = 0

    def set_ward(self, ward: Ward) -> None:
        """There are these places from now on."""
        self._ward = ward
        self.show_facets(self._facets, self._count)

    def show_facets(self, facets: Sequence[Facet], count: int) -> None:
        """Of ``count`` results; what all of them have narrows nothing and is left out."""
        self._facets, self._count = facets, count
        name, place = str(self.currentIndex().data(_SAME) or ""), self.verticalScrollBar().value()
        self.clear()
        kinds = list(dict.fromkeys(facet.kind for facet in facets))
        for kind in kinds:
            useful = [f for f in facets if f.kind is kind and (f.part or f.count < count)]
            if useful:
                self.head(head_words(kind))
            for facet in useful[:_MOST_OF_A_KIND]:
                self._add(facet, name)
        self.verticalScrollBar().setValue(place)  # nothing moves under the eyes of who reads

    def say_if_empty(self, words: str) -> None:
        """Say why nothing stands here, if nothing does."""
        if not self.count():
            self.head(translate("find", "Narrow down"))
            self.note(words)

    @override
    def take(self, value: object) -> None:
        self.toggled.emit(value)

    def _add(self, facet: Facet, chosen: str) -> None:
        words = facet_words(facet, self._ward)
        mark = "✓ " if facet.part is not None else "    "
        item = self.line(f"{mark}{words}", facet, f"{words}: {facet.count}")
        its = f"{facet.kind} {facet.value}"
        item.setData(_SAME, its)
        item.setData(_COUNT, str(facet.count))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {facet.count}")
        if its == chosen:
            self.setCurrentItem(item)


_SAVED = QT_TRANSLATE_NOOP("find", "Saved searches")
_RECENT = QT_TRANSLATE_NOOP("find", "Looked for last")
_TRY = QT_TRANSLATE_NOOP("find", "For example")
_NONE_SAVED = QT_TRANSLATE_NOOP("find", "Ctrl+S saves what you look for")


class StartList(SideList):
    """What one looks for again: saved searches, the last ones, examples."""

    wanted = Signal(str)  # the text
    rename_wanted = Signal(object)  # the SavedSearch
    remove_wanted = Signal(object)  # the SavedSearch
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("find-start", translate("find", "Saved searches"), parent)
        self._saved: Sequence[SavedSearch] = ()
        self._recent: Sequence[str] = ()
        for name, signal in (
            ("saved-rename", self.rename_wanted),
            ("saved-remove", self.remove_wanted),
        ):
            keys.action(name, self, partial(self._tell, signal.emit))
        keys.action("saved-undo", self, self.undo_wanted.emit)
        self.show_searches((), ())

    def show_searches(self, saved: Sequence[SavedSearch], recent: Sequence[str]) -> None:
        """List these."""
        row = self.currentRow()
        self._saved, self._recent = saved, recent
        self.clear()
        self.head(translate("find", _SAVED))
        hints = "\n".join(keys.hint_of(name) for name in ("saved-rename", "saved-remove"))
        for search in saved:
            words = f"    {search.name}"
            self.line(words, search, f"{search.name}: {search.text}\n{hints}")
        if not saved:
            self.note(translate("find", _NONE_SAVED))
        for head, texts in ((_RECENT, recent), (_TRY, _EXAMPLES)):
            if texts:
                self.head(translate("find", head))
            for text in texts:
                self.line(f"    {text}", text)
        self.setCurrentRow(row)

    @override
    def take(self, value: object) -> None:
        self.wanted.emit(value.text if isinstance(value, SavedSearch) else str(value))

    def _tell(self, emit: Callable[[SavedSearch], object]) -> None:
        if isinstance(self.value, SavedSearch):
            emit(self.value)
