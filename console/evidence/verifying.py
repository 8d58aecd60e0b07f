"""Whether a package is as it was made: four answers, and every fault with its word and cause.

Nothing in the folder is believed: links and devices are not opened, what is small by nature is
capped, names are shown escaped.  The signature is over SHA256SUMS alone; so whoever has the key's
fingerprint from paper needs nothing else.  What the manifest and the log tell is compared besides,
so that a change is named where it was made, and found by whoever trusts no sum.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from console.evidence import extract, manifest_text, signing, stamp, sums
from console.evidence.faults import Answer, Fault, FaultWord, Verdict, of_files, shown
from console.evidence.manifest import LogTold, Manifest
from console.evidence.names import (
    CERTIFICATE,
    LOG,
    MANIFEST,
    SIGNATURE,
    STAMP,
    SUMS,
    UNLISTED,
    is_safe,
)
from console.evidence.places import FolderPlace, Place, reason
from console.evidence.problems import ManifestBroken, PackageMissing
from console.workers import Stop

_CAPS: Mapping[str, int] = {
    SUMS: sums.LARGEST_BYTES,
    SIGNATURE: signing.LARGEST_BYTES,
    CERTIFICATE: signing.LARGEST_BYTES,
    STAMP: stamp.LARGEST_BYTES,
    MANIFEST: manifest_text.LARGEST_BYTES,
    LOG: extract.LARGEST_BYTES,
}
_WORD_OF_UNREADABLE = {
    SUMS: FaultWord.SUMS_BROKEN,
    SIGNATURE: FaultWord.SIGNATURE_BAD,
    STAMP: FaultWord.STAMP_BAD,
}
_ALWAYS = (CERTIFICATE, LOG, MANIFEST)


def verify(
    folder: Path,
    *,
    fingerprint: str = "",
    registered: Collection[str] = (),
    stop: Stop,
    progressed: Callable[[int, int], None],
) -> Verdict:
    """Check the package in ``folder``; it needs no station and changes nothing.

    Takes what reading and hashing all of it takes.  Any thread but the window's.

    Args:
        folder: The package.
        fingerprint: Of the key that it should be signed with, from paper, 64 hex digits in lower
            case; "" where there is none to compare with.  Another one is ``other_signer``.
        registered: Fingerprints that are known here.  Another one is merely unknown.
        stop: Set it from any thread to give up, within 4 MiB.
        progressed: Called with bytes done and bytes in all, from this thread.

    Raises:
        PackageMissing: there is no package: no such folder, or nothing of one in it.
        Cancelled: ``stop`` was set.

    """
    return verify_place(
        FolderPlace(folder),
        str(folder),
        fingerprint=fingerprint,
        registered=registered,
        stop=stop,
        progressed=progressed,
    )


def verify_place(
    place: Place,
    called: str,
    *,
    fingerprint: str = "",
    registered: Collection[str] = (),
    stop: Stop,
    progressed: Callable[[int, int], None],
) -> Verdict:
    """As ``verify``, wherever the package lies; ``called``: what messages name it."""
    check = _Check(place, called, stop, progressed)
    listed = check.sums()
    check.signature()
    signer = check.signer(fingerprint, registered)
    told = check.manifest(listed)
    check.log(told)
    stamp_answer, stamped_at = check.stamp()
    check.files(listed)
    faults = check.faults
    bad = any(fault.path == SIGNATURE for fault in faults)
    return Verdict(
        files=of_files(faults),
        signature=Answer.BAD if bad else Answer.GOOD,
        signer=signer,
        stamp=stamp_answer,
        stamped_at=stamped_at,
        fingerprint=check.fingerprint,
        faults=tuple(faults),
        files_checked=check.files_checked,
        bytes_checked=check.bytes_checked,
    )


class _Check:
    """One look at one package; its methods in the order in which ``verify`` calls them."""

    def __init__(
        self,
        place: Place,
        called: str,
        stop: Stop,
        progressed: Callable[[int, int], None],
    ) -> None:
        self.faults: list[Fault] = []
        self.fingerprint = ""
        self.files_checked = 0
        self.bytes_checked = 0
        self._place = place
        self._stop = stop
        self._progressed = progressed
        self._sizes, odd = place.entries()
        if not {SUMS, MANIFEST, SIGNATURE} & self._sizes.keys():
            raise PackageMissing(f"this is no package: {shown(called)}")
        self._odd = odd
        self._total = sum(self._sizes.values())
        self._told: dict[str, int] = {}  # bytes of each file, as the manifest has it
        self._small = {name: self._content(name) for name in _CAPS if name in self._sizes}

    def sums(self) -> dict[str, str]:
        """The SHA-256 that SHA256SUMS tells of each path."""
        content = self._small.get(SUMS)
        if content is None:
            if SUMS not in self._sizes and SUMS not in self._odd:
                self._find(FaultWord.MISSING, SUMS, "it is not there")
            return {}
        listed, faults = sums.parsed(content)
        self.faults += faults
        for path in _ALWAYS:
            if path not in listed and not faults:
                self._find(FaultWord.MISSING, path, f"{SUMS} has no line for it")
        return listed

    def signature(self) -> None:
        """Whether the signature is good."""
        signature = self._small.get(SIGNATURE)
        if signature is None:
            if SIGNATURE not in self._sizes:
                self._find(FaultWord.SIGNATURE_MISSING, SIGNATURE, "it is not there, as a file")
            return
        content, certificate = self._small.get(SUMS), self._small.get(CERTIFICATE)
        if content is None or certificate is None:
            lacking = SUMS if content is None else CERTIFICATE
            cause = f"it cannot be verified without {lacking}"
            self._find(FaultWord.SIGNATURE_BAD, SIGNATURE, cause)
            return
        self.faults += signing.faults_of(content, signature, certificate)

    def signer(self, expected: str, registered: Collection[str]) -> Answer:
        """Whose key it is."""
        key = signing.key_of(self._small.get(CERTIFICATE) or b"")
        if key is None:
            self._find(FaultWord.SIGNER_UNKNOWN, CERTIFICATE, "its key cannot be read")
            return Answer.UNKNOWN
        self.fingerprint = key.fingerprint()
        if not expected:
            if self.fingerprint in registered:
                return Answer.KNOWN
            cause = "compare the fingerprint with the one on paper"
            self._find(FaultWord.SIGNER_UNKNOWN, CERTIFICATE, cause)
            return Answer.UNKNOWN
        if expected != self.fingerprint:
            self._find(FaultWord.OTHER_SIGNER, CERTIFICATE, "its fingerprint is another one")
            return Answer.OTHER
        return Answer.KNOWN

    def manifest(self, listed: Mapping[str, str]) -> LogTold | None:
        """Compare what the manifest tells; returns what it tells of the log."""
        content = self._small.get(MANIFEST)
        if content is None:
            return None
        try:
            manifest, contradictions = manifest_text.read(content)
        except ManifestBroken as problem:
            self._find(FaultWord.MANIFEST_BROKEN, MANIFEST, str(problem))
            return None
        for cause in contradictions:
            self._find(FaultWord.MANIFEST_DISAGREES, MANIFEST, shown(cause))
        self.faults += _unlike_sums(manifest, listed)
        self._told = {file.path: file.bytes for file in manifest.files}
        if self.fingerprint and manifest.key != self.fingerprint:
            cause = f"it tells of another key than that of {CERTIFICATE}"
            self._find(FaultWord.MANIFEST_DISAGREES, MANIFEST, cause)
        return manifest.log

    def log(self, told: LogTold | None) -> None:
        """Look at the extract of the log."""
        content = self._small.get(LOG)
        if content is not None:
            self.faults += extract.faults_of(content, told)

    def stamp(self) -> tuple[Answer, str]:
        """The time-stamp, and the instant that a good one tells."""
        if STAMP not in self._sizes and STAMP not in self._odd:
            return Answer.NONE, ""
        content = self._small.get(STAMP)
        if content is None:
            return Answer.BAD, ""
        try:
            return Answer.GOOD, stamp.verified(content, self._small.get(SUMS) or b"")
        except stamp.StampBad as problem:
            self._find(FaultWord.STAMP_BAD, STAMP, str(problem))
            return Answer.BAD, ""

    def files(self, listed: Mapping[str, str]) -> None:
        """Hash every file that has a sum, and name every one that has none."""
        for path in sorted(self._sizes.keys() | self._odd.keys()):
            if cause := self._odd.get(path, ""):
                word = FaultWord.CHANGED if path in listed else FaultWord.EXTRA
                self._find(_WORD_OF_UNREADABLE.get(path, word), path, cause)
            elif path not in listed and path not in UNLISTED:
                self._find(FaultWord.EXTRA, path, f"{SUMS} has no line for it")
        for path in sorted(listed):
            if path in self._sizes:
                self._file(path, listed[path])
            elif path not in self._odd:
                self._find(FaultWord.MISSING, path, f"{SUMS} has a line for it")
        self._progressed(self._total, self._total)

    def _file(self, path: str, expected: str) -> None:
        if (content := self._small.get(path)) is not None:
            sha256, size = hashlib.sha256(content).hexdigest(), len(content)  # as it was judged
            self._step(size)
        elif path in self._small:
            return None  # it cannot be read, which is told
        else:
            try:
                sha256, size = self._place.sha256_of(path, self._stop, self._step)
            except OSError as error:
                return self._find(FaultWord.CHANGED, path, reason(error))
        self.files_checked += 1
        if sha256 != expected:
            self._find(FaultWord.CHANGED, path, "its SHA-256 is another one")
        elif self._told.get(path, size) != size:
            cause = f"it has {size} bytes, and the manifest tells of {self._told[path]}"
            self._find(FaultWord.MANIFEST_DISAGREES, path, cause)
        return None

    def _content(self, name: str) -> bytes | None:
        """A small file; None: it cannot be read or is far too large, which is told."""
        word = _WORD_OF_UNREADABLE.get(name, FaultWord.CHANGED)
        try:
            content = self._place.small(name, _CAPS[name])
        except OSError as error:
            self._find(word, name, reason(error))
            return None
        if content is None:
            self._find(word, name, f"it is larger than {_CAPS[name]} bytes")
        return content

    def _step(self, count: int) -> None:
        self.bytes_checked += count
        self._progressed(min(self.bytes_checked, self._total), self._total)

    def _find(self, word: FaultWord, path: str, cause: str) -> None:
        self.faults.append(Fault(word, shown(path), cause))


def _unlike_sums(manifest: Manifest, listed: Mapping[str, str]) -> Iterator[Fault]:
    """Where the manifest's list is not that of SHA256SUMS."""
    told = {file.path: file for file in manifest.files}
    if len(told) != len(manifest.files):
        yield _unlike(MANIFEST, "it tells of a file twice")
    for path, file in sorted(told.items()):
        if not is_safe(path):
            cause = "the manifest names a path that no package may hold"
            yield Fault(FaultWord.UNSAFE_NAME, shown(path), cause)
        elif path not in listed:
            yield _unlike(path, f"the manifest tells of it, and {SUMS} has no line for it")
        elif file.sha256 != listed[path]:
            yield _unlike(path, f"the manifest tells another SHA-256 than {SUMS}")
    for path in sorted(listed.keys() - told.keys() - {MANIFEST}):
        yield _unlike(path, f"{SUMS} has a line for it, and the manifest does not tell of it")


def _unlike(path: str, cause: str) -> Fault:
    return Fault(FaultWord.MANIFEST_DISAGREES, path, cause)
