"""The sections of an incident, in the order of their tabs."""

from __future__ import annotations

from ui.cases.section import Section
from ui.cases.sections.bookmarks import BookmarksSection
from ui.cases.sections.calls import CallsSection
from ui.cases.sections.files import FilesSection
from ui.cases.sections.history import HistorySection
from ui.cases.sections.holds import HoldsSection
from ui.cases.sections.links import LinksSection
from ui.cases.sections.outcomes import OutcomesSection

SECTIONS: tuple[type[Section], ...] = (
    BookmarksSection,
    OutcomesSection,
    FilesSection,
    HoldsSection,
    LinksSection,
    CallsSection,
    HistorySection,
)
