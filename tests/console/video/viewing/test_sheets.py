"""Sheets take turns: in order, never one that is being encoded, and no error is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import av
import pytest

from console.video.viewing.sheet import Sheet
from console.video.viewing.sheets import Sheets

Made = Callable[[Callable[[Sheet], None]], Sheets]


@pytest.fixture
def made() -> Iterator[Made]:
    kept: list[Sheets] = []

    def make(encode: Callable[[Sheet], None]) -> Sheets:
        kept.append(Sheets(av.VideoFrame(64, 36, "yuv420p"), 8, encode))
        return kept[-1]

    yield make
    for each in kept:
        each.close()


def test_they_are_encoded_in_the_order_in_which_they_were_given(made: Made) -> None:
    seen: list[int | None] = []
    sheets = made(lambda sheet: seen.append(sheet.frame.pts))

    for number in range(20):
        sheet = sheets.take()
        sheet.frame.pts = number
        sheets.give(sheet)
    sheets.finish()

    assert seen == list(range(20))


def test_what_is_being_encoded_is_not_painted_on(made: Made) -> None:
    begun, on = threading.Semaphore(0), threading.Semaphore(0)

    def encode(_sheet: Sheet) -> None:
        begun.release()
        assert on.acquire(timeout=30)

    sheets = made(encode)
    given = []
    for _ in range(4):
        given.append(sheets.take())
        sheets.give(given[-1])
    assert begun.acquire(timeout=30)
    assert len({id(sheet) for sheet in given}) == 4

    on.release(4)
    assert sheets.take() is given[0]
    sheets.finish()


def test_what_went_wrong_is_told_to_who_wants_the_next(made: Made) -> None:
    def encode(_sheet: Sheet) -> None:
        raise OSError(28, "full")

    sheets = made(encode)
    for _ in range(4):
        sheets.give(sheets.take())
    with pytest.raises(OSError, match="full"):
        sheets.take()
