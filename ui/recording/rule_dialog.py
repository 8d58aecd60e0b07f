"""Changing what is recorded of a camera, of its cluster or of the whole station."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused, Problem
from console.recording_rules import Rules
from console.workers import Lane
from db.footage_records import RecordingRule
from db.records import Camera, Cluster
from db.structs import replace
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.recording.rule_form import RuleForm
from ui.recording_words import bytes_words, rule_words, standing_words

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.recording import Recording

_WIDTH = 720
_CAMERA, _CLUSTER, _STATION = "camera", "cluster", "station"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWish:
    """What the dialog is opened for: a camera of a cluster, or (both None) the station alone."""

    rules: Rules
    camera: Camera | None = None
    cluster: Cluster | None = None


class RuleDialog(QDialog):
    """Asks for a rule, keeps it.  Accepted when it is kept."""

    def __init__(
        self, desk: Desk, recording: Recording, wish: RuleWish, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule-dialog")
        self.setWindowTitle(self.tr("Recording"))
        self._desk = desk
        self._recording = recording
        self._wish = wish
        self._owners = Choice(self)
        self._offer()
        self.form = RuleForm(self)
        self._build()
        self._owners.currentIndexChanged.connect(self._on_owner)
        self.form.edited.connect(self._fit)
        self.resize(_WIDTH, self.sizeHint().height())
        self._on_owner()
        self.form.take_focus()

    def _offer(self) -> None:
        camera, cluster = self._wish.camera, self._wish.cluster
        if camera is not None:
            words = self.tr("Camera {number:02} {name} alone")
            self._owners.addItem(words.format(number=camera.number, name=camera.name), _CAMERA)
        if cluster is not None:
            words = self.tr("Every camera of cluster {number} {name}")
            self._owners.addItem(words.format(number=cluster.number, name=cluster.name), _CLUSTER)
        self._owners.addItem(self.tr("Every camera of the station"), _STATION)

    def _build(self) -> None:
        head = QLabel(self.tr("Recording"), self)
        head.setObjectName("dialog-title")
        self._now = QLabel(self._now_words(), self)
        self._now.setObjectName("rule-now")
        self._now.setProperty("quiet", True)
        self._now.setWordWrap(True)
        self._now.setVisible(bool(self._now.text()))
        owner = FormField("owner", self.tr("For"), self._owners, parent=self)
        self._whose = QLabel(self)
        self._whose.setObjectName("rule-whose")
        self._whose.setProperty("quiet", True)
        self._whose.setWordWrap(True)
        self._notice = QLabel(self)
        self._notice.setObjectName("dialog-notice")
        self._notice.setProperty("error", True)
        self._notice.setWordWrap(True)
        self._notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (head, self._now, owner, self._whose, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._notice)
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(_WIDTH)

    def _make_buttons(self) -> QHBoxLayout:
        self._drop = QPushButton(self.tr("Follow the wider rule again"), self)
        self._drop.setObjectName("rule-drop")
        self._drop.setToolTip(self.tr("Drop this rule; the next wider one holds"))
        self._drop.setAutoDefault(False)
        self._drop.clicked.connect(self._on_drop)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._keep = QPushButton(self.tr("Keep"), self)
        self._keep.setObjectName("rule-keep")
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        self._keep.setToolTip(self.tr("Keep this rule (Enter)"))
        self._keep.clicked.connect(self._on_keep)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._drop)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._keep)
        return row

    def _now_words(self) -> str:
        """Whether the camera is being recorded, and what came over its line this month."""
        camera, recorded = self._wish.camera, self._desk.standing.recorded
        if camera is None or not recorded.knows(camera.id):
            return ""
        standing = standing_words(recorded.cause(camera.id), recorded.doubts(camera.id))
        words, *doubts = standing.splitlines()
        used = None if recorded.figures is None else recorded.figures.month_bytes.get(camera.id)
        if used is not None:
            words = self.tr("{recorded}. Over its line this month: {used}.").format(
                recorded=words, used=bytes_words(used)
            )
        return "\n".join([words, *doubts])

    def choose(self, owner: str) -> None:
        """As if "camera", "cluster" or "station" was chosen."""
        self._owners.setCurrentIndex(self._owners.findData(owner))

    def _own(self) -> RecordingRule | None:
        """The rule of what is chosen, if it has one of its own."""
        rules, camera, cluster = self._wish.rules, self._wish.camera, self._wish.cluster
        match self._owners.currentData():
            case "camera" if camera is not None:
                return rules.cameras.get(camera.id)
            case "cluster" if cluster is not None:
                return rules.clusters.get(cluster.id)
            case _:
                return rules.station

    def _inherited(self) -> RecordingRule:
        """The wider rule, made out to what is chosen."""
        rules, camera, cluster = self._wish.rules, self._wish.camera, self._wish.cluster
        if self._owners.currentData() == _CAMERA and camera is not None:
            wider = rules.of_cluster(camera.cluster_id)
            return replace(wider, camera_id=camera.id, cluster_id=None)
        assert cluster is not None
        return replace(rules.station, cluster_id=cluster.id)

    @Slot()
    def _on_owner(self) -> None:
        own = self._own()
        station = self._owners.currentData() == _STATION
        rule = self._inherited() if own is None else own
        self.form.show_rule(rule)
        self._drop.setVisible(own is not None and not station)
        if own is None:
            words = self.tr("No rule of its own yet; it follows the wider one: {rule}.")
        elif station:
            words = self.tr("Holds where neither the camera nor its cluster has a rule: {rule}.")
        else:
            words = self.tr("It has a rule of its own: {rule}.")
        self._whose.setText(words.format(rule=rule_words(rule)))
        self._notice.hide()
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As high as what is asked: the hours of the week take their room only where they count."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    @Slot()
    def _on_keep(self) -> None:
        rule = self.form.typed()
        if rule is None:
            return
        recording = self._recording
        self._keep.setEnabled(False)
        self._desk.tasks.run(
            lambda: recording.set_rule(rule),
            done=lambda _: self.accept(),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    @Slot()
    def _on_drop(self) -> None:
        own, recording = self._own(), self._recording
        if own is None:
            return
        self._desk.tasks.run(
            lambda: recording.drop_rule(camera_id=own.camera_id, cluster_id=own.cluster_id),
            done=lambda _: self.accept(),
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        if isinstance(problem, FieldRefused):
            self.form.show_refusal(problem)
        else:
            self._notice.setText(sentence(problem))
            self._notice.show()
            self._fit()
