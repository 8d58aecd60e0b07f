"""Roles, results of calls, telephone numbers and ages in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from db.case_records import CallResult, MemberRole
from ui.times import time_words
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.calls import CallSeen

_ROLES = {
    MemberRole.LEADER: QT_TRANSLATE_NOOP("people", "Team leader"),
    MemberRole.DEPUTY: QT_TRANSLATE_NOOP("people", "Deputy leader"),
    MemberRole.MEMBER: QT_TRANSLATE_NOOP("people", "Member"),
}
_RESULTS = {
    CallResult.REACHED: QT_TRANSLATE_NOOP("people", "reached"),
    CallResult.NO_ANSWER: QT_TRANSLATE_NOOP("people", "no answer"),
    CallResult.ON_THE_WAY: QT_TRANSLATE_NOOP("people", "on the way"),
    CallResult.ARRIVED: QT_TRANSLATE_NOOP("people", "arrived"),
}
_BIG_TOWNS = ("024", "028")  # whose numbers have a digit more, and a beginning that has one less


def role_word(role: MemberRole) -> str:
    """What a member is in the team."""
    return translate("people", _ROLES[role])


def result_word(result: CallResult) -> str:
    """What came of a call."""
    return translate("people", _RESULTS[result])


def call_words(seen: CallSeen) -> str:
    """A call on one line, as a case lists it; whoever was erased is "erased"."""
    call = seen.call
    member = seen.member or translate("people", "erased")
    parts = (time_words(call.at), member, result_word(call.result), call.note, seen.called_by)
    return " · ".join(part for part in parts if part)


def phone_words(phone: str) -> str:
    """A number in groups, as it is read out: "0912 345 678"; "no phone" where there is none."""
    if not phone:
        return translate("people", "no phone")
    first = 3 if phone.startswith(_BIG_TOWNS) else 4
    rest = phone[first:]
    size = 4 if first == 3 else 3
    groups = [rest[at : at + size] for at in range(0, len(rest), size)]
    if len(groups) > 1 and len(groups[-1]) == 1:  # nobody reads out a digit alone
        groups[-2:] = ["".join(groups[-2:])]
    return " ".join([phone[:first], *groups])


def ago_words(at: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "3 min ago", "2 h 5 min ago"."""
    minutes = max(0, int((now - at).total_seconds())) // 60
    hours, days = minutes // 60, minutes // (24 * 60)
    if minutes < 1:
        return translate("people", "just now")
    if hours < 1:
        return translate("people", "{minutes} min ago").format(minutes=minutes)
    if days < 1:
        words = translate("people", "{hours} h {minutes} min ago")
        return words.format(hours=hours, minutes=minutes % 60)
    return translate("people", "{days} days ago").format(days=days)
