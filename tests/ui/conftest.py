"""What the tests of the window share: no screen, Vietnamese words, a ward, an engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.ui.fake_engine import FakeEngine
from ui import translation

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Vietnamese words, compiled from what lies in the repository."""
    folder = tmp_path_factory.mktemp("translations")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = ROOT / "resources" / "translations" / "console_vi.ts"
    subprocess.run(
        [tool, "-silent", source, "-qm", folder / "console_vi.qm"], check=True, capture_output=True
    )
    return folder


@pytest.fixture
def vietnamese(qapp: QApplication, translations: Path) -> Iterator[QTranslator]:
    """The screen speaks Vietnamese."""
    translator = translation.install(qapp, "vi", translations)
    assert translator is not None
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def engine(clock: FakeClock) -> FakeEngine:
    return FakeEngine(clock)
