"""The first-run assistant: asks step by step, keeps nothing before the end, ends on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem
from console.station import Language, StationSettings
from console.workers import Lane
from db.records import Officer
from ui import translation
from ui.access.card import Asking
from ui.choice import Choice
from ui.desk import Desk
from ui.first_run.sheet import Sheet, SheetStep
from ui.first_run.steps import AdministratorStep, KeysStep, LanguageStep, StationStep, Step
from ui.first_run.storage import StorageStep
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.overriding import override

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.enrolment import Enrolled

_WIDTH = 560
_HEIGHT = 560
_COUNT = 7


class CamerasStep(Step):
    """The end: there is a station, and it has no camera yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("The station is ready")
        self.words = self.tr(
            "You are signed in as administrator. Cameras can be added now or at any time in "
            "Devices (Ctrl+6), officers in Officers (Ctrl+7)."
        )
        self._starts = Choice(self)
        self._starts.addItem(self.tr("The wall does not open by itself"), False)
        self._starts.addItem(self.tr("The locked wall opens, full screen"), True)
        words = self.tr("When this PC starts")
        self.column.addWidget(FormField("autostart", words, self._starts, parent=self))

    @property
    def starts(self) -> bool:
        """Whether the wall shall open when the PC starts."""
        return bool(self._starts.currentData())

    def choose(self, *, starts: bool) -> None:
        """Answer that."""
        self._starts.setCurrentIndex(self._starts.findData(starts))


