"""Tells the engine what to record, and the window how that goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.errors import Problem
from console.events import Changed
from console.video.wire_footage import RecordOrder, VolumeOrder
from db.footage_records import Plan
from db.records import Camera, Cluster, Topic
from ui.desk import Desk
from ui.messages import sentence
from ui.recording.alarms import alarm_of
from ui.recording.rule_dialog import RuleDialog, RuleWish

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording

_RELEVANT = frozenset({Topic.FLEET, Topic.RECORDING})


@runtime_checkable
class Recorder(Protocol):
    """An engine that records: a part of ``console.video.footage_ports.FootageEngine``."""

    def set_recording(self, orders: Sequence[RecordOrder], volumes: Sequence[VolumeOrder]) -> None:
        """What is recorded from now on, and where."""
        ...


class Telling(QObject):
    """Keeps the engine's orders in step with rules, volumes and cameras.  GUI thread only."""

    said = Signal(str)  # a sentence for the notice bar
    mended = Signal(str)  # that sentence does not hold any more

    def __init__(self, desk: Desk, recording: Recording, engine: object, parent: QWidget) -> None:
        """An ``engine`` that cannot record is told nothing."""
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._recording = recording
        self._engine = engine if isinstance(engine, Recorder) else None
        self._recorded = desk.standing.recorded
        self._alarm = ""
        self._over = False
        desk.bridge.changed.connect(self._on_changed)
        self._recorded.measured.connect(self._on_measured)
        self.renew()

    def renew(self) -> None:
        """Read the orders again and tell the engine."""
        self._desk.tasks.renew(self._recording.orders, done=self._on_read, failed=self._on_failed)

    @Slot(object, object)
    def ask_rule(self, camera: Camera, cluster: Cluster) -> None:
        """Let whoever sits here change what is recorded of a camera, or of its cluster."""
        self._desk.tasks.run(
            self._recording.rules,
            done=lambda rules: self._open(RuleWish(rules=rules, camera=camera, cluster=cluster)),
            failed=self._on_failed,
        )

    def _open(self, wish: RuleWish) -> None:
        dialog = RuleDialog(self._desk, self._recording, wish, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def let_go(self) -> None:
        """Ask nobody for anything any more."""
        self._over = True

    def _on_read(self, told: tuple[list[RecordOrder], list[VolumeOrder]]) -> None:
        orders, volumes = told
        self._recorded.order(
            frozenset(order.camera_id for order in orders if order.plan is not Plan.NEVER),
            {volume.volume_id: volume.path for volume in volumes},
            {each.volume_id: each.reserve_bytes for each in volumes if each.writing},
        )
        if self._engine is not None and not self._over:
            self._engine.set_recording(orders, volumes)

    def _on_failed(self, problem: Problem) -> None:
        self.said.emit(sentence(problem))

    @Slot(Changed)
    def _on_changed(self, event: Changed) -> None:
        if event.topics & _RELEVANT and not self._over:
            self.renew()

    @Slot()
    def _on_measured(self) -> None:
        told = self._recorded
        figures = told.figures
        alarm = "" if figures is None else alarm_of(figures, told.paths, told.written)
        if alarm == self._alarm:
            return
        before, self._alarm = self._alarm, alarm
        if alarm:
            self.said.emit(alarm)
        else:
            self.mended.emit(before)
