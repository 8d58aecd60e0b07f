"""The words of an exported log, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.acts import Act
from ui.audit.acts import act_words
from ui.audit.verdict import grouped
from ui.audit.words import subject_nouns
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load more than the window needs
    from console.audit_sheet import Wording

_COLUMNS = (
    QT_TRANSLATE_NOOP("audit", "No."),
    QT_TRANSLATE_NOOP("audit", "Time"),
    QT_TRANSLATE_NOOP("audit", "Officer"),
    QT_TRANSLATE_NOOP("audit", "PC"),
    QT_TRANSLATE_NOOP("audit", "Act"),
    QT_TRANSLATE_NOOP("audit", "Of what"),
    QT_TRANSLATE_NOOP("audit", "Details"),
    QT_TRANSLATE_NOOP("audit", "Hash"),
)
_TITLE = QT_TRANSLATE_NOOP("audit", "Log of the system")
_PERIOD = QT_TRANSLATE_NOOP("audit", "From {since} to {until}")
_MADE = QT_TRANSLATE_NOOP("audit", "Made at {at}")
_HEAD = QT_TRANSLATE_NOOP("audit", "Newest entry {seq}: {groups}")
_UNSIGNED = QT_TRANSLATE_NOOP("audit", "Not signed: the station has no key yet")
_EVER = QT_TRANSLATE_NOOP("audit", "(open)")
_CONSOLE = QT_TRANSLATE_NOOP("audit", "the console itself")
_ERASED = QT_TRANSLATE_NOOP("audit", "erased")
_KINDS = QT_TRANSLATE_NOOP("audit", "Workbook (*.xlsx);;Paper, up to {count} entries (*.pdf)")


def wording() -> Wording:
    """The words for ``console.audit_export``.  Takes a moment the first time: not on the GUI's."""
    from console.audit_sheet import Wording

    return Wording(
        title=_say(_TITLE),
        columns=tuple(_say(words) for words in _COLUMNS),
        period=_say(_PERIOD),
        made=_say(_MADE),
        head=_say(_HEAD),
        unsigned=_say(_UNSIGNED),
        ever=_say(_EVER),
        console=_say(_CONSOLE),
        erased=_say(_ERASED),
        acts={str(act): act_words(act) for act in Act},
        subjects=subject_nouns(),
    )


def export_kinds() -> str:
    """What a log can be exported to, for a file dialog; the station must be open."""
    from console.audit_sheet import PAPER_ENTRIES

    return _say(_KINDS).format(count=grouped(PAPER_ENTRIES))


def _say(words: str) -> str:
    return translate("audit", words)
