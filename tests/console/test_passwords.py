"""Passwords: what is accepted, how it is kept, and what can be read aloud."""

from __future__ import annotations

import re
import unicodedata

import pytest

from console.errors import FieldRefused
from console.passwords import (
    LONGEST,
    HashCost,
    PasswordRule,
    Passwords,
    as_spoken,
    checked,
    one_time,
)
from console.secret import Secret

CHEAP = HashCost(passes=1, memory_kib=8, threads=1)
WORD = Secret("hàng cây ven hồ")
# Patterns that every list of leaked passwords is full of.
TRIED_FIRST = """
    12345678 123456789 1234567890 87654321 11111111 00000000 12121212 123123123 11223344
    password Password1 p@ssw0rd P@$$w0rd123 passw0rd! password2026 qwertyui qwerty123 1q2w3e4r
    1qaz2wsx zaq12wsx asdfghjkl zxcvbnm1 abcd1234 a1b2c3d4 aaaaaaaa abcabcabc iloveyou iloveyou1
    sunshine princess1 football baseball superman trustno1 letmein1 welcome1 Welcome@123 admin123
    Admin@123 administrator changeme whatever starwars computer jennifer michelle samsung1
    matkhau1 matkhau123 Matkhau@2025 anhyeuem emyeuanh yeuemnhieu1 vietnam1 VietNam@123 hochiminh
    nguyen123 nguyenvanan tuananh1990 25121990 19901225 0912345678 hoangtu1 maiyeuem anhtuan99
"""


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(CHEAP)


def broken_rule(text: str, *context: str) -> str | None:
    try:
        checked(Secret(text), context)
    except FieldRefused as refused:
        return refused.rule
    return None


def test_only_the_very_same_password_matches(passwords: Passwords) -> None:
    kept = passwords.hash(WORD)

    assert passwords.matches(kept, WORD)
    assert not passwords.matches(kept, Secret("Hàng cây ven hồ"))
    assert not passwords.matches(kept, Secret("hàng cây ven hồ "))
    assert not passwords.matches(kept, Secret(""))


def test_what_is_kept_tells_nothing_and_is_salted(passwords: Passwords) -> None:
    first, second = passwords.hash(WORD), passwords.hash(WORD)

    assert first.startswith("$argon2id$")
    assert first != second
    assert "hồ" not in first


def test_a_letter_is_the_same_however_a_keyboard_composes_it(passwords: Passwords) -> None:
    kept = passwords.hash(Secret(unicodedata.normalize("NFD", WORD.reveal())))

    assert passwords.matches(kept, WORD)


@pytest.mark.parametrize("kept", [None, "", "no hash at all"])
@pytest.mark.parametrize("typed", [WORD, Secret(""), Secret("\udc80" * 9)])
def test_nobodys_password_matches_nothing(
    passwords: Passwords, kept: str | None, typed: Secret
) -> None:
    assert not passwords.matches(kept, typed)


def test_a_hash_of_another_cost_is_outdated_but_still_matches(passwords: Passwords) -> None:
    dearer = Passwords(HashCost(passes=2, memory_kib=8, threads=1))
    kept = passwords.hash(WORD)

    assert dearer.matches(kept, WORD)
    assert dearer.is_outdated(kept)
    assert not dearer.is_outdated(dearer.hash(WORD))


def test_the_usual_cost_is_the_second_choice_of_rfc_9106() -> None:
    kept = Passwords().hash(WORD)

    assert "$m=65536,t=3,p=4$" in kept


@pytest.mark.parametrize(
    "text",
    [
        "hàng cây ven hồ",
        "tk7Qv!m2",
        "mưa rơi trên mái tôn cũ",
        "        k7 q z m t",
        "khoai lang nướng",
        "correct horse battery staple",
        "🐃🌾 ruộng bậc thang",
        "xin một tách cà phê sữa đá",
        "phường tôi có cây đa ba trăm năm",
        "x7k9" * 64,
    ],
)
def test_any_secret_is_taken_without_rules_of_composition(text: str) -> None:
    assert broken_rule(text, "Công an phường Phan Đình Phùng", "Nguyễn Văn An") is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", PasswordRule.SHORT),
        ("tk7Qv!m", PasswordRule.SHORT),
        ("tk7Qv!m" + "\u0301", PasswordRule.SHORT),  # composed, it is still seven letters
        ("tk7Q" * (LONGEST // 4) + "v", PasswordRule.LONG),
        ("tk7Qv!m2\n", PasswordRule.CHARACTERS),
        ("tk7Qv!m2\x00", PasswordRule.CHARACTERS),
        ("tk7Qv!m2\ud800", PasswordRule.CHARACTERS),
    ],
)
def test_a_password_that_is_too_short_or_long_or_cannot_be_typed_is_refused(
    text: str, rule: PasswordRule
) -> None:
    assert broken_rule(text) == rule


@pytest.mark.parametrize(
    "text",
    TRIED_FIRST.split(),
)
def test_what_is_tried_first_is_refused(text: str) -> None:
    assert broken_rule(text) == PasswordRule.COMMON


@pytest.mark.parametrize(
    "text",
    [
        "mật khẩu",
        "Mật Khẩu 123",
        "q w e r t y u i",
    ],
)
def test_blanks_and_marks_do_not_make_a_secret_of_a_pattern(text: str) -> None:
    assert broken_rule(text) == PasswordRule.COMMON


@pytest.mark.parametrize(
    "text",
    [
        "congan123",
        "CongAn@2026",
        "Công an phường",
        "camera01",
        "camera@123",
        "hikvision1",
        "phandinhphung",
        "Phan Đình Phùng 2026",
        "CAPPDP2026",
        "lehoangsa",
        "Sa@123456",
        "trucban113",
    ],
)
def test_words_of_the_station_the_trade_and_the_officer_are_no_secret(text: str) -> None:
    rule = broken_rule(text, "Công an phường Phan Đình Phùng", "Lê Hoàng Sa")

    assert rule in {PasswordRule.CONTEXT, PasswordRule.COMMON}
    assert text not in repr(rule)


def test_another_stations_name_is_an_ordinary_word() -> None:
    assert broken_rule("gia sàng 2026", "Phường Gia Sàng") == PasswordRule.CONTEXT
    assert broken_rule("gia sàng 2026", "Phường Túc Duyên") is None


def test_one_time_passwords_can_be_read_aloud_and_are_never_the_same() -> None:
    made = [one_time().reveal() for _ in range(200)]

    assert len(set(made)) == 200
    form = re.compile(r"([bhkmnptvx][aeiou]){2}\d\d(-([bhkmnptvx][aeiou]){2}\d\d){2}")
    assert all(form.fullmatch(each) for each in made)


def test_a_one_time_password_may_be_written_as_it_was_heard() -> None:
    assert as_spoken(Secret(" KABO27 tine84-Muxa50 ")) == as_spoken(Secret("kabo27-tine84-muxa50"))
    assert as_spoken(Secret("kabo27-tine84-muxa51")) != as_spoken(Secret("kabo27-tine84-muxa50"))


def test_a_refusal_does_not_repeat_the_password() -> None:
    with pytest.raises(FieldRefused) as refused:
        checked(Secret("matkhau123"))

    assert refused.value.field == "password"
    assert "matkhau" not in str(refused.value)
