"""Papers and pictures of incidents: copied in, hashed, opened by whoever sees the incident."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.audit import Act, Audit
from console.case_door import CaseDoor
from console.clock import Clock
from console.errors import ExhibitDamaged
from console.file_shelf import FileShelf, copied_out
from console.incident_rules import require_writable
from console.rights import Action
from console.workers import Stop
from db.case_records import Attachment, AttachmentId, IncidentId
from db.store import Store

FOLDER = "attachments"
LARGEST_BYTES = 500_000_000
"""Larger ones are footage, and come in as exhibits."""


@dataclass(frozen=True, slots=True)
class OpenedAttachment:
    """An attachment and where its bytes lie, to be shown or copied, never changed."""

    attachment: Attachment
    path: Path


class Attachments:
    """Adds, lists, opens.  Blocks: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone``, ``StoreProblem`` and, of an incident that is
    approved or closed, ``StepRefused``.  The log is told ids, sizes and hashes, never a name.
    """

    def __init__(
        self, data_dir: Path, store: Store, door: CaseDoor, audit: Audit, clock: Clock
    ) -> None:
        self._shelf = FileShelf(data_dir / FOLDER, "attachment", LARGEST_BYTES)
        self._store = store
        self._door = door
        self._audit = audit
        self._clock = clock

    def of(self, incident_id: IncidentId) -> list[Attachment]:
        """An incident's attachments, as they were added."""
        let_in = self._door.enter(Action.SEE_INCIDENTS, incident_id)
        with self._store.read() as unit:
            let_in.found(unit)
            return unit.attachments.of(incident_id)

    def add(
        self,
        incident_id: IncidentId,
        source: Path,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> Attachment:
        """Copy a file to an incident; ``progressed`` hears bytes done and in all, twice the size.

        Raises:
            ExhibitRefused: ``rule`` is of ``console.file_shelf.ExhibitRule``; nothing is left.
            Cancelled: ``stop`` was set; nothing is left.
        """
        let_in = self._door.enter(Action.HANDLE_INCIDENT, incident_id)
        now = self._clock.now()
        with self._store.read() as unit:
            require_writable(let_in.found(unit))  # before much is copied
            files = unit.attachments.files()
        self._shelf.sweep(files, now)
        with (
            self._shelf.taken(source, now, stop=stop, progressed=progressed) as shelved,
            self._store.begin() as unit,
        ):
            require_writable(let_in.found(unit))
            before = len(unit.attachments.of(incident_id))
            added = unit.attachments.add(
                incident_id,
                name=shelved.name,
                file=shelved.file,
                size_bytes=shelved.size_bytes,
                sha256=shelved.sha256,
                added_by=let_in.officer_id,
                added_at=now,
            )
            unit.incidents.tell(
                incident_id,
                "attachments",
                before,
                before + 1,
                officer_id=let_in.officer_id,
                at=now,
            )
            self._audit.write(
                unit,
                Act.ATTACHMENT_ADDED,
                "incident",
                incident_id,
                officer_id=let_in.officer_id,
                attachment=added.id,
                bytes=added.size_bytes,
                sha256=added.sha256,
            )
        return added

    def open(self, attachment_id: AttachmentId, *, stop: Stop) -> OpenedAttachment:
        """Where its bytes lie, after they were hashed anew; each opening is in the log.

        Raises ExhibitDamaged: it is gone, or is not what was added.  Cancelled.
        """
        self._door.viewer()  # before it is told whether there is such a file
        with self._store.read() as unit:
            attachment = unit.attachments.attachment(attachment_id)
        let_in = self._door.enter(Action.SEE_INCIDENTS, attachment.incident_id)
        path = self._shelf.whole(attachment.file, attachment.sha256, stop=stop)
        with self._store.begin() as unit:
            self._audit.write(
                unit,
                Act.ATTACHMENT_READ,
                "incident",
                attachment.incident_id,
                officer_id=let_in.officer_id,
                attachment=attachment_id,
                whole=path is not None,
            )
        if path is None:
            raise ExhibitDamaged(f"attachment {attachment_id} is not what was added")
        return OpenedAttachment(attachment, path)

    def copy(
        self,
        attachment_id: AttachmentId,
        target: Path,
        *,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> Attachment:
        """Copy it to ``target``, for somebody who carries it away or looks at it; logged as read.

        Raises:
            ExhibitDamaged, ExhibitRefused: ``target`` is as it was.
            Cancelled, OSError: the same.
        """
        opened = self.open(attachment_id, stop=stop)
        its = opened.attachment
        copied_out(opened.path, its.sha256, target, stop=stop, progressed=progressed)
        return its
