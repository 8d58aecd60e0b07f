"""The station's signing key: ECDSA on P-256 with SHA-256, and what a signed head says.

Everything of the ``cryptography`` library that signs is here; it is loaded when a key is needed.
The private key travels as ``Secret`` between here and the vault and nowhere else.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from console.entry_text import canonical, micros
from console.errors import VaultLocked
from console.secret import Secret
from db.records import SignedHead

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.x509 import Certificate

_VALID_FROM = datetime(2020, 1, 1, tzinfo=UTC)
# RFC 5280, 4.1.2.5: a certificate without an end.  What ends a key stands in the station's log.
_VALID_TO = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_SERIAL_BYTES = 16
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

    def certificate(self) -> bytes:
        """The public half as an X.509 certificate in PEM, signed by itself.

        Tools such as ``openssl`` want one.  It says nothing of who owns the key, for it could say
        anything: the fingerprint on paper does.  It has no end and tells no time of its making,
        for the PC's clock need not be right.
        """
        from cryptography.hazmat.primitives.serialization import Encoding

        return self._certificate().public_bytes(Encoding.PEM)

    def sign_detached(self, content: bytes, certificate: bytes) -> bytes:
        """A CMS signature of ``content``, which is not in it, in DER; some 800 bytes.

        ``certificate`` is what ``certificate`` gave; it is inside.  Content type, digest and the
        PC's time are signed with it.

        Raises:
            ValueError: the certificate is not of this key.

        """
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.serialization import Encoding
        from cryptography.hazmat.primitives.serialization.pkcs7 import (
            PKCS7Options,
            PKCS7SignatureBuilder,
        )
        from cryptography.x509 import load_pem_x509_certificate

        if PublicKey.of_certificate(certificate) != self.public():
            raise ValueError("the certificate is of another key")
        signer = load_pem_x509_certificate(certificate)
        builder = PKCS7SignatureBuilder().set_data(content)
        builder = builder.add_signer(signer, self._private, SHA256())
        # Without Binary each LF is hashed as CR LF, and nobody else finds the signature good.
        options = (PKCS7Options.Binary, PKCS7Options.DetachedSignature, PKCS7Options.NoCapabilities)
        return builder.sign(Encoding.DER, options)

    def _certificate(self) -> Certificate:
        from cryptography import x509
        from cryptography.hazmat.primitives.hashes import SHA256

        fingerprint = self.public().fingerprint()
        name = x509.Name(
            [x509.NameAttribute(x509.NameOID.COMMON_NAME, f"ward-console {fingerprint[:16]}")]
        )
        # A serial number is positive and has 20 bytes at most; this one is the key's own.
        serial = int.from_bytes(bytes.fromhex(fingerprint)[:_SERIAL_BYTES]) | 1
        usage = x509.KeyUsage(
            digital_signature=True,
            content_commitment=True,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=False,
            crl_sign=False,
            encipher_only=False,
            decipher_only=False,
        )
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self._private.public_key())
            .serial_number(serial)
            .not_valid_before(_VALID_FROM)
            .not_valid_after(_VALID_TO)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .sign(self._private, SHA256())
        )


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What checks a signature; ``pem`` is a SubjectPublicKeyInfo as ``openssl`` reads it."""

    pem: str

    @classmethod
    def of_certificate(cls, pem: bytes) -> Self:
        """The key of a certificate that is signed by itself, as ``StationKey.certificate`` is.

        Raises:
            ValueError: it is not one such certificate, and nothing else.
        """
        from cryptography.x509 import load_pem_x509_certificates

        try:
            found = load_pem_x509_certificates(pem)
            if len(found) != 1:
                raise ValueError("more than one certificate")
            found[0].verify_directly_issued_by(found[0])
        except _bad_certificates() as error:
            raise ValueError("it is not one certificate that is signed by itself") from error
        return cls(_pem_of(found[0]))

    @classmethod
    def inside(cls, der: bytes) -> Self:
        """The key of any certificate, whoever signed that.

        Raises:
            ValueError: it is no certificate, or of another kind of key.
        """
        from cryptography.x509 import load_der_x509_certificate

        try:
            return cls(_pem_of(load_der_x509_certificate(der)))
        except _bad_certificates() as error:
            raise ValueError("it is no certificate") from error

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


def certificate_der(pem: bytes) -> bytes:
    """The certificate of ``PublicKey.of_certificate`` as it stands in a CMS signature.

    Raises:
        ValueError: it is none.
    """
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificate

    return load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def _bad_certificates() -> tuple[type[Exception], ...]:
    """What the library raises at a certificate that was made to hurt, or is only broken."""
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    return (
        InvalidSignature,
        UnsupportedAlgorithm,
        x509.DuplicateExtension,
        x509.ExtensionNotFound,
        x509.InvalidVersion,
        x509.UnsupportedGeneralNameType,
        TypeError,
        ValueError,
    )


def _pem_of(certificate: Certificate) -> str:
    """The public key, if it is one on P-256.  Raises ValueError, or as ``_bad_certificates``."""
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = certificate.public_key()
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
        return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    raise ValueError("a key of another kind")


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


def stamped_by(
    certificate: bytes, message: bytes, signature: bytes, digest: str, *, pss: bool = False
) -> bool:
    """Whether the key of a time-stamping certificate (DER) signed ``message``.

    ``digest`` is "sha256", "sha384" or "sha512".  RSA with PKCS #1 v1.5 or, where ``pss`` says so,
    with PSS; and ECDSA.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS, PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.x509.oid import ExtendedKeyUsageOID

    kinds = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
    try:
        found = x509.load_der_x509_certificate(certificate)
        uses = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        if ExtendedKeyUsageOID.TIME_STAMPING not in uses:
            return False
        match found.public_key():
            case EllipticCurvePublicKey() as key:
                key.verify(signature, message, ECDSA(kinds[digest]))
            case RSAPublicKey() as key:
                way = PSS(MGF1(kinds[digest]), PSS.AUTO) if pss else PKCS1v15()
                key.verify(signature, message, way, kinds[digest])
            case _:
                return False
    except _bad_certificates():
        return False
    return True
