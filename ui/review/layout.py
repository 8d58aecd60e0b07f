"""Where the parts of the review page lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.review.rows import FLAGS, HIGH, RULER, SUM

_LIST_WIDTH = 220
_DRAWN = -2  # in place of a number of rows: an officer drew the border himself
_TIMELINE_HEIGHT = 190  # at most, on a small screen
_SHARE = 4  # and of a large one not more than a quarter
_AIR = 12  # below the last row


class Floors(QSplitter):
    """Pictures above the timeline, which is as high as its rows need, or as somebody drew it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = -1
        self.splitterMoved.connect(lambda *_: self._leave())

    def fit(self, rows: int) -> None:
        """The timeline has ``rows`` rows from now on: pictures get the room that it leaves."""
        if rows != self._rows and self._rows != _DRAWN:
            self._rows = rows
            need = RULER + FLAGS + SUM + max(1, rows) * HIGH + _AIR
            most = max(_TIMELINE_HEIGHT, self.height() // _SHARE)
            self.setSizes([10_000, min(need, most)])

    def _leave(self) -> None:
        self._rows = _DRAWN


def arrange(
    page: QWidget, left: QWidget, over: tuple[QWidget, ...], below: QWidget, right: QWidget
) -> Floors:
    """``left``, ``over`` in a column above ``below``; every border can be moved.

    The second of ``over`` takes the room that the others leave.  ``right`` lies beside the first
    two: the strips below them need all the width of a small screen.
    """
    first, second, *others = over
    beside = QSplitter(Qt.Orientation.Horizontal, page)
    beside.addWidget(_column(beside, (first, second), 1))
    beside.addWidget(right)
    beside.setStretchFactor(0, 1)
    beside.setCollapsible(1, False)
    middle = Floors(page)
    middle.addWidget(_column(middle, (beside, *others), 0))
    middle.addWidget(below)
    middle.setStretchFactor(0, 1)
    middle.setCollapsible(0, False)
    middle.fit(1)
    whole = QSplitter(Qt.Orientation.Horizontal, page)
    whole.addWidget(left)
    whole.addWidget(middle)
    whole.setStretchFactor(1, 1)
    whole.setSizes([_LIST_WIDTH, 10_000])
    for splitter in (beside, middle, whole):
        splitter.setHandleWidth(1)
    layout = QHBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(whole)
    return middle


def _column(parent: QWidget, widgets: tuple[QWidget, ...], greedy: int) -> QWidget:
    """``widgets`` below each other; one of them takes all the room."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 1 if place == greedy else 0)
    return made
