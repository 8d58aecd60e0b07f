"""Backups in the officer's words: kinds, sizes, what going back would cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from console.backup_files import BackupKind
from ui.audit.verdict import grouped
from ui.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:  # at run time it would load the store before the window is painted
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
