"""The keys of the tools that find a moment: rows of the table in ``ui.keys``."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP

FINDING_KEYS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("finding-area", "review", ("E",), QT_TRANSLATE_NOOP("keys", "Changes in an area")),
    ("finding-strip", "review", ("T",), QT_TRANSLATE_NOOP("keys", "A strip of pictures")),
    ("finding-halving", "review", ("H",), QT_TRANSLATE_NOOP("keys", "Search by halves")),
    ("finding-next", "review", ("F3",), QT_TRANSLATE_NOOP("keys", "Next moment of change")),
    (
        "finding-previous",
        "review",
        ("Shift+F3",),
        QT_TRANSLATE_NOOP("keys", "Moment of change before"),
    ),
    ("area-left", "area", ("Left",), QT_TRANSLATE_NOOP("keys", "Move the area left")),
    ("area-right", "area", ("Right",), QT_TRANSLATE_NOOP("keys", "Move the area right")),
    ("area-up", "area", ("Up",), QT_TRANSLATE_NOOP("keys", "Move the area up")),
    ("area-down", "area", ("Down",), QT_TRANSLATE_NOOP("keys", "Move the area down")),
    ("area-size-left", "area", ("Shift+Left",), QT_TRANSLATE_NOOP("keys", "A narrower area")),
    ("area-size-right", "area", ("Shift+Right",), QT_TRANSLATE_NOOP("keys", "A wider area")),
    ("area-size-up", "area", ("Shift+Up",), QT_TRANSLATE_NOOP("keys", "A lower area")),
    ("area-size-down", "area", ("Shift+Down",), QT_TRANSLATE_NOOP("keys", "A higher area")),
    (
        "area-search",
        "area",
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Search for changes in the area"),
    ),
    ("area-stop", "area", ("Ctrl+.",), QT_TRANSLATE_NOOP("keys", "Stop the search")),
    ("strip-finer", "strip", ("+", "="), QT_TRANSLATE_NOOP("keys", "More pictures")),
    ("strip-coarser", "strip", ("-",), QT_TRANSLATE_NOOP("keys", "Fewer pictures")),
    ("strip-fit", "strip", ("Ctrl+0",), QT_TRANSLATE_NOOP("keys", "As many pictures as fit")),
    ("halving-there", "halving", ("Y", "C"), QT_TRANSLATE_NOOP("keys", "It is still there")),
    ("halving-gone", "halving", ("N", "K"), QT_TRANSLATE_NOOP("keys", "It is gone")),
    (
        "halving-skip",
        "halving",
        ("S",),
        QT_TRANSLATE_NOOP("keys", "Cannot tell: another picture"),
    ),
    ("halving-undo", "halving", ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Take the answer back")),
    ("halving-end", "halving", ("Ctrl+.",), QT_TRANSLATE_NOOP("keys", "Give the search up")),
)
