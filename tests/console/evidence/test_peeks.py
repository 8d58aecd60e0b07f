"""Pictures to draw on: for whoever may export them, told to the log; no file is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.audit import Act
from console.errors import Cancelled, EngineLost, FootageMissing, NotAllowed
from console.evidence.peeks import Peek, Peeks
from console.evidence.request_door import RequestDoor
from console.gate import Why
from console.workers import Stop
from db.evidence_records import Wanted
from db.records import Role, StreamRole, to_us
from db.structs import replace
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock
from tests.timelines import run_of


def recorded(desk: EvidenceDesk, number: int = 1) -> Wanted:
    """Half an hour that is wanted of a camera; its last twenty minutes are there."""
    [wanted] = desk.wanted(number)
    desk.index.footage = [run_of(wanted.camera_id, desk.span(-80, -60))]
    return wanted


def test_a_picture_has_its_own_instant_and_leaves_no_file(
    desk: EvidenceDesk, tmp_path: Path
) -> None:
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    at_us = to_us(desk.span(-70, 0).start) + 3

    peek = desk.peeks.picture(wanted, at_us, stop=Stop())

    its = f"{wanted.camera_id} at {at_us - 3}".encode()
    assert peek == Peek(picture=its, width=640, height=360, shown_us=at_us - 3)
    assert desk.engine.folders
    assert not any(folder.exists() for folder in desk.engine.folders)
    assert list(tmp_path.glob("scratch-*")) == []


def test_what_was_looked_at_is_in_the_log_as_watched(desk: EvidenceDesk, clock: FakeClock) -> None:
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    first_us = to_us(desk.span(-75, 0).start)
    for second in range(30):
        desk.peeks.picture(wanted, first_us + second * 1_000_000, stop=Stop())
    assert [act for act, *_ in desk.log()].count(Act.WATCHED) == 0

    desk.peeks.written()

    [(_, subject, camera_id, told)] = [line for line in desk.log() if line[0] == Act.WATCHED]
    assert (subject, camera_id) == ("camera", wanted.camera_id)
    assert str(told["since"]) < str(told["to"])


def test_only_who_may_export_that_camera_sees_it(desk: EvidenceDesk) -> None:
    wanted = recorded(desk)
    at_us = to_us(desk.span(-70, 0).start)
    for role in (Role.DUTY, Role.ADMINISTRATOR, Role.AUDITOR):
        desk.officer(role)
        with pytest.raises(NotAllowed):
            desk.peeks.picture(wanted, at_us, stop=Stop())
        with pytest.raises(NotAllowed):
            desk.peeks.next_from([wanted], at_us)
    other = desk.team_of(desk.cameras()[-1])
    desk.officer(Role.OFFICER, [other])
    with pytest.raises(NotAllowed, match=Why.SCOPE):
        desk.peeks.picture(wanted, at_us, stop=Stop())

    assert desk.engine.asked == []
    assert [act for act, *_ in desk.log()].count(Act.WATCHED) == 0


def test_the_picture_is_of_the_stream_that_copies_are_made_of(
    desk: EvidenceDesk,
) -> None:
    """Of another, with another aspect, a mask would lie where it was not drawn."""
    desk.officer(Role.OFFICER)
    peeks = desk.peeks
    [main] = desk.wanted(1)
    sub = replace(main, role=StreamRole.SUB)
    of_sub = run_of(main.camera_id, desk.span(-80, -70))
    of_main = replace(run_of(main.camera_id, desk.span(-75, -65)), role=StreamRole.MAIN)
    early_us, both_us, late_us = (to_us(desk.span(at, 0).start) for at in (-78, -72, -67))

    desk.index.footage = [of_sub]
    for line in (main, sub):  # of the wanted one there is nothing: the other is copied
        peeks.picture(line, both_us, stop=Stop())
    desk.index.footage = [of_sub, of_main]
    for line in (main, sub):
        peeks.picture(line, both_us, stop=Stop())
    with pytest.raises(FootageMissing):
        peeks.picture(main, early_us, stop=Stop())  # the copy has a gap there
    with pytest.raises(FootageMissing):
        peeks.picture(sub, late_us, stop=Stop())

    assert [str(role) for role in desk.engine.roles if role] == [
        *("sub", "sub", "main", "sub", "main", "sub")
    ]
    assert peeks.next_from([main], early_us) == of_main.start_us
    assert peeks.next_from([sub], late_us) == of_sub.end_us - 1


def test_a_gap_is_told_and_where_there_is_footage_next(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    start_us = to_us(wanted.span.start)
    with pytest.raises(FootageMissing):
        desk.peeks.picture(wanted, start_us, stop=Stop())

    [run] = desk.index.footage
    assert desk.peeks.next_from([wanted], start_us) == run.start_us

    desk.index.footage = [run_of(wanted.camera_id, desk.span(-200, -85))]
    [run] = desk.index.footage
    at_us = to_us(desk.span(-70, 0).start)
    assert desk.peeks.next_from([wanted], at_us) == run.end_us - 1
    desk.index.footage = [run_of(wanted.camera_id, desk.span(-50, -10))]
    assert desk.peeks.next_from([wanted], at_us) is None


def test_what_is_not_wanted_is_passed_over_on_the_way_to_the_next_footage(
    desk: EvidenceDesk,
) -> None:
    desk.officer(Role.OFFICER)
    lines = [*desk.wanted(1, start_min=-90, end_min=-80), *desk.wanted(1, start_min=-50, end_min=0)]
    desk.index.footage = [run_of(lines[0].camera_id, desk.span(-78, -10))]
    at_us = to_us(desk.span(-85, 0).start)

    assert desk.peeks.next_from(lines, at_us) == to_us(lines[1].span.start)
    desk.index.footage = [run_of(lines[0].camera_id, desk.span(-88, -86))]
    [run] = desk.index.footage
    assert desk.peeks.next_from(lines, to_us(lines[1].span.start)) == run.end_us - 1


def test_where_the_index_has_footage_without_a_picture_one_looks_a_second_on(
    desk: EvidenceDesk,
) -> None:
    """Damaged footage is in the index."""
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    at_us = to_us(desk.span(-70, 0).start)

    assert desk.peeks.next_from([wanted], at_us) == at_us + 1_000_000


def test_what_is_not_wanted_is_never_shown(desk: EvidenceDesk) -> None:
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    for at_us in (to_us(wanted.span.start) - 1, to_us(wanted.span.end)):
        with pytest.raises(ValueError, match="wanted"):
            desk.peeks.picture(wanted, at_us, stop=Stop())
    assert desk.engine.asked == []


def test_giving_up_and_having_no_engine_show_nothing(desk: EvidenceDesk, tmp_path: Path) -> None:
    desk.officer(Role.OFFICER)
    wanted = recorded(desk)
    at_us, stop = to_us(desk.span(-70, 0).start), Stop()
    stop.set()
    with pytest.raises(Cancelled):
        desk.peeks.picture(wanted, at_us, stop=stop)

    door = RequestDoor(desk.store, desk.gate, desk.clock)
    with pytest.raises(EngineLost):
        Peeks(tmp_path, door, desk.footage, None).picture(wanted, at_us, stop=Stop())
    assert list(tmp_path.glob("scratch-*")) == []
