"""What the review page says: why there is no footage, why less than every picture is shown."""

from __future__ import annotations

from datetime import datetime

from console.events import Hearing, StreamState, Thinning, TileAt, TileState
from db.footage_records import Gap, GapCause, HoldReason
from db.records import from_us
from ui.review.scale import DAY_US, HOUR_US, MINUTE_US, SECOND_US
from ui.wall.tile_words import Face
from ui.words import QT_TRANSLATE_NOOP, translate

_CAUSES = {
    GapCause.CAMERA_OFF: QT_TRANSLATE_NOOP("review", "Camera off: it did not answer"),
    GapCause.NETWORK: QT_TRANSLATE_NOOP("review", "The line broke or fell silent"),
    GapCause.REFUSED: QT_TRANSLATE_NOOP("review", "The camera refused the password"),
    GapCause.UNSUPPORTED: QT_TRANSLATE_NOOP("review", "The camera sent what cannot be recorded"),
    GapCause.STATION_OFF: QT_TRANSLATE_NOOP("review", "The station PC or the program was off"),
    GapCause.ENGINE_RESTARTED: QT_TRANSLATE_NOOP("review", "The picture engine was restarted"),
    GapCause.UPDATE: QT_TRANSLATE_NOOP("review", "The program was being updated"),
    GapCause.DISK_FULL: QT_TRANSLATE_NOOP("review", "The disk was full"),
    GapCause.DISK_SLOW: QT_TRANSLATE_NOOP("review", "The disk was too slow"),
    GapCause.DISK_LOST: QT_TRANSLATE_NOOP("review", "The disk was gone or failed"),
    GapCause.SCHEDULE: QT_TRANSLATE_NOOP("review", "Not to be recorded at this hour"),
    GapCause.BUDGET: QT_TRANSLATE_NOOP("review", "The line's data budget of the month was spent"),
    GapCause.CLOCK_STEP: QT_TRANSLATE_NOOP("review", "The station's clock was set forward"),
    GapCause.RETENTION: QT_TRANSLATE_NOOP("review", "Removed when its time had run out"),
    GapCause.MISSING: QT_TRANSLATE_NOOP("review", "It was recorded; the file is gone or damaged"),
    GapCause.UNKNOWN: QT_TRANSLATE_NOOP("review", "No footage; the cause is not known"),
}
_THINNINGS = {
    Thinning.NONE: "",
    Thinning.FAST: QT_TRANSLATE_NOOP("review", "key frames: fast"),
    Thinning.BACKWARDS: QT_TRANSLATE_NOOP("review", "key frames: backwards"),
    Thinning.BUSY_PC: QT_TRANSLATE_NOOP("review", "key frames: PC busy"),
}
_SILENCES = {
    Hearing.SPEED: QT_TRANSLATE_NOOP("review", "sound is heard forwards, from 0.5× to 2×"),
    Hearing.NONE: QT_TRANSLATE_NOOP("review", "this footage has no sound"),
    Hearing.DAMAGED: QT_TRANSLATE_NOOP("review", "the sound of this footage is damaged"),
    Hearing.NO_DEVICE: QT_TRANSLATE_NOOP(
        "review", "no sound: this PC has no speaker that works; plug one in, or headphones"
    ),
    Hearing.DEVICE_LOST: QT_TRANSLATE_NOOP(
        "review", "no sound: the PC's speaker does not answer; see whether it is plugged in"
    ),
}
_HOLDS = {
    HoldReason.BOOKMARK: QT_TRANSLATE_NOOP("review", "held for a bookmark"),
    HoldReason.INCIDENT: QT_TRANSLATE_NOOP("review", "held for an incident"),
    HoldReason.REQUEST: QT_TRANSLATE_NOOP("review", "held for a written request"),
    HoldReason.MANUAL: QT_TRANSLATE_NOOP("review", "held by hand"),
}
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("review", "Mon"),
    QT_TRANSLATE_NOOP("review", "Tue"),
    QT_TRANSLATE_NOOP("review", "Wed"),
    QT_TRANSLATE_NOOP("review", "Thu"),
    QT_TRANSLATE_NOOP("review", "Fri"),
    QT_TRANSLATE_NOOP("review", "Sat"),
    QT_TRANSLATE_NOOP("review", "Sun"),
)


