"""The text of a request: what its paper says, what is wanted and is there, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.evidence.preview_records import LinePreview
from db.evidence_records import Request, RequestId, RequestLine, RequestState, Wanted
from ui.card_text import CardText, say
from ui.case_words import date_words, number_words
from ui.holds.words import span_words
from ui.requests import words
from ui.requests.line_words import exported_words, footage_words, is_whole, remark_words
from ui.requests.reading import RequestSeen, has_lines_to_tell
from ui.tasks import Tasks
from ui.ward import Ward

_FACTS = 10  # rows of facts at most
PreviewLines = Callable[[Sequence[Wanted]], Sequence[LinePreview]]
"""What there is of some lines; blocks, and asks the gate."""


class RequestText(CardText):
    """Shows one request.  ``below`` has room for more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the chosen request says"))
        self._ward = Ward()
        self._seen: RequestSeen | None = None
        self._previews: Mapping[Wanted, LinePreview] = {}
        self.alarm = self.label("request-alarm")
        self.alarm.setProperty("error", True)
        self.reason = self.label("request-reason")
        self.add_facts(_FACTS)
        self._wants = self.section(self.tr("What is wanted, and what there is of it"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addLayout(self._lines)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        self.column.addLayout(self.below)
        self._went = self.section(self.tr("How it went"))
        self.steps = self.label("case-steps")
        self.close_card()
        self.clear()

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        if self._seen is not None:
            self._show_lines(self._seen.request)

    def clear(self) -> None:
        """Say nothing."""
        self._seen = None
        self._previews = {}
        for label in (self.title, self.state, self.alarm, self.reason, self.steps):
            label.setText("")
            label.setVisible(label is self.title)
        self.fill_facts(())
        self._fill_lines(())
        self._wants.hide()
        self._went.hide()

    def begin(self, line: RequestLine, now: datetime) -> None:
        """What its row tells already, until the rest is read."""
        self.clear()
        self.title.setText(_title(line))
        self.state.setText(words.state_word(line.state))
        self.state.show()
        say(self.alarm, words.overdue_words(line, now))
        self.verticalScrollBar().setValue(0)

    def show_seen(self, seen: RequestSeen, now: datetime) -> None:
        """What was read."""
        request = seen.request
        is_other = self._seen is None or self._seen.request.id != request.id
        self._seen = seen
        if is_other:
            self._previews = {}
        today = now.astimezone().date()
        self.title.setText(_title(request))
        say(self.state, words.JOINT.join(self._state_of(request, today)))
        say(self.alarm, words.overdue_words(request, now))
        say(self.reason, self._reason_of(seen))
        self.reason.setProperty("late", request.state is RequestState.REFUSED)
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)
        self.fill_facts(tuple(self._facts_of(seen)))
        self._show_lines(request)
        say(self.steps, "\n".join(words.step_lines(seen.steps, seen.names)))
        self._went.setVisible(bool(seen.steps))

    def look(self, tasks: Tasks, of_lines: PreviewLines) -> None:
        """Ask what there is of the footage that is wanted, and say it below each line."""
        request = None if self._seen is None else self._seen.request
        if request is None or not has_lines_to_tell(request):
            return
        # Without it the request is read all the same; whoever exports is told why.
        tasks.renew(
            lambda: of_lines(request.allowed),
            done=partial(self._on_previews, request.id),
            failed=lambda _: None,
        )

    def _on_previews(self, request_id: RequestId, previews: Sequence[LinePreview]) -> None:
        shown = None if self._seen is None else self._seen.request
        if shown is not None and shown.id == request_id:
            self.show_previews(previews)

    def show_previews(self, previews: Sequence[LinePreview]) -> None:
        """What there is of the lines that are shown."""
        self._previews = {each.wanted: each for each in previews}
        if self._seen is not None:
            self._show_lines(self._seen.request)

    def text(self) -> str:
        """All that is said, for a test and for whoever does not see it."""
        labels = (self.title, self.state, self.alarm, self.reason)
        facts = (f"{head.text()} {value.text()}" for head, value in self.facts if head.text())
        lines = (f"{head.text()}\n{told.text()}" for head, told in self._rows)
        parts = [*(each.text() for each in labels), *facts, *lines, self.steps.text()]
        return "\n".join(part for part in parts if part.strip())

    def _state_of(self, request: Request, today: date) -> Iterator[str]:
        yield words.state_word(request.state)
        if request.urgent:
            yield self.tr("urgent")
        if request.state not in words.OVER and (due := words.due_words(request.due_on, today)):
            yield due
        yield words.forms_words(request.forms)

    def _reason_of(self, seen: RequestSeen) -> str:
        if not seen.reason:
            return ""
        if seen.request.state is RequestState.REFUSED:
            return self.tr("Refused: {reason}").format(reason=seen.reason)
        if seen.request.narrowed:
            return self.tr("Approved in part: {reason}").format(reason=seen.reason)
        return ""

    def _facts_of(self, seen: RequestSeen) -> Iterator[tuple[str, str]]:
        request = seen.request
        gone = self.tr("(erased)") if request.erased else ""
        paper = [request.paper_number, date_words(request.paper_on)]
        yield self.tr("Paper"), words.JOINT.join(part for part in paper if part) or self.tr("none")
        yield self.tr("Asked by"), request.unit or "–"
        if request.person or gone:
            yield self.tr("In person"), request.person or gone
        yield self.tr("Purpose"), request.purpose or "–"
        yield self.tr("Legal basis"), request.legal_basis or "–"
        if request.recipient or gone:
            yield self.tr("Handed to"), request.recipient or gone
        if request.due_on is not None:
            yield self.tr("Wanted by"), date_words(request.due_on)
        if request.incident_id is not None:
            case = seen.case
            told = self.tr("a case that is not for you")
            yield self.tr("Case"), told if case is None else f"{number_words(case)} {case.title}"
        yield self.tr("Written by"), words.name_words(seen.names, request.made_by)

    def _show_lines(self, request: Request) -> None:
        self._wants.show()
        if not request.wanted:
            self._fill_lines(((self.tr("No camera is named yet."), "", False),))
            return
        lines: list[tuple[str, str, bool]] = []
        for wanted in request.wanted:
            lines.append(self._line_of(wanted))
            if request.narrowed:
                lines[-1] = (lines[-1][0], self._allowed_of(request, wanted), False)
        if request.narrowed:
            lines += [self._line_of(each) for each in request.narrowed if each in self._previews]
        self._fill_lines(tuple(lines))

    def _allowed_of(self, request: Request, wanted: Wanted) -> str:
        """What the chief allowed of one line."""
        allowed = [
            span_words(each.span)
            for each in request.narrowed
            if (each.camera_id, each.role) == (wanted.camera_id, wanted.role)
            and wanted.span.start <= each.span.start
            and each.span.end <= wanted.span.end
        ]
        if not allowed:
            return self.tr("Not allowed")
        if allowed == [span_words(wanted.span)]:
            return self.tr("Allowed as it was asked")
        return self.tr("Allowed: {spans}").format(spans="; ".join(allowed))

    def _line_of(self, wanted: Wanted) -> tuple[str, str, bool]:
        """A line, what there is of it, and whether something is amiss with that."""
        head = words.wanted_words(wanted, self._ward)
        preview = self._previews.get(wanted)
        names = {} if self._seen is None else self._seen.names
        if preview is None:
            return head, "", False
        told = (
            *footage_words(preview),
            *remark_words(preview),
            *exported_words(preview.exported, names),
        )
        return head, "\n".join(told), not is_whole(preview)

    def _fill_lines(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        while len(self._rows) < len(lines):
            head, told = QLabel(self), QLabel(self)
            for label in (head, told):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                self._lines.addWidget(label)
            head.setContentsMargins(0, 4, 0, 0)
            told.setIndent(16)
            self._rows.append((head, told))
        for place, (head, told) in enumerate(self._rows):
            words_, below, amiss = lines[place] if place < len(lines) else ("", "", False)
            head.setText(words_)
            head.setVisible(bool(words_))
            told.setText(below)
            told.setVisible(bool(below))
            told.setProperty("late", amiss)
            told.setProperty("quiet", not amiss)
            told.style().unpolish(told)
            told.style().polish(told)


def _title(request: Request | RequestLine) -> str:
    number = words.number_words(request)
    return f"{number}{words.JOINT}{request.unit}" if request.unit else number
