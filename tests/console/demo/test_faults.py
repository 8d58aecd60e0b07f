from __future__ import annotations

import re
from itertools import islice, pairwise

import av
import pytest

from console.demo.clips import Clip
from console.demo.faults import SWOLLEN, Mood, Order, Rhythm, Verb, parse_order
from console.demo.lineup import Channel
from tests.camera import LOGIN, serving
from tests.console.demo.client import Client, watch
from tests.relays import relay


def test_orders_are_read() -> None:
    assert parse_order("stall /cam/7/*") == Order(Mood.STALL, "/cam/7/*")
    assert parse_order("lose /street/1 5") == Order(Verb.LOSE, "/street/1", "5")
    assert parse_order("linger /street/1 0.3") == Order(Verb.LINGER, "/street/1", "0.3")


@pytest.mark.parametrize(
    "line",
    ["", "dance /a/1", "stall", "stall /a/1 now", "lose /a/1 200", "linger /a/1", "linger /a/1 61"],
)
def test_what_is_no_order_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the words are argparse's and enum's
        parse_order(line)


def test_a_rhythm_is_bad_at_the_end_of_each_period() -> None:
    rhythm = Rhythm(Mood.GONE, period_s=45, bad_s=12)

    assert [rhythm.is_bad(t) for t in (0, 32.9, 33, 44.9, 45, 78)] == [0, 0, 1, 1, 0, 1]


def test_a_stalled_camera_keeps_the_connection_and_starts_again_with_a_key_picture(
    h264: Clip,
) -> None:
    with (
        serving({"street": h264}) as camera,
        Client(camera.port, "/street/1") as client,
        Client(camera.port, "/street/2") as other,
    ):
        client.play()
        other.play()
        camera.order("stall /street/1")
        assert client.ask("GET_PARAMETER").status == 200  # what was on its way is read by now
        for _ in range(4):
            other.picture()
        camera.order("resume /street/1")

        assert client.picture()[0].nal == 7


