"""Words for the phone: no two are typed alike, nor sound alike in any part of the country."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from console.evidence import spoken_words
from console.evidence.spoken_words import HOW_MANY, as_typed, made, spoken, typed
from console.legible import drawn_signs

_BEGINNINGS = {
    "ngh": "ng", "gh": "g", "tr": "ch", "gi": "d", "r": "d", "v": "d", "x": "s", "l": "n",
    "k": "c", "q": "c",
}  # fmt: skip


def heard(syllable: str) -> str:
    """A syllable as it may be heard: what dialects say alike is alike, and tones are lost."""
    plain = typed(syllable)
    for beginning, alike in _BEGINNINGS.items():
        if plain.startswith(beginning):
            plain = alike + plain.removeprefix(beginning)
            break
    return re.sub("ch$|c$", "t", re.sub("nh$|ng$", "n", plain)).replace("y", "i")


def test_eight_words_of_the_list_are_eighty_bits() -> None:
    words = spoken()

    assert HOW_MANY == 8
    assert len(words) == 1024
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in words)


def test_the_list_is_composed_sorted_and_has_two_syllables_a_word() -> None:
    said = list(spoken().values())

    assert all(unicodedata.is_normalized("NFC", word) for word in said)
    assert all(len(word.split()) == 2 and word == word.lower() for word in said)
    assert all(one < other for one, other in pairwise(map(typed, said)))
    assert {ord(sign) for word in said for sign in word} <= drawn_signs()


def test_no_two_words_sound_alike() -> None:
    counted = Counter("".join(map(heard, word.split())) for word in spoken().values())

    assert [word for word, count in counted.items() if count > 1] == []


def test_new_words_are_new_and_all_of_the_list() -> None:
    one, other = made(), made()

    assert one != other
    assert len(one.reveal().split(" ")) == HOW_MANY
    assert set(one.reveal().split(" ")) <= spoken().keys()


def test_every_word_can_come() -> None:
    seen: set[str] = set()
    for _ in range(5_000):
        seen.update(made().reveal().split())
        if len(seen) == len(spoken()):
            break

    assert seen == spoken().keys()


def test_whoever_types_what_he_heard_is_understood() -> None:
    words = "xedap hoasen cahoi"
    for typed_so in (
        words,
        "  XEDAP hoasen\tcahoi ",
        "xe dap hoa sen ca hoi",
        "xe đạp hoa sen cá hồi",
        unicodedata.normalize("NFD", "Xe đạp hoa sen cá hồi"),
        "xedap hoa sen cahoi",
    ):
        assert as_typed(typed_so).reveal() == words


def test_what_is_no_word_of_ours_stays_what_it_is() -> None:
    assert as_typed("x1 y2").reveal() == "x1 y2"
    assert as_typed("").reveal() == ""
    assert as_typed("xedap hoa").reveal() == "xedap hoa"


def test_the_list_is_read_once() -> None:
    assert spoken_words.spoken() is spoken_words.spoken()
