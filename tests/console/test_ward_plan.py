"""The plan of the ward: who sets it, what is kept, what is refused."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from console.audit import Act, Audit
from console.errors import FieldRefused, NotAllowed
from console.ward_plan import LARGEST_SIDE, PlanRule, WardPlan, check_file
from db.records import Role
from db.store import Store
from tests.fakes import FakeClock
from tests.logos import png
from tests.timelines import Post


def promising(width: int, height: int) -> bytes:
    """The beginning of a PNG that says it is as large as that."""
    return png(1, 1)[:16] + struct.pack(">II", width, height) + png(1, 1)[24:]


def test_the_administrator_sets_it_and_whoever_sees_incidents_sees_it(
    tmp_path: Path, store: Store, clock: FakeClock
) -> None:
    post = Post(tmp_path, store, clock)
    plan = WardPlan(store, post.gate, Audit(post.seat, clock, "pc-1"))
    post.officer(Role.ADMINISTRATOR)
    picture = png(800, 600)

    plan.change(picture)

    assert plan.picture_to_change() == picture
    with pytest.raises(NotAllowed):
        plan.picture()
    for wrong, rule in (
        (b"GIF89a", PlanRule.FORMAT),
        (picture + bytes(3 << 20), PlanRule.BYTES),
        (png(LARGEST_SIDE + 1, 10), PlanRule.SIDE),
    ):
        with pytest.raises(FieldRefused, match=rule):
            plan.change(wrong)
    post.officer(Role.DUTY)
    assert plan.picture() == picture
    with pytest.raises(NotAllowed):
        plan.change(None)
    post.officer(Role.ADMINISTRATOR)
    plan.change(None)
    assert plan.picture_to_change() is None
    assert post.log(Act.SETTINGS_CHANGED)[0][3] == {"fields": ["ward_plan"]}


@pytest.mark.parametrize(
    ("header", "rule"),
    [
        (promising(30_000, 30_000), PlanRule.SIDE),  # a bomb: few bytes, a thousand million pixels
        (promising(9000, 9000), PlanRule.SIDE),
        (promising(0, 10), PlanRule.SIDE),
        (b"\x89PNG\r\n\x1a\n", PlanRule.FORMAT),
        (b"", PlanRule.FORMAT),
    ],
)
def test_a_file_that_promises_too_much_is_never_decoded(header: bytes, rule: PlanRule) -> None:
    with pytest.raises(FieldRefused, match=rule):
        check_file(header)
