"""Which files are the project's own: those that are not made by the tools."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.house.set_up import ROOT

_MADE = {
    "__pycache__",
    "bench-results",
    "build",
    "demo-shots",
    "dist",
    "proof-results",
    "samples",
}
_SEEN_THOUGH_HIDDEN = {".ci", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"}


def own_files(*suffixes: str) -> Iterator[Path]:
    """All files of the project, or those that end in one of ``suffixes``; without asking git."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if _is_own(name))
        for name in sorted(names):
            if _is_own(name) and (not suffixes or name.endswith(suffixes)):
                yield Path(folder, name)


def _is_own(name: str) -> bool:
    if name.startswith("."):
        return name in _SEEN_THOUGH_HIDDEN
    return name not in _MADE and not name.endswith((".egg-info", ".qm"))
