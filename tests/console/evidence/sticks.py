"""A package that the record knows, made in truth, and a stick to copy it onto."""

from __future__ import annotations

import hashlib
from pathlib import Path

from console.evidence import extract
from console.evidence.manifest import Role as FileRole
from console.evidence.names import LOG, SUMS
from console.evidence.writing import PackageWriter
from console.platform.media import Medium
from console.seal import StationKey
from console.workers import Stop
from db.evidence_records import Head, Made, Package
from db.records import Role
from db.structs import replace
from tests.console.call import ignore
from tests.console.evidence.telling import BYTES, HANOI, NAME, entries, manifest
from tests.evidence import EvidenceDesk

KINGSTON = Medium(
    folder=Path("/media/usb"),
    name="Kingston DataTraveler",
    serial="60A44C413FAEF291",
    size_bytes=32 << 30,
    free_bytes=30 << 30,
    file_system="exfat",
)
AS_TOLD = "Kingston DataTraveler · 60A44C413FAEF291"
HEAD = Head(41, "5e" * 32)


def make(folder: Path, uuid: str, key: StationKey, name: str = NAME) -> Made:
    """The package in ``folder``, as the record knows it."""
    with PackageWriter(folder, name, needed_bytes=1, stop=Stop(), progressed=ignore) as writer:
        for path, (content, role) in BYTES.items():
            writer.add_bytes(path, content, role)
        writer.add_bytes(LOG, extract.written(entries()), FileRole.LOG)
        package = writer.finish(replace(manifest(), package=uuid), key, HANOI)
    return Made(
        folder=name,
        medium_serial="",
        sums_sha256=hashlib.sha256((package / SUMS).read_bytes()).hexdigest(),
        signer_sha256=key.public().fingerprint(),
        head_before=HEAD,
        head_after=HEAD,
    )


def made_at(desk: EvidenceDesk, folder: Path, key: StationKey | None = None) -> Package:
    """A package that lies in ``folder``; the officer who made it sits there."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    queued = desk.queue.add(desk.approved(boss, officer).id, str(folder))
    begun = desk.queue.begin_next()
    assert begun is not None
    assert begun.id == queued.id
    return desk.queue.made(begun, make(folder, queued.uuid, key or StationKey.make()))


def names(folder: Path) -> list[str]:
    """What lies there."""
    return sorted(each.name for each in folder.iterdir())
