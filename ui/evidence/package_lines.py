"""The packages that were made of a request, and their custody in a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.evidence_records import CustodyLine, PackageOutcome
from db.records import OfficerId
from ui.evidence.words import custody_word, failure_words, outcome_word, package_words
from ui.requests.reading import MOST_PACKAGES, PackageSeen, RequestSeen
from ui.requests.words import JOINT, name_words
from ui.times import stamp_words


class PackageLines(QWidget):
    """Words alone: packages are worked with on their own page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("request-packages")
        self._title = QLabel(self.tr("Packages made of it"), self)
        self._title.setObjectName("section-title")
        self.words = QLabel(self)
        self.words.setObjectName("request-packages-words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self.words)
        self.show_seen(None)

    def show_seen(self, seen: RequestSeen | None) -> None:
        """Those of a request; None: of none."""
        packages = () if seen is None else seen.packages
        names = {} if seen is None else seen.names
        lines = [line for each in packages for line in _lines_of(each, names)]
        if len(packages) >= MOST_PACKAGES:
            more = self.tr("The newest {count}; Alt+2 shows all of them.")
            lines.append(more.format(count=MOST_PACKAGES))
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _lines_of(seen: PackageSeen, names: Mapping[OfficerId, str]) -> Sequence[str]:
    package = seen.package
    at = package.ended_at or package.began_at or package.queued_at
    parts = [package_words(package), outcome_word(package.outcome), stamp_words(at)]
    parts.append(name_words(names, package.queued_by))
    lines = [JOINT.join(parts)]
    if package.outcome is PackageOutcome.FAILED:
        lines.append(f"      {failure_words(package.cause)}")
    lines += [f"      {_custody_line(each, names)}" for each in seen.custody]
    return lines


def _custody_line(line: CustodyLine, names: Mapping[OfficerId, str]) -> str:
    parts = [custody_word(line.kind), line.to_whom, line.medium, line.note]
    parts += [stamp_words(line.at), name_words(names, line.officer_id)]
    return JOINT.join(part for part in parts if part)
