"""Problems, states and reasons in the officer's words: what happened, and what to do."""

from __future__ import annotations

from console.errors import (
    AddressRefused,
    AutostartFailed,
    BackupFailed,
    BackupOverdue,
    BackupRefused,
    CameraBroken,
    CameraRefusedLogin,
    CameraUnreachable,
    CameraUnsupported,
    CaseFilesLeft,
    CertificateUnknown,
    ClusterInUse,
    CodeWrong,
    DiskFull,
    EditedMeanwhile,
    EngineLost,
    EngineNewer,
    ExhibitDamaged,
    ExhibitRefused,
    ExportTooLarge,
    FieldRefused,
    FileTaken,
    FootageMissing,
    Gone,
    GroupsMisread,
    IndexFailed,
    LastAdministrator,
    ListUnreadable,
    LogMeddled,
    NameTaken,
    NotAllowed,
    NumberTaken,
    Problem,
    SecondMediumFailed,
    SetupWrong,
    SheetMissing,
    SheetRefused,
    SignInRefused,
    StepRefused,
    StillDamaged,
    StoreDamaged,
    StoreFailed,
    StoreTooNew,
    TeamHasMembers,
    TeamInUse,
    VaultLocked,
    VolumeRefused,
    WorkLost,
)
from ui import case_sentences, evidence_sentences
from ui.rule_sentences import OTHER_RULE, RULES
from ui.words import QT_TRANSLATE_NOOP, translate

