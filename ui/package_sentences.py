"""What is wrong with a package of evidence or with what was chosen of it, as sentences."""

from __future__ import annotations

from console.errors import Problem
from console.evidence.problems import (
    ManifestBroken,
    ManifestTooNew,
    PackageMissing,
    PackageNotWritten,
    PackageProblem,
)
from ui.words import QT_TRANSLATE_NOOP

CONTEXT = "package-sentences"
# The words of console.evidence.choosing.ExtrasRule, and those of RequestRule about packages.
RULES = {
    "package_stills": QT_TRANSLATE_NOOP(
        "package-sentences", "There are 200 pictures at most in a package. Take some out."
    ),
    "package_masks": QT_TRANSLATE_NOOP(
        "package-sentences",
        "There are 64 masks at most, and each lies inside its picture. Look at them again (M).",
    ),
    "package_witnesses": QT_TRANSLATE_NOOP(
        "package-sentences", "Type how many witnesses sign, 0 to 4."
    ),
    "package_not_failed": QT_TRANSLATE_NOOP(
        "package-sentences", "Only what failed or was cancelled is tried again."
    ),
    "package_not_waiting": QT_TRANSLATE_NOOP(
        "package-sentences", "This package does not wait any more. Look at the list again."
    ),
    "package_not_made": QT_TRANSLATE_NOOP(
        "package-sentences", "This package is not made yet, so nothing can happen to it."
    ),
    "package_not_making": QT_TRANSLATE_NOOP(
        "package-sentences", "This package is not being made any more: it was cancelled meanwhile."
    ),
}
PROBLEMS: dict[type[Problem], str] = {
    PackageMissing: QT_TRANSLATE_NOOP(
        "package-sentences",
        "There is no package in this folder. Plug its medium in, or choose the folder that has the"
        " package's name.",
    ),
    PackageNotWritten: QT_TRANSLATE_NOOP(
        "package-sentences",
        "The medium refused, or gave back something else than was written. Nothing that looks"
        " finished is on it; take another medium.",
    ),
    ManifestTooNew: QT_TRANSLATE_NOOP(
        "package-sentences", "This package was made by a newer program. Update this one first."
    ),
    ManifestBroken: QT_TRANSLATE_NOOP(
        "package-sentences", "The manifest of this package cannot be read: it was changed."
    ),
    PackageProblem: QT_TRANSLATE_NOOP(
        "package-sentences", "It did not work with this package: {reason}"
    ),
}
