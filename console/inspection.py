"""The log looked over by the console itself, and what it says of it on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from console.audit_breaks import Fault, Kind
from console.audit_check import Verdict, verify
from console.chores import Doer, OwnHands, Progress
from console.errors import GroupsMisread, VaultLocked
from console.heads import Anchors, Claim, Heads
from console.paper_code import grouped, read_groups
from console.workers import Stop
from db.store import Store

_FOUND = {
    Kind.EDITED: "was edited",
    Kind.DELETED: "was taken out",
    Kind.INSERTED: "was put in afterwards",
    Kind.REORDERED: "is not in its place",
    Kind.CUT_OFF: "is missing: the end of the log was cut off",
    Kind.REWRITTEN: "was written anew: it is not what was signed or noted",
    Kind.SIGNATURE_WRONG: "has a signed head that is not what was signed",
    Kind.SIGNATURE_MISSING: "tells of a signed head that is gone",
    Kind.KEY_UNKNOWN: "has a head that was signed by another than the station's key",
    Kind.UNGUARDED: "has nothing but its chain to vouch for it: the triggers were meddled with",
}


@dataclass(frozen=True, slots=True)
class Verifying:
    """``console.audit_check.verify`` as a chore."""

    anchors: Anchors | None
    paper: tuple[Claim, ...]

    def do(self, store: Store, stop: Stop, progressed: Progress) -> Verdict:
        """Verify the log of ``store``."""
        return verify(store, self.anchors, paper=self.paper, stop=stop, progressed=progressed)


class Inspection:
    """Verifies the log for whoever may start the program: nothing of what it holds is told."""

    def __init__(self, store: Store, heads: Heads, doer: Doer | None = None) -> None:
        """``doer`` reads the log; None: it is read here."""
        self._heads = heads
        self._doer = doer or OwnHands(store)

    def verify(self, *, paper: Sequence[Claim] = (), stop: Stop, progressed: Progress) -> Verdict:
        """See ``console.audit_check.verify``.

        Where the vault cannot be opened, it goes without: ``Verdict.anchored`` tells.
        Raises Cancelled, StoreProblem, WorkLost.
        """
        return self._doer.do(Verifying(self._anchors(), tuple(paper)), stop, progressed)

    def key_groups(self) -> str:
        """The fingerprint of the station's key as it stands on paper, "" before there is one."""
        fingerprint = self._heads.fingerprint()
        return "" if fingerprint is None else grouped(fingerprint)

    def _anchors(self) -> Anchors | None:
        try:
            return self._heads.anchors()
        except VaultLocked:
            return None


def claim_of(text: str) -> Claim:
    """A head as it was noted: the number, a colon, the eight groups.  Raises GroupsMisread."""
    number, colon, groups = text.partition(":")
    if not (colon and number.strip().isascii() and number.strip().isdigit()):
        raise GroupsMisread
    return Claim(int(number), groups=read_groups(groups))


def report(verdict: Verdict, key_groups: str) -> Iterator[str]:
    """What was found, a line each, for someone who compares it with paper."""
    if verdict.fault is not None:
        yield f"log:         MEDDLED WITH: {told(verdict.fault)}"
    else:
        yield f"log:         whole, {verdict.entries} entries, signed up to {verdict.vouched_to}"
    yield f"log's head:  {verdict.entries}: {grouped(verdict.head_hash)}"
    if key_groups:
        compared = "" if verdict.anchored else " (the vault is shut: compare it with the paper)"
        yield f"log's key:   {key_groups}{compared}"
    for restore in verdict.restores:
        yield (
            f"restored:    {restore.at:%Y-%m-%d %H:%M} UTC, entry {restore.seq}: what came after "
            f"entry {restore.restored_seq}, up to {restore.replaced_seq}, is in the replaced store"
        )


def told(fault: Fault) -> str:
    """A fault in a sentence, in English."""
    entries = f"entry {fault.seq}"
    if fault.last > fault.seq:
        entries = f"one of the entries {fault.seq} to {fault.last}"
        if fault.kind in {Kind.CUT_OFF, Kind.DELETED, Kind.INSERTED}:
            entries = f"each of the entries {fault.seq} to {fault.last}"
    return f"{entries} {_FOUND[fault.kind]}"
