"""The code on paper: read out over a telephone, typed by tired hands."""

from __future__ import annotations

import itertools
import re

import pytest

from console.errors import CodeWrong
from console.recovery_sheet import made_code, sheet_key
from console.secret import Secret

VAULT_ID = "00" * 16


def refused_group(text: str) -> int:
    with pytest.raises(CodeWrong) as refused:
        sheet_key(Secret(text), VAULT_ID)
    return refused.value.group


@pytest.fixture(scope="module")
def code() -> str:
    return made_code().reveal()


def test_a_code_is_ten_groups_of_six_digits(code: str) -> None:
    assert re.fullmatch(r"\d{6}( \d{6}){9}", code)
    assert made_code() != made_code()


@pytest.mark.parametrize("between", ["", "-", ".", "\n", " - ", "\u00a0"])
def test_what_stands_between_the_digits_does_not_matter(code: str, between: str) -> None:
    typed = Secret(code.replace(" ", between))

    assert sheet_key(typed, VAULT_ID) == sheet_key(Secret(code), VAULT_ID)


def test_the_key_is_the_vaults_own(code: str) -> None:
    assert sheet_key(Secret(code), VAULT_ID) != sheet_key(Secret(code), "01" * 16)
    assert len(sheet_key(Secret(code), VAULT_ID)) == 32


def test_every_single_wrong_digit_is_found_in_its_group(code: str) -> None:
    for at, digit in enumerate(code):
        for wrong in set("0123456789") - {digit} if digit != " " else ():
            assert refused_group(code[:at] + wrong + code[at + 1 :]) == at // 7 + 1


def test_two_digits_that_changed_places_are_found(code: str) -> None:
    for at, (one, other) in enumerate(itertools.pairwise(code)):
        if " " not in one + other and one != other:
            swapped = code[:at] + other + one + code[at + 2 :]
            assert refused_group(swapped) == at // 7 + 1


def test_two_groups_that_changed_places_are_found(code: str) -> None:
    groups = code.split()
    for at in range(9):
        swapped = [*groups[:at], groups[at + 1], groups[at], *groups[at + 2 :]]
        if groups[at] != groups[at + 1]:
            assert refused_group(" ".join(swapped)) == at + 1


@pytest.mark.parametrize("text", ["", "123456", "x" * 60, "1" * 61, "\u0661" * 60])
def test_anything_else_is_no_code(text: str) -> None:
    assert refused_group(text) == 0


def test_a_refusal_does_not_repeat_the_code(code: str) -> None:
    with pytest.raises(CodeWrong) as refused:
        sheet_key(Secret(code[:-1]), VAULT_ID)

    assert not re.search(r"\d{6}", str(refused.value))
