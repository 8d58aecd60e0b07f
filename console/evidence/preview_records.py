"""What is told of a package before it is made: what there is, what lacks, how much, how long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.evidence_records import Exported, Missing, Wanted
from db.records import Span, StreamRole


class Obstacle(StrEnum):
    """Why a package cannot be begun; words on screen are of ``ui``."""

    NO_FOOTAGE = "no_footage"  # nothing of all that is wanted is on disk
    NO_FOLDER = "no_folder"  # the target is not there, or is no folder
    NOT_WRITABLE = "not_writable"
    NO_ROOM = "no_room"
    FILE_TOO_LARGE = "file_too_large"  # the medium's file system (FAT32) takes no file of that size
    NO_FORM = "no_form"  # the request allows no form that can be made
    UNREADABLE = "unreadable"  # the footage index cannot be read now


class Unrecorded(StrEnum):
    """What ``Missing.cause`` may be beside a word of ``db.footage_records.GapCause``."""

    NOT_RECORDED = "not_recorded"  # the index knows nothing of it
    OTHER_STREAM = "other_stream"  # nothing of this stream; of the camera's other one there is


class Remark(StrEnum):
    """What an officer should know of a line, and what goes wrong for nobody."""

    HEVC = "hevc"  # H.265: many players do not show it; the viewing copy does
    PICTURE_CHANGES = "picture_changes"  # size or codec changes: more than one file
    SOUND = "sound"  # voices are recorded
    OTHER_ROLE = "other_role"  # nothing of the wanted stream is there: the other one is taken
    STILL_RECORDING = "still_recording"  # its end lies ahead of what can be copied now


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePreview:
    """One line of what is wanted.

    ``role`` is the stream that is copied, which all figures are of.  ``lead_us`` is how much
    earlier its copy begins (key frame), at most; ``missing`` what no copy will hold, with the cause
    of each, nothing that lies ahead; ``bytes`` what its native copies take, about, and
    ``largest_bytes`` the largest of them.  ``codecs`` are libavcodec's names, none where no file
    could be asked; ``pixels`` of the largest picture, 0 then.
    """

    wanted: Wanted
    role: StreamRole
    files: int
    footage: tuple[Span, ...]
    missing: tuple[Missing, ...]
    lead_us: int
    bytes: int
    largest_bytes: int
    codecs: tuple[str, ...]
    pixels: int
    remarks: tuple[Remark, ...]
    exported: Exported


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A whole package.

    ``queued_bytes`` is what those take beyond what they have written that are queued before it, for
    the same medium.  ``seconds`` is about what it takes; None: nothing was measured yet.
    ``free_bytes`` None: the target cannot be asked.  Nothing is offered to be queued while there
    are ``obstacles``; the queue itself takes it, for a medium may be plugged in later.
    """

    lines: tuple[LinePreview, ...]
    needed_bytes: int
    queued_bytes: int = 0
    free_bytes: int | None
    seconds: float | None
    obstacles: tuple[Obstacle, ...]
