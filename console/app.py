"""The one place where the parts are put together."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from console import config as setup
from console.access import Access
from console.attachments import Attachments
from console.audit import Audit
from console.audit_export import AuditExport
from console.audit_view import AuditLog
from console.backup_files import STORE_FILE
from console.backups import Backups
from console.bookmarks import Bookmarks
from console.calls import Calls
from console.case_door import CaseDoor
from console.case_file_check import CaseFileCheck
from console.case_ties import CaseTies
from console.categories import Categories
from console.chores import Doer, OwnHands
from console.clerk import Clerk
from console.clock import Clock, SystemClock
from console.config import Config
from console.diary import Diary
from console.disposals import Disposals
from console.enrolment import Enrolment
from console.errors import Problem, SetupWrong, StoreProblem
from console.events import Changed, Post
from console.evidence.making import Workshop
from console.evidence.parts import Evidence, put_together
from console.evidence.stamping import stamper
from console.exhibits import Exhibits
from console.finding import Find
from console.fleet import Fleet
from console.footage import Footage, FootageIndex
from console.gate import Gate, Seat
from console.heads import Heads
from console.holds import Holds
from console.inbox import Inbox
from console.incident_holds import CaseHolds
from console.incident_review import IncidentReview
from console.incidents import Incidents
from console.inspection import Inspection
from console.keepers import keeper_of_this_pc
from console.key_change import KeyChange
from console.lists import Lists
from console.members import Members
from console.morning import Morning
from console.nightly import Nightly
from console.outcomes import Outcomes
from console.passwords import HashCost, Passwords
from console.phrases import Phrases
from console.recording import Recording
from console.recovery import Recovery
from console.redaction import Redactor, set_up_logging
from console.refusals import refusals
from console.reserve import Reserve
from console.secret import Secret
from console.settings import Settings
from console.sheet_reset import SheetReset
from console.startup import Startup
from console.still_files import StillFiles
from console.still_upkeep import StillUpkeep
from console.stills import Stills
from console.sum_check import SumCheck
from console.vault import open_vault
from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.exhibit_link import LinkedExhibit
from console.video.footage_ports import PlayExhibit, StationEngine
from console.video.known_date import DATE_FILE, KnownClock
from console.video.link import Link
from console.video.standby import AT_FIRST_S
from console.ward_plan import WardPlan
from console.word_check import WordCheck
from console.workers import Workers
from db.store import Store

log = logging.getLogger(__name__)

StartEngine = Callable[[Config, Workers], StationEngine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """Everything that a front end needs.  Close it once, last."""

    config: Config
    clock: Clock
    date: KnownClock
    seat: Seat
    gate: Gate
    access: Access
    sheet_reset: SheetReset
    enrolment: Enrolment
    settings: Settings
    ward_plan: WardPlan
    startup: Startup
    fleet: Fleet
    lists: Lists
    members: Members
    calls: Calls
    recording: Recording
    holds: Holds
    find: Find
    footage: Footage
    bookmarks: Bookmarks
    stills: Stills
    still_upkeep: StillUpkeep
    phrases: Phrases
    exhibits: Exhibits
    play_exhibit: PlayExhibit
    categories: Categories
    incidents: Incidents
    incident_review: IncidentReview
    case_ties: CaseTies
    case_holds: CaseHolds
    outcomes: Outcomes
    attachments: Attachments
    disposals: Disposals
    evidence: Evidence
    inbox: Inbox
    morning: Morning
    heads: Heads
    key_change: KeyChange
    inspection: Inspection
    word_check: WordCheck
    sum_check: SumCheck
    case_file_check: CaseFileCheck
    log: AuditLog
    log_export: AuditExport
    backups: Backups
    recovery: Recovery
    nightly: Nightly
    reserve: Reserve
    diary: Diary
    workers: Workers
    engine: StationEngine | None
    _store: Store
    _archive: ArchiveReader

    def close(self, *, sign: bool = True) -> None:
        """Let go of the engine, stop the threads, close the file: in at most ten seconds.

        ``sign``: the head of the log, for whatever was written; not by whoever only judges it.
        """
        self.evidence.maker.end()
        if self.engine is not None:
            self.engine.close()
        if left := self.workers.close():
            log.warning("threads that did not end: %s", ", ".join(left))
        try:
            self.diary.end()
            if sign:
                self.heads.sign_if_due("shutdown")
        except Problem as problem:
            log.warning("the log was not closed: %s", problem)
        self._archive.close()
        self._store.close()


def build(
    data_dir: Path,
    post: Post,
    *,
    clock: Clock | None = None,
    engine: StartEngine | None = None,
    config: Config | None = None,
    passphrase: Secret | None = None,
    redactor: Redactor | None = None,
    hash_cost: HashCost | None = None,
    index: FootageIndex | None = None,
    play_exhibit: PlayExhibit | None = None,
    clerk: bool = False,
    night_grace: timedelta = timedelta(0),
) -> Console:
    """Wire a console over ``data_dir``, which is made when it is missing.

    Takes some 5 ms for a station of 1,128 cameras and 0.25 s for a new one, without the engine.

    Args:
        data_dir: The station's data folder.
        post: Called with every event, from any thread; must return at once.
        clock: The PC's own by default.
        engine: Starts the engine's link; None for a console that shows nothing.
        config: In place of station.toml.
        passphrase: Opens a vault that is kept by one.
        redactor: The log's, to be told every password that is handed out.
        hash_cost: What checking an officer's password costs; the usual one by default.
        index: In place of the station's own footage index.
        play_exhibit: In place of a player in a process of its own.
        clerk: Give long work over the log to a process of its own.
        night_grace: How long the night's work is left to other processes first.

    Raises:
        SetupWrong: station.toml, or a data folder that cannot be made.
        StoreProblem: the station's file; see ``db.schema``.
    """
    _make_folder(data_dir)
    config = config or setup.load(data_dir)
    workers = Workers()
    with ExitStack() as undo:
        undo.callback(workers.close)
        reserve = Reserve(data_dir, post)
        store = Store(
            data_dir / STORE_FILE,
            committed=lambda topics: post(Changed(topics)),
            full=reserve.release,
        )
        undo.callback(store.close)
        vault = open_vault(
            data_dir,
            workers,
            keeper=config.keeper,
            passphrase=passphrase,
            hide=(redactor or Redactor()).hide,
        )
        archive = ArchiveReader(data_dir / INDEX_FILE, mapped=True)
        undo.callback(archive.close)
        clock = clock or SystemClock()
        date = KnownClock(data_dir / DATE_FILE, clock)
        seat = Seat()
        audit = Audit(seat, clock, platform.node())
        gate = Gate(store, seat, clock, refusals(store, audit))
        settings = Settings(store, gate, audit, config)
        fleet = Fleet(store, vault, config, gate, audit)
        # Signs by itself, whoever sits here: its entries are nobody's.
        heads = Heads(store, vault, Audit(Seat(), clock, platform.node()), clock)
        door = CaseDoor(store, gate, audit)
        backups = Backups(data_dir, store, vault, gate, audit, clock, post, settings.second_medium)
        passwords = Passwords(hash_cost)
        access = Access(store, gate, audit, clock, passwords, settings)
        footage = Footage(store, index or archive, gate, audit, clock)
        still_files = StillFiles(data_dir)
        doer: Doer = Clerk(data_dir / STORE_FILE, workers) if clerk else OwnHands(store)
        inspection = Inspection(store, heads, doer)
        station_engine = engine(config, workers) if engine else None
        if station_engine is not None:
            undo.callback(station_engine.close)
        console = Console(
            config=config,
            clock=clock,
            date=date,
            seat=seat,
            gate=gate,
            access=access,
            sheet_reset=SheetReset(store, vault, gate, audit, clock, passwords),
            enrolment=Enrolment(
                vault,
                settings,
                access,
                heads,
                backups,
                lambda kind: keeper_of_this_pc(kind, data_dir, workers),
            ),
            settings=settings,
            ward_plan=WardPlan(store, gate, audit),
            startup=Startup(data_dir, store, gate, audit),
            fleet=fleet,
            lists=Lists(fleet, store, gate, audit),
            members=Members(store, gate, audit, access.leave_no_trace),
            calls=Calls(store, gate, audit, clock),
            recording=Recording(store, gate, audit),
            holds=Holds(store, gate, audit, date),
            footage=footage,
            bookmarks=Bookmarks(store, gate, audit, clock, still_files, date),
            stills=Stills(store, gate, audit, clock, still_files, footage.note_watched),
            still_upkeep=StillUpkeep(store, still_files, clock),
            phrases=Phrases(store, gate, audit),
            find=Find(store, gate, audit, clock),
            exhibits=Exhibits(data_dir, store, gate, audit, clock),
            play_exhibit=play_exhibit
            or (lambda path, size: LinkedExhibit(path, size, post, workers)),
            categories=Categories(store, gate, audit),
            incidents=Incidents(store, gate, door, audit, clock),
            incident_review=IncidentReview(store, door, audit, clock),
            case_ties=CaseTies(store, gate, door, audit, clock),
            case_holds=CaseHolds(store, door, audit, date, archive),
            outcomes=Outcomes(store, door, audit, clock),
            attachments=Attachments(data_dir, store, door, audit, clock),
            disposals=Disposals(
                store,
                archive,
                gate,
                Audit(Seat(), clock, platform.node()),
                clock,
                lambda: date.known() is None,
            ),
            evidence=put_together(
                *(data_dir, store, gate, door, audit, clock, settings.get, access.leave_no_trace),
                shop=Workshop(
                    store=store,
                    index=archive,
                    engine=station_engine,
                    heads=heads,
                    clock=clock,
                    settings=settings.get,
                    post=post,
                    stamper=stamper(settings.get, clock, workers),
                ),
                date=date,
                index=archive,
                footage=footage,
                engine=station_engine,
            ),
            inbox=Inbox(store, door, clock),
            morning=Morning(store, index or archive, door, clock),
            heads=heads,
            key_change=KeyChange(store, gate, audit, heads),
            inspection=inspection,
            word_check=WordCheck(store),
            sum_check=SumCheck(store),
            case_file_check=CaseFileCheck(store, data_dir),
            log=AuditLog(store, gate, audit, heads, inspection),
            log_export=AuditExport(
                store, gate, audit, heads, clock, lambda: settings.get().station_name, doer
            ),
            backups=backups,
            recovery=Recovery(
                data_dir, store, vault, gate, audit, clock, lambda: heads.sign_head("restore")
            ),
            nightly=Nightly(
                store, backups, lambda: heads.sign_if_due("daily"), clock, post, grace=night_grace
            ),
            reserve=reserve,
            diary=Diary(store, audit, clock),
            workers=workers,
            engine=station_engine,
            _store=store,
            _archive=archive,
        )
        undo.pop_all()
    return console


def build_live(
    data_dir: Path,
    post: Post,
    *,
    log_name: str = "window",
    night_grace: timedelta = timedelta(0),
    exports: bool = True,
) -> Console:
    """The console behind a window: ``build`` with the station's engine, a log and its nights.

    ``exports``: packages of evidence are made here.  The log is kept until the process ends; a full
    disk does not keep us from working.
    """
    _make_folder(data_dir)
    redactor = Redactor()
    try:
        set_up_logging(data_dir, log_name, redactor)
    except OSError as error:
        log.warning("no log is kept: %s", error.strerror)
    console = build(
        data_dir,
        post,
        redactor=redactor,
        clerk=True,
        night_grace=night_grace,
        engine=lambda config, workers: Link(
            data_dir,
            post,
            workers,
            engine_workers=config.engine_workers,
            stays=config.engine_stays,
            standby_after_s=AT_FIRST_S if config.engine_standby else None,
        ),
    )
    try:
        console.diary.begin()
    except StoreProblem as problem:
        log.warning("the start is not in the log: %s", problem)
    console.workers.loop("diary", console.diary.run)
    console.workers.loop("nightly", console.nightly.run)
    console.workers.loop("disposals", console.disposals.run)
    if exports:
        console.workers.loop("exports", console.evidence.maker.run)
    console.workers.loop("stills", console.still_upkeep.run)
    console.workers.loop("reserve", console.reserve.run)
    return console


def _make_folder(data_dir: Path) -> None:
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SetupWrong(f"the data folder cannot be made: {error.strerror}") from error
