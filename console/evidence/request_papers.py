"""Scanned papers of requests: copied in, hashed, opened by whoever sees the request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.audit import Act, Audit
from console.errors import ExhibitDamaged
from console.evidence.request_door import RequestDoor
from console.evidence.rules import RequestRefused, RequestRule
from console.file_shelf import FileShelf, copied_out
from console.workers import Stop
from db.evidence_records import (
    Request,
    RequestId,
    RequestPaper,
    RequestPaperId,
    RequestState,
)
from db.file_records import FileKind
from db.store import Store

LARGEST_BYTES = 500_000_000  # as of a case's attachment
_OVER = frozenset({RequestState.REFUSED, RequestState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A paper and where its bytes lie, to be shown or copied, never changed."""

    paper: RequestPaper
    path: Path


class RequestPapers:
    """Adds, lists, opens.  Blocks: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem``.  The log is told ids, sizes and
    hashes, never a name.  A paper may follow what it asks for: an urgent one always does.
    """

    def __init__(self, data_dir: Path, store: Store, door: RequestDoor, audit: Audit) -> None:
        self._shelf = FileShelf(data_dir / FileKind.REQUEST, "paper", LARGEST_BYTES)
        self._store = store
        self._door = door
        self._audit = audit

    def of(self, request_id: RequestId) -> list[RequestPaper]:
        """A request's papers, as they were added."""
        let_in = self._door.see(request_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return unit.request_papers.of(request_id)

    def add(
        self,
        request_id: RequestId,
        source: Path,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> RequestPaper:
        """Copy a file to a request; ``progressed`` hears bytes done and in all, twice the size.

        Raises:
            RequestRefused: the request was refused or withdrawn.
            ExhibitRefused: ``rule`` is of ``console.file_shelf.ExhibitRule``; nothing is left.
            Cancelled: ``stop`` was set; nothing is left.
        """
        let_in = self._door.enter(request_id)
        now = self._door.now
        with self._store.read() as unit:
            _require_open(let_in.found(unit))  # before much is copied
            files = unit.request_papers.files()
        self._shelf.sweep(files, now)
        with (
            self._shelf.taken(source, now, stop=stop, progressed=progressed) as shelved,
            self._store.begin() as unit,
        ):
            _require_open(let_in.found(unit))
            added = unit.request_papers.add(
                request_id,
                name=shelved.name,
                file=shelved.file,
                size_bytes=shelved.size_bytes,
                sha256=shelved.sha256,
                added_by=let_in.officer_id,
                added_at=now,
            )
            self._audit.write(
                unit,
                Act.REQUEST_PAPER_ADDED,
                "request",
                request_id,
                officer_id=let_in.officer_id,
                attachment=added.id,
                bytes=added.size_bytes,
                sha256=added.sha256,
            )
        return added

    def open(self, paper_id: RequestPaperId, *, stop: Stop) -> OpenedPaper:
        """Where its bytes lie, after they were hashed anew; each opening is in the log.

        Raises ExhibitDamaged: it is gone, or is not what was added.  Cancelled.
        """
        self._door.viewer()  # before it is told whether there is such a paper
        with self._store.read() as unit:
            paper = unit.request_papers.paper(paper_id)
        let_in = self._door.see(paper.request_id)
        path = self._shelf.whole(paper.file, paper.sha256, stop=stop)
        with self._store.begin() as unit:
            self._audit.write(
                unit,
                Act.REQUEST_PAPER_READ,
                "request",
                paper.request_id,
                officer_id=let_in.officer_id,
                attachment=paper_id,
                whole=path is not None,
            )
        if path is None:
            raise ExhibitDamaged(f"paper {paper_id} of a request is not what was added")
        return OpenedPaper(paper, path)

    def copy(
        self,
        paper_id: RequestPaperId,
        target: Path,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> RequestPaper:
        """Copy it to ``target``, for somebody who carries it away or looks at it; logged as opened.

        Raises:
            ExhibitDamaged, ExhibitRefused: ``target`` is as it was.
            Cancelled, OSError: the same.
        """
        opened = self.open(paper_id, stop=stop)
        its = opened.paper
        copied_out(opened.path, its.sha256, target, stop=stop, progressed=progressed)
        return its

    def remove(self, paper_id: RequestPaperId) -> None:
        """Take out what was added by mistake, as long as the request is a draft.

        Its bytes are gone, too, from here; backups that were made before keep them.  Raises
        RequestRefused: it was handed in.
        """
        self._door.viewer()  # before it is told whether there is such a paper
        with self._store.read() as unit:
            request_id = unit.request_papers.paper(paper_id).request_id
        let_in = self._door.enter(request_id)
        with self._store.begin() as unit:
            if let_in.found(unit).state is not RequestState.DRAFT:
                raise RequestRefused(RequestRule.NO_DRAFT)
            paper = unit.request_papers.paper(paper_id)
            unit.request_papers.remove(paper_id)
            self._audit.write(
                unit,
                Act.REQUEST_PAPER_REMOVED,
                "request",
                request_id,
                officer_id=let_in.officer_id,
                attachment=paper_id,
                sha256=paper.sha256,
            )
        self._shelf.discard(paper.file)


def _require_open(request: Request) -> None:
    if request.state in _OVER:
        raise RequestRefused(RequestRule.OVER)
