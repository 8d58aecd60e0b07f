"""The window: a station's pages in their frame, and what happens between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from console.errors import Problem
from console.events import Changed
from console.station import Language, StationSettings
from console.video.ports import CanvasView, LiveEngine
from db.records import CameraId, Officer, Role, Topic
from ui import keys, theme
from ui.access import aside
from ui.access.guard import Guard, Sitting
from ui.access.officers_page import OfficersPage
from ui.audit.page import AuditPage
from ui.bookmarks.hook import Moments
from ui.cases.badge import InboxBadge
from ui.cases.hook import Cases
from ui.desk import Desk
from ui.evidence.hook import EvidencePages
from ui.evidence.packages_hook import Exporting
from ui.exhibits.hook import add_exhibits
from ui.feeding import Feeding
from ui.first_run.assistant import Assistant
from ui.fleet.page import DevicesPage
from ui.frame import Frame
from ui.holds.hook import add_holds
from ui.holds.page import HoldsPage
from ui.holds.reminding import Reminding
from ui.messages import sentence
from ui.overriding import override
from ui.people.hook import Calling
from ui.recording.telling import Telling
from ui.review.hook import add_review
from ui.review.page import ReviewPage
from ui.review.service import Archive
from ui.settings.page import SettingsPage
from ui.theme import THEMES, Colours, ThemeName
from ui.vocabulary.hook import add_vocabulary
from ui.wall.page import WallPage
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.fleet import FleetView

# Keys that need somebody who is signed in.
_OF_WHOEVER_SITS_HERE = ("own-password", "lock", "sign-out")


class MainWindow(Frame):
    """Holds the pages.  ``open`` gives it the station; before that it says that it waits."""

    listed = Signal()  # the fleet was read and is on screen

    def __init__(
        self,
        desk: Desk,
        tiles: int,
        name: ThemeName = ThemeName.NIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, name, parent)
        self.setObjectName("main-window")
        self._tiles = tiles
        self._console: Console | None = None
        self._feeding: Feeding | None = None
        self._view: CanvasView | None = None
        self.wall: WallPage | None = None
        self.review: ReviewPage | None = None
        self.guard: Guard | None = None
        self.moments: Moments | None = None
        self._is_read = False  # whether the fleet was asked for
        self._act()
        self._dress()
        desk.bridge.changed.connect(self._on_changed)
        self.status.asked.connect(self._on_count)
        self.status.recording.asked.connect(self.show_page)

    def _act(self) -> None:
        self._actions["back"] = keys.action("back", self, self._on_back)
        for name in _OF_WHOEVER_SITS_HERE:
            self._add_tool(name, partial(self._on_door, name))
            self._offer(name, offered=False)
        self._add_tool("theme", self._on_theme)
        self._add_tool("full-screen", self.toggle_full_screen)

    def open(
        self,
        console: Console,
        engine: LiveEngine,
        welcome: Language | None = None,
        archive: Archive | None = None,
    ) -> None:
        """Show the station's cameras.  Called once.

        ``welcome`` is what the screen speaks, for the assistant of a station without officers.
        Without ``archive`` there is no review page.
        """
        self._console = console
        self._view = engine.canvas()
        self._feeding = feeding = Feeding(console.fleet, engine, self._desk.tasks, self)
        feeding.failed.connect(self._on_failed)
        self.telling = Telling(self._desk, console.recording, engine, self)
        self.telling.said.connect(self.notice.say)
        self.telling.mended.connect(self.notice.take_back)
        window, wall = self._both_colours()
        self._name()
        self.wall = WallPage(self._view, self._desk, (window, wall), self._tiles, self)
        self.wall.devices_wanted.connect(lambda: self.show_page("devices"))
        self.pages.add("wall", self.wall)
        moments = (self.pages, self.beside, self.wall, self._desk, console)
        self.moments = Moments(*moments, (window, wall))
        self.moments.failed.connect(self.notice.say)
        if archive is not None:
            self.review = add_review(self.pages, self.wall, self._desk, archive, (window, wall))
            self.moments.add_review(self.review, wall)
            behind = (self.pages, self.review, self._desk, console)
            add_exhibits(*behind, self._both_colours, self.notice.say)
            add_holds(*behind, lambda: THEMES[self._theme], self.notice.say)
        self.pages.promise("devices", partial(self._devices, console, feeding))
        self.calling = Calling(self.pages, self._desk, console, lambda: THEMES[self._theme])
        self.calling.told.connect(self.notice.say)
        self.cases = Cases(
            self.pages, self._desk, console, self.calling, lambda: THEMES[self._theme], archive
        )
        self.cases.told.connect(self.notice.say)
        self.cases.take_from(self.moments.panel)
        self.cases.describe_wanted.connect(self.moments.describe)
        behind_cases = (self.pages, self._desk, console, lambda: THEMES[self._theme], self.cases)
        self.evidence = EvidencePages(*behind_cases, self.review)
        self.evidence.told.connect(self.notice.say)
        add_vocabulary(
            self.pages, self._desk, console, lambda: THEMES[self._theme], self.notice.say
        )
        for name in ("officers", "audit", "settings"):
            self.pages.promise(name, partial(self._office, console, name))
        self.guard = Guard(self._desk, console, self.cover, self)
        self.guard.changed.connect(self._on_sitting)
        self.guard.told.connect(self.notice.say)
        its = (self.evidence, self.guard, self.status.exports, self.notice)
        self.exporting = Exporting(*behind_cases[:4], *its)
        if archive is not None:
            reminding = Reminding(self._desk, console.holds, self.guard, self)
            reminding.told.connect(self.notice.say)
            self._seconds.timeout.connect(reminding.tick)
        self._seconds.timeout.connect(self.guard.tick)
        waits, button = (console.inbox, console.evidence.requests), self.rail.button("cases")
        badge = InboxBadge(self._desk, *waits, button, self.guard)
        self._seconds.timeout.connect(badge.tick)
        self._fit_screen()
        self.guard.start(None if welcome is None else partial(self._welcome, console, welcome))

    @property
    def devices(self) -> DevicesPage | None:
        """The page of the cameras, made now if nobody has seen it yet."""
        page = self.pages.page("devices")
        return page if isinstance(page, DevicesPage) else None

    @property
    def audit(self) -> AuditPage | None:
        """The page of the log, made now if nobody has seen it yet."""
        page = self.pages.page("audit")
        return page if isinstance(page, AuditPage) else None

    @property
    def settings(self) -> SettingsPage | None:
        """The page of settings, made now if nobody has seen it yet."""
        page = self.pages.page("settings")
        return page if isinstance(page, SettingsPage) else None

    @property
    def holds(self) -> HoldsPage | None:
        """The page of held footage, made now if nobody has seen it yet."""
        page = self.pages.page("holds")
        return page if isinstance(page, HoldsPage) else None

    @override
    def _dress(self) -> None:
        super()._dress()
        if self.moments is not None:
            self.moments.set_colours(*self._both_colours())

    def _both_colours(self) -> tuple[Colours, Colours]:
        return THEMES[self._theme], theme.wall_colours(self._theme)

    def _devices(self, console: Console, feeding: Feeding) -> DevicesPage:
        page = DevicesPage(self._desk, console, feeding, THEMES[self._theme], self)
        page.failed.connect(self.notice.say)
        page.camera_wanted.connect(self._on_camera_wanted)
        page.recording_wanted.connect(self.telling.ask_rule)
        page.members_wanted.connect(self.calling.show_members)
        return page

    def _office(self, console: Console, name: str) -> OfficersPage | AuditPage | SettingsPage:
        """A page that is seldom looked at."""
        colours = THEMES[self._theme]
        page: OfficersPage | AuditPage | SettingsPage
        match name:
            case "officers":
                page = OfficersPage(self._desk, console, colours, self)
            case "audit":
                page = AuditPage(self._desk, console, colours, self)
            case _:
                page = SettingsPage(self._desk, console, colours, self)
                page.page_wanted.connect(self.show_page)
        page.failed.connect(self.notice.say)
        return page

    def show_page(self, name: str) -> None:
        """Bring a page of the rail, if it is for whoever sits here."""
        self.pages.bring(name)

    def toggle_full_screen(self) -> None:
        """Pictures alone, and back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self._fit_screen()

    def let_go(self) -> None:
        """Give the canvas back, before the engine is closed; ask nobody for anything any more."""
        self._seconds.stop()
        if self._console is not None:
            self.telling.let_go()
        self._console = None  # an answer that is still under way must not ask for the next
        if self.guard is not None:
            self.guard.let_go()
        self.pages.let(lambda _: False)  # the player of footage is closed, too
        if self.wall is not None:
            self.wall.canvas.let_go()
        if self._view is not None:
            self._view.close()
            self._view = None

    def _fit_screen(self) -> None:
        """In full screen, and while nobody has unlocked it, there are pictures alone."""
        full, covered = self.isFullScreen(), self.wall is not None and not self._is_open
        self._fit(full=full, covered=covered)
        if self.wall is not None:
            self.wall.set_bare(full or covered)
            if full:
                self.show_page("wall")

    @property
    def _is_open(self) -> bool:
        """Whether somebody may work here, or the station is being set up."""
        return self.guard is not None and self.guard.sitting in {Sitting.FREE, Sitting.PRESENT}

    @property
    def _home(self) -> str:
        """Where whoever has just signed in begins: the chief in his inbox, others on the wall."""
        officer = None if self.guard is None else self.guard.officer
        is_chief = officer is not None and officer.role is Role.CHIEF
        return "inbox" if is_chief and not self.isFullScreen() else ""

    @Slot()
    def _on_sitting(self) -> None:
        """Somebody came, left, locked or unlocked, or his role is another."""
        guard, wall = self.guard, self.wall
        if guard is None or wall is None:
            return
        present = guard.sitting is Sitting.PRESENT
        for name in _OF_WHOEVER_SITS_HERE:
            self._offer(name, offered=present)
        setting_up = guard.sitting is Sitting.SETTING_UP
        self._actions["back"].setEnabled(self._is_open or setting_up)
        name = guard.officer.name if present and guard.officer is not None else ""
        self.top.set_officer(name, guard.since)
        self.pages.let(guard.may)
        self.calling.set_rights(guard.may)
        wall.set_private(not self._is_open)
        wall.setEnabled(self._is_open)
        self._fit_screen()
        if self._is_open:
            self.pages.come_back(self._home)
            aside.bring_back(self)
        else:
            aside.put_aside(self)
            if guard.sitting is not Sitting.LOCKED:
                aside.throw_away(self)
            self.pages.leave(keep=guard.sitting is Sitting.LOCKED)
            self.cover.take_focus()
        if not self._is_read:
            self._is_read = True
            self._read()

    def _read(self) -> None:
        """Read the fleet again and tell the engine."""
        if self._console is None or self._feeding is None:
            return
        self._feeding.renew()
        fleet = self._console.fleet
        self._desk.tasks.renew(fleet.view, done=self._on_view, failed=self._on_failed)

    def _name(self) -> None:
        """Read what the station is called."""
        if self._console is not None:
            self._desk.tasks.renew(
                self._console.settings.get, done=self._on_settings, failed=self._on_failed
            )

    def _on_settings(self, settings: StationSettings) -> None:
        self.top.set_station(settings.station_name)

    def _on_view(self, view: FleetView) -> None:
        ward = Ward(view.teams, view.clusters, view.cameras)
        self._desk.standing.keep(frozenset(camera.id for camera in ward.cameras))
        for page in (self.wall, self.review):
            if page is not None:
                page.set_ward(ward)
        self.pages.set_ward(ward)
        if self.moments is not None:
            self.moments.set_ward(ward)
        self.status.refresh()
        self.listed.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.notice.say(sentence(problem))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if not self._seconds.isActive():
            return  # everything is being closed, which writes a last entry into the log
        if Topic.FLEET in event.topics:
            self._read()
        if Topic.SETTINGS in event.topics:
            self._name()
        if Topic.OFFICERS in event.topics and self.guard is not None:
            self.guard.renew()

    @Slot(str)
    def _on_count(self, name: str) -> None:
        if (devices := self.devices) is not None:
            devices.show_only(name)
            self.show_page("devices")

    @Slot(int)
    def _on_camera_wanted(self, camera_id: CameraId) -> None:
        if self.wall is not None:
            self.show_page("wall")
            self.wall.choose(camera_id)

    def _welcome(self, console: Console, language: Language) -> None:
        """Let the first-run assistant make a station of this."""
        assistant = Assistant(self._desk, console, language, self.cover)
        assistant.finished.connect(self._on_welcomed)
        assistant.left.connect(self._on_not_now)
        self.cover.ask(assistant)

    @Slot(object, bool)
    def _on_welcomed(self, officer: Officer, cameras: bool) -> None:
        if self.guard is not None:
            self.guard.enter(officer)
            self.show_page("devices" if cameras else "wall")

    @Slot()
    def _on_not_now(self) -> None:
        if self.guard is not None:
            self.guard.leave_free()
        self.notice.say(
            self.tr(
                "This station has no administrator yet: whoever sits here may do everything. The "
                "assistant asks again at the next start."
            )
        )

    def _on_door(self, name: str) -> None:
        if self.guard is not None:
            self.guard.serve(name)

    def _on_theme(self) -> None:
        names = list(ThemeName)
        self.set_theme(names[(names.index(self._theme) + 1) % len(names)])

    def _on_back(self) -> None:
        """Esc: the page's step first, then full screen, then the wall."""
        card = self.cover.card
        if isinstance(card, Assistant):
            card.back()
            return
        if (self.moments is not None and self.moments.back()) or self.pages.back():
            return
        if self.isFullScreen():
            self.toggle_full_screen()
        else:
            self.show_page("wall")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.let_go()
        super().closeEvent(event)
