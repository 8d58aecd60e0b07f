"""What is mounted where; what a folder lies on: a network share, a file system with limits."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_OVER_THE_NET = frozenset(
    {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3"}
    | {"smbfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs"}
)
_FAT = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32"})
FAT_LARGEST_BYTES = (1 << 32) - 1
_DRIVE_REMOTE = 4
_ESCAPED = re.compile(rb"\\([0-7]{3})")


def is_share(folder: Path) -> bool:
    """Whether ``folder``, which is there, lies on another machine; False when nobody can tell."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        return _kind(folder) in _OVER_THE_NET
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of Linux's table: ``device`` is "major:minor", ``root`` the part that is shown."""

    device: str
    root: str
    point: str
    kind: str
    source: str


def table(root: Path = Path("/")) -> str:
    """Linux's table of mounts; ``root`` is another one in tests.  Raises OSError."""
    return (root / "proc/self/mountinfo").read_text("utf-8", "surrogateescape")


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
    mount = nearest(path, parsed(mounts))
    return "" if mount is None else mount.kind


def parsed(mounts: str) -> list[Mount]:
    """What Linux's table ``/proc/self/mountinfo`` tells; a line that is none is passed over."""
    found = []
    for line in mounts.split("\n"):  # a name may hold other signs that end lines
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) >= 5 and len(rest) >= 2:
            device, root, point = fields[2:5]
            found.append(Mount(device, _plain(root), _plain(point), rest[0], _plain(rest[1])))
    return found


def nearest(path: str, mounts: Iterable[Mount]) -> Mount | None:
    """The one that ``path`` lies on; a later one hides an earlier one."""
    best: Mount | None = None
    for mount in mounts:
        inside = path == mount.point or path.startswith(mount.point.rstrip("/") + "/")
        if inside and (best is None or len(mount.point) >= len(best.point)):
            best = mount
    return best


def _plain(escaped: str) -> str:
    """A field with its blanks, which the table writes in octal; bytes as in file names."""
    raw = escaped.encode("utf-8", "surrogateescape")
    whole = _ESCAPED.sub(lambda found: bytes([int(found[1], 8) & 0xFF]), raw)
    return whole.decode("utf-8", "surrogateescape")


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
        return kind_of(os.path.realpath(folder), table())

    def _is_remote_drive(folder: Path) -> bool:
        """Windows alone has drives."""
        return False
