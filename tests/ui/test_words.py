"""Search, times, messages, keys and themes: what needs no window."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontDatabase, QKeySequence, QRawFont

from console.address import Rule
from console.categories import CategoryRule
from console.errors import (
    AddressRefused,
    AutostartFailed,
    BackupFailed,
    BackupOverdue,
    BackupRefused,
    CameraBroken,
    CameraRefusedLogin,
    CameraUnreachable,
    CameraUnsupported,
    CaseFilesLeft,
    CertificateUnknown,
    ClusterInUse,
    CodeWrong,
    DiskFull,
    EditedMeanwhile,
    EngineBusy,
    EngineNewer,
    ExhibitDamaged,
    ExhibitRefused,
    ExportTooLarge,
    FieldRefused,
    FileTaken,
    FootageMissing,
    Gone,
    GroupsMisread,
    IndexFailed,
    LastAdministrator,
    ListUnreadable,
    LogMeddled,
    NameTaken,
    NotAllowed,
    NumberTaken,
    Problem,
    SecondMediumFailed,
    SetupWrong,
    SheetMissing,
    SheetRefused,
    SignInRefused,
    StepRefused,
    StillDamaged,
    StoreDamaged,
    StoreTooNew,
    TeamHasMembers,
    TeamInUse,
    VaultLocked,
    VolumeRefused,
    WorkLost,
)
from console.events import Load, Reason, StreamState
from console.evidence.choosing import ExtrasRule
from console.evidence.problems import (
    ManifestBroken,
    ManifestTooNew,
    PackageMissing,
    PackageNotWritten,
)
from console.evidence.rules import RequestRule, WantedRule
from console.file_shelf import ExhibitRule
from console.forms import FieldRule
from console.gate import Why
from console.incident_rules import IncidentRule, StepRule
from console.moments import BookmarkRule
from console.passwords import PasswordRule
from console.phrases import PhraseRule
from console.volumes import VolumeRule
from ui import keys, theme
from ui.messages import rule_sentence, sentence
from ui.search import matches, plain
from ui.stream_words import load_words, reason_sentence, state_word
from ui.theme import THEMES, Colours, ThemeName, contrast
from ui.times import day_words, elapsed_words

VIETNAMESE = "ăâđêôơưàảãạằẳẵặầẩẫậỳỷỹỵĐỘẾƯỚỔ"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("duong dinh", "Đường Đình Phùng"),
        ("ĐINH", "đường đình phùng"),
        ("phung duong", "Đường Đình Phùng"),
        ("nguyen", "Ngõ Nguyễn Huệ"),
    ],
)
def test_names_are_found_without_diacritics_and_in_any_order(typed: str, name: str) -> None:
    assert matches(typed, name)


def test_every_word_that_is_typed_must_be_there() -> None:
    assert not matches("dinh hue", "Đường Đình Phùng")
    assert plain("Đ") == "d"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "00:00"), (41.9, "00:41"), (3723, "1:02:03"), (-1, "00:00")]
)
def test_durations_count_up_like_a_clock(seconds: float, words: str) -> None:
    assert elapsed_words(seconds) == words


def test_the_day_is_said_with_its_weekday(vietnamese: QTranslator) -> None:
    assert day_words(datetime(2026, 11, 23, 12, tzinfo=UTC)) == "Thứ Hai 23/11/2026"


def test_every_state_reason_and_load_has_vietnamese_words(vietnamese: QTranslator) -> None:
    words = [
        *(state_word(state) for state in StreamState),
        *(reason_sentence(reason) for reason in Reason if reason is not Reason.NONE),
        *(load_words(load) for load in Load),
    ]

    assert all(words)
    assert not [text for text in words if text.isascii()]


def test_every_reason_why_something_is_not_allowed_has_words_of_its_own(
    vietnamese: QTranslator,
) -> None:
    words = {sentence(NotAllowed("export", why)) for why in Why}

    assert len(words) == len(Why)
    assert [text for text in words if text.isascii()] == []


CASES = (*CategoryRule, *IncidentRule, *StepRule)
RULES_OF_RECORDING = ("days", "share", "budget_gb", "week")


@pytest.mark.parametrize(
    "rule",
    [
        *Rule,
        *FieldRule,
        *PasswordRule,
        *VolumeRule,
        *ExhibitRule,
        *BookmarkRule,
        *PhraseRule,
        *RULES_OF_RECORDING,
        *RequestRule,
        *WantedRule,
        *ExtrasRule,
        *CASES,
    ],
)
def test_every_rule_of_the_core_has_a_sentence(vietnamese: QTranslator, rule: str) -> None:
    other = rule_sentence("no such rule")
    ours = {Rule.LINK_LOCAL, Rule.MULTICAST, Rule.UNSPECIFIED, Rule.BROADCAST, Rule.RESERVED}

    assert not rule_sentence(rule).isascii()
    assert (rule_sentence(rule) == other) == (rule in ours)


def test_a_problem_says_what_to_do(vietnamese: QTranslator) -> None:
    assert sentence(NumberTaken(7)).startswith("Số 7 đã dùng")
    assert sentence(AddressRefused("scheme")) == rule_sentence("scheme")
    assert sentence(FieldRefused("name", "empty")) == rule_sentence("empty")


def leaves(kind: type[Problem]) -> set[type[Problem]]:
    """The problems that are raised, as opposed to their families; those of tests left out."""
    below = [each for each in kind.__subclasses__() if each.__module__.endswith(".errors")]
    return {leaf for each in below for leaf in leaves(each)} or {kind}


def test_no_problem_is_without_words(vietnamese: QTranslator) -> None:
    problems: list[Problem] = [
        AddressRefused("port"),
        BackupFailed(),
        BackupOverdue(4),
        BackupRefused(),
        CaseFilesLeft(3, 0),
        CameraBroken(),
        CameraRefusedLogin(),
        CameraUnreachable(),
        CameraUnsupported(),
        CertificateUnknown("0" * 64),
        ClusterInUse(3),
        AutostartFailed("Is a directory"),
        CodeWrong(4),
        DiskFull(),
        EditedMeanwhile(("title",), None),
        EngineBusy(),
        EngineNewer(),
        ExportTooLarge(5000),
        WorkLost(-9),
        FileTaken(),
        ExhibitDamaged(),
        ExhibitRefused("no_file"),
        FieldRefused("name", "empty"),
        FootageMissing(),
        Gone("camera"),
        GroupsMisread(2),
        IndexFailed("set_aside"),
        LastAdministrator(),
        ListUnreadable(),
        LogMeddled(10),
        NameTaken("Cụm 1"),
        NotAllowed("export", "role"),
        NumberTaken(7),
        SecondMediumFailed(),
        SetupWrong("station.name"),
        SheetMissing(),
        SheetRefused(),
        SignInRefused(),
        StillDamaged(),
        StepRefused("step_state"),
        StoreDamaged(),
        StoreTooNew(),
        TeamHasMembers(2),
        TeamInUse(2),
        VaultLocked(),
        VolumeRefused("missing"),
    ]
    unknown = sentence(Problem())

    assert {type(problem) for problem in problems} == leaves(Problem) | {SignInRefused}
    assert [p for p in problems if sentence(p) == unknown or sentence(p).isascii()] == []


def test_what_is_wrong_with_a_package_is_said_in_words_of_its_own(vietnamese: QTranslator) -> None:
    problems = (PackageMissing(), PackageNotWritten(), ManifestBroken(), ManifestTooNew("x/2"))
    said = {sentence(problem) for problem in problems}

    assert len(said) == len(problems)
    assert sentence(Problem()) not in said
    assert not [words for words in said if words.isascii()]


WITHIN = {
    keys.Where.MASKS: (keys.Where.MASKS, keys.Where.MASK_PICTURE),
    keys.Where.PEEK: (keys.Where.MASKS, keys.Where.MASK_PICTURE, keys.Where.STILL_CHOICE),
    keys.Where.SCRUB: (keys.Where.MASKS, keys.Where.STILL_CHOICE),
}
"""In what else the keys of a part act."""


def test_no_key_has_two_meanings_in_one_place() -> None:
    taken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in keys.KEYS:
        wheres: tuple[keys.Where, ...] = (key.where,)
        if key.where is keys.Where.WINDOW:
            wheres = tuple(keys.Where)
        if key.where is keys.Where.WALL:
            wheres = (keys.Where.WALL, keys.Where.TILES)
        if key.where is keys.Where.REVIEW:
            wheres = (keys.Where.REVIEW, keys.Where.PICTURES, keys.Where.TIMELINE)
        if key.where is keys.Where.SETTINGS:
            wheres = (keys.Where.SETTINGS, keys.Where.VOLUMES)
        if key.where is keys.Where.CASES:
            wheres = (keys.Where.CASES, keys.Where.INCIDENT, keys.Where.CASE_LIST)
        if key.where is keys.Where.EVIDENCE:
            its = (keys.Where.REQUESTS, keys.Where.REQUEST_FORM, keys.Where.PACKAGES)
            wheres = (keys.Where.EVIDENCE, *its)
        if key.where is keys.Where.REQUESTS:
            wheres = (keys.Where.REQUESTS, keys.Where.PAPERS)
        wheres = WITHIN.get(key.where, wheres)
        for text in key.keys:
            for where in wheres:
                taken[where, QKeySequence(text).toString()].append(key.name)

    assert {place: names for place, names in taken.items() if len(names) > 1} == {}


def test_every_key_is_one_that_qt_knows() -> None:
    assert [k for key in keys.KEYS for k in key.keys if not QKeySequence(k).toString()] == []


@pytest.mark.parametrize("name", list(ThemeName))
def test_words_and_marks_stand_out_on_every_ground(name: ThemeName) -> None:
    colours = THEMES[name]
    grounds = (colours.ground, colours.surface, colours.raised)
    words = (colours.text, colours.dim, colours.accent, colours.alarm)
    marks = (colours.good, colours.ill, colours.off, colours.held)

    assert [(w, g) for w in words for g in grounds if contrast(w, g) < 4.5] == []
    assert [(m, g) for m in marks for g in grounds if contrast(m, g) < 3.0] == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.picked) >= 4.5


def test_the_style_sheet_uses_no_colour_but_the_tables() -> None:
    sheet = theme.style_sheet(Colours(**dict.fromkeys(asdict(theme.WALL), "#123456")))

    found = {word.strip(";,") for word in sheet.split() if word.startswith("#") and len(word) >= 7}
    assert {word for word in found if word[1:].isalnum()} <= {"#123456", "#000000"}


def test_vietnamese_letters_are_in_the_font() -> None:
    raw = QRawFont.fromFont(theme.font(), QFontDatabase.WritingSystem.Vietnamese)

    assert [letter for letter in VIETNAMESE if not raw.supportsCharacter(ord(letter))] == []
    assert QFontDatabase.hasFamily(theme.font().family())
