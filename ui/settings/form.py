"""The form of the settings: a field for each, one column, what is wrong beside its field."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.errors import FieldRefused
from console.forms import clean_name
from console.station import (
    LONGEST_PATH,
    Language,
    StationSettings,
    UnitType,
    checked_minutes,
    clean_folder,
    clean_text,
    clean_web_url,
)
from console.web_address import LONGEST_URL
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.settings.logo import LogoField

_NARROW = 140  # pixels, for a number
_LONGEST_TYPED = 200


class SettingsForm(QWidget):
    """What was typed, and whether it is right.  It keeps nothing itself."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, FormField] = {}
        self._shown: StationSettings | None = None
        self.logo = LogoField(desk, self)
        self.logo.changed.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for title, widgets in (
            (self.tr("Unit"), self._unit()),
            (self.tr("Screen"), self._screen()),
            (self.tr("Evidence"), self._evidence()),
            (self.tr("Backups"), self._storage()),
        ):
            head = QLabel(title, self)
            head.setObjectName("section-title")
            column.addWidget(head)
            for widget in widgets:
                column.addWidget(widget)
            column.addSpacing(8)
        column.addStretch(1)
        for field in self._fields.values():
            field.changed.connect(self.edited)
            if isinstance(field.box, QLineEdit):
                field.box.returnPressed.connect(self._on_enter)

    def field(self, name: str) -> FormField:
        """The field of a setting, by the name of its field in ``StationSettings``."""
        return self._fields[name]

    def show_settings(self, settings: StationSettings) -> None:
        """Fill in what the station has."""
        self._shown = settings
        for name in ("station_name", "superior_body", "tsa_url", "second_medium"):
            self._box(name).setText(getattr(settings, name))
        self._box("idle_lock_min").setText(str(settings.idle_lock_min))
        self._choose(self._units, settings.unit_type)
        self._choose(self._languages, settings.language)
        self._choose(self._notices, settings.sign_in_notice)
        self._choose(self._urgent, settings.urgent_export)
        self.logo.show_bytes(settings.logo)
        for field in self._fields.values():
            field.clear_error()

    def show_kept(self, sent: StationSettings, kept: StationSettings) -> None:
        """``sent`` was kept as ``kept``; what was typed meanwhile stays."""
        try:
            untouched = self._typed() == sent
        except FieldRefused:
            untouched = False
        if untouched:
            self.show_settings(kept)
        else:
            self._shown = kept

    def set_read_only(self, read_only: bool) -> None:
        """Whether it may be changed by whoever looks; texts can be copied all the same."""
        for field in self._fields.values():
            if isinstance(field.box, QLineEdit):
                field.box.setReadOnly(read_only)
                field.box.setPlaceholderText(self.tr("none") if read_only else "")
            else:
                field.box.setEnabled(not read_only)
        self._browse.setVisible(not read_only)
        self.logo.set_read_only(read_only)

    def typed(self) -> StationSettings | None:
        """The settings as typed, or None: then the first wrong field has the focus."""
        wrong = [field for field in self._fields.values() if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            return None
        return self._typed()

    def has_changed(self) -> bool:
        """Whether what is typed is not what was shown."""
        if self._shown is None:
            return False
        try:
            return self._typed() != self._shown
        except FieldRefused:
            return True

    def show_refusal(self, refused: FieldRefused) -> None:
        """Say what the core finds wrong, beside the field that it names."""
        if refused.field in self._fields:
            self._fields[refused.field].show_error(sentence(refused))
            self._fields[refused.field].box.setFocus()
        else:
            self.logo.show_error(sentence(refused))

    def _typed(self) -> StationSettings:
        """Raises FieldRefused for a number that is none."""
        assert self._shown is not None
        return replace(
            self._shown,
            station_name=self._box("station_name").text(),
            unit_type=self._units.currentData(),
            superior_body=self._box("superior_body").text(),
            logo=self.logo.picture,
            language=self._languages.currentData(),
            idle_lock_min=checked_minutes(self._box("idle_lock_min").text()),
            second_medium=self._box("second_medium").text(),
            sign_in_notice=self._notices.currentData(),
            urgent_export=self._urgent.currentData(),
            tsa_url=self._box("tsa_url").text(),
        )

    def _unit(self) -> list[QWidget]:
        name = self._line("station_name", self.tr("Station name"), required=True)
        name.check_with(clean_name)
        self._units = Choice(self)
        for words, unit in (
            (self.tr("Ward police"), UnitType.WARD),
            (self.tr("Commune police"), UnitType.COMMUNE),
            (self.tr("Special zone police"), UnitType.ZONE),
        ):
            self._units.addItem(words, unit)
        body = self._line(
            "superior_body",
            self.tr("Superior body"),
            hint=self.tr("stands above the station's name on official papers"),
        )
        body.check_with(lambda text: clean_text("superior_body", text, may_be_empty=True))
        units = self._add("unit_type", self.tr("Kind of unit"), self._units)
        return [name, units, body, self.logo]

    def _screen(self) -> list[QWidget]:
        self._languages = Choice(self)
        self._languages.addItem("Tiếng Việt", Language.VIETNAMESE)
        self._languages.addItem("English", Language.ENGLISH)
        language = self._add(
            "language",
            self.tr("Language"),
            self._languages,
            hint=self.tr("counts from the next start on"),
        )
        idle = self._line(
            "idle_lock_min",
            self.tr("Lock the screen after (minutes)"),
            required=True,
            hint=self.tr("1 to 60 without a key or a mouse; the pictures keep playing"),
        )
        idle.box.setMaximumWidth(_NARROW)
        idle.check_with(checked_minutes)
        self._notices = Choice(self)
        self._notices.addItem(self.tr("Say that everything is logged"), True)
        self._notices.addItem(self.tr("Say nothing"), False)
        notice = self._add("sign_in_notice", self.tr("At sign-in"), self._notices)
        return [language, idle, notice]

    def _evidence(self) -> list[QWidget]:
        self._urgent = Choice(self)
        self._urgent.addItem(self.tr("Approve first, always"), False)
        self._urgent.addItem(self.tr("Export first, approve within 24 hours"), True)
        urgent = self._add(
            "urgent_export",
            self.tr("Urgent requests"),
            self._urgent,
            hint=self.tr(
                "Export first: an officer may export at once what his request calls urgent; "
                "from then on the chief has 24 hours to approve it."
            ),
        )
        authority = self._line(
            "tsa_url",
            self.tr("Time-stamp authority (RFC 3161)"),
            hint=self.tr(
                "Its address, such as http://tsa.example.vn/tsr; empty for none. It gets a hash "
                "and no picture, and no package waits for it longer than 10 seconds."
            ),
        )
        authority.check_with(lambda text: clean_web_url("tsa_url", text))
        self._box("tsa_url").setMaxLength(LONGEST_URL + 1)
        return [urgent, authority]

    def _storage(self) -> list[QWidget]:
        medium = self._line(
            "second_medium",
            self.tr("Second medium for backups"),
            hint=self.tr("a folder on another disk, a USB stick or a share; empty for none"),
        )
        medium.check_with(lambda text: clean_folder("second_medium", text))
        box = self._box("second_medium")
        box.setMaxLength(LONGEST_PATH + 1)
        self._browse = QPushButton(self.tr("Choose a folder…"), self)
        self._browse.setObjectName("medium-choose")
        self._browse.setToolTip(self.tr("Choose the folder on this PC"))
        self._browse.clicked.connect(self._on_browse)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._browse)
        row.addStretch(1)
        line = QWidget(self)
        line.setLayout(row)
        return [medium, line]

    def _line(self, name: str, words: str, *, required: bool = False, hint: str = "") -> FormField:
        box = QLineEdit(self)
        box.setMaxLength(_LONGEST_TYPED)
        return self._add(name, words, box, required=required, hint=hint)

    def _add(
        self,
        name: str,
        words: str,
        box: QLineEdit | QComboBox,
        *,
        required: bool = False,
        hint: str = "",
    ) -> FormField:
        field = FormField(name, words, box, required=required, hint=hint, parent=self)
        self._fields[name] = field
        return field

    def _box(self, name: str) -> QLineEdit:
        box = self._fields[name].box
        assert isinstance(box, QLineEdit)
        return box

    def _choose(self, box: QComboBox, data: object) -> None:
        box.setCurrentIndex(max(0, box.findData(data)))

    @Slot()
    def _on_enter(self) -> None:
        self.focusNextChild()

    @Slot()
    def _on_browse(self) -> None:
        box = self._box("second_medium")
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), box.text())
        if name:
            box.setText(name)
            self._fields["second_medium"].look()
            self.edited.emit()
