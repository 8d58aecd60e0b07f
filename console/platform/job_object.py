"""A limit of memory on Windows: a job object.  From Microsoft's documentation, and never run.

``memory_limit`` alone, which lays the question out, runs everywhere.
"""

from __future__ import annotations

import struct
import sys

# JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bit: two times, flags, two working sets, how many
# processes, affinity, two classes; six counters; the limit of a process and of a job, two peaks.
_LIMITS = struct.Struct("<2qI4x2QI4xQ2I6Q4Q")
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY


def memory_limit(size: int) -> bytes:
    """The limits of a job of which no process may commit more than ``size`` bytes."""
    return _LIMITS.pack(
        *(0, 0, _PROCESS_MEMORY, 0, 0, 0, 0, 0, 0),
        *(0, 0, 0, 0, 0, 0),
        *(size, 0, 0, 0),
    )


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation

    def limit(size: int) -> bool:
        """Put this process into a job of its own, for good; False: Windows does not let us.

        A job that it is in already stays around that one.
        """
        kernel = ctypes.windll.kernel32
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        if not job:
            return False
        handle, limits = wintypes.HANDLE(job), memory_limit(size)
        try:
            us = wintypes.HANDLE(kernel.GetCurrentProcess())
            return bool(
                kernel.SetInformationJobObject(handle, _EXTENDED_LIMITS, limits, len(limits))
                and kernel.AssignProcessToJobObject(handle, us)
            )
        finally:
            kernel.CloseHandle(handle)  # the job lives as long as we are in it

else:

    def limit(size: int) -> bool:
        """Windows alone has such jobs."""
        return False
