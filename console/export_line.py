"""What ``ward-console export`` is told: its options, and how what was typed is understood."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from console.cli_options import guarded_options
from console.errors import FieldRefused, Problem
from console.evidence.rules import RequestForm, WantedRule
from console.forms import FieldRule
from console.periods import PeriodUnclear, moment_of
from console.station import SettingRule
from db.case_records import IncidentId
from db.evidence_records import PackageForm, Wanted
from db.records import CameraId, Span, StreamRole

_NUMBER = re.compile(r"(?:TX-?)?(\d{4})-(\d{1,6})", re.IGNORECASE)
_USUAL = frozenset({PackageForm.NATIVE, PackageForm.VIEWING})
_FOR_NEW = (
    *("case", "camera", "since", "to", "unit", "purpose", "basis", "paper_number", "paper_date"),
    *("person", "recipient", "form", "stream", "urgent"),
)
_OPTIONS: Mapping[str, str] = {
    "unit": "--unit",
    "purpose": "--purpose",
    "legal_basis": "--basis",
    "paper_number": "--paper-number",
    "paper_on": "--paper-date",
    "person": "--person",
    "recipient": "--recipient",
    "wanted": "--camera, --from and --to",
    "target": "--out",
}
_RULES: Mapping[str, str] = {
    FieldRule.EMPTY: "it is missing",
    FieldRule.LENGTH: "it is too long",
    FieldRule.CHARACTERS: "it holds signs that nobody sees",
    SettingRule.FOLDER: "it is no folder",
    WantedRule.SPANS: "there must be one, and 100 at most",
    WantedRule.LENGTH: "it is longer than 31 days",
    WantedRule.AHEAD: "it has not begun yet",
}


class NotUnderstood(Problem):
    """The line asks for nothing that could be done; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class RequestNumber:
    """The number of a request, as in TX-2026-0012."""

    year: int
    number: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    guarded_options(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder for the package"
    )
    parser.add_argument(
        "--request",
        type=_request_number,
        metavar="NUMBER",
        help="make the package of this request, as in TX-2026-0012; without it, write one",
    )
    asking = parser.add_argument_group("a new request")
    asking.add_argument("--case", metavar="NUMBER", help="the case that it is for: VV-2026-000123")
    asking.add_argument(
        "--camera",
        type=int,
        action="append",
        metavar="NUMBER",
        help="a camera's number; may be given again",
    )
    asking.add_argument(
        "--from", dest="since", metavar="TIME", help="as in 2026-11-23T22:05, or hôm qua 22h05"
    )
    asking.add_argument("--to", metavar="TIME", help="up to here, without it")
    asking.add_argument("--unit", metavar="TEXT", help="the unit that asks")
    asking.add_argument("--purpose", metavar="TEXT", help="what the footage is for")
    asking.add_argument("--basis", metavar="TEXT", help="the law that it rests on")
    asking.add_argument("--paper-number", metavar="TEXT", help="of the paper that came")
    asking.add_argument(
        "--paper-date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="its date"
    )
    asking.add_argument("--person", metavar="TEXT", help="who signed it")
    asking.add_argument("--recipient", metavar="TEXT", help="who gets the package")
    asking.add_argument(
        "--form",
        type=_forms,
        metavar=",".join(PackageForm),
        help="what is wanted; without it, native,viewing; only with audio native copies have sound",
    )
    asking.add_argument(
        "--stream", type=StreamRole, choices=tuple(StreamRole), metavar="|".join(StreamRole)
    )
    asking.add_argument(
        "--urgent",
        action="store_true",
        default=None,
        help="export first, where the station allows that, and have it approved within 24 hours",
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON, for programs")


def check(options: argparse.Namespace) -> None:
    """Whether the options go together.  Raises NotUnderstood."""
    given = [name for name in _FOR_NEW if getattr(options, name) is not None]
    if options.request is not None and given:
        raise NotUnderstood("--request says all: a new request is written without it")
    if options.request is None:
        for name, option in (("camera", "--camera"), ("since", "--from"), ("to", "--to")):
            if getattr(options, name) is None:
                raise NotUnderstood(f"{option} is missing; or name a request with --request")


def form_of(
    options: argparse.Namespace,
    *,
    now: datetime,
    cameras: Mapping[int, CameraId],
    incident_id: IncidentId | None,
    may_be_urgent: bool,
) -> RequestForm:
    """The request that the options ask for; times are of this PC.

    Raises:
        NotUnderstood: a time or a camera that is none.

    """
    span = _span(options, now)
    unknown = [number for number in options.camera if number not in cameras]
    if unknown:
        raise NotUnderstood(f"there is no camera {unknown[0]}")
    role = options.stream or StreamRole.MAIN
    return RequestForm(
        unit=options.unit or "",
        purpose=options.purpose or "",
        legal_basis=options.basis or "",
        wanted=tuple(Wanted(cameras[each], span, role) for each in options.camera),
        paper_number=options.paper_number or "",
        paper_on=options.paper_date,
        person=options.person or "",
        recipient=options.recipient or "",
        incident_id=incident_id,
        urgent=bool(options.urgent) and may_be_urgent,
        forms=options.form or _USUAL,
    )


def why_refused(refused: FieldRefused) -> NotUnderstood:
    """A field that the rules refuse, told by its option."""
    option = _OPTIONS.get(refused.field, refused.field)
    return NotUnderstood(f"{option}: {_RULES.get(refused.rule, refused.rule)}")


def _span(options: argparse.Namespace, now: datetime) -> Span:
    start, end = _moment(options.since, now), _moment(options.to, now)
    if start >= end:
        raise NotUnderstood("--to must be later than --from")
    return Span(start, end)


def _moment(text: str, now: datetime) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        pass
    try:
        return moment_of(text, now).astimezone()
    except PeriodUnclear as error:
        raise NotUnderstood(
            f"this is no time that has been, such as 2026-11-23T22:05 or hôm qua 22h05: {text}"
        ) from error


def _request_number(text: str) -> RequestNumber:
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError("a request has a number such as TX-2026-0012")
    return RequestNumber(int(found[1]), int(found[2]))


def _forms(text: str) -> frozenset[PackageForm]:
    try:
        return frozenset(PackageForm(each.strip()) for each in text.split(","))
    except ValueError:
        known = ", ".join(PackageForm)
        raise argparse.ArgumentTypeError(f"forms are {known}, with commas between them") from None
