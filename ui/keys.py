"""Every key of the window, in one table: actions, tooltips and the test against doubles read it.

A key that prints a letter or digit acts only when no text field has the focus: Qt offers it to
the field first, and a field takes it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.key import Key, Where
from ui.keys_of_case_list import CASE_LIST_KEYS, DRAFT_CASE_KEYS, PART_KEYS
from ui.keys_of_cases import CASE_KEYS
from ui.keys_of_drawing import DRAWING_KEYS
from ui.keys_of_evidence import EVIDENCE_KEYS
from ui.keys_of_finding import FINDING_KEYS
from ui.keys_of_holds import HOLD_KEYS
from ui.keys_of_marks import MARK_KEYS
from ui.keys_of_masks import PEEK_KEYS
from ui.keys_of_packages import PACKAGE_KEYS
from ui.keys_of_people import PEOPLE_KEYS
from ui.keys_of_recording import RECORDING_KEYS
from ui.keys_of_review import EXHIBIT_KEYS, REVIEW_KEYS
from ui.keys_of_search import SEARCH_KEYS
from ui.keys_of_vocabulary import VOCABULARY_KEYS
from ui.words import QT_TRANSLATE_NOOP, translate

__all__ = ["KEYS", "Key", "Where", "action", "hint_of", "key_of", "words_of"]

KEYS = (
    Key("page-wall", Where.WINDOW, ("Ctrl+1",), QT_TRANSLATE_NOOP("keys", "Wall")),
    Key("page-review", Where.WINDOW, ("Ctrl+2",), QT_TRANSLATE_NOOP("keys", "Review")),
    Key("page-devices", Where.WINDOW, ("Ctrl+6",), QT_TRANSLATE_NOOP("keys", "Devices")),
    Key("page-officers", Where.WINDOW, ("Ctrl+7",), QT_TRANSLATE_NOOP("keys", "Officers")),
    Key("lock", Where.WINDOW, ("Ctrl+L", "F12"), QT_TRANSLATE_NOOP("keys", "Lock the screen")),
    Key(
        "own-password",
        Where.WINDOW,
        ("Ctrl+Shift+K",),
        QT_TRANSLATE_NOOP("keys", "Change your password"),
    ),
    Key("sign-out", Where.WINDOW, ("Ctrl+Shift+L",), QT_TRANSLATE_NOOP("keys", "Sign out")),
    Key("page-audit", Where.WINDOW, ("Ctrl+8",), QT_TRANSLATE_NOOP("keys", "Log")),
    Key("page-settings", Where.WINDOW, ("Ctrl+9",), QT_TRANSLATE_NOOP("keys", "Settings")),
    Key("full-screen", Where.WINDOW, ("F11",), QT_TRANSLATE_NOOP("keys", "Full screen")),
    Key("theme", Where.WINDOW, ("Ctrl+T",), QT_TRANSLATE_NOOP("keys", "Next theme")),
    Key("side-panel", Where.WALL, ("F4",), QT_TRANSLATE_NOOP("keys", "Show or hide the list")),
    Key("search", Where.WALL, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a camera")),
    Key("grid-1", Where.WALL, ("Alt+1",), QT_TRANSLATE_NOOP("keys", "1 camera")),
    Key("grid-4", Where.WALL, ("Alt+2",), QT_TRANSLATE_NOOP("keys", "4 cameras")),
    Key("grid-9", Where.WALL, ("Alt+3",), QT_TRANSLATE_NOOP("keys", "9 cameras")),
    Key("grid-16", Where.WALL, ("Alt+4",), QT_TRANSLATE_NOOP("keys", "16 cameras")),
    Key("grid-25", Where.WALL, ("Alt+5",), QT_TRANSLATE_NOOP("keys", "25 cameras")),
    Key("grid-36", Where.WALL, ("Alt+6",), QT_TRANSLATE_NOOP("keys", "36 cameras")),
    Key("grid-64", Where.WALL, ("Alt+7",), QT_TRANSLATE_NOOP("keys", "64 cameras")),
    Key("grid-81", Where.WALL, ("Alt+8",), QT_TRANSLATE_NOOP("keys", "81 cameras")),
    Key("all", Where.WALL, ("A",), QT_TRANSLATE_NOOP("keys", "All cameras")),
    Key(
        "next-page",
        Where.WALL,
        ("PgDown", "Alt+Right"),
        QT_TRANSLATE_NOOP("keys", "Next page"),
    ),
    Key(
        "previous-page",
        Where.WALL,
        ("PgUp", "Alt+Left"),
        QT_TRANSLATE_NOOP("keys", "Previous page"),
    ),
    Key("left", Where.TILES, ("Left",), QT_TRANSLATE_NOOP("keys", "Choose the tile on the left")),
    Key(
        "right", Where.TILES, ("Right",), QT_TRANSLATE_NOOP("keys", "Choose the tile on the right")
    ),
    Key("up", Where.TILES, ("Up",), QT_TRANSLATE_NOOP("keys", "Choose the tile above")),
    Key("down", Where.TILES, ("Down",), QT_TRANSLATE_NOOP("keys", "Choose the tile below")),
    Key("enter", Where.TILES, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    *(
        Key(f"digit-{digit}", Where.WALL, (digit,), QT_TRANSLATE_NOOP("keys", "Camera number"))
        for digit in "0123456789"
    ),
    Key("one", Where.WALL, ("F",), QT_TRANSLATE_NOOP("keys", "One camera and back")),
    Key("figures", Where.WALL, ("I",), QT_TRANSLATE_NOOP("keys", "Figures of the chosen camera")),
    Key("review-one", Where.WALL, ("X",), QT_TRANSLATE_NOOP("keys", "Review the chosen camera")),
    Key(
        "review-page",
        Where.WALL,
        ("Shift+X",),
        QT_TRANSLATE_NOOP("keys", "Review the cameras of this page"),
    ),
    *CASE_KEYS,
    *EVIDENCE_KEYS,
    *CASE_LIST_KEYS,
    *PART_KEYS,
    *DRAFT_CASE_KEYS,
    *SEARCH_KEYS,
    *MARK_KEYS,
    *DRAWING_KEYS,
    *PEEK_KEYS,
    *REVIEW_KEYS,
    *EXHIBIT_KEYS,
    *HOLD_KEYS,
    *FINDING_KEYS,
    *PEOPLE_KEYS,
    *PACKAGE_KEYS,
    Key("back", Where.WINDOW, ("Esc",), QT_TRANSLATE_NOOP("keys", "One step back")),
    Key("add", Where.DEVICES, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Add a camera")),
    Key("change", Where.DEVICES, ("F2",), QT_TRANSLATE_NOOP("keys", "Change")),
    Key("remove", Where.DEVICES, ("Del",), QT_TRANSLATE_NOOP("keys", "Remove")),
    Key("recording", Where.DEVICES, ("F6",), QT_TRANSLATE_NOOP("keys", "Recording")),
    Key("import", Where.DEVICES, ("Ctrl+O",), QT_TRANSLATE_NOOP("keys", "Import a list")),
    Key("export", Where.DEVICES, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Export the list")),
    Key("filter", Where.DEVICES, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a camera")),
    Key("audit-find", Where.AUDIT, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find in the log")),
    Key("audit-verify", Where.AUDIT, ("F5",), QT_TRANSLATE_NOOP("keys", "Verify the log")),
    Key("audit-export", Where.AUDIT, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Export the log")),
    Key("audit-newest", Where.AUDIT, ("Ctrl+Home",), QT_TRANSLATE_NOOP("keys", "Newest entries")),
    Key("settings-keep", Where.SETTINGS, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep")),
    Key("settings-undo", Where.SETTINGS, ("Ctrl+R",), QT_TRANSLATE_NOOP("keys", "As it was")),
    Key("settings-backups", Where.SETTINGS, ("Ctrl+B",), QT_TRANSLATE_NOOP("keys", "Backups…")),
    *RECORDING_KEYS,
    *VOCABULARY_KEYS,
    Key("backup-now", Where.BACKUPS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Back up now")),
    Key(
        "backup-restore",
        Where.BACKUPS,
        ("Ctrl+R",),
        QT_TRANSLATE_NOOP("keys", "Go back to this backup…"),
    ),
    Key(
        "backup-rollback",
        Where.BACKUPS,
        ("Ctrl+U",),
        QT_TRANSLATE_NOOP("keys", "Go back to before the update…"),
    ),
    Key(
        "backup-sheet",
        Where.BACKUPS,
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("keys", "New recovery sheet…"),
    ),
    Key("backup-leave", Where.BACKUPS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Settings")),
    Key(
        "settings-autostart",
        Where.SETTINGS,
        ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("keys", "Open the wall when this PC starts, or not"),
    ),
    Key("officer-add", Where.OFFICERS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Add an officer")),
    Key("officer-change", Where.OFFICERS, ("F2",), QT_TRANSLATE_NOOP("keys", "Change")),
    Key("officer-reset", Where.OFFICERS, ("Ctrl+R",), QT_TRANSLATE_NOOP("keys", "New password")),
    Key("officer-lift", Where.OFFICERS, ("Ctrl+U",), QT_TRANSLATE_NOOP("keys", "Lift lock-out")),
    Key("officer-disable", Where.OFFICERS, ("Ctrl+D",), QT_TRANSLATE_NOOP("keys", "Disable")),
    Key("officer-erase", Where.OFFICERS, ("Del",), QT_TRANSLATE_NOOP("keys", "Erase")),
    Key("officer-find", Where.OFFICERS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find an officer")),
)
_BY_NAME = {key.name: key for key in KEYS}


def key_of(name: str) -> Key:
    """The row of ``name``.  Raises KeyError: the table is the only place for keys."""
    return _BY_NAME[name]


def words_of(name: str) -> str:
    """The action's name in the officer's language."""
    return translate("keys", _BY_NAME[name].words)


def hint_of(name: str) -> str:
    """Name and keys, as tooltips say them: "Next page (PgDown, Alt+Right)"."""
    return f"{words_of(name)} ({', '.join(map(_native, _BY_NAME[name].keys))})"


@cache
def _native(key: str) -> str:
    """A key as this system writes it, in whatever language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def action(name: str, owner: QWidget, slot: Callable[[], object]) -> QAction:
    """Make the action of ``name`` and give it to ``owner``, inside which its keys act."""
    key = _BY_NAME[name]
    made = QAction(words_of(name), owner)
    made.setObjectName(f"action-{name}")
    made.setShortcuts([QKeySequence(text) for text in key.keys])
    made.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut
        if key.where is Where.WINDOW
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    made.setToolTip(hint_of(name))
    made.triggered.connect(lambda _checked=False: slot())
    owner.addAction(made)
    return made
