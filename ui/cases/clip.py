"""The footage of some moments beside their text: a small player, with the parts of the review page.

Opened when what is shown is left alone for a moment, closed when the page goes out of sight, the
screen is locked or somebody else sits down.  What was on screen is in the log, as in review.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from db.footage_records import Gap, Run
from db.records import CameraId, Span, from_us, to_us
from ui import keys
from ui.desk import Desk
from ui.messages import sentence
from ui.overriding import override
from ui.review.labels import labels_of, removed_label
from ui.review.pictures import Pictures
from ui.review.playback import Playback
from ui.review.service import Archive
from ui.review.shown import Shown
from ui.review.words import cause_words
from ui.theme import WALL
from ui.times import stamp_words
from ui.wall.lettering import Label
from ui.ward import Ward

MOST_CAMERAS = 4  # beside a text there is no room for more
_REST_MS = 300  # whoever goes down a list wants the clip where he stops
_NEAR_US = 1_000_000


@dataclass(frozen=True, slots=True)
class Moment:
    """What a clip shows: some cameras, the stretch of them, and when it happened."""

    cameras: tuple[CameraId, ...]
    span: Span
    at_us: int


@dataclass(frozen=True, slots=True)
class _Found:
    """What the archive has of a moment."""

    runs: Sequence[Run]
    gaps: Sequence[Gap]


class Clip(QWidget):
    """Plays moments one after the other, without sound; says plainly where there is nothing."""

    opened = Signal()  # its player is about to be: no other one stays open beside the wall
    moved_to = Signal(int)  # the place of the moment that is shown
    review_wanted = Signal(object, object)  # CameraIds and a Span

    def __init__(self, desk: Desk, archive: Archive | None, parent: QWidget) -> None:
        """The keys act inside ``parent``, the page."""
        super().__init__(parent)
        self.setObjectName("clip")
        self._desk = desk
        self._archive = archive
        self._labels: dict[CameraId, Label] = {}
        self._moments: tuple[Moment, ...] = ()
        self._place = 0
        self._found = _Found((), ())
        self._wish = 0  # counts what was shown; an answer to an older wish is nobody's
        self._buttons: dict[str, QPushButton] = {}
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._begin)
        self.playback: Playback | None = None
        self.pictures: Pictures | None = None
        if archive is not None:
            self.playback = Playback(desk, archive, self)
            self.pictures = Pictures(self.playback, self._gap_at, WALL, self)
            self.playback.moved.connect(self._on_moved)
            self.playback.refused.connect(self._on_refused)
            self.pictures.opened.connect(lambda _: self._on_review())
        self._build(parent)
        self._say(self.tr("Choose something in the list."))

    def _build(self, page: QWidget) -> None:
        self.words = QLabel(self)
        self.words.setObjectName("clip-words")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumSize(320, 180)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack.addWidget(self.words)
        if self.pictures is not None:
            self._stack.addWidget(self.pictures)
        self.line = QLabel(self)
        self.line.setObjectName("clip-line")
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, slot in (
            ("clip-play", self.play),
            ("clip-previous", partial(self.step, -1)),
            ("clip-next", partial(self.step, 1)),
            ("clip-review", self._on_review),
        ):
            action = keys.action(name, page, slot)
            button = QPushButton(action.text(), self)
            button.setObjectName(f"button-{name}")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self._buttons[name] = button
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        column.addLayout(row)

    @property
    def moment(self) -> Moment | None:
        """What is shown now."""
        return self._moments[self._place] if self._moments else None

    @property
    def place(self) -> int:
        """Which of the moments that is, from 0."""
        return self._place

    def show_moments(self, moments: Sequence[Moment], nothing: str = "") -> None:
        """Show these, from the first on; ``nothing`` is said where there are none."""
        self._wish += 1
        self._close()
        self._moments, self._place = tuple(moments), 0
        if not self._moments:
            self._say(nothing or self.tr("Nothing was marked: there is no footage to show."))
        self._open()

    def forget(self) -> None:
        """Nothing of what was shown is for whoever sits here next."""
        self._wish += 1
        self._rest.stop()
        self._moments, self._place = (), 0
        self._found = _Found((), ())
        if self.playback is not None:
            self.playback.forget()
        self._say("")
        self._dress()

    def set_ward(self, ward: Ward) -> None:
        """There are these cameras from now on."""
        self._labels = labels_of(ward.cameras)
        self._dress()

    def play(self) -> None:
        """Play or pause; at its end, from its beginning."""
        moment, playback = self.moment, self.playback
        if moment is None or playback is None:
            return
        if playback.player is None:
            self._open()
        elif not playback.rate and playback.at_us >= to_us(moment.span.end) - _NEAR_US:
            playback.go(to_us(moment.span.start), 1.0)
        else:
            playback.play()

    def step(self, way: int) -> None:
        """The next moment, or the one before."""
        place = self._place + way
        if 0 <= place < len(self._moments):
            self._wish += 1
            self._close()
            self._place = place
            self._open()
            self.moved_to.emit(place)

    def _open(self) -> None:
        """Look what there is of the moment, then play it."""
        self._dress()
        moment, archive = self.moment, self._archive
        if moment is None:
            return
        if archive is None:
            self._say(
                self.tr("This window has no archive: footage is watched where it is recorded.")
            )
            return
        self._say(self.tr("Opening the footage…"))
        self._rest.start()

    @Slot()
    def _begin(self) -> None:
        moment, archive, wish = self.moment, self._archive, self._wish
        if moment is None or archive is None or not self.isVisible():
            return
        footage, cameras, span = archive.footage, moment.cameras[:MOST_CAMERAS], moment.span

        def done(found: _Found) -> None:
            if wish == self._wish:
                self._on_found(found)

        def failed(problem: Problem) -> None:
            if wish == self._wish:
                self._on_refused(problem)

        self._desk.tasks.run(
            lambda: _Found(footage.runs(cameras, span), footage.gaps(cameras, span)),
            done=done,
            failed=failed,
        )

    def _on_found(self, found: _Found) -> None:
        moment, playback, pictures = self.moment, self.playback, self.pictures
        if moment is None or playback is None or pictures is None or not self.isVisible():
            return
        self._found = found
        known = [each for each in moment.cameras if each in self._labels]
        cameras = (known or list(moment.cameras))[:MOST_CAMERAS]  # its footage outlives a camera
        labels = self._labels | {each: self._label(each) for each in cameras}
        if not found.runs:
            self._say(self._nothing(found.gaps))
        else:
            self._stack.setCurrentWidget(pictures)
            pictures.set_shown(replace(Shown.of(cameras), chosen=None), labels)
            self.opened.emit()
            start_us = to_us(moment.span.start)
            first_us = min(run.start_us for run in found.runs)
            playback.open(cameras, max(start_us, first_us), 1.0)

    def _nothing(self, gaps: Sequence[Gap]) -> str:
        """Why there is no footage of the moment."""
        causes = sorted({cause_words(gap.cause) for gap in gaps})
        if not causes:
            return self.tr("No footage of this moment: the camera was not recorded then.")
        return self.tr("No footage of this moment. {cause}.").format(cause="; ".join(causes))

    def _gap_at(self, camera_id: CameraId) -> Gap | None:
        at_us = 0 if self.playback is None else self.playback.at_us
        for gap in self._found.gaps:
            ends = gap.end_us is None or at_us < gap.end_us
            if gap.camera_id == camera_id and gap.start_us <= at_us and ends:
                return gap
        return None

    def _close(self) -> None:
        self._rest.stop()
        if self.playback is not None:
            self.playback.close()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._stack.setCurrentWidget(self.words)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self._close()
        self._say(sentence(problem))
        self._dress()

    @Slot()
    def _on_moved(self) -> None:
        moment, playback = self.moment, self.playback
        if moment is not None and playback is not None and playback.player is not None:
            end_us = to_us(moment.span.end)
            if playback.rate > 0 and playback.at_us >= end_us and not playback.is_waiting:
                playback.go(end_us, 0.0)
        self._dress()

    def _on_review(self) -> None:
        if (moment := self.moment) is not None and self._archive is not None:
            self.review_wanted.emit(moment.cameras, moment.span)

    def _dress(self) -> None:
        """Say which moment it is and where it stands, and offer what can be done."""
        moment, playback = self.moment, self.playback
        plays = playback is not None and playback.player is not None
        running = plays and playback is not None and bool(playback.rate)
        self._buttons["clip-play"].setText(self.tr("Pause") if running else self.tr("Play"))
        self._buttons["clip-play"].setEnabled(plays)
        self._buttons["clip-previous"].setEnabled(self._place > 0)
        self._buttons["clip-next"].setEnabled(self._place + 1 < len(self._moments))
        self._buttons["clip-review"].setEnabled(moment is not None and self._archive is not None)
        self.line.setText("" if moment is None else self._line_of(moment))

    def _line_of(self, moment: Moment) -> str:
        playback = self.playback
        at_us = moment.at_us
        if playback is not None and playback.player is not None:
            at_us = playback.at_us
        words = self.tr("Moment {place} of {count}") if len(self._moments) > 1 else ""
        parts = [
            words.format(place=self._place + 1, count=len(self._moments)),
            stamp_words(from_us(at_us)),
            self._cameras_of(moment),
        ]
        return " · ".join(part for part in parts if part)

    def _label(self, camera_id: CameraId) -> Label:
        return self._labels.get(camera_id) or removed_label(camera_id)

    def _cameras_of(self, moment: Moment) -> str:
        names = [self._label(each).words for each in moment.cameras[:MOST_CAMERAS]]
        more = len(moment.cameras) - MOST_CAMERAS
        if more > 0:
            names.append(self.tr("{count} more: X shows all in Review").format(count=more))
        return ", ".join(names)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever hid it (another page, the lock), no player stays open behind it."""
        self._wish += 1
        self._close()
        super().hideEvent(event)
