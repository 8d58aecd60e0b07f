"""What a medium gives back of a native copy is held against what was written."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.video import native
from console.video.cutter import cut
from console.video.native import Native, Wanted
from console.video.outgoing import Outgoing
from console.video.wire_footage import Cut
from console.workers import Stop
from db.records import StreamRole
from tests.console.evidence.making import flip
from tests.console.video.footage_made import GATE, Ward, instant


@pytest.mark.parametrize("hashed", [True, False])
def test_all_parts_are_written_and_hashed_in_their_order(tmp_path: Path, hashed: bool) -> None:
    """Small and large ones, and such as lie in pages that are used again and again."""
    sizes = [3, 700, 65_536, 5, 65_535, 200_000, 1_048_576, 9, 65_535, 65_536, 70_000, 40, 300_000]
    parts = [bytes([number]) * size for number, size in enumerate(sizes * 3)]
    with (tmp_path / "file").open("wb") as file, closing(Outgoing(file, hashed=hashed)) as made:
        for number, part in enumerate(parts):
            if number % 3:
                assert made.copy(io.BytesIO(part), 1 << 30) == len(part)
            else:
                made.put(part)
        sha256 = made.end()

    assert (tmp_path / "file").read_bytes() == b"".join(parts)
    if hashed:
        assert sha256 == hashlib.sha256(b"".join(parts)).hexdigest()


def test_a_medium_that_gives_back_another_byte_has_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 60)
    look = native.look

    def looked(path: Path, wanted: Wanted, stop: Stop, told: Callable[[int], None]) -> Native:
        flip(path, -9)  # in a picture: every box and length is as it was
        return look(path, wanted, stop, told)

    monkeypatch.setattr(native, "look", looked)
    order = Cut(
        1, GATE, StreamRole.SUB, instant(0), instant(60), str(tmp_path / "cut.mp4"), facts=True
    )

    with pytest.raises(OSError, match="another") as told:
        cut(ward.footage, order, Stop(), lambda done, total: None)

    assert told.value.errno == errno.EIO
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
