"""One call of every method of every service, and what each of them needs."""

from __future__ import annotations

from datetime import timedelta

from console.acts import Act
from console.evidence.parts import Evidence
from console.exhibits import ExhibitForm
from console.forms import CameraForm
from console.lists import ListReport
from console.rights import Action
from console.secret import Secret
from console.video.looks import Area
from console.workers import Stop
from db.footage_records import ExhibitId, HoldId, RecordingRule, VolumeId
from db.records import (
    CameraId,
    Cluster,
    ClusterId,
    DeviceId,
    LayoutId,
    OfficerId,
    Role,
    Span,
    TeamId,
    TrailQuery,
)
from tests.console.call import NO_ID, NOWHERE, Call, ignore
from tests.console.calls_of_duty import DUTY
from tests.console.calls_of_evidence import EVIDENCE
from tests.console.officers import WORD
from tests.console.test_audit_view import WORDS
from tests.fakes import FakeClock

# What a Console holds that is no service: values, threads, and the gate itself.
NOT_SERVICES = {
    "config",
    "clock",
    "date",
    "seat",
    "gate",
    "workers",
    "engine",
    "evidence",  # whose parts are services: ``PARTS``
    "_store",
    "_archive",
}
# What a Console holds together, each part a service.
PARTS = {"evidence": Evidence}
# What the program does by itself, whoever sits there: no officer asks for it.
BY_ITSELF = {
    "case_file_check",
    "diary",
    "heads",
    "inspection",
    "nightly",
    "reserve",
    "still_upkeep",
    "sum_check",
    "word_check",
}
FORM = CameraForm(name="Cổng chợ", cluster_id=ClusterId(NO_ID), main_url="rtsp://10.0.0.9/1")


def _fleet() -> dict[str, Call]:
    change, layout = Action.CHANGE_FLEET, Action.SAVE_LAYOUT
    no_cluster = Cluster(id=ClusterId(NO_ID), number=1, name="Cụm", team_id=None)
    return {
        # The wall plays on under a locked screen, so what it needs asks nobody.
        "fleet.view": Call(None, lambda c: c.fleet.view()),
        "fleet.sources": Call(None, lambda c: c.fleet.sources()),
        "fleet.source": Call(None, lambda c: [c.fleet.source(k) for k in c.fleet.view().cameras]),
        "fleet.layouts": Call(None, lambda c: c.fleet.layouts()),
        "fleet.remember_sizes": Call(None, lambda c: c.fleet.remember_sizes({})),
        "fleet.plan": Call(None, lambda c: c.fleet.plan(FORM)),  # looks at the form alone
        "fleet.next_number": Call(change, lambda c: c.fleet.next_number()),
        "fleet.next_cluster_number": Call(change, lambda c: c.fleet.next_cluster_number()),
        "fleet.add_camera": Call(change, lambda c: c.fleet.add_camera(FORM)),
        "fleet.add_listed": Call(change, lambda c: c.fleet.add_listed([])),
        "fleet.change_camera": Call(change, lambda c: c.fleet.change_camera(CameraId(NO_ID), FORM)),
        "fleet.remove_camera": Call(change, lambda c: c.fleet.remove_camera(CameraId(NO_ID))),
        "fleet.pin_certificate": Call(
            change, lambda c: c.fleet.pin_certificate(DeviceId(NO_ID), None)
        ),
        "fleet.trial": Call(change, lambda c: c.fleet.trial(FORM)),
        "fleet.add_team": Call(change, lambda c: c.fleet.add_team("")),
        "fleet.rename_team": Call(change, lambda c: c.fleet.rename_team(TeamId(NO_ID), "Tổ")),
        "fleet.remove_team": Call(change, lambda c: c.fleet.remove_team(TeamId(NO_ID))),
        "fleet.add_cluster": Call(change, lambda c: c.fleet.add_cluster("")),
        "fleet.change_cluster": Call(change, lambda c: c.fleet.change_cluster(no_cluster)),
        "fleet.remove_cluster": Call(change, lambda c: c.fleet.remove_cluster(ClusterId(NO_ID))),
        "fleet.save_layout": Call(layout, lambda c: c.fleet.save_layout("Trang", 4)),
        "fleet.remove_layout": Call(layout, lambda c: c.fleet.remove_layout(LayoutId(NO_ID))),
        "lists.check": Call(change, lambda c: c.lists.check(NOWHERE)),
        "lists.import_": Call(change, lambda c: c.lists.import_(ListReport((), ()))),
        "lists.export": Call(change, lambda c: c.lists.export(NOWHERE)),
    }


