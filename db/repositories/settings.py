"""The station's settings: a JSON text a key."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Topic
from db.tables import SettingRow


class Settings:
    """What was set; what is missing has the program's default (``console.settings``)."""

    def __init__(self, session: Session, touched: set[Topic]) -> None:
        self._session = session
        self._touched = touched

    def get(self, key: str) -> str | None:
        """The JSON text of a setting, or None."""
        row = self._session.get(SettingRow, key)
        return None if row is None else row.value

    def all(self) -> dict[str, str]:
        """Every setting that was ever set."""
        query = select(SettingRow.key, SettingRow.value).order_by(SettingRow.key)
        return {key: value for key, value in self._session.execute(query)}  # noqa: C416

    def put(self, key: str, value: str) -> None:
        """Keep the JSON text ``value`` in place of what was there."""
        row = self._session.get(SettingRow, key)
        if row is None:
            self._session.add(SettingRow(key=key, value=value))
        else:
            row.value = value
        self._session.flush()
        self._touched.add(Topic.SETTINGS)
