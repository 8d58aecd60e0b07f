"""The code on the recovery sheet: made once, printed, kept in a safe, typed in after a disaster.

Ten groups of six digits: five that are random and one that checks them, so that it can be read
out over a telephone and a slip is found in its group.  166 random bits need no stretching.
"""

from __future__ import annotations

import secrets

from console.errors import CodeWrong
from console.secret import Secret

GROUPS = 10
GROUP_DIGITS = 6
_KEY_BYTES = 32

# Damm's quasigroup: finds every single wrong digit and every two neighbours that were swapped.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def made_code() -> Secret:
    """A new code, as it is printed: ten groups with a blank between."""
    groups = (f"{secrets.randbelow(10 ** (GROUP_DIGITS - 1)):05}" for _ in range(GROUPS))
    return Secret(" ".join(digits + _check(at, digits) for at, digits in enumerate(groups)))


def sheet_key(code: Secret, vault_id: str) -> bytes:
    """The 32-byte key that ``code`` stands for, for the vault of that id (hex).

    Blanks, dashes and dots between the digits do not matter.

    Raises:
        CodeWrong: with the group (from 1) that was misread, or 0 when it is not the right length.
    """
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derive = HKDF(SHA256(), _KEY_BYTES, bytes.fromhex(vault_id), b"ward-console recovery 1")
    return derive.derive(_digits(code).encode())


def _digits(code: Secret) -> str:
    digits = "".join(sign for sign in code.reveal() if sign not in " \t\r\n-.\u00a0")
    if len(digits) != GROUPS * GROUP_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise CodeWrong(0)
    for at in range(GROUPS):
        group = digits[at * GROUP_DIGITS : (at + 1) * GROUP_DIGITS]
        if _check(at, group) != "0":
            raise CodeWrong(at + 1)
    return digits


def _check(at: int, digits: str) -> str:
    """The check digit of the group at place ``at``; "0" for a group that has its own.

    It begins with the place, so that two whole groups that were swapped are found, too.
    """
    state = str(at)
    for digit in digits:
        state = _DAMM[int(state)][int(digit)]
    return state
