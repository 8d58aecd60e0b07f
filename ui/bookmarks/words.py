"""Bookmarks in the officer's words."""

from __future__ import annotations

from datetime import datetime

from console.events import Reason, StreamState
from db.case_records import MOST_DRAFTS, Bookmark, Shot
from db.records import CameraId
from ui.stream_words import state_word
from ui.times import stamp_words, time_words
from ui.ward import Ward
from ui.words import translate


def cameras_words(bookmark: Bookmark, ward: Ward) -> str:
    """03 Cổng chợ; of several: 03 Cổng chợ and 4 more."""
    first, *others = bookmark.cameras
    name = camera_words(first, ward)
    if not others:
        return name
    words = translate("bookmarks", "{camera} and {count} more")
    return words.format(camera=name, count=len(others))


def camera_words(camera_id: CameraId, ward: Ward) -> str:
    """03 Cổng chợ."""
    camera = ward.camera(camera_id)
    if camera is None:
        return translate("bookmarks", "a camera that was removed")
    return f"{camera.number:02} {camera.name}"


def instant_words(at: datetime, now: datetime) -> str:
    """The time alone where it is of today, else with its day."""
    same_day = at.astimezone().date() == now.astimezone().date()
    return time_words(at) if same_day else stamp_words(at)


def outage_words(shot: Shot) -> str:
    """How the camera was at the instant, "" while it was live."""
    try:
        state = StreamState(shot.state) if shot.state else StreamState.LIVE
        reason = Reason(shot.reason) if shot.reason else Reason.NONE
    except ValueError:  # of a newer program
        return shot.state
    if state in {StreamState.LIVE, StreamState.PAUSED}:
        return ""
    return state_word(state, reason)


def drafts_words(count: int) -> str:
    """How many drafts there are: 12; "more than 500" where no more are read."""
    if count <= MOST_DRAFTS:
        return str(count)
    return translate("bookmarks", "more than {count}").format(count=MOST_DRAFTS)


def draft_words(bookmark: Bookmark, ward: Ward, now: datetime, maker: str) -> str:
    """Lines of the list of drafts: when and where, what is known of it, who made it.

    ``maker`` is "" for whoever looks.
    """
    first = f"{instant_words(bookmark.at, now)}  {cameras_words(bookmark, ward)}"
    second = outage_words(bookmark.shots[0]) if bookmark.shots else ""
    if not second:
        if bookmark.note:
            second = bookmark.note
        elif bookmark.category_id is not None:
            second = translate("bookmarks", "A line of text is missing")
        else:
            second = translate("bookmarks", "Not described yet")
    return "\n".join(filter(None, (first, second, maker)))
