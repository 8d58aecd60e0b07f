"""The time-stamp: one of openssl's own making is good, and no byte of it can be changed."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from console.evidence import stamp
from console.evidence.stamp import StampBad

SUMS = b"a1" * 32 + b"  goc/a.mp4\n"
CONFIG = """
[tsa]
dir = .
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
"""


@pytest.fixture(scope="module", params=["rsa", "ec"])
def authority(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an authority's key, certificate and settings."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "tsa.cnf").write_text(CONFIG)
    (folder / "sums").write_bytes(SUMS)
    kind = "rsa:2048" if request.param == "rsa" else "ec -pkeyopt ec_paramgen_curve:prime256v1"
    _run(
        folder,
        f"openssl req -x509 -nodes -newkey {kind} -subj /CN=tsa -keyout key -out cert"
        " -addext extendedKeyUsage=critical,timeStamping",
    )
    return folder


def stamped(folder: Path, *options: str) -> bytes:
    _run(folder, f"openssl ts -query -data sums -no_nonce -out query {' '.join(options)}")
    _run(
        folder,
        "openssl ts -reply -config tsa.cnf -section tsa -queryfile query -signer cert -inkey key"
        " -out reply",
    )
    return (folder / "reply").read_bytes()


def _run(folder: Path, line: str) -> None:
    subprocess.run(line.split(), cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("digest", ["-sha256", "-sha512"])
def test_a_stamp_of_these_sums_tells_its_instant(authority: Path, digest: str) -> None:
    content = stamped(authority, digest, "-cert")

    told = subprocess.run(
        ["openssl", "ts", "-reply", "-in", "reply", "-text"],
        cwd=authority,
        capture_output=True,
        text=True,
    ).stdout

    instant = stamp.verified(content, SUMS)
    assert instant.endswith("Z")
    assert instant[11:19] in told


def test_a_stamp_is_of_these_sums_alone(authority: Path) -> None:
    content = stamped(authority, "-sha256", "-cert")

    with pytest.raises(StampBad, match="another SHA256SUMS"):
        stamp.verified(content, SUMS + b"\n")


def test_a_stamp_without_a_certificate_is_not_called_good(authority: Path) -> None:
    content = stamped(authority, "-sha256")

    with pytest.raises(StampBad, match="certificate is not in it"):
        stamp.verified(content, SUMS)


def test_what_was_changed_after_it_was_signed_is_found(authority: Path) -> None:
    content = stamped(authority, "-sha256", "-cert")
    imprint = content.index(hashlib.sha256(SUMS).digest())
    other = SUMS + b"more\n"
    forged = content[:imprint] + hashlib.sha256(other).digest() + content[imprint + 32 :]

    with pytest.raises(StampBad, match="changed after it was signed"):
        stamp.verified(forged, other)
    with pytest.raises(StampBad, match="its signature"):
        stamp.verified(content[:-1] + bytes([content[-1] ^ 1]), SUMS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x30\x00",
        b"\x30\x03\x02\x01\x00",
        b"\x30\x05\x30\x03\x02\x01\x02",
        b"\x30\x07\x30\x03\x02\x01\x02\x30\x00",
        b"\x30\x07\x30\x03\x02\x01\x00\x30\x00",
        b"\x30\x04\x30\x00\x30\x00",
        b"\x30\x84\xff\xff\xff\xff",
    ],
)
def test_what_is_no_stamp_is_no_good_one(content: bytes) -> None:
    with pytest.raises(StampBad):
        stamp.verified(content, SUMS)


def test_a_certificate_that_is_not_for_stamps_makes_none(authority: Path, tmp_path: Path) -> None:
    """Whoever has any certificate at all would have a time-stamp else."""
    content = stamped(authority, "-sha256", "-cert")
    purpose = bytes.fromhex("2b06010505070308")  # 1.3.6.1.5.5.7.3.8, time-stamping
    other = bytes.fromhex("2b06010505070303")  # code signing

    assert purpose in content
    with pytest.raises(StampBad):
        stamp.verified(content.replace(purpose, other), SUMS)
