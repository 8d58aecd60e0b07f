"""A package that got its name, and the program died before the station knew: it is not made twice.

It is verified as a court would, signature and all, and must be the same package by its UUID.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from console.evidence import manifest_text
from console.evidence.faults import Answer
from console.evidence.manifest import Gap, LineTold, Manifest
from console.evidence.names import MANIFEST, SUMS
from console.evidence.problems import ManifestBroken, PackageMissing
from console.evidence.verifying import verify
from console.workers import Stop
from db.evidence_records import Head, Made, Missing, Package
from db.records import CameraId, Span


def left_whole(
    begun: Package,
    keys: Collection[str],
    serial: str,
    *,
    stop: Stop,
    progressed: Callable[[int, int], None],
) -> Made | None:
    """What is known of a sound package that an earlier try left; None: there is none.

    ``keys`` are the fingerprints of the station's.  Takes what reading all of it takes.  Raises
    Cancelled.
    """
    try:
        folders = sorted(Path(begun.target).glob(f"*_{begun.uuid[:8]}"))
    except OSError:
        return None
    for folder in folders:
        if folder.is_symlink() or not folder.is_dir():
            continue
        try:
            verdict = verify(folder, registered=keys, stop=stop, progressed=progressed)
            if not verdict.sound or verdict.signer is not Answer.KNOWN:
                continue
            manifest, _ = manifest_text.read((folder / MANIFEST).read_bytes())
            sums = (folder / SUMS).read_bytes()
        except (PackageMissing, ManifestBroken, OSError):
            continue
        if manifest.package == begun.uuid:
            return _made(folder, manifest, serial, hashlib.sha256(sums).hexdigest())
    return None


def _made(folder: Path, manifest: Manifest, serial: str, sums_sha256: str) -> Made:
    before, after = manifest.log.head_before, manifest.log.head_after
    return Made(
        folder=folder.name,
        medium_serial=serial,
        sums_sha256=sums_sha256,
        signer_sha256=manifest.key,
        head_before=Head(before.seq, before.hash),
        head_after=Head(after.seq, after.hash),
        missing=tuple(_missing(line, gap) for line in manifest.lines for gap in line.missing),
        viewing_missing=tuple(
            _missing(line, gap) for line in manifest.lines for gap in line.viewing_missing
        ),
    )


def _missing(line: LineTold, gap: Gap) -> Missing:
    return Missing(CameraId(line.camera), Span(gap.start, gap.end), gap.cause)
