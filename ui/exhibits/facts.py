"""What is known of one exhibit, beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.footage_records import Exhibit
from ui.exhibits.clocks import offset_words, station_time
from ui.exhibits.words import hash_words, hex_words, size_words
from ui.times import stamp_words

_BETWEEN, _INSIDE = 10, 2


class ExhibitFacts(QScrollArea):
    """Words above, what is known below; all of it can be chosen and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exhibit-facts")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts: list[tuple[str, str]] = []

    @property
    def facts(self) -> dict[str, str]:
        """What it says, by the words above."""
        return dict(self._facts)

    def show_exhibit(self, exhibit: Exhibit | None, twins: Sequence[Exhibit] = ()) -> None:
        """Show one, or nothing; ``twins`` are others of the same bytes."""
        self._facts = [] if exhibit is None else self._of(exhibit, twins)
        inside = QFrame(self)
        inside.setObjectName("card")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(_BETWEEN)
        for words, said in self._facts:
            pair = QVBoxLayout()
            pair.setSpacing(_INSIDE)
            head = QLabel(words, inside)
            head.setProperty("quiet", True)
            body = QLabel(said, inside)
            body.setTextFormat(Qt.TextFormat.PlainText)
            body.setWordWrap(True)
            if words != self._facts[0][0]:  # what is copied has no breaks put in
                body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            body.setMinimumWidth(1)
            body.setAccessibleName(words)
            pair.addWidget(head)
            pair.addWidget(body)
            column.addLayout(pair)
        column.addStretch(1)
        inside.setVisible(exhibit is not None)
        self.setWidget(inside)

    def _of(self, exhibit: Exhibit, twins: Sequence[Exhibit]) -> list[tuple[str, str]]:
        facts = [
            (self.tr("File"), _breakable(exhibit.name)),
            (self.tr("Given by"), exhibit.given_by),
            (self.tr("Device"), exhibit.device or self.tr("not told")),
            (self.tr("Begins, by the device's clock"), self._start(exhibit)),
            (self.tr("Clock of the device"), self._offset(exhibit)),
            (self.tr("Begins, by station time"), self._right_start(exhibit)),
            (self.tr("Taken in"), stamp_words(exhibit.taken_at)),
            (self.tr("Size"), size_words(exhibit.size_bytes)),
            (self.tr("Hash, to be read out"), hash_words(exhibit.sha256)),
            (self.tr("SHA-256"), hex_words(exhibit.sha256)),
        ]
        if exhibit.note:
            facts.append((self.tr("Note"), exhibit.note))
        for twin in twins:
            said = self.tr("{name}, taken in {time}, given by {who}")
            words = said.format(name=twin.name, time=stamp_words(twin.taken_at), who=twin.given_by)
            facts.append((self.tr("The very same file"), words))
        return facts

    def _start(self, exhibit: Exhibit) -> str:
        start = exhibit.claimed_start
        return self.tr("not told") if start is None else stamp_words(start)

    def _right_start(self, exhibit: Exhibit) -> str:
        start = station_time(exhibit, 0)
        return self.tr("not known") if start is None else stamp_words(start)

    def _offset(self, exhibit: Exhibit) -> str:
        offset = exhibit.offset_s
        return self.tr("not compared") if offset is None else offset_words(offset)


def _breakable(name: str) -> str:
    """A name that may go on in the next line behind each of these signs."""
    return "".join(f"{sign}\u200b" if sign in "_-.,()" else sign for sign in name)
