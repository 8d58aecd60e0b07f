"""Signed heads: what makes a log that was rewritten, or cut off, contradict itself.

A hash chain alone can be made anew by whoever can write to the file.  So the station signs the
newest entry's hash each day, at every export, at a restore and at shutdown.  The private key is
in the vault, with what the vault vouches for in ``Anchors``: which keys were ever this station's,
and what was signed last.  Public keys are in the store's settings, for everybody.

A log that does not hold what was signed last is not signed: that would make it good, and the vault
would forget what it should have been.  Only a restore, to which two officers agree, goes over it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from console.audit import Act, Audit
from console.clock import Clock
from console.errors import LogMeddled
from console.seal import PublicKey, StationKey, head_message
from console.secret import Secret
from db.records import SignedHead
from db.store import Store, Unit
from db.structs import Frozen, asdict, replace

KEYS_SETTING = "keys"
KEY_SECRET = "station-key"
KNOWN_SECRET = "station-keys-known"
LAST_SECRET = "station-head"
RESTORE = "restore"


class Strongbox(Protocol):
    """What is needed of ``console.vault.Vault``."""

    def secret(self, name: str) -> Secret | None:
        """A secret of the station's own, or None.  Raises VaultLocked."""
        ...

    def keep_secret(self, name: str, secret: Secret | None) -> None:
        """Keep a secret.  Raises VaultLocked."""
        ...

    def renew_secret(self, name: str, before: Secret | None, secret: Secret) -> bool:
        """Keep a secret, if the one that is kept is ``before`` still.  Raises VaultLocked."""
        ...


class KeyRecord(Frozen, kw_only=True):
    """One of the station's public keys, as the store keeps it.

    ``since`` and ``until`` (None: still in use) are told, not proved: what a key is good for is
    decided by its fingerprint, SHA-256 of the SubjectPublicKeyInfo in hex.
    """

    fingerprint: str
    pem: str
    since: datetime
    until: datetime | None


class Claim(Frozen):
    """Entry ``seq`` had this hash, says something outside of the store.

    ``hash`` is 64 hex digits; or, from paper, ``groups`` as ``console.paper_code`` reads them.
    """

    seq: int
    hash: str = ""
    groups: str = ""


class Anchors(Frozen):
    """What the vault vouches for: fingerprints of all keys that were ever ours, the last head."""

    fingerprints: frozenset[str]
    last: Claim | None


