"""A box for a password: it can be shown, and it says when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from console.secret import Secret
from ui.fleet.fields import FormField
from ui.icons import icon
from ui.overriding import override

SHOW_KEY = "Ctrl+H"


class PasswordEdit(QLineEdit):
    """Hides what is typed until it is asked to show it (Ctrl+H).

    No toolkit tells the state of Caps Lock on every system, so it is read off what comes: a
    capital without Shift, or a small letter with it.
    """

    caps_changed = Signal(bool)  # whether Caps Lock seems to be on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = False
        self._letter_seen = False
        self._eye = QAction(self)
        self._eye.setShortcut(QKeySequence(SHOW_KEY))
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.triggered.connect(self._on_eye)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show(shown=False)

    def take(self) -> Secret:
        """What was typed; the box is empty afterwards and hides again."""
        typed = Secret(self.text())
        self.clear()
        self._show(shown=False)
        return typed

    @property
    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    @Slot()
    def _on_eye(self) -> None:
        self._show(shown=not self.is_shown)

    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        # A Vietnamese input method would compose other letters than it does when hidden.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._eye.setIcon(icon("eye-off" if shown else "eye", colour))
        words = self.tr("Hide the password") if shown else self.tr("Show the password")
        native = QKeySequence(SHOW_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self._eye.setText(words)
        self._eye.setToolTip(f"{words} ({native})")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._letter_seen:
            self._tell(caps=not self._caps)
        elif len(letter) == 1 and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._letter_seen = True
            self._tell(caps=letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _tell(self, *, caps: bool) -> None:
        if caps != self._caps:
            self._caps = caps
            self.caps_changed.emit(caps)


class PasswordField(FormField):
    """A ``PasswordEdit`` with its words above and its hints below."""

    def __init__(
        self, name: str, words: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        self.edit = PasswordEdit()
        super().__init__(name, words, self.edit, hint=hint, parent=parent)
        self.edit.caps_changed.connect(self._on_caps)
        self._usual_hint = hint

    @Slot(bool)
    def _on_caps(self, caps: bool) -> None:
        warning = self.tr("Caps Lock is on.")
        self._late = caps
        self._hint = " ".join(filter(None, (warning if caps else "", self._usual_hint)))
        if not self.error:
            self.clear_error()
