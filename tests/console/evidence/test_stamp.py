"""The time-stamp: one of openssl's own making is good, and no byte of it can be changed."""

from __future__ import annotations

import hashlib
import random
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from console.evidence import stamp
from console.evidence.stamp import StampBad
from console.evidence.stamping import a_nonce, question
from tests.console.evidence import tsa
from tests.console.evidence.spoiling import spoiled

SUMS = b"a1" * 32 + b"  goc/a.mp4\n"


@pytest.fixture(scope="module", params=["rsa", "ec", "ec384"])
def authority(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an authority's key, certificate and settings, and the sums."""
    folder = tsa.founded(tmp_path_factory.mktemp(request.param), request.param)
    (folder / "sums").write_bytes(SUMS)
    return folder


def stamped(folder: Path, *options: str) -> bytes:
    tsa.run(folder, "ts", "-query", "-data", "sums", "-no_nonce", "-out", "query", *options)
    (folder / "reply").write_bytes(reply := tsa.reply(folder, (folder / "query").read_bytes()))
    return reply


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


def test_our_own_question_is_answered_and_the_answer_is_known_as_such(authority: Path) -> None:
    nonce = a_nonce()

    content = tsa.reply(authority, question(SUMS, nonce))

    assert stamp.verified(content, SUMS, nonce) == stamp.verified(content, SUMS)
    with pytest.raises(StampBad, match="another question"):
        stamp.verified(content, SUMS, a_nonce())
    with pytest.raises(StampBad, match="another question"):
        stamp.verified(stamped(authority, "-sha256", "-cert"), SUMS, nonce)


def test_an_authority_that_refuses_is_told_apart_from_nonsense(authority: Path) -> None:
    with pytest.raises(StampBad, match="refused"):
        stamp.verified(tsa.reply(authority, b"no question"), SUMS)


def test_a_stamp_that_is_signed_with_rsa_pss_is_good(tmp_path: Path) -> None:
    folder = tsa.founded(tmp_path, "rsa")

    for digest in ("sha256", "sha512"):
        content = tsa.signed_with_pss(folder, SUMS, digest, digest)
        assert stamp.verified(content, SUMS).endswith("Z")
        with pytest.raises(StampBad, match="its signature"):
            stamp.verified(content[:-1] + bytes([content[-1] ^ 1]), SUMS)


def test_a_stamp_of_rsa_pss_with_two_digests_is_not_verified_here(tmp_path: Path) -> None:
    folder = tsa.founded(tmp_path, "rsa")

    with pytest.raises(StampBad, match="of a kind"):
        stamp.verified(tsa.signed_with_pss(folder, SUMS, "sha256", "sha512"), SUMS)


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


@pytest.mark.filterwarnings("ignore:Parsed a serial number")
def test_no_stamp_that_was_spoiled_does_more_than_be_refused(authority: Path) -> None:
    chance, whole = random.Random(20261127), stamped(authority, "-sha256", "-cert")

    told = set()
    for _ in range(300):
        with suppress(StampBad):
            told.add(stamp.verified(spoiled(whole, chance), SUMS))

    # What is not signed may differ: the status, unsigned attributes, the name of the signer.
    assert told <= {stamp.verified(whole, SUMS)}
