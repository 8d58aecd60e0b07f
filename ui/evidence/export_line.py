"""One line of what a package will hold: the camera, what there is, what is missing and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.evidence.preview_records import LinePreview, Remark
from db.evidence_records import Exported, Wanted
from db.records import OfficerId, Span, from_us
from ui.evidence.coverage import Coverage
from ui.evidence.words import length_words, missing_words, remark_words
from ui.exhibits.words import size_words
from ui.holds.words import cameras_words, span_words
from ui.recording_words import short_role
from ui.theme import Colours
from ui.times import stamp_words
from ui.ward import Ward

_LATE = frozenset({Remark.OTHER_ROLE, Remark.STILL_RECORDING})


class ExportLine(QFrame):
    """A card; it says what is wanted at once, and the rest when it was looked up."""

    def __init__(
        self, wanted: Wanted, ward: Ward, colours: Colours, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._wanted = wanted
        camera = QLabel(cameras_words((wanted.camera_id,), ward), self)
        camera.setObjectName("line-camera")
        self.length = QLabel(self)
        self.length.setProperty("quiet", True)
        self.coverage = Coverage(colours, self)
        self.facts = self._label("line-facts", "quiet")
        self.missing = self._label("line-missing", "late")
        self.remarks = self._label("line-remarks", "quiet")
        self.exported = self._label("line-exported", "late")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(camera, 1)
        head.addWidget(self.length)
        span = QLabel(
            self.tr("{span} · {stream}").format(
                span=span_words(wanted.span), stream=short_role(wanted.role)
            ),
            self,
        )
        for label in (camera, span):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (
            span,
            self.coverage,
            self.facts,
            self.missing,
            self.remarks,
            self.exported,
        ):
            column.addWidget(widget)
        self.length.setText(length_words(wanted.span.length))
        self.say(self.tr("Looking what there is…"))

    def say(self, words: str) -> None:
        """Nothing is known of it yet, or it could not be looked up."""
        self._set(self.facts, words)
        for label in (self.missing, self.remarks, self.exported):
            self._set(label, "")
        self.coverage.hide()

    def show_preview(self, line: LinePreview, names: Mapping[OfficerId, str]) -> None:
        """What there is of it; ``names`` are the officers'."""
        span = self._wanted.span
        gaps = [each.span for each in line.missing]
        missing = [missing_words(each) for each in line.missing]
        self.coverage.show_gaps(span, gaps, "\n".join(missing) or self.tr("Nothing is missing."))
        self.coverage.show()
        self._set(self.facts, self._facts(line))
        self._set(self.missing, "\n".join(missing))
        self._set(self.remarks, "\n".join(remark_words(each) for each in line.remarks))
        self.remarks.setProperty("late", bool(_LATE & set(line.remarks)))
        self._set(self.exported, self._exported(line.exported, names))

    def set_colours(self, colours: Colours) -> None:
        """Another theme."""
        self.coverage.set_colours(colours)

    def _facts(self, line: LinePreview) -> str:
        if not line.files:
            return self.tr("No footage of this time is on disk.")
        return " · ".join(self._parts(line))

    def _parts(self, line: LinePreview) -> Iterator[str]:
        whole = self._wanted.span.length
        there = sum((each.length for each in _within(line.footage, self._wanted.span)), whole * 0)
        if there < whole:
            yield self.tr("{there} of {whole}").format(
                there=length_words(there), whole=length_words(whole)
            )
        yield self.tr("{count} files").format(count=line.files)
        yield size_words(line.bytes)
        yield from (each.upper() for each in line.codecs)
        if line.lead_us > 0:
            lead = length_words(from_us(line.lead_us) - from_us(0))
            yield self.tr("begins up to {lead} earlier, at a key frame").format(lead=lead)

    def _exported(self, exported: Exported, names: Mapping[OfficerId, str]) -> str:
        if not exported.count:
            return ""
        last = exported.last_at
        name = "" if exported.last_by is None else names.get(exported.last_by, "")
        if last is None or not name:
            words = self.tr("exported {count} times already")
            return words.format(count=exported.count)
        words = self.tr("exported {count} times already, last on {time} by {name}")
        return words.format(count=exported.count, time=stamp_words(last), name=name)

    def _label(self, name: str, tone: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty(tone, True)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _set(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _within(footage: tuple[Span, ...], wanted: Span) -> Iterator[Span]:
    """What of the footage lies inside of what is wanted."""
    for each in footage:
        start, end = max(each.start, wanted.start), min(each.end, wanted.end)
        if start < end:
            yield Span(start, end)
