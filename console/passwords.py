"""Officers' passwords: what is accepted, how it is kept, and one-time ones that can be read aloud.

Kept is Argon2id's own text form (PHC string), never the password.  ``argon2`` is loaded when
the first password is checked, not at start.
"""

from __future__ import annotations

import secrets
import threading
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from console.errors import FieldRefused
from console.guessable import is_guessable
from console.secret import Secret

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 8  # characters; 15 are advised on screen
LONGEST = 256
FIELD = "password"

# Told over the telephone without a mistake: no r/d/gi, s/x, l/n, tr/ch pairs, no look-alikes.
_CONSONANTS = "bhkmnptvx"
_VOWELS = "aeiou"
_GROUPS = 3


class PasswordRule(StrEnum):
    """What a new password broke, as ``FieldRefused.rule`` names it."""

    SHORT = "short"  # fewer than 8 characters
    LONG = "long"  # more than 256 characters
    CHARACTERS = "characters"  # control characters, which a keyboard does not give
    COMMON = "common"  # nothing in it that a guesser would not try first
    CONTEXT = "context"  # nothing in it but the station's, the officer's or the trade's words
    SAME = "same"  # the one that is to be changed


@dataclass(frozen=True, slots=True, kw_only=True)
class HashCost:
    """What one check costs: passes, memory in KiB, threads.

    The defaults are those of argon2-cffi 25.1 (RFC 9106, second choice): some 0.2 s.  Raised
    ones reach an officer's kept password when he next signs in.
    """

    passes: int = 3
    memory_kib: int = 65536
    threads: int = 4


class Passwords:
    """Makes and checks hashes.  Safe from any thread; each call takes as long as ``HashCost``."""

    def __init__(self, cost: HashCost | None = None) -> None:
        self._cost = cost or HashCost()
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._hasher: PasswordHasher | None = None
        self._nobodys: str | None = None

    def hash(self, password: Secret) -> str:
        """What is kept of a password that ``checked`` let through."""
        return self._argon2().hash(composed(password))

    def matches(self, kept: str | None, password: Secret) -> bool:
        """Whether ``password`` is the kept one, to the letter.

        None is nobody's: the answer is no, and it takes as long as any other.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        hasher = self._argon2()
        try:
            typed = composed(password)
        except UnicodeError:
            typed = b""  # half a letter: nobody's password, found out as slowly as any other
        try:
            hasher.verify(kept or self._dummy(hasher), typed)
        except (VerificationError, InvalidHashError):
            return False
        return bool(kept)

    def is_outdated(self, kept: str) -> bool:
        """Whether ``kept`` was made at another cost than today's."""
        return self._argon2().check_needs_rehash(kept)

    def _argon2(self) -> PasswordHasher:
        from argon2 import PasswordHasher, Type

        with self._lock:
            if self._hasher is None:
                self._hasher = PasswordHasher(
                    time_cost=self._cost.passes,
                    memory_cost=self._cost.memory_kib,
                    parallelism=self._cost.threads,
                    type=Type.ID,
                )
            return self._hasher

    def _dummy(self, hasher: PasswordHasher) -> str:
        with self._lock:
            if self._nobodys is None:
                self._nobodys = hasher.hash(secrets.token_urlsafe(32))
            return self._nobodys


def checked(password: Secret, context: Iterable[str] = ()) -> Secret:
    """A new password that may be kept.  No rule of composition: any letters, blanks too.

    ``context`` are names that a guesser at this station would try: its own, the officer's.

    Raises:
        FieldRefused: ``field`` is "password", ``rule`` one of ``PasswordRule``.
    """
    text = password.reveal()
    if any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in text):
        raise FieldRefused(FIELD, PasswordRule.CHARACTERS)
    text = unicodedata.normalize("NFC", text)
    if len(text) < SHORTEST:
        raise FieldRefused(FIELD, PasswordRule.SHORT)
    if len(text) > LONGEST:
        raise FieldRefused(FIELD, PasswordRule.LONG)
    if is_guessable(text):
        raise FieldRefused(FIELD, PasswordRule.COMMON)
    if is_guessable(text, context, trade=True):
        raise FieldRefused(FIELD, PasswordRule.CONTEXT)
    return password


def composed(password: Secret) -> bytes:
    """The bytes that are hashed: composed letters (NFC), so that two keyboards agree."""
    return unicodedata.normalize("NFC", password.reveal()).encode()


def one_time() -> Secret:
    """A random password to be read aloud, like "kabo27-tine84-muxa50": 52 bits."""
    return Secret("-".join(_group() for _ in range(_GROUPS)))


def as_spoken(password: Secret) -> Secret:
    """A one-time password however it was written down: large or small, with blanks or without."""
    return Secret("".join(sign for sign in password.reveal().casefold() if sign.isalnum()))


def _group() -> str:
    syllables = (secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(2))
    return "".join(syllables) + f"{secrets.randbelow(100):02}"
