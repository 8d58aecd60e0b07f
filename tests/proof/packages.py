"""A package of evidence, when the process dies while it is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.store import Store
from tests import stores
from tests.console.evidence.dying_press import killed
from tests.console.evidence.failing_press import Way, befallen
from tests.console.evidence.press import Press
from tests.fakes import FakeClock
from tests.proof.proof import Disproved


def every_step(folder: Path) -> str:
    """``kill -9`` at each step on the medium; the last try makes it, and nothing else looks so."""
    try:
        count = killed(folder, 1)
    except AssertionError as error:
        raise Disproved(str(error)) from error
    return f"{count} kills, one at each step; each told as interrupted, then made and sound"


def every_fault(folder: Path) -> str:
    """The stick pulled, sick or full, or the export cancelled, at each step; then it is made."""
    counts: list[str] = []
    for way in Way:
        room = folder / way
        room.mkdir()
        store = Store(stores.new(room / "station.db"), committed=lambda _: None)
        press = Press(room, store, FakeClock())
        press.record(0, 40)
        press.keep()
        try:
            with pytest.MonkeyPatch.context() as patch:
                counts.append(f"{befallen(press, way, 1, patch)} {way}")
        except AssertionError as error:
            raise Disproved(f"{way}: {error}") from error
        finally:
            press.close()
            store.close()
    return f"{', '.join(counts)}, one at each step; each told with its cause, then made and sound"
