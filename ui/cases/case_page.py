"""What every page of cases has beyond its strip: whom to call, and footage asked for in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.rights import Action
from ui.cases.strip import PARTS
from ui.desk import Desk
from ui.part_page import PartPage
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class CasePage(PartPage):
    """A page under the strip of cases."""

    request_wanted = Signal(object)  # an IncidentId: its footage is asked for in writing
    call_wanted = Signal(object)  # a Matter: whom to call about it

    def __init__(
        self, name: str, desk: Desk, console: Console, colours: Colours, parent: QWidget | None
    ) -> None:
        """``name`` is the page's in ``ui.pages``."""
        super().__init__(
            *(name, desk, console, colours, parent),
            parts=PARTS,
            key="cases-{}",
            right=Action.SEE_INCIDENTS,
        )
