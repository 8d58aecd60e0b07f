"""Recording of real RTSP sessions: what lands on the disk, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest

from console.demo.clips import Clip
from console.demo.lineup import Channel
from console.demo.sound import SoundCodec, tone
from console.video import fmp4_reader, footage_files, wire
from console.video.wire_footage import RecordingTold
from db.footage_records import EndReason, GapCause
from db.records import StreamRole, Transport
from tests.camera import serving
from tests.console.video.recording import VOLUME, Bench, order, task, volume
from tests.console.video.watching import source
from tests.footage import annexb

Clips = dict[str, Clip]


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    return volume(tmp_path / "footage")


def sent(clip: Clip) -> list[list[bytes]]:
    """The NAL units of each picture of a clip, put together from its packets."""
    return [list(_nals(clip, unit.payloads)) for unit in clip.frames]


def _nals(clip: Clip, payloads: tuple[bytes, ...]) -> Iterator[bytes]:
    whole = bytearray()
    h264 = clip.codec == "H264"
    for payload in payloads:
        kind = payload[0] & 31 if h264 else payload[0] >> 1 & 63
        if kind not in (28, 49):
            yield payload
            continue
        head = payload[1 if h264 else 2]
        if head & 0x80:
            first = payload[0] & 0xE0 | head & 31 if h264 else payload[0] & 0x81 | (head & 63) << 1
            whole = bytearray((first,) if h264 else (first, payload[1]))
        whole += payload[2 if h264 else 3 :]
        if head & 0x40:
            yield bytes(whole)


def segments(folder: Path) -> list[Path]:
    return [path for path in footage_files.files(folder) if not path.name.endswith(".partial")]


@pytest.mark.parametrize("name", ["small", "h265"])
def test_what_is_written_is_what_was_sent(
    bench: Bench, disk: Path, clips: Clips, name: str
) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.port, f"/{name}/1"), order(disk)))
        bench.until(lambda: bench.causes == [None])
        bench.until(lambda: _partial_frames(disk) >= 20)
        bench.assign(task(source(1, camera.port, f"/{name}/1")))
        bench.until(lambda: bench.done)

    [path] = segments(disk)
    [done] = bench.done
    assert done.end_reason is EndReason.STOPPED
    pictures = sent(clips[name])
    stored = annexb(path)
    first = pictures.index(stored[0])
    assert stored == [pictures[(first + n) % len(pictures)] for n in range(done.frames)]
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) == done.frames
    assert footage_files.read_segment(path, VOLUME).sha256.hex() == done.sha256
    assert done.camera_off_us is not None
    assert abs(done.camera_off_us) < 500_000


def _partial_frames(folder: Path) -> int:
    return sum(fmp4_reader.scan(p).frames for p in footage_files.partials(folder))


def test_main_recorded_beside_sub_shown_is_two_sessions(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    sub, main = Channel("/sub", "small", 1), Channel("/main", "large", 1)
    with serving(clips, [sub, main]) as camera:
        eye = source(1, camera.port, "/sub", main="/main")
        record = order(disk, StreamRole.MAIN)
        bench.assign(task(eye, record, mode=wire.Mode.PAINT))
        bench.until(lambda: None in bench.causes)
        bench.until(lambda: _partial_frames(disk) > 0)
        assert (len(sub.visitors), len(main.visitors)) == (1, 1)
        [visitor] = main.visitors

        # It is shown large, then small again, then not at all: the recorded session stays.
        bench.assign(task(eye, record, role=StreamRole.MAIN, mode=wire.Mode.PAINT))
        bench.until(lambda: not sub.visitors)
        bench.assign(task(eye, record, mode=wire.Mode.PAINT))
        bench.until(lambda: sub.visitors)
        bench.assign(task(eye, record, role=StreamRole.MAIN, mode=wire.Mode.HOLD))
        bench.until(lambda: _partial_frames(disk) > 40)
        assert main.visitors == {visitor}
        bench.assign(task(eye, role=StreamRole.MAIN, mode=wire.Mode.HOLD))
        bench.until(lambda: bench.done)

    [done] = bench.done
    assert done.role is StreamRole.MAIN
    assert bench.causes == [None]


def test_a_recorded_stream_that_nobody_sees_is_not_decoded(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.port, "/small/1"), order(disk)))
        bench.until(lambda: _partial_frames(disk) >= 10)

        [strand] = bench.feeds[1]._strands.values()
        assert strand.decoder is not None
        assert strand.decoder.decoded == 0


def test_a_line_that_breaks_is_told_and_the_next_run_begins(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.port, "/small/1"), order(disk)))
        bench.until(lambda: bench.causes == [None])
        camera.order("kick /small/*")
        bench.until(lambda: bench.causes == [None, GapCause.NETWORK, None], seconds=20)
        _, gap, second = [told for told in bench.told if isinstance(told, RecordingTold)]

    first = bench.done[0]
    assert first.end_reason is EndReason.LOST
    assert gap.run_us == first.start_us + first.duration_us
    assert second.run_us >= gap.run_us


@pytest.mark.parametrize(
    ("fault", "cause"),
    [("codec /small/1 MP4V-ES", GapCause.UNSUPPORTED), ("refuse /small/1", GapCause.REFUSED)],
)
def test_why_nothing_is_recorded_is_told(
    bench: Bench, disk: Path, clips: Clips, fault: str, cause: GapCause
) -> None:
    with serving(clips) as camera:
        camera.order(fault)
        bench.assign(task(source(1, camera.port, "/small/1"), order(disk)))
        bench.until(lambda: bench.causes == [cause])


def test_a_camera_that_is_off_is_told(bench: Bench, disk: Path, clips: Clips) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.off_port, "/small/1"), order(disk)))
        bench.until(lambda: bench.causes == [GapCause.CAMERA_OFF])


def test_another_picture_begins_another_segment(bench: Bench, disk: Path, clips: Clips) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.port, "/small/1"), order(disk)))
        bench.until(lambda: _partial_frames(disk) > 0)
        camera.order("clip /small/1 large")
        bench.until(lambda: bench.done)
        bench.until(lambda: bench.causes == [None, None])
        [whole] = segments(disk)
        [growing] = footage_files.partials(disk)

        [done] = bench.done
        assert done.end_reason is EndReason.CHANGED
        assert fmp4_reader.scan(whole).width == 320
        assert fmp4_reader.scan(growing).width == 640


def test_lost_packets_are_counted_and_what_came_is_written(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    with serving(clips) as camera:
        bench.assign(task(source(1, camera.port, "/small/1"), order(disk)))
        bench.until(lambda: _partial_frames(disk) > 0)
        camera.order("lose /small/1 20")
        bench.until(lambda: _partial_frames(disk) > 45)
        bench.assign(task(source(1, camera.port, "/small/1")))
        bench.until(lambda: bench.done)

    [path] = segments(disk)
    scan = fmp4_reader.scan(path)
    assert scan.tail["damaged"] > 0
    assert scan.tail["frames"] == scan.frames


@pytest.mark.parametrize("transport", list(Transport))
@pytest.mark.parametrize("codec", list(SoundCodec))
def test_sound_is_written_as_it_comes(
    bench: Bench, disk: Path, clips: Clips, codec: SoundCodec, transport: Transport
) -> None:
    sound = tone(codec)
    channel = Channel("/ear", "small", 1, sound=sound)
    with serving(clips, [channel]) as camera:
        ear = source(1, camera.port, "/ear", transport=transport)
        bench.assign(task(ear, order(disk, audio=True)))
        bench.until(lambda: _partial_frames(disk) > 20)
        camera.order("hush /ear")
        bench.until(lambda: _partial_frames(disk) > 50)
        bench.assign(task(ear))
        bench.until(lambda: bench.done)

    [path] = segments(disk)
    assert path.suffix == (".mp4" if codec is SoundCodec.AAC else ".mov")
    assert bench.done[0].quicktime == (path.suffix == ".mov")
    scan = fmp4_reader.scan(path)
    stored = [(s.offset, s.size, s.at) for fragment in scan.fragments for s in fragment.sounds]
    whole = path.read_bytes()
    heard = [whole[offset : offset + size] for offset, size, _ in stored]
    sent, some = [*sound.pieces, *sound.pieces], heard[:20]
    assert some
    # Two pieces may be the same: nobody knows with which of them it begins.
    assert any(some == sent[first : first + len(some)] for first in range(len(sound.pieces)))
    steps = [later - at for (_, _, at), (_, _, later) in pairwise(stored)]
    assert sorted(steps)[len(steps) // 2] == sound.step
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) == bench.done[0].frames
    with av.open(str(path)) as container:
        assert len(list(container.decode(audio=0))) > 5


@pytest.mark.parametrize("codec", [SoundCodec.AAC, SoundCodec.ALAW])
def test_sound_that_is_told_of_and_does_not_come_holds_nothing_up(
    bench: Bench, disk: Path, clips: Clips, codec: SoundCodec
) -> None:
    channel = Channel("/ear", "small", 1, sound=tone(codec))
    with serving(clips, [channel]) as camera:
        camera.order("hush /ear")
        ear = source(1, camera.port, "/ear", transport=Transport.UDP)
        bench.assign(task(ear, order(disk, audio=True)))

        bench.until(lambda: _partial_frames(disk) > 10)


def test_sound_that_starts_late_lies_where_it_was_heard(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    channel = Channel("/ear", "small", 1, sound=tone(SoundCodec.ALAW))
    with serving(clips, [channel]) as camera:
        camera.order("hush /ear")
        bench.assign(task(source(1, camera.port, "/ear"), order(disk, audio=True)))
        bench.until(lambda: _partial_frames(disk) > 25)
        camera.order("resume /ear")
        bench.until(lambda: _partial_frames(disk) > 60)
        bench.assign(task(source(1, camera.port, "/ear")))
        bench.until(lambda: bench.done)

    scan = fmp4_reader.scan(segments(disk)[0])
    sounds = [sound for fragment in scan.fragments for sound in fragment.sounds]
    assert 1.0 < sounds[0].at / 8000 < 5.0
    last = sounds[-1]
    assert (last.at + last.duration) / 8000 == pytest.approx(scan.end / 90_000, abs=1.2)


def test_sound_is_not_asked_for_where_it_is_not_wanted(
    bench: Bench, disk: Path, clips: Clips
) -> None:
    channel = Channel("/ear", "small", 1, sound=tone(SoundCodec.ULAW))
    with serving(clips, [channel]) as camera:
        bench.assign(task(source(1, camera.port, "/ear"), order(disk)))
        bench.until(lambda: _partial_frames(disk) > 0)

        assert fmp4_reader.scan(footage_files.partials(disk)[0]).sound is None
