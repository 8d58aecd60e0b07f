"""What a check of a package answers, and the words for what it finds; the same in all checkers."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from db.structs import Frozen


class FaultWord(StrEnum):
    """What was found.  ``console/evidence/README.md`` has the list for all three checkers."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    SUMS_BROKEN = "sums_broken"
    UNSAFE_NAME = "unsafe_name"
    MANIFEST_BROKEN = "manifest_broken"
    MANIFEST_DISAGREES = "manifest_disagrees"
    LOG_BROKEN = "log_broken"
    LOG_LINE_MISSING = "log_line_missing"
    SIGNATURE_BAD = "signature_bad"
    SIGNATURE_MISSING = "signature_missing"
    OTHER_SIGNER = "other_signer"
    SIGNER_UNKNOWN = "signer_unknown"
    STAMP_BAD = "stamp_bad"


class Answer(StrEnum):
    """An answer to one of the four questions; each question has some of these."""

    GOOD = "good"
    BAD = "bad"
    NONE = "none"  # the time-stamp alone: there is none
    KNOWN = "known"  # the signer alone: his fingerprint is the one that was given
    UNKNOWN = "unknown"  # … none was given, or his certificate cannot be read
    OTHER = "other"  # … it is not the one that was given


class Fault(Frozen):
    """One thing that was found: its word, the file that it is about, and the cause in English.

    ``path`` is relative to the package, safe to be printed; "" is the package itself.
    """

    word: FaultWord
    path: str
    cause: str


_OF_FILES = frozenset(
    {
        FaultWord.CHANGED,
        FaultWord.MISSING,
        FaultWord.EXTRA,
        FaultWord.SUMS_BROKEN,
        FaultWord.UNSAFE_NAME,
        FaultWord.MANIFEST_BROKEN,
        FaultWord.MANIFEST_DISAGREES,
        FaultWord.LOG_BROKEN,
        FaultWord.LOG_LINE_MISSING,
    }
)


class Verdict(Frozen, kw_only=True):
    """The four answers, what speaks against the package, and whose key it was.

    ``fingerprint`` is of ``nguoi-ky.pem``, 64 hex digits, "" where that cannot be read: it tells
    who signed only to whoever compares it with the paper.  ``stamped_at`` is what a good
    time-stamp says, as RFC 3339, else "".  ``files_checked`` and ``bytes_checked``: what was read.
    """

    files: Answer
    signature: Answer
    signer: Answer
    stamp: Answer
    stamped_at: str = ""
    fingerprint: str
    faults: tuple[Fault, ...]
    files_checked: int
    bytes_checked: int

    @property
    def words(self) -> frozenset[FaultWord]:
        """What was found, each word once."""
        return frozenset(fault.word for fault in self.faults)

    @property
    def sound(self) -> bool:
        """Whether files and signature are good, and nothing that was asked says otherwise.

        An unknown signer alone is no fault: then the fingerprint must be compared by hand.
        """
        return not self.words - {FaultWord.SIGNER_UNKNOWN}


def of_files(faults: Iterable[Fault]) -> Answer:
    """The answer to the first question."""
    return Answer.BAD if any(fault.word in _OF_FILES for fault in faults) else Answer.GOOD


def shown(name: str) -> str:
    """A name from a hostile medium as one line that turns nothing round on a screen."""
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04x}"
