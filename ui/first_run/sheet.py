"""The recovery sheet: what brings the station back on another PC, shown once for paper."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from console.backup_files import BackupKind
from console.backup_shelf import MEDIUM_FOLDER
from console.paper_code import grouped, in_fours
from console.secret import Secret
from ui.first_run.steps import Step
from ui.overriding import override

_COLUMNS = 5
_GROUP_PX = 22
_LONG = 60
_NEWEST = "station-20261123T193000Z"  # so that it is known by its look


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it: the code, and the station key's fingerprint (64 hex digits)."""

    station: str
    code: Secret
    fingerprint: str


def _commands(windows: str, linux: str) -> str:
    """The same for both kinds of PC, below a step, each on a line of its own."""
    typed = (("Windows", windows), ("Linux", linux))
    found = ""
    for pc, line in typed:  # a long one has a line to itself, so that none is broken
        gap = "<br>" if len(line) > _LONG else " "
        found += f"<br>{pc}:{gap}<tt style='font-size:7.5pt'>{html.escape(line)}</tt>"
    return found


class SheetStep(Step):
    """Shows the sheet until it is on paper."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.title = self.tr("The recovery sheet")
        self.words = self.tr(
            "With this code and a backup the station comes back on another PC. It is shown this "
            "once: print it, and lock it into the safe."
        )
        self.column.setSpacing(12)
        self.column.addLayout(self._make_groups())
        words = self.tr("Fingerprint of the station's key: {groups}")
        fingerprint = QLabel(words.format(groups=grouped(sheet.fingerprint)), self)
        fingerprint.setProperty("quiet", True)
        fingerprint.setWordWrap(True)
        self.column.addWidget(fingerprint)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.column.addLayout(self._make_buttons())
        self.column.addWidget(self._said)

    def _make_groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        type_ = QFont("monospace")
        type_.setStyleHint(QFont.StyleHint.Monospace)
        type_.setPixelSize(_GROUP_PX)
        for at, group in enumerate(self._sheet.code.reveal().split()):
            label = QLabel(group, self)
            label.setObjectName("sheet-group")
            label.setFont(type_)
            grid.addWidget(label, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignHCenter)
        return grid

    def _make_buttons(self) -> QHBoxLayout:
        self._print = QPushButton(self.tr("Print… (Ctrl+P)"), self)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip(self.tr("Print the sheet (Ctrl+P)"))
        self._print.clicked.connect(self._on_print)
        save = QPushButton(self.tr("Save as PDF…"), self)
        save.setToolTip(self.tr("Onto a USB stick to print elsewhere, not onto this PC"))
        save.clicked.connect(self._on_save)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._print, save):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
        row.addWidget(self._print)
        row.addWidget(save)
        row.addStretch(1)
        return row

    def paper(self) -> QTextDocument:
        """The sheet as it is printed."""
        groups = self._sheet.code.reveal().split()
        rows = "".join(
            "<tr>" + "".join(f"<td><tt>{each}</tt></td>" for each in groups[at : at + _COLUMNS])
            for at in range(0, len(groups), _COLUMNS)
        )
        made = QTextDocument(self)
        made.setHtml(
            "<h2>{title}</h2><p>{station}</p><table cellpadding='8' style='font-size:16pt'>{rows}"
            "</table><p>{keep}</p><p><b>{after}</b></p><ol>{steps}</ol>"
            "<p>{key}<br><tt>{groups}</tt></p>"
            "<p>{court}<br><tt style='font-size:8.5pt'>{fours}</tt></p>".format(
                title=self.tr("Recovery sheet"),
                station=html.escape(self._sheet.station),
                rows=rows,
                keep=self.tr("Keep it in the safe, away from the PC."),
                after=self.tr("After a disaster, on another PC:"),
                steps="".join(f"<li>{step}</li>" for step in self._steps()),
                key=self.tr("Fingerprint of the station's key, to compare with the screen:"),
                groups=grouped(self._sheet.fingerprint),
                court=self.tr("The same, as packages of evidence and their checkers show it:"),
                fours=in_fours(self._sheet.fingerprint),
            )
        )
        return made

    def _steps(self) -> Iterator[str]:
        """From a bare PC to a live wall, with the very commands: on that day nobody looks them up.

        They are those of ``tests.house`` and ``console.cli``, which a test holds to it.
        """
        daily = (MEDIUM_FOLDER, BackupKind.DAILY)
        yield self.tr(
            "Open a command window in the folder of the program, and set it up:{commands}"
        ).format(commands=_commands("py -m tests.house set-up", "python3 -m tests.house set-up"))
        yield self.tr(
            "Plug in the medium with the backups. The newest is the folder with the latest date in "
            "its name, in {folder}."
        ).format(folder=f"<tt>{'/'.join(daily)}</tt>")
        windows, linux = "\\".join(("E:", *daily)), "/".join(("/mnt/usb", *daily))
        yield self.tr(
            "Bring the station back, with the true name of the medium and of that folder:{commands}"
        ).format(
            commands=_commands(
                f'.venv\\Scripts\\ward-console recover "{windows}\\{_NEWEST}"',
                f'.venv/bin/ward-console recover "{linux}/{_NEWEST}"',
            )
        )
        yield self.tr(
            "When it asks for the “code of the recovery sheet”, type the ten groups and Enter; "
            "nothing is shown while you type."
        )
        yield self.tr("When it has ended, open the wall:{commands}").format(
            commands=_commands(".venv\\Scripts\\ward-console", ".venv/bin/ward-console")
        )

    @Slot()
    def _on_print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.paper().print_(printer)
            self._said.setText(self.tr("Sent to the printer. Check the paper before going on."))

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), "phieu-khoi-phuc.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save(name)

    def save(self, name: str) -> None:
        """Write the sheet as a PDF file."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(name)
        self.paper().print_(printer)
        good = printer.printerState() is not QPrinter.PrinterState.Error
        self._said.setText(
            self.tr("Saved. Print it, then delete the file.")
            if good
            else self.tr("It could not be saved there. Choose another place.")
        )

    @override
    def take_focus(self) -> None:
        self._print.setFocus()
