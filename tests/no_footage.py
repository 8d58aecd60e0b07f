"""The part of an engine that most tests never ask for."""

from __future__ import annotations

from collections.abc import Sequence

from console.video.footage_ports import ReviewPlayer
from console.video.wire_footage import RecordOrder, VolumeOrder


class NoFootage:
    """A ``FootageEngine`` that neither records nor plays; a test that asks it is wrong."""

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        raise AssertionError("nothing is recorded here")

    def player(self) -> ReviewPlayer:
        raise AssertionError("nothing is played here")

    def cut(self, *_: object, **__: object) -> str:
        raise AssertionError("nothing is cut here")

    def snapshot(self, *_: object, **__: object) -> str:
        raise AssertionError("no picture is kept here")
