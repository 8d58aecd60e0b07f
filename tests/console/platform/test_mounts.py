"""Whether a folder lies on another machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.platform.mounts import is_share, kind_of, largest_file_bytes, limit_of

MOUNTS = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
31 22 0:26 / /mnt/nas rw - cifs //nas/share rw
32 22 0:27 / /mnt/nas2 rw - nfs4 nas:/x rw
33 22 8:17 / /mnt/dữ\\040liệu rw - ext4 /dev/sdb1 rw
34 31 8:33 / /mnt/nas/local rw - xfs /dev/sdc1 rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/station", "ext4"),
        ("/mnt/nas", "cifs"),
        ("/mnt/nas/footage", "cifs"),
        ("/mnt/nas2/footage", "nfs4"),
        ("/mnt/nasty", "ext4"),
        ("/mnt/nas/local/footage", "xfs"),
        ("/mnt/dữ liệu/x", "ext4"),
    ],
)
def test_the_nearest_mount_counts(path: str, kind: str) -> None:
    mounts = MOUNTS.replace("dữ", "d\u1eef")

    assert kind_of(path, mounts) == kind


def test_this_machines_folders_are_no_shares(tmp_path: Path) -> None:
    assert not is_share(tmp_path)


@pytest.mark.parametrize(
    ("kind", "limit"),
    [("vfat", 4_294_967_295), ("FAT32", 4_294_967_295), ("exfat", None), ("ntfs", None)],
)
def test_fat_takes_no_file_of_four_gibibytes(kind: str, limit: int | None) -> None:
    assert limit_of(kind) == limit


def test_this_machines_folders_take_large_files(tmp_path: Path) -> None:
    assert largest_file_bytes(tmp_path) is None
    assert largest_file_bytes(tmp_path / "gone") is None
