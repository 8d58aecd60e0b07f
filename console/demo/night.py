"""What happened in the demo ward tonight, as data: moments, cases and what came of them."""

from __future__ import annotations

from dataclasses import dataclass

from db.case_records import CallResult, IncidentState, OutcomeKind

_S, _O, _C = IncidentState, OutcomeKind, CallResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A bookmark, on the cameras at these places of the wall, so many seconds ago."""

    places: tuple[int, ...]
    ago_s: int
    category: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """An outcome."""

    kind: OutcomeKind
    count: int = 1
    item: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An incident, of the cluster of its first moment's first camera; ``reason``: of its return."""

    title: str
    category: str
    began_min: int  # so many minutes ago
    address: str
    narrative: str
    moments: tuple[Moment, ...]
    people: str = ""
    vehicles: str = ""
    calls: tuple[CallResult, ...] = ()
    came: tuple[Came, ...] = ()
    state: IncidentState = _S.DRAFT
    reason: str = ""
    due_days: int | None = None


LOOSE = (
    Moment(places=(2,), ago_s=3),
    Moment(places=(5, 3), ago_s=9),
    Moment(
        places=(7,),
        ago_s=6,
        category="Lấn chiếm lòng lề đường",
        note="Xe đẩy bán nước đứng dưới lòng đường, đã nhắc qua loa.",
    ),
)
"""Moments that belong to no case; two of them still want words."""

CASES = (
    Case(
        title="Mất xe máy Honda Wave 20-B1 123.45 trước cổng chợ",
        category="Trộm cắp",
        began_min=95,
        address="Cổng chính chợ Thái",
        narrative=(
            "Chị Hạnh báo mất xe khi vào mua rau khoảng mười phút. Camera ghi người đội mũ lưỡi"
            " trai dắt xe ra hướng đường Hoàng Văn Thụ. Tổ tự quản đã đến, lấy lời người trông xe."
        ),
        people="Người báo: chị Hạnh. Người dắt xe: nam, áo khoác sẫm, mũ lưỡi trai.",
        vehicles="Honda Wave màu xanh, 20-B1 123.45",
        moments=(
            Moment(
                places=(0,), ago_s=8, category="Trộm cắp", note="Dắt xe ra khỏi bãi, không nổ máy."
            ),
            Moment(places=(1,), ago_s=5, category="Trộm cắp", note="Rẽ về phía Hoàng Văn Thụ."),
        ),
        calls=(_C.REACHED, _C.ON_THE_WAY),
        came=(Came(kind=_O.VERIFIED, note="Xác minh với người trông xe"),),
        state=_S.SUBMITTED,
        due_days=2,
    ),
    Case(
        title="Nhóm thanh niên đuổi nhau bằng xe máy lúc nửa đêm",
        category="Gây rối trật tự công cộng",
        began_min=240,
        address="Từ ngã tư Đồng Quang đến Bến Tượng",
        narrative=(
            "Khoảng sáu xe, mười thanh niên, hò hét và rú ga. Không thấy hung khí. Tổ trưởng gọi"
            " về cho gia đình hai em nhận ra được."
        ),
        people="Khoảng mười thanh niên, hai em là người trong phường.",
        vehicles="Sáu xe máy, phần lớn che biển số",
        moments=(
            Moment(
                places=(4,),
                ago_s=7,
                category="Gây rối trật tự công cộng",
                note="Sáu xe đi hàng ngang, rú ga.",
            ),
        ),
        calls=(_C.NO_ANSWER, _C.REACHED),
        came=(Came(kind=_O.COUNSELLED, count=2, note="Nhắc nhở trước gia đình"),),
        state=_S.SUBMITTED,
    ),
    Case(
        title="Va chạm giữa xe máy và ô tô tải, một người bị thương nhẹ",
        category="Va chạm giao thông",
        began_min=400,
        address="Trước số 12 đường Hoàng Văn Thụ",
        narrative="Hai bên tự thỏa thuận. Người đi xe máy trầy tay, không cần đi viện.",
        vehicles="Xe tải 20C-045.67, xe máy chưa rõ biển số",
        moments=(
            Moment(
                places=(3,),
                ago_s=4,
                category="Va chạm giao thông",
                note="Xe tải rẽ phải, xe máy đi thẳng.",
            ),
        ),
        state=_S.RETURNED,
        reason="Ghi rõ giờ va chạm và hướng đi của từng xe, kèm biển số xe máy.",
        due_days=1,
    ),
    Case(
        title="Lấn chiếm vỉa hè bán hàng rong sau 22 giờ",
        category="Lấn chiếm lòng lề đường",
        began_min=1300,
        address="Dọc tường rào bến xe khách",
        narrative="Ba hàng rong đã được nhắc hôm trước. Lập biên bản, tạm giữ bàn ghế.",
        moments=(
            Moment(
                places=(6,),
                ago_s=10,
                category="Lấn chiếm lòng lề đường",
                note="Bàn ghế bày kín vỉa hè.",
            ),
        ),
        calls=(_C.ARRIVED,),
        came=(
            Came(kind=_O.ADMINISTRATIVE, count=3),
            Came(kind=_O.SEIZED, count=12, item="Ghế nhựa", unit="chiếc"),
        ),
        state=_S.APPROVED,
    ),
    Case(
        title="Tìm cụ bà đi lạc, mặc áo bà ba nâu",
        category="Tìm người",
        began_min=35,
        address="Quanh bờ hồ Xương Rồng",
        narrative="Gia đình báo cụ ra khỏi nhà từ chập tối. Đang xem lại camera quanh hồ.",
        moments=(Moment(places=(5,), ago_s=2, category="Tìm người", note="Giống cụ, đi chậm."),),
    ),
)
"""From the one that waits for the chief longest to the one that has just been opened."""
