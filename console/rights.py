"""Who may do what: the one matrix.

A right is for a role, an action, and, where cameras are concerned, for some teams and for
footage up to some age.  ``console.gate`` asks here at every call of a service; the manual's
table is made from here; a test walks every service with every role.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType

from db.records import Role

SHIFT_AND_BEFORE = timedelta(hours=24)
"""What a duty officer may look back to: his shift, and the one before."""


class Action(StrEnum):
    """What a service may be asked for."""

    WATCH_LIVE = "watch_live"
    SEE_FLEET = "see_fleet"
    CHANGE_FLEET = "change_fleet"
    SAVE_LAYOUT = "save_layout"
    REVIEW_FOOTAGE = "review_footage"
    PLACE_HOLD = "place_hold"
    HANDLE_EXHIBITS = "handle_exhibits"
    BOOKMARK = "bookmark"
    SEE_INCIDENTS = "see_incidents"
    HANDLE_INCIDENT = "handle_incident"
    READ_PEOPLE = "read_people"
    APPROVE_INCIDENT = "approve_incident"
    CHANGE_CATEGORIES = "change_categories"
    SEE_MEMBERS = "see_members"
    CALL_MEMBER = "call_member"
    CHANGE_MEMBERS = "change_members"
    EXPORT = "export"
    APPROVE_EXPORT = "approve_export"
    RELEASE_HOLD = "release_hold"
    SEE_OFFICERS = "see_officers"
    CHANGE_OFFICERS = "change_officers"
    SEE_AUDIT = "see_audit"
    EXPORT_AUDIT = "export_audit"
    VERIFY_AUDIT = "verify_audit"
    CHANGE_RECORDING = "change_recording"
    SEE_SETTINGS = "see_settings"
    CHANGE_SETTINGS = "change_settings"
    BACK_UP = "back_up"
    MAKE_SHEET = "make_sheet"
    CHANGE_KEY = "change_key"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Right:
    """How far an action is allowed.

    ``oldest`` is the age of the oldest footage, None any.  ``scoped``: an officer who is
    narrowed to teams has the right for their cameras only.  Watching live never is: the wall
    hangs in the room and plays on while it is locked, so everyone there sees all of it.
    """

    oldest: timedelta | None = None
    scoped: bool = False


_ALL = Right()
_OWN = Right(scoped=True)
_ON_DUTY = Right(oldest=SHIFT_AND_BEFORE, scoped=True)

MATRIX: Mapping[Role, Mapping[Action, Right]] = MappingProxyType(
    {
        Role.DUTY: {
            Action.WATCH_LIVE: _ALL,
            Action.SEE_FLEET: _ALL,
            Action.SAVE_LAYOUT: _ALL,
            Action.REVIEW_FOOTAGE: _ON_DUTY,
            Action.PLACE_HOLD: _OWN,
            Action.HANDLE_EXHIBITS: _ALL,
            Action.BOOKMARK: _ON_DUTY,
            Action.SEE_INCIDENTS: _OWN,
            Action.HANDLE_INCIDENT: _OWN,
            Action.SEE_MEMBERS: _ALL,
            Action.CALL_MEMBER: _ALL,
        },
        Role.OFFICER: {
            Action.WATCH_LIVE: _ALL,
            Action.SEE_FLEET: _ALL,
            Action.SAVE_LAYOUT: _ALL,
            Action.REVIEW_FOOTAGE: _OWN,
            Action.PLACE_HOLD: _OWN,
            Action.HANDLE_EXHIBITS: _ALL,
            Action.BOOKMARK: _OWN,
            Action.SEE_INCIDENTS: _OWN,
            Action.HANDLE_INCIDENT: _OWN,
            Action.READ_PEOPLE: _OWN,
            Action.SEE_MEMBERS: _ALL,
            Action.CALL_MEMBER: _ALL,
            Action.EXPORT: _OWN,
        },
        Role.CHIEF: {
            Action.WATCH_LIVE: _ALL,
            Action.SEE_FLEET: _ALL,
            Action.SAVE_LAYOUT: _ALL,
            Action.REVIEW_FOOTAGE: _ALL,
            Action.PLACE_HOLD: _ALL,
            Action.HANDLE_EXHIBITS: _ALL,
            Action.BOOKMARK: _ALL,
            Action.SEE_INCIDENTS: _ALL,
            Action.HANDLE_INCIDENT: _ALL,
            Action.READ_PEOPLE: _ALL,
            Action.APPROVE_INCIDENT: _ALL,
            Action.CHANGE_CATEGORIES: _ALL,
            Action.SEE_MEMBERS: _ALL,
            Action.CALL_MEMBER: _ALL,
            Action.CHANGE_MEMBERS: _ALL,
            Action.EXPORT: _ALL,
            Action.APPROVE_EXPORT: _ALL,
            Action.RELEASE_HOLD: _ALL,
            Action.SEE_OFFICERS: _ALL,
            Action.SEE_AUDIT: _ALL,
            Action.EXPORT_AUDIT: _ALL,
            Action.VERIFY_AUDIT: _ALL,
            Action.SEE_SETTINGS: _ALL,
            Action.BACK_UP: _ALL,
            Action.RESTORE: _ALL,
        },
        # Keeps the machine running; what the cameras saw is none of his business (S-10).
        Role.ADMINISTRATOR: {
            Action.WATCH_LIVE: _ALL,
            Action.SEE_FLEET: _ALL,
            Action.CHANGE_FLEET: _ALL,
            Action.CHANGE_RECORDING: _ALL,
            Action.SAVE_LAYOUT: _ALL,
            Action.CHANGE_CATEGORIES: _ALL,
            Action.SEE_MEMBERS: _ALL,
            Action.CHANGE_MEMBERS: _ALL,
            Action.SEE_OFFICERS: _ALL,
            Action.CHANGE_OFFICERS: _ALL,
            Action.SEE_AUDIT: _ALL,
            Action.VERIFY_AUDIT: _ALL,
            Action.SEE_SETTINGS: _ALL,
            Action.CHANGE_SETTINGS: _ALL,
            Action.BACK_UP: _ALL,
            Action.MAKE_SHEET: _ALL,
            Action.CHANGE_KEY: _ALL,
            Action.RESTORE: _ALL,
        },
        # Reads everything that was written, sees no pictures (S-10).
        Role.AUDITOR: {
            Action.SEE_FLEET: _ALL,
            Action.SEE_OFFICERS: _ALL,
            Action.SEE_AUDIT: _ALL,
            Action.EXPORT_AUDIT: _ALL,
            Action.VERIFY_AUDIT: _ALL,
            Action.SEE_SETTINGS: _ALL,
        },
    }
)

FRESH = frozenset(
    {
        Action.CHANGE_OFFICERS,
        Action.APPROVE_EXPORT,
        Action.RELEASE_HOLD,
        Action.MAKE_SHEET,  # with a backup, it opens every password on another PC
        Action.CHANGE_KEY,
        Action.RESTORE,
    }
)
"""Actions for which the password must have been typed a moment ago (S-8)."""

PAIRED: Mapping[Action, Action] = MappingProxyType(
    {
        # A ward has one chief: could none but another agree, its disks would fill for good.
        Action.RELEASE_HOLD: Action.PLACE_HOLD,
        Action.RESTORE: Action.RESTORE,
    }
)
"""Actions that a second officer must approve on the same screen, and the right that he needs."""


def may(role: Role, action: Action) -> Right | None:
    """How far ``role`` may do ``action``; None: not at all."""
    return MATRIX[role].get(action)


def may_approve(role: Role, action: Action) -> bool:
    """Whether one of ``role`` may be the second officer for ``action``, which is ``PAIRED``."""
    return may(role, PAIRED.get(action, action)) is not None
