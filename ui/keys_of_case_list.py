"""The keys of the list of cases and of what hangs on a case: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

CASE_LIST_KEYS = (
    Key("case-new", Where.CASE_LIST, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "New case…")),
    Key("case-open", Where.CASE_LIST, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    Key("case-search", Where.CASE_LIST, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a case")),
    Key("case-mine", Where.CASE_LIST, ("M",), QT_TRANSLATE_NOOP("keys", "Assigned to me")),
    Key("case-copy", Where.CASE_LIST, ("Ctrl+C",), QT_TRANSLATE_NOOP("keys", "Copy as text")),
    Key("case-counts", Where.CASE_LIST, ("F8",), QT_TRANSLATE_NOOP("keys", "What came of them…")),
    Key(
        "figures-into",
        Where.CASE_FIGURES,
        ("Return", "Enter", "Right"),
        QT_TRANSLATE_NOOP("keys", "Into the cases of this kind"),
    ),
    Key(
        "figures-open", Where.FIGURES_CASES, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")
    ),
)
PART_KEYS = (
    Key("mark-play", Where.CASE_MARKS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Play it")),
    Key("mark-add", Where.CASE_MARKS, ("Ins",), QT_TRANSLATE_NOOP("keys", "Add bookmarks…")),
    Key("mark-mend", Where.CASE_MARKS, ("F2",), QT_TRANSLATE_NOOP("keys", "Mend its words…")),
    Key("mark-part", Where.CASE_MARKS, ("Del",), QT_TRANSLATE_NOOP("keys", "Take it out")),
    Key("outcome-add", Where.CASE_OUTCOMES, ("Ins",), QT_TRANSLATE_NOOP("keys", "Add a line…")),
    Key("outcome-strike", Where.CASE_OUTCOMES, ("Del",), QT_TRANSLATE_NOOP("keys", "Strike it…")),
    Key("file-add", Where.CASE_FILES, ("Ins",), QT_TRANSLATE_NOOP("keys", "Attach a file…")),
    Key(
        "file-tie",
        Where.CASE_FILES,
        ("Shift+Ins",),
        QT_TRANSLATE_NOOP("keys", "Files from outside…"),
    ),
    Key(
        "file-open",
        Where.CASE_FILES,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Look at a copy"),
    ),
    Key("file-save", Where.CASE_FILES, ("F2",), QT_TRANSLATE_NOOP("keys", "Save a copy…")),
    Key("link-add", Where.CASE_LINKS, ("Ins",), QT_TRANSLATE_NOOP("keys", "Link a case…")),
    Key("link-open", Where.CASE_LINKS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    Key("link-remove", Where.CASE_LINKS, ("Del",), QT_TRANSLATE_NOOP("keys", "Unlink it")),
)
DRAFT_CASE_KEYS = (
    Key("drafts-case", Where.DRAFTS, ("Ctrl+M",), QT_TRANSLATE_NOOP("keys", "Make a case of it…")),
    Key("drafts-join", Where.DRAFTS, ("Ctrl+J",), QT_TRANSLATE_NOOP("keys", "Add it to a case…")),
)
