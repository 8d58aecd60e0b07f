"""The window's end of a canvas, whoever paints it: the slots of the block that is shown now."""

from __future__ import annotations

from collections.abc import Sequence

from console.platform.blocks import Block
from console.video.canvas import Region, SlotReader
from console.video.ports import Picture


class MappedPictures:
    """``Pictures`` over shared memory.  GUI thread only."""

    def __init__(self) -> None:
        self._readers: dict[int, SlotReader] = {}

    def changed(self) -> list[int]:
        """See ``Pictures``."""
        return [slot for slot, reader in self._readers.items() if reader.changed()]

    def picture(self, slot: int) -> Picture | None:
        """See ``Pictures``."""
        return self._readers[slot].picture() if slot in self._readers else None

    def intact(self, slot: int, picture: Picture) -> bool:
        """See ``Pictures``."""
        return slot not in self._readers or self._readers[slot].intact(picture)

    def decoded(self, slot: int) -> int:
        """See ``Pictures``."""
        return self._readers[slot].decoded() if slot in self._readers else 0

    def look_at(self, block: Block, regions: Sequence[Region]) -> None:
        """These from now on; what was mapped before is let go."""
        self.let_go()
        self._readers = {region.slot: SlotReader(block, region) for region in regions}

    def let_go(self) -> None:
        """Look at nothing any more."""
        for reader in self._readers.values():
            reader.release()
        self._readers = {}
