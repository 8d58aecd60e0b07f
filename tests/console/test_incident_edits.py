"""Two windows on one incident: nothing is lost, and the second is told what changed."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from console.app import build
from console.errors import EditedMeanwhile
from console.incident_rules import IncidentChanges, IncidentForm
from db.records import Role
from db.store import Store
from tests import stores, wards
from tests.cases import Desk
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> Desk:
    wards.fill(store, cameras=1)
    return Desk(tmp_path, store, clock)


@pytest.fixture
def windows(desk: Desk, tmp_path: Path, store: Store, clock: FakeClock) -> tuple[Desk, Desk]:
    other = Desk(tmp_path, store, clock)
    other.officer(Role.OFFICER)
    desk.officer(Role.OFFICER)
    return desk, other


def test_what_others_changed_elsewhere_is_merged_and_told(windows: tuple[Desk, Desk]) -> None:
    one, two = windows
    made = one.opened(narrative="Cũ")

    one.incidents.edit(made.id, 1, {"title": "Từ máy một", "address": "12 Bến Tượng"})
    edited = two.incidents.edit(made.id, 1, {"narrative": "Từ máy hai"})

    assert edited.merged == ("address", "title")
    assert edited.incident.title == "Từ máy một"
    assert edited.incident.narrative == "Từ máy hai"
    assert edited.incident.version == 3
    assert two.incidents.edit(made.id, 3, {"narrative": "Từ máy hai"}).incident.version == 3


def test_one_field_changed_to_two_things_is_nobodys_to_decide(windows: tuple[Desk, Desk]) -> None:
    one, two = windows
    made = one.opened(narrative="Cũ", people="Ông Tư")
    one.incidents.edit(made.id, 1, {"title": "Từ máy một", "narrative": "Mới"})
    before = one.incidents.people(made.id)

    with pytest.raises(EditedMeanwhile) as refused:
        two.incidents.edit(
            made.id, 1, {"title": "Từ máy hai", "narrative": "Mới", "address": "Chợ"}
        )

    assert refused.value.fields == ("title",)  # both wrote the same narrative
    assert refused.value.incident.title == "Từ máy một"
    assert refused.value.incident.people == ""
    assert one.incidents.people(made.id) == before  # nothing of it was written
    again = two.incidents.edit(made.id, before.version, {"title": "Từ máy hai", "address": "Chợ"})
    assert (again.incident.title, again.merged) == ("Từ máy hai", ())
    told = [json.loads(each.after) for each in one.incidents.history(made.id)]
    assert told == ["Từ máy một", "Mới", "Từ máy hai", "Chợ"]


def test_what_was_changed_and_changed_back_stands_in_nobodys_way(
    windows: tuple[Desk, Desk],
) -> None:
    one, two = windows
    made = one.opened()
    one.incidents.edit(made.id, 1, {"title": "Tạm"})
    one.incidents.edit(made.id, 2, {"title": made.title})

    edited = two.incidents.edit(made.id, 1, {"title": "Từ máy hai"})

    assert (edited.incident.title, edited.merged) == ("Từ máy hai", ())


def test_a_hundred_edits_from_two_windows_lose_none(windows: tuple[Desk, Desk]) -> None:
    made = windows[0].opened()
    version = {0: 1, 1: 1}
    for turn in range(100):
        which = turn % 2
        words = f"lần {turn}"
        change: IncidentChanges = {"narrative": words} if which else {"address": words}
        edited = windows[which].incidents.edit(made.id, version[which], change)
        version[which] = edited.incident.version

    last = windows[0].incidents.incident(made.id)
    assert (last.address, last.narrative, last.version) == ("lần 98", "lần 99", 101)
    assert len(windows[0].incidents.history(made.id)) == 100


def test_an_unknown_field_is_our_bug(desk: Desk) -> None:
    desk.officer(Role.OFFICER)
    made = desk.opened()

    with pytest.raises(ValueError, match="state"):
        desk.incidents.edit(made.id, 1, {"state": "closed"})  # type: ignore[typeddict-unknown-key]


def test_two_consoles_of_one_station_share_numbers_and_incidents(
    tmp_path: Path, clock: FakeClock
) -> None:
    """Each with its own store, threads at once, as two windows have it."""
    folder = stores.folder(tmp_path / "station")
    one, two = (build(folder, lambda _: None, clock=clock) for _ in range(2))
    category = one.categories.tree()[0].id
    form = IncidentForm(title="Mất xe", category_id=category, began_at=clock.now())

    with ThreadPoolExecutor(4) as pool:
        opened = [pool.submit(each.incidents.open, form) for each in (one, two) * 10]
        numbers = sorted(each.result().number for each in opened)

    assert numbers == list(range(1, 21))
    made = opened[0].result()
    one.incidents.edit(made.id, 1, {"title": "Từ máy một", "address": "Chợ"})
    with pytest.raises(EditedMeanwhile) as refused:
        two.incidents.edit(made.id, 1, {"title": "Từ máy hai"})
    assert refused.value.fields == ("title",)
    assert two.incidents.edit(made.id, 1, {"narrative": "Mới"}).merged == ("address", "title")
    for each in (one, two):
        each.close()
