"""A log that was cut off or rewritten is never signed over: what the vault remembers stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.acts import Act
from console.app import build
from console.audit_breaks import Fault, Kind
from console.backup_files import STORE_FILE
from console.errors import LogMeddled
from console.events import Event, Noticed
from console.heads import LAST_SECRET, Claim
from console.nightly import Nightly
from console.restores import restore_fields
from console.secret import Secret
from db.structs import replace
from tests import stations, stores
from tests.console import command
from tests.console.officers import BOSS, BOSS_WORD, CHEAP
from tests.console.trails import Safe, Station, chained, meddle
from tests.fakes import FakeClock

CUT = ("delete from audit_entry where seq > 6", "delete from signed_head where seq > 6")


@pytest.fixture
def station(tmp_path: Path, clock: FakeClock) -> Iterator[Station]:
    """KEY_MADE is entry 1, cameras are 2 to 9, the head signed with entry 10, cameras to 14."""
    station = Station(tmp_path / "station.db", clock)
    station.heads.enrol()
    station.write(8)
    station.heads.sign_head("daily")
    station.write(4)
    yield station
    station.close()


def rewrite(station: Station) -> None:
    """All with another second entry, chained and numbered rightly, without the signed heads."""
    entries = station.entries()
    entries[1] = replace(entries[1], detail='{"fields":["port"]}')
    told = [entry for entry in entries if entry.act != Act.HEAD_SIGNED]
    station.meddle("delete from signed_head")
    station.put(chained(told))


@pytest.mark.parametrize("reason", ["daily", "export", "shutdown"])
def test_a_log_that_was_cut_off_is_not_signed_and_stays_found(
    station: Station, reason: str
) -> None:
    remembered = station.heads.anchors().last
    station.meddle(*CUT)
    station.write(1)

    for _ in range(2):
        with pytest.raises(LogMeddled) as refused:
            station.heads.sign_if_due(reason)

    assert refused.value.seq == 10
    assert station.heads.anchors().last == remembered
    assert station.verify().fault == Fault(Kind.CUT_OFF, 8, 10)
    assert Act.HEAD_SIGNED not in [entry.act for entry in station.entries()]


def test_a_log_that_ends_before_its_last_signature_is_told_of_at_once(station: Station) -> None:
    station.meddle("delete from audit_entry where seq > 6")

    with pytest.raises(LogMeddled):
        station.heads.sign_if_due("daily")


def test_a_log_that_was_cut_off_and_has_grown_again_stays_found(station: Station) -> None:
    station.meddle(*CUT)
    station.write(8)

    with pytest.raises(LogMeddled):
        station.heads.sign_if_due("daily")

    assert station.verify().fault == Fault(Kind.REWRITTEN, 1, 10)


def test_a_log_that_was_wholly_rewritten_is_not_signed_and_stays_found(station: Station) -> None:
    rewrite(station)

    with pytest.raises(LogMeddled):
        station.heads.sign_if_due("daily")

    assert station.verify().fault == Fault(Kind.REWRITTEN, 1, 10)


def test_what_is_older_in_the_vault_than_in_the_log_is_no_meddling(station: Station) -> None:
    """As after a crash between the two, or with the vault of an older backup."""
    older = station.safe.kept[LAST_SECRET]
    station.heads.sign_head("daily")
    station.safe.keep_secret(LAST_SECRET, older)

    head = station.heads.sign_head("daily")

    assert head is not None
    assert station.heads.anchors().last == Claim(head.seq, head.hash)
    assert station.verify().whole


def test_of_two_that_sign_at_once_the_later_head_is_remembered(station: Station) -> None:
    """The other one commits first, and is slow to tell the vault."""

    class Slow(Safe):
        def renew_secret(self, name: str, before: Secret | None, secret: Secret) -> bool:
            later.append(other.heads.sign_head("daily"))
            return super().renew_secret(name, before, secret)

    later: list[object] = []
    slow = Slow(station.safe.kept)
    other = Station(station.path, station.clock, Safe())
    other.safe.kept = slow.kept
    first = Station(station.path, station.clock, slow)

    earlier = first.heads.sign_head("daily")

    assert earlier is not None
    last = station.entries()[-1]
    assert other.heads.anchors().last == Claim(last.seq, last.hash)
    assert last.seq == earlier.seq + 1
    assert other.verify().whole
    first.close()
    other.close()


def test_after_a_genuine_restore_signing_goes_on(station: Station) -> None:
    replaced = station.entries()[-1]
    station.meddle(*CUT)  # as a backup of entry 6 has it
    with station.store.begin() as unit:
        fields: dict[str, Any] = restore_fields(unit.trail.head(), (replaced.seq, replaced.hash))
        station.audit.write(unit, Act.RESTORED, "station", **fields)

    station.heads.sign_head("restore")
    station.write(1)

    assert station.heads.sign_if_due("daily") is not None
    assert station.verify().whole


def test_a_restore_of_a_log_that_was_cut_off_tells_what_the_vault_remembered(
    station: Station,
) -> None:
    """The restore names the shortened log: that it was one must not be forgotten."""
    remembered = station.heads.anchors().last
    assert remembered is not None
    station.meddle(*CUT)
    last = station.entries()[-1]
    with station.store.begin() as unit:
        fields: dict[str, Any] = restore_fields(unit.trail.head(), (last.seq, last.hash))
        station.audit.write(unit, Act.RESTORED, "station", **fields)

    station.heads.sign_head("restore")

    told = json.loads(station.entries()[-1].detail)
    assert (told["lost_seq"], told["lost_hash"]) == (remembered.seq, remembered.hash)


def test_whoever_sits_there_at_night_is_told(tmp_path: Path, clock: FakeClock) -> None:
    with stations.opened(tmp_path / "station", clock) as station:
        station.heads.enrol()
        for _ in range(6):
            station.write()
        station.heads.sign_head("daily")
        meddle(station.folder / STORE_FILE, *CUT)
        station.write()
        sign, post = (lambda: station.heads.sign_if_due("daily")), station.posted.append

        Nightly(station.store, station.backups, sign, clock, post).tend()

        assert station.problems() == [LogMeddled]
        assert station.backups.newest() is not None  # the rest of the night is done


class TestOnTheCommandLine:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A station with an administrator; its log was signed when it was closed."""
        folder = stores.folder(tmp_path / "station")
        (folder / "station.toml").write_text('[vault]\nkeeper = "key_file"\n', encoding="utf-8")
        console = build(folder, lambda _: None, hash_cost=CHEAP)
        console.access.begin(BOSS, BOSS_WORD)
        console.access.sign_out()
        console.close()
        return folder

    def test_a_check_says_the_same_twice(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        meddle(
            folder / STORE_FILE,
            "delete from audit_entry where seq > 2",
            "delete from signed_head",
        )

        codes = [command.check(folder) for _ in range(2)]

        assert codes == [1, 1]
        first, second = capsys.readouterr().out.split("data folder:")[1:]
        assert "MEDDLED WITH" in first
        assert first == second

    def test_a_check_changes_nothing_of_the_log_that_it_judges(self, folder: Path) -> None:
        console = build(folder, lambda _: None)
        console.diary.begin()
        console._store.close()  # cut off: nothing was signed when it ended
        console.workers.close()
        before = _log_of(folder)

        assert command.check(folder) == 0

        assert _log_of(folder) == before

    def test_a_station_that_was_meddled_with_is_closed_without_a_signature(
        self, folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        meddle(
            folder / STORE_FILE,
            "delete from audit_entry where seq > 2",
            "delete from signed_head",
        )
        heard: list[Event] = []
        console = build(folder, heard.append)
        console.diary.begin()
        console.close()

        assert "the log was not closed" in caplog.text
        caplog.clear()  # it was meant to be loud
        assert [event for event in heard if isinstance(event, Noticed)] == []
        assert command.check(folder) == 1


def _log_of(folder: Path) -> tuple[int, str]:
    console = build(folder, lambda _: None)
    with console._store.read() as unit:
        head = unit.trail.head()
    console.close(sign=False)
    return head
