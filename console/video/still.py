"""A snapshot: one picture of a camera's footage at full size, as a PNG or JPEG file."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from pathlib import Path

import av

from console.video.cut_plan import NothingToCut
from console.video.cutter import TargetTaken, claim
from console.video.film import Film
from console.video.footage import TAIL_US, Footage, Hole
from console.video.reel_decoder import Broken, Note, ReelDecoder
from console.video.wire_footage import Snapshot
from db.durable import settle
from db.records import CameraId, StreamRole, from_us

_ANY_TIME = Fraction(1, 25)
_JPEG_QUALITY = 2  # of libavcodec: 2 is the best that makes sense
_CODECS = {".png": ("png", "rgb24"), ".jpg": ("mjpeg", "yuvj420p"), ".jpeg": ("mjpeg", "yuvj420p")}


def snapshot(footage: Footage, order: Snapshot, note: Note) -> str:
    """Write the picture that is shown at an instant, of the main stream if none is ordered.

    It is taken from the file of a cut where ``order`` names one.  Returns what the file holds, as
    JSON; ``frame`` counts the pictures of ``file`` from 0, as they are shown, ``pts`` is its time
    there in ``timescale``-ths of a second, that of the first one being 0.  ``sha256`` is of the
    bytes as they were written, before the medium was asked what lies there.

    Raises:
        NothingToCut, TargetTaken, FilmUnreadable, StoreProblem, OSError: nothing is left of it.
    """
    target = Path(order.target)
    if target.exists():
        raise TargetTaken
    film = _film(footage, order)
    rank = film.rank_at(order.at_us)
    try:
        frame = ReelDecoder(0).picture(film, rank, True, lambda: False, note)
    except Broken as error:
        raise NothingToCut from error
    content = _encoded(frame, target.suffix.lower())
    opened, partial = claim(target)
    try:
        with opened as file:
            file.write(content)
        settle(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    row = film.rows[film.order[rank]]
    return json.dumps(
        {
            "camera_id": order.camera_id,
            "role": film.role,
            "shown_us": film.shown_us[rank],
            "utc": f"{from_us(film.shown_us[rank]):%Y-%m-%dT%H:%M:%S.%fZ}",
            "file": film.name,
            "frame": rank,
            "pts": row.dts + row.shift - film.zero,
            "timescale": film.video.timescale,
            "width": frame.width,
            "height": frame.height,
            "size_bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "ffmpeg": av.ffmpeg_version_info,
        }
    )


def _film(footage: Footage, order: Snapshot) -> Film:
    """The film that shows what is ordered.

    Raises:
        NothingToCut: none does.
        FilmUnreadable: the file of the cut has gone, or is none.
    """
    if order.cut is None and order.role is not None:
        return _as_viewed(footage, order.camera_id, order.role, order.at_us)
    if order.cut is None:
        found = footage.film_at(order.camera_id, order.at_us, StreamRole.MAIN)
        if isinstance(found, Hole):
            raise NothingToCut
        return found
    film = Film(order.cut.path, order.camera_id, order.cut.role, order.cut.start_us)
    rank = film.rank_at(order.at_us)
    long_us = film.rows[film.order[rank]].duration * 1_000_000 // film.video.timescale
    # As in review the last picture before a hole stands for a second.
    if not 0 <= order.at_us - film.shown_us[rank] < long_us + TAIL_US:
        raise NothingToCut
    return film


def _as_viewed(footage: Footage, camera_id: CameraId, role: StreamRole, at_us: int) -> Film:
    """The film whose picture of an instant a viewing copy shows.

    That is of one stream alone, and the earlier one where the station's clock was set back and an
    instant came twice: what is drawn on it must lie where it was drawn.  Raises NothingToCut.
    """
    tail: Film | None = None
    for recorded in footage.recorded(camera_id, at_us - TAIL_US, at_us + 1):
        if recorded.role is not role or recorded.start_us > at_us:
            continue
        film = footage.open(recorded)
        if film is None or at_us >= film.end_us + TAIL_US:
            continue
        if at_us < film.end_us:
            return film
        tail = film
    if tail is None:
        raise NothingToCut
    return tail


def _encoded(frame: av.VideoFrame, suffix: str) -> bytes:
    name, pixels = _CODECS.get(suffix, _CODECS[".png"])
    context = av.CodecContext.create(name, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height = frame.width, frame.height
    context.pix_fmt = pixels
    context.time_base = _ANY_TIME
    if name == "mjpeg":
        context.options = {"qmin": str(_JPEG_QUALITY), "qmax": str(_JPEG_QUALITY)}
    picture = frame.reformat(format=pixels)
    picture.pts, picture.time_base = 0, _ANY_TIME
    return b"".join(bytes(packet) for packet in [*context.encode(picture), *context.encode(None)])
