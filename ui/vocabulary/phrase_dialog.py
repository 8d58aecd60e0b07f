"""Asks for a phrase: its code, and what that stands for; without a code, a street or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from db.case_records import Phrase
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.phrases import Phrases

_WIDTH = 560
_LONGEST_CODE, _LONGEST_TEXT = 20, 300


class PhraseDialog(FormDialog):
    """A new phrase, or with ``phrase`` one that there is; ``made`` is it, once accepted."""

    def __init__(
        self,
        desk: Desk,
        phrases: Phrases,
        phrase: Phrase | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            translate("vocabulary", "New phrase or place")
            if phrase is None
            else translate("vocabulary", "Change a phrase or place")
        )
        super().__init__(desk, title, translate("vocabulary", "Keep"), _WIDTH, parent)
        self.setObjectName("phrase-dialog")
        self._phrases = phrases
        self._phrase = phrase
        self.made: Phrase | None = None
        code = QLineEdit("" if phrase is None else phrase.code, self)
        code.setMaxLength(_LONGEST_CODE)
        self.code = FormField(
            "code",
            self.tr("Code"),
            code,
            hint=self.tr("short, without accents, such as: vt hd; nothing: a street or place"),
        )
        text = QLineEdit("" if phrase is None else phrase.text, self)
        text.setMaxLength(_LONGEST_TEXT)
        self.text = FormField("text", self.tr("What it stands for"), text, required=True)
        self.body.addWidget(self.code)
        self.body.addWidget(self.text)
        code.setFocus()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed; what is wrong with it is said beside its field."""
        phrases, phrase = self._phrases, self._phrase
        code, text = self.code.text, self.text.text
        for field in (self.code, self.text):
            field.clear_error()
        if phrase is None:
            self.run(lambda: phrases.add(code, text), self._on_made)
        else:
            self.run(lambda: phrases.change(phrase.id, code, text), self._on_made)

    def _on_made(self, made: object) -> None:
        assert isinstance(made, Phrase)
        self.made = made
