"""A snapshot: one picture of a camera's footage at full size, as a PNG or JPEG file."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path

import av

from console.events import TileState
from console.video.cut_plan import NothingToCut
from console.video.cutter import TargetTaken
from console.video.footage import Footage
from console.video.reel import Reel, Want
from console.video.reel_decoder import Note
from console.video.wire_footage import Snapshot
from db.durable import settle
from db.records import StreamRole

_ANY_TIME = Fraction(1, 25)
_JPEG_QUALITY = 2  # of libavcodec: 2 is the best that makes sense
_CODECS = {".png": ("png", "rgb24"), ".jpg": ("mjpeg", "yuvj420p"), ".jpeg": ("mjpeg", "yuvj420p")}


def snapshot(footage: Footage, order: Snapshot, note: Note) -> str:
    """Write the picture that is shown at an instant, of the main stream if there is one.

    Returns what the file holds, as JSON.

    Raises:
        NothingToCut, TargetTaken, OSError: nothing is left of it.
    """
    target = Path(order.target)
    if target.exists():
        raise TargetTaken
    reel = Reel(order.camera_id, footage, 0)
    want = Want(order.at_us, 0, prefer=StreamRole.MAIN)
    shown = reel.show(want, lambda: False, note)
    if shown is None or shown.state is not TileState.SHOWN or shown.frame is None:
        raise NothingToCut
    content = _encoded(shown.frame, target.suffix.lower())
    partial = target.with_name(target.name + ".partial")
    try:
        handle = os.open(
            partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
    except FileExistsError as error:
        raise TargetTaken from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        settle(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return json.dumps(
        {
            "camera_id": order.camera_id,
            "role": shown.role,
            "shown_us": shown.at_us,
            "width": shown.frame.width,
            "height": shown.frame.height,
            "size_bytes": len(content),
        }
    )


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
