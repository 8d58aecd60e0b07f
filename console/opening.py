"""A station for the command line: found, opened without a window, signed in to."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console import asking
from console.app import Console, StartEngine, build
from console.backup_files import STORE_FILE
from console.config import default_folder
from console.errors import SetupWrong
from console.events import Event, Noticed, Post
from console.secret import Secret


def station_folder(options: argparse.Namespace) -> Path:
    """The data folder that is meant.

    Raises:
        SetupWrong: there is no station in it; a mistyped folder must not become one.
    """
    folder: Path = options.data or default_folder()
    if not (folder / STORE_FILE).exists():
        raise SetupWrong(f"there is no station in {folder}")
    return folder


@contextmanager
def signed_in(
    options: argparse.Namespace,
    noticed: list[Noticed] | None = None,
    passphrase: Secret | None = None,
) -> Iterator[Console]:
    """The station with whoever ``--officer`` names signed in, where it has officers.

    What fails in the background meanwhile is added to ``noticed``.  ``passphrase`` is the
    vault's, if it was asked for already.
    """
    folder = station_folder(options)
    with opened(folder, noticed, passphrase or asked_passphrase(options)) as station:
        asking.sign_in(station.access, options.officer, options.password_from)
        try:
            yield station
        finally:
            station.access.sign_out()


def asked_passphrase(options: argparse.Namespace) -> Secret | None:
    """The passphrase of the vault, if the command line says where it comes in.

    It is read before any officer's password.  Raises PasswordUnreadable.
    """
    descriptor: int | None = options.passphrase_from
    return None if descriptor is None else asking.secret_line("passphrase", descriptor)


@contextmanager
def opened(
    folder: Path,
    noticed: list[Noticed] | None = None,
    passphrase: Secret | None = None,
    *,
    sign: bool = True,
    heard: Post | None = None,
    engine: StartEngine | None = None,
) -> Iterator[Console]:
    """The station without a window; ``sign``: see ``Console.close``, ``engine``: see ``build``.

    ``heard`` is called with every event, from any thread.
    """

    def post(event: Event) -> None:
        if noticed is not None and isinstance(event, Noticed):
            noticed.append(event)
        if heard is not None:
            heard(event)

    station = build(folder, post, passphrase=passphrase, engine=engine)
    try:
        yield station
    finally:
        station.close(sign=sign)
