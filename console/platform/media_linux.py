"""What Linux tells of media: its table of mounts, and the tree of devices below ``/sys``."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from console.platform.media_names import Found, clean_name, clean_serial
from console.platform.mounts import Mount, nearest, parsed, table

_SECTOR_BYTES = 512
_MOST_BYTES = 4096  # of a file of /sys
_MOST_LAYERS = 8  # encryption over volumes over …
_USB_BUS = re.compile(r"usb\d+")
_FLUSH_S, _UNMOUNT_S, _DIES_S = 45.0, 15.0, 1.0


def removable(root: Path) -> list[Found]:
    """What is mounted of media that can be carried away, in the order of mounting."""
    found: dict[str, Found] = {}
    for mount, part in _carried(root):
        if mount.device not in found:
            found[mount.device] = _found(mount, part, root)
    return list(found.values())


def medium_of(path: str, root: Path) -> Found | None:
    """What ``path`` lies on; None: on no disk of this PC."""
    mount = nearest(path, _mounts(root))
    part = None if mount is None else _part(mount, root)
    return None if mount is None or part is None else _found(mount, part, root)


def let_go(path: str, root: Path) -> bool:
    """Flush and unmount; False unless the table of mounts shows afterwards that it is gone."""
    mount = nearest(path, _mounts(root))
    if mount is None or not any(mount == each for each, _ in _carried(root)):
        return False
    if not _ran(["sync", "-f", mount.point], _FLUSH_S):
        return False
    ways = (
        ["udisksctl", "unmount", "--no-user-interaction", "-b", mount.source],
        ["umount", mount.point],
    )
    return any(_ran(way, _UNMOUNT_S) and mount not in _mounts(root) for way in ways)


def _mounts(root: Path) -> list[Mount]:
    try:
        return parsed(table(root))
    except OSError:
        return []


def _carried(root: Path) -> Iterator[tuple[Mount, Path]]:
    """Mounts of media that can be carried away, whole ones, and their devices."""
    mounts = _mounts(root)
    ours = nearest("/", mounts)
    own_disk = None if ours is None else _disk(_part(ours, root))
    for mount in mounts:
        part = _part(mount, root)
        disk = _disk(part)
        if part is None or disk is None or disk == own_disk or mount.root != "/":
            continue
        if _is_carried(disk):
            yield mount, part


def _part(mount: Mount, root: Path) -> Path | None:
    """The folder of /sys that tells of the partition, or disk, behind a mount."""
    sys = root / "sys"
    links = [sys / "dev/block" / mount.device]
    name = mount.source.rpartition("/")[2]
    if mount.source.startswith("/dev/") and not name.startswith("."):
        links.append(sys / "class/block" / name)  # btrfs has a number of its own
    for link in links:
        with suppress(OSError):
            return _below(link.resolve(strict=True))
    return None


def _below(part: Path) -> Path:
    """What lies below encryption and volumes."""
    for _ in range(_MOST_LAYERS):
        layers = sorted(part.glob("slaves/*"))
        if not layers:
            break
        part = layers[0].resolve()
    return part


def _disk(part: Path | None) -> Path | None:
    if part is None:
        return None
    return part.parent if (part / "partition").is_file() else part


def _is_carried(disk: Path) -> bool:
    """Whether it is no part of the PC.  A USB disk does not call itself removable, nor a card."""
    return (
        _told(disk / "removable") == "1"
        or any(_USB_BUS.fullmatch(part) for part in disk.parts)
        or _told(disk / "device/type") == "SD"
    )


def _found(mount: Mount, part: Path, root: Path) -> Found:
    disk = _disk(part) or part
    name, serial = _named(disk)
    size = _told(part / "size")
    return Found(
        folder=mount.point,
        name=name,
        serial=serial or _serial_by_id(disk.name, root),
        size_bytes=int(size) * _SECTOR_BYTES if size.isascii() and size.isdecimal() else 0,
        file_system=mount.kind,
    )


def _named(disk: Path) -> tuple[str, str]:
    """Name and serial number: of the USB device that it is, else of the disk itself."""
    for folder in disk.parents:
        if (folder / "idVendor").is_file():
            maker, model = _told(folder / "manufacturer"), _told(folder / "product")
            return clean_name(maker, model), clean_serial(_told(folder / "serial"))
    device = disk / "device"
    name = clean_name(_told(device / "vendor"), _told(device / "model") or _told(device / "name"))
    return name, clean_serial(_told(device / "serial"))


def _serial_by_id(disk: str, root: Path) -> str:
    """What udev read of a disk that /sys has no number of: "ata-MODEL_NUMBER"."""
    with suppress(OSError):
        for link in sorted((root / "dev/disk/by-id").iterdir()):
            kind, _, rest = link.name.partition("-")
            if kind in {"ata", "usb", "virtio"} and link.readlink().name == disk:
                return clean_serial(rest.removesuffix("-0:0").rpartition("_")[2])
    return ""


def _told(path: Path) -> str:
    """The line of a small file of /sys; "" where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _ran(command: list[str], timeout_s: float) -> bool:
    """Whether a program is there and did well; one that hangs in the kernel is left behind."""
    program = shutil.which(command[0])
    if program is None:
        return False
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [program, *command[1:]], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        return process.wait(timeout_s) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_DIES_S)
        return False
