"""The holds of one case in a dialog: from the inbox, the list of holds, or wherever it is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.rights import Action
from db.case_records import IncidentId
from db.records import CameraId, Span
from ui.desk import Desk
from ui.holds.case_panel import CaseHoldsPanel
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SIZE = (860, 460)


class CaseHoldsDialog(QDialog):
    """Prolongs or releases what is held for a case; Esc leaves it as it is."""

    footage_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        ward: Ward,
        case: tuple[IncidentId, str],
        may: Callable[[Action], bool],
        parent: QWidget | None = None,
    ) -> None:
        """``case`` is its id, and its number and title as they shall be shown."""
        super().__init__(parent)
        self.setObjectName("case-holds-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        incident_id, words = case
        title = self.tr("Held footage of {case}").format(case=words)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.notice = QLabel(self)
        self.notice.setObjectName("dialog-notice")
        self.notice.setProperty("error", True)
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.panel = CaseHoldsPanel(desk, console, colours, self)
        self.panel.set_rights(may)
        self.panel.set_ward(ward)
        self.panel.failed.connect(self._on_failed)
        self.panel.changed.connect(self.notice.hide)
        self.panel.footage_wanted.connect(self._on_footage)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("case-holds-close")
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAutoDefault(False)  # Enter plays the chosen one
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.panel, 1)
        column.addWidget(self.notice)
        column.addLayout(row)
        self.panel.show_case(incident_id)
        self.panel.take_focus()

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self.notice.setText(words)
        self.notice.show()

    @Slot(object, object)
    def _on_footage(self, cameras: list[CameraId], span: Span) -> None:
        self.footage_wanted.emit(cameras, span)
        self.accept()
