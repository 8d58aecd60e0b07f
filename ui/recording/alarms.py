"""What is wrong with recording as a whole, in a sentence: what it means and what to do.

Measured by what recording can do: a full disk is no alarm while another that is written has room.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from console.events import RecordingMeasured, VolumeFigures
from db.footage_records import GapCause, VolumeId
from db.records import from_us
from ui.times import day_words
from ui.words import QT_TRANSLATE_NOOP, translate

_ONLY_HELD = QT_TRANSLATE_NOOP(
    "recording",
    "Recording stands: only held footage is left on the disks, and that is never removed. Add a "
    "disk in Settings, or have the chief release holds that are not needed.",
)
_STANDS = QT_TRANSLATE_NOOP("recording", "Recording stands.")
_FULL_UNREAD = QT_TRANSLATE_NOOP(
    "recording",
    "The disk {folder} is full, and no old footage is removed, since the station's data or the "
    "footage index cannot be read. Open the program anew; if it stays so, tell the administrator.",
)
_UNREAD = QT_TRANSLATE_NOOP(
    "recording",
    "No old footage is removed, since the station's data or the footage index cannot be read: "
    "recording will stand when the disks are full. Open the program anew; if it stays so, tell "
    "the administrator.",
)
_FULL = QT_TRANSLATE_NOOP(
    "recording",
    "The disk {folder} is full. Something else takes its room: free some, or add a disk.",
)
_GONE = QT_TRANSLATE_NOOP(
    "recording",
    "The disk {folder} is gone, and nothing is recorded there. Check its plug and its power.",
)
_FAILING = QT_TRANSLATE_NOOP(
    "recording",
    "The disk {folder} cannot be written to; it may be failing. Copy what must be kept from it, "
    "and replace it.",
)
_SLOW = QT_TRANSLATE_NOOP(
    "recording",
    "The disk {folder} does not keep up, so parts are missing. It may be failing: replace it.",
)
_DATE_IN_DOUBT = QT_TRANSLATE_NOOP(
    "recording",
    "This PC's date may be wrong: it is far beyond {day}, the last one that is known. No footage "
    "is removed for its age until the clock is set right, or the administrator confirms the date "
    "in Settings.",
)
_OLD_GONE = QT_TRANSLATE_NOOP(
    "recording",
    "Recording goes on. The disk {folder}, which is not written to any more, is not there: what "
    "lies on it can be watched and exported once it is plugged in again.",
)
_OLD_FAILING = QT_TRANSLATE_NOOP(
    "recording",
    "Recording goes on. The disk {folder}, which is not written to any more, cannot be changed, so "
    "nothing on it is removed; it may be failing. Copy what must be kept from it.",
)


def alarm_of(
    figures: RecordingMeasured, paths: Mapping[VolumeId, str], written: Container[VolumeId]
) -> str:
    """The gravest trouble there is, in a sentence or two; "" when all is well.

    ``paths`` is where each volume lies that was ordered, ``written`` are those that are not
    retired.  First comes that recording stands, with every reason; then a disk that is written
    and is in trouble; last what hinders no recording.
    """

    def said(words: str, found: Iterable[VolumeFigures]) -> str:
        folders = ", ".join(paths[each.volume_id] for each in found)
        return translate("recording", words).format(folder=folders) if folders else ""

    known = [each for each in figures.volumes if each.volume_id in paths]
    ours = [each for each in known if each.volume_id in written]
    old = [each for each in known if each.volume_id not in written]
    if figures.only_held:
        return translate("recording", _ONLY_HELD)
    hurt = [said(_GONE, _gone(ours)), said(_FAILING, _failing(ours))]
    full = said(_FULL_UNREAD if figures.unread else _FULL, _with(GapCause.DISK_FULL, ours))
    if figures.stands and (why := " ".join(filter(None, [full, *hurt]))):
        return f"{translate('recording', _STANDS)} {why}"
    gravest_first = [
        *hurt,
        translate("recording", _UNREAD) if figures.unread else "",
        said(_SLOW, _with(GapCause.DISK_SLOW, ours)),
        _date_in_doubt(figures),
        said(_OLD_FAILING, _failing(old)),
        said(_OLD_GONE, _gone(old)),
    ]
    return next(filter(None, gravest_first), "")


def _with(cause: GapCause, volumes: Iterable[VolumeFigures]) -> list[VolumeFigures]:
    return [each for each in volumes if each.trouble is cause]


def _gone(volumes: Iterable[VolumeFigures]) -> list[VolumeFigures]:
    return [each for each in _with(GapCause.DISK_LOST, volumes) if not each.failing]


def _failing(volumes: Iterable[VolumeFigures]) -> list[VolumeFigures]:
    return [each for each in _with(GapCause.DISK_LOST, volumes) if each.failing]


def _date_in_doubt(figures: RecordingMeasured) -> str:
    if figures.known_us is None:
        return ""
    day = day_words(from_us(figures.known_us))
    return translate("recording", _DATE_IN_DOUBT).format(day=day)
