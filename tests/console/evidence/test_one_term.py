"""Whoever compares the fingerprint reads one term: on paper, in the checkers, and on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from console.evidence.cover import cover_pdf
from console.evidence.receipts import receipt_pdf
from tests.console.evidence.covers import USUAL, pdf_text, squeezed
from tests.console.evidence.test_receipts import RECEIPT

RESOURCES = Path(__file__).parents[3] / "resources"
TERM = "Dấu vân tay của khoá ký"


@pytest.mark.parametrize("paper", [lambda: cover_pdf(USUAL), lambda: receipt_pdf(RECEIPT)])
def test_papers_have_the_term(paper: Callable[[], bytes]) -> None:
    text = pdf_text(paper())

    assert squeezed(TERM) in text
    assert not re.search(squeezed("(?<!dấu )vân tay"), text, re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [
        "checkers/DOC-TRUOC.html",
        "checkers/kiem-tra.html",
        "checkers/kiem-tra.py",
        "translations/console_vi.ts",
        "help/vi/goi_chung_cu.md",
    ],
)
def test_checkers_screen_and_manual_have_the_term(path: str) -> None:
    text = (RESOURCES / path).read_text(encoding="utf-8")

    assert TERM.casefold() in text.casefold()
    assert not re.search("(?<!dấu )vân tay", text, re.IGNORECASE)
    assert not re.search("dấu vân(?! tay)[^<]*kho[áó]", text, re.IGNORECASE)
