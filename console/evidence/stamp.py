"""The RFC 3161 time-stamp of SHA256SUMS: whether it is over these sums and signed as it says.

Whose certificate the stamp holds is not judged here: the authority's name and its chain are for
``openssl ts -verify`` with the authority's own root, as ``DOC-TRUOC.html`` says.
"""

from __future__ import annotations

import hashlib
import re
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
    TIME,
    DerBroken,
    Node,
    attributes_of,
    expect,
    just,
    single,
)
from console.seal import stamped_by

LARGEST_BYTES = 1 << 20
_GRANTED = frozenset({b"\x00", b"\x01"})  # granted, and granted with changes
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_DIGESTS = {
    SHA256: "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}
_INSTANT = re.compile(rb"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d{1,9})?)Z")


class StampBad(Exception):
    """It is no good time-stamp of these sums; the sentence says why."""


class _Signer(NamedTuple):
    """Who signed the stamp, and what."""

    digest_name: str
    attributes: dict[bytes, Node]
    message: bytes
    signature: bytes


def verified(content: bytes, sums: bytes) -> str:
    """The instant that the stamp in ``content`` tells, RFC 3339 in UTC.

    Raises:
        StampBad: it is not a stamp, not of ``sums``, or its signature is wrong.

    """
    try:
        return _verified(content, sums)
    except ValueError as error:  # DerBroken, or fewer elements than there must be
        raise StampBad(f"it is no time-stamp: {error}") from error


def _verified(content: bytes, sums: bytes) -> str:
    status, token = just(single(content).be(SEQUENCE), 2)
    if status.be(SEQUENCE).children()[:1] == [] or status.children()[0].body not in _GRANTED:
        raise StampBad("the authority refused to give one")
    kind, wrapped = just(token.be(SEQUENCE), 2)
    expect(kind.be(OID).body, SIGNED_DATA, "no signed data")
    (signed_data,) = just(wrapped.be(TAGGED_0), 1)
    _, _, told, *rest = signed_data.be(SEQUENCE).children() or [NOTHING]
    kind, inner = just(told.be(SEQUENCE), 2)
    expect(kind.be(OID).body, _TST_INFO, "it is signed data of another kind")
    (octets,) = just(inner.be(TAGGED_0), 1)
    info = octets.be(OCTETS).body
    certificates = [each for each in rest if each.tag == TAGGED_0]
    if not certificates or not rest:
        raise StampBad("the authority's certificate is not in it, so it cannot be verified here")
    (signer,) = just(rest[-1].be(SET), 1)
    signed = _signer(signer.be(SEQUENCE))
    _check_digest(signed, info)
    instant = _instant_of(single(info).be(SEQUENCE), sums)
    inside = [each.whole for each in certificates[0].children()]
    if not any(
        stamped_by(each, signed.message, signed.signature, signed.digest_name) for each in inside
    ):
        raise StampBad("its signature is not by a certificate for time-stamps that is in it")
    return instant


def _signer(signer: Node) -> _Signer:
    """What follows the version and the name of the certificate; unsigned attributes are unread."""
    children = signer.children()
    if len(children) not in (6, 7):
        raise DerBroken("another form of a signer")
    _, _, digest, attributes, _, value = children[:6]
    name, *_ = digest.be(SEQUENCE).children() or [NOTHING]
    if name.be(OID).body not in _DIGESTS:
        raise StampBad("it is of a kind that is not verified here")
    return _Signer(
        digest_name=_DIGESTS[name.body],
        attributes=attributes_of(attributes.be(TAGGED_0)),
        message=bytes([SET]) + attributes.whole[1:],
        signature=value.be(OCTETS).body,
    )


def _check_digest(signed: _Signer, info: bytes) -> None:
    (kind,) = just(signed.attributes.get(CONTENT_TYPE, NOTHING), 1)
    expect(kind.be(OID).body, _TST_INFO, "what is signed is of another kind")
    (digest,) = just(signed.attributes.get(MESSAGE_DIGEST, NOTHING), 1)
    if digest.be(OCTETS).body != hashlib.new(signed.digest_name, info).digest():
        raise StampBad("what it tells was changed after it was signed")


def _instant_of(info: Node, sums: bytes) -> str:
    children = info.children()
    if len(children) < 5:
        raise DerBroken("another form")
    version, _, imprint, _, at = children[:5]
    expect(version.be(INTEGER).body, b"\x01", "another version")
    algorithm, digest = just(imprint.be(SEQUENCE), 2)
    name, *_ = algorithm.be(SEQUENCE).children() or [NOTHING]
    hashed = _DIGESTS.get(name.be(OID).body)
    if hashed is None or digest.be(OCTETS).body != hashlib.new(hashed, sums).digest():
        raise StampBad("it is the stamp of another SHA256SUMS")
    found = _INSTANT.fullmatch(at.be(TIME).body)
    if found is None:
        raise DerBroken("an instant in another form")
    year, month, day, hour, minute, second = (each.decode() for each in found.groups())
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
