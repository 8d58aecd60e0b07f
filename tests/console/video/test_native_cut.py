"""The native copy as evidence: byte for byte what was recorded, nothing hidden, all of it plays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from console.video import fmp4_reader, review
from console.video.film import Film
from console.video.footage_files import parse_name
from console.video.units import Codec, Sounding
from console.workers import Stop
from db.records import StreamRole
from tests.console.video.footage_made import GATE, Ward, instant
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
from tests.console.video.test_cutter import cut_out, numbers
from tests.footage import pictures
from tests.house.set_up import ROOT

RATE = 16_000
SPANS = {"in one file": (21.3, 33.9), "over two files": (50.1, 63.4), "from the start": (0.0, 4.0)}
# Whoever asks for a decoder, by whatever name and however late, ends the process.
WITHOUT_DECODERS = """
import os, sys
from pathlib import Path

class Shut:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("av", "cv2", "vlc", "numpy"):
            os.write(2, name.encode())
            os._exit(77)

sys.meta_path.insert(0, Shut())

from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.cutter import cut
from console.video.footage import Footage
from console.video.wire_footage import Cut
from console.workers import Stop
from db.records import CameraId, StreamRole

data, camera, start_us, end_us, target = sys.argv[1:]
order = Cut(1, CameraId(int(camera)), StreamRole.SUB, int(start_us), int(end_us), target, True)
index = ArchiveReader(Path(data, INDEX_FILE))
print(cut(Footage(index), order, Stop(), lambda done, total: None))
index.close()
maps = Path("/proc/self/maps")
if maps.exists() and "libavcodec" in maps.read_text():
    sys.exit("libavcodec is loaded")
"""


@pytest.mark.parametrize(
    "how", [{}, {"reorder": 2}, {"codec": "libx265"}], ids=["h264", "b-frames", "h265"]
)
def test_a_native_copy_is_made_where_there_is_no_decoder(
    tmp_path: Path, how: dict[str, Any]
) -> None:
    """The engine's own way: from the index on, its facts and all."""
    ward = Ward(tmp_path / "volume")
    ward.record(0, 60, **how)
    ward.keep_index(tmp_path)
    target, here = tmp_path / "goc.mp4", tmp_path / "here.mp4"
    span = (str(instant(25)), str(instant(35)))

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DECODERS, tmp_path, str(GATE), *span, target],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )

    assert (done.returncode, done.stderr) == (0, "")
    told = cut_out(ward, 25, 35, here)
    assert json.loads(done.stdout)["native"]["frames"] == told["frames"]
    assert target.read_bytes() == here.read_bytes()


@pytest.fixture(scope="module", params=list(MIXED))
def taped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Taped:
    """70 s of one kind: two files."""
    made = Taped(tmp_path_factory.mktemp("taped") / "volume")
    made.record((MIXED[request.param](), 70.0))
    assert len(made.files()) == 2
    return made


@pytest.mark.parametrize("span", list(SPANS))
def test_a_native_copy_is_a_run_of_what_was_recorded_and_hides_nothing(
    taped: Taped, tmp_path: Path, span: str
) -> None:
    source, target = taped.source(), tmp_path / "goc.mp4"
    base_us = min(picture.at_us for picture in source)
    start_us, end_us = (base_us + int(at * SECOND_US) for at in SPANS[span])

    told = taped.cut(start_us, end_us, target)

    first, last = _run(source, told["start_us"], told["frames"])
    stored = [picture.nals for picture in source[first:last]]
    assert exported(target) == stored
    facts = told["native"]
    h264 = facts["codec"] == "h264"
    assert facts["nal_chain"] == chain(stored, h264=h264)
    # The edit list takes the delay of B pictures back, and nothing else.
    assert fmp4_reader.scan(target).delay == Film(str(target), CAMERA, StreamRole.SUB, 0).zero
    # Every player shows the same, from an I on, and all that was wanted.
    seen = shown(target)
    assert seen == shown(target, edit_list=False)
    assert len(seen) == told["frames"] - facts["undecodable"]
    assert seen[0][1]
    assert source[first].key
    assert last == len(source) or source[last].key
    begins_us = sorted(p.at_us for p in source[first:last])[facts["undecodable"]]
    assert abs(facts["shown_from_us"] - begins_us) <= 20
    assert _near([begins_us + at_us for at_us, _, _ in seen if begins_us + at_us >= start_us]) == (
        _near(sorted(p.at_us for p in source[first:last] if p.at_us >= start_us))
    )
    assert max(p.at_us for p in source if p.at_us < end_us) <= max(
        p.at_us for p in source[first:last]
    )
    assert abs(told["start_us"] - min(p.at_us for p in source[first:last])) <= FRAME_US
    assert facts["start_us"] == told["start_us"] <= start_us
    assert abs(facts["end_us"] - told["end_us"]) <= 12  # a tick


