"""The keys of the holds page: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

HOLD_KEYS = (
    Key("hold-new", Where.HOLDS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Hold footage…")),
    Key("hold-prolong", Where.HOLDS, ("F2",), QT_TRANSLATE_NOOP("keys", "Prolong…")),
    Key("hold-release", Where.HOLDS, ("Del",), QT_TRANSLATE_NOOP("keys", "Release…")),
    Key("hold-watch", Where.HOLDS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Watch it")),
    Key("hold-gone", Where.HOLDS, ("D",), QT_TRANSLATE_NOOP("keys", "What it kept…")),
    Key("hold-case", Where.HOLDS, ("O",), QT_TRANSLATE_NOOP("keys", "Its case…")),
    Key("hold-find", Where.HOLDS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a hold")),
    Key("hold-leave", Where.HOLDS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Review")),
    Key(
        "case-hold-prolong",
        Where.CASE_HOLDS,
        ("F2",),
        QT_TRANSLATE_NOOP("keys", "Hold it for longer…"),
    ),
    Key(
        "case-hold-release",
        Where.CASE_HOLDS,
        ("Del",),
        QT_TRANSLATE_NOOP("keys", "Release all of it…"),
    ),
    Key(
        "case-hold-watch",
        Where.CASE_HOLDS,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Watch it"),
    ),
    Key("case-hold-gone", Where.CASE_HOLDS, ("D",), QT_TRANSLATE_NOOP("keys", "What it kept…")),
)
