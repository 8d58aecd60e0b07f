"""The settings page: reads, shows, keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.events import Changed
from console.rights import Action
from console.station import StationSettings
from console.workers import Lane
from db.records import Topic
from ui import keys
from ui.backups.page import BackupsPage
from ui.desk import Desk
from ui.icons import icon
from ui.messages import sentence
from ui.settings.facts import FactsCard, StationFacts, facts_of
from ui.settings.form import SettingsForm
from ui.settings.plan import PlanCard
from ui.settings.recording import RecordingPart
from ui.settings.this_pc import ThisPcCard
from ui.settings.words import WordsCard
from ui.theme import Colours
from ui.times import time_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_FORM_WIDTH = 520
_CARD_WIDTH = 340
_BETWEEN = 32
_RELEVANT = frozenset({Topic.SETTINGS, Topic.OFFICERS})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows, of one moment."""

    settings: StationSettings
    facts: StationFacts


class SettingsPage(QWidget):
    """Whose station it is, its habits, and what it says about itself."""

    failed = Signal(str)  # a sentence for the notice bar
    page_wanted = Signal(str)  # one that lies behind this one

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings-page")
        self._desk = desk
        self._console = console
        self._may_change = self._may_back_up = False
        self._front = QWidget(self)
        self.backups = BackupsPage(desk, console, colours, self)
        self.backups.failed.connect(self.failed)
        self.backups.left.connect(self.leave_backups)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._front)
        self._stack.addWidget(self.backups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._build()
        self.set_colours(colours)
        desk.bridge.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = QLabel(self.tr("Settings"), self)
        title.setObjectName("page-title")
        self._status = QLabel(self)
        self._status.setObjectName("settings-status")
        self._status.setProperty("quiet", True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._status, 1)
        self.form = SettingsForm(self._desk, self)
        self.form.setMaximumWidth(_FORM_WIDTH)
        self.form.edited.connect(self._on_edited)
        self.card = FactsCard(self)
        self.card.setMaximumWidth(_CARD_WIDTH)
        self.card.backups.clicked.connect(self.show_backups)
        keys.action("settings-backups", self._front, self.show_backups)
        self.this_pc = ThisPcCard(self._desk, self._console.startup, self)
        self.this_pc.setMaximumWidth(_CARD_WIDTH)
        self.this_pc.failed.connect(self.failed)
        self.words = WordsCard(self._front, self)
        self.words.setMaximumWidth(_CARD_WIDTH)
        self.words.page_wanted.connect(self.page_wanted)
        self.plan = PlanCard(self._desk, self._console.ward_plan, self._front, self)
        self.plan.setMaximumWidth(_CARD_WIDTH)
        self.plan.failed.connect(self.failed)
        beside = QVBoxLayout()
        beside.setSpacing(16)
        for card in (self.card, self.words, self.plan, self.this_pc):
            beside.addWidget(card)
        beside.addStretch(1)
        self.recording = RecordingPart(self._desk, self._console.recording, self)
        self.recording.setMaximumWidth(_FORM_WIDTH + _CARD_WIDTH + _BETWEEN)
        self.recording.failed.connect(self.failed)
        inside = QWidget(self)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 16, 0)
        whole.setSpacing(16)
        body = QHBoxLayout()
        body.setSpacing(_BETWEEN)
        body.addWidget(self.form, 3)
        body.addLayout(beside, 2)
        body.addStretch(1)
        whole.addLayout(body)
        whole.addWidget(self.recording)
        whole.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self._front)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        self._keep = self._button("settings-keep", self.keep, main=True)
        self._undo = self._button("settings-undo", self.renew)
        self._legend = QLabel(self.tr("* must be filled in"), self)
        self._legend.setProperty("quiet", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._keep)
        row.addWidget(self._undo)
        row.addWidget(self._legend)
        row.addStretch(1)
        return row

    def _button(self, name: str, slot: Callable[[], None], *, main: bool = False) -> QPushButton:
        keys.action(name, self._front, slot)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setProperty("main", main)
        button.setEnabled(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def renew(self) -> None:
        """Read everything again; what was typed and not kept is gone."""
        console = self._console

        def read() -> _Read:
            return _Read(console.settings.see(), facts_of(console))

        self._desk.tasks.renew(read, done=self._on_read, failed=self._on_failed)
        self.this_pc.renew()
        self.plan.renew()
        self.recording.renew()

    def keep(self) -> None:
        """Keep what is typed; a wrong field gets the focus instead."""
        if not self._may_change or not self.form.has_changed():
            return
        typed = self.form.typed()
        if typed is None:
            return
        settings = self._console.settings
        self._keep.setEnabled(False)
        self._desk.tasks.run(
            lambda: settings.change(typed),
            done=lambda kept: self._on_kept(typed, kept),
            failed=self._on_refused,
            lane=Lane.WRITE,
        )

    @Slot()
    def show_backups(self) -> None:
        """Bring the backups, for whoever may make them."""
        if self._may_back_up:
            self._stack.setCurrentWidget(self.backups)
            self.backups.take_focus()

    @Slot()
    def leave_backups(self) -> None:
        """Back to the form."""
        self._stack.setCurrentWidget(self._front)
        self.take_focus()

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        self._may_change = may(Action.CHANGE_SETTINGS)
        self._may_back_up = may(Action.BACK_UP)
        self.form.set_read_only(not self._may_change)
        self.card.let_back_up(self._may_back_up)
        self.backups.set_rights(may)
        if not self._may_back_up:
            self._stack.setCurrentWidget(self._front)
        for widget in (self._keep, self._undo, self._legend):
            widget.setVisible(self._may_change)
        self.this_pc.set_rights(may)
        self.recording.set_rights(may)
        self.words.set_rights(may)
        self.plan.set_rights(may)
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._undo.setIcon(icon("previous", colours.text))
        self.backups.set_colours(colours)

    def take_focus(self) -> None:
        """Be ready for keys, with what holds now."""
        if self._stack.currentWidget() is self.backups:
            self.backups.take_focus()
            return
        if not self.form.has_changed():
            self.renew()
        self.form.field("station_name").box.setFocus()

    def back(self) -> bool:
        """Esc in the backups: back to the form, which stays as it is when it is left itself."""
        if self._stack.currentWidget() is not self.backups:
            return False
        if not self.backups.back():
            self.leave_backups()
        return True

    def _on_read(self, read: _Read) -> None:
        self.form.show_settings(read.settings)
        self.card.show_facts(read.facts, self._desk.clock.now())
        words = "" if self._may_change else self.tr("Only an administrator may change them.")
        self._status.setText(words)
        self._dress()

    def _on_kept(self, sent: StationSettings, kept: StationSettings) -> None:
        self.form.show_kept(sent, kept)
        if not self.form.has_changed():
            now = time_words(self._desk.clock.now())
            self._status.setText(self.tr("Kept at {time}.").format(time=now))
        self._dress()

    def _on_refused(self, problem: Problem) -> None:
        if isinstance(problem, FieldRefused):
            self.form.show_refusal(problem)
        else:
            self._on_failed(problem)
        self._dress()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))

    @Slot()
    def _on_edited(self) -> None:
        changed = self.form.has_changed()
        self._status.setText(self.tr("Not kept yet.") if changed else "")
        self._dress()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if self._stack.currentWidget() is self.backups:
            self.backups.on_changed(event)
        if event.topics & _RELEVANT and self.isVisible() and not self.form.has_changed():
            self.renew()

    def _dress(self) -> None:
        changed = self._may_change and self.form.has_changed()
        self._keep.setEnabled(changed)
        self._undo.setEnabled(changed)
