"""Native copies through a whole package (E-32): a run of what was recorded, and nothing hidden."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import av
import numpy as np
import pytest

from console.evidence.manifest import Clip
from console.evidence.names import COVER
from console.video.archive import Archive
from console.video.archive_file import INDEX_FILE
from console.video.footage_files import parse_name
from console.video.units import Sounding
from db.evidence_records import PackageForm, Wanted
from db.footage_records import VolumeId
from db.records import Span, StreamRole, from_us
from db.store import Store
from db.structs import replace
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import NATIVE, Press, told
from tests.console.video.sounding import encoded
from tests.console.video.taped import (
    CAMERA,
    FRAME_US,
    MIXED,
    SECOND_US,
    Stored,
    Taped,
    chain,
    exported,
    shown,
    sounds_of,
)
from tests.fakes import FakeClock
from tests.footage import pictures

RATE = 16_000


def put_into(press: Press, taped: Taped) -> None:
    """Let the press cut what was taped."""
    press.hands.footage = taped.footage
    archive = Archive(press.folder / INDEX_FILE)
    with archive.batch():
        archive.set_volumes({VolumeId(7): str(taped.volume)})
        for path in taped.files():
            name = parse_name(path.name)
            assert name is not None
            begin = from_us(name.start_us)
            near = Span(begin, begin + timedelta(seconds=1))
            for each in taped.footage._index.segments(CAMERA, None, near):
                if each.start_us == name.start_us:
                    archive.add(
                        replace(each, sha256=b"", volume_id=VolumeId(7), camera_off_us=-412)
                    )
    archive.close()


def packed(
    press: Press, start_us: int, end_us: int, *forms: PackageForm
) -> tuple[Path, tuple[Clip, ...]]:
    span = Span(from_us(start_us), from_us(end_us))
    package = press.printed(Wanted(CAMERA, span, StreamRole.SUB), forms={*NATIVE, *forms})
    return package, told(package).clips


def run_of(source: list[Stored], clip: Clip) -> list[Stored]:
    """What of the source a clip should be, by what the manifest tells of it."""
    at = [
        abs((from_us(each.at_us) - clip.actual_start) / timedelta(microseconds=1))
        for each in source
    ]
    first = at.index(min(at))
    assert min(at) <= FRAME_US  # E-32: ± 1 picture
    while not source[first].key:
        first -= 1
    return source[first : first + clip.frames]


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        yield press


@pytest.mark.parametrize("kind", list(MIXED))
def test_a_native_copy_is_a_run_of_what_was_recorded(
    press: Press, tmp_path: Path, kind: str
) -> None:
    taped = Taped(tmp_path / "taped")
    taped.record((MIXED[kind](), 40.0))
    put_into(press, taped)
    source = taped.source()
    base_us = min(each.at_us for each in source)

    package, (clip,) = packed(press, base_us + 11 * SECOND_US, base_us + 23 * SECOND_US)

    stored = run_of(source, clip)
    copy = package / clip.path
    assert exported(copy) == [each.nals for each in stored]
    assert clip.nal_chain == chain([each.nals for each in stored], h264=clip.codec == "h264")
    seen = shown(copy)
    assert seen == shown(copy, edit_list=False)
    assert len(seen) == clip.frames - clip.undecodable
    assert seen[0][1]
    assert stored[0].key
    assert clip.actual_start <= clip.wanted_start
    assert clip.actual_end >= clip.wanted_end
    assert told(package).lines[0].missing == ()
    assert clip.camera_offset_us == -412
    assert abs(float(clip.nominal_fps) - 15) < 0.2


@pytest.mark.parametrize("kind", list(Sounding))
def test_what_was_heard_is_copied_with_it_where_that_was_allowed(
    press: Press, tmp_path: Path, kind: Sounding
) -> None:
    taped = heard_beside(kind, tmp_path)
    put_into(press, taped)
    base_us = min(each.at_us for each in taped.source())
    span = (base_us + 5 * SECOND_US, base_us + 15 * SECOND_US)

    package, (clip,) = packed(press, *span, PackageForm.AUDIO)

    assert clip.path.endswith(".mp4" if kind is Sounding.AAC else ".mov")
    assert clip.container == clip.path[-3:]
    assert clip.sound is not None
    assert clip.sound.whole
    assert not clip.sound_left_out
    assert squeezed("Bản gốc có ghi tiếng") in pdf_text((package / COVER).read_bytes())
    heard, stored = b"".join(sounds_of(package / clip.path)), b"".join(taped.heard())
    assert heard
    assert heard in stored


@pytest.mark.parametrize("kind", list(Sounding))
def test_voices_stay_at_the_station_where_nobody_allowed_them(
    press: Press, tmp_path: Path, kind: Sounding
) -> None:
    taped = heard_beside(kind, tmp_path)
    put_into(press, taped)
    source = taped.source()
    base_us = min(each.at_us for each in source)

    package, (clip,) = packed(press, base_us + 5 * SECOND_US, base_us + 15 * SECOND_US)

    stored = run_of(source, clip)
    assert exported(package / clip.path) == [each.nals for each in stored]
    assert clip.nal_chain == chain([each.nals for each in stored], h264=True)
    with av.open(str(package / clip.path)) as container:
        assert [stream.type for stream in container.streams] == ["video"]
    assert (clip.sound, clip.sound_left_out) == (None, True)
    cover = pdf_text((package / COVER).read_bytes())
    assert squeezed("Camera có ghi tiếng, nhưng yêu cầu không cho trích xuất tiếng") in cover
    assert squeezed("Bản gốc có ghi tiếng") not in cover


def heard_beside(kind: Sounding, folder: Path) -> Taped:
    """Pictures and a tone."""
    taped = Taped(folder / "taped")
    wave = np.sin(np.arange(RATE * 20) / 20).astype(np.float32)
    rate = 8_000 if kind is not Sounding.AAC else RATE
    taped.record((pictures(), 20.0), sounds=encoded(kind, wave[: rate * 20], rate))
    return taped


def test_another_size_in_the_middle_makes_two_files_of_all_of_it(
    press: Press, tmp_path: Path
) -> None:
    taped = Taped(tmp_path / "taped")
    taped.record((pictures(), 20.0), (pictures(size=(640, 360)), 20.0))
    put_into(press, taped)
    source = taped.source()
    base_us = min(each.at_us for each in source)

    package, clips = packed(press, base_us + 10 * SECOND_US, base_us + 30 * SECOND_US)

    assert [clip.width for clip in clips] == [320, 640]
    for clip in clips:
        stored = run_of(source, clip)
        assert exported(package / clip.path) == [each.nals for each in stored]
    assert told(package).lines[0].missing == ()
