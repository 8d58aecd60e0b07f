"""The review page when something is amiss, and at the ends of what it can show."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from console.errors import DiskFull, IndexFailed, NotAllowed
from console.events import EngineChanged, EngineState, Hearing, Noticed, Thinning, TileState
from console.gate import Why
from console.rights import Action
from db.footage_records import Gap, GapCause, Look, RemovedCamera, Run
from db.records import CameraId, StreamRole, from_us, to_us
from tests.fakes import FakeClock
from tests.screenshots.review import reviewing, when_read
from tests.screenshots.stand import Scene, Size, in_day
from tests.ui.fake_looks import movement
from tests.ui.fake_review import FakeFootage, hold, recorded
from tests.ui.review.desk import engine_of
from tests.ui.stage import Stage, wait_for
from ui.review.scale import DAY_US, MINUTE_US, SECOND_US, Scale

_WARD = [CameraId(number) for number in range(1, 82)]
_GATE = CameraId(3)
_MIXED = (
    TileState.SHOWN,
    TileState.SHOWN,
    TileState.GAP,
    TileState.SHOWN,
    TileState.DAMAGED,
    TileState.SEEKING,
    TileState.SHOWN,
    TileState.ENDED,
)


def _played(size: Size, data: Path, footage: FakeFootage, *cameras: CameraId) -> Stage:
    """These play 25 minutes ago."""
    stage = reviewing(size, data, footage)
    stage.review.review(cameras, to_us(stage.clock.now() - timedelta(minutes=25)))
    wait_for(lambda: stage.review.playback.cameras == cameras)
    return stage


def _interrupted(now: datetime) -> FakeFootage:
    """Footage of an hour, with a gap for each cause that somebody meets, each a minute."""
    start_us = to_us(now - timedelta(minutes=60))
    made = FakeFootage()
    for camera, cause in zip(
        _WARD, (c for c in GapCause if c is not GapCause.CLOCK_STEP), strict=False
    ):
        edges = (start_us, start_us + 38 * MINUTE_US, start_us + 44 * MINUTE_US, to_us(now))
        for first, last in (edges[:2], edges[2:]):
            made.kept_runs.append(
                Run(
                    camera_id=camera,
                    role=StreamRole.SUB,
                    era=0,
                    start_us=first,
                    end_us=last,
                    open=last == edges[3],
                )
            )
        made.kept_gaps.append(
            Gap(camera_id=camera, start_us=edges[1], end_us=edges[2], cause=cause)
        )
    return made


def refused(reason: Why) -> Scene:
    """Whoever sits here may not watch this camera, or nothing that old."""

    def scene(size: Size, data: Path) -> QImage:
        footage = recorded(_WARD, FakeClock().now(), 3)
        footage.refusal = NotAllowed(Action.REVIEW_FOOTAGE, reason)
        stage = reviewing(size, data, footage)
        stage.review.review([_GATE])
        wait_for(lambda: stage.review.bar.words.property("error"))
        return when_read(stage)

    return scene


def beyond(size: Size, data: Path) -> QImage:
    """Later than the newest footage: the camera went four minutes ago."""
    now = FakeClock().now()
    stage = _played(size, data, recorded([_GATE], now - timedelta(minutes=4), 1), _GATE)
    engine_of(stage).states = {_GATE: TileState.ENDED}
    stage.review.go_to(to_us(now))
    return when_read(stage)


def archive_gone(size: Size, data: Path) -> QImage:
    """The folder with the footage is gone, and the index is set aside."""
    stage = _played(size, data, recorded(_WARD, FakeClock().now(), 3), *_WARD[:4])
    engine_of(stage).states = dict.fromkeys(_WARD, TileState.DAMAGED)
    stage.bridge.post(Noticed(IndexFailed("set_aside")))
    return when_read(stage)


def player_lost(size: Size, data: Path) -> QImage:
    """The process that plays was killed: nothing answers yet."""
    stage = _played(size, data, recorded(_WARD, FakeClock().now(), 3), *_WARD[:4])
    engine_of(stage).states = dict.fromkeys(_WARD, TileState.SEEKING)
    stage.bridge.post(EngineChanged(EngineState.LOST))
    stage.review.go_to(to_us(stage.clock.now() - timedelta(minutes=40)))
    return when_read(stage)


def sixteen(size: Size, data: Path) -> QImage:
    """Sixteen cameras, in every state that a tile may be in, in the day theme."""
    stage = _played(size, data, recorded(_WARD, FakeClock().now(), 3, 30), *_WARD[:16])
    engine = engine_of(stage)
    engine.states = {camera: _MIXED[camera % len(_MIXED)] for camera in _WARD}
    engine.thinning = Thinning.BUSY_PC
    stage.review.playback.play()
    return in_day(stage, when_read)


def causes(size: Size, data: Path) -> QImage:
    """Gaps of every cause, the pointer over one."""
    stage = _played(size, data, _interrupted(FakeClock().now()), *_WARD[:9])
    page = stage.review
    page.timeline.show_span(page.reader.material.span or page.timeline.scale.span)
    page.timeline.set_scale(Scale(to_us(stage.clock.now()) - 60 * MINUTE_US, 62 * MINUTE_US, 1))
    page.timeline._fit()
    wait_for(lambda: stage.footage_is_read)
    us = to_us(stage.clock.now()) - 20 * MINUTE_US
    page.go_to(us)
    x = round(184 + page.timeline.scale.x(us))
    page.timeline.hovered.emit(_WARD[7], us, page.timeline.mapToGlobal(QPoint(x, 90)))
    return when_read(stage, page.errands.preview)


def seconds(size: Size, data: Path) -> QImage:
    """Ten seconds across: the newest, of which the last is not yet to be played."""
    now = FakeClock().now()
    footage = recorded([_GATE], now, 1)
    footage.kept_looks = {_GATE: movement(now, 1, 3)}
    footage.kept_runs[-1] = _until(footage.kept_runs[-1], to_us(now) - 3 * SECOND_US)
    stage = _played(size, data, footage, _GATE)
    stage.review.go_to(to_us(now) - 5 * SECOND_US)
    scale = Scale(to_us(now) - 8 * SECOND_US, 10 * SECOND_US, stage.review.timeline.scale.width)
    stage.review.timeline.set_scale(scale)
    return when_read(stage)


def month(size: Size, data: Path) -> QImage:
    """Thirty days of all cameras, in the day theme; the pointer over the sum."""
    now = FakeClock().now()
    footage = recorded(_WARD, now, 30, 3)
    footage.kept_holds = [hold(_WARD[:5], now - timedelta(days=12), 60 * 24 * 3)]
    stage = _played(size, data, footage, *_WARD[:4])
    page = stage.review
    page.toggle_rows()
    page.timeline.set_scale(Scale(to_us(now) - 29 * DAY_US, 30 * DAY_US, page.timeline.scale.width))
    wait_for(lambda: stage.footage_is_read)
    at = page.timeline.mapToGlobal(QPoint(700, 45))
    page.timeline.hovered.emit(None, page.timeline.us_at(700), at)
    return in_day(stage, lambda stage: when_read(stage, page.errands.preview))


def week(size: Size, data: Path) -> QImage:
    """Seven days with what moved in them; one of the cameras was removed."""
    now = FakeClock().now()
    gone = CameraId(112)
    footage = recorded([*_WARD, gone], now, 7, 2)
    for camera in (*_WARD[:3], gone):
        looks = movement(now, 7 * 24, camera)
        footage.kept_looks[camera] = [look for look in looks if _is_busy(look, camera)]
    stage = _played(size, data, footage, *_WARD[:3], gone)
    page = stage.review
    page.timeline.set_scale(Scale(to_us(now) - 7 * DAY_US, 7 * DAY_US, page.timeline.scale.width))
    return when_read(stage)


def zoomed(size: Size, data: Path) -> QImage:
    """A part of a picture, three times as large; sound that is not heard."""
    footage = recorded(_WARD, FakeClock().now(), 3)
    stage = _played(size, data, footage, *_WARD[:2])
    page, engine = stage.review, engine_of(stage)
    engine.sound, engine.hearing = True, Hearing.NO_DEVICE
    for player in stage.players:
        player.answer()
    page.pictures.magnify(5)
    wait_for(lambda: page.playback.tile(0) is not None)
    page.sound.toggle()
    return when_read(stage)


def not_kept(size: Size, data: Path) -> QImage:
    """A snapshot for which there was no room."""
    stage = _played(size, data, recorded(_WARD, FakeClock().now(), 3), *_WARD[:4])
    stage.review.errands._on_not_kept(DiskFull())
    return when_read(stage)


def _is_busy(look: Look, camera: CameraId) -> bool:
    """By day there is always somebody; at night a camera sees one every few hours, if any."""
    at = from_us(look.at_us).astimezone()
    return 6 <= at.hour < 21 or at.hour % 5 == camera % 5


def _until(run: Run, end_us: int) -> Run:
    return Run(
        camera_id=run.camera_id,
        role=run.role,
        era=run.era,
        start_us=run.start_us,
        end_us=end_us,
        open=True,
    )


def removed(size: Size, data: Path) -> QImage:
    """Cameras that were removed, at the end of the list, and one of them played."""
    now = FakeClock().now()
    gone = [CameraId(number) for number in (83, 97, 104)]
    footage = recorded([*_WARD, *gone], now, 3, 9)
    footage.kept_cameras = [
        RemovedCamera(camera_id=each, end_us=to_us(now - timedelta(days=days)))
        for each, days in zip(gone, (1, 6, 19), strict=True)
    ]
    stage = _played(size, data, footage, _WARD[2], gone[0])
    tree = stage.review.tree
    wait_for(lambda: tree.lists(gone[0]))
    tree.mark_chosen(gone[0])  # opens the group
    return when_read(stage)


SCENES: dict[str, Scene] = {
    "review_removed": removed,
    "review_refused": refused(Why.SCOPE),
    "review_too_old": refused(Why.AGE),
    "review_beyond": beyond,
    "review_gone": archive_gone,
    "review_lost": player_lost,
    "review_states": sixteen,
    "review_causes": causes,
    "review_seconds": seconds,
    "review_month": month,
    "review_week": week,
    "review_zoomed": zoomed,
    "review_not_kept": not_kept,
}
