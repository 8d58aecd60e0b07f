"""The keys of whom to call, and of the teams' members: a part of the table in ``keys``."""

from __future__ import annotations

from ui.key import Key, Where
from ui.words import QT_TRANSLATE_NOOP

PEOPLE_KEYS = (
    Key("call", Where.WINDOW, ("F9",), QT_TRANSLATE_NOOP("keys", "Who answers for this cluster…")),
    Key("call-reached", Where.CALLS, ("1", "Alt+1"), QT_TRANSLATE_NOOP("keys", "Reached")),
    Key("call-no_answer", Where.CALLS, ("2", "Alt+2"), QT_TRANSLATE_NOOP("keys", "No answer")),
    Key("call-on_the_way", Where.CALLS, ("3", "Alt+3"), QT_TRANSLATE_NOOP("keys", "On the way")),
    Key("call-arrived", Where.CALLS, ("4", "Alt+4"), QT_TRANSLATE_NOOP("keys", "Arrived")),
    Key(
        "call-usual",
        Where.CALLS,
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("keys", "Log what usually comes next"),
    ),
    Key("call-copy", Where.CALLS, ("Ctrl+C",), QT_TRANSLATE_NOOP("keys", "Copy the number")),
    Key("members", Where.DEVICES, ("F7",), QT_TRANSLATE_NOOP("keys", "Members of the teams")),
    Key("member-add", Where.MEMBERS, ("Ins", "N"), QT_TRANSLATE_NOOP("keys", "Add a member")),
    Key("member-change", Where.MEMBERS, ("F2",), QT_TRANSLATE_NOOP("keys", "Change")),
    Key("member-retire", Where.MEMBERS, ("Ctrl+D",), QT_TRANSLATE_NOOP("keys", "Retire")),
    Key("member-erase", Where.MEMBERS, ("Del",), QT_TRANSLATE_NOOP("keys", "Erase")),
    Key("member-team", Where.MEMBERS, ("F8",), QT_TRANSLATE_NOOP("keys", "Team of a cluster…")),
    Key("member-find", Where.MEMBERS, ("Ctrl+F",), QT_TRANSLATE_NOOP("keys", "Find a member")),
    Key("member-leave", Where.MEMBERS, ("Alt+Left",), QT_TRANSLATE_NOOP("keys", "Devices")),
)
