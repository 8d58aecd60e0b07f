"""What the chief may answer to what is shown in his inbox, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.case_records import IncidentState
from db.evidence_records import RequestState
from ui import keys
from ui.cases.case_reading import CaseSeen
from ui.cases.incident_form import WRITABLE
from ui.requests.reading import RequestSeen
from ui.requests.words import own_words
from ui.words import translate

Seen = CaseSeen | RequestSeen
ANSWERS = ("inbox-approve", "inbox-part", "inbox-return", "inbox-assign", "inbox-close")
_OF_REQUESTS = frozenset({"inbox-approve", "inbox-part", "inbox-return", "inbox-open"})


@dataclass(frozen=True, slots=True)
class Offer:
    """The buttons that stand there, those that can be pressed, what they say, and why not."""

    shown: frozenset[str]
    enabled: frozenset[str]
    words: Mapping[str, str]
    why: str = ""


def offer_of(seen: Seen | None, *, is_request: bool, is_shown: bool) -> Offer:
    """What may be done; ``seen`` None: it is not read yet."""
    enabled = {"inbox-open"} if is_shown else set()
    if is_request:
        own = False
        if isinstance(seen, RequestSeen) and seen.request.state is RequestState.ASKED:
            own = seen.is_own
            enabled |= set() if own else _OF_REQUESTS
        words = {"inbox-return": translate("inbox", "Refuse…")}
        return Offer(_OF_REQUESTS, frozenset(enabled), words, own_words() if own else "")
    incident = seen.incident if isinstance(seen, CaseSeen) else None
    waits = incident is not None and incident.state is IncidentState.SUBMITTED
    approved = incident is not None and incident.state is IncidentState.APPROVED
    own = waits and isinstance(seen, CaseSeen) and seen.is_own
    may = {
        "inbox-approve": waits and not own,
        "inbox-return": waits,
        "inbox-assign": incident is not None and incident.state in WRITABLE,
        "inbox-close": approved or (waits and not own),
    }
    enabled |= {name for name, is_offered in may.items() if is_offered}
    close = translate("inbox", "Approve and close") if waits else keys.words_of("inbox-close")
    words = {"inbox-return": keys.words_of("inbox-return"), "inbox-close": close}
    why = translate(
        "inbox",
        "You wrote this, or changed it since it was submitted: nobody approves his own work. "
        "Another chief must, or you return it.",
    )
    shown = frozenset({*may, "inbox-open"})
    return Offer(shown, frozenset(enabled), words, why if own else "")
