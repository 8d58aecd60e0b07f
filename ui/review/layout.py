"""Where the parts of the review page lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_LIST_WIDTH = 220
_TIMELINE_HEIGHT = 190


def arrange(
    page: QWidget, left: QWidget, over: tuple[QWidget, ...], below: QWidget, right: QWidget
) -> None:
    """``left``, ``over`` in a column above ``below``, and ``right``; every border can be moved.

    The second of ``over`` takes the room that the others leave.
    """
    upper = QWidget(page)
    column = QVBoxLayout(upper)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(over):
        column.addWidget(widget, 1 if place == 1 else 0)
    middle = QSplitter(Qt.Orientation.Vertical, page)
    middle.addWidget(upper)
    middle.addWidget(below)
    middle.setStretchFactor(0, 1)
    middle.setCollapsible(0, False)
    middle.setSizes([10_000, _TIMELINE_HEIGHT])
    whole = QSplitter(Qt.Orientation.Horizontal, page)
    for part in (left, middle, right):
        whole.addWidget(part)
    whole.setStretchFactor(1, 1)
    whole.setSizes([_LIST_WIDTH, 10_000, 0])
    for splitter in (middle, whole):
        splitter.setHandleWidth(1)
    layout = QHBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(whole)