def _access() -> dict[str, Call]:
    change, nobody = Action.CHANGE_OFFICERS, OfficerId(NO_ID)
    wrong = Secret("không phải thế này đâu")
    return {
        # Sitting down and getting up are for everyone; a password is asked for.
        "access.names": Call(None, lambda c: c.access.names()),
        "access.others": Call(None, lambda c: c.access.others()),
        "access.sign_in": Call(None, lambda c: c.access.sign_in(nobody, wrong)),
        "access.sign_out": Call(None, lambda c: c.access.sign_out()),
        "access.lock": Call(None, lambda c: c.access.lock()),
        "access.unlock": Call(None, lambda c: c.access.unlock(wrong)),
        "access.confirm": Call(None, lambda c: c.access.confirm(wrong)),
        "access.approve": Call(None, lambda c: c.access.approve(nobody, wrong, Action.RESTORE)),
        "access.set_password": Call(None, lambda c: c.access.set_password(wrong, WORD)),
        "access.touched": Call(None, lambda c: c.access.touched()),
        "access.shift_left_s": Call(None, lambda c: c.access.shift_left_s()),
        "access.tick": Call(None, lambda c: c.access.tick()),
        "access.leave_no_trace": Call(None, lambda c: c.access.leave_no_trace()),
        # The sheet in the safe says who may, when nobody can sign in.
        "sheet_reset.administrators": Call(None, lambda c: c.sheet_reset.administrators()),
        "sheet_reset.reset": Call(None, lambda c: c.sheet_reset.reset(nobody, wrong)),
        "sheet_reset.unheard": Call(None, lambda c: c.sheet_reset.unheard()),
        "access.officers": Call(Action.SEE_OFFICERS, lambda c: c.access.officers()),
        "access.add": Call(change, lambda c: c.access.add("", Role.DUTY)),
        "access.change": Call(
            change, lambda c: c.access.change(nobody, name="Ai", role=Role.DUTY, teams=())
        ),
        "access.reset": Call(change, lambda c: c.access.reset(nobody)),
        "access.lift": Call(change, lambda c: c.access.lift(nobody)),
        "access.disable": Call(change, lambda c: c.access.disable(nobody)),
        "access.enable": Call(change, lambda c: c.access.enable(nobody)),
        "access.erase": Call(change, lambda c: c.access.erase(nobody)),
    }


def _settings() -> dict[str, Call]:
    return {
        "settings.get": Call(None, lambda c: c.settings.get()),  # the program's own use
        "settings.second_medium": Call(None, lambda c: c.settings.second_medium()),  # so, too
        "settings.see": Call(Action.SEE_SETTINGS, lambda c: c.settings.see()),
        "settings.change": Call(
            Action.CHANGE_SETTINGS, lambda c: c.settings.change(c.settings.get())
        ),
    }


def _startup() -> dict[str, Call]:
    return {
        "startup.is_on": Call(Action.SEE_SETTINGS, lambda c: c.startup.is_on()),
        "startup.switch": Call(Action.CHANGE_SETTINGS, lambda c: c.startup.switch(on=True)),
    }


