"""What a city's officers look for, and how long they wait for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from console.app import Console
from console.gate import Session
from db.records import Officer, Role
from tests.ui.stage import Eye, Stage, wait_for

TEAMS = 5
TYPED = (
    "",
    "xe",
    "xe máy mũ",
    "mất trộm cụm 5",
    "hôm qua 22h cụm 5",
    "cam 07",
    "tháng 3/2025 chợ",
    "chờ duyệt",
    "loại trộm cắp xe",
    "vv-2025-711",
    "của tôi",
    "không có chữ này",
)


def auditor(console: Console) -> Officer:
    """Who reads the log."""
    return _one(console, Role.AUDITOR)


def searchers(console: Console) -> list[Officer]:
    """A chief, who sees all, and a duty officer of a few teams."""
    duty = _one(console, Role.DUTY)
    with console._store.begin() as unit:
        teams = {team.id for team in unit.fleet.teams()[:TEAMS]}
        duty = unit.officers.change(duty.id, name=duty.name, role=duty.role, teams=teams)
    return [_one(console, Role.CHIEF), duty]


def sit_down(console: Console, officer: Officer) -> Officer:
    """Let somebody sit at a console whose password nobody has."""
    now_s = console.clock.monotonic_s()
    console.seat.take(Session(officer.id, officer.epoch, signed_in_s=now_s, confirmed_s=now_s))
    return officer


def searches(console: Console) -> dict[str, Callable[[], object]]:
    """As the page makes them."""
    return {text or "nothing": partial(console.find.find, text, None, 30) for text in TYPED}


def counts(console: Console) -> dict[str, Callable[[], object]]:
    """What the page asks once the rows are on screen: how many, and what they have in common."""
    return {f"count of {text or 'nothing'}": partial(console.find.count, text) for text in TYPED}


class Typing:
    """The search page of a window, from a text in its box to its rows on screen.

    The page waits a moment for the next letter; what is measured begins behind that.
    """

    def __init__(self, stage: Stage) -> None:
        from ui.cases.find_page import FindPage

        stage.window.cases.find()
        page = stage.window.pages.page("find")
        assert isinstance(page, FindPage)
        self._page = page
        self._eye = Eye(page.results.viewport())
        self._arrived: list[bool] = []
        page.searching.found.connect(self._on_found)
        wait_for(lambda: not page.searching.is_busy)

    def rest(self) -> None:
        """Let what was found last be counted: nobody types all the time."""
        wait_for(lambda: not self._page.searching.is_counting)

    def painted(self, text: str) -> None:
        """Look for ``text``, and see what was found."""
        page = self._page
        page.parts.box.setText(text)
        self._arrived.clear()
        page.searching.ask(text, at_once=True)
        wait_for(lambda: bool(self._arrived) and (self._eye.painted or page.parts.none.isVisible()))

    def _on_found(self, *_: object) -> None:
        self._eye.painted = False  # what was painted before showed other rows
        self._arrived.append(True)


def _one(console: Console, role: Role) -> Officer:
    with console._store.read() as unit:
        return next(each for each in unit.officers.all() if each.role is role)
