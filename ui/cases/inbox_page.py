"""The chief's inbox: what waits, its text and its clip side by side, and a key for each answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.case_records import Incident
from db.incident_records import IncidentLine
from db.records import Topic
from ui import keys
from ui.cases.case_page import CasePage
from ui.cases.case_reading import moments_of, read_any
from ui.cases.case_text import CaseText
from ui.cases.clip import Clip
from ui.cases.inbox_answers import Answers
from ui.cases.inbox_filters import InboxFilters
from ui.cases.inbox_list import InboxDelegate, InboxRows, key_of
from ui.cases.inbox_offers import ANSWERS, Seen, offer_of
from ui.cases.inbox_reading import InboxSeen
from ui.cases.inbox_words import nothing_words, told_words
from ui.desk import Desk
from ui.holds.case_holds import CaseHoldsDialog
from ui.holds.words import case_words
from ui.messages import sentence
from ui.overriding import override
from ui.people.matter import Matter
from ui.requests.answers import RequestAnswers
from ui.requests.reading import RequestSeen
from ui.requests.text import RequestText
from ui.requests.waiting import REQUEST, RequestItem
from ui.review.service import Archive
from ui.tables import Nothing
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from ui.cases.inbox_reading import Item

_HOLD = "hold"  # a word of console.inbox.Waits
_TOPICS = frozenset({Topic.INCIDENTS, Topic.BOOKMARKS, Topic.HOLDS, Topic.EVIDENCE})


class InboxPage(CasePage):
    """Lists what waits for whoever approves; what he decided goes, and the next one is chosen."""

    describe_wanted = Signal(object)  # a BookmarkId that nobody has described yet
    evidence_wanted = Signal(object)  # a RequestId, to be shown whole

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        archive: Archive | None,
        parent: QWidget | None = None,
    ) -> None:
        """Without ``archive`` there is no clip beside the text."""
        super().__init__("inbox", desk, console, colours, parent)
        self._seen: Seen | None = None
        self._shown: tuple[object, ...] | None = None  # the key of what is shown beside the list
        self._row = 0  # where the chosen one stood: whatever stands there next is chosen then
        self._reads = 0
        self._decided = ""  # what was done last
        self.rows = InboxRows(desk.tasks, console.inbox, console.evidence.requests, self)
        self.filters = InboxFilters(self)
        self.text, self.request = CaseText(self), RequestText(self)
        self.clip = Clip(desk, archive, self)
        self.answers = Answers(desk, console, self)
        self.request_answers = RequestAnswers(desk, console, self)
        self._build(colours)
        self._connect()
        self._show(None)

    def _build(self, colours: Colours) -> None:
        self.list = QListView(self)
        self.list.setObjectName("inbox-list")
        self.list.setAccessibleName(self.tr("What waits"))
        self.list.setModel(self.rows)
        self._delegate = InboxDelegate(colours, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.said = QLabel(self)
        self.said.setObjectName("inbox-said")
        self.said.setWordWrap(True)
        self._buttons: dict[str, QPushButton] = {}
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for name in ANSWERS:
            acts.addWidget(self._button(name, partial(self.answer, name)))
        acts.addWidget(self._button("inbox-open", self.open_chosen))
        self._buttons["inbox-approve"].setProperty("main", True)
        acts.addStretch(1)
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.setChildrenCollapsible(False)
        self._texts = QStackedWidget(self)
        for text in (self.text, self.request):
            self._texts.addWidget(text)
        beside.addWidget(self._texts)
        beside.addWidget(self.clip)
        beside.setSizes([400, 460])
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(beside, 1)
        column.addWidget(self.said)
        column.addLayout(acts)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([400, 880])
        split.setStretchFactor(1, 1)
        self.list.setMinimumWidth(320)
        self._nothing = Nothing("", "", self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing)
        self.column.addWidget(self.filters)
        self.column.addWidget(self._stack, 1)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        # Enter opens what is chosen in the list; anywhere else it presses what has the focus.
        action = keys.action(name, self.list if name == "inbox-open" else self, slot)
        button = QPushButton(action.text(), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._buttons[name] = button
        return button

    def _connect(self) -> None:
        self.rows.arrived.connect(self._on_arrived)
        self.rows.failed.connect(self.on_failed)
        self.filters.chosen.connect(self._on_filter)
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self.list.doubleClicked.connect(lambda _: self.open_chosen())
        self.clip.review_wanted.connect(self.footage_wanted)
        for answers in (self.answers, self.request_answers):
            answers.begun.connect(lambda: self._offer(None))
            answers.decided.connect(self._on_decided)
            answers.failed.connect(self._on_undone)
            answers.asked.connect(self.list.setFocus)  # where the keys act
        self.request_answers.given_up.connect(lambda: self._read(anew=False))
        self.desk.bridge.changed.connect(self._on_changed)

    @property
    def chosen(self) -> Item | None:
        """What is chosen in the list."""
        return self.rows.item(self.list.currentIndex().row())

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.text.set_ward(ward)
        self.request.set_ward(ward)
        self.clip.set_ward(ward)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self._delegate.colours = colours
        self.list.viewport().update()

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.forget()
        if may(Action.APPROVE_INCIDENT) and self.isVisible():
            self.renew()

    @override
    def take_focus(self) -> None:
        self.list.setFocus()
        self.renew()
        if self._shown is not None:  # its player was closed when the page went
            self._read(anew=True)

    @override
    def back(self) -> bool:
        if self.filters.kind:
            self.filters.choose("")
            return True
        return False

    @override
    def forget(self) -> None:
        self._reads += 1
        self._decided = ""
        self.filters.forget()
        self.rows.clear()
        self._show(None)
        self.clip.forget()

    def renew(self) -> None:
        """Read what waits again."""
        if self.may(Action.APPROVE_INCIDENT):
            if self._stack.currentIndex() == 0 and not self.rows.rowCount():
                self.filters.say(self.tr("Reading…"))
            self.rows.show_kind(self.filters.kind)

    # What the chief answers

    def answer(self, name: str) -> None:
        """Let the incident that is shown be answered, as the action of that name does."""
        if self._seen is None or not self._buttons[name].isEnabled():
            return
        if isinstance(self._seen, RequestSeen):
            self.request_answers.answer(name.removeprefix("inbox-"), self._seen.request, self.ward)
        elif (incident := self._seen.incident) is not None:
            self._answer(name, incident)

    def _answer(self, name: str, incident: Incident) -> None:
        match name:
            case "inbox-approve":
                self.answers.approve(incident)
            case "inbox-return":
                self.answers.ask_return(incident)
            case "inbox-assign":
                self.answers.ask_assign(incident)
            case _:
                self.answers.close(incident)

    def open_chosen(self) -> None:
        """Open the incident; of a bookmark its description, of holds those of the case, or all."""
        item = self.chosen
        if isinstance(item, RequestItem):
            self.evidence_wanted.emit(item.asked.id)
        elif item is None:
            return
        elif item.line is not None and item.waits == _HOLD:
            self._open_holds(item.line)
        elif item.line is not None:
            self.incident_wanted.emit(item.line.id)
        elif item.bookmark_id is not None:
            self.describe_wanted.emit(item.bookmark_id)
        else:
            self.part_wanted.emit("holds")

    def _open_holds(self, line: IncidentLine) -> None:
        """Let what is held for a case be prolonged or released, on the spot."""
        desk, console, case = self.desk, self.console, (line.id, case_words(line))
        dialog = CaseHoldsDialog(desk, console, self.colours, self.ward, case, self.may, self)
        dialog.footage_wanted.connect(self.footage_wanted)
        dialog.finished.connect(lambda _: self.list.setFocus())
        dialog.show()

    def matter(self) -> Matter | None:
        """What F9 is about here: the chosen case; None for none, or one in no cluster."""
        line = None if self.chosen is None else self.chosen.line
        if line is None or line.cluster_id is None:
            return None
        return Matter(line.cluster_id, incident_id=line.id)

    @Slot(str)
    def _on_decided(self, said: str) -> None:
        self._decided = said
        self.renew()
        self._read(anew=False)  # where it stays it is not what it was

    @Slot(object)
    def _on_undone(self, problem: Problem) -> None:
        self.failed.emit(sentence(problem))
        self.renew()
        self._read(anew=False)

    # What is shown

    @Slot(object)
    def _on_arrived(self, seen: InboxSeen) -> None:
        self.filters.set_counts(seen.counts, seen.total)
        self.filters.say(told_words(self._decided, seen))
        if not self.rows.rowCount():
            self._show(None)
            self._stack.setCurrentIndex(1)
            self._nothing.say(*nothing_words(seen))
            return
        here = None if self._shown is None else self.rows.row_of(self._shown)
        row = min(self._row, self.rows.rowCount() - 1) if here is None else here
        self._stack.setCurrentIndex(0)
        self.list.setCurrentIndex(self.rows.index(max(0, row)))
        if self.isVisible() and not self.list.hasFocus() and not self._is_busy_elsewhere():
            self.list.setFocus()

    def _is_busy_elsewhere(self) -> bool:
        """Whether the focus is somewhere on this page where one works with it."""
        focus: QWidget | None = self.focusWidget()
        return focus is not None and focus.hasFocus()

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        item = self.rows.item(index.row()) if index.isValid() else None
        if item is None:
            return
        self._row = index.row()
        if key_of(item) != self._shown:
            self._show(item)

    def _show(self, item: Item | None) -> None:
        """Show an item beside the list, as far as its row tells it, and read the rest."""
        self._seen = None
        self._reads += 1
        self._shown = None if item is None else key_of(item)
        self._texts.setCurrentIndex(1 if isinstance(item, RequestItem) else 0)
        self._offer(None)
        if item is None:
            self.text.clear()
            self.request.clear()
            self.clip.show_moments((), " ")
            return
        if isinstance(item, RequestItem):
            self.request.begin(item.asked, self.desk.clock.now())
        else:
            self.text.begin(item)
        self.clip.show_moments((), self.tr("Reading…"))
        self._read(anew=True)

    def _read(self, *, anew: bool) -> None:
        """Read what is shown; ``anew``: its clip begins again, too."""
        item = self.chosen
        if item is None or key_of(item) != self._shown:
            return
        self._reads += 1
        number, console = self._reads, self.console

        def done(seen: Seen) -> None:
            if number == self._reads:
                self._on_seen(item, seen, anew=anew)

        def failed(problem: Problem) -> None:
            if number == self._reads:
                self.clip.show_moments((), sentence(problem))

        self.desk.tasks.run(lambda: read_any(console, item), done=done, failed=failed)

    def _on_seen(self, item: Item, seen: Seen, *, anew: bool) -> None:
        before = () if self._seen is None else moments_of(self._seen)
        self._seen = seen
        self.rows.set_names(seen.names)
        if isinstance(seen, RequestSeen):
            self.request.show_seen(seen, self.desk.clock.now())
            self.request.look(self.desk.tasks, self.console.evidence.previews.of_lines)
        elif not isinstance(item, RequestItem):
            self.text.show_seen(item, seen)
        self._offer(seen)
        if anew or moments_of(seen) != before:
            self.clip.show_moments(moments_of(seen))

    def _offer(self, seen: Seen | None) -> None:
        """Let what is shown be answered, as far as it may be; say why where it may not."""
        is_request = self._shown is not None and self._shown[0] == REQUEST
        offer = offer_of(seen, is_request=is_request, is_shown=self._shown is not None)
        for name, button in self._buttons.items():
            button.setVisible(name in offer.shown)
            button.setEnabled(name in offer.enabled)
            button.setText(offer.words.get(name) or keys.words_of(name))
        self.said.setText(offer.why)
        self.said.setVisible(bool(offer.why))

    @Slot(str)
    def _on_filter(self, _kind: str) -> None:
        self._row, self._shown, self._decided = 0, None, ""
        self.renew()
        self.list.setFocus()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _TOPICS and self.isVisible():
            self.renew()
            self._read(anew=False)
