"""What the first-run assistant asks, a page each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from console.errors import FieldRefused
from console.forms import clean_name
from console.keepers import Keeper
from console.secret import Secret
from console.station import Language, UnitType, clean_text
from ui.access.new_password import NewPassword
from ui.access.password import PasswordField
from ui.choice import Choice
from ui.fleet.fields import FormField
from ui.messages import sentence
from ui.overriding import override

_SHORTEST_PASSPHRASE = 15
_INDENT = 24  # of a sentence under what it explains


class Step(QWidget):
    """One page: ``title`` and ``words`` stand above it."""

    entered = Signal()  # Enter in the last box
    title = ""
    words = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def look(self) -> bool:
        """Whether all is right; what is not says so beside its field."""
        return True

    def refuse(self, problem: FieldRefused) -> bool:
        """Say beside a field of this page what the core has against it; False if it has none."""
        return False

    def take_focus(self) -> None:
        """Be ready for keys."""
        self.setFocus()

    def _chain(self, boxes: Sequence[QLineEdit]) -> None:
        """Enter goes from box to box, and on from the last."""
        for box, following in pairwise(boxes):
            box.returnPressed.connect(following.setFocus)
        boxes[-1].returnPressed.connect(self.entered)


class _Option(QRadioButton):
    """One of a few; Enter goes on with it."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()  # and nobody else gets this key: it would go on twice
        else:
            super().keyPressEvent(event)


class LanguageStep(Step):
    """What the screen speaks; written in each language, so that nobody needs the other."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = "Ngôn ngữ · Language"
        self._buttons: dict[Language, _Option] = {}
        for which, words in ((Language.VIETNAMESE, "Tiếng Việt"), (Language.ENGLISH, "English")):
            button = self._buttons[which] = _Option(words, self)
            button.setChecked(which is language)
            button.entered.connect(self.entered)
            self.column.addWidget(button)

    @property
    def language(self) -> Language:
        """What was chosen."""
        return next(which for which, button in self._buttons.items() if button.isChecked())

    def choose(self, language: Language) -> None:
        """As if it was clicked."""
        self._buttons[language].setChecked(True)

    @override
    def take_focus(self) -> None:
        self._buttons[self.language].setFocus()


class StationStep(Step):
    """Whose station it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("The station")
        self.words = self.tr("It stands on the screen and on every paper.")
        self.name = FormField(
            "station_name",
            self.tr("Name of the station"),
            QLineEdit(),
            required=True,
            hint=self.tr("such as Công an phường Phan Đình Phùng"),
        )
        self._kinds = Choice()
        for kind, words in (
            (UnitType.WARD, self.tr("Ward police")),
            (UnitType.COMMUNE, self.tr("Commune police")),
            (UnitType.ZONE, self.tr("Special zone police")),
        ):
            self._kinds.addItem(words, kind)
        kind_field = FormField("unit_type", self.tr("Kind of unit"), self._kinds)
        self.superior = FormField(
            "superior_body",
            self.tr("Superior body"),
            QLineEdit(),
            hint=self.tr("such as Công an tỉnh Thái Nguyên; may stay empty"),
        )
        self.name.check_with(lambda text: clean_text("station_name", text))
        self.superior.check_with(lambda text: clean_text("superior_body", text, may_be_empty=True))
        for field in (self.name, kind_field, self.superior):
            self.column.addWidget(field)
        self._chain([_line(self.name), _line(self.superior)])

    @property
    def unit_type(self) -> UnitType:
        """What was chosen."""
        return UnitType(self._kinds.currentData())

    @override
    def look(self) -> bool:
        return _look((self.name, self.superior))

    @override
    def refuse(self, problem: FieldRefused) -> bool:
        fields = {"station_name": self.name, "superior_body": self.superior}
        return _refuse(fields.get(problem.field), problem)

    @override
    def take_focus(self) -> None:
        self.name.box.setFocus()


