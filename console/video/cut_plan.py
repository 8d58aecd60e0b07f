"""What a cut consists of: which films, from which key picture of theirs to before which other.

It begins with the last key picture at or before the wanted start.  Where pictures that are shown
before that one need the GOP before (open GOP), the cut begins one GOP further back, if need be in
the file before: so all that is shown from the wanted start on can be decoded.  It ends before the
first key picture behind all that is shown before the wanted end.  (E-30)
"""

from __future__ import annotations

from bisect import bisect_right

from console.video import stored_nals
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Recorded
from console.video.stored_nals import NalsBroken
from console.video.wire_footage import Cut
from db.structs import Struct, field

_LONGEST_US = 3_600_000_000  # a file that says that it holds more than an hour lies
_LEADING = 8  # a key picture and those behind it that may be shown before it


class NothingToCut(Exception):
    """No footage of it is on disk."""


class Piece(Struct):
    """What is taken of one film: its pictures from ``first`` up to (not with) ``last``."""

    film: Film
    first: int
    last: int

    @property
    def start_us(self) -> int:
        """When its first picture is shown."""
        return min(self.film.shown_us[self.film.ranks[n]] for n in self._some(self.first))

    @property
    def end_us(self) -> int:
        """When its last picture ends."""
        film = self.film
        if self.last == len(film.rows):
            return film.end_us
        return min(film.shown_us[film.ranks[n]] for n in self._some(self.last))

    @property
    def begin(self) -> int:
        """When its first picture is shown, in its film's ticks."""
        rows = self.film.rows
        return min(rows[n].dts + rows[n].shift for n in self._some(self.first))

    def _some(self, first: int) -> range:
        return range(first, min(first + _LEADING, len(self.film.rows)))


class Plan(Struct):
    """What a cut consists of, before a byte is copied."""

    pieces: list[Piece] = field(default_factory=list)
    missing: list[tuple[int, int]] = field(default_factory=list)
    changed_us: int | None = None  # what begins here does not go into the same file
    open_gop: bool = False  # it begins one GOP further back

    @property
    def late(self) -> int:
        """By how many ticks its first picture is shown after it is decoded: B pictures."""
        first = self.pieces[0]
        return max(0, first.begin - first.film.rows[first.first].dts)


def plan(footage: Footage, order: Cut) -> Plan:
    """Choose the films and pictures of a cut; heads of files are read.

    Raises:
        NothingToCut: there is none.
        StoreProblem: the index cannot be read.
    """
    made = Plan()
    at_us = order.start_us
    found = _of_role(footage, order)
    for number, recorded in enumerate(found):
        film = footage.open(recorded)
        if film is None or film.end_us <= at_us or not _is_believed(film, recorded):
            continue
        if not made.pieces and _goes_on_in_a_later(footage, found[number + 1 :], at_us):
            continue
        if made.pieces and (
            not _alike(made.pieces[0].film, film) or film.start_us + TAIL_US < at_us
        ):
            made.changed_us = film.start_us
            break
        first = film.key_for(film.rank_at(max(at_us, film.start_us)))
        if not made.pieces:
            first = _further_back(made, footage, film, first)
        beyond = film.rank_at(order.end_us - 1)
        behind = bisect_right(film.keys, film.order[beyond])
        last = film.keys[behind] if behind < len(film.keys) else len(film.rows)
        piece = Piece(film, first, last)
        if piece.start_us > at_us + (TAIL_US if made.pieces else 0):
            made.missing.append((at_us, piece.start_us))
        made.pieces.append(piece)
        at_us = max(at_us, piece.end_us)
    if not made.pieces:
        raise NothingToCut
    end_us = order.end_us if made.changed_us is None else made.changed_us
    if at_us + TAIL_US < end_us:
        made.missing.append((at_us, end_us))
    return made


def _of_role(footage: Footage, order: Cut) -> list[Recorded]:
    found = footage.recorded(order.camera_id, order.start_us - TAIL_US, order.end_us)
    return [each for each in found if each.role is order.role and each.start_us < order.end_us]


def _is_believed(film: Film, recorded: Recorded) -> bool:
    """Whether the times of a film can be those of its file.

    One whose clock lies would hide all that comes after it.
    """
    end_us = film.start_us + _LONGEST_US if recorded.end_us is None else recorded.end_us + TAIL_US
    return film.end_us <= end_us and film.shown_us[0] >= film.start_us - TAIL_US


def _goes_on_in_a_later(footage: Footage, later: list[Recorded], at_us: int) -> bool:
    """Whether another file shows ``at_us``, too: the next one begins where a cut had to end.

    Where the station's clock was set back, the later time is meant, as in review.
    """
    for recorded in later:
        if recorded.start_us <= at_us:
            film = footage.open(recorded)
            if film is not None and film.end_us > at_us and _is_believed(film, recorded):
                return True
    return False


def _alike(one: Film, other: Film) -> bool:
    """Whether both fit under one head."""
    kinds = [
        [(track.handler, track.number, track.timescale, track.entry) for track in film.tracks]
        for film in (one, other)
    ]
    return kinds[0] == kinds[1]


def _further_back(made: Plan, footage: Footage, film: Film, first: int) -> int:
    """The key picture to begin with, given the one that the wanted start lies behind.

    It may become a piece of its own: the last GOP of the file before.
    """
    if not _is_open(film, first):
        return first
    place = film.keys.index(first)
    if place > 0:
        made.open_gop = True
        return film.keys[place - 1]
    before = _before(footage, film)
    if before is not None:
        made.open_gop = True
        made.pieces.append(Piece(before, before.keys[-1], len(before.rows)))
    return first


def _is_open(film: Film, key: int) -> bool:
    """Whether pictures behind a key picture need what is before it."""
    place = bisect_right(film.keys, key)
    behind = film.keys[place] if place < len(film.keys) else len(film.rows)
    behind = min(behind, key + _LEADING)
    leading = [n for n in range(key + 1, behind) if film.ranks[n] < film.ranks[key]]
    if not leading:
        return False
    try:
        width = stored_nals.length_bytes(film.codec, film.config)
        kinds = [stored_nals.slice_kind(film.codec, film.read(n), width) for n in [key, *leading]]
    except (NalsBroken, FilmUnreadable):
        return True  # rather a GOP too much
    return not stored_nals.begins_anew(film.codec, kinds[0]) and any(
        stored_nals.leans_back(film.codec, which) for which in kinds[1:]
    )


def _before(footage: Footage, film: Film) -> Film | None:
    """The film that goes on in this one, if there is one."""
    found = footage.recorded(film.camera_id, film.start_us - TAIL_US, film.start_us)
    for recorded in reversed(found):
        if recorded.role is film.role and recorded.start_us < film.start_us:
            before = footage.open(recorded)
            if (
                before is not None
                and _is_believed(before, recorded)
                and abs(before.end_us - film.start_us) < TAIL_US
                and _alike(before, film)
            ):
                return before
    return None
