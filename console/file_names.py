"""Names for files that come from outside or from what people typed (S-16)."""

from __future__ import annotations

import unicodedata

LONGEST, LONGEST_BYTES = 80, 240
_LONGEST_ENDING = 8
_FORBIDDEN = frozenset('<>:"/\\|?*')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


def clean_file_name(raw: str, instead: str) -> str:
    """``raw`` as a name that every system takes and nobody is fooled by; its ending is kept.

    Composed letters, no path, nothing that turns text round, no device of DOS, at most 80
    characters and 240 bytes.  ``instead`` is taken where nothing is left.
    """
    kept = "".join(
        "_" if sign in _FORBIDDEN else sign
        for sign in unicodedata.normalize("NFC", raw)
        if unicodedata.category(sign) not in _INVISIBLE
    )
    name = " ".join(kept.split()).strip(". ") or instead
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    # Blanks before the dot, too: "aux .txt" is a device.
    stem = stem.rstrip(". ") or instead
    if stem.split(".")[0].rstrip().casefold() in _DEVICES:
        stem = f"_{stem}"
    tail = dot + ending
    while len(stem + tail) > LONGEST or len((stem + tail).encode()) > LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ") + tail