def test_a_kick_ends_the_session_and_the_camera_answers_again(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        with Client(camera.port, "/street/1") as client:
            client.play()
            camera.order("kick /street/1")
            assert client.is_ended()
        with Client(camera.port, "/street/1") as client:
            client.play()


def test_a_gone_camera_says_so_until_it_is_back(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        camera.order("gone /street/1")
        with Client(camera.port, "/street/1") as client:
            assert client.ask("DESCRIBE").status == 503
            camera.order("resume /street/1")
            assert client.ask("DESCRIBE").status == 200


def test_a_camera_that_drops_out_by_the_clock_does_so(h264: Clip) -> None:
    always = Rhythm(Mood.GONE, period_s=0.2, bad_s=0.19)
    with (
        serving({"street": h264}, [Channel("/cam/1/sub", "street", 1, rhythm=always)]) as camera,
        Client(camera.port, "/cam/1/sub") as client,
    ):
        # The server looks at its clock ten times a second; this asks far longer than that.
        assert any(client.ask("OPTIONS").status == 503 for _ in range(20_000))


def test_a_refusing_camera_takes_no_password(h264: Clip) -> None:
    with serving(
        {"street": h264}, [Channel("/cam/1/sub", "street", 1, guarded=True)], login=LOGIN
    ) as camera:
        camera.order("refuse /cam/1/sub")
        with pytest.raises(av.error.HTTPUnauthorizedError):
            next(watch(camera.url("/cam/1/sub", login=LOGIN)))


def test_a_frozen_camera_shows_one_picture_again_and_again(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        camera.order("freeze /street/1")
        numbers = {shown.number for shown in islice(watch(camera.url("/street/1")), 6)}

    assert len(numbers) == 1


def test_lost_packets_leave_gaps_in_their_numbers(large: Clip) -> None:
    with serving({"street": large}) as camera, Client(camera.port, "/street/1") as client:
        camera.order("lose /street/1 30")
        client.play()
        steps = [(b.sequence - a.sequence) & 0xFFFF for a, b in pairwise(client.packets(40))]

    assert max(steps) > 1


def test_another_clip_comes_in_mid_stream(h264: Clip, large: Clip) -> None:
    with serving({"street": h264, "large": large}) as camera:
        pictures = watch(camera.url("/street/1"))
        assert next(pictures).size == (320, 180)
        camera.order("clip /street/1 large")
        assert any(shown.size == (640, 360) for shown in islice(pictures, 60))
        pictures.close()


def test_a_clip_that_is_not_there_is_refused(h264: Clip) -> None:
    with serving({"street": h264}) as camera, pytest.raises(ValueError, match="nowhere"):
        camera.order("clip /street/1 nowhere")


def test_descriptions_lie_and_lead_away_when_told_to(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/1") as client:
        camera.order("codec /street/1 MP4V-ES")
        assert "a=rtpmap:96 MP4V-ES/90000" in client.ask("DESCRIBE").body
        camera.order("swell /street/1")
        reply = client.ask("DESCRIBE")
        assert reply.headers["X-Name"] == SWOLLEN
        assert re.search(r"s=N{10000}\r\n", reply.body)
        camera.order("redirect /street/1 rtsp://127.0.0.2/elsewhere")
        reply = client.ask("DESCRIBE")

    assert (reply.status, reply.headers["Location"]) == (302, "rtsp://127.0.0.2/elsewhere")


def test_garbage_is_written_between_packets(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/1") as client:
        client.play()
        camera.order("garbage /street/1")
        with pytest.raises((AssertionError, ConnectionResetError, TimeoutError)):
            client.packets(100)


def test_a_mute_camera_takes_the_connection_and_says_nothing(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        camera.order("mute /street/1")
        with Client(camera.port, "/street/1") as client:
            client._line.settimeout(0.3)
            with pytest.raises(TimeoutError):
                client.ask("OPTIONS")


def test_a_single_camera_has_room_for_one_session_over_all_its_streams(h264: Clip) -> None:
    channels = [Channel("/cam/1/sub", "street", 1), Channel("/cam/1/main", "street", 1)]
    with serving({"street": h264}, channels) as camera:
        camera.order("single /cam/1/*")
        with (
            Client(camera.port, "/cam/1/sub") as shown,
            Client(camera.port, "/cam/1/main") as second,
            Client(camera.port, "/street/1") as other,
        ):
            shown.play()
            other.play()
            second.ask("DESCRIBE")
            track, way = second.url + "/track1", "RTP/AVP/TCP;unicast;interleaved=0-1"
            refused = second.ask("SETUP", track, Transport=way)
            shown.ask("TEARDOWN")
            taken = second.ask("SETUP", track, Transport=way)

    assert (refused.status, taken.status) == (453, 200)
    assert [channel.faults.refused for channel in channels] == [0, 1]


def test_a_session_that_lingers_is_there_until_its_teardown_is_answered(h264: Clip) -> None:
    channels = [Channel("/cam/1/sub", "street", 1), Channel("/cam/1/main", "street", 1)]
    way = "RTP/AVP/TCP;unicast;interleaved=0-1"
    with serving({"street": h264}, channels) as camera:
        camera.order("single /cam/1/*")
        with Client(camera.port, "/cam/1/main") as second:
            track = second.url + "/track1"
            camera.order("linger /cam/1/* 0.1")
            with Client(camera.port, "/cam/1/sub") as polite:
                polite.play()
                polite.ask("TEARDOWN")
                free = second.ask("SETUP", track, Transport=way)
                second.ask("TEARDOWN")
            camera.order("linger /cam/1/* 60")
            with Client(camera.port, "/cam/1/sub") as rude:
                rude.play()
            taken = second.ask("SETUP", track, Transport=way)

    assert (free.status, taken.status) == (200, 453)


def test_a_relay_carries_both_transports_and_loses_datagrams(large: Clip) -> None:
    with serving({"street": large}) as camera, relay(camera.port) as line:
        url = f"rtsp://127.0.0.1:{line.port}/street/1"
        assert next(watch(url)).number is not None
        line.lost = 0.2
        shown = list(islice(watch(url, transport="udp"), 20))

    assert len(shown) == 20


def test_a_relay_can_be_cut(h264: Clip) -> None:
    with (
        serving({"street": h264}) as camera,
        relay(camera.port) as line,
        Client(line.port, "/street/1") as client,
    ):
        client.play()
        line.cut()
        assert client.is_ended()
