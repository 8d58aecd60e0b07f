"""Gaps shorter than a second are told, too."""

from __future__ import annotations

import contextlib
from pathlib import Path

from console.video.archive import Archive
from console.video.archive_reader import ArchiveReader
from db.footage_records import EndReason, Gap, GapCause
from db.records import StreamRole
from tests.console.video.footage import GATE, at, segment, span


def test_half_a_second_between_two_runs_is_a_gap(tmp_path: Path) -> None:
    """An engine that followed a dead one so soon left a hole that nobody was told of."""
    path = tmp_path / "footage.db"
    later_us = at(1) + 500_000
    with contextlib.closing(Archive(path)) as archive, archive.batch():
        archive.gaps.began(GATE, 0, at(1), GapCause.ENGINE_RESTARTED)
        archive.run_began(GATE, StreamRole.SUB, 0, later_us)
        archive.add(segment(end=EndReason.STOPPED))
        archive.add(segment(later_us))

    with contextlib.closing(ArchiveReader(path)) as reader:
        [gap] = reader.gaps([GATE], span(0, 9))
        assert gap == Gap(
            camera_id=GATE, start_us=at(1), end_us=later_us, cause=GapCause.ENGINE_RESTARTED
        )
