"""A process that gives up the network, for good; no rights are needed, on Linux."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # sched.h
_CAPABILITY_VERSION = 0x20080522  # linux/capability.h, version 3
_SELF = Path("/proc/self")


def leave_network() -> bool:
    """Go where there is no network, not even loopback; False: the system does not let us.

    Open files, named sockets and the process's rights to files stay as they are.  Call it while the
    process has one thread.  Some Linuxes and containers forbid it; Windows and others know nothing
    like it for a process that already runs: there nothing changes.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_USER | _NEW_NET):
        return False
    # Who we are: else files that we make, and the sound server, would see nobody.
    for name, text in (
        ("uid_map", f"{user} {user} 1"),
        ("setgroups", "deny"),
        ("gid_map", f"{group} {group} 1"),
    ):
        try:
            (_SELF / name).write_text(text, encoding="ascii")
        except OSError:
            break
    _give_up_rights(libc)
    return True


def _give_up_rights(libc: ctypes.CDLL) -> None:
    """In a user namespace of its own a process may do everything; ours needs nothing."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    libc.capset(ctypes.byref(header), ctypes.byref(none))
