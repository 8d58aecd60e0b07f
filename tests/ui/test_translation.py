from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from tests.house import translations as house
from tests.ui.conftest import ROOT
from ui import keys, translation

VIETNAMESE = ROOT / "resources" / "translations" / "console_vi.ts"


def test_every_word_of_the_screen_is_translated_with_the_same_fields() -> None:
    assert list(house.faults(house.read(VIETNAMESE), house.read_anew(VIETNAMESE))) == []


def test_the_screen_speaks_vietnamese(vietnamese: QTranslator) -> None:
    assert keys.words_of("page-devices") == "Thiết bị"


def test_english_needs_no_translation(qapp: QApplication) -> None:
    assert translation.install(qapp, "en") is None
    assert keys.words_of("page-devices") == "Devices"


def test_missing_words_are_said_in_the_log_and_english_is_shown(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert translation.install(qapp, "vi", tmp_path) is None

    assert "console_vi.qm" in caplog.text
    assert caplog.records[0].levelno == logging.WARNING
    caplog.clear()
