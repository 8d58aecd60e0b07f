"""What a call takes is told of this PC and of the reference PC; this one judges."""

from __future__ import annotations

import pytest

from console.bench.yardstick import THERE_MS
from tests.proof.proof import Disproved
from tests.proof.reference import Took, judged


def test_what_a_call_takes_on_the_reference_pc_is_told_of_a_slow_pc_and_of_a_fast_one() -> None:
    slow_pc, fast_pc = Took(120.0, 3 * THERE_MS), Took(30.0, THERE_MS / 2)

    assert (slow_pc.slower, slow_pc.there_ms) == (3.0, 40.0)
    assert (fast_pc.slower, fast_pc.there_ms) == (0.5, 60.0)


def test_what_is_slow_here_is_not_excused_by_the_pc() -> None:
    slow_pc, fast_pc = Took(120.0, 3 * THERE_MS), Took(30.0, THERE_MS / 2)

    with pytest.raises(Disproved, match=r"too slow: usual, rows$"):
        judged(
            {"usual": slow_pc, "seldom": fast_pc},
            {"rows": Took(151.0, 3 * THERE_MS)},
            answered_ms=50.0,
            painted_ms=150.0,
        )


def test_what_is_seen_in_time_is_summed_up_here_and_there() -> None:
    answered, painted = Took(48.0, 3 * THERE_MS), Took(150.0, 3 * THERE_MS)

    line = judged({"usual": answered}, {"rows": painted}, answered_ms=50.0, painted_ms=150.0)

    assert "answered in 48 ms here and 16 on the reference PC" in line
    assert "painted in 150 ms here and 50 on the reference PC" in line
    assert line.endswith("this PC is 3.0 times slower")
