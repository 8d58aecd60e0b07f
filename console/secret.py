"""A password that cannot be shown by accident."""

from __future__ import annotations

from typing import NoReturn

from typing_extensions import override


class Secret:
    """Wraps a password: prints as dots, refuses to be pickled, opens by ``reveal`` alone."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The password itself.  Call it where it is used, and keep the answer nowhere."""
        return self._text

    @override
    def __repr__(self) -> str:
        return "•••"

    __str__ = __repr__

    @override
    def __format__(self, format_spec: str) -> str:
        return "•••"

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    @override
    def __hash__(self) -> int:
        return hash(self._text)

    @override
    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")
