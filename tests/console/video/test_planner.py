from __future__ import annotations

import pytest

from console.events import Load
from console.video import planner, wire
from console.video.planner import Crew, Shown
from console.video.ports import CameraSource, StreamSource
from console.video.wire_footage import Record
from db.footage_records import VolumeId
from db.records import CameraId, StreamId, StreamRole, Transport
from db.structs import replace


def camera(number: int) -> CameraSource:
    streams = tuple(
        StreamSource(
            stream_id=StreamId(number * 2 + place),
            role=role,
            scheme="rtsp",
            host="192.0.2.1",
            port=554,
            path="/",
            transport=Transport.TCP,
        )
        for place, role in enumerate(StreamRole)
    )
    return CameraSource(camera_id=CameraId(number), streams=streams)


def canvas(*cameras: int, width: int = 480, upcoming: tuple[int, ...] = ()) -> Shown:
    spots = tuple(
        wire.Spot(slot, CameraId(number), width, 270, slot, 0)
        for slot, number in enumerate(cameras)
    )
    return Shown(spots, tuple(CameraId(number) for number in upcoming))


def test_cameras_are_shared_out_evenly() -> None:
    crew = Crew(2)

    crew.settle(planner.weights([canvas(*range(1, 17))], []))

    homes = list(crew.homes.values())
    assert (homes.count(0), homes.count(1)) == (8, 8)


def test_a_camera_keeps_its_home_when_others_come_and_go() -> None:
    crew = Crew(2)
    crew.settle(planner.weights([canvas(1, 2, 3, 4)], []))
    before = dict(crew.homes)

    crew.settle(planner.weights([canvas(1, 4, 9, 10, 11)], []))

    assert {c: crew.homes[c] for c in (CameraId(1), CameraId(4))} == {
        c: before[c] for c in (CameraId(1), CameraId(4))
    }
    assert CameraId(2) not in crew.homes


def test_cameras_that_are_only_held_weigh_little() -> None:
    weights = planner.weights([canvas(1, upcoming=(2,))], [CameraId(3)])

    assert weights[CameraId(1)] > weights[CameraId(2)] == weights[CameraId(3)]


def test_the_widest_tile_and_the_best_rank_over_all_windows_count() -> None:
    windows = [canvas(5, 1, width=213), canvas(1, width=960)]

    assert planner.widths(windows)[CameraId(1)] == 960
    assert planner.ranks(windows)[CameraId(1)] == 0


def test_what_nobody_sees_is_held_on_the_stream_it_had() -> None:
    task = planner.task(camera(1), None, StreamRole.MAIN, relieved=False)

    assert (task.mode, task.role) == (wire.Mode.HOLD, StreamRole.MAIN)


def test_what_comes_next_is_held_on_the_sub_stream() -> None:
    task = planner.task(camera(1), None, None, relieved=False)

    assert (task.mode, task.role) == (wire.Mode.HOLD, StreamRole.SUB)


def test_a_relieved_camera_gets_key_frames_and_says_why() -> None:
    task = planner.task(camera(1), 213, StreamRole.SUB, relieved=True)

    assert (task.mode, task.load) == (wire.Mode.KEYS, Load.BUSY_PC)


def record(role: StreamRole) -> Record:
    return Record(
        role=role, volume_id=VolumeId(1), folder="/srv", era=0, audio=False, station="word"
    )


@pytest.mark.parametrize("role", StreamRole)
@pytest.mark.parametrize("width", [None, 213, 1920])
def test_a_line_with_one_session_shows_what_is_recorded(
    role: StreamRole, width: int | None
) -> None:
    task = planner.task(
        camera(1), width, StreamRole.SUB, relieved=False, record=(record(role),), alone=True
    )

    assert (task.role, task.alone) == (role, True)
    assert task.load is (Load.FULL if width is None else Load.ONE_SESSION)


def test_a_line_with_one_session_shows_the_stream_that_fits_while_none_is_recorded() -> None:
    tasks = [
        planner.task(camera(1), width, StreamRole.SUB, relieved=False, alone=True)
        for width in (213, 1920)
    ]

    assert [(task.role, task.alone) for task in tasks] == [
        (StreamRole.SUB, True),
        (StreamRole.MAIN, True),
    ]


def test_a_relieved_camera_on_one_session_is_still_the_recorded_stream() -> None:
    recorded = (record(StreamRole.MAIN),)
    task = planner.task(camera(1), 213, None, relieved=True, record=recorded, alone=True)

    assert (task.role, task.mode) == (StreamRole.MAIN, wire.Mode.KEYS)


KEPT, TRIED = CameraId(7), CameraId(0)
LINE = {KEPT: camera(KEPT), TRIED: replace(camera(TRIED), instead_of=KEPT)}


@pytest.mark.parametrize(
    ("wanted", "watched_before", "waiting"),
    [
        ({TRIED}, set(), set()),
        ({KEPT, TRIED}, {KEPT}, {TRIED}),  # the trial waits …
        ({TRIED}, {KEPT}, {TRIED}),  # … and for a round after that, until the session has ended
        ({KEPT, TRIED}, {TRIED}, {KEPT, TRIED}),  # recording begins: the trial goes first
        ({KEPT, TRIED}, set(), {TRIED}),
    ],
)
def test_a_camera_on_trial_leaves_the_one_session_of_its_line_to_the_kept_one(
    wanted: set[CameraId], watched_before: set[CameraId], waiting: set[CameraId]
) -> None:
    assert planner.held_back(LINE, wanted, watched_before, lambda _: True) == waiting


def test_a_trial_waits_for_nobody_on_a_line_with_room_or_whose_camera_fails() -> None:
    both = {KEPT, TRIED}

    assert planner.held_back(LINE, both, both, lambda _: False) == set()
