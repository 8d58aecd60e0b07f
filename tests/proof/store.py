"""The store and what is beside it, when the process dies, the disk is full, the PC is gone."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.app import Console, build
from console.audit_check import verify
from console.backup_files import STORE_FILE
from console.clock import SystemClock
from console.errors import DiskFull
from console.events import Event, Noticed
from console.keepers import Keeper
from console.platform.children import command_line, environment
from console.reserve import RESERVE_FILE, Reserve
from console.secret import Secret
from console.vault import Vault, open_vault
from console.workers import Stop, Workers
from db.records import DeviceId
from db.store import Store
from tests import guarded, wards
from tests.camera import LOGIN, make_clip, serving
from tests.console.officers import BOSS, BOSS_WORD
from tests.console.video.watching import Watcher
from tests.house.set_up import ROOT
from tests.proof.proof import Disproved, Untried

KILLS = 20
TMPFS_MIB = 8
RESERVE = 2 << 20  # bytes, on a disk of that size
TOLD_WITHIN_S = 5.0
BACK_WITHIN_S = 30 * 60.0
KEY_FILE_SETUP = '[vault]\nkeeper = "key_file"\n'


def twenty_kills(folder: Path) -> str:
    """``kill -9`` of a console that writes, and whether all that it told of is there."""
    station = folder / "station"
    station.mkdir()
    (station / "station.toml").write_text(KEY_FILE_SETUP)
    chance = random.Random(20)
    told: set[int] = set()
    entries = 0
    for kill in range(KILLS):
        told |= _written_until_killed(station, chance.randrange(1, 25), chance.uniform(0, 0.05))
        entries = _look_over(station, told)
        print(f"kill {kill}: {len(told)} changes told, {entries} entries", flush=True)
    return f"{KILLS} kills, {len(told)} told changes and {entries} log entries all there"


def full_disk(folder: Path) -> str:
    """A disk of 8 MiB that fills up while the station writes."""
    with _tmpfs(folder / "disk") as disk:
        station = disk / "station"
        station.mkdir()
        wards.made(station / STORE_FILE, cameras=9)
        heard: list[Event] = []
        reserve = Reserve(station, heard.append, RESERVE)
        reserve.tend()
        store = Store(station / STORE_FILE, lambda _: None, reserve.release)
        workers = Workers()
        vault = open_vault(station, workers, keeper=Keeper.KEY_FILE)
        vault.put(DeviceId(1), Secret("hoa-phượng-1"))
        try:
            return _fill_up(disk, store, vault, reserve, heard)
        finally:
            workers.close()
            store.close()


def bare_pc(folder: Path) -> str:
    """A ward comes back on a folder that knows nothing of it, by the commands of the manual."""
    burned, usb, new = folder / "station", folder / "usb", folder / "new"
    clip = make_clip(folder / "clip.mp4", frames=60)
    channels = guarded.channels(wards.WARD, "clip")
    with serving({"clip": clip}, channels, login=LOGIN, hold_s=30.0) as camera:
        guarded.made(burned, camera.port, wards.WARD)
        code = _backed_up(burned, usb)
        shutil.rmtree(burned)
        begun_s = SystemClock().monotonic_s()
        said = _command("recover", "--data", str(new), str(usb), typed=code)
        back_s = SystemClock().monotonic_s() - begun_s
        if "sound" not in said:
            raise Disproved(f"it said: {said}")
        _until_live(new)
        live_s = SystemClock().monotonic_s() - begun_s
    with _opened(new) as console:
        verdict = console.inspection.verify(stop=Stop(), progressed=lambda *_: None)
    if not (verdict.whole and verdict.anchored):
        raise Disproved(f"the log is broken: {verdict.fault}")
    if live_s > BACK_WITHIN_S:
        raise Disproved(f"the last picture came after {live_s:.0f} s")
    return (
        f"{wards.WARD} cameras and a sound log back in {back_s:.1f} s, "
        f"the last picture on the wall after {live_s:.1f} s"
    )


def _backed_up(station: Path, usb: Path) -> str:
    """Make a recovery sheet and a backup at ``usb``; returns the sheet's code."""
    who = ("--data", str(station), "--officer", BOSS, "--password-from", "0")
    said = _command("recovery-sheet", *who, typed=BOSS_WORD.reveal())
    code = re.search(r"(\d{6} ?){10}", said)
    if code is None:
        raise Disproved("no code was printed")
    _command("backup", *who, typed=BOSS_WORD.reveal())
    shutil.move(next((station / "backups" / "manual").iterdir()), usb)
    return code[0]


def _until_live(station: Path) -> None:
    """Wait until every camera of the station has a picture on the wall, shown by an engine."""
    watcher = Watcher(station)
    try:
        with _opened(station) as console:
            sources = console.fleet.sources()
        if len(sources) != wards.WARD:
            raise Disproved(f"{len(sources)} cameras came back")
        watcher.show(sources)
        watcher.until(lambda: watcher.pictured(wards.WARD), seconds=BACK_WITHIN_S)
    except AssertionError as late:
        raise Disproved(f"not every camera has a picture: {late}") from late
    finally:
        watcher.close()


