"""Every act, detail and verdict is told in Vietnamese."""

from __future__ import annotations

import ast
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTranslator

from console.acts import Act
from console.audit_breaks import Fault, Kind
from console.audit_check import Verdict
from console.audit_sheet import Shown
from console.demo.city import _ACTS as MADE_UP
from console.rights import Action
from db.incident_records import IncidentFields
from db.records import Entry, Named, OfficerId
from tests.fakes import FakeClock
from tests.house.set_up import ROOT
from ui.audit import names
from ui.audit.acts import ACTS, Group, act_words, acts_of, group_words
from ui.audit.verdict import FAULTS, verdict_words
from ui.audit.wording import wording
from ui.audit.words import _WORDS, detail_pairs, detail_words


@pytest.fixture(autouse=True)
def in_vietnamese(vietnamese: QTranslator) -> None:
    """Everything here is about what is read on the screen."""


def shown(
    act: Act = Act.SIGNED_IN,
    *,
    officer_id: int | None = 7,
    officer: str = "Nguyễn Văn An",
    about: tuple[str, int | None, Named | None] = ("", None, None),
    detail: str = "{}",
) -> Shown:
    subject, subject_id, named = about
    entry = Entry(
        seq=3,
        at=FakeClock().now(),
        monotonic_ns=1,
        officer_id=None if officer_id is None else OfficerId(officer_id),
        workstation="TRUC-01",
        act=act,
        subject=subject,
        subject_id=subject_id,
        detail=detail,
        previous="0" * 64,
        hash="1" * 64,
    )
    erased = officer_id is not None and not officer
    return Shown(entry=entry, officer=officer, erased=erased, subject=named)


def verdict(*, fault: Fault | None = None, vouched_to: int = 9, anchored: bool = True) -> Verdict:
    return Verdict(
        entries=1234567,
        head_hash="0" * 64,
        heads=1,
        vouched_to=vouched_to,
        restores=(),
        anchored=anchored,
        fault=fault,
    )


def test_no_act_is_without_words() -> None:
    assert set(ACTS) == set(Act)
    assert [act for act in Act if act_words(act).isascii() and act_words(act) != "Sao"] == []
    assert len({act_words(act) for act in Act}) == len(Act)


def test_an_act_of_a_newer_program_is_shown_as_it_was_written() -> None:
    assert act_words("tour_started") == "tour_started"


def test_every_act_is_found_by_a_group_and_groups_have_words() -> None:
    assert frozenset().union(*(acts_of(group) for group in Group)) == frozenset(Act)
    assert all(acts_of(group) for group in Group)
    assert not [group for group in Group if group_words(group).isascii()]


def test_every_action_that_can_be_refused_has_a_word() -> None:
    assert {str(action) for action in Action} <= set(_WORDS)


def test_details_are_words_and_hashes_are_left_to_the_card() -> None:
    detail = '{"fields":["host","name"],"hash":"' + "ab" * 32 + '","reason":"idle","x":""}'

    assert detail_words(detail) == "mục: địa chỉ, tên; lý do: không có người"
    assert ("mã băm", "ab" * 32) in detail_pairs(detail)


@pytest.mark.parametrize("detail", ["", "[]", "{", "7"])
def test_a_detail_that_cannot_be_read_is_shown_as_it_is(detail: str) -> None:
    assert detail_pairs(detail) == [("?", detail)]


def test_who_it_was_also_after_he_was_erased() -> None:
    assert names.who(shown()) == "Nguyễn Văn An"
    assert names.who(shown(officer="")) == "đã xoá (số 7)"
    assert names.who(shown(officer_id=None, officer="")) == "bàn trực"


def test_what_it_was_done_to_also_after_it_was_removed() -> None:
    camera = Named(number=7, name="Cổng chợ")

    assert names.what(shown(about=("camera", 4, camera))) == "camera 07 Cổng chợ"
    assert names.what(shown(about=("camera", 4, None))) == "camera (4), đã gỡ"
    assert names.what(shown(about=("member", 4, None))) == "tổ viên (4)"  # never by name
    erased = Named(number=None, name="")
    assert names.what(shown(about=("officer", 9, erased))) == "đã xoá (số 9)"
    himself = Named(number=None, name="Nguyễn Văn An")
    assert names.what(shown(about=("officer", 7, himself))) == ""
    assert names.what(shown(about=("station", None, None))) == ""


@pytest.mark.parametrize("kind", list(Kind))
def test_every_fault_is_told_with_its_place_and_what_to_do(kind: Kind) -> None:
    words, tone = verdict_words(verdict(fault=Fault(kind, 41, 42)))

    assert tone == "alarm"
    assert "41" in words
    assert words.endswith("báo ngay cho trưởng đơn vị và kiểm tra viên.")
    assert set(FAULTS) == set(Kind)


def test_a_guard_that_lacks_nothing_but_has_a_trigger_more_is_not_said_to_be_gone() -> None:
    words, _ = verdict_words(verdict(fault=Fault(Kind.UNGUARDED, 41, 42)))

    assert "bị can thiệp" in words
    assert "meddled with" in FAULTS[Kind.UNGUARDED]


def test_a_whole_log_is_told_with_its_length_and_what_was_not_checked() -> None:
    assert verdict_words(verdict()) == (
        "Nhật ký nguyên vẹn: 1.234.567 dòng, đã ký đến dòng 9.",
        "good",
    )
    words, tone = verdict_words(verdict(vouched_to=0))
    assert (tone, words[-17:]) == ("ill", " Chưa ký lần nào.")
    words, tone = verdict_words(verdict(anchored=False))
    assert (tone, words.count(".")) == ("ill", 4)


def test_an_export_has_words_for_everything() -> None:
    words = wording()

    assert len(words.columns) == 8
    assert set(words.acts) == {str(act) for act in Act}
    assert words.head.format(seq=1, groups="ABCD") == "Dòng mới nhất số 1: ABCD"
    assert words.period.format(since="a", until="b") == "Từ a đến b"


def test_the_made_up_city_tells_nothing_without_words() -> None:
    assert set(MADE_UP) <= set(ACTS)


def test_instants_are_told_in_the_stations_own_zone(vietnamese: QTranslator) -> None:
    at = datetime(2026, 3, 14, 19, 30, tzinfo=UTC)

    said = detail_words('{"since":"2026-03-14T19:30:00Z"}')

    assert said == f"từ: {at.astimezone():%d/%m/%Y %H:%M:%S}"


def told_by_services() -> set[str]:
    """The fields of entries that the console's services write, as their code says."""
    found = set()
    for path in (ROOT / "console").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and any(_is_act(word) for word in node.args):
                found |= {keyword.arg for keyword in node.keywords if keyword.arg is not None}
    return found - {"officer_id", "subject", "subject_id", "limit", "before"}


def _is_act(word: ast.expr) -> bool:
    whose = word.value if isinstance(word, ast.Attribute) else None
    return isinstance(whose, ast.Name) and whose.id == "Act"


def test_every_field_that_is_told_has_a_word() -> None:
    of_incidents = set(IncidentFields.__struct_fields__)

    assert (told_by_services() | of_incidents) - _WORDS.keys() == set()
