"""What narrows the log: who, what, when, which camera."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.acts import Act
from console.clock import Clock
from console.periods import Period, PeriodUnclear, period_of
from db.records import Camera, Officer, TrailQuery
from ui.audit.acts import Group, act_words, acts_of, group_words
from ui.audit.names import erased_words
from ui.find_box import FindBox


class Filters(QWidget):
    """A row of boxes; ``changed`` comes when the log must be looked through anew."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._period = Period()
        self.officer = FindBox(self.tr("Every officer"), self)
        self.officer.setObjectName("audit-officer")
        self.act = FindBox(self.tr("Every act"), self)
        self.act.setObjectName("audit-act")
        self.camera = FindBox(self.tr("Every camera"), self)
        self.camera.setObjectName("audit-camera")
        self.when = QLineEdit(self)
        self.when.setObjectName("audit-when")
        self.when.setPlaceholderText(self.tr("At any time: yesterday 22h, 23/11…"))
        self.when.setAccessibleName(self.tr("Time"))
        self.when.setToolTip(
            self.tr("A day, an hour or both: today, yesterday 22h, 20/11 - 23/11 6h, 7 days")
        )
        self.when.setClearButtonEnabled(True)
        self._unclear = QLabel(self)
        self._unclear.setObjectName("error-when")
        self._unclear.setProperty("error", True)
        self._unclear.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unclear.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in (self.officer, self.act, self.camera, self.when):
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._unclear)
        for find in (self.officer, self.act, self.camera):
            find.picked.connect(self.changed)
        self.when.editingFinished.connect(self._on_when)
        self.when.textChanged.connect(self._on_typed)
        self._offer_acts()

    @property
    def query(self) -> TrailQuery:
        """What is asked for."""
        officer, act, camera = self.officer.choice, self.act.choice, self.camera.choice
        return TrailQuery(
            officer_id=officer,
            acts=frozenset(str(each) for each in act or ()),
            subject="" if camera is None else "camera",
            subject_id=camera,
            since=self._period.since,
            until=self._period.until,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered."""
        return self.query != TrailQuery()

    def set_officers(self, officers: Sequence[Officer]) -> None:
        """Offer these; the erased ones by number, last."""
        known = sorted(officers, key=lambda officer: (officer.erased, officer.name))
        self.officer.set_items(
            [(each.id, erased_words(each.id) if each.erased else each.name) for each in known]
        )

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Offer these."""
        self.camera.set_items([(each.id, f"{each.number:02} {each.name}") for each in cameras])

    def reset(self) -> bool:
        """Filter nothing; whether anything was filtered."""
        was = self.is_narrow or bool(self.when.text())
        self.blockSignals(True)
        for box in (self.officer, self.act, self.camera, self.when):
            box.clear()
        self._on_when()
        self.blockSignals(False)
        if was:
            self.changed.emit()
        return was

    def _offer_acts(self) -> None:
        acts = [(frozenset({act}), act_words(act)) for act in Act]
        groups = [(acts_of(group), group_words(group)) for group in Group]
        self.act.set_items([*groups, *sorted(acts, key=lambda each: each[1])])

    @Slot()
    def _on_when(self) -> None:
        try:
            period = period_of(self.when.text(), self._clock.now())
        except PeriodUnclear:
            self._unclear.setText(
                self.tr("This time is not clear. Type such as: yesterday 22h, 20/11 - 23/11 6h.")
            )
            self._unclear.show()
            return
        self._unclear.hide()
        if period != self._period:
            self._period = period
            self.changed.emit()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._unclear.hide()
        if not text:
            self._on_when()
