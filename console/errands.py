"""What the command line does with a station without a window: a check, lists in and out."""

from __future__ import annotations

import argparse

from console.errors import ListUnreadable
from console.inspection import claim_of, report
from console.lists import RowVerdict
from console.opening import opened, signed_in, station_folder
from console.volumes import GB
from console.workers import Stop
from db.footage_records import RecordingRule


def check(options: argparse.Namespace) -> int:
    """Look the station's files over: settings, database, passwords.

    SQLite looks through the whole file, each index with its table; each password is opened once;
    the log's chain and signatures are verified, a million entries in half a minute.
    """
    noted = [claim_of(text) for text in options.head]
    folder = station_folder(options)
    with opened(folder) as station:
        station.nightly.look_through()
        verdict = station.inspection.verify(
            paper=noted, stop=Stop(), progressed=lambda _done, _total: None
        )
        key_groups = station.inspection.key_groups()
        view = station.fleet.view()
        sources = station.fleet.sources()
    locked = sum(source.password is not None for source in sources)
    print(f"data folder: {folder}")
    print(f"station:     {station.config.station_name}")
    print(f"database:    sound, {len(view.cameras)} cameras in {len(view.clusters)} clusters")
    print(f"passwords:   {locked} can be read, {len(sources) - locked} cameras have none")
    for line in report(verdict, key_groups):
        print(line)
    return 0 if verdict.whole else 1


def import_list(options: argparse.Namespace) -> int:
    """Judge every row of a list of cameras; with ``--keep``, and no bad row, keep all."""
    with signed_in(options) as station:
        report = station.lists.check(options.file)
        bad = [row for row in report.rows if row.listed is None]
        for row in bad:
            print(_verdict(row))
        if report.ignored:
            print(f"columns that are not known: {', '.join(report.ignored)}")
        print(f"{len(report.good)} good rows, {len(bad)} bad ones")
        if bad or not options.keep:
            return 1 if bad else 0
        print(f"kept {len(station.lists.import_(report))} cameras")
    return 0


def export_list(options: argparse.Namespace) -> int:
    """Write the list of cameras, without passwords."""
    with signed_in(options) as station:
        try:
            count = station.lists.export(options.file)
        except OSError as error:
            raise ListUnreadable(f"{options.file} cannot be written: {error.strerror}") from error
    print(f"wrote {count} cameras to {options.file}")
    return 0


def recording(options: argparse.Namespace) -> int:
    """Say what is recorded, where to, and how many days of it the free room holds."""
    with signed_in(options) as station:
        rules, volumes = station.recording.rules(), station.recording.volumes()
        now = station.recording.calculator({})[0].need
    print(f"station:  {_rule(rules.station)}")
    print(f"besides:  {len(rules.clusters)} rules of clusters, {len(rules.cameras)} of cameras")
    for each in volumes:
        state = each.state if each.volume.writing else f"{each.state}, not written to"
        print(f"volume:   {each.volume.path}: {state}, {each.free_bytes // GB} GB free")
    written = [each for each in volumes if each.volume.writing]
    if not written:
        print("nothing is recorded: there is no volume to write to")
        return 1
    room = sum(max(0, each.free_bytes - each.volume.reserve_gb * GB) for each in written)
    days = now.days(room)
    print(f"a day:    {now.bytes_a_day // GB} GB of {now.cameras} cameras, as usual ones are")
    print(f"room for: {'any number of' if days is None else days} days more")
    return 0


def _rule(rule: RecordingRule) -> str:
    return f"{rule.plan}, {rule.role} stream, kept {rule.days} days"


def _verdict(row: RowVerdict) -> str:
    where = f"{row.column}: {row.rule}" if row.column else row.rule
    return f"row {row.row}: {row.verdict}: {where}" + (f" ({row.name})" if row.name else "")
