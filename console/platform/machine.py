"""A key that only this machine can read, for a station where nobody is signed in to the system.

On Windows the data protection interface seals it for the machine (whoever runs programs on this
PC can open it, a copy of the file elsewhere cannot).  Elsewhere it is as it is, and the file's
mode, 0600 for the service's account, is what protects it.  The Windows half was written from
Microsoft's documentation and has never been run.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FOR_THE_MACHINE = 0x4  # CRYPTPROTECT_LOCAL_MACHINE
    _ASK_NOBODY = 0x1  # CRYPTPROTECT_UI_FORBIDDEN

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    def seal(clear: bytes) -> bytes:
        """Seal ``clear`` for this machine.  Raises OSError."""
        return _passed_through(ctypes.windll.crypt32.CryptProtectData, clear)

    def unseal(sealed: bytes) -> bytes:
        """What was sealed on this machine.  Raises OSError."""
        return _passed_through(ctypes.windll.crypt32.CryptUnprotectData, sealed)

    def _passed_through(call: ctypes._NamedFuncPointer, data: bytes) -> bytes:
        given = ctypes.create_string_buffer(data, len(data))
        source = _Blob(len(data), ctypes.cast(given, ctypes.POINTER(ctypes.c_char)))
        result = _Blob()
        flags = _FOR_THE_MACHINE | _ASK_NOBODY
        if not call(ctypes.byref(source), None, None, None, None, flags, ctypes.byref(result)):
            raise ctypes.WinError()
        try:
            return ctypes.string_at(result.data, result.size)
        finally:
            ctypes.windll.kernel32.LocalFree(result.data)

else:

    def seal(clear: bytes) -> bytes:
        """``clear`` as it is: see above."""
        return clear

    def unseal(sealed: bytes) -> bytes:
        """``sealed`` as it is: see above."""
        return sealed
