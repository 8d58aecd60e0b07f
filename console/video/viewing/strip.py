"""The words of a viewing copy: the strip below the picture, and the card that stands for a gap.

Drawn by Pillow with our own font, never one that the PC has or names.  They are brightness alone;
colour planes stay grey.  Names come from people: what is invisible or turns text round is dropped,
what is too long ends with an ellipsis, and each is drawn in a box of its own that it cannot leave.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from console.video.evidence_orders import StripWords
from console.video.viewing.masks import BLACK, Plane

MARK = "BẢN XEM"
NO_PICTURE, DAMAGED = "KHÔNG CÓ HÌNH", "HÌNH BỊ HỎNG"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_MOST_MARKS = 3  # on one letter; the most that a language needs
_LEAST_PX, _SMALL_PX, _LARGE_PX = 8, 13, 40
_WIDTHS_A_LETTER = 68  # of a strip's letters in a row of the picture's width
_CARD_HEIGHTS = 16
_HEADLINE = 1.6
_WHITE = 235 - BLACK
_DIM, _LINE = 190, 70  # of 255
_TO_VIDEO = [BLACK + value * _WHITE // 255 for value in range(256)]
_ELLIPSIS = "…"


def plain(text: str) -> str:
    """``text`` as one line that is what it looks like: composed, visible, read left to right."""
    kept: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if sign.isspace():
            kept.append(" ")
        elif kind not in _INVISIBLE and marks <= _MOST_MARKS:
            kept.append(sign)
    return " ".join("".join(kept).split())


class Letters:
    """One size of the font."""

    def __init__(self, px: int) -> None:
        self.px = px
        self._font = ImageFont.truetype(io.BytesIO(_font_file()), px)
        self._ascent, descent = self._font.getmetrics()
        self.height = self._ascent + descent

    def width(self, text: str) -> int:
        """How wide ``text`` is, in pixels."""
        return int(self._font.getlength(text) + 1)

    def fitted(self, text: str, width: int) -> str:
        """As much of ``text`` as is no wider than that; cut, it ends with an ellipsis."""
        if self.width(text) <= width:
            return text
        shortest, longest = 0, len(text)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            if self.width(text[:middle].rstrip() + _ELLIPSIS) <= width:
                shortest = middle
            else:
                longest = middle - 1
        return text[:shortest].rstrip() + _ELLIPSIS

    def drawn(self, text: str, width: int | None = None, *, ink: int = 255) -> Image.Image:
        """``text`` on black, in a box of its own."""
        box = Image.new("L", (max(1, self.width(text) if width is None else width), self.height))
        ImageDraw.Draw(box).text((0, self._ascent), text, fill=ink, font=self._font, anchor="ls")
        return box


class Strip:
    """The bar below the picture, drawn once a second.

    Above: the camera's name, and the mark at the right.  Below: local time with its offset, UTC,
    the case; on as many lines as the picture's width asks for.  ``height`` is even.
    """

    def __init__(self, words: StripWords, width: int) -> None:
        """``words`` were checked; ``width`` is the picture's."""
        self._zone = timezone(timedelta(minutes=words.offset_min))
        self._letters, self._pad = _letters_for(width, local_time(0, self._zone))
        self._width = width
        letters, gap = self._letters, self._letters.px
        free = width - 2 * self._pad
        self._mark_width = letters.width(MARK) + gap
        name = letters.fitted(plain(words.camera), max(0, free - self._mark_width - gap))
        case = letters.fitted(plain(words.case), free)
        widths = [letters.width(each) for each in (local_time(0, self._zone), utc_time(0), case)]
        self._places = _flow(widths, free, 2 * gap)
        rows = 1 + self._places[-1][0] + 1
        self._row = letters.height + max(1, self._pad // 3)
        self.height = (rows * self._row + 2 * self._pad + 1) & ~1
        self._blank = self._without_time(name, case)
        self._last: tuple[int | None, Plane] = (None, _in_video(self._blank))
        self._timeless = self._last[1]

    def at(self, second: int | None) -> Plane:
        """Its brightness, row by row, in that second since 1970 UTC; None: without a time."""
        if second is None:
            return self._timeless
        if second != self._last[0]:
            image = self._blank.copy()
            times = (local_time(second, self._zone), 255), (utc_time(second), _DIM)
            for (text, ink), place in zip(times, self._places[:2], strict=True):
                image.paste(self._letters.drawn(text, ink=ink), self._spot(place))
            self._last = second, _in_video(image)
        return self._last[1]

    def _without_time(self, name: str, case: str) -> Image.Image:
        letters = self._letters
        image = Image.new("L", (self._width, self.height))
        ImageDraw.Draw(image).line((0, 0, self._width, 0), fill=_LINE)  # the picture ends here
        image.paste(letters.drawn(name), (self._pad, self._pad))
        mark = Image.new("L", (self._mark_width, letters.height), 255)
        words = letters.drawn(MARK)
        mark.paste(0, (letters.px // 2, 0), words)
        image.paste(mark, (self._width - self._pad - self._mark_width, self._pad))
        image.paste(letters.drawn(case), self._spot(self._places[2]))
        return image

    def _spot(self, place: tuple[int, int]) -> tuple[int, int]:
        row, left = place
        return self._pad + left, self._pad + (row + 1) * self._row


def card(
    size: tuple[int, int], gap_us: tuple[int, int], offset_min: int, *, damaged: bool
) -> Plane:
    """What stands in place of the picture where there is none: since when, until when, how long."""
    zone = timezone(timedelta(minutes=offset_min))
    began, ended = (round(us / 1000) / 1000 for us in gap_us)  # seconds, to the thousandth
    until = utc_time(ended, parts=True).removeprefix("UTC ")
    lines = [
        f"từ {local_time(began, zone, parts=True)}",
        f"đến {local_time(ended, zone, parts=True)}",
        f"dài {length(gap_us[1] - gap_us[0])}",
        f"{utc_time(began, parts=True)} – {until}",
    ]
    headline = DAMAGED if damaged else NO_PICTURE
    width, height = size
    px = max(_LEAST_PX, min(height // _CARD_HEIGHTS, _LARGE_PX))
    while px > _LEAST_PX and not _fits(Letters(px), lines, width):
        px -= 1
    small, large = Letters(px), Letters(int(px * _HEADLINE))
    boxes = [large.drawn(headline), Image.new("L", (1, px // 2))]
    boxes += [small.drawn(small.fitted(line, width)) for line in lines[:-1]]
    boxes.append(small.drawn(small.fitted(lines[-1], width), ink=_DIM))
    image = Image.new("L", size)
    top = (height - sum(box.height for box in boxes)) // 2
    for box in boxes:
        image.paste(box, ((width - box.width) // 2, top))
        top += box.height
    return _in_video(image)


def local_time(second: float, zone: timezone, *, parts: bool = False) -> str:
    """A second since 1970 UTC by the clock of a zone, as in ``27/11/2026 09:12:05 +07:00``."""
    at = datetime.fromtimestamp(second, zone)
    offset = f"{at:%z}"
    return f"{_time(at, parts=parts)} {offset[:3]}:{offset[3:5]}"


def utc_time(second: float, *, parts: bool = False) -> str:
    """The same by UTC."""
    return f"UTC {_time(datetime.fromtimestamp(second, UTC), parts=parts)}"


def _time(at: datetime, *, parts: bool) -> str:
    """``parts``: with thousandths of the second."""
    thousandths = f",{at.microsecond // 1000:03}" if parts else ""
    return f"{at:%d/%m/%Y %H:%M:%S}{thousandths}"


def length(us: int) -> str:
    """How long something is, in words: ``2 giờ 5 phút 3,2 giây``."""
    tenths = round(us / 100_000)
    hours, rest = divmod(tenths, 36_000)
    minutes, rest = divmod(rest, 600)
    parts = [f"{hours} giờ"] * bool(hours) + [f"{minutes} phút"] * bool(minutes)
    if rest or not parts:
        seconds = f"{rest // 10},{rest % 10}".removesuffix(",0")
        parts.append(f"{seconds} giây")
    return " ".join(parts)


@cache
def _font_file() -> bytes:
    folder = files("resources").joinpath("third_party", "noto-sans")
    return folder.joinpath("NotoSans-Regular.ttf").read_bytes()


def _letters_for(width: int, longest: str) -> tuple[Letters, int]:
    """Letters in which ``longest`` fits into a row, and how far they stay off the edge."""
    px = max(_SMALL_PX, min(_LARGE_PX, round(width / _WIDTHS_A_LETTER)))
    while True:
        letters, pad = Letters(px), px // 2
        if px <= _LEAST_PX or letters.width(longest) <= width - 2 * pad:
            return letters, pad
        px -= 1


def _flow(widths: Sequence[int], free: int, gap: int) -> list[tuple[int, int]]:
    """Row and left edge of boxes that follow one another like words."""
    places: list[tuple[int, int]] = []
    row = left = 0
    for width in widths:
        if left and left + width > free:
            row, left = row + 1, 0
        places.append((row, left))
        left += width + gap
    return places


def _fits(letters: Letters, lines: Sequence[str], width: int) -> bool:
    headline = letters.width(NO_PICTURE) * _HEADLINE
    return max(headline, *(letters.width(line) for line in lines)) <= width - 2 * letters.px


def _in_video(image: Image.Image) -> Plane:
    return np.asarray(image.point(_TO_VIDEO), np.uint8)
