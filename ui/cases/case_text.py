"""The text of what waits: what happened, where and when, who wrote it, what came of it so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.case_records import Bookmark, Incident, Outcome, Step
from db.footage_records import Hold
from db.records import ClusterId
from ui.bookmarks.words import outage_words
from ui.card_text import CardText, say
from ui.case_words import (
    category_words,
    date_words,
    mattering_word,
    number_words,
    outcome_word,
    state_word,
    step_word,
)
from ui.cases.case_reading import CaseSeen
from ui.cases.inbox_words import item_title, kind_words, name_words, short_day
from ui.cases.sections.outcome_table import amount_words
from ui.holds.words import cameras_words, reason_words, span_words
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.inbox import InboxItem

_FACTS = 8  # rows of facts at most


class CaseText(CardText):
    """Shows one thing that waits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the chosen case says"))
        self._ward = Ward()
        self.add_facts(_FACTS)
        self.narrative = self.label("case-narrative")
        self._came = self.section(self.tr("What came of it so far"))
        self.outcomes = self.label("case-outcomes")
        self._went = self.section(self.tr("How it went"))
        self.steps = self.label("case-steps")
        self.close_card()
        self.clear()

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._ward = ward

    def clear(self) -> None:
        """Say nothing."""
        self._fill("", "", (), "", "", "")

    def begin(self, item: InboxItem) -> None:
        """What its row tells already, until the rest is read."""
        self._fill(item_title(item), kind_words(item.waits), (), "", "", "")
        self.verticalScrollBar().setValue(0)

    def show_seen(self, item: InboxItem, seen: CaseSeen) -> None:
        """What was read of ``item``."""
        if seen.incident is not None:
            self._show_incident(seen.incident, seen)
        elif item.bookmark_id is not None and seen.bookmarks:
            self._show_bookmark(seen.bookmarks[0], seen)
        else:
            self._show_holds(item, seen)

    def words(self) -> str:
        """All that is said, for a test and for whoever does not see it."""
        facts = (f"{head.text()} {value.text()}" for head, value in self.facts)
        labels = (self.title, self.state, self.narrative, self.outcomes, self.steps)
        return "\n".join([*(label.text() for label in labels), *facts])

    def _show_incident(self, incident: Incident, seen: CaseSeen) -> None:
        state = (
            number_words(incident),
            state_word(incident.state),
            category_words(incident.category_id, seen.categories),
            mattering_word(incident.severity),
            self.tr("restricted") if incident.restricted else "",
        )
        nothing = self.tr("No narrative was written.")
        self._fill(
            incident.title,
            " · ".join(part for part in state if part),
            tuple(self._facts_of(incident, seen)),
            incident.narrative or nothing,
            "\n".join(_outcome_line(each) for each in seen.outcomes if each.struck_at is None),
            "\n".join(self._step_line(each, seen) for each in seen.steps),
        )

    def _facts_of(self, incident: Incident, seen: CaseSeen) -> Iterator[tuple[str, str]]:
        place = [self._cluster(incident.cluster_id), incident.address]
        yield self.tr("Where"), " · ".join(part for part in place if part) or "–"
        yield self.tr("When"), _from_to(incident.began_at, incident.ended_at)
        yield self.tr("Written by"), name_words(seen.names, incident.made_by)
        if incident.assigned_to is not None:
            yield self.tr("Assigned to"), name_words(seen.names, incident.assigned_to)
        if incident.due_on is not None:
            yield self.tr("Due"), date_words(incident.due_on)
        marks = len(seen.bookmarks) + seen.unseen
        if marks:
            words = self.tr("{count}, the first {most} beside this text; Enter shows all")
            shown = words.format(count=marks, most=len(seen.bookmarks))
            yield self.tr("Bookmarks"), shown if seen.unseen else str(marks)

    def _show_bookmark(self, bookmark: Bookmark, seen: CaseSeen) -> None:
        category = category_words(bookmark.category_id, seen.categories)
        outages = {each for shot in bookmark.shots if (each := outage_words(shot))}
        facts = [
            (self.tr("When"), stamp_words(bookmark.at)),
            (self.tr("Cameras"), cameras_words(bookmark.cameras, self._ward, named=6)),
            (self.tr("Marked by"), name_words(seen.names, bookmark.made_by)),
            (self.tr("Category"), category or self.tr("none yet")),
        ]
        if outages:
            facts.append((self.tr("At that moment"), ", ".join(sorted(outages))))
        said = self.tr("Nobody has said yet what this is. Enter describes it.")
        self._fill(
            self.tr("Bookmark without category or words"),
            kind_words("bookmark"),
            tuple(facts),
            bookmark.note or said,
            "",
            "",
        )

    def _show_holds(self, item: InboxItem, seen: CaseSeen) -> None:
        facts = [fact for hold in seen.holds for fact in self._facts_of_hold(hold, seen)]
        if item.until is not None:
            facts.append((self.tr("Held until"), stamp_words(item.until)))
        said = self.tr(
            "When a hold runs out, its footage is removed with the next clearing. Enter opens the "
            "list of holds, where it is prolonged (F2) or left to end."
        )
        self._fill(item_title(item), kind_words(item.waits), tuple(facts), said, "", "")

    def _facts_of_hold(self, hold: Hold, seen: CaseSeen) -> Iterator[tuple[str, str]]:
        reason = reason_words(hold.reason)
        yield self.tr("Why"), f"{reason}: {hold.note}" if hold.note else reason
        yield self.tr("Cameras"), cameras_words(hold.cameras, self._ward, named=6)
        yield self.tr("Footage"), span_words(hold.span)
        yield self.tr("Held by"), name_words(seen.names, hold.made_by)

    def _step_line(self, step: Step, seen: CaseSeen) -> str:
        said = step_word(step.before, step.after)
        line = f"{short_day(step.at)} · {said} · {name_words(seen.names, step.officer_id)}"
        return f"{line}: {step.reason}" if step.reason else line

    def _cluster(self, cluster_id: ClusterId | None) -> str:
        return next((each.name for each in self._ward.clusters if each.id == cluster_id), "")

    def _fill(
        self,
        title: str,
        state: str,
        facts: tuple[tuple[str, str], ...],
        narrative: str,
        outcomes: str,
        steps: str,
    ) -> None:
        self.title.setText(title)
        said = (
            (self.state, state),
            (self.narrative, narrative),
            (self.outcomes, outcomes),
            (self.steps, steps),
        )
        for label, text in said:
            say(label, text)
        self._came.setVisible(bool(outcomes))
        self._went.setVisible(bool(steps))
        self.fill_facts(facts)


def _from_to(start: datetime, end: datetime | None) -> str:
    if end is None:
        return stamp_words(start)
    same = start.astimezone().date() == end.astimezone().date()
    last = f"{end.astimezone():%H:%M:%S}" if same else stamp_words(end)
    return f"{stamp_words(start)} – {last}"


def _outcome_line(outcome: Outcome) -> str:
    parts = [
        date_words(outcome.on),
        outcome_word(outcome.kind),
        amount_words(outcome),
        outcome.note,
    ]
    return " · ".join(part for part in parts if part)
