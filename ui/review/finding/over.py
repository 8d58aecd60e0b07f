"""What a tool lays over the page's pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.overriding import override
from ui.review.pictures import Pictures


class Over(QWidget):
    """Lies exactly over the pictures, while its tool wants it to and they are in sight."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(pictures.parentWidget())
        self.pictures = pictures
        self._wanted = False
        pictures.installEventFilter(self)
        self.hide()

    def lie(self, *, wanted: bool) -> None:
        """Be there, or not."""
        self._wanted = wanted
        self._follow()

    def _follow(self) -> None:
        self.setGeometry(self.pictures.geometry())
        shown = self._wanted and self.pictures.isVisible()
        if shown != self.isVisible():
            self.setVisible(shown)
        if shown:
            self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.Move,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        ):
            self._follow()
        return False
