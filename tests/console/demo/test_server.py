from __future__ import annotations

import hashlib
import re
from itertools import islice, pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from console.clock import SystemClock
from console.demo.auth import Algorithm, Login
from console.demo.clips import Clip, age_s, load
from console.demo.lineup import Channel
from console.demo.media import Recipe, write_clip
from console.demo.sender import Join
from console.secret import Secret
from tests.camera import LOGIN, PASSWORD, USERNAME, serving
from tests.console.demo.client import Client, Packet, watch

GUARDED = Channel("/cam/1/sub", "street", 1, guarded=True)


@pytest.mark.parametrize("transport", ["tcp", "udp"])
def test_pictures_come_in_order_over_both_transports(h264: Clip, transport: str) -> None:
    with serving({"street": h264}) as camera:
        shown = list(islice(watch(camera.url("/street/3"), transport=transport), 12))

    numbers = [picture.number for picture in shown]
    assert None not in numbers
    assert all((b or 0) == ((a or 0) + 1) % 60 for a, b in pairwise(numbers))
    assert shown[0].size == (320, 180)


def test_h265_is_shown_too(h265: Clip) -> None:
    with serving({"street": h265}) as camera:
        shown = list(islice(watch(camera.url("/street/4")), 8))

    assert shown[-1].codec == "hevc"
    assert shown[-1].number is not None


