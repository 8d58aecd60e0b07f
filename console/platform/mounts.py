"""What a folder lies on, as far as the system tells: a network share, a file system with limits."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_OVER_THE_NET = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3"}
    | {"smbfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs"}
)
_FAT = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32"})
FAT_LARGEST_BYTES = (1 << 32) - 1
_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4


def is_share(folder: Path) -> bool:
    """Whether ``folder``, which is there, lies on another machine; False when nobody can tell."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        return _kind(folder) in _OVER_THE_NET
    except OSError:
        return False


def largest_file_bytes(folder: Path) -> int | None:
    """How large a file may be in ``folder``, which is there; None: no limit that anybody meets."""
    try:
        return limit_of(_kind(folder))
    except OSError:
        return None


def limit_of(kind: str) -> int | None:
    """How large a file may be on a file system of that name; None: no limit that anybody meets."""
    return FAT_LARGEST_BYTES if kind.lower() in _FAT else None


def kind_of(path: str, mounts: str) -> str:
    """The kind of file system that ``path`` lies on, by Linux's table ``mounts``; "" unknown."""
    kind, longest = "", -1
    for line in mounts.splitlines():
        before, found, after = line.partition(" - ")
        fields = before.split()
        if not found or len(fields) < 5 or not after.split():
            continue
        point = fields[4].encode().decode("unicode_escape").encode("latin-1").decode("utf-8")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:  # a later line hides an earlier one
            kind, longest = after.split()[0], len(point)
    return kind


if sys.platform == "win32":

    def _kind(folder: Path) -> str:
        import psutil

        root = folder.resolve().anchor.lower()
        drives = psutil.disk_partitions(all=True)
        return next((each.fstype for each in drives if each.mountpoint.lower() == root), "")

    def _is_remote_drive(folder: Path) -> bool:
        import ctypes

        root = folder.resolve().anchor
        if root.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE)

else:

    def _kind(folder: Path) -> str:
        return kind_of(os.path.realpath(folder), _MOUNTS.read_text("utf-8"))

    def _is_remote_drive(folder: Path) -> bool:
        """Windows alone has drives."""
        return False
