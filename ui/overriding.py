"""``override`` for what Qt calls: an error in it is told, and does not end the program.

Where Python 3.11 raises from C, as for ``[][0]``, the exception is a class and a string until some
frame handles it.  PySide (6.9 to 6.12) takes that string for an exception when it leaves a method
that Qt called, and reads what is not there: the window, its wall and all, is gone.  Handled once
and raised again it is whole.  Python 3.12 makes whole ones from the start.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing_extensions import override
else:

    def override(method: Callable[..., Any]) -> Callable[..., Any]:
        """Mark a method that stands for one of Qt's or of a base class's."""

        @wraps(method)
        def whole(*arguments: Any, **named: Any) -> Any:
            try:
                return method(*arguments, **named)
            except BaseException:  # noqa: TRY203 -- see above
                raise

        return whole


__all__ = ["override"]
