"""What Windows tells of media.  Written from Microsoft's documentation, and never run.

``read_descriptor`` alone, which takes what a device answers apart, runs everywhere.
"""

from __future__ import annotations

import struct
import sys
from typing import NamedTuple

from console.platform.media_names import Found, clean_name, clean_serial

_DESCRIPTOR = struct.Struct("<II4B5I")  # STORAGE_DEVICE_DESCRIPTOR without its tail
_BUS_USB, _BUS_SD = 7, 12


class Descriptor(NamedTuple):
    """What a device says of itself; ``carried``: it is no part of the PC."""

    name: str
    serial: str
    carried: bool


def read_descriptor(answer: bytes) -> Descriptor:
    """A STORAGE_DEVICE_DESCRIPTOR, whatever the device wrote into it."""
    if len(answer) < _DESCRIPTOR.size:
        return Descriptor("", "", carried=False)
    fields = _DESCRIPTOR.unpack_from(answer)
    removable, (vendor, product, _, serial, bus) = fields[4], fields[6:]

    def text(at: int) -> str:
        if not _DESCRIPTOR.size <= at < len(answer):
            return ""  # 0: it tells none
        return answer[at:].split(b"\0", 1)[0].decode("ascii", "replace")

    return Descriptor(
        clean_name(text(vendor), text(product)),
        clean_serial(text(serial)),
        carried=bool(removable) or bus in {_BUS_USB, _BUS_SD},
    )


if sys.platform == "win32":
    import ctypes
    import os
    import string
    from ctypes import wintypes

    _DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_CDROM = 2, 3, 5
    _QUERY_PROPERTY, _LOCK, _DISMOUNT, _EJECT = 0x2D1400, 0x90018, 0x90020, 0x2D4808
    _READ_WRITE, _SHARED, _EXISTING = 0xC0000000, 0x3, 3
    _NO_BOXES = 0x1  # SEM_FAILCRITICALERRORS: no window about an empty card reader
    _ANSWER_BYTES = 4096

    def removable() -> list[Found]:
        """Drives that can be carried away; not the one that Windows is on."""
        own = os.environ.get("SYSTEMDRIVE", "C:").upper()
        roots = [f"{letter}:\\" for letter in string.ascii_uppercase if f"{letter}:" != own]
        found = []
        for root in roots:
            kind = ctypes.windll.kernel32.GetDriveTypeW(root)
            if kind not in {_DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_CDROM}:
                continue
            device = _descriptor(root)
            if kind != _DRIVE_FIXED or device.carried:
                found += _found(root, device)
        return found

    def medium_of(path: str) -> Found | None:
        """What ``path`` lies on; None: on no drive of this PC."""
        room = ctypes.create_unicode_buffer(1024)
        if not ctypes.windll.kernel32.GetVolumePathNameW(path, room, len(room)):
            return None
        found = _found(room.value, _descriptor(room.value))
        return found[0] if found else None

    def let_go(path: str) -> bool:
        """Lock, dismount and eject the drive; Windows writes what is left before it locks."""
        handle = _opened(os.path.splitdrive(path)[0], _READ_WRITE)
        if handle is None:
            return False
        try:
            return all(_asked(handle, code, b"") is not None for code in (_LOCK, _DISMOUNT, _EJECT))
        finally:
            ctypes.windll.kernel32.CloseHandle(handle)

    def _found(root: str, device: Descriptor) -> list[Found]:
        """The volume, unless there is none in the drive."""
        ctypes.windll.kernel32.SetThreadErrorMode(_NO_BOXES, None)
        label, kind = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
        number = wintypes.DWORD()
        if not ctypes.windll.kernel32.GetVolumeInformationW(
            root, label, len(label), ctypes.byref(number), None, None, kind, len(kind)
        ):
            return []
        name = device.name or clean_name(label.value)
        serial = device.serial or f"{number.value >> 16:04X}-{number.value & 0xFFFF:04X}"
        return [Found(root, name, serial, 0, kind.value.lower())]

    def _descriptor(root: str) -> Descriptor:
        handle = _opened(root[:2], 0)
        if handle is None:
            return Descriptor("", "", carried=False)
        try:  # StorageDeviceProperty, PropertyStandardQuery
            return read_descriptor(_asked(handle, _QUERY_PROPERTY, bytes(12)) or b"")
        finally:
            ctypes.windll.kernel32.CloseHandle(handle)

    def _opened(drive: str, access: int) -> int | None:
        """A handle of "E:" itself.  Without access it answers questions and reads nothing."""
        create = ctypes.windll.kernel32.CreateFileW
        create.restype = wintypes.HANDLE
        handle = create(f"\\\\.\\{drive}", access, _SHARED, None, _EXISTING, 0, None)
        return None if handle in {None, ctypes.c_void_p(-1).value} else int(handle)

    def _asked(handle: int, code: int, question: bytes) -> bytes | None:
        answer, size = ctypes.create_string_buffer(_ANSWER_BYTES), wintypes.DWORD()
        done = ctypes.windll.kernel32.DeviceIoControl(
            wintypes.HANDLE(handle),
            code,
            question,
            len(question),
            answer,
            _ANSWER_BYTES,
            ctypes.byref(size),
            None,
        )
        return answer.raw[: size.value] if done else None

else:

    def removable() -> list[Found]:
        """Windows alone has drives."""
        return []

    def medium_of(path: str) -> Found | None:
        """Windows alone has drives."""
        return None

    def let_go(path: str) -> bool:
        """Windows alone has drives."""
        return False
