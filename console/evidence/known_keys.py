"""Which keys sign, or signed, for this station: what a package's signer is compared with."""

from __future__ import annotations

from console.heads import KEYS_SETTING, read_keys
from db.store import Store


def known_fingerprints(store: Store) -> frozenset[str]:
    """Fingerprints of the station's own keys, today's and all before, as the store tells them.

    A package that was signed before the key was changed is as good as ever.  The vault vouches for
    the same keys (``Heads.anchors``), where it can be opened; this needs the store alone, so that
    a check runs while nobody is signed in.  Raises StoreProblem.
    """
    with store.read() as unit:
        return frozenset(key.fingerprint for key in read_keys(unit.settings.get(KEYS_SETTING)))
