"""What waits, and since when, in the officer's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.records import OfficerId
from ui.case_words import mattering_word, number_words
from ui.requests import words as request_words
from ui.requests.waiting import REQUEST, RequestItem
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from ui.cases.inbox_reading import InboxSeen, Item

# The words of console.inbox.Waits and that of requests, in the order of the filters.
KINDS = ("submitted", "returned", "draft", "bookmark", "hold", REQUEST)
JOINT = " · "
AGEING = timedelta(hours=24)  # from then on it is shown as getting old

_KINDS = {
    "submitted": QT_TRANSLATE_NOOP("inbox", "To be approved"),
    "returned": QT_TRANSLATE_NOOP("inbox", "Returned, not mended"),
    "draft": QT_TRANSLATE_NOOP("inbox", "Draft, not submitted"),
    "bookmark": QT_TRANSLATE_NOOP("inbox", "Bookmark without words"),
    "hold": QT_TRANSLATE_NOOP("inbox", "Hold runs out"),
    REQUEST: QT_TRANSLATE_NOOP("inbox", "Footage asked for"),
}
_FILTERS = {
    "": QT_TRANSLATE_NOOP("inbox", "All"),
    "submitted": QT_TRANSLATE_NOOP("inbox", "To approve"),
    "returned": QT_TRANSLATE_NOOP("inbox", "To mend"),
    "draft": QT_TRANSLATE_NOOP("inbox", "Drafts"),
    "bookmark": QT_TRANSLATE_NOOP("inbox", "Bookmarks"),
    "hold": QT_TRANSLATE_NOOP("inbox", "Holds"),
    REQUEST: QT_TRANSLATE_NOOP("inbox", "Requests"),
}


def kind_words(kind: str) -> str:
    """What waits, and for what."""
    return translate("inbox", _KINDS[kind])


def filter_words(kind: str) -> str:
    """The same on a filter; "": all kinds."""
    return translate("inbox", _FILTERS[kind])


def name_words(names: Mapping[OfficerId, str], officer_id: OfficerId | None) -> str:
    """Who it was; he may have left since."""
    if officer_id is None:
        return translate("inbox", "the station")
    return names.get(officer_id) or translate("inbox", "an officer who left")


def item_title(item: Item) -> str:
    """What the item is about, on one line."""
    if isinstance(item, RequestItem):
        number = request_words.number_words(item.asked)
        return f"{number}{JOINT}{item.asked.unit}" if item.asked.unit else number
    if item.line is not None:
        return item.line.title
    if item.bookmark_id is not None:
        return translate("inbox", "Bookmark without category or words")
    if item.hold_id is not None:
        return translate("inbox", "A hold runs out")
    words = translate("inbox", "{count} holds of bookmarks in no case run out")
    return words.format(count=item.holds)


def item_facts(item: Item, names: Mapping[OfficerId, str]) -> str:
    """Its kind, number and author; no author while nobody has read the ``names``."""
    return JOINT.join(fact_words(item, names))


def fact_words(item: Item, names: Mapping[OfficerId, str]) -> list[str]:
    """The same, each by itself."""
    if isinstance(item, RequestItem):
        return _facts_of_request(item, names)
    parts = [kind_words(item.waits)]
    if item.until is not None:
        words = translate("inbox", "held until {day}")
        parts = [words.format(day=f"{item.until.astimezone():%d/%m %H:%M}")]
    if item.line is not None:
        parts.append(number_words(item.line))
        parts.append(mattering_word(item.line.severity))
    if item.until is None and (names or item.made_by is None):
        parts.append(name_words(names, item.made_by))
    return [part for part in parts if part]


def told_words(decided: str, seen: InboxSeen) -> str:
    """What was done last, and what is late."""
    parts = [decided]
    if seen.requests.overdue:
        words = translate("inbox", "{count} exported and not approved within 24 hours.")
        parts.append(words.format(count=seen.requests.overdue))
    if seen.view.late:
        words = translate("inbox", "{count} wait longer than 48 hours: they stand first.")
        parts.append(words.format(count=seen.view.late))
    return " ".join(part for part in parts if part)


def nothing_words(seen: InboxSeen) -> tuple[str, str]:
    """What stands in the place of an empty list."""
    if seen.total:
        words = translate("inbox", "0 shows all {count} that wait.")
        return (
            translate("inbox", "Nothing of this kind waits"),
            words.format(count=seen.total),
        )
    return (
        translate("inbox", "Nothing waits"),
        translate(
            "inbox",
            "Whatever officers submit comes here, and so do drafts and bookmarks that were left "
            "behind, holds that run out, and requests for footage. Alt+2 shows this morning.",
        ),
    )


def _facts_of_request(item: RequestItem, names: Mapping[OfficerId, str]) -> list[str]:
    asked = item.asked
    today = (item.since + item.age).astimezone().date()
    parts = [kind_words(REQUEST), translate("inbox", "urgent") if asked.urgent else ""]
    parts += [request_words.due_words(asked.due_on, today), asked.paper_number]
    if names or item.made_by is None:
        parts.append(name_words(names, item.made_by))
    return [part for part in parts if part]


def short_day(at: datetime) -> str:
    """23/11 22:05, in the zone of the station PC."""
    return f"{at.astimezone():%d/%m %H:%M}"
