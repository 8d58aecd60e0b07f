"""What every page under a strip has: the strip, its rights, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.errors import NotAllowed, Problem
from console.rights import Action
from ui.desk import Desk
from ui.messages import nobody_sat, sentence
from ui.part_strip import PartStrip
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class PartPage(QWidget):
    """A page under a strip; each puts its own things into ``column``."""

    failed = Signal(str)  # a sentence for the notice bar
    part_wanted = Signal(str)  # another page, by its name
    incident_wanted = Signal(object)  # an IncidentId, to be opened
    footage_wanted = Signal(object, object)  # CameraIds and a Span, to be reviewed

    def __init__(
        self,
        name: str,
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget | None,
        *,
        parts: Mapping[str, Action],
        key: str,
        right: Action,
    ) -> None:
        """``name`` is the page's in ``ui.pages``; ``parts`` and ``key``: see ``PartStrip``.

        Whoever lacks ``right`` is told no refusal: nothing here is for him.
        """
        super().__init__(parent)
        self.setObjectName(f"{name}-page")
        self.desk = desk
        self.console = console
        self.colours = colours
        self.ward = Ward()
        self.may: Callable[[Action], bool] = lambda _: False
        self._right = right
        self.strip = PartStrip(parts, key, name, self)
        self.strip.wanted.connect(self.part_wanted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(12)
        self.column.addWidget(self.strip)

    def set_ward(self, ward: Ward) -> None:
        """There are these teams, clusters and cameras from now on."""
        self.ward = ward

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.colours = colours

    def set_rights(self, may: Callable[[Action], bool]) -> None:
        """Offer what whoever sits here may do."""
        self.may = may
        self.strip.set_rights(may)

    def take_focus(self) -> None:
        """The page was brought: read again, and focus what one works with first."""
        self.setFocus()

    def back(self) -> bool:
        """Esc; False when there was nothing to go back from."""
        return False

    def forget(self) -> None:
        """Somebody else sits here: nothing of what was shown or typed stays."""

    def on_failed(self, problem: Problem) -> None:
        """Say in the notice bar what went wrong.

        But not that the screen was locked, or somebody left, while something was read: whoever is
        back knows, and whoever came has nothing to do with it.
        """
        his = not isinstance(problem, NotAllowed) or self.may(self._right)
        if his and not nobody_sat(problem):
            self.failed.emit(sentence(problem))
