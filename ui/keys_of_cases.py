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
    Key("incident-save", Where.INCIDENT, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Save")),
    Key(
        "incident-forward",
        Where.INCIDENT,
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("keys", "Submit, or approve"),
    ),
    Key(
        "incident-return",
        Where.INCIDENT,
        ("Ctrl+R",),
        QT_TRANSLATE_NOOP("keys", "Return with a reason…"),
    ),
    Key(
        "incident-close",
        Where.INCIDENT,
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        QT_TRANSLATE_NOOP("keys", "Close the incident"),
    ),
    Key(
        "incident-reopen",
        Where.INCIDENT,
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("keys", "Reopen with a reason…"),
    ),
    Key(
        "incident-people",
        Where.INCIDENT,
        ("Ctrl+I",),
        QT_TRANSLATE_NOOP("keys", "Show persons and vehicles"),
    ),
    Key("incident-mine", Where.INCIDENT, ("Ctrl+M",), QT_TRANSLATE_NOOP("keys", "Keep mine")),
    Key(
        "incident-theirs",
        Where.INCIDENT,
        ("Ctrl+Shift+M",),
        QT_TRANSLATE_NOOP("keys", "Take theirs"),
    ),
    Key(
        "incident-beside",
        Where.INCIDENT,
        ("F6",),
        QT_TRANSLATE_NOOP("keys", "Between the text and the parts beside it"),
    ),
    Key(
        "incident-next-part",
        Where.INCIDENT,
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("keys", "Next part of the incident"),
    ),
    Key(
        "incident-previous-part",
        Where.INCIDENT,
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("keys", "Previous part of the incident"),
    ),
    *INBOX_KEYS,
)