def test_the_age_of_a_picture_follows_from_its_number(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        pictures = watch(camera.url("/street/5"))
        number = next(islice(pictures, 4, None)).number
        now_s = SystemClock().now().timestamp()
        pictures.close()

    assert number is not None
    assert 0 <= age_s(number, now_s, fps=15, n=5, frames=60) < 0.5


def test_a_client_joins_in_the_middle_of_a_gop_like_at_a_camera(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        firsts = []
        for n in range(4):
            with Client(camera.port, f"/street/{n}") as client:
                client.play()
                firsts.append(client.packets(1)[0].nal)

    assert 1 in firsts  # a slice that is no key picture's


def test_a_client_may_start_with_a_key_picture(h264: Clip) -> None:
    with (
        serving({"street": h264}, join=Join.KEY) as camera,
        Client(camera.port, "/street/0") as client,
    ):
        client.play()
        first = client.picture()

    assert [packet.nal for packet in first][:2] == [7, 8]
    assert first[-1].nal == 5


def test_the_first_packet_is_the_one_that_play_announced(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/2") as client:
        info = client.play().headers["RTP-Info"]
        first = client.packets(1)[0]

    assert f"seq={first.sequence};" in info
    assert info.endswith(f"rtptime={first.timestamp}")


def test_a_sender_report_comes_first_and_tells_the_wall_clock(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/2") as client:
        client.play()
        report = client.packet()
        picture = client.packets(1)[0]
        now_s = SystemClock().now().timestamp()

    assert (report.channel, report.data[1]) == (1, 200)
    assert int.from_bytes(report.data[16:20]) == picture.timestamp
    sent_s = int.from_bytes(report.data[8:16]) / (1 << 32) - 2_208_988_800
    assert now_s - 1 < sent_s <= now_s + 0.1


def test_packets_are_numbered_without_a_gap_and_fit_the_mtu(large: Clip) -> None:
    with serving({"street": large}) as camera, Client(camera.port, "/street/1") as client:
        client.play()
        packets = client.packets(60)

    assert all((b.sequence - a.sequence) & 0xFFFF == 1 for a, b in pairwise(packets))
    assert max(len(packet.data) for packet in packets) <= 1412
    assert any(packet.data[12] & 0x1F == 28 for packet in packets)  # FU-A


def test_the_description_says_what_a_client_needs(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/1") as client:
        reply = client.ask("DESCRIBE")

    assert reply.headers["Content-Base"] == client.url + "/"
    assert "a=framerate:15" in reply.body
    assert re.search(r"sprop-parameter-sets=[\w+/=]+,[\w+/=]+", reply.body)


def test_the_right_password_opens_and_a_wrong_one_does_not(h264: Clip) -> None:
    wrong = Login(USERNAME, Secret("wrong-horse"))
    with serving({"street": h264}, [GUARDED], login=LOGIN) as camera:
        assert next(watch(camera.url("/cam/1/sub", login=LOGIN))).size == (320, 180)
        with pytest.raises(av.error.HTTPUnauthorizedError):
            next(watch(camera.url("/cam/1/sub", login=wrong)))


def test_sha_256_is_asked_for_with_qop_and_accepted(h264: Clip) -> None:
    both = (Algorithm.SHA256, Algorithm.MD5)
    with (
        serving({"street": h264}, [GUARDED], login=LOGIN, algorithms=both) as camera,
        Client(camera.port, "/cam/1/sub") as client,
    ):
        challenge = client.ask("DESCRIBE").headers["WWW-Authenticate"]
        # Two headers of one name: the client's dictionary keeps the last, the MD5 one.
        assert "algorithm=MD5" in challenge
        nonce = re.search(r'nonce="(\w+)"', challenge)
        assert nonce is not None
        reply = client.ask("DESCRIBE", Authorization=_sha256(client.url, nonce[1]))

    assert reply.status == 200


def _sha256(url: str, nonce: str) -> str:
    def digest(*parts: str) -> str:
        return hashlib.sha256(":".join(parts).encode()).hexdigest()

    one = digest(USERNAME, "Ward demo", PASSWORD.reveal())
    response = digest(one, nonce, "00000001", "c1", "auth", digest("DESCRIBE", url))
    return (
        f'Digest username="{USERNAME}", realm="Ward demo", nonce="{nonce}", uri="{url}", '
        f'algorithm=SHA-256, qop=auth, nc=00000001, cnonce="c1", response="{response}"'
    )


def test_unknown_paths_methods_and_transports_are_refused(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        with Client(camera.port, "/nowhere/1") as client:
            assert client.ask("DESCRIBE").status == 404
        with Client(camera.port, "/street/1") as client:
            assert client.ask("RECORD").status == 501
            assert client.ask("PLAY").status == 455
            multicast = "RTP/AVP;multicast;client_port=5000-5001"
            assert client.ask("SETUP", Transport=multicast).status == 461


def test_pause_is_silent_and_play_goes_on(h264: Clip) -> None:
    with serving({"street": h264}) as camera, Client(camera.port, "/street/1") as client:
        client.play()
        client.packets(3)

        assert client.ask("PAUSE").status == 200
        sequence = int(re.findall(r"seq=(\d+)", client.ask("PLAY").headers["RTP-Info"])[0])
        assert client.packets(1)[0].sequence == sequence


def test_a_client_that_says_nothing_for_the_time_out_is_ended(h264: Clip) -> None:
    with (
        serving({"street": h264}, timeout_s=0.4) as camera,
        Client(camera.port, "/street/1") as client,
    ):
        assert "timeout=1" in client.play().headers["Session"]
        assert client.is_ended()


def test_a_client_that_keeps_alive_is_not_ended(h264: Clip) -> None:
    clock = SystemClock()
    with (
        serving({"street": h264}, timeout_s=0.5) as camera,
        Client(camera.port, "/street/1") as client,
    ):
        client.play()
        until_s = clock.monotonic_s() + 1.2
        while clock.monotonic_s() < until_s:
            client.packets(2)
            assert client.ask("GET_PARAMETER").status == 200


def test_a_client_that_does_not_read_loses_pictures_up_to_a_key_picture(tmp_path: Path) -> None:
    with (
        serving({"noise": _heavy_clip(tmp_path / "noise.mp4")}) as camera,
        Client(camera.port, "/noise/0", receive_buffer=4096) as idle,
        Client(camera.port, "/noise/0") as reading,
    ):
        idle.play()
        reading.play()
        for _ in range(60):
            reading.picture()

        before, after = _picture_after_a_gap(idle)

    assert after[0].nal == 7  # a key picture comes with its parameter sets
    assert (after[0].sequence - before[-1].sequence) & 0xFFFF == 1


def _heavy_clip(path: Path) -> Clip:
    """Pictures of noise: half a megabyte a second, so that a line is full in a second."""
    rng = np.random.default_rng(1)
    pictures = (rng.integers(16, 235, (270, 320), np.uint8) for _ in range(30))
    write_clip(path, pictures, Recipe(width=320, height=180, kbit_s=8000, preset="ultrafast"))
    return load(path)


def _picture_after_a_gap(client: Client) -> tuple[list[Packet], list[Packet]]:
    before = client.picture()
    for _ in range(90):
        after = client.picture()
        if after[0].timestamp - before[0].timestamp > 90_000 // 15 * 2:
            return before, after
        before = after
    raise AssertionError("no picture was dropped")


def test_a_camera_that_is_not_ready_yet_holds_its_answer(h264: Clip) -> None:
    coming = Channel("/cam/9/sub", "coming", 9)
    with serving({}, [coming], hold_s=10) as camera, Client(camera.port, "/cam/9/sub") as client:
        camera.server.put("coming", h264)
        assert client.ask("DESCRIBE").status == 200

    with serving({}, [coming], hold_s=0.2) as camera, Client(camera.port, "/cam/9/sub") as client:
        assert client.ask("DESCRIBE").status == 503


def test_a_port_that_is_off_refuses(h264: Clip) -> None:
    with serving({"street": h264}) as camera, pytest.raises(ConnectionRefusedError):
        Client(camera.off_port, "/street/1")


def test_every_connection_is_closed_in_the_end(h264: Clip) -> None:
    with serving({"street": h264}) as camera:
        client = Client(camera.port, "/street/1")
        client.play()

    with client:
        assert client.is_ended()
