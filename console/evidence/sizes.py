"""What a package takes of its medium: one estimate, for the dialog and for when it is begun.

Taken high, so that no medium is full at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from console.evidence import looking
from console.evidence.preview_records import LinePreview
from console.video.units import Codec
from db.evidence_records import PackageForm, Request, StillWanted, Wanted
from db.records import from_us
from db.structs import Frozen

PAPER_BYTES = 4_000_000
"""Cover sheets, checkers, the manifest and the log's extract, with room to spare."""
STILL_BYTES_A_PIXEL = 2
"""Of a PNG of a street: seldom more."""
USUAL_PIXELS = 1920 * 1080
GROUP_OF_PICTURES = timedelta(seconds=20)
"""So much footage comes with a still, at most, where no native copy is made."""
VIEWING_SHARE, VIEWING_SHARE_OF_HEVC = 1.5, 2.5
"""What a viewing copy takes, as a share of the footage that it shows: rather too much."""
_F = PackageForm


class Sizes(Frozen):
    """Bytes of all files, and of the largest."""

    needed_bytes: int
    largest_bytes: int


def sizes_of(
    lines: Sequence[LinePreview], forms: Collection[PackageForm], stills: Sequence[StillWanted]
) -> Sizes:
    """What copies of ``forms`` and ``stills`` take, about."""
    native = [line for line in lines if _F.NATIVE in forms]
    viewing = [(line, _viewing(line)) for line in lines if _F.VIEWING in forms]
    return Sizes(
        sum(line.bytes for line in native)
        + sum(size for _, size in viewing)
        + sum(_still(still, lines, alone=_F.NATIVE not in forms) for still in stills)
        + PAPER_BYTES,
        max(
            (
                PAPER_BYTES,
                *(line.largest_bytes for line in native),
                *(_of_one_file(line, size) for line, size in viewing),
            )
        ),
    )


def forms_of(request: Request | None) -> frozenset[PackageForm]:
    """Which copies are made; sound goes with native ones."""
    copies = frozenset({_F.NATIVE, _F.VIEWING})
    if request is None:
        return copies
    forms = request.forms | ({_F.NATIVE} if _F.AUDIO in request.forms else frozenset())
    return forms & copies


def stills_of(
    request: Request | None, wanted: Sequence[Wanted], chosen: Sequence[StillWanted]
) -> list[StillWanted]:
    """Those of ``chosen`` that are made: of what is wanted, where any are allowed."""
    if request is not None and _F.STILLS not in request.forms:
        return []
    return [still for still in chosen if any(_holds(each, still) for each in wanted)]


def _holds(wanted: Wanted, still: StillWanted) -> bool:
    return wanted.camera_id == still.camera_id and wanted.span.holds(from_us(still.at_us))


def _still(still: StillWanted, lines: Sequence[LinePreview], *, alone: bool) -> int:
    """A picture, and ``alone`` the group of pictures that comes with it."""
    its = [line for line in lines if _holds(line.wanted, still)]
    pixels = max((line.pixels for line in its), default=0) or USUAL_PIXELS
    size = pixels * STILL_BYTES_A_PIXEL
    return size + max((_group(line) for line in its), default=0) if alone else size


def _group(line: LinePreview) -> int:
    length = sum((span.length for span in line.footage), timedelta())
    return round(line.bytes * min(1.0, GROUP_OF_PICTURES / length)) if length else 0


def _viewing(line: LinePreview) -> int:
    """What a line's viewing copy takes: H.264, whatever the camera sent."""
    is_plain = set(line.codecs) <= {Codec.H264}
    return round(line.bytes * (VIEWING_SHARE if is_plain else VIEWING_SHARE_OF_HEVC))


def _of_one_file(line: LinePreview, size: int) -> int:
    """The largest of a line's viewing copies."""
    length_us = line.wanted.span.length // timedelta(microseconds=1)
    return min(size, size * looking.LONGEST_FILE_US // length_us)
