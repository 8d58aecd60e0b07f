"""The bookmarks that a timeline shows: where they stand, which lie near, what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from db.case_records import BookmarkFlag
from db.records import CameraId, from_us
from ui.review.scale import Scale
from ui.times import stamp_words
from ui.words import translate

_MOST_TOLD = 3  # of those that lie under the pointer


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one row, by time."""

    instants: list[int] = field(default_factory=list)
    flags: list[BookmarkFlag] = field(default_factory=list)

    def put(self, flag: BookmarkFlag) -> None:
        self.instants.append(flag.at_us)
        self.flags.append(flag)


class Flags:
    """Bookmarks by time, for each camera and for all.  Never changed once it is made."""

    def __init__(self, flags: Sequence[BookmarkFlag] = (), *, cut: bool = False) -> None:
        """``flags`` are in order of time; ``cut``: there are older ones that were not read."""
        self.cut = cut
        self._all = _Row()
        self._rows: dict[CameraId, _Row] = {}
        for flag in flags:
            self._all.put(flag)
            for camera_id in flag.cameras:
                self._rows.setdefault(camera_id, _Row()).put(flag)

    def __len__(self) -> int:
        return len(self._all.flags)

    def columns(self, camera_id: CameraId | None, scale: Scale) -> list[int]:
        """The pixels of ``scale`` at which a camera's flags stand, each once; None: of all."""
        row = self._row(camera_id)
        start_us, per = scale.start_us, scale.width / scale.length_us
        first = bisect_left(row.instants, start_us)
        last = bisect_left(row.instants, scale.end_us)
        return sorted({int((at - start_us) * per) for at in row.instants[first:last]})

    def near(
        self, camera_id: CameraId | None, us: int, within_us: float, among: Collection[CameraId]
    ) -> list[BookmarkFlag]:
        """A camera's flags around an instant, the nearest first; None: of all ``among``."""
        row = self._row(camera_id)
        first = bisect_left(row.instants, us - within_us)
        last = bisect_left(row.instants, us + within_us)
        found = row.flags[first:last]
        if camera_id is None:
            found = [flag for flag in found if not set(flag.cameras).isdisjoint(among)]
        return sorted(found, key=lambda flag: abs(flag.at_us - us))

    def _row(self, camera_id: CameraId | None) -> _Row:
        return self._all if camera_id is None else self._rows.get(camera_id, _NOTHING)


_NOTHING = _Row()


def flag_words(flag: BookmarkFlag) -> str:
    """23/11/2026 22:05:07 · theft · what was written · who marked it."""
    said = [
        translate("review", "Bookmark {time}").format(time=stamp_words(from_us(flag.at_us))),
        flag.category or translate("review", "no category yet"),
        flag.note or translate("review", "not described yet"),
        flag.officer,
    ]
    return " · ".join(part for part in said if part)


def flags_words(flags: Sequence[BookmarkFlag]) -> str:
    """The nearest few, a line each, and how many more there are; "" for none."""
    lines = [flag_words(flag) for flag in flags[:_MOST_TOLD]]
    if more := len(flags) - len(lines):
        lines.append(translate("review", "and {count} more bookmarks").format(count=more))
    return "\n".join(lines)
