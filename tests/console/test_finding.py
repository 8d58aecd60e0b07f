"""Bookmarks and incidents are found by whatever is typed, and only by those who may see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from console.asked import PartKind
from console.audit import Act, Audit
from console.errors import FieldRefused, Gone, NameTaken, NotAllowed
from console.finding import MOST_COUNTED, Counted, Find
from console.finding_results import Facet
from db.case_records import IncidentState, Severity
from db.find_records import FoundKind
from db.moment_tables import BookmarkCameraRow
from db.records import ClusterId, Officer, Role
from db.store import Store
from tests import duty
from tests.console.find_desk import HERE, FindDesk, find_desk, told
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> FindDesk:
    return find_desk(tmp_path, store, clock)


def test_everything_is_found_newest_first(desk: FindDesk) -> None:
    desk.bookmark(3, "Mất xe máy")
    desk.incident(2, "Trộm xe")
    desk.bookmark(1, "", 7)
    desk.bookmark(0.5, "Nhầm", undone_at=desk.at(0.4))
    desk.incident(3, "Cùng lúc")

    assert desk.found("") == ["b2", "i1", "i2", "b1"]
    assert desk.found("dấu mốc") == ["b2", "b1"]
    assert desk.found("nhầm") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xe", ["b2", "i1", "b1"]),
        ("XE máy", ["b1"]),
        ("may xe", ["b1"]),
        ("xe ma", ["i1", "b1"]),  # still typing
        ("xe ma ", []),
        ("minh cau", ["i1"]),
        ("20a12345", ["i1"]),
        ("20A-123.45", ["i1"]),
        ("bà uoc", ["i1"]),  # of an outcome
        ("tối qua", ["i1", "b1"]),
        ("xe đêm nay", ["b2", "i1"]),
        ("cam 07", ["b2"]),
        ("cụm 1", ["i1", "b1"]),
        ("tổ 2 xe", ["b2"]),
        ("cụm 1 tổ 2", []),
        ("nháp", ["b2"]),
        ("chờ duyệt", ["i1"]),
        ("nghiêm trọng", ["i1"]),
        ("loại trộm cắp", ["i1"]),
        ("trộm xe", ["i1"]),  # the name of its category
        ("vv 1", ["i1", "b1"]),
        ("vv-2026-1", ["i1", "b1"]),
        ("vv-2025-1", []),
        ("zzz", []),
    ],
)
def test_it_is_found_by_words_times_places_and_signs(
    desk: FindDesk, typed: str, found: list[str]
) -> None:
    case = desk.incident(
        4,
        "Mất xe",
        category_id=desk.kinds["Trộm cắp"],
        address="12 Minh Cầu",
        narrative="Biển 20A-123.45",
        state=IncidentState.SUBMITTED,
        severity=Severity.SERIOUS,
        cluster_id=ClusterId(1),
    )
    with desk.store.begin() as unit:
        duty.outcome(unit, case, desk.at(1), "Trả xe cho bà Ước")
    desk.bookmark(8, "Mất xe máy", 2, category_id=desk.kinds["Cháy nổ"], incident_id=case)
    desk.bookmark(2, "Xe lạ", 7)

    assert desk.found(typed) == found


def test_a_result_tells_what_stands_there_and_marks_the_words(desk: FindDesk) -> None:
    case = desk.incident(4, "Mất xe", narrative="Xe màu đỏ", category_id=desk.kinds["Trộm cắp"])
    with desk.store.begin() as unit:
        duty.bookmark(unit, desk.at(5), "Một xé", tuple(desk.cameras[2:0:-1]), incident_id=case)

    found, mark = desk.find.find("xe").results

    assert [(said.text, said.marks) for said in found.said] == [
        ("Mất xe", ((4, 6),)),
        ("Xe màu đỏ", ((0, 2),)),
    ]
    assert (found.category, found.number, found.at) == ("Trộm cắp", (2026, 1), desk.at(4))
    assert found.cameras == mark.cameras == (desk.cameras[2], desk.cameras[1])
    assert (mark.number, mark.state) == ((2026, 1), IncidentState.DRAFT)
    assert [said.marks for said in mark.said] == [((4, 6),)]


def test_what_is_told_of_persons_is_found_by_those_who_may_read_it(desk: FindDesk) -> None:
    desk.incident(1, "Gây rối", people="Trần Thị Ước", vehicles="20B-555.55")

    desk.post.officer(Role.OFFICER)
    assert desk.found("uoc 20b55555") == desk.found("trần thị ước") == ["i1"]
    desk.post.officer(Role.DUTY)
    assert desk.found("ước") == desk.found("20B-555.55") == []
    assert desk.found("gây rối") == ["i1"]


def test_the_log_hears_that_persons_were_searched_and_never_for_what(desk: FindDesk) -> None:
    def told() -> list[object]:
        return [its["incidents"] for _, _, _, its in desk.post.log(Act.INCIDENT_PEOPLE_SEARCHED)]

    case = desk.incident(1, "Gây rối", people="Trần Thị Ước")
    other = desk.incident(2, "Mất xe", people="Lê Ước")
    desk.post.officer(Role.DUTY)
    desk.find.find("ước")
    assert told() == []

    desk.post.officer(Role.OFFICER)
    for text in ("cụm 1", "gây rối", "gây rố", "mất xe"):
        desk.find.find(text)
    assert told() == [[]]  # once, though none was found by it
    for text in ("ước", "ướ", "trần ước"):
        desk.find.find(text)
    assert told() == [[], [case, other]]
    desk.find.count("ước")
    assert told() == [[], [case, other]]
    assert "Ước" not in str(desk.post.log())

    desk.post.officer(Role.CHIEF)
    desk.find.find("trần thị ước")
    assert told() == [[], [case, other], [case]]

    desk.post.officer(Role.CHIEF)
    desk.find.count("cụm 1")
    assert told() == [[], [case, other], [case]]
    desk.find.count("trần thị ước")  # whoever counts alone has searched, too
    assert told() == [[], [case, other], [case], []]


def test_a_still_is_offered_to_those_alone_who_may_look_at_it(desk: FindDesk) -> None:
    desk.bookmark(30, "Cũ", 1)
    desk.bookmark(2, "Mới", 1)
    with desk.store.begin() as unit:
        unit.finds._session.execute(update(BookmarkCameraRow).values(still="2026/a.jpg"))

    def stills() -> list[bool]:
        return [result.still is not None for result in desk.find.find("").results]

    desk.post.officer(Role.CHIEF)
    assert stills() == [True, True]
    desk.post.officer(Role.DUTY)
    assert stills() == [True, False]


def test_restricted_incidents_are_nowhere_for_those_who_are_not_named(desk: FindDesk) -> None:
    reader = desk.post.officer(Role.OFFICER)
    case = desk.incident(1, "Trẻ em xe", restricted=True, readers=(reader.id,))
    desk.bookmark(1, "Xe của trẻ", incident_id=case)
    desk.bookmark(2, "Xe khác")

    assert (desk.found("xe"), desk.find.count("xe").count) == (["i1", "b1", "b2"], 3)
    for role in (Role.CHIEF, Role.OFFICER, Role.DUTY):
        desk.post.officer(role)
        other = desk.find.count("xe")
        assert (desk.found("xe"), other.count) == (["b2"], 1)
        assert Facet(PartKind.KIND, FoundKind.INCIDENT, "", 1) not in other.facets
        assert desk.found("") == ["b2"]
        assert desk.found("vv 1") == desk.found("trẻ em") == []


def test_an_officer_of_a_team_finds_what_concerns_its_cameras(desk: FindDesk) -> None:
    first = desk.incident(1, "Ở cụm một", cluster_id=ClusterId(1))
    second = desk.incident(2, "Ở cụm hai", cluster_id=ClusterId(2))
    desk.bookmark(3, "Camera một", 1, incident_id=second)
    desk.bookmark(4, "Camera chín", 9, incident_id=first)
    desk.incident(5, "Không ở đâu")

    officer = desk.post.officer(Role.DUTY, {desk.team(1)})
    desk.incident(6, "Việc của anh", assigned_to=officer.id)
    assert desk.found("") == ["i1", "b1", "i4"]
    assert desk.found("camera") == ["b1"]
    assert desk.find.find("").results[1].incident_id is None  # whose case he cannot open
    counted = desk.find.count("")
    assert counted.count == 3
    assert [each.text for each in counted.facets if each.kind is PartKind.CLUSTER] == ["cụm 1"]
    desk.post.officer(Role.CHIEF, {desk.team(1)})
    assert len(desk.found("")) == 6


def test_people_are_found_by_their_names_through_what_they_did(desk: FindDesk) -> None:
    maker = _renamed(desk, desk.post.officer(Role.OFFICER), "Lê Văn Ước")
    case = desk.incident(1, "Một vụ")
    mark = desk.bookmark(2, "Một dấu", made_by=maker.id)
    desk.incident(3, "Vụ giao", assigned_to=maker.id)
    with desk.store.begin() as unit:
        duty.called(unit, desk.team(1), "Nông Thị Lụa", desk.at(1), incident_id=case)
        duty.called(unit, desk.team(1), "Nông Văn Lụa", desk.at(1), bookmark_id=mark)

    assert desk.found("lê ước") == ["b1", "i2"]
    assert desk.found("nông lụa") == ["i1", "b1"]
    assert desk.found("nong thi lua") == ["i1"]
    assert desk.found("của tôi") == ["b1", "i2"]
    with desk.store.begin() as unit:
        unit.officers.erase(maker.id)
    desk.post.officer(Role.OFFICER)
    assert desk.found("lê ước") == []


def test_facets_count_what_the_results_have_in_common(desk: FindDesk) -> None:
    for hours in (1, 2, 3):
        desk.bookmark(hours, "Xe", category_id=desk.kinds["Cháy nổ"])
    desk.incident(4, "Xe", state=IncidentState.CLOSED, category_id=desk.kinds["Trộm cắp"])

    assert told(desk.find.find("xe", limit=2)) == ["b1", "b2"]
    found = desk.find.count("xe")
    assert (found.count, found.is_more) == (4, False)
    assert found.facets[:2] == (
        Facet(PartKind.KIND, FoundKind.BOOKMARK, "", 3),
        Facet(PartKind.KIND, FoundKind.INCIDENT, "", 1),
    )
    assert Facet(PartKind.STATE, IncidentState.CLOSED, "", 1) in found.facets
    assert Facet(PartKind.CATEGORY, desk.kinds["Cháy nổ"], "Cháy nổ", 3) in found.facets
    assert {facet.text for facet in found.facets} >= {"vụ việc", "cụm 1", "tháng 3/2026"}
    for facet in found.facets:
        narrowed = desk.find.count(f"xe {facet.text}")
        assert narrowed.count == facet.count
        its = [each for each in narrowed.facets if each == facet]
        assert all(each.part is not None for each in its)


def test_pages_follow_each_other_without_a_gap_or_a_double(desk: FindDesk) -> None:
    for k in range(23):
        desk.bookmark(k // 3, "Xe máy" if k % 2 else "Xe mất")
        desk.incident(k // 3, "Xe máy")

    for text in ("", "xe", "xe ma"):
        pages, further = [], None
        while True:
            page = desk.find.find(text, further, limit=7)
            pages.extend(told(page))
            further = page.further
            if further is None:
                break
        assert len(pages) == len(set(pages)) == 46
        assert pages == told(desk.find.find(text, limit=100))


def test_more_than_can_be_counted_is_told_as_more(desk: FindDesk) -> None:
    with desk.store.begin() as unit:
        for k in range(MOST_COUNTED + 3):
            duty.bookmark(unit, desk.at(k / 60), "Xe", (desk.cameras[0],))

    found, counted = desk.find.find("xe"), desk.find.count("xe")

    assert len(found.results) == 50
    assert found.further is not None
    assert (counted.count, counted.is_more) == (MOST_COUNTED, True)


def test_a_search_gives_up_in_time_and_goes_on_where_it_was(desk: FindDesk) -> None:
    audit = Audit(desk.post.seat, desk.post.clock, "pc-1")
    find = Find(desk.store, desk.post.gate, audit, desk.post.clock, HERE, walked=10)
    desk.bookmark(100, "xe máy", category_id=desk.kinds["Cháy nổ"])
    for k in range(40):
        desk.bookmark(k, "xe" if k % 2 else "máy")

    page = find.find("xe máy ")
    assert page.results == ()
    assert find.count("xe máy ") == Counted(count=0, is_more=True, facets=())
    assert page.looked_back_to is not None
    looks = 1
    while page.further is not None:
        page, looks = find.find("xe máy ", page.further), looks + 1
        if page.results:
            break

    assert told(page) == ["b1"]
    assert looks > 1


def test_what_the_station_does_not_know_is_told(desk: FindDesk) -> None:
    desk.bookmark(1, "Xe", 7)

    found = desk.find.find("xe cam 7, 99")
    assert [part.kind for part in found.unknown] == [PartKind.CAMERA]
    assert told(found) == ["b1"]
    assert desk.found("cụm 99") == desk.found("tổ 99") == []


def test_a_saved_search_belongs_to_one_officer(desk: FindDesk) -> None:
    first = desk.post.officer(Role.DUTY)
    kept = desk.find.save("  Xe  tối ", "xe tối qua")
    with pytest.raises(NameTaken):
        desk.find.save("Xe tối", "xe")
    with pytest.raises(FieldRefused):
        desk.find.save("", "xe")
    assert desk.find.change_saved(kept.id, name="An", text="xe") in desk.find.saved()
    desk.find.save("Bảy", "b")
    assert [each.name for each in desk.find.saved()] == ["An", "Bảy"]

    desk.post.officer(Role.CHIEF)
    assert desk.find.saved() == []
    for refused in (
        lambda: desk.find.remove_saved(kept.id),
        lambda: desk.find.change_saved(kept.id, name="x", text="y"),
    ):
        with pytest.raises(Gone):
            refused()

    desk.post.sign_in(first)
    desk.find.remove_saved(kept.id)
    assert [each.name for each in desk.find.saved()] == ["Bảy"]


def test_nobody_saves_at_a_station_without_officers(desk: FindDesk) -> None:
    assert desk.find.saved() == []
    with pytest.raises(NotAllowed):
        desk.find.save("Xe", "xe")


def test_those_who_see_no_incidents_find_nothing(desk: FindDesk) -> None:
    for role in (Role.ADMINISTRATOR, Role.AUDITOR):
        desk.post.officer(role)
        with pytest.raises(NotAllowed):
            desk.find.find("xe")
        with pytest.raises(NotAllowed):
            desk.find.count("xe")


def _renamed(desk: FindDesk, officer: Officer, name: str) -> Officer:
    with desk.store.begin() as unit:
        return unit.officers.change(officer.id, name=name, role=officer.role, teams=officer.teams)
