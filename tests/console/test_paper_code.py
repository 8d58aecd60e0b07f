"""Eight groups on paper: the same hash comes back, and a slip of the pen does not pass."""

from __future__ import annotations

import hashlib
import itertools
import random
import re

import pytest

from console.errors import GroupsMisread
from console.paper_code import grouped, in_fours, read_groups

DIGEST = hashlib.sha256(b"a head").hexdigest()
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_hash_is_eight_groups_of_four() -> None:
    assert re.fullmatch(rf"([{SIGNS}]{{4}} ){{7}}[{SIGNS}]{{4}}", grouped(DIGEST))
    assert grouped("0" * 64) == " ".join(["0000"] * 8)


def test_the_groups_hold_the_first_150_bits_and_no_more() -> None:
    number = int(DIGEST, 16)

    assert grouped(f"{number ^ 1 << (256 - 150):064x}") != grouped(DIGEST)
    assert grouped(f"{number ^ 1 << (256 - 151):064x}") == grouped(DIGEST)


def test_what_was_written_down_is_read_again_however_it_was_written() -> None:
    text = grouped(DIGEST)

    assert read_groups(text) == text
    assert read_groups(f" {text.lower().replace(' ', '-')}\n") == text
    assert read_groups(text.replace("0", "o").replace("1", "l")) == text
    assert read_groups(text.replace(" ", "").replace("1", "I")) == text


def test_every_single_misread_sign_is_found_in_its_group() -> None:
    text = grouped(DIGEST).replace(" ", "")

    for at, sign in itertools.product(range(32), SIGNS):
        if sign == text[at]:
            continue
        with pytest.raises(GroupsMisread) as caught:
            read_groups(text[:at] + sign + text[at + 1 :])
        assert caught.value.group == at // 4 + 1


def test_any_two_signs_that_were_swapped_are_found() -> None:
    text = grouped(DIGEST).replace(" ", "")

    for one, other in itertools.combinations(range(32), 2):
        signs = list(text)
        signs[one], signs[other] = signs[other], signs[one]
        if text[one] != text[other]:
            with pytest.raises(GroupsMisread):
                read_groups("".join(signs))


def test_any_two_misread_signs_are_found() -> None:
    text = grouped(DIGEST).replace(" ", "")
    chance = random.Random(8)

    for one, other in itertools.combinations(range(32), 2):
        signs = list(text)
        signs[one] = chance.choice(SIGNS.replace(text[one], ""))
        signs[other] = chance.choice(SIGNS.replace(text[other], ""))
        with pytest.raises(GroupsMisread):
            read_groups("".join(signs))


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("", 0),
        ("ABCD", 0),
        (f"{grouped(DIGEST)} 0000", 0),
        ("0000 0U00 " + " ".join(["0000"] * 6), 2),
        ("0000 0000 0000 00Đ0 " + " ".join(["0000"] * 4), 4),
    ],
)
def test_what_are_no_eight_groups_is_refused(typed: str, group: int) -> None:
    with pytest.raises(GroupsMisread) as caught:
        read_groups(typed)

    assert caught.value.group == group


def test_a_fingerprint_for_courts_is_what_any_tool_prints_in_fours() -> None:
    digits = "0123456789abcdef" * 4

    assert in_fours(digits) == " ".join(["0123 4567 89ab cdef"] * 4)
    for none in ("", digits[1:], digits.upper(), f"{digits}\n"):
        with pytest.raises(ValueError, match="64 hex digits"):
            in_fours(none)
