"""Packages of evidence in the officer's words: what hinders one, what it holds, what became of it.

Words of requests are in ``request_words``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from console.events import MakingStep
from console.evidence.faults import FaultWord
from console.evidence.notes import ENCRYPTED, SOUND
from console.evidence.preview_records import Obstacle, Remark
from console.paper_code import in_fours
from db.evidence_records import CustodyKind, Missing, Package, PackageForm, PackageOutcome
from ui.exhibits.words import plain_name, size_words
from ui.holds.words import cameras_words, span_words
from ui.requests.line_words import lack_words
from ui.ward import Ward
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "evidence"

_OBSTACLES = {
    Obstacle.NO_FOOTAGE: QT_TRANSLATE_NOOP(
        "evidence",
        "None of the footage that is wanted is on disk, so there is nothing to export. Tell whoever"
        " asked for it; the causes stand beside the cameras.",
    ),
    Obstacle.NO_FOLDER: QT_TRANSLATE_NOOP(
        "evidence", "The chosen place is not there any more. Plug the medium in, or choose another."
    ),
    Obstacle.NOT_WRITABLE: QT_TRANSLATE_NOOP(
        "evidence",
        "The chosen place cannot be written to. Take the write protection off the medium, or choose"
        " another.",
    ),
    Obstacle.NO_ROOM: QT_TRANSLATE_NOOP(
        "evidence", "There is too little room. Choose a larger medium, or free some space on it."
    ),
    Obstacle.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "evidence",
        "One of the files is larger than 4 GB, which this medium (FAT32) does not take. Choose one"
        " that is formatted as exFAT or NTFS.",
    ),
    Obstacle.NO_FORM: QT_TRANSLATE_NOOP(
        "evidence", "The request allows nothing that can be made of this footage."
    ),
    Obstacle.UNREADABLE: QT_TRANSLATE_NOOP(
        "evidence",
        "The list of footage cannot be read just now. It is tried again by itself; if it lasts,"
        " tell the administrator.",
    ),
}
_REMARKS = {
    Remark.HEVC: QT_TRANSLATE_NOOP(
        "evidence", "H.265: many players do not show it; the viewing copy opens everywhere"
    ),
    Remark.PICTURE_CHANGES: QT_TRANSLATE_NOOP(
        "evidence", "the picture's size or format changes on the way: more than one file"
    ),
    Remark.SOUND: QT_TRANSLATE_NOOP(
        "evidence",
        "voices are recorded; the originals have them only where the request allows sound",
    ),
    Remark.OTHER_ROLE: QT_TRANSLATE_NOOP(
        "evidence", "nothing of the wanted stream is there; the camera's other stream is"
    ),
    Remark.STILL_RECORDING: QT_TRANSLATE_NOOP(
        "evidence", "its end is still being recorded: wait, or it will be missing"
    ),
}
# By the words of console.evidence.rules.Cause; of a newer program there may be others.
_CAUSES: dict[str, str] = {
    "interrupted": QT_TRANSLATE_NOOP(
        "evidence",
        "The program ended while it was being made. Leave the medium in and try it again: if it was"
        " just finished it is taken as it lies there, else it is made anew.",
    ),
    "not_approved": QT_TRANSLATE_NOOP(
        "evidence", "Its request is not approved any more, or for less. Make a new package of it."
    ),
    "approval_overdue": QT_TRANSLATE_NOOP(
        "evidence",
        "Its request was exported first, and nobody approved it within 24 hours. The station's"
        " chief must approve it; then try it again.",
    ),
    "not_allowed": QT_TRANSLATE_NOOP(
        "evidence", "Whoever queued it may not export any more. Another officer may try it again."
    ),
    "no_footage": _OBSTACLES[Obstacle.NO_FOOTAGE],
    "no_form": _OBSTACLES[Obstacle.NO_FORM],
    "no_room": QT_TRANSLATE_NOOP(
        "evidence",
        "The medium is full, or takes no file that large. Free some space on it and try it again,"
        " or export it anew onto another one.",
    ),
    "name_taken": QT_TRANSLATE_NOOP(
        "evidence",
        "Something on the medium is called as the package was to be. Look at it, then try it"
        " again.",
    ),
    "medium_lost": QT_TRANSLATE_NOOP(
        "evidence",
        "The medium is not there, or was pulled out. Plug it in again, then try it again.",
    ),
    "medium_refused": QT_TRANSLATE_NOOP(
        "evidence",
        "The medium takes no file, or gave back something else than was written. Export it anew"
        " onto another one.",
    ),
    "other_medium": QT_TRANSLATE_NOOP(
        "evidence",
        "Another medium is plugged in than when it was queued. Plug the first one in, then try it"
        " again, or export it anew.",
    ),
    "engine_lost": QT_TRANSLATE_NOOP(
        "evidence",
        "The picture engine did not answer. Wait until it runs again, then try it again.",
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "evidence",
        "The list of footage could not be read. Try it again; if it lasts, tell the administrator.",
    ),
    "key_missing": QT_TRANSLATE_NOOP(
        "evidence",
        "The station's key could not be had, so nothing can be signed. Call the administrator.",
    ),
    "masks": QT_TRANSLATE_NOOP(
        "evidence",
        "The masks could not be put over the picture. Export it anew and draw them again (M).",
    ),
    "broken": QT_TRANSLATE_NOOP(
        "evidence",
        "The program failed while it was being made; its log has the details. Try it again; if it"
        " fails once more, tell the administrator.",
    ),
    "log_meddled": QT_TRANSLATE_NOOP(
        "evidence",
        "The station's log is not what was signed. Nothing is exported: call the chief, change"
        " nothing, verify the log (Ctrl+8, F5).",
    ),
}
_OTHER_CAUSE = QT_TRANSLATE_NOOP(
    "evidence",
    "It could not be made ({cause}). Nothing that looks finished is on the medium; try it again.",
)
_STEPS = {
    MakingStep.LOOKING: QT_TRANSLATE_NOOP("evidence", "looking what there is"),
    MakingStep.COPYING: QT_TRANSLATE_NOOP("evidence", "copying the originals"),
    MakingStep.VIEWING: QT_TRANSLATE_NOOP("evidence", "making viewing copies"),
    MakingStep.STILLS: QT_TRANSLATE_NOOP("evidence", "making pictures"),
    MakingStep.PAPERS: QT_TRANSLATE_NOOP("evidence", "writing the papers"),
    MakingStep.CHECKING: QT_TRANSLATE_NOOP("evidence", "reading everything back"),
}
_FAULTS = {
    FaultWord.CHANGED: QT_TRANSLATE_NOOP("evidence", "was changed"),
    FaultWord.MISSING: QT_TRANSLATE_NOOP("evidence", "is missing"),
    FaultWord.EXTRA: QT_TRANSLATE_NOOP("evidence", "does not belong to the package"),
    FaultWord.SUMS_BROKEN: QT_TRANSLATE_NOOP("evidence", "the list of sums cannot be read"),
    FaultWord.UNSAFE_NAME: QT_TRANSLATE_NOOP("evidence", "a name that no package may hold"),
    FaultWord.MANIFEST_BROKEN: QT_TRANSLATE_NOOP("evidence", "the manifest cannot be read"),
    FaultWord.MANIFEST_DISAGREES: QT_TRANSLATE_NOOP(
        "evidence", "the manifest tells something else"
    ),
    FaultWord.LOG_BROKEN: QT_TRANSLATE_NOOP("evidence", "the extract of the log is not whole"),
    FaultWord.LOG_LINE_MISSING: QT_TRANSLATE_NOOP(
        "evidence", "lines of the log's extract are missing"
    ),
    FaultWord.SIGNATURE_BAD: QT_TRANSLATE_NOOP("evidence", "the signature does not fit"),
    FaultWord.SIGNATURE_MISSING: QT_TRANSLATE_NOOP("evidence", "the signature is missing"),
    FaultWord.OTHER_SIGNER: QT_TRANSLATE_NOOP("evidence", "another key signed it"),
    FaultWord.SIGNER_UNKNOWN: QT_TRANSLATE_NOOP("evidence", "the signer is not known here"),
    FaultWord.STAMP_BAD: QT_TRANSLATE_NOOP("evidence", "the time-stamp does not fit"),
}
_CUSTODY = {
    CustodyKind.MADE: QT_TRANSLATE_NOOP("evidence", "Made"),
    CustodyKind.VERIFIED: QT_TRANSLATE_NOOP("evidence", "Verified"),
    CustodyKind.COPIED: QT_TRANSLATE_NOOP("evidence", "Copied"),
    CustodyKind.HANDED: QT_TRANSLATE_NOOP("evidence", "Handed over"),
    CustodyKind.RETURNED: QT_TRANSLATE_NOOP("evidence", "Returned"),
    CustodyKind.DESTROYED: QT_TRANSLATE_NOOP("evidence", "Destroyed"),
}
_OUTCOMES = {
    PackageOutcome.QUEUED: QT_TRANSLATE_NOOP("evidence", "Waits"),
    PackageOutcome.MAKING: QT_TRANSLATE_NOOP("evidence", "Being made"),
    PackageOutcome.MADE: QT_TRANSLATE_NOOP("evidence", "Made"),
    PackageOutcome.FAILED: QT_TRANSLATE_NOOP("evidence", "Failed"),
    PackageOutcome.CANCELLED: QT_TRANSLATE_NOOP("evidence", "Cancelled"),
}
_FORMS = {
    PackageForm.NATIVE: QT_TRANSLATE_NOOP("evidence", "originals"),
    PackageForm.VIEWING: QT_TRANSLATE_NOOP("evidence", "viewing copies"),
    PackageForm.STILLS: QT_TRANSLATE_NOOP("evidence", "pictures"),
    PackageForm.AUDIO: QT_TRANSLATE_NOOP("evidence", "sound"),
}
_NO_SOUND = QT_TRANSLATE_NOOP("evidence", "originals without sound")
_NOTES = {
    SOUND: QT_TRANSLATE_NOOP("evidence", "nothing was found changed"),
    ENCRYPTED: QT_TRANSLATE_NOOP("evidence", "encrypted ZIP"),
}
_MISSING = QT_TRANSLATE_NOOP("evidence", "missing {span} ({length}): {cause}")
_IN_A_LINE = 8
_SHORT_S = 45.0  # nearer to nothing than to a minute
_SECOND, _MINUTE, _HOUR, _DAY = (timedelta(seconds=each) for each in (1, 60, 3600, 86_400))


def obstacle_words(obstacle: Obstacle) -> str:
    """Why a package cannot be begun, and what to do."""
    return translate(_CONTEXT, _OBSTACLES[obstacle])


def remark_words(remark: Remark) -> str:
    """What should be known of a line."""
    return translate(_CONTEXT, _REMARKS[remark])


def failure_words(cause: str) -> str:
    """Why a package was not made; a word that is not known here stands as it is."""
    return translate(_CONTEXT, _CAUSES.get(cause, _OTHER_CAUSE)).format(cause=cause)


def step_words(step: MakingStep) -> str:
    """What a package that is being made has come to."""
    return translate(_CONTEXT, _STEPS[step])


def fault_words(word: FaultWord) -> str:
    """What was found, to stand behind the file that it is about."""
    return translate(_CONTEXT, _FAULTS[word])


def custody_word(kind: CustodyKind) -> str:
    """What happened to a package."""
    return translate(_CONTEXT, _CUSTODY[kind])


def note_words(code: str) -> str:
    """A code word that the program noted in a line of custody."""
    words = _NOTES.get(code) or (_FAULTS[FaultWord(code)] if code in set(FaultWord) else code)
    return translate(_CONTEXT, words)


def outcome_word(outcome: PackageOutcome) -> str:
    """What came of a package."""
    return translate(_CONTEXT, _OUTCOMES[outcome])


def forms_words(forms: Iterable[PackageForm]) -> str:
    """In which forms footage is given: "originals, viewing copies"."""
    chosen = frozenset(forms)
    told = dict(_FORMS)
    if PackageForm.AUDIO not in chosen:
        told[PackageForm.NATIVE] = _NO_SOUND
    return ", ".join(translate(_CONTEXT, told[each]) for each in told if each in chosen)


def length_words(length: timedelta) -> str:
    """A stretch, two units at most: "14 s", "1 min 50 s", "2 h 14 min"; what is less is 1 s."""
    parts = (
        (length // _DAY, translate("evidence", "{n} d")),
        (length % _DAY // _HOUR, translate("evidence", "{n} h")),
        (length % _HOUR // _MINUTE, translate("evidence", "{n} min")),
        (length % _MINUTE // _SECOND, translate("evidence", "{n} s")),
    )
    first = next((at for at, (number, _) in enumerate(parts) if number), None)
    if first is None:
        return translate("evidence", "{n} s").format(n=1)
    return " ".join(words.format(n=n) for n, words in parts[first : first + 2] if n)


def about_words(seconds: float | None) -> str:
    """How long something takes, roughly; it is not told to the second what nobody knows so well."""
    if seconds is None:
        return translate("evidence", "not known yet")
    if seconds < _SHORT_S:
        return translate("evidence", "less than a minute")
    return translate("evidence", "about {time}").format(
        time=length_words(max(1, round(seconds / 60)) * _MINUTE)
    )


def missing_words(missing: Missing) -> str:
    """What is missing of a camera, how much it is and why."""
    span = missing.span
    return translate(_CONTEXT, _MISSING).format(
        span=span_words(span), length=length_words(span.length), cause=lack_words(missing.cause)
    )


def unseen_words(missing: Missing) -> str:
    """What a viewing copy lacks beside its native one."""
    return translate("evidence", "the viewing copy alone: {missing}").format(
        missing=missing_words(missing)
    )


def package_words(package: Package) -> str:
    """What a package is called: its folder once it is made, before that its number here."""
    if package.made is not None:
        return package.made.folder
    return translate("evidence", "package {number}").format(number=package.id)


def wanted_words(package: Package, ward: Ward) -> str:
    """Its cameras: "03 Cổng chợ, 12 Ngõ Đình"."""
    return cameras_words({each.camera_id for each in package.wanted}, ward)


def medium_words(name: str, size_bytes: int) -> str:
    """What a medium is called on paper: "Kingston DataTraveler 32 GB"."""
    return f"{plain_name(name)} {size_words(size_bytes).replace(',0 ', ' ')}".strip()


def fours_words(sha256: str) -> str:
    """A fingerprint or a hash as papers and other tools show it, in two lines; "" for none."""
    if not sha256:
        return ""
    groups = in_fours(sha256).split()
    return "\n".join(" ".join(groups[at : at + _IN_A_LINE]) for at in (0, _IN_A_LINE))
