"""How soon a player shows the picture of an instant that somebody asks for."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from pathlib import Path

from console.bench import cameras, station
from console.bench.eye import quantile
from console.bench.media import HD, SUB
from console.bench.plan import Figures, Plan
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
_RECORDED_S = 75.0  # one segment is whole then, and the next one grows
_NEWEST_S = 10.0  # what is so new is not asked for
_WITHIN_S = 10.0
_TILE = (478, 268)  # of 16 on a screen of 1920
_SHOWN = {ONE: (1280, 720), FOUR: (640, 360)}
_FIRST = 101  # the number of the first recorded camera: the wall shows others
_LOOK_S = 0.002
_SETTLED_S = 0.3  # between two orders


def seek(plan: Plan) -> Figures:
    """From the order to the picture on the canvas, at random instants of 720p with GOPs of 2 s.

    An engine of our own shows 16 sub streams meanwhile; no window paints them.  ``one_…`` is a
    player of one camera, ``four_…`` of four: until the last of them shows its picture.
    """
    data = plan.station(0)
    print(f"seek: recording {_RECORDED_S:g} s", flush=True)
    with _linked(data) as link:
        began_s = _recorded(plan, data, link)
        figures: Figures = {}
        for name, count in (("one", ONE), ("four", FOUR)):
            print(f"seek: {SEEKS} times, cameras: {count}", flush=True)
            took_ms = sorted(_seeks(plan, link, count, began_s))
            figures[f"{name}_p50_ms"] = round(quantile(took_ms, 0.5), 1)
            figures[f"{name}_p95_ms"] = round(quantile(took_ms, 0.95), 1)
        link.set_recording((), ())
    return figures


@contextlib.contextmanager
def _linked(data: Path) -> Iterator[Link]:
    workers = Workers()
    link = Link(data, lambda _: None, workers, stays=False)
    try:
        yield link
    finally:
        link.close()
        workers.close()


def _recorded(plan: Plan, data: Path, link: Link) -> float:
    """Show a wall and record beside it for a while; when all recorded, in unix time."""
    shown = [_source(plan, number, SUB.name) for number in range(1, TILES + 1)]
    kept = [_source(plan, _FIRST + number, HD.name) for number in range(FOUR)]
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
    places = [ReviewPlace(n, CameraId(_FIRST + n), *_SHOWN[count]) for n in range(count)]
    player.show(places, from_us(int(began_s * 1e6)))
    try:
        _until_shown(plan, player, count, began_s)
        found = []
        for _ in range(SEEKS):
            plan.patience.rest(_SETTLED_S)
            at_s = began_s + dice.random() * (plan.unix_s() - _NEWEST_S - began_s)
            ordered_s = plan.now_s()
            player.go(from_us(int(at_s * 1e6)), 0.0)
            found.append((_until_shown(plan, player, count, at_s) - ordered_s) * 1000)
        return found
    finally:
        player.close()


def _until_shown(plan: Plan, player: ReviewPlayer, count: int, at_s: float) -> float:
    """Wait until every place shows the picture of ``at_s``; when that was."""
    earliest_s = at_s - 2 / HD.fps

    def all_shown() -> bool:
        pictures = [player.view.picture(slot) for slot in range(count)]
        return all(p is not None and earliest_s <= p.at_s <= at_s + 1 / HD.fps for p in pictures)

    return plan.patience.until(
        "the picture asked for", all_shown, within_s=_WITHIN_S, every_s=_LOOK_S
    )


def _source(plan: Plan, number: int, clip: str) -> CameraSource:
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
