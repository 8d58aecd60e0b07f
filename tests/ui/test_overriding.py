"""An error in a method that Qt calls is heard, whatever it is, and the window lives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.house.set_up import ROOT
from ui.overriding import override

_BESIDE = ROOT / "ui" / "overriding.py"


class _Broken(QWidget):
    def __init__(self, error: str) -> None:
        super().__init__()
        self._error = error

    @override
    def event(self, event: QEvent) -> bool:
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        _raise(self._error)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        _raise(self._error)
        return False


def _raise(error: str) -> None:
    nothing: list[int] = []
    match error:
        case "index":
            nothing[0]
        case "number":
            int("x")
        case "call":
            len(3)  # type: ignore[arg-type]
        case _:
            raise LookupError(error)


@pytest.mark.parametrize(
    ("error", "kind"),
    [("index", IndexError), ("number", ValueError), ("call", TypeError), ("our own", LookupError)],
)
def test_an_error_that_qt_would_not_survive_is_raised_where_it_can_be_heard(
    qtbot: QtBot, error: str, kind: type[Exception]
) -> None:
    broken = _Broken(error)
    qtbot.addWidget(broken)

    with pytest.raises(kind):
        QApplication.sendEvent(broken, QFocusEvent(QEvent.Type.FocusOut))


def test_so_is_one_in_a_filter(qtbot: QtBot) -> None:
    watched, broken = QWidget(), _Broken("index")
    qtbot.addWidget(watched)
    watched.installEventFilter(broken)

    with pytest.raises(IndexError):
        QApplication.sendEvent(watched, QFocusEvent(QEvent.Type.FocusOut))

    watched.removeEventFilter(broken)


def test_every_module_of_the_window_takes_this_one() -> None:
    others = [
        path
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path != _BESIDE
        and "import override" in (text := path.read_text(encoding="utf-8"))
        and "from ui.overriding import override" not in text
    ]
    assert others == []
