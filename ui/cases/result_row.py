"""Paints a result: its still, what it says with the words that were looked for, when and where."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.finding_results import Result, Said
from db.case_records import IncidentState, Severity
from db.find_records import FoundKind
from ui import theme
from ui.case_words import severity_word, state_word
from ui.cases.find_words import about_words, result_number, title_words
from ui.cases.still_pictures import StillPictures
from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours
from ui.ward import Ward

STILL = QSize(112, 63)
HEIGHT = 80
_EDGE, _GAP = 8, 12
_DOTS = "… "
_TITLE_PX = 14
_BEFORE_MARK = 24  # letters of a long text in front of the first word that was looked for
_STATE_COLOURS = {
    IncidentState.DRAFT: "off",
    IncidentState.SUBMITTED: "accent",
    IncidentState.RETURNED: "ill",
    IncidentState.APPROVED: "good",
    IncidentState.CLOSED: "off",
}
_SEVERITY_COLOURS = {Severity.SERIOUS: "ill", Severity.URGENT: "alarm"}
_Index = QModelIndex | QPersistentModelIndex


class ResultRow(QStyledItemDelegate):
    """One row of the list; ``width`` is that of the list."""

    def __init__(
        self, pictures: StillPictures, colours: Colours, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.colours = colours
        self.ward = Ward()
        self.width = 400
        self._pictures = pictures

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self.width, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        result = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(result, Result):
            return
        painter.save()
        self._paint_ground(painter, option)
        box = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        still = QRect(QPoint(box.left(), box.center().y() - STILL.height() // 2), STILL)
        self._paint_still(painter, still, result)
        self._paint_words(painter, box.adjusted(STILL.width() + _GAP, 8, -4, -8), result)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, rect = option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.colours.picked))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.colours.raised))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), self._of("accent"))
        painter.setPen(QColor(self.colours.raised))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_still(self, painter: QPainter, box: QRect, result: Result) -> None:
        picture = None if result.still is None else self._pictures.picture(result.still)
        painter.fillRect(box, QColor(self.colours.ground))
        if picture is not None and not picture.isNull():
            size = picture.deviceIndependentSize().toSize()
            place = box.center() - QPoint(size.width() // 2, size.height() // 2) + QPoint(1, 1)
            painter.drawPixmap(place, picture)
            return
        name = "bookmark" if result.kind is FoundKind.BOOKMARK else "cases"
        at = QRect(box.center() - QPoint(12, 12), QSize(24, 24))
        icon(name, self.colours.off).paint(painter, at)

    def _paint_words(self, painter: QPainter, box: QRect, result: Result) -> None:
        title, small = theme.font(_TITLE_PX, bold=True), theme.font()
        first = QRect(box.left(), box.top(), box.width(), 20)
        first.setRight(self._paint_state(painter, first, small, result) - _GAP)
        number = result_number(result)
        if number:
            painter.setFont(small)
            painter.setPen(self._of("dim"))
            width = QFontMetrics(small).horizontalAdvance(number)
            painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, number)
            first.setLeft(first.left() + width + 8)
        said = result.said[0] if result.said else Said(title_words(result), ())
        self._paint_said(painter, first, title, said, "text" if result.said else "dim")
        about = QRect(box.left(), box.top() + 22, box.width(), 20)
        painter.setFont(small)
        painter.setPen(self._of("dim"))
        words = about_words(result, self.ward)
        painter.drawText(about, Qt.AlignmentFlag.AlignVCenter, _cut(small, words, about.width()))
        other = _other(result)
        if other is not None:
            last = QRect(box.left(), box.top() + 44, box.width(), 20)
            self._paint_said(painter, last, small, other, "text" if other.marks else "dim")

    def _paint_state(self, painter: QPainter, line: QRect, font: QFont, result: Result) -> int:
        """How much it matters and where it stands, at the right; returns where that begins."""
        left = line.right()
        painter.setFont(font)
        told = []
        if result.state is not None:
            told.append((state_word(result.state), _STATE_COLOURS[result.state]))
        if result.severity in _SEVERITY_COLOURS:
            told.append((severity_word(result.severity), _SEVERITY_COLOURS[result.severity]))
        for words, colour in told:
            width = QFontMetrics(font).horizontalAdvance(words)
            left -= width
            painter.setPen(self._of(colour if colour != "off" else "dim"))
            place = QRect(left, line.top(), width + 2, line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left -= 16
        return left

    def _paint_said(
        self, painter: QPainter, line: QRect, font: QFont, said: Said, colour: str
    ) -> None:
        """A text on one line, its marks under a tint; what is too long begins near the first."""
        text, marks = " ".join(said.text.splitlines()), said.marks
        if len(text) == len(said.text) and marks:
            text, marks = _from_mark(font, text, marks, line.width())
        shown = _cut(font, text, line.width())
        tint = QColor(self.colours.accent)
        tint.setAlpha(90)
        layout = QTextLayout(shown, font)
        made = []
        for start, end in marks:
            if start < len(shown):
                span = QTextLayout.FormatRange()
                span.start, span.length = start, min(end, len(shown)) - start
                its = QTextCharFormat()
                its.setBackground(QBrush(tint))
                span.format = its
                made.append(span)
        layout.setFormats(made)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        painter.setPen(self._of(colour))
        layout.draw(painter, line.topLeft())

    def _of(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))


def _other(result: Result) -> Said | None:
    """What else it says: where a word was found, or what stands there."""
    others = result.said[1:]
    marked = next((said for said in others if said.marks), None)
    return marked or next(iter(others), None)


def _cut(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _from_mark(
    font: QFont, text: str, marks: tuple[tuple[int, int], ...], width: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """``text`` from a little before its first mark on, where that would not be in sight."""
    start, end = marks[0]
    if QFontMetrics(font).horizontalAdvance(text[:end]) < width * 0.8:
        return text, marks
    begin = max(text.rfind(" ", 0, max(0, start - _BEFORE_MARK)) + 1, 0)
    moved = len(_DOTS) - begin
    return _DOTS + text[begin:], tuple((a + moved, b + moved) for a, b in marks)
