"""Adding a camera by hand, or changing one."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.address import AddressRules, parse_stream_url
from console.errors import AddressRefused, FieldRefused, NameTaken, NumberTaken, Problem
from console.forms import CameraForm, Field, FieldRule, checked_number, clean_name, form_of
from console.secret import Secret
from console.video.ports import CameraSource
from console.workers import Lane
from db.records import Camera, ClusterId, Transport
from ui.choice import Choice
from ui.desk import Desk
from ui.feeding import Feeding
from ui.fleet.fields import FormField
from ui.fleet.trial import Trial
from ui.messages import sentence
from ui.overriding import override
from ui.wall.lettering import Label
from ui.ward import Ward

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.fleet import Fleet

_HIGHEST = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraWish:
    """What the dialog is opened for: a new camera, or a change of ``camera``."""

    ward: Ward
    number: int  # to be proposed
    rules: AddressRules
    transport: Transport
    camera: Camera | None = None


class CameraDialog(QDialog):
    """Asks for a camera, tries it out, keeps it.  Accepted when the camera is kept."""

    def __init__(
        self,
        desk: Desk,
        fleet: Fleet,
        feeding: Feeding,
        wish: CameraWish,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("camera-dialog")
        self._desk = desk
        self._fleet = fleet
        self._wish = wish
        self._fields: dict[str, FormField] = {}
        self._typed = False
        self._warned = False
        self._certificates: dict[str, str] = {}  # by host, those that are trusted by hand
        self.trial = Trial(desk, feeding, self)
        self.trial.trusted.connect(self._on_trusted)
        self._build()
        self._fill()

    def _build(self) -> None:
        adding = self._wish.camera is None
        title = self.tr("Add a camera") if adding else self.tr("Change a camera")
        self.setWindowTitle(title)
        head = QLabel(title, self)
        head.setObjectName("dialog-title")
        legend = QLabel(self.tr("* must be filled in"), self)
        legend.setProperty("quiet", True)
        form = QVBoxLayout()
        form.setSpacing(8)
        for field in self._make_fields():
            form.addWidget(field)
            field.changed.connect(self._on_typed)
        form.addStretch(1)
        left = QWidget(self)
        left.setFixedWidth(420)
        left.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(left)
        body.addWidget(self.trial, 1, Qt.AlignmentFlag.AlignTop)
        self._notice = QLabel(self)
        self._notice.setObjectName("dialog-notice")
        self._notice.setWordWrap(True)
        self._notice.setProperty("error", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(body, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(legend)
        row.addWidget(self._notice, 1)
        for button in self._make_buttons(adding=adding):
            row.addWidget(button)
        column.addLayout(row)

    def _make_buttons(self, *, adding: bool) -> list[QPushButton]:
        self._try = QPushButton(self.tr("Try (Ctrl+T)"), self)
        self._try.setShortcut("Ctrl+T")
        self._try.setObjectName("dialog-try")
        self._try.setToolTip(self.tr("Show the camera's picture without keeping it (Ctrl+T)"))
        self._try.setAutoDefault(False)
        self._try.clicked.connect(self._on_try)
        self._keep = QPushButton(self.tr("Add camera") if adding else self.tr("Keep"), self)
        self._keep.setObjectName("dialog-keep")
        self._keep.setProperty("main", True)
        self._keep.setDefault(True)
        self._keep.setToolTip(self.tr("Keep this camera (Enter)"))
        self._keep.clicked.connect(self._on_keep)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setToolTip(self.tr("Close without keeping (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self._on_cancel)
        return [self._try, cancel, self._keep]

    def _make_fields(self) -> list[FormField]:
        rules = self._wish.rules
        self._add(Field.NUMBER, self.tr("Number"), QLineEdit(self), required=True)
        self._add(Field.NAME, self.tr("Name"), QLineEdit(self), required=True)
        self._clusters = Choice(self)
        for cluster in self._wish.ward.clusters:
            self._clusters.addItem(cluster.name, cluster.id)
        self._clusters.addItem(self.tr("New cluster…"), None)
        self._add(Field.CLUSTER, self.tr("Cluster"), self._clusters, required=True)
        self._add("new_cluster", self.tr("Name of the new cluster"), QLineEdit(self), required=True)
        hint = self.tr("such as rtsp://192.168.1.20:554/Streaming/Channels/101")
        self._add(Field.MAIN_URL, self.tr("Main stream"), QLineEdit(self), required=True, hint=hint)
        hint = self.tr("the small picture for many tiles; saves the line and this PC")
        self._add(Field.SUB_URL, self.tr("Sub stream"), QLineEdit(self), hint=hint)
        self._add(Field.USERNAME, self.tr("User"), QLineEdit(self))
        password = QLineEdit(self)
        password.setEchoMode(QLineEdit.EchoMode.Password)
        if self._wish.camera is not None:
            password.setPlaceholderText(self.tr("leave empty to keep the present one"))
        self._add(Field.PASSWORD, self.tr("Password"), password)
        self._ways = Choice(self)
        self._ways.addItem(self.tr("TCP (safe choice)"), Transport.TCP)
        self._ways.addItem(self.tr("UDP"), Transport.UDP)
        self._add(Field.TRANSPORT, self.tr("Transport"), self._ways)
        number = self._fields[Field.NUMBER]
        assert isinstance(number.box, QLineEdit)
        number.box.setValidator(QIntValidator(0, _HIGHEST, self))
        number.check_with(lambda text: checked_number(int(text or 0)))
        self._fields[Field.NAME].check_with(clean_name)
        self._fields["new_cluster"].check_with(self._checked_cluster)
        for which in (Field.MAIN_URL, Field.SUB_URL):
            self._fields[which].check_with(
                lambda text: parse_stream_url(text.strip(), rules) if text.strip() else None
            )
        self._clusters.currentIndexChanged.connect(self._on_cluster)
        return list(self._fields.values())

    def _add(
        self,
        name: str,
        words: str,
        box: QLineEdit | QComboBox,
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self._fields[name] = FormField(name, words, box, required=required, hint=hint, parent=self)

    def _fill(self) -> None:
        camera, number = self._wish.camera, self._wish.number
        form = None if camera is None else form_of(camera)
        texts = {Field.NUMBER: str(number if form is None else form.number)}
        if form is not None:
            texts |= {
                Field.NAME: form.name,
                Field.MAIN_URL: form.main_url,
                Field.SUB_URL: form.sub_url,
                Field.USERNAME: form.username,
            }
            self._clusters.setCurrentIndex(max(0, self._clusters.findData(form.cluster_id)))
        way = self._wish.transport if form is None or form.transport is None else form.transport
        self._ways.setCurrentIndex(self._ways.findData(way))
        for name, text in texts.items():
            box = self._fields[name].box
            assert isinstance(box, QLineEdit)
            box.setText(text)
        self._on_cluster()
        self._fields[Field.NAME].box.setFocus()
        self._typed = False

    def field(self, name: str) -> FormField:
        """A field by the core's word for it."""
        return self._fields[name]

    @property
    def notice(self) -> str:
        """What is wrong with no field in particular."""
        return self._notice.text()

    def form(self, cluster_id: ClusterId) -> CameraForm:
        """What is typed now.

        Raises:
            FieldRefused: the number is none.
        """
        number = self._fields[Field.NUMBER].text
        if not number.isdecimal():
            raise FieldRefused(Field.NUMBER, FieldRule.RANGE)
        password = self._fields[Field.PASSWORD].text
        return CameraForm(
            number=int(number),
            name=self._fields[Field.NAME].text,
            cluster_id=cluster_id,
            main_url=self._fields[Field.MAIN_URL].text,
            sub_url=self._fields[Field.SUB_URL].text,
            username=self._fields[Field.USERNAME].text,
            password=Secret(password) if password else None,
            transport=self._ways.currentData(),
            certificate_sha256=self._certificates.get(self._host()),
        )

    def _host(self) -> str:
        """The host that is typed now; empty while it is none."""
        for name in (Field.MAIN_URL, Field.SUB_URL):
            with contextlib.suppress(AddressRefused):
                return parse_stream_url(self._fields[name].text.strip(), self._wish.rules).host
        return ""

    @Slot()
    def _on_cluster(self) -> None:
        self._fields["new_cluster"].setVisible(self._clusters.currentData() is None)

    @Slot()
    def _on_typed(self) -> None:
        self._typed = True
        self._warned = False
        self._notice.clear()

    @Slot()
    def _on_try(self) -> None:
        self._notice.clear()
        fleet, camera = self._fleet, self._wish.camera
        try:
            form = self.form(self._clusters.currentData() or ClusterId(0))
        except Problem as problem:
            self._on_failed(problem)
            return
        self._desk.tasks.renew(
            lambda: fleet.trial(form, camera),
            done=self._on_tried,
            failed=self._on_failed,
            lane=Lane.LONG,
        )

    def _on_tried(self, source: CameraSource) -> None:
        number = int(self._fields[Field.NUMBER].text or 0)
        self.trial.start(source, Label(number, self._fields[Field.NAME].text))

    @Slot(str)
    def _on_trusted(self, sha256: str) -> None:
        self._certificates[self._host()] = sha256
        self._typed = True
        self._on_try()

    @Slot()
    def _on_keep(self) -> None:
        # Every field is looked at, so that all errors are seen at once.
        seen = [field for field in self._fields.values() if not field.isHidden()]
        if not all([field.look() for field in seen]):  # noqa: C419 -- none may be left out
            return
        new_cluster = ""
        if self._clusters.currentData() is None:
            new_cluster = self._fields["new_cluster"].text
        cluster_id = self._clusters.currentData()
        fleet, camera = self._fleet, self._wish.camera
        try:
            form = self.form(cluster_id or ClusterId(0))
        except Problem as problem:
            self._on_failed(problem)
            return
        self._keep.setEnabled(False)
        self._desk.tasks.run(
            lambda: _keep(fleet, form, new_cluster, camera),
            done=self._on_kept,
            failed=self._on_failed,
            lane=Lane.WRITE,
        )

    def _on_kept(self, _camera: Camera) -> None:
        self.accept()

    def _on_failed(self, problem: Problem) -> None:
        self._keep.setEnabled(True)
        name = ""
        match problem:
            case AddressRefused() | FieldRefused():
                name = problem.field
            case NumberTaken():
                name = Field.NUMBER
            case NameTaken():
                name = "new_cluster"
        field = self._fields.get(name)
        if field is None or field.isHidden():
            self._notice.setText(sentence(problem))
            return
        field.show_error(sentence(problem))
        field.box.setFocus()

    def _checked_cluster(self, name: str) -> str:
        return clean_name(name, Field.CLUSTER)

    @Slot()
    def _on_cancel(self) -> None:
        self._typed = False
        self.reject()

    @override
    def reject(self) -> None:
        """Esc: what was typed is thrown away by the second one only."""
        if self._typed and not self._warned:
            self._warned = True
            self._notice.setText(self.tr("Esc once more throws away what you have typed."))
            return
        super().reject()

    @override
    def done(self, result: int) -> None:
        self.trial.stop()
        super().done(result)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.trial.stop()
        super().closeEvent(event)


def _keep(fleet: Fleet, form: CameraForm, new_cluster: str, camera: Camera | None) -> Camera:
    """Keep a camera, and its cluster first where that is new.  On a worker's thread."""
    if new_cluster:
        fleet.plan(form)  # a form that is refused must not leave an empty cluster
        name = clean_name(new_cluster, Field.CLUSTER)
        known = {cluster.name: cluster.id for cluster in fleet.view().clusters}
        cluster_id = known.get(name) or fleet.add_cluster(name).id
        form = replace(form, cluster_id=cluster_id)
    return fleet.add_camera(form) if camera is None else fleet.change_camera(camera.id, form)
