"""Legal bases to take into a request: a few sentences of the law, which are Vietnamese anyway.

As far as they were read and found to agree; the officer edits what he took, and the station
confirms which it uses.
"""

from __future__ import annotations

LEGAL_BASES = (
    "Điều 87, Điều 99, Điều 107 Bộ luật Tố tụng hình sự năm 2015 (dữ liệu điện tử)",
    "Điều 196 Bộ luật Tố tụng hình sự năm 2015 (thu giữ phương tiện điện tử, dữ liệu điện tử)",
    "Điều 32 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 (ghi hình tại nơi công cộng)",
    "Nghị định số 135/2021/NĐ-CP (dữ liệu thu được từ phương tiện, thiết bị kỹ thuật)",
)