class Assistant(Asking):
    """Seven steps; each but the last three can be gone back from."""

    finished = Signal(object, bool)  # the Officer; whether he wants to add cameras now
    left = Signal()  # Esc at the first step: nothing was kept

    def __init__(
        self, desk: Desk, console: Console, language: Language, parent: QWidget | None = None
    ) -> None:
        """``language`` is what the screen speaks now."""
        super().__init__(_WIDTH, parent)
        self._desk = desk
        self._enrolment = console.enrolment
        self._startup = console.startup
        self._recording = console.recording
        self._spoken = language
        self._keyring = False
        self._busy = False
        self._officer: Officer | None = None
        self._at = 0
        self.language = LanguageStep(language, self)
        self._build()
        self._make_steps()
        self._show(0)
        desk.tasks.run(
            self._enrolment.has_keyring,
            done=self._on_keyring,
            failed=self._on_failed,
            lane=Lane.LONG,
        )

    def _build(self) -> None:
        self.setMinimumHeight(_HEIGHT)
        self._place = QLabel(self)
        self._place.setProperty("quiet", True)
        self._title = QLabel(self)
        self._title.setObjectName("dialog-title")
        self._title.setWordWrap(True)
        self._words = QLabel(self)
        self._words.setProperty("quiet", True)
        self._words.setWordWrap(True)
        self._body = QVBoxLayout()
        self.message = QLabel(self)
        self.message.setObjectName("assistant-message")
        self.message.setProperty("error", True)
        self.message.setWordWrap(True)
        self.back_button = QPushButton(self)
        self.back_button.setObjectName("assistant-back")
        self.back_button.clicked.connect(self.back)
        self.cameras_button = QPushButton(self)
        self.cameras_button.setObjectName("assistant-cameras")
        self.cameras_button.clicked.connect(lambda: self._finish(cameras=True))
        self.next_button = QPushButton(self)
        self.next_button.setObjectName("assistant-next")
        self.next_button.setProperty("main", True)
        self.next_button.clicked.connect(self._on_next)
        for button in (self.back_button, self.cameras_button, self.next_button):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.cameras_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        for widget in (self._place, self._title, self._words):
            column.addWidget(widget)
        column.addLayout(self._body)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addLayout(foot)

    def _make_steps(self) -> None:
        """The steps after the first, in the language that is spoken now."""
        self.station = StationStep(self)
        self.administrator = AdministratorStep(self)
        self.keys = KeysStep(keyring=self._keyring, parent=self)
        self._steps: list[Step] = [self.language, self.station, self.administrator, self.keys]
        for step in self._steps:
            step.hide()
            step.entered.connect(self.next_button.click)

    @property
    def step(self) -> Step:
        """What is asked now."""
        return self._steps[self._at]

    @override
    def take_focus(self) -> None:
        if isinstance(self.step, CamerasStep):
            self.next_button.setFocus()
        else:
            self.step.take_focus()

    @Slot()
    def back(self) -> None:
        """One step back; from the first one out of the assistant.  Nothing is asked or lost."""
        if self._busy or self._officer is not None:
            return  # the station is made: there is no way back, and nothing to be afraid of
        if self._at == 0:
            self.left.emit()
        else:
            self._show(self._at - 1)

    def _show(self, at: int) -> None:
        self.step.hide()
        self._body.removeWidget(self.step)
        self._at = at
        step = self.step
        self.message.clear()
        self._place.setText(self.tr("Step {at} of {count}").format(at=at + 1, count=_COUNT))
        self._title.setText(step.title)
        self._words.setText(step.words)
        self._words.setVisible(bool(step.words))
        self._body.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        step.show()
        self.back_button.setText(self.tr("Not now") if at == 0 else self.tr("Back"))
        self.back_button.setToolTip(self.tr("One step back; nothing is lost (Esc)"))
        self.back_button.setVisible(self._officer is None)
        last = isinstance(step, CamerasStep)
        self.cameras_button.setText(self.tr("Add cameras now"))
        self.cameras_button.setVisible(last)
        self.next_button.setText(self._next_words())
        self.next_button.setShortcut("Ctrl+Return")  # which a new text took away
        self.next_button.setToolTip(self.tr("Go on (Ctrl+Enter)"))
        self.take_focus()

    def _next_words(self) -> str:
        match self.step:
            case KeysStep():
                return self.tr("Make the station")
            case SheetStep():
                return self.tr("It is on paper")
            case CamerasStep():
                return self.tr("Later: show the wall")
            case _:
                return self.tr("Next")

    @Slot()
    def _on_next(self) -> None:
        step = self.step
        if self._busy or not step.look():
            return
        if step is self.language:
            self._speak(self.language.language)
            self._show(1)
        elif isinstance(step, KeysStep):
            self._enrol()
        elif isinstance(step, StorageStep) and step.path:
            self._record(step)
        elif isinstance(step, CamerasStep):
            self._finish(cameras=False)
        else:
            self._show(self._at + 1)

    def _speak(self, language: Language) -> None:
        """Ask the rest in another language; what was typed in the first one is asked again."""
        app = QCoreApplication.instance()
        if language is self._spoken or app is None:
            return
        self._spoken = language
        translation.switch(app, language)
        for step in self._steps[1:]:
            step.deleteLater()
        self._make_steps()

    def _enrol(self) -> None:
        from console.enrolment import NewStation

        wish = NewStation(
            settings=StationSettings(
                station_name=self.station.name.text,
                unit_type=self.station.unit_type,
                superior_body=self.station.superior.text,
                language=self.language.language,
            ),
            name=self.administrator.name.text,
            password=self.administrator.passwords.secret(),
            keeper=self.keys.keeper,
            passphrase=self.keys.passphrase,
        )
        enrolment = self._enrolment
        self._set_busy(busy=True)
        self._desk.tasks.run(
            lambda: enrolment.enrol(wish),
            done=self._on_enrolled,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_enrolled(self, made: Enrolled) -> None:
        self._set_busy(busy=False)
        self._officer = made.officer
        sheet = Sheet(self.station.name.text, made.code, made.fingerprint)
        storage = StorageStep(self._desk, self)
        storage.entered.connect(self.next_button.click)
        self._steps += [SheetStep(sheet, self), storage, CamerasStep(self)]
        for step in self._steps[-2:]:
            step.hide()
        for field in (self.administrator.passwords.first, self.administrator.passwords.second):
            field.edit.take()
        for field in (self.keys.first, self.keys.second):
            field.edit.take()
        self._show(self._at + 1)

    def _record(self, step: StorageStep) -> None:
        recording, path, reserve = self._recording, step.path, step.fields.reserve_gb
        self._set_busy(busy=True)
        self._desk.tasks.run(
            lambda: recording.add_volume(path, reserve),
            done=lambda _: self._on_recorded(),
            failed=lambda problem: self._on_not_recorded(step, problem),
            lane=Lane.WRITE,
        )

    def _on_recorded(self) -> None:
        self._set_busy(busy=False)
        self._show(self._at + 1)

    def _on_not_recorded(self, step: StorageStep, problem: Problem) -> None:
        self._set_busy(busy=False)
        if not step.show_refusal(problem):
            self.message.setText(sentence(problem))

    def _on_failed(self, problem: Problem) -> None:
        self._set_busy(busy=False)
        if isinstance(problem, FieldRefused):
            for at, step in enumerate(self._steps):
                if step.refuse(problem):
                    self._show(at)
                    step.refuse(problem)  # once more: showing the page took the focus
                    return
        self.message.setText(sentence(problem))

    def _on_keyring(self, found: bool) -> None:
        self._keyring = found
        self.keys.offer_keyring(there=found)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for button in (self.next_button, self.back_button):
            button.setEnabled(not busy)

    def _finish(self, *, cameras: bool) -> None:
        if self._busy or not isinstance(self.step, CamerasStep):
            return
        if not self.step.starts:
            self.finished.emit(self._officer, cameras)
            return
        startup = self._startup
        self._set_busy(busy=True)
        self._desk.tasks.run(
            lambda: startup.switch(on=True),
            done=lambda _: self.finished.emit(self._officer, cameras),
            failed=self._on_not_started,
            lane=Lane.WRITE,
        )

    def _on_not_started(self, problem: Problem) -> None:
        """Say so; the next press goes on without."""
        if isinstance(self.step, CamerasStep):
            self.step.choose(starts=False)
        self._on_failed(problem)
