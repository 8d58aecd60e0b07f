"""Asks onto which medium a package is copied, and whether it is locked with spoken words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from console.evidence.choosing import LONGEST_WORDS
from db.evidence_records import Package
from ui.desk import Desk
from ui.evidence.medium_choice import LookFor, MediumChoice, removable
from ui.evidence.words import medium_words, package_words
from ui.fleet.fields import FormField
from ui.overriding import override

_WIDTH = 560


class CopyDialog(QDialog):
    """Accepted when ``target`` is chosen; nothing is copied yet."""

    def __init__(
        self,
        desk: Desk,
        package: Package,
        parent: QWidget | None = None,
        *,
        look_for: LookFor = removable,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("copy-dialog")
        title = self.tr("Copy to a medium")
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self._suggested = ""
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        about = QLabel(package_words(package), self)
        about.setProperty("quiet", True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.place = MediumChoice(desk, self, look_for)
        self.place.chosen.connect(self._on_place)
        self.plain = QRadioButton(self.tr("As it is: opens on every PC"), self)
        self.encrypted = QRadioButton(
            self.tr("Encrypted (AES-256 ZIP): opens with spoken words from a sheet of their own"),
            self,
        )
        self.plain.setChecked(True)
        box = QLineEdit(self)
        box.setMaxLength(LONGEST_WORDS)
        self.medium = FormField(
            "medium",
            self.tr("The medium on paper"),
            box,
            hint=self.tr("such as: USB Kingston 32 GB; no person"),
        )
        self._box = box
        self.said = QLabel(self)
        self.said.setProperty("late", True)
        self.said.setWordWrap(True)
        leave = QPushButton(self.tr("Cancel"), self)
        leave.setToolTip(self.tr("Close without copying (Esc)"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Copy and verify"), self)
        self.go.setObjectName("copy-go")
        self.go.setProperty("main", True)
        self.go.setDefault(True)
        self.go.setToolTip(self.tr("Copy it and read it back from the medium (Enter)"))
        self.go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (
            head,
            about,
            self.place,
            self.plain,
            self.encrypted,
            self.medium,
            self.said,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(row)
        self.plain.setFocus()
        self._on_place()

    @property
    def target(self) -> str:
        """The folder that it is copied into."""
        return self.place.target

    @property
    def serial(self) -> str:
        """What the chosen medium tells of itself, "" for a folder."""
        medium = self.place.medium
        return "" if medium is None else medium.serial

    @override
    def accept(self) -> None:
        if self.place.target:
            super().accept()

    @override
    def done(self, result: int) -> None:
        self.place.stop()
        super().done(result)

    @Slot()
    def _on_place(self) -> None:
        medium = self.place.medium
        if self._box.text().strip() in ("", self._suggested):
            words = "" if medium is None else medium_words(medium.name, medium.size_bytes)
            self._suggested = words[:LONGEST_WORDS]
            self._box.setText(self._suggested)
        chosen = bool(self.place.target)
        self.go.setEnabled(chosen)
        if chosen and not self._box.hasFocus():
            self.go.setFocus()
        self.said.setVisible(not chosen)
        self.said.setText(
            "" if chosen else self.tr("Choose a medium by its number, or press 0 for a folder.")
        )
