"""A package as one file: a ZIP that is locked by words, as WinZip (AE-2) and 7-Zip know it.

Files are stored as they are and encrypted with AES-256; whatever reads ZIPs of that kind opens it.
Names, sizes and times are not encrypted: the form has no place for that.  ``pyzipper`` ends here.
"""

from __future__ import annotations

import errno
import hashlib
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from console.errors import Cancelled
from console.evidence.medium import CHUNK_BYTES, opened
from console.evidence.names import FOLDERS
from console.evidence.places import MOST_FILES, NO_SUCH_FOLDER
from console.evidence.problems import PackageMissing, WordsWrong
from console.secret import Secret
from console.workers import Stop

if TYPE_CHECKING:
    from pyzipper import AESZipFile, AESZipInfo

ENDING = ".zip"
OVERHEAD_BYTES = 512
"""What a file costs beyond itself, at most: two headers, salt and seal, its name twice."""
_END, _END_64 = struct.Struct("<4s4H2IH"), struct.Struct("<4sQ2H2I4Q")
_TAIL_BYTES = _END_64.size + 20 + _END.size  # the long end, where it is, and the short end
_LARGEST_DIRECTORY = 64 << 20
_AES_256, _AE_2, _STORED = 3, 2, 0
_SEALED_BYTES = 16 + 2 + 10  # salt, what tells wrong words, seal
_ENCRYPTED = 1
_UNCHANGED_SINCE_1980 = (1980, 1, 1, 0, 0, 0)
_TRIES = 8
_CHANGED = "it was changed since it was encrypted"


class ZipWriter:
    """Puts files into a ZIP; of ``writing``."""

    def __init__(self, zip_: AESZipFile, at: datetime) -> None:
        self._zip = zip_
        year, *rest = at.timetuple()[:6]
        self._at = (year, *rest) if 1980 <= year < 2108 else _UNCHANGED_SINCE_1980

    def copy(self, name: str, source: Path, stop: Stop, read: Callable[[int], None]) -> str:
        """Encrypt a plain file under ``name``; returns the SHA-256 in hex of what was read.

        ``read`` hears of each piece's bytes.

        Raises:
            Cancelled: ``stop`` was set.
            NotPlain, OSError: it cannot be read, or written.
        """
        digest = hashlib.sha256()
        with opened(source) as file:
            entry = self._entry(name, source.stat().st_size)
            with self._zip.open(entry, "w") as sink:
                while chunk := file.read(CHUNK_BYTES):
                    if stop.is_set():
                        raise Cancelled
                    sink.write(chunk)
                    digest.update(chunk)
                    read(len(chunk))
        return digest.hexdigest()

    def _entry(self, name: str, size: int) -> AESZipInfo:
        entry = self._zip.zipinfo_cls(name, self._at)
        entry.file_size = size  # tells whether it needs ZIP64
        entry.external_attr = 0o100644 << 16
        return entry


@contextmanager
def writing(path: Path, words: Secret, at: datetime) -> Iterator[ZipWriter]:
    """Fill the empty file ``path``; ``at`` is what its files are dated, as local people read it.

    If the block ends well, the ZIP is whole; it is for the caller to have it on the medium.
    Raises OSError.
    """
    import pyzipper

    with path.open("rb+", CHUNK_BYTES) as file:
        zip_ = pyzipper.AESZipFile(
            file,
            "w",
            encryption=pyzipper.WZ_AES,
            encryption_kwargs={"nbits": 256, "force_wz_aes_version": _AE_2},
        )
        zip_.setpassword(words.reveal().encode())
        try:
            yield ZipWriter(zip_, at)
            zip_.close()
        except BaseException:
            zip_.fp = None  # it is not given an end, now or later: nothing takes it for whole
            raise


