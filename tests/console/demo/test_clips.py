from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from console.demo.clips import Clip, ClipUnreadable, age_s, load, phase, sdp


def test_a_clip_has_a_key_picture_every_two_seconds_and_no_other(h264: Clip) -> None:
    keys = [index for index, unit in enumerate(h264.frames) if unit.key]

    assert (len(h264.frames), h264.fps, keys) == (60, 15.0, [0, 30])


def test_h265_has_three_parameter_sets_in_its_description(h265: Clip) -> None:
    text = sdp(h265)

    assert "a=rtpmap:96 H265/90000" in text
    assert re.findall(r"sprop-(\w+)=", text) == ["vps", "sps", "pps"]


def test_h264_is_described_with_its_profile(h264: Clip) -> None:
    assert "profile-level-id=4D40" in sdp(h264)  # main


def test_what_is_no_video_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.mp4").write_text("no video")

    with pytest.raises(ClipUnreadable, match=r"note\.mp4"):
        load(tmp_path / "note.mp4")


def test_neighbours_are_far_apart_in_the_loop() -> None:
    phases = [phase(n, 300) for n in range(81)]

    assert all(0 <= value < 300 for value in phases)
    assert min(abs(a - b) for a, b in pairwise(phases)) > 30


@pytest.mark.parametrize("age", [0.0, 0.07, 1.5])
def test_an_age_is_found_again_from_number_and_instant(age: float) -> None:
    k = 26_000_000_123  # a picture of our days
    sent_s = (k - phase(7, 300)) / 15

    assert age_s(k % 300, sent_s + age, fps=15, n=7, frames=300) == pytest.approx(age, abs=1e-3)


def test_a_picture_that_seems_early_is_a_little_below_zero() -> None:
    sent_s = (26_000_000_123 - phase(7, 300)) / 15

    age = age_s(26_000_000_123 % 300, sent_s - 0.01, fps=15, n=7, frames=300)

    assert age == pytest.approx(-0.01, abs=1e-3)
