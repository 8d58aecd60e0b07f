"""A new signing key for the station: when somebody may have the old one, or as a habit."""

from __future__ import annotations

from console.audit import Act, Audit
from console.gate import Gate
from console.heads import Heads
from console.paper_code import grouped
from console.rights import Action
from db.store import Store


class KeyChange:
    """Changes it.  Any thread but the GUI's: as slow as the vault's keeper."""

    def __init__(self, store: Store, gate: Gate, audit: Audit, heads: Heads) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit
        self._heads = heads

    def renew(self) -> str:
        """Sign with a new key from now on; what older ones signed stays good.

        The old key signs the log up to here first.  Returns the groups of the new key's
        fingerprint, to be put on paper beside the old ones.

        Raises:
            NotAllowed: see ``console.gate``.
            LogMeddled: the log is not what was signed; the key was not changed.
            VaultLocked, StoreProblem: look which key is in use: ``ward-console check`` says so.
        """
        self._gate.require(Action.CHANGE_KEY)
        self._heads.sign_head("rotation")
        fingerprint = self._heads.rotate()
        with self._store.begin() as unit:
            self._audit.write(unit, Act.SETTINGS_CHANGED, "station", fields=["station_key"])
        return grouped(fingerprint)
