"""What is asked before footage is held, held for longer, or held no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QWidget,
)

from console.errors import FieldRefused
from db.case_records import IncidentId
from db.footage_records import Hold, HoldReason
from db.records import CameraId, Span
from ui.access.consequence import Consequence
from ui.choice import Choice
from ui.desk import Desk
from ui.fleet.fields import FormField
from ui.form_dialog import FormDialog
from ui.holds.words import (
    cameras_words,
    numbers_of,
    reason_words,
    span_of,
    span_words,
    typed_numbers,
    typed_span,
    until_of,
    until_words,
)
from ui.ward import Ward
from ui.words import translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.holds import Holds
    from console.incident_holds import CaseHolds

_WIDTH = 560
_LONGEST_NOTE = 300
USUAL_DAYS = "90"
_REASONS = (HoldReason.REQUEST, HoldReason.INCIDENT, HoldReason.MANUAL)


@dataclass(frozen=True, slots=True)
class HoldWish:
    """What a new hold begins with."""

    cameras: tuple[CameraId, ...] = ()
    span: Span | None = None


class _HoldForm(FormDialog):
    """A form about a hold, which is ``made`` when it is accepted."""

    def __init__(self, desk: Desk, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, button, _WIDTH, parent)
        self.made: Hold | None = None

    def _until_field(self, text: str) -> FormField:
        field = FormField(
            "until",
            self.tr("For how many days, or until which day"),
            QLineEdit(text, self),
            hint=self.tr("such as 90 or 31/12/2026; nothing: until somebody releases it"),
        )
        field.check_with(lambda typed: until_of(typed, self._desk.date()))
        return field

    def _make(self, work: Callable[[], Hold]) -> None:
        self.run(work, self._on_made)

    def _on_made(self, hold: object) -> None:
        assert isinstance(hold, Hold)
        self.made = hold


class HoldDialog(_HoldForm):
    """Asks which footage is held, why and for how long."""

    def __init__(
        self, desk: Desk, holds: Holds, ward: Ward, wish: HoldWish, parent: QWidget | None = None
    ) -> None:
        title, button = translate("holds", "Hold footage"), translate("holds", "Hold it")
        super().__init__(desk, title, button, parent)
        self.setObjectName("hold-dialog")
        self._holds = holds
        self._ward = ward
        self._build(wish)

    def _build(self, wish: HoldWish) -> None:
        known = [camera for each in wish.cameras if (camera := self._ward.camera(each))]
        self.cameras = FormField(
            "cameras",
            self.tr("Numbers of the cameras"),
            QLineEdit(typed_numbers([camera.number for camera in known]), self),
            required=True,
        )
        self.cameras.check_with(lambda _: self._chosen())
        self._named = QLabel(self)
        self._named.setObjectName("hold-named")
        self._named.setProperty("quiet", True)
        self._named.setWordWrap(True)
        self.span = FormField(
            "span",
            self.tr("From when to when"),
            QLineEdit("" if wish.span is None else typed_span(wish.span), self),
            required=True,
            hint=self.tr("such as: yesterday 22h - 23h30, 23/11, 23/11 22h05 - 24/11 6h"),
        )
        self.span.check_with(lambda text: span_of(text, self._desk.clock.now()))
        self._reasons = Choice(self)
        for reason in _REASONS:
            self._reasons.addItem(reason_words(reason), reason)
        self.reason = FormField("reason", self.tr("Why"), self._reasons, required=True)
        note = QLineEdit(self)
        note.setMaxLength(_LONGEST_NOTE)
        self.note = FormField(
            "note",
            self.tr("What it is about"),
            note,
            hint=self.tr("number of the request or case, who asked, what is to be seen"),
        )
        self.until = self._until_field(USUAL_DAYS)
        for widget in (
            self.cameras,
            self._named,
            self.span,
            self.reason,
            self.note,
            self.until,
        ):
            self.body.addWidget(widget)
        self.cameras.changed.connect(self._name)
        self._name()
        (self.note if known and wish.span is not None else self.cameras).box.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and hold it."""
        wrong = [field for field in (self.cameras, self.span, self.until) if not field.look()]
        if wrong:
            wrong[0].box.setFocus()
            return
        now, holds = self._desk.clock.now(), self._holds
        cameras, span = self._chosen(), span_of(self.span.text, now)
        reason, note = self._reasons.currentData(), self.note.text
        until = until_of(self.until.text, self._desk.date())
        self._make(lambda: holds.place(cameras, span, HoldReason(reason), until, note))

    def _chosen(self) -> list[CameraId]:
        """The cameras of the typed numbers.  Raises FieldRefused."""
        found = [self._ward.numbered(number) for number in numbers_of(self.cameras.text)]
        if None in found:
            raise FieldRefused("cameras", "hold_unknown")
        return [camera.id for camera in found if camera is not None]

    @Slot()
    def _name(self) -> None:
        """Say whose numbers these are."""
        try:
            numbers = numbers_of(self.cameras.text)
        except FieldRefused:
            self._named.setText(self.tr("such as 3, 12-14"))
            return
        found = [c.id for n in numbers if (c := self._ward.numbered(n)) is not None]
        self._named.setText(cameras_words(found, self._ward, named=12))


