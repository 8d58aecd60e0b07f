"""What is said of a foreign file and of its player."""

from __future__ import annotations

import sys
import unicodedata

from console.events import ExhibitState
from console.paper_code import grouped
from ui.words import QT_TRANSLATE_NOOP, translate

ENDINGS = (
    *("dav", "264", "h264", "265", "h265", "hevc", "avc", "asf", "avi", "mkv", "mp4", "m4v"),
    *("mov", "ts", "m2ts", "mts", "ps", "mpg", "mpeg", "vob", "wmv", "3gp", "flv", "webm"),
)
"""What recorders, telephones and dash cameras write; a file of another name is opened, too."""

_TITLES = {
    ExhibitState.OPENING: QT_TRANSLATE_NOOP("exhibits", "The file is being opened…"),
    ExhibitState.UNREADABLE: QT_TRANSLATE_NOOP("exhibits", "No picture of this file can be shown"),
    ExhibitState.NO_FILM: QT_TRANSLATE_NOOP("exhibits", "This file is not a film"),
    ExhibitState.CRASHED: QT_TRANSLATE_NOOP("exhibits", "This file broke the player"),
    ExhibitState.NO_LIBRARY: QT_TRANSLATE_NOOP("exhibits", "VLC is not on this PC"),
}
_ADVICE = {
    ExhibitState.OPENING: QT_TRANSLATE_NOOP(
        "exhibits", "A large file on a slow stick takes some seconds. Esc gives up."
    ),
    ExhibitState.UNREADABLE: QT_TRANSLATE_NOOP(
        "exhibits",
        "It is damaged, protected, or of a kind that only its recorder's own program plays. The"
        " file was not changed. Ask whoever brought it for an export as MP4 or AVI; this file can"
        " be taken in as it is all the same (Ins).",
    ),
    ExhibitState.NO_FILM: QT_TRANSLATE_NOOP(
        "exhibits",
        "It holds text, a list of addresses (M3U, HLS, DASH, SDP) or packed files, whatever its"
        " name says. It was not played, and nothing was fetched from the network. Ask whoever"
        " brought it for the film itself, as MP4 or AVI; this file can be taken in as it is all the"
        " same (Ins).",
    ),
    ExhibitState.CRASHED: QT_TRANSLATE_NOOP(
        "exhibits",
        "Nothing else is hurt: cameras, recording and the list go on, and the file was not"
        " changed. It may be damaged, or made to do harm: open it on no other PC. F5 tries once"
        " more; the file can be taken in as it is (Ins). Tell the administrator.",
    ),
}
_INSTALL_LINUX = QT_TRANSLATE_NOOP(
    "exhibits",
    "Foreign files are played by VLC's library. The administrator installs it with this line:"
    "\n\nsudo apt install libvlc5 vlc-plugin-base\n\nThen press F5. All else works without it:"
    " files can be taken in and verified.",
)
_INSTALL_WINDOWS = QT_TRANSLATE_NOOP(
    "exhibits",
    "Foreign files are played by VLC's library. The administrator installs VLC for Windows, 64"
    " bit, from videolan.org. Then press F5. All else works without it: files can be taken in and"
    " verified.",
)
_KB = 1000
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def state_title(state: ExhibitState) -> str:
    """What stands in place of the picture, "" while there is one."""
    return translate("exhibits", _TITLES[state]) if state in _TITLES else ""


def state_advice(state: ExhibitState, platform: str = sys.platform) -> str:
    """What it means and what to do."""
    if state is ExhibitState.NO_LIBRARY:
        words = _INSTALL_WINDOWS if platform == "win32" else _INSTALL_LINUX
    else:
        words = _ADVICE.get(state, "")
    return translate("exhibits", words) if words else ""


def plain_name(name: str) -> str:
    """A name from somebody's stick without signs that turn text round or are not seen."""
    return "".join("\ufffd" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)


def file_filter() -> str:
    """What the dialog that chooses a file offers."""
    endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
    films = translate("exhibits", "Films of recorders and telephones ({endings})")
    every = translate("exhibits", "All files (*)")
    return f"{films.format(endings=endings)};;{every}"


def size_words(size: int) -> str:
    """812 KB, 12,4 MB, 3,2 GB: with the comma that Vietnamese write."""
    if size < _KB**2:
        return f"{max(1, round(size / _KB))} KB"
    unit, divisor = ("MB", _KB**2) if size < _KB**3 else ("GB", _KB**3)
    return f"{size / divisor:.1f} {unit}".replace(".", ",")


def hash_words(sha256: str) -> str:
    """The eight groups that are read out or compared with paper."""
    return grouped(sha256)


def hex_words(sha256: str) -> str:
    """The whole SHA-256 as other programs show it, a blank after each eight digits."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))
