"""The search page: one box over numbers, words, places, people and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from console.errors import Problem
from console.events import Changed
from console.finding_results import Facet
from console.rights import Action
from console.workers import Lane
from db.case_records import BookmarkId, SavedSearch
from db.find_records import FoundKind
from db.records import Span, Topic
from ui import keys
from ui.cases.case_page import CasePage
from ui.cases.find_dialogs import JoinDialog, SaveDialog
from ui.cases.find_layout import Parts, laid_out
from ui.cases.find_list import FoundList
from ui.cases.result_row import STILL
from ui.cases.searching import Searching
from ui.cases.still_pictures import StillPictures
from ui.desk import Desk
from ui.icons import icon
from ui.overriding import override
from ui.theme import Colours
from ui.times import stamp_words
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.finding import Counted, Finding

_MOST_RECENT = 8
_LONGEST_PLAYED = timedelta(hours=1)
_TOPICS = {Topic.BOOKMARKS, Topic.INCIDENTS}
_ICONS = {"find-open": "cases", "find-play": "review", "find-join": "add", "find-save": "bookmark"}


class FindPage(CasePage):
    """Looks while one types; what was understood, what was found, what that has in common."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__("find", desk, console, colours, parent)
        self._came_from = ""
        self._left_from_results = False
        self._finding: Finding | None = None  # the last page
        self._recent: list[str] = []
        self._saved: list[SavedSearch] = []
        self._removed: SavedSearch | None = None
        self._chosen: tuple[str, int] | None = None  # kept while the list is read again
        self._buttons: dict[str, QPushButton] = {}
        self.pictures = StillPictures(desk, console, STILL, self)
        self.searching = Searching(desk, console, self)
        self.results = FoundList(self.pictures, colours, self)
        self.parts: Parts = laid_out(self, self.results, colours)
        self._act()
        self._connect()
        self.set_colours(colours)

    def _act(self) -> None:
        parts = self.parts
        keys.action("find-box", self, self.focus_box)
        keys.action("find-side", self, self._on_side)
        keys.action("find-again", self, self.renew)
        for name, owner, slot in (
            ("find-open", self.results, self.open_chosen),
            ("find-play", self.results, self.play_chosen),
            ("find-join", self.results, self.join_chosen),
            ("find-save", self, self.save),
        ):
            action = keys.action(name, owner, slot)
            button = QPushButton(keys.words_of(name), self)
            button.setObjectName(f"button-{name}")
            button.setToolTip(keys.hint_of(name))
            button.clicked.connect(action.trigger)
            parts.tools.addWidget(button)
            self._buttons[name] = button

    def _connect(self) -> None:
        parts, results, searching = self.parts, self.results, self.searching
        parts.box.textChanged.connect(self._on_typed)
        parts.box.went_down.connect(self._on_down)
        parts.chips.removed.connect(parts.box.setText)
        parts.facets.toggled.connect(self._on_facet)
        parts.start.wanted.connect(self._on_wanted)
        parts.start.rename_wanted.connect(self._on_rename)
        parts.start.remove_wanted.connect(self._on_remove)
        parts.start.undo_wanted.connect(self._on_undo)
        results.left_upwards.connect(self.focus_box)
        results.doubleClicked.connect(lambda _: self.open_chosen())
        results.rows.more_wanted.connect(searching.ask_more)
        results.painted.connect(searching.count)
        results.selectionModel().selectionChanged.connect(lambda *_: self._dress())
        searching.found.connect(self._on_found)
        searching.failed.connect(self._on_search_failed)
        searching.began.connect(self._on_began)
        searching.counted.connect(self._on_counted)
        searching.count_failed.connect(self._on_count_failed)
        self.desk.bridge.changed.connect(self._on_changed)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.parts.box.text()

    def come(self, here: str) -> None:
        """Be ready to be typed into; Esc goes back to the page called ``here``."""
        if here != "find":
            self._came_from = here
        self.focus_box()

    def focus_box(self) -> None:
        """Focus the box, so that typing begins anew."""
        self.parts.box.setFocus()
        self.parts.box.selectAll()

    def renew(self) -> None:
        """Search for the same again; what was chosen stays so."""
        if self.may(Action.SEE_INCIDENTS):
            chosen = self.results.chosen
            self._chosen = (chosen[0].kind, chosen[0].id) if chosen else None
            self.searching.ask(self.text, at_once=True)
            self._read_saved()

    def open_chosen(self) -> None:
        """Open what is chosen: an incident, a bookmark's incident, or else its footage."""
        result = next(iter(self.results.chosen), None)
        if result is None:
            return
        if result.incident_id is None:
            self.play_chosen()
            return
        self._remember()
        self._left_from_results = True
        self.incident_wanted.emit(result.incident_id)

    def play_chosen(self) -> None:
        """Show the footage of what is chosen."""
        result = next(iter(self.results.chosen), None)
        if result is None or not self.may(Action.REVIEW_FOOTAGE):
            return
        there = () if result.cluster_id is None else self.ward.cameras_of(result.cluster_id)
        cameras = result.cameras or tuple(camera.id for camera in there)
        if cameras:
            self._remember()
            self._left_from_results = True
            span = Span(result.span.start, min(result.span.end, result.at + _LONGEST_PLAYED))
            self.footage_wanted.emit(cameras, span)
        else:
            self.failed.emit(self.tr("No camera is known for it: it has neither one nor a place."))

    def join_chosen(self) -> None:
        """Ask into which case the chosen bookmarks shall go."""
        marks = self._joinable()
        if not marks or not self.may(Action.HANDLE_INCIDENT):
            return
        self._open(JoinDialog(self.desk, self.console, marks, self), self.renew)

    def save(self) -> None:
        """Ask how this search shall be called."""
        text = " ".join(self.text.split())
        if text:
            known = next((each for each in self._saved if each.text == text), None)
            self._ask_name(text, known)

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.results.set_ward(ward)
        self.parts.facets.set_ward(ward)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.results.set_colours(colours)
        self.parts.set_colours(colours)
        for name, button in self._buttons.items():
            button.setIcon(icon(_ICONS[name], colours.text))

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        if not may(Action.SEE_INCIDENTS):
            self._show_nothing()
        self._buttons["find-play"].setVisible(may(Action.REVIEW_FOOTAGE))
        self._buttons["find-join"].setVisible(may(Action.HANDLE_INCIDENT))
        self._dress()

    @override
    def take_focus(self) -> None:
        self.renew()
        if self._left_from_results and self.results.rows.rowCount():
            self.results.setFocus()
        else:
            self.focus_box()
        self._left_from_results = False

    @override
    def back(self) -> bool:
        if self.parts.offers.leave():
            return True
        if not self.parts.box.hasFocus():
            self.focus_box()
            return True
        if self._came_from:
            self.part_wanted.emit(self._came_from)
            return True
        return False

    @override
    def forget(self) -> None:
        self._recent, self._saved, self._removed, self._came_from = [], [], None, ""
        self._left_from_results = False
        self.parts.box.clear()
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.searching.stop()
        self._finding = None
        self.results.rows.fill((), whole=True)
        self.pictures.forget()
        self.parts.clear()

    def _joinable(self) -> list[BookmarkId]:
        return [
            BookmarkId(each.id)
            for each in self.results.chosen
            if each.kind is FoundKind.BOOKMARK and each.incident_id is None
        ]

    def _remember(self) -> None:
        text = " ".join(self.text.split())
        if text:
            self._recent = [text, *(each for each in self._recent if each != text)][:_MOST_RECENT]
            self.parts.start.show_searches(self._saved, self._recent)

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_name(self, text: str, known: SavedSearch | None) -> None:
        if self.may(Action.SEE_INCIDENTS):
            dialog = SaveDialog(self.desk, self.console, text, known, self)
            self._open(dialog, self._read_saved)

    def _read_saved(self) -> None:
        self.desk.tasks.renew(self.console.find.saved, done=self._on_saved, failed=self.on_failed)

    def _on_saved(self, saved: list[SavedSearch]) -> None:
        if self.may(Action.SEE_INCIDENTS):
            self._saved = saved
            self.parts.start.show_searches(saved, self._recent)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._chosen = None
        if self.may(Action.SEE_INCIDENTS):
            self.searching.ask(text)
        self.parts.show_start(not text.strip())
        self._dress()

    def _on_wanted(self, text: str) -> None:
        self.parts.box.setText(text)
        self._remember()
        self.focus_box()
        self.searching.ask(text, at_once=True)

    def _on_down(self) -> None:
        if self.results.rows.rowCount():
            self.results.setFocus()
            self.results.choose(max(0, self.results.currentIndex().row()))

    def _on_side(self) -> None:
        """To what stands beside the results, and back."""
        side = self.parts.side
        if side.hasFocus():
            self.results.setFocus()
        else:
            side.take_focus()

    @Slot(object)
    def _on_facet(self, facet: Facet) -> None:
        if facet.part is None:
            self.parts.box.setText(f"{self.text.strip()} {facet.text}".strip() + " ")
        elif self.parts.asked is not None:
            # It may have been counted for another text, in which the part stands elsewhere.
            its, asked = (facet.part.kind, facet.part.value), self.parts.asked
            for part in asked.parts:
                if (part.kind, part.value) == its:
                    self.parts.box.setText(asked.without(part))
                    return

    def _on_found(self, finding: Finding, first: bool) -> None:
        if not self.may(Action.SEE_INCIDENTS):
            return
        rows, whole = self.results.rows, finding.further is None
        if first:
            rows.fill(finding.results, whole=whole)
            self.parts.show_finding(finding, self.desk.clock.now())
            row = None if self._chosen is None else rows.row_of(*self._chosen)
            self.results.choose(row or 0)
        else:
            rows.append(finding.results, whole=whole)
        self._finding = finding
        self._say()
        if first and not finding.results:
            self.searching.count()  # there is nothing to paint
        if not finding.results and not whole:
            QTimer.singleShot(0, self, self.searching.ask_more)  # it looked as far as it had time

    def _on_counted(self, counted: Counted) -> None:
        if self.may(Action.SEE_INCIDENTS):
            self.parts.show_counted(counted)
            self._say()

    def _on_count_failed(self, problem: Problem) -> None:
        self.parts.show_uncounted()
        self._say()
        self.on_failed(problem)

    @Slot()
    def _on_began(self) -> None:
        if not self.results.rows.rowCount():
            self.parts.status.setText(self.tr("Searching…"))

    def _say(self) -> None:
        """How many were found, or how far the search has come."""
        finding, parts, listed = self._finding, self.parts, self.results.rows.rowCount()
        if finding is None:
            return
        if finding.looked_back_to is not None:
            words = self.tr("Looked through back to {time}; going on as you scroll.")
            parts.status.setText(words.format(time=stamp_words(finding.looked_back_to)))
        elif finding.asked.text:
            parts.say_found(listed, is_over=self.searching.is_whole)
        else:
            parts.status.setText(self.tr("The newest, while nothing is typed"))
        parts.show_none(is_none=self.searching.is_whole and not listed)
        self._dress()

    def _on_search_failed(self, problem: Problem) -> None:
        self._finding = None
        self.results.rows.fill((), whole=True)
        self.on_failed(problem)

    def _on_rename(self, search: SavedSearch) -> None:
        self._ask_name(search.text, search)

    def _on_remove(self, search: SavedSearch) -> None:
        def removed(_: object) -> None:
            self._removed = search
            words = self.tr("“{name}” is removed. Ctrl+Z brings it back.")
            self.parts.status.setText(words.format(name=search.name))
            self._read_saved()

        finding = self.console.find
        self.desk.tasks.run(
            lambda: finding.remove_saved(search.id),
            done=removed,
            failed=self.on_failed,
            lane=Lane.WRITE,
        )

    def _on_undo(self) -> None:
        search, self._removed = self._removed, None
        if search is not None:
            finding = self.console.find
            self.desk.tasks.run(
                lambda: finding.save(search.name, search.text),
                done=lambda _: self._read_saved(),
                failed=self.on_failed,
                lane=Lane.WRITE,
            )

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        """Read again, unless rows would move under the eyes of who has scrolled."""
        if self.isVisible() and event.topics & _TOPICS:
            if self.results.verticalScrollBar().value() == 0:
                self.renew()
            else:
                self.parts.status.setText(self.tr("There is something newer (F5)"))

    def _dress(self) -> None:
        chosen = self.results.chosen
        self._buttons["find-open"].setEnabled(bool(chosen))
        self._buttons["find-play"].setEnabled(bool(chosen))
        self._buttons["find-join"].setEnabled(bool(self._joinable()))
        self._buttons["find-save"].setEnabled(bool(self.text.strip()))
