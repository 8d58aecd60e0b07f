"""What a device calls itself, as something that can be shown, printed and kept."""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass

LONGEST_NAME, LONGEST_SERIAL = 60, 40
_NOT_OF_SERIALS = re.compile(r"[^0-9A-Za-z._:-]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A medium before it was asked anything; ``size_bytes`` 0: it must be asked that, too."""

    folder: str
    name: str
    serial: str
    size_bytes: int
    file_system: str

    def free_bytes(self) -> tuple[int, int]:
        """Bytes free and in all.  Waits for the medium, as long as that takes.  Raises OSError."""
        room = shutil.disk_usage(self.folder)
        return room.free, room.total


def clean_name(*parts: str) -> str:
    """Maker and model as one line: nothing invisible, nothing that turns text round."""
    words: list[str] = []
    for part in parts:
        kept = "".join(
            sign if unicodedata.category(sign)[0] != "C" else " "
            for sign in unicodedata.normalize("NFC", part).replace("\N{REPLACEMENT CHARACTER}", "")
        )
        said = " ".join(words).casefold().split()
        words += [word for word in kept.split() if word.casefold() not in said]
    return " ".join(words)[:LONGEST_NAME].rstrip()


def clean_serial(raw: str) -> str:
    """A serial number of signs that can be typed; "" where nothing is left of it."""
    return _NOT_OF_SERIALS.sub("", raw)[:LONGEST_SERIAL].strip("._:-")
