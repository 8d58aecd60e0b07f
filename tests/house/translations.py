"""Is every word on the screen translated, and does every translation name the same fields?"""

from __future__ import annotations

import shutil
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.set_up import PYTHON, ROOT

_GONE = {"obsolete", "vanished"}


@dataclass(frozen=True)
class Message:
    """One text of the screen; ``translations`` has one entry, or one for each plural form."""

    context: str
    source: str
    comment: str
    translations: tuple[str, ...]
    finished: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others."""
        return self.context, self.source, self.comment


def main() -> int:
    """Say what is wrong with each translation; returns 1 if anything is."""
    wrong = [
        f"{file.name}: {line}"
        for file in sorted((ROOT / "resources" / "translations").glob("console_*.ts"))
        for line in faults(read(file), read_anew(file))
    ]
    print("\n".join(wrong))
    return 1 if wrong else 0


def faults(known: list[Message], in_code: list[Message]) -> Iterator[str]:
    """What is wrong with the messages of a file, given what stands in the code now."""
    there = {message.key for message in known}
    for message in in_code:
        if message.key not in there:
            yield f"new in the code: {message.context}: {message.source!r}"
    gone = there - {message.key for message in in_code}
    yield from (
        f"not in the code any more: {context}: {text!r}" for context, text, _ in sorted(gone)
    )
    for message in known:
        if not message.finished or not all(message.translations):
            yield f"not translated: {message.context}: {message.source!r}"
        elif any(fields(text) != fields(message.source) for text in message.translations):
            yield f"other fields: {message.context}: {message.source!r}"


def fields(text: str) -> set[str]:
    """The ``{names}`` in a text; a text that ``format`` cannot read has the field ``?``."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def read(file: Path) -> list[Message]:
    """The messages of a ``.ts`` file that are still in use."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if not any(form.get("type") in _GONE for form in message.iter("translation"))
    ]


def read_anew(file: Path) -> list[Message]:
    """What ``file`` would hold if it were brought up to date with the code."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(shutil.copy(file, folder))
        sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py"))]
        lupdate = str(PYTHON.with_name("pyside6-lupdate" + PYTHON.suffix))
        subprocess.run([lupdate, "-silent", *sources, "-ts", str(draft)], cwd=ROOT, check=True)
        return read(draft)


def _message(context: str, message: ET.Element) -> Message:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        tuple(forms or [translation.text or ""]),
        translation.get("type") != "unfinished",
    )


if __name__ == "__main__":
    sys.exit(main())
