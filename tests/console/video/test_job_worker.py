"""Which place among the station's processes a job worker takes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from console.platform import processes
from console.platform.blocks import Block
from console.video.channel import Channel
from console.video.job_worker import JobWorker
from console.video.peer import Peer
from console.video.wire_footage import Cut, ReviewClose, ReviewShow
from console.workers import Lane, Workers
from db.records import StreamRole
from tests.console.video.footage_made import GATE, Ward, instant
from tests.console.video.playing import Booth, booth


class Place:
    """A job worker whose threads come to no copy before the gate is opened."""

    def __init__(self, made: Booth, workers: Workers, target: Path) -> None:
        self.booth = made
        self._target = target
        self._gate = threading.Event()
        for _ in range(2):  # so many threads does the lane have
            workers.submit(self._gate.wait, Lane.LONG)
        self._ends = Pipe()
        peer = Peer("engine", Channel(self._ends[0]), workers)
        self.worker = JobWorker(made.studio, peer, workers)

    def copy(self) -> None:
        end_us = instant(30)
        order = Cut(1, GATE, StreamRole.SUB, instant(0), end_us, str(self._target))
        self.worker.heard(order, None)

    def copied(self) -> None:
        self._gate.set()
        self.booth.until(lambda: not self.worker._jobs)

    def look_back(self) -> None:
        block = Block.create(4096)
        self.worker.heard(ReviewShow(7, block.size, block.name, (), instant(0)), block)

    def close(self) -> None:
        self._gate.set()
        for end in self._ends:
            end.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether it asked to be the last, each time that it asked; the system lets it."""
    asked: list[bool] = []

    def retreat(*, last: bool) -> bool:
        asked.append(last)
        return True

    monkeypatch.setattr(processes, "retreat", retreat)
    return asked


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 60, GATE)
    workers = Workers()
    with booth(ward) as made:
        place = Place(made, workers, tmp_path / "goc.mp4")
        yield place
        place.close()
        assert workers.close() == []


def test_who_only_copies_goes_behind_all_others(place: Place, asked: list[bool]) -> None:
    place.worker.beat()
    assert asked == []

    place.copy()
    place.worker.beat()
    place.worker.beat()
    assert asked == [True]

    place.copied()
    place.worker.beat()
    assert asked == [True, False]


def test_who_is_looked_at_comes_back_at_once(place: Place, asked: list[bool]) -> None:
    place.copy()
    place.worker.beat()
    place.look_back()
    assert asked == [True, False]

    place.worker.heard(ReviewClose(7), None)
    place.worker.beat()
    assert asked == [True, False, True]


def test_what_the_system_would_not_do_now_is_asked_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(processes, "retreat", lambda last: answers.pop(0))
    place.copy()

    for _ in range(3):
        place.worker.beat()

    assert answers == []
