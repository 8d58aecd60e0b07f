"""A change map made up: what moved before a camera, and when."""

from __future__ import annotations

import random
from datetime import datetime

from db.footage_records import Look
from db.records import to_us

HOUR_US = 3_600_000_000


def movement(now: datetime, hours: float, seed: int) -> list[Look]:
    """A look every two seconds: quiet, and now and then somebody passes."""
    chance = random.Random(seed)
    first = to_us(now) - round(hours * HOUR_US)
    looks, busy = [], 0
    for number in range(round(hours * 1800)):
        busy = busy - 1 if busy else (chance.randint(5, 60) if chance.random() < 0.01 else 0)
        amount = chance.randint(40, 230) if busy else chance.randint(0, 6)
        looks.append(Look(first + number * 2_000_000, 1, amount))
    return looks
