"""The fixed work is the same each time, and leaves the looking for garbage as it was."""

from __future__ import annotations

import gc

import pytest

from console.bench import yardstick
from console.bench.yardstick import THERE_MS, Yardstick


def test_the_work_is_the_same_each_time() -> None:
    with Yardstick() as one, Yardstick() as other:
        assert one.once() == one.once() == other.once() == 122987


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_looked_for_again_afterwards_if_it_was_before(
    collects: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = gc.isenabled()
    meanwhile: list[bool] = []
    monkeypatch.setattr(Yardstick, "once", lambda _: meanwhile.append(gc.isenabled()))
    try:
        (gc.enable if collects else gc.disable)()
        with Yardstick() as its:
            its.took_ms()
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()
    assert meanwhile == [False]


def test_twice_the_time_is_twice_as_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Yardstick, "took_ms", lambda _: 2 * THERE_MS)

    assert yardstick.slower() == 2.0
