"""The floor is believed only when each of its programs says that it decodes."""

from __future__ import annotations

from pathlib import Path

from console.bench.floor import Floor, frames_told


def test_the_last_whole_word_counts(tmp_path: Path) -> None:
    told = tmp_path / "0.progress"
    told.write_text("frame=15\nfps=15.0\ndrop_frames=0\nprogress=continue\nframe=30\nfra")

    assert frames_told(told) == 30


def test_the_floor_decodes_when_all_of_it_does(tmp_path: Path) -> None:
    quick, slow = tmp_path / "0.progress", tmp_path / "1.progress"
    quick.write_text("frame=90\n")
    floor = Floor((1, 2), (quick, slow))

    assert not floor.decodes(45)

    slow.write_text("frame=45\n")
    assert floor.decodes(45)
