"""What a check of a package answers: four questions apart, never one green tick (E-27)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from console.evidence.faults import Answer, Fault, Verdict
from ui.audit.verdict import grouped
from ui.evidence.words import fault_words, fours_words
from ui.exhibits.words import plain_name, size_words
from ui.icons import icon
from ui.theme import Colours
from ui.times import stamp_words

_MOST_FAULTS = 200
_MARK = 16
_WELL = frozenset({Answer.GOOD, Answer.KNOWN})
_OPEN = frozenset({Answer.UNKNOWN, Answer.NONE})


class VerdictView(QFrame):
    """Four lines, and below them every fault with its file."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._colours = colours
        self._verdict: Verdict | None = None
        self._where = ""
        self.head = self._label("verdict-head")
        self.head.setProperty("quiet", True)
        self._marks = [QLabel(self) for _ in range(4)]
        self.answers = [self._label(f"answer-{each}") for each in range(1, 5)]
        self.faults = self._label("verdict-faults")
        self.faults.setProperty("error", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.head, 0, 0, 1, 3)
        titles = (self.tr("Files"), self.tr("Signature"), self.tr("Signer"), self.tr("Time-stamp"))
        for row, title in enumerate(titles, start=1):
            name = QLabel(title, self)
            name.setObjectName("section-title")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._marks[row - 1], row, 0, top)
            grid.addWidget(name, row, 1, top)
            grid.addWidget(self.answers[row - 1], row, 2)
        grid.addWidget(self.faults, 5, 0, 1, 3)
        self.hide()

    def show_verdict(self, verdict: Verdict | None, where: str = "", at: str = "") -> None:
        """What was found in the folder ``where``, ``at`` that time; None: nothing was checked."""
        self._verdict, self._where = verdict, where
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        self.head.setText(
            self.tr("Checked at {time}: {folder}").format(time=at, folder=plain_name(where))
        )
        for label, words in zip(self.answers, self._answers(verdict), strict=True):
            label.setText(words)
        self.faults.setText("\n".join(map(_fault, verdict.faults[:_MOST_FAULTS])))
        self.faults.setVisible(bool(verdict.faults))
        self._dress()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours = colours
        self._dress()

    def _answers(self, verdict: Verdict) -> tuple[str, str, str, str]:
        return (
            self._files(verdict),
            self.tr("good: made by the key of the certificate in the package")
            if verdict.signature is Answer.GOOD
            else self.tr("not good: what was signed is not what lies here"),
            self._signer(verdict),
            self._stamp(verdict),
        )

    def _files(self, verdict: Verdict) -> str:
        if verdict.files is not Answer.GOOD:
            return self.tr("not as they were made; below stands which and why")
        return self.tr("{count} files unchanged, none missing, none too many ({size} read)").format(
            count=grouped(verdict.files_checked), size=size_words(verdict.bytes_checked)
        )

    def _signer(self, verdict: Verdict) -> str:
        match verdict.signer:
            case Answer.KNOWN:
                words = self.tr(
                    "the key that this station noted when it was made. As on paper:\n{groups}"
                )
            case Answer.OTHER:
                words = self.tr("another key than the one that made this package:\n{groups}")
            case _ if verdict.fingerprint:
                words = self.tr(
                    "not known here. Compare its fingerprint with the one on paper:\n{groups}"
                )
            case _:
                return self.tr("cannot be told: the certificate cannot be read")
        return words.format(groups=fours_words(verdict.fingerprint))

    def _stamp(self, verdict: Verdict) -> str:
        match verdict.stamp:
            case Answer.GOOD:
                return self.tr("good: {time}").format(time=_instant(verdict.stamped_at))
            case Answer.NONE:
                return self.tr("none; the package was made without one")
            case _:
                return self.tr("not good")

    def _dress(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        given = (verdict.files, verdict.signature, verdict.signer, verdict.stamp)
        for label, answer in zip(self._marks, given, strict=True):
            label.setPixmap(self._mark(answer).pixmap(_MARK, _MARK))

    def _mark(self, answer: Answer) -> QIcon:
        colours = self._colours
        if answer in _WELL:
            return icon("verify", colours.good)
        return icon("eye", colours.ill) if answer in _OPEN else icon("close", colours.alarm)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _fault(fault: Fault) -> str:
    words = fault_words(fault.word)
    return f"{plain_name(fault.path)}: {words}" if fault.path else words


def _instant(rfc3339: str) -> str:
    try:
        return stamp_words(datetime.fromisoformat(rfc3339))
    except ValueError:
        return rfc3339
