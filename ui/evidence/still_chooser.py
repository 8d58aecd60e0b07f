"""Choosing the stills of a package: among suggested instants, by typing a time, by scrubbing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.evidence.choosing import MOST_STILLS
from db.evidence_records import StillWanted, Wanted
from ui import keys
from ui.desk import Desk
from ui.evidence.buttons import icon_button, push_button
from ui.evidence.instants import precise_words
from ui.evidence.peek_dialog import PeekDialog
from ui.evidence.peeking import Lack, Peeking, Shown
from ui.evidence.picture_box import PictureBox
from ui.evidence.still_choice import StillChoice
from ui.evidence.still_list import StillList, StillThumbs
from ui.overriding import override
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SIDE = 320
_REST = {"pick-undo": "draw-undo", "pick-redo": "draw-redo", "pick-remove": "draw-remove"}


class StillChooser(PeekDialog):
    """Accepted when the choice is kept: ``stills`` are all of the package then.

    A still that is scrubbed to has the instant of its picture.  What is not within ``wanted`` is
    neither offered nor kept.  Raises ValueError: nothing is wanted.
    """

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        wanted: Iterable[Wanted],
        stills: Iterable[StillWanted],
        suggested: Iterable[StillWanted],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, console, colours, wanted, parent)
        self.setObjectName("still-chooser")
        self._colours = colours
        self.choice = StillChoice(stills, suggested, self.reaches)
        self.picture = PictureBox(colours, self)
        self.picture.setObjectName("still-picture")
        self.picture.setAccessibleName(self.tr("Picture"))
        self._asks: StillWanted | None = None  # whose small picture is on its way
        self._small = Peeking(desk.tasks, console.evidence.peeks, self)
        self._thumbs = StillThumbs()
        self.chosen = StillList(self._thumbs, self._words, self)
        self.suggested = StillList(self._thumbs, self._words, self)
        self._actions: dict[str, QAction] = {}
        self._act()
        self._build()
        for each in (self.chosen, self.suggested):
            each.picked.connect(self._on_picked)
            each.moved.connect(self._ask_small)
        self.suggested.wanted.connect(self._on_wanted)
        self._small.came.connect(self._on_small)
        self._small.lacked.connect(self._on_no_small)
        self._small.failed.connect(self._on_no_small)
        self.finished.connect(self._small.close)
        self.begin()
        if self.choice.all:
            self._go_to(self.choice.all[0])

    @property
    def stills(self) -> tuple[StillWanted, ...]:
        """What is chosen."""
        return self.choice.stills

    @property
    @override
    def is_changed(self) -> bool:
        return self.choice.is_changed

    def _act(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "pick-add": self._add,
            "pick-all": lambda: self.choice.add(*self.choice.suggested),
            "pick-remove": self._remove,
            "pick-next": partial(self._turn, 1),
            "pick-previous": partial(self._turn, -1),
            "pick-undo": self.choice.undo,
            "pick-redo": self.choice.redo,
        }
        for name, slot in slots.items():
            self._actions[name] = keys.action(name, self, partial(self._do, slot))
        self._actions["pick-keep"] = keys.action("pick-keep", self, self.accept)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        self._add_button = push_button(self._actions["pick-add"], self)
        bar.addWidget(self._add_button)
        bar.addSpacing(12)
        self._rest = {
            name: icon_button(self._actions[name], icon, self._colours, self)
            for name, icon in _REST.items()
        }
        for button in self._rest.values():
            bar.addWidget(button)
        self._count = QLabel(self)
        self._heads = QLabel(self.tr("Suggested: bookmarks"), self)
        self._all_button = push_button(self._actions["pick-all"], self)
        self.chosen.setObjectName("stills-chosen")
        self.chosen.setAccessibleName(self.tr("Chosen pictures"))
        self.chosen.setToolTip(keys.hint_of("pick-remove"))
        self.suggested.setObjectName("stills-suggested")
        self.suggested.setAccessibleName(self._heads.text())
        self.suggested.setToolTip(self.tr("Enter takes it"))
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._count)
        side.addWidget(self.chosen, 3)
        side.addWidget(self._heads)
        side.addWidget(self.suggested, 2)
        side.addWidget(self._all_button)
        holder = QWidget(self)
        holder.setFixedWidth(_SIDE)
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.picture, 1)
        middle.addWidget(holder)
        self.build(self.tr("Stills of the package"), bar, middle, self._actions["pick-keep"])
        self.timing.bar.setFocus()

    # What is done

    def _do(self, slot: Callable[[], object]) -> None:
        slot()
        self.dress()

    @property
    def _here(self) -> StillWanted:
        """The picture that is shown, or would be."""
        at_us, reach = self.picture.at_us, self.timing.reach
        known = StillWanted(reach.camera_id, self.timing.at_us)
        if known in self.choice.all or at_us not in reach:
            return known
        return StillWanted(reach.camera_id, at_us)

    def _add(self) -> None:
        if self.picture.has_picture:
            self.choice.add(self._here)

    def _remove(self) -> None:
        still = self.chosen.current if self.chosen.hasFocus() else None
        self.choice.remove(still or self._here)

    def _turn(self, way: int) -> None:
        """The next one of those that are chosen and suggested, round the end."""
        every = self.choice.all
        if every:
            here = self._here
            first = -1 if way > 0 else 0
            place = every.index(here) if here in every else first
            self._go_to(every[(place + way) % len(every)])

    def _go_to(self, still: StillWanted) -> None:
        if still.camera_id == self.timing.camera_id:
            self.timing.go_to(still.at_us)
        else:
            self.timing.show_camera(still.camera_id, still.at_us)

    @override
    def reject(self) -> None:
        """Esc: away from what is typed, then from the dialog."""
        if not self.timing.leave_box():
            self.leave()

    # What comes

    @Slot(object)
    def _on_picked(self, still: StillWanted) -> None:
        if still != StillWanted(self.timing.camera_id, self.timing.at_us):
            self._go_to(still)
            self.dress()

    @Slot(object)
    def _on_wanted(self, still: StillWanted) -> None:
        self.choice.add(still)
        self._go_to(still)
        self.dress()

    @override
    def has_come(self, shown: Shown) -> None:
        for us in {shown.at_us, shown.shown_us}:
            still = StillWanted(shown.camera_id, us)
            if still in self.choice.all and still not in self._thumbs.icons:
                self._thumbs.put(still, shown.image)

    @Slot()
    def _ask_small(self) -> None:
        """The picture of one that is in sight and has none yet, if nobody waits for a large one."""
        if self._asks is not None or self.peeking.is_busy:
            return
        for still in [*self.chosen.in_sight(), *self.suggested.in_sight()]:
            if not self._thumbs.knows(still):
                self._asks = still
                self._small.want(self.reaches[still.camera_id], still.at_us)
                return

    @Slot(object)
    def _on_small(self, shown: Shown) -> None:
        still, self._asks = self._asks, None
        if still is not None:
            self._thumbs.put(still, shown.image)
            self.dress()

    @Slot(object)
    def _on_no_small(self, _lack: Lack | object) -> None:
        still, self._asks = self._asks, None
        if still is not None:
            self._thumbs.lacking.add(still)
            self.dress()

    def _words(self, still: StillWanted) -> str:
        name = self.name_of(still.camera_id)
        if still in self._thumbs.lacking:
            name = self.tr("{camera}: no picture then").format(camera=name)
        return f"{precise_words(still.at_us)}\n{name}"

    @override
    def dress(self) -> None:
        choice, here = self.choice, self._here
        there = self.picture.has_picture
        self.chosen.show_stills(choice.stills, here)
        self.suggested.show_stills(choice.suggested, here)
        for part in (self._heads, self.suggested, self._all_button):
            part.setVisible(bool(choice.suggested))
        words = self.tr("Chosen: {count} of {most} at most")
        self._count.setText(words.format(count=len(choice.stills), most=MOST_STILLS))
        is_chosen = here in choice.stills
        self._add_button.setEnabled(there and not is_chosen and not choice.is_full)
        self._all_button.setEnabled(not choice.is_full)
        self._rest["pick-undo"].setEnabled(choice.can_undo)
        self._rest["pick-redo"].setEnabled(choice.can_redo)
        self._rest["pick-remove"].setEnabled(is_chosen or self.chosen.current is not None)
        self.keep.setEnabled(choice.is_changed or bool(choice.left_out))
        camera_id = self.timing.camera_id
        marks = [still.at_us for still in choice.stills if still.camera_id == camera_id]
        self.timing.bar.show_marks(marks)
        caption = self.tr("{camera} · {time}").format(
            camera=self.name_of(camera_id), time=precise_words(self.picture.at_us)
        )
        self.picture.caption = caption
        if there:
            self.picture.setAccessibleDescription(caption)
        self.picture.update()
        self.say(self._told(is_chosen=is_chosen))
        self._ask_small()

    def _told(self, *, is_chosen: bool) -> str:
        choice = self.choice
        if choice.left_out:
            words = self.tr("{count} are left out: they are not within what is wanted any more.")
            return words.format(count=choice.left_out)
        if choice.is_full:
            words = self.tr("{most} pictures are chosen: no more fit.")
            return words.format(most=MOST_STILLS)
        if is_chosen:
            return self.tr("This picture is chosen. Del leaves it out.")
        if self.picture.has_picture:
            return self.tr("Ins takes this picture. A typed time (G) goes to the millisecond.")
        return ""