class ZipPlace:
    """A ZIP of ours to be checked; of ``reading``."""

    def __init__(self, zip_: AESZipFile, bytes_: int) -> None:
        self._zip = zip_
        self._bytes = bytes_
        self._entries: dict[str, AESZipInfo] = {}

    def entries(self) -> tuple[dict[str, int], dict[str, str]]:
        """What its directory tells of files below its one folder."""
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES or sum(each.compress_size for each in infos) > self._bytes:
            raise PackageMissing("its files are more than it can hold: this is no package")
        top = infos[0].filename.partition("/")[0] + "/" if infos else ""
        odd: dict[str, str] = {}
        for info in infos:
            path = info.filename.removeprefix(top)
            if cause := _oddity(info, path, top):
                odd[path] = cause
            elif path in self._entries or path in odd:
                odd[path] = "it is there twice"
            else:
                self._entries[path] = info
        for path in odd.keys() & self._entries.keys():
            del self._entries[path]
        return {path: info.file_size for path, info in self._entries.items()}, odd

    def small(self, path: str, most_bytes: int) -> bytes | None:
        """All of a file, unless it is too large."""
        entry = self._entries.get(path)
        if entry is None:
            raise FileNotFoundError(errno.ENOENT, "it is not there")
        if entry.file_size > most_bytes:
            return None
        return b"".join(self._pieces(path))

    def sha256_of(self, path: str, stop: Stop, read: Callable[[int], None]) -> tuple[str, int]:
        """Deciphered; some 200 MB/s."""
        digest, size = hashlib.sha256(), 0
        for chunk in self._pieces(path):
            if stop.is_set():
                raise Cancelled
            digest.update(chunk)
            size += len(chunk)
            read(len(chunk))
        return digest.hexdigest(), size

    def _pieces(self, path: str) -> Iterator[bytes]:
        with _bad_entries(), self._zip.open(self._entries[path]) as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk

    def fits(self) -> bool:
        """Whether the words open it: one of its small files at least, for some may be damaged."""
        infos = sorted(self._zip.infolist(), key=lambda info: info.file_size)
        for info in infos[:_TRIES]:
            try:  # to its end, where its seal is: what lies at its beginning may fit by chance
                with _bad_entries(), self._zip.open(info) as file:
                    while file.read(CHUNK_BYTES):
                        pass
            except OSError:
                continue
            return True
        return False


@contextmanager
def reading(path: Path, words: Secret) -> Iterator[ZipPlace]:
    """A ZIP on some medium, which nobody vouches for.

    Raises:
        PackageMissing: it is no ZIP of ours, or cannot be read.
        WordsWrong: it is not opened by these words.
    """
    import pyzipper

    with ExitStack() as stack:
        try:
            file = stack.enter_context(opened(path))
            size = _checked_size(file)
            with _bad_entries():
                zip_ = stack.enter_context(pyzipper.AESZipFile(file))
        except OSError as error:
            reason = error.strerror or error
            raise PackageMissing(f"this ZIP cannot be read: {reason}") from error
        zip_.setpassword(words.reveal().encode())
        place = ZipPlace(zip_, size)
        if not place.fits():
            raise WordsWrong
        yield place


def _oddity(info: AESZipInfo, path: str, top: str) -> str:
    """What is not as we write it, in English; "": nothing."""
    if not info.filename.startswith(top) or not path:
        return "it lies outside of the package's folder"
    if path.endswith("/") or ("/" in path and path.partition("/")[0] not in FOLDERS):
        return NO_SUCH_FOLDER
    form = (info.wz_aes_strength, info.wz_aes_version, info.compress_type)
    if form != (_AES_256, _AE_2, _STORED) or not info.flag_bits & _ENCRYPTED:
        return "it is not encrypted as we do"
    if info.compress_size != info.file_size + _SEALED_BYTES:
        return "its size is not what it says"
    return ""


def _checked_size(file: FileIO) -> int:
    """Bytes of a ZIP that ends as ours do: so that its directory is no trap for the library.

    Raises OSError.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL_BYTES))
    tail = file.read(_TAIL_BYTES).rjust(_TAIL_BYTES, b"\0")
    mark, *_, directory, _start, comment = _END.unpack(tail[-_END.size :])
    if tail[_END_64.size :].startswith(b"PK\x06\x07"):
        directory = _END_64.unpack(tail[: _END_64.size])[-2]
    if mark != b"PK\x05\x06" or comment or directory > min(_LARGEST_DIRECTORY, size):
        raise OSError(errno.EINVAL, "it is no ZIP of ours")
    file.seek(0)
    return size


@contextmanager
def _bad_entries() -> Iterator[None]:
    """What the library raises at a ZIP that is broken or was made to hurt."""
    from pyzipper import BadZipFile

    try:
        yield
    except (
        BadZipFile,  # its directory, a checksum or a seal
        EOFError,  # it ends too early
        KeyError,  # the directory tells of what is not there
        NotImplementedError,  # a packing or a version that nobody asked for
        OverflowError,  # a size or a place beyond what there can be
        RuntimeError,  # other words than those it was sealed with
        ValueError,  # a name or a date that is none
        struct.error,  # a field is cut off
    ) as error:
        raise OSError(errno.EIO, _CHANGED) from error
