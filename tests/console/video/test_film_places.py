"""Where films lie is told by strings: the parts of each path would stay in a table of Python's."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from console.video.archive_file import INDEX_FILE
from console.video.archive_reader import ArchiveReader
from console.video.film import Film
from console.video.footage import Footage
from db.records import StreamRole
from tests.console.video.footage_made import GATE, Ward, instant


def test_looking_back_makes_no_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ward = Ward(tmp_path / "volume")
    ward.record(0, 60)
    ward.keep_index(tmp_path)
    ward.record(60, 60).rename(ward.path(GATE, 60, ending="mp4.partial"))
    interned: list[str] = []

    def intern(text: str) -> str:
        interned.append(text)
        return text

    with closing(ArchiveReader(tmp_path / INDEX_FILE)) as reader:
        footage = Footage(reader)
        reader.usage()  # opens the index: it has a path, once
        monkeypatch.setattr(sys, "intern", intern)

        found = [footage.film_at(GATE, instant(picture), StreamRole.SUB) for picture in (10, 70)]

        assert [isinstance(film, Film) and film.grows for film in found] == [False, True]
        assert interned == []
