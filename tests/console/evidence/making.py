"""A small whole package with made-up bytes, and the ways of tampering with one.

For every checker: ``make_package`` gives what must be found good, and each of ``TAMPERINGS`` makes
of it what must be found bad.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from console.evidence import extract
from console.evidence.faults import FaultWord
from console.evidence.manifest import (
    Role,
)
from console.evidence.names import (
    CERTIFICATE,
    LOG,
    MANIFEST,
    SIGNATURE,
    SUMS,
)
from console.evidence.signing import key_of
from console.evidence.writing import PackageWriter
from console.seal import StationKey
from console.workers import Stop
from tests.console.evidence.telling import (
    BYTES,
    CLIP,
    HANOI,
    NAME,
    OTHER_CLIP,
    entries,
    manifest,
)


class Tampering(NamedTuple):
    """A way to tamper with a whole package.

    ``expected`` are words that every checker must find, at least, when it is given the
    fingerprint that the package had before.  A checker may find more that follows from it.
    """

    name: str
    do: Callable[[Path], None]
    expected: frozenset[str]


def make_package(folder: Path, *, key: StationKey | None = None) -> Path:
    """A whole package in ``folder``, signed by ``key``, or by one made for it; where it lies."""
    writer = PackageWriter(
        folder,
        NAME,
        needed_bytes=sum(len(content) for content, _ in BYTES.values()),
        stop=Stop(),
        progressed=lambda _done, _total: None,
    )
    with writer:
        return write_all(writer, key or StationKey.make())


def write_all(writer: PackageWriter, key: StationKey) -> Path:
    """Write that package with ``writer``, which has begun."""
    for path, (content, role) in BYTES.items():
        writer.add_bytes(path, content, role)
    writer.add_bytes(LOG, extract.written(entries()), Role.LOG)
    return writer.finish(manifest(), key, HANOI)


def fingerprint_of(package: Path) -> str:
    """Of the key of a package that nobody tampered with, as it would stand on paper."""
    key = key_of((package / CERTIFICATE).read_bytes())
    assert key is not None
    return key.fingerprint()


def flip(path: Path, at: int) -> None:
    """Change one byte of a file; ``at`` counts from the end if it is negative."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def sum_anew(package: Path) -> None:
    """Make SHA256SUMS fit what lies there, as somebody without the key would."""
    hashes = {
        path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in package.rglob("*")
        if path.is_file() and not path.name.startswith(SUMS)
    }
    lines = [f"{hashes[path]}  {path}\n" for path in sorted(hashes)]
    (package / SUMS).write_bytes("".join(lines).encode())