_PROBLEMS: dict[type[Problem], str] = {
    CameraUnreachable: QT_TRANSLATE_NOOP(
        "messages", "The camera does not answer. Check its power and line, then try again."
    ),
    CameraRefusedLogin: QT_TRANSLATE_NOOP(
        "messages", "The camera refuses this user or password. Type them again."
    ),
    CameraUnsupported: QT_TRANSLATE_NOOP(
        "messages", "The camera sends something that cannot be shown. Set it to H.264 or H.265."
    ),
    CameraBroken: QT_TRANSLATE_NOOP(
        "messages", "The camera answered and then failed. Try again; restart it if it lasts."
    ),
    CertificateUnknown: QT_TRANSLATE_NOOP(
        "messages", "The camera's certificate is not trusted. Ask the administrator."
    ),
    ListUnreadable: QT_TRANSLATE_NOOP(
        "messages", "This file is not a list of cameras that can be read. Save it as CSV UTF-8."
    ),
    NumberTaken: QT_TRANSLATE_NOOP(
        "messages", "Number {number} is in use. Type another; {number} stays with its camera."
    ),
    NameTaken: QT_TRANSLATE_NOOP("messages", "This name is in use. Type another."),
    Gone: QT_TRANSLATE_NOOP(
        "messages", "Somebody has removed this meanwhile. Nothing was changed."
    ),
    ClusterInUse: QT_TRANSLATE_NOOP(
        "messages", "The cluster still has cameras. Move them to another cluster first."
    ),
    TeamInUse: QT_TRANSLATE_NOOP(
        "messages", "Officers are limited to this team. Give them another team first."
    ),
    TeamHasMembers: QT_TRANSLATE_NOOP(
        "messages", "The team still has {members} members. Move or erase them first."
    ),
    StoreFailed: QT_TRANSLATE_NOOP(
        "messages", "Nothing was kept: the disk is full or may not be written. Free some space."
    ),
    DiskFull: QT_TRANSLATE_NOOP(
        "messages", "Nothing was kept: the disk is full. Free some space, then do it again."
    ),
    StoreTooNew: QT_TRANSLATE_NOOP(
        "messages", "The station's data was written by a newer version. Update this program."
    ),
    StoreDamaged: QT_TRANSLATE_NOOP(
        "messages", "The station's data cannot be read. Call the administrator; change nothing."
    ),
    LogMeddled: QT_TRANSLATE_NOOP(
        "messages",
        "The log was cut off or rewritten outside of this program: entry {entry} is not what was"
        " signed. It is not signed over. Call the chief, change nothing, verify the log"
        " (Ctrl+8, F5).",
    ),
    VaultLocked: QT_TRANSLATE_NOOP(
        "messages", "Camera passwords cannot be read or kept. Call the administrator."
    ),
    BackupFailed: QT_TRANSLATE_NOOP(
        "messages", "No backup could be made. The earlier ones are safe; check the disk's space."
    ),
    BackupOverdue: QT_TRANSLATE_NOOP(
        "messages", "There has been no backup for {days} days. Make one now; check the disk."
    ),
    BackupRefused: QT_TRANSLATE_NOOP(
        "messages", "This is no whole backup of this station. Nothing was touched; take another."
    ),
    SecondMediumFailed: QT_TRANSLATE_NOOP(
        "messages", "The second medium could not be written. Plug it in; check its space."
    ),
    CaseFilesLeft: QT_TRANSLATE_NOOP(
        "messages",
        "{count} files of cases are not on the second medium. Ctrl+9, Ctrl+B tell why.",
    ),
    CodeWrong: QT_TRANSLATE_NOOP(
        "messages", "This is not the code of the recovery sheet. Compare it group by group."
    ),
    GroupsMisread: QT_TRANSLATE_NOOP(
        "messages", "One of the groups was misread. Compare them with the paper one by one."
    ),
    SheetRefused: QT_TRANSLATE_NOOP(
        "messages", "This is not the code of this station's newest recovery sheet."
    ),
    SheetMissing: QT_TRANSLATE_NOOP(
        "messages",
        "This station has no recovery sheet. Another administrator must help, or a backup.",
    ),
    SignInRefused: QT_TRANSLATE_NOOP("messages", "Name and password do not fit. Type them again."),
    LastAdministrator: QT_TRANSLATE_NOOP(
        "messages",
        "This is the last administrator who can sign in. Make another one first.",
    ),
    ExportTooLarge: QT_TRANSLATE_NOOP(
        "messages",
        "More than {most} entries do not fit on paper. Take a shorter time, or a workbook.",
    ),
    WorkLost: QT_TRANSLATE_NOOP(
        "messages",
        "The work was broken off before it was done. Nothing was changed; start it again.",
    ),
    ExhibitDamaged: QT_TRANSLATE_NOOP(
        "messages", "The file is gone or was changed since it was taken in. Call the chief."
    ),
    StillDamaged: QT_TRANSLATE_NOOP(
        "messages", "The picture of this bookmark is gone or was changed. Call the chief."
    ),
    FootageMissing: QT_TRANSLATE_NOOP("messages", "There is no footage of this time."),
    EngineLost: QT_TRANSLATE_NOOP(
        "messages", "The picture engine does not answer. It is being restarted."
    ),
    FileTaken: QT_TRANSLATE_NOOP(
        "messages", "There is a file of that name already. Choose another name."
    ),
    AutostartFailed: QT_TRANSLATE_NOOP(
        "messages", "What starts with this PC cannot be changed: {detail}. Nothing was changed."
    ),
    EngineNewer: QT_TRANSLATE_NOOP(
        "messages",
        "The program was updated while this window was open, and no picture comes to it any more. "
        "Recording goes on. Close the window and open it again.",
    ),
    SetupWrong: QT_TRANSLATE_NOOP(
        "messages", "station.toml holds something that cannot be used: {reason}"
    ),
}
# What is wrong with the footage index: the words of console.video.wire_footage.IndexTrouble.
_INDEX = {
    "unwritable": QT_TRANSLATE_NOOP(
        "messages",
        "The list of footage cannot be written: its disk is full or failing. Recording goes on, but"
        " new footage cannot be found yet. Free space on the disk of the data folder; what is "
        "missing is entered by itself.",
    ),
    "set_aside": QT_TRANSLATE_NOOP(
        "messages",
        "The list of footage was damaged and is being made anew from the files; no footage is lost."
        " Until that is done, older footage may be missing in Review. Have the disk looked at.",
    ),
    "entry_lost": QT_TRANSLATE_NOOP(
        "messages",
        "Something could not be entered in the list of footage. The files are whole; they are found"
        " again within an hour or two. Tell the administrator: the log has the details.",
    ),
}
_OTHER = QT_TRANSLATE_NOOP("messages", "It did not work: {reason}")

