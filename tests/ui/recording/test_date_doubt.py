"""A PC's date that the engine does not believe: said, and confirmed by whoever may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QLabel, QPushButton

from console.acts import Act
from console.events import RecordingMeasured
from db.errors import StoreFailed
from db.records import to_us
from db.store import Store
from tests import wards
from tests.fakes import FakeClock
from tests.ui.stage import Stage, wait_for
from ui.access.consequence import Consequence
from ui.recording.date_doubt import DateDoubt

KNOWN = datetime(2026, 2, 1, 5, tzinfo=UTC)


@pytest.fixture
def stage(vietnamese: QTranslator, tmp_path: Path, clock: FakeClock) -> Iterator[Stage]:
    wards.made(tmp_path / "station.db", cameras=2)
    stage = Stage(tmp_path, clock)
    stage.window.show_page("settings")
    yield stage
    stage.close()


def measure(stage: Stage, known: datetime | None) -> None:
    stage.bridge.post(
        RecordingMeasured(
            volumes=(),
            month_bytes={},
            oldest_us=None,
            bytes_a_day=0,
            only_held=False,
            known_us=None if known is None else to_us(known),
        )
    )
    wait_for(lambda: doubt(stage).isHidden() is (known is None))


def doubt(stage: Stage) -> DateDoubt:
    return stage.window.findChild(DateDoubt)


def words(stage: Stage) -> str:
    return doubt(stage).findChild(QLabel).text()


def right(stage: Stage) -> QPushButton:
    return doubt(stage).findChild(QPushButton, "button-date-right")


def confirmed(store: Store) -> bool:
    with store.read() as unit:
        return Act.DATE_CONFIRMED in [entry.act for entry in unit.trail.entries()]


def test_a_date_that_is_not_believed_is_said_and_taken_back(stage: Stage) -> None:
    assert doubt(stage).isHidden()

    measure(stage, KNOWN)

    assert "01/02/2026" in stage.window.notice.text
    assert "01/02/2026" in words(stage)
    measure(stage, None)
    assert stage.window.notice.isHidden()


def test_it_is_confirmed_after_the_consequence_was_said(stage: Stage) -> None:
    measure(stage, KNOWN)

    right(stage).click()
    dialog = doubt(stage).findChild(Consequence)
    assert not confirmed(stage.console._store)  # nothing before it is wanted
    dialog.accept()

    wait_for(lambda: right(stage).isHidden())
    assert confirmed(stage.console._store)
    assert "nửa phút" in words(stage)


def test_whoever_may_not_confirm_it_reads_it_all_the_same(stage: Stage) -> None:
    measure(stage, KNOWN)
    doubt(stage).set_may(may=False)

    assert right(stage).isHidden()
    doubt(stage).ask()
    assert doubt(stage).findChild(Consequence) is None
    assert "01/02/2026" in words(stage)


def test_a_confirmation_that_was_not_kept_is_said_until_it_is_asked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StoreFailed("the disk is away")

    measure(stage, KNOWN)
    with monkeypatch.context() as broken:
        broken.setattr(stage.console.recording, "confirm_date", fail)
        right(stage).click()
        doubt(stage).findChild(Consequence).accept()
        wait_for(lambda: "01/02/2026" not in words(stage))
    said = words(stage)

    measure(stage, KNOWN)  # the engine tells every few seconds

    assert words(stage) == said
    assert not right(stage).isHidden()
    right(stage).click()
    assert "01/02/2026" in words(stage)
