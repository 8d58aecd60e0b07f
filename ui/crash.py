"""Our own bugs: a calm sentence with a number on screen, the traceback in the log alone."""

from __future__ import annotations

import logging
import secrets
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class CrashNotice(QObject):
    """Hears every exception that nobody caught, on any thread."""

    happened = Signal(str)  # the sentence for the notice bar

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread

    def remove(self) -> None:
        """Leave exceptions to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        number = secrets.token_hex(3).upper()
        log.critical("error %s", number, exc_info=(kind, error, trace))
        self.happened.emit(
            self.tr(
                "Something in this program went wrong (error {number}). The pictures go on. "
                "Write the number down and tell the administrator."
            ).format(number=number)
        )

    def _on_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self._on_exception(what.exc_type, what.exc_value, what.exc_traceback)
