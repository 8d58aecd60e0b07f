"""Recording in the officer's words: plans, causes, sizes."""

from __future__ import annotations

from collections.abc import Iterable

from console.events import Doubt
from console.volumes import VolumeState
from db.footage_records import HOURS_A_WEEK, GapCause, Plan, RecordingRule
from db.records import StreamRole
from ui.words import QT_TRANSLATE_NOOP, translate

GB, TB = 10**9, 10**12
_CONTEXT = "recording"

_PLANS = {
    Plan.ALWAYS: QT_TRANSLATE_NOOP("recording", "Always"),
    Plan.WEEKLY: QT_TRANSLATE_NOOP("recording", "In chosen hours of the week"),
    Plan.AROUND: QT_TRANSLATE_NOOP("recording", "Only around bookmarks (two minutes)"),
    Plan.NEVER: QT_TRANSLATE_NOOP("recording", "Not at all"),
}
_ROLES = {
    StreamRole.SUB: QT_TRANSLATE_NOOP("recording", "Sub stream (small picture, little room)"),
    StreamRole.MAIN: QT_TRANSLATE_NOOP("recording", "Main stream (sharp, four times the room)"),
}
_SHORT_ROLES = {
    StreamRole.SUB: QT_TRANSLATE_NOOP("recording", "sub stream"),
    StreamRole.MAIN: QT_TRANSLATE_NOOP("recording", "main stream"),
}
_SHORT_PLANS = {
    Plan.ALWAYS: QT_TRANSLATE_NOOP("recording", "always"),
    Plan.WEEKLY: QT_TRANSLATE_NOOP("recording", "{hours} hours a week"),
    Plan.AROUND: QT_TRANSLATE_NOOP("recording", "around bookmarks"),
    Plan.NEVER: QT_TRANSLATE_NOOP("recording", "not at all"),
}
_CAUSES = {
    GapCause.CAMERA_OFF: QT_TRANSLATE_NOOP("recording", "the camera does not answer"),
    GapCause.NETWORK: QT_TRANSLATE_NOOP("recording", "the line broke"),
    GapCause.REFUSED: QT_TRANSLATE_NOOP("recording", "the camera refuses the password"),
    GapCause.UNSUPPORTED: QT_TRANSLATE_NOOP("recording", "its picture format cannot be recorded"),
    GapCause.STATION_OFF: QT_TRANSLATE_NOOP("recording", "this PC or the program was off"),
    GapCause.ENGINE_RESTARTED: QT_TRANSLATE_NOOP("recording", "the picture engine restarts"),
    GapCause.UPDATE: QT_TRANSLATE_NOOP("recording", "the program is being updated"),
    GapCause.DISK_FULL: QT_TRANSLATE_NOOP("recording", "the disk is full"),
    GapCause.DISK_SLOW: QT_TRANSLATE_NOOP("recording", "the disk is too slow"),
    GapCause.DISK_LOST: QT_TRANSLATE_NOOP("recording", "the disk is gone or fails"),
    GapCause.SCHEDULE: QT_TRANSLATE_NOOP("recording", "not at this hour"),
    GapCause.BUDGET: QT_TRANSLATE_NOOP("recording", "this month's data is used up"),
    GapCause.CLOCK_STEP: QT_TRANSLATE_NOOP("recording", "the PC's clock was set"),
    GapCause.RETENTION: QT_TRANSLATE_NOOP("recording", "its days are over"),
    GapCause.MISSING: QT_TRANSLATE_NOOP("recording", "the file is missing or damaged"),
    GapCause.UNKNOWN: QT_TRANSLATE_NOOP("recording", "not known any more"),
}
_STATES = {
    VolumeState.WELL: QT_TRANSLATE_NOOP("recording", "in order"),
    VolumeState.ABSENT: QT_TRANSLATE_NOOP("recording", "the disk is not there"),
    VolumeState.STRANGE: QT_TRANSLATE_NOOP("recording", "another disk is there"),
    VolumeState.READ_ONLY: QT_TRANSLATE_NOOP("recording", "cannot be written to"),
}

