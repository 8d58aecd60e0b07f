"""Who is recorded where, and what the index hears: no workers, a clock that obeys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.events import Doubt, Reason, StreamFigures, StreamState
from console.events import Load as Governed
from console.video import wire
from console.video.volumes import VolumeState
from console.video.wire_footage import (
    RecordingFigures,
    RecordingTold,
)
from db.footage_records import GapCause, Plan
from db.records import CameraId, to_us
from db.structs import replace
from tests.console.video.footage import DISK, GATE, YARD, order, segment, told
from tests.console.video.ordering import (
    FIRST,
    FULL,
    GB,
    LOST,
    MAIN,
    SECOND,
    SUB,
    WELL,
    Station,
    ordered,
)
from tests.console.video.watching import source
from tests.fakes import FakeClock


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    made = Station(tmp_path, clock)
    yield made
    made.close()


def test_what_is_ordered_is_written_to_the_first_volume_with_room(station: Station) -> None:
    station.order(order(), volumes=(FIRST, SECOND))
    assert station.recording.records(GATE) == ()  # nobody has looked at the disks yet

    assert station.see(WELL, WELL)
    [record] = station.recording.records(GATE)
    assert (record.role, record.volume_id, record.folder) == (SUB, DISK, "/srv/one")

    assert station.see(FULL, WELL)
    assert station.recording.records(GATE)[0].volume_id == 2
    # Retention makes room on the first: it is not gone back to for that.
    assert not station.see(VolumeState(11 * GB, None), WELL)
    assert station.see(VolumeState(13 * GB, None), WELL)
    assert station.recording.records(GATE)[0].volume_id == DISK


@pytest.mark.parametrize(
    ("state", "cause"), [(FULL, GapCause.DISK_FULL), (LOST, GapCause.DISK_LOST)]
)
def test_without_a_disk_the_gap_says_why(
    station: Station, state: VolumeState, cause: GapCause
) -> None:
    ordered(station, order())
    station.recording.told(RecordingTold(GATE, SUB, None, to_us(station.clock.now())))
    station.clock.pass_(minutes=3)

    assert station.see(state)

    assert station.recording.records(GATE) == ()
    assert station.causes() == [None, cause]
    [gap] = station.written().gaps([GATE], station.day())
    assert (gap.cause, gap.end_us) == (cause, None)

    station.clock.pass_(minutes=2)
    assert station.see(WELL)
    station.recording.told(RecordingTold(GATE, SUB, None, to_us(station.clock.now())))
    [gap] = station.written().gaps([GATE], station.day())
    assert gap.end_us == gap.start_us + 120_000_000


def test_the_week_is_the_stations_own(station: Station) -> None:
    # Sunday 3 o'clock in Hanoi is Saturday 20 o'clock in London.
    week = "".join("1" if hour == 6 * 24 + 3 else "0" for hour in range(168))
    ordered(station, order(plan=Plan.WEEKLY, week=week), order(YARD))
    assert station.recording.recorded() == [GATE, YARD]

    station.clock.pass_(hours=1)
    assert station.recording.every_second(())

    assert station.recording.recorded() == [YARD]
    assert station.causes() == [GapCause.SCHEDULE]
    station.recording.told(RecordingTold(GATE, SUB, None, 5))  # said before it heard of the end
    assert station.causes() == [GapCause.SCHEDULE]
    assert [gap.cause for gap in station.written().gaps([GATE], station.day())] == [
        GapCause.SCHEDULE
    ]


def test_a_lines_budget_ends_recording_until_the_next_month(station: Station) -> None:
    ordered(station, order(budget_bytes=1_000_000))
    station.recording.done(told(segment(size=600_000)))
    shown = StreamFigures(
        camera_id=GATE,
        role=MAIN,
        codec="h264",
        width=1,
        height=1,
        decoded_fps=15,
        kbit_s=400,
        line_bytes=400_000,  # it was held before
        packets_lost=0,
        load=Governed.FULL,
    )

    assert station.recording.every_second([shown])  # 400 kB more, of the stream beside it

    assert station.recording.recorded() == []
    assert station.causes() == [GapCause.BUDGET]
    station.clock.pass_(days=18)
    assert station.recording.every_second(())
    assert station.recording.recorded() == [GATE]


def test_what_came_over_the_lines_is_known_after_a_restart(station: Station) -> None:
    ordered(station, order())
    station.recording.done(told(segment(size=600_000)))
    station.recording.close()

    used = station.written().line_use("2026-03")
    assert used == {GATE: 600_000}
    station.recording = station.begin(used)
    ordered(station, order(budget_bytes=500_000))
    assert station.recording.recorded() == []


def test_a_line_bears_one_session_whether_it_is_recorded_now_or_not(station: Station) -> None:
    ordered(station, order(sessions=1), order(YARD))

    assert station.recording.is_alone(GATE)
    assert not station.recording.is_alone(YARD)
    station.see(FULL)
    assert station.recording.is_alone(GATE)


def test_an_order_for_never_says_of_a_line_what_it_bears_and_nothing_else(
    station: Station,
) -> None:
    ordered(station, order(sessions=1, plan=Plan.NEVER))

    assert station.recording.is_alone(GATE)
    assert station.recording.recorded() == []
    assert not station.recording.is_wanted
    assert station.said == []
    assert station.recording.orders is not None
    assert len(station.recording.orders.orders) == 1  # the engine that waits must know, too


def test_the_same_orders_again_change_nothing(station: Station) -> None:
    ordered(station, order())
    station.recording.told(RecordingTold(GATE, SUB, None, to_us(station.clock.now())))
    before, said = station.recording.records(GATE), len(station.said)

    station.order(order())

    assert station.recording.records(GATE) == before
    assert len(station.said) == said
    assert station.recording.newcomer() == station.said[-1:]
    [run] = station.written().runs([GATE], station.day())
    assert run.open


def test_an_order_that_is_withdrawn_leaves_no_gap(station: Station) -> None:
    ordered(station, order(), order(YARD))
    at_us = to_us(station.clock.now())
    station.recording.told(RecordingTold(GATE, SUB, None, at_us))
    station.recording.told(RecordingTold(YARD, SUB, GapCause.CAMERA_OFF, at_us))
    station.recording.done(told(segment(at_us)))
    station.clock.pass_(minutes=2)

    station.order()

    assert not station.recording.is_wanted
    assert station.recording.recorded() == []
    [run] = station.written().runs([GATE], station.day())
    assert not run.open
    [gap] = station.reader.gaps([GATE, YARD], station.day())
    assert (gap.camera_id, gap.end_us) == (YARD, at_us + 120_000_000)


def test_cameras_outlive_the_console_that_told_of_them(station: Station) -> None:
    ordered(station, order())

    assert set(station.recording.cameras) == {GATE}
    assert station.recording.is_wanted
    moved = source(GATE, 8554, "/elsewhere")
    station.recording.know([moved, source(99, 554, "/not-recorded")])
    assert dict(station.recording.cameras) == {GATE: moved}


def test_the_death_of_a_worker_is_a_gap_with_that_cause(station: Station) -> None:
    ordered(station, order(), order(YARD))
    at_us = to_us(station.clock.now())
    for camera in (GATE, YARD):
        station.recording.told(RecordingTold(camera, SUB, None, at_us))

    station.clock.pass_(seconds=90)
    station.recording.lost([GATE])
    station.recording.told(RecordingTold(GATE, SUB, None, at_us + 92_000_000))

    assert station.causes() == [None, GapCause.ENGINE_RESTARTED, None]
    assert station.causes(YARD) == [None]
    [gap] = station.written().gaps([GATE, YARD], station.day())
    assert (gap.start_us, gap.end_us) == (at_us + 90_000_000, at_us + 92_000_000)


def test_an_outage_lasts_from_the_loss_to_the_next_picture(station: Station) -> None:
    def stand(state: StreamState, reason: Reason = Reason.NONE) -> None:
        station.recording.stands(wire.Told(GATE, state, reason, ""))
        station.clock.pass_(seconds=10)

    at_us = to_us(station.clock.now())
    stand(StreamState.OFFLINE, Reason.NO_ANSWER)
    stand(StreamState.CONNECTING)
    stand(StreamState.REFUSED, Reason.BAD_LOGIN)
    stand(StreamState.LIVE)

    found = station.written().outages([GATE], station.day())
    assert [(o.start_us - at_us, (o.end_us or 0) - at_us, o.reason) for o in found] == [
        (0, 20_000_000, "no_answer"),
        (20_000_000, 30_000_000, "bad_login"),
    ]


def test_what_is_only_tried_has_no_outages(station: Station) -> None:
    station.recording.stands(wire.Told(CameraId(0), StreamState.OFFLINE, Reason.NO_ANSWER, ""))
    station.clock.pass_(seconds=10)

    assert station.written().outages([CameraId(0)], station.day()) == []


def test_figures_tell_how_it_goes(station: Station, clock: FakeClock) -> None:
    ordered(station, order())
    clock.pass_(minutes=30)
    station.recording.done(told(segment(size=1_000_000)))

    station.recording.every_second(())

    [figures] = [m for m in station.said if isinstance(m, RecordingFigures)]
    assert figures.bytes_a_day == 48_000_000
    assert [(v.volume_id, v.free_bytes) for v in figures.volumes] == [(DISK, 100 * GB)]
    assert [(line.camera_id, line.month_bytes) for line in figures.lines] == [(GATE, 1_000_000)]


SET = pytest.mark.loud("the station's clock was set")


class SteppingClock(FakeClock):
    """Its wall can be set, and its monotonic clock goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.step = timedelta()

    def now(self) -> datetime:
        return super().now() + self.step


