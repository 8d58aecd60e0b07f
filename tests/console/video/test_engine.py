"""The whole engine over real RTSP: processes, sockets, decoders, shared memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.demo.auth import Algorithm
from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import Load, Reason, StreamState
from console.video.ports import Place
from db.records import CameraId, StreamRole, Transport
from tests.camera import LOGIN, PASSWORD, USERNAME, serving
from tests.console.video.watching import Watcher, source

Clips = dict[str, Clip]
LIVE = (StreamState.LIVE, Reason.NONE)


@pytest.fixture
def watcher(standing: Watcher) -> Iterator[Watcher]:
    """One engine for all: none of these tests ends it or a worker of it."""
    yield standing
    standing.forget()


def test_four_cameras_come_alive(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(n, camera.port, f"/small/{n}") for n in range(1, 5)])

        watcher.until(lambda: watcher.pictured(4))
        watcher.until(lambda: all(watcher.state(n) == LIVE for n in range(1, 5)))

        picture = watcher.canvas.picture(0)
        assert picture is not None
        assert (picture.width, picture.height) == (160, 90)
        assert len(set(bytes(picture.pixels[: picture.width * 4]))) > 2
        watcher.until(lambda: watcher.canvas.decoded(0) >= 20)


def test_two_windows_cost_one_session(watcher: Watcher, clips: Clips) -> None:
    channel = Channel("/one", "small", 1)
    with serving(clips, [channel]) as camera:
        watcher.show([source(1, camera.port, "/one")])
        second = watcher.link.canvas()
        second.show([Place(0, CameraId(1), 320, 180)])

        watcher.until(lambda: watcher.pictured(1) and second.picture(0) is not None)

        larger = second.picture(0)
        assert larger is not None
        assert (larger.width, larger.height) == (320, 180)
        assert len(channel.visitors) == 1
        second.close()


@pytest.mark.parametrize("algorithm", [Algorithm.MD5, Algorithm.SHA256])
def test_the_right_password_opens(watcher: Watcher, clips: Clips, algorithm: Algorithm) -> None:
    guarded = Channel("/door", "small", 1, guarded=True)
    with serving(clips, [guarded], login=LOGIN, algorithms=(algorithm,)) as camera:
        right = source(1, camera.port, "/door", username=USERNAME, password=PASSWORD.reveal())
        watcher.show([right])

        watcher.until(lambda: watcher.pictured(1))


def test_a_wrong_password_is_refused_and_not_hammered(watcher: Watcher, clips: Clips) -> None:
    guarded = Channel("/door", "small", 1, guarded=True)
    with serving(clips, [guarded], login=LOGIN) as camera:
        watcher.show([source(1, camera.port, "/door", username=USERNAME, password="wrong")])

        watcher.until(lambda: watcher.state(1) == (StreamState.REFUSED, Reason.BAD_LOGIN))
        assert watcher.canvas.picture(0) is None


def test_udp_is_played_when_it_is_chosen(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1", transport=Transport.UDP)])

        watcher.until(lambda: watcher.pictured(1))


def test_h265_is_played(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/h265/1")])

        watcher.until(lambda: watcher.pictured(1))
        watcher.until(lambda: (f := watcher.figures(1)) is not None and f.codec == "hevc")


def test_a_camera_that_is_off_is_told_and_comes_back(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        port = camera.port
        watcher.show([source(1, port, "/small/1")])
        watcher.until(lambda: watcher.state(1) == LIVE)

    watcher.until(
        lambda: watcher.state(1) == (StreamState.OFFLINE, Reason.CONNECTION_REFUSED), seconds=5
    )

    before = watcher.canvas.decoded(0)
    with serving(clips, port=port):
        # One knock a second, then a key frame: the clips have one every two seconds.
        watcher.until(lambda: watcher.canvas.decoded(0) > before, seconds=8)
        watcher.until(lambda: watcher.state(1) == LIVE)


def test_silence_is_told_within_five_seconds(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1"), source(2, camera.port, "/small/2")])
        watcher.until(lambda: watcher.state(1) == LIVE and watcher.state(2) == LIVE)

        camera.order("stall /small/1")

        watcher.until(lambda: watcher.state(1) == (StreamState.STALLED, Reason.SILENT), seconds=5)
        assert watcher.state(2) == LIVE
        camera.order("resume /small/1")
        watcher.until(lambda: watcher.state(1) == LIVE, seconds=20)


def test_a_session_that_stays_silent_is_begun_anew(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1")])
        watcher.until(lambda: watcher.state(1) == LIVE)

        camera.order("stall /small/1")

        watcher.until(lambda: (StreamState.OFFLINE, Reason.SILENT) in watcher.states(1), seconds=15)


def test_a_change_of_picture_in_the_middle_is_followed(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/small/1")], size=(320, 240))
        watcher.until(lambda: watcher.state(1) == LIVE)
        watcher.until(lambda: (f := watcher.figures(1)) is not None and f.width == 320)

        camera.order("clip /small/1 large")

        watcher.until(lambda: (f := watcher.figures(1)) is not None and f.width == 640)
        assert watcher.pictured(1)


def test_garbage_packets_do_not_kill_a_worker(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(n, camera.port, f"/small/{n}") for n in (1, 2)])
        watcher.until(lambda: watcher.pictured(2))
        workers = {process.pid for process in watcher.hands()}

        camera.order("scramble /small/1")
        watcher.until(lambda: watcher.state(1) != LIVE, seconds=12)
        camera.order("garbage /small/2")
        camera.order("resume /small/1")

        watcher.until(lambda: watcher.state(1) == LIVE and watcher.state(2) == LIVE, seconds=25)
        assert workers <= {process.pid for process in watcher.hands()}


def test_lost_packets_make_it_late_and_not_dead(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/large/1")])
        watcher.until(lambda: watcher.state(1) == LIVE)

        camera.order("lose /large/1 5")

        watcher.until(lambda: watcher.state(1) == (StreamState.LATE, Reason.PACKETS_LOST))
        watcher.until(lambda: (f := watcher.figures(1)) is not None and f.packets_lost > 0)
        camera.order("resume /large/1")
        watcher.until(lambda: watcher.state(1) == LIVE)


@pytest.mark.parametrize(
    ("order", "state", "reason"),
    [
        ("redirect /one rtsp://192.0.2.1/evil", StreamState.UNSUPPORTED, Reason.REDIRECTED),
        ("codec /one MP4V-ES", StreamState.UNSUPPORTED, Reason.CODEC),
        ("mute /one", StreamState.OFFLINE, Reason.SILENT),
        ("refuse /one", StreamState.REFUSED, Reason.BAD_LOGIN),
        ("gone /one", StreamState.OFFLINE, Reason.BUSY),
    ],
)
def test_every_bad_answer_has_its_state_and_reason(
    watcher: Watcher, clips: Clips, order: str, state: StreamState, reason: Reason
) -> None:
    with serving(clips, [Channel("/one", "small", 1)]) as camera:
        camera.order(order)
        watcher.show([source(1, camera.port, "/one", username="u", password="p")])

        watcher.until(lambda: watcher.state(1) == (state, reason), seconds=10)


def test_names_of_ten_thousand_bytes_are_borne(watcher: Watcher, clips: Clips) -> None:
    with serving(clips, [Channel("/one", "small", 1)]) as camera:
        camera.order("swell /one")
        watcher.show([source(1, camera.port, "/one")])

        watcher.until(lambda: watcher.pictured(1))


def test_a_path_that_is_not_there_is_told(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        watcher.show([source(1, camera.port, "/nowhere")])

        watcher.until(lambda: watcher.state(1) == (StreamState.OFFLINE, Reason.NOT_FOUND))


def test_a_large_tile_gets_the_main_stream_without_going_black(
    watcher: Watcher, clips: Clips
) -> None:
    channels = [Channel("/sub", "small", 1), Channel("/main", "large", 1)]
    with serving(clips, channels) as camera:
        both = source(1, camera.port, "/sub", main="/main", width=320, main_width=640)
        watcher.show([both], size=(160, 90))
        watcher.until(lambda: watcher.state(1) == LIVE)
        told = len(watcher.states(1))

        watcher.show([both], size=(600, 340))

        # The sub stream's last picture is there at once, the main one follows.
        watcher.until(lambda: watcher.pictured(1), seconds=1)
        watcher.until(
            lambda: (
                (f := watcher.figures(1)) is not None
                and (f.role, f.width, f.load) == (StreamRole.MAIN, 640, Load.FULL)
            )
        )
        watcher.until(lambda: not channels[0].visitors)
        assert watcher.states(1)[told:] == []  # it was live all the time


def test_a_broken_main_stream_falls_back_to_the_sub_one(watcher: Watcher, clips: Clips) -> None:
    with serving(clips, [Channel("/sub", "small", 1)]) as camera:
        both = source(1, camera.port, "/sub", main="/nowhere", width=320, main_width=640)
        watcher.show([both], size=(600, 340))

        watcher.until(lambda: watcher.pictured(1))
        watcher.until(lambda: watcher.state(1) == LIVE)


def test_what_comes_next_is_held_and_pictured_at_once(watcher: Watcher, clips: Clips) -> None:
    with serving(clips) as camera:
        here = [source(n, camera.port, f"/small/{n}") for n in (1, 2)]
        next_ = [source(n, camera.port, f"/small/{n}") for n in (3, 4)]
        watcher.show(here, upcoming=next_)
        watcher.until(lambda: watcher.pictured(2))
        held = (StreamState.PAUSED, Reason.NOT_SHOWN)
        watcher.until(lambda: watcher.state(3) == held and watcher.state(4) == held)

        watcher.show(next_, upcoming=here)

        assert watcher.until(lambda: watcher.pictured(2), seconds=2) < 1.0
        watcher.until(lambda: watcher.state(3) == LIVE)


def test_cameras_that_nobody_sees_are_let_go(watcher: Watcher, clips: Clips) -> None:
    channels = [Channel(f"/cam/{n}", "small", n) for n in (1, 2)]
    with serving(clips, channels) as camera:
        first, second = (source(n, camera.port, f"/cam/{n}") for n in (1, 2))
        watcher.show([first])
        watcher.until(lambda: watcher.pictured(1))

        watcher.link.set_cameras([second])
        watcher.canvas.show([Place(0, CameraId(2), 160, 90)])

        watcher.until(lambda: watcher.pictured(1))
        watcher.until(lambda: not channels[0].visitors, seconds=5)