_NOBODY = frozenset({"signed_out", "locked"})
# Why somebody may not do something: the words of console.gate.Why.
_NOT_ALLOWED = {
    "signed_out": QT_TRANSLATE_NOOP("messages", "Nobody is signed in. Sign in first."),
    "locked": QT_TRANSLATE_NOOP("messages", "The screen is locked. Unlock it first."),
    "one_time": QT_TRANSLATE_NOOP(
        "messages", "Choose a password of your own first; then everything opens."
    ),
    "role": QT_TRANSLATE_NOOP(
        "messages", "Your role does not allow this. Ask an administrator or the chief."
    ),
    "scope": QT_TRANSLATE_NOOP(
        "messages", "This camera belongs to a team that is not yours. Ask the chief."
    ),
    "age": QT_TRANSLATE_NOOP(
        "messages", "This footage is older than your role may see. Ask the chief."
    ),
    "not_fresh": QT_TRANSLATE_NOOP("messages", "Type your password once more for this."),
    "needs_second": QT_TRANSLATE_NOOP(
        "messages", "A second officer, whose role allows it, must approve it."
    ),
}

_WITH_RULES = AddressRefused | FieldRefused | VolumeRefused | ExhibitRefused | StepRefused


def nobody_sat(problem: Problem) -> bool:
    """Whether it was refused for nobody sat there: somebody left before it was done."""
    return isinstance(problem, NotAllowed) and problem.reason in _NOBODY


def sentence(problem: Problem) -> str:
    """A problem for the notice bar or beside a field."""
    if isinstance(problem, _WITH_RULES):
        return rule_sentence(problem.rule)
    if isinstance(problem, EditedMeanwhile):
        return translate(case_sentences.CONTEXT, case_sentences.MEANWHILE)
    if isinstance(problem, NotAllowed):
        return translate("messages", _NOT_ALLOWED.get(problem.reason, _NOT_ALLOWED["role"]))
    if isinstance(problem, IndexFailed):
        return translate("messages", _INDEX[problem.trouble])
    for kind in type(problem).__mro__:
        if kind in evidence_sentences.PROBLEMS:
            return translate(evidence_sentences.CONTEXT, evidence_sentences.PROBLEMS[kind])
    words = next((_PROBLEMS[kind] for kind in type(problem).__mro__ if kind in _PROBLEMS), _OTHER)
    text = translate("messages", words)
    number = problem.number if isinstance(problem, NumberTaken) else ""
    days = problem.days if isinstance(problem, BackupOverdue) else ""
    count = problem.count if isinstance(problem, CaseFilesLeft) else ""
    most = problem.most if isinstance(problem, ExportTooLarge) else ""
    members = problem.members if isinstance(problem, TeamHasMembers) else ""
    detail = problem.detail if isinstance(problem, AutostartFailed) else ""
    entry = problem.seq if isinstance(problem, LogMeddled) else ""
    return text.format(
        number=number,
        days=days,
        count=count,
        most=most,
        members=members,
        detail=detail,
        entry=entry,
        reason=problem,
    )


def rule_sentence(rule: str) -> str:
    """What is wrong with what was typed; ``rule`` is a word of the core."""
    for its in (case_sentences, evidence_sentences):
        if rule in its.RULES:
            return translate(its.CONTEXT, its.RULES[rule])
    return translate("messages", RULES.get(rule, OTHER_RULE))
