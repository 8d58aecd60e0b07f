"""What a foreign file is by its first bytes, looked at before libVLC sees any of them.

Left to itself libVLC lets each of its demuxers look, whatever the file's name says, and some
follow addresses that they find in it: HLS, DASH, Smooth Streaming.  No option forbids those.  But a
demuxer that is named is the only one that is asked.  So what begins as films do goes to the demuxer
of that kind.  All else goes to libavformat, which would follow some addresses, too, but for what
begins as text, is packed, or bears a mark of one of those formats: that is refused.
"""

from __future__ import annotations

from pathlib import Path

HEAD_BYTES = 4096  # libavformat, behind libVLC, tells a kind by 2048

# Raw streams carry no mark that tells them; the name must.
_RAW = {".264": "h264", ".h264": "h264", ".avc": "h264"}
_RAW |= dict.fromkeys((".265", ".h265", ".hevc"), "hevc")
_OTHER = "avformat"
_START_CODES = (b"\0\0\1", b"\0\0\0\1")
_MP4 = frozenset(
    (b"ftyp", b"moov", b"moof", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp", b"sidx")
)
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_BEGINNINGS = (  # what a file of that kind begins with, and libVLC's name of what reads it
    (b"\x1a\x45\xdf\xa3", "mkv"),
    (_ASF, "asf"),
    (b"\0\0\1\xba", "ps"),
    (b"IMKH", "ps"),  # Hikvision
    (b"DHAV", _OTHER),  # Dahua
    (b"FLV\1", _OTHER),
    (b"OggS\0", "ogg"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n\x1a\n", "image"),
)
_PACKETS = (188, 192, 204)  # bytes of a packet of a transport stream
# What libVLC would unpack, or skip, and look at what comes out: nothing that a recorder writes.
_WRAPPERS = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\3\4", b"ID3", b"kf\x11", b"APETAGEX")
_MARKS = (  # small letters: of whatever names other files, wherever libavformat looks for it
    *(b"#extm3u", b"dash:profile", b"<manifest", b"<smoothstreaming", b"<compositionplaylist"),
    *(b"c=in ip", b"ffconcat", b"vobsub index"),
)
_BEGIN_BYTES = 64


class NoFilm(Exception):
    """It begins as a list of addresses does, or is packed: libVLC must not see it."""


def demuxers_of(path: Path) -> str:
    """Which of libVLC's demuxers may open ``path``, as its option takes them.

    Raises:
        NoFilm: none may.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return demuxers(file.read(HEAD_BYTES), path.suffix)


def demuxers(head: bytes, suffix: str) -> str:
    """The same, of a file that begins with ``head`` and whose name ends in ``suffix``."""
    text = _as_text(head)
    if head.startswith(_WRAPPERS) or any(mark in text for mark in _MARKS):
        raise NoFilm
    if (known := _known(head)) is not None:
        return known if known == _OTHER else f"{known},{_OTHER}"
    if _is_text(text[:_BEGIN_BYTES]):
        raise NoFilm
    return _RAW.get(suffix.lower(), _OTHER)


def _known(head: bytes) -> str | None:
    """How libVLC calls the kind of a file, by how it begins."""
    if head[4:8] in _MP4:
        return "mp4"
    if head.startswith(b"RIFF") and head[8:11] == b"AVI":
        return "avi"
    for beginning, name in _BEGINNINGS:
        if head.startswith(beginning):
            return name
    for size in _PACKETS:
        first = size - 188 if size == 192 else 0  # the time lies before a packet of 192
        if len(head) > 4 * size and all(head[first + n * size] == 0x47 for n in range(4)):
            return "ts"
    return None


def _as_text(head: bytes) -> bytes:
    """What a reader of UTF-8 or UTF-16 sees, in small letters."""
    for order_mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(order_mark)
    return head.replace(b"\0", b"").lower()


def _is_text(begin: bytes) -> bool:
    signs = begin.decode("utf-8", "replace").rstrip("\ufffd")  # a letter that was cut in two
    return bool(signs) and all(
        sign >= " " or sign in "\t\r\n" for sign in signs.replace("\ufffd", "\0")
    )
