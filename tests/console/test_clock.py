"""The station PC's own clock."""

from __future__ import annotations

from pathlib import Path

from console.clock import SystemClock


def test_seconds_count_the_pcs_sleep() -> None:
    clock = SystemClock()

    before_s = clock.monotonic_s()
    # The kernel's own word for the time since it booted, asleep or not, to 10 ms.
    uptime_s = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    after_s = clock.monotonic_s()

    assert before_s - 0.02 <= uptime_s <= after_s + 0.02
