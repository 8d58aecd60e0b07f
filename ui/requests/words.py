"""Requests for footage in the officer's words: one place for every page that tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from db.evidence_records import (
    PackageForm,
    Request,
    RequestLine,
    RequestState,
    RequestStep,
    Wanted,
    request_number_text,
)
from db.records import CameraId, OfficerId, StreamRole
from ui.case_words import age_words
from ui.holds.words import span_words
from ui.times import stamp_words
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "requests"
_S = RequestState
_STATES = {
    _S.DRAFT: QT_TRANSLATE_NOOP("requests", "Draft"),
    _S.ASKED: QT_TRANSLATE_NOOP("requests", "Waits for approval"),
    _S.APPROVED: QT_TRANSLATE_NOOP("requests", "Approved"),
    _S.NARROWED: QT_TRANSLATE_NOOP("requests", "Approved in part"),
    _S.REFUSED: QT_TRANSLATE_NOOP("requests", "Refused"),
    _S.MADE: QT_TRANSLATE_NOOP("requests", "Exported"),
    _S.WITHDRAWN: QT_TRANSLATE_NOOP("requests", "Withdrawn"),
}
_STEPS = {
    _S.DRAFT: QT_TRANSLATE_NOOP("requests", "changed"),
    _S.ASKED: QT_TRANSLATE_NOOP("requests", "handed in"),
    _S.APPROVED: QT_TRANSLATE_NOOP("requests", "approved"),
    _S.NARROWED: QT_TRANSLATE_NOOP("requests", "approved in part"),
    _S.REFUSED: QT_TRANSLATE_NOOP("requests", "refused"),
    _S.MADE: QT_TRANSLATE_NOOP("requests", "exported"),
    _S.WITHDRAWN: QT_TRANSLATE_NOOP("requests", "withdrawn"),
}
_FORMS = {
    PackageForm.NATIVE: QT_TRANSLATE_NOOP("requests", "Originals"),
    PackageForm.VIEWING: QT_TRANSLATE_NOOP("requests", "Viewing copies"),
    PackageForm.STILLS: QT_TRANSLATE_NOOP("requests", "Pictures"),
    PackageForm.AUDIO: QT_TRANSLATE_NOOP("requests", "Sound"),
}
_NO_SOUND = QT_TRANSLATE_NOOP("requests", "Originals without sound")
_ROLES = {
    StreamRole.MAIN: QT_TRANSLATE_NOOP("requests", "main stream"),
    StreamRole.SUB: QT_TRANSLATE_NOOP("requests", "sub stream"),
}
_MADE = QT_TRANSLATE_NOOP("requests", "drafted")
OVER = frozenset({_S.MADE, _S.REFUSED, _S.WITHDRAWN})
READY = frozenset({_S.APPROVED, _S.NARROWED})
JOINT = " · "


def number_words(request: Request | RequestLine) -> str:
    """What a request is called everywhere: "TX-2026-0012"."""
    return request_number_text(request.year, request.number)


def state_word(state: RequestState) -> str:
    """Where a request is on its way."""
    return translate(_CONTEXT, _STATES[state])


def form_word(form: PackageForm) -> str:
    """In which form footage is wanted."""
    return translate(_CONTEXT, _FORMS[form])


def forms_words(forms: Iterable[PackageForm]) -> str:
    """Several of them, in the order of a package: "Originals without sound, Viewing copies"."""
    chosen = frozenset(forms)
    told = dict(_FORMS)
    if PackageForm.AUDIO not in chosen:
        told[PackageForm.NATIVE] = _NO_SOUND
    return ", ".join(translate(_CONTEXT, told[each]) for each in told if each in chosen)


def role_word(role: StreamRole) -> str:
    """Which of a camera's streams."""
    return translate(_CONTEXT, _ROLES[role])


def camera_words(camera_id: CameraId, ward: Ward) -> str:
    """03 Cổng chợ; of one that is gone, that it was removed."""
    camera = ward.camera(camera_id)
    if camera is None:
        return translate("requests", "removed camera {number}").format(number=camera_id)
    return f"{camera.number:02} {camera.name}"


