"""A request that waits for the chief, as his inbox lists it beside cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from db.evidence_records import RequestLine
from db.records import OfficerId

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.requests import WaitingRequest

REQUEST = "request"
"""Its kind in the inbox, beside the words of ``console.inbox.Waits``."""


@dataclass(frozen=True, slots=True)
class RequestItem:
    """One of them.  It has what the inbox asks of its things, and is about no case or hold."""

    waiting: WaitingRequest
    waits: str = REQUEST
    line: None = None
    bookmark_id: None = None
    hold_id: None = None
    holds: int = 0
    until: None = None

    @property
    def asked(self) -> RequestLine:
        """The request."""
        return self.waiting.line

    @property
    def since(self) -> datetime:
        """When it was handed in."""
        return self.asked.state_at

    @property
    def age(self) -> timedelta:
        """How long it waits."""
        return self.waiting.age

    @property
    def made_by(self) -> OfficerId | None:
        """Who wrote it."""
        return self.asked.made_by

    @property
    def is_late(self) -> bool:
        """Whether it was exported and not approved in time: somebody must see to it now."""
        return self.waiting.is_overdue
