"""The signature of a package: whether it is what ``nguoi-ky.pem`` made over SHA256SUMS.

Nothing inside the signature is trusted: not its certificates, not what it says it hashed.  It must
be of the one form that ``console.seal`` makes; RFC 5652 allows far more.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from console.evidence.der import (
    CONTENT_TYPE,
    INTEGER,
    MESSAGE_DIGEST,
    NOTHING,
    OCTETS,
    OID,
    SEQUENCE,
    SET,
    SHA256,
    SIGNED_DATA,
    TAGGED_0,
    DerBroken,
    Node,
    attributes_of,
    expect,
    just,
    single,
)
from console.evidence.faults import Fault, FaultWord
from console.evidence.names import CERTIFICATE, SIGNATURE
from console.seal import PublicKey, certificate_der

LARGEST_BYTES = 64 << 10
"""Of the signature, and of the certificate: both are below 2 KB."""
_ONE = b"\x01"
# RFC 5652: data; RFC 5754: ecdsa-with-SHA256.
_DATA = bytes.fromhex("2a864886f70d010701")
_ECDSA_SHA256 = bytes.fromhex("2a8648ce3d040302")
_ABSENT_OR_NULL = (b"", b"\x05\x00")


class Signed(NamedTuple):
    """What a CMS signature says: of which certificate, over which digest, and the signature.

    ``message`` is what is signed in truth: the signed attributes.
    """

    signer: bytes  # issuer and serial number
    digest: bytes
    message: bytes
    signature: bytes
    certificates: tuple[bytes, ...]


def key_of(certificate: bytes) -> PublicKey | None:
    """The key of ``nguoi-ky.pem``; None: it is not one self-signed certificate on P-256."""
    try:
        return PublicKey.of_certificate(certificate)
    except ValueError:
        return None


def faults_of(sums: bytes, signature: bytes, certificate: bytes) -> list[Fault]:
    """What speaks against ``signature`` over ``sums`` by the key of ``certificate``; some 1 ms."""
    key = key_of(certificate)
    if key is None:
        return [_bad(f"{CERTIFICATE} is not one self-signed certificate with a key on P-256")]
    own = certificate_der(certificate)
    try:
        signed, identity = read(signature), _identity(own)
    except DerBroken as error:
        return [_bad(f"it is not a signature of the one form that is made here: {error}")]
    if not key.vouches_for(signed.message, signed.signature):
        if any(_vouches(each, signed) for each in signed.certificates):
            cause = f"it was made by another key than that of {CERTIFICATE}"
            return [Fault(FaultWord.OTHER_SIGNER, SIGNATURE, cause)]
        return [_bad(f"it was not made by the key of {CERTIFICATE}, or was changed since")]
    if signed.certificates != (own,) or signed.signer != identity:
        return [_bad(f"the certificate inside is not {CERTIFICATE}")]
    if signed.digest != hashlib.sha256(sums).digest():
        return [_bad("it is a signature of another SHA256SUMS")]
    return []


def read(signature: bytes) -> Signed:
    """What a detached CMS signature in DER says; nothing of it is verified.

    Raises:
        DerBroken: it is not of the form that ``console.seal`` makes.
    """
    content_type, wrapped = just(single(signature).be(SEQUENCE), 2)
    expect(content_type.be(OID).body, SIGNED_DATA, "no signed data")
    (signed_data,) = just(wrapped.be(TAGGED_0), 1)
    version, digests, content, certificates, signers = just(signed_data.be(SEQUENCE), 5)
    expect(version.be(INTEGER).body, _ONE, "another version")
    (digest_algorithm,) = just(digests.be(SET), 1)
    _check_algorithm(digest_algorithm, SHA256)
    (kind,) = just(content.be(SEQUENCE), 1)  # a second one would be the content: not detached
    expect(kind.be(OID).body, _DATA, "another kind of content")
    inside = tuple(each.whole for each in certificates.be(TAGGED_0).children())
    (signer,) = just(signers.be(SET), 1)
    return _signer(signer.be(SEQUENCE), inside)


def _signer(signer: Node, certificates: tuple[bytes, ...]) -> Signed:
    version, identity, digest, attributes, algorithm, value = just(signer, 6)
    expect(version.be(INTEGER).body, _ONE, "another version of a signer")
    _check_algorithm(digest, SHA256)
    _check_algorithm(algorithm, _ECDSA_SHA256)
    told = attributes_of(attributes.be(TAGGED_0))
    (kind,) = just(told.get(CONTENT_TYPE, NOTHING), 1)
    expect(kind.be(OID).body, _DATA, "another kind of content")
    (hashed,) = just(told.get(MESSAGE_DIGEST, NOTHING), 1)
    return Signed(
        signer=identity.be(SEQUENCE).whole,
        digest=hashed.be(OCTETS).body,
        # RFC 5652, 5.4: what is signed is a set, under a set's own tag.
        message=bytes([SET]) + attributes.whole[1:],
        signature=value.be(OCTETS).body,
        certificates=certificates,
    )


def _identity(certificate: bytes) -> bytes:
    """Issuer and serial number of a certificate, as a signer names it."""
    to_be_signed, _, _ = just(single(certificate).be(SEQUENCE), 3)
    version, serial, _, issuer, *_ = to_be_signed.children()
    version.be(TAGGED_0)
    body = issuer.be(SEQUENCE).whole + serial.be(INTEGER).whole
    return bytes([SEQUENCE]) + _length(len(body)) + body


def _length(length: int) -> bytes:
    if length < 1 << 7:
        return bytes([length])
    digits = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes([1 << 7 | len(digits)]) + digits


def _vouches(certificate: bytes, signed: Signed) -> bool:
    try:
        return PublicKey.inside(certificate).vouches_for(signed.message, signed.signature)
    except ValueError:
        return False


def _check_algorithm(node: Node, oid: bytes) -> None:
    name, *parameters = node.be(SEQUENCE).children() or [NOTHING]
    expect(name.be(OID).body, oid, "another algorithm")
    if b"".join(each.whole for each in parameters) not in _ABSENT_OR_NULL:
        raise DerBroken("an algorithm with parameters")


def _bad(cause: str) -> Fault:
    return Fault(FaultWord.SIGNATURE_BAD, SIGNATURE, cause)
