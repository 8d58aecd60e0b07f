"""Shared memory without a name to leave behind: a memfd on Linux, a section on Windows.

A block lives as long as somebody maps it.  When every process that did is gone, however it
went, the memory is gone too: there is nothing to clean up after ``kill -9``.
"""

from __future__ import annotations

import mmap
import os
import secrets
import socket
import sys
from multiprocessing.connection import Connection

_MARK = b"B"


class Loan:
    """A block on its way to another process.  ``send`` it once, or ``drop`` it."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def send(self, connection: Connection) -> None:
        """Hand the block over, right behind the message that announces it."""
        try:
            if sys.platform != "win32":
                with socket.socket(fileno=os.dup(connection.fileno())) as line:
                    socket.send_fds(line, [_MARK], [self._handle])
        finally:
            self.drop()

    def drop(self) -> None:
        """Do not send it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


class Block:
    """A piece of memory that several processes map."""

    def __init__(self, memory: mmap.mmap, size: int, handle: int, name: str) -> None:
        self._memory = memory
        self._handle = handle  # the memfd, or -1 where the block has a name
        self.name = name
        self.size = size  # bytes
        self.view = memoryview(memory)

    @classmethod
    def create(cls, size: int) -> Block:
        """Make a block of ``size`` bytes, all zero."""
        if sys.platform == "win32":
            name = f"ward-console-{secrets.token_hex(16)}"
            return cls(mmap.mmap(-1, size, tagname=name), size, -1, name)
        handle = os.memfd_create("ward-console", os.MFD_CLOEXEC)
        os.ftruncate(handle, size)
        return cls(mmap.mmap(handle, size), size, handle, "")

    def lend(self) -> Loan:
        """A loan of the block to be sent later, even if it is closed here meanwhile."""
        return Loan(os.dup(self._handle) if self._handle >= 0 else -1)

    @classmethod
    def receive(cls, connection: Connection, size: int, name: str) -> Block:
        """Map the block that the other end has just sent.

        Raises:
            OSError: it did not come, or is smaller than announced.
        """
        if sys.platform == "win32":
            return cls(mmap.mmap(-1, size, tagname=name), size, -1, name)
        with socket.socket(fileno=os.dup(connection.fileno())) as line:
            mark, handles, _, _ = socket.recv_fds(line, len(_MARK), 1)
        if mark != _MARK or len(handles) != 1:
            raise OSError("the shared memory that was announced did not come")
        if os.fstat(handles[0]).st_size < size:
            os.close(handles[0])
            raise OSError("the shared memory is smaller than announced")
        return cls(mmap.mmap(handles[0], size), size, handles[0], "")

    def close(self) -> None:
        """Let go.  Views that someone still holds keep the memory until they go."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        try:
            self.view.release()
            self._memory.close()
        except BufferError:
            # A picture is still being looked at: the mapping goes with the last view of it.
            return
