"""Backups in the officer's words: kinds, sizes, what going back would cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from console.backup_files import BackupKind
from ui.audit.verdict import grouped
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
    from console.case_files import FilesCopied
    from console.recovery import Loss

_KINDS = {
    BackupKind.DAILY: QT_TRANSLATE_NOOP("backups", "Nightly"),
    BackupKind.WEEKLY: QT_TRANSLATE_NOOP("backups", "Weekly"),
    BackupKind.BY_HAND: QT_TRANSLATE_NOOP("backups", "By hand"),
}
_LOSSES = (
    ("entries", QT_TRANSLATE_NOOP("backups", "{count} log entries")),
    ("cameras", QT_TRANSLATE_NOOP("backups", "{count} cameras")),
    ("clusters", QT_TRANSLATE_NOOP("backups", "{count} clusters")),
    ("teams", QT_TRANSLATE_NOOP("backups", "{count} teams")),
    ("layouts", QT_TRANSLATE_NOOP("backups", "{count} layouts")),
    ("officers", QT_TRANSLATE_NOOP("backups", "{count} officers")),
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
    counts = [(getattr(loss, field), words) for field, words in _LOSSES]
    lines = [
        translate("backups", words).format(count=grouped(count)) for count, words in counts if count
    ]
    yield from lines or [translate("backups", _NOTHING)]


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
