"""A folder for footage is changed: how much is left free, or that its disk is gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.volumes import RESERVE_GB, VolumeRule
from console.workers import Lane
from db.footage_records import Volume
from ui.access.consequence import Consequence
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.recording_words import bytes_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording

_NARROW = 140  # pixels, for a number


class ReserveDialog(QDialog):
    """Asks how much is left free on a folder's disk.  Accepted when it is kept."""

    def __init__(
        self, desk: Desk, recording: Recording, volume: Volume, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reserve-dialog")
        self.setWindowTitle(self.tr("Leave free on this disk"))
        self.setMinimumWidth(460)
        self._desk = desk
        self._recording = recording
        self._volume = volume
        head = QLabel(self.tr("Leave free on this disk"), self)
        head.setObjectName("dialog-title")
        folder = QLabel(volume.path, self)
        folder.setWordWrap(True)
        number = QLineEdit(str(volume.reserve_gb), self)
        number.setValidator(QIntValidator(0, RESERVE_GB[-1], self))
        number.setMaximumWidth(_NARROW)
        number.selectAll()
        self.reserve = FormField(
            "reserve",
            self.tr("Leave free (GB)"),
            number,
            required=True,
            hint=self.tr("more than now: the oldest footage goes soon, but what is held stays"),
        )
        self.reserve.check_with(_checked)
        self._keep = QPushButton(self.tr("Keep"), self)
        self._keep.setObjectName("reserve-keep")
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        self._keep.setToolTip(self.tr("Keep this (Enter)"))
        self._keep.clicked.connect(self.keep)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, folder, self.reserve):
            column.addWidget(widget)
        column.addLayout(row)
        number.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at the number, and keep it."""
        if not self.reserve.look():
            self.reserve.box.setFocus()
            return
        recording, volume, reserve = self._recording, self._volume, int(self.reserve.text)
        self._keep.setEnabled(False)
        self._desk.tasks.run(
            lambda: recording.change_volume(volume.id, reserve_gb=reserve, writing=volume.writing),
            done=lambda _: self.accept(),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        self.reserve.show_error(sentence(problem))


class LostDialog(Consequence):
    """Says what is given up with a disk; accepted when the officer wants it all the same."""

    def __init__(self, volume: Volume, footage_bytes: int, parent: QWidget | None = None) -> None:
        """``footage_bytes`` is what lay there, 0 where nobody knows."""
        size = bytes_words(footage_bytes) if footage_bytes else ""
        lost = (
            self.tr("{size} of footage").format(size=size) if size else self.tr("all its footage")
        )
        super().__init__(
            self.tr("Give up the disk of {folder}").format(folder=volume.path),
            self.tr(
                "Only for a disk that will never come back: stolen, broken, taken away.\n\n"
                "Lost with it: {lost}, what is held included. The timeline will say so, and the "
                "log names you. Nothing on any disk is touched.\n\n"
                "Is it only unplugged or without power? Then leave it: it is found again by itself."
            ).format(lost=lost),
            self.tr("Give this disk up"),
            parent,
        )
        self.setObjectName("lost-dialog")


def _checked(text: str) -> None:
    if int(text or 0) not in RESERVE_GB:
        raise FieldRefused("reserve", VolumeRule.RESERVE)
