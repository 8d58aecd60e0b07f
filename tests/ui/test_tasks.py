from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from console.errors import Cancelled, EngineLost, Problem
from console.workers import Workers
from tests.ui.stage import hear_all, wait_for
from ui.tasks import Tasks


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    assert made.close() == []


def test_work_runs_elsewhere_and_its_result_comes_back(workers: Workers) -> None:
    tasks = Tasks(workers)
    heard: list[tuple[threading.Thread, threading.Thread]] = []

    tasks.run(
        threading.current_thread,
        done=lambda thread: heard.append((thread, threading.current_thread())),
        failed=lambda problem: pytest.fail(str(problem)),
    )
    wait_for(lambda: bool(heard))

    [(worked, told)] = heard
    assert worked is not threading.main_thread()
    assert told is threading.main_thread()


def test_a_problem_comes_back_on_the_gui_thread(workers: Workers) -> None:
    tasks = Tasks(workers)
    told: list[tuple[Problem, threading.Thread]] = []

    def work() -> None:
        raise EngineLost("gone")

    tasks.run(
        work,
        done=lambda _: pytest.fail("it failed"),
        failed=lambda problem: told.append((problem, threading.current_thread())),
    )
    wait_for(lambda: bool(told))

    [(problem, thread)] = told
    assert isinstance(problem, EngineLost)
    assert thread is threading.main_thread()


class Asker(QLabel):
    """A widget that shows what it is told."""

    def show_it(self, words: str) -> None:
        self.setText(words)

    def show_both(self, before: str, words: str) -> None:
        self.setText(before + words)

    def show_problem(self, problem: Problem) -> None:
        self.setText(str(problem))


@pytest.mark.parametrize("way", ["done", "done with words", "failed"])
def test_a_widget_that_is_gone_is_told_nothing(qtbot: QtBot, workers: Workers, way: str) -> None:
    """A keystore may answer long after the page that asked for it was left."""
    tasks, asker, go_on = Tasks(workers), Asker(), threading.Event()

    def work() -> str:
        go_on.wait(10)
        if way == "failed":
            raise EngineLost("gone")
        return "there"

    done = asker.show_it if way == "done" else partial(asker.show_both, "is ")
    tasks.run(work, done=done, failed=asker.show_problem)
    delete(asker)
    with qtbot.captureExceptions() as raised:
        go_on.set()
        wait_for(lambda: not tasks._waiting)

    assert raised == []


@pytest.mark.parametrize("late", ["answered", "failed"])
@pytest.mark.parametrize("partly", [False, True])
def test_what_is_shown_is_the_newest_answer(workers: Workers, late: str, partly: bool) -> None:
    """Two threads read: the older question may be answered after the newer one."""
    tasks, asker, go_on = Tasks(workers), Asker("nothing"), threading.Event()

    def old() -> str:
        go_on.wait(10)
        if late == "failed":
            raise EngineLost("gone")
        return "old"

    done = [partial(asker.show_both, each) if partly else asker.show_it for each in ("a ", "b ")]
    tasks.renew(old, done=done[0], failed=asker.show_problem)
    tasks.renew(lambda: "new", done=done[1], failed=asker.show_problem)
    newest = "b new" if partly else "new"
    wait_for(lambda: asker.text() == newest)
    go_on.set()
    hear_all(tasks)

    assert asker.text() == newest
    assert not tasks._waiting


def test_an_answer_is_not_overtaken_by_a_question_that_failed(workers: Workers) -> None:
    """What it says is old, and newer than what is shown: cameras, before the engine has any."""
    tasks, asker, go_on = Tasks(workers), Asker("nothing"), threading.Event()

    def old() -> str:
        go_on.wait(10)
        return "old"

    def broken() -> str:
        raise EngineLost("gone")

    tasks.renew(old, done=asker.show_it, failed=asker.show_problem)
    tasks.renew(broken, done=asker.show_it, failed=asker.show_problem)
    wait_for(lambda: asker.text() == "gone")
    go_on.set()

    wait_for(lambda: asker.text() == "old")


def test_only_who_shows_the_same_is_overtaken(workers: Workers) -> None:
    tasks, asker, other, go_on = Tasks(workers), Asker(), Asker(), threading.Event()

    def old() -> str:
        go_on.wait(10)
        return "old"

    tasks.renew(old, done=asker.show_it, failed=asker.show_problem)
    tasks.renew(lambda: "new", done=other.show_it, failed=other.show_problem)
    wait_for(lambda: other.text() == "new")
    go_on.set()
    wait_for(lambda: asker.text() == "old")


def test_a_function_shows_nothing(workers: Workers) -> None:
    with pytest.raises(TypeError, match="no method"):
        Tasks(workers).renew(lambda: 1, done=lambda _: None, failed=lambda _: None)


def test_what_the_officer_stopped_is_told_to_nobody(workers: Workers) -> None:
    tasks = Tasks(workers)
    heard: list[str] = []

    def stopped() -> None:
        raise Cancelled

    tasks.run(stopped, done=lambda _: heard.append("done"), failed=lambda _: heard.append("failed"))
    tasks.run(
        lambda: None,
        done=lambda _: heard.append("after"),
        failed=lambda problem: pytest.fail(str(problem)),
    )
    wait_for(lambda: bool(heard))

    assert heard == ["after"]


def test_a_bug_is_raised_where_the_crash_notice_waits(qtbot: QtBot, workers: Workers) -> None:
    tasks = Tasks(workers)

    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(work, done=lambda _: None, failed=lambda _: None)
        wait_for(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError
