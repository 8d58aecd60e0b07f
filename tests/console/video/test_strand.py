"""Which pictures of a stream are painted while its worker is behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.events import Load, Reason, StreamState
from console.video import wire
from console.video.live import Decoder
from console.video.ports import CameraSource, StreamSource
from console.video.session import Gone
from console.video.strand import SKIP_LATE_S, Strand
from console.video.units import Codec, Opened, Unit
from db.footage_records import Look
from db.records import CameraId, StreamId, StreamRole, Transport
from tests.console.video.recording import Bench
from tests.fakes import FakeClock
from tests.footage import GOP, pictures

UNITS = pictures(count=3 * GOP)
SUB = StreamSource(
    stream_id=StreamId(1),
    role=StreamRole.SUB,
    scheme="rtsp",
    host="192.0.2.1",
    port=554,
    path="/",
    transport=Transport.TCP,
)


class Shown:
    """Who shows a stream, and whether each picture that it had was to be painted."""

    smooth = True

    def __init__(self) -> None:
        self.mode = wire.Mode.PAINT
        self.painted: list[bool] = []

    def mode_of(self, strand: Strand) -> wire.Mode:
        return self.mode

    def pictured(self, strand: Strand, *, paint: bool) -> None:
        self.painted.append(paint)

    def stood(self, strand: Strand) -> None:
        pass


class Playing:
    """A session that is none."""

    connected = True
    bytes_read = 0
    packets = 0
    closed = False

    def start(self) -> None:
        pass

    def close(self, gone: Gone | None = None) -> None:
        self.closed = True


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def strand(shown: Shown) -> Iterator[Strand]:
    bench = Bench()
    camera = CameraSource(camera_id=CameraId(1), streams=(SUB,))
    strand = Strand(shown, SUB, camera, bench.means, lambda _: None, None)
    strand.opened(Opened(Codec.H264, b""))
    yield strand
    strand.close()
    bench.close()


def test_a_picture_behind_which_a_newer_one_waits_is_not_painted(
    strand: Strand, shown: Shown
) -> None:
    for number, unit in enumerate(UNITS[:4]):
        strand.unit(unit, number / 15, newest=number == 3)

    assert shown.painted == [False, False, False, True]


def test_a_key_picture_alone_is_painted_whatever_waits_behind_it(
    strand: Strand, shown: Shown
) -> None:
    shown.mode = wire.Mode.KEYS

    for number, unit in enumerate(UNITS):
        strand.unit(unit, number / 15, newest=False)

    assert shown.painted == [True] * 3


def test_what_came_while_nobody_looked_is_no_rate_of_one_second() -> None:
    clock = FakeClock()
    bench = Bench(clock)
    camera = CameraSource(camera_id=CameraId(1), streams=(SUB,))
    task = wire.Task(camera, StreamRole.SUB, wire.Mode.PAINT, Load.FULL, smooth=True)
    strand = Strand(Shown(), SUB, camera, bench.means, lambda _: None, None)
    session = Playing()
    strand.source._session = session

    session.bytes_read = 50_000
    clock.pass_(seconds=1)
    assert strand.figures(task, 1.0).kbit_s == 400
    session.bytes_read += 100 * 50_000  # held, or recorded beside the one that is shown
    clock.pass_(seconds=100)
    held = strand.figures(task, 1.0)
    session.bytes_read += 50_000
    clock.pass_(seconds=1)

    assert held.kbit_s == 400
    assert held.line_bytes == 5_000_000  # the line bore them all the same
    assert strand.figures(task, 1.0).line_bytes == 50_000
    strand.close()
    bench.close()


def test_who_is_far_behind_paints_the_key_pictures_that_it_skips_to(
    strand: Strand, shown: Shown
) -> None:
    strand.source.late_s = SKIP_LATE_S + 1

    for number, unit in enumerate(UNITS):
        strand.unit(unit, number / 15, newest=False)

    assert shown.painted == [True] * 3


def test_a_key_frame_too_close_to_the_one_looked_at_last_is_not_looked_at(strand: Strand) -> None:
    recorder, looker = _Recorder(), _Looker()
    strand.recorder, strand._looker = recorder, looker  # type: ignore[assignment]

    for number, unit in enumerate(UNITS):
        recorder.is_look_due = number > 0
        strand.unit(unit, number / 15, newest=True)
    strand.recorder = strand._looker = None

    assert looker.units == [unit for unit in UNITS[1:] if unit.key]
    assert recorder.looks == len(looker.units)


class _Recorder:
    """Takes whatever comes, and counts what was looked at."""

    is_look_due = True
    looks = 0

    def unit(self, unit: Unit, at_s: float) -> None:
        pass

    def starved(self, at_s: float) -> bool:
        return False

    def look(self, look: Look | None) -> None:
        self.looks += 1

    def stand(self, state: StreamState, reason: Reason) -> None:
        pass


class _Looker:
    """Remembers what it was shown."""

    def __init__(self) -> None:
        self.units: list[Unit] = []

    def look(self, unit: Unit, decoder: Decoder | None) -> Look | None:
        self.units.append(unit)
        return None
