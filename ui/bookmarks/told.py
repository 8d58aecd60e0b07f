"""What was marked a moment ago, and the way to take it back: a small bar that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import keys
from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours

LASTS_MS = 10_000
_ABOVE = 16  # of the lower edge
_WIDEST = 640


class Told(QFrame):
    """Lies over the lower edge of the pages; takes no focus by itself."""

    undo_wanted = Signal()
    describe_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("mark-told")
        self._flag = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("mark-told-text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = self._button("mark-undo", self.undo_wanted)
        self._describe = self._button("drafts", self.describe_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._flag)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(self._describe)
        self._timer = QTimer(self, interval=LASTS_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.set_colours(colours)
        self.hide()
        parent.installEventFilter(self)

    def _button(self, name: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(keys.hint_of(name), self)
        button.setObjectName(f"told-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setAccessibleName(keys.words_of(name))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(wanted)
        return button

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, words: str, *, undo: bool) -> None:
        """Say it for ten seconds; ``undo``: it may be taken back so long."""
        room = _WIDEST - 120
        self._text.setText(
            self._text.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        )
        self._text.setToolTip(words)
        self.setAccessibleName(words)
        self._undo.setVisible(undo)
        self._describe.setVisible(undo)
        self._timer.start()
        self._lie()
        self.show()
        self.raise_()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._flag.setPixmap(icon("bookmark", colours.accent).pixmap(20, 20))

    def _lie(self) -> None:
        over = self._over
        size = self.sizeHint()
        left = max(0, (over.width() - size.width()) // 2)
        self.setGeometry(left, over.height() - size.height() - _ABOVE, size.width(), size.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._lie()
        return super().eventFilter(watched, event)
