"""What the station signs, and how little may be changed before it shows."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.errors import VaultLocked
from console.seal import PublicKey, StationKey, head_message
from console.secret import MASK, Secret
from db.records import SignedHead
from db.structs import replace

HEAD = SignedHead(
    seq=41,
    hash="a1" * 32,
    at=datetime(2026, 3, 14, 20, tzinfo=UTC),
    key_sha256="c3" * 32,
    signature=b"",
    reason="daily",
)


def test_the_public_half_vouches_for_what_the_private_half_signed() -> None:
    key = StationKey.make()

    signature = key.sign(head_message(HEAD))

    assert key.public().vouches_for(head_message(HEAD), signature)
    assert not StationKey.make().public().vouches_for(head_message(HEAD), signature)


@pytest.mark.parametrize(
    "changed",
    [
        {"seq": 42},
        {"hash": "a2" * 32},
        {"at": HEAD.at + timedelta(microseconds=1)},
        {"key_sha256": "c4" * 32},
        {"reason": "export"},
    ],
)
def test_a_signature_is_for_every_field_of_a_head(changed: dict[str, object]) -> None:
    key = StationKey.make()
    signature = key.sign(head_message(HEAD))

    other = replace(HEAD, **changed)

    assert not key.public().vouches_for(head_message(other), signature)


@pytest.mark.parametrize("signature", [b"", b"\x30\x00", b"no signature"])
def test_what_is_no_signature_vouches_for_nothing(signature: bytes) -> None:
    assert not StationKey.make().public().vouches_for(b"anything", signature)


def test_a_key_comes_back_from_the_vault_as_it_was() -> None:
    key = StationKey.make()

    again = StationKey.of(key.secret())

    assert again.public() == key.public()
    assert "\n" not in key.secret().reveal()
    assert str(key.secret()) == MASK


@pytest.mark.parametrize("text", ["", "no key", "AAAA", "é"])
def test_a_damaged_key_is_refused(text: str) -> None:
    with pytest.raises(VaultLocked, match="damaged"):
        StationKey.of(Secret(text))


def test_what_is_no_public_key_has_no_fingerprint_and_vouches_for_nothing() -> None:
    broken = PublicKey("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")

    with pytest.raises(ValueError, match=r"."):
        broken.fingerprint()
    assert not broken.vouches_for(b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="only Debian's packages bring openssl")
def test_openssl_agrees_about_signature_and_fingerprint(tmp_path: Path) -> None:
    key = StationKey.make()
    (tmp_path / "key.pem").write_text(key.public().pem)
    (tmp_path / "message").write_bytes(head_message(HEAD))
    (tmp_path / "signature").write_bytes(key.sign(head_message(HEAD)))

    verified = subprocess.run(
        ["openssl", "dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "message"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    told = subprocess.run(
        "openssl pkey -pubin -in key.pem -outform DER | openssl dgst -sha256 -r",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert verified.stdout.strip() == "Verified OK"
    assert told.stdout.split()[0] == key.public().fingerprint()
