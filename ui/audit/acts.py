"""What the log can tell, in the officer's words, and the groups in which he looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from console.acts import Act
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "audit"

ACTS: Mapping[Act, str] = {
    Act.STARTED: QT_TRANSLATE_NOOP("audit", "Console started"),
    Act.STOPPED: QT_TRANSLATE_NOOP("audit", "Console stopped"),
    Act.CLOCK_STEPPED: QT_TRANSLATE_NOOP("audit", "The PC's clock jumped"),
    Act.DATE_CONFIRMED: QT_TRANSLATE_NOOP("audit", "The PC's date confirmed"),
    Act.KEY_MADE: QT_TRANSLATE_NOOP("audit", "Station key made"),
    Act.HEAD_SIGNED: QT_TRANSLATE_NOOP("audit", "Log signed"),
    Act.SIGNED_IN: QT_TRANSLATE_NOOP("audit", "Signed in"),
    Act.SIGNED_OUT: QT_TRANSLATE_NOOP("audit", "Signed out"),
    Act.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("audit", "Sign-in failed"),
    Act.LOCKED_OUT: QT_TRANSLATE_NOOP("audit", "Locked out after wrong passwords"),
    Act.LOCK_OUT_LIFTED: QT_TRANSLATE_NOOP("audit", "Lock-out lifted"),
    Act.SCREEN_LOCKED: QT_TRANSLATE_NOOP("audit", "Screen locked"),
    Act.SCREEN_UNLOCKED: QT_TRANSLATE_NOOP("audit", "Screen unlocked"),
    Act.CONFIRMED: QT_TRANSLATE_NOOP("audit", "Password typed again"),
    Act.APPROVED: QT_TRANSLATE_NOOP("audit", "Approved as second officer"),
    Act.REFUSED: QT_TRANSLATE_NOOP("audit", "Refused: no right"),
    Act.OFFICER_ADDED: QT_TRANSLATE_NOOP("audit", "Officer added"),
    Act.OFFICER_CHANGED: QT_TRANSLATE_NOOP("audit", "Officer changed"),
    Act.OFFICER_DISABLED: QT_TRANSLATE_NOOP("audit", "Officer disabled"),
    Act.OFFICER_ENABLED: QT_TRANSLATE_NOOP("audit", "Officer enabled again"),
    Act.OFFICER_ERASED: QT_TRANSLATE_NOOP("audit", "Officer erased"),
    Act.OFFICER_CARRIED: QT_TRANSLATE_NOOP("audit", "Officer kept as he was on going back"),
    Act.PASSWORD_SET: QT_TRANSLATE_NOOP("audit", "Password chosen"),
    Act.PASSWORD_RESET: QT_TRANSLATE_NOOP("audit", "One-time password given"),
    Act.SHEET_USED: QT_TRANSLATE_NOOP("audit", "Let in again with the recovery sheet"),
    Act.SHEET_REFUSED: QT_TRANSLATE_NOOP("audit", "Wrong code of the recovery sheet"),
    Act.TEAM_ADDED: QT_TRANSLATE_NOOP("audit", "Team added"),
    Act.TEAM_CHANGED: QT_TRANSLATE_NOOP("audit", "Team changed"),
    Act.TEAM_REMOVED: QT_TRANSLATE_NOOP("audit", "Team removed"),
    Act.CLUSTER_ADDED: QT_TRANSLATE_NOOP("audit", "Cluster added"),
    Act.CLUSTER_CHANGED: QT_TRANSLATE_NOOP("audit", "Cluster changed"),
    Act.CLUSTER_REMOVED: QT_TRANSLATE_NOOP("audit", "Cluster removed"),
    Act.CAMERA_ADDED: QT_TRANSLATE_NOOP("audit", "Camera added"),
    Act.CAMERA_CHANGED: QT_TRANSLATE_NOOP("audit", "Camera changed"),
    Act.CAMERA_REMOVED: QT_TRANSLATE_NOOP("audit", "Camera removed"),
    Act.CERTIFICATE_PINNED: QT_TRANSLATE_NOOP("audit", "Certificate trusted"),
    Act.LIST_IMPORTED: QT_TRANSLATE_NOOP("audit", "List of cameras imported"),
    Act.LIST_EXPORTED: QT_TRANSLATE_NOOP("audit", "List of cameras exported"),
    Act.LAYOUT_SAVED: QT_TRANSLATE_NOOP("audit", "Layout saved"),
    Act.LAYOUT_REMOVED: QT_TRANSLATE_NOOP("audit", "Layout removed"),
    Act.RECORDING_CHANGED: QT_TRANSLATE_NOOP("audit", "Recording rule changed"),
    Act.RECORDING_RESET: QT_TRANSLATE_NOOP("audit", "Recording rule dropped"),
    Act.VOLUME_ADDED: QT_TRANSLATE_NOOP("audit", "Footage folder added"),
    Act.VOLUME_CHANGED: QT_TRANSLATE_NOOP("audit", "Footage folder changed"),
    Act.VOLUME_REMOVED: QT_TRANSLATE_NOOP("audit", "Footage folder forgotten"),
    Act.HOLD_PLACED: QT_TRANSLATE_NOOP("audit", "Footage held"),
    Act.HOLD_EXTENDED: QT_TRANSLATE_NOOP("audit", "Hold extended"),
    Act.HOLD_CARRIED: QT_TRANSLATE_NOOP("audit", "Footage held on after going back"),
    Act.HOLD_RELEASED: QT_TRANSLATE_NOOP("audit", "Hold released"),
    Act.EXHIBIT_TAKEN: QT_TRANSLATE_NOOP("audit", "Foreign file taken in"),
    Act.EXHIBIT_CHECKED: QT_TRANSLATE_NOOP("audit", "Foreign file checked"),
    Act.EXHIBIT_WATCHED: QT_TRANSLATE_NOOP("audit", "Foreign file watched"),
    Act.HOLD_FREED: QT_TRANSLATE_NOOP("audit", "Held footage freed"),
    Act.BOOKMARK_MADE: QT_TRANSLATE_NOOP("audit", "Bookmark set"),
    Act.BOOKMARK_CHANGED: QT_TRANSLATE_NOOP("audit", "Bookmark changed"),
    Act.BOOKMARK_UNDONE: QT_TRANSLATE_NOOP("audit", "Bookmark taken back"),
    Act.INCIDENT_MADE: QT_TRANSLATE_NOOP("audit", "Incident opened"),
    Act.INCIDENT_CHANGED: QT_TRANSLATE_NOOP("audit", "Incident changed"),
    Act.INCIDENT_JOINED: QT_TRANSLATE_NOOP("audit", "Put into an incident"),
    Act.INCIDENT_PARTED: QT_TRANSLATE_NOOP("audit", "Taken out of an incident"),
    Act.INCIDENT_SUBMITTED: QT_TRANSLATE_NOOP("audit", "Incident submitted"),
    Act.INCIDENT_RETURNED: QT_TRANSLATE_NOOP("audit", "Incident returned"),
    Act.INCIDENT_APPROVED: QT_TRANSLATE_NOOP("audit", "Incident approved"),
    Act.INCIDENT_CLOSED: QT_TRANSLATE_NOOP("audit", "Incident closed"),
    Act.INCIDENT_REOPENED: QT_TRANSLATE_NOOP("audit", "Incident reopened"),
    Act.INCIDENT_PEOPLE_READ: QT_TRANSLATE_NOOP("audit", "Persons of an incident read"),
    Act.INCIDENT_PEOPLE_SEARCHED: QT_TRANSLATE_NOOP("audit", "Persons of incidents searched"),
    Act.ATTACHMENT_ADDED: QT_TRANSLATE_NOOP("audit", "Attachment added"),
    Act.ATTACHMENT_READ: QT_TRANSLATE_NOOP("audit", "Attachment opened"),
    Act.OUTCOME_ADDED: QT_TRANSLATE_NOOP("audit", "Outcome entered"),
    Act.OUTCOME_STRUCK: QT_TRANSLATE_NOOP("audit", "Outcome struck out"),
    Act.REQUEST_MADE: QT_TRANSLATE_NOOP("audit", "Request for footage drafted"),
    Act.REQUEST_CHANGED: QT_TRANSLATE_NOOP("audit", "Request for footage changed"),
    Act.REQUEST_ASKED: QT_TRANSLATE_NOOP("audit", "Request for footage handed in"),
    Act.REQUEST_APPROVED: QT_TRANSLATE_NOOP("audit", "Request for footage approved"),
    Act.REQUEST_NARROWED: QT_TRANSLATE_NOOP("audit", "Request for footage approved in part"),
    Act.REQUEST_REFUSED: QT_TRANSLATE_NOOP("audit", "Request for footage refused"),
    Act.REQUEST_WITHDRAWN: QT_TRANSLATE_NOOP("audit", "Request for footage withdrawn"),
    Act.REQUEST_PEOPLE_ERASED: QT_TRANSLATE_NOOP("audit", "Persons of a request erased"),
    Act.REQUEST_PAPER_ADDED: QT_TRANSLATE_NOOP("audit", "Paper of a request added"),
    Act.REQUEST_PAPER_READ: QT_TRANSLATE_NOOP("audit", "Paper of a request opened"),
    Act.REQUEST_PAPER_REMOVED: QT_TRANSLATE_NOOP("audit", "Paper of a request taken out"),
    Act.EXPORT_QUEUED: QT_TRANSLATE_NOOP("audit", "Export queued"),
    Act.EXPORT_STARTED: QT_TRANSLATE_NOOP("audit", "Export started"),
    Act.EXPORT_FINISHED: QT_TRANSLATE_NOOP("audit", "Export finished"),
    Act.EXPORT_FAILED: QT_TRANSLATE_NOOP("audit", "Export failed"),
    Act.EXPORT_CANCELLED: QT_TRANSLATE_NOOP("audit", "Export cancelled"),
    Act.EXPORTS_ARRANGED: QT_TRANSLATE_NOOP("audit", "Exports put in another order"),
    Act.COPY_STARTED: QT_TRANSLATE_NOOP("audit", "Copying of a package started"),
    Act.COPY_FAILED: QT_TRANSLATE_NOOP("audit", "Copying of a package failed"),
    Act.CUSTODY_ADDED: QT_TRANSLATE_NOOP("audit", "Custody of a package noted"),
    Act.CUSTODY_PEOPLE_ERASED: QT_TRANSLATE_NOOP("audit", "Persons of a package's custody erased"),
    Act.CATEGORY_ADDED: QT_TRANSLATE_NOOP("audit", "Category added"),
    Act.CATEGORY_CHANGED: QT_TRANSLATE_NOOP("audit", "Category changed"),
    Act.MEMBER_ADDED: QT_TRANSLATE_NOOP("audit", "Team member added"),
    Act.MEMBER_CHANGED: QT_TRANSLATE_NOOP("audit", "Team member changed"),
    Act.MEMBER_ERASED: QT_TRANSLATE_NOOP("audit", "Team member erased"),
    Act.MEMBER_CALLED: QT_TRANSLATE_NOOP("audit", "Team member called"),
    Act.PHRASES_CHANGED: QT_TRANSLATE_NOOP("audit", "Phrases changed"),
    Act.WATCHED: QT_TRANSLATE_NOOP("audit", "Recording watched"),
    Act.STILL_KEPT: QT_TRANSLATE_NOOP("audit", "Picture of a recording kept"),
    Act.SETTINGS_CHANGED: QT_TRANSLATE_NOOP("audit", "Settings changed"),
    Act.AUTOSTART_ON: QT_TRANSLATE_NOOP("audit", "Set to open when the PC starts"),
    Act.AUTOSTART_OFF: QT_TRANSLATE_NOOP("audit", "No longer opens when the PC starts"),
    Act.BACKED_UP: QT_TRANSLATE_NOOP("audit", "Backup made"),
    Act.BACKUP_FAILED: QT_TRANSLATE_NOOP("audit", "Backup failed"),
    Act.FILES_BACKED_UP: QT_TRANSLATE_NOOP("audit", "Files of cases backed up"),
    Act.RESTORED: QT_TRANSLATE_NOOP("audit", "Restored from a backup"),
    Act.ROLLED_BACK: QT_TRANSLATE_NOOP("audit", "Rolled back to before an update"),
    Act.AUDIT_EXPORTED: QT_TRANSLATE_NOOP("audit", "Log exported"),
    Act.AUDIT_VERIFIED: QT_TRANSLATE_NOOP("audit", "Log verified"),
}


class Group(StrEnum):
    """Acts that are looked for together."""

    ACCESS = "access"
    TROUBLE = "trouble"
    OFFICERS = "officers"
    FLEET = "fleet"
    FOOTAGE = "footage"
    CASES = "cases"
    EVIDENCE = "evidence"
    STATION = "station"


_GROUP_WORDS = {
    Group.ACCESS: QT_TRANSLATE_NOOP("audit", "All of sign-in and screen"),
    Group.TROUBLE: QT_TRANSLATE_NOOP("audit", "All that was refused or failed"),
    Group.OFFICERS: QT_TRANSLATE_NOOP("audit", "All of officers"),
    Group.FLEET: QT_TRANSLATE_NOOP("audit", "All of cameras and layouts"),
    Group.FOOTAGE: QT_TRANSLATE_NOOP("audit", "All of recording and review"),
    Group.CASES: QT_TRANSLATE_NOOP("audit", "All of bookmarks, incidents and teams' members"),
    Group.EVIDENCE: QT_TRANSLATE_NOOP("audit", "All of requests and exports"),
    Group.STATION: QT_TRANSLATE_NOOP("audit", "All of the station and its log"),
}

TROUBLE = frozenset(
    {
        Act.SIGN_IN_FAILED,
        Act.LOCKED_OUT,
        Act.SHEET_USED,
        Act.SHEET_REFUSED,
        Act.REFUSED,
        Act.BACKUP_FAILED,
        Act.EXPORT_FAILED,
        Act.COPY_FAILED,
        Act.CLOCK_STEPPED,
    }
)
_BEGINNINGS = {
    Group.OFFICERS: ("officer_", "password_", "lock_out_lifted"),
    Group.FLEET: ("team_", "cluster_", "camera_", "certificate_", "list_", "layout_"),
    Group.FOOTAGE: ("recording_", "date_", "volume_", "hold_", "exhibit_", "watched", "still_"),
    Group.CASES: (
        "bookmark_",
        "incident_",
        "attachment_",
        "outcome_",
        "category_",
        "member_",
        "phrases_",
    ),
    Group.EVIDENCE: ("request_", "export_", "exports_", "copy_", "custody_"),
    Group.ACCESS: (
        "signed_",
        "sign_in_",
        "locked_out",
        "lock_out_lifted",
        "screen_",
        "confirmed",
        "approved",
        "refused",
    ),
    Group.STATION: (
        "started",
        "stopped",
        "clock_",
        "key_",
        "head_",
        "settings_",
        "autostart_",
        "back",
        "restored",
        "rolled_",
        "audit_",
    ),
}
_KNOWN = frozenset(str(act) for act in Act)


def act_words(act: str) -> str:
    """What was done; an act of a newer program is shown as it was written."""
    return translate(_CONTEXT, ACTS[Act(act)]) if act in _KNOWN else act


def group_words(group: Group) -> str:
    """The name of a group."""
    return translate(_CONTEXT, _GROUP_WORDS[group])


def acts_of(group: Group) -> frozenset[Act]:
    """What belongs to a group."""
    if group is Group.TROUBLE:
        return TROUBLE
    return frozenset(act for act in Act if act.startswith(_BEGINNINGS[group]))
