from __future__ import annotations

import pytest

from db.records import CameraId
from ui.wall.grid import GRIDS, boxes, grid_for
from ui.wall.views import Kind, Views

WARD = [CameraId(number) for number in range(1, 41)]


@pytest.fixture
def views() -> Views:
    made = Views(tiles=16)
    made.set_cameras(WARD)
    return made


@pytest.mark.parametrize("tiles", GRIDS)
@pytest.mark.parametrize("area", [(1054, 659), (1847, 991), (333, 97)])
def test_tiles_fill_the_area_and_never_overlap(tiles: int, area: tuple[int, int]) -> None:
    places = boxes(tiles, *area)

    assert len(places) == tiles
    assert (places[-1].right() + 1, places[-1].bottom() + 1) == area
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert max(p.width() for p in places) - min(p.width() for p in places) <= 1


def test_the_smallest_grid_that_holds_them_is_taken() -> None:
    assert [grid_for(n) for n in (0, 1, 2, 10, 16, 17, 81, 1128)] == [1, 1, 4, 16, 16, 25, 81, 81]


def test_pages_go_round(views: Views) -> None:
    views.turn(-1)
    assert views.shown() == tuple(WARD[32:])

    views.turn(1)
    assert views.shown() == tuple(WARD[:16])


def test_one_camera_and_back_restores_page_and_choice(views: Views) -> None:
    views.turn(1)
    views.choose(WARD[20])

    views.one(WARD[25])
    assert views.shown() == (WARD[25],)
    views.turn(1)
    assert views.shown() == (WARD[26],)
    views.one()

    assert views.shown() == tuple(WARD[16:32])
    assert views.chosen == WARD[25]


def test_what_one_key_would_show_is_upcoming(views: Views) -> None:
    views.turn(1)
    assert views.screen().upcoming == tuple(WARD[32:] + WARD[:16])

    views.one(WARD[16])
    assert set(views.screen().upcoming) == {WARD[17], WARD[15], *WARD[16:32]} - {WARD[16]}


def test_all_cameras_and_back(views: Views) -> None:
    views.turn(1)

    views.all()
    assert (views.top.tiles, views.shown()) == (64, tuple(WARD))
    views.all()

    assert views.shown() == tuple(WARD[16:32])


def test_another_grid_keeps_the_chosen_camera_in_sight(views: Views) -> None:
    views.choose(WARD[20])

    views.set_tiles(4)

    assert views.shown() == tuple(WARD[20:24])


def test_arrows_go_to_the_next_page_beyond_the_edge(views: Views) -> None:
    views.choose(WARD[15])

    views.step(1, 0)
    assert (views.chosen, views.top.page) == (WARD[16], 1)
    views.step(0, -1)
    assert (views.chosen, views.top.page) == (WARD[12], 0)


def test_a_camera_outside_the_cluster_is_found_in_the_station(views: Views) -> None:
    views.cluster(WARD[5:10])
    assert (views.top.kind, views.top.tiles) == (Kind.CLUSTER, 9)

    views.choose(WARD[39])

    assert (views.top.kind, views.chosen) == (Kind.STATION, WARD[39])
    assert WARD[39] in views.shown()


def test_a_camera_that_is_gone_leaves_the_wall_as_it_was(views: Views) -> None:
    views.turn(2)
    views.choose(WARD[39])

    views.set_cameras(WARD[:20])

    assert views.shown() == tuple(WARD[16:20])
    assert views.chosen is None


def test_the_page_of_a_camera_that_is_gone_is_left(views: Views) -> None:
    views.cluster(WARD[5:6])

    views.set_cameras(WARD[:5])

    assert views.shown() == tuple(WARD[:5])


def test_an_empty_station_has_one_empty_page() -> None:
    views = Views()

    views.turn(1)
    views.step(1, 0)
    views.one()
    views.all()

    assert views.shown() == ()
