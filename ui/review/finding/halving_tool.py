"""The search by halves in the panel: where it looks, how far it is, what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import Problem
from db.records import CameraId, to_us
from ui import keys
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.review.finding.cards import Card
from ui.review.finding.halving import Halving
from ui.review.finding.halving_over import HalvingOver
from ui.review.finding.sheet import Sheet
from ui.review.finding.span_box import SpanBox
from ui.review.material import Material, gather
from ui.review.scale import SECOND_US
from ui.review.service import Archive
from ui.review.words import length_words, short_words

if TYPE_CHECKING:
    from ui.review.page import ReviewPage

BEFORE_US = 5 * SECOND_US  # one sees how it goes
_LARGE, _SMALL = 8, 32  # pictures kept


class HalvingTool(QWidget):
    """Asks until the moment is found, then plays it."""

    def __init__(self, page: ReviewPage, desk: Desk, archive: Archive, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding-halving")
        self._page = page
        self._desk = desk
        self._footage = archive.footage
        self._term = 0
        self._camera: CameraId | None = None
        self._pairs = False  # whether the first and the last picture are being asked about
        self._found_us: int | None = None
        self.search: Halving | None = None
        self.span = SpanBox(page, desk.clock, self)
        sheets = [
            Sheet(desk.bridge, archive.engine, page.playback, keep, self)
            for keep in (_LARGE, _SMALL)
        ]
        self.over = HalvingOver(page.pictures, *sheets)
        self._build()
        for sheet in sheets:
            sheet.refused.connect(self._refuse)
        self.span.entered.connect(self.begin)
        self.over.there.connect(lambda: self.answer(still_there=True))
        self.over.gone.connect(lambda: self.answer(still_there=False))
        self.over.skipped.connect(self.skip)
        self.over.undone.connect(self.undo)
        self.over.ended.connect(self.end)
        self.over.picked.connect(self.pick)
        page.playback.forgotten.connect(self.end)
        keys.action("halving-undo", self, self.undo)
        keys.action("halving-end", self, self.end)

    def _build(self) -> None:
        hint = QLabel(
            self.tr(
                "For a thing that was there and is gone: you are asked by pictures whether it is "
                "still there, and each answer halves what is left. Half a day takes 12 answers."
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        self.pair = QCheckBox(self.tr("First look at the first and the last picture"), self)
        self.pair.setObjectName("halving-pair")
        self.pair.setChecked(True)
        self._begin = QPushButton(self.tr("Begin"), self)
        self._begin.setProperty("main", True)
        self._begin.clicked.connect(self.begin)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._again = QPushButton(self.tr("Play it once more"), self)
        self._again.clicked.connect(self.play)
        self._undo = QPushButton(self.tr("Take the answer back"), self)
        self._undo.setToolTip(keys.hint_of("halving-undo"))
        self._undo.clicked.connect(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        widgets = (hint, self.span, self.pair, self._begin, self.said, self._again, self._undo)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._offer()

    def focus_first(self) -> None:
        """Give the keys to what comes next."""
        (self._begin if self.over.isHidden() else self.over).setFocus()

    @Slot()
    def begin(self) -> None:
        """Read where there is footage, and ask the first question."""
        camera_id, span = self._page.chosen, self.span.span
        if camera_id is None or span is None:
            self._say(
                self.tr("Choose a camera first.")
                if camera_id is None
                else self.tr("From and to are not clear, or have not come yet.")
            )
            return
        self.end()
        self._page.playback.pause()
        term, footage = self._term, self._footage

        def done(found: Material) -> None:
            if term == self._term:
                lane = found.track(camera_id).recorded
                stretches = list(zip(lane.starts, lane.ends, strict=True))
                self._start(camera_id, Halving.of(to_us(span.start), to_us(span.end), stretches))

        def failed(problem: Problem) -> None:
            if term == self._term:
                self._say(sentence(problem))

        self._desk.tasks.run(lambda: gather(footage, [camera_id], span), done=done, failed=failed)

    def answer(self, *, still_there: bool) -> None:
        """The answer about the picture, or whether the pair is right."""
        search = self.search
        if search is None:
            return
        if self._pairs and still_there:
            self._pairs = False
            self._ask()
        elif self._pairs:
            self.end()
            self._say(
                self.tr(
                    "Choose another stretch: the thing must be on its first picture, and on its "
                    "last picture it must be gone."
                )
            )
        elif search.asked_us is not None:
            self._go_on(search.answer(still_there))

    @Slot(object)
    def pick(self, us: int) -> None:
        """``us`` is the first picture of the row on which it is gone."""
        if self.search is not None and us in self.search.row:
            self._go_on(self.search.choose(us))

    @Slot()
    def skip(self) -> None:
        """Ask about another picture."""
        if self.search is not None and not self._pairs and self.search.asked_us is not None:
            self._go_on(self.search.skip())

    @Slot()
    def undo(self) -> None:
        """Take the last answer back."""
        if self.search is not None and self.search.before is not None:
            self._go_on(self.search.undo())

    @Slot()
    def end(self) -> None:
        """Give up, or begin anew."""
        self._term += 1
        self.search = self._found_us = None
        self._pairs = False
        self.over.lie(wanted=False)
        self._say("")

    @Slot()
    def play(self) -> None:
        """Play what was found, from a few seconds before."""
        if self._found_us is None or self._camera is None:
            return
        if self._page.chosen != self._camera:
            self._page.choose(self._camera)
        self._page.playback.go(self._found_us - BEFORE_US, 1.0)
        self._page.timeline.bring(self._found_us)

    def _start(self, camera_id: CameraId, search: Halving | None) -> None:
        self._camera = camera_id
        if search is None:
            self._say(self.tr("There is no footage of this camera between the two times."))
            return
        self._pairs = self.pair.isChecked()
        self._go_on(search)

    def _go_on(self, search: Halving) -> None:
        self.search = search
        if search.is_over:
            self._tell(search)
        else:
            self._found_us = None
            self._ask()

    def _ask(self) -> None:
        search, camera_id = self.search, self._camera
        if search is None or camera_id is None:
            return
        steps = self.tr("{done} answered, {left} to go at most").format(
            done=search.answers, left=search.steps_left
        )
        self._say(
            self.tr("Between {start} and {end}: {length} of footage.").format(
                start=short_words(search.there_us),
                end=short_words(search.gone_us),
                length=length_words(search.left_us),
            )
        )
        self.over.lie(wanted=self.isVisible())
        self.over.allow_undo(allowed=search.before is not None)
        if self._pairs:
            question = self.tr("Is it there on the left picture, and gone on the right one?")
            self.over.ask(camera_id, (search.there_us, search.gone_us), question, steps)
        elif search.asked_us is not None:
            question = self.tr("Is the thing still there?")
            self.over.ask(camera_id, (search.asked_us,), question, steps)
        else:
            question = self.tr(
                "Choose the first picture on which it is gone (arrows, Enter, or double click)."
            )
            cards = [Card(us, short_words(us)) for us in search.row]
            self.over.ask_row(camera_id, cards, question, steps)

    def _tell(self, search: Halving) -> None:
        """Say what was found, and play it."""
        self.over.lie(wanted=False)
        start, end = short_words(search.there_us), short_words(search.gone_us)
        if search.lies_in_gap:
            words = self.tr("It went while nothing was recorded, between {start} and {end}.")
        elif search.is_found:
            words = self.tr("It went between {start} and {end}.")
        else:
            words = self.tr(
                "Somewhere between {start} and {end}: no other picture there can be asked about."
            )
        self._found_us = search.there_us if search.lies_in_gap else search.gone_us
        if not search.is_found:
            self._found_us = search.there_us
        self._say(
            "\n".join(
                (
                    words.format(start=start, end=end),
                    self.tr("{n} answers. It plays from 5 seconds before.").format(
                        n=search.answers
                    ),
                )
            )
        )
        self.play()
        self._page.take_focus()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self._offer()

    def _offer(self) -> None:
        over = self._found_us is not None
        self._again.setVisible(over)
        self._undo.setVisible(over)

    @Slot(object)
    def _refuse(self, problem: Problem) -> None:
        self.end()
        self._say(sentence(problem))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.search is not None and not self.search.is_over:
            self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.over.lie(wanted=False)
