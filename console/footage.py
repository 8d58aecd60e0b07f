"""What was recorded, for whoever may see it: the timeline, and who watched what."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from console.audit import Act, Audit, told
from console.clock import Clock
from console.errors import FootageMissing
from console.gate import Gate
from console.moved import LONGEST, Changes, changes_in
from console.rights import Action, may
from console.video.looks import Area
from console.watching import Watching, minutes_around
from db.footage_records import Gap, Hold, Look, Outage, RemovedCamera, Run, Segment
from db.records import CameraId, Officer, OfficerId, Span, StreamRole, TeamId, to_us
from db.store import Store

log = logging.getLogger(__name__)

_NEAR = timedelta(minutes=10)  # so far from an instant a camera's clock is hardly another


class FootageIndex(Protocol):
    """What is needed of ``console.video.archive_reader.ArchiveReader``; any thread.

    Every method raises StoreDamaged and StoreFailed.
    """

    def runs(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Run]:
        """Unbroken footage."""
        ...

    def gaps(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Gap]:
        """Where there should be footage and is none."""
        ...

    def outages(self, cameras: Iterable[CameraId], span: Span) -> Sequence[Outage]:
        """When a camera gave no picture."""
        ...

    def looks(self, camera: CameraId, span: Span) -> Sequence[Look]:
        """The change map."""
        ...

    def activity(self, camera: CameraId, span: Span, steps: int) -> bytes:
        """How much moved at most in each of ``steps`` parts, a byte each."""
        ...

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """The finished files of a camera that reach into a span."""
        ...

    def days_with_footage(self, cameras: Sequence[CameraId], first: date, last: date) -> set[date]:
        """The local days with any footage."""
        ...

    def cameras(self) -> Sequence[CameraId]:
        """Every camera of which there is footage."""
        ...

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The first instant with footage from ``from_us`` on."""
        ...

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The last instant with footage up to ``from_us``."""
        ...


class Footage:
    """Answers the review page.  May block on the disk: not for the GUI thread.

    Every call asks for ``REVIEW_FOOTAGE`` of the cameras' teams, and raises ``NotAllowed``.  What
    is older than the role may see is left out; watching it is refused.
    """

    def __init__(
        self, store: Store, index: FootageIndex, gate: Gate, audit: Audit, clock: Clock
    ) -> None:
        self._store = store
        self._index = index
        self._gate = gate
        self._audit = audit
        self._clock = clock
        self._watching = Watching()
        self._let_in: tuple[OfficerId | None] | None = None  # who was, last

    def oldest(self) -> datetime | None:
        """What lies before is not for whoever sits here; None: he may see all that there is."""
        self._gate.require(Action.REVIEW_FOOTAGE)
        return self._oldest()

    def runs(self, cameras: Collection[CameraId], span: Span) -> Sequence[Run]:
        """Unbroken footage that reaches into ``span``, whole."""
        its = self._seen(cameras, span)
        return [] if its is None else self._index.runs(cameras, its)

    def gaps(self, cameras: Collection[CameraId], span: Span) -> Sequence[Gap]:
        """What was to be recorded in ``span`` and is not there."""
        its = self._seen(cameras, span)
        return [] if its is None else self._index.gaps(cameras, its)

    def outages(self, cameras: Collection[CameraId], span: Span) -> Sequence[Outage]:
        """When a camera gave no picture in ``span``."""
        its = self._seen(cameras, span)
        return [] if its is None else self._index.outages(cameras, its)

    def holds(self, cameras: Collection[CameraId], span: Span) -> Sequence[Hold]:
        """What retention leaves alone in ``span`` now."""
        its = self._seen(cameras, span)
        if its is None:
            return []
        with self._store.read() as unit:
            return unit.holds.meeting(cameras, its, self._clock.now())

    def activity(self, camera_id: CameraId, span: Span, steps: int) -> bytes:
        """How much moved in each of ``steps`` parts of ``span``, a byte each; 0 where too old."""
        self._require([camera_id])
        oldest = self._oldest()
        found = self._index.activity(camera_id, span, steps)
        if oldest is None or oldest <= span.start:
            return found
        hidden = min(steps, -(-steps * (oldest - span.start) // span.length))
        return bytes(hidden) + found[hidden:]

    def looks(self, camera_id: CameraId, span: Span) -> Sequence[Look]:
        """The change map of a camera."""
        its = self._seen([camera_id], span)
        return [] if its is None else self._index.looks(camera_id, its)

    def camera_offset(self, camera_id: CameraId, at: datetime) -> int | None:
        """What a camera's own clock was ahead of this PC's, in microseconds, about ``at``.

        As its nearest file within ten minutes tells; None: none of them does, or too old.  A few
        dozen rows are read.
        """
        its = self._seen([camera_id], Span(at, at + timedelta(microseconds=1)))
        if its is None:
            return None
        near = Span(at - _NEAR, at + _NEAR)
        told = [
            (max(each.start_us - to_us(at), to_us(at) - each.end_us, 0), each.camera_off_us)
            for each in self._index.segments(camera_id, None, near)
            if each.camera_off_us is not None
        ]
        return min(told)[1] if told else None

    def changes(self, camera_id: CameraId, span: Span, area: Area, least: float = 0.0) -> Changes:
        """When something changed in a part of a camera's picture, and where no map tells.

        A day takes about a third of a second at most, of a camera with a key frame each quarter of
        a second; a tenth of that where they come every two.

        Args:
            camera_id: Whose change map is looked through.
            span: ``moved.LONGEST`` at most.
            area: The part of the picture.
            least: The share of the area that must change at once, 0 to 1.

        Raises:
            FootageMissing: all of it is older than the role may see.
            ValueError: ``span`` is longer than that.

        """
        if span.length > LONGEST:
            raise ValueError("so much is asked for a part at a time")
        its = self._seen([camera_id], span)
        if its is None:
            raise FootageMissing
        looks = self._index.looks(camera_id, its)
        now_us = to_us(self._clock.now())
        return changes_in(looks, self._index.runs([camera_id], its), its, area, least, now_us)

    def days_with_footage(self, cameras: Collection[CameraId], span: Span) -> set[date]:
        """The days of ``span``, in this PC's zone, that have some footage."""
        its = self._seen(cameras, span)
        if its is None:
            return set()
        last = (its.end - timedelta(microseconds=1)).astimezone().date()
        return self._index.days_with_footage(list(cameras), its.start.astimezone().date(), last)

    def removed(self) -> list[RemovedCamera]:
        """The cameras that the station has no more and whose footage was kept, the latest first.

        Those of which nothing is young enough for the role are left out, and all of them for
        whoever is narrowed to teams: they are of no team.  A city's takes some milliseconds.
        """
        self._gate.require(Action.REVIEW_FOOTAGE)
        officer, now_us = self._gate.officer(), to_us(self._clock.now())
        if officer is not None and officer.teams and _is_scoped(officer):
            return []
        with self._store.read() as unit:
            gone = set(self._index.cameras()).difference(unit.fleet.ids_of())
        oldest = self._oldest()
        oldest_us = 0 if oldest is None else to_us(oldest)
        ends = {each: self._index.previous_footage([each], now_us) for each in gone}
        found = [
            RemovedCamera(camera_id=each, end_us=end_us)
            for each, end_us in ends.items()
            if end_us is not None and end_us >= oldest_us
        ]
        return sorted(found, key=lambda kept: (-kept.end_us, kept.camera_id))

    def next_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        """The first instant from ``from_us`` on at which one of ``cameras`` has footage.

        That is ``from_us`` itself inside of footage.  What is too old for the role is left out.
        """
        self._require(cameras)
        oldest = self._oldest()
        if oldest is not None:
            from_us = max(from_us, to_us(oldest))
        return self._index.next_footage(cameras, from_us)

    def previous_footage(self, cameras: Collection[CameraId], from_us: int) -> int | None:
        """The last instant up to ``from_us``; None where all of it is too old for the role."""
        self._require(cameras)
        oldest = self._oldest()
        found = self._index.previous_footage(cameras, from_us)
        is_hidden = found is not None and oldest is not None and found < to_us(oldest)
        return None if is_hidden else found

    # Who watched

    def begin_review(self, cameras: Collection[CameraId], span: Span) -> None:
        """Somebody is about to watch ``cameras`` from ``span`` on: allowed, and in the log.

        Raises NotAllowed: a camera of another team, or footage too old for the role.
        """
        self._note(cameras, span)
        self.write_watched()

    def note_watched(self, cameras: Collection[CameraId], span: Span) -> None:
        """``span`` of ``cameras`` was on the screen; to be told about every second.

        It is in the log a minute later at the latest, or at ``write_watched``.

        Raises NotAllowed, as ``begin_review``: then the player must be closed.
        """
        self._note(cameras, span)
        if self._watching.due(self._clock.monotonic_s()):
            self.write_watched()

    def note_still(self, camera_id: CameraId, at: datetime) -> None:
        """One picture is about to be kept as a file: allowed (``Action.EXPORT``), and in the log.

        Raises NotAllowed.
        """
        age = max(self._clock.now() - at, timedelta())
        self._gate.require(Action.EXPORT, teams=self._teams([camera_id]), age=age)
        with self._store.begin() as unit:
            self._audit.write(unit, Act.STILL_KEPT, "camera", camera_id, at=told(at))

    def end_review(self, cameras: Collection[CameraId], span: Span) -> None:
        """Note what was on the screen last, and write all that was watched into the log.

        Asks nobody, for the screen may be locked by then: it tells what was done by whoever was
        let in last.
        """
        if self._let_in is not None:
            whole = minutes_around(span.start, span.end)
            self._watching.note(self._let_in[0], cameras, whole, self._clock.monotonic_s())
        self.write_watched()

    def write_watched(self) -> None:
        """Write what was watched into the log: when a review ends, and before a sign-out.

        Asks nobody: it tells what was done.  What cannot be written is kept for the next time.
        """
        seen = self._watching.take()
        if not seen:
            return
        try:
            with self._store.begin() as unit:
                for (officer_id, camera_id), spans in sorted(
                    seen.items(), key=lambda item: (item[0][0] or 0, item[0][1])
                ):
                    for span in spans:
                        self._audit.write(
                            unit,
                            Act.WATCHED,
                            "camera",
                            camera_id,
                            officer_id=officer_id,
                            since=told(span.start),
                            to=told(span.end),
                        )
        except BaseException:
            self._watching.put_back(seen, self._clock.monotonic_s())
            raise

    def _note(self, cameras: Collection[CameraId], span: Span) -> None:
        age = self._clock.now() - span.start
        officer_id = self._gate.require(
            Action.REVIEW_FOOTAGE, teams=self._teams(cameras), age=max(age, timedelta())
        )
        self._let_in = (officer_id,)
        whole = minutes_around(span.start, span.end)
        self._watching.note(officer_id, cameras, whole, self._clock.monotonic_s())

    def _require(self, cameras: Collection[CameraId]) -> None:
        self._gate.require(Action.REVIEW_FOOTAGE, teams=self._teams(cameras))

    def _teams(self, cameras: Iterable[CameraId]) -> set[TeamId | None]:
        with self._store.read() as unit:
            return unit.fleet.teams_of(cameras)

    def _oldest(self) -> datetime | None:
        officer = self._gate.officer()
        right = None if officer is None else may(officer.role, Action.REVIEW_FOOTAGE)
        if right is None or right.oldest is None:
            return None
        return self._clock.now() - right.oldest

    def _seen(self, cameras: Collection[CameraId], span: Span) -> Span | None:
        """The part of ``span`` that the role may see, None for none of it.  Raises NotAllowed."""
        self._require(cameras)
        oldest = self._oldest()
        if oldest is None or oldest <= span.start:
            return span
        return Span(oldest, span.end) if oldest < span.end else None


def _is_scoped(officer: Officer) -> bool:
    """Whether he sees the cameras of his teams alone, if he has some."""
    right = may(officer.role, Action.REVIEW_FOOTAGE)
    return right is not None and right.scoped
