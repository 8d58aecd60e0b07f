"""A station where footage is asked for in writing: an officer who asks, a chief who answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from console.app import Console
from console.evidence.rules import RequestForm
from db.evidence_records import Request, RequestState, Wanted
from db.records import CameraId, Role, Span
from tests.console.officers import BOSS_WORD, WORD
from tests.ui.access.people import staffed
from tests.ui.cases.desk import sit_down
from tests.ui.stage import Stage, wait_for
from ui.evidence.requests_page import RequestsPage

OFFICER = "Phạm Thị Hoa"
_MINUTE = timedelta(minutes=1)


def with_officer(console: Console) -> None:
    """Those of ``staffed``, and an officer who may export."""
    staffed(console)
    access = console.access
    boss = sit_down(console, Role.ADMINISTRATOR)
    access.sign_in(boss.id, BOSS_WORD)
    officer, once = access.add(OFFICER, Role.OFFICER)
    access.sign_in(officer.id, once)
    access.set_password(once, WORD)
    access.sign_out()


def wanted(console: Console, *cameras: int, ago_min: int = 40, minutes: int = 10) -> list[Wanted]:
    """So many minutes of these cameras."""
    start = console.clock.now().replace(microsecond=0) - ago_min * _MINUTE
    span = Span(start, start + minutes * _MINUTE)
    return [Wanted(CameraId(each), span) for each in cameras]


def asking(console: Console, *cameras: int, **other: Any) -> RequestForm:
    """What an officer types, whole."""
    return replace(
        RequestForm(
            unit="Cơ quan CSĐT Công an thành phố Thái Nguyên",
            purpose="Xác minh vụ trộm xe máy trước chợ Đồng Quang",
            wanted=tuple(wanted(console, *(cameras or (1,)))),
            paper_number="125/YC-CSĐT",
            paper_on=console.clock.now().date(),
            person="Thiếu tá Lê Văn Đức",
            legal_basis="Điều 107 Bộ luật Tố tụng hình sự năm 2015",
            recipient="Đại úy Nông Thị Thúy",
        ),
        **other,
    )


def drafted(console: Console, *cameras: int, **other: Any) -> Request:
    """A draft of whoever sits there."""
    return console.evidence.requests.make(asking(console, *cameras, **other))


def asked(console: Console, *cameras: int, **other: Any) -> Request:
    """One that waits for the chief."""
    draft = drafted(console, *cameras, **other)
    return console.evidence.requests.ask(draft.id, draft.version)


def requests_page(stage: Stage, rows: int) -> RequestsPage:
    """The page of requests, once so many are listed and the chosen one is read."""
    stage.window.show_page("evidence")
    page = stage.window.pages.page("evidence")
    assert isinstance(page, RequestsPage)
    wait_for(lambda: page.isVisible() and page.rows.rowCount() == rows)
    if rows:
        wait_for(lambda: page.view.seen is not None)
    else:
        wait_for(lambda: page._stack.currentIndex() == 1)
    return page


def state_of(console: Console, request: Request) -> RequestState:
    """Where it stands, whoever sits there."""
    with console._store.read() as unit:
        return unit.requests.request(request.id).state
