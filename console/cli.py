"""What ``ward-console`` can be asked for, in English, and how it ends.

Exit codes: 0 done; 1 a problem of the world, told in one sentence on stderr; 2 not understood, or,
for ``verify``, no package to look at.  ``export`` ends with 1, too, while its request waits.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from typing_extensions import override

from console import own_processes
from console.cli_options import (
    data_option,
    guarded_options,
    officer_options,
    passphrase_option,
    second_options,
)
from console.errors import Cancelled, Problem

NAME = "ward-console"
GRIDS = (1, 4, 9, 16, 25, 36, 64, 81)
Run = Callable[[argparse.Namespace], int]


class Room(Protocol):
    """A module that has a command of its own."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add its options."""
        ...

    def run(self, options: argparse.Namespace) -> int:
        """Do it; returns the exit code."""
        ...


@dataclass(frozen=True, slots=True)
class Command:
    """One word after ``ward-console``.  Without ``words`` it is for our own processes only."""

    run: Run
    options: Callable[[argparse.ArgumentParser], None]
    words: str = ""


def run(arguments: Sequence[str], windows: Mapping[str, Run]) -> int:
    """Do what ``arguments`` say, ``open`` if they name no command; returns the exit code.

    ``windows`` runs what opens a window, ``open`` and ``demo``; everything else works
    without Qt.  A ``Problem`` becomes a sentence, a bug keeps its traceback.
    """
    arguments = arguments if _names_a_command(arguments) else ["open", *arguments]
    commands = _commands(windows)
    options = _parser(commands, arguments[0]).parse_args(arguments)
    try:
        return commands[options.command].run(options)
    except (Cancelled, KeyboardInterrupt):
        print(f"{NAME}: stopped", file=sys.stderr)
    except BrokenPipeError:  # whoever read our lines has gone, as in "… | head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Problem as problem:
        print(f"{NAME}: {problem}", file=sys.stderr)
    return 1


def _commands(windows: Mapping[str, Run]) -> dict[str, Command]:
    return {
        "open": Command(
            windows["open"], _open_options, "watch the cameras (without a command, too)"
        ),
        "demo": Command(windows["demo"], _demo_options, "show a made-up ward of 81 cameras"),
        "check": Command(_errand("check"), _check_options, "look the station's files over"),
        "serve": Command(_serve, data_option, "record without a window, as a service does"),
        "import-list": Command(
            _errand("import_list"), _import_options, "judge a CSV list of cameras, and keep it"
        ),
        "export-list": Command(
            _errand("export_list"), _export_options, "write the list of cameras, no passwords"
        ),
        "recording": Command(
            _errand("recording"),
            _recording_options,
            "say what is recorded, where, and for how long",
        ),
        "hold": _command(_hold, "list, add, prolong or release what keeps footage"),
        "backup": Command(_backup_errand("backup"), _backup_options, "back the station up, now"),
        "recovery-sheet": Command(
            _backup_errand("recovery_sheet"), guarded_options, "print the code that opens backups"
        ),
        "new-key": Command(
            _errand("new_key"), guarded_options, "sign the log with a new key from now on"
        ),
        "reset-password": Command(
            _backup_errand("reset_password"),
            _reset_options,
            "let an administrator in again, with the code of the recovery sheet",
        ),
        "restore": Command(
            _backup_errand("restore"), _restore_options, "go back to a backup of this station"
        ),
        "rollback": Command(
            _backup_errand("rollback"), _rollback_options, "go back to before the last update"
        ),
        "recover": Command(
            _backup_errand("recover"), _recover_options, "bring a station back on a bare PC"
        ),
        "autostart": Command(
            _errand("autostart"), _autostart_options, "open the locked wall when this PC starts"
        ),
        "export": _command(_export, "make a package of evidence, or write the request for one"),
        "verify": _command(_verify, "check an evidence package; needs no station"),
        "bench": _command(_bench, "measure the wall against the physical limit"),
        "demo-server": _command(_demo_server),
        "demo-encode": _command(_demo_encode),
        "engine": Command(own_processes.engine, own_processes.engine_options),
        "standby": Command(own_processes.standby, own_processes.standby_options),
        "worker": Command(own_processes.worker, own_processes.worker_options),
        "clerk": Command(own_processes.clerk, lambda _: None),
        "exhibit-player": Command(own_processes.exhibit_player, lambda _: None),
        "job": Command(own_processes.job, own_processes.job_options),
    }


def _parser(commands: Mapping[str, Command], chosen: str) -> argparse.ArgumentParser:
    """A parser that knows all commands, and the options of ``chosen`` alone.

    Some options take a library to be built; a worker must not wait for those of the bench.
    """
    parser = argparse.ArgumentParser(
        prog=NAME, description="The video wall of a ward police station.", allow_abbrev=False
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="say which this is")
    places = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in commands.items():
        if command.words:
            its = places.add_parser(
                name, help=command.words, description=command.words, allow_abbrev=False
            )
        else:
            its = places.add_parser(name, allow_abbrev=False)  # not listed
        if name == chosen:
            command.options(its)
    return parser


