"""The frame of the window: rail, strips, notice bar and a place for the pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import EngineChanged, EngineState, Noticed
from ui import keys, theme
from ui.access.lock import Cover
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.pages import PAGES, Pages
from ui.strips import NoticeBar, Rail, StatusStrip, TopStrip
from ui.theme import THEMES, ThemeName

_SECOND_MS = 1000


class Frame(QWidget):
    """There before the station is open; says that it waits, or why nothing comes."""

    def __init__(self, desk: Desk, name: ThemeName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = name
        self._actions: dict[str, QAction] = {}
        self._tools: dict[str, QToolButton] = {}
        self._build()
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self._seconds.timeout.connect(self.top.refresh)
        self._seconds.timeout.connect(self.status.refresh)
        self._seconds.start()
        desk.bridge.engine_changed.connect(self._on_engine)
        desk.bridge.noticed.connect(self._on_noticed)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Ward camera console"))
        self.rail = Rail(tuple(PAGES), self)
        self.top = TopStrip(self.tr("Ward camera console"), self._desk.clock, self)
        self.notice = NoticeBar(self)
        self.status = StatusStrip(self._desk.standing, self)
        self._waiting = QLabel(self.tr("Opening the station…"), self)
        self._waiting.setObjectName("waiting")
        self._waiting.setWordWrap(True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = Pages(self.rail, self)
        self.pages.addWidget(self._waiting)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for widget in (self.top, self.notice):
            middle.addWidget(widget)
        self.beside = QHBoxLayout()  # the pages, and what may lie on their right
        self.beside.setSpacing(0)
        self.beside.addWidget(self.pages, 1)
        middle.addLayout(self.beside, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status)
        self.cover = Cover(self._desk, self.pages, self)

    def fail(self, problem: Problem) -> None:
        """The station cannot be opened: say why, in place of the pages."""
        self.give_up(sentence(problem))

    def give_up(self, reason: str) -> None:
        """The station is not coming; say why."""
        self._waiting.setText(
            self.tr("The station cannot be opened.\n{reason}").format(reason=reason)
        )

    def set_theme(self, name: ThemeName) -> None:
        """Dress everything anew."""
        self._theme = name
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name)
        self._dress()

    def _add_tool(self, name: str, slot: Callable[[], None]) -> None:
        """One more key of the whole window, with a button on the right of the top strip."""
        action = self._actions[name] = keys.action(name, self, slot)
        button = self._tools[name] = QToolButton(self)
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        self.top.add_tool(button)

    def _offer(self, name: str, *, offered: bool) -> None:
        """Whether a tool is there for whoever sits here."""
        self._actions[name].setEnabled(offered)
        self._tools[name].setVisible(offered)

    def _fit(self, *, full: bool, covered: bool) -> None:
        """How much is around the pictures in full screen, and while nobody has unlocked it."""
        for widget in (self.rail, self.status):
            widget.setVisible(not full and not covered)
        self.top.setVisible(not full)

    def _dress(self) -> None:
        colours = THEMES[self._theme]
        self.rail.set_colours(colours)
        self.status.set_colours(colours)
        for name, button in self._tools.items():
            button.setIcon(icon(name, colours.text))
        self.pages.set_colours(colours, theme.wall_colours(self._theme))

    @Slot(EngineChanged)
    def _on_engine(self, event: EngineChanged) -> None:
        self.status.set_engine(event.state)
        lost = self.tr("The picture engine has stopped and is being restarted. Please wait.")
        if event.state is EngineState.LOST:
            self.notice.say(lost)
        elif self.notice.text == lost:
            self.notice.hide()

    @Slot(Noticed)
    def _on_noticed(self, event: Noticed) -> None:
        self.notice.say(sentence(event.problem))
