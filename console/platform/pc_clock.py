"""Whether something sets this PC's clock right, as far as the system knows.

Linux's kernel is told by whoever does (chrony, systemd-timesyncd, ntpd).  Elsewhere nobody is
asked: it is not known.
"""

from __future__ import annotations

import ctypes
import sys

_UNSYNCHRONISED = 0x40  # STA_UNSYNC of <linux/timex.h>


class _Timex(ctypes.Structure):
    """The beginning of ``struct timex``; behind it there is room for the rest."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 256),
    )


def is_synchronised() -> bool | None:
    """Whether the clock is being kept right; None: not known.  Any thread, at once."""
    if sys.platform != "linux":
        return None
    asked = _Timex()  # modes 0: nothing is set
    try:
        if ctypes.CDLL(None).adjtimex(ctypes.byref(asked)) < 0:
            return None
    except (OSError, AttributeError):  # a C library that has none
        return None
    return not asked.status & _UNSYNCHRONISED
