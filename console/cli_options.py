"""Options that several commands have: where the station lies, and who is there."""

from __future__ import annotations

import argparse
from pathlib import Path


def data_option(parser: argparse.ArgumentParser) -> None:
    """Where the station lies."""
    parser.add_argument("--data", type=Path, metavar="DIR", help="the station's data folder")


def passphrase_option(parser: argparse.ArgumentParser) -> None:
    """Where the passphrase of the vault comes in."""
    parser.add_argument(
        "--passphrase-from",
        type=int,
        metavar="FD",
        help="read the passphrase that keeps the cameras' passwords from here, first of all",
    )


def officer_options(parser: argparse.ArgumentParser) -> None:
    """Who is there; with it, the passphrase."""
    passphrase_option(parser)
    parser.add_argument(
        "--officer", metavar="NAME", help="who you are, if the station has officers"
    )
    parser.add_argument(
        "--password-from",
        type=int,
        metavar="FD",
        help="read the password's line from this file descriptor, 0 for standard input",
    )


def guarded_options(parser: argparse.ArgumentParser) -> None:
    """A station, and who is there."""
    data_option(parser)
    officer_options(parser)


def second_options(parser: argparse.ArgumentParser) -> None:
    """The second officer, for what two must agree to."""
    parser.add_argument("--second", metavar="NAME", help="the second officer, who must agree")
    parser.add_argument(
        "--second-password-from", type=int, metavar="FD", help="where the second password comes in"
    )
