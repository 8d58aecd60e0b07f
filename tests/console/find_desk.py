"""Who looks for what at a station of ten cameras, two clusters and two teams."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from console.audit import Audit
from console.finding import Find, Finding
from db.case_records import BookmarkId, CategoryId, IncidentId
from db.find_records import FoundKind
from db.records import CameraId, TeamId
from db.store import Store
from tests import duty, wards
from tests.fakes import FakeClock
from tests.timelines import Post

HERE = timezone(timedelta(hours=7))  # 14/03 20:00 UTC is 15/03 03:00 there, a Sunday
KIND = {FoundKind.BOOKMARK: "b", FoundKind.INCIDENT: "i"}


@dataclass
class FindDesk:
    """Ten cameras of two clusters, each with its team."""

    post: Post
    find: Find
    cameras: list[CameraId]
    kinds: dict[str, CategoryId]
    store: Store

    def at(self, hours: float) -> datetime:
        """So long before now."""
        return self.post.clock.now() - timedelta(hours=hours)

    def bookmark(self, hours: float, note: str, camera: int = 1, **values: Any) -> BookmarkId:
        with self.store.begin() as unit:
            return duty.bookmark(unit, self.at(hours), note, (self.cameras[camera - 1],), **values)

    def incident(self, hours: float, title: str, **values: Any) -> IncidentId:
        with self.store.begin() as unit:
            return duty.incident(unit, self.at(hours), title, **values)

    def found(self, text: str) -> list[str]:
        """As "b1" and "i1", newest first."""
        return told(self.find.find(text))

    def team(self, number: int) -> TeamId:
        with self.store.read() as unit:
            return unit.fleet.teams()[number - 1].id


def find_desk(folder: Path, store: Store, clock: FakeClock) -> FindDesk:
    """Nobody sits there yet."""
    wards.fill(store, cameras=10)
    post = Post(folder, store, clock)
    with store.read() as unit:
        kinds = duty.categories(unit)
    cameras = [camera.id for camera in post.cameras()]
    audit = Audit(post.seat, clock, "pc-1")
    return FindDesk(post, Find(store, post.gate, audit, clock, HERE), cameras, kinds, store)


def told(finding: Finding) -> list[str]:
    return [f"{KIND[result.kind]}{result.id}" for result in finding.results]
