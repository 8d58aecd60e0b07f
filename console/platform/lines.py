"""The local line between our processes: a socket that only its user can open, with a key.

On Linux a socket in a private folder, on Windows a named pipe.  Both ends prove that they
know the key before a word is said (``multiprocessing.connection``; no pickle is used).
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

LineRefused = AuthenticationError


def address_in(folder: Path) -> str:
    """Where a program whose private runtime folder is ``folder`` listens."""
    if sys.platform == "win32":
        return rf"\\.\pipe\ward-console-{folder.name}"
    return str(folder / "engine.sock")


def listen(address: str, key: bytes) -> Listener:
    """Listen at ``address``.  A socket that a killed program left there is removed.

    The caller holds the folder's lock, so nobody else is listening.
    """
    if sys.platform == "win32":
        return Listener(address, "AF_PIPE", authkey=key)
    with contextlib.suppress(FileNotFoundError):
        Path(address).unlink()
    return Listener(address, "AF_UNIX", backlog=16, authkey=key)


def connect(address: str, key: bytes) -> Connection:
    """Open the line.

    Raises:
        OSError, EOFError: nobody listens there.
        LineRefused: the key is another one.
    """
    return Client(address, authkey=key)


def wake(connection: Connection) -> None:
    """End a ``recv`` that another thread waits in, with ``EOFError``.  Does not close."""
    if sys.platform == "win32":
        connection.close()
        return
    with (
        contextlib.suppress(OSError),
        socket.socket(fileno=os.dup(connection.fileno())) as line,
    ):
        line.shutdown(socket.SHUT_RDWR)


def poke(address: str) -> None:
    """Wake a thread that waits for the next to connect; it hears somebody without the key."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            with Path(address).open("rb"):  # a pipe is opened like a file there
                return
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(address)