def _backups() -> dict[str, Call]:
    back_up, restore = Action.BACK_UP, Action.RESTORE
    return {
        # The night's backup, and whether one is overdue, are the program's own business.
        "backups.run_nightly": Call(None, lambda c: c.backups.run_nightly()),
        "backups.newest": Call(None, lambda c: c.backups.newest()),
        "backups.alarm": Call(None, lambda c: c.backups.alarm()),
        "backups.has_sheet": Call(None, lambda c: c.backups.has_sheet()),
        "backups.run": Call(back_up, lambda c: c.backups.run()),
        "backups.list": Call(back_up, lambda c: c.backups.list()),
        "backups.make_sheet": Call(Action.MAKE_SHEET, lambda c: c.backups.make_sheet()),
        "key_change.renew": Call(Action.CHANGE_KEY, lambda c: c.key_change.renew()),
        "recovery.compare": Call(back_up, lambda c: c.recovery.compare(NOWHERE)),
        "recovery.compare_rollback": Call(back_up, lambda c: c.recovery.compare_rollback()),
        "recovery.restore": Call(restore, lambda c: c.recovery.restore(NOWHERE)),
        "recovery.stand_in": Call(restore, lambda c: c.recovery.stand_in(Act.RESTORED, None)),
        "recovery.rollback": Call(restore, lambda c: c.recovery.rollback()),
    }


def _log() -> dict[str, Call]:
    see, export = Action.SEE_AUDIT, Action.EXPORT_AUDIT
    query = TrailQuery()
    return {
        "log.search": Call(see, lambda c: c.log.search(query)),
        "log.count": Call(see, lambda c: c.log.count(query)),
        "log.incident": Call(see, lambda c: c.log.incident(2026, 1)),
        "log.head": Call(see, lambda c: c.log.head()),
        "log.verify": Call(
            Action.VERIFY_AUDIT, lambda c: c.log.verify(stop=Stop(), progressed=ignore)
        ),
        "log_export.export_workbook": Call(
            export,
            lambda c: c.log_export.export_workbook(
                NOWHERE, query, WORDS, stop=Stop(), progressed=ignore
            ),
        ),
        "log_export.export_paper": Call(
            export,
            lambda c: c.log_export.export_paper(
                NOWHERE, query, WORDS, stop=Stop(), progressed=ignore
            ),
        ),
    }


def _enrolment() -> dict[str, Call]:
    return {
        # Before anybody can have signed in; the passphrase says who may.
        "enrolment.has_keyring": Call(None, lambda c: c.enrolment.has_keyring()),
        "enrolment.wants_passphrase": Call(None, lambda c: c.enrolment.wants_passphrase()),
        "enrolment.unlock": Call(None, lambda c: c.enrolment.unlock(Secret("x"))),
    }


def _recording() -> dict[str, Call]:
    see, change = Action.SEE_FLEET, Action.CHANGE_RECORDING
    volume = VolumeId(NO_ID)
    return {
        # What is recorded goes on under a locked screen, so the engine's orders ask nobody.
        "recording.orders": Call(None, lambda c: c.recording.orders()),
        "recording.rules": Call(see, lambda c: c.recording.rules()),
        "recording.volumes": Call(see, lambda c: c.recording.volumes()),
        "recording.calculator": Call(see, lambda c: c.recording.calculator({})),
        "recording.confirm_date": Call(change, lambda c: c.recording.confirm_date()),
        "recording.set_rule": Call(change, lambda c: c.recording.set_rule(RecordingRule(days=0))),
        "recording.drop_rule": Call(
            change, lambda c: c.recording.drop_rule(camera_id=CameraId(NO_ID))
        ),
        "recording.add_volume": Call(change, lambda c: c.recording.add_volume("nowhere", 1)),
        "recording.change_volume": Call(
            change, lambda c: c.recording.change_volume(volume, reserve_gb=1, writing=False)
        ),
        "recording.rank_volumes": Call(change, lambda c: c.recording.rank_volumes([volume])),
        "recording.remove_volume": Call(change, lambda c: c.recording.remove_volume(volume)),
    }


