"""The keys of categories, phrases and the ward plan: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

VOCABULARY_KEYS = (
    Key(
        "settings-categories",
        Where.SETTINGS,
        ("Ctrl+M",),
        QT_TRANSLATE_NOOP("keys", "Categories of incidents…"),
    ),
    Key(
        "settings-phrases",
        Where.SETTINGS,
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("keys", "Phrases and places…"),
    ),
    Key(
        "category-add",
        Where.CATEGORIES,
        ("Ins", "N"),
        QT_TRANSLATE_NOOP("keys", "New category…"),
    ),
    Key("category-change", Where.CATEGORIES, ("F2",), QT_TRANSLATE_NOOP("keys", "Change…")),
    Key(
        "category-retire",
        Where.CATEGORIES,
        ("Del",),
        QT_TRANSLATE_NOOP("keys", "Use it no more, or again"),
    ),
    Key("category-up", Where.CATEGORIES, ("Alt+Up",), QT_TRANSLATE_NOOP("keys", "Further up")),
    Key(
        "category-down", Where.CATEGORIES, ("Alt+Down",), QT_TRANSLATE_NOOP("keys", "Further down")
    ),
    Key(
        "category-find", Where.CATEGORIES, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a category")
    ),
    Key("category-leave", Where.CATEGORIES, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Settings")),
    Key("phrase-add", Where.PHRASES, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "New phrase…")),
    Key("phrase-change", Where.PHRASES, ("F2",), QT_TRANSLATE_NOOP("keys", "Change…")),
    Key("phrase-remove", Where.PHRASES, ("Del",), QT_TRANSLATE_NOOP("keys", "Remove")),
    Key("phrase-undo", Where.PHRASES, ("Ctrl+Z",), QT_TRANSLATE_NOOP("keys", "Bring it back")),
    Key("phrase-import", Where.PHRASES, ("Ctrl+O",), QT_TRANSLATE_NOOP("keys", "Import a list…")),
    Key("phrase-export", Where.PHRASES, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Export the list…")),
    Key("phrase-try", Where.PHRASES, ("F5",), QT_TRANSLATE_NOOP("keys", "Try a code")),
    Key("phrase-find", Where.PHRASES, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a phrase")),
    Key("phrase-leave", Where.PHRASES, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Settings")),
    Key(
        "settings-plan",
        Where.SETTINGS,
        ("Ctrl+Shift+P",),
        QT_TRANSLATE_NOOP("keys", "Choose the ward plan…"),
    ),
    Key("spot-clear", Where.SPOT, ("Del",), QT_TRANSLATE_NOOP("keys", "No spot")),
    Key("spot-closer", Where.SPOT, ("+", "="), QT_TRANSLATE_NOOP("keys", "Closer")),
    Key("spot-further", Where.SPOT, ("-",), QT_TRANSLATE_NOOP("keys", "Further")),
    Key("spot-whole", Where.SPOT, ("0",), QT_TRANSLATE_NOOP("keys", "The whole plan")),
)
