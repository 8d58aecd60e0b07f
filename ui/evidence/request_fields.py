"""The fields of a request that is written: what stands in them, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused
from console.evidence.rules import (
    LONGEST_LINE,
    LONGEST_NUMBER,
    RequestForm,
)
from console.periods import PeriodUnclear, period_of
from db.case_records import IncidentId
from db.evidence_records import PackageForm, Request
from ui import keys
from ui.case_words import date_words
from ui.evidence.legal_bases import LEGAL_BASES
from ui.evidence.wanted_editor import TypedLine, WantedEditor, typed_line
from ui.fleet.fields import FormField
from ui.holds.words import until_of
from ui.messages import sentence
from ui.requests.words import form_word
from ui.ward import Ward

_LINES = ("paper_number", "paper_on", "unit", "person", "recipient", "due_on")
_TEXTS = ("legal_basis", "purpose")
_WIDEST = 900
_HALF_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRequest:
    """A request as it stands in the fields."""

    texts: tuple[tuple[str, str], ...] = ()
    lines: tuple[TypedLine, ...] = ()
    forms: frozenset[PackageForm] = frozenset({PackageForm.NATIVE, PackageForm.VIEWING})
    incident_id: IncidentId | None = None
    case: str = ""
    urgent: bool = False


def typed_request(request: Request, case: str, ward: Ward) -> TypedRequest:
    """``request`` as it is typed; ``case`` is what its case is called."""
    texts = {name: str(getattr(request, name)) for name in ("paper_number", "unit", "person")}
    texts |= {name: str(getattr(request, name)) for name in ("recipient", *_TEXTS)}
    texts |= {"paper_on": date_words(request.paper_on), "due_on": date_words(request.due_on)}
    return TypedRequest(
        texts=tuple((name, texts[name]) for name in (*_LINES, *_TEXTS)),
        lines=tuple(typed_line(each, ward) for each in request.wanted),
        forms=request.forms,
        incident_id=request.incident_id,
        case=case,
        urgent=request.urgent,
    )


class RequestFields(QScrollArea):
    """One column, labels above, what is wrong beside each.  Whoever has it keeps what is typed."""

    typed_in = Signal()
    case_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        """``now`` is the station's clock: days and times are typed from it."""
        super().__init__(parent)
        self.setObjectName("case-form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._now = now
        self._incident_id: IncidentId | None = None
        self._quiet = False  # while nobody types
        self.fields: dict[str, FormField] = {}
        self.forms: dict[PackageForm, QCheckBox] = {}
        self._make_fields()
        self.wanted = WantedEditor(now, self)
        self._make_rest()
        self._arrange()
        self.wanted.changed.connect(self._on_typed)

    def _make_fields(self) -> None:
        hint = self.tr("such as 125/YC-CSĐT")
        self._line("paper_number", self.tr("Number of the paper"), LONGEST_NUMBER, hint)
        self._line("paper_on", self.tr("Date of the paper"), 40, self.tr("such as 22/11 or today"))
        hint = self.tr("who asks: unit, office, court")
        self._line("unit", self.tr("Requesting unit"), LONGEST_LINE, hint)
        hint = self.tr("rank and name, as on the paper")
        self._line("person", self.tr("Person who asks"), LONGEST_LINE, hint)
        self._text("legal_basis", self.tr("Legal basis"), 2)
        self._text("purpose", self.tr("Purpose"), 3)
        hint = self.tr("who fetches it")
        self._line("recipient", self.tr("To be handed to"), LONGEST_LINE, hint)
        hint = self.tr("such as 31/12, or 5 for in five days")
        self._line("due_on", self.tr("Wanted by"), 40, hint)
        self.fields["paper_on"].check_with(self._paper_day)
        self.fields["due_on"].check_with(self._due_day)

    def _line(self, name: str, words: str, longest: int, hint: str) -> None:
        box = QLineEdit(self)
        box.setMaxLength(longest)
        box.setPlaceholderText(hint)
        required = name in {"paper_number", "paper_on", "unit"}
        self._keep(FormField(name, words, box, required=required, parent=self), name)

    def _text(self, name: str, words: str, lines: int) -> None:
        box = QPlainTextEdit(self)
        box.setTabChangesFocus(True)
        box.setFixedHeight(lines * box.fontMetrics().lineSpacing() + 14)
        self._keep(FormField(name, words, box, required=True, parent=self), name)

    def _keep(self, field: FormField, name: str) -> None:
        field.changed.connect(self._on_typed)
        self.fields[name] = field

    def _make_rest(self) -> None:
        for form in PackageForm:
            box = self.forms[form] = QCheckBox(form_word(form), self)
            box.setObjectName(f"form-{form}")
            box.setToolTip(self._form_hint(form))
            box.toggled.connect(self._on_typed)
        self._forms_error = self._error("error-forms")
        self.urgent = QCheckBox(self.tr("Urgent: export first, approve within 24 hours"), self)
        self.urgent.setObjectName("box-urgent")
        self.urgent.setToolTip(
            self.tr("It waits for the chief all the same; the paper may follow (Space)")
        )
        self.urgent.toggled.connect(self._on_typed)
        self._urgent_error = self._error("error-urgent")
        self.case = QLabel(self)
        self.case.setObjectName("request-case")
        self.case.setTextFormat(Qt.TextFormat.PlainText)
        self.case.setWordWrap(True)
        self.no_case = QPushButton(self.tr("Of no case"), self)
        self.no_case.setObjectName("request-no-case")
        self.no_case.setToolTip(self.tr("Let it belong to no case (Space)"))
        self.no_case.clicked.connect(lambda: self._on_case_chosen(None, ""))
        self.bases = QMenu(self)
        for basis in LEGAL_BASES:
            action = QAction(basis, self.bases)
            action.triggered.connect(lambda _=False, words=basis: self._take_basis(words))
            self.bases.addAction(action)

    def _form_hint(self, form: PackageForm) -> str:
        if form is PackageForm.NATIVE:
            return self.tr("As the camera sent it, untouched: what counts as evidence (Space)")
        if form is PackageForm.VIEWING:
            return self.tr("To be looked at anywhere, with masks, place and time on it (Space)")
        if form is PackageForm.AUDIO:
            return self.tr(
                "What was heard goes with the originals; not ticked, it stays here (Space)"
            )
        return self.tr("Single pictures of the originals, each with its time (Space)")

    def _error(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("error", True)
        label.setWordWrap(True)
        label.hide()
        return label

    def _tool(self, name: str) -> QPushButton:
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        return button

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("case-inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(8)
        fields = self.fields
        column.addLayout(_row((fields["paper_number"], fields["paper_on"])))
        column.addLayout(_row((fields["unit"], fields["person"])))
        column.addWidget(fields["legal_basis"])
        self.basis_button = self._tool("form-basis")
        self.basis_button.clicked.connect(self.offer_bases)
        column.addLayout(_aside(self.basis_button))
        column.addWidget(fields["purpose"])
        column.addWidget(QLabel(self.tr("Which footage") + " *", self))
        column.addWidget(self.wanted)
        column.addWidget(QLabel(self.tr("In which form") + " *", self))
        column.addLayout(_aside(*self.forms.values()))
        column.addWidget(self._forms_error)
        column.addLayout(_row((fields["recipient"], fields["due_on"])))
        column.addWidget(QLabel(self.tr("Case"), self))
        self.case_button = self._tool("form-case")
        self.case_button.clicked.connect(self.case_wanted)
        case = QHBoxLayout()
        case.setSpacing(8)
        case.addWidget(self.case_button)
        case.addWidget(self.no_case)
        case.addWidget(self.case, 1)
        column.addLayout(case)
        column.addWidget(self.urgent)
        column.addWidget(self._urgent_error)
        column.addStretch(1)
        outside = QWidget()
        outside.setObjectName("case-inside")
        around = QHBoxLayout(outside)
        around.setContentsMargins(0, 0, 0, 0)
        inside.setMaximumWidth(_WIDEST)
        around.addWidget(inside, 1)
        around.addStretch(0)
        self.setWidget(outside)

    # What stands there

    @property
    def typed(self) -> TypedRequest:
        """What stands in the fields."""
        return TypedRequest(
            texts=tuple((name, self.fields[name].text) for name in (*_LINES, *_TEXTS)),
            lines=self.wanted.typed,
            forms=frozenset(form for form, box in self.forms.items() if box.isChecked()),
            incident_id=self._incident_id,
            case=self.case.text() if self._incident_id is not None else "",
            urgent=self.urgent.isChecked(),
        )

    def show_typed(self, typed: TypedRequest) -> None:
        """Let this stand there; nobody typed it."""
        self._quiet = True
        texts = dict(typed.texts)
        for name, field in self.fields.items():
            box, text = field.box, texts.get(name, "")
            if isinstance(box, QPlainTextEdit):
                box.setPlainText(text)
            elif isinstance(box, QLineEdit):
                box.setText(text)
                box.setCursorPosition(0)
            field.clear_error()
        self.wanted.show_lines(typed.lines)
        for form, tick in self.forms.items():
            tick.setChecked(form in typed.forms)
        self.urgent.setChecked(typed.urgent)
        self._show_case(typed.incident_id, typed.case)
        for label in (self._forms_error, self._urgent_error):
            label.hide()
        self.verticalScrollBar().setValue(0)
        self._quiet = False

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self.wanted.set_ward(ward)

    def let_urgent(self, *, allowed: bool) -> None:
        """Whether this station exports what is urgent before it is approved."""
        self.urgent.setVisible(allowed or self.urgent.isChecked())

    def choose_case(self, incident_id: IncidentId, case: str) -> None:
        """Let it belong to that case."""
        self._on_case_chosen(incident_id, case)

    # What it means

    def read(self) -> RequestForm:
        """What is typed.  Each field says what is wrong with it.  Raises FieldRefused."""
        texts = {name: field.text for name, field in self.fields.items()}
        for name in ("paper_on", "due_on"):
            self.fields[name].look()
        with suppress(FieldRefused):
            self.wanted.read()  # so that every line has its say; the upper field is gone to
        paper_on, due_on = self._paper_day(texts["paper_on"]), self._due_day(texts["due_on"])
        return RequestForm(
            unit=texts["unit"],
            purpose=texts["purpose"],
            wanted=self.wanted.read(),
            forms=frozenset(form for form, box in self.forms.items() if box.isChecked()),
            paper_number=texts["paper_number"],
            paper_on=paper_on,
            person=texts["person"],
            legal_basis=texts["legal_basis"],
            recipient=texts["recipient"],
            due_on=due_on,
            incident_id=self._incident_id,
            urgent=self.urgent.isChecked(),
        )

    def show_refusal(self, refused: FieldRefused) -> None:
        """Say beside its field what is wrong, and go there."""
        words, name = sentence(refused), refused.field
        if name in self.fields:
            self.fields[name].show_error(words)
            self.go_to(name)
        elif name == "forms":
            self._forms_error.setText(words)
            self._forms_error.show()
            self.forms[PackageForm.NATIVE].setFocus()
        elif name == "urgent":
            self._urgent_error.setText(words)
            self._urgent_error.show()
            self.urgent.setFocus()
        else:
            if not any(row.error for row in self.wanted.rows):
                self.wanted.say(words)
            self.wanted.focus_wrong()
            self.ensureWidgetVisible(self.wanted)

    def go_to(self, name: str) -> None:
        """Focus a field, and have it in sight."""
        self.fields[name].box.setFocus()
        self.ensureWidgetVisible(self.fields[name])

    @property
    def wrong(self) -> list[str]:
        """The fields that say something is wrong."""
        found = [name for name, field in self.fields.items() if field.error]
        return found + ["wanted" for row in self.wanted.rows if row.error]

    def offer_bases(self) -> None:
        """Open the list of legal bases, below its button."""
        below = self.basis_button.mapToGlobal(self.basis_button.rect().bottomLeft())
        self.bases.setActiveAction(self.bases.actions()[0])
        self.bases.popup(below)

    def _take_basis(self, words: str) -> None:
        box = self.fields["legal_basis"].box
        assert isinstance(box, QPlainTextEdit)
        before = box.toPlainText().rstrip()
        box.setPlainText(f"{before}\n{words}" if before else words)
        box.setFocus()

    def _paper_day(self, text: str) -> date | None:
        if not text.strip():
            return None
        try:
            since = period_of(text, self._now()).since
        except PeriodUnclear as error:
            raise FieldRefused("paper_on", "request_day") from error
        if since is None:
            raise FieldRefused("paper_on", "request_day")
        return since.astimezone().date()

    def _due_day(self, text: str) -> date | None:
        try:
            end = until_of(text, self._now())
        except FieldRefused as error:
            raise FieldRefused("due_on", "request_due") from error
        return None if end is None else (end - _HALF_DAY).date()

    def _on_case_chosen(self, incident_id: IncidentId | None, case: str) -> None:
        self._show_case(incident_id, case)
        self._on_typed()

    def _show_case(self, incident_id: IncidentId | None, case: str) -> None:
        self._incident_id = incident_id
        self.case.setText(case if incident_id is not None else self.tr("of no case"))
        self.no_case.setVisible(incident_id is not None)

    def _on_typed(self, *_: object) -> None:
        if not self._quiet:
            self._forms_error.hide()
            self._urgent_error.hide()
            self.typed_in.emit()


def _row(widgets: Iterable[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _aside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
