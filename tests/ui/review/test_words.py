"""What review and the wall say of a moment without a picture: no more than is known."""

from __future__ import annotations

import pytest

from db.footage_records import GapCause
from ui import recording_words
from ui.review import words

pytestmark = pytest.mark.usefixtures("vietnamese")


def test_whether_the_pc_or_the_program_was_off_nobody_claims_to_know() -> None:
    assert words.cause_words(GapCause.STATION_OFF) == "Máy hoặc chương trình của trạm đã tắt"
    assert recording_words.cause_words(GapCause.STATION_OFF) == "máy này hoặc chương trình đã tắt"


def test_a_lost_disk_may_be_one_that_fails() -> None:
    assert recording_words.cause_words(GapCause.DISK_LOST) == "mất ổ đĩa hoặc ổ bị lỗi"
