"""The keys of the inbox and of the morning page: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

INBOX_KEYS = (
    Key("inbox-approve", Where.INBOX, ("A",), QT_TRANSLATE_NOOP("keys", "Approve")),
    Key("inbox-return", Where.INBOX, ("R",), QT_TRANSLATE_NOOP("keys", "Return…")),
    Key("inbox-part", Where.INBOX, ("T",), QT_TRANSLATE_NOOP("keys", "Approve a part…")),
    Key("inbox-assign", Where.INBOX, ("G",), QT_TRANSLATE_NOOP("keys", "Assign…")),
    Key("inbox-close", Where.INBOX, ("C",), QT_TRANSLATE_NOOP("keys", "Close")),
    Key("inbox-open", Where.INBOX, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    Key("inbox-all", Where.INBOX, ("0",), QT_TRANSLATE_NOOP("keys", "All that waits")),
    Key("inbox-submitted", Where.INBOX, ("1",), QT_TRANSLATE_NOOP("keys", "Only those to approve")),
    Key(
        "inbox-returned",
        Where.INBOX,
        ("2",),
        QT_TRANSLATE_NOOP("keys", "Only those to mend"),
    ),
    Key("inbox-draft", Where.INBOX, ("3",), QT_TRANSLATE_NOOP("keys", "Only drafts")),
    Key("inbox-bookmark", Where.INBOX, ("4",), QT_TRANSLATE_NOOP("keys", "Only bookmarks")),
    Key("inbox-hold", Where.INBOX, ("5",), QT_TRANSLATE_NOOP("keys", "Only holds")),
    Key("inbox-request", Where.INBOX, ("6",), QT_TRANSLATE_NOOP("keys", "Only requests")),
    Key("clip-play", Where.INBOX, ("Space",), QT_TRANSLATE_NOOP("keys", "Play or pause")),
    Key("clip-previous", Where.INBOX, ("P",), QT_TRANSLATE_NOOP("keys", "Moment before")),
    Key("clip-next", Where.INBOX, ("N",), QT_TRANSLATE_NOOP("keys", "Next moment")),
    Key("clip-review", Where.INBOX, ("X",), QT_TRANSLATE_NOOP("keys", "Open in Review")),
    Key("morning-open", Where.MORNING, ("Return", "Enter"), QT_TRANSLATE_NOOP("keys", "Open")),
    Key("morning-left", Where.MORNING, ("Left",), QT_TRANSLATE_NOOP("keys", "Outage before")),
    Key("morning-right", Where.MORNING, ("Right",), QT_TRANSLATE_NOOP("keys", "Next outage")),
    Key("morning-renew", Where.MORNING, ("F5",), QT_TRANSLATE_NOOP("keys", "Read again")),
)
