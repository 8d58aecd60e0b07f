"""What a key of the window is, and where it acts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """In which part of the window a key acts."""

    WINDOW = "window"
    WALL = "wall"
    TILES = "tiles"  # the pictures have the focus, not the list beside them
    REVIEW = "review"
    PICTURES = "pictures"  # on the review page, the pictures have the focus
    TIMELINE = "timeline"  # on the review page, the timeline has it
    DEVICES = "devices"
    AUDIT = "audit"
    SETTINGS = "settings"
    VOLUMES = "volumes"  # in the settings, the part about recording has the focus
    BACKUPS = "backups"
    CATEGORIES = "categories"  # the kinds of incidents
    PHRASES = "phrases"
    OFFICERS = "officers"
    AREA = "area"  # on the review page, the tool for changes in an area, or its rectangle, has it
    STRIP = "strip"  # the strip of pictures has it
    HALVING = "halving"  # the search by halves has it
    EXHIBITS = "exhibits"  # the list of foreign files
    FILE = "file"  # the player of one
    HOLDS = "holds"
    CASE_HOLDS = "case-holds"  # what is held for one case
    DRAFTS = "drafts"  # beside the wall and the review page, the bookmarks to describe
    DRAWING = "drawing"  # a bookmark's still, to draw on
    PEEK = "peek"  # pictures of what is to be exported: where masks are drawn and stills chosen
    SCRUB = "scrub"  # there, the bar of time has the focus
    MASKS = "masks"  # where masks are drawn
    MASK_PICTURE = "mask_picture"  # there, the picture has the focus
    STILL_CHOICE = "still_choice"  # where stills are chosen
    CASES = "cases"  # the pages under the strip of cases
    INCIDENT = "incident"  # among them the page of one incident
    CASE_LIST = "case_list"  # among them the list
    CASE_FIGURES = "case_figures"  # what came of the cases: the kinds
    FIGURES_CASES = "figures_cases"  # and the cases behind one
    CASE_MARKS = "case_marks"  # beside an incident, its bookmarks
    CASE_OUTCOMES = "case_outcomes"  # what came of it
    CASE_FILES = "case_files"  # its files
    CASE_LINKS = "case_links"  # the incidents that it has to do with
    INBOX = "inbox"
    MORNING = "morning"
    SPOT = "spot"  # the plan of the ward, where a spot is placed on it
    SEARCH = "search"  # the search page
    RESULTS = "results"  # what it found
    CHIPS = "chips"  # what it understood
    SAVED = "saved"  # the searches that were saved
    CALLS = "calls"  # the list of who answers for a cluster
    MEMBERS = "members"  # the list of the teams' members
    PACKAGES = "packages"  # the queue of exports and the packages that were made
    EXPORT = "export"  # what is chosen before a package is made
    EVIDENCE = "evidence"  # the pages under the strip of evidence
    REQUESTS = "requests"  # among them the list of requests, and the one that is shown beside it
    PAPERS = "papers"  # the scanned papers of that one
    REQUEST_FORM = "request_form"  # a request that is being written


@dataclass(frozen=True, slots=True)
class Key:
    """One action and its keys; ``words`` is the English source of its name."""

    name: str
    where: Where
    keys: tuple[str, ...]
    words: str
