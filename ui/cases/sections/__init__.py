"""The sections of an incident, in the order of their tabs."""

from __future__ import annotations

from ui.cases.section import Section
from ui.cases.sections.holds import HoldsSection

SECTIONS: tuple[type[Section], ...] = (HoldsSection,)
