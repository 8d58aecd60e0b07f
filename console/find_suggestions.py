"""What the end of a search may become: a saved search, or what the station has under that name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from console.asked import Asked, Part, PartKind, called_team
from db.case_records import SavedSearch
from db.find_places import FindPlaces
from db.folding import even, fold, words_typed

_MOST_OF_A_KIND = 5
_MOST_WORDS = 5  # of a name
_LEAST_LETTERS = 3  # of a name: "xe" is in every other note and in every bus station
_LEAST_OF_SAVED = 2  # letters: their names are the officer's own, and few
_END = "\x1f"  # stands in no name
_SIGNS = re.compile(rf"[^a-z0-9{_END}]+")
# What stands before a name already, and is not written twice.
_LEADS = {
    PartKind.CAMERA: re.compile(r"(?<!\w)(?:camera|cam|mat)\s*:?$"),
    PartKind.CLUSTER: re.compile(r"(?<!\w)cum(?:\s+camera)?\s*:?$"),
    PartKind.TEAM: re.compile(r"(?<!\w)to(?:\s+(?:tu\s+quan|dan\s+pho))?\s*:?$"),
    PartKind.CATEGORY: re.compile(r"(?<!\w)loai\s*:?$"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole text that may be meant; ``words`` tell what it finds, as it is called.

    ``number`` is that of a camera or a cluster.  A saved search is of kind WORDS.
    """

    kind: PartKind
    text: str
    words: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """Something of the station: how it is called, and what is typed for it."""

    kind: PartKind
    words: str
    told: str
    number: int | None = None


def suggestions(
    asked: Asked, places: FindPlaces, saved: Collection[SavedSearch]
) -> list[Suggestion]:
    """For the end of ``asked``, as many words of it as are part of a name; some ms for a city.

    Diacritics and capitals do not matter, and each word may be the beginning of one.  Behind other
    words a name's must stand side by side: "mất xe ngõ đình".
    """
    tail = _tail(asked)
    if not tail:
        return []
    begun = _kept(asked, tail)
    found = [
        Suggestion(PartKind.WORDS, each.text, each.name)
        for each in saved
        if not begun and _fits(_plain(each.name), words_typed(asked.text), _LEAST_OF_SAVED)
    ]
    names = _folded(list(_names(places)))
    for first in range(len(tail)):
        start = _kept(asked, tail[first:])
        typed = words_typed(asked.text[tail[first].places[0][0] :])
        fitting = [
            (name, words)
            for name, words in names
            # Words that are a name are typed in its order; alone, as they come to mind.
            if _fits(words, typed) and (first == 0 or _is_together(words, typed))
        ]
        if fitting:
            return found + _offered(fitting, typed, start)
    return found


def _tail(asked: Asked) -> list[Part]:
    """The last words, if the text ends with words: what is understood already stays."""
    tail: list[Part] = []
    end = len(asked.text)
    for part in reversed(asked.parts):
        (start, stop) = part.places[-1]
        plain = part.kind is PartKind.WORDS and asked.text[start] not in '"“'
        if not plain or asked.text[stop:end].strip() or len(tail) == _MOST_WORDS:
            break
        tail.insert(0, part)
        end = start
    return tail


def _kept(asked: Asked, tail: Collection[Part]) -> str:
    """What stands before ``tail``."""
    return asked.text[: min(part.places[0][0] for part in tail)].rstrip()


def _names(places: FindPlaces) -> Iterator[_Name]:
    for number, name in places.cameras():
        yield _Name(PartKind.CAMERA, name, f"cam {number:02d}", number)
    for number, name in sorted(places.clusters().values()):
        yield _Name(PartKind.CLUSTER, name, f"cụm {number}", number)
    for name in sorted(set(places.teams().values()), key=even):
        yield _Name(PartKind.TEAM, name, called_team(name))
    for branch in places.categories():
        yield _Name(PartKind.CATEGORY, branch.name, f"loại {branch.name}")


def _folded(names: list[_Name]) -> list[tuple[_Name, str]]:
    """With the words of each, a blank before every one; folded in one piece, which is faster."""
    return list(
        zip(names, _plain(_END.join(name.words for name in names)).split(_END), strict=True)
    )


def _plain(text: str) -> str:
    return _END.join(f" {each}" for each in _SIGNS.sub(" ", fold(text)).split(_END))


def _fits(words: str, typed: Collection[str], least_letters: int = _LEAST_LETTERS) -> bool:
    """Whether each of ``typed`` begins one of ``words``; of too few letters it is none."""
    if sum(map(len, typed)) < least_letters:
        return False
    return all(f" {each}" in words for each in typed)


def _is_together(words: str, typed: Collection[str]) -> bool:
    """Whether ``typed`` stands side by side in ``words``."""
    return f" {' '.join(typed)}" in words


def _offered(
    fitting: Iterable[tuple[_Name, str]], typed: list[str], start: str
) -> list[Suggestion]:
    """As they follow on ``start``; those that hold the words side by side first."""
    plain = even(start)
    leads = {kind: said.start() for kind, lead in _LEADS.items() if (said := lead.search(plain))}
    by_kind: dict[PartKind, list[tuple[bool, _Name]]] = {}
    for name, words in fitting:
        if not leads or name.kind in leads:
            apart = not _is_together(words, typed)
            by_kind.setdefault(name.kind, []).append((apart, name))
    found: list[Suggestion] = []
    for kind, rows in by_kind.items():
        before = start[: leads.get(kind, len(start))].rstrip()
        for _, name in sorted(rows, key=lambda row: row[0])[:_MOST_OF_A_KIND]:
            text = f"{before} {name.told}".strip()
            found.append(Suggestion(kind, text, name.words, name.number))
    return found
