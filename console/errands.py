"""What the command line does with a station without a window: a check, lists in and out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeVar

from console.case_file_check import report as case_file_report
from console.errors import ListUnreadable, Problem, StoreProblem, VaultLocked
from console.footage_check import look_over
from console.inspection import claim_of, report
from console.lists import RowVerdict
from console.opening import asked_passphrase, opened, signed_in, station_folder
from console.sum_check import report as sum_report
from console.volumes import GB
from console.word_check import report as word_report
from console.workers import Stop
from db.footage_records import RecordingRule

T = TypeVar("T")
_IN_DOUBT = "in doubt: nothing is removed for its age, and no hold runs out (--today-is)"
_CONFIRMED = "confirmed: the engine believes it within half a minute"


class DateWrong(Problem):
    """An officer says that today is another day than this PC's."""


def check(options: argparse.Namespace) -> int:
    """Look the station's files over: settings, database, passwords.

    SQLite looks through the whole file, each index with its table; each password is opened once;
    the log's chain and signatures are verified, a million entries in half a minute; the index of
    words is compared with the texts, and sums of outcomes with their lines; every still, attachment
    and exhibit is looked for.  What is damaged keeps nothing else from being looked at.
    """
    noted = [claim_of(text) for text in options.head]
    folder = station_folder(options)
    found = _Findings()
    passphrase = asked_passphrase(options)
    # It signs nothing: what it judges shall be the same when somebody looks again.
    with opened(folder, passphrase=passphrase, sign=False) as station:
        found.tried(station.nightly.look_through)
        sound = not found.problems
        verdict = found.tried(
            lambda: station.inspection.verify(
                paper=noted, stop=Stop(), progressed=lambda _done, _total: None
            )
        )
        if options.rebuild_words and sound:
            found.tried(station.word_check.rebuild)
        words = found.tried(station.word_check.compare) or {}
        if options.rebuild_sums and sound:
            found.tried(station.sum_check.rebuild)
        sums = found.tried(station.sum_check.compare)
        files = found.tried(lambda: station.case_file_check.look_over(by_hash=options.hashes))
        shut = passphrase is None and found.tried(station.enrolment.wants_passphrase)
        sources = () if shut else found.tried(station.fleet.sources)
        key_groups = station.inspection.key_groups() if verdict else ""
        name = station.settings.get().station_name
        view = station.fleet.view()
    print(f"data folder: {folder}")
    print(f"station:     {name}")
    state = "sound" if sound else "DAMAGED"
    print(f"database:    {state}, {len(view.cameras)} cameras in {len(view.clusters)} clusters")
    if shut:
        print("passwords:   not looked at: they are kept by a passphrase (--passphrase-from)")
    elif sources is not None:
        locked = sum(source.password is not None for source in sources)
        print(f"passwords:   {locked} can be read, {len(sources) - locked} cameras have none")
    if verdict is not None:
        for line in report(verdict, key_groups):
            print(line)
    for line in word_report(words):
        print(line)
    if sums is not None:
        print(sum_report(sums))
    for line in case_file_report(files) if files is not None else ():
        print(line)
    footage = found.tried(
        lambda: look_over(folder, rebuild=options.rebuild_index, by_hash=options.hashes)
    )
    for line in footage.lines() if footage is not None else ():
        print(line)
    if found.problems:
        raise found.problems[0]
    whole = (footage is None or footage.whole) and all(each.is_none for each in words.values())
    whole = whole and (sums is None or sums.is_none) and (files is None or files.whole)
    return 0 if verdict is not None and verdict.whole and whole else 1


class _Findings:
    """Goes on with the next thing to look at when one is not as it should be."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def tried(self, look: Callable[[], T]) -> T | None:
        """What ``look`` found; None when it met a problem, which is kept."""
        try:
            return look()
        except (StoreProblem, VaultLocked) as problem:
            self.problems.append(problem)
            return None


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


def new_key(options: argparse.Namespace) -> int:
    """Have the log signed with a new key from now on, and say its fingerprint for paper."""
    with signed_in(options) as station:
        groups = station.key_change.renew()
    print("the log is signed with a new key from now on; what was signed before stays good")
    print("write this down beside the one before, and make a backup now:")
    print(f"log's key:   {groups}")
    return 0


def autostart(options: argparse.Namespace) -> int:
    """Let the station open when the PC's user logs in, or not, or say which it is."""
    with signed_in(options) as station:
        if options.state != "status":
            station.startup.switch(on=options.state == "on")
        print(f"starts with this PC: {'yes' if station.startup.is_on() else 'no'}")
    return 0


def recording(options: argparse.Namespace) -> int:
    """Say what is recorded, where to, and how many days of it the free room holds.

    What this PC's date is, too, if it is in doubt; an officer who says what it is confirms it.

    Raises:
        DateWrong: he says another.
    """
    with signed_in(options) as station:
        today = station.clock.now().astimezone().date()
        known = station.date.known()
        if known is not None and options.today_is is not None:
            if options.today_is != today:
                raise DateWrong(f"this PC says that it is {today}: set its clock right")
            station.recording.confirm_date()
        rules, volumes = station.recording.rules(), station.recording.volumes()
        now = station.recording.calculator({})[0].need
    if known is None and options.today_is is not None:
        print(f"date:     {today}; it was not in doubt")
    elif known is not None:
        confirmed = options.today_is is not None
        print(f"date:     {today}; the last one that is known is {known.astimezone().date()}")
        print(f"          {_CONFIRMED if confirmed else _IN_DOUBT}")
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
