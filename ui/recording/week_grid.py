"""The hours of a week, to be ticked by mouse or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.footage_records import HOURS_A_WEEK
from ui.overriding import override
from ui.recording_words import hour_words, short_day

_DAYS, _HOURS = 7, 24
_LEFT, _TOP = 44, 20  # pixels, for the days' names and the hours
_CELL, _LEAST_CELL = QSize(22, 20), QSize(14, 18)
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class WeekGrid(QWidget):
    """Seven rows of 24 hours.

    A click or Space turns an hour over; dragging, or Shift with an arrow, carries that on.  A click
    on a day's name or on an hour's number turns the whole row or column.
    """

    edited = Signal()
    pointed = Signal(str)  # the hour under the cursor in words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("week-grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Hours of the week that are recorded"))
        self.setToolTip(
            self.tr(
                "Click or Space: turn an hour over. Drag, or Shift and an arrow: several. "
                "Click a day or an hour: the whole row or column."
            )
        )
        self._week = [True] * HOURS_A_WEEK
        self._at = (0, 0)  # day and hour that the keys act on
        self._carried: bool | None = None  # what a drag writes
        self._read_only = False

    @property
    def week(self) -> tuple[bool, ...]:
        """For each hour from Monday 00:00, whether it is ticked."""
        return tuple(self._week)

    def set_week(self, week: tuple[bool, ...]) -> None:
        """Show other hours."""
        self._week = list(week)
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Whether it may be changed by whoever looks."""
        self._read_only = read_only

    @override
    def sizeHint(self) -> QSize:
        return QSize(_LEFT + _HOURS * _CELL.width() + 1, _TOP + _DAYS * _CELL.height() + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        size = _LEAST_CELL
        return QSize(_LEFT + _HOURS * size.width() + 1, _TOP + _DAYS * size.height() + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self.palette()
        role = QPalette.ColorRole
        line = colours.color(role.Mid)
        for day in range(_DAYS):
            painter.setPen(colours.color(role.Text))
            painter.drawText(
                QRect(0, self._cell(day, 0).y(), _LEFT - 8, _CELL.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                short_day(day),
            )
            for hour in range(_HOURS):
                self._paint_cell(painter, day, hour)
        painter.setPen(colours.color(role.PlaceholderText))
        for hour in range(0, _HOURS, 3):
            box = QRect(self._cell(0, hour).x() - 12, 0, 24, _TOP - 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(hour))
        painter.setPen(line)
        if self.hasFocus():
            painter.setPen(QPen(colours.color(role.Text), 2))
            painter.drawRect(self._cell(*self._at).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_cell(self, painter: QPainter, day: int, hour: int) -> None:
        colours, box = self.palette(), self._cell(day, hour)
        ticked = self._week[day * _HOURS + hour]
        inner = box.adjusted(1, 1, -1, -1)
        role = QPalette.ColorRole
        painter.fillRect(inner, colours.color(role.Highlight if ticked else role.Button))
        if ticked:  # never by colour alone
            painter.setPen(QPen(colours.color(role.HighlightedText), 2))
            middle = inner.center()
            painter.drawPolyline(
                [middle + QPoint(-4, 0), middle + QPoint(-1, 3), middle + QPoint(4, -3)]
            )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        day, hour = self._day_at(place), self._hour_at(place)
        if day is not None and hour is not None:
            self._carried = not self._week[day * _HOURS + hour]
            self._set(day, hour, self._carried)
        elif day is not None and place.x() < _LEFT:
            self._turn([day * _HOURS + each for each in range(_HOURS)])
        elif hour is not None and place.y() < _TOP:
            self._turn([each * _HOURS + hour for each in range(_DAYS)])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        day, hour = self._day_at(place), self._hour_at(place)
        if self._carried is not None and day is not None and hour is not None:
            self._set(day, hour, self._carried)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._carried = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day, hour = self._at
        key = Qt.Key(event.key())
        if key in _MOVES:
            down, right = _MOVES[key]
            carried = self._week[day * _HOURS + hour]
            day, hour = (day + down) % _DAYS, (hour + right) % _HOURS
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._set(day, hour, carried)
            else:
                self._point(day, hour)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point(day, 0 if key is Qt.Key.Key_Home else _HOURS - 1)
        elif key is Qt.Key.Key_Space:
            self._set(day, hour, not self._week[day * _HOURS + hour])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._point(*self._at)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pointed.emit("")
        self.update()

    def _point(self, day: int, hour: int) -> None:
        self._at = (day, hour)
        index = day * _HOURS + hour
        words = self.tr("{hour}: recorded") if self._week[index] else self.tr("{hour}: left out")
        text = words.format(hour=hour_words(index))
        self.setAccessibleDescription(text)
        self.pointed.emit(text)
        self.update()

    def _set(self, day: int, hour: int, ticked: bool) -> None:
        if not self._read_only and self._week[day * _HOURS + hour] is not ticked:
            self._week[day * _HOURS + hour] = ticked
            self.edited.emit()
        self._point(day, hour)

    def _turn(self, hours: list[int]) -> None:
        """Tick all of them; if all are, none."""
        if self._read_only:
            return
        ticked = not all(self._week[index] for index in hours)
        for index in hours:
            self._week[index] = ticked
        self._point(*divmod(hours[0], _HOURS))
        self.edited.emit()

    def _size(self) -> tuple[float, int]:
        return (self.width() - _LEFT - 1) / _HOURS, (self.height() - _TOP - 1) // _DAYS

    def _cell(self, day: int, hour: int) -> QRect:
        width, height = self._size()
        left, right = _LEFT + round(hour * width), _LEFT + round((hour + 1) * width)
        return QRect(left, _TOP + day * height, right - left, height)

    def _day_at(self, place: QPoint) -> int | None:
        day = (place.y() - _TOP) // self._size()[1]
        return day if 0 <= day < _DAYS and place.y() >= _TOP else None

    def _hour_at(self, place: QPoint) -> int | None:
        hour = int((place.x() - _LEFT) // self._size()[0])
        return hour if 0 <= hour < _HOURS and place.x() >= _LEFT else None
