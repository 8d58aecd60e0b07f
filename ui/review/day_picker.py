"""A calendar that underlines the days of which there is footage."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from db.records import Span
from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours
from ui.words import translate

_LINE = 3  # pixels


class DayPicker(QFrame):
    """Pops up, shows a month, and goes when a day was chosen (Esc: without)."""

    picked = Signal(date)
    turned = Signal(object)  # another month is in sight: its Span

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.calendar = _Calendar(colours, self)
        self.calendar.activated.connect(self._on_picked)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.currentPageChanged.connect(self._on_turned)
        self._legend = QLabel(self.tr("Underlined: there is footage"), self)
        self._legend.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        column.addWidget(self._legend)

    @property
    def month(self) -> Span:
        """The month in sight, in the zone of the station PC."""
        calendar = self.calendar
        first = date(calendar.yearShown(), calendar.monthShown(), 1)
        after = (first + timedelta(days=32)).replace(day=1)
        return Span(midnight(first), midnight(after))

    def set_days(self, days: Collection[date]) -> None:
        """These days have footage."""
        self.calendar.days = frozenset(days)
        self.calendar.setAccessibleDescription(
            self.tr("Days with footage this month: {days}").format(
                days=", ".join(str(day.day) for day in sorted(days)) or "0"
            )
        )
        self.calendar.update()
        self.calendar.updateCells()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.calendar.set_colours(colours)

    def pop_up(self, at: QPoint, day: date, newest: date) -> None:
        """Show the month of ``day``; nothing after ``newest`` can be chosen."""
        self.calendar.setMaximumDate(QDate(newest.year, newest.month, newest.day))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.turned.emit(self.month)
        self.adjustSize()
        self.move(at - QPoint(0, self.height()))
        self.show()
        self.calendar.setFocus()

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    @Slot(int, int)
    def _on_turned(self, _year: int, _month: int) -> None:
        if self.isVisible():
            self.set_days(())
            self.turned.emit(self.month)


class _Calendar(QCalendarWidget):
    """Qt's, with a line under some days."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.days: frozenset[date] = frozenset()
        self.setAccessibleName(self.tr("Choose a day"))
        self.setLocale(QLocale(translate("review", "en_GB")))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMinimumSize(320, 260)
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._line, self._dim = QColor(colours.good), QColor(colours.dim)
        for name, shape in (("prev", "previous"), ("next", "next")):
            turn = self.findChild(QToolButton, f"qt_calendar_{name}month")
            assert turn is not None  # these are Qt's names, the same since Qt 4
            turn.setIcon(icon(shape, colours.text))
        plain = QTextCharFormat()
        plain.setForeground(QColor(colours.text))
        plain.setBackground(QColor(colours.surface))
        self.setHeaderTextFormat(plain)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)

    @override
    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        if day.month() != self.monthShown():
            return  # a day of another month would be taken for one of this
        if day > self.maximumDate():
            painter.setPen(self._dim)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
            return
        super().paintCell(painter, rect, day)
        if date(day.year(), day.month(), day.day()) in self.days:
            wide = min(24, rect.width() - 8)
            left = rect.center().x() - wide // 2
            painter.fillRect(QRect(left, rect.bottom() - _LINE - 3, wide, _LINE), self._line)


def midnight(day: date) -> datetime:
    """Where a day begins in the zone of the station PC."""
    return datetime(day.year, day.month, day.day).astimezone()
