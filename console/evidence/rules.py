"""What a request for footage may say, and why a step of it, or of a package, is not taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from console.errors import FieldRefused, StepRefused
from console.forms import FieldRule
from console.free_text import clean_line, clean_lines
from db.case_records import IncidentId
from db.evidence_records import PackageForm, RequestFields, Wanted

LONGEST_LINE, LONGEST_NUMBER = 160, 80
LONGEST_BASIS, LONGEST_PURPOSE, LONGEST_REASON = 1000, 2000, 1000
LONGEST_SPAN = timedelta(days=31)
MOST_WANTED = 100
APPROVE_WITHIN = timedelta(hours=24)
"""So soon what was exported first must be approved."""
_LINES = "\n\t"


class WantedRule(StrEnum):
    """What a request broke, as ``FieldRefused.rule`` names it; see ``FieldRule`` for the rest."""

    SPANS = "request_spans"  # no camera, or more than ``MOST_WANTED`` lines
    LENGTH = "request_span_length"  # one is longer than ``LONGEST_SPAN``
    AHEAD = "request_span_ahead"  # one has not begun yet
    MORE = "request_more"  # narrowed to more than was asked, or to all of it
    FORMS = "request_forms"  # no form is chosen
    NOT_URGENT = "request_not_urgent"  # the station approves first, always


class RequestRule(StrEnum):
    """Why a request or a package does not take a step, as ``RequestRefused.rule`` names it."""

    NO_DRAFT = "request_no_draft"
    CHANGED = "request_changed_meanwhile"
    NOT_ASKED = "request_not_asked"
    OWN_WORK = "request_own_work"
    NO_APPROVER = "request_no_approver"
    OVER = "request_over"
    EXPORTED = "request_exported"
    NOT_APPROVED = "request_not_approved"
    OVERDUE = "request_approval_overdue"
    NOT_FAILED = "package_not_failed"
    NOT_WAITING = "package_not_waiting"
    NOT_MADE = "package_not_made"
    NOT_MAKING = "package_not_making"


_SENTENCES: Mapping[RequestRule, str] = MappingProxyType(
    {
        RequestRule.NO_DRAFT: "the request was handed in: only a draft is changed or asked",
        RequestRule.CHANGED: "somebody else changed the request meanwhile: read it again",
        RequestRule.NOT_ASKED: "the request does not wait for an answer",
        RequestRule.OWN_WORK: "nobody decides on a request that he wrote or handed in himself",
        RequestRule.NO_APPROVER: "nobody who sees the restricted case could approve the request",
        RequestRule.OVER: "the request is over: refused, withdrawn or carried out",
        RequestRule.EXPORTED: "footage was exported for the request: it cannot be withdrawn",
        RequestRule.NOT_APPROVED: "the request is not approved",
        RequestRule.OVERDUE: (
            "the approval of what was exported first is overdue: nothing more is exported before"
            " the station's chief approves the request"
        ),
        RequestRule.NOT_FAILED: "only a package that failed or was cancelled is tried again",
        RequestRule.NOT_WAITING: "the package does not wait to be made",
        RequestRule.NOT_MADE: "the package is not made yet",
        RequestRule.NOT_MAKING: "the package is not being made: it was cancelled meanwhile",
    }
)


class Cause(StrEnum):
    """Why a package was not made, in one word; what officers read of it is of ``ui``."""

    INTERRUPTED = "interrupted"  # the process that made it ended
    NOT_APPROVED = "not_approved"  # its request is not approved any more
    OVERDUE = "approval_overdue"  # it was exported first, and nobody approved it in time
    NOT_ALLOWED = "not_allowed"  # who queued it may not export any more
    NO_FOOTAGE = "no_footage"  # nothing of all that is wanted is on disk
    NO_FORM = "no_form"  # the request allows nothing that there is to make
    NO_ROOM = "no_room"  # on the medium, or a file too large for its file system
    NAME_TAKEN = "name_taken"  # something on the medium is called as the package was to be
    MEDIUM_LOST = "medium_lost"  # the folder is not there, or was pulled
    MEDIUM_REFUSED = "medium_refused"  # it takes no file, or gave back something else
    OTHER_MEDIUM = "other_medium"  # not the one that was there when it was queued
    ENGINE_LOST = "engine_lost"  # the engine does not answer, or died again and again
    UNREADABLE = "unreadable"  # the footage index cannot be read
    KEY_MISSING = "key_missing"  # the station's key cannot be had
    LOG_MEDDLED = "log_meddled"  # the log is not the one that was signed
    MASKS = "masks"  # the engine does not take the masks
    BROKEN = "broken"  # a fault of the program or of the station's file


class RequestRefused(StepRefused):
    """A request or a package does not take a step; ``rule`` is of ``RequestRule``."""

    def __init__(self, rule: RequestRule) -> None:
        super().__init__(rule)
        self.args = (_SENTENCES[rule],)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """A request as it is typed; see ``db.evidence_records.RequestFields``."""

    unit: str
    purpose: str
    wanted: tuple[Wanted, ...] = ()
    forms: frozenset[PackageForm] = frozenset({PackageForm.NATIVE, PackageForm.VIEWING})
    paper_number: str = ""
    paper_on: date | None = None
    person: str = ""
    legal_basis: str = ""
    recipient: str = ""
    due_on: date | None = None
    incident_id: IncidentId | None = None
    urgent: bool = False


def checked(form: RequestForm) -> RequestFields:
    """``form`` as it is kept; what a draft may leave empty, ``require_whole`` wants.

    Raises FieldRefused.
    """
    forms = frozenset(PackageForm(each) for each in form.forms)
    if not forms:
        raise FieldRefused("forms", WantedRule.FORMS)
    return RequestFields(
        paper_number=_line("paper_number", form.paper_number, LONGEST_NUMBER),
        paper_on=form.paper_on,
        unit=_line("unit", form.unit),
        person=_line("person", form.person),
        legal_basis=clean_lines("legal_basis", form.legal_basis, LONGEST_BASIS, _LINES),
        purpose=clean_lines("purpose", form.purpose, LONGEST_PURPOSE, _LINES),
        wanted=checked_wanted(form.wanted),
        forms=forms,
        recipient=_line("recipient", form.recipient),
        due_on=form.due_on,
        incident_id=form.incident_id,
        urgent=bool(form.urgent),
    )


def checked_wanted(wanted: Iterable[Wanted], field: str = "wanted") -> tuple[Wanted, ...]:
    """Each line once, in the order that was typed.  Raises FieldRefused."""
    kept = tuple(dict.fromkeys(wanted))
    if len(kept) > MOST_WANTED:
        raise FieldRefused(field, WantedRule.SPANS)
    if any(each.span.length > LONGEST_SPAN for each in kept):
        raise FieldRefused(field, WantedRule.LENGTH)
    return kept


def require_whole(fields: RequestFields, now: datetime) -> None:
    """Go on only if nothing is missing that whoever decides must know.

    What is urgent may do without its paper, which follows.  Raises FieldRefused.
    """
    for name in ("unit", "purpose", "legal_basis"):
        if not getattr(fields, name):
            raise FieldRefused(name, FieldRule.EMPTY)
    if not fields.urgent and not fields.paper_number:
        raise FieldRefused("paper_number", FieldRule.EMPTY)
    if not fields.urgent and fields.paper_on is None:
        raise FieldRefused("paper_on", FieldRule.EMPTY)
    if not fields.wanted:
        raise FieldRefused("wanted", WantedRule.SPANS)
    if any(each.span.start >= now for each in fields.wanted):
        raise FieldRefused("wanted", WantedRule.AHEAD)


def checked_narrowed(asked: tuple[Wanted, ...], narrowed: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """``narrowed``, if each line lies within one that was asked, and not all of them are there.

    Raises FieldRefused ("narrowed").
    """
    kept = checked_wanted(narrowed, "narrowed")
    if not kept:
        raise FieldRefused("narrowed", WantedRule.SPANS)
    if not all(any(_lies_in(each, whole) for whole in asked) for each in kept):
        raise FieldRefused("narrowed", WantedRule.MORE)
    if set(asked) <= set(kept):
        raise FieldRefused("narrowed", WantedRule.MORE)
    return kept


def clean_reason(reason: str) -> str:
    """Why it is narrowed or refused; never empty.  Raises FieldRefused."""
    kept = clean_lines("reason", reason, LONGEST_REASON, _LINES)
    if not kept:
        raise FieldRefused("reason", FieldRule.EMPTY)
    return kept


def _lies_in(part: Wanted, whole: Wanted) -> bool:
    return (
        (part.camera_id, part.role) == (whole.camera_id, whole.role)
        and whole.span.start <= part.span.start
        and part.span.end <= whole.span.end
    )


def _line(field: str, raw: str, longest: int = LONGEST_LINE) -> str:
    return clean_line(field, raw, longest, may_be_empty=True)
