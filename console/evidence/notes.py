"""What the program itself notes in a line of custody: code words, which front ends translate."""

from __future__ import annotations

from console.evidence.faults import FaultWord, Verdict

SOUND, NOT_SOUND, ENCRYPTED = "sound", "not_sound", "encrypted_zip"
_BETWEEN = ", "
_KNOWN = frozenset({SOUND, ENCRYPTED, *map(str, FaultWord)})


def note_of(verdict: Verdict) -> str:
    """What a check found: ``SOUND``, or the words of all faults, sorted."""
    words = verdict.words - {FaultWord.SIGNER_UNKNOWN}
    return _BETWEEN.join(sorted(words)) or SOUND


def words_in(note: str) -> tuple[str, ...]:
    """The code words that ``note`` is made of; () where somebody wrote it."""
    words = tuple(note.split(_BETWEEN))
    return words if set(words) <= _KNOWN else ()
