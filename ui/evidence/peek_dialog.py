"""What the dialogs over pictures of what is to be exported share: pictures, time, two buttons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import Problem
from db.evidence_records import Wanted
from db.records import CameraId
from ui.bookmarks.words import camera_words
from ui.desk import Desk
from ui.evidence.peeking import Lack, Peeking, Shown
from ui.evidence.picture_box import PictureBox
from ui.evidence.reach import reaches_of
from ui.evidence.room import size_beside
from ui.evidence.timing import Timing
from ui.messages import sentence
from ui.overriding import override
from ui.theme import Colours
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.app import Console
    from console.fleet import FleetView


class PeekDialog(QDialog):
    """Shows the picture of the instant that its ``timing`` stands at.

    Each kind builds itself, calls ``begin``, and says what ``dress`` does.
    """

    def __init__(
        self,
        desk: Desk,
        console: Console,
        colours: Colours,
        wanted: Iterable[Wanted],
        parent: QWidget | None = None,
    ) -> None:
        """Raises ValueError: nothing is wanted."""
        super().__init__(parent)
        self.reaches = reaches_of(wanted)
        if not self.reaches:
            raise ValueError("there is nothing to look at")
        self.timing = Timing(colours, self.reaches, self)
        self.peeking = Peeking(desk.tasks, console.evidence.peeks, self)
        self.names: dict[CameraId, str] = {}
        self.picture: PictureBox
        self._warned = False  # that Esc lets go of what was done
        desk.tasks.run(console.fleet.view, done=self._on_fleet, failed=self._on_unnamed)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return False

    def dress(self) -> None:
        """Show all of it as it is now."""

    def build(self, title: str, bar: QLayout, middle: QLayout, keep: QAction) -> None:
        """Put a title, tools, the middle, the time and the buttons one below the other."""
        self.setWindowTitle(title)
        self.resize(size_beside(self.parentWidget()))
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        top = QHBoxLayout()
        top.addWidget(head)
        top.addStretch(1)
        top.addLayout(bar)
        self._said = QLabel(self)
        self._said.setObjectName("peek-said")
        self._said.setWordWrap(True)
        self._cancel = QPushButton(self.tr("Close"), self)
        self._cancel.setObjectName("peek-close")
        self._cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        self._cancel.clicked.connect(self.leave)
        self.keep = QPushButton(self.tr("Keep (Ctrl+S)"), self)
        self.keep.setObjectName("peek-keep")
        self.keep.setProperty("main", True)
        self.keep.setToolTip(keep.toolTip())
        self.keep.clicked.connect(keep.trigger)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        for push in (self._cancel, self.keep):
            push.setAutoDefault(False)
            foot.addWidget(push)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.timing)
        column.addLayout(foot)

    def begin(self) -> None:
        """Everything is there: ask for the first picture."""
        self.timing.moved.connect(self._on_moved)
        self.timing.camera_chosen.connect(self._on_camera)
        self.timing.said.connect(self._on_typed)
        self.timing.left.connect(self.picture.setFocus)
        self.peeking.came.connect(self._on_picture)
        self.peeking.lacked.connect(self._on_lack)
        self.peeking.failed.connect(self._on_failed)
        self.finished.connect(self.peeking.close)
        self.picture.show_words(self.tr("Fetching the picture…"), self.timing.at_us)
        self.timing.go_to(self.timing.at_us)
        self.dress()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say something below; what was warned of is said no more."""
        self._warned = False
        self._said.setText(words)
        self._said.setProperty("error", wrong)
        self._said.style().polish(self._said)

    def name_of(self, camera_id: CameraId) -> str:
        """What a camera is called, "…" until that was read."""
        return self.names.get(camera_id, "…")

    @Slot()
    def leave(self) -> None:
        """Close; what was done and not kept is let go of at the second time only."""
        if self.is_changed and not self._warned:
            words = self.tr("Not kept yet: Ctrl+S keeps it, Esc once more lets it go.")
            self.say(words, wrong=True)
            self._warned = True
        else:
            self.done(QDialog.DialogCode.Rejected)

    def has_come(self, shown: Shown) -> None:
        """A picture of the present camera is shown."""

    def camera_came(self) -> None:
        """Another camera is looked at."""

    @Slot(object)
    def _on_moved(self, at_us: int) -> None:
        self.peeking.want(self.timing.reach, at_us)

    @Slot(object)
    def _on_picture(self, shown: Shown) -> None:
        if shown.camera_id == self.timing.camera_id:
            self.picture.show_picture(shown.image, shown.shown_us)
            if shown.at_us == self.timing.at_us:
                self.timing.show_picture(shown.shown_us)
            self.has_come(shown)
            self.dress()

    @Slot(object)
    def _on_lack(self, lack: Lack) -> None:
        if (lack.camera_id, lack.at_us) != (self.timing.camera_id, self.timing.at_us):
            return
        self.timing.show_none(lack.next_us)
        if lack.next_us is None:
            words = self.tr("Nothing of what is wanted of this camera was recorded.")
        else:
            words = self.tr("Nothing was recorded at this time. N goes to the nearest footage.")
        self.picture.show_words(words, lack.at_us)
        self.dress()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self.picture.show_words(sentence(problem), self.timing.at_us)
        self.dress()

    def _on_fleet(self, view: FleetView) -> None:
        ward = Ward(cameras=view.cameras)
        self.names = {each: camera_words(each, ward) for each in self.reaches}
        self.timing.set_names(self.names)
        self.dress()

    def _on_unnamed(self, problem: Problem) -> None:
        self.say(sentence(problem), wrong=True)

    @Slot(object)
    def _on_camera(self, _camera_id: object) -> None:
        self.camera_came()
        self.picture.show_words(self.tr("Fetching the picture…"), self.timing.at_us)
        self.dress()

    @Slot(str)
    def _on_typed(self, wrong: str) -> None:
        if wrong:
            self.say(wrong, wrong=True)
        else:
            self.dress()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window: as the button, not a step back at a time."""
        self.leave()
        if self.isVisible():
            event.ignore()
