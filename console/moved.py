"""When something changed in a part of a camera's picture, and of which times nobody can say.

Pure: ``console.footage.Footage.changes`` reads the change map and asks this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from console.video.looks import Area, Moment, moments
from db.footage_records import Look, Run
from db.records import Span, to_us

LONGEST = timedelta(hours=24)
"""As much is looked through at once; more is asked for a part at a time."""
SEEN_US = 30_000_000
"""Looks come a key frame: where the next one is later than this, the map has a hole."""


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
    looks: Sequence[Look], runs: Iterable[Run], span: Span, area: Area, least: float
) -> Changes:
    """The changes in ``area``; ``looks`` in order of time, all of ``span``."""
    found = moments(looks, area, least=least)
    return Changes(span, tuple(found), tuple(_holes(looks, runs, span)))


def _holes(looks: Sequence[Look], runs: Iterable[Run], span: Span) -> Iterator[Hole]:
    """Stretches without a look, cut where footage begins and ends."""
    recorded = _joined((run.start_us, run.end_us) for run in runs)
    before_us, end_us = to_us(span.start), to_us(span.end)
    for at_us in (*(look.at_us for look in looks), end_us):
        if at_us - before_us > SEEN_US:
            yield from _cut(before_us, at_us, recorded)
        before_us = at_us


def _cut(start_us: int, end_us: int, recorded: Sequence[tuple[int, int]]) -> Iterator[Hole]:
    """A hole in parts: with footage, and without.  Parts that say little are left out."""
    at_us = start_us
    for begun_us, ended_us in recorded:
        first_us, last_us = max(begun_us, start_us), min(ended_us, end_us)
        if last_us - first_us <= SEEN_US:
            continue
        if first_us - at_us > SEEN_US:
            yield Hole(at_us, first_us, recorded=False)
        yield Hole(first_us, last_us, recorded=True)
        at_us = last_us
    if end_us - at_us > SEEN_US:
        yield Hole(at_us, end_us, recorded=False)


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start_us, end_us in sorted(stretches):
        if found and start_us <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end_us))
        else:
            found.append((start_us, end_us))
    return found
