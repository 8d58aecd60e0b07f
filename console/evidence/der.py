"""DER, as little of it as signatures and time-stamps need, and none of BER's freedom.

Bytes that are read come from a hostile medium: each length is checked against what is there, every
form that is not the only one is refused, and nothing calls itself.
"""

from __future__ import annotations

from typing import NamedTuple

BOOLEAN, INTEGER, OCTETS, NULL, OID, TIME = 0x01, 0x02, 0x04, 0x05, 0x06, 0x18
SEQUENCE, SET, TAGGED_0, TAGGED_1 = 0x30, 0x31, 0xA0, 0xA1
# RFC 5652: signed-data, content-type, message-digest; RFC 5754: sha256.
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
SHA256 = bytes.fromhex("608648016503040201")
_LONG = 0x80
_MULTI_BYTE_TAG = 0x1F
_MOST_LENGTH_BYTES = 4


class DerBroken(ValueError):
    """These bytes are no DER, or not what was expected in it."""


class Node(NamedTuple):
    """One element: its tag, what is in it, and all of it."""

    tag: int
    body: bytes
    whole: bytes

    def children(self) -> list[Node]:
        """What is in it, if it is a sequence, a set or explicitly tagged.  Raises DerBroken."""
        found, at = [], 0
        while at < len(self.body):
            node = _read(self.body, at)
            found.append(node)
            at += len(node.whole)
        return found

    def be(self, tag: int) -> Node:
        """Itself.  Raises DerBroken: it is something else."""
        if self.tag != tag:
            raise DerBroken(f"tag {self.tag:#04x} instead of {tag:#04x}")
        return self


NOTHING = Node(SET, b"", b"\x31\x00")


def single(content: bytes) -> Node:
    """The one element that ``content`` is.  Raises DerBroken."""
    node = _read(content, 0)
    if len(node.whole) != len(content):
        raise DerBroken("bytes after its end")
    return node


def just(node: Node, count: int) -> list[Node]:
    """What is in ``node``: exactly so many.  Raises DerBroken."""
    children = node.children()
    if len(children) != count:
        raise DerBroken(f"{len(children)} elements instead of {count}")
    return children


def expect(found: bytes, wanted: bytes, cause: str) -> None:
    """Raises DerBroken, with ``cause``, where two differ."""
    if found != wanted:
        raise DerBroken(cause)


def attributes_of(node: Node) -> dict[bytes, Node]:
    """The values of signed attributes, by their OID, each once.  Raises DerBroken."""
    found: dict[bytes, Node] = {}
    for attribute in node.children():
        name, values = just(attribute.be(SEQUENCE), 2)
        if name.be(OID).body in found:
            raise DerBroken("a signed attribute twice")
        found[name.body] = values.be(SET)
    return found


def written(tag: int, *parts: bytes) -> bytes:
    """One element with ``parts`` in it, one behind the other."""
    body = b"".join(parts)
    if len(body) < _LONG:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, _LONG + len(length)]) + length + body


def _read(content: bytes, at: int) -> Node:
    if len(content) - at < 2:
        raise DerBroken("it is cut off")
    tag, length, start = content[at], content[at + 1], at + 2
    if tag & _MULTI_BYTE_TAG == _MULTI_BYTE_TAG:
        raise DerBroken("a tag of many bytes")
    if length >= _LONG:
        count = length - _LONG
        if not 1 <= count <= _MOST_LENGTH_BYTES or len(content) - start < count:
            raise DerBroken("a length without end, or cut off")
        length = int.from_bytes(content[start : start + count])
        if length < _LONG or length >> 8 * (count - 1) == 0:
            raise DerBroken("a length that is longer than needed")
        start += count
    if len(content) - start < length:
        raise DerBroken("it is cut off")
    return Node(tag, content[start : start + length], content[at : start + length])
