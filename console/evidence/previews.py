"""What a package would hold, take and lack, before anything of it is begun."""

from __future__ import annotations

import logging
import statistics
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from console.errors import StoreProblem
from console.evidence import looking
from console.evidence.preview_records import LinePreview, Obstacle, Preview
from console.evidence.preview_target import Target, is_same_medium, look_at, written_bytes
from console.evidence.request_door import RequestDoor
from console.evidence.sizes import Sizes, forms_of, sizes_of, stills_of
from console.evidence.writing import LEFT_FREE_BYTES
from console.video.archive_reader import ArchiveReader
from db.evidence_records import (
    NO_EXTRAS,
    Exported,
    Package,
    PackageExtras,
    PackageForm,
    PackageQuery,
    Request,
    RequestId,
    Wanted,
)
from db.incident_records import Viewer
from db.records import CameraId, Span, to_us
from db.store import Store, Unit

_RECENT, _ALIKE = 20, 5  # packages that are looked through, and of how many the pace is taken
_SECOND = timedelta(seconds=1)
_F = PackageForm

log = logging.getLogger(__name__)


class Previews:
    """Looks, and changes nothing.  May wait for the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` (as the export itself would), ``Gone`` and ``StoreProblem``.
    50 ms for a day of ten cameras in a city, where disks are awake, and as much for each package
    of the queue that goes to the same medium.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        index: ArchiveReader,
        look_at: Callable[[str], Target] = look_at,
    ) -> None:
        """``look_at`` looks at a folder as typed."""
        self._store = store
        self._door = door
        self._index = index
        self._look_at = look_at

    def of(self, request_id: RequestId, target: str, extras: PackageExtras = NO_EXTRAS) -> Preview:
        """What a package of a request would be, in the folder ``target``.

        It tries whether something can be written there, and leaves nothing.  A folder that is none
        is an obstacle, no error.
        """
        let_in = self._door.enter(request_id)
        with self._store.read() as unit:
            request = let_in.found(unit)
            exported = unit.packages.exported_each(_stretches(request.allowed))
            pace = _pace(unit, let_in.viewer, request)
            before = [(each, _request_of(unit, each)) for each in unit.packages.queue()]
        lines = self._looked_at(request.allowed, exported)
        place = self._look_at(target)
        forms, stills = forms_of(request), stills_of(request, request.allowed, extras.stills)
        sizes = sizes_of(lines or (), forms, stills)
        queued_bytes = sum(
            self._still_to_come(package, its)
            for package, its in before
            if is_same_medium(package.target, target)
        )
        return Preview(
            lines=looking.nothing_known(request.allowed, exported) if lines is None else lines,
            needed_bytes=sizes.needed_bytes,
            queued_bytes=queued_bytes,
            free_bytes=place.free_bytes,
            seconds=None if pace is None else _length_s(lines or ()) / pace,
            obstacles=tuple(_obstacles(lines, bool(stills or forms), place, sizes, queued_bytes)),
        )

    def _still_to_come(self, package: Package, request: Request | None) -> int:
        """What a package of the queue takes beyond what it has written; 0: nobody can tell."""
        nothing = [Exported(count=0) for _ in package.wanted]
        lines = self._looked_at(package.wanted, nothing) or ()
        stills = stills_of(request, package.wanted, package.extras.stills)
        needed_bytes = sizes_of(lines, forms_of(request), stills).needed_bytes if lines else 0
        return max(0, needed_bytes - written_bytes(package.target, package.uuid))

    def of_lines(self, wanted: Sequence[Wanted]) -> tuple[LinePreview, ...]:
        """What there is of stretches that somebody may ask for, each as of now.

        Raises StoreProblem: the footage index cannot be read, among others.
        """
        self._door.allow(wanted)
        with self._store.read() as unit:
            exported = unit.packages.exported_each(_stretches(wanted))
        return looking.look(self._index, wanted, exported, to_us(self._door.now))

    def _looked_at(
        self, wanted: Sequence[Wanted], exported: Sequence[Exported]
    ) -> tuple[LinePreview, ...] | None:
        try:
            return looking.look(self._index, wanted, exported, to_us(self._door.now))
        except StoreProblem as problem:
            log.info("what there is of a request cannot be told: %s", problem)
            return None


def _obstacles(
    lines: Sequence[LinePreview] | None,
    has_form: bool,
    place: Target,
    sizes: Sizes,
    queued_bytes: int,
) -> Iterator[Obstacle]:
    if not has_form:
        yield Obstacle.NO_FORM
    if lines is None:
        yield Obstacle.UNREADABLE
    elif not any(line.footage for line in lines):
        yield Obstacle.NO_FOOTAGE
    if place.obstacle is not None:
        yield place.obstacle
    needed_bytes = sizes.needed_bytes + queued_bytes + LEFT_FREE_BYTES
    if place.free_bytes is not None and place.free_bytes < needed_bytes:
        yield Obstacle.NO_ROOM
    limit = place.largest_file_bytes
    if limit is not None and sizes.largest_bytes > limit:
        yield Obstacle.FILE_TOO_LARGE


def _stretches(wanted: Sequence[Wanted]) -> list[tuple[CameraId, Span]]:
    return [(each.camera_id, each.span) for each in wanted]


def _request_of(unit: Unit, package: Package) -> Request | None:
    return None if package.request_id is None else unit.requests.request(package.request_id)


def _length_s(lines: Sequence[LinePreview]) -> float:
    """Of all footage, in seconds."""
    return sum((span.length / _SECOND for line in lines for span in line.footage), 0.0)


def _pace(unit: Unit, viewer: Viewer, request: Request) -> float | None:
    """How many seconds of footage were packed in one, in packages like this one.

    Of the newest few with viewing copies, if it has them, and of the same streams; None: of none.
    """
    found: list[float] = []
    for package in unit.packages.page(PackageQuery(limit=_RECENT), viewer):
        took_s, length_s = _took_s(package), _packed_s(package)
        if took_s is None or length_s <= 0 or not _is_alike(unit, package, request):
            continue
        found.append(length_s / took_s)
        if len(found) == _ALIKE:
            break
    return statistics.median(found) if found else None


def _took_s(package: Package) -> float | None:
    if package.made is None or package.began_at is None or package.ended_at is None:
        return None
    took_s = (package.ended_at - package.began_at) / _SECOND
    return took_s if took_s > 0 else None  # a clock may have been set


def _packed_s(package: Package) -> float:
    spans: list[Span] = [each.span for each in package.wanted]
    missing = [] if package.made is None else [each.span for each in package.made.missing]
    return sum(span.length / _SECOND for span in spans) - sum(
        span.length / _SECOND for span in missing
    )


def _is_alike(unit: Unit, package: Package, request: Request) -> bool:
    if {each.role for each in package.wanted} != {each.role for each in request.allowed}:
        return False
    if package.request_id is None:
        return False
    its = unit.requests.request(package.request_id).forms
    return (_F.VIEWING in its) is (_F.VIEWING in request.forms)