def _footage() -> dict[str, Call]:
    review, hold, exhibits = Action.REVIEW_FOOTAGE, Action.PLACE_HOLD, Action.HANDLE_EXHIBITS
    now = FakeClock().now()
    span, nobody = Span(now, now + timedelta(minutes=1)), CameraId(NO_ID)
    form, number = ExhibitForm(given_by="Bà Lụa"), ExhibitId(NO_ID)
    return {
        # Tells what was done, whoever sits there by then; the reminder is the program's own.
        "footage.write_watched": Call(None, lambda c: c.footage.write_watched()),
        "holds.running_out": Call(None, lambda c: c.holds.running_out(timedelta(days=3))),
        "holds.remind": Call(None, lambda c: c.holds.remind()),
        "footage.oldest": Call(review, lambda c: c.footage.oldest()),
        "footage.removed": Call(review, lambda c: c.footage.removed()),
        "footage.camera_offset": Call(review, lambda c: c.footage.camera_offset(nobody, now)),
        "footage.runs": Call(review, lambda c: c.footage.runs([nobody], span)),
        "footage.gaps": Call(review, lambda c: c.footage.gaps([nobody], span)),
        "footage.outages": Call(review, lambda c: c.footage.outages([nobody], span)),
        "footage.holds": Call(review, lambda c: c.footage.holds([nobody], span)),
        "footage.note_still": Call(Action.EXPORT, lambda c: c.footage.note_still(nobody, now)),
        "footage.activity": Call(review, lambda c: c.footage.activity(nobody, span, 10)),
        "footage.looks": Call(review, lambda c: c.footage.looks(nobody, span)),
        "footage.changes": Call(
            review, lambda c: c.footage.changes(nobody, span, Area(0.0, 0.0, 1.0, 1.0))
        ),
        "footage.days_with_footage": Call(
            review, lambda c: c.footage.days_with_footage([nobody], span)
        ),
        "footage.next_footage": Call(review, lambda c: c.footage.next_footage([nobody], 0)),
        "footage.previous_footage": Call(review, lambda c: c.footage.previous_footage([nobody], 0)),
        "footage.begin_review": Call(review, lambda c: c.footage.begin_review([nobody], span)),
        "footage.end_review": Call(None, lambda c: c.footage.end_review([nobody], span)),
        "footage.note_watched": Call(review, lambda c: c.footage.note_watched([nobody], span)),
        "holds.list": Call(hold, lambda c: c.holds.list()),
        "holds.place": Call(hold, lambda c: c.holds.place([], span)),
        "holds.extend": Call(hold, lambda c: c.holds.extend(HoldId(NO_ID), None)),
        "holds.release": Call(Action.RELEASE_HOLD, lambda c: c.holds.release(HoldId(NO_ID))),
        "exhibits.list": Call(exhibits, lambda c: c.exhibits.list()),
        "exhibits.path": Call(exhibits, lambda c: c.exhibits.path(number)),
        "exhibits.look_at": Call(exhibits, lambda c: c.exhibits.look_at(NOWHERE)),
        "exhibits.intake": Call(
            exhibits, lambda c: c.exhibits.intake(NOWHERE, form, stop=Stop(), progressed=ignore)
        ),
        "exhibits.verify": Call(
            exhibits, lambda c: c.exhibits.verify(number, stop=Stop(), progressed=ignore)
        ),
    }


CALLS = (
    _recording()
    | _footage()
    | DUTY
    | EVIDENCE
    | _enrolment()
    | _fleet()
    | _access()
    | _settings()
    | _startup()
    | _backups()
    | _log()
)
# For a station without officers only, whoever asks: test_sessions.py, test_enrolment.py.
ONCE = {"access.begin", "enrolment.enrol"}
GUARDED = {name: call for name, call in CALLS.items() if call.needs is not None}
# Decide which pages the window offers: what they show is what the wall shows to everyone.
BY_PAGE_ALONE = {Action.WATCH_LIVE}
# Footage, incidents and evidence: a service that comes asks for them, and leaves this list.
NOT_ASKED_YET = {Action.READ_PEOPLE}
