"""``ward-console export``: a package of evidence from the command line, with its request.

Nobody goes round the approval: without ``--request`` a request is written and handed to the chief,
and a package is made at once only of one that is approved, or urgent where the station exports
first.  Exit codes: 0 a package was made; 1 it waits, was refused or failed, which is said in a
sentence; 2 the line was not understood.
"""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from console import export_line, export_told
from console.app import Console
from console.case_numbers import number_in
from console.config import Config
from console.errors import Cancelled, EngineLost, FieldRefused, Gone, Problem
from console.events import EngineChanged, EngineState, Event, ExportMoved
from console.evidence.parts import Evidence
from console.evidence.preview_records import Obstacle
from console.evidence.rules import RequestRefused, RequestRule, checked, require_whole
from console.export_line import NotUnderstood, RequestNumber
from console.opening import asked_passphrase, opened, signed_in, station_folder
from console.secret import Secret
from console.video.footage_ports import StationEngine
from console.video.link import Link
from console.video.standby import AT_FIRST_S
from console.workers import Stop, Workers
from db.case_records import IncidentId
from db.evidence_records import (
    Package,
    PackageId,
    PackageOutcome,
    Request,
    RequestQuery,
    RequestState,
    request_number_text,
)
from db.incident_records import IncidentQuery

_S, _O = RequestState, PackageOutcome
_APPROVED = frozenset({_S.APPROVED, _S.NARROWED, _S.MADE})
_OPEN = frozenset({_O.QUEUED, _O.MAKING})
_ENGINE_S = 20.0
_LOOK_S = 0.5
_NOT_UNDERSTOOD = 2
_WORDS = {
    Obstacle.NO_FOOTAGE: "nothing of what is wanted is on disk",
    Obstacle.NO_FOLDER: "--out is no folder",
    Obstacle.NOT_WRITABLE: "nothing can be written in --out",
    Obstacle.NO_ROOM: "there is no room in --out",
    Obstacle.FILE_TOO_LARGE: "a file would be larger than the file system of --out takes",
    Obstacle.NO_FORM: "the request allows no form that can be made",
    Obstacle.UNREADABLE: "the footage index cannot be read",
}

add_arguments = export_line.add_arguments


class ExportHindered(Problem):
    """A package that cannot be begun."""


def run(options: argparse.Namespace) -> int:
    """Make a package, or write the request for one; prints what came of it."""
    try:
        export_line.check(options)
        passphrase = asked_passphrase(options)
        with signed_in(options, passphrase=passphrase) as station:
            return _Export(station, options, passphrase).run()
    except FieldRefused as refused:
        problem: Problem = export_line.why_refused(refused)
    except NotUnderstood as caught:
        problem = caught
    export_told.say(str(problem))
    return _NOT_UNDERSTOOD


class _Heard:
    """What is told meanwhile, from any thread: that the engine is there, and how far it is."""

    def __init__(self) -> None:
        self.engine = threading.Event()
        self.package: PackageId | None = None
        self._progress = export_told.Progress()

    def __call__(self, event: Event) -> None:
        match event:
            case EngineChanged():
                if event.state is EngineState.LOST:
                    self.engine.clear()
                else:
                    self.engine.set()
            case ExportMoved() if event.package_id == self.package:
                self._progress.moved(event)
            case _:
                pass


