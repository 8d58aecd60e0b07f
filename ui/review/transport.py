"""The strip between pictures and timeline: play, speed, time, marks, keep, sound, live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from console.events import Hearing
from ui import keys
from ui.icons import drawn
from ui.overriding import override
from ui.review.icons import REVIEW_ICONS
from ui.review.playback import Playback
from ui.review.words import moment_words, rate_words
from ui.theme import Colours

HEIGHT = 44
_ICON = QSize(20, 20)
_WELL = (Hearing.HEARD, Hearing.OPENING, Hearing.PAUSED)


class PlainButton(QToolButton):
    """A button that Space presses while it has the focus, though Space plays elsewhere."""

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Space
        ):
            event.accept()
            return True
        return super().event(event)


def button_for(action: QAction, parent: QWidget, *, words: bool = False) -> PlainButton:
    """A button of the page's bars that triggers ``action``."""
    name = action.objectName().removeprefix("action-")
    button = PlainButton(parent)
    button.setObjectName(f"button-{name}")
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(_ICON)
    if words:
        button.setText(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(action.trigger)
    return button


class Transport(QWidget):
    """Shows where a ``Playback`` stands; its buttons trigger the page's actions."""

    typed = Signal(str)  # a time to go to

    def __init__(
        self, playback: Playback, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review-transport")
        self.setFixedHeight(HEIGHT)
        self._playback = playback
        self._colours: Colours | None = None
        self._dressed: tuple[bool, bool] | None = None  # what the icons say: plays, is heard
        self._buttons: dict[str, PlainButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(3)
        for name in ("frame-back", "slower", "play", "faster", "frame-on"):
            self._add(f"review-{name}", actions)
        self.rate = QLabel(self)
        self.rate.setObjectName("review-rate")
        self.rate.setFixedWidth(80)
        self.rate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time = QLabel(self)
        self.time.setObjectName("review-time")
        self.box = QLineEdit(self)
        self.box.setObjectName("review-go-to")
        self.box.setPlaceholderText(self.tr("yesterday 22h05"))
        self.box.setAccessibleName(self.tr("Go to a time"))
        self.box.setToolTip(keys.hint_of("review-go"))
        self.box.setMinimumWidth(140)
        self.box.setMaximumWidth(200)
        self.box.returnPressed.connect(lambda: self.typed.emit(self.box.text()))
        self.box.textEdited.connect(lambda _: self.set_unclear(unclear=False))
        for widget in (self.rate, self.time):
            self._row.addWidget(widget)
        self._row.addSpacing(6)
        self._row.addWidget(self.box, 100)
        self._add("review-day", actions)
        self._row.addSpacing(8)
        for name in ("in", "out", "loop"):
            self._add(f"review-{name}", actions)
        self._row.addSpacing(8)
        for name in ("sound", "still", "hold"):
            self._add(f"review-{name}", actions)
        self._row.addStretch()
        self._add("review-live", actions, words=True)
        for name in ("loop", "sound"):
            self._buttons[f"review-{name}"].setCheckable(True)
        for signal in (playback.moved, playback.marked, playback.heard):
            signal.connect(self.refresh)

    def button(self, name: str) -> PlainButton:
        """One of its buttons."""
        return self._buttons[name]

    def add_mark(self, actions: Sequence[QAction]) -> None:
        """A flag behind the padlock: it triggers the first of ``actions``, its menu the others."""
        name = actions[0].objectName().removeprefix("action-")
        button = self._buttons[name] = button_for(actions[0], self)
        menu = QMenu(button)
        menu.addActions(list(actions))
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setToolTip("\n".join(action.toolTip() for action in actions))
        self._row.insertWidget(self._row.indexOf(self._buttons["review-hold"]) + 1, button)
        if self._colours is not None:
            self.set_colours(self._colours)

    def allow(self, name: str, why_not: str) -> None:
        """Offer a button, or with a reason grey it."""
        button = self._buttons[name]
        button.setEnabled(not why_not)
        button.setToolTip(why_not or keys.hint_of(name))
        button.setAccessibleDescription(why_not)

    def tell_sound(self, number: str, words: str = "") -> None:
        """Whose sound is on, in short and in words; "": nobody's."""
        button, style = self._buttons["review-sound"], Qt.ToolButtonStyle
        button.setText(number)
        button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if number else style.ToolButtonIconOnly
        )
        if number:
            hints = [keys.hint_of(f"review-{name}") for name in ("sound", "louder", "softer")]
            button.setToolTip("\n".join([words, *hints]))
            button.setAccessibleDescription(words)

    def set_unclear(self, *, unclear: bool) -> None:
        """Whether what was typed as a time is none."""
        if self.box.property("wrong") != unclear:
            self.box.setProperty("wrong", unclear)
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        for name, button in self._buttons.items():
            button.setIcon(drawn(REVIEW_ICONS[name], colours.text, colours.accent))
        self._dressed = None
        self.refresh()

    def refresh(self) -> None:
        """Say where it stands."""
        playback = self._playback
        self.time.setText(moment_words(playback.at_us))
        plays = bool(playback.rate)
        self.rate.setText(rate_words(playback.rate) if plays else self.tr("paused"))
        self._buttons["review-loop"].setChecked(playback.loops)
        self._buttons["review-loop"].setEnabled(playback.marked_span is not None)
        self._buttons["review-sound"].setChecked(playback.sound is not None)
        self._dress(plays, playback.sound is not None and playback.hearing in _WELL)

    def _dress(self, plays: bool, heard: bool) -> None:
        """The two icons that change."""
        if self._colours is None or self._dressed == (plays, heard):
            return
        self._dressed = plays, heard
        for name, other, says in (("play", "pause", plays), ("sound-off", "sound", heard)):
            shape = REVIEW_ICONS[f"review-{other if says else name}"]
            button = self._buttons["review-play" if name == "play" else "review-sound"]
            button.setIcon(drawn(shape, self._colours.text))

    def _add(self, name: str, actions: Mapping[str, QAction], *, words: bool = False) -> None:
        button = self._buttons[name] = button_for(actions[name], self, words=words)
        self._row.addWidget(button)
