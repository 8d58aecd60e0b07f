"""What would not be there any more after going back, counted noun by noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.loss_records import Lost, Noun
from db.store import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What is here and would not be after going back.

    ``entries`` is of the log.  ``lost`` tells of each noun that was made or changed since, and of
    no other.  ``holds`` are those that were placed or prolonged since and are taken along, so that
    their footage stays (``console.carrying``); None: they cannot be read.
    """

    entries: int
    lost: Mapping[Noun, Lost] = field(default_factory=dict)
    holds: int | None = 0


def lost_between(now: Unit, then: Unit) -> dict[Noun, Lost]:
    """What ``now`` has and ``then`` has not, or otherwise; seconds for a city's bookmarks.

    What was removed since would be there again; that is no loss.
    """
    found: dict[Noun, Lost] = {}
    for noun in Noun:
        if noun is Noun.HOLDS:
            continue  # those that keep something are taken along, and are told apart
        made = changed = 0
        for _its_id, was_there in differing(now, then, noun):
            made, changed = made + (not was_there), changed + was_there
        if made or changed:
            found[noun] = Lost(made, changed)
    return found


def differing(now: Unit, then: Unit, noun: Noun) -> Iterator[tuple[int, bool]]:
    """The id of each that ``now`` has and ``then`` has not alike, and whether it has it at all."""
    older = then.whole_rows.of(noun)
    before: tuple[int, list[tuple[Any, ...]]] | None = next(older, None)
    for its_id, rows in now.whole_rows.of(noun):
        while before is not None and before[0] < its_id:
            before = next(older, None)
        was_there = before is not None and before[0] == its_id
        if not was_there or before is None or before[1] != rows:
            yield its_id, was_there
