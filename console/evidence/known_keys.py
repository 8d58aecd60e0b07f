"""The keys that sign this station's packages, or ever did."""

from __future__ import annotations

from console.heads import KEYS_SETTING, read_keys
from db.store import Store


def known_fingerprints(store: Store) -> frozenset[str]:
    """Fingerprints of all of the station's keys, old ones, too: 64 hex digits each.

    A package of an old key stays as good as it was.  5 ms; raises StoreProblem.
    """
    with store.read() as unit:
        return frozenset(each.fingerprint for each in read_keys(unit.settings.get(KEYS_SETTING)))
