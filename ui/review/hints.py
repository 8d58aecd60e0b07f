"""What there is to say of one instant of one row: the words under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from console.events import Reason, StreamState
from db.footage_records import Outage
from db.records import CameraId, from_us
from ui.review.material import Lane, Material, Track
from ui.review.scale import SECOND_US
from ui.review.words import cause_words, hold_words, length_words, short_words
from ui.stream_words import state_word
from ui.words import translate


def instant_words(material: Material, camera_id: CameraId, us: int, now_us: int) -> str:
    """Whether there is footage, why not, what holds it, whether the camera was out."""
    track = material.track(camera_id)
    said = [_footage_words(track, us, now_us)]
    if _is_within(track.twice, us):
        said.append(
            translate(
                "review",
                "Recorded twice, since the PC's clock was set back: the second time is shown here, "
                "an export has both",
            )
        )
    outage = track.outages.at(us)
    if outage is not None:
        said.append(_outage_words(outage))
    for hold in track.holds_at(us):
        words = hold_words(hold.reason)
        if hold.until is not None:
            until = f"{hold.until.astimezone():%d/%m/%Y}"
            words = translate("review", "{held} until {day}").format(held=words, day=until)
        said.append(words)
    return " · ".join(said)


def clock_words(offset_us: int | None) -> str:
    """How a camera's own clock goes, measured against this PC's; it may stand in its picture."""
    if offset_us is None:
        return translate("review", "The camera's clock: not measured")
    if abs(offset_us) < SECOND_US:
        return translate("review", "The camera's clock goes as this PC's, within a second")
    said = (
        translate("review", "The camera's clock is {length} ahead of this PC's")
        if offset_us > 0
        else translate("review", "The camera's clock is {length} behind this PC's")
    )
    return said.format(length=length_words(abs(offset_us)))


def sum_words(material: Material, cameras: Sequence[CameraId], us: int) -> str:
    """How many rows have footage at an instant."""
    count = sum(has_footage(material.track(camera), us) for camera in cameras)
    return translate("review", "Footage of {n} of {all} cameras").format(n=count, all=len(cameras))


def has_footage(track: Track, us: int) -> bool:
    """Whether an instant of a row can be played."""
    return _is_within(track.recorded, us)


def _is_within(lane: Lane[None], us: int) -> bool:
    place = lane.within(us, us + 1)
    return bool(place.stop > place.start)


def _footage_words(track: Track, us: int, now_us: int) -> str:
    if us >= now_us:
        return translate("review", "Not recorded yet")
    if has_footage(track, us):
        return translate("review", "Recorded")
    if track.open_us is not None and us >= track.open_us:
        return translate("review", "Being recorded; it can be played in a moment")
    gap = track.gaps.at(us)
    if gap is None:
        return translate("review", "No footage")
    end_us = now_us if gap.end_us is None else gap.end_us
    said = translate("review", "No footage: {cause} ({start}, {length})")
    return said.format(
        cause=cause_words(gap.cause),
        start=short_words(gap.start_us),
        length=length_words(end_us - gap.start_us),
    )


def _outage_words(outage: Outage) -> str:
    try:
        word = state_word(StreamState(outage.state), Reason(outage.reason))
    except ValueError:  # a word of a newer program
        word = state_word(StreamState.OFFLINE)
    said = translate("review", "{state} since {start}")
    return said.format(state=word, start=f"{from_us(outage.start_us).astimezone():%H:%M:%S}")


def still_hint(*, may_keep: bool, is_empty: bool) -> str:
    """Why no picture can be kept now, "" when one can."""
    if not may_keep:
        return translate("review", "Your role may not take pictures out")
    return translate("review", "Choose a camera first") if is_empty else ""
