"""Night, day and high contrast, from one table of colours.

Everything on screen takes its colours from ``Colours``: Qt's palette, the style sheet in
``resources/styles`` and what the wall paints itself.
"""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console.events import StreamState

BASE_PX = 13
STRIP_PX = 11  # words on small tiles
TITLE_PX = 16
HEAD_PX = 20


class ThemeName(StrEnum):
    """Which table of colours is in use."""

    NIGHT = "night"
    DAY = "day"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of a theme as #rrggbb.  Words have ≥ 4.5:1 on every ground, marks ≥ 3:1."""

    ground: str
    surface: str
    raised: str
    line: str
    picked: str  # the ground of what is selected or pressed
    text: str
    dim: str
    accent: str
    on_accent: str
    good: str  # live
    alarm: str  # needs a person now
    ill: str  # late, lost
    off: str
    held: str

    def of_state(self, state: StreamState) -> str:
        """The colour of a state's mark; the mark's shape and word say the same."""
        return getattr(self, _STATE_COLOURS[state])  # type: ignore[no-any-return]


_STATE_COLOURS = {
    StreamState.CONNECTING: "off",
    StreamState.LIVE: "good",
    StreamState.LATE: "ill",
    StreamState.STALLED: "ill",
    StreamState.OFFLINE: "ill",
    StreamState.REFUSED: "ill",
    StreamState.UNSUPPORTED: "ill",
    StreamState.PAUSED: "off",
}

THEMES = {
    ThemeName.NIGHT: Colours(
        ground="#101418",
        surface="#181e24",
        raised="#212932",
        line="#2d3742",
        picked="#2d3742",
        text="#e6ebf0",
        dim="#93a1b0",
        accent="#4da3ff",
        on_accent="#08131f",
        good="#3fb568",
        alarm="#ff5a52",
        ill="#ffb02e",
        off="#8a96a4",
        held="#a98bff",
    ),
    ThemeName.DAY: Colours(
        ground="#f5f7f9",
        surface="#ffffff",
        raised="#e9eef3",
        line="#c3ccd6",
        picked="#cfdceb",
        text="#14202b",
        dim="#4c5a68",
        accent="#0a5cb8",
        on_accent="#ffffff",
        good="#1a6e38",
        alarm="#b3231c",
        ill="#835200",
        off="#55616e",
        held="#5b3cc4",
    ),
    ThemeName.CONTRAST: Colours(
        ground="#000000",
        surface="#000000",
        raised="#000000",
        line="#ffffff",
        picked="#00424d",
        text="#ffffff",
        dim="#ffffff",
        accent="#00e5ff",
        on_accent="#000000",
        good="#3cff6e",
        alarm="#ff7a7a",
        ill="#ffff00",
        off="#d0d0d0",
        held="#d9b8ff",
    ),
}

# The wall is dark in every theme: pictures are judged against black, not against paper.
WALL = THEMES[ThemeName.NIGHT]


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def wall_colours(name: ThemeName) -> Colours:
    """What tiles are painted with."""
    return THEMES[ThemeName.CONTRAST] if name is ThemeName.CONTRAST else WALL


def font(pixels: int = BASE_PX, *, bold: bool = False) -> QFont:
    """The console's type: Segoe UI on Windows, Noto Sans elsewhere.  Size in pixels."""
    chosen = QFont("Segoe UI" if sys.platform == "win32" else "Noto Sans")
    chosen.setPixelSize(pixels)
    if bold:
        chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def style_sheet(colours: Colours) -> str:
    """``resources/styles/console.qss`` with the colours filled in."""
    folder = Path(str(files("resources").joinpath("styles")))
    sheet = folder.joinpath("console.qss").read_text("utf-8")
    is_dark = contrast(colours.on_accent, "#ffffff") > contrast(colours.on_accent, "#000000")
    tick = folder / ("tick-dark.svg" if is_dark else "tick-light.svg")
    return Template(sheet).substitute(
        asdict(colours), title=TITLE_PX, head=HEAD_PX, tick=tick.as_posix()
    )


def palette(colours: Colours) -> QPalette:
    """The same colours for what style sheets do not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.dim),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.dim))
    return made


def apply(app: QApplication, name: ThemeName) -> None:
    """Dress the whole application."""
    colours = THEMES[name]
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(colours))
    app.setStyleSheet(style_sheet(colours))


def _luminance(colour: str) -> float:
    total = 0.0
    for weight, start in ((0.2126, 1), (0.7152, 3), (0.0722, 5)):
        part = int(colour[start : start + 2], 16) / 255
        total += weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return total


COLOUR_NAMES = tuple(field.name for field in fields(Colours))
