"""The review page (Xem lại): list, pictures on one clock, transport, timeline, tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from console.errors import NotAllowed, Problem
from console.events import Changed
from console.rights import Action
from db.footage_records import Gap
from db.records import CameraId, ClusterId, Span, Topic, to_us
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.review.acts import Acts
from ui.review.bar import Bar
from ui.review.errands import Errands
from ui.review.hints import instant_words, still_hint
from ui.review.labels import labels_of
from ui.review.layout import arrange
from ui.review.leaps import Leaps
from ui.review.pictures import Pictures
from ui.review.playback import Playback
from ui.review.reader import Reader
from ui.review.scale import SECOND_US
from ui.review.service import Archive
from ui.review.shown import Shown
from ui.review.sound import Sound
from ui.review.timeline import Timeline
from ui.review.tools import Tools
from ui.review.transport import Transport
from ui.review.words import silence_words
from ui.theme import Colours
from ui.wall.lettering import Label
from ui.wall.tree import CameraTree
from ui.ward import Ward

BACK_US = 30 * SECOND_US  # so far back an opening from a live picture begins


class ReviewPage(QWidget):
    """Plays footage.  Its parts are public: tools beside the pictures use them."""

    failed = Signal(str)
    live_wanted = Signal(int)  # back to this CameraId on the wall
    exhibits_wanted = Signal()  # files that somebody brought
    hold_wanted = Signal()  # of what is shown, between the marks
    holds_wanted = Signal()  # the list of them

    def __init__(
        self,
        desk: Desk,
        archive: Archive,
        colours: tuple[Colours, Colours],
        parent: QWidget | None = None,
    ) -> None:
        """``colours`` are those of the window and those of the wall."""
        super().__init__(parent)
        self.setObjectName("review-page")
        self._desk = desk
        self._ward = Ward()
        self._labels: dict[CameraId, Label] = {}
        self._removed: set[CameraId] = set()  # those that are shown or were, and are no more
        self._all_rows = False
        self.may_keep = False  # whether whoever sits here may keep pictures
        self._left = Shown()  # what was shown when the screen was locked
        self._rests = False  # whether its player was closed for another one
        self._told = ""  # something that went amiss, until the next step
        self._wanted_us: int | None = None  # where the review began that was asked for last
        self._refused = ""  # why there is no player for what is shown
        self.shown = Shown()
        self.playback = Playback(desk, archive, self)
        self.reader = Reader(desk, archive.footage, self)
        self.leaps = Leaps(self, desk, archive.footage)
        self.errands = Errands(self, desk, archive, colours[0])
        self.sound = Sound(self)
        self.acts = Acts(self)
        self.bar = Bar(self.acts.table, self)
        self.tree = CameraTree(desk.standing, colours[0], self)
        self.pictures = Pictures(self.playback, self.gap_at, colours[1], self)
        self.transport = Transport(self.playback, self.acts.table, self)
        self.timeline = Timeline(self.reader, desk.clock, colours[0], self)
        self.tools = Tools(self, self)
        self._build()
        self._connect()
        self.set_colours(*colours)
        self.refresh()

    def _build(self) -> None:
        self.acts.add_for_pictures()
        self.acts.add_for_timeline()
        self._empty = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("waiting")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pictures)
        over = (self.bar, self._stack, self.transport)
        self._floors = arrange(self, self.tree, over, self.timeline, self.tools)

    def _connect(self) -> None:
        playback, timeline = self.playback, self.timeline
        playback.moved.connect(self._on_moved)
        playback.marked.connect(lambda: timeline.set_marks(*playback.marks))
        playback.refused.connect(self.problem)
        playback.heard.connect(self._on_moved)
        self.reader.failed.connect(self.problem)
        self.reader.read.connect(self._on_moved)
        timeline.wanted.connect(self.go_to)
        timeline.marked.connect(playback.set_marks)
        timeline.chosen.connect(self.choose)
        self.pictures.chosen.connect(self.choose)
        self.pictures.opened.connect(self._on_opened)
        self.tree.camera_picked.connect(self._on_picked)
        self.tree.camera_opened.connect(self.add)
        self.tree.cluster_opened.connect(self._on_cluster)
        self.errands.connect_parts()
        self.tools.changed.connect(self.refresh)
        self._desk.bridge.changed.connect(self._on_changed)

    @property
    def chosen(self) -> CameraId | None:
        """The chosen camera; it may be one that is on the timeline only."""
        return self.timeline.chosen_camera

    def review(self, cameras: Sequence[CameraId], at_us: int | None = None) -> None:
        """Play these, from ``at_us`` on or else from half a minute ago."""
        if at_us is None:
            at_us = to_us(self._desk.clock.now()) - BACK_US
        self._told = self._refused = ""
        self._know(cameras)
        self.shown = Shown.of(cameras)
        self._wanted_us = at_us
        self.refresh()
        self.playback.open(self.shown.cameras, at_us, 1.0)
        self.timeline.set_scale(self.timeline.scale.reaching(at_us))
        self.take_focus()

    def put(self, shown: Shown) -> None:
        """Show other cameras, or choose another; time and speed stay."""
        before, self.shown = self.shown, shown
        self._told = ""
        if shown.cameras != before.cameras:
            self._refused = ""
        self.refresh()
        if shown.cameras != before.cameras:
            self.playback.open(shown.cameras, self.playback.at_us, self.playback.rate)
        self.sound.follow()

    def go_to(self, us: int) -> None:
        """Go to an instant and bring it into sight."""
        self._told = ""
        self.playback.go(us)
        self.timeline.bring(self.playback.at_us)

    def search_span(self) -> Span:
        """Where to look: between the marks, or else what the timeline shows."""
        return self.playback.marked_span or self.timeline.scale.span

    def gap_at(self, camera_id: CameraId) -> Gap | None:
        """Why a camera has no footage where the clock stands."""
        return self.reader.material.track(camera_id).gaps.at(self.playback.at_us)

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward
        self._removed = {each for each in self._removed if ward.camera(each) is None}
        self._labels = labels_of(ward.cameras, self._removed)
        self.tree.set_ward(ward)
        self.put(self.shown.keeping(frozenset(self._labels)))

    def set_colours(self, window: Colours, wall: Colours | None) -> None:
        """Another theme."""
        for part in (self.bar, self.tree, self.transport, self.timeline, self.errands.days):
            part.set_colours(window)
        if wall is not None:
            self.pictures.set_colours(wall)

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Somebody else sits here, or may do other things: leave is asked for anew, or gone."""
        self.bar.asks = self.may_keep = may(Action.EXPORT)
        shown = self.shown if self.shown.cameras else self._left
        at_us, rate = self.playback.at_us, self.playback.rate
        self.forget()
        self.errands.removed.let(allowed=may(Action.REVIEW_FOOTAGE))
        if may(Action.REVIEW_FOOTAGE):
            self._know(shown.cameras)
            self.shown = shown
            self.refresh()
            self.playback.open(shown.cameras, at_us, rate)
        else:
            self._left = shown

    def forget(self) -> None:
        """No player, no picture, nothing of what was watched."""
        self.shown = self._left = Shown()
        self._removed.clear()
        self._labels = labels_of(self._ward.cameras)
        self._rests = False
        self._told = self._refused = ""
        self.playback.forget()
        self.reader.forget()
        self.errands.forget()
        self.leaps.forget()
        self.refresh()

    def rest(self) -> None:
        """Another player is opened elsewhere: let go of this one until the page is in sight."""
        self._rests = self.playback.player is not None
        self.playback.close()

    def take_focus(self) -> None:
        """Be ready for keys."""
        if self._rests:
            self._rests = False
            self.playback.open(self.shown.cameras, self.playback.at_us)
        (self.pictures if self.shown.cameras else self.tree.view).setFocus()

    def back(self) -> bool:
        """Esc: one step back; False when there was none."""
        if self.acts.forget_number():
            return True
        if self.tree.leave_search() or self.transport.box.hasFocus():
            self.transport.box.clear()
            self.transport.set_unclear(unclear=False)
            self.take_focus()
            return True
        if self.shown.alone:
            self.alone()
            return True
        return False

    @property
    def timeline_cameras(self) -> tuple[CameraId, ...]:
        """The rows of the timeline."""
        return tuple(self._labels) if self._all_rows else self.shown.cameras

    def label(self, camera_id: CameraId | None) -> Label | None:
        """Its number and name; of a camera that was removed, that it was."""
        return None if camera_id is None else self._labels.get(camera_id)

    def name_of(self, camera_id: CameraId) -> str:
        """03 Cổng chợ."""
        label = self._labels.get(camera_id)
        return "" if label is None else label.words

    @Slot(int)
    def choose(self, camera_id: CameraId) -> None:
        """Choose a camera: its tile, or its row alone."""
        if camera_id in self.shown.cameras:
            self.put(replace(self.shown, chosen=camera_id))
        elif camera_id in self.timeline_cameras:
            self.timeline.choose(camera_id)

    @Slot(int)
    def add(self, camera_id: CameraId) -> None:
        """Show one more camera, or in a full grid another one."""
        if self.tree.lists(camera_id):
            self._know([camera_id])
            self.put(self.shown.with_camera(camera_id))
            self.pictures.setFocus()

    def call(self, number: int) -> None:
        """Show the camera of a number."""
        camera = self._ward.numbered(number)
        if camera is None:
            self.tell(self.tr("There is no camera {number}.").format(number=number))
        else:
            self.add(camera.id)

    def remove(self) -> None:
        """Show the chosen camera no more."""
        self.put(self.shown.without(self.shown.chosen))

    def alone(self) -> None:
        """The chosen camera on the whole page, and back."""
        alone = not self.shown.alone and self.shown.tiles > 1
        self.put(replace(self.shown, alone=alone))

    def set_tiles(self, tiles: int) -> None:
        """Another grid."""
        self.put(self.shown.in_grid(tiles))

    def toggle_list(self) -> None:
        """Show or hide the list."""
        self.tree.setVisible(self.tree.isHidden())

    def search(self) -> None:
        """Find a camera."""
        self.tree.show()
        self.tree.search()

    def toggle_tools(self) -> None:
        """Show or hide the tools."""
        self.tools.setVisible(self.tools.isHidden() and self.tools.count > 0)

    def toggle_rows(self) -> None:
        """Every camera of the station on the timeline, or those that are played."""
        self._all_rows = not self._all_rows
        self.refresh()

    def back_to_live(self) -> None:
        """The wall, with the chosen camera."""
        self.live_wanted.emit(self.shown.chosen if self.shown.chosen is not None else -1)

    def ask_time(self) -> None:
        """Put the cursor where a time is typed."""
        self.transport.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.transport.box.selectAll()

    def tell(self, words: str, *, wrong: bool = True) -> None:
        """Say something in the bar, until the next step."""
        self._told = words
        self.bar.say(words, wrong=wrong)

    @Slot(object)
    def problem(self, problem: Problem) -> None:
        """Something is not allowed, or failed."""
        left = self.shown.keeping(frozenset(self._labels) - self._removed)
        if isinstance(problem, NotAllowed) and left != self.shown and left.cameras:
            self.review(left.cameras, self._wanted_us)  # removed ones are of no team
            self.tell(self.tr("Removed cameras are for those who see every camera."))
            return
        self.tell(sentence(problem))
        if self.playback.player is None:
            self._refused = self._told
            self._show_pictures()

    def _know(self, cameras: Iterable[CameraId]) -> None:
        """Have a label for each of these, also for those that were removed."""
        self._removed.update(each for each in cameras if self._ward.camera(each) is None)
        self._labels = labels_of(self._ward.cameras, self._removed)

    def _show_pictures(self) -> None:
        """The pictures, or in their place what to do, or why there are none."""
        self._empty.setText(
            self._refused
            or self.tr(
                "Choose a camera: double-click it in the list, or type its number and Enter.\n"
                "From the wall, X opens the chosen camera 30 seconds back."
            )
        )
        self._stack.setCurrentIndex(1 if self.shown.cameras and not self._refused else 0)

    def refresh(self) -> None:
        """Show what ``shown`` says."""
        shown = self.shown
        self._show_pictures()
        self.bar.refresh(shown, all_rows=self._all_rows, tools=self.tools.count)
        self.pictures.set_shown(shown, self._labels)
        self.tree.mark_chosen(shown.chosen)
        self._floors.fit(len(self.timeline_cameras))
        self.timeline.set_rows(self.timeline_cameras, self._labels, shown.chosen)
        self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        """Say where the clock stands."""
        at_us, chosen = self.playback.at_us, self.shown.chosen
        self.timeline.set_position(at_us)
        self.sound.refresh()
        why_not = still_hint(may_keep=self.may_keep, is_empty=not self.shown.cameras)
        self.transport.allow("review-still", why_not)
        words = ""
        if chosen is not None:
            now_us = to_us(self._desk.clock.now())
            words = instant_words(self.reader.material, chosen, at_us, now_us)
            words = f"{self.name_of(chosen)} · {words}"
        self.timeline.setAccessibleDescription(words)
        if not self._told:  # the line is short: why nothing is heard comes first
            self.bar.say(silence_words(self.playback.hearing) or words)

    @Slot(int)
    def _on_opened(self, camera_id: CameraId) -> None:
        self.choose(camera_id)
        self.alone()

    @Slot(int)
    def _on_picked(self, camera_id: CameraId) -> None:
        if camera_id in self.shown.cameras:
            self.choose(camera_id)

    @Slot(int)
    def _on_cluster(self, cluster_id: ClusterId) -> None:
        self.put(Shown.of([camera.id for camera in self._ward.cameras_of(cluster_id)]))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & {Topic.RECORDING, Topic.HOLDS} and self.isVisible():
            self.reader.renew()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.playback.pause()
        self.errands.preview.leave()
        super().hideEvent(event)
