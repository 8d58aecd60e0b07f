"""Saved pages of the wall."""

from __future__ import annotations

import pytest

from db.errors import Gone
from db.records import CameraId, LayoutId
from db.store import Store
from tests import wards


def test_a_page_comes_back_with_its_empty_places(store: Store) -> None:
    wards.fill(store, cameras=3)
    with store.begin() as unit:
        first, second, _ = (camera.id for camera in unit.fleet.cameras())
        saved = unit.layouts.save("Đêm", 4, (first, None, second))

    with store.read() as unit:
        assert unit.layouts.all() == [saved]
    assert saved.cameras == (first, None, second, None)


def test_saving_under_a_name_in_use_replaces_that_page(store: Store) -> None:
    wards.fill(store, cameras=2)
    with store.begin() as unit:
        first, second = (camera.id for camera in unit.fleet.cameras())
        old = unit.layouts.save("Đêm", 9, (first, second))
        new = unit.layouts.save("Đêm", 1, (second, first))

        assert unit.layouts.all() == [new]
    assert (new.id, new.cameras) == (old.id, (second,))


def test_a_camera_that_is_gone_leaves_an_empty_place(store: Store) -> None:
    wards.fill(store, cameras=2)
    with store.begin() as unit:
        first, second = (camera.id for camera in unit.fleet.cameras())
        unit.layouts.save("Đêm", 2, (first, second))
        unit.fleet.remove_camera(first)

        assert unit.layouts.all()[0].cameras == (None, second)
        assert unit.layouts.save("Ngày", 2, (first, CameraId(999))).cameras == (None, None)


def test_a_page_can_be_forgotten_once(store: Store) -> None:
    with store.begin() as unit:
        layout = unit.layouts.save("Đêm", 1, ())
        unit.layouts.remove(layout.id)
        assert unit.layouts.all() == []
        with pytest.raises(Gone):
            unit.layouts.remove(LayoutId(layout.id))
