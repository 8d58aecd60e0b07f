"""Every word of the core that officers read of packages has a sentence, in Vietnamese, too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QTranslator

from console.events import MakingStep
from console.evidence.choosing import LONGEST_WORDS
from console.evidence.custody import CustodySeen
from console.evidence.faults import FaultWord
from console.evidence.notes import ENCRYPTED, SOUND
from console.evidence.preview_records import Obstacle, Remark
from console.evidence.problems import (
    FileTooLarge,
    ManifestBroken,
    ManifestTooNew,
    OtherPackage,
    PackageChanged,
    PackageMissing,
    PackageNotWritten,
    WordsWrong,
)
from console.evidence.rules import Cause
from db.evidence_records import (
    CustodyId,
    CustodyKind,
    CustodyLine,
    PackageForm,
    PackageId,
    PackageOutcome,
)
from db.footage_records import GapCause
from ui.evidence import words
from ui.evidence.custody_table import CustodyTable
from ui.keys import KEYS, hint_of, words_of
from ui.messages import sentence
from ui.requests.line_words import lack_words

S, MIN, H, D = (timedelta(seconds=each) for each in (1, 60, 3600, 86_400))


@pytest.mark.parametrize(
    ("said", "every"),
    [
        (words.obstacle_words, Obstacle),
        (words.remark_words, Remark),
        (words.step_words, MakingStep),
        (words.fault_words, FaultWord),
        (words.custody_word, CustodyKind),
        (words.outcome_word, PackageOutcome),
        (words.failure_words, Cause),
        (lack_words, GapCause),
        (words.note_words, (SOUND, ENCRYPTED, *FaultWord)),
        (lambda form: words.forms_words([form]), PackageForm),
    ],
)
def test_each_word_is_said_in_vietnamese_and_no_two_are_the_same(
    vietnamese: QTranslator, said: Callable[[object], str], every: Iterable[object]
) -> None:
    found = [said(each) for each in every]
    assert all(found)
    assert len(set(found)) == len(found)
    assert not any(str(each) in text for each, text in zip(every, found, strict=True))


def test_a_cause_that_only_a_newer_program_knows_stands_as_it_is(vietnamese: QTranslator) -> None:
    assert "(moon_phase)" in words.failure_words("moon_phase")


def test_a_gap_that_only_a_newer_program_knows_is_told_as_unknown(vietnamese: QTranslator) -> None:
    assert lack_words("moon_phase") == lack_words(GapCause.UNKNOWN)


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (0.2 * S, "1 giây"),
        (14 * S, "14 giây"),
        (MIN + 50 * S, "1 phút 50 giây"),
        (2 * MIN, "2 phút"),
        (2 * H + 14 * MIN + 9 * S, "2 giờ 14 phút"),
        (D + 9 * S, "1 ngày"),
        (3 * D + 5 * H, "3 ngày 5 giờ"),
    ],
)
def test_lengths_have_two_units_at_most(
    vietnamese: QTranslator, length: timedelta, told: str
) -> None:
    assert words.length_words(length) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, "chưa biết"),
        (0.0, "chưa đến một phút"),
        (44.0, "chưa đến một phút"),
        (50.0, "khoảng 1 phút"),
        (170.0, "khoảng 3 phút"),
        (7300.0, "khoảng 2 giờ 2 phút"),
    ],
)
def test_what_is_left_is_told_roughly(
    vietnamese: QTranslator, seconds: float | None, told: str
) -> None:
    assert words.about_words(seconds) == told


def test_a_fingerprint_stands_in_sixteen_groups_of_four() -> None:
    shown = words.fours_words("0123456789abcdef" * 4)
    assert [len(line.split()) for line in shown.split("\n")] == [8, 8]
    assert set(map(len, shown.split())) == {4}
    assert words.fours_words("") == ""


def test_a_medium_is_called_on_paper_as_it_is_sold() -> None:
    assert words.medium_words("Kingston", 32 * 10**9) == "Kingston 32 GB"
    assert words.medium_words("", 15_600_000_000) == "15,6 GB"
    assert "\u202e" not in words.medium_words("a\u202eb", 1)
    assert len(words.medium_words("K" * 60, 32 * 10**9)) < LONGEST_WORDS


@pytest.mark.parametrize(
    "problem",
    [
        PackageMissing("x"),
        PackageChanged("goc/a.mp4", "x"),
        OtherPackage(),
        FileTooLarge("x", 1),
        WordsWrong(),
        PackageNotWritten("x"),
        ManifestBroken("x"),
        ManifestTooNew("9"),
    ],
    ids=lambda problem: type(problem).__name__,
)
def test_each_problem_with_a_package_says_what_to_do(
    vietnamese: QTranslator, problem: Exception
) -> None:
    said = sentence(problem)  # type: ignore[arg-type]
    assert said
    assert "Không làm được" not in said
    assert str(problem) not in said


def test_each_key_has_its_name_and_stands_in_its_hint(vietnamese: QTranslator) -> None:
    ours = [key.name for key in KEYS if key.name.startswith(("package", "export-"))]
    assert len(ours) > 20
    for name in ours:
        assert words_of(name) in hint_of(name)


def test_a_line_of_custody_that_the_log_contradicts_says_so(vietnamese: QTranslator) -> None:
    line = CustodyLine(
        id=CustodyId(1),
        package_id=PackageId(1),
        kind=CustodyKind.HANDED,
        at=datetime(2026, 11, 27, 10, 20, tzinfo=UTC),
        officer_id=None,
        medium="USB đội 3",
        to_whom="Đại úy Nông Thị Thúy",
        note="",
        erased=False,
    )
    table = CustodyTable()

    told = [table.words(CustodySeen(line, "", as_logged))[2] for as_logged in (True, False)]

    assert told[0] == "Đại úy Nông Thị Thúy · USB đội 3"
    assert told[1] == f"{told[0]} · KHÔNG khớp với nhật ký: hãy kiểm tra nhật ký (Ctrl+8, F5)"
