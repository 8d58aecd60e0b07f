"""Recorded footage of a camera at an instant: the file that holds it, or why there is none.

What was finished is found through the index, what is being written at this moment through the
folders, where it has ``.partial`` behind its name.  Where an instant lies in footage of both
streams the wanted one is taken; where the station's clock was set back and an instant came twice,
the later time.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from console.video.film import Film, FilmUnreadable
from console.video.footage_files import place_of
from console.video.growing_files import growing
from db.footage_records import Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us
from db.structs import Frozen

TAIL_US = 1_000_000  # the last picture before a hole stands so long; a shorter hole is none
_FILMS = 96  # heads of files that are kept; one takes some 200 KB


class FootageIndex(Protocol):
    """What is asked of the footage index; ``console.video.archive_reader`` answers."""

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """The finished segments of a camera that reach into a span, in order."""
        ...

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The first instant from ``from_us`` on at which any of the cameras has footage."""
        ...

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """The last instant up to ``from_us`` at which any of the cameras has footage."""
        ...

    def volumes(self) -> Mapping[VolumeId, str]:
        """Where each volume lies; see ``Film.place``."""
        ...


class Hole(Frozen):
    """No footage from ``start_us`` (None: nor ever before) to ``end_us`` (None: nor ever after).

    ``damaged``: there was some, and its file is missing, cut off or broken.
    """

    start_us: int | None
    end_us: int | None
    damaged: bool = False


class Recorded(Frozen):
    """A file that begins at ``start_us``.

    ``end_us`` is where the index says that it ends, None while it grows.  ``sha256`` is of its
    bytes, as they were recorded; empty where nobody knows it.
    """

    camera_id: CameraId
    role: StreamRole
    place: str
    start_us: int
    end_us: int | None
    sha256: bytes = b""

    @property
    def name(self) -> str:
        """How the file is called."""
        return Path(self.place).name


class Footage:
    """Finds films.  Safe from any thread."""

    def __init__(self, index: FootageIndex) -> None:
        self._index = index
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._films: OrderedDict[str, Film] = OrderedDict()
        self._avoided: frozenset[tuple[int, int]] = frozenset()

    def avoid(self, files: frozenset[tuple[int, int]]) -> None:
        """Never open these again, by camera and start: they broke a decoder twice."""
        with self._lock:
            self._avoided = files

    def without(self, files: Iterable[Recorded]) -> Footage:
        """The same footage, as though these files had gone."""
        other = Footage(self._index)
        with self._lock:
            other.avoid(self._avoided | {(each.camera_id, each.start_us) for each in files})
        return other

    def film_at(self, camera: CameraId, at_us: int, prefer: StreamRole) -> Film | Hole:
        """The film that shows ``at_us``, of the preferred stream if there is one.

        Raises:
            StoreFailed, StoreDamaged: the index cannot be read.
        """
        tail: Film | None = None
        lost: Hole | None = None
        for recorded in self._candidates(camera, at_us, prefer):
            film = self.open(recorded)
            if film is None or at_us >= film.end_us + TAIL_US:
                if recorded.end_us is not None and at_us < recorded.end_us:
                    start_us = recorded.start_us if film is None else film.end_us
                    lost = lost or Hole(start_us, recorded.end_us, damaged=True)
                continue
            if at_us < film.end_us:
                return film
            tail = tail or film
        if tail is not None or lost is not None:
            return tail or lost or Hole(None, None)
        return Hole(self.previous_end([camera], at_us), self.next_start([camera], at_us))

    def open(self, recorded: Recorded) -> Film | None:
        """The film of a file, None where nothing of it can be shown.

        Those that grow are the caller's alone; the others are shared, and do not change.
        """
        place = recorded.place
        with self._lock:
            if (recorded.camera_id, recorded.start_us) in self._avoided:
                return None
            if (known := self._films.get(place)) is not None:
                self._films.move_to_end(place)
                return known
        try:
            film = Film(place, recorded.camera_id, recorded.role, recorded.start_us)
        except FilmUnreadable:
            return None
        if recorded.end_us is not None:
            with self._lock:
                self._films[place] = film
                if len(self._films) > _FILMS:
                    self._films.popitem(last=False)
        return film

    def recorded(self, camera: CameraId, start_us: int, end_us: int) -> list[Recorded]:
        """All files of a camera that reach into a span, in order, those that grow at the end."""
        volumes = self._index.volumes()
        span = Span(from_us(start_us), from_us(max(end_us, start_us + 1)))
        segments = sorted(
            self._index.segments(camera, None, span), key=lambda s: (s.era, s.start_us)
        )
        found = [
            Recorded(
                s.camera_id,
                s.role,
                place_of(volumes[s.volume_id], s),
                s.start_us,
                s.end_us,
                s.sha256,
            )
            for s in segments
            if s.volume_id in volumes
        ]
        known = {(each.role, each.start_us) for each in found}
        found += [
            Recorded(camera, role, place, begun_us, None)
            for role, begun_us, place in growing(volumes.values(), camera, start_us, end_us)
            if (role, begun_us) not in known
        ]
        return found

    def next_start(self, cameras: Sequence[CameraId], from_us_: int) -> int | None:
        """The first instant from then on at which one of the cameras has footage."""
        found = [self._index.next_footage(cameras, from_us_)]
        if found == [None]:
            found = [
                max(start_us, from_us_)
                for start_us, end_us in self._growing(cameras, from_us_)
                if end_us > from_us_
            ]
        return min((us for us in found if us is not None), default=None)

    def previous_end(self, cameras: Sequence[CameraId], from_us_: int) -> int | None:
        """The last instant up to then at which one of the cameras has footage."""
        found = [self._index.previous_footage(cameras, from_us_)]
        found += [
            min(end_us - 1, from_us_)
            for start_us, end_us in self._growing(cameras, from_us_)
            if start_us <= from_us_
        ]
        return max((us for us in found if us is not None), default=None)

    def _growing(self, cameras: Sequence[CameraId], at_us: int) -> Iterator[tuple[int, int]]:
        """Where the files that grow begin and end."""
        volumes = self._index.volumes().values()
        for camera in cameras:
            for role, start_us, place in growing(volumes, camera, at_us, None):
                film = self.open(Recorded(camera, role, place, start_us, None))
                if film is not None:
                    yield start_us, film.end_us

    def _candidates(self, camera: CameraId, at_us: int, prefer: StreamRole) -> Iterable[Recorded]:
        """What may show ``at_us``, the best first."""
        found = [
            each
            for each in self.recorded(camera, at_us - TAIL_US, at_us + 1)
            if each.start_us <= at_us
        ]
        found.reverse()  # the later time first, and of one time the later file
        return sorted(found, key=lambda each: each.role is not prefer)
