"""PDFs that go with a package: looked at and printed with the PC's own program, or saved."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from console.secret import Secret
from console.workers import Lane
from ui.access.consequence import Consequence
from ui.cases.sections.copies import Copies, show
from ui.desk import Desk
from ui.exhibits.words import plain_name
from ui.messages import sentence
from ui.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 560
_WORD_PX = 18
_COLUMNS = 3


class _Unwritten(Problem):
    """The disk refused a file."""


class Paper(QWidget):
    """One PDF with two buttons; its bytes are in memory until it is printed or saved."""

    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        content: bytes,
        words: tuple[str, str],
        copies: Copies | None,
        parent: QWidget,
    ) -> None:
        """``words``: what it is called, and the name that its file is offered.

        ``copies`` keeps what the PC's own program shows; None: it is only saved.
        """
        super().__init__(parent)
        self._desk = desk
        self._content = content
        self._copies = copies
        title, self._name = words
        label = QLabel(title, self)
        self.look_button = QPushButton(self.tr("Look and print…"), self)
        self.look_button.setToolTip(
            self.tr("Open a copy with this PC's program and print it there")
        )
        self.look_button.clicked.connect(self.look)
        self.look_button.setVisible(copies is not None)
        self.save_button = QPushButton(self.tr("Save as PDF…"), self)
        self.save_button.setToolTip(self.tr("Put it into a folder, to be printed elsewhere"))
        self.save_button.clicked.connect(self.ask_save)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.save_button)

    @Slot()
    def look(self) -> None:
        """Open a copy with the PC's own program; it is gone when the dialog is closed."""
        copies, content, name = self._copies, self._content, self._name
        if copies is None:
            return

        def write(path: Path) -> None:
            path.write_bytes(content)

        def done(path: Path) -> None:
            if not show(path):
                self.said.emit(self.tr("This PC has no program that shows PDF. Save it instead."))

        self._run(lambda: copies.made(name, write), done)

    @Slot()
    def ask_save(self) -> None:
        """Ask where it is put."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), self._name, "PDF (*.pdf)"
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Put it there."""
        content = self._content

        def done(_: object) -> None:
            self.said.emit(self.tr("{file} was saved.").format(file=plain_name(path.name)))

        self._run(lambda: path.write_bytes(content), done)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        def worked() -> object:
            try:
                return work()
            except OSError as error:
                raise _Unwritten(error.strerror or str(error)) from error

        self._desk.tasks.run(worked, done=done, failed=self._on_failed, lane=Lane.LONG)

    def _on_failed(self, problem: Problem) -> None:
        unwritten = self.tr("It could not be written there. Choose another place.")
        self.said.emit(unwritten if isinstance(problem, _Unwritten) else sentence(problem))


