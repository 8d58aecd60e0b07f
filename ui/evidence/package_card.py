"""The chosen package: what it holds, what it lacks, its hashes, where it lies, its custody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QScrollArea, QVBoxLayout, QWidget

from console.evidence.faults import Verdict
from db.evidence_records import CustodyId, CustodyKind, Package, PackageOutcome
from ui.evidence.custody_table import ROW, CustodyColumn, CustodyTable
from ui.evidence.package_reading import PackageNames
from ui.evidence.verdict_view import VerdictView
from ui.evidence.words import (
    failure_words,
    fours_words,
    missing_words,
    outcome_word,
    package_words,
    unseen_words,
)
from ui.exhibits.words import plain_name
from ui.holds.words import cameras_words, span_words
from ui.tables import ROW as HEAD
from ui.tables import RowView
from ui.theme import BASE_PX, Colours
from ui.times import stamp_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.custody import CustodySeen

_MOST_LINES = 6


class PackageCard(QScrollArea):
    """Shows one package at a time, or says that none is chosen."""

    line_changed = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case-text")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen package"))
        inside = QWidget(self)
        inside.setObjectName("card-inside")
        self.title = self._label("package-title", inside)
        self.title.setObjectName("empty-title")
        self.facts = self._label("package-facts", inside)
        self.missing = self._label("package-missing", inside)
        self.missing.setProperty("late", True)
        self.hashes = self._label("package-hashes", inside)
        font = QFont("monospace")
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(BASE_PX - 1)
        self.hashes.setFont(font)
        self.verdict = VerdictView(colours, inside)
        self._custody_title = QLabel(self.tr("Custody"), inside)
        self._custody_title.setObjectName("section-title")
        self.rows = CustodyTable(self)
        self.table = RowView("custody-table", self.tr("Custody"), self.rows, inside)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CustodyColumn.ABOUT, QHeaderView.ResizeMode.Stretch)
        self.table.setProperty("dense", True)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.line_changed.emit())
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for widget in (
            self.title,
            self.verdict,
            self.facts,
            self.missing,
            self._custody_title,
            self.table,
            self.hashes,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
        self.package: Package | None = None
        self.show_package(None, PackageNames())

    @property
    def line(self) -> CustodySeen | None:
        """The chosen line of custody."""
        return self.rows.line(self.table.currentIndex().row())

    @property
    def text(self) -> str:
        """All that is known, to be pasted somewhere."""
        custody = ["   ".join(self.rows.words(each)).replace("\n", " ") for each in self.rows.lines]
        parts = (self.title.text(), self.facts.text(), self.missing.text(), self.hashes.text())
        return "\n".join((*(each for each in parts if each), *custody))

    def show_package(self, package: Package | None, names: PackageNames) -> None:
        """Be about this one; its custody comes later."""
        before, self.package = self.package, package
        if package is None or before is None or before.id != package.id:
            self.show_custody((), None)
            self.verdict.show_verdict(None)
        if package is None:
            self.title.setText(self.tr("No package is chosen"))
        else:
            name = package_words(package)
            self.title.setText(name[:1].upper() + name[1:])
        self._set(self.facts, "" if package is None else "\n".join(self._facts(package, names)))
        self._set(self.missing, "" if package is None else self._missing(package, names))
        self._set(self.hashes, "" if package is None else self._hashes(package))

    def show_custody(self, lines: Sequence[CustodySeen], chosen: CustodyId | None) -> None:
        """What happened to it since it was made."""
        grown = len(lines) > len(self.rows.lines) > 0
        self.rows.set_lines(lines)
        if lines:
            self.table.selectRow(self.rows.row_of(chosen))
        self.table.setFixedHeight(ROW * min(len(lines), _MOST_LINES) + HEAD + 4)
        for widget in (self._custody_title, self.table):
            widget.setVisible(bool(lines))
        newest = self.line
        if grown and newest is not None and newest.line.kind is not CustodyKind.VERIFIED:
            # What a check found stands above; of all else the line itself is the answer.
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.table))
        self.line_changed.emit()

    def show_verdict(self, verdict: Verdict, where: Path, at: str) -> None:
        """What a check found just now."""
        self.verdict.show_verdict(verdict, str(where), at)
        self.ensureWidgetVisible(self.verdict)

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.verdict.set_colours(colours)

    def _facts(self, package: Package, names: PackageNames) -> Iterator[str]:
        if number := names.request(package):
            yield self.tr("Request {number}").format(number=number)
        for wanted in package.wanted:
            camera = cameras_words((wanted.camera_id,), names.ward)
            yield f"{camera}: {span_words(wanted.span)}"
        officer = names.officer(package.queued_by) or self.tr("the station")
        ended = package.ended_at
        if ended is not None:
            words = self.tr("{outcome} on {time}, queued by {officer}")
            yield words.format(
                outcome=outcome_word(package.outcome), time=stamp_words(ended), officer=officer
            )
        yield from self._place(package)

    def _place(self, package: Package) -> Iterator[str]:
        place = folder_of(package)
        words = self.tr("It lies in: {folder}") if package.made else self.tr("Into: {folder}")
        yield words.format(folder=plain_name(str(place)))
        made = package.made
        serial = package.medium_serial if made is None else made.medium_serial
        extras = package.extras
        told = (
            (self.tr("Medium: {words}"), extras.medium),
            (self.tr("Serial number of the medium: {words}"), serial),
            (self.tr("Seal number: {words}"), extras.seal_number),
        )
        yield from (words.format(words=plain_name(each)) for words, each in told if each)

    def _missing(self, package: Package, names: PackageNames) -> str:
        if package.outcome is PackageOutcome.FAILED:
            return failure_words(package.cause)
        if package.made is None:
            return ""
        lacks = [(each, missing_words(each)) for each in package.made.missing]
        lacks += [(each, unseen_words(each)) for each in package.made.viewing_missing]
        return "\n".join(
            f"{cameras_words((each.camera_id,), names.ward)}: {words}" for each, words in lacks
        )

    def _hashes(self, package: Package) -> str:
        if package.made is None:
            return ""
        return "\n".join(
            (
                self.tr("Fingerprint of the key that signed it, as on paper:"),
                fours_words(package.made.signer_sha256),
                self.tr("SHA-256 of SHA256SUMS:"),
                fours_words(package.made.sums_sha256),
            )
        )

    def _label(self, name: str, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _set(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def folder_of(package: Package) -> Path:
    """Where it lies, or where it is put."""
    target = Path(package.target)
    return target if package.made is None else target / package.made.folder
