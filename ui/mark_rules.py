"""What a bookmark, a still or a phrase broke, in the officer's words: a part of ``messages``."""

from __future__ import annotations

from collections.abc import Mapping

from ui.words import QT_TRANSLATE_NOOP

# The rules of console.moments, console.still_files, console.drawings and console.phrases.
BOOKMARK_RULES: Mapping[str, str] = {
    "bookmark_cameras": QT_TRANSLATE_NOOP("messages", "Choose at least one camera, 100 at most."),
    "bookmark_ahead": QT_TRANSLATE_NOOP(
        "messages", "This time has not come yet. Check the PC's clock."
    ),
    "bookmark_retired": QT_TRANSLATE_NOOP(
        "messages", "This category is not given any more. Choose another."
    ),
    "bookmark_late": QT_TRANSLATE_NOOP(
        "messages",
        "The ten seconds are over: describe the bookmark instead, as pressed by mistake.",
    ),
    "bookmark_not_his": QT_TRANSLATE_NOOP(
        "messages", "Only whoever made this bookmark may do that."
    ),
    "bookmark_undone": QT_TRANSLATE_NOOP("messages", "This bookmark was taken back."),
    "bookmark_joined": QT_TRANSLATE_NOOP(
        "messages", "This bookmark belongs to an incident by now. Take it out of there first."
    ),
    "bookmark_settled": QT_TRANSLATE_NOOP(
        "messages", "Its incident was submitted already. Have the chief return it first."
    ),
    "bookmark_kept": QT_TRANSLATE_NOOP(
        "messages", "This bookmark has its picture already; it is never replaced."
    ),
    "bookmark_no_still": QT_TRANSLATE_NOOP("messages", "There is no picture to draw on."),
    "still_late": QT_TRANSLATE_NOOP(
        "messages", "The picture came too late; the bookmark is kept without it."
    ),
    "still_unfit": QT_TRANSLATE_NOOP("messages", "This is no picture that can be kept."),
    "drawing_too_much": QT_TRANSLATE_NOOP(
        "messages", "There are too many figures on this picture: 40 at most."
    ),
    "drawing_beyond": QT_TRANSLATE_NOOP(
        "messages", "Draw inside the picture, from one corner to another."
    ),
    "phrase_code": QT_TRANSLATE_NOOP(
        "messages", "A code has letters and digits alone, such as: vt hd."
    ),
    "phrase_taken": QT_TRANSLATE_NOOP("messages", "There is such a phrase already."),
    "phrase_many": QT_TRANSLATE_NOOP(
        "messages", "The bank is full: remove phrases that nobody uses."
    ),
}