def _written_until_killed(station: Path, after: int, then_s: float) -> set[int]:
    """The changes that a writer told before it was killed, in the middle of another."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.proof.writer", str(station)],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    told = []
    try:
        for line in writer.stdout:
            told.append(int(line))
            if len(told) == after:
                Stop().wait(then_s)
                break
    finally:
        writer.kill()
        rest = writer.stdout.read()  # told, and not read yet
        writer.wait()
    if not told:
        raise Disproved("the writer wrote nothing")
    # A last line that was cut off was not told.
    return {*told, *(int(line) for line in rest.split("\n")[:-1])}


def _look_over(station: Path, told: set[int]) -> int:
    """How many entries the log has.  Raises Disproved."""
    store = Store(station / STORE_FILE, lambda _: None)
    try:
        store.look_through(thorough=True)
        verdict = verify(store, None, stop=Stop(), progressed=lambda *_: None)
    finally:
        store.close()
    if not verdict.whole:
        raise Disproved(f"the log is broken: {verdict.fault}")
    with _opened(station) as console:
        numbers = {camera.id: camera.number for camera in console.fleet.view().cameras}
        there = {numbers[each.camera_id]: each.password for each in console.fleet.sources()}
    if lost := {n for n in told if there.get(n) != Secret(f"hoa-phượng-{n}")}:
        raise Disproved(f"{len(lost)} changes that were told are not there")
    return verdict.entries


def _fill_up(disk: Path, store: Store, vault: Vault, reserve: Reserve, heard: list[Event]) -> str:
    clock = SystemClock()
    before = _teams(store)
    filler = disk / "filler"
    _write_until_full(filler)
    begun_s = clock.monotonic_s()
    kept = before | _write_until_refused(store)
    told_s = clock.monotonic_s() - begun_s
    if told_s > TOLD_WITHIN_S or not any(isinstance(event, Noticed) for event in heard):
        raise Disproved(f"told after {told_s:.1f} s")
    if _teams(store) != kept:
        raise Disproved("something was half written, or lost")
    with store.begin() as unit:  # the reserve was given up for this
        unit.fleet.add_team("Dòng cuối")
    _write_until_full(disk / "more")
    _must_not_take_a_password(vault)
    reserve.tend()
    if (disk / "station" / RESERVE_FILE).exists():
        raise Disproved("the reserve was made without room")
    filler.unlink()
    (disk / "more").unlink()
    reserve.tend()
    with store.begin() as unit:
        unit.fleet.add_team("Lại có chỗ")
    store.look_through(thorough=True)
    if not (disk / "station" / RESERVE_FILE).exists():
        raise Disproved("the reserve was not made again")
    if _teams(store) != kept | {"Dòng cuối", "Lại có chỗ"}:
        raise Disproved("what was written last is not there")
    return f"refused in {told_s * 1000:.0f} ms, whole, the last entry kept, writing again with room"


def _must_not_take_a_password(vault: Vault) -> None:
    """A file that is replaced as a whole needs room for the new one beside the old."""
    many = {DeviceId(number): Secret("x" * 64) for number in range(2, 500)}
    try:
        vault.exchange(many)
    except DiskFull:
        if vault.get(DeviceId(1)) != Secret("hoa-phượng-1") or vault.get(DeviceId(2)):
            raise Disproved("the vault is not what it was") from None
        return
    raise Disproved("the vault was written without room")


def _write_until_refused(store: Store) -> set[str]:
    """Add teams until the disk has no page left; returns those that were acknowledged."""
    kept: set[str] = set()
    for number in range(20_000):
        name = f"Tổ {number}"
        try:
            with store.begin() as unit:
                unit.fleet.add_team(name)
        except DiskFull:
            return kept
        kept.add(name)
    raise Disproved("the disk was full and nobody noticed")


def _write_until_full(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (1 << 16, 4096):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue


def _teams(store: Store) -> set[str]:
    with store.read() as unit:
        return {team.name for team in unit.fleet.teams()}


@contextmanager
def _tmpfs(at: Path) -> Iterator[Path]:
    if os.geteuid() != 0:
        raise Untried("a small disk is mounted by root only")
    at.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={TMPFS_MIB}m", "tmpfs", str(at)]
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode:
        raise Untried(f"no small disk can be mounted: {done.stderr.strip()}")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


@contextmanager
def _opened(folder: Path) -> Iterator[Console]:
    console = build(folder, lambda _: None)
    try:
        yield console
    finally:
        console.close()


def _command(*words: str, typed: str = "") -> str:
    done = subprocess.run(
        command_line(words),
        cwd=ROOT,
        env=environment(),
        input=typed,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        raise Disproved(f"{words[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout
