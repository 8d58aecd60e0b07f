"""Whoever meddles with the log is found, and the first bad entry is named (F-17)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.audit import Act, entry_hash
from console.audit_breaks import Fault, Kind
from console.audit_check import verify
from console.errors import Cancelled, StoreDamaged
from console.heads import KEYS_SETTING, Claim
from console.paper_code import grouped
from console.restores import restore_fields
from console.workers import Stop
from db.records import Entry
from db.structs import replace
from tests.console.trails import Safe, Station, chained
from tests.fakes import FakeClock


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Safe]:
    """KEY_MADE is entry 1, cameras are 2 to 9, the head signed with entry 10, cameras to 14."""
    station = Station(tmp_path_factory.mktemp("written") / "station.db", FakeClock())
    station.heads.enrol()
    station.write(8)
    station.heads.sign_head("daily")
    station.write(4)
    station.close()
    return station.path, station.safe


@pytest.fixture
def station(written: tuple[Path, Safe], tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    """A copy of ``written``, an hour later."""
    path, safe = written
    shutil.copy(path, tmp_path / "station.db")
    clock.pass_(hours=1)
    station = Station(tmp_path / "station.db", clock, Safe(safe.kept))
    yield station
    station.close()


def forged(entry: Entry, detail: str = '{"fields":["port"]}') -> Entry:
    """``entry`` with another detail, and a hash that fits."""
    other = replace(entry, detail=detail)
    return replace(other, hash=entry_hash(other))


def test_a_log_that_nobody_touched_is_whole(station: Station) -> None:
    verdict = station.verify()

    assert verdict.whole
    assert (verdict.entries, verdict.heads, verdict.vouched_to) == (14, 1, 10)
    assert verdict.head_hash == station.entries()[-1].hash
    assert verdict.anchored


def test_an_empty_log_is_whole(tmp_path: Path, clock: FakeClock) -> None:
    station = Station(tmp_path / "new.db", clock)

    assert station.verify().whole
    station.close()


@pytest.mark.parametrize(
    ("statement", "kind", "seq", "last"),
    [
        ("update audit_entry set detail = '{}' where seq = 5", Kind.EDITED, 5, 5),
        ("update audit_entry set officer_id = 3 where seq = 1", Kind.EDITED, 1, 1),
        ("update audit_entry set at_us = at_us + 1 where seq = 14", Kind.EDITED, 14, 14),
        ("update audit_entry set hash = previous where seq = 6", Kind.EDITED, 6, 6),
        ("update audit_entry set previous = hash where seq = 6", Kind.EDITED, 6, 6),
        ("update audit_entry set at_us = 'now' where seq = 6", Kind.EDITED, 6, 6),
        ("update audit_entry set at_us = 1 << 62 where seq = 6", Kind.EDITED, 6, 6),
        ("update audit_entry set detail = x'ff' where seq = 6", Kind.EDITED, 6, 6),
        ("update audit_entry set seq = 99 where seq = 14", Kind.REORDERED, 14, 14),
        ("delete from audit_entry where seq = 6", Kind.DELETED, 6, 6),
        ("delete from audit_entry where seq between 1 and 3", Kind.DELETED, 1, 3),
        ("delete from audit_entry where seq > 9", Kind.CUT_OFF, 10, 10),
        ("delete from audit_entry", Kind.CUT_OFF, 1, 10),
        ("delete from signed_head", Kind.SIGNATURE_MISSING, 10, 10),
        ("update signed_head set signature = x'3000'", Kind.SIGNATURE_WRONG, 10, 10),
        ("update signed_head set reason = 'export'", Kind.SIGNATURE_WRONG, 10, 10),
        ("update signed_head set at_us = 'now'", Kind.SIGNATURE_WRONG, 1, 14),
        ("update signed_head set seq = 11", Kind.SIGNATURE_MISSING, 10, 10),
        ("delete from setting", Kind.KEY_UNKNOWN, 10, 10),
        ("update setting set value = 'nonsense'", Kind.KEY_UNKNOWN, 10, 10),
        ("update setting set value = '[1, {}, {\"until\": 3}]'", Kind.KEY_UNKNOWN, 10, 10),
    ],
)
def test_a_single_statement_is_found(
    station: Station, statement: str, kind: Kind, seq: int, last: int
) -> None:
    station.meddle(statement)

    assert station.verify().fault == Fault(kind, seq, last)


@pytest.mark.parametrize(
    "statement",
    [
        "drop trigger audit_entry_no_update",
        "drop trigger signed_head_no_delete",
        "create trigger audit_entry_no_replace before insert on audit_entry begin select 1; end",
    ],
)
def test_triggers_that_were_taken_away_are_noticed(station: Station, statement: str) -> None:
    with closing(sqlite3.connect(station.path)) as connection, connection:
        if statement.startswith("create"):
            connection.execute("drop trigger audit_entry_no_replace")
        connection.execute(statement)

    assert station.verify().fault == Fault(Kind.UNGUARDED, 11, 14)


@pytest.mark.parametrize(
    "statement",
    [
        "create trigger mute before insert on audit_entry begin select raise(ignore); end",
        "create trigger crown after insert on audit_entry begin delete from officer_team; end",
        "create trigger crown after update on setting begin delete from officer_team; end",
        "create view entries as select * from audit_entry",
    ],
)
def test_a_program_that_was_put_into_the_file_is_noticed(station: Station, statement: str) -> None:
    with closing(sqlite3.connect(station.path)) as connection, connection:
        connection.execute(statement)

    assert station.verify().fault == Fault(Kind.UNGUARDED, 11, 14)


@pytest.mark.parametrize("seq", [0, -5])
def test_an_entry_that_was_put_before_the_first_is_found(station: Station, seq: int) -> None:
    station.meddle(_COPIED.format(seq=seq))

    assert station.verify().fault == Fault(Kind.INSERTED, seq, seq)


def test_a_number_beyond_all_others_is_found_and_nothing_is_written_behind_it(
    station: Station,
) -> None:
    station.meddle(_COPIED.format(seq=(1 << 63) - 1))

    fault = station.verify().fault
    assert fault is not None
    assert fault.seq == 15
    with pytest.raises(StoreDamaged):
        station.write(1)


_COPIED = (
    "insert into audit_entry select {seq}, at_us, monotonic_ns, officer_id, workstation, act,"
    " subject, subject_id, detail, previous, hash from audit_entry where seq = 3"
)


def test_entries_that_were_taken_out_and_the_rest_renumbered_are_found(station: Station) -> None:
    station.meddle(
        "delete from audit_entry where seq in (5, 6)",
        "update audit_entry set seq = -(seq - 2) where seq > 6",
        "update audit_entry set seq = -seq where seq < 0",
    )

    assert station.verify().fault == Fault(Kind.DELETED, 5, 6)


@pytest.mark.parametrize("linked", [True, False])
def test_an_entry_that_was_put_in_between_is_found(station: Station, linked: bool) -> None:
    before, after = station.entries()[4], station.entries()[5]
    planted = forged(replace(after, previous=before.hash if linked else "ab" * 32))
    station.meddle(
        "update audit_entry set seq = -(seq + 1) where seq > 5",
        "update audit_entry set seq = -seq where seq < 0",
    )
    with station.store.begin() as unit:
        unit.trail.append(planted)

    assert station.verify().fault == Fault(Kind.INSERTED, 6, 6)


@pytest.mark.parametrize(("one", "other"), [(5, 6), (4, 9), (13, 14)])
def test_entries_that_changed_places_are_found(station: Station, one: int, other: int) -> None:
    station.meddle(
        f"update audit_entry set seq = -{other} where seq = {one}",
        f"update audit_entry set seq = {one} where seq = {other}",
        f"update audit_entry set seq = {other} where seq = -{other}",
    )

    assert station.verify().fault == Fault(Kind.REORDERED, one, one)


def test_an_edited_entry_whose_hash_was_made_to_fit_is_found(station: Station) -> None:
    changed = forged(station.entries()[4])
    station.meddle(
        f"update audit_entry set detail = '{changed.detail}', hash = '{changed.hash}' where seq = 5"
    )

    assert station.verify().fault == Fault(Kind.EDITED, 5, 5)


def test_a_copy_of_an_older_entry_over_a_newer_one_is_found(station: Station) -> None:
    station.meddle(
        "delete from audit_entry where seq = 8",
        "insert into audit_entry select 8, at_us, monotonic_ns, officer_id, workstation, act,"
        " subject, subject_id, detail, previous, hash from audit_entry where seq = 3",
    )

    assert station.verify().fault == Fault(Kind.EDITED, 8, 8)


def test_a_chain_that_was_wholly_rewritten_contradicts_the_signed_head(station: Station) -> None:
    entries = station.entries()
    entries[4] = forged(entries[4])
    station.put(chained(entries))

    assert station.verify().fault == Fault(Kind.REWRITTEN, 1, 10)


def test_what_was_rewritten_after_a_signed_head_is_narrowed_down(station: Station) -> None:
    station.heads.sign_head("shutdown")
    entries = station.entries()
    station.put(chained([*entries[:12], forged(entries[12]), *entries[13:]]))

    verdict = station.verify()

    assert verdict.fault == Fault(Kind.REWRITTEN, 11, 15)
    assert verdict.vouched_to == 10


def test_a_forger_with_a_key_of_his_own_is_found(
    station: Station, tmp_path: Path, clock: FakeClock
) -> None:
    """He rewrites all, makes a key, puts it into the settings and signs."""
    entries = station.entries()
    forger = Station(tmp_path / "forged.db", clock)
    forger.put(chained(entries[:9]))
    forger.heads.enrol()
    forger.heads.sign_head("daily")
    forger.close()
    ours = Station(tmp_path / "forged.db", clock, station.safe)

    fault, unanchored = ours.verify().fault, ours.verify(anchored=False)

    assert fault == Fault(Kind.KEY_UNKNOWN, 11, 11)
    assert unanchored.whole
    assert not unanchored.anchored
    ours.close()


def test_a_tail_that_was_cut_off_with_its_signatures_contradicts_the_vault(
    station: Station,
) -> None:
    station.meddle("delete from audit_entry where seq > 6", "delete from signed_head")

    assert station.verify().fault == Fault(Kind.CUT_OFF, 7, 10)
    assert station.verify(anchored=False).whole


def test_a_tail_that_was_written_anew_contradicts_the_vault(station: Station) -> None:
    station.meddle("delete from audit_entry where seq > 6", "delete from signed_head")
    station.write(8)

    assert station.verify().fault == Fault(Kind.REWRITTEN, 1, 10)


def test_what_was_noted_on_paper_is_compared(station: Station) -> None:
    noted = [Claim(n, groups=grouped(station.entries()[n - 1].hash)) for n in (3, 13)]
    assert station.verify(paper=noted).whole

    station.meddle("delete from audit_entry where seq > 11")

    assert station.verify(paper=noted).fault == Fault(Kind.CUT_OFF, 12, 13)
    wrong = [Claim(3, groups=grouped("12" * 32))]
    assert station.verify(paper=wrong).fault == Fault(Kind.REWRITTEN, 1, 3)


def test_older_keys_stay_good_after_a_new_one(station: Station) -> None:
    old = station.heads.fingerprint()
    new = station.heads.rotate()
    station.heads.sign_head("daily")

    verdict = station.verify()

    assert verdict.whole
    assert verdict.heads == 2
    assert [key.fingerprint for key in station.heads.public_keys()] == [old, new]
    assert [key.until is None for key in station.heads.public_keys()] == [False, True]


class TestRestored:
    """A backup of entry 14 was put in place of a store that had come to entry 20."""

    @pytest.fixture
    def restored(self, station: Station, tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
        with station.store.read() as unit:
            older, heads = unit.trail.entries(), unit.trail.heads()
            keys = unit.settings.get(KEYS_SETTING)
        station.write(5)
        station.heads.sign_head("daily")
        restored = Station(tmp_path / "restored.db", clock, station.safe)
        with restored.store.begin() as unit:
            unit.trail.append_many(older)
            for head in heads:
                unit.trail.sign(head)
            unit.settings.put(KEYS_SETTING, keys or "")
        yield restored
        restored.close()

    @staticmethod
    def tell(restored: Station, replaced: Entry) -> None:
        with restored.store.begin() as unit:
            fields = restore_fields(unit.trail.head(), (replaced.seq, replaced.hash))
            restored.audit.write(unit, Act.RESTORED, "station", None, officer_id=None, **fields)

    def test_a_restore_that_tells_itself_and_is_signed_is_no_meddling(
        self, station: Station, restored: Station
    ) -> None:
        self.tell(restored, station.entries()[-1])
        noted = Claim(17, groups=grouped(station.entries()[16].hash))
        restored.heads.sign_head("restore")
        restored.write(8)

        verdict = restored.verify(paper=[noted])

        assert verdict.whole
        [told] = verdict.restores
        assert (told.seq, told.restored_seq, told.replaced_seq) == (15, 14, 20)

    def test_an_older_store_put_in_place_by_hand_is_found(self, restored: Station) -> None:
        assert restored.verify().fault == Fault(Kind.CUT_OFF, 15, 20)

    def test_a_restore_that_nobody_signed_explains_nothing(
        self, station: Station, restored: Station
    ) -> None:
        self.tell(restored, station.entries()[-1])

        assert restored.verify().fault == Fault(Kind.CUT_OFF, 16, 20)

    def test_a_restore_explains_only_what_it_replaced(
        self, station: Station, restored: Station
    ) -> None:
        self.tell(restored, station.entries()[16])
        restored.heads.sign_head("restore")
        noted = Claim(19, groups=grouped(station.entries()[18].hash))

        assert restored.verify(paper=[noted]).fault == Fault(Kind.CUT_OFF, 17, 19)


def test_nothing_that_is_written_meanwhile_disturbs(station: Station) -> None:
    def write_on(_done: int, _total: int) -> None:
        station.write(1)
        station.heads.sign_head("daily")

    verdict = verify(station.store, station.heads.anchors(), stop=Stop(), progressed=write_on)

    assert verdict.whole
    assert verdict.entries == 14


def test_progress_is_told_and_it_can_be_given_up(station: Station) -> None:
    heard: list[tuple[int, int]] = []
    verify(
        station.store, None, stop=Stop(), progressed=lambda done, total: heard.append((done, total))
    )
    assert heard == [(14, 14)]

    stop = Stop()
    stop.set()
    with pytest.raises(Cancelled):
        verify(station.store, None, stop=stop, progressed=lambda _done, _total: None)
