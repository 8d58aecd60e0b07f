"""A desk with six cameras, of two teams: the last one is of the second."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.store import Store
from tests import wards
from tests.evidence import EvidenceDesk
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path, store: Store, clock: FakeClock) -> EvidenceDesk:
    wards.fill(store, cameras=6)
    return EvidenceDesk(tmp_path, store, clock)
