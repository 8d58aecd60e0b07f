"""``python -m tests.house rights``: the manual's table of rights, made from the one matrix."""

from __future__ import annotations

import sys
from datetime import timedelta

from console.rights import FRESH, MATRIX, PAIRED, Action, Right, may, may_approve
from db.records import Role
from tests.house.set_up import ROOT

PAGE = ROOT / "resources" / "help" / "vi" / "quyen_han.md"

ROLES = {
    Role.DUTY: "trực ban",
    Role.OFFICER: "cán bộ",
    Role.CHIEF: "trưởng đơn vị",
    Role.ADMINISTRATOR: "quản trị",
    Role.AUDITOR: "kiểm tra",
}
ACTIONS = {
    Action.WATCH_LIVE: "xem trực tiếp",
    Action.SEE_FLEET: "xem danh sách camera",
    Action.CHANGE_FLEET: "thêm, sửa, xoá camera, cụm, tổ; nhập và xuất danh sách",
    Action.SAVE_LAYOUT: "lưu, xoá bố cục",
    Action.REVIEW_FOOTAGE: "xem lại",
    Action.PLACE_HOLD: "lưu giữ hình ảnh không cho xoá, kéo dài lưu giữ",
    Action.HANDLE_EXHIBITS: "nhận và kiểm tra tệp chứng cứ do người khác đưa đến",
    Action.BOOKMARK: "đánh dấu mốc",
    Action.SEE_INCIDENTS: "xem vụ việc",
    Action.HANDLE_INCIDENT: "lập, sửa, trình vụ việc; ghi kết quả xử lý",
    Action.READ_PEOPLE: "đọc phần ghi về người và phương tiện trong vụ việc",
    Action.CHANGE_CATEGORIES: "sửa danh mục loại vụ việc và câu ghi nhanh",
    Action.SEE_MEMBERS: "xem tổ viên các tổ tự quản",
    Action.CALL_MEMBER: "gọi tổ viên và ghi kết quả cuộc gọi",
    Action.CHANGE_MEMBERS: "thêm, sửa, xoá tổ viên",
    Action.APPROVE_INCIDENT: "duyệt vụ việc",
    Action.EXPORT: "trích xuất",
    Action.APPROVE_EXPORT: "duyệt trích xuất",
    Action.RELEASE_HOLD: "bỏ lưu giữ hình ảnh của vụ việc",
    Action.SEE_OFFICERS: "xem danh sách cán bộ",
    Action.CHANGE_OFFICERS: "thêm, sửa, khoá, xoá cán bộ; cấp lại mật khẩu",
    Action.SEE_AUDIT: "xem nhật ký hệ thống",
    Action.EXPORT_AUDIT: "xuất nhật ký hệ thống",
    Action.VERIFY_AUDIT: "kiểm tra nhật ký hệ thống",
    Action.CHANGE_RECORDING: "sửa quy tắc ghi hình và ổ lưu hình",
    Action.SEE_SETTINGS: "xem cài đặt",
    Action.CHANGE_SETTINGS: "sửa cài đặt",
    Action.BACK_UP: "sao lưu",
    Action.MAKE_SHEET: "làm phiếu khôi phục mới",
    Action.CHANGE_KEY: "đổi khoá ký nhật ký của trạm",
    Action.RESTORE: "khôi phục từ bản sao lưu",
}

_PAGE = """\
# Quyền hạn · ai được làm gì

Bảng này do chương trình tự lập từ chính quy tắc mà nó kiểm tra ở mỗi thao tác, kể cả trên dòng
lệnh. Người bị khoá hoặc bị đổi vai trò mất quyền ngay. Khi màn hình khoá, tường camera vẫn chạy,
nhưng không ai làm được gì khác.

{table}

- **tổ mình**: cán bộ được phân công cho một số tổ thì chỉ với camera của các tổ đó; người không
  bị giới hạn thì với mọi camera.
- **{hours} giờ**: chỉ với hình ảnh của {hours} giờ gần nhất.
- ¹ phải gõ lại mật khẩu nếu đã gõ quá 5 phút.
- ² phải có cán bộ thứ hai gõ mật khẩu của mình trên cùng màn hình; có giá trị một lần, trong 60
  giây. Người thứ hai
  {seconds}.
"""


def main() -> int:
    """Write the page; returns the exit code."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def page() -> str:
    """The manual's page as the matrix is now."""
    return _PAGE.format(table="\n".join(_rows()), hours=_hours(), seconds=_seconds())


def _rows() -> list[str]:
    head = ["việc", *ROLES.values()]
    rows = [head, ["---"] * len(head)]
    for action, words in ACTIONS.items():
        marks = ("¹" if action in FRESH else "") + ("²" if action in PAIRED else "")
        rows.append([words + marks, *(_cell(may(role, action)) for role in ROLES)])
    return ["| " + " | ".join(row) + " |" for row in rows]


def _seconds() -> str:
    """Who may be the second officer, of each action that wants one."""
    named = {
        action: ", ".join(ROLES[role] for role in Role if may_approve(role, action))
        for action in PAIRED
    }
    return "; ".join(f"để {ACTIONS[action]}: {roles}" for action, roles in named.items())


def _cell(right: Right | None) -> str:
    if right is None:
        return "–"
    limits = ["tổ mình"] if right.scoped else []
    if right.oldest is not None:
        limits.append(f"{right.oldest // timedelta(hours=1)} giờ")
    return "có" + (f" ({', '.join(limits)})" if limits else "")


def _hours() -> int:
    limits = {right.oldest for rights in MATRIX.values() for right in rights.values()} - {None}
    (only,) = limits  # the note below the table speaks of one
    return only // timedelta(hours=1) if only else 0


if __name__ == "__main__":
    sys.exit(main())
