"""Marks and looks up words of the screen where there is no ``self.tr``.

``pyside6-lupdate`` finds words by the names of these two functions, so they keep Qt's names.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 -- see above
    """Mark ``text`` in a table; ``translate`` looks it up when it is shown.

    Qt's own says that it returns an object.
    """
    return text


def translate(context: str, text: str) -> str:
    """``text`` in the language of the screen."""
    return QCoreApplication.translate(context, text)