class Heads:
    """Makes the station's keys and signs heads.  Any thread; as slow as the vault's keeper."""

    def __init__(self, store: Store, vault: Strongbox, audit: Audit, clock: Clock) -> None:
        self._store = store
        self._vault = vault
        self._audit = audit
        self._clock = clock

    def enrol(self) -> str:
        """Make the station's key unless there is one; returns its fingerprint, to be printed.

        Call it when the first administrator is made.  Raises VaultLocked, StoreProblem; then
        another call goes on where this one ended.
        """
        key = self._key() or self._new_key()
        with self._store.begin() as unit:
            self._list(unit, key.public())
        return key.public().fingerprint()

    def rotate(self) -> str:
        """Sign with a new key from now on; what older ones signed stays good.

        Returns the new fingerprint.  Raises VaultLocked, StoreProblem; see ``enrol``.
        """
        self._new_key()
        return self.enrol()

    def sign_head(self, reason: str) -> SignedHead | None:
        """Sign the log as it is now, and a last entry that says so.

        ``reason`` is one word: daily, export, restore, rotation, shutdown.  None while the station
        is being set up: without a key and without officers; an officer's station that has no key
        yet gets one.  Takes some 5 ms and what the vault's keeper takes.

        Raises:
            LogMeddled: what was signed last is not in the log, and ``reason`` is not restore; then
                nothing was signed, and the vault remembers what it did.
            VaultLocked, StoreProblem: as it says.
        """
        key = self._key()
        if key is None:
            with self._store.read() as unit:
                if not unit.officers.count():
                    return None
            key = self._new_key()
        public = key.public()
        fingerprint = public.fingerprint()
        with self._store.begin() as unit:
            # Read where nobody else writes: whatever the vault remembers was committed by now.
            before = self._vault.secret(LAST_SECRET)
            lost = _lost(unit, _claim(before))
            if lost is not None and reason != RESTORE:
                raise LogMeddled(lost.seq)
            self._list(unit, public)
            # What is forgotten by a restore stands in the log: it may have been of a shortened one.
            forgotten: dict[str, str | int] = (
                {} if lost is None else {"lost_seq": lost.seq, "lost_hash": lost.hash}
            )
            entry = self._audit.write(
                unit,
                Act.HEAD_SIGNED,
                "station",
                subject_id=None,
                officer_id=None,
                reason=reason,
                key=fingerprint,
                **forgotten,
            )
            head = SignedHead(
                seq=entry.seq,
                hash=entry.hash,
                at=entry.at,
                key_sha256=fingerprint,
                signature=b"",
                reason=reason,
            )
            head = replace(head, signature=key.sign(head_message(head)))
            unit.trail.sign(head)
        last = Secret(f"{head.seq} {head.hash}")
        if reason == RESTORE:
            self._vault.keep_secret(LAST_SECRET, last)
        else:  # not over a later one, which another process has noted meanwhile
            self._vault.renew_secret(LAST_SECRET, before, last)
        return head

    def sign_if_due(self, reason: str) -> SignedHead | None:
        """As ``sign_head``, but only when the log does not end with the last one."""
        with self._store.read() as unit:
            seq, _ = unit.trail.head()
            last = unit.trail.last_signed()
        return self.sign_head(reason) if seq != (0 if last is None else last.seq) else None

    def signing_key(self) -> StationKey | None:
        """The private half, to sign a package with; keep it no longer.  None: there is none.

        Raises VaultLocked.
        """
        return self._key()

    def fingerprint(self) -> str | None:
        """The present key's, as the store tells it; None before there is one."""
        records = self.public_keys()
        return records[-1].fingerprint if records else None

    def public_keys(self) -> list[KeyRecord]:
        """Every public key of the station, oldest first; the last is in use."""
        with self._store.read() as unit:
            return read_keys(unit.settings.get(KEYS_SETTING))

    def anchors(self) -> Anchors:
        """What the vault vouches for.  Raises VaultLocked."""
        known = self._vault.secret(KNOWN_SECRET)
        last = self._vault.secret(LAST_SECRET)
        fingerprints = known.reveal().split() if known else []
        return Anchors(frozenset(fingerprints), _claim(last))

    def _key(self) -> StationKey | None:
        kept = self._vault.secret(KEY_SECRET)
        return StationKey.of(kept) if kept else None

    def _new_key(self) -> StationKey:
        key = StationKey.make()
        # In this order a power cut between the two leaves a fingerprint without a key, which
        # harms nothing, and never a key that the vault would not vouch for.
        while not self._vouch_for(key.public().fingerprint()):
            pass  # another process has made a key meanwhile, which is the station's, too
        self._vault.keep_secret(KEY_SECRET, key.secret())
        return key

    def _vouch_for(self, fingerprint: str) -> bool:
        known = self._vault.secret(KNOWN_SECRET)
        all_known = f"{known.reveal()} {fingerprint}" if known else fingerprint
        return self._vault.renew_secret(KNOWN_SECRET, known, Secret(all_known))

    def _list(self, unit: Unit, public: PublicKey) -> None:
        """See that the store tells the key in use; a store that was restored may not."""
        records = read_keys(unit.settings.get(KEYS_SETTING))
        fingerprint = public.fingerprint()
        if records and records[-1].fingerprint == fingerprint:
            return
        now = self._clock.now()
        older = [
            replace(record, until=record.until or now)
            for record in records
            if record.fingerprint != fingerprint
        ]
        new = KeyRecord(fingerprint=fingerprint, pem=public.pem, since=now, until=None)
        unit.settings.put(KEYS_SETTING, _written([*older, new]))
        self._audit.write(unit, Act.KEY_MADE, "station", key=fingerprint)


def _claim(last: Secret | None) -> Claim | None:
    """What the vault remembers was signed last."""
    if last is None:
        return None
    seq, _, digest = last.reveal().partition(" ")
    return Claim(int(seq), digest)


def _lost(unit: Unit, claim: Claim | None) -> Claim | None:
    """The claim, if the log does not hold it."""
    if claim is None or unit.trail.hash_of(claim.seq) == claim.hash:
        return None
    return claim


def read_keys(text: str | None) -> list[KeyRecord]:
    """The public keys that the setting ``KEYS_SETTING`` tells; what is no key is passed over."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    records = (_record(item) for item in found) if isinstance(found, list) else ()
    return [record for record in records if record is not None]


def _record(item: object) -> KeyRecord | None:
    """The record, if its fingerprint is its key's: the file may have been meddled with."""
    if not isinstance(item, Mapping):
        return None
    try:
        record = KeyRecord(
            fingerprint=str(item["fingerprint"]),
            pem=str(item["pem"]),
            since=datetime.fromisoformat(item["since"]),
            until=datetime.fromisoformat(item["until"]) if item["until"] else None,
        )
        return record if PublicKey(record.pem).fingerprint() == record.fingerprint else None
    except (KeyError, TypeError, ValueError):
        return None


def _written(records: list[KeyRecord]) -> str:
    plain = [
        {
            **asdict(record),
            "since": record.since.isoformat(),
            "until": record.until.isoformat() if record.until else None,
        }
        for record in records
    ]
    return json.dumps(plain, sort_keys=True)
