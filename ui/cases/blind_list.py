"""Cameras that were blind: each with a strip of 24 hours on which its spells stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.events import Reason, StreamState
from db.records import Span
from ui.case_words import age_words
from ui.overriding import override
from ui.stream_words import state_word
from ui.theme import STRIP_PX, Colours, font
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.morning import Blind, BlindCamera

_ROW, _EDGE, _STRIP, _HOUR_PX = 52, 12, 14, 10
_HOURS = (0, 6, 12, 18)
_Index = QModelIndex | QPersistentModelIndex


class BlindRows(QAbstractListModel):
    """Those that lost most first; of each one spell is chosen, the longest to begin with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hours: Span | None = None
        self._ward = Ward()
        self._cameras: Sequence[BlindCamera] = ()
        self._chosen: dict[int, int] = {}  # of each row which spell

    def show_blind(self, cameras: Sequence[BlindCamera], span: Span, ward: Ward) -> None:
        """List these."""
        self.beginResetModel()
        self.hours, self._ward = span, ward
        self._cameras = [each for each in cameras if each.spells or each.blips]
        self._chosen = {}
        self.endResetModel()

    def camera(self, row: int) -> BlindCamera | None:
        """The camera of a row."""
        return self._cameras[row] if 0 <= row < len(self._cameras) else None

    def place(self, row: int) -> int:
        """Which spell of a row is chosen."""
        camera = self.camera(row)
        if camera is None or not camera.spells:
            return 0
        longest = max(range(len(camera.spells)), key=lambda each: self.length(camera.spells[each]))
        return self._chosen.get(row, longest)

    def spell(self, row: int) -> Blind | None:
        """The chosen spell of a row; None where there were short ones alone."""
        camera = self.camera(row)
        return None if camera is None or not camera.spells else camera.spells[self.place(row)]

    def step(self, row: int, way: int) -> None:
        """Choose the next spell of a row, or the one before."""
        camera = self.camera(row)
        if camera is not None and 0 <= self.place(row) + way < len(camera.spells):
            self._chosen[row] = self.place(row) + way
            self.dataChanged.emit(self.index(row), self.index(row))

    def length(self, spell: Blind) -> timedelta:
        """How long it lasted, or lasts."""
        assert self.hours is not None
        return (spell.end or self.hours.end) - spell.start

    def name(self, camera: BlindCamera) -> str:
        """04 Cổng chợ."""
        known = self._ward.camera(camera.camera_id)
        if known is None:
            return translate("inbox", "a camera that was removed")
        return f"{known.number:02} {known.name}"

    def lost_words(self, camera: BlindCamera) -> str:
        """For how long, how often, and whether it still is."""
        parts = [age_words(camera.lost)]
        if len(camera.spells) > 1:
            parts.append(translate("inbox", "{count} times").format(count=len(camera.spells)))
        if camera.blips:
            parts.append(translate("inbox", "{count} under 30 s").format(count=camera.blips))
        if camera.spells and camera.spells[-1].end is None:
            parts.append(translate("inbox", "still blind"))
        return " · ".join(parts)

    def spell_words(self, row: int) -> str:
        """When the chosen spell was, how long, and why."""
        camera, spell = self.camera(row), self.spell(row)
        if camera is None or spell is None or self.hours is None:
            return ""
        start = _minute(spell.start)
        if spell.start <= self.hours.start:
            start = translate("inbox", "before {time}").format(time=start)
        end = translate("inbox", "now") if spell.end is None else _minute(spell.end, spell.start)
        parts = [f"{start} – {end}", age_words(self.length(spell)), cause_words(spell)]
        if len(camera.spells) > 1:
            words = translate("inbox", "{place} of {count}, ← → chooses")
            parts.append(words.format(place=self.place(row) + 1, count=len(camera.spells)))
        return " · ".join(part for part in parts if part)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._cameras)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        camera = self.camera(index.row())
        if camera is None:
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            words = (self.name(camera), self.lost_words(camera), self.spell_words(index.row()))
            return ". ".join(part for part in words if part)
        return None


