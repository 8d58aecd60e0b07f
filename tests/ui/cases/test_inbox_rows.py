"""What a row of the inbox shows where there is little room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListView

from console.inbox import Inbox, InboxItem
from db.case_records import CategoryId, IncidentId, IncidentState, Severity
from db.incident_records import IncidentLine, Waits
from db.records import OfficerId
from tests.ui.stage import Stage
from ui.cases.inbox_list import InboxDelegate, InboxRows
from ui.theme import WALL

AN = OfficerId(1)
NOW = datetime(2026, 3, 14, 13, tzinfo=UTC)
NARROW = 398  # pixels that the list has at 1366
LINE = IncidentLine(
    id=IncidentId(1),
    year=2026,
    number=1234,
    title="Mất trộm xe máy trước cửa hàng tạp hoá",
    category_id=CategoryId(1),
    severity=Severity.SERIOUS,
    state=IncidentState.SUBMITTED,
    cluster_id=None,
    began_at=NOW,
    assigned_to=None,
    due_on=None,
    restricted=False,
    made_by=AN,
    state_at=NOW,
)


class Rows:
    """A list of one item."""

    def __init__(self, stage: Stage, width: int) -> None:
        self.rows = InboxRows(stage.desk.tasks, cast("Inbox", None))
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(InboxDelegate(WALL, self.view))
        self.view.resize(width, 80)
        self.view.show()

    def seen(self, item: InboxItem, author: str) -> QImage:
        self.rows.set_names({AN: author})
        self.rows._fill((item,), 1)
        QApplication.processEvents()
        return self.view.grab().toImage()


@pytest.fixture
def rows(stage: Stage) -> Iterator[Rows]:
    made = Rows(stage, NARROW)
    yield made
    made.view.close()


@pytest.mark.parametrize("waits", list(Waits)[:3])
def test_the_author_is_read_to_the_last_letter(rows: Rows, waits: Waits) -> None:
    item = InboxItem(
        waits=waits, since=NOW, age=timedelta(days=13, hours=18), line=LINE, made_by=AN
    )

    assert item.is_late
    assert rows.seen(item, "Trần Thị Bích Ngọc") != rows.seen(item, "Trần Thị Bích Ngoc")
