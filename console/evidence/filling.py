"""The files of goc/, xem/ and anh/ of one package, line by line, and what lacks of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, tzinfo

from console.errors import StoreProblem
from console.evidence import lines, looking
from console.evidence.clips import Clip, Clips, FileNames, clip_with
from console.evidence.engine_hands import Hands
from console.evidence.known import Known
from console.evidence.lines import Line, LineIndex, Part
from console.evidence.made import Gap, LineMade
from console.evidence.pace import Progress, Work
from console.evidence.problems import PackageNotMade
from console.evidence.rules import Cause
from console.evidence.sizes import Sizes, sizes_of
from console.evidence.viewings import Still, Viewed, Viewings
from console.evidence.writing import PackageWriter
from console.video.archive_reader import ArchiveReader
from db.evidence_records import Exported, PackageForm, StillWanted
from db.records import Span, from_us, to_us
from db.structs import Frozen

_FORM = PackageForm


class Plan(Frozen, kw_only=True):
    """What is to be made of what: ``stills`` are those that the request allows.

    ``sizes`` is what it takes, as the preview told.
    """

    known: Known
    lines: tuple[Line, ...]
    stills: tuple[StillWanted, ...]
    sizes: Sizes

    @property
    def native(self) -> bool:
        """Whether native copies are made."""
        return _FORM.NATIVE in self.known.forms

    @property
    def viewing(self) -> bool:
        """Whether viewing copies are made."""
        return _FORM.VIEWING in self.known.forms

    def expect(self, progress: Progress) -> None:
        """Tell how much work of each kind there is."""
        size = sum(line.bytes for line in self.lines)
        long_ms = sum(_ms(line.wanted.span) for line in self.lines)
        progress.expect(Work.COPY, 2 * size if self.native else 0)
        progress.expect(Work.VIEW, long_ms if self.viewing else 0)
        progress.expect(Work.STILL, len(self.stills))
        progress.expect(Work.READ, size if self.viewing else 0)  # the engine reads native copies
        progress.expect(Work.PAPERS, 1)


def plan(index: ArchiveReader, known: Known, now: datetime) -> Plan:
    """Look up what there is, and what it takes.

    Raises:
        PackageNotMade: the index cannot be read, or the request allows nothing of what is wanted.
    """
    wanted = known.package.wanted
    found = tuple(lines.found(index, each) for each in wanted)
    stills = tuple(_stills(known, found))
    made = Plan(known=known, lines=found, stills=stills, sizes=_sizes(index, known, stills, now))
    if not made.native and not made.viewing and not made.stills:
        raise PackageNotMade(Cause.NO_FORM)
    return made


class Filling:
    """Makes them.  One thread; raises what ``Hands`` and ``PackageWriter`` do.

    Attributes:
        lines: Each wanted line, and what there is of it, once all of it was made.
        stills: Those that were made.
        lost: Those that there is no picture for.

    """

    def __init__(
        self,
        plan: Plan,
        index: LineIndex,
        hands: Hands,
        writer: PackageWriter,
        progress: Progress,
        zone: tzinfo,
    ) -> None:
        self.lines: tuple[LineMade, ...] = ()
        self.stills: tuple[Still, ...] = ()
        self.lost: tuple[StillWanted, ...] = ()
        self._plan = plan
        self._index = index
        self._progress = progress
        names = FileNames(plan.known.cameras, zone)
        self._clips = Clips(hands, index, writer, names, silent=not plan.known.sound)
        self._viewings = Viewings(hands, writer, names, zone)

    def make(self) -> None:
        """All of them.

        Raises PackageNotMade: there is nothing at all, or the index cannot be read.
        """
        native, viewed = self._native(), self._viewed()
        around = self._make_stills(native)
        self.lines = tuple(
            self._line(*each) for each in zip(self._plan.lines, native, viewed, around, strict=True)
        )
        if not any(each.clips or each.viewed or each.around for each in self.lines):
            raise PackageNotMade(Cause.NO_FOOTAGE)

    def _native(self) -> list[list[Clip]]:
        made: list[list[Clip]] = [[] for _ in self._plan.lines]
        if not self._plan.native:
            return made
        with self._progress.doing(Work.COPY) as reached:
            tally = _Tally(reached)
            for its, line in zip(made, self._plan.lines, strict=True):
                for clip in self._clips.of(line, line.stretches, tally.told):
                    tally.add(2 * clip.native.size_bytes)
                    its.append(clip)
        self._progress.whole(Work.COPY)
        return made

    def _viewed(self) -> list[list[Viewed]]:
        made: list[list[Viewed]] = [[] for _ in self._plan.lines]
        if not self._plan.viewing:
            return made
        known = self._plan.known
        with self._progress.doing(Work.VIEW) as reached:
            tally = _Tally(reached)
            for its, line in zip(made, self._plan.lines, strict=True):
                camera = known.camera_name(line.wanted.camera_id)
                masks = known.package.extras.masks
                its.extend(self._viewings.of(line, camera, known.case, masks, tally.told))
                tally.add(_ms(line.wanted.span))
        self._progress.whole(Work.VIEW)
        return made

    def _make_stills(self, native: Sequence[Sequence[Clip]]) -> list[list[Clip]]:
        """Also the groups of pictures that are copied for stills alone, of each line."""
        kept, lost = [], []
        around: list[list[Clip]] = [[] for _ in self._plan.lines]
        with self._progress.doing(Work.STILL) as reached:
            for count, wanted in enumerate(self._plan.stills, 1):
                every = [clip for its in (*native, *around) for clip in its]
                clip = clip_with(every, wanted.camera_id, wanted.at_us)
                if clip is None and not self._plan.native:
                    clip = self._around(around, wanted)
                still = None if clip is None else self._viewings.still(wanted, clip)
                if still is None:
                    lost.append(wanted)
                else:
                    kept.append(still)
                reached(count)
        self.stills, self.lost = tuple(kept), tuple(lost)
        return around

    def _around(self, around: list[list[Clip]], still: StillWanted) -> Clip | None:
        at = from_us(still.at_us)
        for its, line in zip(around, self._plan.lines, strict=True):
            if line.wanted.camera_id == still.camera_id and line.wanted.span.holds(at):
                clip = self._clips.around(line, still.at_us)
                if clip is not None:
                    its.append(clip)
                    return clip
        return None

    def _line(
        self, line: Line, clips: list[Clip], viewed: list[Viewed], around: list[Clip]
    ) -> LineMade:
        """A line with what lacks of it."""
        camera_id, role = line.wanted.camera_id, line.role
        wanted = line.wanted.span
        shown = [part for each in viewed for part in each.covered]
        lacking: list[Part] = []
        unseen: list[Part] = []
        if self._plan.native:
            lacking = lines.holes(wanted, [part for each in clips for part in each.covered])
            if self._plan.viewing:
                unseen = lines.holes(wanted, [*shown, *lacking])
        elif self._plan.viewing:
            lacking = lines.holes(wanted, shown)
        inside = [(clip.path, part) for clip in (*clips, *around) for part in clip.gaps]
        inside += [
            (each.path, (hole.start_us, hole.end_us))
            for each in viewed
            for hole in each.holes
            if hole.start_us < hole.end_us
        ]
        return LineMade(
            line=line,
            clips=tuple(clips),
            viewed=tuple(viewed),
            around=tuple(around),
            missing=lines.missing(self._index, camera_id, role, lacking),
            viewing_missing=lines.missing(self._index, camera_id, role, unseen),
            gaps=tuple(
                Gap(path, each)
                for path, part in inside
                for each in lines.missing(self._index, camera_id, role, [part])
            ),
            changed=self._clips.changed(line),
        )


class _Tally:
    """Adds what is done of a part to what was done of those before."""

    def __init__(self, reached: Callable[[float], None]) -> None:
        self._reached = reached
        self._before = 0

    def told(self, done: int, _total: int = 0) -> None:
        """So much of the present part."""
        self._reached(self._before + done)

    def add(self, amount: int) -> None:
        """The present part is done."""
        self._before += amount
        self._reached(self._before)


def _stills(known: Known, found: Iterable[Line]) -> list[StillWanted]:
    """Those of what is wanted, where the request allows any."""
    if _FORM.STILLS not in known.forms:
        return []
    spans = [(line.wanted.camera_id, line.wanted.span) for line in found]
    return [
        each
        for each in known.package.extras.stills
        if any(
            each.camera_id == camera_id and span.holds(from_us(each.at_us))
            for camera_id, span in spans
        )
    ]


def _sizes(
    index: ArchiveReader, known: Known, stills: Sequence[StillWanted], now: datetime
) -> Sizes:
    wanted = known.package.wanted
    try:
        looked = looking.look(index, wanted, [Exported(count=0) for _ in wanted], to_us(now))
    except StoreProblem as problem:
        raise PackageNotMade(Cause.UNREADABLE) from problem
    return sizes_of(looked, known.forms, stills)


def _ms(span: Span) -> int:
    return round(span.length.total_seconds() * 1000)