_DOUBTS = {
    Doubt.TIMES: QT_TRANSLATE_NOOP(
        "recording",
        "The camera's own timestamps are not believed: they jump or run wrong. The times of its "
        "footage are this station's.",
    ),
    Doubt.SOUND: QT_TRANSLATE_NOOP(
        "recording", "Its sound cannot be recorded. Set the camera's sound to AAC or G.711."
    ),
}


def plan_words(plan: Plan) -> str:
    """A plan, to be chosen."""
    return translate(_CONTEXT, _PLANS[plan])


def role_words(role: StreamRole) -> str:
    """A stream, to be chosen."""
    return translate(_CONTEXT, _ROLES[role])


def short_role(role: StreamRole) -> str:
    """A stream, within a sentence."""
    return translate(_CONTEXT, _SHORT_ROLES[role])


def cause_words(cause: GapCause) -> str:
    """Why there is no footage, to stand behind "not recorded:"."""
    return translate(_CONTEXT, _CAUSES[cause])


def volume_words(state: VolumeState) -> str:
    """How a folder for footage was found."""
    return translate(_CONTEXT, _STATES[state])


def recorded_words(cause: GapCause | None) -> str:
    """Whether a camera is being recorded, in a line."""
    if cause is None:
        return translate("recording", "Being recorded")
    return translate("recording", "Not recorded: {why}").format(why=cause_words(cause))


def standing_words(cause: GapCause | None, doubts: Iterable[Doubt]) -> str:
    """Whether a camera is being recorded, and below it what is not as it should be."""
    return "\n".join([recorded_words(cause), *(translate(_CONTEXT, _DOUBTS[d]) for d in doubts)])


def rule_words(rule: RecordingRule) -> str:
    """A rule in one line: "always, sub stream, kept 30 days"."""
    plan = translate(_CONTEXT, _SHORT_PLANS[rule.plan]).format(hours=sum(rule.week))
    if rule.plan is Plan.NEVER:
        return plan
    role = translate(_CONTEXT, _SHORT_ROLES[rule.role])
    return translate("recording", "{plan}, {role}, kept {days} days").format(
        plan=plan, role=role, days=rule.days
    )


def bytes_words(count: int) -> str:
    """12 GB, 1.7 TB; decimal, as on the disk's box."""
    number = f"{count / TB:.1f} TB" if count >= TB else f"{count / GB:.0f} GB"
    return number.replace(".", translate("recording", "."))


def hour_words(hour_of_week: int) -> str:
    """An hour of the week, 0 to 167: Monday, 22:00 to 23:00."""
    day, hour = divmod(hour_of_week % HOURS_A_WEEK, 24)
    return translate("recording", "{day}, {start}:00 to {end}:00").format(
        day=translate("times", _DAYS[day]), start=hour, end=hour + 1
    )


# Those of ui.times, whose context they are translated in.
_DAYS = (
    QT_TRANSLATE_NOOP("times", "Monday"),
    QT_TRANSLATE_NOOP("times", "Tuesday"),
    QT_TRANSLATE_NOOP("times", "Wednesday"),
    QT_TRANSLATE_NOOP("times", "Thursday"),
    QT_TRANSLATE_NOOP("times", "Friday"),
    QT_TRANSLATE_NOOP("times", "Saturday"),
    QT_TRANSLATE_NOOP("times", "Sunday"),
)
SHORT_DAYS = (
    QT_TRANSLATE_NOOP("recording", "Mon"),
    QT_TRANSLATE_NOOP("recording", "Tue"),
    QT_TRANSLATE_NOOP("recording", "Wed"),
    QT_TRANSLATE_NOOP("recording", "Thu"),
    QT_TRANSLATE_NOOP("recording", "Fri"),
    QT_TRANSLATE_NOOP("recording", "Sat"),
    QT_TRANSLATE_NOOP("recording", "Sun"),
)


def short_day(day: int) -> str:
    """A day of the week, 0 is Monday, where there is little room."""
    return translate(_CONTEXT, SHORT_DAYS[day])
