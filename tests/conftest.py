"""Fixtures that several mirrors share."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from db.store import Store
from tests import stores
from tests.fakes import FakeClock


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What the tests load stays: no garbage is looked for in it, neither now nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A test that leaves a thread behind fails here, not three tests later."""
    before = set(threading.enumerate())
    yield
    left = [t.name for t in set(threading.enumerate()) - before if t.is_alive()]
    assert left == []


@pytest.fixture(autouse=True)
def no_loud_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Warnings and errors in the log fail the test unless it awaits them, or clears them itself.

    ``@pytest.mark.loud("words of one", "words of another")`` awaits them, each at least once.
    """
    yield
    # Each phase of a test has records of its own; those of now are the teardown's alone.
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.records]
    loud = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    awaited = [words for mark in request.node.iter_markers("loud") for words in mark.args]
    assert [each for each in loud if not any(words in each for words in awaited)] == []
    assert [words for words in awaited if not any(words in each for each in loud)] == []


@pytest.fixture(scope="session", autouse=True)
def no_habits_of_whoever_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What starts with this PC, and other habits of its user, are none of the tests' business."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(stores.new(tmp_path / "station.db"), committed=lambda _: None)
    yield store
    store.close()
