"""A call is judged by what it would take on the reference PC."""

from __future__ import annotations

import pytest

from console.bench.yardstick import THERE_MS
from tests.proof.proof import Disproved
from tests.proof.reference import Took, judged


def test_a_slow_pc_is_allowed_for_and_a_fast_one_too() -> None:
    slow_pc, fast_pc = Took(120.0, 3 * THERE_MS), Took(30.0, THERE_MS / 2)

    assert (slow_pc.slower, slow_pc.there_ms) == (3.0, 40.0)
    with pytest.raises(Disproved, match=r"too slow: seldom$"):
        judged(
            {"usual": slow_pc, "seldom": fast_pc},
            {"rows": slow_pc},
            answered_ms=50.0,
            painted_ms=150.0,
        )


def test_what_is_seen_in_time_is_summed_up_here_and_there() -> None:
    answered, painted = Took(120.0, 3 * THERE_MS), Took(300.0, 3 * THERE_MS)

    line = judged({"usual": answered}, {"rows": painted}, answered_ms=50.0, painted_ms=150.0)

    assert "answered in 120 ms here and 40 on the reference PC" in line
    assert "painted in 300 ms here and 100 on the reference PC" in line
    assert line.endswith("this PC is 3.0 times slower")
