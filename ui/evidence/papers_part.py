"""The scanned papers of a request: added, looked at, saved elsewhere, taken out of a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.workers import Lane, Stop
from db.evidence_records import RequestId, RequestPaper, RequestState
from db.records import OfficerId
from ui import keys
from ui.audit.work_bar import WorkBar
from ui.cases.sections.copies import Copies, is_shown, show
from ui.desk import Desk
from ui.exhibits.words import hash_words, plain_name, size_words
from ui.requests.reading import RequestSeen
from ui.requests.words import JOINT, name_words
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

Progress = Callable[[int, int], None]
_ROW = 24
_MOST_IN_SIGHT = 4
_OVER = frozenset({RequestState.REFUSED, RequestState.WITHDRAWN})


class PapersPart(QWidget):
    """A few rows and their tools; the keys act while the focus is in the list."""

    changed = Signal()  # a paper came or went: read the request again
    failed = Signal(object)  # a Problem

    def __init__(self, desk: Desk, console: Console, owner: QWidget, parent: QWidget) -> None:
        """The key that adds one acts in the whole of ``owner``."""
        super().__init__(parent)
        self.setObjectName("request-papers")
        self._desk = desk
        self._console = console
        self._request_id: RequestId | None = None
        self._state = RequestState.WITHDRAWN
        self._papers: Sequence[RequestPaper] = ()
        self._copies = Copies()
        self._actions: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        title = QLabel(self.tr("Scanned papers"), self)
        title.setObjectName("section-title")
        self.list = QListWidget(self)
        self.list.setObjectName("request-papers-list")
        self.list.setAccessibleName(title.text())
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _: self.look())
        self.list.currentRowChanged.connect(lambda _: self._dress())
        self.none = QLabel(self)
        self.none.setProperty("quiet", True)
        self.none.setWordWrap(True)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, its, slot in (
            ("request-paper", owner, self.choose),
            ("paper-look", self.list, self.look),
            ("paper-save", self.list, self.ask_copy),
            ("paper-remove", self.list, self.take_out),
        ):
            tools.addWidget(self._button(name, its, slot))
        tools.addStretch(1)
        self.work = WorkBar(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (title, self.none, self.list):
            column.addWidget(widget)
        column.addLayout(tools)
        column.addWidget(self.work)

    def _button(self, name: str, owner: QWidget, slot: Callable[[], object]) -> QPushButton:
        action = self._actions[name] = keys.action(name, owner, slot)
        button = self._buttons[name] = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.clicked.connect(action.trigger)
        return button

    @property
    def chosen(self) -> RequestPaper | None:
        """The paper of the chosen row."""
        row = self.list.currentRow()
        return self._papers[row] if 0 <= row < len(self._papers) else None

    def show_seen(self, seen: RequestSeen | None) -> None:
        """Show the papers of a request; None: of none."""
        request_id = None if seen is None else seen.request.id
        if request_id != self._request_id:
            self.work.stop()
            self.work.say("")
            self._copies.clear()
        before = self.chosen
        self._request_id = request_id
        self._state = RequestState.WITHDRAWN if seen is None else seen.request.state
        self._papers = () if seen is None else tuple(seen.papers)
        self._fill({} if seen is None else seen.names, before)
        self._dress()

    def _fill(self, names: Mapping[OfficerId, str], before: RequestPaper | None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for paper in self._papers:
            who, when = name_words(names, paper.added_by), stamp_words(paper.added_at)
            parts = (plain_name(paper.name), size_words(paper.size_bytes), who, when)
            item = QListWidgetItem(JOINT.join(parts), self.list)
            item.setToolTip(f"{item.text()}\n{hash_words(paper.sha256)}")
        places = [row for row, each in enumerate(self._papers) if before and each.id == before.id]
        self.list.setCurrentRow(places[0] if places else (0 if self._papers else -1))
        self.list.blockSignals(False)
        rows = max(1, min(_MOST_IN_SIGHT, len(self._papers)))
        self.list.setFixedHeight(rows * _ROW + 10)

    def choose(self) -> None:
        """Ask which file is added."""
        if self._request_id is None or self._state in _OVER or self.work.is_busy:
            return
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a scanned paper"))
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Copy a file in, in sight and until it is stopped."""
        request_id = self._request_id
        if request_id is None:
            return
        papers = self._console.evidence.papers

        def work(stop: Stop, progressed: Progress) -> RequestPaper:
            return papers.add(request_id, path, stop=stop, progressed=progressed)

        def told(paper: RequestPaper) -> tuple[str, str]:
            self.changed.emit()
            words = self.tr("{file} was added. Hash: {hash}")
            return words.format(file=plain_name(paper.name), hash=hash_words(paper.sha256)), "good"

        file = plain_name(path.name)
        self.work.run(
            self.tr("Copying {file}…").format(file=file),
            work,
            told,
            self.tr("{file} could not be read.").format(file=file),
        )

    def look(self) -> None:
        """Show a copy of the chosen one with the PC's own program; nothing that could run."""
        paper = self.chosen
        if paper is None or self.work.is_busy:
            return
        if not is_shown(paper.name):
            self.work.say(
                self.tr("Only PDF, JPEG, PNG and text are shown here. Ctrl+S saves a copy."), "ill"
            )
            return
        papers, copies, its = self._console.evidence.papers, self._copies, paper

        def work(stop: Stop, progressed: Progress) -> Path:
            return copies.made(
                its.name, lambda place: papers.copy(its.id, place, stop=stop, progressed=progressed)
            )

        def told(path: Path) -> tuple[str, str]:
            if show(path):
                words = self.tr("{file} is whole and is being shown: a copy, read-only.")
                return words.format(file=plain_name(its.name)), "good"
            return self.tr("This PC has no program that shows it. Ctrl+S saves a copy."), "ill"

        self.work.run(
            self.tr("Checking {file}…").format(file=plain_name(its.name)),
            work,
            told,
            self.tr("No copy could be made: the disk is full or may not be written."),
        )

    def ask_copy(self) -> None:
        """Ask where a copy of the chosen one is put."""
        paper = self.chosen
        if paper is not None and not self.work.is_busy:
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), paper.name)
            if name:
                self.save(paper, Path(name))

    def save(self, paper: RequestPaper, path: Path) -> None:
        """Put a copy of it elsewhere, whole or not at all."""
        papers = self._console.evidence.papers

        def work(stop: Stop, progressed: Progress) -> RequestPaper:
            return papers.copy(paper.id, path, stop=stop, progressed=progressed)

        def told(_: RequestPaper) -> tuple[str, str]:
            words = self.tr("{file} was saved, and read back: it is whole.")
            return words.format(file=path.name), "good"

        self.work.run(
            self.tr("Saving {file}…").format(file=path.name),
            work,
            told,
            self.tr("{file} could not be written. Choose another folder.").format(file=path.name),
        )

    def take_out(self) -> None:
        """Let the chosen one belong to the draft no longer."""
        paper = self.chosen
        if paper is None or self._state is not RequestState.DRAFT or self.work.is_busy:
            return
        papers = self._console.evidence.papers
        self._desk.tasks.run(
            lambda: papers.remove(paper.id),
            done=self._on_taken_out,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_taken_out(self, _: None) -> None:
        self.changed.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _dress(self) -> None:
        some, draft = self.chosen is not None, self._state is RequestState.DRAFT
        self.list.setVisible(bool(self._papers))
        self.none.setVisible(not self._papers)
        self.none.setText(
            self.tr("The paper that came is not here yet: S adds its scan.")
            if self._state not in _OVER
            else self.tr("No paper was added.")
        )
        offered = {
            "request-paper": self._request_id is not None and self._state not in _OVER,
            "paper-look": some,
            "paper-save": some,
            "paper-remove": some and draft,
        }
        for name, is_offered in offered.items():
            self._actions[name].setEnabled(is_offered)
            self._buttons[name].setEnabled(is_offered)
            self._buttons[name].setVisible(is_offered or name == "request-paper")
