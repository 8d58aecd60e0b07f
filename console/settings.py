"""What the administrator sets while the console runs: whose station it is, and its habits.

Kept in the store, so that a backup brings it back; ``station.toml`` keeps what must be known
before the store is open.
"""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from console.audit import Act, Audit
from console.config import Config
from console.gate import Gate
from console.rights import Action
from console.station import Language, StationSettings, UnitType, checked_settings
from db.store import Store, Unit

__all__ = ["Settings", "StationSettings"]

log = logging.getLogger(__name__)


class Settings:
    """Reads and changes the settings.  May block on the disk: not for the GUI thread."""

    def __init__(self, store: Store, gate: Gate, audit: Audit, config: Config) -> None:
        """``config`` has the station's name for as long as nobody has set one here."""
        self._store = store
        self._gate = gate
        self._audit = audit
        self._defaults = StationSettings(station_name=config.station_name)

    def get(self) -> StationSettings:
        """The settings for the program's own use: title, language, clocks, backups.

        Not guarded: a locked wall has a title, too.  Raises StoreProblem.
        """
        with self._store.read() as unit:
            return self._read(unit)

    def second_medium(self) -> Path | None:
        """The folder that backups go to besides, None: none.  Raises StoreProblem."""
        folder = self.get().second_medium
        return Path(folder) if folder else None

    def see(self) -> StationSettings:
        """The settings for whoever wants to look at them.  Raises NotAllowed, StoreProblem."""
        self._gate.require(Action.SEE_SETTINGS)
        return self.get()

    def change(self, new: StationSettings) -> StationSettings:
        """Keep ``new``, cleaned; announced as ``Changed`` with ``Topic.SETTINGS``.

        The log is told which fields were changed, not what they hold.  Nothing is written
        when nothing was changed.

        Raises:
            NotAllowed: see ``console.gate``.
            FieldRefused: ``field`` is a field of ``StationSettings``; ``rule`` is of
                ``console.forms.FieldRule``, ``console.station.SettingRule`` or
                ``console.logo.LogoRule``.
            StoreProblem: nothing was kept.
        """
        self._gate.require(Action.CHANGE_SETTINGS)
        checked = checked_settings(new)
        with self._store.begin() as unit:
            old = self._read(unit)
            changed = [
                each.name
                for each in fields(StationSettings)
                if getattr(old, each.name) != getattr(checked, each.name)
            ]
            for name in changed:
                unit.settings.put(name, _to_json(getattr(checked, name)))
            if changed:
                self._audit.write(unit, Act.SETTINGS_CHANGED, fields=changed)
        return checked

    def _read(self, unit: Unit) -> StationSettings:
        known = {}
        for name, understood in _FROM_JSON.items():
            kept = unit.settings.get(name)  # others have rows there, too, and large ones
            if kept is not None:
                try:
                    known[name] = understood(json.loads(kept))
                except (TypeError, ValueError):  # the wall must come up whatever the file holds
                    log.info("the setting %s cannot be read", name)
        return replace(self._defaults, **known)


def _to_json(value: Any) -> str:
    plain = base64.b64encode(value).decode() if isinstance(value, bytes) else value
    return json.dumps(plain, ensure_ascii=False)


def _text(value: Any) -> str:
    return str(_of(str, value))


def _number(value: Any) -> int:
    return int(_of(int, value))


def _flag(value: Any) -> bool:
    return bool(_of(bool, value))


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _picture(value: str | None) -> bytes | None:
    return None if value is None else base64.b64decode(value)


_FROM_JSON: Mapping[str, Callable[[Any], Any]] = {
    "station_name": _text,
    "unit_type": UnitType,
    "superior_body": _text,
    "logo": _picture,
    "language": Language,
    "idle_lock_min": _number,
    "second_medium": _text,
    "sign_in_notice": _flag,
    "urgent_export": _flag,
    "tsa_url": _text,
}
