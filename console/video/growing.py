"""A segment while it is recorded: pictures in, fragments of about a second out, to its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.video import fmp4
from console.video import looks as change_map
from console.video.disk import SegmentFile, Tally
from console.video.parameter_sets import Sets
from console.video.rtsp.sound import AAC_FRAME
from console.video.units import CLOCK_HZ, SoundTrack, Unit
from db.footage_records import EndReason, Look, VolumeId
from db.structs import replace

FRAGMENT = CLOCK_HZ  # ticks: what a kill may cost
_SHORT = FRAGMENT // 2  # a key frame begins a fragment unless the one before would be shorter
_LONGEST = 10 * CLOCK_HZ  # … of a stream whose fragments end before key frames
_MAX_BYTES = 8 << 20

Begin = Callable[[int], tuple[SegmentFile, dict[str, object]]]
"""Makes the file of a segment that begins at a tick: the file, and its first words."""


class Growing:
    """One segment.  Times are ticks of the session's ``Timeline``.

    ``not_before`` is where the segment before ended: nothing lies earlier.
    """

    def __init__(
        self,
        sets: Sets,
        sound: SoundTrack | None,
        not_before: int | None,
        begin: Begin,
    ) -> None:
        self.sets = sets
        self.sound = sound
        self.start: int | None = None  # known with the first fragment
        self.end = 0
        self.file: SegmentFile | None = None
        self.begun: tuple[str, VolumeId] | None = None  # folder and volume of its file
        self._not_before = not_before
        self._begin = begin
        self._pending: list[fmp4.Sample] = []
        self._sounds: list[fmp4.Sample] = []
        self._bytes = 0
        self._latest = -1 << 62
        self.reorders = bool(sets.reorder)
        self._number = 0
        self._decoded = 0  # decode times so far end here
        self._heard = 0  # and those of the sound
        self._delay = 0
        self._frames = self._keys = self._damaged = 0
        self.camera_off_us: int | None = None
        self._looks: list[tuple[int, Look]] = []
        self._mapped = 0  # so many of them are in the file
        self.written = Tally()
        self._step = CLOCK_HZ // 15

    @property
    def first(self) -> int:
        """When it begins, as far as is known."""
        if self.start is not None:
            return self.start
        return self._pending[0].at if self._pending else 0

    def add(self, unit: Unit, at: int) -> bool:
        """Take a picture; False if the disk does not keep up."""
        if at < self._latest:
            self.reorders = True
        kept = True
        if self._pending and self._is_due(unit, at):
            kept = self.flush(None if self.reorders else at)
        if 0 < at - self._latest < CLOCK_HZ * 2:
            self._step = at - self._latest
        self._latest = max(self._latest, at)
        self._pending.append(fmp4.picture(unit.data, at, key=unit.key, starts=unit.starts))
        self._bytes += len(unit.data)
        self._frames += 1
        self._keys += unit.key
        self._damaged += unit.lost > 0
        return kept

    def look(self, look: Look, at: int) -> None:
        """Take what changed in the picture up to tick ``at``."""
        self._looks.append((at, look))

    def hear(self, data: bytes, at: int) -> None:
        """Take a piece of sound that begins at tick ``at`` of the sound's own rate."""
        if self._bytes < _MAX_BYTES:
            self._sounds.append(fmp4.Sample([data], len(data), at, key=True))
            self._bytes += len(data)

    def flush(self, following: int | None) -> bool:
        """Write what is there; ``following`` is when the next picture is, if that is known."""
        if not self._pending:
            return True
        times = sorted(sample.at for sample in self._pending)
        step = times[-1] - times[-2] if self.reorders and len(times) > 1 else self._step
        self.end = max(self.end, following if following is not None else times[-1] + step)
        opening = b""
        if self.file is None:
            opening = self._open(times[0])
        assert self.start is not None
        assert self.file is not None
        for sample in self._pending:
            sample.at = max(0, sample.at - self.start)
        sounds = self._take_sounds()
        data = opening + fmp4.fragment(
            self._number,
            self._pending,
            self._decoded,
            max(1, self.end - self.start - max(sample.at for sample in self._pending)),
            sounds,
            self._length_of(sounds[-1]) if sounds else 0,
            self._delay,
        )
        data += self._new_looks(self.start)
        self._decoded = max(self._decoded + len(times), times[-1] - self.start + 1)
        self._pending, self._bytes = [], 0
        tally = self._tally()
        if not self.file.write(data, tally):
            return False
        self.written = tally
        return True

    def finish(self, reason: EndReason, following: int | None) -> bool:
        """Write the rest and the end; False if the disk took only what is ``written``."""
        kept = self.flush(following)
        if self.file is not None:
            self.file.end(reason if kept else EndReason.DISK, self.written)
        return kept

    def give_up(self) -> None:
        """The disk does not keep up: end it behind what it took."""
        if self.file is not None:
            self.file.end(EndReason.DISK, self.written)

    def _is_due(self, unit: Unit, at: int) -> bool:
        passed = at - self._pending[0].at
        if unit.key:
            return self.reorders or passed >= _SHORT
        if self._bytes + len(unit.data) > _MAX_BYTES:
            return True
        return passed >= (_LONGEST if self.reorders else FRAGMENT)

    def _open(self, earliest: int) -> bytes:
        self.start = earliest if self._not_before is None else self._not_before
        self.file, head = self._begin(self.start)
        self._delay = fmp4.delay_of(self._pending)
        return fmp4.opening(self.sets, self.sound, head, self._delay)

    def _take_sounds(self) -> list[fmp4.Sample]:
        sounds, self._sounds = self._sounds, []
        if self.sound is None or self.start is None:
            return []
        begin = self.start * self.sound.rate // CLOCK_HZ
        for sample in sounds:
            sample.at = max(self._heard, sample.at - begin)
            self._heard = sample.at + self._length_of(sample)
        return sounds

    def _length_of(self, sample: fmp4.Sample) -> int:
        """How long a piece of sound lasts, in ticks of its own rate."""
        assert self.sound is not None
        return AAC_FRAME if self.sound.config else max(1, sample.size // self.sound.channels)

    def _tally(self) -> Tally:
        assert self.start is not None
        return Tally(
            duration_us=self.end * 100 // 9 - self.start * 100 // 9,
            frames=self._frames,
            keys=self._keys,
            damaged=self._damaged,
            camera_off_us=self.camera_off_us,
            looks=self._change_map(self.start),
        )

    def _change_map(self, start: int) -> str:
        return change_map.to_text(_packed(self._looks, start))

    def _new_looks(self, start: int) -> bytes:
        """What changed since this was asked last goes into the file, too.

        So what a kill left has a change map, and so has an index that is made anew.
        """
        new, self._mapped = self._looks[self._mapped :], len(self._looks)
        packed = _packed(new, start)
        return fmp4.looks(packed) if packed else b""


def _packed(looks: Sequence[tuple[int, Look]], start: int) -> bytes:
    """The looks from tick ``start`` on."""
    since = [replace(look, at_us=(at - start) * 100 // 9) for at, look in looks if at >= start]
    return change_map.pack(since, 0)
