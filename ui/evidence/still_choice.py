"""Which pictures are chosen as stills, which are suggested, and the way back.  No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.evidence.choosing import MOST_STILLS
from db.evidence_records import StillWanted
from db.records import CameraId
from ui.evidence.reach import Reach

Stills = tuple[StillWanted, ...]


class StillChoice:
    """Stills in the order of cameras and instants, each once.

    ``left_out`` counts those that were chosen and are not wanted any more.
    """

    def __init__(
        self,
        stills: Iterable[StillWanted],
        suggested: Iterable[StillWanted],
        reaches: Mapping[CameraId, Reach],
    ) -> None:
        given = set(stills)
        wanted = {still for still in given if _is_wanted(still, reaches)}
        self.stills: Stills = tuple(sorted(wanted))
        self.left_out = len(given) - len(wanted)
        self._suggested = sorted({each for each in suggested if _is_wanted(each, reaches)})
        self._begun = self.stills
        self._before: list[Stills] = []
        self._after: list[Stills] = []

    @property
    def suggested(self) -> Stills:
        """What is suggested, and not chosen yet."""
        return tuple(each for each in self._suggested if each not in self.stills)

    @property
    def all(self) -> Stills:
        """What is chosen, then what is suggested."""
        return self.stills + self.suggested

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.stills != self._begun

    @property
    def is_full(self) -> bool:
        """Whether no picture more may be chosen."""
        return len(self.stills) >= MOST_STILLS

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    def add(self, *stills: StillWanted) -> bool:
        """Choose these, as many as fit; False where none is new or none fits."""
        new = [still for still in dict.fromkeys(stills) if still not in self.stills]
        room = MOST_STILLS - len(self.stills)
        return self._change({*self.stills, *new[:room]})

    def remove(self, still: StillWanted) -> bool:
        """Choose it no more; False where it was not."""
        return self._change(set(self.stills) - {still})

    def undo(self) -> None:
        """Take the last step back."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Take it again."""
        self._swap(self._after, self._before)

    def _change(self, stills: Iterable[StillWanted]) -> bool:
        changed = tuple(sorted(stills))
        if changed == self.stills:
            return False
        self._before.append(self.stills)
        self._after.clear()
        self.stills = changed
        return True

    def _swap(self, source: list[Stills], target: list[Stills]) -> None:
        if source:
            target.append(self.stills)
            self.stills = source.pop()


def _is_wanted(still: StillWanted, reaches: Mapping[CameraId, Reach]) -> bool:
    reach = reaches.get(still.camera_id)
    return reach is not None and still.at_us in reach
