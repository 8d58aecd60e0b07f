"""What tests of services share."""

from __future__ import annotations

import pytest

from console import passwords
from tests.console.officers import CHEAP


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of the command line, which opens a station at the usual cost of a password."""
    monkeypatch.setattr(passwords, "HashCost", lambda: CHEAP)
