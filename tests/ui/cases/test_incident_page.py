"""One incident: written on by several, handed on, read by those whom it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from console import incident_rules as rules
from console.errors import NotAllowed
from console.gate import Why
from console.rights import Action
from db.case_records import IncidentState
from db.records import Role
from tests.ui.access.people import write
from tests.ui.cases.seat import CaseSeat
from tests.ui.people.booth import key
from tests.ui.stage import wait_for
from ui.access.reason_dialog import ReasonDialog
from ui.cases.incident_form import LONGEST, WRITABLE
from ui.cases.people_part import LONGEST as LONGEST_PEOPLE

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def typed(seat: CaseSeat, name: str, text: str) -> None:
    """Type over what stands in a field."""
    box = seat.field(name).box
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.setFocus()
    box.selectAll()
    write(box, text)


def left(seat: CaseSeat, *names: str) -> None:
    """Leave the field with the focus; these are saved."""
    seat.page.head.buttons["incident-save"].setFocus()
    wait_for(lambda: not any(seat.field(name).touched for name in names))
    seat.settled()


def reasoned(seat: CaseSeat, words: str) -> None:
    """Type the reason that is asked for, and Ctrl+Enter."""
    dialog = next(each for each in seat.page.findChildren(ReasonDialog) if each.isVisible())
    dialog.activateWindow()
    wait_for(dialog.isActiveWindow)
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    assert not dialog.notice.isHidden()  # a reason is wanted
    write(dialog.reason, words)
    key(dialog.reason, Qt.Key.Key_Return, CTRL)
    wait_for(lambda: not any(e.isVisible() for e in seat.page.findChildren(ReasonDialog)))
    seat.page.window().activateWindow()  # without a window system nobody does when it goes
    wait_for(seat.page.isActiveWindow)


def test_what_is_typed_is_saved_field_by_field(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    incident = seat.made(began_at=datetime(2026, 3, 14, 15, 5).astimezone())
    seat.opened(incident)

    typed(seat, "title", "Mất xe máy  Wave ở cổng chợ")
    left(seat, "title")
    typed(seat, "ended_at", "hôm nọ")
    seat.field("title").box.setFocus()
    wrong = seat.field("ended_at").error
    typed(seat, "ended_at", "14h")  # before it began: the others are saved all the same
    typed(seat, "category_id", "gay roi")
    typed(seat, "due_on", "5")
    left(seat, "category_id", "due_on")
    too_early = seat.field("ended_at").error
    typed(seat, "ended_at", "18h30")  # of the day on which it began
    left(seat, "ended_at")
    typed(seat, "title", " ")
    key(seat.page, Qt.Key.Key_S, CTRL)

    kept = seat.console.incidents.incident(incident.id)
    assert kept.title == "Mất xe máy Wave ở cổng chợ"
    assert wrong != too_early != ""
    assert kept.ended_at == datetime(2026, 3, 14, 18, 30).astimezone()
    assert seat.field("ended_at").raw == "14/03/2026 18:30:00"
    assert kept.category_id == seat.category("Gây rối trật tự công cộng").id
    assert kept.due_on is not None
    assert seat.field("title").error  # and the words before are kept
    assert seat.page.form.title.edit.hasFocus()


def test_what_may_be_written_in_looks_so(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    seat.opened(seat.made())

    colours = set()
    for name in ("title", "narrative"):
        box = seat.field(name).box
        wait_for(lambda: box.isEnabled() and box.width() > 100)  # noqa: B023 -- waited for at once
        picture = box.grab().toImage()
        colours.add(picture.pixelColor(picture.width() - 40, picture.height() - 8).name())

    assert len(colours) == 1


def test_two_windows_write_on_one_incident(seat: CaseSeat) -> None:
    """What only one wrote is merged; where both wrote, the officer sees both and chooses."""
    seat.sit_down(Role.DUTY)
    incident = seat.made(narrative="Chị Lụa gửi xe.", address="12 Bến Tượng")
    seat.opened(incident)
    other = seat.other(Role.CHIEF)
    theirs: rules.IncidentChanges = {
        "title": "Trộm xe máy",
        "narrative": "Chị Lụa báo mất xe.",
        "address": "14 Bến Tượng",
    }
    other.incidents.edit(incident.id, incident.version, theirs)

    typed(seat, "address", "16 Bến Tượng")
    typed(seat, "narrative", "Chị Lụa gửi xe lúc 20h.")
    seat.field("due_on").box.setFocus()
    write(seat.field("due_on").box, "31/12")
    seat.page.head.buttons["incident-save"].setFocus()
    wait_for(lambda: seat.page.form.undecided == ["address", "narrative"])
    wait_for(lambda: not seat.field("due_on").touched)  # nobody else touched it
    seat.settled()

    assert seat.field("title").raw == "Trộm xe máy"
    assert seat.field("address").raw == "16 Bến Tượng"
    assert seat.field("address").both.text.toPlainText() == "14 Bến Tượng"
    seat.field("narrative").box.setFocus()
    key(seat.field("narrative").box, Qt.Key.Key_M, CTRL)  # mine
    key(seat.page, Qt.Key.Key_M, CTRL | SHIFT)  # theirs, of the one that is left
    wait_for(lambda: not seat.page.form.touched)
    seat.settled()
    kept = seat.console.incidents.incident(incident.id)
    assert (kept.title, kept.address) == ("Trộm xe máy", "14 Bến Tượng")
    assert kept.narrative == "Chị Lụa gửi xe lúc 20h."
    assert kept.due_on is not None
    assert not seat.field("address").both.isVisible()


def test_an_incident_is_returned_mended_and_approved(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    incident = seat.made()
    seat.opened(incident)
    typed(seat, "narrative", "Hai thanh niên bẻ khoá.")
    seat.clock.pass_(minutes=1)
    key(seat.field("narrative").box, Qt.Key.Key_Return, CTRL)  # saved, and then submitted
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.SUBMITTED)

    seat.sit_down(Role.CHIEF)
    seat.opened(incident)
    key(seat.page, Qt.Key.Key_R, CTRL)
    reasoned(seat, "Ghi rõ biển số.")
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.RETURNED)
    typed(seat, "title", "Mất xe Wave")
    left(seat, "title")
    seat.clock.pass_(minutes=1)
    key(seat.page, Qt.Key.Key_Return, CTRL)  # a chief may submit, too
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.SUBMITTED)
    typed(seat, "title", "Mất xe Wave 20-B1")
    left(seat, "title")
    wait_for(lambda: seat.page.seen.is_own)
    approve = seat.page.head.buttons["incident-forward"]
    assert not approve.isEnabled()
    assert approve.toolTip() == seat.page.head.why.text() != ""  # his own work, since he wrote
    seat.clock.pass_(minutes=1)
    key(seat.page, Qt.Key.Key_R, CTRL)
    reasoned(seat, "Ghi rõ biển số xe.")
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.RETURNED)

    seat.sit_down(Role.DUTY)
    seat.opened(incident)
    assert seat.page.head.banner.isVisible()
    assert "Ghi rõ biển số xe." in seat.page.head.reason.text()
    typed(seat, "narrative", "Hai thanh niên bẻ khoá, xe 20-B1 123.45.")
    seat.clock.pass_(minutes=1)
    key(seat.field("narrative").box, Qt.Key.Key_Return, CTRL)
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.SUBMITTED)

    seat.sit_down(Role.CHIEF)
    seat.opened(incident)
    key(seat.page, Qt.Key.Key_Return, CTRL)
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.APPROVED)
    assert seat.page.form.title.edit.isReadOnly()
    key(seat.page, Qt.Key.Key_Return, CTRL | SHIFT)
    wait_for(lambda: seat.page.seen.incident.state is IncidentState.CLOSED)
    shown = {n for n, b in seat.page.head.buttons.items() if b.isVisible()}
    assert shown == {"incident-reopen", "incident-request"}


def test_what_was_typed_outlives_a_lock_and_another_officer(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    incident = seat.made()
    seat.opened(incident)
    session = seat.console.seat.session
    assert session is not None

    typed(seat, "narrative", "Hai thanh niên")
    seat.console.seat.take(replace(session, locked=True))
    seat.page.set_rights(lambda _: False)
    seat.page.hide()  # under the cover
    seat.settled()
    seat.console.seat.take(session)
    seat.page.set_rights(seat.may)
    seat.page.show()
    kept = seat.field("narrative").raw
    seat.page.take_focus()  # as the window does when the same officer is back
    wait_for(lambda: not seat.page.form.touched)

    typed(seat, "narrative", "Hai thanh niên bẻ khoá")
    seat.sit_down(Role.CHIEF)  # who signed in without asking
    seat.opened(incident)
    shown = seat.field("narrative").raw
    seat.sit_down(Role.DUTY)
    seat.opened(incident)

    assert kept == shown == "Hai thanh niên"
    assert seat.field("narrative").raw == "Hai thanh niên bẻ khoá"
    seat.field("title").box.setFocus()
    left(seat, "narrative")
    narrative = seat.console.incidents.incident(incident.id).narrative
    assert narrative == "Hai thanh niên bẻ khoá"
    assert seat.said == []


def test_what_was_being_read_when_the_screen_was_locked_is_no_failure(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    seat.opened(seat.made())

    for why in (Why.LOCKED, Why.SIGNED_OUT):  # also when somebody is back before it is told
        seat.page.on_failed(NotAllowed(Action.SEE_INCIDENTS, why))
    assert seat.said == []

    seat.page.on_failed(NotAllowed(Action.SEE_INCIDENTS, Why.ROLE))
    assert len(seat.said) == 1


def test_people_are_shown_when_asked_for_and_the_log_is_told(seat: CaseSeat) -> None:
    seat.sit_down(Role.DUTY)
    mine = seat.made(people="Trần Văn Tí, 1998")
    readers = frozenset({seat.officer.id})
    secret = seat.made(restricted=True, readers=readers, title="Việc của cháu H.")
    seat.opened(mine)
    hidden = seat.field("people").isVisible(), seat.field("people").raw
    key(seat.page, Qt.Key.Key_I, CTRL)
    wait_for(lambda: seat.field("people").raw == "Trần Văn Tí, 1998")
    typed(seat, "people", "Trần Văn Tí, sinh 1998")
    left(seat, "people")
    read = _acts(seat, "incident_people_read")
    kept = seat.console.incidents.people(mine.id)

    seat.sit_down(Role.CHIEF)
    seat.page.show_incident(secret.id, "cases")
    wait_for(lambda: bool(seat.page._nothing._title.text()))
    seat.settled()

    assert hidden == (False, "")
    assert (read, kept.people) == (1, "Trần Văn Tí, sinh 1998")
    assert seat.page.seen is None
    assert not seat.page.head.isVisible()
    assert not [b for b in seat.page.findChildren(QPushButton) if secret.title in b.text()]


def test_the_form_knows_the_rules_of_the_core() -> None:
    assert WRITABLE == rules.WRITABLE
    assert LONGEST == {
        "title": rules.LONGEST_TITLE,
        "address": rules.LONGEST_ADDRESS,
        "narrative": rules.LONGEST_NARRATIVE,
    }
    assert LONGEST_PEOPLE == rules.LONGEST_PEOPLE


def _acts(seat: CaseSeat, act: str) -> int:
    with seat.console._store.read() as unit:
        return sum(each.act == act for each in unit.trail.entries())
