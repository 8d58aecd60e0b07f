"""Members of teams: kept, called no more, forgotten for good; numbers and names as people write."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.audit import Act
from console.calls import Calls
from console.demo.city import CitySize, fill
from console.errors import FieldRefused, Gone, NotAllowed, TeamHasMembers
from console.gate import Why
from console.members import Members, NewMember, in_order
from console.name_order import order_of
from console.phones import clean_phone
from db.case_records import CallResult, Member, MemberId, MemberRole
from db.records import Role, TeamId
from db.store import Store
from tests.console.officers import BOSS, BOSS_WORD, WORD, Post, post
from tests.console.test_access import found
from tests.fakes import FakeClock

NAME, PHONE = "Vương Kỳ Lạ", "0987654321"


@dataclass(frozen=True)
class Desk:
    """An administrator before a station with two teams."""

    post: Post
    members: Members
    calls: Calls
    east: TeamId
    west: TeamId

    def add(self, name: str = NAME, phone: str = PHONE, role: str = "member") -> Member:
        return self.members.add(self.east, name, MemberRole(role), phone)


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Desk:
    made = post(store, clock)
    made.begun()
    with store.begin() as unit:
        east, west = (unit.fleet.add_team(name).id for name in ("Tổ 3", "Tổ 4"))
    audit = made.access._audit
    members = Members(store, made.gate, audit, made.access.leave_no_trace)
    return Desk(made, members, Calls(store, made.gate, audit, clock), east, west)


def test_the_list_has_leaders_first_then_names_in_the_order_of_the_alphabet(desk: Desk) -> None:
    for name, role in (
        ("Trần Văn Ân", "member"),
        ("Nguyễn Thị Đào", "member"),
        ("Lê Dũng", "member"),
        ("Phạm Văn An", "member"),
        ("Zung", "leader"),
        ("Lê Ăn", "deputy"),
    ):
        desk.add(name, role=role)
    desk.members.retire(desk.members.list()[0].id)

    assert [member.name for member in desk.members.list()] == [
        "Lê Ăn",
        "Phạm Văn An",
        "Trần Văn Ân",
        "Lê Dũng",
        "Nguyễn Thị Đào",
        "Zung",
    ]
    assert desk.members.list(desk.west) == []


def test_names_are_in_the_order_of_a_vietnamese_list() -> None:
    names = [
        "Lê Văn An",
        "Nguyễn An",
        "Nguyễn Văn An",
        "Trần Án",
        "Lê Ăn",
        "Lê Ân",
        "Lê Bò",
        "Lê Bổ",
        "Lê Bơ",
        "Lê Dung",
        "Lê Đào",
        "Lê Hoà",
        "Lê Hoa Anh",
    ]
    ordered = sorted(names, key=order_of)

    assert ordered == [
        "Lê Văn An",
        "Nguyễn An",
        "Nguyễn Văn An",
        "Trần Án",
        "Lê Hoa Anh",
        "Lê Ăn",
        "Lê Ân",
        "Lê Bò",
        "Lê Bổ",
        "Lê Bơ",
        "Lê Dung",
        "Lê Đào",
        "Lê Hoà",
    ]
    tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]
    assert sorted([*tones[3:], *tones[:3]], key=order_of) == tones
    assert sorted(["", "O'Brien", "Ông 7", "李"], key=order_of)[0] == ""


def test_whoever_is_on_duty_comes_first_and_whoever_has_no_phone_last() -> None:
    def member(number: int, role: MemberRole, phone: str = "0900000001") -> Member:
        return Member(
            id=MemberId(number),
            team_id=TeamId(1),
            name=f"Lê {chr(64 + number)}",
            role=role,
            phone=phone,
            retired=False,
            erased=False,
        )

    people = [
        member(1, MemberRole.MEMBER),
        member(2, MemberRole.LEADER, ""),
        member(3, MemberRole.DEPUTY),
        member(4, MemberRole.MEMBER),
    ]

    assert [each.id for each in in_order(people)] == [3, 1, 4, 2]
    on_duty = frozenset({MemberId(4), MemberId(2)})
    assert [each.id for each in in_order(people, on_duty)] == [4, 3, 1, 2]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 345 678", "0912345678"),
        (" 0912.345.678 ", "0912345678"),
        ("+84 912-345-678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0084 912 345 678", "0912345678"),
        ("(0208) 3855 123", "02083855123"),
        ("024 3825 1234", "02438251234"),
        ("069 219 4321", "0692194321"),
        ("+85620 5555 1234", "+856205555" + "1234"),
        ("0085620 5555 1234", "+8562055551234"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_number_is_kept_as_it_is_dialled_here(typed: str, kept: str) -> None:
    assert clean_phone(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "hỏi bà Lụa",
        "0912 345 67",
        "0912 345 6789",
        "0123 456 7890",  # eleven digits: such numbers are no more
        "912345678",
        "113",
        "+84 12",
        "+84 +84 912 345 678",
        "0912 345 678 (vợ)",
        "٠٩١٢٣٤٥٦٧٨",
        "0912/345/678/0913/345/678",
        "+0912345678",
        "++84912345678",
        "09123456\u202e78",
    ],
)
def test_nonsense_is_no_number(typed: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        clean_phone(typed)

    assert (refused.value.field, refused.value.rule) == ("phone", "phone")


def test_what_was_done_is_told_with_ids_and_fields_alone(desk: Desk) -> None:
    member = desk.add()
    for _ in range(2):  # the second time nothing is changed
        desk.members.change(
            member.id,
            team_id=desk.west,
            name="Vương Kỳ",
            role=MemberRole.DEPUTY,
            phone="+84987654321",
        )
    for _ in range(2):
        desk.members.retire(member.id)
    desk.members.bring_back(member.id)
    desk.members.erase(member.id)

    log = [entry for entry in desk.post.log() if entry.act.startswith("member_")]
    assert [(entry.act, entry.subject_id) for entry in log] == [
        (Act.MEMBER_ADDED, member.id),
        *[(Act.MEMBER_CHANGED, member.id)] * 3,
        (Act.MEMBER_ERASED, member.id),
    ]
    assert log[1].detail == (
        f'{{"fields":["team_id","name","role"],"role":"deputy","team":{desk.west}}}'
    )
    assert not any(word in str(log) for word in ("Vương", "987654321"))


def test_what_is_wrong_is_not_kept(desk: Desk) -> None:
    for name, phone, field in (("", PHONE, "name"), ("A\u202eb", "", "name"), ("An", "1", "phone")):
        with pytest.raises(FieldRefused, match=field):
            desk.add(name, phone)
    with pytest.raises(Gone):
        desk.members.add(TeamId(99), "An", MemberRole.MEMBER)
    with pytest.raises(Gone):  # all of them, or none
        desk.members.add_many(
            NewMember(team, "An", MemberRole.MEMBER) for team in (desk.east, TeamId(99))
        )

    assert desk.members.list() == []


def test_an_erased_member_is_gone_and_his_calls_stay(desk: Desk) -> None:
    member = desk.add()
    desk.post.access.sign_in(desk.post.officer("An").id, WORD)
    call = desk.calls.log_call(member.id, CallResult.REACHED)
    administrator_again(desk)

    erased = desk.members.erase(member.id)

    assert (erased.name, erased.phone, erased.erased) == ("", "", True)
    assert desk.members.list() == []
    changes: list[Callable[[], object]] = [
        lambda: desk.members.erase(member.id),
        lambda: desk.members.bring_back(member.id),
        lambda: desk.members.change(
            member.id, team_id=desk.east, name="An", role=MemberRole.MEMBER, phone=""
        ),
    ]
    for change in changes:
        with pytest.raises(Gone):
            change()
    with desk.post.store.read() as unit:
        assert unit.calls.newest([member.id])[member.id] == call
    assert desk.add().id != member.id


def test_an_erased_name_and_number_are_in_no_file_of_the_station(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    planted = [NAME, PHONE, "Vương Kỳ Lạ Hai", "0976543210"]
    member = desk.add()
    for number in range(20):
        desk.add(f"Nguyễn Văn {number}", f"09000000{number:02}")
    desk.members.change(
        member.id, team_id=desk.east, name=planted[2], role=MemberRole.LEADER, phone=planted[3]
    )
    assert found(tmp_path, planted) != set()

    desk.members.erase(member.id)

    desk.post.store.backup(tmp_path / "backup.db")
    assert found(tmp_path, planted) == set()
    assert found(tmp_path, ["Nguyễn Văn 7"]) == found(tmp_path, ["0900000007"])
    assert found(tmp_path, ["0900000007"]) == {"station.db", "backup.db"}
    assert not any(word in caplog.text for word in planted)
    assert not any(word in str(desk.post.log()) for word in planted)


def test_an_erased_name_leaves_with_the_reader_who_was_in_the_way(
    desk: Desk, tmp_path: Path
) -> None:
    member = desk.add()
    with closing(sqlite3.connect(tmp_path / "station.db")) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from member").fetchone()
        desk.members.erase(member.id)
        assert found(tmp_path, [NAME]) != set()

    desk.post.access.tick()

    assert found(tmp_path, [NAME, PHONE]) == set()


def test_a_team_with_members_stays(desk: Desk, store: Store) -> None:
    member = desk.add()
    with pytest.raises(TeamHasMembers), store.begin() as unit:
        unit.fleet.remove_team(desk.east)
    desk.members.erase(member.id)

    with store.begin() as unit:
        unit.fleet.remove_team(desk.east)


def test_whoever_is_on_duty_reads_and_changes_nothing(desk: Desk) -> None:
    member = desk.add()
    desk.post.access.sign_in(desk.post.officer("An", Role.DUTY).id, WORD)

    assert [each.name for each in desk.members.list()] == [NAME]
    changes: list[Callable[[], object]] = [
        desk.add,
        lambda: desk.members.retire(member.id),
        lambda: desk.members.erase(member.id),
    ]
    for change in changes:
        with pytest.raises(NotAllowed, match=Why.ROLE):
            change()


def test_a_citys_members_are_listed(store: Store, clock: FakeClock) -> None:
    fill(store, CitySize(cameras=0, officers=0, members=1695))
    here = post(store, clock)
    members = Members(store, here.gate, here.access._audit, here.access.leave_no_trace)
    calls = Calls(store, here.gate, here.access._audit, clock)
    with store.read() as unit:
        cluster = unit.fleet.clusters()[7].id

    everybody = members.list()
    answering = calls.whom(cluster)

    assert len(everybody) == 1695
    assert [each.role for each in everybody[:229]] == [MemberRole.LEADER] * 229
    assert 7 <= len(answering.people) <= 8
    assert answering.people[0].member.phone


def administrator_again(desk: Desk) -> None:
    boss = next(id_ for id_, name in desk.post.access.names() if name == BOSS)
    desk.post.access.sign_in(boss, BOSS_WORD)
