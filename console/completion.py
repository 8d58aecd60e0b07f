"""What a note may go on with: codes first, then places, then what was written before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from db.case_records import Phrase
from db.folding import fold
from db.structs import Frozen

MOST_WORDS = 4  # so many words at the end of a note are taken for the beginning of something
_LEAST_LETTERS = 2  # of a place or a word; a code may be one letter
_LEAST_OF_A_WORD = 4  # shorter words are typed faster than chosen
_PUNCTUATION = ".,;:!?()\"'"


class SuggestionKind(StrEnum):
    """Where a suggestion is from."""

    CODE = "code"
    PLACE = "place"
    RECENT = "recent"


class Suggestion(Frozen):
    """What may be chosen: ``words`` are offered, ``line`` is the whole note that they make.

    ``code`` is the code of a phrase, so that it is learned, "" without one.
    """

    kind: SuggestionKind
    words: str
    line: str
    code: str = ""


class Bank:
    """Phrases, places and notes, folded once; then each key is answered at once."""

    def __init__(
        self, phrases: Iterable[Phrase], places: Iterable[str], notes: Sequence[str]
    ) -> None:
        """``notes`` are the newest first, the officer's own before the station's."""
        bank = list(phrases)
        self._codes = [each for each in bank if each.code]
        names = dict.fromkeys([each.text for each in bank if not each.code] + [*places])
        self._places = [(f" {fold(name)}", name) for name in names]
        self._notes = [(fold(note), note) for note in dict.fromkeys(notes)]
        words = Counter(
            word
            for note in notes
            for word in (each.strip(_PUNCTUATION) for each in note.split())
            if len(word) >= _LEAST_OF_A_WORD
        )
        self._words = [(fold(word), word) for word, _ in words.most_common()]

    def suggest(self, typed: str, most: int = 8) -> list[Suggestion]:
        """What may follow ``typed``; without a word the commonest phrases and the newest notes."""
        found: dict[str, Suggestion] = {}
        for each in self._all(typed):
            if each.line != typed.strip():
                found.setdefault(each.line, each)
            if len(found) == most:
                break
        return list(found.values())

    def _all(self, typed: str) -> Iterator[Suggestion]:
        if not typed.strip():
            for _, note in self._notes[:3]:
                yield Suggestion(SuggestionKind.RECENT, note, note)
            for each in self._codes:
                yield Suggestion(SuggestionKind.CODE, each.text, each.text, each.code)
            return
        tails = list(_tails(typed))
        yield from self._of_codes(tails)
        yield from self._of_places(tails)
        yield from self._of_notes(typed, tails)

    def _of_codes(self, tails: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
        """Whole codes before those that begin so, then sentences; the longest tail first."""
        for head, tail in tails:
            hits = [each for each in self._codes if each.code.startswith(tail)]
            for each in sorted(hits, key=lambda phrase: (phrase.code != tail, phrase.code)):
                line = f"{head}{each.text}"
                yield Suggestion(SuggestionKind.CODE, each.text, line, each.code)
        for head, tail in tails:
            for each in self._codes:
                if len(tail) > _LEAST_LETTERS and fold(each.text).startswith(tail):
                    line = f"{head}{each.text}"
                    yield Suggestion(SuggestionKind.CODE, each.text, line, each.code)

    def _of_places(self, tails: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
        for head, tail in tails:
            if len(tail) < _LEAST_LETTERS:
                continue
            for folded, name in self._places:
                if f" {tail}" in folded:
                    yield Suggestion(SuggestionKind.PLACE, name, f"{head}{name}")

    def _of_notes(self, typed: str, tails: Sequence[tuple[str, str]]) -> Iterator[Suggestion]:
        whole = fold(" ".join(typed.split()))
        if len(whole) >= _LEAST_LETTERS:
            for folded, note in self._notes:
                if folded.startswith(whole):
                    yield Suggestion(SuggestionKind.RECENT, note, note)
        head, tail = tails[-1] if tails else ("", "")
        if len(tail) >= _LEAST_LETTERS:
            for folded, word in self._words:
                if folded.startswith(tail) and folded != tail:
                    yield Suggestion(SuggestionKind.RECENT, word, f"{head}{word}")


def _tails(typed: str) -> Iterator[tuple[str, str]]:
    """The last words of a note, folded, with what stands before them; the most words first."""
    words = typed.split()
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        before = " ".join(words[:-count])
        tail = fold(" ".join(words[-count:])).strip()
        if tail:
            yield (f"{before} " if before else ""), tail
