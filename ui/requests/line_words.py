"""What there is of the footage that is wanted, a line of a request each: whole, gaps, exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from console.evidence.preview_records import LinePreview, Remark, Unrecorded
from db.evidence_records import Exported, Missing
from db.footage_records import GapCause
from db.records import OfficerId
from ui.exhibits.words import size_words
from ui.holds.words import span_words
from ui.recording_words import cause_words
from ui.requests.words import name_words
from ui.times import stamp_words
from ui.words import QT_TRANSLATE_NOOP, translate

MOST_GAPS = 4  # are named; of more the rest is counted
_SECOND = timedelta(seconds=1)
_REMARKS = {
    Remark.HEVC: QT_TRANSLATE_NOOP("requests", "H.265: many players need the viewing copy"),
    Remark.SOUND: QT_TRANSLATE_NOOP("requests", "voices are recorded"),
    Remark.OTHER_ROLE: QT_TRANSLATE_NOOP(
        "requests", "nothing of this stream is there: the other one is taken"
    ),
    Remark.STILL_RECORDING: QT_TRANSLATE_NOOP("requests", "its end is still being recorded"),
}

_UNRECORDED: Mapping[str, str] = {
    Unrecorded.NOT_RECORDED: QT_TRANSLATE_NOOP("requests", "nothing was recorded then"),
    Unrecorded.OTHER_STREAM: QT_TRANSLATE_NOOP("requests", "this stream was not recorded"),
}


def line_words(line: LinePreview, names: Mapping[OfficerId, str]) -> list[str]:
    """All that is known of a line, the most important first; some of it may go amiss."""
    return [*footage_words(line), *remark_words(line), *exported_words(line.exported, names)]


def is_whole(line: LinePreview) -> bool:
    """Whether nothing of it lacks, for a second or more."""
    return bool(line.footage) and not _told(line)


def footage_words(line: LinePreview) -> list[str]:
    """How much of it is there, and what lacks, with the causes."""
    gaps = _told(line)
    if not line.footage:
        causes = sorted({lack_words(each.cause) for each in line.missing})
        words = translate("requests", "No footage of this: {cause}")
        if not causes:
            return [translate("requests", "No footage of this")]
        return [words.format(cause="; ".join(causes))]
    words = translate("requests", "Footage is there, {size}")
    if not line.bytes:  # it is being recorded: nobody counted it yet
        words = translate("requests", "Footage is there")
    if gaps:
        words = translate("requests", "Footage is there but for what follows, {size}")
        if not line.bytes:
            words = translate("requests", "Footage is there but for what follows")
    told = [words.format(size=size_words(line.bytes))]
    for gap in gaps[:MOST_GAPS]:
        words = translate("requests", "missing {span}: {cause}")
        told.append(words.format(span=span_words(gap.span), cause=lack_words(gap.cause)))
    if (more := len(gaps) - MOST_GAPS) > 0:
        told.append(translate("requests", "and {count} more gaps").format(count=more))
    return told


def remark_words(line: LinePreview) -> list[str]:
    """What should be known of it before it is exported."""
    return [translate("requests", _REMARKS[each]) for each in line.remarks if each in _REMARKS]


def exported_words(exported: Exported, names: Mapping[OfficerId, str]) -> list[str]:
    """That something of it was exported before, and by whom last; nothing where it was not."""
    if not exported.count or exported.last_at is None:
        return []
    words = translate("requests", "Exported {count}× before, last by {officer} on {time}")
    return [
        words.format(
            count=exported.count,
            officer=name_words(names, exported.last_by),
            time=stamp_words(exported.last_at),
        )
    ]


def _told(line: LinePreview) -> list[Missing]:
    """The gaps that are worth a word."""
    return [each for each in line.missing if each.span.length >= _SECOND]


def lack_words(cause: str) -> str:
    """Why footage lacks, by a word of ``GapCause`` or of ``Unrecorded``."""
    if cause in _UNRECORDED:
        return translate("requests", _UNRECORDED[cause])
    return cause_words(GapCause(cause) if cause in set(GapCause) else GapCause.UNKNOWN)
