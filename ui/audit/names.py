"""Who did it and what it was done to, as they are called today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.audit.acts import act_words
from ui.audit.words import detail_words, subject_words
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.audit_sheet import Shown

_CONTEXT = "audit"
_ERASED = QT_TRANSLATE_NOOP("audit", "erased (no. {number})")
_CONSOLE = QT_TRANSLATE_NOOP("audit", "the console itself")
# Told by their numbers alone: what people are called is on their own page, for whoever may see it.
_NUMBERED = frozenset({"call", "member"})
_GONE = QT_TRANSLATE_NOOP("audit", "{subject}, removed")


def who(shown: Shown) -> str:
    """The officer's name; an erased one by number; "the console itself" where it was none."""
    officer_id = shown.entry.officer_id
    if officer_id is None:
        return translate(_CONTEXT, _CONSOLE)
    return erased_words(officer_id) if shown.erased else shown.officer


def erased_words(officer_id: int) -> str:
    """An officer without a name."""
    return translate(_CONTEXT, _ERASED).format(number=officer_id)


def what(shown: Shown) -> str:
    """What it was done to: "camera 07 Cổng chợ"; "" where an act says it all."""
    entry, named = shown.entry, shown.subject
    if not entry.subject or entry.subject == "station":
        return ""
    if named is None:
        words = subject_words(entry.subject, entry.subject_id)
        gone = entry.subject_id is not None and entry.subject not in _NUMBERED
        return translate(_CONTEXT, _GONE).format(subject=words) if gone else words
    if entry.subject == "officer":
        if entry.subject_id == entry.officer_id:
            return ""
        return named.name or erased_words(entry.subject_id or 0)
    number = "" if named.number is None else f"{named.number:02} "
    return f"{subject_words(entry.subject, None)} {number}{named.name}"


def told(shown: Shown) -> str:
    """Subject and details on one line, for a table."""
    return " · ".join(part for part in (what(shown), detail_words(shown.entry.detail)) if part)


def act(shown: Shown) -> str:
    """What was done."""
    return act_words(shown.entry.act)
