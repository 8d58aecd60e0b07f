"""The files of an incident: attached with their hash, looked at, saved elsewhere, tied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLabel, QWidget

from console.rights import Action
from console.workers import Stop
from db.case_records import Attachment, Incident, IncidentId
from db.footage_records import Exhibit, ExhibitId
from ui.audit.work_bar import WorkBar
from ui.cases.sections.copies import Copies, is_shown, show
from ui.cases.sections.exhibit_dialog import ExhibitDialog
from ui.cases.sections.file_table import CaseFile, FileColumn, FileTable
from ui.cases.sections.part import Part
from ui.desk import Desk
from ui.exhibits.words import hash_words, plain_name, size_words
from ui.overriding import override
from ui.tables import RowView
from ui.theme import Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

Progress = Callable[[int, int], None]


class FilesSection(Part):
    """Lists papers and pictures, and the films from outside that belong to it."""

    def __init__(
        self, desk: Desk, console: Console, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, console, colours, parent)
        self.setObjectName("case-files")
        self._copies = Copies()
        self.rows = FileTable(self)
        self.table = RowView("files-table", self.title(), self.rows, self)
        header = self.table.horizontalHeader()
        self.table.setColumnWidth(FileColumn.KIND, 116)
        self.table.setColumnWidth(FileColumn.SIZE, 96)
        header.setSectionResizeMode(FileColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the ending tells what it is
        self.table.doubleClicked.connect(lambda _: self.look())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.dress())
        self.tool("file-add", self, self.choose, "add")
        self.tool("file-open", self.table, self.look, "eye")
        self.tool("file-save", self.table, self.ask_copy, "export")
        self.tool("file-tie", self, self.ask_exhibits, "import")
        self.tools.addStretch(1)
        self.work = WorkBar(desk, self)
        self.facts = QLabel(self)
        self.facts.setObjectName("case-file-facts")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.facts.setProperty("quiet", True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty = QLabel(
            self.tr(
                "No file belongs to this case yet. Ins attaches a paper or a picture; films that "
                "people bring are taken in on the review page (Ctrl+O) and tied here (Shift+Ins)."
            ),
            self,
        )
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        for widget in (self.work, self._empty):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.facts)
        self.column.addStretch(0)

    @override
    def title(self) -> str:
        return self.tr("Files")

    @property
    def chosen(self) -> CaseFile | None:
        """The file of the chosen row."""
        return self.rows.file(self.table.currentIndex().row())

    @override
    def take_focus(self) -> None:
        (self.table if self.rows.count() else self.buttons["file-add"]).setFocus()

    @override
    def show_incident(self, incident: Incident | None, *, writable: bool) -> None:
        before = self.incident
        if before is not None and (incident is None or incident.id != before.id):
            self.work.stop()
            self.work.say("")
            self._copies.clear()
        super().show_incident(incident, writable=writable)

    @override
    def clear(self) -> None:
        super().clear()
        self._show([])

    @override
    def read(self) -> None:
        self.ask(self._work, self._on_read)

    def choose(self) -> None:
        """Ask which file is attached."""
        if self.incident is None or not self.writable or self.work.is_busy:
            return
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a file"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Copy a file in, in sight and until it is stopped; Esc stops it, too."""
        incident = self.incident
        if incident is None:
            return
        attachments = self.console.attachments

        def work(stop: Stop, progressed: Progress) -> Attachment:
            return attachments.add(incident.id, path, stop=stop, progressed=progressed)

        def told(attachment: Attachment) -> tuple[str, str]:
            if self.incident is not None and self.incident.id == incident.id:
                self.changed.emit()
            words = self.tr("{file} is attached. Hash: {hash}")
            file = plain_name(attachment.name)
            return words.format(file=file, hash=hash_words(attachment.sha256)), "good"

        self.work.run(
            self.tr("Copying {file}…").format(file=plain_name(path.name)),
            work,
            told,
            self.tr("{file} could not be read.").format(file=plain_name(path.name)),
        )

    def look(self) -> None:
        """Show a copy of the chosen one with the PC's own program; nothing that could run."""
        chosen = self.chosen
        if isinstance(chosen, Exhibit):
            self.work.say(self.tr("Films from outside are played in Review, Files from outside."))
            return
        if chosen is None or self.work.is_busy:
            return
        if not is_shown(chosen.name):
            self.work.say(
                self.tr("Only PDF, JPEG, PNG and text are shown here. F2 saves a copy."), "ill"
            )
            return
        attachments, its, copies = self.console.attachments, chosen, self._copies

        def work(stop: Stop, progressed: Progress) -> Path:
            return copies.made(
                its.name,
                lambda place: attachments.copy(its.id, place, stop=stop, progressed=progressed),
            )

        def told(path: Path) -> tuple[str, str]:
            if show(path):
                words = self.tr("{file} is whole and is being shown: a copy, read-only.")
                return words.format(file=plain_name(its.name)), "good"
            return self.tr("This PC has no program that shows it. F2 saves a copy."), "ill"

        self.work.run(
            self.tr("Checking {file}…").format(file=plain_name(its.name)),
            work,
            told,
            self.tr("No copy could be made: the disk is full or may not be written."),
        )

    def ask_copy(self) -> None:
        """Ask where a copy of the chosen one is put."""
        chosen = self.chosen
        if isinstance(chosen, Attachment) and not self.work.is_busy:
            name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), chosen.name)
            if name:
                self.save(chosen, Path(name))

    def save(self, attachment: Attachment, path: Path) -> None:
        """Put a copy of it elsewhere, whole or not at all."""
        attachments = self.console.attachments

        def work(stop: Stop, progressed: Progress) -> Attachment:
            return attachments.copy(attachment.id, path, stop=stop, progressed=progressed)

        def told(_: Attachment) -> tuple[str, str]:
            words = self.tr("{file} was saved, and read back: it is whole.")
            return words.format(file=path.name), "good"

        self.work.run(
            self.tr("Saving {file}…").format(file=path.name),
            work,
            told,
            self.tr("{file} could not be written. Choose another folder.").format(file=path.name),
        )

    def ask_exhibits(self) -> None:
        """Ask which films from outside belong to it."""
        incident = self.incident
        if incident is None or not self.writable or not self.may(Action.HANDLE_EXHIBITS):
            return
        ties = self.console.case_ties
        tied = [each.id for each in self.rows.exhibits]
        keep = partial(ties.set_exhibits, incident.id)
        dialog = ExhibitDialog(self.desk, self.console, tied, keep, self)
        dialog.accepted.connect(self.changed)
        dialog.begin()
        self.show_dialog(dialog)

    def _work(self, incident_id: IncidentId) -> list[CaseFile]:
        attached = self.console.attachments.of(incident_id)
        tied: Sequence[ExhibitId] = self.console.case_ties.related(incident_id).exhibits
        if not tied or not self.may(Action.HANDLE_EXHIBITS):
            return [*attached]
        exhibits = {each.id: each for each in self.console.exhibits.list()}
        return [*attached, *(exhibits[each] for each in tied if each in exhibits)]

    def _on_read(self, files: list[CaseFile]) -> None:
        self.set_count(len(files))
        self._show(files)

    def _show(self, files: list[CaseFile]) -> None:
        before, focused = self.chosen, self.table.hasFocus()
        self.rows.show_files(files)
        if files:
            places = [
                row
                for row, each in enumerate(files)
                if type(each) is type(before) and each.id == getattr(before, "id", None)
            ]
            self.table.selectRow(places[0] if places else 0)
        self.table.setVisible(bool(files))
        self._empty.setVisible(not files and self.count is not None)
        if focused and not files:
            self.buttons["file-add"].setFocus()
        self.dress()

    @override
    def dress(self) -> None:
        chosen = self.chosen
        attached = isinstance(chosen, Attachment)
        self.offer("file-add", possible=self.writable)
        self.offer("file-open", possible=chosen is not None)
        self.offer("file-save", possible=attached)
        self.offer("file-tie", possible=self.writable and self.may(Action.HANDLE_EXHIBITS))
        self.facts.setVisible(chosen is not None)
        if chosen is not None:
            self.facts.setText(self._facts_of(chosen))

    def _facts_of(self, file: CaseFile) -> str:
        if isinstance(file, Exhibit):
            words = self.tr("{file}\nGiven by {giver}, taken in on {time} · {size}\nHash: {hash}")
            giver, time = file.given_by, file.taken_at
        else:
            words = self.tr("{file}\nAttached on {time} · {size}\nHash: {hash}")
            giver, time = "", file.added_at
        return words.format(
            file=plain_name(file.name),
            giver=giver,
            time=stamp_words(time),
            size=size_words(file.size_bytes),
            hash=hash_words(file.sha256),
        )
