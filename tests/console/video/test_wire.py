from __future__ import annotations

import json

import pytest

from console.events import Load, Reason, StreamFigures, StreamState
from console.secret import Secret
from console.video import wire
from console.video.ports import CameraSource, StreamSource
from db.records import CameraId, StreamId, StreamRole, Transport
from tests.console.video.footage_messages import footage_messages

CAMERA = CameraSource(
    camera_id=CameraId(7),
    streams=(
        StreamSource(
            stream_id=StreamId(1),
            role=StreamRole.SUB,
            scheme="rtsp",
            host="192.0.2.7",
            port=554,
            path="/Streaming/Channels/102",
            transport=Transport.TCP,
            width=640,
        ),
    ),
    username="trực ban",
    password=Secret("mật khẩu"),
)
FIGURES = StreamFigures(
    camera_id=CameraId(7),
    role=StreamRole.SUB,
    codec="h264",
    width=640,
    height=360,
    decoded_fps=15.0,
    kbit_s=416.0,
    packets_lost=3,
    load=Load.SMALL_TILE,
)
SPOT = wire.Spot(0, CameraId(7), 480, 270, 1, 128)
MESSAGES: list[wire.Message] = [
    wire.Hello(wire.VERSION, wire.Role.WORKER, 42),
    wire.Welcome(wire.VERSION, 43),
    wire.SetCameras((CAMERA,)),
    wire.SetCameras(()),
    wire.Show(1, 4096, "", (SPOT,), (CameraId(8), CameraId(9))),
    wire.Hide(1),
    wire.Assign((wire.Task(CAMERA, StreamRole.SUB, wire.Mode.PAINT, Load.SMALL_TILE, False),)),
    wire.Paint(1, 4096, "", (SPOT,)),
    wire.Recorder(8, ""),
    wire.Told(CameraId(7), StreamState.LATE, Reason.PACKETS_LOST, "3 packets"),
    wire.Beat(wire.Pace(0.5, 0.0, 0.1), (FIGURES,)),
    wire.Figures((FIGURES,)),
    wire.Goodbye(),
    *footage_messages(),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda m: type(m).__name__)
def test_a_message_arrives_as_it_was_sent(message: wire.Message) -> None:
    assert wire.unpack(wire.pack(message)) == message


def test_every_kind_of_message_is_tried_here() -> None:
    assert {type(message).__name__ for message in MESSAGES} == set(wire._KINDS)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'"Hello"',
        b"{}",
        b'{"is": "Nothing"}',
        b'{"is": ["Hello"]}',
        b'{"is": "Hello"}',
        b'{"is": "Hello", "version": 1, "role": "console", "pid": "1"}',
        b'{"is": "Hello", "version": 1, "role": "king", "pid": 1}',
        b'{"is": "Hello", "version": true, "role": "console", "pid": 1}',
        b'{"is": "Hide", "canvas": 1, "surplus": 2}',
        b'{"is": "SetCameras", "cameras": {}}',
        b'{"is": "SetCameras", "cameras": [1]}',
        b'{"is": "SetCameras", "cameras": [{"camera_id": 1}]}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(wire.WireBroken):
        wire.unpack(data)


def test_any_single_field_missing_is_refused() -> None:
    for message in MESSAGES:
        body = json.loads(wire.pack(message))
        for name in list(body):
            less = {key: value for key, value in body.items() if key != name}
            with pytest.raises(wire.WireBroken):
                wire.unpack(json.dumps(less).encode())


def test_a_message_shows_no_password() -> None:
    assert "mật khẩu" not in repr(wire.SetCameras((CAMERA,)))
