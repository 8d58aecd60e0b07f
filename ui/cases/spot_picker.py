"""Asks where on the ward plan it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from db.case_records import Spot
from ui import keys
from ui.cases.plan_picture import decoded
from ui.cases.plan_view import PlanView
from ui.desk import Desk
from ui.messages import sentence
from ui.tables import Nothing
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.ward_plan import WardPlan

_SIZE = (900, 640)


class SpotDialog(QDialog):
    """Accepted with ``spot``, which may be None; Esc leaves the incident as it is."""

    def __init__(
        self,
        desk: Desk,
        plan: WardPlan,
        colours: Colours,
        spot: Spot | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("spot-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = self.tr("Where it happened, on the ward plan")
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._first = spot
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        self.words = QLabel(self)
        self.words.setObjectName("spot-words")
        self.words.setProperty("quiet", True)
        self.view = PlanView(colours, self)
        self.view.placed.connect(self._say)
        self.view.taken.connect(self.accept)
        self._nothing = Nothing(self.tr("Reading the plan…"), "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.view)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._tools = [
            self._button("spot-closer", self.view.closer),
            self._button("spot-further", self.view.further),
            self._button("spot-whole", self.view.show_whole),
            self._button("spot-clear", lambda: self.view.place(None)),
        ]
        for button in self._tools:
            buttons.addWidget(button)
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("spot-cancel")
        cancel.setToolTip(self.tr("Close and change nothing (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take = QPushButton(self.tr("Take this spot"), self)
        self.take.setObjectName("spot-take")
        self.take.setProperty("main", True)
        self.take.setDefault(True)
        self.take.setToolTip(self.tr("Take this spot (Enter)"))
        self.take.clicked.connect(self.accept)
        for button in (cancel, self.take):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self._offer(offered=False)
        desk.tasks.run(lambda: decoded(plan.picture()), done=self._on_read, failed=self._on_failed)

    @property
    def spot(self) -> Spot | None:
        """Where it is now."""
        return self.view.spot if self._stack.currentIndex() == 1 else self._first

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        action = keys.action(name, self, slot)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        return button

    def _on_read(self, image: QImage | None) -> None:
        if image is None:
            self._nothing.say(
                self.tr("The station has no ward plan yet"),
                self.tr(
                    "The administrator chooses a picture of it: Ctrl+9, then Ctrl+Shift+P. Until "
                    "then the address says where it was."
                ),
            )
            return
        self.view.show_plan(image, self._first)
        self._stack.setCurrentIndex(1)
        self._offer(offered=True)
        self._say(self._first)
        self.view.setFocus()

    def _on_failed(self, problem: Problem) -> None:
        self._nothing.say(self.tr("The plan cannot be shown"), sentence(problem))

    def _offer(self, *, offered: bool) -> None:
        for button in (*self._tools, self.take):
            button.setEnabled(offered)

    @Slot(object)
    def _say(self, spot: Spot | None) -> None:
        words = self.tr("No spot. Click on the plan, or press an arrow key.")
        if spot is not None:
            words = self.tr("{right} % from the left, {down} % from the top. Arrows move it.")
            words = words.format(right=spot.x // 100, down=spot.y // 100)
        self.words.setText(words)


def pick_spot(
    parent: QWidget,
    desk: Desk,
    plan: WardPlan,
    colours: Colours,
    spot: Spot | None,
    taken: Callable[[Spot | None], None],
) -> SpotDialog:
    """Ask over ``parent``; ``taken`` hears of the spot, None for no spot any more."""
    dialog = SpotDialog(desk, plan, colours, spot, parent)
    dialog.accepted.connect(lambda: taken(dialog.spot))
    dialog.show()
    return dialog
