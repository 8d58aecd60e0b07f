"""A request that is written: from nothing, from what was marked, from a case; kept as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem, StepRefused
from console.evidence.rules import RequestForm, RequestRule
from db.case_records import IncidentState
from db.evidence_records import Request, RequestState
from db.incident_records import IncidentLine
from db.records import OfficerId
from ui import keys
from ui.case_words import number_words as case_number
from ui.cases.pick_dialog import PickDialog
from ui.desk import Desk
from ui.evidence.asides import Aside, Asides
from ui.evidence.draft_keeping import DraftKeeping
from ui.evidence.form_head import FormHead
from ui.evidence.line_looking import LineLooking
from ui.evidence.request_fields import RequestFields, TypedRequest, typed_request
from ui.evidence.wanted_editor import typed_line
from ui.messages import sentence
from ui.requests.wish import RequestWish
from ui.requests.words import number_words
from ui.theme import Colours
from ui.times import time_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

PAUSE_MS = 30_000
"""So long after the last key what was typed is kept, without anybody asking for it."""


class RequestFormView(QWidget):
    """One draft at a time.  What is typed is never lost: it is a draft, or waits in memory."""

    left = Signal(str)  # back; the name of the page that it was asked for from, "" for the list
    asked = Signal(object, str)  # the Request that was handed in, and what to say
    kept = Signal(object)  # the Request: it is a draft now

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("request-form")
        self._desk = desk
        self._console = console
        self._colours = colours
        self._ward = Ward()
        self._came_from = ""
        self._may: Callable[[], bool] = lambda: False
        self._me: OfficerId | None = None
        self._asides = Asides()
        self._is_warned = False  # Esc was pressed once although something is not clear
        self.is_open = False
        self.fields = RequestFields(desk.clock.now, self)
        self.keeping = DraftKeeping(desk, console, self)
        self._looking = LineLooking(
            desk, console, self.fields.wanted, lambda: self.is_open and self._may()
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = FormHead(self)
        self._buttons: dict[str, QPushButton] = {}
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, slot in (
            ("form-ask", self.ask),
            ("form-keep", self.keep),
            ("form-mine", self.keep_mine),
            ("form-theirs", self.take_theirs),
        ):
            tools.addWidget(self._button(name, slot))
        self._buttons["form-ask"].setProperty("main", True)
        hint = QLabel(self.tr("Esc keeps it as a draft and goes back."), self)
        hint.setProperty("quiet", True)
        tools.addStretch(1)
        tools.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.fields, 1)
        column.addLayout(tools)
        self._meet(None)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        action = keys.action(name, self, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    def _connect(self) -> None:
        keys.action("form-line", self, self.fields.wanted.add)
        keys.action("form-strike", self, self.fields.wanted.strike)
        keys.action("form-basis", self, self.fields.offer_bases)
        keys.action("form-case", self, self.ask_case)
        self.fields.case_wanted.connect(self.ask_case)
        self.fields.typed_in.connect(self._on_typed)
        self.keeping.kept.connect(self._on_kept)
        self.keeping.asked.connect(self._on_asked)
        self.keeping.unkept.connect(self._on_unkept)
        self.keeping.met.connect(self._meet)
        self.keeping.refused.connect(self.show_refusal)
        self.keeping.failed.connect(self._on_failed)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep_quietly)

    # What the page tells

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self.fields.set_ward(ward)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours

    def set_rights(self, may: Callable[[], bool]) -> None:
        """``may`` tells whether whoever sits here may write requests."""
        self._may = may

    def let_urgent(self, *, allowed: bool) -> None:
        """Whether this station exports what is urgent before it is approved."""
        self.fields.let_urgent(allowed=allowed)

    # Begun, and put aside

    def begin(self, wish: RequestWish) -> None:
        """Write a new one; what is typed already is kept, or put aside."""
        self._part()
        aside = None if wish.wanted or wish.incident_id else self._asides.take(self._me, None)
        if aside is not None:
            self._show_aside(aside)
            return
        typed = TypedRequest(
            lines=tuple(typed_line(each, self._ward) for each in wish.wanted),
            incident_id=wish.incident_id,
            case=wish.case,
        )
        self._show(None, typed, wish.came_from)

    def change(self, request: Request, case: str) -> None:
        """Write on a draft; ``case`` is what its case is called."""
        self._part()
        if (aside := self._asides.take(self._me, request.id)) is not None:
            self._show_aside(aside)
        else:
            self._show(request, typed_request(request, case, self._ward), "")

    def know(self, me: OfficerId | None) -> None:
        """Who sits here."""
        self._me = me
        self._asides.claim(me)

    def bring_back(self) -> bool:
        """What he typed and was not kept is in sight again; whether there was any."""
        aside = None if self.is_open else self._asides.take_any(self._me)
        if aside is not None:
            self._show_aside(aside)
        return aside is not None

    def _part(self) -> None:
        """Away from what is written now."""
        self.keep_quietly()
        if self.is_open and self.touched and not self.keeping.is_running:
            self._put_aside()

    def _show_aside(self, aside: Aside) -> None:
        self._show(aside.base, aside.typed, aside.came_from)
        self.keeping.shown = aside.shown
        self.head.say(self.tr("What you had typed and was not kept is back."))

    def forget(self) -> None:
        """Somebody else sits here: nothing of it stays in sight, and nothing of it is lost."""
        if self.is_open and self.touched:
            self._put_aside()
        self._asides.drop()
        self._me = None
        self.close_it()

    def _put_aside(self) -> None:
        keeping = self.keeping
        typed = self.fields.typed
        self._asides.put(self._me, Aside(keeping.base, keeping.shown, typed, self._came_from))

    def close_it(self) -> None:
        """Show nothing."""
        self.is_open = False
        self._pause.stop()
        self._looking.forget()
        self.fields.show_typed(TypedRequest())
        self.keeping.start(None, self.fields.typed)
        self.head.say("")
        self._meet(None)

    @property
    def touched(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.fields.typed != self.keeping.shown

    def _show(self, base: Request | None, typed: TypedRequest, came_from: str) -> None:
        self.is_open = True
        self._came_from = came_from
        self._is_warned = False
        self.fields.show_typed(typed)
        self.keeping.start(base, self.fields.typed)
        self._name()
        self.head.say("")
        self._meet(None)
        self._looking.start()
        self.fields.go_to("paper_number")

    def _name(self) -> None:
        base = self.keeping.base
        self.head.name("" if base is None else number_words(base))

    # Kept

    @Slot()
    def keep(self) -> None:
        """Keep it as a draft, and say so."""
        self._keep(lambda: None)

    @Slot()
    def keep_quietly(self) -> None:
        """The same, unless something in it cannot be read yet: then it is kept later."""
        if not self.is_open or not self.touched or not self._may():
            return
        try:
            form = self.fields.read()
        except FieldRefused:
            return
        self._write(form, lambda: None)

    @Slot()
    def ask(self) -> None:
        """Keep it, then hand it in to the chief."""
        self._keep(self.keeping.hand_in)

    def back(self) -> None:
        """Keep it and go back; what cannot be kept waits in memory, and that is said."""
        if not self.touched:
            self._leave()
        elif (form := self._read()) is not None:
            self._write(form, self._leave)
        elif self._is_warned:
            self._put_aside()
            self._leave()
        else:
            self._is_warned = True
            words = self.tr(
                "Not kept yet: one of the fields is not clear. Esc once more goes back; what you "
                "typed is there when you come here again."
            )
            self.head.say(words, wrong=True)

    def _keep(self, then: Callable[[], None]) -> None:
        if not self.is_open:
            return
        if self.keeping.base is not None and not self.touched:
            then()
        elif (form := self._read()) is not None:
            self._write(form, then)

    def _read(self) -> RequestForm | None:
        """What is typed; None: a field says what is wrong with it."""
        try:
            return self.fields.read()
        except FieldRefused as refused:
            self.show_refusal(refused)
            return None

    def _write(self, form: RequestForm, then: Callable[[], None]) -> None:
        self._pause.stop()
        self.keeping.write(form, self.fields.typed, then)

    @Slot(object)
    def _on_kept(self, request: Request) -> None:
        self._name()
        words = self.tr("Kept as {number} at {time}")
        at = time_words(self._desk.clock.now())
        self.head.say(words.format(number=number_words(request), time=at))
        self._meet(None)
        self.kept.emit(request)

    @Slot(object, object, object)
    def _on_unkept(self, base: Request | None, shown: TypedRequest, sent: TypedRequest) -> None:
        """It was left already, and could not be kept then."""
        self._asides.put(self._me, Aside(base, shown, sent, ""))

    @Slot(object)
    def _on_asked(self, request: Request) -> None:
        words = self.tr("Handed in: {number} waits for the chief.")
        self.close_it()
        self.asked.emit(request, words.format(number=number_words(request)))

    @Slot(object)
    def show_refusal(self, refused: FieldRefused) -> None:
        """Say beside its field what is wrong."""
        self.fields.show_refusal(refused)
        self.head.say(self.tr("Look at the field that is marked."), wrong=True)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        words = self.tr("Not done, and nothing is lost: {problem}")
        self.head.say(words.format(problem=sentence(problem)), wrong=True)

    def _leave(self) -> None:
        came_from = self._came_from
        self.close_it()
        self.left.emit(came_from)

    # Somebody else wrote meanwhile

    @Slot(object)
    def _meet(self, problem: StepRefused | None) -> None:
        """Offer both ways out; None: there is nothing to choose."""
        for name in ("form-mine", "form-theirs"):
            self._buttons[name].setVisible(problem is not None)
        if problem is None:
            return
        if problem.rule == RequestRule.CHANGED:
            words = self.tr(
                "Somebody else changed this draft meanwhile. Nothing of yours was written: keep "
                "yours (Ctrl+M) or take theirs (Ctrl+Shift+M)."
            )
        else:
            words = self.tr(
                "Somebody else handed this draft in, or withdrew it. Ctrl+M keeps what you typed "
                "as a new draft, Ctrl+Shift+M leaves it."
            )
        self.head.say(words, wrong=True)

    @property
    def _meets(self) -> bool:
        return not self._buttons["form-mine"].isHidden()

    @Slot()
    def keep_mine(self) -> None:
        """Write what was typed over what they wrote, or as a draft of its own."""
        if self._meets:
            self.keeping.reread(self._on_theirs_read_for_mine)

    @Slot()
    def take_theirs(self) -> None:
        """Show what they wrote; what was typed here goes."""
        if self._meets:
            self.keeping.reread(self._on_theirs_read)

    def _on_theirs_read_for_mine(self, request: Request) -> None:
        base = request if request.state is RequestState.DRAFT else None
        self.keeping.start(base, TypedRequest())
        self.keep()

    def _on_theirs_read(self, request: Request) -> None:
        if request.state is RequestState.DRAFT:
            case = self.fields.typed.case if request.incident_id else ""
            self.change(request, case)
        else:
            self._leave()

    @Slot()
    def ask_case(self) -> None:
        """Ask which case it is of."""
        if not self.is_open:
            return
        words = (self.tr("Of which case"), self.tr("Of this case"))
        colours, states = self._colours, set(IncidentState)
        dialog = PickDialog(self._desk, self._console, colours, words, states, self)
        dialog.picked.connect(self._on_case)
        dialog.ask()

    @Slot(object)
    def _on_case(self, line: IncidentLine) -> None:
        self.fields.choose_case(line.id, f"{case_number(line)} {line.title}")

    @Slot()
    def _on_typed(self) -> None:
        self._is_warned = False
        self._pause.start()
        if not self._meets:
            self.head.say("")
