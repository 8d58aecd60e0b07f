"""A rule of recording as a form."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.recording_rules import BUDGET_GB, DAYS, SHARE
from db.footage_records import Plan, RecordingRule
from db.records import StreamRole
from db.structs import replace
from ui.choice import Choice
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.recording.week_grid import WeekGrid
from ui.recording_words import plan_words, role_words

_LONGEST_NUMBER = 7
_ROLES = (StreamRole.SUB, StreamRole.MAIN)
_PLANS = (Plan.ALWAYS, Plan.WEEKLY, Plan.AROUND, Plan.NEVER)


class RuleForm(QWidget):
    """What was typed, and whether it is right.  It keeps nothing itself."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = RecordingRule()
        self._fields: dict[str, FormField] = {}
        self._plans = self._choice([(plan_words(plan), plan) for plan in _PLANS])
        self._roles = self._choice(
            [(role_words(role), role) for role in (StreamRole.SUB, StreamRole.MAIN)]
        )
        self._sounds = self._choice(
            [(self.tr("Without sound"), False), (self.tr("With sound"), True)]
        )
        self._sessions = self._choice(
            [(self.tr("Two or more"), 2), (self.tr("One only (a donated line)"), 1)]
        )
        self.grid = WeekGrid(self)
        self._hour = QLabel(self)
        self._hour.setProperty("quiet", True)
        self._week_error = QLabel(self)
        self._week_error.setObjectName("error-week")
        self._week_error.setProperty("error", True)
        self._week_error.hide()
        self._build()
        self.show_rule(RecordingRule())

    def _build(self) -> None:
        hint = self.tr("one: the wall shows what is recorded, and nothing beside it")
        left = [
            self._add("plan", self.tr("When"), self._plans),
            self._add("role", self.tr("Which picture"), self._roles),
            self._add("audio", self.tr("Sound"), self._sounds),
            self._add(
                "sessions", self.tr("Connections that the line bears"), self._sessions, hint=hint
            ),
        ]
        hint = self.tr("empty: no limit; recording pauses when it is used up")
        right = [
            self._line("days", self.tr("Keep for (days)"), self.tr("1 to 3650"), required=True),
            self._line(
                "share", self.tr("At most (per cent of the disks)"), self.tr("empty: no limit")
            ),
            self._line("budget_gb", self.tr("Data over the line (GB a month)"), hint),
        ]
        fields = QHBoxLayout()
        fields.setSpacing(24)
        for side in (left, right):
            column = QVBoxLayout()
            column.setSpacing(8)
            for field in side:
                column.addWidget(field)
            column.addStretch(1)
            fields.addLayout(column, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(fields)
        for widget in (self.grid, self._hour, self._week_error):
            body.addWidget(widget)
        for field in self._fields.values():
            field.changed.connect(self._on_edited)
        self.grid.edited.connect(self._on_edited)
        self.grid.pointed.connect(self._hour.setText)

    def field(self, name: str) -> FormField:
        """A field, by its name in ``RecordingRule``."""
        return self._fields[name]

    @property
    def week_error(self) -> str:
        """What is wrong with the hours."""
        return self._week_error.text() if self._week_error.isVisibleTo(self) else ""

    def show_rule(self, rule: RecordingRule) -> None:
        """Fill in ``rule``."""
        self._shown = rule
        for box, value in (
            (self._plans, rule.plan),
            (self._roles, rule.role),
            (self._sounds, rule.audio),
            (self._sessions, rule.sessions),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        for name in ("days", "share", "budget_gb"):
            value = getattr(rule, name)
            self._box(name).setText("" if value is None else str(value))
        self.grid.set_week(rule.week)
        for field in self._fields.values():
            field.clear_error()
        self._week_error.hide()
        self._fit()

    def typed(self) -> RecordingRule | None:
        """The rule as typed, or None: then the first wrong field has the focus."""
        wrong = [field for field in self._fields.values() if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            return None
        return replace(
            self._shown,
            plan=Plan(self._plans.currentData()),
            role=StreamRole(self._roles.currentData()),
            audio=self._sounds.currentData(),
            sessions=self._sessions.currentData(),
            week=self.grid.week,
            days=_number(self._box("days").text()) or 0,
            share=_number(self._box("share").text()),
            budget_gb=_number(self._box("budget_gb").text()),
        )

    def show_refusal(self, refused: FieldRefused) -> None:
        """Say what the core finds wrong, beside the field that it names."""
        if refused.field in self._fields:
            self._fields[refused.field].show_error(sentence(refused))
            self._fields[refused.field].box.setFocus()
        else:
            self._week_error.setText(sentence(refused))
            self._week_error.show()
            self.grid.setFocus()

    def set_read_only(self, read_only: bool) -> None:
        """Whether it may be changed by whoever looks."""
        for field in self._fields.values():
            field.box.setEnabled(not read_only)
        self.grid.set_read_only(read_only)

    def take_focus(self) -> None:
        """Be ready for keys."""
        self._plans.setFocus()

    def _choice(self, choices: list[tuple[str, object]]) -> Choice:
        box = Choice(self)
        for words, value in choices:
            box.addItem(words, value)
        return box

    def _line(self, name: str, words: str, hint: str, *, required: bool = False) -> FormField:
        box = QLineEdit(self)
        box.setMaxLength(_LONGEST_NUMBER)
        field = self._add(name, words, box, hint=hint, required=required)
        field.check_with(lambda text: _checked(name, text, may_be_empty=not required))
        return field

    def _add(
        self,
        name: str,
        words: str,
        box: QLineEdit | QComboBox,
        *,
        hint: str = "",
        required: bool = False,
    ) -> FormField:
        field = FormField(name, words, box, hint=hint, required=required, parent=self)
        self._fields[name] = field
        return field

    def _box(self, name: str) -> QLineEdit:
        box = self._fields[name].box
        assert isinstance(box, QLineEdit)
        return box

    def _fit(self) -> None:
        """The hours are there only where they count."""
        weekly = self._plans.currentData() == Plan.WEEKLY
        self.grid.setVisible(weekly)
        self._hour.setVisible(weekly)

    @Slot()
    def _on_edited(self) -> None:
        self._week_error.hide()
        self._fit()
        self.edited.emit()


def _number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() else None


def _checked(name: str, text: str, *, may_be_empty: bool) -> None:
    allowed = {"days": DAYS, "share": SHARE, "budget_gb": BUDGET_GB}[name]
    if text.strip() or not may_be_empty:
        number = _number(text)
        if number is None or number not in allowed:
            raise FieldRefused(name, name)
