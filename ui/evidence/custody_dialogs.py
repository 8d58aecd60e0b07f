"""What is asked when a package goes to somebody, comes back, or is destroyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from console.evidence.choosing import LONGEST_WORDS
from console.evidence.rules import LONGEST_LINE, LONGEST_REASON
from console.forms import FieldRule
from db.evidence_records import CustodyKind, CustodyLine, Package
from ui.desk import Desk
from ui.evidence.words import package_words
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.messages import rule_sentence
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.evidence.custody import Custody

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of one kind; ``whom`` "" where nobody is asked for."""

    title: str
    after: str
    whom: str
    button: str


_KINDS = {
    CustodyKind.HANDED: _Words(
        QT_TRANSLATE_NOOP("evidence", "Hand over"),
        QT_TRANSLATE_NOOP(
            "evidence", "It stands in the custody from then on, with the time of this station."
        ),
        QT_TRANSLATE_NOOP("evidence", "To whom"),
        QT_TRANSLATE_NOOP("evidence", "It was handed over"),
    ),
    CustodyKind.RETURNED: _Words(
        QT_TRANSLATE_NOOP("evidence", "Returned"),
        QT_TRANSLATE_NOOP("evidence", "Verify the medium that came back before it is put away."),
        QT_TRANSLATE_NOOP("evidence", "Who returned it"),
        QT_TRANSLATE_NOOP("evidence", "It came back"),
    ),
    CustodyKind.DESTROYED: _Words(
        QT_TRANSLATE_NOOP("evidence", "Destroyed"),
        QT_TRANSLATE_NOOP(
            "evidence",
            "This tells that a medium with the package was destroyed or wiped. Nothing is deleted"
            " by it; the line cannot be taken back.",
        ),
        "",
        QT_TRANSLATE_NOOP("evidence", "It was destroyed"),
    ),
}


class CustodyDialog(FormDialog):
    """Accepted when the line is in the custody; what came of it is ``made``."""

    def __init__(
        self,
        desk: Desk,
        custody: Custody,
        package: Package,
        kind: CustodyKind,
        parent: QWidget | None = None,
        *,
        medium: str = "",
    ) -> None:
        """``kind`` is HANDED, RETURNED or DESTROYED; ``medium`` what it probably is about."""
        words = _KINDS[kind]
        super().__init__(
            desk,
            translate("evidence", words.title),
            translate("evidence", words.button),
            _WIDTH,
            parent,
        )
        self.setObjectName("custody-dialog")
        self._custody = custody
        self._package = package
        self._kind = kind
        self.made: CustodyLine | None = None
        about = QLabel(f"{package_words(package)}\n{translate('evidence', words.after)}", self)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.body.addWidget(about)
        self.to_whom = self._field("to_whom", translate("evidence", words.whom), LONGEST_LINE)
        self.to_whom.setVisible(bool(words.whom))
        self.medium = self._field(
            "medium",
            self.tr("Which medium"),
            LONGEST_WORDS,
            self.tr("its label or serial number; no person"),
        )
        box = self.medium.box
        if isinstance(box, QLineEdit):
            box.setText((medium or package.extras.medium)[:LONGEST_WORDS])
        self.note = self._field("note", self.tr("Note"), LONGEST_REASON)
        (self.to_whom if words.whom else self.medium).box.setFocus()

    def _field(self, name: str, words: str, longest: int, hint: str = "") -> FormField:
        box = QLineEdit(self)
        box.setMaxLength(longest)
        field = FormField(name, words, box, required=name == "to_whom", hint=hint)
        self.body.addWidget(field)
        return field

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and add the line."""
        if not self.to_whom.isHidden() and not self.to_whom.text.strip():
            self.to_whom.show_error(rule_sentence(FieldRule.EMPTY))
            self.to_whom.box.setFocus()
            return
        custody, package_id, kind = self._custody, self._package.id, self._kind
        medium, to_whom, note = self.medium.text, self.to_whom.text, self.note.text
        self.run(
            lambda: custody.add(package_id, kind, medium=medium, to_whom=to_whom, note=note),
            self._on_made,
        )

    def _on_made(self, line: object) -> None:
        assert isinstance(line, CustodyLine)
        self.made = line