class PapersDialog(QDialog):
    """What came of a copy or a handing over: its papers, and the words that open it, once."""

    def __init__(
        self,
        desk: Desk,
        words: tuple[str, str],
        receipt: bytes | None,
        parent: QWidget | None = None,
        *,
        secret: tuple[Secret, bytes] | None = None,
        let_go: Callable[[], bool] | None = None,
    ) -> None:
        """``words``: what was done, and the package's name.

        Without ``receipt`` there is a sentence in its place.  ``secret`` are the words that open an
        encrypted copy, and their sheet; they are shown this once.  ``let_go`` frees the medium so
        that it may be pulled out.
        """
        super().__init__(parent)
        self.setObjectName("papers-dialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk = desk
        self._copies = Copies()
        self._let_go = let_go
        self._secret = None if secret is None else secret[0]
        self._package = words[1]
        title = self.tr("Papers of the package")
        self.setWindowTitle(title)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        about = QLabel("\n".join(words), self)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        self.told = QLabel(self)
        self.told.setObjectName("papers-said")
        self.told.setWordWrap(True)
        name = self.tr("bien-nhan.pdf")
        self.receipt: Paper | None = None
        if receipt is not None:
            self.receipt = Paper(desk, receipt, (self.tr("Receipt"), name), self._copies, self)
            self.receipt.said.connect(self.told.setText)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, about):
            column.addWidget(widget)
        column.addWidget(self._no_receipt() if self.receipt is None else self.receipt)
        self.sheet: Paper | None = None
        if secret is not None:
            self._add_secret(column, secret[1])
        column.addWidget(self.told)
        column.addLayout(self._foot())
        self.setMinimumWidth(_WIDTH)

    def _no_receipt(self) -> QLabel:
        label = QLabel(
            self.tr(
                "The receipt cannot be made just now. Make it later: choose the copy in the list "
                "of custody, then Receipt."
            ),
            self,
        )
        label.setObjectName("no-receipt")
        label.setWordWrap(True)
        return label

    def _add_secret(self, column: QVBoxLayout, sheet: bytes) -> None:
        words = QLabel(
            self.tr(
                "The copy opens with these words, in this order. They are shown this once and kept "
                "nowhere: print the sheet, and hand it over apart from the medium."
            ),
            self,
        )
        words.setWordWrap(True)
        column.addWidget(words)
        grid = QGridLayout()
        grid.setSpacing(8)
        type_ = QFont("monospace")
        type_.setStyleHint(QFont.StyleHint.Monospace)
        type_.setPixelSize(_WORD_PX)
        for at, word in enumerate(self._words):
            label = QLabel(f"{at + 1}. {word}", self)
            label.setObjectName("passphrase-word")
            label.setFont(type_)
            grid.addWidget(label, at // _COLUMNS, at % _COLUMNS)
        column.addLayout(grid)
        self.sheet = Paper(
            self._desk, sheet, (self.tr("Sheet with the words"), "mat-khau-goi.pdf"), None, self
        )
        self.sheet.said.connect(self.told.setText)
        self.print_button = QPushButton(self.tr("Print… (Ctrl+P)"), self.sheet)
        self.print_button.setShortcut("Ctrl+P")
        self.print_button.setToolTip(self.tr("Print the sheet with the words (Ctrl+P)"))
        self.print_button.clicked.connect(self._on_print)
        layout = self.sheet.layout()
        assert layout is not None
        layout.addWidget(self.print_button)
        column.addWidget(self.sheet)
        self.print_button.setFocus()

    def _foot(self) -> QHBoxLayout:
        self.free = QPushButton(self.tr("Let the medium go (Ctrl+J)"), self)
        self.free.setObjectName("papers-let-go")
        self.free.setShortcut("Ctrl+J")
        self.free.setToolTip(self.tr("Free it so that it may be pulled out (Ctrl+J)"))
        self.free.setAccessibleName(self.tr("Let the medium go"))
        self.free.setVisible(self._let_go is not None)
        self.free.clicked.connect(self.let_go)
        close = QPushButton(
            self.tr("Close") if self._secret is None else self.tr("The words are on paper"), self
        )
        close.setObjectName("papers-close")
        close.setProperty("main", True)
        close.setToolTip(
            self.tr("Close (Esc)")
            if self._secret is None
            else self.tr("Close; the words are not shown again")
        )
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.free)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @property
    def _words(self) -> list[str]:
        return [] if self._secret is None else self._secret.reveal().split()

    def paper(self) -> QTextDocument:
        """The sheet with the words as it is printed here: it never lies on the disk."""
        rows = "".join(
            f"<tr><td>{at}.</td><td>{html.escape(word)}</td></tr>"
            for at, word in enumerate(self._words, start=1)
        )
        made = QTextDocument(self)
        made.setHtml(
            "<h2>{title}</h2><p>{package}</p><table cellpadding='6' style='font-size:16pt'>{rows}"
            "</table><p>{keep}</p>".format(
                title=self.tr("Words that open an encrypted package"),
                package=html.escape(self._package),
                rows=rows,
                keep=self.tr("Hand this sheet over apart from the medium."),
            )
        )
        return made

    @Slot()
    def let_go(self) -> None:
        """Have everything written, and free the medium."""
        let_go = self._let_go
        if let_go is not None:
            self.free.setEnabled(False)
            self.told.setText(self.tr("Writing what is left…"))
            self._desk.tasks.run(let_go, done=self._on_let_go, failed=self._on_kept, lane=Lane.LONG)

    @override
    def reject(self) -> None:
        """Esc, or the window's cross.  Words that nobody has yet do not go by a slip."""
        if self._secret is None:
            super().reject()
            return
        asked = Consequence(
            self.tr("Are the words on paper?"),
            self.tr(
                "They are shown this once and kept nowhere. Without them nobody opens the copy: "
                "then it must be made anew."
            ),
            self.tr("Close; the words are on paper"),
            self,
        )
        asked.setWindowModality(Qt.WindowModality.WindowModal)
        asked.accepted.connect(self.accept)
        asked.finished.connect(asked.deleteLater)
        asked.show()

    @override
    def done(self, result: int) -> None:
        self._copies.clear()
        self._secret = None
        super().done(result)

    @Slot()
    def _on_print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.paper().print_(printer)
            self.told.setText(self.tr("Sent to the printer. Check the paper before going on."))

    def _on_let_go(self, gone: bool) -> None:
        self.free.setEnabled(not gone)
        self.told.setText(
            self.tr("Everything is written: the medium may be pulled out.")
            if gone
            else self.tr(
                "Something still uses the medium. Close what shows it, then remove it safely with "
                "the PC's own button."
            )
        )

    def _on_kept(self, problem: Problem) -> None:
        self.free.setEnabled(True)
        self.told.setText(sentence(problem))
