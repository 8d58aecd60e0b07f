"""What words stand for in a search: the way along them, and whether a row says them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, false, or_

from db.find_records import Term, Viewer
from db.find_sides import Side
from db.find_ways import Condition, Path, Source, Way, idle
from db.search import listed


@dataclass(frozen=True, slots=True)
class Meant:
    """A term, and the words of the index that it stands for."""

    term: Term
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a condition for something meant is made of, whatever the words."""

    words: int  # none, one, or 2 for several
    of_categories: bool
    reads_people: bool


def way_of_words(side: Side, meant: Meant, viewer: Viewer) -> Way:
    """Along the words that a term stands for, and the categories that are called so."""
    path = side.by_word if viewer.reads_people else side.by_open_word
    words, categories = Source(path, meant.words), tuple(sorted(meant.term.categories))
    return Way((words, *([Source(side.by_category, categories)] if categories else [])), "word")


def likeness(meant: Meant, viewer: Viewer) -> Likeness:
    """What ``says`` needs to know of it."""
    return Likeness(min(2, len(meant.words)), bool(meant.term.categories), viewer.reads_people)


def says(side: Side, path: Path, place: int, like: Likeness) -> Condition:
    """That what lies on ``path`` says what is meant by the term at ``place`` (``said_of``)."""
    either: list[Condition] = [false()]
    if like.words:
        words = side.other_words
        is_one = words.word == bindparam(f"word_{place}")
        said = is_one if like.words == 1 else words.word.in_(listed(f"words_{place}"))
        its = [words.at == path.at, side.id_in(words) == path.id]
        its += [] if like.reads_people else side.open_words(words)
        either.append(exists().where(said, *its))
    if like.of_categories:
        either.append(idle(side.row.category_id).in_(listed(f"categories_{place}")))
    return or_(*either)


def said_of(meant: Collection[Meant]) -> dict[str, object]:
    """What ``says`` holds rows against, for each term by its place."""
    return {
        name: its
        for place, each in enumerate(meant)
        for name, its in (
            (f"words_{place}", each.words),
            (f"word_{place}", next(iter(each.words), None)),
            (f"categories_{place}", each.term.categories),
        )
    }
