"""Recorded streams that send and bring nothing to begin with: no key frame, or another codec."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.events import Reason, StreamState
from console.video import fmp4_reader, footage_files, recorder, source, wire
from console.video.recorder import KEYLESS_S, LONGEST_S
from console.video.strand import Strand
from console.video.units import Codec, Opened
from console.video.wire_footage import RecordingTold
from db.footage_records import EndReason, GapCause
from db.records import Transport, to_us
from tests.camera import serving
from tests.console.video.recording import Bench, order, task, volume
from tests.console.video.tape import Tape
from tests.console.video.test_strand import SUB, Playing, Shown
from tests.console.video.watching import source as at
from tests.fakes import FakeClock
from tests.footage import FPS, GOP, nals, pictures

Clips = dict[str, Clip]
KEYLESS = (StreamState.UNSUPPORTED, Reason.NO_KEY_FRAME)
KEY, *OTHERS = pictures(count=GOP)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


def states(bench: Bench) -> list[tuple[StreamState, Reason]]:
    return [(m.state, m.reason) for m in list(bench.told) if isinstance(m, wire.Told)]


@pytest.mark.parametrize("mode", [wire.Mode.PAINT, wire.Mode.HOLD, wire.Mode.KEYS])
def test_a_stream_without_a_key_frame_is_told_and_asked_for_anew(
    disk: Path, mode: wire.Mode
) -> None:
    clock = FakeClock()
    bench = Bench(clock)
    shown, session = Shown(), Playing()
    shown.mode = mode
    began_us = to_us(clock.now())
    camera = task(at(1, 554, "/"), order(disk)).camera
    strand = Strand(shown, SUB, camera, bench.means, lambda _: None, order(disk))
    strand.source._session = session
    strand.opened(Opened(Codec.H264, b""))

    for number in range(int(KEYLESS_S) * FPS):
        strand.unit(OTHERS[number % len(OTHERS)], clock.monotonic_s(), newest=True)
        clock.pass_(seconds=1 / FPS)
    assert bench.told == []
    assert (strand.state, strand.reason) == (StreamState.CONNECTING, Reason.NONE)

    clock.pass_(seconds=0.1)
    strand.unit(OTHERS[0], clock.monotonic_s(), newest=True)

    assert bench.told == [RecordingTold(camera.camera_id, SUB.role, GapCause.UNSUPPORTED, began_us)]
    assert (strand.state, strand.reason) == KEYLESS
    assert session.closed
    assert strand.source._timer is not None  # the next try is due
    strand.close()
    bench.close()


def test_the_gap_ends_when_a_new_session_brings_a_key_frame(
    bench: Bench, disk: Path, clips: Clips, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorder, "KEYLESS_S", 0.5)
    channel = Channel("/gate", "keyless", 1)
    with serving({**clips, "keyless": keyless(clips["small"])}, [channel]) as camera:
        bench.assign(task(at(1, camera.port, "/gate"), order(disk), mode=wire.Mode.PAINT))
        bench.until(lambda: bench.causes == [GapCause.UNSUPPORTED])
        assert states(bench)[-1] == KEYLESS

        camera.order("clip /gate small")

        bench.until(lambda: bench.causes == [GapCause.UNSUPPORTED, None])
        bench.until(lambda: states(bench)[-1] == (StreamState.LIVE, Reason.NONE))


def keyless(clip: Clip) -> Clip:
    """A clip with the pictures between two key frames alone."""
    return dataclasses.replace(clip, frames=tuple(unit for unit in clip.frames if not unit.key))


def test_a_gop_longer_than_that_is_recorded_once_it_has_begun(disk: Path) -> None:
    tape = Tape(order(disk))
    tape.open()
    tape.play(0.1, [KEY])
    tape.play(5 * KEYLESS_S, OTHERS)

    assert not tape.recorder.starved(tape.clock.monotonic_s())
    tape.settle()
    assert tape.causes == [None]
    tape.close()


@pytest.mark.parametrize("gop_s", [25.0, 90.0, 500.0])
def test_whoever_begins_in_the_middle_of_a_long_gop_is_waited_for_in_the_end(
    disk: Path, gop_s: float
) -> None:
    tape = Tape(order(disk))
    sessions, passed = 0, 0
    while tape.recorder._growing is None:
        tape.open()
        sessions += 1
        assert sessions < 8
        while tape.recorder._growing is None:
            passed += 1
            tape.play(1, [KEY if passed % gop_s == 0 else OTHERS[0]], fps=1)
            if tape.recorder.starved(tape.clock.monotonic_s()):
                tape.recorder.stand(*KEYLESS)
                break
    tape.settle()

    assert tape.causes[0] is GapCause.UNSUPPORTED
    tape.close()


def test_a_stream_whose_key_frames_end_is_asked_for_anew_where_its_file_ends(disk: Path) -> None:
    tape = Tape(order(disk))
    tape.open()
    tape.play(2, [KEY], fps=1)
    tape.play(LONGEST_S - 1, OTHERS[:1], fps=1)
    assert not tape.recorder.starved(tape.clock.monotonic_s())

    tape.play(4, OTHERS[:1], fps=1)

    assert tape.recorder.starved(tape.clock.monotonic_s())
    tape.settle()
    assert tape.causes[-1] is GapCause.UNSUPPORTED
    tape.close()


def test_key_frames_that_cannot_be_recorded_are_no_reason_to_end_a_session(disk: Path) -> None:
    tape = Tape(order(disk))
    tape.open()
    bare = dataclasses.replace(KEY, data=nals(KEY)[-1])  # its parameter sets never come
    tape.play(3 * KEYLESS_S, [bare], fps=1)

    assert not tape.recorder.starved(tape.clock.monotonic_s())
    assert tape.causes == [GapCause.UNSUPPORTED]
    tape.close()


@pytest.mark.parametrize(
    ("mode", "transport"),
    [
        (wire.Mode.HOLD, Transport.TCP),
        (wire.Mode.PAINT, Transport.TCP),
        (wire.Mode.HOLD, Transport.UDP),
    ],
)
@pytest.mark.parametrize(("before", "after"), [("small", "h265"), ("h265", "small")])
def test_another_codec_in_the_middle_of_a_session_is_recorded_after_the_next_description(
    bench: Bench,
    disk: Path,
    clips: Clips,
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    after: str,
    mode: wire.Mode,
    transport: Transport,
) -> None:
    monkeypatch.setattr(source, "GIVEN_UP_S", 1.0)
    with serving(clips, [Channel("/gate", before, 1)]) as camera:
        gate = at(1, camera.port, "/gate", transport=transport)
        bench.assign(task(gate, order(disk), mode=mode))
        bench.until(lambda: bench.causes == [None])

        camera.order(f"clip /gate {after}")

        bench.until(lambda: bench.causes == [None, GapCause.UNSUPPORTED, None])
        assert KEYLESS in states(bench)
        bench.assign(task(gate))
        bench.until(lambda: len(bench.done) == 2)

    first, second = bench.done
    gap = next(m for m in bench.told if isinstance(m, RecordingTold) and m.cause is not None)
    assert first.end_reason is EndReason.LOST
    assert gap.run_us == first.start_us + first.duration_us
    assert second.start_us >= gap.run_us + 900_000
    paths = sorted(footage_files.files(disk))
    codecs = [{"small": Codec.H264, "h265": Codec.H265}[name] for name in (before, after)]
    assert [fmp4_reader.scan(path).codec for path in paths] == codecs
    for path, done in zip(paths, bench.done, strict=True):
        with av.open(str(path)) as container:  # and nothing foreign is in it
            assert len(list(container.decode(video=0))) == done.frames
