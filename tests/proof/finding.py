"""What a city's officers look for among half a million bookmarks, and how long they wait for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from console.app import Console, build
from console.clock import SystemClock
from console.config import Config
from console.keepers import Keeper
from tests.fakes import FakeClock
from tests.proof.people import searchers, sit_down
from tests.proof.reference import Took, beside, judged, side_by_side
from tests.proof.window import window_over

if TYPE_CHECKING:  # it sets the screen up, which the platform must be chosen before
    from tests.ui.stage import Stage

ANSWERED_MS, PAINTED_MS = 50.0, 150.0
_CONFIG = Config(keeper=Keeper.KEY_FILE)
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


def measured(station: Path) -> str:
    """Measure the station in a folder; medians, in milliseconds of this PC."""
    console = build(station, lambda _: None, config=_CONFIG)
    answered: dict[str, Took] = {}
    for officer in searchers(console):
        sit_down(console, officer)
        for text, call in (searches(console) | counts(console)).items():
            answered[f"{officer.role}: {text}"] = side_by_side(call)
    console.close()
    return judged(answered, _painted(station), answered_ms=ANSWERED_MS, painted_ms=PAINTED_MS)


def _painted(station: Path) -> dict[str, Took]:
    """From a text to its rows on screen, in a window without one."""
    found: dict[str, Took] = {}
    with window_over(station, FakeClock()) as stage:
        assert stage.window.guard is not None
        for officer in searchers(stage.console):
            stage.window.guard.enter(sit_down(stage.console, officer))
            its = Typing(stage)
            for text in TYPED:
                found[f"{officer.role}: rows of {text}"] = beside(partial(its.painted_ms, text))
    return found


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
        from tests.ui.stage import Eye, wait_for
        from ui.cases.find_page import FindPage

        self._wait_for = wait_for
        stage.window.cases.find()
        page = stage.window.pages.page("find")
        assert isinstance(page, FindPage)
        self._page = page
        self._eye = Eye(page.results.viewport())
        self._arrived: list[bool] = []
        self._clock = SystemClock()
        page.searching.found.connect(self._on_found)
        wait_for(lambda: not page.searching.is_busy)

    def rest(self) -> None:
        """Let what was found last be counted: nobody types all the time."""
        self._wait_for(lambda: not self._page.searching.is_counting)

    def painted_ms(self, text: str) -> float:
        """Look for ``text``, and see what was found, once the last one was counted."""
        self.rest()
        started_s = self._clock.monotonic_s()
        self._look(text)
        return (self._clock.monotonic_s() - started_s) * 1000

    def _look(self, text: str) -> None:
        page = self._page
        page.parts.box.setText(text)
        self._arrived.clear()
        page.searching.ask(text, at_once=True)
        self._wait_for(
            lambda: bool(self._arrived) and (self._eye.painted or page.parts.none.isVisible())
        )

    def _on_found(self, *_: object) -> None:
        self._eye.painted = False  # what was painted before showed other rows
        self._arrived.append(True)
