from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from console.platform import pacing

ROOT = Path(__file__).parents[3]
_LOADS = """
import sys, time
from pathlib import Path
from console.platform.pacing import gently
sys.path.insert(0, {folder!r})
began_s, spent_s = time.monotonic(), time.process_time()
with gently(until_a_word={until}):
    import busy_1, busy_2
    print(any("Paced" in type(finder).__name__ for finder in sys.meta_path))
print(time.monotonic() - began_s, time.process_time() - spent_s)
print(any("Paced" in type(finder).__name__ for finder in sys.meta_path))
"""
_BUSY = "import time\nend = time.process_time() + 0.1\nwhile time.process_time() < end: pass\n"


def loaded(folder: Path, *, until: bool, said: bytes) -> tuple[str, float, float, str]:
    """Two busy modules are loaded: whether it paced to the end, seconds that passed and that were
    worked, whether it paces on.
    """
    for name in ("busy_1", "busy_2"):
        (folder / f"{name}.py").write_text(_BUSY)
    code = _LOADS.format(folder=str(folder), until=until)
    done = subprocess.run([sys.executable, "-c", code], input=said, cwd=ROOT, capture_output=True)
    to_the_end, took_s, spent_s, left = done.stdout.split()
    return to_the_end.decode(), float(took_s), float(spent_s), left.decode()


def test_between_two_modules_there_is_a_rest(tmp_path: Path) -> None:
    to_the_end, took_s, spent_s, left = loaded(tmp_path, until=False, said=b"")

    assert to_the_end == "True"
    assert took_s - spent_s >= 0.1 * pacing._REST * 0.9  # before the second; nothing after it
    assert left == "False"


def test_a_word_ends_all_rest(tmp_path: Path) -> None:
    to_the_end, _, _, left = loaded(tmp_path, until=True, said=b"begin\n")

    assert (to_the_end, left) == ("False", "False")
