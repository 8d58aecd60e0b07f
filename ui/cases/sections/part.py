"""What the lists beside an incident share: their tools, and answers that still count."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from console.workers import Lane
from db.case_records import Incident, IncidentId
from ui import keys
from ui.cases.section import Section
from ui.desk import Desk
from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

T = TypeVar("T")


class Part(Section):
    """A section with a row of tools.  Each kind reads with ``ask`` and writes with ``write``."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self._icons: dict[str, str] = {}
        self._reads = 0
        self.actions_of: dict[str, QAction] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        self.column.addLayout(self.tools)

    def tool(self, name: str, owner: QWidget, slot: Callable[[], object], its: str) -> QPushButton:
        """A button and its key, which acts while the focus is in ``owner``; ``its``: its icon."""
        action = self.actions_of[name] = keys.action(name, owner, slot)
        button = self.buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        button.setIcon(icon(its, self.colours.text))
        self._icons[name] = its
        self.tools.addWidget(button)
        return button

    def offer(self, name: str, *, possible: bool) -> None:
        """Whether something can be done now."""
        self.actions_of[name].setEnabled(possible)
        self.buttons[name].setEnabled(possible)

    @override
    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        before = self.incident
        super().show_incident(incident, writable=writable)
        if incident is None or before is None or before.id != incident.id:
            self._reads += 1
            self.clear()
        if incident is not None:
            self.read()
        self.dress()

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        for name, its in self._icons.items():
            self.buttons[name].setIcon(icon(its, colours.text))

    def clear(self) -> None:
        """Show nothing: it is of another incident, or for nobody."""
        self.set_count(None)

    def read(self) -> None:
        """Read what belongs to the incident."""

    def dress(self) -> None:
        """Offer what can be done with the chosen one."""

    def ask(self, work: Callable[[IncidentId], T], done: Callable[[T], None]) -> None:
        """Read about the incident; ``done`` hears the answer to the newest question alone."""
        incident = self.incident
        if incident is None:
            return
        self._reads += 1
        number = self._reads

        def came(result: T) -> None:
            if number == self._reads:
                done(result)

        self.desk.tasks.run(lambda: work(incident.id), done=came, failed=self.on_failed)

    def write(self, work: Callable[[IncidentId], object]) -> None:
        """Change something; whoever shows the incident is told to read it again."""
        incident = self.incident
        if incident is not None and self.writable:
            self.desk.tasks.run(
                lambda: work(incident.id),
                done=lambda _: self.changed.emit(),
                failed=self.on_failed,
                lane=Lane.WRITE,
            )

    def show_dialog(self, dialog: QDialog) -> None:
        """Let a dialog stand over the window until it is answered."""
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
