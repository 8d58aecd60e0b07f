"""How soon a player shows the picture of an instant that somebody asks for."""

from __future__ import annotations

import contextlib
import random
import statistics
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from console.bench import cameras, station
from console.bench.eye import quantile
from console.bench.floor import decoding_ms
from console.bench.media import HD, SUB
from console.bench.plan import Figures, Plan
from console.bench.tools import BenchFailed
from console.demo.server import HOST
from console.video.footage_ports import ReviewPlace, ReviewPlayer
from console.video.link import Link
from console.video.ports import CameraSource, Place, StreamSource
from console.video.wire_footage import RecordOrder, VolumeOrder
from console.workers import Workers
from db.footage_records import Plan as Recorded
from db.records import CameraId, StreamId, StreamRole, Transport, from_us

TILES = 16
ONE, FOUR = 1, 4
SEEKS = 100
STILLS, _STRIPS = 12, 10
_STILL = (160, 90)
_RECORDED_S = 75.0  # one segment is whole then, and the next one grows
_NEWEST_S = 10.0  # what is so new is not asked for
_WITHIN_S = 40.0  # a failure, not a figure
_TILE = (478, 268)  # of 16 on a screen of 1920
SIZES = {ONE: (1280, 720), FOUR: (640, 360)}
FIRST = 101  # the number of the first recorded camera: the wall shows others
_LOOK_S = 0.002
_SETTLED_S = 0.3  # between two orders


def seek(plan: Plan) -> Figures:
    """From the order to the picture on the canvas, at random instants of 720p with GOPs of 2 s.

    An engine of our own shows 16 sub streams meanwhile; no window paints them.  ``one_…`` is a
    player of one camera, ``four_…`` of four: until the last of them shows its picture.
    ``strip_ms`` is for all of a strip of 12 small pictures of one camera, as finding and halving
    ask for them (median).

    Nobody can show a picture before what lies between it and the key picture is decoded: half a
    GOP at the median, a whole one at worst.  The ratios are against what ffmpeg takes for that
    beside the same wall (``decode_ms`` a picture): half a GOP for ``one_ratio``, a whole one for
    ``one_p95_ratio``, and two for ``four_ratio``, as four cameras on two cores have to.
    """
    data = plan.station(0)
    print(f"seek: recording {_RECORDED_S:g} s", flush=True)
    with linked(data) as link:
        began_s = recorded(plan, data, link)
        decode_ms = decoding_ms(plan.clips[HD.name], HD.frames, plan.patience.clock)
        figures: Figures = {"decode_ms": round(decode_ms, 2)}
        for name, count in (("one", ONE), ("four", FOUR)):
            print(f"seek: {SEEKS} times, cameras: {count}", flush=True)
            took_ms = sorted(_seeks(plan, link, count, began_s))
            figures[f"{name}_p50_ms"] = round(quantile(took_ms, 0.5), 1)
            figures[f"{name}_p95_ms"] = round(quantile(took_ms, 0.95), 1)
        gop_ms = decode_ms * HD.gop
        figures["one_ratio"] = round(figures["one_p50_ms"] / (gop_ms / 2), 2)
        figures["one_p95_ratio"] = round(figures["one_p95_ms"] / gop_ms, 2)
        figures["four_ratio"] = round(figures["four_p95_ms"] / (2 * gop_ms), 2)
        figures["strip_ms"] = round(statistics.median(_strips(plan, link, began_s)), 1)
        link.set_recording((), ())
    return figures


@contextlib.contextmanager
def linked(data: Path) -> Iterator[Link]:
    """A console without a window, and with an engine of its own."""
    workers = Workers()
    link = Link(data, lambda _: None, workers, stays=False, standby_after_s=None)
    try:
        yield link
    finally:
        link.close()
        workers.close()


