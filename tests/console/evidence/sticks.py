"""A package that the record knows, made in truth, and a stick to copy it onto."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from console.audit import Act
from console.evidence import extract
from console.evidence.copies import Copied
from console.evidence.faults import Verdict
from console.evidence.manifest import Role as FileRole
from console.evidence.names import LOG, SUMS
from console.evidence.writing import PackageWriter
from console.platform.media import Medium
from console.seal import StationKey
from console.secret import Secret
from console.workers import Stop
from db.evidence_records import NO_EXTRAS, CustodyKind, Head, Made, Package, PackageExtras
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
    sums_sha256 = hashlib.sha256((package / SUMS).read_bytes()).hexdigest()
    return told(sums_sha256, key.public().fingerprint(), name)


def told(sums_sha256: str, signer_sha256: str, name: str = NAME) -> Made:
    """What the record knows of it."""
    return Made(
        folder=name,
        medium_serial="",
        sums_sha256=sums_sha256,
        signer_sha256=signer_sha256,
        head_before=HEAD,
        head_after=HEAD,
    )


def made_at(
    desk: EvidenceDesk,
    folder: Path,
    key: StationKey | None = None,
    *,
    extras: PackageExtras = NO_EXTRAS,
    serial: str = "",
) -> Package:
    """A package that lies in ``folder``; the officer who made it sits there."""
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    queued = desk.queue.add(desk.approved(boss, officer).id, str(folder), serial, extras)
    begun = desk.queue.begin_next()
    assert begun is not None
    assert begun.id == queued.id
    return desk.queue.made(begun, make(folder, queued.uuid, key or StationKey.make()))


BOTH = pytest.mark.parametrize("encrypted", [False, True], ids=["folder", "zip"])
ZIP = f"{NAME}.zip"


def copied(
    desk: EvidenceDesk,
    package: Package,
    target: Path,
    *,
    encrypted: bool = False,
    stop: Stop | None = None,
    progressed: Callable[[int, int], None] = ignore,
    medium: str = "",
    serial: str = "",
) -> Copied:
    return desk.copies.copy(
        package.id,
        None,
        target,
        encrypted=encrypted,
        stop=stop or Stop(),
        progressed=progressed,
        medium=medium,
        serial=serial,
    )


def checked(
    desk: EvidenceDesk, package: Package, place: Path, words: Secret | None = None
) -> Verdict:
    return desk.copies.verify(package.id, place, words=words, stop=Stop(), progressed=ignore)


def kinds(desk: EvidenceDesk, package: Package) -> list[CustodyKind]:
    return [each.line.kind for each in desk.custody.of(package.id)]


def acts(desk: EvidenceDesk) -> list[tuple[str, object]]:
    """What the log tells of copies: the act, and why it failed."""
    told = []
    for act in (Act.COPY_STARTED, Act.COPY_FAILED):
        told += [(str(act), detail.get("reason", "")) for *_, detail in desk.log(act)]
    return told


def names(folder: Path) -> list[str]:
    """What lies there."""
    return sorted(each.name for each in folder.iterdir())
