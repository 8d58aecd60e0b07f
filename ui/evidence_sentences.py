"""What is wrong with what was typed about requests and packages, as sentences."""

from __future__ import annotations

from console.errors import Problem
from console.evidence.problems import (
    FileTooLarge,
    ManifestBroken,
    ManifestTooNew,
    OtherPackage,
    PackageChanged,
    PackageMissing,
    PackageNotWritten,
    WordsWrong,
)
from ui.words import QT_TRANSLATE_NOOP

CONTEXT = "evidence-sentences"
# The words of console.evidence.rules and console.evidence.choosing.
RULES = {
    "request_spans": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Name at least one camera with its time, 100 lines at most."
    ),
    "request_span_length": QT_TRANSLATE_NOOP(
        "evidence-sentences", "One line may be 31 days long at most. Make two lines of it."
    ),
    "request_span_ahead": QT_TRANSLATE_NOOP(
        "evidence-sentences", "One of these times has not begun yet. Check day and hour."
    ),
    "request_more": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "This is all that was asked, or more than that. Shorten a time or take a line out; to allow"
        " all of it, approve it.",
    ),
    "request_forms": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Tick at least one form: originals, viewing copies or pictures."
    ),
    "request_not_urgent": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "This station exports nothing before it is approved. Untick it; an administrator could"
        " allow it in the settings.",
    ),
    "request_no_draft": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The request was handed in: it is not a draft any more."
    ),
    "request_changed_meanwhile": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Somebody else changed this request meanwhile. Look at it again."
    ),
    "request_not_asked": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The request does not wait for an answer any more."
    ),
    "request_own_work": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "Nobody decides on a request that he wrote or handed in himself. Another chief must; where"
        " there is one chief, an officer writes it and hands it in.",
    ),
    "request_no_approver": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "Nobody who is named in this restricted case could approve the request. Name a chief among"
        " the readers of the case first.",
    ),
    "request_over": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The request is over: refused, withdrawn or carried out."
    ),
    "request_exported": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "Footage was exported for this request, or is being exported: it cannot be withdrawn.",
    ),
    "request_not_approved": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The request is not approved, so nothing is exported for it yet."
    ),
    "request_approval_overdue": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "The request was exported first, and nobody approved it within 24 hours. Nothing more is"
        " exported for it until the station's chief approves it.",
    ),
    "package_not_failed": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Only a package that failed or was cancelled is tried again."
    ),
    "package_not_waiting": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The package does not wait any more: it is made, or was given up."
    ),
    "package_not_made": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The package is not made yet. Wait until it is finished."
    ),
    "package_not_making": QT_TRANSLATE_NOOP(
        "evidence-sentences", "The package was cancelled while it was being made."
    ),
    "package_stills": QT_TRANSLATE_NOOP(
        "evidence-sentences", "A package holds 200 pictures at most. Take some of them out."
    ),
    "package_masks": QT_TRANSLATE_NOOP(
        "evidence-sentences", "A package has 64 masks at most, each an area inside the picture."
    ),
    "package_witnesses": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Choose from none to 4 witnesses."
    ),
    # What ui.evidence and ui.requests cannot read.
    "request_outside": QT_TRANSLATE_NOOP(
        "evidence-sentences", "This lies outside of what was asked: only less can be allowed."
    ),
    "request_camera": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Type the camera's number or name, then Enter."
    ),
    "request_time": QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "These times are not clear. Type such as: yesterday 22h - 22h30, 23/11 22h05 - 24/11 6h.",
    ),
    "request_day": QT_TRANSLATE_NOOP("evidence-sentences", "Type a day, such as 22/11 or today."),
    "request_due": QT_TRANSLATE_NOOP(
        "evidence-sentences", "Type a day, such as 31/12, or 5 for in five days."
    ),
}
PROBLEMS: dict[type[Problem], str] = {
    PackageMissing: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "There is no package of evidence in this folder. Choose the folder with SHA256SUMS in it.",
    ),
    PackageChanged: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "What lies there is not the package as it was made. Nothing was copied. Verify it (F5), and"
        " call the chief.",
    ),
    OtherPackage: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "This is another package than the one that is chosen. Choose its folder, or that package.",
    ),
    FileTooLarge: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "One of the files is too large for this medium (FAT32 takes 4 GB). Choose one that is"
        " formatted as exFAT or NTFS.",
    ),
    WordsWrong: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "These words do not open it. Type the eight words from its sheet, in their order.",
    ),
    PackageNotWritten: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "The medium did not take the package, or gave back something else than was written. Nothing"
        " that looks finished is on it. Try another medium.",
    ),
    ManifestTooNew: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "This package was made by a newer program. Update this one to check it; the page"
        " kiem-tra.html in the package checks it, too.",
    ),
    ManifestBroken: QT_TRANSLATE_NOOP(
        "evidence-sentences",
        "The package's manifest (thong-tin.json) cannot be read. Keep it as it is and call the"
        " chief.",
    ),
}