@pytest.mark.parametrize(
    ("seconds", "era", "rows"),
    [
        (-1.5, 0, 0),
        pytest.param(-30, 1, 1, marks=SET),
        (0.5, 0, 0),
        pytest.param(3600, 0, 1, marks=SET),
    ],
)
def test_a_clock_that_is_set_is_noted_and_set_back_begins_an_era(
    tmp_path: Path, seconds: float, era: int, rows: int
) -> None:
    clock = SteppingClock()
    station = Station(tmp_path, clock)
    ordered(station, order())

    clock.pass_(seconds=1)
    clock.step = timedelta(seconds=seconds)
    changed = station.recording.every_second(())

    assert station.recording.records(GATE)[0].era == era
    assert changed == bool(rows)
    steps = station.written().rows("select step_us, era from clock_step")
    assert steps == [(int(seconds * 1_000_000), era)] * rows
    station.close()


def test_orders_of_a_console_that_takes_all_with_it_keep_nobody(station: Station) -> None:
    ordered(station, order())
    orders = station.recording.orders
    assert orders is not None

    station.recording.set(replace(orders, stays=False), {})

    assert not station.recording.is_wanted
    assert station.recording.orders == replace(orders, stays=False)


def test_a_doubt_is_told_and_is_no_other_run(station: Station) -> None:
    ordered(station, order())
    at_us = to_us(station.clock.now())
    station.recording.told(RecordingTold(GATE, SUB, None, at_us))
    station.recording.told(RecordingTold(GATE, SUB, None, at_us, doubts=(Doubt.TIMES,)))

    told = [message for message in station.said if isinstance(message, RecordingTold)]
    assert [each.doubts for each in told] == [(), (Doubt.TIMES,)]
    assert told[-1] in station.recording.newcomer()
    station.clock.pass_(minutes=1)
    [run] = station.written().runs([GATE], station.day())
    assert (run.start_us, run.open) == (at_us, True)
