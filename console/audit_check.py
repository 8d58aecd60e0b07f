"""Whether the log is as it was written, and if not, what the first bad entry is.

Every entry's hash is computed anew and compared with what the next one remembers; signed heads,
the vault and what stands on paper are compared with the result.  ``console/README.md``, "The
audit log", says what each can find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console.audit import Act
from console.audit_breaks import Fault, Kind, fault_at, is_genuine
from console.errors import Cancelled
from console.heads import KEYS_SETTING, Anchors, Claim, read_keys
from console.paper_code import grouped
from console.restores import Restore, restore_of
from console.seal import PublicKey, head_message
from console.workers import Stop
from db.records import Entry, SignedHead
from db.repositories.trail import NO_HASH
from db.store import Store, Unit

CHUNK = 2000  # entries read at a time: a moment of reading, so that no writer's log grows
# What reading a row raises that holds what we never write: a text for a time, a date too far.
_UNREADABLE = (TypeError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verifying found.

    ``entries`` were sound before the fault, or in all; ``head_hash`` is the last one's.
    ``vouched_to`` is the newest entry below a good signature (0: none): what came after is
    chained, and anybody who can write to the file could have written it.  ``anchored``: the vault
    was asked which keys are the station's; without it, whoever rewrote the log may have put his
    own key beside it, unless the fingerprint was compared with the paper.
    """

    entries: int
    head_hash: str
    heads: int
    vouched_to: int
    restores: tuple[Restore, ...]
    anchored: bool
    fault: Fault | None

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against the log."""
        return self.fault is None


def verify(
    store: Store,
    anchors: Anchors | None,
    *,
    paper: Sequence[Claim] = (),
    stop: Stop,
    progressed: Callable[[int, int], None],
) -> Verdict:
    """Verify the log as it is when this is called.

    ``console/README.md`` has the speed; writers are not held up.

    Args:
        store: The station's, or a copy's.
        anchors: What the vault vouches for; None when it cannot be opened.
        paper: Heads that were noted outside of the station.
        stop: Set it from any thread to give up.
        progressed: Called with entries done and entries in all, from this thread.

    Raises:
        Cancelled: ``stop`` was set.
        StoreProblem: the file cannot be read.
    """
    with store.read() as unit:
        total, _ = unit.trail.head()
        guarded = unit.trail.guarded()
        heads, fault = _heads(unit)
        if (lowest := unit.trail.before_the_first()) is not None:
            fault = Fault(Kind.INSERTED, lowest, lowest)
        walk = _Walk(heads, _keys(unit, anchors), _claims(anchors, paper))
    while walk.seq < total and fault is None:
        if stop.is_set():
            raise Cancelled
        with store.read() as unit:
            fault = _pass(unit, walk, total)
        progressed(min(walk.seq, total), total)
    fault = fault or walk.contradiction()
    if fault is None and not guarded:
        fault = Fault(Kind.UNGUARDED, walk.vouched_to + 1, max(walk.vouched_to + 1, walk.seq))
    return Verdict(
        entries=walk.seq,
        head_hash=walk.hash,
        heads=walk.good_heads,
        vouched_to=walk.vouched_to,
        restores=tuple(walk.restores),
        anchored=anchors is not None,
        fault=fault,
    )


class _Walk:
    """What is known of the log up to entry ``seq``, which is sound."""

    def __init__(
        self,
        heads: Iterable[SignedHead],
        keys: dict[str, PublicKey],
        claims: Iterable[Claim],
    ) -> None:
        self.seq = 0
        self.hash = NO_HASH
        self.before: Entry | None = None
        self.good_heads = 0
        self.vouched_to = 0
        self.restores: list[Restore] = []
        self._keys = keys
        self._heads: defaultdict[int, list[SignedHead]] = defaultdict(list)
        for head in heads:
            self._heads[head.seq].append(head)
        self._claims: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.seq].append(claim)
        self._refuted: list[tuple[Claim, Fault]] = []

    def follows(self, entry: Entry) -> bool:
        """Whether ``entry`` is what was written next."""
        return entry.seq == self.seq + 1 and entry.previous == self.hash and is_genuine(entry)

    def step(self, entry: Entry) -> Fault | None:
        """Go on to ``entry``, which follows; what speaks against it is returned."""
        self.seq, self.hash, self.before = entry.seq, entry.hash, entry
        heads = self._heads.pop(entry.seq, [])
        if entry.act == Act.HEAD_SIGNED and not heads:
            return Fault(Kind.SIGNATURE_MISSING, entry.seq, entry.seq)
        suspect = self.vouched_to + 1
        for head in heads:
            if wrong := self._wrong(head):
                return Fault(wrong, entry.seq, entry.seq)
            if head.hash != entry.hash:
                return Fault(Kind.REWRITTEN, suspect, entry.seq)
            self.good_heads += 1
            self.vouched_to = entry.seq
        if restore := restore_of(entry):
            self.restores.append(restore)
        self._refuted += [
            (claim, Fault(Kind.REWRITTEN, suspect, entry.seq))
            for claim in self._claims.pop(entry.seq, [])
            if not _agrees(claim, entry.hash)
        ]
        return None

    def contradiction(self) -> Fault | None:
        """What speaks against the log once it has been walked to its end."""
        for seq, heads in sorted(self._heads.items()):
            for head in heads:
                wrong = self._wrong(head)
                return Fault(wrong, seq, seq) if wrong else self._cut_off(max(self._heads))
        refuted = [fault for claim, fault in self._refuted if not self._superseded(claim)]
        if refuted:
            return min(refuted, key=lambda fault: fault.seq)
        left = [claim for claims in self._claims.values() for claim in claims]
        gone = [claim.seq for claim in left if claim.seq > 0 and not self._superseded(claim)]
        return self._cut_off(max(gone)) if gone else None

    def _cut_off(self, last: int) -> Fault:
        return Fault(Kind.CUT_OFF, self.seq + 1, last)

    def _wrong(self, head: SignedHead) -> Kind | None:
        key = self._keys.get(head.key_sha256)
        if key is None:
            return Kind.KEY_UNKNOWN
        good = key.vouches_for(head_message(head), head.signature)
        return None if good else Kind.SIGNATURE_WRONG

    def _superseded(self, claim: Claim) -> bool:
        """Whether a restore that was signed put another entry in the place of the claimed one."""
        return any(
            restore.seq <= min(claim.seq, self.vouched_to)
            and claim.seq <= restore.replaced_seq
            and (claim.seq < restore.replaced_seq or _agrees(claim, restore.replaced_hash))
            for restore in self.restores
        )


def _pass(unit: Unit, walk: _Walk, total: int) -> Fault | None:
    """Walk through the next entries, up to number ``total``."""
    try:
        entries = _entries(unit, walk.seq)
        if not entries:  # somebody takes them out while we look
            return Fault(Kind.CUT_OFF, walk.seq + 1, total)
        for entry in entries:
            if entry.seq > total and walk.seq == total:
                return None
            if not walk.follows(entry):
                return fault_at(unit, entry, walk.before, walk.seq + 1, walk.hash)
            if fault := walk.step(entry):
                return fault
    except _UNREADABLE:
        return Fault(Kind.EDITED, walk.seq + 1, walk.seq + 1)
    return None


def _entries(unit: Unit, after: int) -> list[Entry]:
    try:
        return unit.trail.entries(after, CHUNK)
    except _UNREADABLE:
        return unit.trail.entries(after, 1)  # up to the bad one, and no further


def _heads(unit: Unit) -> tuple[list[SignedHead], Fault | None]:
    try:
        return unit.trail.heads(), None
    except _UNREADABLE:
        return [], Fault(Kind.SIGNATURE_WRONG, 1, unit.trail.head()[0])


def _keys(unit: Unit, anchors: Anchors | None) -> dict[str, PublicKey]:
    return {
        record.fingerprint: PublicKey(record.pem)
        for record in read_keys(unit.settings.get(KEYS_SETTING))
        if anchors is None or record.fingerprint in anchors.fingerprints
    }


def _claims(anchors: Anchors | None, paper: Sequence[Claim]) -> list[Claim]:
    return [*paper, *([anchors.last] if anchors is not None and anchors.last else [])]


def _agrees(claim: Claim, digest: str) -> bool:
    if claim.groups:
        return len(digest) == len(NO_HASH) and claim.groups == grouped(digest)
    return claim.hash == digest
