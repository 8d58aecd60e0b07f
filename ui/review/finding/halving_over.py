"""The question of a search by halves, large over the pictures: one picture, a pair, or a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.records import CameraId
from ui import keys
from ui.overriding import override
from ui.review.finding.cards import Card, CardList
from ui.review.finding.over import Over
from ui.review.finding.sheet import Sheet
from ui.review.pictures import Pictures
from ui.review.words import moment_words
from ui.theme import BASE_PX, TITLE_PX, font

_CAPTION = 28  # logical pixels under each picture
_SETTLE_MS = 120
_ROW_STILL = QSize(168, 94)  # logical pixels


class LargeStills(QWidget):
    """One picture, or two side by side, each with its time under it."""

    def __init__(self, sheet: Sheet, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._pictures = pictures
        self._camera: CameraId | None = None
        self.instants: tuple[int, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._fetch)
        sheet.came.connect(self.update)

    def show_at(self, camera_id: CameraId, instants: Sequence[int]) -> None:
        """Show the pictures of these instants."""
        self._camera, self.instants = camera_id, tuple(instants)
        self.setAccessibleName(", ".join(moment_words(us) for us in instants))
        self._fetch()
        self.update()

    def _fetch(self) -> None:
        if self._camera is None or not self.instants:
            return
        ratio = self.devicePixelRatioF()
        box = self._boxes()[0]
        size = QSize(max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio)))
        self._sheet.frame(self._camera, size, self._pictures.zoom(self._camera))
        self._sheet.want(self.instants)

    def _boxes(self) -> list[QRect]:
        count = max(1, len(self.instants))
        wide = (self.width() - 4 * (count - 1)) // count
        high = self.height() - _CAPTION
        return [QRect(place * (wide + 4), 0, wide, high) for place in range(count)]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._settle.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._settle.stop()
        self._sheet.rest()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        for us, box in zip(self.instants, self._boxes(), strict=False):
            painter.setPen(QColor(255, 255, 255))
            painter.setFont(font(BASE_PX, bold=True))
            under = QRect(box.left(), box.bottom() + 1, box.width(), _CAPTION)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, moment_words(us))
            image = self._sheet.image(us)
            if image is None:
                words = (
                    self.tr("There is no picture of this moment. S asks about another.")
                    if self._sheet.knows(us)
                    else self.tr("Fetching the picture…")
                )
                painter.setFont(font())
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(box.adjusted(8, 8, -8, -8), flags, words)
                continue
            size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
        painter.end()


class HalvingOver(Over):
    """Asks, and tells what was answered."""

    there = Signal()
    gone = Signal()
    skipped = Signal()
    undone = Signal()
    ended = Signal()
    picked = Signal(object)  # of a row: the first instant at which it is gone

    def __init__(self, pictures: Pictures, large: Sheet, small: Sheet) -> None:
        super().__init__(pictures)
        self.setObjectName("halving-over")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Search by halves"))
        self.stills = LargeStills(large, pictures, self)
        self.row = CardList(small, self, grid=True, still=_ROW_STILL)
        self.row.setAccessibleName(self.tr("The last pictures"))
        self.row.opened.connect(lambda card: self.picked.emit(card.us))
        self.question = QLabel(self)
        self.question.setObjectName("halving-question")
        self.question.setFont(font(TITLE_PX, bold=True))
        self.question.setWordWrap(True)
        self.steps = QLabel(self)
        self.steps.setProperty("quiet", True)
        self._answers: dict[str, QPushButton] = {}
        for name, words, signal in (
            ("there", self.tr("Still there (Y)"), self.there),
            ("gone", self.tr("Gone (N)"), self.gone),
            ("skip", self.tr("Cannot tell (S)"), self.skipped),
            ("undo", self.tr("Back (Ctrl+Z)"), self.undone),
            ("end", self.tr("Give up (Ctrl+.)"), self.ended),
        ):
            action = keys.action(f"halving-{name}", self, signal.emit)
            button = QPushButton(words, self)
            button.setObjectName(f"halving-{name}")
            button.setToolTip(keys.hint_of(f"halving-{name}"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            self._answers[name] = button
        for name in ("there", "gone"):
            self._answers[name].setProperty("main", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for name in ("there", "gone", "skip"):
            buttons.addWidget(self._answers[name])
        buttons.addStretch()
        for name in ("undo", "end"):
            buttons.addWidget(self._answers[name])
        words_row = QHBoxLayout()
        words_row.addWidget(self.question, 1)
        words_row.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stills, 1)
        column.addWidget(self.row, 1)
        under = QVBoxLayout()
        under.setContentsMargins(12, 0, 12, 8)
        under.setSpacing(8)
        under.addLayout(words_row)
        under.addLayout(buttons)
        column.addLayout(under)

    def ask(self, camera_id: CameraId, instants: Sequence[int], question: str, steps: str) -> None:
        """Ask about one picture, or about a pair."""
        pair = len(instants) > 1
        self._lay(row=False, skip=not pair)
        self.question.setText(question)
        self.steps.setText(steps)
        yes = self.tr("Yes (Y)") if pair else self.tr("Still there (Y)")
        no = self.tr("No (N)") if pair else self.tr("Gone (N)")
        self._answers["there"].setText(yes)
        self._answers["gone"].setText(no)
        self.stills.show_at(camera_id, instants)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_row(
        self, camera_id: CameraId, cards: Sequence[Card], question: str, steps: str
    ) -> None:
        """Ask for the first picture of a row on which it is gone."""
        self._lay(row=True, skip=False)
        self.question.setText(question)
        self.steps.setText(steps)
        self.row.zoom = self.pictures.zoom(camera_id)
        self.row.put(camera_id, cards)
        self.row.choose(0)
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_undo(self, *, allowed: bool) -> None:
        """Whether there is an answer to take back."""
        self._answers["undo"].setEnabled(allowed)

    def _lay(self, *, row: bool, skip: bool) -> None:
        self.stills.setVisible(not row)
        self.row.setVisible(row)
        for name in ("there", "gone"):
            self._answers[name].setVisible(not row)
        self._answers["skip"].setVisible(skip and not row)
