"""The keys of the pages of cases: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.keys_of_inbox import INBOX_KEYS
from ui.words import QT_TRANSLATE_NOOP

CASE_KEYS = (
    Key("page-cases", Where.WINDOW, ("Ctrl+3",), QT_TRANSLATE_NOOP("keys", "Cases")),
    Key("find-all", Where.WINDOW, ("Ctrl+K",), QT_TRANSLATE_NOOP("keys", "Find anything")),
    Key("cases-inbox", Where.CASES, ("Alt+1",), QT_TRANSLATE_NOOP("keys", "Inbox")),
    Key("cases-morning", Where.CASES, ("Alt+2",), QT_TRANSLATE_NOOP("keys", "This morning")),
    Key("cases-cases", Where.CASES, ("Alt+3",), QT_TRANSLATE_NOOP("keys", "All cases")),
    Key("cases-find", Where.CASES, ("Alt+4",), QT_TRANSLATE_NOOP("keys", "Search")),
    *INBOX_KEYS,
)