def _names_a_command(arguments: Sequence[str]) -> bool:
    return bool(arguments) and (
        not arguments[0].startswith("-") or arguments[0] in {"-h", "--help", "--version"}
    )


class _ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for: that takes as long as all the rest."""

    @override
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        try:
            print(f"{NAME} {metadata.version(NAME)}")
        except metadata.PackageNotFoundError:
            print(f"{NAME}, a checkout that was not set up")
        parser.exit()


def _open_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    _window_options(parser)


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--screenless",
        action="store_true",
        help="look for 20 s without a screen, leave pictures in demo-shots/, print figures",
    )
    _window_options(parser)


def _window_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tiles", type=int, choices=GRIDS, default=16, help="how many at once")
    parser.add_argument("--fullscreen", action="store_true", help="without frame and panels")
    # For the bench: see console.bench.meter.
    parser.add_argument("--meter", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--stalls", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--marks", type=Path, help=argparse.SUPPRESS)


def _check_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    passphrase_option(parser)
    parser.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="'NUMBER: GROUPS'",
        help="a head of the log that was noted on paper, to be compared; may be given again",
    )
    parser.add_argument(
        "--hashes",
        action="store_true",
        help="read every file of footage and of cases, and compare its hash",
    )
    parser.add_argument(
        "--rebuild-index",
        action="store_true",
        help="make the index of footage anew from the files alone; nothing may be recording",
    )
    parser.add_argument(
        "--rebuild-words", action="store_true", help="make the index that searching goes by anew"
    )
    parser.add_argument(
        "--rebuild-sums", action="store_true", help="make the sums that figures go by anew"
    )


def _import_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    officer_options(parser)
    parser.add_argument("--keep", action="store_true", help="keep the cameras if all rows are good")
    parser.add_argument("file", type=Path, metavar="FILE")


def _export_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    officer_options(parser)
    parser.add_argument("file", type=Path, metavar="FILE")


def _backup_options(parser: argparse.ArgumentParser) -> None:
    guarded_options(parser)
    parser.add_argument("--list", action="store_true", help="only say which there are")


def _rollback_options(parser: argparse.ArgumentParser) -> None:
    guarded_options(parser)
    parser.add_argument("--go", action="store_true", help="do it, not only say what would be lost")
    second_options(parser)


def _restore_options(parser: argparse.ArgumentParser) -> None:
    _rollback_options(parser)
    parser.add_argument("folder", type=Path, metavar="BACKUP")


def _autostart_options(parser: argparse.ArgumentParser) -> None:
    guarded_options(parser)
    parser.add_argument("state", choices=("on", "off", "status"), metavar="on|off|status")


def _recording_options(parser: argparse.ArgumentParser) -> None:
    guarded_options(parser)
    parser.add_argument(
        "--today-is",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="this PC's date is right, though it is far beyond the last one that is known",
    )


def _reset_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    _code_option(parser)
    parser.add_argument("name", metavar="NAME", help="the administrator, as on the sign-in card")


def _code_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--code-from", type=int, metavar="FD", help="read the sheet's code from this descriptor"
    )


def _recover_options(parser: argparse.ArgumentParser) -> None:
    data_option(parser)
    _code_option(parser)
    parser.add_argument("folder", type=Path, metavar="BACKUP")


def _errand(name: str) -> Run:
    """A function of ``console.errands``, which loads the database with it."""

    def run_errand(options: argparse.Namespace) -> int:
        from console import errands

        errand: Run = getattr(errands, name)
        return errand(options)

    return run_errand


def _serve(options: argparse.Namespace) -> int:
    from console import serve

    return serve.serve(options)


def _backup_errand(name: str) -> Run:
    """A function of ``console.backup_errands``."""

    def run_errand(options: argparse.Namespace) -> int:
        from console import backup_errands

        errand: Run = getattr(backup_errands, name)
        return errand(options)

    return run_errand


def _command(room: Callable[[], Room], words: str = "") -> Command:
    """A command whose options and work are a module's, loaded when it is chosen."""
    return Command(
        lambda options: room().run(options), lambda parser: room().add_arguments(parser), words
    )


def _hold() -> Room:
    from console import hold_errands

    return hold_errands


def _export() -> Room:
    from console import export_errand

    return export_errand


def _verify() -> Room:
    from console.evidence import errand

    return errand


def _bench() -> Room:
    from console import bench

    return bench


def _demo_server() -> Room:
    from console.demo import process

    return process


def _demo_encode() -> Room:
    from console.demo import encoder

    return encoder
