"""``ward-console verify``: a package is checked on any PC that has the program, with no station.

Where there is a station its keys are known, old ones, too; nothing of it is changed.  Exit codes,
as all checkers have them: 0 files and signature are good; 1 something is not; 2 there is no package
to look at, no station where ``--data`` says, or the line was not understood.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Collection
from pathlib import Path

from console.backup_files import STORE_FILE
from console.config import default_folder
from console.errors import Problem, SetupWrong, StoreFailed
from console.evidence.faults import Answer, FaultWord, Verdict, shown
from console.evidence.problems import PackageMissing
from console.evidence.verifying import verify
from console.paper_code import in_fours
from console.workers import Stop
from db.structs import to_plain

_NOTHING = 2
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_BETWEEN_GROUPS = str.maketrans(dict.fromkeys(" :-\t\u00a0", ""))
_FILES = {Answer.GOOD: "unchanged, none is missing, none is extra", Answer.BAD: "NOT as made"}
_SIGNATURE = {Answer.GOOD: "good, by the key of nguoi-ky.pem", Answer.BAD: "NOT GOOD"}
_SIGNER = {
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
    parser.add_argument(
        "--known",
        type=_fingerprint,
        action="append",
        default=[],
        metavar="HEX",
        help="a key that is known to be a station's; may be given again",
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="a station whose keys are known; this user's own, if there is one",
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON, for programs")


def run(options: argparse.Namespace) -> int:
    """Check a package and print four answers, then each fault."""
    try:
        registered = _registered(options.data)
        verdict = verify(
            options.folder,
            fingerprint=options.fingerprint or "",
            registered=registered.union(options.known),
            stop=Stop(),
            progressed=lambda _done, _total: None,
        )
    except (PackageMissing, SetupWrong) as problem:
        print(f"ward-console: {problem}", file=sys.stderr)
        return _NOTHING
    if options.json:
        told = {"package": shown(options.folder.resolve().name), **to_plain(verdict)}
        print(json.dumps(told, indent=2, sort_keys=True))
    else:
        for line in report(verdict, registered if options.fingerprint is None else ()):
            print(line)
    return 0 if verdict.sound else 1


def _registered(folder: Path | None) -> frozenset[str]:
    """Fingerprints of the keys that a station ever had; none where there is none, or is unreadable.

    Raises:
        SetupWrong: there is no station in ``folder``, which somebody named.
    """
    path = (folder or default_folder()) / STORE_FILE
    if not path.exists():
        if folder is not None:
            raise SetupWrong(f"there is no station in {folder}")
        return frozenset()
    try:
        return _fingerprints_in(path)
    except Problem as problem:
        print(f"ward-console: the station's keys are not known: {problem}", file=sys.stderr)
        return frozenset()


def _fingerprints_in(path: Path) -> frozenset[str]:
    """The same, of a store.  Raises StoreProblem."""
    from console.evidence.known_keys import known_fingerprints  # SQLAlchemy, only where it is used
    from db.schema import SCHEMA
    from db.sqlite import version
    from db.store import Store

    if version(path) != SCHEMA:  # whoever only looks at a package updates no station
        raise StoreFailed(f"{path.name} is of another version of the program")
    store = Store(path, committed=lambda _: None)
    try:
        return known_fingerprints(store)
    finally:
        store.close()


def report(verdict: Verdict, registered: Collection[str] = ()) -> list[str]:
    """Four answers in a line each, and a line for each fault; ``registered``: keys of a station."""
    ours = verdict.fingerprint in registered
    known = "a key of the station here" if ours else "one whose fingerprint was given"
    stamp = {
        Answer.GOOD: f"good, {verdict.stamped_at}; whose it is: openssl ts -verify",
        Answer.BAD: "NOT GOOD",
        Answer.NONE: "none",
    }
    read = f"{verdict.files_checked} files, {verdict.bytes_checked} bytes were read"
    lines = [
        f"files:       {_FILES[verdict.files]} ({read})",
        f"signature:   {_SIGNATURE[verdict.signature]}",
        f"signer:      {_SIGNER.get(verdict.signer, known)}",
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
