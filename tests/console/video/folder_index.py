"""A ``FootageIndex`` that only looks into folders: for tests that have files and no engine."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from console.video.film import Film, FilmUnreadable
from console.video.footage_files import parse_name
from db.footage_records import EndReason, Segment, VolumeId
from db.records import CameraId, Span, StreamRole, from_us, to_us

LONGEST_US = 600_000_000  # no file is longer
_DAY = "%Y%m%d"
_DAY_US = 86_400_000_000
_KNOWN = 5_000

File = tuple[StreamRole, int, Path]


class FolderIndex:
    """A ``FootageIndex`` that only looks into folders."""

    def __init__(self, volumes: Callable[[], Mapping[VolumeId, Path]]) -> None:
        self._volumes = volumes
        self._known: dict[Path, Segment] = {}  # what was looked into

    def volumes(self) -> Mapping[VolumeId, str]:
        """Where each volume lies."""
        return {number: str(volume) for number, volume in self._volumes().items()}

    def segments(self, camera: CameraId, role: StreamRole | None, span: Span) -> Sequence[Segment]:
        """See ``FootageIndex``; every file that may reach into the span is looked into."""
        start_us, end_us = to_us(span.start), to_us(span.end)
        found = []
        for number, volume in self._volumes().items():
            files = sorted(
                (
                    file
                    for file in self._between(volume, camera, start_us - LONGEST_US, end_us)
                    if role in (None, file[0]) and file[2].suffix != ".partial"
                ),
                key=lambda file: file[1],
            )
            # Of what begins before the span only the last file of a stream may reach into it.
            before = {file[0]: file for file in files if file[1] <= start_us}
            for its, begun_us, path in [*before.values(), *(f for f in files if f[1] > start_us)]:
                segment = self._segment(number, camera, its, begun_us, path)
                if segment.end_us > start_us:
                    found.append(segment)
        return sorted(found, key=lambda segment: segment.start_us)

    def next_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """See ``FootageIndex``."""
        firsts = []
        for camera in cameras:
            if self._holds(camera, from_us):
                return from_us
            for volume in self._volumes().values():
                days = sorted(day for day in _days(volume) if day >= from_us - _DAY_US)
                firsts += _first(
                    begun_us
                    for day in days
                    for _, begun_us, path in sorted(
                        _files(_folder(volume, camera, day), camera), key=lambda file: file[1]
                    )
                    if begun_us > from_us and path.suffix != ".partial"
                )
        return min(firsts, default=None)

    def previous_footage(self, cameras: Iterable[CameraId], from_us: int) -> int | None:
        """See ``FootageIndex``."""
        lasts = []
        for camera in cameras:
            if self._holds(camera, from_us):
                return from_us
            for number, volume in self._volumes().items():
                days = sorted((day for day in _days(volume) if day <= from_us), reverse=True)
                lasts += _first(
                    self._segment(number, camera, role, begun_us, path).end_us - 1
                    for day in days
                    for role, begun_us, path in sorted(
                        _files(_folder(volume, camera, day), camera),
                        key=lambda file: file[1],
                        reverse=True,
                    )
                    if begun_us <= from_us and path.suffix != ".partial"
                )
        return max(lasts, default=None)

    def _segment(
        self, volume: VolumeId, camera: CameraId, role: StreamRole, start_us: int, path: Path
    ) -> Segment:
        try:
            size = path.stat().st_size
        except OSError:
            size = 0
        known = self._known.get(path)
        if known is None or known.size_bytes != size:
            known = _looked_into(volume, camera, role, start_us, path, size)
            if len(self._known) > _KNOWN:
                self._known.clear()
            self._known[path] = known
        return known

    def _holds(self, camera: CameraId, at_us: int) -> bool:
        return bool(self.segments(camera, None, Span(from_us(at_us), from_us(at_us + 1))))

    def _between(
        self, volume: Path, camera: CameraId, start_us: int, end_us: int
    ) -> Iterator[File]:
        day_us = start_us - start_us % _DAY_US
        while day_us < end_us:
            for file in _files(_folder(volume, camera, day_us), camera):
                if start_us < file[1] < end_us:
                    yield file
            day_us += _DAY_US


def _looked_into(
    volume: VolumeId,
    camera: CameraId,
    role: StreamRole,
    start_us: int,
    path: Path,
    size: int,
) -> Segment:
    try:
        film = Film(str(path), camera, role, start_us)
        end_us, frames, keys = film.end_us, len(film.rows), len(film.keys)
    except FilmUnreadable:
        end_us, frames, keys = start_us + 1, 0, 0
    return Segment(
        camera_id=camera,
        role=role,
        volume_id=volume,
        era=0,
        run_us=start_us,
        start_us=start_us,
        duration_us=end_us - start_us,
        monotonic_ns=0,
        camera_off_us=None,
        frames=frames,
        keys=keys,
        size_bytes=size,
        sha256=b"",
        end_reason=EndReason.FULL,
        quicktime=path.suffix == ".mov",
    )


def _folder(volume: Path, camera: CameraId, at_us: int) -> Path:
    return volume / from_us(at_us).strftime(_DAY) / f"{camera:06}"


def _files(folder: Path, camera: CameraId) -> Iterator[File]:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return
    for name in names:
        said = parse_name(name)
        if said is not None and said.camera_id == camera:
            yield said.role, said.start_us, folder / name


def _days(volume: Path) -> Iterator[int]:
    """The UTC days that a volume has a folder for, as the instant at which each begins."""
    try:
        with os.scandir(volume) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return
    for name in names:
        if re.fullmatch(r"\d{8}", name, re.ASCII):
            try:
                yield to_us(datetime.strptime(name, _DAY).replace(tzinfo=UTC))
            except ValueError:
                continue


def _first(found: Iterator[int]) -> list[int]:
    """The first one, if there is any; the others are never asked for."""
    return list(islice(found, 1))
