"""The bars of the timeline as pixels: what each row shows is one byte a pixel until the last step.

81 cameras over 30 days are tens of thousands of stretches; drawn one by one by a painter they take
seconds.  Here a stretch is one slice assignment, a line of a row one table look-up
(``bytes.translate``), so that a zoom step stays within a frame or two.  All lengths are device
pixels.  Nothing is told by colour alone: what is recorded is a full bar, a fault a hatch, what was
not wanted a dotted line, what is held a line above, an outage dashes below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtGui import QColor, QImage

from db.footage_records import Gap
from ui.review import coarse
from ui.review.activity import Activity, Viewer
from ui.review.material import Lane, Track, parted
from ui.review.pennants import planted
from ui.review.scale import Scale
from ui.theme import Colours

_PERIOD = 4  # pixels after which a pattern begins anew


class _Code(IntEnum):
    """What one pixel of a row is."""

    NOTHING = 0
    RECORDED = 1
    FAULT = 2
    PLANNED = 3
    GROWING = 4
    ACTIVE = 16  # and up to 15 more: recorded, and so much moved


class _Ink(IntEnum):
    """Index of a colour."""

    GROUND = 0
    RECORDED = 1
    ACTIVE = 2
    FAULT = 3
    PLANNED = 4
    HELD = 5
    OUTAGE = 6
    BETWEEN = 7
    FLAG = 8


# From the bits of ``coarse`` to codes: a fault is never hidden by what was recorded around it.
_FROM_BITS = bytes(
    _Code.FAULT
    if bits & coarse.FAULT
    else _Code.PLANNED
    if bits & coarse.PLANNED
    else _Code.RECORDED * (bits & coarse.RECORDED)
    for bits in range(256)
)
_IS_RECORDED = bytes(bits & coarse.RECORDED for bits in range(256))
_ONLY_RECORDED = bytes(255 * (code == _Code.RECORDED) for code in range(256))
_FROM_MOVED = bytes(
    _Code.ACTIVE + moved * 15 // 255 if moved else _Code.RECORDED for moved in range(256)
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a row, from above: held, bar, outage; one empty line between rows."""

    held: int
    bar: int
    outage: int

    @classmethod
    def of(cls, height: int) -> _Parts:
        thin = max(2, height // 8)
        return cls(thin, max(1, height - 2 * thin - 3), thin)


class Raster:
    """Makes the pictures of rows.  Tables depend on the row's height alone and are kept."""

    def __init__(self, colours: Colours) -> None:
        self._table = [
            QColor(each).rgb()
            for each in (
                colours.ground,
                blend(colours.good, colours.ground, 0.62),
                colours.text,
                colours.ill,
                colours.off,
                colours.held,
                colours.ill,
                colours.raised,
                colours.accent,
            )
        ]
        self._level: int | None = None
        self._take: Callable[[bytes], bytes] | None = None
        self._from: tuple[Scale, int, int] | None = None  # for which ``_take`` was made
        self._taken: dict[int, tuple[Track, bytes]] = {}  # what it took, by the track's id
        self._inks: dict[int, list[list[bytes]]] = {}
        self._moved = Viewer()

    def rows(
        self,
        tracks: Sequence[Track],
        activities: Sequence[Activity | None],
        scale: Scale,
        height: int,
        now_us: int,
        flags: Sequence[Sequence[int]] = (),
    ) -> QImage:
        """The rows of ``tracks``, one below the other, each ``height`` lines.

        ``flags`` are the pixels at which bookmarks stand, for each row, in order.
        """
        lines: list[bytes] = []
        self._look_from(tracks, scale)
        for number, (track, activity) in enumerate(zip(tracks, activities, strict=True)):
            row = self._row(track, activity, scale, height, now_us)
            lines += self._planted(row, flags[number]) if flags else row
        return self._image(lines, scale.width)

    def lane(self, flags: Sequence[int], width: int, height: int) -> QImage:
        """The lane of all bookmarks: flags on nothing."""
        return self._image(self._planted([bytes(width)] * height, flags), width)

    @staticmethod
    def _planted(lines: list[bytes], flags: Sequence[int]) -> list[bytes]:
        return planted(lines, flags, _Ink.FLAG, _Ink.GROUND) if flags else lines

    def sum(self, tracks: Sequence[Track], scale: Scale, height: int) -> QImage:
        """How many of ``tracks`` have footage: a bar as high as their share of all."""
        width = scale.width
        total = 0
        self._look_from(tracks, scale)
        for track in tracks:  # numbers of ``width`` digits, each digit a byte: at most 255 tracks
            total += int.from_bytes(self._codes(track, scale).translate(_IS_RECORDED), "little")
        counts = total.to_bytes(width, "little")
        many = max(1, len(tracks))
        lines = []
        for line in range(height):
            least = (height - line - 1) * many / height
            lines.append(
                counts.translate(
                    bytes(
                        _Ink.RECORDED if count and count > least else _Ink.GROUND
                        for count in range(256)
                    )
                )
            )
        return self._image(lines, width)

    def _row(
        self, track: Track, activity: Activity | None, scale: Scale, height: int, now_us: int
    ) -> list[bytes]:
        width = scale.width
        codes = self._codes(track, scale)
        if self._take is None:
            _fill_gaps(codes, track.gaps, scale, now_us)
        else:
            codes = codes.translate(_FROM_BITS)
        if activity is not None:  # last: its codes are no bits
            codes = _enlivened(codes, self._moved.pixels(activity, scale))
        if track.open_us is not None:
            _fill(codes, Lane((track.open_us,), (max(now_us, track.open_us + 1),)), scale, 4)
        parts = _Parts.of(height)
        lines = [bytes(width)]
        lines += [self._layer(track.held, scale, _Ink.HELD, now_us)] * parts.held
        lines.append(bytes(width))
        for tables in self._tables(parts.bar):
            line = bytearray(width)
            for phase, table in enumerate(tables):
                line[phase::_PERIOD] = codes[phase::_PERIOD].translate(table)
            lines.append(bytes(line))
        outage = bytearray(self._layer(track.outages, scale, _Ink.OUTAGE, now_us))
        outage[3::_PERIOD] = bytes(len(outage[3::_PERIOD]))  # dashes
        lines += [bytes(outage)] * parts.outage
        lines.append(bytes((_Ink.BETWEEN,)) * width)
        return lines[:height]

    def _look_from(self, tracks: Sequence[Track], scale: Scale) -> None:
        """Whether these rows are seen from afar, and if so which bucket each pixel shows.

        Rows and their sum are made one after the other, so what was taken for one is kept.
        """
        level = coarse.level_for(scale)
        far = tracks[0].coarse if tracks else None
        if level is None or far is None:
            self._level = self._take = self._from = None
            self._taken.clear()
            return
        buckets = len(far.levels[level])
        if self._from != (scale, far.origin_us, buckets):
            self._level, self._from = level, (scale, far.origin_us, buckets)
            self._take = coarse.sampler(scale, level, far.origin_us, buckets)
            self._taken.clear()

    def _codes(self, track: Track, scale: Scale) -> bytearray:
        """What is recorded exactly; or from afar, bits of everything."""
        if self._take is not None and self._level is not None:
            known = self._taken.get(id(track))
            if known is None or known[0] is not track:
                far = track.coarse
                bits = bytes(scale.width) if far is None else self._take(far.levels[self._level])
                known = self._taken[id(track)] = track, bits
            return bytearray(known[1])
        codes = bytearray(scale.width)
        _fill(codes, track.recorded, scale, _Code.RECORDED)
        return codes

    @staticmethod
    def _layer(lane: Lane[Any], scale: Scale, ink: _Ink, now_us: int) -> bytes:
        line = bytearray(scale.width)
        if lane.starts:
            _fill(line, lane, scale, ink, now_us)
        return bytes(line)

    def _tables(self, bar: int) -> list[list[bytes]]:
        """For each line of a bar and each pixel of the pattern: from codes to inks."""
        if bar not in self._inks:
            self._inks[bar] = [
                [_table(line, phase, bar) for phase in range(_PERIOD)] for line in range(bar)
            ]
        return self._inks[bar]

    def _image(self, lines: Sequence[bytes], width: int) -> QImage:
        pad = bytes(-width % 4)
        data = b"".join(line + pad for line in lines)
        image = QImage(data, width, len(lines), width + len(pad), QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        # The copy no longer needs ``data``, and Qt paints it without looking colours up.
        return image.convertToFormat(QImage.Format.Format_RGB32)


def _table(line: int, phase: int, bar: int) -> bytes:
    """What each code is painted as, on one line at one pixel of the pattern."""
    table = bytearray(256)
    slant = (line + phase) % _PERIOD
    table[_Code.RECORDED] = _Ink.RECORDED
    if slant == 0 and bar // 4 <= line < bar - bar // 4:
        table[_Code.FAULT] = _Ink.FAULT
    if line in {bar // 4, bar - bar // 4 - 1}:
        table[_Code.FAULT] = _Ink.FAULT
    if line == bar // 2 and phase < 2:
        table[_Code.PLANNED] = _Ink.PLANNED
    if slant < 2:
        table[_Code.GROWING] = _Ink.RECORDED
    for level in range(16):
        # Two thirds at most: from afar a street moves all day, and its footage must be seen, too.
        rise = -(-2 * level * bar // 45)
        table[_Code.ACTIVE + level] = _Ink.ACTIVE if bar - line <= rise else _Ink.RECORDED
    return bytes(table)


def _fill(
    codes: bytearray, lane: Lane[Any], scale: Scale, code: int, now_us: int | None = None
) -> None:
    """Write ``code`` wherever something of ``lane`` lies, at least one pixel each."""
    part = lane.within(scale.start_us, scale.end_us)
    starts, ends = lane.starts[part], lane.ends[part]
    if not starts:
        return
    width, start_us, per = scale.width, scale.start_us, scale.width / scale.length_us
    lefts = [int((at - start_us) * per) for at in starts]
    rights = [int((at - start_us) * per) for at in ends]
    lefts[0] = max(0, lefts[0])
    last = scale.end_us if now_us is None else min(scale.end_us, now_us)
    rights[-1] = min(rights[-1], int((last - start_us) * per))
    ink = bytes((code,)) * width
    for left, right in zip(lefts, rights, strict=True):
        if right > left:
            codes[left:right] = ink[: right - left]
        elif left < width:
            codes[left] = code


def _fill_gaps(codes: bytearray, gaps: Lane[Gap], scale: Scale, now_us: int) -> None:
    """Faults lie over what was decided, so that none is hidden."""
    part = gaps.within(scale.start_us, scale.end_us)
    if part.stop > part.start:
        decided, faults = parted(gaps, part)
        _fill(codes, Lane(*decided), scale, _Code.PLANNED, now_us)
        _fill(codes, Lane(*faults), scale, _Code.FAULT, now_us)


def _enlivened(codes: bytearray, moved: bytes) -> bytearray:
    """Where something is recorded, and nothing else, say how much moved."""
    only = int.from_bytes(codes.translate(_ONLY_RECORDED), "little")
    mine = int.from_bytes(codes, "little")
    lively = int.from_bytes(moved.translate(_FROM_MOVED), "little")
    return bytearray((mine ^ ((mine ^ lively) & only)).to_bytes(len(codes), "little"))


def blend(one: str, other: str, share: float) -> str:
    """``share`` of one colour and the rest of another."""
    first, second = QColor(one), QColor(other)
    return QColor.fromRgbF(
        first.redF() * share + second.redF() * (1 - share),
        first.greenF() * share + second.greenF() * (1 - share),
        first.blueF() * share + second.blueF() * (1 - share),
    ).name()
