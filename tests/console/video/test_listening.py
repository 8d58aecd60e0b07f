"""Sound of one camera: in step with its pictures, silent where it must be, never in their way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from console.events import Hearing, TileState
from console.video import listening
from console.video.listening import open_sound_card
from console.video.player import Player
from console.video.speaker import NoSpeaker, Pull, Speaker
from console.video.units import Sounding, SoundTrack
from db import structs
from db.records import CameraId
from tests.console.video.footage_made import GATE, YARD, Ward, instant
from tests.console.video.playing import Booth, booth
from tests.console.video.sounding import Sounds, clicks, encoded, segment

ENDINGS = {Sounding.AAC: "mp4", Sounding.ALAW: "mov", Sounding.ULAW: "mov"}


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


@pytest.fixture
def stage(ward: Ward) -> Iterator[Booth]:
    with booth(ward) as made:
        yield made


def lay(ward: Ward, first: int, count: int, sounds: Sounds, camera: CameraId = GATE) -> Path:
    """A segment with sound, in its place."""
    path = ward.path(camera, first, ending=ENDINGS[sounds.track.sounding])
    path.write_bytes(segment(first, count, sounds))
    return path


def listen(stage: Booth, first: int, rate: float = 1.0) -> Player:
    """Hear the gate, from a picture on."""
    player = stage.show([GATE], instant(first))
    player.hear(GATE, 100)
    stage.until(lambda: stage.settled() and hearing(stage) is Hearing.PAUSED)
    player.go(None, rate, skip_gaps=True)
    stage.until(lambda: hearing(stage) is Hearing.HEARD)
    return player


def hearing(stage: Booth) -> Hearing:
    return stage.told[-1].hearing


def clock_us(stage: Booth, at_s: float) -> int:
    """What the player's clock, which has run since, showed at an instant of the monotonic clock."""
    assert stage.player is not None
    line = stage.player._clock.line
    assert line is not None
    return line.at(at_s)


@pytest.mark.parametrize("kind", list(Sounding))
def test_a_click_is_heard_with_its_picture(ward: Ward, stage: Booth, kind: Sounding) -> None:
    lay(ward, 0, 60, clicks(kind, 60, (23, 31, 39)))
    listen(stage, 3)
    seen: dict[int, float] = {}  # when each picture was first on the canvas

    def over() -> bool:
        seen.setdefault(stage.number() or 0, stage.clock.monotonic_s())
        return stage.told[-1].at_us > instant(42)

    stage.until(over)

    heard_s = stage.speaker.clicks_s()
    assert len(heard_s) == 3
    off_ms = [
        (clock_us(stage, at_s) - instant(number)) / 1000
        for number, at_s in zip((23, 31, 39), heard_s, strict=True)
    ]
    assert max(map(abs, off_ms)) <= 40, off_ms
    apart_ms = [
        1000 * (at_s - seen[number]) for number, at_s in zip((23, 31, 39), heard_s, strict=True)
    ]
    assert sorted(map(abs, apart_ms))[1] <= 80, apart_ms  # a picture may be late on a full machine


@pytest.mark.parametrize("rate", [0.5, 2.0])
def test_slow_and_fast_are_in_step_too(ward: Ward, stage: Booth, rate: float) -> None:
    lay(ward, 0, 60, clicks(Sounding.ALAW, 60, (43, 48)))
    listen(stage, 43 - round(20 * rate), rate)
    stage.until(lambda: stage.told[-1].at_us > instant(51))

    off_ms = [
        (clock_us(stage, at_s) - instant(number)) / 1000
        for number, at_s in zip((43, 48), stage.speaker.clicks_s(), strict=True)
    ]
    assert max(map(abs, off_ms)) <= 80, off_ms


def test_sound_goes_on_from_file_to_file(ward: Ward, stage: Booth) -> None:
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(16_000 * 2) / 16_000)
    for first in (0, 20, 40):
        lay(ward, first, 20, encoded(Sounding.ULAW, wave.astype(np.float32), 16_000))
    listen(stage, 15)
    stage.until(lambda: stage.told[-1].at_us > instant(32))

    heard = np.abs(stage.speaker.heard.astype(int))
    begins = int(np.flatnonzero(heard > 4000)[0])
    assert silences(heard[begins : begins + 48_000]) == []


