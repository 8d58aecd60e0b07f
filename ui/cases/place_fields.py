"""Where on the ward plan an incident was, and who sees it: fields that are not typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from db.case_records import Spot
from db.records import OfficerId
from ui.cases.fields import CaseField
from ui.overriding import override
from ui.words import translate

_ID = Qt.ItemDataRole.UserRole
_ROW = 28
_MOST_ROWS = 6
PickSpot = Callable[[Spot | None, Callable[[Spot | None], None]], None]
"""Asks for a spot, beginning at one; calls back with what was chosen, None for none."""


class SpotField(CaseField):
    """The point on the ward plan; ``offer`` gives it something to choose it with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._row = QWidget()
        super().__init__("spot", self._row, parent=parent)
        self._raw = ""
        self._pick: PickSpot | None = None
        self._words = QLabel(self._row)
        self._words.setObjectName("spot-words")
        self.button = QPushButton(self.tr("Choose on the plan…"), self._row)
        self.button.setObjectName("spot")
        self.button.setToolTip(self.tr("Show the ward plan and choose the spot (Space)"))
        self.button.clicked.connect(lambda _=False: self.ask())
        self.button.hide()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.put("")

    def offer(self, pick: PickSpot) -> None:
        """Let the button ask ``pick``."""
        self._pick = pick
        self.button.show()

    def ask(self) -> None:
        """Show the plan."""
        spot = self.read(self._raw)
        if self._pick is not None:
            self._pick(spot, self._on_picked)

    @property
    @override
    def raw(self) -> str:
        return self._raw

    @override
    def put(self, raw: str) -> None:
        self._raw = raw
        self._words.setText(self.told(self.read(raw)))

    @override
    def words_of(self, value: object) -> str:
        return f"{value.x},{value.y}" if isinstance(value, Spot) else ""

    @override
    def read(self, raw: str) -> Spot | None:
        if not raw:
            return None
        x, y = (int(each) for each in raw.split(","))
        return Spot(x, y)

    @override
    def told(self, value: object) -> str:
        return spot_words(value)

    @override
    def set_writable(self, writable: bool) -> None:
        self.button.setEnabled(writable)

    def _on_picked(self, spot: Spot | None) -> None:
        self.put(self.words_of(spot))
        self.typed.emit()
        self.left.emit()


def spot_words(value: object) -> str:
    """Where it is, in per cent from the upper left corner of the plan."""
    if not isinstance(value, Spot):
        return translate("cases", "not set")
    words = translate("cases", "set: {across} % from the left, {down} % from the top")
    return words.format(across=value.x // 100, down=value.y // 100)


class TickField(CaseField):
    """Whether only those who are named see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.tick = QCheckBox()
        super().__init__("restricted", self.tick, parent=parent)
        words = self.tr("Only those who are named here see it")
        self.tick.setText(words)
        self.tick.setToolTip(
            self.tr("Children, sexual offences, informants: also search and counts keep still")
        )
        self.tick.clicked.connect(lambda _=False: self.typed.emit())

    @property
    @override
    def raw(self) -> str:
        return "1" if self.tick.isChecked() else ""

    @override
    def put(self, raw: str) -> None:
        self.tick.setChecked(bool(raw))

    @override
    def words_of(self, value: object) -> str:
        return "1" if value else ""

    @override
    def read(self, raw: str) -> bool:
        return bool(raw)

    @override
    def told(self, value: object) -> str:
        return self.tr("yes") if value else self.tr("no")


class ReadersField(CaseField):
    """The officers who see a restricted incident, each with a tick; Space changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.list = QListWidget()
        self.list.setToolTip(self.tr("Space names an officer, or takes him out"))
        super().__init__("readers", self.list, parent=parent)
        self._names: dict[OfficerId, str] = {}
        self._writable = False
        self.list.itemChanged.connect(lambda _: self.typed.emit())

    def offer(self, names: Sequence[tuple[OfficerId, str]]) -> None:
        """Offer these officers."""
        raw = self.raw
        self._names = dict(names)
        self.put(raw)

    @property
    @override
    def raw(self) -> str:
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [each.data(_ID) for each in items if each.checkState() is Qt.CheckState.Checked]
        return ",".join(str(each) for each in sorted(ticked))

    @override
    def put(self, raw: str) -> None:
        ticked = {OfficerId(int(each)) for each in raw.split(",") if each}
        self.list.blockSignals(True)
        self.list.clear()
        for officer_id in [*self._names, *(ticked - self._names.keys())]:
            item = QListWidgetItem(self._names.get(officer_id, "…"), self.list)
            item.setData(_ID, officer_id)
            state = Qt.CheckState.Checked if officer_id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            if not self._writable:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        rows = min(_MOST_ROWS, max(1, self.list.count()))
        self.list.setFixedHeight(rows * _ROW + 4)
        self.list.blockSignals(False)

    @override
    def words_of(self, value: object) -> str:
        return ",".join(str(each) for each in sorted(value)) if isinstance(value, frozenset) else ""

    @override
    def read(self, raw: str) -> frozenset[OfficerId]:
        return frozenset(OfficerId(int(each)) for each in raw.split(",") if each)

    @override
    def told(self, value: object) -> str:
        known = value if isinstance(value, frozenset) else frozenset()
        return ", ".join(self._names.get(each, "…") for each in sorted(known))

    @override
    def set_writable(self, writable: bool) -> None:
        if writable != self._writable:
            self._writable = writable
            self.put(self.raw)
