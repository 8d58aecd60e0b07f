"""Every key of the window, in one table: actions, tooltips and the test against doubles read it.

A key that prints a letter or digit acts only when no text field has the focus: Qt offers it to
the field first, and a field takes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.finding_keys import FINDING_KEYS
from ui.words import QT_TRANSLATE_NOOP, translate


class Where(StrEnum):
    """In which part of the window a key acts."""

    WINDOW = "window"
    WALL = "wall"
    TILES = "tiles"  # the pictures have the focus, not the list beside them
    REVIEW = "review"
    PICTURES = "pictures"  # on the review page, the pictures have the focus
    TIMELINE = "timeline"  # on the review page, the timeline has it
    AREA = "area"  # on the review page, the tool for changes in an area, or its rectangle, has it
    STRIP = "strip"  # the strip of pictures has it
    HALVING = "halving"  # the search by halves has it
    DEVICES = "devices"
    AUDIT = "audit"
    SETTINGS = "settings"
    BACKUPS = "backups"
    OFFICERS = "officers"


@dataclass(frozen=True, slots=True)
class Key:
    """One action and its keys; ``words`` is the English source of its name."""

    name: str
    where: Where
    keys: tuple[str, ...]
    words: str


REVIEW_KEYS = (
    *(
        Key(f"review-grid-{tiles}", Where.REVIEW, (f"Alt+{number}",), words)
        for number, (tiles, words) in enumerate(
            (
                (1, QT_TRANSLATE_NOOP("keys", "1 camera")),
                (4, QT_TRANSLATE_NOOP("keys", "4 cameras")),
                (9, QT_TRANSLATE_NOOP("keys", "9 cameras")),
                (16, QT_TRANSLATE_NOOP("keys", "16 cameras")),
            ),
            1,
        )
    ),
    Key("review-list", Where.REVIEW, ("F4",), QT_TRANSLATE_NOOP("keys", "Show or hide the list")),
    Key("review-search", Where.REVIEW, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a camera")),
    Key("review-tools", Where.REVIEW, ("F6",), QT_TRANSLATE_NOOP("keys", "Show or hide the tools")),
    Key(
        "review-remove",
        Where.REVIEW,
        ("Del",),
        QT_TRANSLATE_NOOP("keys", "Show this camera no more"),
    ),
    Key("review-alone", Where.REVIEW, ("F",), QT_TRANSLATE_NOOP("keys", "One camera and back")),
    Key(
        "review-rows",
        Where.REVIEW,
        ("A",),
        QT_TRANSLATE_NOOP("keys", "All cameras on the timeline"),
    ),
    Key("review-play", Where.REVIEW, ("Space",), QT_TRANSLATE_NOOP("keys", "Play or pause")),
    Key("review-slower", Where.REVIEW, (",",), QT_TRANSLATE_NOOP("keys", "Slower, or backwards")),
    Key("review-faster", Where.REVIEW, (".",), QT_TRANSLATE_NOOP("keys", "Faster")),
    Key(
        "review-frame-back",
        Where.REVIEW,
        ("Ctrl+Left",),
        QT_TRANSLATE_NOOP("keys", "One picture back"),
    ),
    Key(
        "review-frame-on",
        Where.REVIEW,
        ("Ctrl+Right",),
        QT_TRANSLATE_NOOP("keys", "One picture on"),
    ),
    Key(
        "review-ten-back", Where.REVIEW, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "10 seconds back")
    ),
    Key("review-ten-on", Where.REVIEW, ("Alt+Right",), QT_TRANSLATE_NOOP("keys", "10 seconds on")),
    Key(
        "review-stretch-back",
        Where.REVIEW,
        ("Ctrl+PgUp",),
        QT_TRANSLATE_NOOP("keys", "To where footage begins before"),
    ),
    Key(
        "review-stretch-on",
        Where.REVIEW,
        ("Ctrl+PgDown",),
        QT_TRANSLATE_NOOP("keys", "To where footage begins next"),
    ),
    Key("review-go", Where.REVIEW, ("G",), QT_TRANSLATE_NOOP("keys", "Go to a time")),
    Key("review-day", Where.REVIEW, ("D",), QT_TRANSLATE_NOOP("keys", "Choose a day")),
    Key("review-in", Where.REVIEW, ("[",), QT_TRANSLATE_NOOP("keys", "Mark in")),
    Key("review-out", Where.REVIEW, ("]",), QT_TRANSLATE_NOOP("keys", "Mark out")),
    Key("review-loop", Where.REVIEW, ("R",), QT_TRANSLATE_NOOP("keys", "Repeat between the marks")),
    Key(
        "review-unmark", Where.REVIEW, ("Backspace",), QT_TRANSLATE_NOOP("keys", "Remove the marks")
    ),
    Key("review-still", Where.REVIEW, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep this picture")),
    Key(
        "review-sound",
        Where.REVIEW,
        ("M",),
        QT_TRANSLATE_NOOP("keys", "Sound of the chosen camera"),
    ),
    Key("review-live", Where.REVIEW, ("L",), QT_TRANSLATE_NOOP("keys", "Back to live")),
    Key(
        "picture-left",
        Where.PICTURES,
        ("Left",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile on the left"),
    ),
    Key(
        "picture-right",
        Where.PICTURES,
        ("Right",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile on the right"),
    ),
    Key("picture-up", Where.PICTURES, ("Up",), QT_TRANSLATE_NOOP("keys", "Choose the tile above")),
    Key(
        "picture-down",
        Where.PICTURES,
        ("Down",),
        QT_TRANSLATE_NOOP("keys", "Choose the tile below"),
    ),
    Key(
        "picture-enter",
        Where.PICTURES,
        (
            "Return",
            "Enter",
        ),
        QT_TRANSLATE_NOOP("keys", "Open"),
    ),
    Key(
        "picture-in",
        Where.PICTURES,
        (
            "+",
            "=",
        ),
        QT_TRANSLATE_NOOP("keys", "Enlarge the picture"),
    ),
    Key(
        "picture-out", Where.PICTURES, ("-",), QT_TRANSLATE_NOOP("keys", "Make the picture smaller")
    ),
    Key(
        "picture-whole", Where.PICTURES, ("Ctrl+0",), QT_TRANSLATE_NOOP("keys", "The whole picture")
    ),
    Key(
        "picture-pan-left",
        Where.PICTURES,
        ("Shift+Left",),
        QT_TRANSLATE_NOOP("keys", "Move left in the picture"),
    ),
    Key(
        "picture-pan-right",
        Where.PICTURES,
        ("Shift+Right",),
        QT_TRANSLATE_NOOP("keys", "Move right in the picture"),
    ),
    Key(
        "picture-pan-up",
        Where.PICTURES,
        ("Shift+Up",),
        QT_TRANSLATE_NOOP("keys", "Move up in the picture"),
    ),
    Key(
        "picture-pan-down",
        Where.PICTURES,
        ("Shift+Down",),
        QT_TRANSLATE_NOOP("keys", "Move down in the picture"),
    ),
    Key("timeline-left", Where.TIMELINE, ("Left",), QT_TRANSLATE_NOOP("keys", "Earlier")),
    Key("timeline-right", Where.TIMELINE, ("Right",), QT_TRANSLATE_NOOP("keys", "Later")),
    Key("timeline-up", Where.TIMELINE, ("Up",), QT_TRANSLATE_NOOP("keys", "The row above")),
    Key("timeline-down", Where.TIMELINE, ("Down",), QT_TRANSLATE_NOOP("keys", "The row below")),
    Key(
        "timeline-before",
        Where.TIMELINE,
        ("PgUp",),
        QT_TRANSLATE_NOOP("keys", "The stretch of time before"),
    ),
    Key(
        "timeline-after",
        Where.TIMELINE,
        ("PgDown",),
        QT_TRANSLATE_NOOP("keys", "The stretch of time after"),
    ),
    Key(
        "timeline-first",
        Where.TIMELINE,
        ("Home",),
        QT_TRANSLATE_NOOP("keys", "To the begin of what is in sight"),
    ),
    Key(
        "timeline-newest",
        Where.TIMELINE,
        ("End",),
        QT_TRANSLATE_NOOP("keys", "To the newest footage"),
    ),
    Key(
        "timeline-in",
        Where.TIMELINE,
        (
            "+",
            "=",
        ),
        QT_TRANSLATE_NOOP("keys", "A shorter stretch of time"),
    ),
    Key(
        "timeline-out",
        Where.TIMELINE,
        ("-",),
        QT_TRANSLATE_NOOP("keys", "A longer stretch of time"),
    ),
    *(
        Key(
            f"review-digit-{digit}",
            Where.REVIEW,
            (digit,),
            QT_TRANSLATE_NOOP("keys", "Camera number"),
        )
        for digit in "0123456789"
    ),
)

KEYS = (
    Key("page-wall", Where.WINDOW, ("Ctrl+1",), QT_TRANSLATE_NOOP("keys", "Wall")),
    Key("page-review", Where.WINDOW, ("Ctrl+2",), QT_TRANSLATE_NOOP("keys", "Review")),
    Key("page-devices", Where.WINDOW, ("Ctrl+6",), QT_TRANSLATE_NOOP("keys", "Devices")),
    Key("page-officers", Where.WINDOW, ("Ctrl+7",), QT_TRANSLATE_NOOP("keys", "Officers")),
    Key("lock", Where.WINDOW, ("Ctrl+L", "F12"), QT_TRANSLATE_NOOP("keys", "Lock the screen")),
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
    *REVIEW_KEYS,
    *(Key(name, Where(where), its, words) for name, where, its, words in FINDING_KEYS),
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
    native = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(QKeySequence(key).toString(native) for key in _BY_NAME[name].keys)
    return f"{words_of(name)} ({keys})"


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
