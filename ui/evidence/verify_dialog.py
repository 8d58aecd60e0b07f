"""Asks where a copy of a package lies that is to be checked: a folder, or a ZIP with its words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from console.forms import FieldRule
from console.secret import Secret
from db.evidence_records import Package
from ui.desk import Desk
from ui.evidence.words import package_words
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.messages import rule_sentence
from ui.overriding import override

_WIDTH = 560
_ZIP = ".zip"


class VerifyDialog(FormDialog):
    """Accepted when a place is chosen; nothing is checked yet."""

    def __init__(self, desk: Desk, package: Package, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.tr("Verify a copy"), self.tr("Verify it"), _WIDTH, parent)
        self.setObjectName("verify-dialog")
        about = QLabel(package_words(package), self)
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        self._path = QLineEdit(self)
        self.place_field = FormField(
            "place",
            self.tr("Folder of the package, or the ZIP that it was copied into"),
            self._path,
            required=True,
        )
        self._path.textChanged.connect(self._on_place)
        folder = QPushButton(self.tr("Folder… (Ctrl+O)"), self)
        folder.setShortcut("Ctrl+O")
        folder.setToolTip(self.tr("Choose the folder of the package (Ctrl+O)"))
        folder.clicked.connect(self._on_folder)
        file = QPushButton(self.tr("ZIP… (Ctrl+Shift+O)"), self)
        file.setShortcut("Ctrl+Shift+O")
        file.setToolTip(self.tr("Choose an encrypted copy (Ctrl+Shift+O)"))
        file.clicked.connect(self._on_file)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (folder, file):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self._typed = QLineEdit(self)
        self.words_field = FormField(
            "words",
            self.tr("The words from its sheet"),
            self._typed,
            required=True,
            hint=self.tr("eight words with a blank between; marks and capitals do not matter"),
        )
        self.body.addWidget(about)
        self.body.addWidget(self.place_field)
        self.body.addLayout(row)
        self.body.addWidget(self.words_field)
        self._on_place()
        self._path.setFocus()

    @property
    def place(self) -> Path:
        """The folder or file that was chosen."""
        return Path(self._path.text().strip())

    @property
    def is_locked(self) -> bool:
        """Whether it is a ZIP, which wants words."""
        return self.place.suffix.lower() == _ZIP

    def take_words(self) -> Secret | None:
        """What was typed from the sheet, which is forgotten here; None for a folder."""
        typed = self._typed.text()
        self._typed.clear()
        return Secret(typed) if self.is_locked else None

    @override
    @Slot()
    def keep(self) -> None:
        """Look whether all is typed."""
        wanted = (self.place_field, self.words_field) if self.is_locked else (self.place_field,)
        empty = [field for field in wanted if not field.text.strip()]
        for field in empty:
            field.show_error(rule_sentence(FieldRule.EMPTY))
        if empty:
            empty[0].box.setFocus()
        else:
            self.accept()

    @Slot()
    def _on_place(self) -> None:
        self.words_field.setVisible(self.is_locked)

    @Slot()
    def _on_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("The folder of the package"))
        if name:
            self._path.setText(name)

    @Slot()
    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("The encrypted copy"), "", "ZIP (*.zip)"
        )
        if name:
            self._path.setText(name)
            self._typed.setFocus()
