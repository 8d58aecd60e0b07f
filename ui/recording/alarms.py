"""What is wrong with recording as a whole, in a sentence: what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from console.events import RecordingMeasured
from db.footage_records import GapCause, VolumeId
from db.records import from_us
from ui.times import day_words
from ui.words import QT_TRANSLATE_NOOP, translate

_ONLY_HELD = QT_TRANSLATE_NOOP(
    "recording",
    "Recording stands: only held footage is left on the disks, and that is never removed. Add a "
    "disk in Settings, or have the chief release holds that are not needed.",
)
_DATE_IN_DOUBT = QT_TRANSLATE_NOOP(
    "recording",
    "This PC's date may be wrong: it is far beyond {day}, the last one that is known. No footage "
    "is removed for its age until the clock is set right, or the administrator confirms the date "
    "in Settings.",
)
_TROUBLES = {
    GapCause.DISK_LOST: QT_TRANSLATE_NOOP(
        "recording",
        "The disk {folder} is gone, and nothing is recorded there. Check its plug and its power.",
    ),
    GapCause.DISK_FULL: QT_TRANSLATE_NOOP(
        "recording",
        "The disk {folder} is full. Something else takes its room: free some, or add a disk.",
    ),
    GapCause.DISK_SLOW: QT_TRANSLATE_NOOP(
        "recording",
        "The disk {folder} does not keep up, so parts are missing. It may be failing: replace it.",
    ),
}


def alarm_of(figures: RecordingMeasured, paths: Mapping[VolumeId, str]) -> str:
    """The gravest trouble there is, in a sentence; "" when all is well."""
    if figures.only_held:
        return translate("recording", _ONLY_HELD)
    for cause, words in _TROUBLES.items():
        for each in figures.volumes:
            if each.trouble is cause:
                folder = paths.get(each.volume_id, str(each.volume_id))
                return translate("recording", words).format(folder=folder)
    if figures.known_us is not None:
        known = from_us(figures.known_us)
        return translate("recording", _DATE_IN_DOUBT).format(day=day_words(known))
    return ""
