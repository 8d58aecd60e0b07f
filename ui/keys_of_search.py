"""The keys of the search page: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

SEARCH_KEYS = (
    Key("find-box", Where.SEARCH, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "What to look for")),
    Key("find-side", Where.SEARCH, ("F6",), QT_TRANSLATE_NOOP("keys", "Narrow down")),
    Key("find-again", Where.SEARCH, ("F5",), QT_TRANSLATE_NOOP("keys", "Search again")),
    Key("find-save", Where.SEARCH, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Save this search…")),
    Key("find-open", Where.RESULTS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    Key("find-play", Where.RESULTS, ("Space", "P"), QT_TRANSLATE_NOOP("keys", "Play its footage")),
    Key("find-join", Where.RESULTS, ("Ins", "A"), QT_TRANSLATE_NOOP("keys", "Add to a case…")),
    Key("find-unsay", Where.CHIPS, ("Del", "Backspace"), QT_TRANSLATE_NOOP("keys", "Without this")),
    Key("saved-rename", Where.SAVED, ("F2",), QT_TRANSLATE_NOOP("keys", "Rename…")),
    Key("saved-remove", Where.SAVED, ("Del",), QT_TRANSLATE_NOOP("keys", "Remove this search")),
    Key("saved-undo", Where.SAVED, ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Bring it back")),
)