class _Export:
    """One run of the command, with whoever is signed in."""

    def __init__(
        self, station: Console, options: argparse.Namespace, passphrase: Secret | None
    ) -> None:
        self._station = station
        self._options = options
        self._passphrase = passphrase
        self._heard = _Heard()
        self._numbers = {each.id: each.number for each in station.fleet.view().cameras}

    def run(self) -> int:
        """Returns the exit code."""
        given = self._options.request
        request = self._asked() if given is None else self._named(given)
        if request.state is _S.ASKED and not self._is_first(request):
            export_told.waiting(request, self._options.out, as_json=self._options.json)
            return 1
        if request.state not in _APPROVED | {_S.ASKED}:
            raise RequestRefused(RequestRule.NOT_APPROVED)
        with _stopping() as stop:
            package = self._made(request, stop)
        if package.outcome is _O.CANCELLED:
            raise Cancelled
        if package.made is None:
            export_told.failed(request, package, as_json=self._options.json)
            return 1
        export_told.made(request, package, self._numbers, as_json=self._options.json)
        return 0

    def _is_first(self, request: Request) -> bool:
        """Whether it may be exported before it is approved."""
        return request.urgent and self._station.settings.get().urgent_export

    def _named(self, number: RequestNumber) -> Request:
        text = request_number_text(number.year, number.number)
        requests = self._station.evidence.requests
        for line in requests.page(RequestQuery(words=text)):
            if (line.year, line.number) == (number.year, number.number):
                return requests.request(line.id)
        raise Gone(f"request {text}")

    def _asked(self) -> Request:
        """A new request, handed in.

        Raises:
            NotUnderstood, FieldRefused: nothing was written.
            RequestRefused: it was withdrawn again.

        """
        station, options = self._station, self._options
        may_be_urgent = station.settings.get().urgent_export
        if options.urgent and not may_be_urgent:
            export_told.say("this station exports nothing before it is approved")
        form = export_line.form_of(
            options,
            now=station.clock.now(),
            cameras={number: camera for camera, number in self._numbers.items()},
            incident_id=self._case(),
            may_be_urgent=may_be_urgent,
        )
        require_whole(checked(form), station.clock.now())
        requests = station.evidence.requests
        draft = requests.make(form)
        try:
            return requests.ask(draft.id, draft.version)
        except RequestRefused:
            requests.withdraw(draft.id)
            raise

    def _case(self) -> IncidentId | None:
        """The case that ``--case`` names; without a year it is of this one.  Raises Gone."""
        typed: str | None = self._options.case
        if typed is None:
            return None
        found = number_in(typed)
        if found is None:
            raise NotUnderstood(f"a case has a number such as VV-2026-000123: {typed}")
        year = found.year or self._year()
        query = IncidentQuery(words=f"VV-{year}-{found.number:06}")
        for line in self._station.incidents.page(query):
            if (line.year, line.number) == (year, found.number):
                return line.id
        raise Gone(f"case {typed}")

    def _year(self) -> int:
        now: datetime = self._station.clock.now()
        return now.astimezone().year

    def _made(self, request: Request, stop: Stop) -> Package:
        """The package as it ended; whoever makes packages of this station may make it, too.

        Raises:
            ExportHindered, EngineLost: nothing was queued.
            Cancelled: ``stop`` was set; it is in the queue no more.

        """
        evidence, target = self._station.evidence, self._options.out.resolve()
        preview = evidence.previews.of(request.id, str(target))
        export_told.preview(preview, self._numbers)
        if preview.obstacles:
            raise ExportHindered("; ".join(_WORDS[each] for each in preview.obstacles))
        with self._workshop() as workshop:
            self._await_engine(stop)
            queued = evidence.queue.add(request.id, str(target))
            self._heard.package = queued.id
            try:
                return self._ended(queued.id, workshop, stop)
            finally:
                with _whatever_became_of_it():
                    if evidence.packages.package(queued.id).outcome in _OPEN:
                        evidence.queue.cancel(queued.id)

    @contextmanager
    def _workshop(self) -> Iterator[Evidence]:
        """The same station with an engine: none is started for a request that only waits."""
        folder = station_folder(self._options)

        def link(config: Config, workers: Workers) -> StationEngine:
            return Link(
                folder,
                self._heard,
                workers,
                engine_workers=config.engine_workers,
                standby_after_s=AT_FIRST_S if config.engine_standby else None,
            )

        with opened(folder, passphrase=self._passphrase, heard=self._heard, engine=link) as its:
            yield its.evidence

    def _ended(self, package_id: PackageId, workshop: Evidence, stop: Stop) -> Package:
        while not stop.is_set():
            workshop.maker.take_up(stop)
            workshop.maker.make_next(stop)
            package = self._station.evidence.packages.package(package_id)
            if package.made is not None or (package.outcome not in _OPEN and not stop.is_set()):
                return package
            stop.wait(_LOOK_S)  # another one is being made, perhaps by another process
        raise Cancelled

    def _await_engine(self, stop: Stop) -> None:
        left_s = _ENGINE_S
        while not self._heard.engine.is_set():
            if left_s <= 0:
                raise EngineLost(f"the engine did not start within {_ENGINE_S:g} s")
            if stop.wait(_LOOK_S):
                raise Cancelled
            left_s -= _LOOK_S


@contextmanager
def _stopping() -> Iterator[Stop]:
    """A stop that Ctrl+C sets, and whoever ends the process kindly."""
    stop = Stop()
    before = {
        which: signal.signal(which, lambda *_: stop.set())
        for which in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)


@contextmanager
def _whatever_became_of_it() -> Iterator[None]:
    """The way out is told by what led to it, and not by what else goes wrong there."""
    try:
        yield
    except Problem as problem:
        export_told.say(str(problem))
