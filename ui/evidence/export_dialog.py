"""What a package will hold, where it is put, and what hinders it: before anything starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused, Problem
from console.evidence.preview_records import Obstacle, Preview
from console.workers import Lane
from db.evidence_records import (
    Package,
    PackageForm,
    Request,
    RequestId,
    request_number_text,
)
from ui.desk import Desk
from ui.evidence.export_asking import ExportAsking, ExportFacts
from ui.evidence.export_fields import ExportFields
from ui.evidence.export_line import ExportLine
from ui.evidence.mask_editor import MaskEditor
from ui.evidence.medium_choice import LookFor, MediumChoice, removable
from ui.evidence.still_chooser import StillChooser
from ui.evidence.words import about_words, forms_words, medium_words, obstacle_words
from ui.exhibits.words import plain_name, size_words
from ui.exports import ExportDraft
from ui.messages import sentence
from ui.overriding import override
from ui.theme import Colours

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console

_SIZE = (1080, 660)
_BESIDE = 400


class ExportDialog(QDialog):
    """Queues one package of a request that may be exported; Esc leaves, and nothing is lost."""

    queued = Signal(object)  # the Package

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        request: Request,
        parent: QWidget | None = None,
        *,
        look_for: LookFor = removable,
    ) -> None:
        """``look_for`` tells what media are plugged in."""
        super().__init__(parent)
        self.setObjectName("export-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._console = console
        self._colours = colours
        self._request = request
        self._facts: ExportFacts | None = None
        self._suggested_words = ""
        self._is_queueing = False
        self._failed = ""
        self.lines: list[ExportLine] = []
        self.asking = ExportAsking(desk, console, request, self)
        self.place = MediumChoice(desk, self, look_for)
        self.fields = ExportFields(request.forms, self)
        self._build()
        self._connect()
        draft = desk.standing.exports.drafts.get(request.id, ExportDraft())
        self.fields.show_extras(draft.extras)
        self.place.choose(draft.target)
        self._suggested_words = draft.suggested
        self.asking.begin()
        self._ask()

    def _build(self) -> None:
        number = request_number_text(self._request.year, self._request.number)
        title = self.tr("Export for request {number}").format(number=number)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        about = QLabel(
            self.tr("{unit} · allowed: {forms}").format(
                unit=plain_name(self._request.unit), forms=forms_words(self._request.forms)
            ),
            self,
        )
        about.setProperty("quiet", True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self._inside = QWidget(self)
        self._inside.setObjectName("case-inside")
        self._cards = QVBoxLayout(self._inside)
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(8)
        self._cards.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("case-form")
        area.setAccessibleName(self.tr("What it will hold"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        area.setFocus()  # one reads first; Enter queues
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._section(self.tr("What it will hold")))
        left.addWidget(area, 1)
        beside = QWidget(self)
        beside.setFixedWidth(_BESIDE)
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self._section(self.tr("Where to")))
        right.addWidget(self.place)
        right.addWidget(self._section(self.tr("Besides")))
        right.addWidget(self.fields)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 1)
        middle.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(about)
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.sums = QLabel(self)
        self.sums.setObjectName("export-sums")
        self.said = QLabel(self)
        self.said.setObjectName("export-said")
        self.said.setWordWrap(True)
        self.said.setProperty("late", True)
        self._leave = QPushButton(self.tr("Not now"), self)
        self._leave.setToolTip(self.tr("Close; what was chosen is kept (Esc)"))
        self._leave.setAutoDefault(False)
        self._leave.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("Queue it"), self)
        self.go.setObjectName("export-go")
        self.go.setProperty("main", True)
        self.go.setDefault(True)
        self.go.clicked.connect(self.queue)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.sums)
        words.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _connect(self) -> None:
        self.asking.known.connect(self._on_known)
        self.asking.shown.connect(self._on_shown)
        self.asking.failed.connect(self._on_unknown)
        self.place.chosen.connect(self._on_place)
        self.place.found.connect(self._on_found)
        self.fields.changed.connect(self._ask)
        self.fields.stills_wanted.connect(self.ask_stills)
        self.fields.masks_wanted.connect(self.ask_masks)

    @property
    def request_id(self) -> RequestId:
        """Of which request a package is made."""
        return self._request.id

    @property
    def obstacle(self) -> str:
        """Why nothing can be queued now, as a sentence; "" where nothing hinders it."""
        preview = self.asking.preview
        if self._failed:
            return self._failed
        if self._request.forms == {PackageForm.STILLS} and self.fields.lacks_stills:
            return self.tr("Only pictures are allowed: choose at least one (S).")
        if preview is not None:
            hard = [each for each in preview.obstacles if self._counts(each)]
            if hard:
                return obstacle_words(hard[0])
        if not self.place.target:
            return self.tr("Choose where it is put: plug a medium in, or press 0 for a folder.")
        if preview is None or self.asking.is_stale:
            return self.tr("Looking what there is…")
        return ""

    @Slot()
    def queue(self) -> None:
        """Let it be made, if nothing hinders it."""
        if self._is_queueing or self.obstacle:
            return
        self._is_queueing = True
        self._dress()
        queue, request_id = self._console.evidence.queue, self._request.id
        target, extras = self.place.target, self.fields.extras
        medium = self.place.medium
        serial = None if medium is None else medium.serial
        self._desk.tasks.run(
            lambda: queue.add(request_id, target, _serial_of(target, serial), extras),
            done=self._on_queued,
            failed=self._on_refused,
            lane=Lane.WRITE,
        )

    @Slot()
    def ask_stills(self) -> None:
        """Have pictures chosen; what the case's bookmarks mark is suggested."""
        suggested = () if self._facts is None else self._facts.suggested
        chosen = self.fields.extras.stills
        dialog = StillChooser(
            self._desk,
            self._console,
            self._colours,
            self._request.allowed,
            chosen,
            suggested,
            self,
        )
        dialog.accepted.connect(lambda: self.fields.set_stills(dialog.stills))
        self._open(dialog)

    @Slot()
    def ask_masks(self) -> None:
        """Have masks drawn for the viewing copies."""
        masks = self.fields.extras.masks
        dialog = MaskEditor(
            self._desk, self._console, self._colours, self._request.allowed, masks, self
        )
        dialog.accepted.connect(lambda: self.fields.set_masks(dialog.masks))
        self._open(dialog)

    @override
    def reject(self) -> None:
        """Esc: what was chosen is there again when the request is exported next time."""
        if self._is_queueing:  # a moment later one knows
            return
        draft = ExportDraft(self.place.target, self.fields.extras, self._suggested_words)
        self._desk.standing.exports.drafts[self._request.id] = draft
        super().reject()

    @override
    def done(self, result: int) -> None:
        self.place.stop()
        self.asking.stop()
        super().done(result)

    def _open(self, dialog: QDialog) -> None:
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    @Slot()
    def _ask(self) -> None:
        self._failed = ""
        self.asking.ask(self.place.target, self.fields.extras)
        self._dress()

    @Slot()
    def _on_place(self) -> None:
        medium = self.place.medium
        # A folder is no medium: the name of one that was chosen before must not go to court.
        words = "" if medium is None else medium_words(medium.name, medium.size_bytes)
        self.fields.suggest_medium(words, self._suggested_words)
        self._suggested_words = words
        self._ask()

    @Slot()
    def _on_found(self) -> None:
        """Something was plugged in or pulled out, or has other room than before."""
        self.asking.renew()

    @Slot(object)
    def _on_known(self, facts: ExportFacts) -> None:
        self._facts = facts
        for wanted in self._request.allowed:
            line = ExportLine(wanted, facts.ward, self._colours, self._inside)
            self._cards.insertWidget(self._cards.count() - 1, line)
            self.lines.append(line)
        if self.asking.preview is not None:
            self._show(self.asking.preview)

    @Slot(object)
    def _on_shown(self, preview: Preview) -> None:
        self._failed = ""
        self.place.set_needed(preview.needed_bytes)
        self._show(preview)
        self._dress()

    def _show(self, preview: Preview) -> None:
        if self._facts is None:
            return
        for card, line in zip(self.lines, preview.lines, strict=False):
            card.show_preview(line, self._facts.names)

    @Slot(object)
    def _on_unknown(self, problem: Problem) -> None:
        self._failed = sentence(problem)
        for card in self.lines:
            card.say("")
        self._dress()

    def _on_queued(self, package: Package) -> None:
        self._desk.standing.exports.drafts.pop(self._request.id, None)
        self._is_queueing = False
        self.queued.emit(package)
        self.accept()

    def _on_refused(self, problem: Problem) -> None:
        self._is_queueing = False
        if not (isinstance(problem, FieldRefused) and self.fields.show_refusal(problem)):
            self._failed = sentence(problem)
        self._dress()

    def _counts(self, obstacle: Obstacle) -> bool:
        """Before a place was chosen nothing is wrong with it."""
        of_the_place = {Obstacle.NO_FOLDER, Obstacle.NOT_WRITABLE, Obstacle.NO_ROOM}
        return bool(self.place.target) or obstacle not in of_the_place

    def _dress(self) -> None:
        obstacle, preview = self.obstacle, self.asking.preview
        ready = not obstacle and not self._is_queueing
        note = obstacle
        if not note and self.fields.lacks_stills:
            note = self.tr("Pictures are allowed, and none is chosen yet (S).")
        self.said.setText(note)
        self.said.setVisible(bool(note))
        self.go.setEnabled(ready)
        words = self.tr("Queue it; it is made by itself (Enter)")
        self.go.setToolTip(words if ready else obstacle or words)
        self._leave.setEnabled(not self._is_queueing)
        self.sums.setText("" if preview is None else self._sums(preview))

    def _sums(self, preview: Preview) -> str:
        needed, time = size_words(preview.needed_bytes), about_words(preview.seconds)
        if preview.free_bytes is None or not self.place.target:
            return self.tr("Needs {needed} · takes {time}").format(needed=needed, time=time)
        if preview.queued_bytes:
            words = self.tr(
                "Needs {needed}, what is queued before it for this medium {queued}, {free} are free"
                " · takes {time}"
            )
            return words.format(
                needed=needed,
                queued=size_words(preview.queued_bytes),
                free=size_words(preview.free_bytes),
                time=time,
            )
        return self.tr("Needs {needed}, {free} are free · takes {time}").format(
            needed=needed, free=size_words(preview.free_bytes), time=time
        )

    def _section(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("section-title")
        return label


def _serial_of(target: str, known: str | None) -> str:
    """Of what ``target`` lies on, "" where it tells none.  On a worker's thread."""
    if known is not None:
        return known
    from console.platform import media

    medium = media.medium_of(Path(target))
    return "" if medium is None else medium.serial
