"""What was typed of requests and could not be kept: it waits in memory for whoever typed it."""

from __future__ import annotations

from dataclasses import dataclass

from db.evidence_records import Request, RequestId
from db.records import OfficerId
from ui.evidence.request_fields import TypedRequest


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands in the fields, of which draft, what of it was kept, and where Esc leads."""

    base: Request | None
    shown: TypedRequest
    typed: TypedRequest
    came_from: str


class Asides:
    """One for each officer and draft, and one for what is no draft yet."""

    def __init__(self) -> None:
        self._kept: dict[tuple[OfficerId | None, RequestId | None], Aside] = {}

    def put(self, me: OfficerId | None, aside: Aside) -> None:
        """Remember it."""
        self._kept[me, None if aside.base is None else aside.base.id] = aside

    def claim(self, me: OfficerId | None) -> None:
        """Who sits here is known by now: what was put before that is his."""
        for key in [key for key in self._kept if key[0] is None]:
            self._kept[me, key[1]] = self._kept.pop(key)

    def drop(self) -> None:
        """Whose it was is not known, and he is gone."""
        for key in [key for key in self._kept if key[0] is None]:
            del self._kept[key]

    def take(self, me: OfficerId | None, request_id: RequestId | None) -> Aside | None:
        """What was remembered of that draft; it is not any more."""
        return self._kept.pop((me, request_id), None)

    def take_any(self, me: OfficerId | None) -> Aside | None:
        """What was remembered last of his."""
        mine = [key for key in self._kept if key[0] == me]
        return self._kept.pop(mine[-1]) if mine else None
