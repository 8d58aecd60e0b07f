"""What a forger or a bad stick may do to a package, and the words by which it must be found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.console.evidence import small_package as small
from tests.console.evidence.small_package import CERTIFICATE, LOG, MANIFEST, NATIVE, SIGNATURE, SUMS

FORGER = "forger"
EACH_KIND = (
    NATIVE,
    "xem/cam-07.mp4",
    "anh/cam-07_1.png",
    "bien-ban.pdf",
    "bien-ban.docx",
    MANIFEST,
    LOG,
    CERTIFICATE,
    "DOC-TRUOC.html",
    "kiem-tra.html",
    "kiem-tra.py",
)


@dataclass(frozen=True)
class Tampering:
    """One, by a name; ``words`` must be among the faults, each with its file where one is named."""

    name: str
    do: Callable[[Path], None]
    words: tuple[tuple[str, str], ...]
    by_hand: bool = True  # the printed commands find it, too

    def __str__(self) -> str:
        return self.name


def flip(path: Path, at: int = -1) -> None:
    content = bytearray(path.read_bytes())
    content[at if at >= 0 else len(content) // 2] ^= 1
    path.write_bytes(content)


def _one_byte(name: str) -> Tampering:
    return Tampering(f"a byte of {name}", lambda folder: flip(folder / name), (("changed", name),))


def _add(folder: Path) -> None:
    (folder / "goc/cam-99.mp4").write_bytes(b"new")


def _remove(folder: Path) -> None:
    (folder / "bien-ban.pdf").unlink()


def _rename(folder: Path) -> None:
    (folder / NATIVE).rename(folder / "goc/cam-08.mp4")


def _swap(folder: Path) -> None:
    one, other = folder / "bien-ban.pdf", folder / "anh/cam-07_1.png"
    one_was, other_was = one.read_bytes(), other.read_bytes()
    one.write_bytes(other_was)
    other.write_bytes(one_was)


def _rewrite(folder: Path) -> None:
    """Evidence changed, manifest and sums made to match; the key is what the forger has not."""
    flip(folder / NATIVE)
    value = small.read_manifest(folder)
    small.write_manifest(folder, small.manifest(folder, str(value["reason"])))
    small.write_sums(folder)


def _sums_only(folder: Path) -> None:
    flip(folder / NATIVE)
    small.write_sums(folder)


def _sign_as_another(folder: Path) -> None:
    """The forger's signature, and the station's certificate left in place."""
    (folder / SIGNATURE).write_bytes(small.signer(FORGER).sign((folder / SUMS).read_bytes()))


def _sign_all_anew(folder: Path) -> None:
    """The whole package made again by the forger's key: only the paper tells."""
    flip(folder / NATIVE)
    (folder / CERTIFICATE).write_bytes(small.signer(FORGER).pem())
    small.write_manifest(folder, small.manifest(folder, "khác"))
    small.seal(folder, small.signer(FORGER))


def _drop_line(folder: Path) -> None:
    small.write_log(folder, [line for line in small.log_lines() if line["seq"] != 55])


def _drop_line_and_sum(folder: Path) -> None:
    _drop_line(folder)
    small.write_sums(folder)


def _drop_line_and_sign(folder: Path) -> None:
    """By someone who holds the station's own key: the manifest still misses the line."""
    _drop_line(folder)
    small.seal(folder, small.signer("station"))


def _bend_line(folder: Path) -> None:
    lines = small.log_lines()
    lines[1]["officer"] = 4
    small.write_log(folder, lines)
    small.write_sums(folder)


def _chain_anew(folder: Path) -> None:
    """The last line hung on another one, its own hash put right."""
    lines = small.log_lines()
    told = {name: value for name, value in lines[3].items() if name not in ("previous", "hash")}
    previous = "0" * 64
    hash_ = hashlib.sha256((previous + small.canonical(told)).encode()).hexdigest()
    small.write_log(folder, [*lines[:3], {**told, "previous": previous, "hash": hash_}])
    small.write_sums(folder)


def _times(folder: Path) -> None:
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    changed = text.replace("2026-11-27T01:00:00.250000Z", "2026-11-27T02:00:00.250000Z")
    assert changed != text
    (folder / MANIFEST).write_bytes(changed.encode())


def _times_and_sums(folder: Path) -> None:
    _times(folder)
    small.write_sums(folder)


def _times_and_signature(folder: Path) -> None:
    _times(folder)
    small.seal(folder, small.signer("station"))


def _no_signature(folder: Path) -> None:
    (folder / SIGNATURE).unlink()


def _cr(folder: Path) -> None:
    (folder / SUMS).write_bytes((folder / SUMS).read_bytes().replace(b"\n", b"\r\n"))


def _twice(folder: Path) -> None:
    text = (folder / SUMS).read_bytes()
    (folder / SUMS).write_bytes(text + text.splitlines(keepends=True)[-1])


