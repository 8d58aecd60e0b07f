"""A package at some place, whatever it lies in; and whether it is the one that was meant."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.evidence import manifest_text, sums, zipping
from console.evidence.names import MANIFEST, SUMS
from console.evidence.places import FolderPlace, Place
from console.evidence.problems import ManifestBroken, PackageMissing, WordsWrong
from console.secret import Secret
from db.evidence_records import Made, Package


@contextmanager
def place_at(place: Path, words: Secret | None) -> Iterator[Place]:
    """What lies at ``place``: a folder, or a file that must be a ZIP.

    Raises PackageMissing, WordsWrong.
    """
    try:
        is_file = place.is_file()
    except OSError as error:
        raise PackageMissing(f"it cannot be looked at: {error.strerror}") from error
    if not is_file:
        yield FolderPlace(place)
        return
    if not words:
        raise WordsWrong
    with zipping.reading(place, words) as zip_:
        yield zip_


def is_other(place: Place, package: Package, made: Made, *, sound: bool) -> bool:
    """Whether it is not the one that was meant, rather than that one changed."""
    try:
        content = place.small(SUMS, sums.LARGEST_BYTES)
        if content is not None and hashlib.sha256(content).hexdigest() == made.sums_sha256:
            return False
        manifest, _ = manifest_text.read(place.small(MANIFEST, manifest_text.LARGEST_BYTES) or b"")
    except (OSError, ManifestBroken):
        return sound
    return sound or manifest.package != package.uuid
