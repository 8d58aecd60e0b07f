"""The status strip's part about exports: one is being made, so far, and that one is done."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui import keys
from ui.evidence.words import about_words, package_words, step_words
from ui.exports import Exports, percent
from ui.icons import icon
from ui.theme import Colours


class ExportCount(QPushButton):
    """A number that opens the packages; nothing is there while nothing is exported."""

    asked = Signal()

    def __init__(self, exports: Exports, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("count-exports")
        self.setProperty("link", True)
        self._exports = exports
        self.clicked.connect(lambda _checked=False: self.asked.emit())
        exports.moved.connect(self.refresh)
        self.refresh()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.setIcon(icon("export", colours.dim))

    @Slot()
    def refresh(self) -> None:
        """Show what holds now; also called once a second."""
        words, hint = self._words()
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
        self.setToolTip(f"{hint}\n{keys.hint_of('packages-show')}" if hint else "")
        self.setVisible(bool(words))

    def _words(self) -> tuple[str, str]:
        exports = self._exports
        making, waiting, done = exports.making, exports.waiting, exports.done
        if making is not None:
            moved = exports.how_far(making.id)
            words = self.tr("1 package exporting {percent} %").format(percent=percent(moved))
            if waiting:
                words = self.tr("{making}, {count} waiting").format(making=words, count=waiting)
            if moved is None:
                return words, package_words(making)
            package, step = package_words(making), step_words(moved.step)
            if moved.left_s is None:
                return words, self.tr("{package}: {step}").format(package=package, step=step)
            hint = self.tr("{package}: {step}, {left} left")
            return words, hint.format(package=package, step=step, left=about_words(moved.left_s))
        if waiting:
            return self.tr("{count} packages wait").format(count=waiting), self.tr("Export")
        if done is not None:
            words = self.tr("Package {name} is done").format(name=package_words(done))
            return words, words
        return "", ""
