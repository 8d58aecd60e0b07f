"""Who is at the command line: a name from the options, and a password that nobody else sees.

A password is typed without an echo, or comes in through a file descriptor: never as an argument
or from the environment, which other processes can read.
"""

from __future__ import annotations

import getpass
import os
import sys
import unicodedata
from collections.abc import Sequence

from console.access import Access
from console.errors import Gone, Problem
from console.rights import Action
from console.secret import Secret
from db.records import Officer, OfficerId

_LONGEST_LINE = 4096  # bytes
_NOBODY = OfficerId(0)


class OfficerNotNamed(Problem):
    """The station has officers, and the command line does not say who sits there."""

    def __init__(self, option: str = "--officer") -> None:
        super().__init__(f"this station has officers: say who with {option} NAME")


class PasswordUnreadable(Problem):
    """No password can be read from where the command line says."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"the password cannot be read: {detail}")


def sign_in(access: Access, name: str | None, descriptor: int | None) -> Officer | None:
    """Sign in whoever ``name`` is; None while the station has no officer.

    A name that nobody has is asked for a password as any other.

    Args:
        access: The station's.
        name: As it stands on the sign-in card, in any case; None if none was given.
        descriptor: Where the password's line is read from; None asks for it at the terminal,
            or reads it from standard input where that is none.

    Raises:
        OfficerNotNamed: there are officers, and no name was given.
        SignInRefused: see ``Access.sign_in``.
    """
    known = {_folded(each): officer_id for officer_id, each in access.names()}
    if not known:
        return None
    if name is None:
        raise OfficerNotNamed
    return access.sign_in(known.get(_folded(name), _NOBODY), _password(name, descriptor))


def approve(access: Access, name: str | None, descriptor: int | None, action: Action) -> None:
    """Have a second officer, ``name``, agree to ``action``; nothing while the station has none.

    Raises:
        OfficerNotNamed: there are officers, and no second one was named.
        SignInRefused, NotAllowed: see ``Access.approve``.
    """
    known = {_folded(each): officer_id for officer_id, each in access.names()}
    if not known:
        return
    if name is None:
        raise OfficerNotNamed("--second")
    access.approve(known.get(_folded(name), _NOBODY), _password(name, descriptor), action)


def named(name: str, officers: Sequence[tuple[OfficerId, str]]) -> OfficerId:
    """The id of whoever of ``officers`` is called ``name``, in any case.  Raises Gone."""
    for officer_id, each in officers:
        if _folded(each) == _folded(name):
            return officer_id
    raise Gone("administrator of that name")


def secret_line(prompt: str, descriptor: int | None) -> Secret:
    """A line that must not be seen: from ``descriptor``, the terminal or standard input."""
    if descriptor is None and sys.stdin.isatty():
        return Secret(getpass.getpass(f"{prompt}: "))
    source = sys.stdin.fileno() if descriptor is None else descriptor
    try:
        # Unbuffered: what follows the line is for whoever asks next.
        with os.fdopen(source, "rb", buffering=0, closefd=False) as file:
            line = file.readline(_LONGEST_LINE)
    except OSError as error:
        raise PasswordUnreadable(error.strerror or "closed") from error
    return Secret(line.decode("utf-8", "replace").rstrip("\r\n"))


def _password(name: str, descriptor: int | None) -> Secret:
    return secret_line(f"password of {name}", descriptor)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
