"""What the command line does about the worst day: back up, go back, come back."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path

from console import asking, config
from console.access import Access
from console.audit import Act
from console.backups import BackedUp
from console.bare_pc import recover as bring_back
from console.case_files import FilesCopied
from console.clock import SystemClock
from console.errors import SetupWrong, StoreDamaged, StoreTooNew
from console.events import Noticed
from console.keepers import Keeper
from console.losses import Loss
from console.opening import asked_passphrase, opened, signed_in, station_folder
from console.recovery import Restored
from console.rights import Action
from console.secret import Secret
from console.unreadable import stand_in, take_place
from console.vault import Vault, open_vault
from console.workers import Workers


def backup(options: argparse.Namespace) -> int:
    """Make a backup and try it out; or, with ``--list``, say which there are."""
    noticed: list[Noticed] = []
    with signed_in(options, noticed) as station:
        if options.list:
            for each in station.backups.list():
                print(_line(each))
            return 0
        made = station.backups.run()
        print(_line(made))
        if not station.backups.has_sheet():
            print("no recovery sheet was made: on another PC its passwords could not be read")
        if made.files is not None:
            print(f"files of cases: {_files(made.files)}")
    for event in noticed:
        print(f"but: {event.problem}")
    return 1 if noticed else 0


def recovery_sheet(options: argparse.Namespace) -> int:
    """Make a new recovery sheet's code and print it, this once."""
    with signed_in(options) as station:
        code = station.backups.make_sheet()
    print("write this down, keep it in a safe, and make a backup now:")
    print(code.reveal())
    return 0


def reset_password(options: argparse.Namespace) -> int:
    """Give an administrator a one-time password, for the code of the recovery sheet."""
    with opened(station_folder(options)) as station:
        officer_id = asking.named(options.name, station.sheet_reset.administrators())
        code = asking.secret_line("code of the recovery sheet", options.code_from)
        password = station.sheet_reset.reset(officer_id, code)
    print("good for one sign-in within 72 hours; the log tells of it:")
    print(password.reveal())
    return 0


def restore(options: argparse.Namespace) -> int:
    """Say what going back to a backup would lose; with ``--go`` and a second officer, do it."""
    passphrase = asked_passphrase(options)
    try:
        with signed_in(options, passphrase=passphrase) as station:
            if not options.go:
                return _say(station.recovery.compare(options.folder))
            _agree(station.access, options)
            return _done(station.recovery.restore(options.folder))
    except (StoreDamaged, StoreTooNew) as problem:
        print(f"today's store cannot be read: {problem}")
        return _put_in_place(options, passphrase, Act.RESTORED, options.folder)


def rollback(options: argparse.Namespace) -> int:
    """The same for the copy from before the last update."""
    passphrase = asked_passphrase(options)
    try:
        with signed_in(options, passphrase=passphrase) as station:
            if not options.go:
                return _say(station.recovery.compare_rollback())
            _agree(station.access, options)
            return _done(station.recovery.rollback())
    except (StoreDamaged, StoreTooNew) as problem:
        print(f"today's store cannot be read: {problem}")
        return _put_in_place(options, passphrase, Act.ROLLED_BACK, None)


def recover(options: argparse.Namespace) -> int:
    """Bring a station back on a PC that knows nothing of it."""
    folder: Path = options.data or config.default_folder()
    code = asking.secret_line("code of the recovery sheet", options.code_from)
    workers = Workers()
    try:
        done = bring_back(
            options.folder,
            folder,
            code,
            lambda scratch: _vault(scratch, workers),
            SystemClock(),
            platform.node(),
        )
    finally:
        workers.close()
    print(f"station:   {done.cameras} cameras, {done.officers} officers in {folder}")
    print(f"passwords: {done.passwords} can be read")
    print(f"files:     {_files(done.files)}")
    if done.verdict.fault is not None:
        print(f"log:       NOT as it was written, from entry {done.verdict.fault.seq} on")
        return 1
    print(f"log:       {done.verdict.entries} entries, sound")
    return 1 if done.files.left else 0


def _put_in_place(
    options: argparse.Namespace, passphrase: Secret | None, act: Act, folder: Path | None
) -> int:
    """Go back though nobody can sign in to today's store: the officers of then agree."""
    data_dir = station_folder(options)
    with stand_in(data_dir, folder) as (scratch, vault):
        # What stands in is signed by the restore alone: today's vault knows of a later log.
        with opened(scratch, passphrase=passphrase, sign=False) as station:
            asking.sign_in(station.access, options.officer, options.password_from)
            if not options.go:
                return _say(None)
            _agree(station.access, options)
            station.recovery.stand_in(act, vault)
        kept = take_place(scratch, data_dir, SystemClock().now())
    print(f"gone back; the store that could not be read is {kept}")
    return 0


def _vault(folder: Path, workers: Workers) -> Vault:
    """The vault with the keeper that the station's own set-up names; nobody types a passphrase."""
    try:
        keeper = config.load(folder).keeper
    except SetupWrong:
        keeper = None
    return open_vault(folder, workers, keeper=None if keeper is Keeper.PASSPHRASE else keeper)


def _agree(access: Access, options: argparse.Namespace) -> None:
    asking.approve(access, options.second, options.second_password_from, Action.RESTORE)


def _line(made: BackedUp) -> str:
    where = "here and on the second medium" if made.second else "here"
    return f"{made.folder}  {made.kind}, log up to entry {made.seq}, {made.size} bytes, {where}"


def _say(loss: Loss | None) -> int:
    print(f"{_words(loss)} would not be there any more")
    print(_held(loss))
    print("files of cases stay, and today's store is kept; add --go to go back")
    return 0


def _done(restored: Restored) -> int:
    print(f"gone back; {_words(restored.loss)} are left in {restored.replaced}")
    print(_held(restored.loss))
    if restored.files is None:
        return 0
    print(f"files of cases: {_files(restored.files)}")
    return 1 if restored.files.left else 0


def _files(done: FilesCopied) -> str:
    """How many are where they should be, and why the others are not."""
    words = f"{done.named - done.left} of {done.named} are there, {done.copied} were copied now"
    for count, why in (
        (done.damaged, "are missing or damaged"),
        (done.no_room, f"have no room ({done.no_room_bytes} bytes)"),
        (done.stopped, "were not reached"),
    ):
        words += f", {count} {why}" if count else ""
    return words


def _words(loss: Loss | None) -> str:
    if loss is None:
        return "nobody knows how many things"
    counts = [f"{loss.entries} log entries"]
    for noun, (made, changed) in loss.lost.items():
        name = noun.replace("_", " ")
        counts += [f"{made} {name}"] if made else []
        counts += [f"changes of {changed} {name}"] if changed else []
    return ", ".join(counts)


def _held(loss: Loss | None) -> str:
    """What becomes of the footage that is held today."""
    if loss is None or loss.holds is None:
        return "what is held today cannot be read: its footage may go"
    return f"{loss.holds} holds of today are taken along, so their footage stays"
