"""The morning page: what the last 24 hours brought, which cameras were blind, what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.events import Changed
from console.rights import Action
from db.case_records import Category, CategoryId, IncidentState
from db.incident_records import IncidentQuery
from db.records import Span, Topic
from ui import keys
from ui.case_words import age_words
from ui.cases.blind_list import BlindList, BlindRows
from ui.cases.case_page import CasePage
from ui.cases.morning_tables import (
    BarDelegate,
    Brought,
    BroughtColumn,
    BroughtTable,
    OpenColumn,
    OpenTable,
)
from ui.desk import Desk
from ui.overriding import override
from ui.tables import Nothing, RowView
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.morning import BlindCamera, MorningView

_AGAIN_MS = 5 * 60_000
_BEFORE = timedelta(seconds=15)  # of an outage: what was to be seen last
_LONG = timedelta(minutes=10)  # a shorter outage is no reason to call a night restless
_TOPICS = frozenset({Topic.INCIDENTS, Topic.FLEET})


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands on the page, of one moment."""

    view: MorningView
    categories: dict[CategoryId, Category]


class MorningPage(CasePage):
    """One sentence, three lists; each row leads to what it tells of."""

    list_wanted = Signal(object)  # an IncidentQuery: the list of cases shows those alone

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__("morning", desk, console, colours, parent)
        self._read: _Read | None = None
        self._reads = 0
        self.brought = BroughtTable(colours, self)
        self.open = OpenTable(colours, self)
        self.blind = BlindRows(self)
        self._build(colours)
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()
        desk.bridge.changed.connect(self._on_changed)

    def _build(self, colours: Colours) -> None:
        self.title = QLabel(self)
        self.title.setObjectName("page-title")
        self.told = QLabel(self)
        self.told.setObjectName("morning-told")
        self.told.setWordWrap(True)
        self.span = QLabel(self)
        self.span.setProperty("quiet", True)
        self.brought_view = self._table(
            "morning-brought", self.tr("Cases of the last 24 hours"), self.brought
        )
        self.brought_view.setItemDelegateForColumn(
            BroughtColumn.COUNT, BarDelegate(self.brought, self.brought_view)
        )
        self.open_view = self._table("morning-open", self.tr("Open cases"), self.open)
        header = self.open_view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(OpenColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header = self.brought_view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.blind_view = BlindList(self.blind, colours, self)
        self.spell = QLabel(self)
        self.spell.setObjectName("morning-spell")
        self.spell.setWordWrap(True)
        self.spell.setProperty("quiet", True)
        self._came = QLabel(self)
        self._lost = QLabel(self)
        self._waits = QLabel(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        nothing = (
            Nothing(self.tr("No case began in these 24 hours"), "", self),
            Nothing(self.tr("Every camera had a picture"), "", self),
            Nothing(self.tr("No case is open"), "", self),
        )
        self._stacks = [
            self._part(head, view, empty)
            for head, view, empty in zip(
                (self._came, self._lost, self._waits),
                (self.brought_view, self.blind_view, self.open_view),
                nothing,
                strict=True,
            )
        ]
        self._stacks[1].layout_box.addWidget(self.spell)
        grid.addWidget(self._stacks[0], 0, 0)
        grid.addWidget(self._stacks[1], 1, 0)
        grid.addWidget(self._stacks[2], 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(1, 1)
        keys.action("morning-open", self, self.open_chosen)
        keys.action("morning-renew", self, self.renew)
        keys.action("morning-left", self.blind_view, lambda: self._step(-1))
        keys.action("morning-right", self.blind_view, lambda: self._step(1))
        for view in (self.brought_view, self.blind_view, self.open_view):
            view.doubleClicked.connect(lambda _: self.open_chosen())
        self.blind_view.selectionModel().currentChanged.connect(self._on_blind)
        for widget in (self.title, self.told, self.span):
            self.column.addWidget(widget)
        self.column.addLayout(grid, 1)

    def _table(self, name: str, words: str, model: BroughtTable | OpenTable) -> RowView:
        view = RowView(name, words, model, self)
        view.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        return view

    def _part(self, head: QLabel, view: QWidget, empty: QWidget) -> _Part:
        head.setObjectName("section-title")
        return _Part(head, view, empty, self)

    @override
    def set_colours(self, colours: Colours) -> None:
        super().set_colours(colours)
        self.brought.colours = self.open.colours = self.blind_view.delegate.colours = colours
        for view in (self.brought_view, self.blind_view, self.open_view):
            view.viewport().update()

    @override
    def set_ward(self, ward: Ward) -> None:
        super().set_ward(ward)
        self._show()

    @override
    def set_rights(self, may: Callable[[Action], bool]) -> None:
        super().set_rights(may)
        self.forget()
        if self.isVisible():
            self.renew()

    @override
    def take_focus(self) -> None:
        if not any(view.hasFocus() for view in (self.brought_view, self.blind_view)):
            self.open_view.setFocus()
        self.renew()

    @override
    def forget(self) -> None:
        self._reads += 1
        self._read = None
        now = self.desk.clock.now()
        self.brought.show_brought({}, {}, self.ward)
        self.open.show_lines((), now)
        self.blind.show_blind((), Span(now - timedelta(hours=24), now), self.ward)
        self._head("", "", "")
        self.spell.setText("")

    def renew(self) -> None:
        """Read the page again."""
        if not self.may(Action.SEE_INCIDENTS):
            return
        self._reads += 1
        number, morning, categories = self._reads, self.console.morning, self.console.categories

        def done(read: _Read) -> None:
            if number == self._reads:
                self._read = read
                self._show()

        def failed(problem: Problem) -> None:
            if number == self._reads and self._read is None:
                advice = self.tr("Nothing below is a figure yet. F5 reads it again.")
                self._head(self.tr("This morning could not be read"), advice, "")
            self.on_failed(problem)

        if self._read is None:
            self._head(self.tr("Reading…"), "", "")
        self.desk.tasks.run(
            lambda: _Read(morning.view(), {each.id: each for each in categories.tree()}),
            done=done,
            failed=failed,
        )

    def open_chosen(self) -> None:
        """Go where the chosen row leads: the cases of a figure, a case, or the footage."""
        if self._read is None:
            return
        if self.brought_view.hasFocus():
            row = self.brought.row(self.brought_view.currentIndex().row())
            if row is not None:
                self.list_wanted.emit(self.query_of(row, self._read.view.span))
        elif self.blind_view.hasFocus():
            self._watch(self.blind_view.currentIndex().row())
        else:
            line = self.open.line(self.open_view.currentIndex().row())
            if line is not None:
                self.incident_wanted.emit(line.id)

    def query_of(self, row: Brought, span: Span) -> IncidentQuery:
        """Which cases a figure counts."""
        of_team = [each.id for each in self.ward.clusters if each.team_id == row.team_id]
        return IncidentQuery(
            categories=frozenset({row.category_id}),
            clusters=frozenset() if row.team_id is None else frozenset(of_team),
            teamless=row.team_id is None,
            since=span.start,
            until=span.end,
        )

    def _watch(self, row: int) -> None:
        camera, spell = self.blind.camera(row), self.blind.spell(row)
        if camera is None or spell is None:
            return
        end = spell.end or self.desk.clock.now()
        self.footage_wanted.emit([camera.camera_id], Span(spell.start - _BEFORE, end))

    def _step(self, way: int) -> None:
        row = self.blind_view.currentIndex().row()
        self.blind.step(row, way)
        self.spell.setText(self.blind.spell_words(row))

    def _show(self) -> None:
        read = self._read
        if read is None:
            return
        view = read.view
        rows = [each.currentIndex().row() for each in self._views]
        self.brought.show_brought(view.brought, read.categories, self.ward)
        self.open.show_lines(view.open, view.span.end)
        self.blind.show_blind(view.blind, view.span, self.ward)
        for its, stack, row in zip(self._views, self._stacks, rows, strict=True):
            count = its.model().rowCount()
            stack.fill(count)
            if count:
                its.setCurrentIndex(its.model().index(max(0, min(row, count - 1)), 0))
        self._say(view)

    @property
    def _views(self) -> tuple[QAbstractItemView, ...]:
        return self.brought_view, self.blind_view, self.open_view

    def _say(self, view: MorningView) -> None:
        cases = sum(view.brought.values())
        submitted = view.states.get(IncidentState.SUBMITTED, 0)
        blind = [each for each in view.blind if each.lost >= _LONG or _lasts(each)]
        parts = []
        if submitted:
            parts.append(self.tr("{count} cases wait for approval").format(count=submitted))
        if view.overdue:
            parts.append(self.tr("{count} open cases are overdue").format(count=view.overdue))
        if blind:
            words = self.tr("{count} cameras were blind, the longest {camera}: {length}")
            parts.append(
                words.format(
                    count=len(blind),
                    camera=self.blind.name(blind[0]),
                    length=age_words(blind[0].lost),
                )
            )
        title = self.tr("This needs you") if parts else self.tr("A quiet night")
        new = self.tr("{count} new cases").format(count=cases) if cases else self.tr("no new case")
        calm = self.tr("{cases}; every camera had a picture, nothing is overdue.")
        words = f"{'; '.join([*parts, new])}." if parts else calm.format(cases=new)
        self._head(title, words[:1].upper() + words[1:], _span_words(view.span))
        self._came.setText(self.tr("Cases by team and category: {count}").format(count=cases))
        self._lost.setText(
            self.tr("Cameras without a picture: {count}").format(count=len(view.blind))
        )
        waiting = sum(count for state, count in view.states.items() if state in _OPEN)
        shown = self.tr("Open cases: {count}, the oldest first").format(count=waiting)
        if waiting > len(view.open):
            more = self.tr("Open cases: {count}, the oldest {most} first")
            shown = more.format(count=waiting, most=len(view.open))
        self._waits.setText(shown)

    def _head(self, title: str, told: str, span: str) -> None:
        self.title.setText(title)
        self.told.setText(told)
        self.span.setText(span)

    @Slot(QModelIndex)
    def _on_blind(self, index: QModelIndex) -> None:
        self.spell.setText(self.blind.spell_words(index.row()))

    @Slot()
    def _on_timer(self) -> None:
        if self.isVisible():
            self.renew()

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _TOPICS and self.isVisible():
            self.renew()


_OPEN = frozenset({IncidentState.DRAFT, IncidentState.SUBMITTED, IncidentState.RETURNED})


class _Part(QWidget):
    """A head over a list, or over what is said where the list is empty."""

    def __init__(self, head: QLabel, view: QWidget, empty: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(view)
        self._stack.addWidget(empty)
        self.layout_box = QVBoxLayout(self)
        self.layout_box.setContentsMargins(0, 0, 0, 0)
        self.layout_box.setSpacing(4)
        self.layout_box.addWidget(head)
        self.layout_box.addWidget(self._stack, 1)

    def fill(self, count: int) -> None:
        """The list, if there is anything in it."""
        self._stack.setCurrentIndex(0 if count else 1)


def _lasts(camera: BlindCamera) -> bool:
    return bool(camera.spells) and camera.spells[-1].end is None


def _span_words(span: Span) -> str:
    return f"{_minute(span.start)} – {_minute(span.end)}"


def _minute(at: datetime) -> str:
    return f"{at.astimezone():%H:%M %d/%m/%Y}"
