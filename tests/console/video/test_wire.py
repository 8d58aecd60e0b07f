from __future__ import annotations

import json
import math
import traceback
import typing

import pytest

from console.events import Load, Reason, StreamFigures, StreamState
from console.secret import Secret
from console.video import wire, wire_footage
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
    assert {type(message).__name__ for message in MESSAGES} == {
        kind.__name__ for kind in typing.get_args(wire.Message)
    }


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
        b'{"is": "Hello", "version": 1.0, "role": "console", "pid": 1}',
        b'{"is": "Hello", "version": null, "role": "console", "pid": 1}',
        b'{"is": "Hello", "version": 1, "role": "console", "pid": %s}' % (b"9" * 5000),
        b'{"is": "Spot", "slot": 0, "camera_id": 7}',
        b'{"is": "ExhibitGo", "at_ms": null, "rate": NaN}',
        b'{"is": "ExhibitGo", "at_ms": null, "rate": 1e999}',
        b'{"is": "ExhibitGo", "at_ms": null, "rate": null}',
        b'{"is": "CancelJob", "job": 1, "is": "Hide"}',
        b'{"is": "CancelJob", "job": 1} {}',
        b'{"is": "CancelJob", "job": 1',
        b'{"job": %s, "is": "CancelJob"}' % (b"[" * 100_000 + b"]" * 100_000),
        b'{"is": "CancelJob", "job": %s}' % (b"[" * 100_000),
        *(
            b'{"is": "ExhibitOpen", "size": 1, "block": "", "width": 1, "height": 1, "offset": 0, '
            b'"path": "%s"}' % path
            for path in (b"\\ud800", b"\\ud800x", b"\xed\xa0\x80", b"\xff", b"\0", b"\\x")
        ),
        b"\xff\xfe",
    ],
    ids=lambda data: repr(data[:64]),
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(wire.WireBroken):
        wire.unpack(data)


def test_any_single_field_missing_is_refused_or_has_its_default() -> None:
    for message in MESSAGES:
        body = json.loads(wire.pack(message))
        for name in list(body):
            less = json.dumps({key: value for key, value in body.items() if key != name}).encode()
            kind = type(message)
            needed = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
            if name in kind.__struct_fields__[needed:]:
                assert type(wire.unpack(less)) is type(message)
            else:
                with pytest.raises(wire.WireBroken):
                    wire.unpack(less)


def test_every_field_is_sent_with_its_default_too() -> None:
    body = json.loads(wire.pack(wire.Beat(wire.Pace(), ())))

    assert body == {
        "is": "Beat",
        "pace": {"busy": 0.0, "late_s": 0.0, "unseen": 0.0},
        "figures": [],
    }


def test_a_surplus_field_deep_inside_is_refused() -> None:
    body = json.loads(wire.pack(wire.SetCameras((CAMERA,))))
    body["cameras"][0]["streams"][0]["surplus"] = 1

    with pytest.raises(wire.WireBroken):
        wire.unpack(json.dumps(body).encode())


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_does_not_arrive_as_one(number: float) -> None:
    with pytest.raises(wire.WireBroken):
        wire.unpack(wire.pack(wire.Beat(wire.Pace(number), ())))


def test_a_whole_number_is_a_number_where_parts_are_allowed() -> None:
    message = wire.unpack(b'{"is": "ExhibitGo", "at_ms": 5, "rate": 2}')

    assert message == wire_footage.ExhibitGo(5, 2.0)
    assert isinstance(message, wire_footage.ExhibitGo)
    assert type(message.rate) is float


def test_a_message_shows_no_password() -> None:
    assert "mật khẩu" not in repr(wire.SetCameras((CAMERA,)))


@pytest.mark.parametrize(
    "password", ["7777777", '["7777777"]', '{"7777777": 1}', '"7777777\\ud800"']
)
def test_a_password_that_is_none_is_refused_and_told_to_nobody(password: str) -> None:
    data = wire.pack(wire.SetCameras((CAMERA,))).decode().replace('"mật khẩu"', password)

    with pytest.raises(wire.WireBroken) as refusal:
        wire.unpack(data.encode())

    said = "".join(traceback.format_exception(refusal.value))
    assert "7777777" not in said
    assert "WireBroken" in said
