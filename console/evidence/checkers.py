"""What travels in a package so that a court needs no program of ours: checkers and a guide."""

from __future__ import annotations

import html
import re
from importlib.resources import files

from console.paper_code import in_fours

READ_FIRST, PAGE, SCRIPT = "DOC-TRUOC.html", "kiem-tra.html", "kiem-tra.py"
_FIELD = re.compile("@@([A-Z]+)@@")


def travelling(case: str, station: str, fingerprint: str) -> dict[str, bytes]:
    """The files that go into a package beside the evidence, by their names there.

    The two checkers are the same bytes in every package, so that one that was handed out apart can
    be compared with them.  Reads three small files, about 1 ms; any thread.

    Args:
        case: The case's number, or what else the reader knows it by; any text.
        station: The station that made the package; any text.
        fingerprint: SHA-256 of the signing key's SubjectPublicKeyInfo, 64 lower-case hex digits.

    Raises:
        ValueError: ``fingerprint`` is none.

    See ``console/evidence/README.md``.
    """
    told = {"CASE": case, "STATION": station, "FINGERPRINT": in_fours(fingerprint)}
    room = files("resources").joinpath("checkers")
    page = room.joinpath(READ_FIRST).read_text(encoding="utf-8")
    # One pass: what an officer typed is never looked at for fields again.
    page = _FIELD.sub(lambda field: html.escape(told[field[1]]), page)
    return {
        READ_FIRST: page.encode(),
        PAGE: room.joinpath(PAGE).read_bytes(),
        SCRIPT: room.joinpath(SCRIPT).read_bytes(),
    }
