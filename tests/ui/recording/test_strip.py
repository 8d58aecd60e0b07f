"""How recording goes: the counts in the strip, alarms in a sentence, marks on tiles."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from console.events import Doubt, RecordingChanged, RecordingMeasured, VolumeFigures
from db.footage_records import GapCause
from db.structs import replace
from tests.ui.stage import Stage, wait_for


def say(stage: Stage, number: int, cause: GapCause | None) -> None:
    camera_id = stage.cameras()[number - 1].id
    stage.bridge.post(RecordingChanged(camera_id, cause, 1))


def measure(stage: Stage, trouble: GapCause | None = None, *, only_held: bool = False) -> None:
    volume_id = stage.engine.volumes[0].volume_id
    figures = VolumeFigures(
        volume_id=volume_id, free_bytes=30 * 10**9, footage_bytes=100 * 10**9, trouble=trouble
    )
    stands = only_held or trouble in {GapCause.DISK_FULL, GapCause.DISK_LOST}
    stage.bridge.post(
        RecordingMeasured(
            volumes=(figures,),
            month_bytes={},
            oldest_us=None,
            bytes_a_day=10 * 10**9,
            only_held=only_held,
            stands=stands,
        )
    )
    QApplication.processEvents()


def button(stage: Stage, name: str) -> QPushButton:
    return stage.window.status.findChild(QPushButton, f"count-{name}")


def test_the_strip_counts_who_is_recorded_of_those_that_should_be(stage: Stage) -> None:
    for number in range(1, 5):
        say(stage, number, None)
    say(stage, 5, GapCause.NETWORK)
    say(stage, 6, GapCause.SCHEDULE)  # not to be recorded at this hour

    wait_for(lambda: button(stage, "recorded").text() == "Ghi: 4/5")


def test_the_strip_tells_how_many_days_fit(stage: Stage) -> None:
    assert not button(stage, "days").isVisible()

    measure(stage)  # 100 GB of footage, and 20 free beyond the reserve

    assert button(stage, "days").text() == "Đĩa: 12 ngày"
    button(stage, "days").click()
    assert stage.window.pages.current == "settings"


@pytest.mark.parametrize(
    ("trouble", "only_held", "words"),
    [
        (GapCause.DISK_FULL, False, "đã đầy"),
        (GapCause.DISK_SLOW, False, "ghi không kịp"),
        (GapCause.DISK_LOST, False, "Mất ổ lưu hình"),
        (None, True, "chỉ còn hình đang lưu giữ"),
    ],
)
def test_trouble_is_said_in_a_sentence_and_taken_back(
    stage: Stage, tmp_path: Path, trouble: GapCause | None, only_held: bool, words: str
) -> None:
    measure(stage, trouble, only_held=only_held)
    assert words in stage.window.notice.text
    assert only_held or str(tmp_path / "disk") in stage.window.notice.text

    stage.window.notice.hide()  # read
    measure(stage, trouble, only_held=only_held)
    assert stage.window.notice.isHidden()  # and not said again

    measure(stage, trouble, only_held=not only_held)
    stage.window.notice.say("x")
    measure(stage)
    assert not stage.window.notice.isHidden()  # something else is said by now


def test_a_tile_shows_whether_it_is_recorded_and_why_not(stage: Stage) -> None:
    stage.all_live()
    first, second = stage.shown[:2]
    say(stage, 1, GapCause.NETWORK)
    say(stage, 2, None)
    stage.wall.choose(first)

    wait_for(lambda: not stage.standing.recorded.is_recorded(first))
    wait_for(lambda: bool(stage.standing.recorded.is_recorded(second)))
    stage.settle()

    tiles = {tile.camera_id: tile for tile in stage.wall.canvas._tiles}
    assert tiles[first].figures == "Không ghi: đường truyền đứt"
    assert [tiles[each].face.recorded for each in stage.shown[:3]] == [False, True, None]
    assert "Không ghi: đường truyền đứt" in stage.wall.hint_of(first)
    assert "Đang ghi" in stage.wall.hint_of(second)


def test_what_is_doubtful_of_a_recorded_camera_stands_in_its_hint(stage: Stage) -> None:
    stage.all_live()
    first = stage.shown[0]
    plain = RecordingChanged(first, None, 1)
    stage.bridge.post(replace(plain, doubts=(Doubt.TIMES, Doubt.SOUND)))
    wait_for(lambda: len(stage.standing.recorded.doubts(first)) == 2)

    lines = stage.wall.hint_of(first).splitlines()
    at = lines.index("Đang ghi")
    assert lines[at + 1].startswith("Dấu thời gian của camera không đáng tin")
    assert lines[at + 2].startswith("Không ghi được tiếng")

    stage.bridge.post(plain)
    wait_for(lambda: not stage.standing.recorded.doubts(first))
    assert len(stage.wall.hint_of(first).splitlines()) == len(lines) - 2
