"""Viewing copies (``xem/``) and stills (``anh/``): what is shown rather than vouched for.

A viewing copy is decoded, masked and encoded anew.  A still is a picture of a native copy as it is:
masks are for viewing copies alone, since a still with a part blackened would show what the file
that it names does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import tzinfo

from console.errors import FootageMissing
from console.evidence.clips import Clip, FileNames
from console.evidence.engine_hands import Hands
from console.evidence.lines import Line, Part, divided
from console.evidence.manifest import Role
from console.evidence.masks import order_of
from console.evidence.names import STILLS, VIEWING
from console.evidence.writing import PackageWriter
from console.video.evidence_orders import CutFile, StripWords
from db.evidence_records import MaskKey, MaskWanted, StillWanted, Wanted
from db.records import CameraId, Span, StreamRole, from_us, to_us
from db.structs import Frozen, from_plain, replace

Seconds = Callable[[int], None]
"""Hears how many milliseconds of footage are done."""


class Hole(Frozen, forbid_unknown_fields=False):
    """What a viewing copy lacks; ``damaged``: it was recorded, and cannot be read."""

    start_us: int
    end_us: int
    damaged: bool


class Viewed(Frozen, kw_only=True):
    """A viewing copy that was made of ``span``; ``ffmpeg`` is the version that made it."""

    path: str
    line: Wanted
    span: Span
    role: StreamRole
    start_us: int
    end_us: int
    holes: tuple[Hole, ...]
    masks: tuple[MaskWanted, ...]
    frames: int
    doubtful: int
    ffmpeg: str

    @property
    def covered(self) -> tuple[Part, ...]:
        """What of time it shows."""
        parts, at_us = [], self.start_us
        for hole in sorted(self.holes, key=lambda each: each.start_us):
            if hole.start_us > at_us:
                parts.append((at_us, hole.start_us))
            at_us = max(at_us, hole.end_us)
        return (*parts, (at_us, self.end_us)) if self.end_us > at_us else tuple(parts)


class Still(Frozen, kw_only=True):
    """A still that was made: frame ``frame`` of ``clip``, which is shown at ``at_us``."""

    path: str
    clip: Clip
    frame: int
    pts: int
    timescale: int
    at_us: int
    ffmpeg: str


class _View(Frozen, forbid_unknown_fields=False):
    """What the engine tells of a viewing copy; ``sha256`` as it wrote it."""

    start_us: int
    end_us: int
    gaps: tuple[Hole, ...]
    frames: int
    doubtful_frames: int
    sha256: str
    ffmpeg: str = ""


class _Shot(Frozen, forbid_unknown_fields=False):
    """What the engine tells of a still; ``sha256`` as it wrote it."""

    shown_us: int
    frame: int
    pts: int
    timescale: int
    sha256: str
    ffmpeg: str = ""


class Viewings:
    """Makes both.  One thread; raises what ``Hands`` and ``PackageWriter`` do."""

    def __init__(
        self, hands: Hands, writer: PackageWriter, names: FileNames, zone: tzinfo | None
    ) -> None:
        """``zone`` is that of the local time below the picture."""
        self._hands = hands
        self._writer = writer
        self._names = names
        self._zone = zone

    def of(
        self, line: Line, camera: str, case: str, masks: Sequence[MaskWanted], told: Seconds
    ) -> Iterator[Viewed]:
        """Copy a line for viewing, an hour in a file; of some there may be nothing.

        ``camera`` and ``case`` stand in the strip; ``told`` hears milliseconds of the line done.
        """
        begun_ms = 0
        for span in divided(line.wanted.span):
            made = self._view(line, span, camera, case, masks, _behind(told, begun_ms))
            begun_ms += round(span.length.total_seconds() * 1000)
            if made is not None:
                yield made

    def still(self, wanted: StillWanted, clip: Clip) -> Still | None:
        """A still of a native copy; None: it has no picture there."""
        path = self._names.path(STILLS, wanted.camera_id, from_us(wanted.at_us), ".png")
        place = self._writer.place(path, Role.STILL)
        cut = CutFile(str(clip.place), clip.role, clip.native.start_us)
        try:
            shot = from_plain(self._hands.still(wanted.camera_id, wanted.at_us, place, cut), _Shot)
        except FootageMissing:
            self._writer.give_up(path)
            return None
        self._writer.wrote(path, shot.sha256)
        return Still(
            path=path,
            clip=clip,
            frame=shot.frame,
            pts=shot.pts,
            timescale=shot.timescale,
            at_us=shot.shown_us,
            ffmpeg=shot.ffmpeg,
        )

    def _view(
        self,
        line: Line,
        span: Span,
        camera: str,
        case: str,
        masks: Sequence[MaskWanted],
        told: Seconds,
    ) -> Viewed | None:
        camera_id = line.wanted.camera_id
        its = tuple(_masks(masks, camera_id, span))
        local = span.start.astimezone(self._zone).utcoffset()
        offset_min = 0 if local is None else round(local.total_seconds() / 60)
        path = self._names.path(VIEWING, camera_id, span.start, ".mp4")
        place = self._writer.place(path, Role.VIEWING)
        words = StripWords(camera, case, offset_min)
        try:
            found = self._hands.view(
                camera_id,
                line.role,
                span,
                place,
                words,
                tuple(map(order_of, its)),
                lambda done_ms, _total_ms: told(done_ms),
            )
        except FootageMissing:
            self._writer.give_up(path)
            return None
        view = from_plain(found, _View)
        self._writer.wrote(path, view.sha256)
        return Viewed(
            path=path,
            line=line.wanted,
            span=span,
            role=line.role,
            start_us=view.start_us,
            end_us=view.end_us,
            holes=view.gaps,
            masks=its,
            frames=view.frames,
            doubtful=view.doubtful_frames,
            ffmpeg=view.ffmpeg,
        )


def _behind(told: Seconds, begun_ms: int) -> Seconds:
    """The same, of a part that begins so far behind the line's beginning."""
    return lambda done_ms: told(begun_ms + done_ms)


def _masks(masks: Iterable[MaskWanted], camera_id: CameraId, span: Span) -> Iterator[MaskWanted]:
    """The masks that hide something of a camera in ``span``, without places that are far off.

    Those just before and just behind stay: a mask goes straight from each to the next.
    """
    start_us, end_us = to_us(span.start), to_us(span.end)
    for mask in masks:
        ends = mask.end_us is not None and mask.end_us <= start_us
        if mask.camera_id != camera_id or ends or (mask.start_us or 0) >= end_us:
            continue
        yield replace(mask, keys=tuple(_keys(mask.keys, start_us, end_us)))


def _keys(keys: Sequence[MaskKey], start_us: int, end_us: int) -> Iterator[MaskKey]:
    last = len(keys) - 1
    for number, key in enumerate(keys):
        is_over = number < last and keys[number + 1].at_us <= start_us
        is_later = number > 0 and keys[number - 1].at_us >= end_us
        if not is_over and not is_later:
            yield key