def _run(source: list[Stored], start_us: int, count: int) -> tuple[int, int]:
    """Where the run of so many pictures begins of which the first is shown at ``start_us``."""
    earliest = min(source, key=lambda picture: abs(picture.at_us - start_us))
    assert abs(earliest.at_us - start_us) <= 20
    first = source.index(earliest)
    while not source[first].key:
        first -= 1
    return first, first + count


def _near(times_us: list[int]) -> list[int]:
    """Times in pictures' lengths: ticks are rounded on their way."""
    return [round((at_us - times_us[0]) / FRAME_US) for at_us in times_us]


def test_a_cut_of_open_gops_begins_one_gop_further_back(tmp_path: Path) -> None:
    taped = Taped(tmp_path / "volume")
    taped.record((MIXED["h265, open GOP"](), 16.0))
    source = taped.source()
    keys = [picture for picture in source if picture.key]
    # Four GOPs, and the encoder began anew every eight seconds.
    wanted = keys[2].at_us + 5 * FRAME_US

    told = taped.cut(wanted, wanted + SECOND_US, tmp_path / "goc.mp4")

    first, _ = _run(source, told["start_us"], told["frames"])
    assert source[first] == keys[1]
    assert told["native"]["lead_why"] == "open GOP"
    assert told["native"]["lead_us"] == wanted - told["start_us"]
    anew = taped.cut(keys[4].at_us + FRAME_US, keys[4].at_us + SECOND_US, tmp_path / "anew.mp4")
    assert anew["start_us"] == pytest.approx(keys[4].at_us, abs=20)
    assert (anew["native"]["lead_why"], anew["native"]["undecodable"]) == ("key frame", 0)


def test_a_cut_of_open_gops_reaches_back_into_the_file_before(tmp_path: Path) -> None:
    taped = Taped(tmp_path / "volume")
    units = pictures(Codec.H265, b_pictures=2, count=300, open_gop=True)
    taped.record((units, 70.0))
    source = taped.source()
    said = parse_name(taped.files()[1].name)
    assert said is not None
    begin = next(n for n, p in enumerate(source) if p.key and p.at_us >= said.start_us)

    wanted = source[begin].at_us + 2 * FRAME_US
    told = taped.cut(wanted, wanted + SECOND_US, tmp_path / "goc.mp4")

    assert told["files"] == [path.name for path in taped.files()]
    first, last = _run(source, told["start_us"], told["frames"])
    assert first < begin
    assert exported(tmp_path / "goc.mp4") == [p.nals for p in source[first:last]]
    assert told["native"]["lead_why"] == "open GOP"


@pytest.mark.parametrize("kind", [Sounding.AAC, Sounding.ALAW])
def test_sound_is_copied_whole(tmp_path: Path, kind: Sounding) -> None:
    taped = Taped(tmp_path / "volume")
    wave = np.sin(np.arange(70 * RATE) / 20).astype(np.float32) * np.linspace(0, 1, 70 * RATE)
    taped.record((pictures(), 70.0), sounds=encoded(kind, wave.astype(np.float32), RATE))
    target = tmp_path / f"goc.{'mov' if kind.quicktime else 'mp4'}"
    base_us = taped.source()[0].at_us

    told = taped.cut(base_us + 50 * SECOND_US, base_us + 60 * SECOND_US, target)

    sound = told["native"]["sound"]
    assert (sound["codec"], sound["rate"], sound["channels"]) == (kind, RATE, 1)
    assert sound["whole"]
    assert b"".join(sounds_of(target)) in b"".join(taped.heard())
    expected_s = (told["end_us"] - told["start_us"]) / SECOND_US
    piece_s = 1024 / RATE if kind is Sounding.AAC else 0.02
    assert sound["samples"] * piece_s == pytest.approx(expected_s, abs=0.3)


