"""Taking a folder for footage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, NameTaken, Problem, VolumeRefused
from console.station import LONGEST_PATH
from console.volumes import RESERVE_GB, USUAL_RESERVE_GB, VolumeRule
from console.workers import Lane
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording

_NARROW = 140  # pixels, for a number


class VolumeFields(QWidget):
    """A folder and how much is left free on its disk; also a step of the assistant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        folder = QLineEdit(self)
        folder.setMaxLength(LONGEST_PATH + 1)
        self.path = FormField(
            "path",
            self.tr("Folder"),
            folder,
            required=True,
            hint=self.tr("on a disk of this PC that has nothing else to do, such as D:\\ghi-hinh"),
        )
        browse = QPushButton(self.tr("Choose a folder…"), self)
        browse.setObjectName("volume-choose")
        browse.setToolTip(self.tr("Choose the folder on this PC"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        number = QLineEdit(str(USUAL_RESERVE_GB), self)
        number.setValidator(QIntValidator(0, RESERVE_GB[-1], self))
        number.setMaximumWidth(_NARROW)
        self.reserve = FormField(
            "reserve",
            self.tr("Leave free on its disk (GB)"),
            number,
            required=True,
            hint=self.tr("the oldest footage goes before the disk is fuller than that"),
        )
        self.reserve.check_with(_checked_reserve)
        row = QHBoxLayout()
        row.addWidget(browse)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.path)
        column.addLayout(row)
        column.addWidget(self.reserve)

    @property
    def reserve_gb(self) -> int:
        """What was typed, 0 for nothing."""
        return int(self.reserve.text or 0)

    def look(self) -> bool:
        """Whether the number is one; the folder is looked at when it is kept."""
        return self.reserve.look()

    def show_refusal(self, problem: Problem) -> bool:
        """Say what is wrong beside its field; False when it is about neither."""
        if isinstance(problem, VolumeRefused | NameTaken):
            is_reserve = isinstance(problem, VolumeRefused) and problem.rule == VolumeRule.RESERVE
            field = self.reserve if is_reserve else self.path
            field.show_error(sentence(problem))
            field.box.setFocus()
            return True
        return False

    @Slot()
    def _on_browse(self) -> None:
        box = self.path.box
        assert isinstance(box, QLineEdit)
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), box.text())
        if name:
            box.setText(name)
            self.path.clear_error()


class VolumeDialog(QDialog):
    """Asks for a folder and has it taken.  Accepted when it is."""

    def __init__(self, desk: Desk, recording: Recording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("volume-dialog")
        self.setWindowTitle(self.tr("Add a footage folder"))
        self.setMinimumWidth(520)
        self._desk = desk
        self._recording = recording
        head = QLabel(self.tr("Add a footage folder"), self)
        head.setObjectName("dialog-title")
        self.fields = VolumeFields(self)
        self._notice = QLabel(self)
        self._notice.setProperty("error", True)
        self._notice.setWordWrap(True)
        self._add = QPushButton(self.tr("Record there"), self)
        self._add.setObjectName("volume-add")
        self._add.setProperty("main", True)
        self._add.setDefault(True)
        self._add.setToolTip(self.tr("Try the folder and take it (Enter)"))
        self._add.clicked.connect(self._on_add)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, self.fields, self._notice):
            column.addWidget(widget)
        column.addLayout(row)
        self.fields.path.box.setFocus()

    @Slot()
    def _on_add(self) -> None:
        if not self.fields.look():
            return
        recording, path, reserve = self._recording, self.fields.path.text, self.fields.reserve_gb
        self._add.setEnabled(False)
        self._notice.clear()
        self._desk.tasks.run(
            lambda: recording.add_volume(path, reserve),
            done=lambda _: self.accept(),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_failed(self, problem: Problem) -> None:
        self._add.setEnabled(True)
        if not self.fields.show_refusal(problem):
            self._notice.setText(sentence(problem))


def _checked_reserve(text: str) -> None:
    if int(text or 0) not in RESERVE_GB:
        raise FieldRefused("reserve", VolumeRule.RESERVE)