def cause_words(cause: GapCause) -> str:
    """Why nothing was recorded."""
    return translate("review", _CAUSES[cause])


def thinning_words(thinning: Thinning) -> str:
    """Why less than every picture is shown, "" when every one is."""
    return translate("review", _THINNINGS[thinning]) if thinning is not Thinning.NONE else ""


def silence_words(hearing: Hearing) -> str:
    """Why a camera whose sound is on is not heard; "" when it is, or needs no word."""
    return translate("review", _SILENCES[hearing]) if hearing in _SILENCES else ""


def hold_words(reason: HoldReason) -> str:
    """Why footage is kept."""
    return translate("review", _HOLDS[reason])


def rate_words(rate: float) -> str:
    """2×, −4×, 0,5×; "" while it stands."""
    if not rate:
        return ""
    sign = "−" if rate < 0 else ""
    return f"{sign}{abs(rate):g}×".replace(".", translate("review", "."))


def moment_words(us: int) -> str:
    """Mon 23/11/2026 22:05:07, in the zone of the station PC."""
    at = from_us(us).astimezone()
    return f"{weekday_words(at)} {at:%d/%m/%Y %H:%M:%S}"


def short_words(us: int) -> str:
    """23/11 22:05:07."""
    return f"{from_us(us).astimezone():%d/%m %H:%M:%S}"


def weekday_words(at: datetime) -> str:
    """Mon."""
    return translate("review", _WEEKDAYS[at.weekday()])


def length_words(us: int) -> str:
    """2 h 14 min; the largest two units."""
    parts = (
        (us // DAY_US, translate("review", "{n} d")),
        (us // HOUR_US % 24, translate("review", "{n} h")),
        (us // MINUTE_US % 60, translate("review", "{n} min")),
        (us // SECOND_US % 60, translate("review", "{n} s")),
    )
    said = [words.format(n=number) for number, words in parts if number]
    return " ".join(said[:2]) or translate("review", "{n} s").format(n=0)


def face(tile: TileAt | None, gap: Gap | None) -> Face:
    """Word the tile of a camera; ``gap`` is what the timeline knows of that moment."""
    if tile is None:
        return Face(state=StreamState.CONNECTING, title=translate("review", "Opening the footage"))
    match tile.state:
        case TileState.SHOWN if tile.thinning is not Thinning.NONE:
            return Face(state=StreamState.LATE, badge=thinning_words(tile.thinning))
        case TileState.SHOWN:
            return Face(state=StreamState.LIVE)
        case TileState.SEEKING:
            return Face(state=StreamState.CONNECTING, badge=translate("review", "seeking"))
        case TileState.DAMAGED:
            return Face(
                state=StreamState.UNSUPPORTED,
                title=translate("review", "Footage damaged"),
                advice=translate(
                    "review",
                    "The file is missing, cut off or was changed. Tell the administrator.",
                ),
                dim=True,
            )
        case TileState.UNREAD:
            return Face(
                state=StreamState.CONNECTING,
                title=translate("review", "The list of footage cannot be read yet"),
                advice=translate(
                    "review",
                    "It is tried again by itself. If it stays so, tell the administrator.",
                ),
                dim=True,
            )
        case TileState.ENDED:
            return Face(
                state=StreamState.STALLED,
                title=translate("review", "Not recorded yet"),
                advice=translate("review", "The newest footage ends before this moment."),
                dim=True,
            )
        case _:
            return Face(
                state=StreamState.OFFLINE,
                title=translate("review", "No footage"),
                advice=_gap_advice(gap),
                dim=True,
            )


def _gap_advice(gap: Gap | None) -> str:
    if gap is None:
        return translate("review", "This camera was not recorded at that time.")
    if gap.end_us is None:
        said = translate("review", "{cause}. Since {start}, and still so.")
        return said.format(cause=cause_words(gap.cause), start=short_words(gap.start_us))
    said = translate("review", "{cause}. From {start} to {end}.")
    return said.format(
        cause=cause_words(gap.cause),
        start=short_words(gap.start_us),
        end=_end_words(gap.start_us, gap.end_us),
    )


def _end_words(start_us: int, end_us: int) -> str:
    """When a stretch ends: the time alone where that is on the day on which it began."""
    start, end = from_us(start_us).astimezone(), from_us(end_us).astimezone()
    return f"{end:%H:%M:%S}" if start.date() == end.date() else short_words(end_us)
