"""The line over the list of requests: how many there are of each kind, each a filter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from db.evidence_records import RequestState
from ui import keys
from ui.requests.words import OVER, READY
from ui.words import QT_TRANSLATE_NOOP, translate

KINDS: Mapping[str, frozenset[RequestState]] = MappingProxyType(
    {
        "all": frozenset(),
        "asked": frozenset({RequestState.ASKED}),
        "draft": frozenset({RequestState.DRAFT}),
        "ready": READY,
        "over": OVER,
    }
)
_MOST = 1000  # stands for more
_WORDS = {
    "all": QT_TRANSLATE_NOOP("requests", "All"),
    "asked": QT_TRANSLATE_NOOP("requests", "Waiting"),
    "draft": QT_TRANSLATE_NOOP("requests", "Drafts"),
    "ready": QT_TRANSLATE_NOOP("requests", "To export"),
    "over": QT_TRANSLATE_NOOP("requests", "Over"),
}


class RequestFilters(QWidget):
    """One button a kind with its count; the one that is in force is checked."""

    chosen = Signal(str)  # a kind

    def __init__(self, owner: QWidget, parent: QWidget) -> None:
        """The keys act inside ``owner``."""
        super().__init__(parent)
        self.setObjectName("request-filters")
        self.kind = "all"
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind in KINDS:
            action = keys.action(f"requests-{kind}", owner, partial(self.choose, kind))
            button = QToolButton(self)
            button.setObjectName(f"button-requests-{kind}")
            button.setCheckable(True)
            button.setToolTip(action.toolTip())
            button.clicked.connect(partial(self._on_clicked, kind))
            row.addWidget(button)
            self._buttons[kind] = button
        self._said = QLabel(self)
        self._said.setObjectName("requests-told")
        self._said.setProperty("quiet", True)
        row.addSpacing(12)
        row.addWidget(self._said, 1)
        self.forget()

    @property
    def states(self) -> frozenset[RequestState]:
        """What is asked for; empty for every state."""
        return KINDS[self.kind]

    @property
    def words(self) -> str:
        """What is said beside the filters."""
        return self._said.text()

    def choose(self, kind: str) -> None:
        """Show one kind."""
        self.kind = kind
        self._check()
        self.chosen.emit(kind)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """So many there are."""
        for kind, button in self._buttons.items():
            count = counts.get(kind, 0)
            number = f"{_MOST}+" if count >= _MOST else f"{count}"
            button.setText(f"{translate('requests', _WORDS[kind])} {number}")

    def say(self, said: str) -> None:
        """What was just done, and what is late."""
        self._said.setText(said)
        self._said.setToolTip(said)

    def forget(self) -> None:
        """All kinds, and no counts of somebody else."""
        self.kind = "all"
        self._check()
        self.say("")
        for kind, button in self._buttons.items():
            button.setText(translate("requests", _WORDS[kind]))

    def _check(self) -> None:
        for kind, button in self._buttons.items():
            button.setChecked(kind == self.kind)

    def _on_clicked(self, kind: str, _checked: bool) -> None:
        self.choose(kind)
