#!/usr/bin/env python3
"""Kiểm tra một gói chứng cứ mà không cần chương trình đã làm ra nó.

Checks an evidence package without the program that made it.  One file, Python 3.8 or newer, nothing
to install; the signature is checked by the ``openssl`` command where this PC has it.

    python3 -I kiem-tra.py [THƯ MỤC] [--van-tay HEX] [--tsa-ca TỆP] [--json]

Mã thoát / exit code: 0 tệp và chữ ký đều đúng (files and signature are good), 1 có điều không đúng
hoặc chưa kiểm được (something is not), 2 không có gói nào để xem (no package to look at).

It never follows a link, opens no file whose name is unsafe, and believes nothing that the package
says of itself: names and texts are printed with their control characters made visible.  Nothing is
imported or run from the package, from beside this file, or from where the console was opened.
"""

import sys

_WAYS = sys.path[:]
sys.path[:] = _WAYS[0 if sys.flags.isolated else 1 :]  # the first one is this file's own folder
import os

HERE = [os.path.dirname(os.path.realpath(__file__)), os.path.realpath(os.curdir)]
sys.path[:] = [way for way in _WAYS if os.path.realpath(way) not in HERE]

import argparse
import base64
import hashlib
import json
import re
import stat
import subprocess
import tempfile
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Tuple

SUMS, SIGNATURE, STAMP = "SHA256SUMS", "SHA256SUMS.p7s", "SHA256SUMS.tsr"
MANIFEST, LOG, CERTIFICATE = "thong-tin.json", "nhat-ky.jsonl", "nguoi-ky.pem"
FOLDERS = ("goc", "xem", "anh")
SCHEMA = "ward-console/evidence/1"
LARGEST_TEXT = 256 * 2**20  # bytes of a list, a manifest or a log; far more than any has
PIECE = 2**20
SENTENCES = {
    "changed": ("Tệp đã bị thay đổi so với lúc ký", "not as it was signed"),
    "missing": ("Thiếu tệp: có trong danh sách đã ký mà không có trong gói", "not there"),
    "extra": ("Tệp thừa: không có trong danh sách đã ký", "there, but not listed"),
    "sums_broken": ("Danh sách SHA256SUMS hỏng", "the list of sums is broken"),
    "unsafe_name": ("Tên tệp không an toàn, tệp không được mở", "unsafe name, not opened"),
    "manifest_broken": ("Bản kê thong-tin.json hỏng", "the manifest is broken"),
    "manifest_disagrees": ("Bản kê không khớp với gói", "the manifest disagrees"),
    "log_broken": ("Chuỗi nhật ký bị đứt hoặc bị sửa", "the chain of the log is broken"),
    "log_line_missing": ("Nhật ký thiếu dòng", "lines of the log are missing"),
    "signature_bad": ("Chữ ký không đúng", "the signature is bad"),
    "signature_missing": ("Không có chữ ký", "there is no signature"),
    "other_signer": ("Người ký là người khác", "signed by somebody else"),
    "signer_unknown": (
        "Chưa biết khoá này của ai: hãy so dấu vân tay với bản giấy",
        "compare the fingerprint with the one on paper",
    ),
    "stamp_bad": ("Dấu thời gian không phải của gói này", "the time-stamp is bad"),
}
STATES = {
    "good": ("ĐÚNG", "GOOD"),
    "bad": ("SAI", "BAD"),
    "missing": ("KHÔNG CÓ", "MISSING"),
    "none": ("KHÔNG CÓ", "NONE"),
    "known": ("khoá KHỚP với dấu vân tay đã cho", "KNOWN"),
    "other": ("khoá KHÁC với dấu vân tay đã cho", "OTHER"),
    "unknown": ("CHƯA SO", "NOT COMPARED"),
    "not_checked": ("CÓ, NHƯNG CHƯA KIỂM", "THERE, BUT NOT CHECKED"),
}
OPENSSL_OF_GIT = r"C:\Program Files\Git\usr\bin"

