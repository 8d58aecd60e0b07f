"""What measures recorded footage asks for the right things; how long they take is not tested."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.bench import recording, ten_minutes, timeline
from console.bench.command import FIGURES
from console.bench.reviewer import Reviewer
from console.bench.targets import TARGETS
from console.bench.tools import BenchFailed, Patience
from console.clock import SystemClock
from console.video.footage_files import segment_path
from console.video.footage_ports import ReviewPlace
from console.video.ports import Picture
from db.records import CameraId, Span, StreamRole, to_us
from tests.fakes import FakeClock

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GATE, YARD = CameraId(101), CameraId(102)


class ToldPlayer:
    """Remembers what it was told; shows what it was given."""

    number = 1

    def __init__(self, picture: Picture | None) -> None:
        self.view = self
        self.shown: list[tuple[Sequence[ReviewPlace], datetime]] = []
        self.gone: list[tuple[datetime | None, float]] = []
        self._picture = picture

    def picture(self, slot: int) -> Picture | None:
        return self._picture

    def changed(self) -> list[int]:
        return []

    def intact(self, slot: int, picture: Picture) -> bool:
        return True

    def decoded(self, slot: int) -> int:
        return 0

    def show(self, places: Sequence[ReviewPlace], at: datetime) -> None:
        self.shown.append((places, at))

    def go(self, at: datetime | None, rate: float, *, skip_gaps: bool = True) -> int:
        self.gone.append((at, rate))
        return len(self.gone)

    def step(self, frames: int) -> int:
        return 0

    def hear(self, camera_id: CameraId | None, loudness: int = 100) -> None:
        pass

    def close(self) -> None:
        pass


def segment(volume: Path, camera: CameraId, at: datetime, *, growing: bool = False) -> Path:
    path = segment_path(volume, camera, StreamRole.SUB, to_us(at), quicktime=False)
    if growing:
        path = path.with_name(f"{path.name}.partial")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"some footage")
    return path


def test_a_reviewer_asks_only_for_what_was_recorded_meanwhile() -> None:
    clock = FakeClock()
    noon = clock.now()
    player = ToldPlayer(None)
    looking = Reviewer(player, 16, Patience(clock))
    clock.pass_(seconds=300)

    for _ in range(200):
        looking.look_elsewhere()

    asked = [at for _, at in player.shown]
    assert min(asked) >= noon
    assert max(asked) <= noon + timedelta(seconds=290)
    assert len({places[0].camera_id for places, _ in player.shown}) == 16
    assert {rate for _, rate in player.gone} == {0.0, 1.0, 4.0, -1.0}


def test_pictures_of_one_instant_are_not_apart() -> None:
    assert ten_minutes.apart_frames([5.0, 5.0, 5.0, 5.0], 15.0) == 0.0
    assert ten_minutes.apart_frames([5.0, 5.2, 5.1, 5.0], 15.0) == pytest.approx(3.0)


def test_ffmpeg_copies_the_segments_that_the_cut_reads(tmp_path: Path) -> None:
    minutes = [segment(tmp_path, GATE, NOON + timedelta(minutes=n)) for n in range(6)]
    segment(tmp_path, YARD, NOON + timedelta(minutes=2))
    span = Span(NOON + timedelta(minutes=1, seconds=30), NOON + timedelta(minutes=4))

    assert ten_minutes.segments_in(tmp_path, GATE, span) == minutes[1:4]


def test_a_month_in_small_is_made(tmp_path: Path) -> None:
    figures = timeline.made(tmp_path / "index.db", cameras=2, days=2)

    assert 5000 < figures["segments"] < 5760
    assert 0 < figures["bytes_a_segment"] <= 200


def test_footage_is_measured_with_what_is_growing(tmp_path: Path) -> None:
    segment(tmp_path, GATE, NOON)
    segment(tmp_path, GATE, NOON + timedelta(minutes=1), growing=True)

    assert recording.size(tmp_path) == 2 * len(b"some footage")
    assert recording.size(None) == 0


def test_every_figure_that_is_judged_is_measured() -> None:
    assert {target.path[0] for target in TARGETS} <= set(FIGURES)


def test_a_player_without_a_picture_is_no_figure() -> None:
    with pytest.raises(BenchFailed, match="a recorded picture"):
        Reviewer(ToldPlayer(None), 1, Patience(SystemClock()), within_s=0.01).play()
