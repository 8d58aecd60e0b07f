"""A password on its way through the program, worded so that it cannot slip into a log."""

from __future__ import annotations

import hmac
from typing import NoReturn, Self

from typing_extensions import override

MASK = "•••"


class Secret:
    """Holds one password.  ``str``, ``repr`` and ``format`` show a mask.

    Equal to another ``Secret`` of the same text, and to nothing else.  It cannot be
    pickled or copied into JSON by accident: whoever needs the text says ``reveal``.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The password in clear.  Keep it in a local name, hand it on, drop it."""
        return self._text

    @override
    def __repr__(self) -> str:
        return MASK

    @override
    def __str__(self) -> str:
        return MASK

    @override
    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self._text)

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(_bytes(self._text), _bytes(other._text))

    @override
    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __deepcopy__(self, memo: object) -> Self:
        return self  # immutable; records that hold one may be copied within the program

    @override
    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not pickled: reveal it where it is needed")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
