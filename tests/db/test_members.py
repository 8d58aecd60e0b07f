"""Members of teams and calls to them: what is kept, what is forgotten, whose calls are told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.case_records import BookmarkId, Call, CallResult, IncidentId, Member, MemberId, MemberRole
from db.errors import Gone, TeamHasMembers
from db.records import ClusterId, Role, TeamId, Topic
from db.store import Store, Unit
from tests import planted
from tests.fakes import FakeClock

MINUTE = timedelta(minutes=1)


def team(unit: Unit, name: str = "Tổ 3") -> TeamId:
    return unit.fleet.add_team(name).id


def add(unit: Unit, team_id: TeamId, name: str = "Bà Lụa", phone: str = "0900000001") -> Member:
    return unit.members.add(team_id=team_id, name=name, role=MemberRole.MEMBER, phone=phone)


def call(
    unit: Unit,
    member: Member,
    clock: FakeClock,
    result: CallResult = CallResult.REACHED,
    *,
    cluster_id: ClusterId | None = None,
    incident_id: IncidentId | None = None,
    bookmark_id: BookmarkId | None = None,
) -> Call:
    return unit.calls.add(
        member_id=member.id,
        result=result,
        note="",
        cluster_id=cluster_id,
        incident_id=incident_id,
        bookmark_id=bookmark_id,
        officer_id=None,
        at=clock.now(),
    )


def test_a_member_comes_back_as_he_was_added(store: Store) -> None:
    with store.begin() as unit:
        east = team(unit)
        added = add(unit, east)
        assert Topic.MEMBERS in unit.touched

    with store.read() as unit:
        assert unit.members.member(added.id) == added
        assert unit.members.all() == unit.members.all(east) == [added]
        assert unit.members.all(TeamId(99)) == []
        with pytest.raises(Gone, match="member"):
            unit.members.member(MemberId(99))


def test_a_member_is_changed_retires_and_comes_back(store: Store) -> None:
    with store.begin() as unit:
        east, west = team(unit), team(unit, "Tổ 4")
        member = add(unit, east)

        changed = unit.members.change(
            member.id, team_id=west, name="Bà Lựu", role=MemberRole.LEADER, phone=""
        )

        assert (changed.team_id, changed.name, changed.role) == (west, "Bà Lựu", MemberRole.LEADER)
        assert unit.members.set_retired(member.id, True).retired
        assert not unit.members.set_retired(member.id, False).retired
        for team_id in (TeamId(99), TeamId(0)):
            with pytest.raises(Gone, match="team"):
                add(unit, team_id)


def test_an_erased_member_keeps_his_row_and_nothing_else(store: Store, clock: FakeClock) -> None:
    with store.begin() as unit:
        member = add(unit, team(unit))
        kept = call(unit, member, clock)

        erased = unit.members.erase(member.id)

        assert (erased.name, erased.phone, erased.retired, erased.erased) == ("", "", True, True)
        assert unit.members.all() == []
        assert unit.members.erased() == [member.id]
        assert unit.members.names([member.id]) == {member.id: ""}
        assert kept.member_id == member.id


def test_a_team_goes_when_all_its_members_are_erased(store: Store, clock: FakeClock) -> None:
    with store.begin() as unit:
        east = team(unit)
        first, second = add(unit, east), add(unit, east, "Ông Sửu")
        unit.members.set_retired(second.id, True)
        call(unit, first, clock)
    with store.begin() as unit:
        with pytest.raises(TeamHasMembers) as refused:
            unit.fleet.remove_team(east)
        assert refused.value.members == 2
        unit.members.erase(first.id)
        with pytest.raises(TeamHasMembers):
            unit.fleet.remove_team(east)
        unit.members.erase(second.id)
        unit.fleet.remove_team(east)

    with store.read() as unit:
        assert unit.fleet.teams() == []
        assert unit.members.member(first.id).team_id is None
        assert unit.members.erased() == [first.id, second.id]


@pytest.mark.parametrize(
    "wrong",
    [
        "update member set name = ''",
        "update member set team_id = null",
        "update member set erased = 1",
        "update member set erased = 1, name = ''",
        "update member set erased = 1, name = '', phone = ''",
        "delete from team",
    ],
)
def test_the_tables_refuse_what_is_half_erased(store: Store, wrong: str) -> None:
    with store.begin() as unit:
        add(unit, team(unit))

    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.members._session.execute(text(wrong))


def test_the_newest_call_about_the_matter_is_found(store: Store, clock: FakeClock) -> None:
    case, mark = planted.incident(store, clock), planted.bookmark(store, clock)
    inside = planted.bookmark(store, clock, incident_id=case)
    with store.begin() as unit:
        cluster = unit.fleet.add_cluster(number=1, name="Cụm 1", team_id=None).id
        member = add(unit, team(unit))
        made = []
        matters: list[dict[str, Any]] = [
            {"cluster_id": cluster},
            {"incident_id": case},
            {"bookmark_id": inside},
            {"bookmark_id": mark},
            {"cluster_id": cluster},
        ]
        for about in matters:
            made.append(call(unit, member, clock, **about))
            clock.pass_(minutes=1)
        at_once = call(unit, member, clock, CallResult.ARRIVED, cluster_id=cluster)
        again = call(unit, member, clock, CallResult.NO_ANSWER, cluster_id=cluster)

        def newest(**about: Any) -> Call | None:
            return unit.calls.newest([member.id], **about).get(member.id)

        assert newest(incident_id=case) == made[2]
        assert newest(bookmark_id=mark) == made[3]
        assert newest(cluster_id=cluster) == again != at_once
        assert newest(cluster_id=ClusterId(99)) is None
        assert newest(cluster_id=cluster, since=clock.now() + MINUTE) is None
        assert unit.calls.about(incident_id=case) == [made[1], made[2]]
        assert unit.calls.about(bookmark_id=mark) == [made[3]]
        assert unit.calls.newest([], incident_id=case) == {}


def test_a_call_about_what_is_not_there_is_not_kept(store: Store, clock: FakeClock) -> None:
    with store.begin() as unit:
        member = add(unit, team(unit))
        for about in ("cluster_id", "incident_id", "bookmark_id"):
            nothing: dict[str, Any] = {about: 99}
            with pytest.raises(Gone, match=about.removesuffix("_id")):
                call(unit, member, clock, **nothing)


def test_calls_of_a_restricted_incident_are_told_to_its_readers(
    store: Store, clock: FakeClock
) -> None:
    with store.begin() as unit:
        member = add(unit, team(unit))
        reader, other = (
            unit.officers.add(
                name=name,
                role=Role.DUTY,
                teams=(),
                password_hash="$",
                one_time_until=None,
                created_at=clock.now(),
            ).id
            for name in ("An", "Bình")
        )
        cluster = unit.fleet.add_cluster(number=1, name="Cụm 1", team_id=None).id
    case = planted.incident(store, clock, readers=[reader])
    inside = planted.bookmark(store, clock, incident_id=case)
    with store.begin() as unit:
        open_ = call(unit, member, clock, cluster_id=cluster)
        clock.pass_(minutes=1)
        hidden = [
            call(unit, member, clock, cluster_id=cluster, incident_id=case),
            call(unit, member, clock, cluster_id=cluster, bookmark_id=inside),
        ]
        told = {
            who: unit.calls.newest([member.id], cluster_id=cluster, reader=who)[member.id]
            for who in (reader, other, None)
        }

        assert told == {reader: hidden[1], other: open_, None: hidden[1]}
        for who, is_told in ((reader, True), (other, False), (None, True)):
            assert unit.calls.tells_incident(case, who) is is_told
            assert unit.calls.tells_bookmark(inside, who) is is_told
