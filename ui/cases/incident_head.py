"""Over an incident: what it is called, how it stands, what may be done now, and what was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.rights import Action
from db.case_records import IncidentState, Severity, Step
from ui import keys
from ui.case_sentences import CONTEXT, RULES
from ui.case_words import age_words, number_words, severity_word, state_word, step_word
from ui.cases.incident_reading import Seen
from ui.cases.marks import mark_colour, mark_pixmap
from ui.theme import Colours
from ui.times import stamp_words
from ui.words import translate

_MARK = 20
_S = IncidentState
# What may be done to an incident in a state, and what one must be allowed for it.
WAYS = {
    "incident-forward": {
        _S.DRAFT: Action.HANDLE_INCIDENT,
        _S.RETURNED: Action.HANDLE_INCIDENT,
        _S.SUBMITTED: Action.APPROVE_INCIDENT,
    },
    "incident-return": {_S.SUBMITTED: Action.APPROVE_INCIDENT},
    "incident-close": {_S.APPROVED: Action.APPROVE_INCIDENT},
    "incident-reopen": {_S.APPROVED: Action.APPROVE_INCIDENT, _S.CLOSED: Action.APPROVE_INCIDENT},
    "incident-request": dict.fromkeys(_S, Action.EXPORT),
}


class IncidentHead(QWidget):
    """Number, state, buttons; below them why it was returned, and what there is to say."""

    wanted = Signal(str)  # the name of a key: "incident-forward", …

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        """The keys act in the whole of ``parent``."""
        super().__init__(parent)
        self.setObjectName("case-head")
        self._colours = colours
        self._seen: Seen | None = None
        self._may: Callable[[Action], bool] = lambda _: False
        self._busy = False
        self.number = QLabel(self)
        self.number.setObjectName("page-title")
        self._mark = QLabel(self)
        self.state = QLabel(self)
        self.state.setObjectName("case-state")
        self.since = QLabel(self)
        self.since.setObjectName("case-since")
        self.since.setProperty("quiet", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.number, self._mark, self.state):
            row.addWidget(widget)
        row.addWidget(self.since, 1)
        self._actions: dict[str, QAction] = {}
        self.buttons: dict[str, QPushButton] = {}
        for name in ("incident-save", *reversed(WAYS)):
            row.addWidget(self._button(name, parent))
        self.buttons["incident-forward"].setProperty("main", True)
        self.banner = QFrame(self)
        self.banner.setObjectName("case-banner")
        self.reason = QLabel(self.banner)
        self.reason.setObjectName("case-reason")
        self.reason.setWordWrap(True)
        inside = QHBoxLayout(self.banner)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.reason)
        self.said = QLabel(self)
        self.said.setObjectName("case-said")
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing())
        self.why = QLabel(self)  # a button is off
        self.why.setObjectName("case-why")
        self.why.setProperty("late", True)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.said, 1)
        below.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.banner)
        column.addLayout(below)
        self._dress()

    def _button(self, name: str, parent: QWidget) -> QPushButton:
        self._actions[name] = keys.action(name, parent, lambda: self.wanted.emit(name))
        self._actions[name].setAutoRepeat(False)  # a key that is held is one step
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(lambda _=False: self.wanted.emit(name))
        self.buttons[name] = button
        return button

    def show_seen(self, seen: Seen | None, now: datetime) -> None:
        """Be over this one, as it stands at ``now``."""
        self._seen = seen
        self.grow_older(now)
        self._dress()

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        self._may = may
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._dress()

    def set_busy(self, busy: bool) -> None:
        """A step is under way: no other may begin."""
        self._busy = busy
        self._dress()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Tell the officer something; ``wrong`` is in red, and stays until it is mended."""
        self.said.setText(words)
        self.said.setToolTip(words)
        self.said.setProperty("error", wrong)
        self.said.setProperty("quiet", not wrong)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def grow_older(self, now: datetime) -> None:
        """Say anew since when it stands so."""
        if (seen := self._seen) is not None:
            age = age_words(now - seen.incident.state_at)
            at = stamp_words(seen.incident.state_at)
            who = seen.name(seen.incident.made_by if seen.last is None else seen.last.officer_id)
            words = self.tr("for {age} · {officer}, {time}") if who else self.tr("for {age}")
            self.since.setText(words.format(age=age, officer=who, time=at))
            self.since.setToolTip("\n".join(self._step(seen, each) for each in seen.steps))

    def offers(self, name: str) -> bool:
        """Whether that may be done now."""
        return self._actions[name].isEnabled()

    def _step(self, seen: Seen, step: Step) -> str:
        words = self.tr("{time} {officer}: {step}").format(
            time=stamp_words(step.at),
            officer=seen.name(step.officer_id) or "–",
            step=step_word(step.before, step.after),
        )
        return f"{words}: {step.reason}" if step.reason else words

    def _dress(self) -> None:
        seen = self._seen
        self.banner.setVisible(seen is not None and seen.returned is not None)
        if seen is None:
            self.number.clear()
            self.state.clear()
            self.since.clear()
            self._mark.clear()
        else:
            incident = seen.incident
            self.number.setText(number_words(incident))
            words = state_word(incident.state)
            if incident.severity is not Severity.ROUTINE:
                words = f"{words} · {severity_word(incident.severity)}"
            self.state.setText(words)
            self._mark.setPixmap(mark_pixmap(incident.state, self._colours, _MARK))
            colour = mark_colour(incident.state, self._colours)
            self.state.setStyleSheet(f"color: {colour}; font-weight: 600")
            if (step := seen.returned) is not None:
                self.reason.setText(self._step(seen, step))
        for name in WAYS:
            self._offer(name)
        saves = seen is not None and seen.incident.state in WAYS["incident-forward"]
        self._let("incident-save", offered=saves and self._may(Action.HANDLE_INCIDENT))

    def _offer(self, name: str) -> None:
        seen, button = self._seen, self.buttons[name]
        wanted = None if seen is None else WAYS[name].get(seen.incident.state)
        offered = wanted is not None and self._may(wanted)
        self._let(name, offered=offered)
        if name != "incident-forward":
            return
        self.why.clear()
        if seen is None:
            return
        approves = seen.incident.state is _S.SUBMITTED
        button.setText(self.tr("Approve") if approves else self.tr("Submit"))
        hint = f"{button.text()} ({keys.key_of(name).keys[0]})"
        if approves and seen.is_own:
            hint = translate(CONTEXT, RULES["step_own_work"])
            self.why.setText(hint if offered else "")
            self._actions[name].setEnabled(False)
            button.setEnabled(False)
        button.setToolTip(hint)

    def _let(self, name: str, *, offered: bool) -> None:
        self.buttons[name].setVisible(offered)
        self.buttons[name].setEnabled(offered and not self._busy)
        self._actions[name].setEnabled(offered and not self._busy)
