"""The keys of what is recorded: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

RECORDING_KEYS = (
    Key(
        "recording-rule",
        Where.SETTINGS,
        ("F6",),
        QT_TRANSLATE_NOOP("keys", "Change what is recorded…"),
    ),
    Key(
        "date-right",
        Where.SETTINGS,
        ("F8",),
        QT_TRANSLATE_NOOP("keys", "The PC's date is right…"),
    ),
    Key("volume-new", Where.VOLUMES, ("Ins",), QT_TRANSLATE_NOOP("keys", "Add a footage folder…")),
    Key(
        "volume-first",
        Where.VOLUMES,
        ("Ctrl+Up",),
        QT_TRANSLATE_NOOP("keys", "Write to this folder first"),
    ),
    Key(
        "volume-retire",
        Where.VOLUMES,
        ("Ctrl+D",),
        QT_TRANSLATE_NOOP("keys", "Write nothing new to this folder, or write again"),
    ),
    Key("volume-forget", Where.VOLUMES, ("Del",), QT_TRANSLATE_NOOP("keys", "Forget this folder")),
    Key(
        "volume-reserve",
        Where.VOLUMES,
        ("F2",),
        QT_TRANSLATE_NOOP("keys", "Leave free…"),
    ),
    Key(
        "volume-lost",
        Where.VOLUMES,
        ("Shift+Del",),
        QT_TRANSLATE_NOOP("keys", "Disk is lost…"),
    ),
)
