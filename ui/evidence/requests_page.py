"""The requests (Phiếu yêu cầu): listed, found, one beside the list, and the form to write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.events import Changed
from console.rights import Action
from db.evidence_records import Request, RequestId, RequestQuery
from db.records import Topic
from db.structs import replace
from ui import keys
from ui.case_words import number_words as case_number
from ui.desk import Desk
from ui.evidence.evidence_page import EvidencePage
from ui.evidence.request_filters import RequestFilters
from ui.evidence.request_form import RequestFormView
from ui.evidence.request_rows import RequestDelegate, RequestRows
from ui.evidence.request_view import RequestView
from ui.evidence.requests_reading import Around, read_around
from ui.icons import icon
from ui.overriding import override
from ui.requests.wish import RequestWish
from ui.requests.words import nothing_words
from ui.tables import Nothing
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from collections.abc import Callable

    from console.app import Console

_FIND_WIDTH = 300
_AFTER_TYPING_MS = 250
_AGES_MS = 30_000


class RequestsPage(EvidencePage):
    """Lists the requests that whoever sits here sees."""

    export_wanted = Signal(object)  # the Request that a package is to be made of
    left = Signal(str)  # back to the page of that name, where the form was asked for

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("evidence", desk, console, colours, parent)
        self._chosen: RequestId | None = None  # to be chosen when the list is there anew
        self._told = ""  # what was done last
        self._rest_is_due = False
        self._is_brought = False  # the page came into sight: what waits for him comes back
        self.browse = QWidget(self)
        self.rows = RequestRows(desk.tasks, desk.clock, console.evidence.requests.page, self)
        self.filters = RequestFilters(self.browse, self.browse)
        self.view = RequestView(desk, console, self.browse, self.browse)
        self.form = RequestFormView(desk, console, colours, self)
        self._typed = QTimer(self, interval=_AFTER_TYPING_MS, singleShot=True)
        self._typed.timeout.connect(self.renew)
        self._ages = QTimer(self, interval=_AGES_MS)
        self._ages.timeout.connect(self.rows.grow_older)
        self._build(colours)
        self._connect()
        self.set_colours(colours)

    def _build(self, colours: Colours) -> None:
        self.search = QLineEdit(self.browse)
        self.search.setObjectName("requests-find")
        self.search.setPlaceholderText(self.tr("Find: number, unit, paper, purpose"))
        self.search.setAccessibleName(keys.words_of("request-find"))
        self.search.setToolTip(keys.hint_of("request-find"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_FIND_WIDTH)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self._new = self._button("request-new", self.ask_new)
        self._new.setProperty("main", True)
        self._copy = self._button("request-copy", self.copy)
        tools.addWidget(self._new)
        tools.addWidget(self._copy)
        tools.addWidget(self.filters, 1)
        tools.addWidget(self.search)
        self.list = QListView(self.browse)
        self.list.setObjectName("inbox-list")
        self.list.setAccessibleName(self.tr("Requests"))
        self.list.setModel(self.rows)
        self._delegate = RequestDelegate(colours, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumWidth(340)
        split = QSplitter(Qt.Orientation.Horizontal, self.browse)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.view)
        split.setSizes([460, 820])
        split.setStretchFactor(1, 1)
        self._nothing = Nothing("", "", self.browse)
        self._stack = QStackedWidget(self.browse)
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self.browse)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(self.filters.said)
        column.addWidget(self._stack, 1)
        self._rooms = QStackedWidget(self)
        self._rooms.addWidget(self.browse)
        self._rooms.addWidget(self.form)
        self.column.addWidget(self._rooms, 1)

    def _button(self, name: str, slot: Callable[[], object]) -> QPushButton:
        action = keys.action(name, self.browse, slot)
        button = QPushButton(keys.words_of(name), self.browse)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    def _connect(self) -> None:
        keys.action("request-find", self.browse, self._focus_search)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.search.returnPressed.connect(self._on_enter)
        self.filters.chosen.connect(self._on_filter)
        self.rows.arrived.connect(self._on_arrived)
        self.rows.failed.connect(self.on_failed)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _before: self.view.show_line(self.rows.line(index.row()))
        )
        self.list.doubleClicked.connect(lambda _: self.view.take("request-change"))
        view, form = self.view, self.form
        view.told.connect(self._on_told)
        view.failed.connect(self._on_step_failed)
        view.done.connect(self.list.setFocus)
        view.change_wanted.connect(self._on_change_wanted)
        view.export_wanted.connect(self.export_wanted)
        view.incident_wanted.connect(self.incident_wanted)
        view.footage_wanted.connect(self.footage_wanted)
        form.left.connect(self._on_form_left)
        form.asked.connect(self._on_asked)
        form.kept.connect(self._on_kept)
        self.desk.bridge.changed.connect(self._on_changed)

    @property
    def query(self) -> RequestQuery:
        """What is asked for."""
        return RequestQuery(states=self.filters.states, words=self.search.text().strip())

    @property
    def is_writing(self) -> bool:
        """Whether the form is in sight."""
        return self._rooms.currentWidget() is self.form

    # What the window tells

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self.view.set_ward(ward)
        self.form.set_ward(ward)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self._delegate.colours = colours
        self.list.viewport().update()
        self.form.set_colours(colours)
        self._new.setIcon(icon("add", colours.on_accent))
        self._copy.setIcon(icon("export", colours.text))

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.view.set_rights(may)
        self.form.set_rights(lambda: self.may(Action.EXPORT))
        if not may(Action.EXPORT):
            self._typed.stop()
            self.rows.clear()
            self.view.show_line(None)

    @override
    def take_focus(self) -> None:
        self._is_brought = True
        self._read_again()
        if self.is_writing:
            self.form.setFocus()
        else:
            (self.list if self._stack.currentIndex() == 0 else self._new).setFocus()

    @override
    def back(self) -> bool:
        """The form first, then search and filter; False when there were none."""
        if self.is_writing:
            self.form.back()
            return True
        was = bool(self.search.text()) or self.filters.kind != "all"
        self.search.clear()
        if self.filters.kind != "all":
            self.filters.choose("all")
        if was:
            self.list.setFocus()
        return was

    @override
    def forget(self) -> None:
        self._typed.stop()
        self._told, self._chosen = "", None
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.filters.forget()
        self.rows.clear()
        self.view.show_line(None)
        self.form.forget()
        self._rooms.setCurrentWidget(self.browse)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ages.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ages.stop()
        self.form.keep_quietly()

    # Listed

    @Slot()
    def renew(self) -> None:
        """Look through the requests again."""
        self._typed.stop()
        if self.may(Action.EXPORT):
            self._rest_is_due = True
            self._chosen = self._chosen or self.view.shown
            self.rows.show_query(self.query)

    def _read_again(self) -> None:
        """The same; what is shown beside the list is read again, too."""
        self.renew()
        self.view.renew()

    def show_request(self, request_id: RequestId) -> None:
        """Choose a request, whatever was searched for."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.filters.forget()
        self._chosen = request_id
        self._rooms.setCurrentWidget(self.browse)
        self.renew()

    def copy(self) -> None:
        """Put the chosen row where other programs can paste it."""
        if self.rows.line(row := self.list.currentIndex().row()) is not None:
            QApplication.clipboard().setText("\t".join(self.rows.words(row)))

    @Slot()
    def _on_arrived(self) -> None:
        found = self.rows.rowCount() > 0
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            row = self.rows.row_of(self._chosen)
            self.list.setCurrentIndex(self.rows.index(row or 0))
        else:
            self.view.show_line(None)
            self._nothing.say(*nothing_words(is_narrowed=self.query != RequestQuery()))
        self._chosen = None
        if self._rest_is_due:
            self._rest_is_due = False
            self._read_around()

    def _read_around(self) -> None:
        console, query = self.console, replace(self.query, states=frozenset())
        self.desk.tasks.renew(
            lambda: read_around(console, query), done=self._on_around, failed=self.on_failed
        )

    def _on_around(self, around: Around) -> None:
        if not self.may(Action.EXPORT):
            return
        self.rows.set_names(around.names)
        self.filters.set_counts(around.counts)
        late = self.tr("{count} were exported and not approved within 24 hours.")
        told = late.format(count=around.overdue) if around.overdue else ""
        self.filters.say(" ".join(part for part in (self._told, told) if part))
        self.form.let_urgent(allowed=around.urgent)
        self.form.know(around.me)
        if self._is_brought and self.form.bring_back():
            self._rooms.setCurrentWidget(self.form)
        self._is_brought = False

    @Slot(str)
    def _on_filter(self, _kind: str) -> None:
        self._told, self._chosen = "", None
        self.view.show_line(None)
        self.renew()
        self.list.setFocus()

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_enter(self) -> None:
        """In the search: look at once, then be in the list."""
        if self._typed.isActive():
            self.renew()
        self.list.setFocus()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if self.isVisible() and event.topics & {Topic.EVIDENCE, Topic.SETTINGS}:
            self._read_again()

    # Written

    def ask_new(self) -> None:
        """Write a request from nothing."""
        self.write(RequestWish())

    def write(self, wish: RequestWish) -> None:
        """Write a new one, beginning with ``wish``; one that is being written is kept first."""
        if self.may(Action.EXPORT):
            self._rooms.setCurrentWidget(self.form)
            self.form.begin(wish)

    @Slot(object)
    def _on_change_wanted(self, request: Request) -> None:
        seen = self.view.seen
        case = None if seen is None else seen.case
        self._rooms.setCurrentWidget(self.form)
        self.form.change(request, "" if case is None else f"{case_number(case)} {case.title}")

    @Slot(object)
    def _on_step_failed(self, problem: Problem) -> None:
        """What a draft lacks is shown where it is written."""
        seen = self.view.seen
        if isinstance(problem, FieldRefused) and seen is not None:
            self._on_change_wanted(seen.request)
            self.form.show_refusal(problem)
        else:
            self.on_failed(problem)

    @Slot(str)
    def _on_form_left(self, came_from: str) -> None:
        self._to_list()
        if came_from:
            self.left.emit(came_from)

    @Slot(object, str)
    def _on_asked(self, request: Request, said: str) -> None:
        self._chosen = request.id
        self._told = said
        self._to_list()

    @Slot(object)
    def _on_kept(self, request: Request) -> None:
        self._chosen = request.id

    def _to_list(self) -> None:
        self._rooms.setCurrentWidget(self.browse)
        self.renew()
        self.view.renew()
        self.list.setFocus()

    @Slot(str)
    def _on_told(self, said: str) -> None:
        self._told = said
        self.renew()
