"""Tells the log that somebody searched what is told of persons and vehicles, never for what."""

from __future__ import annotations

import threading
from collections.abc import Collection

from console.audit import Act, Audit
from console.gate import Seat
from db.case_records import IncidentId
from db.records import OfficerId
from db.store import Store


class PeopleSearches:
    """Safe from any thread.

    An entry when a session first looks for words among them, and one more whenever that shows
    incidents that it has not named yet: typing on does not fill the log.
    """

    def __init__(self, store: Store, audit: Audit, seat: Seat) -> None:
        self._store = store
        self._audit = audit
        self._seat = seat
        self._lock = threading.Lock()  # leaf lock; guards what follows
        self._session: object = None
        self._named: set[IncidentId] | None = None  # by this session, None: it has not searched

    def tell(self, officer_id: OfficerId | None, shown: Collection[IncidentId]) -> None:
        """``shown`` were found by such words.  In the log when this returns."""
        session = self._seat.session
        began = None if session is None else session.began
        with self._lock:
            if began != self._session:
                self._session, self._named = began, None
            fresh = sorted(set(shown) - (self._named or set()))
            if self._named is not None and not fresh:
                return
        with self._store.begin() as unit:
            self._audit.write(
                unit, Act.INCIDENT_PEOPLE_SEARCHED, officer_id=officer_id, incidents=list(fresh)
            )
        with self._lock:
            if began == self._session:
                self._named = (self._named or set()) | set(fresh)
