"""Log files without secrets, and without lines that a camera could forge.

What is masked: logins in addresses, passwords in queries and Authorization headers, and
every ``Secret`` that the vault has handed out, in messages, arguments and tracebacks alike.
"""

from __future__ import annotations

import json
import logging
import re
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, quote_plus

from typing_extensions import override

from console.secret import MASK, Secret

LOG_FOLDER = "logs"
log = logging.getLogger(__name__)
MOST_BYTES = 2 << 20
OLD_FILES = 5
# A shorter password is masked only where it stands alone: "1" must not eat every digit.
_SHORT = 6

_PATTERNS = (
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,15}://)[^\s/?#]*@"), rf"\1{MASK}@"),
    (
        re.compile(
            r"(?i)\b((?:password|passwd|passwort|pwd|psw|loginpas|loginpass|userpwd)\s*[=:]\s*)"
            r"(?!\{password\})[^\s&;,'\"]+"
        ),
        rf"\1{MASK}",
    ),
    (re.compile(r"(?i)(authorization\s*[:=]\s*[a-z]+\s+)[^\r\n]+"), rf"\1{MASK}"),
)


class Redactor:
    """Knows which words must not be written.  Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()  # leaf lock; guards the two below
        self._words: set[str] = set()
        self._longest_first: tuple[str, ...] | None = None  # of _words; None: not sorted yet

    def hide(self, secret: Secret) -> None:
        """Mask ``secret`` from now on, also where it is escaped."""
        text = secret.reveal()
        with self._lock:
            if not text or text in self._words:
                return
            self._words |= {text, quote(text, safe=""), quote(text), quote_plus(text)}
            self._words |= {json.dumps(text)[1:-1], repr(text)[1:-1], ascii(text)[1:-1]}
            # Sorted when a line is written: a fleet's passwords come a thousand at once.
            self._longest_first = None

    def clean(self, text: str) -> str:
        """``text`` with everything secret masked."""
        for pattern, mask in _PATTERNS:
            text = pattern.sub(mask, text)
        for word in self._sorted():
            if word not in text:
                continue
            if len(word) < _SHORT:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", MASK, text)
            else:
                text = text.replace(word, MASK)
        return text

    def _sorted(self) -> tuple[str, ...]:
        with self._lock:
            if self._longest_first is None:
                self._longest_first = tuple(sorted(self._words, key=len, reverse=True))
            return self._longest_first


class RedactingFormatter(logging.Formatter):
    """One line a record, in UTC, control characters escaped, secrets masked."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime
        self._redactor = redactor

    @override
    def format(self, record: logging.LogRecord) -> str:
        # A record keeps the traceback as the first formatter wrote it; ours is never that one.
        kept, record.exc_text = record.exc_text, None
        try:
            return self._redactor.clean(super().format(record))
        finally:
            record.exc_text = kept

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        return escaped(super().formatMessage(record))

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return _indented(super().formatException(ei))

    @override
    def formatStack(self, stack_info: str) -> str:
        return _indented(super().formatStack(stack_info))


class Logbook:
    """The open log file of one process.  Close it last."""

    def __init__(self, handler: logging.Handler, redactor: Redactor) -> None:
        self.redactor = redactor
        self._handler = handler
        self._level = logging.getLogger().level
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.INFO)

    def close(self) -> None:
        """Write no more."""
        logging.getLogger().removeHandler(self._handler)
        logging.getLogger().setLevel(self._level)
        self._handler.close()


def set_up_logging(folder: Path, name: str, redactor: Redactor | None = None) -> Logbook:
    """Log from INFO on to ``logs/<name>.log`` in ``folder``: 2 MiB, and five older ones.

    Each process needs a ``name`` of its own.  Raises OSError when nothing can be written.
    """
    redactor = redactor or Redactor()
    logs = folder / LOG_FOLDER
    logs.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(
        logs / f"{name}.log", maxBytes=MOST_BYTES, backupCount=OLD_FILES, encoding="utf-8"
    )
    handler.setFormatter(RedactingFormatter(redactor))
    return Logbook(handler, redactor)


@contextmanager
def logging_to(folder: Path, name: str, redactor: Redactor) -> Iterator[None]:
    """As ``set_up_logging`` for a block; a full disk does not keep us from working."""
    try:
        logbook = set_up_logging(folder, name, redactor)
    except OSError as error:
        log.warning("no log is kept: %s", error.strerror)
        yield
        return
    try:
        yield
    finally:
        logbook.close()


def escaped(text: str) -> str:
    """``text`` with what ends a line, colours a terminal or turns text round, as escapes."""
    return "".join(
        sign.encode("unicode_escape").decode()
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else sign
        for sign in text
    )


def _indented(text: str) -> str:
    """A traceback's lines can be told from records: they begin with a blank."""
    return "\n".join("    " + escaped(line) for line in text.split("\n"))
