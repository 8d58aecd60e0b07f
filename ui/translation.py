"""The words on screen: Vietnamese first, English as written in the code."""

from __future__ import annotations

import logging
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

SOURCE_LANGUAGE = "en"
DEFAULT_LANGUAGE = "vi"
log = logging.getLogger(__name__)


def translations_folder() -> Path:
    """Where the compiled ``console_<language>.qm`` lie."""
    return Path(str(files("resources"))) / "translations"


def switch(app: QCoreApplication, language: str, folder: Path | None = None) -> None:
    """Speak another language from now on; what is on screen already stays as it is."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    install(app, language, folder)


def install(
    app: QCoreApplication, language: str = DEFAULT_LANGUAGE, folder: Path | None = None
) -> QTranslator | None:
    """Speak ``language`` from now on; None, said in the log, where only English is there.

    The translator must outlive what it translates: it is a child of ``app``.
    """
    if language == SOURCE_LANGUAGE:
        return None
    file = (folder or translations_folder()) / f"console_{language}.qm"
    translator = QTranslator(app)
    if not translator.load(str(file)):
        log.warning("no compiled translation %s; the screen speaks English", file.name)
        return None
    app.installTranslator(translator)
    return translator
