"""The keys of the holds page: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

HOLD_KEYS = (
    Key("hold-new", Where.HOLDS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Hold footage…")),
    Key("hold-prolong", Where.HOLDS, ("F2",), QT_TRANSLATE_NOOP("keys", "Prolong…")),
    Key("hold-release", Where.HOLDS, ("Del",), QT_TRANSLATE_NOOP("keys", "Release…")),
    Key("hold-watch", Where.HOLDS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Watch it")),
    Key("hold-find", Where.HOLDS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a hold")),
    Key("hold-leave", Where.HOLDS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Review")),
)