def rewrite_manifest(package: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change what the manifest tells, in the one form that it has."""
    plain = json.loads((package / MANIFEST).read_bytes())
    change(plain)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    (package / MANIFEST).write_bytes(text.encode())


def _list_anew(plain: dict[str, Any], package: Path) -> None:
    """Make the manifest's list of files fit what lies there."""
    for file in plain["files"]:
        content = (package / file["path"]).read_bytes()
        file["bytes"], file["sha256"] = len(content), hashlib.sha256(content).hexdigest()


def _one_byte(path: str, at: int) -> Callable[[Path], None]:
    return lambda package: flip(package / path, at)


def _add(package: Path) -> None:
    (package / "goc" / "cam-014_0912.mp4").write_bytes(b"more")


def _remove(package: Path) -> None:
    (package / OTHER_CLIP).unlink()


def _rename(package: Path) -> None:
    (package / OTHER_CLIP).rename(package / "goc" / "cam-099_0912.mp4")


def _swap(package: Path) -> None:
    one, other = (package / CLIP).read_bytes(), (package / OTHER_CLIP).read_bytes()
    (package / CLIP).write_bytes(other)
    (package / OTHER_CLIP).write_bytes(one)


def _change_and_sum(package: Path) -> None:
    flip(package / CLIP, 500)
    sum_anew(package)


def _rewrite_all_sums(package: Path) -> None:
    flip(package / CLIP, 500)
    rewrite_manifest(package, lambda plain: _list_anew(plain, package))
    sum_anew(package)


def _sign_by_another(package: Path) -> None:
    key = StationKey.make()
    signature = key.sign_detached((package / SUMS).read_bytes(), key.certificate())
    (package / SIGNATURE).write_bytes(signature)


def _forge_all(package: Path) -> None:
    key = StationKey.make()
    certificate = key.certificate()
    flip(package / CLIP, 500)
    (package / CERTIFICATE).write_bytes(certificate)

    def change(plain: dict[str, Any]) -> None:
        _list_anew(plain, package)
        plain["key"] = key.public().fingerprint()

    rewrite_manifest(package, change)
    sum_anew(package)
    signature = key.sign_detached((package / SUMS).read_bytes(), certificate)
    (package / SIGNATURE).write_bytes(signature)


def _drop_a_line(package: Path) -> None:
    lines = (package / LOG).read_bytes().splitlines(keepends=True)
    (package / LOG).write_bytes(b"".join(lines[:1] + lines[2:]))


def _drop_a_line_and_list(package: Path) -> None:
    _drop_a_line(package)
    rewrite_manifest(package, lambda plain: _list_anew(plain, package))
    sum_anew(package)


def _edit_a_line_and_list(package: Path) -> None:
    content = (package / LOG).read_bytes()
    (package / LOG).write_bytes(content.replace(b"approved", b"refused "))
    rewrite_manifest(package, lambda plain: _list_anew(plain, package))
    sum_anew(package)


def _change_times(package: Path) -> None:
    def change(plain: dict[str, Any]) -> None:
        plain["clips"][0]["actual_start"] = "2026-11-27T03:11:58.600000Z"

    rewrite_manifest(package, change)
    sum_anew(package)


def _end_before_the_beginning(package: Path) -> None:
    def change(plain: dict[str, Any]) -> None:
        clip = plain["clips"][0]
        for end in ("", "_local"):
            clip["actual_start" + end], clip["actual_end" + end] = (
                clip["actual_end" + end],
                clip["actual_start" + end],
            )

    rewrite_manifest(package, change)
    sum_anew(package)


def _carriage_returns(package: Path) -> None:
    content = (package / SUMS).read_bytes()
    (package / SUMS).write_bytes(content.replace(b"\n", b"\r\n"))


def _sum_outside(package: Path) -> None:
    content = (package / SUMS).read_bytes()
    (package / SUMS).write_bytes(content + b"00" * 32 + b"  ../../etc/passwd\n")


def _unsign(package: Path) -> None:
    (package / SIGNATURE).unlink()


def _false_stamp(package: Path) -> None:
    (package / "SHA256SUMS.tsr").write_bytes(b"\x30\x03\x02\x01\x00")


def _words(*words: FaultWord) -> frozenset[str]:
    return frozenset(str(word) for word in words)


_W = FaultWord
TAMPERINGS: list[Tampering] = [
    *(
        Tampering(f"one byte of {path}", _one_byte(path, -2), _words(_W.CHANGED))
        for path in (*BYTES, CERTIFICATE)
    ),
    Tampering("one byte of the log", _one_byte(LOG, -40), _words(_W.CHANGED, _W.LOG_BROKEN)),
    Tampering(
        "one byte of the manifest", _one_byte(MANIFEST, 0), _words(_W.CHANGED, _W.MANIFEST_BROKEN)
    ),
    Tampering("one byte of a sum", _one_byte(SUMS, 5), _words(_W.SIGNATURE_BAD)),
    Tampering("one byte of the signature", _one_byte(SIGNATURE, -5), _words(_W.SIGNATURE_BAD)),
    Tampering("a file added", _add, _words(_W.EXTRA)),
    Tampering("a file removed", _remove, _words(_W.MISSING)),
    Tampering("a file renamed", _rename, _words(_W.MISSING, _W.EXTRA)),
    Tampering("two files swapped", _swap, _words(_W.CHANGED)),
    Tampering(
        "a file changed and the sums rewritten",
        _change_and_sum,
        _words(_W.SIGNATURE_BAD, _W.MANIFEST_DISAGREES),
    ),
    Tampering("manifest and sums both rewritten", _rewrite_all_sums, _words(_W.SIGNATURE_BAD)),
    Tampering("signed by another key", _sign_by_another, _words(_W.OTHER_SIGNER)),
    Tampering("all of it forged with another key", _forge_all, _words(_W.OTHER_SIGNER)),
    Tampering("the signature taken away", _unsign, _words(_W.SIGNATURE_MISSING)),
    Tampering("a line of the log dropped", _drop_a_line, _words(_W.CHANGED, _W.LOG_LINE_MISSING)),
    Tampering(
        "a line of the log dropped, manifest and sums rewritten",
        _drop_a_line_and_list,
        _words(_W.LOG_LINE_MISSING, _W.SIGNATURE_BAD),
    ),
    Tampering(
        "a line of the log edited, manifest and sums rewritten",
        _edit_a_line_and_list,
        _words(_W.LOG_BROKEN, _W.SIGNATURE_BAD),
    ),
    Tampering(
        "a time in the manifest changed and the sums rewritten",
        _change_times,
        _words(_W.MANIFEST_DISAGREES, _W.SIGNATURE_BAD),
    ),
    Tampering(
        "two times in the manifest swapped and the sums rewritten",
        _end_before_the_beginning,
        _words(_W.MANIFEST_DISAGREES, _W.SIGNATURE_BAD),
    ),
    Tampering("sums with CR", _carriage_returns, _words(_W.SUMS_BROKEN, _W.SIGNATURE_BAD)),
    Tampering("a sum of a file outside", _sum_outside, _words(_W.UNSAFE_NAME, _W.SIGNATURE_BAD)),
    Tampering("a time-stamp that is none", _false_stamp, _words(_W.STAMP_BAD)),
]
