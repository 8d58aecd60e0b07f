"""The log's page before a chief, over made-up entries."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtWidgets import QLabel

from console.demo.city import entries
from console.gate import Session
from db.records import Role
from tests.ui.stage import Stage, wait_for
from ui.audit.page import AuditPage
from ui.audit.table import FIRST_PAGE, Column

MADE_UP = 420
_NEW: dict[str, Any] = {"teams": (), "password_hash": "$", "one_time_until": None}


def audit_page(stage: Stage) -> AuditPage:
    """The page before a chief, over 420 entries of two officers, the second of them erased."""
    cameras = [camera.id for camera in stage.cameras()]
    with stage.console._store.begin() as unit:
        chief = unit.officers.add(
            name="Trần Thị Bích Ngọc", role=Role.CHIEF, **_NEW, created_at=stage.clock.now()
        )
        officers = [
            unit.officers.add(name=name, role=Role.DUTY, **_NEW, created_at=stage.clock.now())
            for name in ("Đặng Thị Quỳnh", "Lê Văn Ước")
        ]
        told = entries(MADE_UP, cameras, officers, random.Random(2), unit.trail.head())
        unit.trail.append_many(list(told))
        unit.officers.erase(officers[1].id)
    now_s = stage.clock.monotonic_s()
    stage.console.seat.take(Session(chief.id, 0, signed_in_s=now_s, confirmed_s=now_s))
    stage.window.guard.enter(chief)
    return stage.window.audit


def bring(stage: Stage, page: AuditPage) -> AuditPage:
    """The same, with its first page in sight."""
    stage.window.activateWindow()
    stage.window.show_page("audit")
    wait_for(lambda: page.rows.rowCount() == FIRST_PAGE)
    wait_for(lambda: bool(page.findChild(QLabel, "audit-head").text()))
    return page


def cells(page: AuditPage, column: Column) -> list[str]:
    model = page.rows
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def settle(page: AuditPage, rows: int) -> None:
    wait_for(lambda: page.rows.rowCount() == rows)
