"""SHA256SUMS: written in the form of coreutils, and read without any leniency.

Other programs read a line with a backslash, a CR or a name twice each in their own way: two
readers would then check two different packages.  So nothing of that is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from console.evidence.faults import Fault, FaultWord, shown
from console.evidence.names import SUMS, UNLISTED, checked_path, is_safe

LARGEST_BYTES = 16 << 20
"""A hundred thousand lines: no package of ours comes near."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def written(hashes: Mapping[str, str]) -> bytes:
    """The file, for ``hashes``: the SHA-256 in hex of each path.

    Raises:
        ValueError: a path that a package may not hold, or one that has no line.
    """
    if unlisted := UNLISTED & hashes.keys():
        raise ValueError(f"no line for {min(unlisted)}")
    lines = [f"{hashes[checked_path(path)]}  {path}\n" for path in sorted(hashes)]
    return "".join(lines).encode("ascii")


def parsed(content: bytes) -> tuple[dict[str, str], list[Fault]]:
    """The SHA-256 of each path, and what is wrong with the file; a bad line is left out."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return {}, [_broken("it is not UTF-8")]
    if not text:
        return {}, [_broken("it is empty")]
    faults = [] if text.endswith("\n") else [_broken("its last line does not end")]
    if "\r" in text or "\0" in text or text.startswith("\ufeff"):
        faults.append(_broken("it holds a CR, a NUL or a byte order mark"))
        text = text.replace("\r", "")  # what else is wrong is told all the same
    hashes: dict[str, str] = {}
    seen: set[str] = set()
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            faults.append(_broken(f"line {number} is not a hash, two blanks and a path"))
            continue
        sha256, path = found.groups()
        if not is_safe(path):
            cause = f"line {number} of {SUMS} names a path that no package may hold"
            faults.append(Fault(FaultWord.UNSAFE_NAME, shown(path), cause))
        elif path in UNLISTED:
            faults.append(_broken(f"line {number} is about {path}, which has no line"))
        elif path.lower() in seen:
            faults.append(_broken(f"line {number} names {path} once more"))
        else:
            hashes[path] = sha256
        seen.add(path.lower())
    if list(hashes) != sorted(hashes):
        faults.append(_broken("its lines are not sorted"))
    return hashes, faults


def _broken(cause: str) -> Fault:
    return Fault(FaultWord.SUMS_BROKEN, SUMS, cause)
