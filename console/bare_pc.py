"""The station on a PC that knows nothing of it: from a backup and the recovery sheet.

What comes back is put together beside the data folder's place and moved there last, so that a
power cut leaves no half station.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from console.audit import Act, Audit
from console.audit_check import Verdict, verify
from console.backup_files import MANIFEST, STORE_FILE
from console.case_files import FilesCopied, bring_back, files_of
from console.clock import Clock
from console.durable import write_durably
from console.errors import BackupRefused, SetupWrong
from console.gate import Seat
from console.heads import Heads
from console.recovery import fetch_sound
from console.restores import restore_fields
from console.scratch import scratch
from console.secret import Secret
from console.vault import Vault
from console.vault_file import LOCK_FILE, VAULT_FILE
from console.workers import Stop
from db.durable import settle
from db.file_records import CaseFile
from db.store import Store

Bring = Callable[[Iterable[CaseFile]], FilesCopied]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What came back.  ``verdict`` is about the log as it was in the backup.

    ``files``: the stills, attachments and exhibits of its cases.
    """

    cameras: int
    passwords: int
    officers: int
    verdict: Verdict
    files: FilesCopied


def recover(
    backup: Path,
    data_dir: Path,
    code: Secret,
    open_vault: Callable[[Path], Vault],
    clock: Clock,
    workstation: str,
    progressed: Callable[[int, int], None] = lambda _done, _all: None,
) -> Recovered:
    """Make ``backup`` the station of ``data_dir``, with a keeper of this PC for its passwords.

    The files of its cases come first, in bytes of hours; cut off, it goes on from there when it is
    called again.  Those that are not beside the backup, or have no room, keep nothing else back.

    Args:
        backup: The backup's folder, on any medium.
        data_dir: Where the station shall be; it must hold none.
        code: What stands on the recovery sheet.
        open_vault: Opens the vault in a folder, with the keeper that this PC shall have.
        clock: For the entry in the log.
        workstation: This PC's name, for the same.
        progressed: Called with bytes of files that came, and in all.

    Raises:
        BackupRefused: it is no whole, sound backup, or there is a station already.
        CodeWrong, VaultLocked: this code does not open it.
        SetupWrong: the data folder cannot be made.
        StoreProblem: a newer program made it, or the disk is full.
    """
    if (data_dir / STORE_FILE).exists():
        raise BackupRefused(f"there is a station in {data_dir} already")
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        with scratch(data_dir) as folder:
            fetch_sound(backup, folder)
            vault = open_vault(folder)
            if (folder / VAULT_FILE).exists():
                vault.take_over(code)
            bring = partial(bring_back, backup=backup, data_dir=data_dir, stop=Stop())
            recovered = _brought_up(
                folder, vault, clock, workstation, partial(bring, progressed=progressed)
            )
            _move(folder, data_dir)
    except OSError as error:
        raise SetupWrong(f"{data_dir} cannot be written: {error.strerror}") from error
    log.info("recovered %d cameras from %s", recovered.cameras, backup.name)
    return recovered


def _brought_up(
    folder: Path, vault: Vault, clock: Clock, workstation: str, bring: Bring
) -> Recovered:
    """Verify the log as it came, then let it tell of today."""
    store = Store(folder / STORE_FILE, lambda _: None)
    try:
        audit = Audit(Seat(), clock, workstation)
        heads = Heads(store, vault, audit, clock)
        verdict = verify(store, heads.anchors(), stop=Stop(), progressed=lambda *_: None)
        with store.begin() as unit:
            cameras, officers = unit.fleet.cameras(), unit.officers.count()
            audit.write(
                unit,
                Act.RESTORED,
                "station",
                subject_id=None,
                officer_id=None,
                **restore_fields(unit.trail.head(), (0, "")),
            )
        heads.sign_head("restore")
        files = bring(files_of(store))
    finally:
        store.close()
    devices = {camera.device.id for camera in cameras}
    return Recovered(
        cameras=len(cameras),
        passwords=sum(vault.get(device_id) is not None for device_id in devices),
        officers=officers,
        verdict=verdict,
        files=files,
    )


def _move(folder: Path, data_dir: Path) -> None:
    """Move all that came back, the store last: it is what makes a folder a station."""
    left = {MANIFEST, STORE_FILE, LOCK_FILE}
    files = [file for file in folder.iterdir() if file.name not in left]
    for file in files:
        write_durably(data_dir / file.name, file.read_bytes())
    settle(folder / STORE_FILE, data_dir / STORE_FILE)
