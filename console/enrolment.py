"""Making a station out of an empty folder: all that the first-run assistant asked for, at once.

Nothing is kept while it is being asked.  ``enrol`` checks everything before it writes anything,
and ends with a station that has an administrator, a key of its own and a recovery sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from console.access import Access
from console.backups import Backups
from console.errors import FieldRefused, NotAllowed, VaultLocked
from console.forms import clean_name
from console.gate import Why
from console.heads import Heads
from console.keepers import Keeper, KeyKeeper, Passphrase
from console.passwords import checked
from console.rights import Action
from console.secret import Secret
from console.settings import Settings
from console.station import StationSettings, checked_settings
from console.vault import Vault
from db.records import Officer

SHORTEST_PASSPHRASE = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStation:
    """What was answered.  ``passphrase`` counts for ``Keeper.PASSPHRASE`` alone."""

    settings: StationSettings
    name: str
    password: Secret
    keeper: Keeper
    passphrase: Secret = field(default_factory=lambda: Secret(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """What came of it; ``code`` is the recovery sheet's, given out this once.

    ``fingerprint`` is that of the station's key, 64 hex digits: it belongs on the sheet, too.
    """

    officer: Officer
    code: Secret
    fingerprint: str


class Enrolment:
    """Sets a station up, and opens one that a passphrase keeps.  Not for the GUI thread."""

    def __init__(
        self,
        vault: Vault,
        settings: Settings,
        access: Access,
        heads: Heads,
        backups: Backups,
        keeper: Callable[[Keeper], KeyKeeper | None],
    ) -> None:
        """``keeper`` makes the keyring's or the key file's; None where this PC has no such."""
        self._vault = vault
        self._settings = settings
        self._access = access
        self._heads = heads
        self._backups = backups
        self._keeper = keeper

    def has_keyring(self) -> bool:
        """Whether this PC has a keystore that can be trusted.  May take ten seconds."""
        return self._keeper(Keeper.KEYRING) is not None

    def enrol(self, wish: NewStation) -> Enrolled:
        """Set the station up; its administrator is signed in afterwards.  Takes a second.

        Raises:
            FieldRefused: ``field`` is one of ``StationSettings``, "name", "password" or
                "passphrase".  Nothing was kept.
            VaultLocked: the keeper does not keep.  Nothing was kept.
            NotAllowed: the station has an officer already.
            StoreProblem: what is missing afterwards can be asked for again.
        """
        if self._access.names():  # looked at first: nothing of a station that is one is touched
            raise NotAllowed(Action.CHANGE_SETTINGS, Why.SIGNED_OUT)
        settings = checked_settings(wish.settings)
        name = clean_name(wish.name)
        checked(wish.password, (settings.station_name, settings.superior_body, name))
        self._vault.hand_to(self._keeper_of(wish))
        self._settings.change(settings)
        officer = self._access.begin(name, wish.password)
        return Enrolled(
            officer=officer, fingerprint=self._heads.enrol(), code=self._backups.make_sheet()
        )

    def wants_passphrase(self) -> bool:
        """Whether the cameras' passwords cannot be read before a passphrase is typed."""
        return self._vault.wants_passphrase()

    def unlock(self, passphrase: Secret) -> None:
        """Open the vault for this run of the program.  Raises VaultLocked for a wrong one."""
        self._vault.unlock(passphrase)

    def _keeper_of(self, wish: NewStation) -> KeyKeeper:
        if wish.keeper is Keeper.PASSPHRASE:
            if len(wish.passphrase.reveal()) < SHORTEST_PASSPHRASE:
                raise FieldRefused("passphrase", "passphrase_short")
            return Passphrase(wish.passphrase)
        keeper = self._keeper(wish.keeper)
        if keeper is None:
            raise VaultLocked("no keyring of this system answers that can be trusted")
        return keeper
