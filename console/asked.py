"""What was typed into the search box, and what is understood by it: numbers, times, places, words.

A pure reading: nothing is looked up.  What is not understood is looked for as words; nothing that
can be typed is an error.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from console.periods import Period, period_in
from console.spelling import Typed
from db.case_records import CategoryId, IncidentState, Severity
from db.find_records import FoundKind
from db.folding import even, words_typed

LONGEST = 300
"""What is typed beyond it is not read; a saved search is no longer."""
MOST_WORDS = 12
TEAM = "to"
"""The word that begins every naming of a team, folded."""
_MOST_NUMBERS = 40  # of cameras in one row
_LARGEST = 999_999


class PartKind(StrEnum):
    """What a part of it is."""

    NUMBER = "number"  # of an incident
    CAMERA = "camera"
    CLUSTER = "cluster"
    TEAM = "team"
    TIME = "time"
    KIND = "kind"
    STATE = "state"
    SEVERITY = "severity"
    CATEGORY = "category"
    MINE = "mine"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class IncidentNumber:
    """The number of an incident, and its year, if it was typed."""

    number: int
    year: int | None = None


PartValue = (
    IncidentNumber
    | tuple[int, ...]
    | Period
    | FoundKind
    | IncidentState
    | Severity
    | CategoryId
    | str
    | None
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that was understood, and where in ``Asked.text`` it was typed."""

    kind: PartKind
    value: PartValue
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, as it is understood.

    ``words`` are the folded words that are left; ``typing``: the last of them may not be whole yet.
    """

    text: str
    parts: tuple[Part, ...]
    words: tuple[str, ...]
    typing: bool

    def values(self, kind: PartKind) -> list[PartValue]:
        """What was understood of one kind."""
        return [part.value for part in self.parts if part.kind is kind]

    def without(self, part: Part) -> str:
        """The text without what ``part`` was read from."""
        text = self.text
        for start, end in sorted(part.places, reverse=True):
            text = f"{text[:start]} {text[end:]}"
        return " ".join(text.split())


_NUMBERS = r"0*(\d{1,9}(?:(?:\s*[,;+]\s*|\s+va\s+)0*\d{1,9})*)(?![\w/:]|[.-]\d)"
_SEVERAL = {
    PartKind.CLUSTER: (rf"(?<!\w)cum(?:\s+camera)?(?:\s+so)?\s*[.:#-]?\s*{_NUMBERS}", "cụm số và"),
    PartKind.CAMERA: (rf"(?<!\w)(?:camera|cam|mat)(?:\s+so)?\s*[.:#-]?\s*{_NUMBERS}", "mắt số và"),
    PartKind.TEAM: (
        rf"(?<!\w)to(?:\s+(?:tu\s+quan|dan\s+pho))?(?:\s+so)?\s*[.:#-]?\s*{_NUMBERS}",
        "tổ tự quản dân phố số và",
    ),
}
_PATTERNS = {kind: (re.compile(pattern), words) for kind, (pattern, words) in _SEVERAL.items()}
_NUMBER = re.compile(
    r"(?<!\w)(?:vv|vu\s+viec|vu)(?:\s+so)?\s*[.:#/-]?\s*(?:(\d{4})\s*[-/.]\s*)?0*(\d{1,9})(?![\w:])"
)
_HASH = re.compile(r"(?<!\S)#\s*()0*(\d{1,9})(?!\w)")
_CATEGORY = re.compile(r"(?<!\w)loai\s*:?\s+")
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')
_WORDS = re.compile(r'"[^"]*\w[^"]*"|“[^”]*\w[^”]*”|\S*\w\S*')
_SIGNS: dict[str, tuple[PartKind, PartValue]] = {
    "dấu mốc": (PartKind.KIND, FoundKind.BOOKMARK),
    "vụ việc": (PartKind.KIND, FoundKind.INCIDENT),
    "bookmark": (PartKind.KIND, FoundKind.BOOKMARK),
    "incident": (PartKind.KIND, FoundKind.INCIDENT),
    "nháp": (PartKind.STATE, IncidentState.DRAFT),
    "bản nháp": (PartKind.STATE, IncidentState.DRAFT),
    "draft": (PartKind.STATE, IncidentState.DRAFT),
    "chờ duyệt": (PartKind.STATE, IncidentState.SUBMITTED),
    "đã trình": (PartKind.STATE, IncidentState.SUBMITTED),
    "đã gửi duyệt": (PartKind.STATE, IncidentState.SUBMITTED),
    "submitted": (PartKind.STATE, IncidentState.SUBMITTED),
    "trả lại": (PartKind.STATE, IncidentState.RETURNED),
    "bị trả lại": (PartKind.STATE, IncidentState.RETURNED),
    "returned": (PartKind.STATE, IncidentState.RETURNED),
    "đã duyệt": (PartKind.STATE, IncidentState.APPROVED),
    "approved": (PartKind.STATE, IncidentState.APPROVED),
    "đã đóng": (PartKind.STATE, IncidentState.CLOSED),
    "đã kết thúc": (PartKind.STATE, IncidentState.CLOSED),
    "closed": (PartKind.STATE, IncidentState.CLOSED),
    "mức thường": (PartKind.SEVERITY, Severity.ROUTINE),
    "routine": (PartKind.SEVERITY, Severity.ROUTINE),
    "nghiêm trọng": (PartKind.SEVERITY, Severity.SERIOUS),
    "serious": (PartKind.SEVERITY, Severity.SERIOUS),
    "khẩn cấp": (PartKind.SEVERITY, Severity.URGENT),
    "khẩn": (PartKind.SEVERITY, Severity.URGENT),
    "urgent": (PartKind.SEVERITY, Severity.URGENT),
    "của tôi": (PartKind.MINE, None),
    "mine": (PartKind.MINE, None),
}
_SIGN_OF = {value: sign for sign, (_, value) in reversed(_SIGNS.items())}
_BY_PLAIN = {even(sign): sign for sign in _SIGNS}
_SIGN = re.compile(
    "|".join(
        rf"(?<!\w){sign.replace(' ', '[ ]+')}(?!\w)"
        for sign in sorted(_BY_PLAIN, key=len, reverse=True)
    )
)


def asked(
    text: str,
    now: datetime,
    zone: tzinfo | None = None,
    categories: Mapping[CategoryId, str] | None = None,
    teams: Collection[str] = (),
) -> Asked:
    """Read ``text`` at ``now``.

    What stands in quotation marks is words.  Times are in ``zone``, None for the PC's, and come out
    aware.  ``categories`` are told by their names, "loại trộm cắp", and so are ``teams`` that have
    more than a number for a name, "tổ Đoàn Kết": such a part has the name for its value.
    """
    typed = Typed(" ".join(text[:LONGEST].split()))
    whole = typed.text
    quoted = [match.span() for match in _QUOTED.finditer(typed.plain)]
    for start, end in quoted:
        typed.take(start, end)
    parts = [
        *_teams(typed, teams),
        *_numbers(typed),
        *_several(typed),
        *_categories(typed, categories or {}),
        *_signs(typed),
        *_times(typed, now, zone),
    ]
    left = "".join(
        letter if not plain.isspace() or _is_within(place, quoted) else " "
        for place, (letter, plain) in enumerate(zip(whole, typed.plain, strict=True))
    )
    words = tuple(words_typed(left)[:MOST_WORDS])
    parts.extend(Part(PartKind.WORDS, each[0], (each.span(),)) for each in _WORDS.finditer(left))
    typing = bool(words) and text[-1:].isalnum() and left[-1:].isalnum() and len(text) <= LONGEST
    return Asked(whole, tuple(sorted(parts, key=lambda part: part.places)), words, typing)


def sign_of(value: object) -> str:
    """What is typed for a kind, a state or a severity: "chờ duyệt"; "" for anything else."""
    return _SIGN_OF.get(value, "") if isinstance(value, StrEnum) else ""


def called_team(name: str) -> str:
    """What is typed for a team of this name."""
    return name if words_typed(name)[:1] == [TEAM] else f"tổ {name}"


def _teams(typed: Typed, teams: Collection[str]) -> Iterator[Part]:
    """The longest names first; a number alone is read with those of cameras and clusters."""
    names = {even(called_team(name)): name for name in teams}
    for told in sorted(names, key=len, reverse=True):
        pattern = r"\s+".join(map(re.escape, told.split()))
        for match in list(re.finditer(rf"(?<!\w){pattern}(?!\w)", typed.plain)):
            is_number = _PATTERNS[PartKind.TEAM][0].fullmatch(typed.plain, *match.span())
            if is_number is None and typed.is_spelled(match.start(), match.start() + 2, "tổ"):
                typed.take(*match.span())
                yield Part(PartKind.TEAM, names[told], (match.span(),))


def _numbers(typed: Typed) -> Iterator[Part]:
    for pattern in (_NUMBER, _HASH):
        for match in pattern.finditer(typed.plain):
            year = int(match[1]) if match[1] else None
            fits = year is None or 2000 <= year <= 2199
            if not fits or not typed.is_spelled(*match.span(), "vv vụ việc số"):
                continue
            if int(match[2]) > _LARGEST:
                continue
            typed.take(*match.span())
            yield Part(PartKind.NUMBER, IncidentNumber(int(match[2]), year), (match.span(),))


def _several(typed: Typed) -> Iterator[Part]:
    for kind, (pattern, words) in _PATTERNS.items():
        for match in pattern.finditer(typed.plain):
            numbers = [int(each) for each in re.findall(r"\d+", match[1])]
            fits = len(numbers) <= _MOST_NUMBERS and max(numbers) <= _LARGEST
            if fits and typed.is_spelled(*match.span(), words):
                typed.take(*match.span())
                yield Part(kind, tuple(dict.fromkeys(numbers)), (match.span(),))


def _categories(typed: Typed, categories: Mapping[CategoryId, str]) -> Iterator[Part]:
    names = sorted(((even(name), each) for each, name in categories.items()), reverse=True)
    for match in list(_CATEGORY.finditer(typed.plain)):
        for name, category_id in names:
            end = match.end() + len(name)
            told = (
                typed.plain[match.end() : end] == name and not typed.plain[end : end + 1].isalnum()
            )
            if name and told and typed.is_spelled(*match.span(), "loại"):
                typed.take(match.start(), end)
                yield Part(PartKind.CATEGORY, category_id, ((match.start(), end),))
                break


def _signs(typed: Typed) -> Iterator[Part]:
    for match in list(_SIGN.finditer(typed.plain)):
        sign = _BY_PLAIN[" ".join(match[0].split())]
        if typed.is_spelled(*match.span(), sign):
            typed.take(*match.span())
            kind, value = _SIGNS[sign]
            yield Part(kind, value, (match.span(),))


def _times(typed: Typed, now: datetime, zone: tzinfo | None) -> Iterator[Part]:
    found = period_in(typed, now, zone)
    if found is not None:
        yield Part(PartKind.TIME, found.period, found.places)


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
