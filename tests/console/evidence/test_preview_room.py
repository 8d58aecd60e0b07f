"""How much room a package would take, and what others have taken of it already."""

from __future__ import annotations

from pathlib import Path

from console.evidence.preview_records import Obstacle, Preview
from console.evidence.preview_target import Target
from console.evidence.sizes import PAPER_BYTES
from console.evidence.writing import LEFT_FREE_BYTES
from db.evidence_records import PackageExtras, StillWanted
from db.records import Role, to_us
from tests.console.evidence.recorded import SIZE, Recorded
from tests.console.evidence.test_previews import GATE, ROOMY, STILLS, asked, on
from tests.evidence import EvidenceDesk


def test_what_is_queued_before_for_the_same_medium_has_its_room_already(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    first = desk.approved(boss, officer, 1)
    alone = on(desk, ROOMY).of(first.id, str(stick))
    desk.queue.add(first.id, str(stick / ""))
    desk.queue.add(desk.approved(boss, officer, 2).id, "/media/other")
    request = asked(desk)

    def preview(free_bytes: int, target: str = str(stick)) -> Preview:
        return on(desk, Target(None, free_bytes)).of(request.id, target)

    told = preview(10**12)
    assert (alone.queued_bytes, told.queued_bytes) == (0, alone.needed_bytes)
    needed = told.needed_bytes + told.queued_bytes + LEFT_FREE_BYTES
    assert preview(needed).obstacles == ()
    assert preview(needed - 1).obstacles == (Obstacle.NO_ROOM,)
    assert preview(needed - 1, "/media/usb").obstacles == ()


def test_what_is_being_made_needs_only_what_it_has_not_written(
    desk: EvidenceDesk, full: Recorded, stick: Path
) -> None:
    boss, officer = desk.chief(), desk.officer(Role.OFFICER)
    first = desk.approved(boss, officer, 1)
    begun = desk.queue.add(first.id, str(stick))
    whole = desk.previews.of(first.id, str(stick)).queued_bytes
    assert desk.queue.begin_next() is not None
    goc = stick / f"TX-2026-0001_20260314T2000_{begun.uuid[:8]}.partial" / "goc"
    goc.mkdir(parents=True)
    (goc / "cam-001.mp4").write_bytes(bytes(1_000_000))

    assert desk.previews.of(first.id, str(stick)).queued_bytes == whole - 1_000_000


def test_a_still_alone_brings_its_group_of_pictures(desk: EvidenceDesk, full: Recorded) -> None:
    desk.officer(Role.OFFICER)
    request = asked(desk, forms=frozenset({STILLS}))
    one = PackageExtras(stills=(StillWanted(GATE, to_us(desk.span(-80, -70).start)),))

    needed = on(desk, ROOMY).of(request.id, "/media/usb", one).needed_bytes

    assert needed > PAPER_BYTES + 1920 * 1080 * 2 + SIZE // 6
