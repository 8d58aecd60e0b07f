"""The keys of the tools that find a moment: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

FINDING_KEYS = (
    Key("finding-area", Where.REVIEW, ("E",), QT_TRANSLATE_NOOP("keys", "Changes in an area")),
    Key("finding-strip", Where.REVIEW, ("T",), QT_TRANSLATE_NOOP("keys", "A strip of pictures")),
    Key("finding-halving", Where.REVIEW, ("H",), QT_TRANSLATE_NOOP("keys", "Search by halves")),
    Key("finding-next", Where.REVIEW, ("F3",), QT_TRANSLATE_NOOP("keys", "Next moment of change")),
    Key(
        "finding-previous",
        Where.REVIEW,
        ("Shift+F3",),
        QT_TRANSLATE_NOOP("keys", "Moment of change before"),
    ),
    Key("area-left", Where.AREA, ("Left",), QT_TRANSLATE_NOOP("keys", "Move the area left")),
    Key("area-right", Where.AREA, ("Right",), QT_TRANSLATE_NOOP("keys", "Move the area right")),
    Key("area-up", Where.AREA, ("Up",), QT_TRANSLATE_NOOP("keys", "Move the area up")),
    Key("area-down", Where.AREA, ("Down",), QT_TRANSLATE_NOOP("keys", "Move the area down")),
    Key(
        "area-size-left", Where.AREA, ("Shift+Left",), QT_TRANSLATE_NOOP("keys", "A narrower area")
    ),
    Key("area-size-right", Where.AREA, ("Shift+Right",), QT_TRANSLATE_NOOP("keys", "A wider area")),
    Key("area-size-up", Where.AREA, ("Shift+Up",), QT_TRANSLATE_NOOP("keys", "A lower area")),
    Key("area-size-down", Where.AREA, ("Shift+Down",), QT_TRANSLATE_NOOP("keys", "A higher area")),
    Key(
        "area-search",
        Where.AREA,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Search for changes in the area"),
    ),
    Key("area-stop", Where.AREA, ("Ctrl+.",), QT_TRANSLATE_NOOP("keys", "Stop the search")),
    Key("strip-finer", Where.STRIP, ("+", "="), QT_TRANSLATE_NOOP("keys", "More pictures")),
    Key("strip-coarser", Where.STRIP, ("-",), QT_TRANSLATE_NOOP("keys", "Fewer pictures")),
    Key(
        "strip-fit", Where.STRIP, ("Ctrl+0",), QT_TRANSLATE_NOOP("keys", "As many pictures as fit")
    ),
    Key("halving-there", Where.HALVING, ("Y", "C"), QT_TRANSLATE_NOOP("keys", "It is still there")),
    Key("halving-gone", Where.HALVING, ("N", "K"), QT_TRANSLATE_NOOP("keys", "It is gone")),
    Key(
        "halving-skip",
        Where.HALVING,
        ("S",),
        QT_TRANSLATE_NOOP("keys", "Cannot tell: another picture"),
    ),
    Key(
        "halving-undo",
        Where.HALVING,
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("keys", "Take the answer back"),
    ),
    Key("halving-end", Where.HALVING, ("Ctrl+.",), QT_TRANSLATE_NOOP("keys", "Give the search up")),
)
