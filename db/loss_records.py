"""What one store has and another one, which shall take its place, has not."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Noun(StrEnum):
    """What is counted, in the order in which it is told: what cannot be made again comes first."""

    BOOKMARKS = "bookmarks"
    INCIDENTS = "incidents"
    OUTCOMES = "outcomes"
    ATTACHMENTS = "attachments"
    EXHIBITS = "exhibits"
    REQUESTS = "requests"
    PACKAGES = "packages"
    CUSTODY = "custody"
    CALLS = "calls"
    HOLDS = "holds"
    DISPOSALS = "disposals"
    MEMBERS = "members"
    CATEGORIES = "categories"
    PHRASES = "phrases"
    SAVED_SEARCHES = "saved_searches"
    CAMERAS = "cameras"
    CLUSTERS = "clusters"
    TEAMS = "teams"
    LAYOUTS = "layouts"
    RECORDING_RULES = "recording_rules"
    VOLUMES = "volumes"
    OFFICERS = "officers"


class Lost(NamedTuple):
    """How many of a noun are not in the other store at all, and how many stand there otherwise."""

    made: int = 0
    changed: int = 0
