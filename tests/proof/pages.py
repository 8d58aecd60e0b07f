"""How long an officer of a city waits for the rows of each page with a list of cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from console.clock import SystemClock
from tests.city_lists import CityClock
from tests.proof.people import searchers, sit_down
from tests.proof.reference import Took, beside
from tests.proof.window import window_over

if TYPE_CHECKING:  # they set the screen up, which the platform must be chosen before
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from tests.ui.stage import Stage
    from ui.cases.list_page import CasesPage


def painted(station: Path) -> dict[str, Took]:
    """From asking for its rows to seeing them, for each page, in a window without a screen."""
    found: dict[str, Took] = {}
    with window_over(station, CityClock()) as stage:
        assert stage.window.guard is not None
        for officer in searchers(stage.console):
            stage.window.guard.enter(sit_down(stage.console, officer))
            for name, view, ask in _asked(stage):
                found[f"{officer.role}: page of {name}"] = beside(partial(_seen_ms, view, ask))
    return found


def _asked(stage: Stage) -> list[tuple[str, QAbstractItemView, Callable[[], None]]]:
    """Each page that is open to whoever sits here: its list, and what has it read anew."""
    from ui.cases.inbox_page import InboxPage
    from ui.cases.list_page import CasesPage
    from ui.fleet.page import DevicesPage
    from ui.people.members_page import MembersPage

    def page_of(name: str) -> QWidget | None:
        pages = stage.window.pages
        return pages.page(name) if pages.bring(name) else None

    def shown(name: str, ask: Callable[[], None]) -> Callable[[], None]:
        def bring_and_ask() -> None:
            stage.window.pages.bring(name)
            ask()

        return bring_and_ask

    found: list[tuple[str, QAbstractItemView, Callable[[], None]]] = []
    for name in ("cases", "inbox", "members", "devices"):
        match page_of(name):
            case CasesPage() as cases:
                for text in ("", "xe máy"):
                    ask = partial(_look_for, cases, text)
                    found.append((f"{name} '{text}'", cases.table, shown(name, ask)))
            case InboxPage() as inbox:
                found.append((name, inbox.list, shown(name, inbox.renew)))
            case MembersPage() as members:
                found.append((name, members.table, shown(name, members.renew)))
            case DevicesPage() as devices:
                list_anew = partial(devices.set_ward, devices._ward)
                found.append((name, devices.table, shown(name, list_anew)))
    return found


def _look_for(page: CasesPage, text: str) -> None:
    page.search.setText(text)
    page.renew()  # the page itself waits a moment for the next letter


def _seen_ms(view: QAbstractItemView, ask: Callable[[], None]) -> float:
    """From ``ask`` to the first rows that came of it, on screen."""
    from tests.ui.stage import Eye, wait_for

    eye, arrived, clock = Eye(view.viewport()), [], SystemClock()

    def on_arrived() -> None:
        eye.painted = False  # what was painted before showed other rows
        arrived.append(True)

    view.model().modelReset.connect(on_arrived)
    started_s = clock.monotonic_s()
    ask()
    wait_for(lambda: bool(arrived) and view.model().rowCount() > 0 and eye.painted)
    took_ms = (clock.monotonic_s() - started_s) * 1000
    view.model().modelReset.disconnect(on_arrived)
    view.viewport().removeEventFilter(eye)
    return took_ms
