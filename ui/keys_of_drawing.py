"""The keys that draw on a bookmark's still: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

DRAWING_KEYS = (
    Key("draw-box", Where.DRAWING, ("1",), QT_TRANSLATE_NOOP("keys", "Box")),
    Key("draw-arrow", Where.DRAWING, ("2",), QT_TRANSLATE_NOOP("keys", "Arrow")),
    Key("draw-mask", Where.DRAWING, ("3",), QT_TRANSLATE_NOOP("keys", "Black out")),
    Key(
        "draw-put",
        Where.DRAWING,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Put one in the middle"),
    ),
    Key("draw-next", Where.DRAWING, ("PgDown",), QT_TRANSLATE_NOOP("keys", "Next figure")),
    Key("draw-previous", Where.DRAWING, ("PgUp",), QT_TRANSLATE_NOOP("keys", "Figure before")),
    Key("draw-left", Where.DRAWING, ("Left",), QT_TRANSLATE_NOOP("keys", "Move left")),
    Key("draw-right", Where.DRAWING, ("Right",), QT_TRANSLATE_NOOP("keys", "Move right")),
    Key("draw-up", Where.DRAWING, ("Up",), QT_TRANSLATE_NOOP("keys", "Move up")),
    Key("draw-down", Where.DRAWING, ("Down",), QT_TRANSLATE_NOOP("keys", "Move down")),
    Key("draw-narrower", Where.DRAWING, ("Shift+Left",), QT_TRANSLATE_NOOP("keys", "Narrower")),
    Key("draw-wider", Where.DRAWING, ("Shift+Right",), QT_TRANSLATE_NOOP("keys", "Wider")),
    Key("draw-lower", Where.DRAWING, ("Shift+Up",), QT_TRANSLATE_NOOP("keys", "Lower")),
    Key("draw-higher", Where.DRAWING, ("Shift+Down",), QT_TRANSLATE_NOOP("keys", "Higher")),
    Key("draw-remove", Where.DRAWING, ("Del", "Backspace"), QT_TRANSLATE_NOOP("keys", "Remove it")),
    Key("draw-undo", Where.DRAWING, ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Undo")),
    Key("draw-redo", Where.DRAWING, ("Ctrl+Y", "Ctrl+Shift+Z"), QT_TRANSLATE_NOOP("keys", "Redo")),
    Key(
        "draw-camera-on",
        Where.DRAWING,
        ("Alt+Right",),
        QT_TRANSLATE_NOOP("keys", "Picture of the next camera"),
    ),
    Key(
        "draw-camera-back",
        Where.DRAWING,
        ("Alt+Left",),
        QT_TRANSLATE_NOOP("keys", "Picture of the camera before"),
    ),
    Key("draw-keep", Where.DRAWING, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep the drawing")),
)
