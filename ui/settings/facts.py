"""What the station says about itself beside the form: its key, its last backup."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import NotAllowed, VaultLocked
from console.paper_code import grouped, in_fours
from console.rights import Action
from ui import keys
from ui.messages import sentence
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_LATE = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFacts:
    """``key_sha256`` is 64 hex digits, or None before there is a key; so is ``backed_up_at``."""

    key_sha256: str | None = None
    backed_up_at: datetime | None = None
    on_second_medium: bool = False


def facts_of(console: Console) -> StationFacts:
    """What may be told to whoever sits here.  On a worker's thread.  Raises Problem."""
    try:
        key = console.heads.fingerprint()
    except VaultLocked:
        key = None
    newest = None
    if console.gate.allows(Action.BACK_UP):
        newest = next(iter(console.backups.list()), None)
    return StationFacts(
        key_sha256=key,
        backed_up_at=None if newest is None else newest.at,
        on_second_medium=newest is not None and newest.second,
    )


class FactsCard(QFrame):
    """Words and values, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(4)
        self._key = self._fact(
            self.tr("Station key (fingerprint)"),
            self.tr(
                "Compare it with the paper in the safe: it must be the same. Below it as packages "
                "of evidence show it."
            ),
        )
        self._backup = self._fact(self.tr("Last backup"), "")
        self.backups = QPushButton(keys.words_of("settings-backups"), self)
        self.backups.setObjectName("button-settings-backups")
        self._column.addWidget(self.backups, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.let_back_up(allowed=False)
        self.show_facts(StationFacts(), None)

    def show_facts(self, facts: StationFacts, now: datetime | None) -> None:
        """Show ``facts`` as they are at ``now``."""
        key = facts.key_sha256
        self._key.setText(f"{grouped(key)}\n{in_fours(key)}" if key else self.tr("none yet"))
        late = facts.backed_up_at is None or (now is not None and now - facts.backed_up_at > _LATE)
        text = self.tr("none yet")
        if facts.backed_up_at is not None:
            text = stamp_words(facts.backed_up_at)
            if facts.on_second_medium:
                text = self.tr("{time}, also on the second medium").format(time=text)
            if late:
                text = self.tr("{time}: more than 3 days ago").format(time=text)
        self._backup.setText(text)
        self._backup.setProperty("late", late and now is not None)
        self._backup.style().unpolish(self._backup)
        self._backup.style().polish(self._backup)

    def let_back_up(self, allowed: bool) -> None:
        """Whether whoever looks may see the backups and make one."""
        self.backups.setEnabled(allowed)
        refusal = sentence(NotAllowed(Action.BACK_UP, "role"))
        self.backups.setToolTip(keys.hint_of("settings-backups") if allowed else refusal)

    def _fact(self, words: str, hint: str) -> QLabel:
        title = QLabel(words, self)
        title.setObjectName("section-title")
        value = QLabel(self)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setAccessibleName(words)
        self._column.addWidget(title)
        self._column.addWidget(value)
        if hint:
            below = QLabel(hint, self)
            below.setWordWrap(True)
            below.setProperty("quiet", True)
            self._column.addWidget(below)
        self._column.addSpacing(12)
        return value
