"""Dialogs that are open when the screen is locked: out of sight, and back when it is unlocked."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

_MARK = "put-aside"


def put_aside(window: QWidget) -> None:
    """Hide every open dialog of ``window``; what was typed stays in it."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.setProperty(_MARK, True)
            dialog.hide()


def bring_back(window: QWidget) -> None:
    """Show again what was put aside."""
    for dialog in window.findChildren(QDialog):
        if dialog.property(_MARK):
            dialog.setProperty(_MARK, None)
            dialog.show()


def throw_away(window: QWidget) -> None:
    """Close what was put aside: whoever opened it is gone."""
    for dialog in window.findChildren(QDialog):
        if dialog.property(_MARK):
            dialog.setProperty(_MARK, None)
            dialog.done(QDialog.DialogCode.Rejected)
            dialog.deleteLater()
