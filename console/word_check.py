"""The index of words, which searching goes by: compared with the texts, made anew from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.find_records import FoundKind, WordDrift
from db.store import Store

_WORDS_AT_ONCE, _TEXTS_AT_ONCE = 20_000, 1000  # a fraction of a second each
_CALLED = {FoundKind.BOOKMARK: "bookmarks", FoundKind.INCIDENT: "incidents"}


class WordCheck:
    """For whoever may start the program: nothing of what the texts say is told."""

    def __init__(
        self, store: Store, words_at_once: int = _WORDS_AT_ONCE, texts_at_once: int = _TEXTS_AT_ONCE
    ) -> None:
        """Made anew, so many words are taken out in a step, and those of so many texts put in."""
        self._store = store
        self._words_at_once = words_at_once
        self._texts_at_once = texts_at_once

    def compare(self) -> Mapping[FoundKind, WordDrift]:
        """How the index differs from the texts of one moment.  Raises StoreProblem."""
        with self._store.read() as unit:
            return {kind: unit.words.drift(kind) for kind in FoundKind}

    def rebuild(self) -> None:
        """Make the index anew, in short steps: who writes meanwhile waits for one at most.

        Until it is done, a search finds less.  One that was cut off is begun again by the next.
        Raises StoreProblem.
        """
        for kind in FoundKind:
            while self._drop_some(kind):
                pass
            with self._store.read() as unit:
                last = unit.words.last_id(kind)  # what is written from now on is in it
            for first in range(1, last + 1, self._texts_at_once):
                with self._store.begin() as unit:
                    unit.words.fill_some(kind, range(first, first + self._texts_at_once))

    def _drop_some(self, kind: FoundKind) -> bool:
        with self._store.begin() as unit:
            return unit.words.drop_some(kind, self._words_at_once)


def report(found: Mapping[FoundKind, WordDrift]) -> Iterator[str]:
    """What was found: a line for each index that is not as it should be, or one for all."""
    wrong = {kind: drift for kind, drift in found.items() if not drift.is_none}
    if not wrong:
        yield f"words:       {sum(each.words for each in found.values())}, as in the texts"
    for kind, drift in wrong.items():
        yield (
            f"words:       of {_CALLED[kind]} {drift.missing} are MISSING in {drift.texts} texts,"
            f" {drift.extra} are TOO MANY: --rebuild-words"
        )
