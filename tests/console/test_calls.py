"""Whom to call about a cluster, and what came of it: in order, by matter, and told to few."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from console.audit import Act, Audit
from console.calls import Calls
from console.errors import FieldRefused, Gone, NotAllowed
from console.gate import Why
from console.members import Members
from db.case_records import CallResult, IncidentId, Member, MemberId, MemberRole
from db.records import Camera, Cluster, ClusterId, Officer, Role
from db.store import Store
from tests import planted, wards
from tests.fakes import FakeClock
from tests.timelines import Post

REACHED, NO_ANSWER = CallResult.REACHED, CallResult.NO_ANSWER
ON_THE_WAY, ARRIVED = CallResult.ON_THE_WAY, CallResult.ARRIVED


@dataclass(frozen=True)
class Desk:
    """A duty officer before two clusters; the team of the first has four members."""

    post: Post
    calls: Calls
    members: Members
    officer: Officer
    clusters: list[Cluster]
    cameras: list[Camera]

    def log(self) -> list[dict[str, object]]:
        with self.post.store.read() as unit:
            entries = unit.trail.entries()
        return [json.loads(each.detail) for each in entries if each.act == Act.MEMBER_CALLED]

    def member(self, name: str) -> Member:
        with self.post.store.read() as unit:
            return next(each for each in unit.members.all() if each.name == name)


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=6)
    post = Post(tmp_path, store, clock)
    audit = Audit(post.seat, clock, "pc-1")
    members = Members(store, post.gate, audit, lambda: None)
    with store.read() as unit:
        clusters = unit.fleet.clusters()
    for name, role, phone in (
        ("Trần Thị Đào", MemberRole.MEMBER, "0900000003"),
        ("Lê Văn Cò", MemberRole.MEMBER, "0900000004"),
        ("Vũ Bằng", MemberRole.DEPUTY, ""),
        ("Nguyễn Sửu", MemberRole.LEADER, "0900000001"),
    ):
        assert clusters[0].team_id is not None
        members.add(clusters[0].team_id, name, role, phone)
    officer = post.officer(Role.DUTY)
    calls = Calls(store, post.gate, audit, clock)
    return Desk(post, calls, members, officer, clusters, post.cameras())


def test_whoever_answers_is_listed_in_order_with_his_newest_call(
    desk: Desk, clock: FakeClock
) -> None:
    cluster = desk.clusters[0]
    leader, other = desk.member("Nguyễn Sửu"), desk.member("Lê Văn Cò")
    desk.calls.log_call(leader.id, NO_ANSWER, cluster_id=cluster.id)
    clock.pass_(minutes=2)
    newest = desk.calls.log_call(leader.id, REACHED, cluster_id=cluster.id, note=" đang  ở chợ ")
    desk.calls.log_call(other.id, REACHED, cluster_id=desk.clusters[1].id)

    answering = desk.calls.whom(cluster.id)

    assert answering.team is not None
    assert (answering.cluster, answering.team.id) == (cluster, cluster.team_id)
    assert [each.member.name for each in answering.people] == [
        "Nguyễn Sửu",
        "Lê Văn Cò",
        "Trần Thị Đào",
        "Vũ Bằng",
    ]
    last = answering.people[0].last
    assert last is not None
    assert (last.call, last.called_by) == (newest, desk.officer.name)
    assert last.call.note == "đang ở chợ"
    assert [each.last for each in answering.people[1:]] == [None] * 3
    assert [each.usual for each in answering.people] == [ON_THE_WAY, *[REACHED] * 3]


def test_each_step_is_a_row_of_its_own_and_the_next_one_is_proposed(
    desk: Desk, clock: FakeClock
) -> None:
    case = planted.incident(desk.post.store, clock)
    leader, cluster = desk.member("Nguyễn Sửu"), desk.clusters[0].id
    for result in (NO_ANSWER, REACHED, ON_THE_WAY, ARRIVED):
        proposed = desk.calls.whom(cluster, incident_id=case).people[0].usual
        assert proposed is (REACHED if result is NO_ANSWER else result)
        desk.calls.log_call(leader.id, result, cluster_id=cluster, incident_id=case)
        clock.pass_(minutes=1)

    assert desk.calls.whom(cluster, incident_id=case).people[0].usual is REACHED
    seen = desk.calls.calls_of(incident_id=case)
    assert [each.call.result for each in seen] == [NO_ANSWER, REACHED, ON_THE_WAY, ARRIVED]
    assert {each.member for each in seen} == {"Nguyễn Sửu"}
    assert {each.called_by for each in seen} == {desk.officer.name}


def test_the_log_is_told_ids_alone(desk: Desk, clock: FakeClock) -> None:
    case = planted.incident(desk.post.store, clock)
    leader = desk.member("Nguyễn Sửu")
    call = desk.calls.log_call(leader.id, REACHED, incident_id=case, note="bà Sửu nghe máy hộ")

    assert desk.log() == [
        {
            "member_id": leader.id,
            "result": "reached",
            "cluster_id": None,
            "incident_id": case,
            "bookmark_id": None,
        }
    ]
    with desk.post.store.read() as unit:
        (entry,) = [e for e in unit.trail.entries() if e.act == Act.MEMBER_CALLED]
    assert (entry.subject, entry.subject_id, entry.officer_id) == (
        "call",
        call.id,
        desk.officer.id,
    )
    assert "Sửu" not in str(entry)


def test_what_was_called_about_a_bookmark_is_told_of_its_incident(
    desk: Desk, clock: FakeClock
) -> None:
    case = planted.incident(desk.post.store, clock)
    mark = planted.bookmark(desk.post.store, clock, desk.cameras[0].id, incident_id=case)
    leader, cluster = desk.member("Nguyễn Sửu"), desk.clusters[0].id
    call = desk.calls.log_call(leader.id, REACHED, cluster_id=cluster, bookmark_id=mark)

    for incident_id, bookmark_id in ((case, None), (None, mark)):
        about = desk.calls.calls_of(incident_id=incident_id, bookmark_id=bookmark_id)
        assert [each.call for each in about] == [call]
        whom = desk.calls.whom(cluster, incident_id=incident_id, bookmark_id=bookmark_id)
        assert whom.people[0].last is not None
    for incident_id, bookmark_id in ((None, None), (case, mark)):
        with pytest.raises(ValueError, match="an incident or a bookmark"):
            desk.calls.calls_of(incident_id=incident_id, bookmark_id=bookmark_id)


def test_the_moment_of_a_cluster_is_the_newest_that_one_bookmarked_there_oneself(
    desk: Desk, clock: FakeClock
) -> None:
    """Who is called from a tile is called about it."""
    here, there = desk.clusters
    marks, at = desk.post.bookmarks, clock.now()
    assert desk.calls.moment(here.id) is None
    marks.mark([desk.cameras[0].id], at)
    newest = marks.mark([desk.cameras[5].id, desk.cameras[1].id], at)  # one of them is here
    marks.undo(marks.mark([desk.cameras[0].id], at).id)
    marks.mark([desk.cameras[5].id], at)
    other = desk.post.officer(Role.DUTY)
    his = marks.mark([desk.cameras[0].id], at)

    assert desk.calls.moment(here.id) == his
    desk.post.sign_in(desk.officer)
    assert desk.calls.moment(here.id) == newest
    assert desk.calls.moment(there.id) is not None
    clock.pass_(minutes=29)
    assert desk.calls.moment(here.id) == newest
    clock.pass_(minutes=2)
    assert desk.calls.moment(here.id) is None
    case = planted.incident(desk.post.store, clock, cluster_id=here.id, readers=[other.id])
    late = marks.mark([desk.cameras[0].id], at)  # what was long ago, marked just now in Review
    assert desk.calls.moment(here.id) == late
    with desk.post.store.begin() as unit:
        unit.case_links.put(late.id, case)
    assert desk.calls.moment(here.id) is None  # no such bookmark for him


def test_a_call_of_yesterday_says_nothing_of_tonight(desk: Desk, clock: FakeClock) -> None:
    leader, cluster = desk.member("Nguyễn Sửu"), desk.clusters[0].id
    desk.calls.log_call(leader.id, ARRIVED, cluster_id=cluster)
    clock.pass_(hours=11)
    desk.post.sign_in(desk.officer)
    assert desk.calls.whom(cluster).people[0].last is not None
    clock.pass_(hours=2)
    desk.post.sign_in(desk.officer)

    (first, *_) = desk.calls.whom(cluster).people
    assert (first.last, first.usual) == (None, REACHED)


def test_a_restricted_incident_is_none_for_others(desk: Desk, clock: FakeClock) -> None:
    cluster, leader = desk.clusters[0].id, desk.member("Nguyễn Sửu")
    case = planted.incident(desk.post.store, clock, cluster_id=cluster, readers=[desk.officer.id])
    mark = planted.bookmark(desk.post.store, clock, desk.cameras[0].id, incident_id=case)
    call = desk.calls.log_call(leader.id, REACHED, cluster_id=cluster, incident_id=case)
    assert desk.calls.calls_of(incident_id=case)[0].call == call
    assert desk.calls.whom(cluster).people[0].last is not None

    for role in (Role.DUTY, Role.CHIEF):
        desk.post.officer(role)
        assert desk.calls.whom(cluster).people[0].last is None
        for about in ({"incident_id": case}, {"bookmark_id": mark}):
            for ask in (
                lambda about=about: desk.calls.calls_of(**about),
                lambda about=about: desk.calls.whom(cluster, **about),
                lambda about=about: desk.calls.log_call(leader.id, REACHED, **about),
            ):
                with pytest.raises(Gone):
                    ask()
    assert len(desk.log()) == 1


@pytest.mark.parametrize("named", ["made_by", "assigned_to"])
def test_who_made_or_has_a_restricted_incident_is_told_of_its_calls(
    desk: Desk, clock: FakeClock, named: str
) -> None:
    boss = desk.post.officer(Role.CHIEF)
    his: dict[str, Any] = {named: boss.id}
    case = planted.incident(desk.post.store, clock, readers=[], **his)

    assert desk.calls.calls_of(incident_id=case) == []
    desk.post.sign_in(desk.officer)
    with pytest.raises(Gone):
        desk.calls.calls_of(incident_id=case)


def test_an_officer_of_a_team_reads_the_calls_of_its_cases_alone(
    desk: Desk, clock: FakeClock
) -> None:
    here, there = desk.clusters
    mine = planted.incident(desk.post.store, clock, cluster_id=here.id)
    others = planted.incident(desk.post.store, clock, cluster_id=there.id)
    nowhere = planted.incident(desk.post.store, clock)
    both = planted.incident(desk.post.store, clock, cluster_id=there.id)
    planted.bookmark(desk.post.store, clock, desk.cameras[0].id, incident_id=both)
    theirs = planted.bookmark(desk.post.store, clock, desk.cameras[5].id)
    assert here.team_id is not None
    desk.post.officer(Role.DUTY, {here.team_id})

    for case in (mine, nowhere, both):
        assert desk.calls.calls_of(incident_id=case) == []
    for about in ({"incident_id": others}, {"bookmark_id": theirs}):
        with pytest.raises(NotAllowed, match=Why.SCOPE):
            desk.calls.calls_of(**about)
    assert desk.calls.whom(there.id).people == ()  # whom to call he may know everywhere


def test_an_erased_member_is_called_no_more_and_nameless_in_old_calls(
    desk: Desk, clock: FakeClock
) -> None:
    case = planted.incident(desk.post.store, clock)
    leader, cluster = desk.member("Nguyễn Sửu"), desk.clusters[0].id
    retired = desk.member("Lê Văn Cò")
    desk.calls.log_call(leader.id, REACHED, incident_id=case)
    with desk.post.store.begin() as unit:
        unit.members.erase(leader.id)
        unit.members.set_retired(retired.id, True)

    (seen,) = desk.calls.calls_of(incident_id=case)
    assert (seen.member, seen.call.member_id) == ("", leader.id)
    assert [each.member.name for each in desk.calls.whom(cluster).people] == [
        "Trần Thị Đào",
        "Vũ Bằng",
    ]
    with pytest.raises(Gone):
        desk.calls.log_call(leader.id, REACHED)
    late = desk.calls.log_call(retired.id, REACHED)  # he was called, whatever the list says by now
    assert late.member_id == retired.id


def test_a_cluster_without_a_team_has_nobody_who_answers(desk: Desk) -> None:
    with desk.post.store.begin() as unit:
        bare = unit.fleet.add_cluster(number=9, name="Cụm 9", team_id=None)

    answering = desk.calls.whom(bare.id)

    assert (answering.cluster, answering.team, answering.people) == (bare, None, ())
    with pytest.raises(Gone, match="cluster"):
        desk.calls.whom(ClusterId(99))


def test_what_is_not_there_is_not_called_about(desk: Desk) -> None:
    leader = desk.member("Nguyễn Sửu")
    for member_id, about in (
        (MemberId(99), {}),
        (leader.id, {"cluster_id": ClusterId(99)}),
        (leader.id, {"incident_id": IncidentId(99)}),
    ):
        with pytest.raises(Gone):
            desk.calls.log_call(member_id, REACHED, **about)
    for note in ("x" * 301, "tr\u202eái"):
        with pytest.raises(FieldRefused, match="note"):
            desk.calls.log_call(leader.id, REACHED, note=note)
    assert desk.log() == []
