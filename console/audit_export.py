"""Taking the log along: as a workbook, or as a paper."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console.audit import Act, Audit
from console.audit_sheet import PAPER_ENTRIES, Sheet, Shown, Wording, write_paper, write_sheet
from console.audit_view import keeps_from, shown
from console.chores import Doer, OwnHands, Progress
from console.clock import Clock
from console.errors import Cancelled, ExportTooLarge
from console.gate import Gate
from console.heads import Heads
from console.paper_code import grouped
from console.rights import Action
from console.workers import Stop
from db.durable import settle
from db.records import OfficerId, SignedHead, TrailQuery
from db.store import Store
from db.structs import replace

_PAGE = 1000  # entries read at a time
_ALL = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands in the file now: so many entries, and the file's SHA-256."""

    entries: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingLog:
    """Writes what ``query`` asks for to a file that is not there yet, up to the signed ``head``.

    ``total`` entries are expected.  They are shown as ``reader`` may see them.
    """

    file: Path
    query: TrailQuery
    sheet: Sheet
    head: SignedHead | None
    total: int
    on_paper: bool
    reader: OfficerId | None

    def do(self, store: Store, stop: Stop, progressed: Progress) -> Written:
        """Write it.  Raises Cancelled, OSError; then the file may be there, and is not whole."""
        write = write_paper if self.on_paper else write_sheet
        written = 0

        def entries() -> Iterator[Shown]:
            nonlocal written
            for each in self._all(store):
                if stop.is_set():
                    raise Cancelled
                written += 1
                if written % _PAGE == 0:
                    progressed(min(written, self.total), self.total)
                yield each

        with self.file.open("x+b") as file:
            write(file, self.sheet, entries())
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Written(entries=written, sha256=digest)

    def _all(self, store: Store) -> Iterator[Shown]:
        """Every page, up to the signed head: what came after is not vouched for."""
        query, head = self.query, self.head
        while True:
            with store.read() as unit:
                if keeps_from(unit, self.reader, query):
                    return
                page = shown(unit, unit.trail.search(query), self.reader)
            yield from (each for each in page if head is None or each.entry.seq <= head.seq)
            if len(page) < query.limit:
                return
            query = replace(query, before=page[-1].entry.seq)


class AuditExport:
    """Exports the log.  Takes seconds to minutes: not for the GUI thread."""

    def __init__(
        self,
        store: Store,
        gate: Gate,
        audit: Audit,
        heads: Heads,
        clock: Clock,
        station_name: Callable[[], str],
        doer: Doer | None = None,
    ) -> None:
        """``station_name`` stands above what is exported; ``doer`` None: it is written here."""
        self._store = store
        self._gate = gate
        self._audit = audit
        self._heads = heads
        self._clock = clock
        self._station_name = station_name
        self._doer = doer or OwnHands(store)

    def export_workbook(
        self, path: Path, query: TrailQuery, wording: Wording, *, stop: Stop, progressed: Progress
    ) -> int:
        """Write what ``query`` asks for, whatever its page, to an XLSX file; returns how many.

        The head is signed first, and named in the file; the log is told the file's SHA-256.
        ``path`` appears whole or not at all.  ``console/README.md`` has the speed.

        Raises:
            NotAllowed: see ``console.gate``.
            Cancelled: ``stop`` was set; nothing is left behind.
            OSError: the file cannot be written; nothing is left behind.
            StoreProblem, VaultLocked, WorkLost: likewise.
        """
        reader = self._gate.require(Action.EXPORT_AUDIT)
        return self._export(path, query, wording, reader, _ALL, stop, progressed)

    def export_paper(
        self, path: Path, query: TrailQuery, wording: Wording, *, stop: Stop, progressed: Progress
    ) -> int:
        """As ``export_workbook``, to a PDF; returns how many entries stand in it.

        Raises:
            ExportTooLarge: more than ``PAPER_ENTRIES``; nothing was written.
        """
        reader = self._gate.require(Action.EXPORT_AUDIT)
        return self._export(path, query, wording, reader, PAPER_ENTRIES, stop, progressed)

    def _export(
        self,
        path: Path,
        query: TrailQuery,
        wording: Wording,
        reader: OfficerId | None,
        most: int,
        stop: Stop,
        progressed: Progress,
    ) -> int:
        query = replace(query, before=None, limit=_PAGE)
        with self._store.read() as unit:
            total = 0 if keeps_from(unit, reader, query) else unit.trail.count(query, most + 1)
        if total > most:
            raise ExportTooLarge(most)
        head = self._heads.sign_head("export")
        with _partial(path) as partial:
            chore = WritingLog(
                file=partial,
                query=query,
                sheet=self._sheet(query, wording, head),
                head=head,
                total=total,
                on_paper=most == PAPER_ENTRIES,
                reader=reader,
            )
            written = self._doer.do(chore, stop, progressed)
            with self._store.begin() as unit:
                self._audit.write(
                    unit,
                    Act.AUDIT_EXPORTED,
                    form=path.suffix.lower().lstrip(".")[:8],
                    entries=written.entries,
                    head_seq=None if head is None else head.seq,
                    sha256=written.sha256,
                )
            settle(partial, path)
        progressed(written.entries, written.entries)
        return written.entries

    def _sheet(self, query: TrailQuery, wording: Wording, head: SignedHead | None) -> Sheet:
        since, until = (
            wording.ever if at is None else wording.time(at) for at in (query.since, query.until)
        )
        return Sheet(
            wording=wording,
            station=self._station_name(),
            above=(
                wording.period.format(since=since, until=until),
                wording.made.format(at=wording.time(self._clock.now())),
            ),
            head=wording.unsigned
            if head is None
            else wording.head.format(seq=head.seq, groups=grouped(head.hash)),
        )


@contextmanager
def _partial(path: Path) -> Iterator[Path]:
    """A name beside ``path`` that is gone afterwards, whatever happened."""
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)
