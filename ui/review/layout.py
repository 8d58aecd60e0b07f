"""Where the parts of the review page lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_LIST_WIDTH = 220
_TIMELINE_HEIGHT = 190


def arrange(
    page: QWidget, left: QWidget, over: tuple[QWidget, ...], below: QWidget, right: QWidget
) -> None:
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
    middle = QSplitter(Qt.Orientation.Vertical, page)
    middle.addWidget(_column(middle, (beside, *others), 0))
    middle.addWidget(below)
    middle.setStretchFactor(0, 1)
    middle.setCollapsible(0, False)
    middle.setSizes([10_000, _TIMELINE_HEIGHT])
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


def _column(parent: QWidget, widgets: tuple[QWidget, ...], greedy: int) -> QWidget:
    """``widgets`` below each other; one of them takes all the room."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 1 if place == greedy else 0)
    return made
