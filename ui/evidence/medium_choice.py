"""Where to: what is plugged in as large choices with a number each, or any folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from ui import keys
from ui.desk import Desk
from ui.exhibits.words import plain_name, size_words
from ui.keys_of_packages import MOST_MEDIA

if TYPE_CHECKING:  # at run time it is loaded on a worker's thread
    from console.platform.media import Medium

LookFor = Callable[[], "Sequence[Medium]"]
_EACH_MS = 2000


def removable() -> Sequence[Medium]:
    """What is plugged into this PC now.  Blocks: not for the GUI thread."""
    from console.platform import media

    return media.removable()


class MediumChoice(QWidget):
    """Looks again every two seconds, off the GUI thread, as long as it is in sight."""

    chosen = Signal()  # another place, or none
    found = Signal()  # other media are there than before

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        look_for: LookFor = removable,
        parent: QWidget | None = None,
    ) -> None:
        """The keys act while the focus is in ``owner``, the dialog around it."""
        super().__init__(parent or owner)
        self.setObjectName("medium-choice")
        self._desk = desk
        self._look_for = look_for
        self._media: tuple[Medium, ...] | None = None
        self._target = ""
        self._looking = False
        self._needed_bytes = 0
        self._buttons: list[QPushButton] = []
        self._said = QLabel(self)
        self._said.setObjectName("medium-said")
        self._said.setProperty("quiet", True)
        self._said.setWordWrap(True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._said)
        self._folder = self._choice("export-folder", self.ask_folder)
        column.addWidget(self._folder)
        for number in range(1, MOST_MEDIA + 1):
            keys.action(f"export-medium-{number}", owner, partial(self._on_number, number))
        keys.action("export-folder", owner, self.ask_folder)
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._show()
        self.look()

    @property
    def target(self) -> str:
        """The chosen folder, "" for none yet."""
        return self._target

    @property
    def medium(self) -> Medium | None:
        """What is plugged in and was chosen; None: a folder, or it was pulled out."""
        return next((each for each in self._media or () if str(each.folder) == self._target), None)

    @property
    def media(self) -> Sequence[Medium]:
        """What is plugged in."""
        return self._media or ()

    def set_needed(self, needed_bytes: int) -> None:
        """So much room is needed: say of which medium that it has too little."""
        if needed_bytes != self._needed_bytes:
            self._needed_bytes = needed_bytes
            self._show()

    def choose(self, target: str) -> None:
        """This place from now on, whether anything is there or not."""
        if target != self._target:
            self._target = target
            self._show()
            self.chosen.emit()

    @Slot()
    def look(self) -> None:
        """See what is plugged in; a timer calls this."""
        if not self._looking:
            self._looking = True
            look_for = self._look_for
            self._desk.tasks.run(
                lambda: tuple(look_for())[:MOST_MEDIA], done=self._on_found, failed=self._on_failed
            )

    def ask_folder(self) -> None:
        """Ask for any folder."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Into which folder?"), self._target or str(Path.home())
        )
        if name:
            self.choose(name)
        self._show()

    def stop(self) -> None:
        """Look no more: the dialog is closed."""
        self._timer.stop()

    def _on_found(self, media: tuple[Medium, ...]) -> None:
        self._looking = False
        if media == self._media:
            return
        first, self._media = self._media is None, media
        self._show()
        if first and not self._target and len(media) == 1:
            self.choose(str(media[0].folder))  # there is nothing to choose from
        else:
            self.found.emit()

    def _on_failed(self, _problem: Problem) -> None:
        self._looking = False

    def _on_number(self, number: int) -> None:
        media = self._media or ()
        if number <= len(media):
            self.choose(str(media[number - 1].folder))
            self._buttons[number - 1].setFocus()

    def _choice(self, name: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"button-{name}")
        button.setProperty("choice", True)
        button.setCheckable(True)
        button.setAutoDefault(False)  # Enter goes on
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _show(self) -> None:
        """Buttons for what is there, the chosen one pressed; the focus stays where it was."""
        media = self._media or ()
        while len(self._buttons) < len(media):
            number = len(self._buttons) + 1
            button = self._choice(f"export-medium-{number}", partial(self._on_number, number))
            button.setToolTip(keys.hint_of(f"export-medium-{number}"))
            self._column.insertWidget(number, button)
            self._buttons.append(button)
        for number, button in enumerate(self._buttons, start=1):
            button.setVisible(number <= len(media))
            if number <= len(media):
                its = media[number - 1]
                button.setText(f"{number}   {self._words(its)}")
                button.setAccessibleName(self._words(its).replace("\n", ", "))
                button.setChecked(str(its.folder) == self._target)
        elsewhere = bool(self._target) and self.medium is None
        self._folder.setChecked(elsewhere)
        words = keys.words_of("export-folder")
        self._folder.setText(f"0   {plain_name(self._target) if elsewhere else words}")
        self._folder.setAccessibleName(words)
        self._folder.setToolTip(keys.hint_of("export-folder"))
        self._said.setVisible(not media)
        self._said.setText(
            self.tr("Looking for media…")
            if self._media is None
            else self.tr("No medium is plugged in. Plug one in, it is found by itself.")
        )

    def _words(self, medium: Medium) -> str:
        words = self.tr("{name}\n{free} free of {size} · {system} · serial {serial}")
        if medium.free_bytes < self._needed_bytes:
            words = self.tr("{name} – too little room\n{free} free of {size} · {system}")
        return words.format(
            name=plain_name(medium.name) or str(medium.folder),
            free=size_words(medium.free_bytes),
            size=size_words(medium.size_bytes),
            system=medium.file_system or "?",
            serial=plain_name(medium.serial) or self.tr("none"),
        )
