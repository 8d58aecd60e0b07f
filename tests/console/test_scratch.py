from __future__ import annotations

import stat
from pathlib import Path

from console.scratch import scratch


def test_a_scratch_folder_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    with scratch(tmp_path) as folder:
        (folder / "half").write_bytes(b"a key")
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / f"scratch-{2**22 + 1}-abc"
    left.mkdir()
    (left / "vault.key").write_bytes(b"a key")
    for other in ("scratch-notes", "backups"):
        (tmp_path / other).mkdir()

    with scratch(tmp_path) as ours, scratch(tmp_path):
        assert not left.exists()
        assert ours.exists()  # of a process that lives

    assert sorted(each.name for each in tmp_path.iterdir()) == ["backups", "scratch-notes"]
