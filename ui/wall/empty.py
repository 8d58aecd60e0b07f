"""What stands on the wall of a station without cameras."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyWall(QWidget):
    """Says what to do next; ``button`` does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("This station has no camera yet"), self)
        title.setObjectName("empty-title")
        advice = QLabel(
            self.tr("Open Devices (Ctrl+6) and add the first camera, or import a list."), self
        )
        advice.setProperty("quiet", True)
        self.button = QPushButton(self.tr("Open Devices (Ctrl+6)"), self)
        self.button.setProperty("main", True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (title, advice, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