class ProlongDialog(_HoldForm):
    """Asks how much longer a hold shall run."""

    def __init__(
        self, desk: Desk, holds: Holds, hold: Hold, ward: Ward, parent: QWidget | None = None
    ) -> None:
        title = translate("holds", "Hold it for longer")
        super().__init__(desk, title, title, parent)
        self.setObjectName("prolong-dialog")
        self._holds = holds
        self._hold = hold
        words = QLabel(
            self.tr("{cameras}\n{span}\nNow: {until}").format(
                cameras=cameras_words(hold.cameras, ward),
                span=span_words(hold.span),
                until=until_words(hold),
            ),
            self,
        )
        words.setWordWrap(True)
        self.until = self._until_field(USUAL_DAYS)
        self.body.addWidget(words)
        self.body.addWidget(self.until)
        self.until.box.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and prolong it."""
        if not self.until.look():
            self.until.box.setFocus()
            return
        until = until_of(self.until.text, self._desk.date())
        holds, hold_id = self._holds, self._hold.id
        self._make(lambda: holds.extend(hold_id, until))


class CaseProlongDialog(_HoldForm):
    """Asks how much longer all that is held for a case shall be."""

    def __init__(
        self,
        desk: Desk,
        case_holds: CaseHolds,
        incident_id: IncidentId,
        held: str,
        parent: QWidget | None = None,
    ) -> None:
        """``held`` says until when it is now, and how much there is."""
        title = translate("holds", "Hold the footage of this case for longer")
        super().__init__(desk, title, translate("holds", "Hold it for longer"), parent)
        self.setObjectName("case-prolong-dialog")
        self._case_holds = case_holds
        self._incident_id = incident_id
        words = QLabel(
            self.tr("Now: {held}. What runs longer already stays as it is.").format(held=held), self
        )
        words.setWordWrap(True)
        self.until = self._until_field(USUAL_DAYS)
        self.body.addWidget(words)
        self.body.addWidget(self.until)
        self.until.box.setFocus()

    @Slot()
    def keep(self) -> None:
        """Look at what was typed, and prolong it."""
        if not self.until.look():
            self.until.box.setFocus()
            return
        until = until_of(self.until.text, self._desk.date())
        case_holds, incident_id = self._case_holds, self._incident_id
        self.run(lambda: case_holds.extend(incident_id, until))


class ReleaseDialog(Consequence):
    """Says what may be gone at once; accepted when the officer wants it all the same."""

    def __init__(self, hold: Hold, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hold this footage no longer"),
            self.tr(
                "{cameras}\n{span}\n\nWhat is older than its days is removed within a minute, and "
                "nobody brings it back. Two officers must agree, and the log names both."
            ).format(cameras=cameras_words(hold.cameras, ward), span=span_words(hold.span)),
            self.tr("Release the footage"),
            parent,
        )
        self.setObjectName("release-dialog")
