"""What happens while a password is being checked, which takes a moment: on a lane of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest

from console.errors import NotAllowed
from console.gate import Why
from console.passwords import HashCost
from console.rights import Action
from console.workers import Lane, Stop, Workers
from db.records import Officer
from db.store import Store
from tests.console.officers import BOSS_WORD, Post, post
from tests.fakes import FakeClock

SLOW = HashCost(passes=6, memory_kib=65536, threads=1)  # some 0.3 s


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def desk(store: Store, clock: FakeClock) -> Post:
    """A station whose administrator sits here; his password takes long to check."""
    desk = post(store, clock, SLOW)
    desk.begun()
    return desk


def at_the_door(workers: Workers, desk: Post, work: Callable[[], Officer]) -> Future[Officer]:
    """``work``, whose try has been counted and whose password is being looked at."""
    future = workers.submit(work, Lane.DOOR)
    (boss, _), *_ = desk.access.names()
    while not future.done():
        with desk.store.read() as unit:
            if unit.officers.officer(boss).failures:
                return future
        Stop().wait(0.005)
    raise AssertionError("it was not slow enough to be watched")


def test_a_write_does_not_wait_for_a_password(workers: Workers, desk: Post) -> None:
    (boss, _), *_ = desk.access.names()
    check = at_the_door(workers, desk, lambda: desk.access.sign_in(boss, BOSS_WORD))

    def bookmark() -> bool:
        with desk.store.begin() as unit:
            unit.fleet.add_team("Tổ 1")
        return check.done()

    assert workers.submit(bookmark, Lane.WRITE).result() is False
    assert check.result().id == boss


def test_whoever_was_signed_out_meanwhile_is_not_let_in_by_unlocking(
    workers: Workers, desk: Post
) -> None:
    desk.access.lock()
    check = at_the_door(workers, desk, lambda: desk.access.unlock(BOSS_WORD))

    workers.submit(desk.access.sign_out, Lane.WRITE).result()

    with pytest.raises(NotAllowed) as refused:
        check.result()
    assert refused.value.reason == Why.SIGNED_OUT


def test_a_screen_that_is_locked_meanwhile_stays_locked(workers: Workers, desk: Post) -> None:
    check = at_the_door(workers, desk, lambda: desk.access.confirm(BOSS_WORD))

    workers.submit(desk.access.lock, Lane.WRITE).result()

    check.result()
    with pytest.raises(NotAllowed) as refused:
        desk.gate.require(Action.SEE_OFFICERS)
    assert refused.value.reason == Why.LOCKED
