"""A small package of evidence, made after ``console/evidence/README.md`` to the letter.

It shares nothing with the program that makes packages: the two must agree by the contract alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder
from cryptography.x509.oid import NameOID

from console.evidence.checkers import travelling

SUMS, SIGNATURE, STAMP = "SHA256SUMS", "SHA256SUMS.p7s", "SHA256SUMS.tsr"
MANIFEST, LOG, CERTIFICATE = "thong-tin.json", "nhat-ky.jsonl", "nguoi-ky.pem"
UNSUMMED = {SUMS, SIGNATURE, STAMP}
CASE, STATION = "VV-2026-000123", "Công an phường Hoàng Văn Thụ"
AT = datetime(2026, 11, 27, 2, 12, tzinfo=UTC)
NATIVE = "goc/cam-07_20261127T0912.mp4"


@dataclass(frozen=True)
class Signer:
    """A station's key and its certificate."""

    private: EllipticCurvePrivateKey
    certificate: x509.Certificate

    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def fingerprint(self) -> str:
        spki = self.private.public_key().public_bytes(
            Encoding.DER, PublicFormat.SubjectPublicKeyInfo
        )
        return hashlib.sha256(spki).hexdigest()

    def sign(self, content: bytes) -> bytes:
        return (
            PKCS7SignatureBuilder()
            .set_data(content)
            .add_signer(self.certificate, self.private, SHA256())
            .sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.Binary])
        )


@cache
def signer(name: str) -> Signer:
    """One signer for each ``name``; all certificates have the same subject and serial."""
    private = generate_private_key(SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, STATION)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(0x1234567890)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2060, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(private, SHA256())
    )
    assert name
    return Signer(private, certificate)


def make(folder: Path, by: Signer, *, reason: str = "Gây rối trật tự ở chợ") -> Path:
    """A good package at ``folder``, signed ``by``; returns the folder."""
    for room in ("goc", "xem", "anh"):
        (folder / room).mkdir(parents=True)
    (folder / NATIVE).write_bytes(bytes(range(256)) * 700)
    (folder / "xem/cam-07.mp4").write_bytes(b"xem" * 5000)
    (folder / "anh/cam-07_1.png").write_bytes(b"\x89PNG" + b"\0" * 60)
    (folder / "bien-ban.pdf").write_bytes(b"%PDF-1.7 ")
    (folder / "bien-ban.docx").write_bytes(b"PK\x03\x04")
    for name, content in travelling(CASE, STATION, by.fingerprint()).items():
        (folder / name).write_bytes(content)
    (folder / CERTIFICATE).write_bytes(by.pem())
    write_log(folder, log_lines())
    write_manifest(folder, manifest(folder, reason))
    seal(folder, by)
    return folder


def log_lines() -> list[dict[str, object]]:
    """Four entries of a log; the third and fourth follow each other, the others do not."""
    lines: list[dict[str, object]] = []
    previous = ""
    for seq in (40, 55, 81, 82):
        previous = previous if seq == 82 else hashlib.sha256(b"%d" % seq).hexdigest()
        told: dict[str, object] = {
            "seq": seq,
            "at_us": int((AT + timedelta(minutes=seq)).timestamp() * 1e6),
            "monotonic_ns": 9_123_456_789_012_345_677 + seq,  # above what a double holds
            "officer": None if seq == 40 else 3,
            "workstation": "TRỰC-BAN-1",
            "act": "package_made",
            "subject": "incident",
            "subject_id": 123,
            "detail": canonical({"cameras": [7], "word": "Chợ <b>"}),
        }
        hash_ = hashlib.sha256((previous + canonical(told)).encode()).hexdigest()
        lines.append({**told, "previous": previous, "hash": hash_})
        previous = hash_
    return lines


def canonical(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_log(folder: Path, lines: Iterable[Mapping[str, object]]) -> None:
    text = "".join(canonical(line) + "\n" for line in lines)
    (folder / LOG).write_bytes(text.encode())


def manifest(folder: Path, reason: str) -> dict[str, object]:
    lines = log_lines()
    here = sorted(paths(folder) - UNSUMMED - {MANIFEST})
    return {
        "schema": "ward-console/evidence/1",
        "package": "3f9a1c2e-0000-4000-8000-000000000001",
        "case": CASE,
        "reason": reason,
        "station": STATION,
        "made": "2026-11-27T02:12:00.000000Z",
        "made_local": "2026-11-27T09:12:00.000000+07:00",
        "clips": [
            {
                "camera": "Cổng chợ – ngõ 12",
                "start": "2026-11-27T01:00:00.250000Z",
                "start_local": "2026-11-27T08:00:00.250000+07:00",
                "end": "2026-11-27T01:05:00.250000Z",
                "end_local": "2026-11-27T08:05:00.250000+07:00",
                "nominal_fps": 12.5,
            }
        ],
        "files": [
            {
                "path": path,
                "bytes": (folder / path).stat().st_size,
                "sha256": digest(folder / path),
                "role": path.partition("/")[0],
            }
            for path in here
        ],
        "log": {
            "head_before": {"seq": 81, "hash": lines[2]["hash"]},
            "head_after": {"seq": 82, "hash": lines[3]["hash"]},
            "entries": [[line["seq"], line["hash"]] for line in lines],
        },
    }


def write_manifest(folder: Path, value: Mapping[str, object]) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    (folder / MANIFEST).write_bytes(text.encode())


def read_manifest(folder: Path) -> dict[str, object]:
    value = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def write_sums(folder: Path) -> None:
    """SHA256SUMS anew, of whatever is there."""
    here = sorted(paths(folder) - UNSUMMED, key=str.encode)
    text = "".join(f"{digest(folder / path)}  {path}\n" for path in here)
    (folder / SUMS).write_bytes(text.encode())


def seal(folder: Path, by: Signer) -> None:
    """The sums anew, and signed."""
    write_sums(folder)
    (folder / SIGNATURE).write_bytes(by.sign((folder / SUMS).read_bytes()))


def paths(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
