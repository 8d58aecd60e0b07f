"""A plugin of pytest, ``-p tests.house.without_qt``: as if Qt were not installed.

``db`` and ``console`` must not need it.  Each process that tests loads this before any test.
"""

from __future__ import annotations

import sys

sys.modules["PySide6"] = None  # type: ignore[assignment]
