"""The keys of the pages of evidence: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

EVIDENCE_KEYS = (
    Key("page-evidence", Where.WINDOW, ("Ctrl+4",), QT_TRANSLATE_NOOP("keys", "Evidence")),
    Key("part-evidence", Where.EVIDENCE, ("Alt+1",), QT_TRANSLATE_NOOP("keys", "Requests")),
    Key("part-packages", Where.EVIDENCE, ("Alt+2",), QT_TRANSLATE_NOOP("keys", "Packages")),
    Key("request-new", Where.REQUESTS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "New request")),
    Key("request-find", Where.REQUESTS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a request")),
    Key("request-copy", Where.REQUESTS, ("Ctrl+C",), QT_TRANSLATE_NOOP("keys", "Copy as text")),
    Key("requests-all", Where.REQUESTS, ("0",), QT_TRANSLATE_NOOP("keys", "All requests")),
    Key(
        "requests-asked", Where.REQUESTS, ("1",), QT_TRANSLATE_NOOP("keys", "Only those that wait")
    ),
    Key("requests-draft", Where.REQUESTS, ("2",), QT_TRANSLATE_NOOP("keys", "Only drafts")),
    Key(
        "requests-ready", Where.REQUESTS, ("3",), QT_TRANSLATE_NOOP("keys", "Only those to export")
    ),
    Key("requests-over", Where.REQUESTS, ("4",), QT_TRANSLATE_NOOP("keys", "Only those over")),
    Key("request-change", Where.REQUESTS, ("F2",), QT_TRANSLATE_NOOP("keys", "Change the draft")),
    Key(
        "request-ask",
        Where.REQUESTS,
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("keys", "Hand in"),
    ),
    Key("request-approve", Where.REQUESTS, ("A",), QT_TRANSLATE_NOOP("keys", "Approve")),
    Key("request-part", Where.REQUESTS, ("T",), QT_TRANSLATE_NOOP("keys", "Approve a part…")),
    Key("request-refuse", Where.REQUESTS, ("R",), QT_TRANSLATE_NOOP("keys", "Refuse…")),
    Key("request-export", Where.REQUESTS, ("E",), QT_TRANSLATE_NOOP("keys", "Export…")),
    Key("request-watch", Where.REQUESTS, ("X",), QT_TRANSLATE_NOOP("keys", "Watch the footage")),
    Key("request-case", Where.REQUESTS, ("O",), QT_TRANSLATE_NOOP("keys", "Its case")),
    Key("request-paper", Where.REQUESTS, ("S",), QT_TRANSLATE_NOOP("keys", "Add a scanned paper…")),
    Key("request-withdraw", Where.REQUESTS, ("W",), QT_TRANSLATE_NOOP("keys", "Withdraw…")),
    Key(
        "request-erase",
        Where.REQUESTS,
        ("Ctrl+Del",),
        QT_TRANSLATE_NOOP("keys", "Erase its persons…"),
    ),
    Key(
        "paper-look", Where.PAPERS, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Look at a copy")
    ),
    Key("paper-save", Where.PAPERS, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Save a copy…")),
    Key("paper-remove", Where.PAPERS, ("Del",), QT_TRANSLATE_NOOP("keys", "Take it out")),
    Key("form-keep", Where.REQUEST_FORM, ("Ctrl+S",), QT_TRANSLATE_NOOP("keys", "Keep the draft")),
    Key(
        "form-ask",
        Where.REQUEST_FORM,
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("keys", "Hand in"),
    ),
    Key(
        "form-line", Where.REQUEST_FORM, ("Alt+Ins",), QT_TRANSLATE_NOOP("keys", "One more camera")
    ),
    Key(
        "form-strike",
        Where.REQUEST_FORM,
        ("Alt+Del",),
        QT_TRANSLATE_NOOP("keys", "Take this camera out"),
    ),
    Key("form-basis", Where.REQUEST_FORM, ("Ctrl+B",), QT_TRANSLATE_NOOP("keys", "Legal bases")),
    Key(
        "form-case", Where.REQUEST_FORM, ("Ctrl+J",), QT_TRANSLATE_NOOP("keys", "Choose the case…")
    ),
    Key("form-mine", Where.REQUEST_FORM, ("Ctrl+M",), QT_TRANSLATE_NOOP("keys", "Keep mine")),
    Key(
        "form-theirs",
        Where.REQUEST_FORM,
        ("Ctrl+Shift+M",),
        QT_TRANSLATE_NOOP("keys", "Take theirs"),
    ),
    Key(
        "review-request",
        Where.REVIEW,
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("keys", "Request what is between the marks"),
    ),
    Key(
        "incident-request",
        Where.INCIDENT,
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("keys", "Request its footage"),
    ),
)
