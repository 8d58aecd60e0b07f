"""Who watched which recording, for the log: merged, so that scrubbing writes few lines."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

from db.records import CameraId, OfficerId, Span

WRITE_EVERY_S = 60.0
"""What was watched is in the log this long after at the latest, while somebody watches."""
JOINED = timedelta(minutes=5)
"""Spans of one camera that are no further apart than this become one line."""
MOST_SPANS = 4
"""Of one camera at a time; more of them are joined over wider distances."""

Watched = dict[tuple[OfficerId | None, CameraId], list[Span]]


class Watching:
    """Collects what is watched until it is due to be written.  Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._seen: Watched = {}
        self._since_s: float | None = None

    def note(
        self, officer_id: OfficerId | None, cameras: Iterable[CameraId], span: Span, now_s: float
    ) -> None:
        """``officer_id`` saw ``span`` of ``cameras``."""
        with self._lock:
            for camera_id in cameras:
                spans = self._seen.setdefault((officer_id, camera_id), [])
                spans[:] = joined([*spans, span])
            if self._since_s is None:
                self._since_s = now_s

    def due(self, now_s: float) -> bool:
        """Whether something has waited long enough to be written."""
        with self._lock:
            return self._since_s is not None and now_s - self._since_s >= WRITE_EVERY_S

    def take(self) -> Watched:
        """What was watched and is not in the log yet; it is the caller's to write now."""
        with self._lock:
            seen, self._seen, self._since_s = self._seen, {}, None
            return seen

    def put_back(self, seen: Watched, now_s: float) -> None:
        """Writing ``seen`` failed: keep it for the next time."""
        for (officer_id, camera_id), spans in seen.items():
            for span in spans:
                self.note(officer_id, (camera_id,), span, now_s)


def joined(spans: Iterable[Span], apart: timedelta = JOINED) -> list[Span]:
    """``spans`` in order, those that lie close together as one, at most ``MOST_SPANS``."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start - found[-1].end <= apart:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found if len(found) <= MOST_SPANS else joined(found, apart * 2)


def minutes_around(start: datetime, end: datetime) -> Span:
    """The whole minutes that ``start`` to ``end`` lies in."""
    minute = timedelta(minutes=1)
    first = start.replace(second=0, microsecond=0)
    last = end.replace(second=0, microsecond=0)
    return Span(first, last if last == end and last > first else last + minute)
