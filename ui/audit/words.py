"""The log in the officer's words: what something was done to, and what an entry tells besides."""

from __future__ import annotations

import json
import re
from datetime import datetime

from ui.times import stamp_words
from ui.words import QT_TRANSLATE_NOOP, translate

_CONTEXT = "audit"
_HASH = re.compile(r"[0-9a-f]{32,}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # as console.audit.told writes it

_SUBJECTS = {
    "attachment": QT_TRANSLATE_NOOP("audit", "attachment"),
    "bookmark": QT_TRANSLATE_NOOP("audit", "bookmark"),
    "call": QT_TRANSLATE_NOOP("audit", "call"),
    "category": QT_TRANSLATE_NOOP("audit", "category"),
    "incident": QT_TRANSLATE_NOOP("audit", "incident"),
    "member": QT_TRANSLATE_NOOP("audit", "team member"),
    "outcome": QT_TRANSLATE_NOOP("audit", "outcome"),
    "camera": QT_TRANSLATE_NOOP("audit", "camera"),
    "cluster": QT_TRANSLATE_NOOP("audit", "cluster"),
    "copied": QT_TRANSLATE_NOOP("audit", "copied"),
    "damaged": QT_TRANSLATE_NOOP("audit", "damaged"),
    "device": QT_TRANSLATE_NOOP("audit", "device"),
    "exhibit": QT_TRANSLATE_NOOP("audit", "foreign file"),
    "hold": QT_TRANSLATE_NOOP("audit", "hold"),
    "layout": QT_TRANSLATE_NOOP("audit", "layout"),
    "package": QT_TRANSLATE_NOOP("audit", "package"),
    "request": QT_TRANSLATE_NOOP("audit", "written request"),
    "officer": QT_TRANSLATE_NOOP("audit", "officer"),
    "team": QT_TRANSLATE_NOOP("audit", "team"),
    "restricted": QT_TRANSLATE_NOOP("audit", "restricted incident"),
    "station": QT_TRANSLATE_NOOP("audit", "station"),
    "volume": QT_TRANSLATE_NOOP("audit", "footage folder"),
}

# Keys and words of entries' details.  One that is not here is shown as it was written.
_WORDS = {
    "action": QT_TRANSLATE_NOOP("audit", "wanted"),
    "bytes": QT_TRANSLATE_NOOP("audit", "bytes"),
    "camera": QT_TRANSLATE_NOOP("audit", "camera"),
    "cameras": QT_TRANSLATE_NOOP("audit", "cameras"),
    "category": QT_TRANSLATE_NOOP("audit", "category"),
    "clusters": QT_TRANSLATE_NOOP("audit", "clusters"),
    "copied": QT_TRANSLATE_NOOP("audit", "copied"),
    "damaged": QT_TRANSLATE_NOOP("audit", "damaged"),
    "device": QT_TRANSLATE_NOOP("audit", "device"),
    "entries": QT_TRANSLATE_NOOP("audit", "entries"),
    "erased": QT_TRANSLATE_NOOP("audit", "erased"),
    "failures": QT_TRANSLATE_NOOP("audit", "wrong passwords in a row"),
    "fault": QT_TRANSLATE_NOOP("audit", "fault"),
    "fault_seq": QT_TRANSLATE_NOOP("audit", "first bad entry"),
    "fields": QT_TRANSLATE_NOOP("audit", "fields"),
    "drawing": QT_TRANSLATE_NOOP("audit", "drawing"),
    "figures": QT_TRANSLATE_NOOP("audit", "figures"),
    "folder": QT_TRANSLATE_NOOP("audit", "folder"),
    "form": QT_TRANSLATE_NOOP("audit", "kind of file"),
    "hash": QT_TRANSLATE_NOOP("audit", "hash"),
    "hold": QT_TRANSLATE_NOOP("audit", "hold"),
    "head_hash": QT_TRANSLATE_NOOP("audit", "its hash"),
    "head_seq": QT_TRANSLATE_NOOP("audit", "newest entry"),
    "key": QT_TRANSLATE_NOOP("audit", "key"),
    "key_sha256": QT_TRANSLATE_NOOP("audit", "key"),
    "kind": QT_TRANSLATE_NOOP("audit", "kind"),
    "no_room": QT_TRANSLATE_NOOP("audit", "without room"),
    "phrases": QT_TRANSLATE_NOOP("audit", "phrases"),
    "stopped": QT_TRANSLATE_NOOP("audit", "left for the next time"),
    "limit": QT_TRANSLATE_NOOP("audit", "limit"),
    "milliseconds": QT_TRANSLATE_NOOP("audit", "milliseconds"),
    "minutes": QT_TRANSLATE_NOOP("audit", "minutes"),
    "reason": QT_TRANSLATE_NOOP("audit", "reason"),
    "replaced_hash": QT_TRANSLATE_NOOP("audit", "hash of the replaced one"),
    "replaced_seq": QT_TRANSLATE_NOOP("audit", "newest entry of the replaced one"),
    "restored_hash": QT_TRANSLATE_NOOP("audit", "hash of the restored one"),
    "restored_seq": QT_TRANSLATE_NOOP("audit", "newest entry of the restored one"),
    "lost": QT_TRANSLATE_NOOP("audit", "given up"),
    "lost_hash": QT_TRANSLATE_NOOP("audit", "its hash"),
    "lost_seq": QT_TRANSLATE_NOOP("audit", "signed before, not in this log"),
    "at": QT_TRANSLATE_NOOP("audit", "at"),
    "since": QT_TRANSLATE_NOOP("audit", "from"),
    "to": QT_TRANSLATE_NOOP("audit", "to"),
    "until": QT_TRANSLATE_NOOP("audit", "until"),
    "volumes": QT_TRANSLATE_NOOP("audit", "footage folders"),
    "whole": QT_TRANSLATE_NOOP("audit", "whole"),
    "role": QT_TRANSLATE_NOOP("audit", "role"),
    "seq": QT_TRANSLATE_NOOP("audit", "entry"),
    "serial": QT_TRANSLATE_NOOP("audit", "serial number"),
    "sha256": QT_TRANSLATE_NOOP("audit", "fingerprint"),
    "line_sha256": QT_TRANSLATE_NOOP("audit", "fingerprint of the line"),
    "store_sha256": QT_TRANSLATE_NOOP("audit", "fingerprint of the store"),
    "team": QT_TRANSLATE_NOOP("audit", "team"),
    "teams": QT_TRANSLATE_NOOP("audit", "teams"),
    "tiles": QT_TRANSLATE_NOOP("audit", "tiles"),
    "turned_away_before": QT_TRANSLATE_NOOP("audit", "turned away before"),
    "vouched_to": QT_TRANSLATE_NOOP("audit", "signed up to"),
    # Fields of records and settings.
    "audio": QT_TRANSLATE_NOOP("audit", "sound"),
    "budget_gb": QT_TRANSLATE_NOOP("audit", "gigabytes a month"),
    "days": QT_TRANSLATE_NOOP("audit", "days kept"),
    "note": QT_TRANSLATE_NOOP("audit", "note"),
    "phrase": QT_TRANSLATE_NOOP("audit", "phrase"),
    "plan": QT_TRANSLATE_NOOP("audit", "when it is recorded"),
    "rank": QT_TRANSLATE_NOOP("audit", "order"),
    "reserve_gb": QT_TRANSLATE_NOOP("audit", "gigabytes left free"),
    "sessions": QT_TRANSLATE_NOOP("audit", "connections"),
    "share": QT_TRANSLATE_NOOP("audit", "share of the disk"),
    "week": QT_TRANSLATE_NOOP("audit", "hours of the week"),
    "writing": QT_TRANSLATE_NOOP("audit", "written to"),
    "certificate_sha256": QT_TRANSLATE_NOOP("audit", "certificate"),
    "cluster_id": QT_TRANSLATE_NOOP("audit", "cluster"),
    "disabled": QT_TRANSLATE_NOOP("audit", "disabled"),
    "host": QT_TRANSLATE_NOOP("audit", "address"),
    "idle_lock_min": QT_TRANSLATE_NOOP("audit", "minutes until the screen locks"),
    "bookmark_id": QT_TRANSLATE_NOOP("audit", "bookmark"),
    "incident_id": QT_TRANSLATE_NOOP("audit", "incident"),
    "incidents": QT_TRANSLATE_NOOP("audit", "incidents"),
    "member_id": QT_TRANSLATE_NOOP("audit", "team member"),
    "phone": QT_TRANSLATE_NOOP("audit", "phone number"),
    "result": QT_TRANSLATE_NOOP("audit", "result"),
    "retired": QT_TRANSLATE_NOOP("audit", "retired"),
    "language": QT_TRANSLATE_NOOP("audit", "language"),
    "logo": QT_TRANSLATE_NOOP("audit", "logo"),
    "name": QT_TRANSLATE_NOOP("audit", "name"),
    "number": QT_TRANSLATE_NOOP("audit", "number"),
    "password": QT_TRANSLATE_NOOP("audit", "password"),
    "retention_days": QT_TRANSLATE_NOOP("audit", "days that footage is kept"),
    "second_medium": QT_TRANSLATE_NOOP("audit", "second medium"),
    "sign_in_notice": QT_TRANSLATE_NOOP("audit", "notice at sign-in"),
    "station_name": QT_TRANSLATE_NOOP("audit", "station name"),
    "streams": QT_TRANSLATE_NOOP("audit", "streams"),
    "superior_body": QT_TRANSLATE_NOOP("audit", "superior body"),
    "team_id": QT_TRANSLATE_NOOP("audit", "team"),
    "unit_type": QT_TRANSLATE_NOOP("audit", "kind of unit"),
    "username": QT_TRANSLATE_NOOP("audit", "user"),
    # What the duty writes: bookmarks, incidents, outcomes, categories, members.
    "address": QT_TRANSLATE_NOOP("audit", "address"),
    "assigned_to": QT_TRANSLATE_NOOP("audit", "who has it"),
    "attachment": QT_TRANSLATE_NOOP("audit", "attachment"),
    "began_at": QT_TRANSLATE_NOOP("audit", "begin"),
    "bookmarks": QT_TRANSLATE_NOOP("audit", "bookmarks"),
    "categories": QT_TRANSLATE_NOOP("audit", "categories"),
    "category_id": QT_TRANSLATE_NOOP("audit", "category"),
    "count": QT_TRANSLATE_NOOP("audit", "count"),
    "described": QT_TRANSLATE_NOOP("audit", "words of a bookmark"),
    "due_on": QT_TRANSLATE_NOOP("audit", "due day"),
    "ended": QT_TRANSLATE_NOOP("audit", "ended"),
    "ended_at": QT_TRANSLATE_NOOP("audit", "end"),
    "files": QT_TRANSLATE_NOOP("audit", "files"),
    "hold_days": QT_TRANSLATE_NOOP("audit", "days held"),
    "narrative": QT_TRANSLATE_NOOP("audit", "narrative"),
    "outcome": QT_TRANSLATE_NOOP("audit", "outcome"),
    "parent_id": QT_TRANSLATE_NOOP("audit", "above it"),
    "people": QT_TRANSLATE_NOOP("audit", "persons"),
    "place": QT_TRANSLATE_NOOP("audit", "order"),
    "post_s": QT_TRANSLATE_NOOP("audit", "seconds after"),
    "pre_s": QT_TRANSLATE_NOOP("audit", "seconds before"),
    "readers": QT_TRANSLATE_NOOP("audit", "who sees it"),
    "restricted": QT_TRANSLATE_NOOP("audit", "restricted"),
    "severity": QT_TRANSLATE_NOOP("audit", "severity"),
    "spot": QT_TRANSLATE_NOOP("audit", "place on the plan"),
    "title": QT_TRANSLATE_NOOP("audit", "title"),
    "vehicles": QT_TRANSLATE_NOOP("audit", "vehicles"),
    "version": QT_TRANSLATE_NOOP("audit", "version"),
    "year": QT_TRANSLATE_NOOP("audit", "year"),
    # Requests for footage, packages, their custody.
    "custody": QT_TRANSLATE_NOOP("audit", "line of custody"),
    "forms": QT_TRANSLATE_NOOP("audit", "forms"),
    "legal_basis": QT_TRANSLATE_NOOP("audit", "legal basis"),
    "missing": QT_TRANSLATE_NOOP("audit", "gaps"),
    "packages": QT_TRANSLATE_NOOP("audit", "packages"),
    "paper_number": QT_TRANSLATE_NOOP("audit", "number of the paper"),
    "paper_on": QT_TRANSLATE_NOOP("audit", "day of the paper"),
    "person": QT_TRANSLATE_NOOP("audit", "person who asks"),
    "purpose": QT_TRANSLATE_NOOP("audit", "purpose"),
    "recipient": QT_TRANSLATE_NOOP("audit", "recipient"),
    "request_id": QT_TRANSLATE_NOOP("audit", "written request"),
    "unit": QT_TRANSLATE_NOOP("audit", "unit that asks"),
    "urgent": QT_TRANSLATE_NOOP("audit", "urgent"),
    "urgent_export": QT_TRANSLATE_NOOP("audit", "urgent exports first"),
    "tsa_url": QT_TRANSLATE_NOOP("audit", "time-stamp authority"),
    "wanted": QT_TRANSLATE_NOOP("audit", "what is wanted"),
    "interrupted": QT_TRANSLATE_NOOP("audit", "the program ended meanwhile"),
    "not_allowed": QT_TRANSLATE_NOOP("audit", "the officer may not export any more"),
    "not_approved": QT_TRANSLATE_NOOP("audit", "not approved any more"),
    "approval_overdue": QT_TRANSLATE_NOOP("audit", "not approved within 24 hours"),
    "verified": QT_TRANSLATE_NOOP("audit", "verified"),
    "handed": QT_TRANSLATE_NOOP("audit", "handed over"),
    "returned": QT_TRANSLATE_NOOP("audit", "returned"),
    "encrypted": QT_TRANSLATE_NOOP("audit", "encrypted"),
    "sound": QT_TRANSLATE_NOOP("audit", "as it was made"),
    "not_sound": QT_TRANSLATE_NOOP("audit", "not as it was made"),
    "cancelled": QT_TRANSLATE_NOOP("audit", "cancelled"),
    "full": QT_TRANSLATE_NOOP("audit", "medium full"),
    "medium": QT_TRANSLATE_NOOP("audit", "medium pulled or broken"),
    "source_changed": QT_TRANSLATE_NOOP("audit", "the package was changed"),
    "store": QT_TRANSLATE_NOOP("audit", "the station's file could not be written"),
    "taken": QT_TRANSLATE_NOOP("audit", "the name was in use"),
    "too_large": QT_TRANSLATE_NOOP("audit", "too large a file for the medium"),
    "destroyed": QT_TRANSLATE_NOOP("audit", "destroyed"),
    # Reasons, kinds and roles.
    "added": QT_TRANSLATE_NOOP("audit", "added"),
    "asked": QT_TRANSLATE_NOOP("audit", "asked for"),
    "removed": QT_TRANSLATE_NOOP("audit", "removed"),
    "by_himself": QT_TRANSLATE_NOOP("audit", "by himself"),
    "revoked": QT_TRANSLATE_NOOP("audit", "his access was taken away"),
    "unknown": QT_TRANSLATE_NOOP("audit", "unknown officer"),
    "expired": QT_TRANSLATE_NOOP("audit", "one-time password too old"),
    "idle": QT_TRANSLATE_NOOP("audit", "nobody was there"),
    "shift": QT_TRANSLATE_NOOP("audit", "the shift was over"),
    "replaced": QT_TRANSLATE_NOOP("audit", "another officer came"),
    "changed": QT_TRANSLATE_NOOP("audit", "changed"),
    "daily": QT_TRANSLATE_NOOP("audit", "daily"),
    "weekly": QT_TRANSLATE_NOOP("audit", "weekly"),
    "incident": QT_TRANSLATE_NOOP("audit", "incident"),
    "request": QT_TRANSLATE_NOOP("audit", "written request"),
    "manual": QT_TRANSLATE_NOOP("audit", "by hand"),
    "export": QT_TRANSLATE_NOOP("audit", "export"),
    "restore": QT_TRANSLATE_NOOP("audit", "restore"),
    "rotation": QT_TRANSLATE_NOOP("audit", "before a new key"),
    "shutdown": QT_TRANSLATE_NOOP("audit", "shutdown"),
    "station_key": QT_TRANSLATE_NOOP("audit", "signing key"),
    "signed_out": QT_TRANSLATE_NOOP("audit", "nobody signed in"),
    "locked": QT_TRANSLATE_NOOP("audit", "screen locked"),
    "one_time": QT_TRANSLATE_NOOP("audit", "one-time password not changed yet"),
    "scope": QT_TRANSLATE_NOOP("audit", "a team that is not his"),
    "age": QT_TRANSLATE_NOOP("audit", "footage too old for his role"),
    "not_fresh": QT_TRANSLATE_NOOP("audit", "password not typed again"),
    "needs_second": QT_TRANSLATE_NOOP("audit", "no second officer"),
    "duty": QT_TRANSLATE_NOOP("audit", "duty officer"),
    "officer": QT_TRANSLATE_NOOP("audit", "officer"),
    "chief": QT_TRANSLATE_NOOP("audit", "station chief"),
    "administrator": QT_TRANSLATE_NOOP("audit", "administrator"),
    "auditor": QT_TRANSLATE_NOOP("audit", "auditor"),
    # What came of calls, and what members of teams are.
    "reached": QT_TRANSLATE_NOOP("audit", "reached"),
    "no_answer": QT_TRANSLATE_NOOP("audit", "no answer"),
    "on_the_way": QT_TRANSLATE_NOOP("audit", "on the way"),
    "arrived": QT_TRANSLATE_NOOP("audit", "arrived"),
    "leader": QT_TRANSLATE_NOOP("audit", "team leader"),
    "deputy": QT_TRANSLATE_NOOP("audit", "deputy leader"),
    "member": QT_TRANSLATE_NOOP("audit", "team member"),
    # Actions of the matrix of rights.
    "watch_live": QT_TRANSLATE_NOOP("audit", "watch live"),
    "see_fleet": QT_TRANSLATE_NOOP("audit", "see the devices"),
    "change_fleet": QT_TRANSLATE_NOOP("audit", "change devices"),
    "save_layout": QT_TRANSLATE_NOOP("audit", "save a layout"),
    "review_footage": QT_TRANSLATE_NOOP("audit", "review footage"),
    "place_hold": QT_TRANSLATE_NOOP("audit", "hold footage"),
    "handle_exhibits": QT_TRANSLATE_NOOP("audit", "handle foreign files"),
    "bookmark": QT_TRANSLATE_NOOP("audit", "set a bookmark"),
    "see_incidents": QT_TRANSLATE_NOOP("audit", "see incidents"),
    "handle_incident": QT_TRANSLATE_NOOP("audit", "handle incidents"),
    "read_people": QT_TRANSLATE_NOOP("audit", "read about persons"),
    "change_categories": QT_TRANSLATE_NOOP("audit", "change categories"),
    "see_members": QT_TRANSLATE_NOOP("audit", "see team members"),
    "call_member": QT_TRANSLATE_NOOP("audit", "call team members"),
    "change_members": QT_TRANSLATE_NOOP("audit", "change team members"),
    "approve_incident": QT_TRANSLATE_NOOP("audit", "approve an incident"),
    "approve_export": QT_TRANSLATE_NOOP("audit", "approve an export"),
    "release_hold": QT_TRANSLATE_NOOP("audit", "release a hold"),
    "see_officers": QT_TRANSLATE_NOOP("audit", "see officers"),
    "change_officers": QT_TRANSLATE_NOOP("audit", "change officers"),
    "see_audit": QT_TRANSLATE_NOOP("audit", "see the log"),
    "export_audit": QT_TRANSLATE_NOOP("audit", "export the log"),
    "verify_audit": QT_TRANSLATE_NOOP("audit", "verify the log"),
    "change_recording": QT_TRANSLATE_NOOP("audit", "change recording"),
    "see_settings": QT_TRANSLATE_NOOP("audit", "see settings"),
    "change_settings": QT_TRANSLATE_NOOP("audit", "change settings"),
    "back_up": QT_TRANSLATE_NOOP("audit", "back up"),
    "make_sheet": QT_TRANSLATE_NOOP("audit", "make a recovery sheet"),
    "change_key": QT_TRANSLATE_NOOP("audit", "change the signing key"),
    # What verifying finds.
    "edited": QT_TRANSLATE_NOOP("audit", "an entry was changed"),
    "deleted": QT_TRANSLATE_NOOP("audit", "entries are missing"),
    "inserted": QT_TRANSLATE_NOOP("audit", "an entry was put in"),
    "reordered": QT_TRANSLATE_NOOP("audit", "entries changed places"),
    "cut_off": QT_TRANSLATE_NOOP("audit", "the newest entries are missing"),
    "rewritten": QT_TRANSLATE_NOOP("audit", "it was rewritten"),
    "signature_wrong": QT_TRANSLATE_NOOP("audit", "a signature is wrong"),
    "signature_missing": QT_TRANSLATE_NOOP("audit", "a signature is missing"),
    "key_unknown": QT_TRANSLATE_NOOP("audit", "signed with an unknown key"),
}


def subject_words(subject: str, subject_id: int | None) -> str:
    """What it was done to where no name is known any more: "camera (12)"."""
    word = translate(_CONTEXT, _SUBJECTS[subject]) if subject in _SUBJECTS else subject
    return word if subject_id is None else f"{word} ({subject_id})"


def subject_nouns() -> dict[str, str]:
    """Every noun that entries are about, in the language of the screen."""
    return {subject: translate(_CONTEXT, words) for subject, words in _SUBJECTS.items()}


def detail_words(detail: str) -> str:
    """What an entry tells besides, on one line; hashes, which nobody reads there, left out."""
    return "; ".join(
        f"{key}: {value}" for key, value in detail_pairs(detail) if not _HASH.fullmatch(value)
    )


def detail_pairs(detail: str) -> list[tuple[str, str]]:
    """What an entry tells besides, as words; a detail that cannot be read is shown as it is."""
    try:
        told = json.loads(detail)
    except ValueError:
        return [("?", detail)]
    if not isinstance(told, dict):
        return [("?", detail)]
    return [
        (_word(key), _value(value))
        for key, value in sorted(told.items())
        if value not in (None, "", [])
    ]


def _value(value: object) -> str:
    if isinstance(value, bool):
        yes, no = QT_TRANSLATE_NOOP("audit", "yes"), QT_TRANSLATE_NOOP("audit", "no")
        return translate(_CONTEXT, yes if value else no)
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    return _word(value) if isinstance(value, str) else str(value)


def _word(text: str) -> str:
    if _INSTANT.fullmatch(text):
        return stamp_words(datetime.fromisoformat(text))
    return translate(_CONTEXT, _WORDS[text]) if text in _WORDS else text
