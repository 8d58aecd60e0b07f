"""How calls, numbers and ages are told in the lists of whom to call."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QTranslator

from console.calls import CallSeen
from db.case_records import Call, CallId, CallResult, MemberId
from tests.fakes import FakeClock
from tests.ui.access.people import DUTY
from ui.people.words import ago_words, call_words, phone_words
from ui.times import time_words


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("0912345678", "0912 345 678"),
        ("02083855123", "0208 385 5123"),
        ("02438251234", "024 3825 1234"),
        ("+8562055551234", "+856 205 555 1234"),
        ("", "không có số"),
    ],
)
def test_numbers_are_read_in_groups(vietnamese: QTranslator, phone: str, words: str) -> None:
    assert phone_words(phone) == words


def test_a_call_to_somebody_who_was_erased_keeps_its_meaning(
    vietnamese: QTranslator, clock: FakeClock
) -> None:
    call = Call(
        id=CallId(1),
        member_id=MemberId(1),
        cluster_id=None,
        incident_id=None,
        bookmark_id=None,
        result=CallResult.NO_ANSWER,
        note="máy bận",
        officer_id=None,
        at=clock.now(),
    )
    time = time_words(clock.now())

    assert (
        call_words(CallSeen(call, "", DUTY))
        == f"{time} · đã xoá · không nghe máy · máy bận · {DUTY}"
    )
    assert (
        call_words(CallSeen(call, "Vũ Bằng", "")) == f"{time} · Vũ Bằng · không nghe máy · máy bận"
    )


def test_ages_are_told_as_people_do(vietnamese: QTranslator, clock: FakeClock) -> None:
    now = clock.now()
    minutes = (-3, 0.9, 1, 59, 125, 5000)

    assert [ago_words(now - timedelta(minutes=each), now) for each in minutes] == [
        "vừa xong",
        "vừa xong",
        "1 phút trước",
        "59 phút trước",
        "2 giờ 5 phút trước",
        "3 ngày trước",
    ]
