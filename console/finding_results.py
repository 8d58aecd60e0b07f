"""What a search answers with: results as they are shown, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import TypeVar

from console.asked import Asked, Part, PartKind, sign_of
from console.periods import Period
from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.find_records import Found, FoundKind, FoundText, Shared, StillOf
from db.folding import places_of
from db.records import CameraId, ClusterId, Span

MOST_MONTHS = 12
_A_MONTH = timedelta(days=32)  # from the first of one into the next

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a result, and the places of the words that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A bookmark or an incident that was found.

    ``said`` is a bookmark's note, or title, address, narrative and outcomes of an incident; where
    nothing in it is marked, the words stand in the category, in what is told of persons and
    vehicles, or are the name of somebody who has to do with it.  ``incident_id`` and ``number``
    (year, number) are those of the incident, or of the one that a bookmark belongs to, if whoever
    asks sees it.  ``state`` of a bookmark is DRAFT or None.  ``still`` is one that he may look at.
    """

    kind: FoundKind
    id: int
    at: datetime
    span: Span
    cameras: tuple[CameraId, ...]
    cluster_id: ClusterId | None
    incident_id: IncidentId | None
    number: tuple[int, int] | None
    said: tuple[Said, ...]
    state: IncidentState | None
    severity: Severity | None
    category: str
    still: StillOf | None


@dataclass(frozen=True, slots=True)
class Facet:
    """How many results have something; ``words`` is the name of a category or cluster, else "".

    ``text`` is what to add to what was typed to see those alone; ``part`` is what says so already.
    A month is a ``Period`` of kind TIME, a cluster its id.
    """

    kind: PartKind
    value: FoundKind | IncidentState | Severity | CategoryId | ClusterId | Period
    words: str
    count: int
    text: str = field(default="", compare=False)
    part: Part | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """What ids and instants are called at this station."""

    categories: Mapping[CategoryId, str]
    clusters: Mapping[ClusterId, tuple[int, str]]  # number and name
    zone: tzinfo | None


def results_of(
    shown: Collection[Found],
    texts: Mapping[tuple[FoundKind, int], FoundText],
    asked: Asked,
    categories: Mapping[CategoryId, str],
    looks: Callable[[StillOf], bool],
) -> tuple[Result, ...]:
    """As they are shown; ``looks`` says whether whoever asks may look at a still."""
    return tuple(
        Result(
            kind=found.kind,
            id=found.id,
            at=found.at,
            span=text.span,
            cameras=text.cameras,
            cluster_id=text.cluster_id,
            incident_id=text.incident_id,
            number=text.number,
            said=tuple(Said(each, places_of(each, asked.words)) for each in text.texts if each),
            state=found.state,
            severity=found.severity,
            category="" if found.category_id is None else categories.get(found.category_id, ""),
            still=next((still for still in text.stills if looks(still)), None),
        )
        for found in shown
        if (text := texts.get((found.kind, found.id))) is not None
    )


def facets_of(shared: Shared, asked: Asked, known: Known) -> tuple[Facet, ...]:
    """What results have in common, the most frequent of each first, months the newest first."""
    made = [
        *(Facet(PartKind.KIND, value, "", count) for value, count in _by_count(shared.kinds)),
        *(Facet(PartKind.STATE, value, "", count) for value, count in _by_count(shared.states)),
        *(
            Facet(PartKind.SEVERITY, value, "", count)
            for value, count in _by_count(shared.severities)
        ),
        *(
            Facet(PartKind.CATEGORY, value, known.categories.get(value, ""), count)
            for value, count in _by_count(shared.categories)
        ),
        *(
            Facet(PartKind.CLUSTER, value, known.clusters[value][1], count)
            for value, count in _by_count(shared.clusters)
            if value in known.clusters
        ),
        *([] if asked.values(PartKind.TIME) else _months(shared.instants, known.zone)),
    ]
    return tuple(_typed(facet, asked, known) for facet in made)


def _by_count(counts: Mapping[_Value, int]) -> list[tuple[_Value, int]]:
    return Counter(counts).most_common()


def _months(instants: Collection[datetime], zone: tzinfo | None) -> list[Facet]:
    """The newest ones; ``instants`` are in the order of time, so each is looked up once."""
    counts: Counter[datetime] = Counter()
    month = None
    for at in instants:
        if month is None or at < month:
            start = at.astimezone(zone).replace(day=1, hour=0, minute=0, second=0)
            month = start.replace(microsecond=0)
        counts[month] += 1
    return [
        Facet(PartKind.TIME, Period(month, (month + _A_MONTH).replace(day=1)), "", counts[month])
        for month in sorted(counts, reverse=True)[:MOST_MONTHS]
    ]


def _typed(facet: Facet, asked: Asked, known: Known) -> Facet:
    """``facet`` with what is typed for it, and what was."""
    value: object = facet.value
    match facet.kind:
        case PartKind.CLUSTER:
            number = known.clusters[ClusterId(int(str(value)))][0]
            value, text = (number,), f"cụm {number}"
        case PartKind.TIME:
            since = value.since if isinstance(value, Period) else None
            text = "" if since is None else f"tháng {since.month}/{since.year}"
        case PartKind.CATEGORY:
            text = f"loại {facet.words}"
        case _:
            text = sign_of(value)
    its = [part for part in asked.parts if part.kind is facet.kind and part.value == value]
    return Facet(facet.kind, facet.value, facet.words, facet.count, text, next(iter(its), None))
