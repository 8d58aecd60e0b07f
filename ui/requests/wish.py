"""What a new request begins with: what was marked in review, or what belongs to a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.case_records import IncidentId
from db.evidence_records import Wanted
from db.records import CameraId, Span


@dataclass(frozen=True, slots=True)
class RequestWish:
    """Lines, and the case that it is of; ``came_from`` is the page that Esc goes back to."""

    wanted: tuple[Wanted, ...] = ()
    incident_id: IncidentId | None = None
    case: str = ""  # what the case is called
    came_from: str = ""


def joined(spans: Iterable[tuple[CameraId, Span]]) -> tuple[Wanted, ...]:
    """A line for each stretch of each camera: what touches or overlaps is one."""
    made: list[Wanted] = []
    for camera_id, span in sorted(spans, key=lambda each: (each[0], each[1].start)):
        last = made[-1] if made else None
        if last is not None and last.camera_id == camera_id and span.start <= last.span.end:
            end = max(last.span.end, span.end)
            made[-1] = Wanted(camera_id, Span(last.span.start, end))
        else:
            made.append(Wanted(camera_id, span))
    return tuple(made)
