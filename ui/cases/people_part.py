"""What an incident says of people and vehicles: out of sight until somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import keys
from ui.cases.text_fields import TextField

if TYPE_CHECKING:
    from console.completion import Bank

LONGEST = 4000  # as console.incident_rules.LONGEST_PEOPLE


class PeoplePart(QWidget):
    """A sentence and a button, then two fields."""

    wanted = Signal()  # show them; the log is told

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case-people")
        self.people = TextField("people", LONGEST, 3, parent=self)
        self.vehicles = TextField("vehicles", LONGEST, 2, parent=self)
        title = QLabel(self.tr("Persons and vehicles"), self)
        self.said = QLabel(self)
        self.said.setObjectName("case-people-said")
        self.said.setProperty("quiet", True)
        self.said.setWordWrap(True)
        name = "incident-people"
        self.button = QPushButton(keys.words_of(name), self)
        self.button.setObjectName(f"button-{name}")
        self.button.setToolTip(keys.hint_of(name))
        self.button.clicked.connect(lambda _=False: self.wanted.emit())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = title
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(self.people)
        column.addWidget(self.vehicles)
        self.set_shown(shown=False, readable=True)

    def set_shown(self, *, shown: bool, readable: bool) -> None:
        """Whether they are in sight, and whether who sits here may have them shown."""
        for field in (self.people, self.vehicles):
            field.setVisible(shown)
        self._title.setVisible(not shown)
        self.said.setVisible(not shown)
        self.button.setVisible(readable and not shown)
        self.said.setText(
            self.tr("Restricted reading: showing them is logged.")
            if readable
            else self.tr(
                "Restricted reading: for whoever opened the incident or has it assigned, and for "
                "investigating officers and the chief."
            )
        )

    def set_bank(self, bank: Bank | None) -> None:
        """Complete from this."""
        for field in (self.people, self.vehicles):
            field.set_bank(bank)
