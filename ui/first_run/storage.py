"""The assistant's step about recording: a folder for footage, and how many days it holds."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from console.errors import Problem
from console.storage import usual_need
from console.volumes import GB, free_bytes
from db.records import StreamRole
from ui.desk import Desk
from ui.first_run.steps import Step
from ui.fleet.fields import FormField
from ui.overriding import override
from ui.recording.volume_dialog import VolumeFields
from ui.recording_words import bytes_words

_MOST_CAMERAS, _USUAL_CAMERAS = 9999, 16
_NARROW = 140  # pixels, for a number


class StorageStep(Step):
    """Where footage goes; an empty folder records nothing for now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Recording")
        self.words = self.tr(
            "Choose a folder on a disk of this PC, and every camera is recorded there from now on. "
            "It may stay empty: then nothing is recorded until a folder is added in Settings."
        )
        self._desk = desk
        self.fields = VolumeFields(self)
        number = QLineEdit(str(_USUAL_CAMERAS), self)
        number.setValidator(QIntValidator(1, _MOST_CAMERAS, self))
        number.setMaximumWidth(_NARROW)
        count = FormField("cameras", self.tr("Reckoned for so many cameras"), number, parent=self)
        self.reckoned = QLabel(self)
        self.reckoned.setObjectName("storage-reckoned")
        self.reckoned.setWordWrap(True)
        self._count = number
        for widget in (self.fields, count, self.reckoned):
            self.column.addWidget(widget)
        folder, reserve = self.fields.path.box, self.fields.reserve.box
        assert isinstance(folder, QLineEdit)
        assert isinstance(reserve, QLineEdit)
        self._folder = folder
        self._chain([folder, reserve, number])
        folder.textChanged.connect(self._on_typed)
        for box in (folder, reserve, number):
            box.editingFinished.connect(self._reckon)

    @property
    def path(self) -> str:
        """The folder as typed, "" for none."""
        return self._folder.text().strip()

    @override
    def look(self) -> bool:
        return not self.path or self.fields.look()

    @override
    def take_focus(self) -> None:
        self._folder.setFocus()

    def show_refusal(self, problem: Problem) -> bool:
        """Say beside its field what is wrong; False when it is about none of them."""
        return self.fields.show_refusal(problem)

    @Slot()
    def _on_typed(self) -> None:
        self.reckoned.clear()
        self.fields.path.clear_error()

    @Slot()
    def _reckon(self) -> None:
        path = self.path
        self._desk.tasks.run(
            lambda: free_bytes(path),
            done=lambda free: self._show(path, free),
            failed=lambda _: None,
        )

    def _show(self, path: str, free: int | None) -> None:
        if path != self.path or free is None:
            return
        cameras = int(self._count.text() or 0)
        room = max(0, free - self.fields.reserve_gb * GB)
        days = {role: usual_need(cameras, role).days(room) or 0 for role in StreamRole}
        words = self.tr(
            "{free} are free: {subs} days of the sub streams of {cameras} cameras, or {mains} days "
            "of their main streams."
        )
        self.reckoned.setText(
            words.format(
                free=bytes_words(free),
                cameras=cameras,
                subs=days[StreamRole.SUB],
                mains=days[StreamRole.MAIN],
            )
        )
