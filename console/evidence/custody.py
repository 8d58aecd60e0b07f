"""Custody: what happened to a package since it was made, line by line, and who had it.

A line is never changed nor removed.  The log is told its id, its kind, and two hashes: of medium,
time and officer; and of whom it names and what was noted, made with a random salt that is erased
with the words.  As long as these are there they can be proven, and afterwards nobody finds them by
trying out names.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.audit import Act, Audit
from console.errors import FieldRefused
from console.evidence.custody_proof import line_hash, unlike, words_hash
from console.evidence.request_door import PackagePass, RequestDoor
from console.evidence.rules import LONGEST_LINE, LONGEST_REASON, RequestRefused, RequestRule
from console.forms import FieldRule
from console.free_text import clean_line, clean_lines
from console.rights import Action
from db.evidence_records import CustodyId, CustodyKind, CustodyLine, PackageId, PackageOutcome
from db.store import Store, Unit

LONGEST_MEDIUM = 80
_WITH_SOMEBODY = frozenset({CustodyKind.HANDED, CustodyKind.RETURNED})


@dataclass(frozen=True, slots=True)
class CustodySeen:
    """A line as it is shown; ``officer`` is a name, "" of an erased one or nobody.

    Not ``as_logged``: the log tells it otherwise, or does not tell of it; somebody meddled with it.
    """

    line: CustodyLine
    officer: str
    as_logged: bool = True


class Custody:
    """Adds lines, lists them.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed``, ``Gone`` and ``StoreProblem``.  A change is announced as
    ``Topic.EVIDENCE``, and logged.
    """

    def __init__(
        self,
        store: Store,
        door: RequestDoor,
        audit: Audit,
        leave_no_trace: Callable[[], None],
    ) -> None:
        """``leave_no_trace`` empties the log beside the store's file of what was erased."""
        self._store = store
        self._door = door
        self._audit = audit
        self._leave_no_trace = leave_no_trace

    def of(self, package_id: PackageId) -> list[CustodySeen]:
        """A package's lines, from its making on."""
        let_in = self._door.see_package(package_id)
        with self._store.read() as unit:
            let_in.found(unit)
            names = {each.id: each.name for each in unit.officers.all()}
            doubtful = unlike(unit, package_id)
            return [
                CustodySeen(
                    line,
                    "" if line.officer_id is None else names[line.officer_id],
                    line.id not in doubtful,
                )
                for line in unit.custody.of(package_id)
            ]

    def add(
        self,
        package_id: PackageId,
        kind: CustodyKind,
        *,
        medium: str = "",
        to_whom: str = "",
        note: str = "",
    ) -> CustodyLine:
        """Tell what happened to a package just now; the time is the station's.

        ``medium`` names a thing, by label or serial, and stays for ever: no person.  ``to_whom`` is
        who was handed it or returned it.

        Raises:
            FieldRefused: ``field`` is "kind" (it is the program that says what was made),
                "medium", "to_whom" (missing, where it was handed over or returned) or "note".
            RequestRefused: the package is not made.
        """
        let_in = self._door.enter_package(package_id)
        if kind is CustodyKind.MADE:
            raise FieldRefused("kind", FieldRule.UNKNOWN)
        medium = clean_line("medium", medium, LONGEST_MEDIUM, may_be_empty=True)
        to_whom = clean_line("to_whom", to_whom, LONGEST_LINE, may_be_empty=True)
        if kind in _WITH_SOMEBODY and not to_whom:
            raise FieldRefused("to_whom", FieldRule.EMPTY)
        note = clean_lines("note", note, LONGEST_REASON, "\n\t")
        with self._store.begin() as unit:
            return told(
                unit,
                self._audit,
                let_in,
                kind,
                at=self._door.now,
                medium=medium,
                to_whom=to_whom,
                note=note,
            )

    def erase_people(self, custody_id: CustodyId) -> CustodyLine:
        """Forget whom a line names and what was noted: from the store's file and the log beside it.

        The line stays, and so do copies made before (backups).
        """
        self._door.allow((), Action.APPROVE_EXPORT)  # before it is told whether there is one
        with self._store.read() as unit:
            package_id = unit.custody.line(custody_id).package_id
        let_in = self._door.enter_package(package_id, Action.APPROVE_EXPORT)
        with self._store.begin() as unit:
            let_in.found(unit)
            erased = unit.custody.erase(custody_id)
            self._audit.write(
                unit,
                Act.CUSTODY_PEOPLE_ERASED,
                "package",
                package_id,
                officer_id=let_in.officer_id,
                custody=custody_id,
            )
        self._leave_no_trace()
        return erased


def told(
    unit: Unit,
    audit: Audit,
    let_in: PackagePass,
    kind: CustodyKind,
    *,
    at: datetime,
    medium: str = "",
    to_whom: str = "",
    note: str = "",
    outcome: str = "",
) -> CustodyLine:
    """Keep a line, whose texts are clean, and tell the log; ``outcome`` is a word for that.

    For services that let somebody in before long work: the gate is not asked once more.

    Raises:
        Gone: the package is not for whoever was let in any more.
        RequestRefused: it is not made.
    """
    if let_in.found(unit).outcome is not PackageOutcome.MADE:
        raise RequestRefused(RequestRule.NOT_MADE)
    salt = secrets.token_hex(16)
    line = unit.custody.add(
        let_in.package_id,
        kind,
        at=at,
        officer_id=let_in.officer_id,
        medium=medium,
        to_whom=to_whom,
        note=note,
        salt=salt,
    )
    audit.write(
        unit,
        Act.CUSTODY_ADDED,
        "package",
        let_in.package_id,
        officer_id=let_in.officer_id,
        custody=line.id,
        kind=str(kind),
        sha256=words_hash(salt, to_whom, note),
        line_sha256=line_hash(line),
        **({"outcome": outcome} if outcome else {}),
    )
    return line
