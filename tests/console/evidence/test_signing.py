"""The signature of a package: what openssl says of it, and how little may be changed in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from console.evidence import signing
from console.evidence.der import DerBroken, single
from console.evidence.faults import FaultWord
from console.seal import PublicKey, StationKey

SUMS = b"a1" * 32 + b"  goc/a.mp4\n"
KEY = StationKey.make()
CERTIFICATE = KEY.certificate()
SIGNATURE = KEY.sign_detached(SUMS, CERTIFICATE)
# Word for word the line of ``console/evidence/README.md``.
OPENSSL = (
    "openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS"
    " -certfile nguoi-ky.pem -CAfile nguoi-ky.pem -purpose any"
)
README = Path(signing.__file__).with_name("README.md")


def words(sums: bytes, signature: bytes, certificate: bytes) -> set[str]:
    return {str(fault.word) for fault in signing.faults_of(sums, signature, certificate)}


def openssl_says(folder: Path, sums: bytes, signature: bytes) -> subprocess.CompletedProcess[bytes]:
    (folder / "SHA256SUMS").write_bytes(sums)
    (folder / "SHA256SUMS.p7s").write_bytes(signature)
    (folder / "nguoi-ky.pem").write_bytes(CERTIFICATE)
    return subprocess.run(OPENSSL.split(), cwd=folder, capture_output=True)


def made_by_openssl(folder: Path, *options: str) -> tuple[bytes, bytes]:
    """A certificate and a signature of SUMS as openssl makes them."""
    (folder / "sums").write_bytes(SUMS)
    for line in (
        "openssl ecparam -name prime256v1 -genkey -noout -out key",
        "openssl req -new -x509 -key key -subj /CN=x -days 9 -out cert",
        "openssl cms -sign -binary -in sums -signer cert -inkey key -outform DER -out p7s "
        + " ".join(options),
    ):
        subprocess.run(line.split(), cwd=folder, check=True, capture_output=True)
    return (folder / "cert").read_bytes(), (folder / "p7s").read_bytes()


def test_openssl_finds_the_signature_good_by_the_line_that_every_package_tells(
    tmp_path: Path,
) -> None:
    good = openssl_says(tmp_path, SUMS, SIGNATURE)
    bad = openssl_says(tmp_path, SUMS + b" ", SIGNATURE)

    assert good.returncode == 0, good.stderr
    assert b"CMS Verification successful" in good.stderr
    assert bad.returncode != 0
    assert f"`{OPENSSL}`" in README.read_text("utf-8")


def test_the_fingerprint_is_the_one_that_openssl_tells(tmp_path: Path) -> None:
    (tmp_path / "cert").write_bytes(CERTIFICATE)

    told = subprocess.run(
        "openssl x509 -in cert -noout -pubkey | openssl pkey -pubin -outform DER"
        " | openssl dgst -sha256 -r",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert told.stdout.split()[0] == KEY.public().fingerprint()
    assert PublicKey.of_certificate(CERTIFICATE) == KEY.public()


def test_a_signature_is_good_for_these_sums_alone() -> None:
    assert words(SUMS, SIGNATURE, CERTIFICATE) == set()
    assert words(SUMS.replace(b"\n", b"\r\n"), SIGNATURE, CERTIFICATE) == {"signature_bad"}


def test_no_byte_of_a_signature_can_be_changed() -> None:
    changed = [bytearray(SIGNATURE) for _ in SIGNATURE]
    for at, each in enumerate(changed):
        each[at] ^= 1 << (at % 8)

    good = [at for at, each in enumerate(changed) if not words(SUMS, bytes(each), CERTIFICATE)]

    assert good == []


def test_a_signature_that_is_cut_off_or_goes_on_is_none() -> None:
    for each in (b"", SIGNATURE[:-1], SIGNATURE + b"\0", SIGNATURE[:40], b"\x30\x80\0\0"):
        assert words(SUMS, each, CERTIFICATE) == {"signature_bad"}


def test_a_signature_by_another_key_is_called_that() -> None:
    other = StationKey.make()
    certificate = other.certificate()
    signature = other.sign_detached(SUMS, certificate)

    assert words(SUMS, signature, CERTIFICATE) == {FaultWord.OTHER_SIGNER}
    assert words(SUMS, signature, certificate) == set()


def test_a_certificate_put_inside_by_somebody_else_vouches_for_nothing() -> None:
    renewed = KEY.certificate()  # of the same key, and another one

    assert words(SUMS, SIGNATURE, renewed) == {FaultWord.SIGNATURE_BAD}


@pytest.mark.parametrize(
    "options",
    [
        ("-nodetach",),
        ("-noattr",),
        ("-md", "sha384"),
        ("-nocerts",),
        ("-keyid",),
    ],
)
def test_a_signature_of_another_form_is_not_taken(tmp_path: Path, options: tuple[str, ...]) -> None:
    certificate, signature = made_by_openssl(tmp_path, *options)

    assert words(SUMS, signature, certificate) == {FaultWord.SIGNATURE_BAD}


def test_a_signature_that_openssl_made_in_our_form_is_good(tmp_path: Path) -> None:
    certificate, signature = made_by_openssl(tmp_path)

    assert words(SUMS, signature, certificate) == set()


@pytest.mark.parametrize(
    "certificate",
    [
        b"",
        b"no certificate",
        CERTIFICATE + CERTIFICATE,
        CERTIFICATE.replace(b"MII", b"MIJ", 1),
        KEY.public().pem.encode(),
    ],
)
def test_what_is_no_single_certificate_verifies_nothing(certificate: bytes) -> None:
    assert signing.key_of(certificate) is None
    assert words(SUMS, SIGNATURE, certificate) == {FaultWord.SIGNATURE_BAD}


@pytest.mark.parametrize("kind", ["rsa:2048", "ec -pkeyopt ec_paramgen_curve:secp384r1"])
def test_a_certificate_of_another_kind_of_key_is_not_taken(tmp_path: Path, kind: str) -> None:
    line = f"openssl req -x509 -nodes -newkey {kind} -subj /CN=x -keyout key -out cert"
    subprocess.run(line.split(), cwd=tmp_path, check=True, capture_output=True)

    assert signing.key_of((tmp_path / "cert").read_bytes()) is None


def test_a_certificate_of_one_key_is_not_put_on_anothers_signature() -> None:
    with pytest.raises(ValueError, match="another key"):
        StationKey.make().sign_detached(SUMS, CERTIFICATE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x30",
        b"\x30\x05\x02\x01",
        b"\x30\x80\x00\x00",
        b"\x30\x81\x01\x00",
        b"\x30\x82\x00\x80" + bytes(128),
        b"\x30\x85\x00\x00\x00\x00\x01\x00",
        b"\x1f\x81\x01\x00",
        b"\x30\x00\x00",
    ],
)
def test_what_der_has_one_form_for_is_read_in_no_other(content: bytes) -> None:
    with pytest.raises(DerBroken):
        single(content)
