"""The plan of the ward in the settings: shown, chosen from a file, taken away; kept at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem
from console.rights import Action
from console.workers import Lane
from ui import keys
from ui.cases.plan_picture import decoded, drawn_anew, fitted
from ui.desk import Desk
from ui.messages import sentence

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.ward_plan import WardPlan

_WIDTH, _HEIGHT = 300, 160  # pixels, the place where it is shown


class PlanCard(QFrame):
    """A small picture of it with its buttons."""

    failed = Signal(str)  # a sentence for the notice bar

    def __init__(
        self, desk: Desk, plan: WardPlan, owner: QWidget, parent: QWidget | None = None
    ) -> None:
        """The key acts in ``owner``."""
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._plan = plan
        self._may_see = self._may_change = False
        title = QLabel(self.tr("Ward plan"), self)
        title.setObjectName("section-title")
        self.picture = QLabel(self)
        self.picture.setObjectName("plan-picture")
        hint = QLabel(self.tr("Incidents have their spot on it. PNG or JPEG, up to 16 MB."), self)
        for label in (self.picture, hint):
            label.setWordWrap(True)
            label.setProperty("quiet", True)
        keys.action("settings-plan", owner, self.ask)
        self.choose = QPushButton(keys.words_of("settings-plan"), self)
        self.choose.setObjectName("button-settings-plan")
        self.choose.setToolTip(keys.hint_of("settings-plan"))
        self.choose.clicked.connect(lambda _checked=False: self.ask())
        self.remove = QPushButton(self.tr("No plan"), self)
        self.remove.setObjectName("plan-remove")
        self.remove.setToolTip(self.tr("Take the plan away; spots stay as they were placed"))
        self.remove.clicked.connect(lambda _checked=False: self._keep(lambda: None))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget in (title, self.picture, hint, self.choose, self.remove):
            column.addWidget(widget)
        self._show(None)

    def renew(self) -> None:
        """Read again which it is."""
        if self._may_see:
            plan = self._plan
            self._desk.tasks.renew(
                lambda: decoded(plan.picture_to_change()), done=self._show, failed=self._on_failed
            )

    def ask(self) -> None:
        """Ask for the file of another one."""
        if not self._may_change:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose the ward plan"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Keep the picture of a file: read, drawn anew and kept on a worker's thread."""
        self._keep(lambda: drawn_anew(path))

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """What whoever sits here may do."""
        self._may_see = may(Action.SEE_SETTINGS)
        self._may_change = may(Action.CHANGE_SETTINGS)
        if not self._may_see:
            self._show(None)
        for button in (self.choose, self.remove):
            button.setVisible(self._may_change)

    def _keep(self, read: Callable[[], bytes | None]) -> None:
        plan = self._plan
        self._desk.tasks.run(
            lambda: plan.change(read()),
            done=lambda _: self.renew(),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    @Slot(object)
    def _show(self, image: QImage | None) -> None:
        self.remove.setEnabled(image is not None)
        if image is None:
            self.picture.setText(self.tr("There is none yet."))
        else:
            self.picture.setPixmap(fitted(image, _WIDTH, _HEIGHT, self.devicePixelRatioF()))

    def _on_failed(self, problem: Problem) -> None:
        known = isinstance(problem, FieldRefused)
        words = self.tr("This file cannot be read. Choose another one.")
        self.failed.emit(sentence(problem) if known or type(problem) is not Problem else words)
