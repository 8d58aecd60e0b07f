"""``ward-console verify``: a package is checked on any PC that has the program, with no station.

Exit codes, as all checkers have them: 0 files and signature are good; 1 something is not; 2 there
is no package to look at, or the line was not understood.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from console.evidence.faults import Answer, FaultWord, Verdict, shown
from console.evidence.problems import PackageMissing
from console.evidence.verifying import verify
from console.paper_code import in_fours
from console.workers import Stop
from db.structs import to_plain

_NO_PACKAGE = 2
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_BETWEEN_GROUPS = str.maketrans(dict.fromkeys(" :-\t\u00a0", ""))
_FILES = {Answer.GOOD: "unchanged, none is missing, none is extra", Answer.BAD: "NOT as made"}
_SIGNATURE = {Answer.GOOD: "good, by the key of nguoi-ky.pem", Answer.BAD: "NOT GOOD"}
_SIGNER = {
    Answer.KNOWN: "the one whose fingerprint was given",
    Answer.OTHER: "NOT the one whose fingerprint was given",
    Answer.UNKNOWN: "not known here: compare the fingerprint with the one on paper",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the package")
    parser.add_argument(
        "--fingerprint",
        type=_fingerprint,
        metavar="HEX",
        help="of the station's key, from paper: 64 signs, with or without blanks",
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON, for programs")


def run(options: argparse.Namespace) -> int:
    """Check a package and print four answers, then each fault."""
    try:
        verdict = verify(
            options.folder,
            fingerprint=options.fingerprint or "",
            stop=Stop(),
            progressed=lambda _done, _total: None,
        )
    except PackageMissing as problem:
        print(f"ward-console: {problem}", file=sys.stderr)
        return _NO_PACKAGE
    if options.json:
        told = {"package": shown(options.folder.resolve().name), **to_plain(verdict)}
        print(json.dumps(told, indent=2, sort_keys=True))
    else:
        for line in report(verdict):
            print(line)
    return 0 if verdict.sound else 1


def report(verdict: Verdict) -> list[str]:
    """Four answers in a line each, and a line for each fault."""
    stamp = {
        Answer.GOOD: f"good, {verdict.stamped_at}; whose it is: openssl ts -verify",
        Answer.BAD: "NOT GOOD",
        Answer.NONE: "none",
    }
    read = f"{verdict.files_checked} files, {verdict.bytes_checked} bytes were read"
    lines = [
        f"files:       {_FILES[verdict.files]} ({read})",
        f"signature:   {_SIGNATURE[verdict.signature]}",
        f"signer:      {_SIGNER[verdict.signer]}",
        f"time-stamp:  {stamp[verdict.stamp]}",
    ]
    if verdict.fingerprint:
        lines.append(f"fingerprint: {in_fours(verdict.fingerprint)}")
    lines += [
        f"{fault.word}: {fault.path}: {fault.cause}"
        for fault in verdict.faults
        if fault.word != FaultWord.SIGNER_UNKNOWN
    ]
    return lines


def _fingerprint(typed: str) -> str:
    found = typed.translate(_BETWEEN_GROUPS).lower()
    if _FINGERPRINT.fullmatch(found) is None:
        raise argparse.ArgumentTypeError("a fingerprint is 64 signs 0-9 and a-f")
    return found
