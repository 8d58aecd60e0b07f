"""The timeline: one row a camera and a row for all, from 10 seconds to 30 days across.

What it shows comes from a ``Reader``; the bars are made by ``raster`` only when what is in sight
has changed, and copied by every paint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from console.clock import Clock
from db.case_records import BookmarkFlag
from db.records import CameraId, Span, to_us
from ui.overriding import override
from ui.review.flags import Flags
from ui.review.raster import Raster
from ui.review.reader import Reader
from ui.review.rows import FLAGS, LABELS, RULER, SUM, Find, Lay, Painter
from ui.review.scale import HOUR_US, LONGEST_US, SHORTEST_US, Scale
from ui.theme import Colours
from ui.wall.lettering import Label

_NOTCH = 120.0
_STEP = 1.3  # how much longer or shorter by a step of the wheel
_NEAR = 6  # pixels: a mark that can be taken hold of
_DRAG = 6  # pixels that make a press a drag
_BAR = 10


class Timeline(QWidget):
    """Shows footage over time; says where the officer wants to go."""

    wanted = Signal(object)  # an instant in microseconds
    marked = Signal(object, object)  # marks in and out, or None
    chosen = Signal(int)  # a CameraId
    hovered = Signal(object, object, QPoint)  # CameraId or None, instant, global point
    left = Signal()  # the pointer is gone
    scaled = Signal()  # another stretch of time is in sight
    sought = Signal()  # another stretch, or other rows
    flagged = Signal(object)  # go to this BookmarkFlag

    def __init__(
        self, reader: Reader, clock: Clock, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review-timeline")
        self._reader = reader
        self._clock = clock
        self._colours = colours
        self._raster = Raster(colours)
        now_us = to_us(clock.now())
        self._scale = Scale(now_us - HOUR_US, HOUR_US, 1)
        self._cameras: tuple[CameraId, ...] = ()
        self._labels: Mapping[CameraId, Label] = {}
        self._chosen: CameraId | None = None
        self._at_us = now_us
        self._in_us: int | None = None
        self._out_us: int | None = None
        self._flags = Flags()
        self._finds: tuple[Find, ...] = ()
        self._top = 0
        self._pointer: float | None = None
        self._pressed: QPointF | None = None
        self._grip = ""  # what is dragged: "in", "out", "span", "time"
        self._grip_us = 0
        self._images: tuple[object, tuple[QImage, QImage, QImage]] | None = None
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumHeight(RULER + FLAGS + SUM + 20)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._on_scrolled)
        self._reader.read.connect(self._on_read)

    @property
    def scale(self) -> Scale:
        """What is in sight."""
        return self._scale

    @property
    def lay(self) -> Lay:
        """Where its parts lie."""
        wide = self.width() - (_BAR if self._bar.isVisibleTo(self) else 0)
        return Lay(wide, self.height(), len(self._cameras), self._top)

    @property
    def chosen_camera(self) -> CameraId | None:
        """The chosen row."""
        return self._chosen

    def set_rows(
        self,
        cameras: Sequence[CameraId],
        labels: Mapping[CameraId, Label],
        chosen: CameraId | None,
    ) -> None:
        """Show these rows."""
        self._cameras, self._labels = tuple(cameras), labels
        self._fit()
        self.choose(chosen)

    def choose(self, camera_id: CameraId | None) -> None:
        """Choose a row and bring it into sight."""
        self._chosen = camera_id
        if camera_id in self._cameras:
            row, lay = self._cameras.index(camera_id), self.lay
            self._bar.setValue(max(min(self._top, row), row - lay.fitting + 1))
        self._want()

    def set_position(self, us: int) -> None:
        """Where the clock stands; a position that runs out of sight turns the page."""
        was_in_sight = self._scale.start_us <= self._at_us < self._scale.end_us
        self._at_us = us
        if was_in_sight and not self._grip:
            self.set_scale(self._scale.reaching(us))
        self.update()

    def set_marks(self, in_us: int | None, out_us: int | None) -> None:
        """Marks in and out."""
        self._in_us, self._out_us = in_us, out_us
        self.update()

    def set_flags(self, flags: Flags) -> None:
        """Show these bookmarks."""
        self._flags = flags
        self.update()

    def flags_near(
        self, camera_id: CameraId | None, us: int, within_us: float | None = None
    ) -> list[BookmarkFlag]:
        """Bookmarks around an instant, a few pixels by default, on a row; None: on any of them."""
        if within_us is None:
            within_us = _NEAR * self._scale.length_us / self._scale.width
        return self._flags.near(camera_id, us, within_us, self._cameras)

    def set_finds(self, finds: Sequence[Find]) -> None:
        """Show these moments, found by a tool, in the bookmarks' lane."""
        self._finds = tuple(finds)
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self._colours, self._raster = colours, Raster(colours)
        self._images = None
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Show another stretch of time."""
        if scale != self._scale:
            self._scale = scale
            self._want()
            self.scaled.emit()

    def show_span(self, span: Span) -> None:
        """Show all of a stretch of time, with a little on both sides."""
        length = to_us(span.end) - to_us(span.start)
        wide = min(LONGEST_US, max(SHORTEST_US, length * 10 // 8))
        scale = Scale(self._scale.start_us, wide, self._scale.width)
        self.set_scale(scale.around((to_us(span.start) + to_us(span.end)) // 2))

    def zoom(self, steps: float, x: float | None = None) -> None:
        """Longer, or shorter, about ``x`` or else about the position."""
        if x is None:
            x = self._scale.x(self._at_us)
            if not 0 <= x < self._scale.width:
                x = self._scale.width / 2
        self.set_scale(self._scale.zoomed(_STEP**steps, x))

    def turn(self, pages: float) -> None:
        """Earlier or later, by shares of what is in sight."""
        self.set_scale(self._scale.moved(round(pages * self._scale.length_us)))

    def bring(self, us: int) -> None:
        """Bring an instant into sight."""
        self.set_scale(self._scale.reaching(us))

    def step_row(self, rows: int) -> None:
        """Choose the row above or below."""
        if self._cameras:
            here = self._cameras.index(self._chosen) if self._chosen in self._cameras else 0
            self.chosen.emit(self._cameras[max(0, min(len(self._cameras) - 1, here + rows))])

    def us_at(self, x: float) -> int:
        """The instant at a point of this widget."""
        return self._scale.us(x - LABELS)

    def _fit(self) -> None:
        """Give bars and scroll bar their room."""
        lay = Lay(self.width(), self.height(), len(self._cameras))
        over = max(0, lay.count - lay.fitting)
        self._bar.setVisible(over > 0)
        self._bar.setGeometry(self.width() - _BAR, lay.rows_top, _BAR, self.height() - lay.rows_top)
        self._bar.setRange(0, over)
        self._bar.setPageStep(lay.fitting)
        self._top = self._bar.value()
        self._scale = self._scale.resized(self.lay.across)
        self._want()

    def _want(self) -> None:
        in_sight = [self._cameras[row] for row in self.lay.in_sight]
        self._reader.want(self._cameras, self._chosen, self._scale.span, in_sight)
        self.sought.emit()
        self.update()

    def _bars(self) -> tuple[QImage, QImage, QImage]:
        """The pictures of the rows in sight, of their sum and of all bookmarks; kept till then."""
        lay, ratio = self.lay, self.devicePixelRatioF()
        scale = self._scale.resized(round(lay.across * ratio))
        now_us = to_us(self._clock.now())
        pixel = now_us * scale.width // scale.length_us
        material, flags = self._reader.drawn, self._flags
        rows = [self._cameras[row] for row in lay.in_sight]
        activities = [self._reader.activity(camera_id) for camera_id in rows]
        seen = (id(material), id(flags), [id(each) for each in activities])
        key = (scale, lay, pixel, self._cameras, seen)
        if self._images is None or self._images[0] != key:
            high = round(lay.row * ratio)
            tracks = [material.track(camera_id) for camera_id in rows]
            # While only rows in sight are known, their share stands for all.
            whole = [material.track(each) for each in self._cameras if each in material.tracks]
            planted = [flags.columns(camera_id, scale) for camera_id in rows]
            lane_high = round((FLAGS - 1) * ratio)
            self._images = (
                key,
                (
                    self._raster.rows(tracks, activities, scale, high, now_us, planted),
                    self._raster.sum(whole, scale, round((SUM - 3) * ratio)),
                    self._raster.lane(flags.columns(None, scale), scale.width, lane_high),
                ),
            )
        return self._images[1]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        lay = self.lay
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.surface))  # beside the scroll bar, too
        over = Painter(painter, lay, self._scale, self._colours)
        over.ground(
            self.tr("All {n} cameras").format(n=len(self._cameras)) if self._cameras else "",
            self.tr("Newest bookmarks") if self._flags.cut else self.tr("Bookmarks"),
        )
        if self._cameras:
            rows, total, lane = self._bars()
            count = len(lay.in_sight)
            place = QRect(lay.left, RULER + FLAGS + 1, lay.across, SUM - 3)
            painter.drawImage(place, total)
            painter.drawImage(QRect(lay.left, RULER, lay.across, FLAGS - 1), lane)
            painter.drawImage(QRect(lay.left, lay.y(lay.top), lay.across, count * lay.row), rows)
        over.now(to_us(self._clock.now()))
        over.ruler()
        over.labels(self._cameras, self._labels, self._chosen)
        over.finds(self._finds)
        over.marks(self._in_us, self._out_us)
        if self._pointer is not None and not self._grip:
            over.pointer(self._pointer)
        over.position(self._at_us)
        if self.hasFocus():
            over.focus()
        painter.end()

    @Slot()
    def _on_read(self) -> None:
        self.update()

    @Slot(int)
    def _on_scrolled(self, top: int) -> None:
        self._top = top
        self._want()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._reader.set_awake(True)
        self.sought.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._reader.set_awake(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        sideways = turned.x() or (
            turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0
        )
        if event.position().x() < LABELS:
            self._bar.setValue(self._bar.value() - round(turned.y() / _NOTCH))
        elif sideways:
            self.turn(-sideways / _NOTCH / 8)
        else:
            self.zoom(-turned.y() / _NOTCH, event.position().x() - LABELS)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        row = self.lay.row_at(point.y())
        if row is not None:
            self.chosen.emit(self._cameras[row])
        if point.x() < LABELS:
            return
        self._pressed = point
        self._grip = ""
        self._grip_us = self.us_at(point.x())
        if event.button() is not Qt.MouseButton.LeftButton:
            self._grip = "time"
            return
        for name, us in (("in", self._in_us), ("out", self._out_us)):
            if us is not None and abs(LABELS + self._scale.x(us) - point.x()) <= _NEAR:
                self._grip = name
        if not self._grip and point.y() < RULER:
            self._grip = "time"

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        self._pointer = point.x() if point.x() >= LABELS else None
        self.update()
        if self._pressed is None:
            self._hover(event)
            return
        far = abs(point.x() - self._pressed.x()) > _DRAG
        if not self._grip and far:
            self._grip = "span"
        us = self.us_at(max(float(LABELS), point.x()))
        if self._grip == "span":
            self.marked.emit(*sorted((self._grip_us, us)))
        elif self._grip == "in":
            self.marked.emit(us, self._out_us)
        elif self._grip == "out":
            self.marked.emit(self._in_us, us)
        elif self._grip == "time" and far:
            self.set_scale(self._scale.moved(self._grip_us - us))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, grip = self._pressed, self._grip
        self._pressed, self._grip = None, ""
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        still = abs(event.position().x() - pressed.x()) <= _DRAG
        if grip in ("", "time") and still:
            if near := self._flags_at(event.position()):
                self.flagged.emit(near[0])
            else:
                self.wanted.emit(self._grip_us)

    def _flags_at(self, point: QPointF) -> list[BookmarkFlag]:
        """The bookmarks under the pointer: of its row, or in the lane above of all."""
        row = self.lay.row_at(point.y())
        if row is None and not self.lay.is_flags(point.y()):
            return []
        return self.flags_near(None if row is None else self._cameras[row], self.us_at(point.x()))

    def _hover(self, event: QMouseEvent) -> None:
        if self._pointer is None:
            self.left.emit()
            return
        row = self.lay.row_at(event.position().y())
        camera_id = self._cameras[row] if row is not None else None
        self.hovered.emit(
            camera_id, self.us_at(event.position().x()), event.globalPosition().toPoint()
        )

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.left.emit()
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
