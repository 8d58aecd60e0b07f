"""``ward-console hold``: what keeps footage is listed, added, prolonged, released.

Times are ISO 8601; one without a zone is of this PC's.  Cameras are named by the number that
is typed on the keypad.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import datetime

from console import asking
from console.app import Console
from console.cli_options import guarded_options, second_options
from console.errors import Gone, Problem
from console.holds import HoldSeen, HoldState, state_of
from console.opening import signed_in
from console.rights import Action
from db.footage_records import Hold, HoldId, HoldReason
from db.records import CameraId, Span

_MOST = 1_000_000  # holds that are listed: all


class TimeUnclear(Problem):
    """A time on the command line that is none, or an end before its beginning."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its four words, each with its options."""
    words = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    listing = words.add_parser("list", help="say what is held", allow_abbrev=False)
    listing.add_argument("--all", action="store_true", help="those too that hold nothing any more")
    adding = words.add_parser("add", help="hold footage of cameras", allow_abbrev=False)
    adding.add_argument(
        "--camera",
        type=int,
        action="append",
        required=True,
        metavar="NUMBER",
        help="a camera's number; may be given again",
    )
    adding.add_argument("--from", dest="since", required=True, metavar="TIME")
    adding.add_argument("--to", required=True, metavar="TIME", help="up to here, without it")
    adding.add_argument(
        "--reason",
        type=HoldReason,
        choices=tuple(HoldReason),
        default=HoldReason.MANUAL,
        metavar="|".join(HoldReason),
    )
    adding.add_argument("--note", default="", metavar="TEXT", help="what it is about")
    adding.add_argument("--until", metavar="TIME", help="when it runs out; without it, never")
    prolonging = words.add_parser("prolong", help="let a hold run longer", allow_abbrev=False)
    end = prolonging.add_mutually_exclusive_group(required=True)
    end.add_argument("--until", metavar="TIME", help="when it runs out")
    end.add_argument("--without-end", action="store_true", help="until somebody releases it")
    releasing = words.add_parser("release", help="let a hold keep nothing more", allow_abbrev=False)
    second_options(releasing)
    for each in (prolonging, releasing):
        each.add_argument("hold", type=int, metavar="HOLD", help="its number, as in the list")
    for each in (listing, adding, prolonging, releasing):
        guarded_options(each)
        each.add_argument("--json", action="store_true", help="say it as JSON, for programs")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for; prints the holds that it is about."""
    with signed_in(options) as station:
        holds = _listed(station, options) if options.what == "list" else [_done(station, options)]
        numbers = {camera.id: camera.number for camera in station.fleet.view().cameras}
    if options.json:
        print(json.dumps([_plain(each, numbers) for each in holds], indent=2, ensure_ascii=False))
    else:
        for each in holds:
            print(_line(each, numbers))
    return 0


def _listed(station: Console, options: argparse.Namespace) -> list[HoldSeen]:
    return [
        each
        for each in station.holds.list(_MOST)
        if options.all or each.state is HoldState.IN_FORCE
    ]


def _done(station: Console, options: argparse.Namespace) -> HoldSeen:
    match options.what:
        case "add":
            hold = _add(station, options)
        case "prolong":
            until = None if options.without_end else _time(options.until)
            hold = station.holds.extend(HoldId(options.hold), until)
        case _:
            asking.approve(
                station.access, options.second, options.second_password_from, Action.RELEASE_HOLD
            )
            hold = station.holds.release(HoldId(options.hold))
    return _seen(station, hold)


def _add(station: Console, options: argparse.Namespace) -> Hold:
    try:
        span = Span(_time(options.since), _time(options.to))
    except ValueError as error:
        raise TimeUnclear("--to must be later than --from") from error
    return station.holds.place(
        _cameras(station, options.camera),
        span,
        options.reason,
        None if options.until is None else _time(options.until),
        options.note,
    )


def _seen(station: Console, hold: Hold) -> HoldSeen:
    """The hold as the list has it."""
    before = HoldId(hold.id + 1)
    found = next((each for each in station.holds.list(1, before) if each.hold == hold), None)
    return found or HoldSeen(hold, state_of(hold, station.clock.now()), "")


def _cameras(station: Console, numbers: list[int]) -> list[CameraId]:
    known = {camera.number: camera.id for camera in station.fleet.view().cameras}
    for number in numbers:
        if number not in known:
            raise Gone(f"camera {number}")
    return [known[number] for number in numbers]


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise TimeUnclear(f"this is no time such as 2026-11-23T22:05: {text}") from error


def _plain(seen: HoldSeen, numbers: Mapping[CameraId, int]) -> dict[str, object]:
    hold = seen.hold
    return {
        "hold": hold.id,
        "state": str(seen.state),
        "cameras": _numbers(hold, numbers),
        "from": _stamp(hold.span.start),
        "to": _stamp(hold.span.end),
        "reason": str(hold.reason),
        "note": hold.note,
        "until": None if hold.until is None else _stamp(hold.until),
        "made_by": seen.made_by,
        "made_at": _stamp(hold.made_at),
        "released_at": None if hold.released_at is None else _stamp(hold.released_at),
    }


def _line(seen: HoldSeen, numbers: Mapping[CameraId, int]) -> str:
    hold = seen.hold
    cameras = ", ".join(str(each or "removed") for each in _numbers(hold, numbers))
    until = "without end" if hold.until is None else f"until {_stamp(hold.until)}"
    span = f"{_stamp(hold.span.start)} to {_stamp(hold.span.end)}"
    about = f"{hold.reason}: {hold.note}" if hold.note else str(hold.reason)
    by = f", by {seen.made_by}" if seen.made_by else ""
    return f"{hold.id}: {seen.state}, {until}; camera {cameras}; {span}; {about}{by}"


def _numbers(hold: Hold, numbers: Mapping[CameraId, int]) -> list[int | None]:
    """The cameras' numbers, None for one that was removed."""
    return sorted((numbers.get(each) for each in hold.cameras), key=lambda number: number or 0)


def _stamp(at: datetime) -> str:
    return at.astimezone().isoformat(timespec="seconds")
