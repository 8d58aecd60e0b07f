"""What may be chosen of a package besides: pictures, masks, the words on its papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.evidence.choosing import LONGEST_WORDS, MOST_WITNESSES
from db.evidence_records import (
    MaskWanted,
    PackageExtras,
    PackageForm,
    StillWanted,
)
from ui import keys
from ui.choice import Choice
from ui.fleet.fields import FormField
from ui.messages import sentence


class ExportFields(QWidget):
    """Holds the choices; the dialogs for pictures and masks are opened by whoever listens."""

    changed = Signal()  # what changes the package: pictures or masks
    stills_wanted = Signal()
    masks_wanted = Signal()

    def __init__(
        self, forms: frozenset[PackageForm], owner: QWidget, parent: QWidget | None = None
    ) -> None:
        """``forms`` are those of the request; the keys act while the focus is in ``owner``."""
        super().__init__(parent or owner)
        self.setObjectName("export-fields")
        self._stills: tuple[StillWanted, ...] = ()
        self._masks: tuple[MaskWanted, ...] = ()
        self._has_stills = PackageForm.STILLS in forms
        self.stills_button = self._button(
            "export-stills", owner, self.stills_wanted.emit, offered=PackageForm.STILLS in forms
        )
        self.masks_button = self._button(
            "export-masks", owner, self.masks_wanted.emit, offered=PackageForm.VIEWING in forms
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stills_button)
        row.addWidget(self.masks_button)
        row.addStretch(1)
        self.medium = self._line(
            "medium", self.tr("The medium on paper"), self.tr("such as: USB Kingston 32 GB")
        )
        self.seal_number = self._line("seal_number", self.tr("Seal number"), "")
        self._count = Choice(self)
        for count in range(MOST_WITNESSES + 1):
            self._count.addItem(str(count), count)
        self.witnesses = FormField("witnesses", self.tr("Witnesses who sign"), self._count)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.seal_number, 1)
        beside.addWidget(self.witnesses, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.medium)
        column.addLayout(beside)
        self._dress()

    @property
    def extras(self) -> PackageExtras:
        """All that was chosen."""
        return PackageExtras(
            stills=self._stills,
            masks=self._masks,
            medium=self.medium.text.strip(),
            seal_number=self.seal_number.text.strip(),
            witnesses=self._count.currentIndex(),
        )

    @property
    def lacks_stills(self) -> bool:
        """Pictures were asked for, and none is chosen."""
        return self._has_stills and not self._stills

    def show_extras(self, extras: PackageExtras) -> None:
        """Begin with these."""
        self._stills, self._masks = extras.stills, extras.masks
        for field, text in ((self.medium, extras.medium), (self.seal_number, extras.seal_number)):
            if isinstance(field.box, QLineEdit):
                field.box.setText(text)
        self._count.setCurrentIndex(extras.witnesses)
        self._dress()

    def suggest_medium(self, words: str, before: str) -> None:
        """Write the medium's name, unless something else than ``before`` was typed."""
        box = self.medium.box
        if isinstance(box, QLineEdit) and box.text().strip() in ("", before[:LONGEST_WORDS]):
            box.setText(words[:LONGEST_WORDS])

    def set_stills(self, stills: tuple[StillWanted, ...]) -> None:
        """These pictures from now on."""
        self._stills = stills
        self._dress()
        self.changed.emit()

    def set_masks(self, masks: tuple[MaskWanted, ...]) -> None:
        """These masks from now on."""
        self._masks = masks
        self._dress()
        self.changed.emit()

    def show_refusal(self, refused: FieldRefused) -> bool:
        """Say beside its field what was wrong; False: it is none of these."""
        field = self.findChild(FormField, f"field-{refused.field}")
        if field is None:
            return False
        field.show_error(sentence(refused))
        field.box.setFocus()
        return True

    def _button(
        self, name: str, owner: QWidget, slot: Callable[[], object], *, offered: bool
    ) -> QPushButton:
        action = keys.action(name, owner, slot)
        action.setEnabled(offered)
        button = QPushButton(keys.words_of(name), self)
        button.setObjectName(f"button-{name}")
        button.setToolTip(keys.hint_of(name))
        button.setAutoDefault(False)  # Enter goes on
        button.setVisible(offered)
        button.clicked.connect(action.trigger)
        return button

    def _line(self, name: str, words: str, hint: str) -> FormField:
        box = QLineEdit(self)
        box.setMaxLength(LONGEST_WORDS)
        return FormField(name, words, box, hint=hint)

    @Slot()
    def _dress(self) -> None:
        stills = self.tr("Pictures ({count})…").format(count=len(self._stills))
        masks = self.tr("Masks ({count})…").format(count=len(self._masks))
        self.stills_button.setText(stills if self._stills else keys.words_of("export-stills"))
        self.masks_button.setText(masks if self._masks else keys.words_of("export-masks"))
