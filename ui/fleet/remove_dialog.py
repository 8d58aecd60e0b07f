"""Taking a camera out of the station: the consequence stands in the button."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.records import Camera


class RemoveDialog(QDialog):
    """Accepted when the officer really wants the camera removed."""

    def __init__(self, camera: Camera, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remove-dialog")
        self.setWindowTitle(self.tr("Remove a camera"))
        who = self.tr("{number:02} {name}").format(number=camera.number, name=camera.name)
        head = QLabel(who, self)
        head.setObjectName("dialog-title")
        head.setWordWrap(True)
        words = QLabel(
            self.tr("Its address and password are forgotten. This cannot be undone."), self
        )
        words.setWordWrap(True)
        footage = QLabel(
            self.tr(
                "What was recorded of it stays until its days are over, and what is held as long "
                "as it is held. Until then it is watched from its bookmarks, cases and holds, by "
                "whoever sees every camera."
            ),
            self,
        )
        footage.setObjectName("remove-footage")
        footage.setWordWrap(True)
        keep = QPushButton(self.tr("Keep it"), self)
        keep.setToolTip(self.tr("Close and change nothing (Esc)"))
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        remove = QPushButton(
            self.tr("Remove camera {number:02} and its password").format(number=camera.number), self
        )
        remove.setObjectName("remove-go")
        remove.setProperty("danger", True)
        remove.setAutoDefault(False)
        remove.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(keep)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(words)
        column.addWidget(footage)
        column.addLayout(row)
        self.setMinimumWidth(420)