def _way_out(folder: Path) -> None:
    text = (folder / SUMS).read_bytes()
    (folder / SUMS).write_bytes(b"0" * 64 + b"  ../../etc/passwd\n" + text)


def _unsafe(folder: Path) -> None:
    (folder / "goc/ten la.mp4").write_bytes(b"x")
    small.seal(folder, small.signer("station"))


def _no_manifest(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(b'{"schema": ')
    small.seal(folder, small.signer("station"))


def _entry_gone(folder: Path) -> None:
    value = small.read_manifest(folder)
    files = value["files"]
    assert isinstance(files, list)
    value["files"] = [each for each in files if each["path"] != NATIVE]
    small.write_manifest(folder, value)
    small.seal(folder, small.signer("station"))


def _other_stamp(folder: Path) -> None:
    (folder / small.STAMP).write_bytes(b"\x30\x22\x04\x20" + hashlib.sha256(b"other").digest())


def _nested(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(b"[" * 200_000 + b"]" * 200_000)
    small.seal(folder, small.signer("station"))


def _types(folder: Path) -> None:
    """A manifest whose fields are of other kinds than anyone would think of."""
    value = small.read_manifest(folder)
    value["log"] = {"head_before": {"seq": [], "hash": 1}, "head_after": None, "entries": {"a": 1}}
    (folder / MANIFEST).write_bytes(json.dumps(value).encode())
    small.seal(folder, small.signer("station"))


TAMPERINGS = (
    *(_one_byte(name) for name in EACH_KIND),
    Tampering(
        "a byte of the sums", lambda folder: flip(folder / SUMS, 5), (("signature_bad", SIGNATURE),)
    ),
    Tampering(
        "a byte of the signature",
        lambda folder: flip(folder / SIGNATURE, (folder / SIGNATURE).stat().st_size - 5),
        (("signature_bad", SIGNATURE),),
    ),
    Tampering("a file added", _add, (("extra", "goc/cam-99.mp4"),)),
    Tampering("a file removed", _remove, (("missing", "bien-ban.pdf"),)),
    Tampering("a file renamed", _rename, (("missing", NATIVE), ("extra", "goc/cam-08.mp4"))),
    Tampering(
        "two files swapped", _swap, (("changed", "bien-ban.pdf"), ("changed", "anh/cam-07_1.png"))
    ),
    Tampering("manifest and sums rewritten", _rewrite, (("signature_bad", SIGNATURE),)),
    Tampering(
        "sums rewritten",
        _sums_only,
        (("signature_bad", SIGNATURE), ("manifest_disagrees", NATIVE)),
    ),
    Tampering("signed by another key", _sign_as_another, (("other_signer", SIGNATURE),)),
    Tampering("all made anew by another key", _sign_all_anew, (("other_signer", CERTIFICATE),)),
    Tampering("a log line dropped", _drop_line, (("changed", LOG), ("log_line_missing", LOG))),
    Tampering(
        "a log line dropped, sums rewritten",
        _drop_line_and_sum,
        (("log_line_missing", LOG), ("manifest_disagrees", LOG), ("signature_bad", "")),
    ),
    Tampering(
        "a log line dropped, signed anew",
        _drop_line_and_sign,
        (("log_line_missing", LOG), ("manifest_disagrees", LOG)),
        by_hand=False,
    ),
    Tampering("a log line bent", _bend_line, (("log_broken", LOG), ("signature_bad", ""))),
    Tampering("a log line hung elsewhere", _chain_anew, (("log_broken", LOG),)),
    Tampering("times changed", _times, (("changed", MANIFEST), ("manifest_disagrees", MANIFEST))),
    Tampering(
        "times changed, sums rewritten",
        _times_and_sums,
        (("signature_bad", ""), ("manifest_disagrees", MANIFEST)),
    ),
    Tampering(
        "times changed, signed anew",
        _times_and_signature,
        (("manifest_disagrees", MANIFEST),),
        by_hand=False,
    ),
    Tampering("no signature", _no_signature, (("signature_missing", SIGNATURE),)),
    Tampering("CR in the sums", _cr, (("sums_broken", SUMS), ("signature_bad", ""))),
    Tampering("a name twice", _twice, (("sums_broken", SUMS), ("signature_bad", ""))),
    Tampering("a way out", _way_out, (("unsafe_name", "../../etc/passwd"), ("signature_bad", ""))),
    Tampering("an unsafe name", _unsafe, (("unsafe_name", "goc/ten la.mp4"),), by_hand=False),
    Tampering("half a manifest", _no_manifest, (("manifest_broken", MANIFEST),), by_hand=False),
    Tampering("a manifest of brackets", _nested, (("manifest_broken", MANIFEST),), by_hand=False),
    Tampering("a manifest of odd kinds", _types, (("manifest_broken", MANIFEST),), by_hand=False),
    Tampering("a file not told", _entry_gone, (("manifest_disagrees", NATIVE),), by_hand=False),
    Tampering("another's stamp", _other_stamp, (("stamp_bad", small.STAMP),), by_hand=False),
)
