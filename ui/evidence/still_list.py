"""A list of instants with their pictures, which come one by one while nobody waits for another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from db.evidence_records import StillWanted
from ui.bookmarks.thumbs import icon_of
from ui.overriding import override

SIZE = QSize(96, 54)
_ROW = 62
_STILL = Qt.ItemDataRole.UserRole


class StillThumbs:
    """The small pictures that were seen, and of which instants there is none."""

    def __init__(self) -> None:
        self.icons: dict[StillWanted, QIcon] = {}
        self.lacking: set[StillWanted] = set()
        empty = QPixmap(SIZE)
        empty.fill(Qt.GlobalColor.transparent)
        self.empty = QIcon(empty)

    def put(self, still: StillWanted, image: QImage) -> None:
        """Keep one, made small."""
        self.icons[still] = icon_of(image, SIZE)

    def knows(self, still: StillWanted) -> bool:
        """Whether there is nothing to ask for any more."""
        return still in self.icons or still in self.lacking


class StillList(QListWidget):
    """``picked`` when one is moved to, ``wanted`` at Enter or a double click."""

    picked = Signal(object)  # StillWanted
    wanted = Signal(object)  # StillWanted
    moved = Signal()  # others are in sight

    def __init__(
        self,
        thumbs: StillThumbs,
        words: Callable[[StillWanted], str],
        parent: QWidget | None = None,
    ) -> None:
        """``words`` say which picture it is, in two lines."""
        super().__init__(parent)
        self._thumbs = thumbs
        self._words = words
        self._stills: tuple[StillWanted, ...] = ()
        self.setIconSize(SIZE)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(_STILL)))
        self.itemActivated.connect(lambda item: self.wanted.emit(item.data(_STILL)))
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    @property
    def current(self) -> StillWanted | None:
        """The one that is picked."""
        row = self.currentRow()
        return self._stills[row] if 0 <= row < len(self._stills) else None

    def show_stills(self, stills: Sequence[StillWanted], current: StillWanted | None) -> None:
        """These, with what is known of them; ``current`` is marked if it is among them."""
        with QSignalBlocker(self):
            if self._stills != tuple(stills):
                self._stills = tuple(stills)
                self.clear()
                for still in stills:
                    item = QListWidgetItem(self)
                    item.setData(_STILL, still)
                    item.setSizeHint(QSize(0, _ROW))
            for row, still in enumerate(stills):
                item = self.item(row)
                if item.text() != (words := self._words(still)):
                    item.setText(words)
                icon = self._thumbs.icons.get(still, self._thumbs.empty)
                if item.icon().cacheKey() != icon.cacheKey():
                    item.setIcon(icon)
            row = self._stills.index(current) if current in self._stills else -1
            if row != self.currentRow():
                self.setCurrentRow(row)
            if row < 0:
                self.clearSelection()

    def in_sight(self) -> list[StillWanted]:
        """What is on screen."""
        if not self.isVisible():
            return []
        seen = self.viewport().rect()
        return [
            still
            for row, still in enumerate(self._stills)
            if self.visualItemRect(self.item(row)).intersects(seen)
        ]

    @Slot(QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(_STILL))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()
