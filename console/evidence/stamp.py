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
    TAGGED_1,
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
# RFC 8017, A.2.3 and A.2.1.
_RSA_PSS = bytes.fromhex("2a864886f70d01010a")
_MGF1 = bytes.fromhex("2a864886f70d010108")
_INSTANT = re.compile(rb"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d(?:\.\d{1,9})?)Z")


class StampBad(Exception):
    """It is no good time-stamp of these sums; the sentence says why."""


class _Signer(NamedTuple):
    """Who signed the stamp, and what."""

    digest_name: str
    pss: bool
    attributes: dict[bytes, Node]
    message: bytes
    signature: bytes


def verified(content: bytes, sums: bytes, nonce: bytes = b"") -> str:
    """The instant that the stamp in ``content`` tells, RFC 3339 in UTC.

    ``nonce`` is what was sent along, as DER has an integer, when it is an answer to us; a stamp
    that was found in a package may have any.  A millisecond; any thread.

    Raises:
        StampBad: it is not a stamp, not of ``sums``, not the answer, or its signature is wrong.

    """
    try:
        return _verified(content, sums, nonce)
    except ValueError as error:  # DerBroken, or fewer elements than there must be
        raise StampBad(f"it is no time-stamp: {error}") from error


def _verified(content: bytes, sums: bytes, nonce: bytes) -> str:
    status, *token = single(content).be(SEQUENCE).children() or [NOTHING]
    if status.be(SEQUENCE).children()[:1] == [] or status.children()[0].body not in _GRANTED:
        raise StampBad("the authority refused to give one")
    if len(token) != 1:
        raise DerBroken("there is no stamp in it")
    kind, wrapped = just(token[0].be(SEQUENCE), 2)
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
    instant = _instant_of(single(info).be(SEQUENCE), sums, nonce)
    inside = [each.whole for each in certificates[0].children()]
    if not any(
        stamped_by(each, signed.message, signed.signature, signed.digest_name, pss=signed.pss)
        for each in inside
    ):
        raise StampBad("its signature is not by a certificate for time-stamps that is in it")
    return instant


def _signer(signer: Node) -> _Signer:
    """What follows the version and the name of the certificate; unsigned attributes are unread."""
    children = signer.children()
    if len(children) not in (6, 7):
        raise DerBroken("another form of a signer")
    _, _, digest, attributes, algorithm, value = children[:6]
    name = _algorithm(digest)
    if name not in _DIGESTS:
        raise StampBad("it is of a kind that is not verified here")
    return _Signer(
        digest_name=_DIGESTS[name],
        pss=_is_pss(algorithm, name),
        attributes=attributes_of(attributes.be(TAGGED_0)),
        message=bytes([SET]) + attributes.whole[1:],
        signature=value.be(OCTETS).body,
    )


def _is_pss(algorithm: Node, digest: bytes) -> bool:
    """Whether it is RSA-PSS, which names its digest twice more: what else it names is refused."""
    if _algorithm(algorithm) != _RSA_PSS:
        return False
    _, options = just(algorithm, 2)
    named = {each.tag: each for each in options.be(SEQUENCE).children()}
    (hashed,) = just(named.get(TAGGED_0, NOTHING), 1)
    (mask,) = just(named.get(TAGGED_1, NOTHING), 1)
    expect(_algorithm(mask), _MGF1, "another mask of a signature")
    _, masked = just(mask, 2)
    if {_algorithm(hashed), _algorithm(masked)} != {digest}:
        raise StampBad("it is of a kind that is not verified here")
    return True


def _algorithm(node: Node) -> bytes:
    name, *_ = node.be(SEQUENCE).children() or [NOTHING]
    return name.be(OID).body


def _check_digest(signed: _Signer, info: bytes) -> None:
    (kind,) = just(signed.attributes.get(CONTENT_TYPE, NOTHING), 1)
    expect(kind.be(OID).body, _TST_INFO, "what is signed is of another kind")
    (digest,) = just(signed.attributes.get(MESSAGE_DIGEST, NOTHING), 1)
    if digest.be(OCTETS).body != hashlib.new(signed.digest_name, info).digest():
        raise StampBad("what it tells was changed after it was signed")


def _instant_of(info: Node, sums: bytes, nonce: bytes) -> str:
    children = info.children()
    if len(children) < 5:
        raise DerBroken("another form")
    version, _, imprint, _, at = children[:5]
    expect(version.be(INTEGER).body, b"\x01", "another version")
    if nonce and [each.body for each in children[5:] if each.tag == INTEGER] != [nonce]:
        raise StampBad("it is the answer to another question")
    algorithm, digest = just(imprint.be(SEQUENCE), 2)
    hashed = _DIGESTS.get(_algorithm(algorithm))
    if hashed is None or digest.be(OCTETS).body != hashlib.new(hashed, sums).digest():
        raise StampBad("it is the stamp of another SHA256SUMS")
    found = _INSTANT.fullmatch(at.be(TIME).body)
    if found is None:
        raise DerBroken("an instant in another form")
    year, month, day, hour, minute, second = (each.decode() for each in found.groups())
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
