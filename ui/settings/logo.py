"""The station's logo: shown, chosen from a file, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem
from console.logo import LARGEST_BYTES, LogoRule, broken_rule
from ui.desk import Desk
from ui.messages import sentence
from ui.pictures import read_picture

_SHOWN = 72  # pixels, the side of the place where it is shown
_DECODED_MIB = 16


class LogoField(QWidget):
    """A picture with its words and buttons; what is wrong with a file stands below."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field-logo")
        self._desk = desk
        self._bytes: bytes | None = None
        label = QLabel(self.tr("Logo"), self)
        self._picture = QLabel(self)
        self._picture.setObjectName("logo-picture")
        self._picture.setFixedSize(_SHOWN, _SHOWN)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = QPushButton(self.tr("Choose a picture…"), self)
        self._choose.setObjectName("logo-choose")
        self._choose.setToolTip(self.tr("Choose a PNG or JPEG file"))
        self._choose.clicked.connect(self._on_choose)
        self._remove = QPushButton(self.tr("No logo"), self)
        self._remove.setObjectName("logo-remove")
        self._remove.setToolTip(self.tr("Take the logo away"))
        self._remove.clicked.connect(lambda: self._take(None))
        self._below = QLabel(self)
        self._below.setObjectName("error-logo")
        self._below.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(buttons)
        right.addWidget(self._below)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        self.show_bytes(None)

    @property
    def picture(self) -> bytes | None:
        """The file as it was read, or None."""
        return self._bytes

    @property
    def error(self) -> str:
        """What is wrong, "" if nothing is."""
        return self._below.text() if self._below.property("error") else ""

    def show_bytes(self, picture: bytes | None) -> None:
        """Show what the station has, without a word of change."""
        image = None if picture is None else _decoded(picture)
        self._bytes = picture if image is not None else None
        self._remove.setEnabled(image is not None)
        if image is None:
            self._picture.setText(self.tr("none"))
        else:
            ratio = self.devicePixelRatioF()
            side = round(_SHOWN * ratio)
            pixmap = QPixmap.fromImage(
                image.scaled(
                    QSize(side, side),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            pixmap.setDevicePixelRatio(ratio)
            self._picture.setPixmap(pixmap)
        self._say(self.tr("PNG or JPEG, up to 1024 pixels and 256 KiB; heads papers"), wrong=False)

    def set_read_only(self, read_only: bool) -> None:
        """Whether it may be changed by whoever looks."""
        self._choose.setVisible(not read_only)
        self._remove.setVisible(not read_only)
        self._below.setVisible(not read_only)

    def read_file(self, path: Path) -> None:
        """Take the picture of a file, read on a worker's thread."""
        self._desk.tasks.run(
            lambda: _read(path),
            done=self._take,
            failed=lambda problem: self.show_error(self._words(problem)),
        )

    def show_error(self, words: str) -> None:
        """Say what is wrong; the picture of before stays."""
        self._say(words, wrong=True)

    def _take(self, picture: bytes | None) -> None:
        if picture is not None and _decoded(picture) is None:
            self.show_error(sentence(FieldRefused("logo", LogoRule.FORMAT)))
            return
        self.show_bytes(picture)
        self.changed.emit()

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a logo"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        if name:
            self.read_file(Path(name))

    def _words(self, problem: Problem) -> str:
        if isinstance(problem, FieldRefused):
            return sentence(problem)
        return self.tr("This file cannot be read. Choose another one.")

    def _say(self, words: str, *, wrong: bool) -> None:
        self._below.setText(words)
        self._below.setProperty("error", wrong)
        self._below.setProperty("quiet", not wrong)
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)


def _read(path: Path) -> bytes:
    """At most a byte more than is allowed.  Raises FieldRefused, Problem.  On a worker's thread."""
    try:
        with path.open("rb") as file:
            picture = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise Problem(error.strerror or "unreadable") from error
    rule = broken_rule(picture)
    if rule is not None:
        raise FieldRefused("logo", rule)
    return picture


def _decoded(picture: bytes) -> QImage | None:
    """The picture, or None where its header promised more than the rest keeps."""
    if broken_rule(picture) is not None:
        return None
    image = read_picture(picture, _DECODED_MIB)
    return None if image.isNull() else image
