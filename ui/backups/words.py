"""Backups in the officer's words: kinds, sizes, what going back would cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from console.backup_files import BackupKind
from db.loss_records import Lost, Noun
from ui.audit.verdict import grouped
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.case_files import FilesCopied
    from console.losses import Loss

_KINDS = {
    BackupKind.DAILY: QT_TRANSLATE_NOOP("backups", "Nightly"),
    BackupKind.WEEKLY: QT_TRANSLATE_NOOP("backups", "Weekly"),
    BackupKind.BY_HAND: QT_TRANSLATE_NOOP("backups", "By hand"),
}
_ENTRIES = QT_TRANSLATE_NOOP("backups", "{count} log entries")
_NOUNS = {
    Noun.BOOKMARKS: QT_TRANSLATE_NOOP("backups", "{count} bookmarks"),
    Noun.INCIDENTS: QT_TRANSLATE_NOOP("backups", "{count} incidents"),
    Noun.OUTCOMES: QT_TRANSLATE_NOOP("backups", "{count} outcome lines"),
    Noun.ATTACHMENTS: QT_TRANSLATE_NOOP("backups", "{count} papers of cases"),
    Noun.EXHIBITS: QT_TRANSLATE_NOOP("backups", "{count} films from outside"),
    Noun.REQUESTS: QT_TRANSLATE_NOOP("backups", "{count} requests for footage"),
    Noun.PACKAGES: QT_TRANSLATE_NOOP("backups", "{count} exports"),
    Noun.CUSTODY: QT_TRANSLATE_NOOP("backups", "{count} lines of custody"),
    Noun.CALLS: QT_TRANSLATE_NOOP("backups", "{count} calls of teams' members"),
    Noun.DISPOSALS: QT_TRANSLATE_NOOP("backups", "{count} records of footage that was let go"),
    Noun.MEMBERS: QT_TRANSLATE_NOOP("backups", "{count} team members"),
    Noun.CATEGORIES: QT_TRANSLATE_NOOP("backups", "{count} categories"),
    Noun.PHRASES: QT_TRANSLATE_NOOP("backups", "{count} phrases and places"),
    Noun.SAVED_SEARCHES: QT_TRANSLATE_NOOP("backups", "{count} saved searches"),
    Noun.CAMERAS: QT_TRANSLATE_NOOP("backups", "{count} cameras"),
    Noun.CLUSTERS: QT_TRANSLATE_NOOP("backups", "{count} clusters"),
    Noun.TEAMS: QT_TRANSLATE_NOOP("backups", "{count} teams"),
    Noun.LAYOUTS: QT_TRANSLATE_NOOP("backups", "{count} layouts"),
    Noun.RECORDING_RULES: QT_TRANSLATE_NOOP("backups", "{count} recording rules"),
    Noun.VOLUMES: QT_TRANSLATE_NOOP("backups", "{count} footage folders"),
    Noun.OFFICERS: QT_TRANSLATE_NOOP("backups", "{count} officers"),
}
_CHANGED = QT_TRANSLATE_NOOP("backups", "what was changed in {things}")
_BOTH = QT_TRANSLATE_NOOP("backups", "{made}, and what was changed in {count} others")
_HELD = QT_TRANSLATE_NOOP(
    "backups", "{count} holds that were made or prolonged since go along: their footage stays."
)
_UNHELD = QT_TRANSLATE_NOOP(
    "backups",
    "Which footage is held today cannot be read: what was held since is not kept any more.",
)
_UNKNOWN = QT_TRANSLATE_NOOP("backups", "Nobody can tell: today's store is too damaged.")
_NOTHING = QT_TRANSLATE_NOOP("backups", "Nothing was added since.")
_FILES_ALL = QT_TRANSLATE_NOOP(
    "backups", "All {count} files of cases are on the second medium, too."
)
_FILES_LEFT = QT_TRANSLATE_NOOP(
    "backups", "Of {count} files of cases {left} are not on the second medium: {why}."
)
_BROUGHT_LEFT = QT_TRANSLATE_NOOP(
    "backups", "Of {count} files of cases {left} are not here any more: {why}."
)
_WHY = (
    ("damaged", QT_TRANSLATE_NOOP("backups", "{count} missing or damaged")),
    ("no_room", QT_TRANSLATE_NOOP("backups", "{count} without room ({size})")),
    ("stopped", QT_TRANSLATE_NOOP("backups", "{count} not reached, the next backup goes on")),
)
_MIB = 1 << 20


def kind_word(kind: BackupKind) -> str:
    """Why it was made."""
    return translate("backups", _KINDS[kind])


def size_words(size: int) -> str:
    """12,4 MB, with the comma that Vietnamese write; what is small has one digit that counts."""
    return f"{max(size / _MIB, 0.1):.1f} MB".replace(".", ",")


def loss_lines(loss: Loss | None) -> Iterator[str]:
    """What is here and would be gone, a line each; what is nothing is left out."""
    if loss is None:
        yield translate("backups", _UNKNOWN)
        return
    lines = [_lost(words, loss.lost[noun]) for noun, words in _NOUNS.items() if noun in loss.lost]
    if loss.entries:
        lines.append(_counted(_ENTRIES, loss.entries))
    yield from lines or [translate("backups", _NOTHING)]


def held_words(loss: Loss | None) -> str:
    """What becomes of the footage that is held today, "" for nothing to tell."""
    if loss is None or loss.holds is None:
        return translate("backups", _UNHELD)
    return _counted(_HELD, loss.holds) if loss.holds else ""


def _lost(words: str, lost: Lost) -> str:
    if not lost.changed:
        return _counted(words, lost.made)
    if not lost.made:
        things = _counted(words, lost.changed)
        return translate("backups", _CHANGED).format(things=things)
    made = _counted(words, lost.made)
    return translate("backups", _BOTH).format(made=made, count=grouped(lost.changed))


def _counted(words: str, count: int) -> str:
    return translate("backups", words).format(count=grouped(count))


def files_words(files: FilesCopied) -> str:
    """What came of copying the files of cases to the second medium, "" for a station without."""
    if not files.named:
        return ""
    if not files.left:
        return translate("backups", _FILES_ALL).format(count=grouped(files.named))
    return _left(_FILES_LEFT, files)


def brought_words(files: FilesCopied | None) -> str:
    """What is missing after a backup was gone back to, "" for nothing."""
    return "" if files is None or not files.left else _left(_BROUGHT_LEFT, files)


def _left(words: str, files: FilesCopied) -> str:
    why = [
        translate("backups", reason).format(
            count=grouped(count), size=size_words(files.no_room_bytes)
        )
        for field, reason in _WHY
        if (count := getattr(files, field))
    ]
    return translate("backups", words).format(
        count=grouped(files.named), left=grouped(files.left), why="; ".join(why)
    )
