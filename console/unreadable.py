"""Going back when today's store cannot be opened: damaged at its root, or a newer program's.

Nobody can sign in to it.  So what shall replace it stands in for it, in a folder beside it: its
officers sign in and agree there, and then it takes the place.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from console.backup_files import STORE_FILE, folder_name
from console.config import SETUP_FILE
from console.durable import write_durably
from console.errors import StoreFailed
from console.keepers import KEY_FILE
from console.recovery import copy_before_update, fetch_sound
from console.scratch import scratch
from console.vault_file import VAULT_FILE
from db.copies import take
from db.durable import settle

_LOGS = ("-wal", "-shm")


@contextmanager
def stand_in(data_dir: Path, backup: Path | None) -> Iterator[tuple[Path, bytes | None]]:
    """A station made of ``backup``, or with None of the copy from before the last update.

    It has today's set-up and vault.  Yields its folder, which is gone afterwards, and the
    backup's vault.json, for ``Recovery.stand_in``.

    Raises:
        BackupRefused: see ``console.recovery``.
        StoreProblem: the disk is full.
    """
    with scratch(data_dir) as folder:
        brought = folder / "brought"
        vault = None
        if backup is None:
            take(copy_before_update(data_dir), folder / STORE_FILE)
        else:
            brought.mkdir()
            fetch_sound(backup, brought)
            (brought / STORE_FILE).rename(folder / STORE_FILE)
            if (brought / VAULT_FILE).exists():
                vault = (brought / VAULT_FILE).read_bytes()
        for each in (SETUP_FILE, VAULT_FILE, KEY_FILE):
            if (data_dir / each).exists():
                write_durably(folder / each, (data_dir / each).read_bytes())
        yield folder, vault


def take_place(folder: Path, data_dir: Path, now: datetime) -> Path:
    """Put the closed station of ``folder`` in the place of today's; returns where that is kept.

    No other program may have today's open.  Raises StoreFailed.
    """
    store = data_dir / STORE_FILE
    kept = data_dir / f"{STORE_FILE}.replaced-{folder_name(now).removeprefix('station-')}"
    try:
        for suffix in ("", *_LOGS):
            if (log := data_dir / f"{STORE_FILE}{suffix}").exists():
                shutil.copyfile(log, f"{kept}{suffix}")
        for suffix in _LOGS:  # else SQLite would play today's log into the store of then
            (data_dir / f"{STORE_FILE}{suffix}").unlink(missing_ok=True)
        settle(folder / STORE_FILE, store)
        for each in (VAULT_FILE, KEY_FILE):
            if (folder / each).exists():
                write_durably(data_dir / each, (folder / each).read_bytes())
    except OSError as error:
        raise StoreFailed(f"{STORE_FILE} was not replaced: {error.strerror}") from error
    return kept
