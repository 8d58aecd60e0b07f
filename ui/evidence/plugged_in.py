"""The medium that a line of custody is about, where it is plugged in; and letting it go.

What is here blocks on media: for a worker's thread.
"""

from __future__ import annotations

from pathlib import Path

from console.evidence.receipt_lines import medium_of_line
from db.evidence_records import CustodyKind, CustodyLine, Package
from ui.evidence.medium_choice import LookFor


def place_of(package: Package, line: CustodyLine, look_for: LookFor) -> Path | None:
    """Where the medium of a line shows its files now; None: it is not plugged in, or no medium.

    What was made lies where it was put; any other medium is known by its serial number.
    """
    target = Path(package.target)
    serial = medium_of_line(package, line).serial or line.medium
    for medium in look_for():
        if line.kind is CustodyKind.MADE:
            if medium.folder == target or medium.folder in target.parents:
                return medium.folder
        elif medium.serial and medium.serial == serial:
            return medium.folder
    return None


def let_go(target: Path) -> bool:
    """Have all of it written, and free it; False: the officer must do that with the PC's means."""
    from console.platform import media

    return media.let_go(target)
