"""Which lines of custody have a receipt, and what the program knows of the medium of one.

No store: windows ask it, too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from console.evidence.notes import SOUND, words_in
from console.evidence.paper_records import Comparison, Medium
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, Package

LONGEST_MEDIUM = 80
_BETWEEN = " · "
_K = CustodyKind
_WITH_RECEIPT = frozenset({_K.COPIED, _K.HANDED, _K.RETURNED})
_READ_BACK = frozenset({_K.MADE, _K.COPIED})  # before the package had its name there
_TELLING = frozenset({*_READ_BACK, _K.VERIFIED, _K.DESTROYED})


def medium_text(name: str, serial: str) -> str:
    """Name and serial number in the one field that custody has; the number stays whole."""
    if not serial:
        return name[:LONGEST_MEDIUM].rstrip()
    room = LONGEST_MEDIUM - len(serial) - len(_BETWEEN)
    kept = name.replace(_BETWEEN, " ")[: max(0, room)].rstrip()
    return f"{kept}{_BETWEEN}{serial}" if kept else serial[:LONGEST_MEDIUM]


def medium_in(text: str) -> Medium:
    """A medium as it is printed."""
    name, between, serial = text.rpartition(_BETWEEN)
    return Medium(kind=name, serial=serial) if between else Medium(kind=text)


def medium_of_line(package: Package, line: CustodyLine) -> Medium:
    """The medium of a line; what was made tells the number alone, the package its name."""
    if line.kind is _K.MADE:
        return Medium(kind=package.extras.medium, serial=line.medium)
    return medium_in(line.medium)


def has_receipt(package: Package, line: CustodyLine) -> bool:
    """Whether there is a receipt for a line: copied, handed over, returned, made onto a medium.

    What was made into a folder of the PC is on no medium that anybody hands over.
    """
    if line.kind is _K.MADE:
        return bool(package.extras.medium or line.medium)
    return line.kind in _WITH_RECEIPT


def comparison_of(
    line: CustodyLine, lines: Sequence[CustodyLine], doubtful: Collection[CustodyId] = ()
) -> Comparison | None:
    """When the program last read the package back from the medium of ``line``, up to then.

    None: never, or nobody can tell: a medium without a serial number may be any, and a name is
    typed by hand.  ``lines`` are all of the package, in order; what the log does not confirm is
    ``doubtful``, and vouches for nothing.
    """
    if line.kind in _READ_BACK:
        known = line.kind is _K.COPIED or bool(line.medium)
        return Comparison(line.at, sound=True) if known and line.id not in doubtful else None
    its = (each for each in reversed(lines) if each.id < line.id and _is_same(each, line))
    last = next((each for each in its if each.kind in _TELLING), None)
    if last is None or last.id in doubtful or last.kind is _K.DESTROYED:
        return None
    if last.kind in _READ_BACK:
        return Comparison(last.at, sound=True)
    found = words_in(last.note)  # () where the note was erased
    return Comparison(last.at, sound=found == (SOUND,)) if found else None


def _is_same(one: CustodyLine, other: CustodyLine) -> bool:
    """Whether two lines are about one medium, by a serial number that one of them surely tells."""
    (number, is_serial), (its, its_is_serial) = _number(one), _number(other)
    return bool(number) and number == its and (is_serial or its_is_serial)


def _number(line: CustodyLine) -> tuple[str, bool]:
    """The serial number, or whatever was typed in its place; and whether it is one for sure."""
    if line.kind is _K.MADE:
        return line.medium, True
    serial = medium_in(line.medium).serial
    return serial or line.medium, bool(serial)
