"""The timeline: what its pixels say, how quick it is, and what mouse and keys do."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.footage_records import Gap, GapCause, Look, Outage, Run
from db.records import CameraId, Span, StreamRole, from_us, to_us
from tests.fakes import FakeClock
from tests.ui.fake_looks import movement
from tests.ui.fake_review import HOUR_US, FakeFootage, hold, recorded
from tests.ui.review.desk import opened
from tests.ui.stage import Stage, wait_for
from ui.review.activity import Activity, condense
from ui.review.hints import instant_words, sum_words
from ui.review.material import gather
from ui.review.raster import Raster
from ui.review.rows import LABELS, LOW
from ui.review.scale import DAY_US, Scale
from ui.theme import THEMES, ThemeName

COLOURS = THEMES[ThemeName.NIGHT]
CAMERA = CameraId(1)


def run(start_us: int, end_us: int, *, growing: bool = False) -> Run:
    return Run(
        camera_id=CAMERA,
        role=StreamRole.SUB,
        era=0,
        start_us=start_us,
        end_us=end_us,
        open=growing,
    )


def gap(start_us: int, end_us: int | None, cause: GapCause) -> Gap:
    return Gap(camera_id=CAMERA, start_us=start_us, end_us=end_us, cause=cause)


def inks(image: QImage, x: int) -> set[str]:
    """The colours around a pixel of a row, ground and the line between rows left out."""
    around = {
        image.pixelColor(column, line).name()
        for column in range(x, min(image.width(), x + 4))
        for line in range(image.height())
    }
    return around - {COLOURS.ground, COLOURS.raised}


def filled(image: QImage, x: int) -> int:
    return sum(
        image.pixelColor(x, line).name() not in (COLOURS.ground, COLOURS.raised)
        for line in range(image.height())
    )


def test_every_kind_of_stretch_has_a_shape_of_its_own(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    base = now_us - 10 * HOUR_US
    footage = FakeFootage(
        kept_runs=[
            run(base, base + HOUR_US),
            run(base + 8 * HOUR_US, base + 9 * HOUR_US, growing=True),
        ],
        kept_gaps=[
            gap(base + HOUR_US, base + 2 * HOUR_US, GapCause.NETWORK),
            gap(base + 2 * HOUR_US, base + 3 * HOUR_US, GapCause.SCHEDULE),
        ],
        kept_holds=[hold([CAMERA], from_us(base + 4 * HOUR_US), 60)],
        kept_outages=[
            Outage(
                camera_id=CAMERA,
                start_us=base + 5 * HOUR_US,
                end_us=base + 6 * HOUR_US,
                state="offline",
                reason="no_answer",
            )
        ],
    )
    material = gather(footage, [CAMERA], Span(from_us(base), clock.now()))
    scale = Scale(base, 10 * HOUR_US, 1000)

    image = Raster(COLOURS).rows([material.track(CAMERA)], [None], scale, 20, now_us)

    middle = {
        hour: tuple(filled(image, hour * 100 + 48 + x) for x in range(4)) for hour in range(10)
    }
    assert min(middle[0]) >= 12  # a full bar
    assert min(middle[1]) >= 2  # two lines and a hatch between
    assert max(middle[1]) < 10
    assert sorted(middle[2]) == [0, 0, 1, 1]  # dots
    assert middle[3] == (0, 0, 0, 0)  # nothing is known
    assert inks(image, 450) == {COLOURS.held}
    assert sorted(middle[5])[0] == 0 < sorted(middle[5])[-1]  # dashes
    assert 0 < min(middle[9]) <= max(middle[9]) < middle[0][0]  # stripes: cannot be played yet
    assert len({middle[hour] for hour in (0, 1, 2, 3, 4, 5, 9)}) == 7


def test_a_gap_of_a_second_is_seen_over_thirty_days(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    base, broken = now_us - 30 * DAY_US, now_us - 11 * DAY_US
    footage = FakeFootage(
        kept_runs=[run(base, broken), run(broken + 1_000_000, now_us)],
        kept_gaps=[gap(broken, broken + 1_000_000, GapCause.ENGINE_RESTARTED)],
    )
    material = gather(footage, [CAMERA], Span(from_us(base), clock.now()))
    scale = Scale(base, 30 * DAY_US, 900)

    image = Raster(COLOURS).rows([material.track(CAMERA)], [None], scale, 20, now_us)

    assert COLOURS.ill in inks(image, int(scale.x(broken)))


def test_what_moved_stands_up_in_the_bar(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    base = now_us - HOUR_US
    material = gather(
        FakeFootage(kept_runs=[run(base, now_us)]), [CAMERA], Span(from_us(base), clock.now())
    )
    looks = movement(clock.now(), 1, 3)
    loud = max(looks, key=lambda look: look.amount)
    scale = Scale(base, HOUR_US, 900)

    image = Raster(COLOURS).rows(
        [material.track(CAMERA)], [condense(looks, base, now_us, 2048)], scale, 20, now_us
    )

    assert COLOURS.text in inks(image, int(scale.x(loud.at_us)) - 1)


@pytest.mark.parametrize("moved", [40, 255])
def test_however_much_moved_its_footage_is_seen_above(clock: FakeClock, moved: int) -> None:
    """A busy street moves all day: a bar that is white all over would not look like footage."""
    now_us = to_us(clock.now())
    base = now_us - HOUR_US
    footage = FakeFootage(kept_runs=[run(base, now_us)])
    track = gather(footage, [CAMERA], Span(from_us(base), clock.now())).track(CAMERA)
    busy, scale = Activity.of(base, now_us, bytes([moved]) * 2048), Scale(base, HOUR_US, 900)

    still = inks(Raster(COLOURS).rows([track], [None], scale, 20, now_us), 450)
    both = inks(Raster(COLOURS).rows([track], [busy], scale, 20, now_us), 450)

    assert both == still | {COLOURS.text}


def test_a_week_with_movement_is_neither_fault_nor_empty(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    base = now_us - 7 * DAY_US
    material = gather(
        FakeFootage(kept_runs=[run(base, now_us)]), [CAMERA], Span(from_us(base), clock.now())
    )
    lively = condense(movement(clock.now(), 36, 3), now_us - 36 * HOUR_US, now_us, 2048)
    scale = Scale(base, 7 * DAY_US, 1180)

    image = Raster(COLOURS).rows([material.track(CAMERA)], [lively], scale, 20, now_us)

    seen = {ink for x in range(0, 1180, 4) for ink in inks(image, x)}
    assert COLOURS.text in seen
    assert not seen & {COLOURS.ill, COLOURS.off}
    assert min(filled(image, x) for x in range(1180)) >= 12  # a full bar, wherever one looks


def test_a_fault_is_seen_over_what_moved(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    for days in (7.0, 0.25):
        base = now_us - round(days * DAY_US)
        broken = now_us - round(days * DAY_US / 2)
        footage = FakeFootage(
            kept_runs=[run(base, broken), run(broken + 1_000_000, now_us)],
            kept_gaps=[gap(broken, broken + 1_000_000, GapCause.ENGINE_RESTARTED)],
        )
        material = gather(footage, [CAMERA], Span(from_us(base), clock.now()))
        lively = condense(
            [Look(us, 1, 255) for us in range(base, now_us, 60_000_000)], base, now_us, 2048
        )
        scale = Scale(base, now_us - base, 1180)

        image = Raster(COLOURS).rows([material.track(CAMERA)], [lively], scale, 20, now_us)

        assert COLOURS.ill in inks(image, int(scale.x(broken)) - 2)


def test_the_sum_is_as_high_as_the_share_of_cameras(clock: FakeClock) -> None:
    now_us = to_us(clock.now())
    base = now_us - HOUR_US
    span = Span(from_us(base), clock.now())
    whole = gather(FakeFootage(kept_runs=[run(base, now_us)]), [CAMERA], span).track(CAMERA)
    half = gather(FakeFootage(kept_runs=[run(base, now_us - HOUR_US // 2)]), [CAMERA], span)

    image = Raster(COLOURS).sum([whole, half.track(CAMERA)], Scale(base, HOUR_US, 400), 16)

    assert (filled(image, 100), filled(image, 300)) == (16, 8)


def test_30_days_of_81_rows_take_hardly_longer_to_paint_than_an_hour(clock: FakeClock) -> None:
    cameras = [CameraId(number) for number in range(1, 82)]
    now_us = to_us(clock.now())
    footage = recorded(cameras, clock.now(), 30, gaps_a_day=12)
    material = gather(footage, cameras, Span(clock.now() - timedelta(days=30), clock.now()))
    tracks = [material.track(camera) for camera in cameras]
    raster, nothing = Raster(COLOURS), [None] * len(cameras)
    assert len(footage.kept_runs) > 25_000

    def paint(days: float) -> float:
        scale = Scale(now_us - round(days * DAY_US), round(days * DAY_US), 1180)
        began = time.thread_time()
        raster.rows(tracks, nothing, scale, LOW, now_us)
        raster.sum(tracks, scale, LOW)
        return time.thread_time() - began

    hour = min(paint(0.04) for _ in range(3))
    longest = max(min(paint(days) for _ in range(3)) for days in (30, 23, 17.7, 13.6, 7, 3.4, 1))
    assert longest < 4 * hour  # stretch by stretch it is eight times as long


def test_the_words_under_the_pointer_say_why(stage: Stage, footage: FakeFootage) -> None:
    cause = next(each for each in footage.kept_gaps if each.cause is GapCause.NETWORK)
    span = Span(stage.clock.now() - timedelta(days=3), stage.clock.now())
    material = gather(footage, [cause.camera_id], span)
    us, now_us = cause.start_us + 1, to_us(stage.clock.now())

    words = instant_words(material, cause.camera_id, us, now_us)

    assert words.startswith("Không có hình ghi: Đường mạng đứt")
    assert "Mất kết nối từ" in words
    assert instant_words(material, cause.camera_id, cause.start_us - 1, now_us) == "Có ghi hình"
    assert instant_words(material, cause.camera_id, now_us + 1, now_us) == "Chưa ghi tới lúc này"
    assert sum_words(material, [cause.camera_id], us) == "0/1 camera có ghi hình"


def test_the_wheel_zooms_about_the_pointer_and_a_click_goes_there(stage: Stage) -> None:
    page = stage.review
    page.review([CAMERA])
    wait_for(lambda: bool(page.playback.cameras))
    timeline = page.timeline
    x = LABELS + 300
    under = timeline.us_at(x)

    spot = QPointF(x, 60)
    turned = QWheelEvent(
        spot,
        timeline.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline, turned)

    assert timeline.scale.length_us < HOUR_US
    assert abs(timeline.us_at(x) - under) < 2 * timeline.scale.length_us / timeline.scale.width
    wanted = timeline.us_at(x)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(x, 60))
    wait_for(lambda: page.playback.at_us == wanted)


def test_a_drag_marks_in_and_out_and_an_edge_can_be_moved(stage: Stage) -> None:
    page = stage.review
    page.review([CAMERA])
    wait_for(lambda: bool(page.playback.cameras))
    timeline, left = page.timeline, Qt.MouseButton.LeftButton

    QTest.mousePress(timeline, left, pos=QPoint(LABELS + 100, 60))
    QTest.mouseMove(timeline, QPoint(LABELS + 220, 60))
    QTest.mouseRelease(timeline, left, pos=QPoint(LABELS + 220, 60))
    span = page.playback.marked_span
    assert span is not None
    assert page.search_span() == span

    QTest.mousePress(timeline, left, pos=QPoint(LABELS + 220, 60))
    QTest.mouseMove(timeline, QPoint(LABELS + 320, 60))
    QTest.mouseRelease(timeline, left, pos=QPoint(LABELS + 320, 60))

    moved = page.playback.marked_span
    assert moved is not None
    assert moved.start == span.start
    assert moved.end > span.end


def test_the_timeline_is_worked_by_keys_alone(stage: Stage) -> None:
    page = stage.review
    page.review([CAMERA, CameraId(2)])
    wait_for(lambda: bool(page.playback.cameras))
    timeline = page.timeline
    timeline.setFocus()
    at_us, length = page.playback.at_us, timeline.scale.length_us

    QTest.keyClick(timeline, Qt.Key.Key_Left)
    wait_for(lambda: page.playback.at_us == at_us - length // 50)
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.scale.length_us < length
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert page.shown.chosen == CameraId(2)
    QTest.keyClick(timeline, Qt.Key.Key_PageUp)
    assert timeline.scale.end_us <= at_us

    assert timeline.accessibleName() == "Dòng thời gian"
    assert timeline.accessibleDescription().startswith("02 ")


def test_it_reads_off_the_gui_thread_and_no_more_than_once_a_place(
    stage: Stage, footage: FakeFootage
) -> None:
    page = stage.review
    page.review([CAMERA])
    wait_for(lambda: stage.footage_is_read and bool(page.playback.cameras))
    reads = footage.reads

    for _ in range(3):
        page.timeline.turn(0.2)
        page.timeline.turn(-0.2)
    wait_for(lambda: stage.footage_is_read)
    assert footage.reads == reads

    page.timeline.set_scale(Scale(to_us(stage.clock.now()) - 2 * DAY_US, DAY_US, 800))
    wait_for(lambda: footage.reads == reads + 1)


def test_of_a_month_the_rows_in_sight_are_drawn_before_all_others(stage: Stage) -> None:
    opened(stage, CAMERA)
    reader, timeline = stage.review.reader, stage.review.timeline
    stage.review.toggle_rows()
    wait_for(lambda: stage.footage_is_read)
    drawn: list[int] = []
    reader.read.connect(lambda: drawn.append(len(reader.drawn.cameras)))
    now_us = to_us(stage.clock.now())

    timeline.set_scale(Scale(now_us - 30 * DAY_US, 30 * DAY_US, timeline.scale.width))
    wait_for(lambda: bool(drawn) and stage.footage_is_read)

    everyone = len(stage.review.timeline_cameras)
    assert drawn[0] == len(timeline.lay.in_sight) < everyone
    assert drawn[1] == everyone
    assert reader.drawn is reader.material


def test_of_a_week_it_is_read_what_moved_in_the_rows_in_sight(
    stage: Stage, footage: FakeFootage
) -> None:
    opened(stage, CAMERA)
    reader, timeline = stage.review.reader, stage.review.timeline
    stage.review.toggle_rows()
    wait_for(lambda: stage.footage_is_read)
    footage.strips.clear()
    last = stage.review.timeline_cameras[-1]
    now_us = to_us(stage.clock.now())

    timeline.set_scale(Scale(now_us - 7 * DAY_US, 7 * DAY_US, timeline.scale.width))
    wait_for(lambda: stage.footage_is_read)

    seen = [stage.review.timeline_cameras[row] for row in timeline.lay.in_sight]
    assert footage.strips == seen
    strip = reader.activity(CAMERA)
    assert strip is not None
    assert strip.start_us <= now_us - 7 * DAY_US
    assert last not in seen
    QTest.keyClick(timeline, Qt.Key.Key_Down)  # rows scroll into sight as well
    stage.review.choose(last)
    wait_for(lambda: last in footage.strips)


def test_from_near_the_rows_in_sight_are_read_exactly(stage: Stage, footage: FakeFootage) -> None:
    opened(stage, CAMERA)
    reader, timeline = stage.review.reader, stage.review.timeline
    now_us = to_us(stage.clock.now())
    footage.kept_looks = {CAMERA: movement(stage.clock.now(), 6, 3)}
    timeline.set_scale(Scale(now_us - 26 * HOUR_US, 26 * HOUR_US, timeline.scale.width))
    wait_for(lambda: stage.footage_is_read)
    assert footage.strips[-1] == CAMERA
    strips = len(footage.strips)

    timeline.set_scale(Scale(now_us - HOUR_US, HOUR_US, timeline.scale.width))
    wait_for(lambda: stage.footage_is_read)

    strip = reader.activity(CAMERA)
    assert strip is not None
    assert strip.end_us - strip.start_us < 4 * HOUR_US
    assert len(footage.strips) == strips
    assert any(strip.levels[0])