def recorded(plan: Plan, data: Path, link: Link) -> float:
    """Show a wall and record beside it for a while; when all recorded, in unix time."""
    shown = [source(plan, number, SUB.name) for number in range(1, TILES + 1)]
    kept = [source(plan, FIRST + number, HD.name) for number in range(FOUR)]
    link.set_cameras([*shown, *kept])
    link.canvas().show([Place(n, c.camera_id, *_TILE, n) for n, c in enumerate(shown)])
    volume = station.volume(data)
    orders = [
        RecordOrder(camera.camera_id, StreamRole.SUB, Recorded.ALWAYS, "", False, 2, 0)
        for camera in kept
    ]
    link.set_recording(orders, [VolumeOrder(station.VOLUME, str(volume), 0, True)])
    plan.patience.until(
        "footage of all cameras",
        lambda: sum(1 for _ in volume.rglob("*.partial")) == FOUR,
        within_s=_WITHIN_S,
    )
    began_s = plan.unix_s() + HD.gop / HD.fps
    plan.patience.rest(_RECORDED_S)
    return began_s


def _seeks(plan: Plan, link: Link, count: int, began_s: float) -> list[float]:
    dice = random.Random(count)
    player = link.player()
    places = [ReviewPlace(n, CameraId(FIRST + n), *SIZES[count]) for n in range(count)]
    player.show(places, _instant(began_s))
    try:
        _until_shown(plan, player, count, began_s)
        found = []
        for _ in range(SEEKS):
            plan.patience.rest(_SETTLED_S)
            at_s = began_s + dice.random() * (plan.unix_s() - _NEWEST_S - began_s)
            ordered_s = plan.now_s()
            player.go(_instant(at_s), 0.0)
            found.append((_until_shown(plan, player, count, at_s) - ordered_s) * 1000)
        return found
    finally:
        player.close()


def _strips(plan: Plan, link: Link, began_s: float) -> list[float]:
    """Strips of stills, evenly spread over what is recorded, at another place each time."""
    dice = random.Random(STILLS)
    player = link.player()
    found = []
    try:
        for _ in range(_STRIPS):
            step_s = (plan.unix_s() - _NEWEST_S - began_s) / (STILLS + 1)
            first_s = began_s + step_s * dice.random()
            places = [
                ReviewPlace(n, CameraId(FIRST), *_STILL, at=_instant(first_s + n * step_s))
                for n in range(STILLS)
            ]
            ordered_s = plan.now_s()
            player.show(places, _instant(first_s))
            ended_s = plan.patience.until(
                "a strip",
                lambda: all(player.view.picture(n) is not None for n in range(STILLS)),
                within_s=_WITHIN_S,
                every_s=_LOOK_S,
            )
            found.append((ended_s - ordered_s) * 1000)
            plan.patience.rest(_SETTLED_S)
        return found
    finally:
        player.close()


def _instant(unix_s: float) -> datetime:
    return from_us(int(unix_s * 1e6))


def _until_shown(plan: Plan, player: ReviewPlayer, count: int, at_s: float) -> float:
    """Wait until every place shows the picture of ``at_s``; when that was."""
    earliest_s = at_s - 2 / HD.fps

    def all_shown() -> bool:
        pictures = [player.view.picture(slot) for slot in range(count)]
        return all(p is not None and earliest_s <= p.at_s <= at_s + 1 / HD.fps for p in pictures)

    try:
        return plan.patience.until(
            "the picture asked for", all_shown, within_s=_WITHIN_S, every_s=_LOOK_S
        )
    except BenchFailed as problem:
        pictures = [player.view.picture(slot) for slot in range(count)]
        away_s = [None if p is None else round(p.at_s - at_s, 3) for p in pictures]
        raise BenchFailed(f"{problem}; what is shown is {away_s} s away") from problem


def source(plan: Plan, number: int, clip: str) -> CameraSource:
    """One of our cameras, by the number of the camera and the name of its clip."""
    return CameraSource(
        camera_id=CameraId(number),
        streams=(
            StreamSource(
                stream_id=StreamId(number),
                role=StreamRole.SUB,
                scheme="rtsp",
                host=HOST,
                port=plan.cameras.port,
                path=cameras.path(number - 1, clip),
                transport=Transport.TCP,
            ),
        ),
    )