class AdministratorStep(Step):
    """The first officer, who lets the others in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("The first administrator")
        self.words = self.tr(
            "He adds cameras and officers. From now on everyone signs in with his own name."
        )
        self.name = FormField("name", self.tr("His name"), QLineEdit(), required=True)
        self.name.check_with(clean_name)
        self.passwords = NewPassword()
        self.column.addWidget(self.name)
        self.column.addWidget(self.passwords)
        _line(self.name).returnPressed.connect(self.passwords.first.edit.setFocus)
        self.passwords.entered.connect(self.entered)

    @override
    def look(self) -> bool:
        return _look((self.name,)) and self.passwords.look()

    @override
    def refuse(self, problem: FieldRefused) -> bool:
        if problem.field == "password":
            self.passwords.refuse(problem)
            return True
        return _refuse(self.name if problem.field == "name" else None, problem)

    @override
    def take_focus(self) -> None:
        self.name.box.setFocus()


class KeysStep(Step):
    """Who keeps the key to the cameras' passwords, each with its risk."""

    def __init__(self, *, keyring: bool, parent: QWidget | None = None) -> None:
        """``keyring`` says whether this PC is known to have one that can be trusted."""
        super().__init__(parent)
        self._risks: dict[Keeper, QLabel] = {}
        self.title = self.tr("The key to the cameras' passwords")
        self.words = self.tr("They lie on this PC under a key. Who keeps it?")
        self._buttons: dict[Keeper, _Option] = {}
        for keeper, words, risk in (
            (
                Keeper.KEYRING,
                self.tr("This PC's keystore"),
                "",
            ),
            (
                Keeper.KEY_FILE,
                self.tr("This PC itself, unattended"),
                self.tr(
                    "Cameras connect after a power cut with nobody there. Whoever takes the "
                    "whole PC or its disk has the passwords."
                ),
            ),
            (
                Keeper.PASSPHRASE,
                self.tr("A passphrase"),
                self.tr(
                    "Safest if the PC is stolen. After every start the wall stays dark until "
                    "somebody types it."
                ),
            ),
        ):
            self._add(keeper, words, risk)
        self.offer_keyring(there=keyring)
        self.first = PasswordField("passphrase", self.tr("Passphrase, 15 characters or more"))
        self.second = PasswordField("passphrase_again", self.tr("The passphrase once more"))
        self.first.check_with(_check_passphrase)
        self.second.check_with(self._check_same)
        for field in (self.first, self.second):
            self.column.addWidget(field)
        self._buttons[Keeper.PASSPHRASE].toggled.connect(self._on_passphrase)
        self._on_passphrase()
        self._chain([self.first.edit, self.second.edit])

    def offer_keyring(self, *, there: bool) -> None:
        """Whether the PC's keystore can be chosen; it is the first choice where it can."""
        self._buttons[Keeper.KEYRING].setEnabled(there)
        self._risks[Keeper.KEYRING].setText(
            self.tr("Opens when the PC's user logs in. Whoever can log in as him can read them.")
            if there
            else self.tr("This PC has no keystore that can be trusted.")
        )
        if not self.isVisible():  # whoever is choosing already is left in peace
            self.choose(Keeper.KEYRING if there else Keeper.KEY_FILE)

    def _add(self, keeper: Keeper, words: str, risk: str) -> None:
        button = self._buttons[keeper] = _Option(words, self)
        button.entered.connect(self.entered)
        button.setAccessibleDescription(risk)
        sentence_below = self._risks[keeper] = QLabel(risk, self)
        sentence_below.setWordWrap(True)
        sentence_below.setProperty("quiet", True)
        sentence_below.setContentsMargins(_INDENT, 0, 0, 4)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(button)
        both.addWidget(sentence_below)
        self.column.addLayout(both)

    @property
    def keeper(self) -> Keeper:
        """What was chosen."""
        return next(which for which, button in self._buttons.items() if button.isChecked())

    @property
    def passphrase(self) -> Secret:
        """What was typed, "" for the other keepers."""
        return Secret(self.first.text if self.keeper is Keeper.PASSPHRASE else "")

    def choose(self, keeper: Keeper) -> None:
        """As if it was clicked."""
        self._buttons[keeper].setChecked(True)

    @override
    def look(self) -> bool:
        return self.keeper is not Keeper.PASSPHRASE or _look((self.first, self.second))

    @override
    def refuse(self, problem: FieldRefused) -> bool:
        return _refuse(self.first if problem.field == "passphrase" else None, problem)

    @override
    def take_focus(self) -> None:
        self._buttons[self.keeper].setFocus()

    def _on_passphrase(self) -> None:
        for field in (self.first, self.second):
            field.setVisible(self.keeper is Keeper.PASSPHRASE)

    def _check_same(self, text: str) -> None:
        if text != self.first.text:
            raise FieldRefused("passphrase_again", "differs")


def _check_passphrase(text: str) -> None:
    if len(text) < _SHORTEST_PASSPHRASE:
        raise FieldRefused("passphrase", "passphrase_short")


def _line(field: FormField) -> QLineEdit:
    assert isinstance(field.box, QLineEdit)
    return field.box


def _look(fields: Sequence[FormField]) -> bool:
    """Check all; the first that is wrong gets the focus."""
    wrong = [field for field in fields if not field.look()]
    if wrong:
        wrong[0].box.setFocus()
    return not wrong


def _refuse(field: FormField | None, problem: FieldRefused) -> bool:
    if field is not None:
        field.show_error(sentence(problem))
        field.box.setFocus()
    return field is not None
