"""From when to when a tool looks: what the page has in sight or between its marks, or as typed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from console.clock import Clock
from console.periods import PeriodUnclear, moment_of
from db.records import Span
from ui.review.tools import Moment


class SpanBox(QWidget):
    """Two fields.  Until somebody types, they follow the page."""

    changed = Signal()
    entered = Signal()  # Enter

    def __init__(self, moment: Moment, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._moment = moment
        self._clock = clock
        self._follows = True
        self._from = self._field(self.tr("From"))
        self._to = self._field(self.tr("To"))
        self._again = QPushButton(self.tr("What is in sight"), self)
        self._again.setProperty("link", True)
        self._again.setToolTip(
            self.tr("From and to follow the timeline again, or the marks where there are two")
        )
        self._again.clicked.connect(self.follow)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, field in enumerate((self._from, self._to)):
            label = QLabel(field.accessibleName(), self)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self._again, 2, 0, 1, 2)
        moment.playback.marked.connect(self._on_page)
        moment.timeline.scaled.connect(self._on_page)
        self.follow()

    @property
    def span(self) -> Span | None:
        """The stretch; None, and a field is marked, while what was typed is none."""
        now = self._clock.now()
        if self._follows:
            its = self._moment.search_span()
            return None if its.start >= now else Span(its.start, min(its.end, now))
        since, until = self._typed(self._from, now), self._typed(self._to, now)
        if since is not None and until is not None and since >= until:
            self._mark(self._to, wrong=True)
            return None
        return None if since is None or until is None else Span(since, until)

    def type(self, since: str, until: str) -> None:
        """Look from and to what is typed here."""
        self._follows = False
        self._from.setText(since)
        self._to.setText(until)
        self._on_edited()

    @Slot()
    def follow(self) -> None:
        """Look at what the page has in sight, or between its marks."""
        self._follows = True
        for field in (self._from, self._to):
            self._mark(field, wrong=False)
        self._on_page()

    @Slot()
    def _on_page(self) -> None:
        if not self._follows:
            return
        span = self.span
        for field, at in (
            (self._from, None if span is None else span.start),
            (self._to, None if span is None else span.end),
        ):
            field.setText("" if at is None else f"{at.astimezone():%d/%m/%Y %H:%M:%S}")
            field.setCursorPosition(0)
        self._again.setVisible(False)
        self.changed.emit()

    @Slot()
    def _on_edited(self) -> None:
        self._follows = False
        self._again.setVisible(True)
        for field in (self._from, self._to):
            self._mark(field, wrong=False)
        self.changed.emit()

    def _typed(self, field: QLineEdit, now: datetime) -> datetime | None:
        try:
            return moment_of(field.text(), now)
        except PeriodUnclear:
            self._mark(field, wrong=True)
            return None

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("yesterday 22h05"))
        field.textEdited.connect(self._on_edited)
        field.returnPressed.connect(self.entered)
        return field

    @staticmethod
    def _mark(field: QLineEdit, *, wrong: bool) -> None:
        if field.property("wrong") != wrong:
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)
