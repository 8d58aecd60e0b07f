from __future__ import annotations

from collections.abc import Sequence

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


def _dropping(every: int, *, handles: int = 255, looks: int = 40) -> Sequence[Held]:
    """Cameras drop out at each look of ``every``, and are back at the next."""
    return [
        Held(300_000_000, handles - (5 if look % every == 0 else 0), threads=30)
        for look in range(looks)
    ]


def test_cameras_that_drop_out_more_seldom_later_are_no_growth() -> None:
    often = [Held(300_000_000, 255 - (2 if look % 5 < 3 else 0), threads=30) for look in range(40)]

    assert "handles 255 -> 255" in judge([*often, *_dropping(3), *_dropping(10)])


def test_one_handle_more_is_told_beside_cameras_that_drop_out() -> None:
    with pytest.raises(Disproved, match="255 -> 256"):
        judge([*_dropping(3), *_dropping(3), *_dropping(2, handles=256)])
