"""A folder to put things together in, on the data folder's disk, gone whatever happens."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.platform.others import lives

_NAME = re.compile(r"scratch-(\d+)-\w+")


@contextmanager
def scratch(data_dir: Path) -> Iterator[Path]:
    """An empty folder for its owner alone.

    What processes that were killed have left there is removed first.  Raises OSError.
    """
    for left in data_dir.iterdir():
        found = _NAME.fullmatch(left.name)
        if found and not lives(int(found[1])):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"scratch-{os.getpid()}-", dir=data_dir) as name:
        yield Path(name)
