"""Which alarm is said of several disks: by what recording can do, the gravest first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTranslator

from console.events import RecordingMeasured, VolumeFigures
from db.footage_records import GapCause, VolumeId
from db.records import to_us
from db.structs import replace
from ui.recording.alarms import alarm_of

FULL, GONE, SLOW = GapCause.DISK_FULL, GapCause.DISK_LOST, GapCause.DISK_SLOW
ONE, TWO, OLD = VolumeId(1), VolumeId(2), VolumeId(3)
PATHS = {ONE: "/srv/one", TWO: "/srv/two", OLD: "/srv/old"}
WELL = RecordingMeasured(
    volumes=(), month_bytes={}, oldest_us=None, bytes_a_day=10**10, only_held=False
)

pytestmark = pytest.mark.usefixtures("vietnamese")


def alarm(
    one: GapCause | None = None,
    two: GapCause | None = None,
    old: GapCause | None = None,
    *,
    failing: VolumeId | None = None,
    known: datetime | None = None,
    stands: bool = False,
    unread: bool = False,
    only_held: bool = False,
) -> str:
    """What is said of two disks that are written and a retired one."""
    figures = replace(
        WELL,
        volumes=tuple(
            VolumeFigures(
                volume_id=volume,
                free_bytes=10**9,
                footage_bytes=10**12,
                trouble=trouble,
                failing=volume == failing,
            )
            for volume, trouble in zip(PATHS, (one, two, old), strict=True)
        ),
        known_us=None if known is None else to_us(known),
        stands=stands,
        unread=unread,
        only_held=only_held,
    )
    return alarm_of(figures, PATHS, {ONE, TWO})


def test_a_full_disk_is_no_alarm_while_another_has_room() -> None:
    assert alarm(FULL) == ""
    assert alarm(None, FULL) == ""
    assert alarm(old=FULL) == ""  # moving to a new disk
    assert alarm() == ""


def test_that_recording_stands_is_said_first_with_every_reason() -> None:
    both = alarm(FULL, FULL, stands=True)
    assert both.startswith("Đã ngừng ghi hình. Ổ lưu hình /srv/one, /srv/two đã đầy")

    mixed = alarm(FULL, GONE, GONE, stands=True)
    assert mixed.startswith("Đã ngừng ghi hình. Ổ lưu hình /srv/one đã đầy")
    assert "Mất ổ lưu hình /srv/two" in mixed
    assert "/srv/old" not in mixed

    held = alarm(FULL, FULL, GONE, stands=True, only_held=True)
    assert "chỉ còn hình đang lưu giữ" in held


def test_a_retired_disk_that_is_away_is_said_mildly_and_last() -> None:
    mild = alarm(old=GONE)
    assert mild.startswith("Vẫn ghi hình bình thường.")
    assert "/srv/old" in mild
    assert "/srv/one" in alarm(SLOW, old=GONE)
    assert "01/02/2026" in alarm(old=GONE, known=datetime(2026, 2, 1, 5, tzinfo=UTC))
    assert alarm(old=GONE, failing=OLD).startswith("Vẫn ghi hình bình thường.")
    assert "không ghi mới" in alarm(old=GONE, failing=OLD)


def test_a_disk_that_fails_is_not_said_to_be_unplugged() -> None:
    gone, failing = alarm(GONE), alarm(GONE, failing=ONE)

    assert "Mất ổ lưu hình /srv/one" in gone
    assert "Ổ lưu hình /srv/one không ghi được" in failing
    assert "dây cắm" in gone
    assert "dây cắm" not in failing
    assert "thay ổ" in failing
    assert alarm(GONE, FULL, failing=ONE) == failing  # the full one is no news beside it


def test_that_nothing_is_removed_is_not_blamed_on_something_else() -> None:
    before = alarm(unread=True)
    assert before.startswith("Không xoá được hình cũ")
    assert alarm(FULL, unread=True) == before

    full = alarm(FULL, FULL, stands=True, unread=True)
    assert full.startswith("Đã ngừng ghi hình. Ổ lưu hình /srv/one, /srv/two đã đầy")
    assert "không đọc được dữ liệu của đơn vị" in full
    assert "thứ khác" not in full
    assert "/srv/one" in alarm(GONE, unread=True)


def test_of_a_disk_that_nobody_ordered_nothing_is_said() -> None:
    figures = VolumeFigures(volume_id=OLD, free_bytes=0, footage_bytes=0, trouble=GONE)
    assert alarm_of(replace(WELL, volumes=(figures,)), {}, set()) == ""


def test_every_sentence_is_in_vietnamese(vietnamese: QTranslator) -> None:
    for said in (alarm(GONE), alarm(SLOW), alarm(GONE, failing=ONE), alarm(old=GONE)):
        assert said
        assert "disk" not in said