def silences(heard: np.ndarray) -> list[int]:
    """How long it was silent, in ms, each time that it was for 5 ms and more."""
    loud = np.flatnonzero(heard > 1000)
    return [int(gap) // 48 for gap in np.diff(loud) if gap > 240]


def test_a_gap_is_silent_and_what_follows_is_in_step(ward: Ward, stage: Booth) -> None:
    lay(ward, 0, 30, clicks(Sounding.ALAW, 30, (20,)))
    lay(ward, 40, 30, clicks(Sounding.ALAW, 30, (12,)))
    player = stage.show([GATE], instant(3))
    player.hear(GATE, 100)
    player.go(None, 1.0, skip_gaps=False)
    stage.until(lambda: stage.told[-1].at_us > instant(56))

    first, second = stage.speaker.clicks_s()
    assert abs(clock_us(stage, first) - instant(20)) <= 80_000
    assert abs(clock_us(stage, second) - instant(52)) <= 80_000
    assert hearing(stage) is Hearing.HEARD


def test_a_leap_over_a_gap_takes_the_sound_along(ward: Ward, stage: Booth) -> None:
    lay(ward, 0, 10, clicks(Sounding.AAC, 10, ()))
    lay(ward, 400, 30, clicks(Sounding.AAC, 30, (15,)))
    listen(stage, 2)
    stage.until(lambda: stage.told[-1].at_us > instant(418))

    [heard_s] = stage.speaker.clicks_s()
    assert abs(clock_us(stage, heard_s) - instant(415)) <= 80_000


def test_what_comes_next_is_decoded_while_the_picture_stands(ward: Ward, stage: Booth) -> None:
    wave = np.full(16_000 * 6, 0.5, np.float32)
    lay(ward, 0, 60, encoded(Sounding.ULAW, wave, 16_000))
    player = stage.show([GATE], instant(20))
    player.hear(GATE, 100)

    stage.until(lambda: player._listening._read_us > instant(23))

    assert player._listening._read_us < instant(30)
    assert not stage.speaker.heard.any()


def test_after_a_seek_it_is_in_step_again(ward: Ward, stage: Booth) -> None:
    lay(ward, 0, 300, clicks(Sounding.ALAW, 300, (262,)))
    player = listen(stage, 3)
    player.go(instant(245), 1.0, skip_gaps=True)
    stage.until(lambda: stage.told[-1].at_us > instant(265))

    [heard_s] = stage.speaker.clicks_s()
    assert abs(clock_us(stage, heard_s) - instant(262)) <= 80_000


@pytest.mark.parametrize(
    ("rate", "why"),
    [(4.0, Hearing.SPEED), (-1.0, Hearing.SPEED), (0.25, Hearing.SPEED), (0.0, Hearing.PAUSED)],
)
def test_it_is_silent_and_says_why(ward: Ward, stage: Booth, rate: float, why: Hearing) -> None:
    wave = np.full(16_000 * 20, 0.5, np.float32)
    lay(ward, 0, 200, encoded(Sounding.ULAW, wave, 16_000))
    player = listen(stage, 50)
    stage.until(lambda: bool(stage.speaker.heard.any()))

    player.go(None, rate, skip_gaps=True)
    stage.until(lambda: hearing(stage) is why)
    before = len(stage.speaker.heard)
    stage.until(lambda: len(stage.speaker.heard) > before + 9_600)

    assert not stage.speaker.heard[before + 2_000 :].any()


def test_a_step_is_silent(ward: Ward, stage: Booth) -> None:
    lay(ward, 0, 60, clicks(Sounding.ULAW, 60, ()))
    player = listen(stage, 5)

    player.step(1)

    stage.until(lambda: hearing(stage) is Hearing.PAUSED)


def test_a_camera_without_sound_says_so(ward: Ward, stage: Booth) -> None:
    ward.record(0, 60)
    lay(ward, 0, 60, clicks(Sounding.AAC, 60, ()), YARD)
    player = stage.show([GATE, YARD], instant(5))
    player.hear(GATE, 100)
    player.go(None, 1.0, skip_gaps=True)

    stage.until(lambda: hearing(stage) is Hearing.NONE)
    player.hear(YARD, 100)
    stage.until(lambda: hearing(stage) is Hearing.HEARD)

    stage.until(lambda: [tile.sound for tile in stage.told[-1].tiles] == [False, True])
    assert stage.speaker.opened == 1


def test_the_device_is_open_only_while_somebody_listens(ward: Ward, stage: Booth) -> None:
    lay(ward, 0, 60, clicks(Sounding.AAC, 60, ()))
    player = stage.show([GATE], instant(5))
    stage.until(stage.settled)
    assert (stage.speaker.opened, hearing(stage)) == (0, Hearing.OFF)

    player.hear(GATE, 100)
    stage.until(lambda: stage.speaker.opened == 1)
    player.hear(None, 100)
    stage.until(lambda: stage.speaker.closed == 1)
    assert hearing(stage) is Hearing.OFF

    player.hear(GATE, 100)
    stage.until(lambda: stage.speaker.opened == 2)
    player.close()
    stage.until(lambda: stage.speaker.closed == 2)


def test_loudness_is_what_was_asked_for(ward: Ward, stage: Booth) -> None:
    wave = 0.4 * np.sin(2 * np.pi * 440 * np.arange(16_000 * 20) / 16_000)
    lay(ward, 0, 200, encoded(Sounding.ULAW, wave.astype(np.float32), 16_000))
    player = listen(stage, 5)

    def is_as_loud(as_: int) -> bool:
        last = np.abs(stage.speaker.heard[-4_800:].astype(int))
        wanted = 0.4 * 32767 * as_ / 100
        return len(last) > 0 and int(last.max()) == pytest.approx(wanted, rel=0.05, abs=1)

    for loudness in (100, 50, 200, 0):
        player.hear(GATE, loudness)
        stage.until(lambda: is_as_loud(loudness))  # noqa: B023


def test_a_pc_without_a_device_says_so_and_plays(
    ward: Ward, stage: Booth, caplog: pytest.LogCaptureFixture
) -> None:
    lay(ward, 0, 300, clicks(Sounding.AAC, 300, ()))
    stage.speaker.broken = True
    player = stage.show([GATE], instant(5))
    player.hear(GATE, 100)
    player.go(None, 1.0, skip_gaps=True)
    stage.until(lambda: hearing(stage) is Hearing.NO_DEVICE)

    stage.until(lambda: (stage.number() or 0) > 9)

    assert "no sound can be played" in caplog.text
    stage.speaker.broken = False
    player.hear(None, 100)
    player.hear(GATE, 100)
    stage.until(lambda: hearing(stage) is Hearing.HEARD)
    caplog.clear()


def test_a_device_that_goes_is_told_and_found_again(
    ward: Ward, stage: Booth, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "LOST_S", 0.3)
    monkeypatch.setattr(listening, "AGAIN_S", 0.3)
    lay(ward, 0, 300, clicks(Sounding.AAC, 300, ()))
    listen(stage, 5)

    stage.speaker.mute = True
    stage.until(lambda: hearing(stage) is Hearing.DEVICE_LOST)
    stage.until(lambda: stage.speaker.closed == 1)
    stage.speaker.mute = False

    stage.until(lambda: hearing(stage) is Hearing.HEARD)
    assert stage.tile().state is TileState.SHOWN
    caplog.clear()


def spoilt(sounds: Sounds, how: str) -> Sounds:
    """Sound as no honest camera sends it."""
    chance = random.Random(5)
    match how:
        case "noise":
            noise = tuple((at, chance.randbytes(len(data))) for at, data in sounds.pieces)
            return replace(sounds, pieces=noise)
        case "another rate":
            return replace(sounds, track=structs.replace(sounds.track, rate=44_100))
        case "no setup":
            return replace(sounds, track=structs.replace(sounds.track, config=b"\xff\xff"))
        case "no rate":
            return replace(sounds, track=structs.replace(sounds.track, rate=1))
        case "99 channels":
            return replace(sounds, track=structs.replace(sounds.track, channels=99))
        case "all at once":
            return replace(sounds, pieces=tuple((0, data) for _, data in sounds.pieces))
        case _:
            cut = tuple((at, data[:3]) for at, data in sounds.pieces)
            return replace(sounds, pieces=cut)


@pytest.mark.parametrize("kind", [Sounding.AAC, Sounding.ALAW])
@pytest.mark.parametrize(
    "how",
    ["noise", "another rate", "no setup", "no rate", "99 channels", "all at once", "stubs"],
)
def test_hostile_sound_stops_no_picture(ward: Ward, stage: Booth, kind: Sounding, how: str) -> None:
    lay(ward, 0, 30, spoilt(clicks(kind, 30, (3,)), how))
    lay(ward, 30, 60, clicks(kind, 60, (40,)))
    player = stage.show([GATE], instant(22))
    player.hear(GATE, 100)
    stage.until(lambda: stage.settled() and hearing(stage) is Hearing.PAUSED)
    player.go(None, 2.0, skip_gaps=True)

    stage.until(lambda: stage.told[-1].at_us > instant(74) and (stage.number() or 0) >= 74)

    assert stage.tile().state is TileState.SHOWN
    assert not stage.projector.failed
    assert abs(clock_us(stage, stage.speaker.clicks_s()[-1]) - instant(70)) <= 80_000


@pytest.mark.parametrize(
    ("kind", "rate", "channels"),
    [
        (Sounding.AAC, 8_000, 1),
        (Sounding.AAC, 44_100, 2),
        (Sounding.AAC, 48_000, 6),
        (Sounding.ULAW, 8_000, 1),
        (Sounding.ULAW, 44_100, 2),
        (Sounding.ULAW, 48_000, 8),
    ],
)
def test_any_rate_and_channels_are_heard(
    ward: Ward, stage: Booth, kind: Sounding, rate: int, channels: int
) -> None:
    lay(ward, 0, 20, clicks(Sounding.AAC, 20, ()))
    lay(ward, 20, 30, clicks(kind, 30, (16,), rate=rate, channels=channels))
    listen(stage, 16)
    stage.until(lambda: stage.told[-1].at_us > instant(39))

    [heard_s] = stage.speaker.clicks_s()
    assert abs(clock_us(stage, heard_s) - instant(36)) <= 80_000


def test_a_file_that_grows_is_heard_as_far_as_it_goes(ward: Ward, stage: Booth) -> None:
    path = lay(ward, 0, 60, clicks(Sounding.ALAW, 60, (25,)))
    whole = path.read_bytes()
    growing = path.with_name(path.name + ".partial")
    path.unlink()
    growing.write_bytes(whole[: whole.index(b"moof", len(whole) // 3) - 4])
    listen(stage, 3)

    growing.write_bytes(whole)
    stage.until(lambda: stage.told[-1].at_us > instant(28))

    [heard_s] = stage.speaker.clicks_s()
    assert abs(clock_us(stage, heard_s) - instant(25)) <= 80_000


def test_it_is_played_through_the_real_library(ward: Ward) -> None:
    from miniaudio import Backend

    from console.video.sound_card import SoundCard

    pulled: list[bytes] = []

    def opened(pull: Pull) -> Speaker:
        def kept(count: int) -> bytes:
            pulled.append(pull(count))
            return pulled[-1]

        return SoundCard(kept, [Backend.NULL])

    lay(ward, 0, 60, clicks(Sounding.AAC, 60, (25,)))
    with booth(ward, opened) as stage:
        listen(stage, 5)
        stage.until(lambda: stage.told[-1].at_us > instant(28))

    heard = np.frombuffer(b"".join(pulled), np.int16)
    assert abs(heard.astype(int)).max() > 10_000


def test_the_pcs_own_device_is_opened_or_refused_in_words() -> None:
    with suppress(NoSpeaker):
        open_sound_card(lambda count: bytes(2 * count)).close()


def test_a_sound_track_is_what_a_file_says() -> None:
    sounds = clicks(Sounding.AAC, 10, ())
    assert sounds.track == SoundTrack(Sounding.AAC, 16_000, 1, sounds.track.config)
