"""The station's signing key: ECDSA on P-256 with SHA-256, and what a signed head says.

Everything of the ``cryptography`` library that signs is here; it is loaded when a key is needed.
The private key travels as ``Secret`` between here and the vault and nowhere else.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from console.audit import canonical, micros
from console.errors import VaultLocked
from console.secret import Secret
from db.records import SignedHead

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_HEAD = "ward-console audit head 1"  # so that no signature of ours passes for another kind


class StationKey:
    """The private half.  Keep it no longer than it takes to sign."""

    def __init__(self, private: EllipticCurvePrivateKey) -> None:
        self._private = private

    @classmethod
    def make(cls) -> Self:
        """A new key."""
        from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

        return cls(generate_private_key(SECP256R1()))

    @classmethod
    def of(cls, secret: Secret) -> Self:
        """The key that ``secret`` made of it.  Raises VaultLocked: it is no such key."""
        from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
        from cryptography.hazmat.primitives.serialization import load_der_private_key

        try:
            content = base64.b64decode(secret.reveal(), validate=True)
            private = load_der_private_key(content, password=None)
        except ValueError:
            raise VaultLocked("the station's key is damaged") from None
        if not isinstance(private, EllipticCurvePrivateKey):
            raise VaultLocked("the station's key is of another kind")
        return cls(private)

    def secret(self) -> Secret:
        """The key as the vault keeps it: PKCS#8, in one line."""
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            NoEncryption,
            PrivateFormat,
        )

        content = self._private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return Secret(base64.b64encode(content).decode())

    def public(self) -> PublicKey:
        """The half that everybody may have."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        content = self._private.public_key().public_bytes(
            Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
        )
        return PublicKey(content.decode())

    def sign(self, message: bytes) -> bytes:
        """A signature in DER, some 71 bytes; another one each time.  About 0.1 ms."""
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
        from cryptography.hazmat.primitives.hashes import SHA256

        return self._private.sign(message, ECDSA(SHA256()))


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What checks a signature; ``pem`` is a SubjectPublicKeyInfo as ``openssl`` reads it."""

    pem: str

    def fingerprint(self) -> str:
        """SHA-256 of the SubjectPublicKeyInfo (DER), 64 hex digits.

        Raises:
            ValueError: ``pem`` is no public key.
        """
        from cryptography.hazmat.primitives.serialization import (
            Encoding,
            PublicFormat,
            load_pem_public_key,
        )

        key = load_pem_public_key(self.pem.encode())
        content = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return hashlib.sha256(content).hexdigest()

    def vouches_for(self, message: bytes, signature: bytes) -> bool:
        """Whether the private half signed exactly ``message``.  About 0.1 ms."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.serialization import load_pem_public_key

        try:
            key = load_pem_public_key(self.pem.encode())
            if not isinstance(key, EllipticCurvePublicKey):
                return False
            key.verify(signature, message, ECDSA(SHA256()))
        except (InvalidSignature, ValueError):
            return False
        return True


def head_message(head: SignedHead) -> bytes:
    """What is signed: every field of ``head`` but the signature itself."""
    return canonical(
        {
            "what": _HEAD,
            "seq": head.seq,
            "hash": head.hash,
            "at_us": micros(head.at),
            "key": head.key_sha256,
            "reason": head.reason,
        }
    ).encode()
