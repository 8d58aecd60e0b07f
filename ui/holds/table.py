"""The list of holds: those in force first, the soonest to run out on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from db.footage_records import HoldId
from ui.holds.words import cameras_words, left_words, span_words, until_words, why_held
from ui.overriding import override
from ui.search import matches
from ui.theme import Colours
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.holds import HoldSeen

_Index = QModelIndex | QPersistentModelIndex
SOON_DAYS = 7
_ENDED = {
    "ran_out": QT_TRANSLATE_NOOP("holds", "ran out"),
    "released": QT_TRANSLATE_NOOP("holds", "released"),
}


class HoldColumn(IntEnum):
    """The columns, from the left."""

    CAMERAS = 0
    SPAN = 1
    REASON = 2
    MADE_BY = 3
    UNTIL = 4
    LEFT = 5


class HoldTable(QAbstractTableModel):
    """The holds as rows, found without diacritics."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._ward = Ward()
        self._now: datetime | None = None
        self._all: Sequence[HoldSeen] = ()
        self._shown: list[HoldSeen] = []
        self._needle = ""

    @property
    def holds(self) -> Sequence[HoldSeen]:
        """All of them, whatever is searched for."""
        return self._all

    def set_holds(self, holds: Sequence[HoldSeen], now: datetime) -> None:
        """List these, as they stand at ``now``."""
        self._all, self._now = sorted(holds, key=_rank), now
        self._filter()

    def set_ward(self, ward: Ward) -> None:
        """What the cameras are called."""
        self._ward = ward
        self._filter()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._filter()

    def search(self, needle: str) -> None:
        """Show only those in which every word of ``needle`` lies."""
        self._needle = needle
        self._filter()

    def hold(self, row: int) -> HoldSeen | None:
        """The hold of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, hold_id: HoldId | None) -> int:
        """Where it is listed; the first row where it is not."""
        numbers = [each.hold.id for each in self._shown]
        return numbers.index(hold_id) if hold_id in numbers else 0

    def soon(self) -> int:
        """How many run out within ``SOON_DAYS``."""
        return sum(self._is_soon(each) for each in self._all)

    def words(self, seen: HoldSeen) -> tuple[str, ...]:
        """What stands in its row."""
        hold = seen.hold
        left = translate("holds", _ENDED[seen.state]) if seen.state in _ENDED else ""
        if not left and self._now is not None:
            left = left_words(hold, self._now)
        return (
            cameras_words(hold.cameras, self._ward),
            span_words(hold.span),
            why_held(seen),
            seen.made_by,
            until_words(hold),
            left,
        )

    def _is_soon(self, seen: HoldSeen) -> bool:
        if seen.state in _ENDED or seen.hold.until is None or self._now is None:
            return False
        return (seen.hold.until - self._now).days < SOON_DAYS

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            each
            for each in self._all
            if not self._needle
            or matches(
                self._needle,
                *self.words(each),
                cameras_words(each.hold.cameras, self._ward, named=len(each.hold.cameras)),
            )
        ]
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(HoldColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("Cameras"),
                self.tr("Footage from – to"),
                self.tr("Why"),
                self.tr("Held by"),
                self.tr("Until"),
                self.tr("Left"),
            )
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        seen = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(seen)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            if seen.state in _ENDED:
                return QBrush(QColor(self._colours.dim))
            if index.column() == HoldColumn.LEFT and self._is_soon(seen):
                return QBrush(QColor(self._colours.ill))
        return None


def _rank(seen: HoldSeen) -> tuple[bool, bool, float, int]:
    """In force before ended, with an end before without, then the soonest, then the newest."""
    hold = seen.hold
    until = 0.0 if hold.until is None else hold.until.timestamp()
    ended = seen.state in _ENDED
    return ended, hold.until is None, -until if ended else until, -hold.id
