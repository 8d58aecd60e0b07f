"""When something changed in a part of a camera's picture, and of which times nobody can say.

Pure: ``console.footage.Footage.changes`` reads the change map and asks this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from console.video.looks import Area, Moment, moments
from db.footage_records import Look, Run
from db.records import Span, to_us

LONGEST = timedelta(hours=24)
"""As much is looked through at once; more is asked for a part at a time."""
SEEN_US = 30_000_000
"""Looks come a key frame: where the next one is later than this, the map has a hole at any rate."""
_LEAST_US = 5_000_000  # … and where it is later than three usual ones are, if not before this
_USUAL_ONES = 3


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch without a change map; ``recorded``: there is footage, so it must be watched."""

    start_us: int
    end_us: int
    recorded: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What was found in ``span``, whose start the officer's role may have cut."""

    span: Span
    moments: tuple[Moment, ...]
    holes: tuple[Hole, ...]


def changes_in(
    looks: Sequence[Look], runs: Iterable[Run], span: Span, area: Area, least: float, now_us: int
) -> Changes:
    """The changes in ``area``; ``looks`` in order of time, all of ``span``.

    What is being recorded reaches to ``now_us``: its looks come with the end of its minute.
    """
    found = moments(looks, area, least=least)
    recorded = _joined((run.start_us, now_us if run.open else run.end_us) for run in runs)
    return Changes(span, tuple(found), tuple(_holes(looks, recorded, span)))


def _patience_us(looks: Sequence[Look]) -> int:
    """How long after a look the next one may come: a kill, or a new session, costs some."""
    steps = sorted(after.at_us - before.at_us for before, after in pairwise(looks))
    usual_us = steps[len(steps) // 2] if steps else 0
    return min(SEEN_US, max(_LEAST_US, _USUAL_ONES * usual_us))


def _holes(
    looks: Sequence[Look], recorded: Sequence[tuple[int, int]], span: Span
) -> Iterator[Hole]:
    """Stretches without a look, cut where footage begins and ends."""
    patience_us = _patience_us(looks)
    before_us, end_us = to_us(span.start), to_us(span.end)
    for at_us in (*(look.at_us for look in looks), end_us):
        if at_us - before_us > patience_us:
            yield from _cut(before_us, at_us, recorded, patience_us)
        before_us = at_us


def _cut(
    start_us: int, end_us: int, recorded: Sequence[tuple[int, int]], patience_us: int
) -> Iterator[Hole]:
    """A hole in parts: with footage, and without.  Parts that say little are left out."""
    at_us = start_us
    for begun_us, ended_us in recorded:
        first_us, last_us = max(begun_us, start_us), min(ended_us, end_us)
        if last_us - first_us <= patience_us:
            continue
        if first_us - at_us > patience_us:
            yield Hole(at_us, first_us, recorded=False)
        yield Hole(first_us, last_us, recorded=True)
        at_us = last_us
    if end_us - at_us > patience_us:
        yield Hole(at_us, end_us, recorded=False)


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start_us, end_us in sorted(stretches):
        if found and start_us <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end_us))
        else:
            found.append((start_us, end_us))
    return found
