"""The table of packages that were made, or were not."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QBrush, QColor

from db.evidence_records import Package, PackageId, PackageOutcome
from ui.evidence.package_reading import PackageNames
from ui.evidence.words import outcome_word, package_words, wanted_words
from ui.overriding import override
from ui.search import matches
from ui.tables import DISPLAY, FOREGROUND, TOOL_TIP, Index, RowModel
from ui.theme import Colours
from ui.times import stamp_words


class PackageColumn(IntEnum):
    """The columns, from the left."""

    WHEN = 0
    REQUEST = 1
    NAME = 2
    CAMERAS = 3
    STATE = 4


class PackageTable(RowModel):
    """The newest first; ``outcomes`` and words narrow it."""

    columns = PackageColumn

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._names = PackageNames()
        self._all: tuple[Package, ...] = ()
        self._shown: list[Package] = []
        self._outcomes: frozenset[PackageOutcome] = frozenset({PackageOutcome.MADE})
        self._needle = ""

    @property
    def packages(self) -> Sequence[Package]:
        """All of them, listed or not."""
        return self._all

    def set_packages(self, packages: Sequence[Package], names: PackageNames) -> None:
        """There are these."""
        self._all, self._names = tuple(packages), names
        self._filter()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._filter()

    def narrow(self, outcomes: frozenset[PackageOutcome]) -> None:
        """List those of which that came; empty: all."""
        self._outcomes = outcomes
        self._filter()

    def search(self, needle: str) -> None:
        """List only those in which every word of ``needle`` lies."""
        self._needle = needle
        self._filter()

    def package(self, row: int) -> Package | None:
        """The package of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, package_id: PackageId | None) -> int:
        """Where it is listed; the first row where it is not."""
        numbers = [each.id for each in self._shown]
        return numbers.index(package_id) if package_id in numbers else 0

    def words(self, package: Package) -> tuple[str, ...]:
        """What stands in its row."""
        state = outcome_word(package.outcome)
        if gaps := _gaps(package):
            state = self.tr("Made, {count} gaps").format(count=gaps)
        ended = package.ended_at or package.queued_at
        return (
            stamp_words(ended),
            self._names.request(package),
            package_words(package),
            wanted_words(package, self._names.ward),
            state,
        )

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [each for each in self._all if self._fits(each)]
        self.endResetModel()

    def _fits(self, package: Package) -> bool:
        if self._outcomes and package.outcome not in self._outcomes:
            return False
        if not self._needle:
            return True
        its = (package.uuid, package.medium_serial, package.target)
        return matches(
            self._needle, *self.words(package), *its, self._names.officer(package.queued_by)
        )

    @override
    def count(self) -> int:
        return len(self._shown)

    @override
    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Ended at"),
            self.tr("Request"),
            self.tr("Package"),
            self.tr("Cameras"),
            self.tr("State"),
        )

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        package = self._shown[index.row()]
        if role in (DISPLAY, TOOL_TIP):
            return self.words(package)[index.column()]
        if role == FOREGROUND and index.column() == PackageColumn.STATE:
            lacks = package.made is None or _gaps(package) > 0
            return QBrush(QColor(self._colours.ill)) if lacks else None
        return None


def _gaps(package: Package) -> int:
    """In how many places something lacks of it, or of its viewing copies."""
    made = package.made
    return 0 if made is None else len(made.missing) + len(made.viewing_missing)