class BlindDelegate(QStyledItemDelegate):
    """Paints name and length, and below them the strip; a spell is hatched, the chosen outlined."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows = index.model()
        assert isinstance(rows, BlindRows)
        camera = rows.camera(index.row())
        if camera is None or rows.hours is None:
            return
        colours, box = self.colours, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(colours.picked if chosen else colours.surface))
        inner = box.adjusted(_EDGE, 6, -_EDGE, -8)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() - _STRIP - 2)
        painter.setFont(font(STRIP_PX + 1))
        painter.setPen(QColor(colours.ill if camera.lost >= timedelta(hours=1) else colours.dim))
        lost = rows.lost_words(camera)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(top, right, lost)
        room = top.width() - painter.fontMetrics().horizontalAdvance(lost) - 12
        painter.setFont(font())
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            rows.name(camera), Qt.TextElideMode.ElideRight, max(0, room)
        )
        painter.drawText(top, left, name)
        strip = QRect(inner.left(), inner.bottom() - _STRIP, inner.width(), _STRIP)
        self._strip(painter, strip, rows, index.row())
        painter.restore()

    def _strip(self, painter: QPainter, strip: QRect, rows: BlindRows, row: int) -> None:
        colours, span, camera = self.colours, rows.hours, rows.camera(row)
        assert span is not None
        assert camera is not None
        whole = span.length.total_seconds()

        def x(seconds: float) -> int:
            return strip.left() + round(strip.width() * min(1.0, max(0.0, seconds / whole)))

        painter.setFont(font(_HOUR_PX))
        painter.fillRect(strip, QColor(colours.ground))
        painter.setPen(QPen(QColor(colours.line)))
        painter.drawRect(strip)
        hours = {x((at - span.start).total_seconds()): f"{at.hour}:00" for at in _hours(span)}
        painter.setPen(QPen(QColor(colours.line)))
        for at in hours:
            painter.drawLine(at, strip.top(), at, strip.bottom())
        for place, spell in enumerate(camera.spells):
            start = x((spell.start - span.start).total_seconds())
            end = x(((spell.end or span.end) - span.start).total_seconds())
            bar = QRect(start, strip.top() + 2, max(3, end - start), strip.height() - 3)
            painter.fillRect(bar, QBrush(QColor(colours.ill), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(QColor(colours.ill)))
            painter.drawRect(bar)
            if place == rows.place(row) and len(camera.spells) > 1:
                painter.setPen(QPen(QColor(colours.text), 2))
                painter.drawRect(bar.adjusted(-1, -1, 1, 1))
        painter.setPen(QPen(QColor(colours.text)))
        for at, words in hours.items():  # on a ground of their own: nobody reads through a hatch
            size = painter.fontMetrics().size(0, words)
            label = QRect(
                at + 2, strip.bottom() - size.height() - 1, size.width() + 4, size.height()
            )
            painter.fillRect(label, QColor(colours.ground))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def _hours(span: Span) -> Iterator[datetime]:
    """The hours that are named on a strip, in the PC's zone."""
    hour = span.start.astimezone().replace(minute=0, second=0, microsecond=0)
    while hour < span.end:
        if hour.hour in _HOURS and hour > span.start:
            yield hour
        hour += timedelta(hours=1)


class BlindList(QListView):
    """The list; which spell is chosen is said below it."""

    def __init__(self, rows: BlindRows, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("blind-list")
        self.setAccessibleName(self.tr("Cameras that were blind"))
        self.setModel(rows)
        self.delegate = BlindDelegate(colours, self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def cause_words(spell: Blind) -> str:
    """Why there was no picture, in a word or two."""
    try:
        reason = Reason(spell.reason) if spell.reason else Reason.NONE
        return state_word(StreamState(spell.state), reason)
    except ValueError:  # of a newer program
        return spell.state


def _minute(at: datetime, after: datetime | None = None) -> str:
    """23/11 22:05:07; without the day where it is that of ``after``."""
    same = after is not None and at.astimezone().date() == after.astimezone().date()
    return f"{at.astimezone():%H:%M:%S}" if same else f"{at.astimezone():%d/%m %H:%M:%S}"
