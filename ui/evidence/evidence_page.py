"""What every page of evidence has beyond its strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.rights import Action
from ui.desk import Desk
from ui.evidence.strip import PARTS
from ui.part_page import PartPage
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console


class EvidencePage(PartPage):
    """A page under the strip of evidence."""

    request_wanted = Signal(object)  # a RequestId, to be shown

    def __init__(
        self, name: str, desk: Desk, console: Console, colours: Colours, parent: QWidget | None
    ) -> None:
        """``name`` is the page's in ``ui.pages``."""
        super().__init__(
            *(name, desk, console, colours, parent),
            parts=PARTS,
            key="part-{}",
            right=Action.EXPORT,
        )