_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")
_PART = re.compile(r"[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DOS = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_KEYS = "seq at_us monotonic_ns officer workstation act subject subject_id detail previous hash"
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_HASH = re.compile(r"[0-9a-f]{64}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[+-]\d\d:\d\d)")


class NoPackage(Exception):
    """There is nothing to look at."""


class Check:
    """One look at one package; ``look`` fills the four answers and the faults."""

    def __init__(self, folder: Path, paper: str = "", tsa: str = "") -> None:
        self.folder, self.paper, self.tsa = folder, paper, tsa
        self.faults: List[Dict[str, str]] = []
        self.fingerprint = ""
        self.signature, self.signer, self.stamp = "missing", "unknown", "none"
        self.sizes: Dict[str, int] = {}  # of every regular file, by its path
        self.odd: Dict[str, str] = {}  # what else is there, and what it is
        self.sums: Dict[str, str] = {}  # what SHA256SUMS says, by path
        self.entries: Optional[Dict[int, str]] = None  # of the log, as the manifest has them
        self.heads: List[Tuple[int, str]] = []
        self.files = self.bytes = 0
        is_root = HERE[1] == os.path.dirname(HERE[1])  # the whole PC lies in a root
        self.openssl = openssl_outside([os.path.realpath(folder), *HERE[: 1 if is_root else 2]])

    def look(self) -> None:
        """Look at everything.  Raises NoPackage."""
        if not self.folder.is_dir():
            raise NoPackage("không có thư mục này / no such folder: " + seen(str(self.folder)))
        self._walk("")
        if not {SUMS, MANIFEST, SIGNATURE} & self.sizes.keys():
            raise NoPackage(
                "thư mục này không phải một gói / this folder is no package: "
                + seen(str(self.folder))
            )
        self._read_sums()
        self._compare()
        self._check_signature()
        self._read_manifest()
        self._read_log()
        self._check_stamp()

    def fault(self, word: str, path: str = "", cause: str = "") -> None:
        """Note a fault."""
        self.faults.append({"word": word, "path": path, "cause": cause})

    def files_state(self) -> str:
        """The first answer."""
        others = {"signature_bad", "signature_missing", "other_signer", "signer_unknown"}
        words = {each["word"] for each in self.faults} - others - {"stamp_bad"}
        return "bad" if words else "good"

    def exit_code(self) -> int:
        """0 where files and signature are good, and nothing else is wrong."""
        well = self.signature == "good" and {each["word"] for each in self.faults} <= {
            "signer_unknown"
        }
        return 0 if well else 1

    def _walk(self, below: str) -> None:
        """Every file, without following a link; what is neither file nor folder of ours is odd."""
        for entry in sorted(os.scandir(self.folder / below), key=lambda each: each.name):
            path = f"{below}/{entry.name}" if below else entry.name
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(found.st_mode):
                self.sizes[path] = found.st_size
            elif not stat.S_ISDIR(found.st_mode):
                self.odd[path] = "liên kết hoặc tệp đặc biệt / link or special file"
            elif path in FOLDERS:
                self._walk(path)
            else:
                self.odd[path] = "gói không có thư mục này / no such folder in a package"

    def _text(self, path: str) -> bytes:
        """A small file as it is; nothing where it is absent or far too large."""
        if self.sizes.get(path, LARGEST_TEXT) >= LARGEST_TEXT:
            return b""
        try:
            with (self.folder / path).open("rb") as file:
                return file.read(LARGEST_TEXT)
        except OSError:
            return b""

    def _read_sums(self) -> None:
        if SUMS not in self.sizes:
            self.fault("missing", SUMS)
            return
        try:
            text = self._text(SUMS).decode("utf-8")
        except UnicodeDecodeError:
            self.fault("sums_broken", SUMS, "không phải UTF-8 / not UTF-8")
            return
        before = len(self.faults)
        if not text.endswith("\n") or "\r" in text or "\0" in text or text[0] == "\ufeff":
            self.fault("sums_broken", SUMS, "cụt, có CR, NUL hoặc BOM / cut off, CR, NUL or BOM")
        had = {each.lower() for each in (SUMS, SIGNATURE, STAMP)}
        lines = text.replace("\r", "").split("\n")
        for number, line in enumerate(lines if lines[-1] else lines[:-1], 1):
            match = _LINE.fullmatch(line)
            if match and not is_safe(match.group(2)):
                self.fault("unsafe_name", match.group(2), f"dòng / line {number}")
            elif not match or match.group(2).lower() in had:
                self.fault("sums_broken", SUMS, f"dòng / line {number}")
            else:
                self.sums[match.group(2)] = match.group(1)
                had.add(match.group(2).lower())
        if list(self.sums) != sorted(self.sums):
            self.fault("sums_broken", SUMS, "không theo thứ tự / not sorted")
        for path in (CERTIFICATE, LOG, MANIFEST):
            if path not in self.sums and len(self.faults) == before:
                self.fault("missing", path, f"không có dòng trong / no line in {SUMS}")

    def _compare(self) -> None:
        """Each listed file with its sum, and each file with the list."""
        for path in sorted(self.sizes.keys() - self.sums.keys() - {SUMS, SIGNATURE, STAMP}):
            self.fault("extra", path)
        for path, what in self.odd.items():
            self.fault("changed" if path in self.sums else "extra", path, what)
        total = sum(self.sizes.get(path, 0) for path in self.sums)
        for path in self.sums.keys() - self.odd.keys():
            if path not in self.sizes:
                self.fault("missing", path)
                continue
            try:
                actual = self._hash(path, total)
            except OSError as error:
                actual = type(error).__name__
            self.files += 1
            if actual != self.sums[path]:
                self.fault("changed", path, actual if actual.endswith("Error") else "")
        if sys.stderr.isatty():
            sys.stderr.write("\r" + " " * 20 + "\r")

    def _hash(self, path: str, total: int) -> str:
        digest = hashlib.sha256()
        with (self.folder / path).open("rb") as file:
            for piece in iter(lambda: file.read(PIECE), b""):
                digest.update(piece)
                self.bytes += len(piece)
                if sys.stderr.isatty() and total:
                    sys.stderr.write(f"\r{100 * self.bytes // max(total, self.bytes)} %   ")
        return digest.hexdigest()

    def _read_manifest(self) -> None:
        """The manifest by itself, and its list and times against the rest."""
        if MANIFEST not in self.sizes:
            return
        try:
            text = self._text(MANIFEST).decode("utf-8")
            manifest = json.loads(text, object_pairs_hook=once)
            files = [(str(e["path"]), e["bytes"], e["sha256"]) for e in manifest["files"]]
            log = manifest["log"]
            entries = {int(seq): str(told) for seq, told in log["entries"]}
            heads = [log["head_before"], log["head_after"]]
            self.heads = [(int(head["seq"]), str(head["hash"])) for head in heads]
            plain = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
            ours = manifest["schema"] == SCHEMA and unicodedata.normalize("NFC", plain) == text
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self.fault("manifest_broken", MANIFEST, type(error).__name__)
            return
        if not ours:
            self.fault("manifest_broken", MANIFEST, "schema")
            return
        self.entries = entries
        for name in sorted(times_that_disagree(manifest)):
            self.fault("manifest_disagrees", MANIFEST, name)
        if manifest.get("key", self.fingerprint) != self.fingerprint != "":
            self.fault("manifest_disagrees", MANIFEST, "key")
        broken = {each["path"] for each in self.faults}
        told = {path: sum_ for path, _, sum_ in files}
        for path in sorted(told.keys() ^ (self.sums.keys() - {MANIFEST})):
            self.fault("manifest_disagrees" if is_safe(path) else "unsafe_name", path)
        for path, size, sum_ in files:
            other = self.sums.get(path, sum_) != sum_
            if other or (path not in broken and size != self.sizes.get(path, size)):
                self.fault("manifest_disagrees", path)
        if len(told) != len(files):
            self.fault("manifest_disagrees", MANIFEST, "files")
        for path in sorted(paths_told(manifest) - told.keys()):
            self.fault("manifest_disagrees", MANIFEST, path)

    def _read_log(self) -> None:
        """The extract of the log: each line by its hash, and every line that there must be."""
        if LOG not in self.sizes:
            return
        lines = self._text(LOG).decode("utf-8", "replace").split("\n")
        if lines.pop():
            self.fault("log_broken", LOG, "thiếu dòng cuối / cut off")
        found: Dict[int, str] = {}
        last: Optional[Tuple[int, str, str]] = None
        for number, line in enumerate(lines, 1):
            entry, well = log_entry(line)
            if not well or (entry and last and not follows(entry, last)):
                self.fault("log_broken", LOG, f"dòng / line {number}")
            if entry:
                last = entry
                found[entry[0]] = entry[1]
        if self.entries is None:
            return
        wanted = self.entries
        lost = sorted(wanted.keys() - found.keys())
        if lost:
            self.fault("log_line_missing", LOG, "số / seq " + ", ".join(map(str, lost[:20])))
        strange = {seq for seq, told in found.items() if wanted.get(seq) != told}
        strange |= {seq for seq, told in self.heads if wanted.get(seq, told) != told}
        strange |= {seq for seq in (self.heads[0][0], *wanted) if seq > self.heads[1][0]}
        for seq in sorted(strange):
            self.fault("manifest_disagrees", LOG, f"số / seq {seq}")

    def _check_signature(self) -> None:
        own = b""
        try:
            own = certificate(self._text(CERTIFICATE))
            self.fingerprint = hashlib.sha256(public_key(own)).hexdigest()
            inside = certificates(self._text(SIGNATURE)) if SIGNATURE in self.sizes else []
            other = any(public_key(each) != public_key(own) for each in inside)
        except ValueError:
            self.signature = "bad" if SIGNATURE in self.sizes else "missing"
            self.fault("signature_" + self.signature, SIGNATURE)
        else:
            self.signature = self._signed(inside == [own], other)
        if self.paper and self.fingerprint:
            self.signer = "known" if self.paper == self.fingerprint else "other"
        if self.signer == "other":
            self.fault("other_signer", CERTIFICATE, "dấu vân tay / fingerprint")
        elif self.signer == "unknown":
            self.fault("signer_unknown", CERTIFICATE)

    def _signed(self, own_inside: bool, other_inside: bool) -> str:
        """The second answer: by the key of nguoi-ky.pem alone, whatever else lies inside."""
        if SIGNATURE not in self.sizes:
            self.fault("signature_missing", SIGNATURE)
            return "missing"
        if own_inside:
            if not self.openssl:
                return "not_checked"
            if self._openssl_says("-nointern", "-certfile", CERTIFICATE):
                return "good"
        elif other_inside and (not self.openssl or self._openssl_says()):
            self.fault("other_signer", SIGNATURE)
            return "bad"
        self.fault("signature_bad", SIGNATURE)
        return "bad"

    def _openssl_says(self, *options: str) -> bool:
        # Only the signature: a certificate that has run out since is no fault of the package.
        words = ["cms", "-verify", "-binary", "-noverify", "-inform", "DER", "-in", SIGNATURE]
        words += ["-content", SUMS, "-out", os.devnull, *options]
        return self._run(words)

    def _check_stamp(self) -> None:
        """Whether there is a stamp, and for these sums; by whom, its giver's certificate tells."""
        if STAMP not in self.sizes:
            return
        imprint = b"\x04\x20" + hashlib.sha256(self._text(SUMS)).digest()
        well = imprint in self._text(STAMP)
        self.stamp = "not_checked" if well else "bad"
        if well and self.tsa and self.openssl:
            tsa = str(Path(self.tsa).absolute())
            words = ["ts", "-verify", "-data", SUMS, "-in", STAMP, "-CAfile", tsa]
            self.stamp = "good" if self._run(words) else "bad"
        if self.stamp == "bad":
            self.fault("stamp_bad", STAMP)

    def _run(self, words: List[str]) -> bool:
        """Whether openssl agrees; it stands in a folder that holds copies of what it reads."""
        steered = ("OPENSSL", "SSL_CERT", "RANDFILE", "CTLOG_FILE")
        plain = {k: value for k, value in os.environ.items() if not k.upper().startswith(steered)}
        with tempfile.TemporaryDirectory() as room:
            for name in {SUMS, SIGNATURE, CERTIFICATE, STAMP}.intersection(words):
                Path(room, name).write_bytes(self._text(name))
            command = [self.openssl, *words]
            done = subprocess.run(command, cwd=room, env=plain, capture_output=True, check=False)
        return done.returncode == 0


def openssl_outside(folders: List[str]) -> str:
    """The full path of this PC's openssl; never one that lies in one of these folders.

    Windows by itself would look where the console was opened before all else.
    """
    name = "openssl.exe" if sys.platform == "win32" else "openssl"
    shut = [Path(each) for each in folders]
    for way in [*os.environ.get("PATH", "").split(os.pathsep), OPENSSL_OF_GIT]:
        found = Path(way.strip('"'), name)
        if found.is_absolute() and os.access(str(found), os.X_OK) and found.is_file():
            around = {*found.resolve().parents, *(found.parent.resolve() / name).parents}
            if not around.intersection(shut):
                return str(found)
    return ""


def is_safe(path: str) -> bool:
    """Whether a path is one that a package may hold: ASCII, no trick, one ``/`` at most."""
    parts_ = path.split("/")
    return len(path) <= 120 and len(parts_) <= 2 and all(map(_is_plain, parts_))


def _is_plain(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not _DOS.fullmatch(part)


def once(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    """A JSON object, in which a name that stands twice is a fault."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


def times_that_disagree(manifest: Dict[str, Any]) -> List[str]:
    """The names of those instants that their local form, or the end beside them, contradicts."""
    bad: List[str] = []
    left: List[Any] = [manifest]
    while left:
        value = left.pop()
        if isinstance(value, list):
            left.extend(value)
        if not isinstance(value, dict):
            continue
        left.extend(value.values())
        for name, told in value.items():
            local, end = value.get(name + "_local"), value.get(name[: -len("start")] + "end")
            is_utc = isinstance(told, str) and bool(_UTC.fullmatch(told))
            late = is_utc and name.endswith("start") and isinstance(end, str) and told > end
            alike = instant(told) == instant(local) and is_utc
            if late or (not alike and (is_utc or local is not None)):
                bad.append(name)
    return bad


def paths_told(manifest: Dict[str, Any]) -> Set[str]:
    """The files that the manifest tells more of."""
    rooms = [manifest.get(name) for name in ("clips", "viewing", "stills")]
    each = [one for room in rooms if isinstance(room, list) for one in room]
    return {str(one["path"]) for one in each if isinstance(one, dict) and "path" in one}


def instant(text: Any) -> Optional[datetime]:
    """An RFC 3339 instant with microseconds; None where it is none."""
    if not isinstance(text, str) or not _INSTANT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None


def log_entry(line: str) -> Tuple[Optional[Tuple[int, str, str]], bool]:
    """The seq, the hash and the hash before of a line, and whether the line is as it was hashed."""
    try:
        entry = json.loads(line, object_pairs_hook=once)
        seq, told, previous = entry["seq"], entry["hash"], entry["previous"]
        if set(entry) != set(_KEYS.split()) or type(seq) is not int:
            return None, False
        if not _HASH.fullmatch(told) or not _HASH.fullmatch(previous):
            return None, False
        plain = {name: entry[name] for name in _KEYS.split()[:-2]}
        well = canonical(entry) == line
        actual = hashlib.sha256((previous + canonical(plain)).encode("utf-8")).hexdigest()
    except (ValueError, TypeError, KeyError, RecursionError):
        return None, False
    return (seq, told, previous), well and actual == told


def follows(entry: Tuple[int, str, str], last: Tuple[int, str, str]) -> bool:
    """Whether a line may come after another: later, and chained to it where it is the next."""
    return entry[0] > last[0] and (entry[0] != last[0] + 1 or entry[2] == last[1])


def canonical(value: Dict[str, Any]) -> str:
    """JSON as it is hashed: sorted, no blanks, NFC."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def parts(data: bytes) -> List[Tuple[int, bytes, bytes]]:
    """DER: tag, content and whole of each value in ``data``.  Raises ValueError."""
    found, at = [], 0
    while at < len(data):
        start, tag = at, data[at]
        length = data[at + 1] if at + 1 < len(data) else 0x80
        at += 2
        if length >= 0x80:
            more = length & 0x7F
            length = int.from_bytes(data[at : at + more], "big")
            at += more
            if not 1 <= more <= 4 or length < 0x80:
                raise ValueError("not DER")
        if at + length > len(data):
            raise ValueError("cut off")
        found.append((tag, data[at : at + length], data[start : at + length]))
        at += length
    return found


def inner(data: bytes, *way: int) -> bytes:
    """The content of the value that is reached by these positions.  Raises ValueError."""
    try:
        for position in way:
            data = parts(data)[position][1]
    except IndexError:
        raise ValueError("not as expected") from None
    return data


def certificate(pem: bytes) -> bytes:
    """The one certificate of a PEM file, as DER.  Raises ValueError."""
    match = re.fullmatch(
        rb"\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*", pem
    )
    if not match:
        raise ValueError("not one certificate")
    return base64.b64decode(b"".join(match.group(1).split()), validate=True)


def certificates(signature: bytes) -> List[bytes]:
    """The certificates inside a CMS SignedData (RFC 5652, 5.1).  Raises ValueError."""
    fields = parts(inner(signature, 0, 1, 0))
    return [whole for tag, field, _ in fields if tag == 0xA0 for _, _, whole in parts(field)]


def public_key(der: bytes) -> bytes:
    """The SubjectPublicKeyInfo of a certificate (RFC 5280, 4.1).  Raises ValueError."""
    fields = parts(inner(der, 0, 0))
    try:
        return fields[6 if fields[0][0] == 0xA0 else 5][2]
    except IndexError:
        raise ValueError("no key") from None


def seen(text: str) -> str:
    """A text of a stranger's, with what would move the cursor or turn the line round shown."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def grouped(fingerprint: str) -> str:
    """As on paper: 16 groups of 4."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def paper_fingerprint(text: str) -> str:
    """What somebody typed from paper; blanks, dashes and case do not matter."""
    plain = re.sub(r"[\s:.-]", "", text).lower()
    if not re.fullmatch("[0-9a-f]{64}", plain):
        raise argparse.ArgumentTypeError("phải có 64 chữ số hex / 64 hex digits are needed")
    return plain


def report(check: Check) -> str:
    """The four answers and every fault, in Vietnamese with English beside."""
    answers = (
        ("1. TỆP (files)", check.files_state()),
        ("2. CHỮ KÝ (signature)", check.signature),
        ("3. NGƯỜI KÝ (signer)", check.signer),
        ("4. DẤU THỜI GIAN (time-stamp)", check.stamp),
    )
    lines = [f"GÓI CHỨNG CỨ / EVIDENCE PACKAGE: {seen(str(check.folder.absolute()))}"]
    lines += [f"{title:<31}{STATES[state][0]} / {STATES[state][1]}" for title, state in answers]
    lines.append(f"Đã đọc / read: {check.files} tệp / files, {check.bytes / 1e6:.1f} MB")
    lines.append(f"Dấu vân tay của khoá ký / fingerprint:\n   {grouped(check.fingerprint) or '?'}")
    if check.signature == "not_checked":
        lines.append(
            "CHỮ KÝ CHƯA ĐƯỢC KIỂM: không thấy lệnh openssl của máy, ở ngoài gói và ngoài thư mục"
            " đang mở.\n   Hãy dùng kiem-tra.html hoặc máy khác.\n   THE SIGNATURE WAS NOT CHECKED:"
            " there is no openssl outside the package and the folder that is open."
        )
    if check.stamp == "not_checked":
        lines.append(
            "Dấu thời gian là của gói này, nhưng chưa kiểm ai cấp: thêm --tsa-ca TỆP.\n"
            "   The stamp is for this package; who gave it was not checked: add --tsa-ca FILE."
        )
    for each in check.faults:
        vi, en = SENTENCES[each["word"]]
        about = ": ".join(seen(each[name]) for name in ("path", "cause") if each[name])
        lines.append(f" * [{each['word']}] {about}\n     {vi} / {en}")
    return "\n".join(lines)


def main() -> int:
    """Check one folder and say so; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument(
        "folder", nargs="?", default=Path(HERE[0]), type=Path, help="thư mục của gói / the package"
    )
    parser.add_argument(
        "--van-tay", "--fingerprint", type=paper_fingerprint, help="dấu vân tay trên giấy"
    )
    parser.add_argument("--tsa-ca", default="", help="chứng thư của TSA")
    parser.add_argument("--json", action="store_true", help="cho máy đọc / for machines")
    chosen = parser.parse_args()
    check = Check(chosen.folder, chosen.van_tay or "", chosen.tsa_ca)
    try:
        check.look()
    except NoPackage as problem:
        answer: Dict[str, Any] = {"error": str(problem), "exit": 2}
        sys.stdout.write((json.dumps(answer) if chosen.json else str(problem)) + "\n")
        return 2
    answer = {
        "files": check.files_state(),
        "signature": "bad" if check.signature == "missing" else check.signature,
        "signer": check.signer,
        "stamp": check.stamp,
        "fingerprint": check.fingerprint,
        "faults": check.faults,
        "exit": check.exit_code(),
    }
    sys.stdout.write((json.dumps(answer) if chosen.json else report(check)) + "\n")
    return check.exit_code()


if __name__ == "__main__":
    sys.exit(main())
