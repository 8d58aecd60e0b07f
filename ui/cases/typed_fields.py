"""The fields of an incident that are typed: lines, times, days, and names that are found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.errors import FieldRefused
from console.forms import FieldRule
from console.periods import PeriodUnclear, moment_of
from ui.case_words import date_words, field_word
from ui.cases.fields import CaseField
from ui.find_box import FindBox
from ui.holds.words import until_of
from ui.overriding import override
from ui.times import stamp_words

_HOUR = re.compile(r"\s*\d{1,2}\s*(?:h|g|giờ|gio|:)\s*(?:\d{1,2}\s*)?(?::\d\d)?\s*", re.IGNORECASE)
_DAY = timedelta(days=1)
_NONE = ""


class LineField(CaseField):
    """One line of words."""

    def __init__(
        self,
        name: str,
        longest: int,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        self.edit.setMaxLength(longest)
        self.edit.setPlaceholderText(hint)
        self.edit.setToolTip(hint)
        super().__init__(name, self.edit, required=required, parent=parent)
        self.edit.textEdited.connect(lambda _: self.typed.emit())

    @property
    @override
    def raw(self) -> str:
        return self.edit.text()

    @override
    def put(self, raw: str) -> None:
        self.edit.setText(raw)
        self.edit.setCursorPosition(0)

    @override
    def read(self, raw: str) -> object:
        return " ".join(raw.split())

    @override
    def set_writable(self, writable: bool) -> None:
        self.edit.setReadOnly(not writable)
        self.dress()


class MomentField(LineField):
    """An instant as people type it: "23/11 22h05", "hôm qua 22h"."""

    def __init__(
        self,
        name: str,
        now: Callable[[], datetime],
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """An hour alone is one of the day that follows ``after``, once that is set."""
        super().__init__(name, 60, required=required, hint=hint, parent=parent)
        self._now = now
        self.after: Callable[[], datetime | None] = lambda: None

    @override
    def words_of(self, value: object) -> str:
        return stamp_words(value) if isinstance(value, datetime) else _NONE

    @override
    def read(self, raw: str) -> datetime | None:
        if not raw.strip():
            return None
        now, after = self._now(), self.after()
        if after is not None and _HOUR.fullmatch(raw):
            now = min(now, after + _DAY)
        try:
            return moment_of(raw, now)
        except PeriodUnclear as error:
            raise FieldRefused(self.name, "incident_time") from error


class DayField(LineField):
    """A day that comes: "31/12", or days from today: "5"."""

    def __init__(
        self,
        name: str,
        now: Callable[[], datetime],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, 20, hint=hint, parent=parent)
        self._now = now

    @override
    def words_of(self, value: object) -> str:
        return date_words(value) if isinstance(value, date) else _NONE

    @override
    def read(self, raw: str) -> date | None:
        end = until_of(raw, self._now())
        return None if end is None else (end - _DAY / 2).date()


class FindField(CaseField):
    """One of many, found by what is typed, without diacritics; Down offers all of them."""

    def __init__(
        self, name: str, *, required: bool = False, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self.search = _FindBox(hint)
        super().__init__(name, self.search, required=required, parent=parent)
        self.search.setAccessibleName(field_word(name))
        self._words: dict[object, str] = {}  # also of what is not offered any more
        self.search.textEdited.connect(lambda _: self.typed.emit())
        self.search.picked.connect(self._on_picked)

    def offer(self, items: Sequence[tuple[object, str]], others: dict[object, str]) -> None:
        """Offer ``items``; ``others`` are words of what may be there already, and no more given."""
        self._words = {**others, **dict(items)}
        touched, shown = self.touched, self._value
        self.search.set_items(items)
        if not touched and not self.search.hasFocus():
            self.show_value(shown)

    @property
    @override
    def raw(self) -> str:
        return self.search.text()

    @override
    def put(self, raw: str) -> None:
        self.search.setText(raw)
        self.search.setCursorPosition(0)

    @override
    def show_value(self, value: object) -> None:
        super().show_value(value)
        self.search.pick(value)

    @override
    def words_of(self, value: object) -> str:
        return "" if value is None else self._words.get(value, "…")

    @override
    def read(self, raw: str) -> object:
        """What is called so; else the first that fits."""
        if not raw.strip():
            return None
        if not self.touched:
            return self._value
        for value, words in self._words.items():
            if words == raw:
                return value
        fits = self.search.found(raw)
        if not fits:
            raise FieldRefused(self.name, FieldRule.UNKNOWN)
        return fits[0][0]

    @override
    def look(self) -> bool:
        """What was begun is finished: the first that fits stands there in full."""
        right = super().look()
        if right and self.touched:
            self.put(self.words_of(self.value()))
        return right

    @override
    def set_writable(self, writable: bool) -> None:
        self.search.setReadOnly(not writable)
        self.dress()
        self.search.setClearButtonEnabled(writable and not self.required)

    def _on_picked(self) -> None:
        if self.touched:
            self.typed.emit()


class _FindBox(FindBox):
    """Offers everything at Down, while nothing is typed or one was chosen."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self.isReadOnly()
        ):
            self.offer_all()
            return True
        return super().eventFilter(watched, event)