def test_what_changed_is_in_the_next_copy_which_begins_there(tmp_path: Path) -> None:
    taped = Taped(tmp_path / "volume")
    taped.record((pictures(), 8.0), (pictures(size=(640, 360)), 8.0))
    source = taped.source()
    base_us, end_us = source[0].at_us, source[-1].at_us + FRAME_US

    told = taped.cut(base_us, end_us, tmp_path / "1.mp4")
    rest = taped.cut(told["changed_us"], end_us, tmp_path / "2.mp4")

    assert (told["native"]["width"], rest["native"]["width"]) == (320, 640)
    assert rest["start_us"] == told["changed_us"]
    assert rest["changed_us"] is None
    assert [*exported(tmp_path / "1.mp4"), *exported(tmp_path / "2.mp4")] == [
        picture.nals for picture in source
    ]


def test_the_next_copy_begins_with_what_changed_though_the_file_before_ends_late(
    tmp_path: Path,
) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 41)
    ward.record(40, 40, size=(320, 180))

    told = cut_out(ward, 0, 80, tmp_path / "1.mp4")
    rest = cut_out(ward, 40, 80, tmp_path / "2.mp4")

    assert told["changed_us"] == instant(40)
    assert (rest["start_us"], rest["changed_us"]) == (instant(40), None)
    assert numbers(tmp_path / "2.mp4") == list(range(40, 80))


def test_an_hour_that_came_twice_is_copied_twice(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 100)
    ward.record(60, 100)  # the station's clock was set back

    told = cut_out(ward, 0, 160, tmp_path / "1.mp4")
    rest = cut_out(ward, 60, 160, tmp_path / "2.mp4")

    assert (told["frames"], told["changed_us"]) == (100, instant(60))
    assert (rest["frames"], rest["start_us"], rest["changed_us"]) == (100, instant(60), None)


@pytest.fixture
def two_readers(taped: Taped, tmp_path: Path) -> tuple[Path, int]:
    target = tmp_path / "goc.mp4"
    base_us = taped.source()[0].at_us
    told = taped.cut(base_us + 9 * SECOND_US, base_us + 12 * SECOND_US, target)
    return target, told["frames"] - told["native"]["undecodable"]


@pytest.mark.parametrize("ignored", ["0", "1"])
def test_ffprobe_counts_the_same_with_and_without_the_edit_list(
    two_readers: tuple[Path, int], ignored: str
) -> None:
    path, frames = two_readers
    command = ["ffprobe", "-v", "error", "-ignore_editlist", ignored, "-count_frames"]
    command += ["-select_streams", "v", "-show_entries", "stream=nb_read_frames", "-of", "json"]

    done = subprocess.run([*command, str(path)], capture_output=True, check=True)

    [stream] = json.loads(done.stdout)["streams"]
    assert int(stream["nb_read_frames"]) == frames


def test_libvlc_takes_all_of_it_out_of_the_file(
    two_readers: tuple[Path, int], tmp_path: Path
) -> None:
    path, _ = two_readers
    vlc = review.load()  # the project's own set-up brings it
    taken = tmp_path / "taken.264"
    instance = vlc.Instance("--ignore-config", "--quiet")
    player, media, pause = instance.media_player_new(), instance.media_new_path(str(path)), Stop()
    media.add_option(f":sout=#std{{access=file,mux=dummy,dst='{taken}'}}")
    player.set_media(media)
    player.play()
    for _ in range(1000):
        if player.get_state() in (vlc.State.Ended, vlc.State.Error):
            break
        pause.wait(0.03)
    player.stop()

    stream, at, found = taken.read_bytes(), 0, []
    for nals in exported(path):
        at = stream.find(nals[-1], at + 1)
        found.append(at)
    assert len(found) > 0
    assert found == sorted(set(found) - {-1})
