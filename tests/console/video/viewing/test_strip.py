"""The words of a viewing copy: every Vietnamese letter, and what people typed."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import numpy as np
import pytest
from PIL import features

from console.video.evidence_orders import StripWords
from console.video.viewing.strip import Letters, Strip, card, length, local_time, plain, utc_time

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LOWER = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LETTERS = [*LOWER, *(each.upper() for each in LOWER), "đ", "Đ"]
NO_LETTER = "\U0010fffd"  # private: every font draws its .notdef
WORDS = StripWords("Cổng chợ Phường Đức Thắng", "VV-2026-000123", 420)
SECOND = 1_795_745_525  # 27 November 2026, 02:12:05 UTC


def drawn(text: str, px: int = 24) -> bytes:
    box = Letters(px).drawn(text)
    return bytes([box.width]) + box.tobytes()


@pytest.mark.parametrize("px", [13, 28])
def test_each_of_the_146_letters_looks_like_itself(px: int) -> None:
    letters = Letters(px)
    pictures = {each: (letters.width(each), letters.drawn(each).tobytes()) for each in LETTERS}
    nothing = letters.width(NO_LETTER), letters.drawn(NO_LETTER).tobytes()

    assert len(set(LETTERS)) == 146
    assert [(a, b) for a, b in combinations(LETTERS, 2) if pictures[a] == pictures[b]] == []
    assert [each for each in LETTERS if pictures[each] == nothing] == []
    assert [each for each in LETTERS if not any(pictures[each][1])] == []


def test_composed_and_decomposed_letters_are_drawn_alike() -> None:
    for each in LETTERS:
        assert drawn(plain(unicodedata.normalize("NFD", each))) == drawn(each), each


def test_no_letter_is_taller_than_its_box() -> None:
    letters = Letters(28)
    for each in LETTERS:
        box = np.asarray(letters.drawn(each))
        assert not box[0].any(), each
        assert not box[-1].any(), each


def test_pillow_shapes_letters_that_have_no_composed_form() -> None:
    assert features.check("raqm")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Cổng \u202echợ\u202c\u2066 sau", "Cổng chợ sau"),
        ("a\x00b\x1b[31mc\r\nd", "ab[31mc d"),
        ("zero\u200bwidth\ufeff\u2028line", "zerowidth line"),
        ("e" + "\u0301" * 40, "é" + "\u0301" * 3),
        ("  hai   ba ", "hai ba"),
        ("", ""),
    ],
)
def test_names_are_what_they_look_like(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_a_name_that_is_too_long_ends_with_an_ellipsis_and_stays_off_the_mark() -> None:
    short = Strip(WORDS, 640)
    long = Strip(StripWords("Ngã tư " * 70, WORDS.case, 420), 640)
    letters = Letters(13)

    assert long.height == short.height
    assert letters.fitted("Ngã tư " * 70, 200).endswith("…")
    assert letters.width(letters.fitted("Ngã tư " * 70, 200)) <= 200
    mark = slice(-90, None)  # the mark and what is below it, to the right of all times
    assert (long.at(SECOND)[:20, mark] == short.at(SECOND)[:20, mark]).all()


@pytest.mark.parametrize("width", [160, 320, 640, 1280, 1920, 3840])
def test_a_strip_fits_its_picture_and_changes_with_the_second(width: int) -> None:
    strip = Strip(WORDS, width)

    first, later, none = strip.at(SECOND), strip.at(SECOND + 1), strip.at(None)

    assert first.shape == (strip.height, width)
    assert strip.height % 2 == 0
    assert first.min() >= 16
    assert first.max() <= 235
    assert (first != later).any()
    assert int((first != none).sum()) > int((first != later).sum())
    assert (strip.at(SECOND) == first).all()


def test_times_are_told_with_their_offset() -> None:
    zone = Strip(WORDS, 640)._zone

    assert local_time(SECOND, zone) == "27/11/2026 09:12:05 +07:00"
    assert local_time(SECOND + 0.25, zone, parts=True) == "27/11/2026 09:12:05,250 +07:00"
    assert utc_time(SECOND) == "UTC 27/11/2026 02:12:05"


@pytest.mark.parametrize(
    ("us", "words"),
    [
        (0, "0 giây"),
        (1_500_000, "1,5 giây"),
        (60_000_000, "1 phút"),
        (7_503_200_000, "2 giờ 5 phút 3,2 giây"),
    ],
)
def test_lengths_are_told_in_words(us: int, words: str) -> None:
    assert length(us) == words


@pytest.mark.parametrize("size", [(160, 90), (640, 360), (1920, 1080)])
def test_a_card_has_the_size_of_the_picture(size: tuple[int, int]) -> None:
    span = SECOND * 1_000_000, (SECOND + 90) * 1_000_000

    lost, broken = (card(size, span, 420, damaged=damaged) for damaged in (False, True))

    assert lost.shape == size[::-1]
    assert (lost != broken).any()
    assert lost[0].max() == 16
