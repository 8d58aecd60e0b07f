from __future__ import annotations

import pytest

from tests.proof.proof import Disproved
from tests.proof.soak import Held, judge

STEADY = [Held(memory=300_000_000, handles=120, threads=30)] * 9


def test_what_stays_the_same_holds() -> None:
    assert "+0.0%" in judge(STEADY)


def test_a_moment_of_more_handles_is_forgiven() -> None:
    assert judge([*STEADY[:8], Held(memory=300_000_000, handles=140, threads=34)])


@pytest.mark.parametrize(
    "worse",
    [
        Held(memory=310_000_000, handles=120, threads=30),
        Held(memory=300_000_000, handles=121, threads=30),
        Held(memory=300_000_000, handles=120, threads=31),
    ],
)
def test_growth_of_any_kind_is_told(worse: Held) -> None:
    with pytest.raises(Disproved):
        judge([*STEADY[:6], worse, worse, worse])
