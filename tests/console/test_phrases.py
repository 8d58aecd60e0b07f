"""The phrase bank, and what it makes of two letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.audit import Act
from console.completion import Bank, Suggestion, SuggestionKind
from console.errors import FieldRefused, Gone, NotAllowed
from console.phrases import PhraseRule
from db.case_records import CategoryId, Phrase, PhraseId
from db.records import CameraId, Role
from db.store import Store
from tests import wards
from tests.db.test_bookmarks import join
from tests.fakes import FakeClock
from tests.timelines import Post

CODES = (
    ("vc", "Va chạm giao thông."),
    ("vc bt", "Va chạm, có người bị thương."),
    ("dn", "Đánh nhau."),
)
PLACES = ("Ngõ Đình Hàng Phố", "Cổng chợ Đồng Quang")
NOTES = ("Ông say rượu trước cổng chợ", "Đuổi chó thả rông", "Ông say rượu trước cổng chợ")


@pytest.fixture
def post(tmp_path: Path, store: Store, clock: FakeClock) -> Post:
    wards.fill(store, cameras=6)
    return Post(tmp_path, store, clock)


@pytest.fixture
def bank() -> Bank:
    phrases = [
        Phrase(id=PhraseId(number), code=code, text=text)
        for number, (code, text) in enumerate((*CODES, ("", PLACES[0])), 1)
    ]
    return Bank(phrases, PLACES[1:], NOTES)


def lines(found: list[Suggestion]) -> list[str]:
    return [each.line for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("vc", "Va chạm giao thông."),
        ("VC BT", "Va chạm, có người bị thương."),
        ("đn", "Đánh nhau."),  # as Telex makes it of "ddn"
        ("02 giờ vc bt", "02 giờ Va chạm, có người bị thương."),
        ("Đánh nhau. ngo di", "Đánh nhau. Ngõ Đình Hàng Phố"),
        ("ở hang pho", "ở Ngõ Đình Hàng Phố"),
        ("đồng", "Cổng chợ Đồng Quang"),
        ("ong say", "Ông say rượu trước cổng chợ"),
        ("có chó, say ruo", "có chó, say rượu"),
    ],
)
def test_a_few_letters_are_enough(bank: Bank, typed: str, first: str) -> None:
    assert lines(bank.suggest(typed))[0] == first


def test_codes_come_first_then_places_then_what_was_written(bank: Bank) -> None:
    mixed = Bank(
        [Phrase(id=PhraseId(1), code="cho", text="Chó thả rông.")], ["Chợ Thái"], ["Chồng đánh vợ"]
    )

    assert [each.kind for each in mixed.suggest("cho")] == [
        SuggestionKind.CODE,
        SuggestionKind.PLACE,
        SuggestionKind.RECENT,
        SuggestionKind.RECENT,
    ]
    (code, *_) = bank.suggest("vc b")
    assert code == Suggestion(SuggestionKind.CODE, CODES[1][1], CODES[1][1], "vc bt")


def test_nothing_typed_offers_the_newest_notes_and_the_codes(bank: Bank) -> None:
    found = bank.suggest("  ")

    assert lines(found)[:2] == ["Ông say rượu trước cổng chợ", "Đuổi chó thả rông"]
    assert [each.code for each in found[2:]] == ["vc", "vc bt", "dn"]
    assert len(bank.suggest("", most=2)) == 2


def test_what_nobody_ever_wrote_is_completed_by_nothing(bank: Bank) -> None:
    assert bank.suggest("zzz") == []
    assert bank.suggest("…") == []
    assert lines(bank.suggest("Đánh nhau.")) == []  # it says it already


def test_the_bank_of_a_station_knows_its_places_and_notes(post: Post, clock: FakeClock) -> None:
    reader = post.officer(Role.DUTY)
    with post.store.read() as unit:
        cluster = unit.fleet.clusters()[0].name
    post.bookmarks.mark([CameraId(1)], clock.now(), {}, CategoryId(1), "Bà Lụa báo mất gà")
    secret = post.bookmarks.mark([CameraId(1)], clock.now(), {}, CategoryId(1), "Em nhỏ kể lại")
    with post.store.begin() as unit:
        join(unit, secret, readers=[reader])

    assert lines(post.phrases.suggest("vt hd"))[0].startswith("Vi phạm trật tự hè đường")
    assert cluster in lines(post.phrases.suggest("cum cam"))
    assert "Bà Lụa báo mất gà" in lines(post.phrases.suggest("ba lu"))
    assert "Em nhỏ kể lại" in lines(post.phrases.suggest("em n"))
    post.officer(Role.CHIEF)
    assert "Em nhỏ kể lại" not in lines(post.phrases.suggest("em n"))


def test_the_chief_changes_the_bank_and_the_log_hears_no_word(post: Post) -> None:
    post.officer(Role.CHIEF)
    added = post.phrases.add(" Đx  Đạp ", "  Mất xe đạp. ")
    place = post.phrases.add("", "Ngõ Đình")

    assert (added.code, added.text) == ("dx dap", "Mất xe đạp.")
    changed = post.phrases.change(added.id, "mxd", "Mất xe đạp điện.")
    post.phrases.remove(place.id)

    assert changed in post.phrases.list()
    assert place not in post.phrases.list()
    told = post.log(Act.PHRASES_CHANGED)
    assert [line[3]["kind"] for line in told] == ["added", "added", "changed", "removed"]
    assert "xe" not in str(told)
    with pytest.raises(Gone):
        post.phrases.remove(place.id)


@pytest.mark.parametrize(
    ("code", "text", "field", "rule"),
    [
        ("vc", "Gì đó", "code", PhraseRule.TAKEN),
        ("v-c", "Gì đó", "code", PhraseRule.CODE),
        ("…", "Gì đó", "code", PhraseRule.CODE),
        ("x" * 21, "Gì đó", "code", "length"),
        ("xx", " ", "text", "empty"),
        ("", "Chợ Thái", "text", PhraseRule.TAKEN),
    ],
)
def test_a_phrase_that_cannot_be_found_again_is_refused(
    post: Post, code: str, text: str, field: str, rule: str
) -> None:
    post.officer(Role.CHIEF)
    post.phrases.add("", "Chợ Thái")

    with pytest.raises(FieldRefused) as refused:
        post.phrases.add(code, text)

    assert (refused.value.field, refused.value.rule) == (field, rule)


def test_the_duty_officer_uses_the_bank_and_does_not_change_it(post: Post) -> None:
    post.officer(Role.DUTY)

    assert post.phrases.suggest("vc")
    with pytest.raises(NotAllowed):
        post.phrases.add("aa", "Gì đó")
    with pytest.raises(NotAllowed):
        post.phrases.list()
    post.officer(Role.ADMINISTRATOR)
    post.phrases.add("aa", "Gì đó")
    with pytest.raises(NotAllowed):  # what was written about people is none of his business
        post.phrases.suggest("vc")


def test_a_list_adds_what_is_new_and_names_the_lines_that_are_wrong(
    post: Post, tmp_path: Path
) -> None:
    post.officer(Role.CHIEF)
    post.phrases.add("", "Ngõ Đình")
    there = len(post.phrases.list())
    path = tmp_path / "câu mẫu.csv"
    lines = (
        "Mã tắt;Nội dung",
        "mxd;Mất xe đạp.",
        ";Ngõ Đình",
        ";Cầu Bến Tượng",
        "vc;Khác",
        "v-c;x",
    )
    path.write_text("\n".join(lines), encoding="utf-8-sig")

    read = post.phrases.import_list(path)
    again = post.phrases.import_list(path)

    assert (read.added, read.there, read.wrong) == (2, 1, (5, 6))
    assert (again.added, again.there, again.wrong) == (0, 3, (5, 6))
    out = tmp_path / "ra.csv"
    assert post.phrases.export_list(out) == there + 2
    assert post.phrases.import_list(out).there == there + 2
    assert post.log(Act.PHRASES_CHANGED)[-1][3] == {"kind": "imported", "phrases": 2}
