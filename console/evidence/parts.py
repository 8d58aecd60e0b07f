"""The services of evidence, put together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from console.audit import Audit
from console.case_door import CaseDoor
from console.clock import Clock
from console.events import Post
from console.evidence.approvals import RequestApprovals
from console.evidence.copies import Copies
from console.evidence.custody import Custody
from console.evidence.export_queue import ExportQueue
from console.evidence.maker import Maker
from console.evidence.making import Workshop, no_stamp
from console.evidence.packages import Packages
from console.evidence.peeks import Peeks
from console.evidence.previews import Previews
from console.evidence.request_door import RequestDoor
from console.evidence.request_papers import RequestPapers
from console.evidence.requests import Requests
from console.footage import Footage
from console.gate import Gate
from console.heads import Heads
from console.platform.media import Medium, medium_of
from console.platform.others import ran_at
from console.station import StationSettings
from console.video.archive_reader import ArchiveReader
from console.video.footage_ports import FootageEngine
from db.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a front end needs of evidence."""

    requests: Requests
    approvals: RequestApprovals
    papers: RequestPapers
    queue: ExportQueue
    packages: Packages
    custody: Custody
    maker: Maker
    previews: Previews
    peeks: Peeks
    copies: Copies


def put_together(
    data_dir: Path,
    store: Store,
    gate: Gate,
    cases: CaseDoor,
    audit: Audit,
    clock: Clock,
    settings: Callable[[], StationSettings],
    leave_no_trace: Callable[[], None],
    zone: tzinfo | None = None,
    on_medium: Callable[[Path], Medium | None] = medium_of,
    *,
    date: Clock,
    index: ArchiveReader,
    footage: Footage,
    engine: FootageEngine | None,
    heads: Heads,
    post: Post,
    stamper: Callable[[bytes], bytes | None] = no_stamp,
) -> Evidence:
    """One of each, over one door; ``leave_no_trace`` empties the store's log of what was erased.

    ``date`` is the known date, ``index`` the footage's, ``on_medium`` tells what a folder lies on,
    ``stamper`` asks for time-stamps.
    """
    door = RequestDoor(store, gate, clock)
    shop = Workshop(
        store=store,
        index=index,
        engine=engine,
        heads=heads,
        clock=clock,
        settings=settings,
        post=post,
        zone=zone,
        stamper=stamper,
        serial_of=lambda folder: None if (its := on_medium(folder)) is None else its.serial,
    )
    queued = threading.Event()
    queue = ExportQueue(store, door, audit, settings, ran_at, queued.set)
    return Evidence(
        requests=Requests(store, door, cases, audit, settings, date, zone),
        approvals=RequestApprovals(store, door, audit, date, leave_no_trace),
        papers=RequestPapers(data_dir, store, door, audit),
        queue=queue,
        packages=Packages(store, door),
        custody=Custody(store, door, audit, leave_no_trace),
        previews=Previews(store, door, index),
        peeks=Peeks(data_dir, door, footage, engine),
        copies=Copies(store, door, audit, settings, on_medium, zone),
        maker=Maker(queue, shop, queued),
    )
