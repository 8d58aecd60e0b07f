"""Native copies: the files of ``goc/``, one a camera and run, and what each of them holds.

A copy is cut by the engine, which reads it again from the medium and tells what it found.  Where a
copy cannot go on in the same file (another size or codec), the next one begins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from console.errors import FootageMissing
from console.evidence.engine_hands import Hands, Told
from console.evidence.lines import SEAM_US, Clocks, Line, LineIndex, Part, clocks, is_quicktime
from console.evidence.manifest import Role
from console.evidence.names import NATIVE, file_path
from console.evidence.writing import PackageWriter
from console.video.footage_ports import FootageChanged
from console.video.native import Native
from console.video.unchanged import Changed
from db.evidence_records import Wanted
from db.records import Camera, CameraId, Span, StreamRole, from_us, to_us
from db.structs import Frozen, from_plain

STILL_US = 1
"""So much is wanted for a still where the request allows no native copies: its group of pictures
comes with it.
"""


class Clip(Frozen, kw_only=True):
    """A native copy that was made.

    ``gaps`` are within the file.  ``line`` is what it was made for; ``wanted`` the part of that
    which was asked for in this file.  ``sound_left_out``: there is some, and it was not allowed.
    """

    path: str
    place: Path
    line: Wanted
    wanted: Span
    role: StreamRole
    native: Native
    gaps: tuple[Part, ...]
    clocks: Clocks
    quicktime: bool
    sound_left_out: bool = False

    @property
    def covered(self) -> tuple[Part, ...]:
        """What of time it shows: from the first picture that can be decoded to the last one."""
        parts, at_us = [], self.native.shown_from_us
        for start_us, end_us in sorted(self.gaps):
            if start_us > at_us:
                parts.append((at_us, start_us))
            at_us = max(at_us, end_us)
        return (*parts, (at_us, max(at_us, self.native.end_us)))


class _Cut(Frozen, forbid_unknown_fields=False):
    """What the engine tells of a cut."""

    missing: list[Part]
    changed_us: int | None
    native: Native
    sound_left_out: bool = False
    changed: tuple[Changed, ...] = ()


class _Left(Frozen, forbid_unknown_fields=False):
    """What the engine tells where nothing could be cut."""

    changed: tuple[Changed, ...]


class FileNames:
    """Paths of a package that sort: camera, local time, and a number where both are the same."""

    def __init__(self, cameras: dict[CameraId, Camera], zone: tzinfo | None) -> None:
        self._cameras = cameras
        self._zone = zone
        self._used: set[str] = set()

    def path(self, folder: str, camera_id: CameraId, at: datetime, ending: str) -> str:
        """A path that nothing in the package has yet; ``at`` is when the file begins."""
        camera = self._cameras.get(camera_id)
        number = f"{camera.number:03}" if camera is not None else f"id{camera_id}"
        there = at.astimezone(self._zone)
        stem = f"cam-{number}-{there:%Y%m%dT%H%M%S}"
        if ending == ".png":
            stem += f"-{there.microsecond // 1000:03}"
        again = 1
        while (path := file_path(folder, stem if again == 1 else f"{stem}-{again}", ending)) in (
            self._used
        ):
            again += 1
        self._used.add(path)
        return path


class Clips:
    """Makes them.  One thread; raises PackageNotMade, and what ``Hands`` and the writer do.

    ``silent``: without sound, of the pictures all.
    """

    def __init__(
        self,
        hands: Hands,
        index: LineIndex,
        writer: PackageWriter,
        names: FileNames,
        *,
        silent: bool,
    ) -> None:
        self._silent = silent
        self._hands = hands
        self._index = index
        self._writer = writer
        self._names = names
        self._changed: dict[tuple[CameraId, StreamRole], dict[str, Changed]] = {}

    def changed(self, line: Line) -> tuple[Changed, ...]:
        """The recorded files of a line that were left out: they are not what was recorded."""
        found = self._changed.get((line.wanted.camera_id, line.role), {}).values()
        begin_us, end_us = to_us(line.wanted.span.start), to_us(line.wanted.span.end)
        return tuple(each for each in found if each.start_us < end_us and each.end_us > begin_us)

    def of(self, line: Line, stretches: Sequence[Span], told: Told) -> Iterator[Clip]:
        """Copy ``stretches`` of a line, one file after the other; of some there may be nothing.

        ``told`` hears bytes done and in all, of one file at a time.
        """
        for stretch in stretches:
            at, tried = stretch.start, set[datetime]()
            while at < stretch.end and at not in tried:
                tried.add(at)
                made = self._cut(line, Span(at, stretch.end), told)
                if made is None:
                    break
                clip, changed_us = made
                yield clip
                if changed_us is None:
                    break
                at = from_us(changed_us)

    def around(self, line: Line, at_us: int) -> Clip | None:
        """The group of pictures that holds an instant, for a still; None: there is none."""
        found = list(self.of(line, [Span(from_us(at_us), from_us(at_us + STILL_US))], _ignore))
        return found[0] if found else None

    def _cut(self, line: Line, span: Span, told: Told) -> tuple[Clip, int | None] | None:
        camera_id = line.wanted.camera_id
        quicktime = is_quicktime(self._index, camera_id, line.role, span)
        ending = ".mov" if quicktime else ".mp4"
        path = self._names.path(NATIVE, camera_id, span.start, ending)
        place = self._writer.place(path, Role.NATIVE)
        try:
            found = self._hands.cut(camera_id, line.role, span, place, told, silent=self._silent)
        except FootageMissing as missing:
            self._writer.give_up(path)
            if isinstance(missing, FootageChanged):
                self._note(line, from_plain(json.loads(missing.files), _Left).changed)
            return None
        cut = from_plain(found, _Cut)
        self._note(line, cut.changed)
        native = cut.native
        self._writer.found(path, native.sha256, native.size_bytes)
        inside = [
            (max(start_us, native.start_us), min(end_us, native.end_us))
            for start_us, end_us in cut.missing
        ]
        clip = Clip(
            path=path,
            place=place,
            line=line.wanted,
            wanted=span,
            role=line.role,
            native=native,
            gaps=tuple(part for part in inside if part[0] < part[1]),
            clocks=clocks(
                self._index, camera_id, line.role, (native.start_us, max(native.end_us, 1))
            ),
            quicktime=quicktime,
            sound_left_out=cut.sound_left_out,
        )
        return clip, cut.changed_us

    def _note(self, line: Line, changed: Sequence[Changed]) -> None:
        known = self._changed.setdefault((line.wanted.camera_id, line.role), {})
        known.update((each.file, each) for each in changed)


def clip_with(clips: Sequence[Clip], camera_id: CameraId, at_us: int) -> Clip | None:
    """The native copy that shows a camera at an instant, the main stream's if there is one.

    As in review the last picture before a hole stands for a second.
    """

    def fits(clip: Clip, seam_us: int) -> bool:
        return any(start_us <= at_us < end_us + seam_us for start_us, end_us in clip.covered)

    its = [clip for clip in clips if clip.line.camera_id == camera_id and fits(clip, SEAM_US)]
    return min(
        its, key=lambda clip: (not fits(clip, 0), clip.role is not StreamRole.MAIN), default=None
    )


def nominal_fps(clip: Clip) -> str:
    """Pictures a second, as text: 25, 14.98."""
    lost_us = sum(end_us - start_us for start_us, end_us in clip.gaps)
    long_us = clip.native.end_us - clip.native.start_us - lost_us
    if long_us <= 0:
        return ""
    return f"{clip.native.frames * 1_000_000 / long_us:.2f}".rstrip("0").rstrip(".")


def _ignore(_done: int, _total: int) -> None:
    """A group of pictures takes no time worth telling."""
