"""Roles and the state of an officer in words."""

from __future__ import annotations

from datetime import datetime

from db.records import Officer, Role
from ui.words import QT_TRANSLATE_NOOP, translate

_ROLES = {
    Role.DUTY: QT_TRANSLATE_NOOP("access", "Duty officer"),
    Role.OFFICER: QT_TRANSLATE_NOOP("access", "Officer"),
    Role.CHIEF: QT_TRANSLATE_NOOP("access", "Station chief"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("access", "Administrator"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("access", "Auditor"),
}

# In short what console.rights.MATRIX says at length; the manual has the table.
_MEANINGS = {
    Role.DUTY: QT_TRANSLATE_NOOP(
        "access", "Watches the wall, marks moments, looks back 24 hours. No export."
    ),
    Role.OFFICER: QT_TRANSLATE_NOOP(
        "access", "Watches, looks back without a limit, exports evidence."
    ),
    Role.CHIEF: QT_TRANSLATE_NOOP(
        "access", "Everything that has to do with pictures; approves exports; reads the log."
    ),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "access", "Cameras, officers, settings, backups. No recordings, no export."
    ),
    Role.AUDITOR: QT_TRANSLATE_NOOP("access", "Reads the log and the lists. Sees no picture."),
}


def role_word(role: Role) -> str:
    """A role's name."""
    return translate("access", _ROLES[role])


def role_meaning(role: Role) -> str:
    """What a role may do, in one sentence."""
    return translate("access", _MEANINGS[role])


def state_of(officer: Officer, now: datetime) -> str:
    """Whether an officer may sign in now, and if not, why."""
    if officer.disabled:
        return translate("access", "Disabled")
    if officer.locked_until is not None and officer.locked_until > now:
        words = translate("access", "Locked out until {time}")
        return words.format(time=f"{officer.locked_until.astimezone():%H:%M}")
    if officer.one_time_until is not None:
        if officer.one_time_until <= now:
            return translate("access", "One-time password has run out")
        words = translate("access", "One-time password until {time}")
        return words.format(time=f"{officer.one_time_until.astimezone():%d/%m %H:%M}")
    return translate("access", "May sign in")
