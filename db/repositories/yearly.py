"""Numbers that count within a year, and are never given out again after going back."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.tables import SettingRow


class YearlyNumbers:
    """The numbers of one series; the columns that have them tell most of it."""

    def __init__(
        self,
        session: Session,
        year: InstrumentedAttribute[int],
        number: InstrumentedAttribute[int],
        key: str,
    ) -> None:
        """``key`` is of the setting that tells what a store gave out that this one replaced."""
        self._session = session
        self._year = year
        self._number = number
        self._key = key

    def next(self, year: int) -> int:
        """The number that comes next in ``year``."""
        highest = self._session.scalar(
            select(func.max(self._number)).where(self._year == year)  # along the unique index
        )
        return max(highest or 0, self._before().get(year, 0)) + 1

    def given_out(self) -> dict[int, int]:
        """The highest number that was given out in each year."""
        query = select(self._year, func.max(self._number)).group_by(self._year)
        found = self._before()
        for year, number in self._session.execute(query):
            found[year] = max(number, found.get(year, 0))
        return found

    def count_on(self, numbers: Mapping[int, int]) -> None:
        """Give none of these out again, nor lower ones: an older store was gone back to."""
        merged = self._before()
        for year, number in numbers.items():
            merged[year] = max(number, merged.get(year, 0))
        self._session.merge(SettingRow(key=self._key, value=json.dumps(merged)))
        self._session.flush()

    def _before(self) -> dict[int, int]:
        kept = self._session.get(SettingRow, self._key)
        if kept is None:
            return {}
        return {int(year): number for year, number in json.loads(kept.value).items()}
