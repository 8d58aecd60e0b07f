"""The way of an incident, who may take which step, and what is counted at its end."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from console.audit import Act
from console.errors import (
    Cancelled,
    EditedMeanwhile,
    ExhibitDamaged,
    ExhibitRefused,
    FieldRefused,
    NotAllowed,
    StepRefused,
)
from console.file_shelf import ExhibitRule
from console.incident_rules import IncidentRule, StepRule
from console.outcomes import OutcomeForm
from console.workers import Stop
from db.case_records import IncidentId, IncidentState, OutcomeId, OutcomeKind
from db.records import Role
from db.store import Store
from tests import wards
from tests.cases import Desk
from tests.fakes import FakeClock

S = IncidentState


def ignore(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    return Desk(tmp_path, store, clock)


def test_the_whole_way_is_kept_and_logged(desk: Desk, clock: FakeClock) -> None:
    boss = desk.chief()
    duty = desk.officer(Role.DUTY)
    made = desk.submitted()
    desk.sign_in(boss)
    desk.review.give_back(made.id, "Thiếu địa chỉ\n ")
    desk.sign_in(duty)
    clock.pass_(hours=1)
    mended = desk.incidents.edit(made.id, 1, {"address": "12 Bến Tượng"}).incident
    desk.review.submit(made.id, mended.version)
    desk.sign_in(boss)
    desk.review.approve(made.id, mended.version)
    desk.review.close(made.id)
    last = desk.review.reopen(made.id, "Có tình tiết mới")

    assert (last.state, last.state_at, last.version) == (S.RETURNED, clock.now(), 2)
    assert [
        (step.before, step.after, step.officer_id) for step in desk.incidents.steps(made.id)
    ] == [
        (S.DRAFT, S.SUBMITTED, duty.id),
        (S.SUBMITTED, S.RETURNED, boss.id),
        (S.RETURNED, S.SUBMITTED, duty.id),
        (S.SUBMITTED, S.APPROVED, boss.id),
        (S.APPROVED, S.CLOSED, boss.id),
        (S.CLOSED, S.RETURNED, boss.id),
    ]
    assert desk.incidents.steps(made.id)[1].reason == "Thiếu địa chỉ"
    assert [line[0] for line in desk.log() if line[1] == "incident"] == [
        Act.INCIDENT_MADE,
        Act.INCIDENT_SUBMITTED,
        Act.INCIDENT_RETURNED,
        Act.INCIDENT_CHANGED,
        Act.INCIDENT_SUBMITTED,
        Act.INCIDENT_APPROVED,
        Act.INCIDENT_CLOSED,
        Act.INCIDENT_REOPENED,
    ]
    assert "tình tiết" not in str(desk.log())


def test_no_step_is_taken_from_where_it_does_not_lead(desk: Desk) -> None:
    desk.chief()
    made = desk.opened()

    steps: list[Callable[[], object]] = [
        lambda: desk.review.approve(made.id, 1),
        lambda: desk.review.give_back(made.id, "Thiếu"),
        lambda: desk.review.close(made.id),
        lambda: desk.review.reopen(made.id, "Mới"),
    ]
    for step in steps:
        with pytest.raises(StepRefused, match=StepRule.STATE):
            step()
    desk.review.submit(made.id, 1)
    with pytest.raises(StepRefused, match=StepRule.STATE):
        desk.review.submit(made.id, 1)
    for reason in ("", " \n "):
        with pytest.raises(FieldRefused):
            desk.review.give_back(made.id, reason)
    assert len(desk.incidents.steps(made.id)) == 1


def test_nobody_approves_his_own_work(desk: Desk, clock: FakeClock) -> None:
    boss, deputy = desk.chief(), desk.chief()
    own = desk.submitted()
    with pytest.raises(StepRefused, match=StepRule.OWN_WORK):
        desk.review.approve(own.id, own.version)
    assert desk.review.is_own(own.id)

    desk.officer(Role.DUTY)
    camera = desk.cameras()[0].id
    touches: list[Callable[[IncidentId], object]] = [
        lambda k: desk.incidents.edit(k, 1, {"title": "Sửa"}),
        lambda k: desk.ties.join(k, [desk.bookmark(camera)]),
        lambda k: desk.outcomes.add(
            k, OutcomeForm(kind=OutcomeKind.VERIFIED, on=clock.now().date())
        ),
    ]
    theirs = [desk.submitted().id for _ in touches]
    desk.sign_in(boss)
    for incident_id, touch in zip(theirs, touches, strict=True):
        clock.pass_(minutes=1)
        touch(incident_id)
        with pytest.raises(StepRefused, match=StepRule.OWN_WORK):
            desk.review.approve(incident_id, 2)
    desk.sign_in(deputy)
    for incident_id in theirs:
        assert not desk.review.is_own(incident_id)
        assert desk.review.approve(incident_id, 2).state is S.APPROVED


def test_what_a_chief_rewrote_and_handed_in_himself_is_not_for_him_to_approve(
    desk: Desk, clock: FakeClock
) -> None:
    boss, duty = desk.chief(), desk.officer(Role.DUTY)
    rewritten, handed_in, given = (desk.submitted() for _ in range(3))
    desk.sign_in(boss)
    for incident in (rewritten, handed_in):
        clock.pass_(minutes=1)
        desk.review.give_back(incident.id, "Thiếu biển số")
    clock.pass_(minutes=1)
    mended = desk.incidents.edit(rewritten.id, 1, {"title": "Mất xe 20-B1"}).incident
    desk.review.submit(handed_in.id, 1)
    desk.sign_in(duty)
    clock.pass_(minutes=1)
    desk.review.submit(rewritten.id, mended.version)  # the words are the chief's all the same

    desk.sign_in(boss)
    for incident_id, version in ((rewritten.id, mended.version), (handed_in.id, 1)):
        assert desk.review.is_own(incident_id)
        with pytest.raises(StepRefused, match=StepRule.OWN_WORK):
            desk.review.approve(incident_id, version)
    mine = desk.incidents.edit(given.id, 1, {"assigned_to": duty.id}).incident
    assert desk.review.approve(given.id, mine.version).state is S.APPROVED  # giving is no writing


def test_what_was_approved_is_what_was_read(desk: Desk) -> None:
    boss = desk.chief()
    duty = desk.officer(Role.DUTY)
    made = desk.submitted()
    desk.sign_in(duty)
    desk.incidents.edit(made.id, 1, {"title": "Khác hẳn"})
    desk.sign_in(boss)

    with pytest.raises(EditedMeanwhile) as refused:
        desk.review.approve(made.id, 1)

    assert refused.value.fields == ("title",)
    assert desk.review.approve(made.id, 2).state is S.APPROVED


def test_approving_and_closing_is_one_step_for_the_chief(desk: Desk) -> None:
    boss = desk.chief()
    desk.officer(Role.DUTY)
    made = desk.submitted()
    desk.sign_in(boss)

    closed = desk.review.approve(made.id, made.version, close=True)

    assert closed.state is S.CLOSED
    assert [step.after for step in desk.incidents.steps(made.id)] == [
        S.SUBMITTED,
        S.APPROVED,
        S.CLOSED,
    ]


def test_what_is_approved_or_closed_is_written_on_no_more(
    desk: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    approved = desk.submitted()
    desk.sign_in(boss)
    desk.review.approve(approved.id, 1)
    closed = desk.closed(boss, author)
    other = desk.opened()
    paper = tmp_path / "a.txt"
    paper.write_text("x")
    line = OutcomeForm(kind=OutcomeKind.VERIFIED, on=clock.now().date())

    for made in (approved, closed):
        for write in (
            lambda k: desk.incidents.edit(k, 1, {"title": "x"}),
            lambda k: desk.ties.join(k, []),
            lambda k: desk.ties.part(k, []),
            lambda k: desk.ties.link(k, other.id),
            lambda k: desk.ties.set_exhibits(k, []),
            lambda k: desk.outcomes.add(k, line),
            lambda k: desk.attachments.add(k, paper, stop=Stop(), progressed=ignore),
        ):
            with pytest.raises(StepRefused, match=StepRule.FIXED):
                write(made.id)
    desk.sign_in(author)
    with pytest.raises(NotAllowed):
        desk.review.reopen(closed.id, "Mới")


# What came of it


def test_outcomes_are_counted_and_lead_back_to_their_incidents(
    desk: Desk, clock: FakeClock
) -> None:
    boss = desk.chief()
    desk.officer(Role.OFFICER)
    first, second = desk.opened(), desk.opened()
    secret = desk.opened(restricted=True, readers=frozenset())
    day = clock.now().date()

    drugs_today = OutcomeForm(kind=OutcomeKind.DRUGS, on=day, count=1, persons=2)

    def add(incident_id: IncidentId, **form: Any) -> OutcomeId:
        return desk.outcomes.add(incident_id, replace(drugs_today, **form)).id

    add(first.id)
    add(first.id, count=2, persons=3)
    add(second.id, on=date(2026, 3, 1), persons=0)
    add(second.id, kind=OutcomeKind.SEIZED, persons=None, item="Biển hiệu", unit="cái", count=7)
    struck = add(second.id)
    add(secret.id)
    desk.outcomes.strike(struck)
    desk.outcomes.strike(struck)  # once is enough

    def behind(kind: OutcomeKind, first: date) -> list[int]:
        return [each.line.id for each in desk.outcomes.behind(kind, first, day)]

    mine = desk.outcomes.tally(date(2026, 3, 10), day)[OutcomeKind.DRUGS]
    assert mine.cases == 2
    assert behind(OutcomeKind.DRUGS, date(2026, 3, 10)) == [secret.id, first.id]
    desk.sign_in(boss)
    tally = desk.outcomes.tally(date(2026, 3, 10), day)
    drugs, seized = tally[OutcomeKind.DRUGS], tally[OutcomeKind.SEIZED]
    assert (drugs.lines, drugs.count, drugs.persons, drugs.cases) == (2, 3, 5, 1)
    assert behind(OutcomeKind.DRUGS, date(2026, 3, 10)) == [first.id]
    assert (seized.count, seized.cases) == (7, 1)
    assert behind(OutcomeKind.SEIZED, date(2026, 3, 10)) == [second.id]
    assert tally[OutcomeKind.TRAFFIC].lines == 0
    march = desk.outcomes.tally(date(2026, 3, 1), day, [OutcomeKind.DRUGS])
    assert (list(march), march[OutcomeKind.DRUGS].cases) == ([OutcomeKind.DRUGS], 2)
    assert behind(OutcomeKind.DRUGS, date(2026, 3, 1)) == [first.id, second.id]
    newest, *_ = desk.outcomes.behind(OutcomeKind.DRUGS, date(2026, 3, 1), day, limit=1)
    older = desk.outcomes.behind(OutcomeKind.DRUGS, date(2026, 3, 1), day, before=newest.key)
    assert [(each.on, each.line.id) for each in older] == [(date(2026, 3, 1), second.id)]
    vouched = desk.outcomes.tally(date(2026, 3, 1), day, approved_only=True)
    assert sum(each.lines for each in vouched.values()) == 0
    assert [each.struck_at is None for each in desk.outcomes.of(second.id)] == [True, True, False]
    assert len(desk.log(Act.OUTCOME_STRUCK)) == 1


@pytest.mark.parametrize(
    ("field", "rule", "form"),
    [
        ("count", "range", {"count": 0}),
        ("on", IncidentRule.LATER, {"on": date(2026, 3, 15)}),
        ("persons", IncidentRule.SUMS, {"persons": 1}),
        ("persons", IncidentRule.SUMS, {"kind": OutcomeKind.DRUGS}),
        ("persons", "range", {"kind": OutcomeKind.DRUGS, "persons": -1}),
        ("item", IncidentRule.SUMS, {"kind": OutcomeKind.SEIZED}),
        ("item", IncidentRule.SUMS, {"item": "Biển hiệu"}),
        ("unit", IncidentRule.SUMS, {"unit": "cái"}),
        ("note", "length", {"note": "x" * 301}),
    ],
)
def test_lines_that_do_not_add_up_are_refused(
    desk: Desk, field: str, rule: str, form: dict[str, Any]
) -> None:
    desk.officer(Role.OFFICER)
    made = desk.opened()
    right = OutcomeForm(kind=OutcomeKind.VERIFIED, on=date(2026, 3, 14))

    with pytest.raises(FieldRefused) as refused:
        desk.outcomes.add(made.id, replace(right, **form))

    assert (refused.value.field, refused.value.rule) == (field, rule)


# Attachments


def test_an_attachment_is_copied_hashed_and_its_opening_logged(desk: Desk, tmp_path: Path) -> None:
    boss = desk.chief()
    desk.officer(Role.OFFICER)
    made = desk.opened()
    paper = tmp_path / "đơn trình\u202ebáo: bà Lụa.pdf"
    paper.write_bytes(b"%PDF-1.7 " * 1000)

    added = desk.attachments.add(made.id, paper, stop=Stop(), progressed=ignore)

    assert added.name == "đơn trìnhbáo_ bà Lụa.pdf"
    assert added.file.endswith(added.name)
    assert desk.attachments.of(made.id) == [added]
    assert [each.field for each in desk.incidents.history(made.id)] == ["attachments"]
    desk.sign_in(boss)
    opened = desk.attachments.open(added.id, stop=Stop())
    assert opened.path.read_bytes() == paper.read_bytes()
    assert opened.path.is_relative_to(tmp_path / "attachments")
    assert desk.log(Act.ATTACHMENT_READ)[0][3] == {"attachment": added.id, "whole": True}
    assert "Lụa" not in str(desk.log())
    opened.path.chmod(0o600)
    opened.path.write_bytes(b"something else")
    with pytest.raises(ExhibitDamaged):
        desk.attachments.open(added.id, stop=Stop())
    assert desk.log(Act.ATTACHMENT_READ)[1][3] == {"attachment": added.id, "whole": False}


def test_what_is_no_file_or_was_stopped_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.officer(Role.OFFICER)
    made = desk.opened()
    link, empty, full = tmp_path / "link", tmp_path / "empty", tmp_path / "full"
    empty.touch()
    full.write_bytes(b"x" * 100)
    link.symlink_to(full)
    stopped = Stop()
    stopped.set()

    for source, rule in (
        (link, ExhibitRule.NO_FILE),
        (tmp_path, ExhibitRule.NO_FILE),
        (empty, ExhibitRule.EMPTY),
        (tmp_path / "nowhere", ExhibitRule.UNREADABLE),
    ):
        with pytest.raises(ExhibitRefused, match=rule):
            desk.attachments.add(made.id, source, stop=Stop(), progressed=ignore)
    with pytest.raises(Cancelled):
        desk.attachments.add(made.id, full, stop=stopped, progressed=ignore)

    assert desk.attachments.of(made.id) == []
    assert list((tmp_path / "attachments").iterdir()) == []
    assert desk.incidents.incident(made.id).version == 1


def test_words_that_a_draft_gets_after_its_case_was_submitted_are_read_before_it_is_approved(
    desk: Desk, clock: FakeClock
) -> None:
    boss, author = desk.chief(), desk.officer(Role.OFFICER)
    camera = desk.cameras()[0].id
    whole = desk.bookmarks.mark([camera], clock.now(), {}, desk.category().id, "Trộm xe")
    first, second = (desk.bookmarks.mark([camera], clock.now()) for _ in range(2))
    made = desk.opened([each.id for each in (whole, first, second)])
    desk.bookmarks.describe(first.id, desk.category().id, "Cổng chợ")
    assert desk.incidents.incident(made.id).version == made.version  # it is read with the rest
    read = desk.review.submit(made.id, made.version)

    desk.bookmarks.describe(second.id, None, "Hai người chạy về hướng cầu")

    desk.sign_in(boss)
    with pytest.raises(EditedMeanwhile) as refused:
        desk.review.approve(made.id, read.version)
    assert refused.value.fields == ("described",)
    (told,) = [each for each in desk.incidents.history(made.id) if each.field == "described"]
    assert told.officer_id == author.id
    assert json.loads(told.before) == [whole.id, first.id]
    assert json.loads(told.after) == [whole.id, first.id, second.id]
    (line,) = desk.log(Act.INCIDENT_CHANGED)
    assert line[3] == {"fields": ["described"], "version": read.version + 1}
    assert "Hai" not in str(desk.log())
    now = desk.incidents.incident(made.id).version
    assert desk.review.approve(made.id, now).state is IncidentState.APPROVED
    desk.sign_in(author)
    desk.bookmarks.describe(second.id, desk.category().id, "Hai người chạy về hướng cầu")
    assert desk.incidents.incident(made.id).version == now + 1  # its history tells that, too
