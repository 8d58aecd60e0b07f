"""Puts the tools that find a moment into the review page's panel, each with its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import keys
from ui.desk import Desk
from ui.review.finding.area_tool import AreaTool
from ui.review.finding.halving_tool import HalvingTool
from ui.review.finding.strip_tool import StripTool
from ui.review.service import Archive
from ui.review.tools import Moment
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

_AREA = QT_TRANSLATE_NOOP("finding", "Area")
_STRIP = QT_TRANSLATE_NOOP("finding", "Strip")
_HALVING = QT_TRANSLATE_NOOP("finding", "Halves")


def add_finding(page: ReviewPage, desk: Desk, archive: Archive) -> None:
    """Add the three tools."""

    def area(_: Moment, parent: QWidget) -> AreaTool:
        return AreaTool(page, desk, archive, parent)

    def strip(_: Moment, parent: QWidget) -> StripTool:
        return StripTool(page, desk, archive, parent)

    def halving(_: Moment, parent: QWidget) -> HalvingTool:
        return HalvingTool(page, desk, archive, parent)

    tools = page.tools
    areas = tools.add(translate("finding", _AREA), area, keys.hint_of("finding-area"))
    strips = tools.add(translate("finding", _STRIP), strip, keys.hint_of("finding-strip"))
    halves = tools.add(translate("finding", _HALVING), halving, keys.hint_of("finding-halving"))
    assert isinstance(areas, AreaTool)
    assert isinstance(strips, StripTool)
    assert isinstance(halves, HalvingTool)
    for name, tool, focus in (
        ("finding-area", areas, areas.draw),
        ("finding-strip", strips, strips.list.setFocus),
        ("finding-halving", halves, halves.focus_first),
    ):
        keys.action(name, page, partial(_bring, page, tool, focus))
    keys.action("finding-next", page, partial(areas.step, 1))
    keys.action("finding-previous", page, partial(areas.step, -1))


def _bring(page: ReviewPage, tool: QWidget, focus: object) -> None:
    page.tools.bring(tool)
    assert callable(focus)
    focus()