def wanted_words(wanted: Wanted, ward: Ward) -> str:
    """03 Cổng chợ · 22/11/2026 22:05:00 – 22:15:30; the stream where it is not the main one."""
    parts = [camera_words(wanted.camera_id, ward), span_words(wanted.span)]
    if wanted.role is not StreamRole.MAIN:
        parts.append(role_word(wanted.role))
    return JOINT.join(parts)


def cameras_count(request: Request) -> int:
    """How many cameras it is about."""
    return len({each.camera_id for each in request.wanted})


def spans_words(count: int) -> str:
    """How many lines are wanted."""
    return translate("requests", "{count} stretches").format(count=count)


def due_words(due_on: date | None, today: date) -> str:
    """Until when it is wanted: "due 30/11", "due today", "due since 30/11"; "" for no day."""
    if due_on is None:
        return ""
    day = f"{due_on:%d/%m}" if due_on.year == today.year else f"{due_on:%d/%m/%Y}"
    if due_on == today:
        return translate("requests", "due today")
    words = translate("requests", "due {day}")
    if due_on < today:
        words = translate("requests", "was due {day}")
    return words.format(day=day)


def is_due(line: Request | RequestLine, today: date) -> bool:
    """Whether the day that it was wanted by has come, and it is not over."""
    return line.due_on is not None and line.due_on <= today and line.state not in OVER


def is_overdue(line: Request | RequestLine, now: datetime) -> bool:
    """Whether it was exported first, and was not approved within its day."""
    waits = line.state is _S.ASKED
    return waits and line.approve_by is not None and line.approve_by <= now


def overdue_words(line: Request | RequestLine, now: datetime) -> str:
    """Of what was exported first: until when it must be approved, or since when it should be."""
    if line.approve_by is None or line.state is not _S.ASKED:
        return ""
    if line.approve_by <= now:
        words = translate(
            "requests", "Exported before it was approved, {age} beyond the 24 hours for that."
        )
        return words.format(age=age_words(now - line.approve_by))
    words = translate("requests", "Exported before it was approved: to be approved until {time}.")
    return words.format(time=stamp_words(line.approve_by))


def name_words(names: Mapping[OfficerId, str], officer_id: OfficerId | None) -> str:
    """Who it was; he may have left since."""
    if officer_id is None:
        return translate("requests", "the station")
    return names.get(officer_id) or translate("requests", "an officer who left")


def step_lines(steps: Sequence[RequestStep], names: Mapping[OfficerId, str]) -> list[str]:
    """What became of it, a line each; changes of a draft in a row by one officer are told once."""
    told: list[RequestStep] = []
    for step in steps:
        if len(told) > 1 and _is_again(told[-1], step):
            told[-1] = step
        else:
            told.append(step)
    return [
        _step_line(each, _STEPS[each.after] if place else _MADE, names)
        for place, each in enumerate(told)
    ]


def _is_again(before: RequestStep, step: RequestStep) -> bool:
    """Whether the same officer went on writing."""
    return step.after is before.after is _S.DRAFT and step.officer_id == before.officer_id


def _step_line(step: RequestStep, word: str, names: Mapping[OfficerId, str]) -> str:
    said, who = translate(_CONTEXT, word), name_words(names, step.officer_id)
    line = JOINT.join((stamp_words(step.at), said, who))
    return f"{line}: {step.reason}" if step.reason else line


def own_words() -> str:
    """Why whoever wrote a request does not answer it, and who can."""
    return translate(
        "requests",
        "You wrote this request, or handed it in: nobody decides on his own, whatever his rank. "
        "Another chief must; where there is one chief, an officer writes and hands in.",
    )


def nothing_words(*, is_narrowed: bool) -> tuple[str, str]:
    """What stands in the place of an empty list, and what to do."""
    if is_narrowed:
        return (
            translate("requests", "No request fits this"),
            translate(
                "requests", "Esc takes search and filter away and shows every request again."
            ),
        )
    return (
        translate("requests", "Nobody has asked for footage yet"),
        translate(
            "requests",
            "When a paper asks for footage, Ins writes it in here. From what you watch: mark it "
            "with [ and ] in Review and press Ctrl+E; of a case, Ctrl+E on its page.",
        ),
    )
