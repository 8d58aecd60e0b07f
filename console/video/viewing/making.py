"""Making a viewing copy: footage of one stream and span as one H.264 file that every player plays.

Pictures are those of the span, to the picture, each at its own time; the first is at 0.  None waits
for a later one (no B pictures), so no player needs an edit list to begin at the right one.  A gap
of a second and more is a black card with its times, for five seconds at most: one file, so that
nobody overlooks it or plays two in the wrong order, and nobody waits an hour in front of black.
The strip's clock leaps there; ``pieces`` in the result say which instant lies where in the file.
"""

from __future__ import annotations

import contextlib
import errno
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import PictureType
from av.video.reformatter import ColorRange

from console.errors import Cancelled
from console.platform import processes
from console.video.cut_plan import NothingToCut
from console.video.cutter import claim
from console.video.evidence_orders import check
from console.video.film import Film, FilmUnreadable
from console.video.footage import TAIL_US, Footage, Recorded
from console.video.hashing import sha256_of
from console.video.reel_decoder import Broken, Note, Overtaken, ReelDecoder
from console.video.unchanged import without
from console.video.viewing.masks import Masks
from console.video.viewing.sheet import Sheet
from console.video.viewing.sheets import Sheets
from console.video.viewing.strip import Strip, card
from console.video.wire_footage import View
from console.workers import Stop
from db.durable import settle

CARD_US = 5_000_000  # a longer gap is shown for so long: time to read it
_CARD_EVERY_US = 200_000  # players that seek need pictures to seek to
_CLOCK_HZ = 90_000
_QUALITY = "21"  # of x264 (CRF): nobody sees a difference from the camera's picture
_PRESET = "veryfast"
_KEY_EVERY_S = 2
_MOST_FPS = 120
_MOST_THREADS = 8
_AS_TAGGED = ("yuv420p", "yuvj420p")
_REST_S = 0.03  # after each picture while the wall needs the processor
_SECOND_US = 1_000_000
Told = Callable[[int, int], None]


