from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.proof.proof import Disproved
from tests.proof.soak_hour import Held, judge

MB = 1 << 20
LOOKS = 300  # fifty minutes


def held(*, grown_mb: float = 0.0, handles: int = 90, later_handles: int = 90) -> Sequence[Held]:
    """A process of 100 MB that grows evenly by so much in an hour."""
    return [
        Held(
            at_s=10.0 * look,
            memory=int((100 + grown_mb * look / 360) * MB) + (look % 7) * 4096,
            handles=handles if look < LOOKS // 2 else later_handles,
            threads=12,
        )
        for look in range(LOOKS)
    ]


def test_what_stays_the_same_holds() -> None:
    assert "handles 90 -> 90" in judge({"worker 2": held()})


def test_growth_of_less_than_a_hundredth_in_an_hour_is_forgiven() -> None:
    assert judge({"worker 2": held(grown_mb=0.8)})


def test_a_moment_of_more_memory_and_handles_is_forgiven() -> None:
    steady = list(held())
    steady[200:230] = [Held(h.at_s, 2 * h.memory, 120, 20) for h in steady[200:230]]

    assert judge({"job 5": steady})


@pytest.mark.parametrize("worse", [held(grown_mb=1.5), held(later_handles=91)])
def test_growth_of_one_process_among_others_is_told(worse: Sequence[Held]) -> None:
    with pytest.raises(Disproved, match="worker 3"):
        judge({"worker 2": held(), "worker 3": worse})
