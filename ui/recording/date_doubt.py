"""The PC's date is in doubt: says so in the settings, and lets an officer say that it is right."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from console.errors import Problem
from console.workers import Lane
from ui import keys
from ui.access.consequence import Consequence
from ui.desk import Desk
from ui.messages import sentence
from ui.times import day_words, stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording


class DateDoubt(QWidget):
    """Hidden while the engine believes the PC's date."""

    def __init__(self, desk: Desk, recording: Recording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("date-doubt")
        self._desk = desk
        self._recording = recording
        self._may_confirm = False
        self._confirmed = False
        self._failure = ""  # why it could not be confirmed, until that is asked for again
        self._words = QLabel(self)
        self._words.setProperty("late", True)
        self._words.setWordWrap(True)
        self._action = keys.action("date-right", parent, self.ask)
        self._button = QPushButton(keys.words_of("date-right"), self)
        self._button.setObjectName("button-date-right")
        self._button.setToolTip(self._action.toolTip())
        self._button.clicked.connect(lambda _checked=False: self.ask())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        desk.standing.recorded.measured.connect(self.show_it)
        self.show_it()

    def set_may(self, may: bool) -> None:
        """Whether whoever sits here may say so."""
        self._may_confirm = may
        self.show_it()

    @Slot()
    def show_it(self) -> None:
        """Say what the engine told last."""
        known = self._desk.standing.recorded.known_date()
        self.setVisible(known is not None)
        if known is None:
            self._confirmed, self._failure = False, ""
        offered = known is not None and self._may_confirm and not self._confirmed
        self._button.setVisible(offered)
        self._action.setEnabled(offered)
        if known is None:
            return
        self._words.setText(self._failure or self._state(known))

    def ask(self) -> None:
        """Ask whether the date is right for sure."""
        known = self._desk.standing.recorded.known_date()
        if known is None or not self._may_confirm or self._confirmed:
            return
        self._failure = ""
        self.show_it()
        today = day_words(self._desk.clock.now())
        dialog = Consequence(
            self.tr("Is today {today}?").format(today=today),
            self.tr(
                "The last date that is known is {known}. Compare with a telephone or a paper. If "
                "this PC was off for so long, the date is right.\n\n"
                "Then footage that is older than its days is removed at once, and holds that have "
                "run out hold no longer. The log names you.\n\n"
                "If the date is wrong, set the PC's clock right instead: nothing has been lost."
            ).format(known=day_words(known)),
            self.tr("It is {today}: remove by age again").format(today=today),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._confirm)
        dialog.show()

    def _confirm(self) -> None:
        self._desk.tasks.run(
            self._recording.confirm_date,
            done=self._on_confirmed,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_confirmed(self, _: None) -> None:
        self._confirmed = True
        self.show_it()

    def _on_failed(self, problem: Problem) -> None:
        self._failure = sentence(problem)
        self.show_it()

    def _state(self, known: datetime) -> str:
        if self._confirmed:
            return self.tr("The date was confirmed. It is believed within half a minute.")
        return self.tr(
            "This PC says {now}; the last date that is known is {known}. As long as that is in "
            "doubt, no footage is removed for its age, and no hold runs out."
        ).format(now=stamp_words(self._desk.clock.now()), known=stamp_words(known))