def view(
    footage: Footage,
    order: View,
    note: Note,
    stop: Stop,
    told: Told,
    gentle: Callable[[], bool] = lambda: False,
) -> str:
    """Make a viewing copy; what it holds, as JSON.  As long as encoding it takes.

    ``sha256`` is of the file as it was written, before the medium was asked what lies there.

    ``told`` hears milliseconds of the span, once a second of it; ``gentle`` says whether others
    need the processor more.

    Nothing is shown of a file that is not what was recorded.

    Raises:
        OrderBroken: it cannot be made so.
        NothingToCut, TargetTaken, Cancelled, StoreProblem, OSError: nothing is left of it.
    """
    check((order.start_us, order.end_us), order.words, order.masks)
    target = Path(order.target)
    footage = without(footage, _recorded(footage, order), stop)
    handle, partial = claim(target)
    handle.close()  # libavformat opens it by its name: for faststart it reads what it wrote
    try:
        with _told_as_disks():
            copy = _Copy(partial, order)
            try:
                _Walk(footage, order, copy, note, stop).go(told, gentle)
                copy.finish()
            finally:
                copy.close()
        sha256 = sha256_of(partial, stop).hex()  # libavformat went back in it; still remembered
        settle(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    told(_span_ms(order), _span_ms(order))
    return copy.result(target.stat().st_size, sha256)


def _recorded(footage: Footage, order: View) -> list[Recorded]:
    found = footage.recorded(order.camera_id, order.start_us, order.end_us)
    return [each for each in found if each.role is order.role and each.start_us < order.end_us]


class _Walk:
    """Goes through the files of a span, picture by picture."""

    def __init__(self, footage: Footage, order: View, copy: _Copy, note: Note, stop: Stop) -> None:
        self._footage = footage
        self._order = order
        self._copy = copy
        self._note = note
        self._stop = stop
        self._decoder = ReelDecoder(0)
        self._seen_us = order.start_us - 1  # the instant of the last picture

    def go(self, told: Told, gentle: Callable[[], bool]) -> None:
        """Give the copy all of it; raises as ``view``."""
        tell_us = 0
        for film in self._films():
            for at_us in self._pictures(film):
                if at_us >= tell_us:
                    told((at_us - self._order.start_us) // 1000, _span_ms(self._order))
                    tell_us = at_us + _SECOND_US
                if gentle():
                    self._stop.wait(_REST_S)

    def _films(self) -> Iterator[Film]:
        for recorded in _recorded(self._footage, self._order):
            film = self._footage.open(recorded)
            if film is not None:
                self._decoder.turn_to_another()
                yield film
            end_us = film.end_us if film is not None else recorded.start_us
            if recorded.end_us is not None and end_us + TAIL_US < recorded.end_us:
                self._copy.is_damaged = True

    def _pictures(self, film: Film) -> Iterator[int]:
        """Give the copy a film's pictures; the instant of each."""
        shown_us = film.shown_us
        # What was seen already (the station's clock was set back) is not seen again.
        rank = max(film.first, bisect_right(shown_us, self._seen_us))
        last = bisect_left(shown_us, self._order.end_us)
        while rank < last:
            if self._stop.is_set():
                raise Cancelled
            try:
                frame = self._decoder.picture(film, rank, True, self._stop.is_set, self._note)
            except Overtaken as overtaken:
                raise Cancelled from overtaken
            except (Broken, FilmUnreadable):
                self._copy.is_damaged = True
                rank = film.key_after(rank) or last
                continue
            behind = rank + 1
            end_us = shown_us[behind] if behind < len(shown_us) else film.end_us
            self._copy.show(film, frame, shown_us[rank], min(end_us, self._order.end_us))
            self._seen_us = shown_us[rank]
            yield shown_us[rank]
            rank = behind


class _Copy:
    """The file that is made.

    Attributes:
        is_damaged: Whether something is missing, since the last picture, that was recorded.

    """

    def __init__(self, path: Path, order: View) -> None:
        self.is_damaged = False
        self._order = order
        self._file = av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})
        self._encoder = self._file.add_stream("libx264", rate=25)
        self._masks = Masks(order.masks)
        self._sheets: Sheets | None = None  # of the first picture's size
        self._strip: Strip | None = None
        self._end_us = order.start_us  # of what was shown or told last
        self._behind_us = 0  # instants are so much more than times in the file
        self._last_tick = -1
        self._next_key = 0
        self._gaps: list[dict[str, int]] = []
        self._pieces: list[list[int]] = []  # file, from and to: microseconds
        self._pictures = self._doubtful = 0

    def show(self, film: Film, frame: av.VideoFrame, at_us: int, end_us: int) -> None:
        """Add the picture of ``film`` that is shown from ``at_us`` to ``end_us``."""
        if self._sheets is None:
            self._begin(film, frame)
        assert self._sheets is not None
        assert self._strip is not None
        is_new = self._bridge(at_us) or not self._pieces
        if is_new:
            self._pieces.append([at_us - self._behind_us, at_us, end_us])
        self._pieces[-1][2] = self._end_us = end_us
        sheet = self._sheets.take()
        sheet.show(frame, lambda planes: self._masks.cover(planes, at_us, end_us))
        sheet.write(self._strip.at(at_us // _SECOND_US))
        self._encode(sheet, at_us - self._behind_us, key=is_new)
        self._pictures += 1
        self._doubtful += frame.is_corrupt

    def finish(self) -> None:
        """Tell of what is missing at the end; write the rest.

        Raises:
            NothingToCut: there was no picture.
        """
        if self._sheets is None:
            raise NothingToCut
        self._bridge(self._order.end_us)
        self._sheets.finish()
        self._file.mux(self._encoder.encode(None))
        self._file.close()

    def close(self) -> None:
        """Let go of the file; after ``finish`` there is nothing left to do."""
        if self._sheets is not None:
            self._sheets.close()
        with contextlib.suppress(av.FFmpegError):
            self._file.close()

    def result(self, size_bytes: int, sha256: str) -> str:
        """What it holds, as JSON."""
        assert self._sheets is not None
        return json.dumps(
            {
                "camera_id": self._order.camera_id,
                "role": self._order.role,
                "start_us": self._pieces[0][1],
                "end_us": self._pieces[-1][2],
                "pieces": self._pieces,
                "gaps": self._gaps,
                "frames": self._pictures,
                "doubtful_frames": self._doubtful,
                "width": self._encoder.codec_context.width,
                "height": self._encoder.codec_context.height,
                "picture_height": self._sheets.size[1],
                "masks": len(self._order.masks),
                "size_bytes": size_bytes,
                "sha256": sha256,
                "ffmpeg": av.ffmpeg_version_info,
            }
        )

    def _begin(self, film: Film, first: av.VideoFrame) -> None:
        width = (first.width + 1) & ~1
        self._strip = Strip(self._order.words, width)
        self._sheets = Sheets(first, self._strip.height, self._put)
        context = self._encoder.codec_context
        context.width, context.height = width, self._sheets.size[1] + self._strip.height
        context.pix_fmt = "yuv420p"
        context.time_base = self._encoder.time_base = Fraction(1, _CLOCK_HZ)
        context.framerate = Fraction(_fps(film))  # decides the level: what players must bear
        context.thread_count = min(processes.cores(), _MOST_THREADS)
        if first.format.name in _AS_TAGGED:
            context.colorspace = first.colorspace
            context.color_primaries = first.color_primaries
            context.color_trc = first.color_trc
        context.color_range = ColorRange.MPEG
        context.gop_size = _KEY_EVERY_S * _MOST_FPS  # those that we ask for come earlier
        context.options = {"preset": _PRESET, "crf": _QUALITY, "bf": "0"}

    def _bridge(self, at_us: int) -> bool:
        """Come to ``at_us`` from where the last picture ended; True if there is a gap between."""
        assert self._sheets is not None
        assert self._strip is not None
        gap_us = at_us - self._end_us
        is_gap = gap_us > TAIL_US
        if is_gap or (self.is_damaged and gap_us > 0):
            gap = {"start_us": self._end_us, "end_us": at_us, "damaged": self.is_damaged}
            self._gaps.append(gap)
        if not self._pieces:
            self._behind_us = self._end_us if is_gap else at_us
        if is_gap:
            span, offset_min = (self._end_us, at_us), self._order.words.offset_min
            words = card(self._sheets.size, span, offset_min, damaged=self.is_damaged)
            begin_us, long_us = self._end_us - self._behind_us, min(gap_us, CARD_US)
            for later_us in range(0, long_us, _CARD_EVERY_US):
                sheet = self._sheets.take()
                sheet.blank(words)
                sheet.write(self._strip.at(None))
                self._encode(sheet, begin_us + later_us, key=later_us == 0)
            self._behind_us = at_us - begin_us - long_us
        self.is_damaged = False
        return is_gap

    def _encode(self, sheet: Sheet, file_us: int, *, key: bool) -> None:
        """Have a sheet encoded, at a time of the file."""
        assert self._sheets is not None
        frame = sheet.frame
        tick = max(self._last_tick + 1, file_us * _CLOCK_HZ // _SECOND_US)
        if is_key := key or tick >= self._next_key:
            self._next_key = tick + _KEY_EVERY_S * _CLOCK_HZ
        frame.pict_type = PictureType.I if is_key else PictureType.NONE
        frame.pts, frame.time_base = tick, Fraction(1, _CLOCK_HZ)
        self._last_tick = tick
        self._sheets.give(sheet)

    def _put(self, sheet: Sheet) -> None:
        """Encode a sheet; on the thread that does nothing else."""
        self._file.mux(self._encoder.encode(sheet.frame))


def _fps(film: Film) -> int:
    """How many pictures a second a film has, about."""
    us = max(1, film.end_us - film.shown_us[0])
    return max(1, min(_MOST_FPS, round(len(film.rows) * _SECOND_US / us)))


def _span_ms(order: View) -> int:
    return (order.end_us - order.start_us) // 1000


@contextlib.contextmanager
def _told_as_disks() -> Iterator[None]:
    """The muxer's and encoder's errors are the disk's to whoever ordered; no memory is one, too."""
    try:
        yield
    except MemoryError as error:
        raise OSError(errno.ENOMEM, "no memory") from error
    except av.FFmpegError as error:
        raise OSError(error.errno or errno.EIO, "it could not be encoded or written") from error
