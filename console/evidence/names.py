"""How a package and the files in it are called (S-16).

What an officer typed never becomes a path below the folder: it stands in the manifest.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import PurePosixPath

from console.file_names import LONGEST, LONGEST_BYTES, clean_file_name

NATIVE, VIEWING, STILLS = "goc", "xem", "anh"
FOLDERS = frozenset({NATIVE, VIEWING, STILLS})
MANIFEST = "thong-tin.json"
LOG = "nhat-ky.jsonl"
COVER, COVER_TO_EDIT = "bien-ban.pdf", "bien-ban.docx"
GUIDE = "DOC-TRUOC.html"
PAGE_CHECKER, SCRIPT_CHECKER = "kiem-tra.html", "kiem-tra.py"
CERTIFICATE = "nguoi-ky.pem"
SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.p7s"
STAMP = "SHA256SUMS.tsr"
UNLISTED = frozenset({SUMS, SIGNATURE, STAMP})
"""What has no line in SHA256SUMS."""
PARTIAL = ".partial"

LONGEST_PATH = 120  # characters of a path below the folder
_LONGEST_STEM = 60
_TOKEN = re.compile(r"[0-9a-f]{8}")
# No dot at either end: Windows drops one at the end, and one in front hides a file.
_PART = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_NO_MARK = str.maketrans({"đ": "d", "Đ": "D"})  # the one letter that is no letter with a mark


def folder_name(case: str, at: datetime, token: str) -> str:
    """What a package is called, as in ``VV-2026-000123_20261127T0912_3f9a1c2e``.

    Args:
        case: The number of the case, or whatever stands for it; it is cleaned and cut.
        at: When it was made, in the zone in which people read it, to the minute.
        token: The first 8 hex digits of the package's UUID: two of one minute differ.

    Raises:
        ValueError: ``token`` is none.

    """
    if _TOKEN.fullmatch(token) is None:
        raise ValueError(f"no token: {token!r}")
    tail = f"_{at:%Y%m%dT%H%M}_{token}"
    kept = clean_file_name(case, "goi").replace(" ", "-")
    longest = LONGEST - len(tail) - len(PARTIAL)
    longest_bytes = LONGEST_BYTES - len(tail) - len(PARTIAL)
    while len(kept) > longest or len(kept.encode()) > longest_bytes:
        kept = kept[:-1]
    return kept.rstrip(".-_ ") + tail


def file_path(folder: str, raw: str, ending: str, instead: str = "tep") -> str:
    """A path below the package for a file that is called after ``raw``, in ASCII.

    Vietnamese letters lose their marks; ``instead`` is taken where nothing is left.

    Args:
        folder: One of ``FOLDERS``, or "" for the package's own folder.
        raw: A camera's name and a time, say.
        ending: With its dot, in lower case: ".mp4".
        instead: ASCII.

    Raises:
        ValueError: ``folder`` or ``ending`` is none of ours.

    """
    if folder not in FOLDERS | {""} or _ENDING.fullmatch(ending) is None:
        raise ValueError(f"no such place: {folder!r}, {ending!r}")
    letters = unicodedata.normalize("NFKD", raw.translate(_NO_MARK))
    ascii_ = "".join(sign for sign in letters if not unicodedata.combining(sign))
    stem = re.sub(r"[^A-Za-z0-9]+", "-", ascii_).strip("-")[:_LONGEST_STEM].rstrip("-") or instead
    if _DEVICE.fullmatch(stem):
        stem = f"_{stem}"
    path = f"{folder}/{stem}{ending}" if folder else stem + ending
    return checked_path(path)


def is_safe(path: str) -> bool:
    """Whether ``path`` is one that a package may hold: ASCII, no trick, one ``/`` at most."""
    parts = path.split("/")
    return (
        len(path) <= LONGEST_PATH
        and len(parts) <= 2
        and all(_PART.fullmatch(part) and not _DEVICE.fullmatch(part) for part in parts)
    )


def checked_path(path: str) -> str:
    """``path``, if it is safe.  Raises ValueError."""
    if not is_safe(path):
        raise ValueError(f"no path of a package: {path!r}")
    return path


def is_folder_name(name: str) -> bool:
    """Whether ``name`` is one plain name, as a package's folder may have it."""
    return (
        bool(name)
        and PurePosixPath(name).name == name
        and clean_file_name(name, "") == name
        and not name.endswith(PARTIAL)
    )
