"""What review and the wall say of a moment without a picture: no more than is known."""

from __future__ import annotations

import pytest

from console.events import Thinning, TileAt, TileState
from db.footage_records import GapCause
from db.records import StreamRole
from ui import recording_words
from ui.review import words

pytestmark = pytest.mark.usefixtures("vietnamese")


def test_whether_the_pc_or_the_program_was_off_nobody_claims_to_know() -> None:
    assert words.cause_words(GapCause.STATION_OFF) == "Máy hoặc chương trình của trạm đã tắt"
    assert recording_words.cause_words(GapCause.STATION_OFF) == "máy này hoặc chương trình đã tắt"


def test_a_lost_disk_may_be_one_that_fails() -> None:
    assert recording_words.cause_words(GapCause.DISK_LOST) == "mất ổ đĩa hoặc ổ bị lỗi"


def test_an_index_that_cannot_be_read_is_not_called_damaged_footage() -> None:
    unread = TileAt(0, TileState.UNREAD, 0, StreamRole.SUB, Thinning.NONE)

    face = words.face(unread, None)

    assert face.title == "Chưa đọc được danh mục hình"
    assert face.advice.startswith("Máy đang tự thử lại.")
