"""How large a dialog with a picture in it is: nearly as its window, for the picture's sake."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_LEAST = QSize(1000, 640)
_USUAL = QSize(1280, 700)
_SHARE = 0.94


def size_beside(parent: QWidget | None) -> QSize:
    """Of a dialog over ``parent``'s window."""
    if parent is None:
        return _USUAL
    window = parent.window().size()
    wide, high = round(window.width() * _SHARE), round(window.height() * _SHARE)
    return QSize(wide, high).expandedTo(_LEAST)
