"""The sections of an incident, in the order of their tabs."""

from __future__ import annotations

from ui.cases.section import Section
from ui.cases.sections.calls import CallsSection
from ui.cases.sections.history import HistorySection

SECTIONS: tuple[type[Section], ...] = (CallsSection, HistorySection)
