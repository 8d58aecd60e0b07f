"""What tests put into the boxes of a form where nobody has to type it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from ui.find_box import FindBox
from ui.fleet.fields import FormField


def put(field: FormField, text: str) -> None:
    """Let this stand in a box for one line."""
    assert isinstance(field.box, QLineEdit)
    field.box.setText(text)


def choose(field: FormField, place: int) -> None:
    """The entry at ``place``, from 0, of a box that drops down."""
    assert isinstance(field.box, QComboBox)
    field.box.setCurrentIndex(place)


def pick(field: FormField, key: int) -> None:
    """What the field finds by its letters, by its key."""
    assert isinstance(field.box, FindBox)
    field.box.pick(key)
