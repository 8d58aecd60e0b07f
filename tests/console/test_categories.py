"""The tree of categories: who may change it, and what stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from console.audit import Act
from console.categories import CategoryForm, CategoryRule, usable
from console.errors import FieldRefused, Gone, NameTaken, NotAllowed
from db.case_records import CategoryId, Severity
from db.records import Role
from db.store import Store
from tests.cases import Desk
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    desk = Desk(tmp_path, store, clock)
    desk.chief()
    return desk


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.categories.tree()]


def test_a_station_begins_with_eight_and_may_branch_them(desk: Desk) -> None:
    root = desk.category("Trộm cắp")

    made = desk.categories.add(
        CategoryForm(
            name="  Trộm  xe máy ",
            parent_id=root.id,
            severity=Severity.URGENT,
            hold_days=None,
            restricted=True,
        )
    )

    assert (made.name, made.parent_id, made.hold_days) == ("Trộm xe máy", root.id, None)
    assert names(desk)[:3] == ["Trộm cắp", "Trộm xe máy", "Gây rối trật tự công cộng"]
    assert len(names(desk)) == 9
    assert desk.log(Act.CATEGORY_ADDED) == [("category_added", "category", made.id, {})]


def test_two_siblings_never_have_one_name_and_roots_are_siblings(desk: Desk) -> None:
    root, other = desk.category("Trộm cắp"), desk.category("Khác")
    desk.categories.add(CategoryForm(name="Xe máy", parent_id=root.id))

    for form in (
        CategoryForm(name="trộm CẮP"),
        CategoryForm(name="xe máy", parent_id=root.id),
    ):
        with pytest.raises(NameTaken):
            desk.categories.add(form)
    desk.categories.add(CategoryForm(name="Xe máy", parent_id=other.id))  # elsewhere it is free
    with pytest.raises(NameTaken):
        desk.categories.change(other.id, CategoryForm(name="Trộm cắp"))
    desk.categories.change(root.id, CategoryForm(name="TRỘM CẮP"))  # its own


def test_there_are_two_levels(desk: Desk) -> None:
    root, other = desk.category("Trộm cắp"), desk.category("Khác")
    leaf = desk.categories.add(CategoryForm(name="Xe máy", parent_id=root.id))

    too_deep: list[Callable[[], object]] = [
        lambda: desk.categories.add(CategoryForm(name="Tay ga", parent_id=leaf.id)),
        lambda: desk.categories.change(root.id, CategoryForm(name="Trộm", parent_id=other.id)),
        lambda: desk.categories.change(other.id, CategoryForm(name="Khác", parent_id=other.id)),
    ]
    for refused in too_deep:
        with pytest.raises(FieldRefused, match=CategoryRule.DEPTH):
            refused()
    with pytest.raises(Gone):
        desk.categories.add(CategoryForm(name="Tay ga", parent_id=CategoryId(99)))
    moved = desk.categories.change(leaf.id, CategoryForm(name="Xe máy", parent_id=other.id))
    assert moved.parent_id == other.id
    assert desk.log(Act.CATEGORY_CHANGED)[-1][3] == {"fields": ["parent_id"]}


def test_what_is_retired_comes_back_and_takes_its_leaves_along(desk: Desk) -> None:
    root = desk.category("Trộm cắp")
    leaf = desk.categories.add(CategoryForm(name="Xe máy", parent_id=root.id))

    desk.categories.retire(root.id)

    tree = desk.categories.tree()
    assert root.id in {each.id for each in tree}
    assert {root.id, leaf.id}.isdisjoint(each.id for each in usable(tree))
    assert desk.categories.bring_back(root.id) == root
    assert leaf in usable(desk.categories.tree())
    for each in desk.categories.tree()[2:]:
        desk.categories.retire(each.id)
    with pytest.raises(FieldRefused, match=CategoryRule.LAST):
        desk.categories.retire(root.id)
    assert not desk.category("Trộm cắp").retired


def test_siblings_stand_as_they_were_put(desk: Desk) -> None:
    tree = desk.categories.tree()
    last, first = tree[-1].id, tree[0].id

    desk.categories.reorder(None, [last, first])
    desk.categories.reorder(None, [last, first])  # nothing new

    assert [each.id for each in desk.categories.tree()] == [last] + [e.id for e in tree[:-1]]
    assert len(desk.log(Act.CATEGORY_CHANGED)) == 1
    with pytest.raises(Gone):
        desk.categories.reorder(first, [last])


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("name", CategoryForm(name=" ")),
        ("pre_s", CategoryForm(name="X", pre_s=-1)),
        ("post_s", CategoryForm(name="X", post_s=3601)),
        ("post_s", CategoryForm(name="X", pre_s=0, post_s=0)),
        ("hold_days", CategoryForm(name="X", hold_days=0)),
        ("hold_days", CategoryForm(name="X", hold_days=36_501)),
    ],
)
def test_what_no_category_can_be_is_refused(desk: Desk, field: str, form: CategoryForm) -> None:
    with pytest.raises(FieldRefused) as refused:
        desk.categories.add(form)

    assert refused.value.field == field


def test_who_may_read_and_who_may_change(desk: Desk) -> None:
    for role in (Role.DUTY, Role.OFFICER):
        desk.officer(role)
        assert len(names(desk)) == 8
        with pytest.raises(NotAllowed):
            desk.categories.add(CategoryForm(name="Mới"))
    desk.officer(Role.ADMINISTRATOR)
    assert len(desk.categories.tree_to_change()) == 8
    with pytest.raises(NotAllowed):
        names(desk)
