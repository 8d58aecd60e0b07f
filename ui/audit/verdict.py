"""What verifying the log found, in sentences that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.audit_check import Verdict

_CONTEXT = "audit"
_WHOLE = QT_TRANSLATE_NOOP(
    "audit", "The log is whole: {entries} entries, signed up to number {vouched}."
)
_NEVER_SIGNED = QT_TRANSLATE_NOOP(
    "audit", "The log holds together: {entries} entries. It was never signed yet."
)
_NOT_ANCHORED = QT_TRANSLATE_NOOP(
    "audit", "The vault could not be opened: compare the key's fingerprint with the paper."
)
_RESTORED = QT_TRANSLATE_NOOP(
    "audit", "The store was restored {count} times; that is no tampering."
)
_CALL = QT_TRANSLATE_NOOP(
    "audit", "Change nothing, keep this PC as it is, and call the chief and the auditor."
)

FAULTS = {
    "edited": QT_TRANSLATE_NOOP("audit", "Entry {seq} was changed after it was written."),
    "deleted": QT_TRANSLATE_NOOP("audit", "Entries {seq} to {last} were taken out."),
    "inserted": QT_TRANSLATE_NOOP("audit", "Entry {seq} was put in afterwards."),
    "reordered": QT_TRANSLATE_NOOP("audit", "Entries have changed places from number {seq} on."),
    "cut_off": QT_TRANSLATE_NOOP("audit", "The newest entries, {seq} to {last}, are missing."),
    "rewritten": QT_TRANSLATE_NOOP(
        "audit", "Entries {seq} to {last} were rewritten: they contradict what was signed."
    ),
    "signature_wrong": QT_TRANSLATE_NOOP("audit", "The signature over entry {seq} is wrong."),
    "signature_missing": QT_TRANSLATE_NOOP("audit", "The signature over entry {seq} is missing."),
    "key_unknown": QT_TRANSLATE_NOOP(
        "audit", "Entry {seq} was signed with a key that is not the station's."
    ),
    "unguarded": QT_TRANSLATE_NOOP(
        "audit",
        "The guard that refuses changes of the log was meddled with; from entry {seq} on,"
        " no signature vouches for it.",
    ),
}
"""By the words of ``console.audit_breaks.Kind``."""


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """The sentences, and their tone: "good", "ill" or "alarm"."""
    fault = verdict.fault
    if fault is not None:
        told = _say(FAULTS[fault.kind], seq=fault.seq, last=fault.last)
        return f"{told} {_say(_CALL)}", "alarm"
    sentences = [
        _say(
            _WHOLE if verdict.vouched_to else _NEVER_SIGNED,
            entries=grouped(verdict.entries),
            vouched=grouped(verdict.vouched_to),
        )
    ]
    if verdict.restores:
        sentences.append(_say(_RESTORED, count=len(verdict.restores)))
    if not verdict.anchored:
        sentences.append(_say(_NOT_ANCHORED))
    return " ".join(sentences), "good" if verdict.anchored and verdict.vouched_to else "ill"


def grouped(number: int) -> str:
    """1234567 as 1.234.567, as Vietnamese write it."""
    return f"{number:,}".replace(",", ".")


def _say(words: str, **fields: object) -> str:
    return translate(_CONTEXT, words).format(**fields)
