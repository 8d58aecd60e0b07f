"""What was asked for in writing in the demo ward: requests for footage, in the states they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from console.demo import officers
from console.demo.night import CASES
from console.evidence.rules import RequestForm
from db.case_records import IncidentId
from db.evidence_records import RequestId, RequestState, Wanted
from db.records import CameraId, Role, Span, StreamRole

if TYPE_CHECKING:
    from console.app import Console

_S = RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, for the cameras at these places of the wall; ``case`` is a title of ``CASES``."""

    unit: str
    purpose: str
    places: tuple[int, ...]
    state: RequestState
    paper_number: str = ""
    person: str = ""
    recipient: str = ""
    legal_basis: str = "Điều 107 Bộ luật Tố tụng hình sự năm 2015"
    case: str = ""
    due_days: int | None = None
    reason: str = ""


REQUESTS = (
    Asked(
        unit="Văn phòng luật sư Minh Khai",
        purpose="Thu thập tài liệu cho vụ tranh chấp lối đi chung.",
        places=(6,),
        state=_S.REFUSED,
        paper_number="07/VPLS",
        legal_basis="Theo đơn đề nghị của khách hàng",
        reason="Không thuộc đối tượng được cung cấp trực tiếp; đề nghị gửi qua toà án thụ lý.",
    ),
    Asked(
        unit="Đội Cảnh sát giao thông, trật tự Công an thành phố",
        purpose="Xác định hướng đi của xe tải và xe máy trước lúc va chạm.",
        places=(3, 4),
        state=_S.APPROVED,
        paper_number="31/CSGT",
        person="Trung úy Hà Duy Mạnh",
        recipient="Trung úy Hà Duy Mạnh",
        case=CASES[2].title,
        due_days=1,
    ),
    Asked(
        unit="Toà án nhân dân khu vực 1",
        purpose="Xem lại đoạn đường trước cổng chợ lúc xảy ra mất xe.",
        places=(0,),
        state=_S.MADE,
        paper_number="88/TA-HS",
        person="Thẩm phán Vũ Thị Lan",
        recipient="Thư ký Ma Văn Toàn",
        legal_basis="Điều 106 và Điều 107 Bộ luật Tố tụng hình sự năm 2015",
        case=CASES[0].title,
    ),
    Asked(
        unit="Cơ quan CSĐT Công an thành phố Thái Nguyên",
        purpose="Xác minh người dắt xe máy 20-B1 123.45 ra khỏi bãi gửi xe và hướng tẩu thoát.",
        places=(0, 1),
        state=_S.ASKED,
        paper_number="125/YC-CSĐT",
        person="Thiếu tá Lê Văn Đức",
        recipient="Đại úy Nông Thị Thúy",
        case=CASES[0].title,
        due_days=2,
    ),
    Asked(
        unit="Viện kiểm sát nhân dân khu vực 1",
        purpose="Kiểm sát việc giải quyết tin báo về nhóm thanh niên gây rối.",
        places=(4,),
        state=_S.DRAFT,
        case=CASES[1].title,
    ),
)
"""From the one that was asked for first."""
RECORDED_S = 14
"""So long the cameras should have been recorded before it is told: it is what is asked for."""
_SPAN_S, _UNTIL_S = 10, 3  # so much is asked for, to so long ago


class Paperwork:
    """Has the officer write them and the chief answer."""

    def __init__(
        self,
        console: Console,
        cameras: Sequence[CameraId],
        cases: Mapping[str, IncidentId],
        target: Path,
    ) -> None:
        """``cameras`` are those of the wall, ``cases`` the incidents by their titles.

        ``target`` is a folder for packages; it need not be there yet.
        """
        self._console = console
        self._target = target
        self._cameras = cameras
        self._cases = cases

    def tell(self) -> None:
        """Let all of it have happened.  Whoever sits there leaves.  Raises Problem.

        A package is queued; whoever makes packages of this station makes it.
        """
        access, approvals = self._console.access, self._console.evidence.approvals
        officers.seat(access, Role.OFFICER)
        written = [(asked, self._write(asked)) for asked in REQUESTS]
        officers.seat(access, Role.CHIEF)
        for asked, request_id in written:
            if asked.state is _S.REFUSED:
                approvals.refuse(request_id, asked.reason)
            elif asked.state in {_S.APPROVED, _S.MADE}:
                approvals.approve(request_id)
        self._target.mkdir(parents=True, exist_ok=True)
        officers.seat(access, Role.OFFICER)
        for asked, request_id in written:
            if asked.state is _S.MADE:
                self._console.evidence.queue.add(request_id, str(self._target))
        access.sign_out()

    def _write(self, asked: Asked) -> RequestId:
        requests, now = self._console.evidence.requests, self._console.clock.now()
        today = now.astimezone().date()
        until = now - timedelta(seconds=_UNTIL_S)
        span = Span(until - timedelta(seconds=_SPAN_S), until)
        cameras = dict.fromkeys(self._cameras[each % len(self._cameras)] for each in asked.places)
        due = None if asked.due_days is None else today + timedelta(days=asked.due_days)
        made = requests.make(
            RequestForm(
                unit=asked.unit,
                purpose=asked.purpose,
                wanted=tuple(Wanted(each, span, StreamRole.SUB) for each in cameras),
                paper_number=asked.paper_number,
                paper_on=today if asked.paper_number else None,
                person=asked.person,
                legal_basis=asked.legal_basis,
                recipient=asked.recipient,
                due_on=due,
                incident_id=self._cases.get(asked.case),
            )
        )
        if asked.state is not _S.DRAFT:
            requests.ask(made.id, made.version)
        return made.id
