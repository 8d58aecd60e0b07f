"""The keys of bookmarks, on the wall and on the review page: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

MARK_KEYS = (
    Key("mark", Where.WALL, ("B",), QT_TRANSLATE_NOOP("keys", "Bookmark this moment")),
    Key(
        "mark-note",
        Where.WALL,
        ("Shift+B",),
        QT_TRANSLATE_NOOP("keys", "Bookmark this moment and describe it"),
    ),
    Key(
        "mark-team",
        Where.WALL,
        ("Ctrl+B",),
        QT_TRANSLATE_NOOP("keys", "Bookmark all cameras of the team"),
    ),
    Key("mark-undo", Where.WALL, ("U",), QT_TRANSLATE_NOOP("keys", "Take the bookmark back")),
    Key("drafts", Where.WALL, ("D",), QT_TRANSLATE_NOOP("keys", "Bookmarks to describe")),
    Key("review-mark", Where.REVIEW, ("B",), QT_TRANSLATE_NOOP("keys", "Bookmark this moment")),
    Key(
        "review-mark-note",
        Where.REVIEW,
        ("Shift+B",),
        QT_TRANSLATE_NOOP("keys", "Bookmark this moment and describe it"),
    ),
    Key(
        "review-mark-team",
        Where.REVIEW,
        ("Ctrl+B",),
        QT_TRANSLATE_NOOP("keys", "Bookmark all cameras of the team"),
    ),
    Key(
        "review-mark-undo",
        Where.REVIEW,
        ("U",),
        QT_TRANSLATE_NOOP("keys", "Take the bookmark back"),
    ),
    Key(
        "review-flag-back",
        Where.REVIEW,
        ("Shift+PgUp",),
        QT_TRANSLATE_NOOP("keys", "To the bookmark before"),
    ),
    Key(
        "review-flag-on",
        Where.REVIEW,
        ("Shift+PgDown",),
        QT_TRANSLATE_NOOP("keys", "To the next bookmark"),
    ),
    Key(
        "review-flag-still",
        Where.REVIEW,
        ("Shift+D",),
        QT_TRANSLATE_NOOP("keys", "Picture of this bookmark…"),
    ),
    Key(
        "drafts-still",
        Where.DRAFTS,
        ("Ctrl+D",),
        QT_TRANSLATE_NOOP("keys", "Draw on the picture…"),
    ),
    Key("drafts-leave", Where.DRAFTS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Back to the wall")),
    Key(
        "drafts-kind",
        Where.DRAFTS,
        ("Ctrl+G",),
        QT_TRANSLATE_NOOP("keys", "Choose the category"),
    ),
    Key("drafts-note", Where.DRAFTS, ("Ctrl+N",), QT_TRANSLATE_NOOP("keys", "Write the note")),
)
