from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from console.errors import SetupWrong
from console.platform import lines, meeting
from console.platform.blocks import Block
from console.workers import Workers


@pytest.fixture(autouse=True)
def private_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))


def test_a_station_has_one_engine_at_a_time(tmp_path: Path) -> None:
    with meeting.take(tmp_path) as first, meeting.take(tmp_path) as second:
        assert first is not None
        assert second is None

    with meeting.take(tmp_path) as third:
        assert third is not None


def test_two_stations_do_not_meet(tmp_path: Path) -> None:
    with meeting.take(tmp_path / "a") as one, meeting.take(tmp_path / "b") as other:
        assert one is not None
        assert other is not None
        assert one.address != other.address


def test_an_engine_is_found_from_its_announcement_to_its_withdrawal(tmp_path: Path) -> None:
    with meeting.take(tmp_path) as place:
        assert place is not None
        assert meeting.find(tmp_path) is None
        place.announce()
        found = meeting.find(tmp_path)
        assert found == place
        place.withdraw()
        assert meeting.find(tmp_path) is None


def test_nobody_else_can_read_the_key(tmp_path: Path) -> None:
    with meeting.take(tmp_path) as place:
        assert place is not None
        place.announce()

        assert {
            path.stat().st_mode & 0o077 for path in [place.folder, *place.folder.iterdir()]
        } == {0}
        assert place.key.hex() not in repr(place)


def test_a_folder_that_is_open_to_others_is_refused(tmp_path: Path) -> None:
    with meeting.take(tmp_path) as place:
        assert place is not None
    os.chmod(place.folder, 0o755)  # noqa: PTH101

    with pytest.raises(SetupWrong), meeting.take(tmp_path):
        pass


def test_a_line_opens_with_the_key_and_with_no_other(tmp_path: Path) -> None:
    address = str(tmp_path / "line.sock")
    listener = lines.listen(address, b"right")
    workers = Workers()

    def door(_stop: object) -> None:
        with pytest.raises(lines.LineRefused):
            listener.accept()
        with listener.accept() as line:
            line.send_bytes(b"hello")

    workers.loop("door", door)
    with pytest.raises((lines.LineRefused, EOFError, OSError)):
        lines.connect(address, b"wrong")
    with lines.connect(address, b"right") as line:
        assert line.recv_bytes() == b"hello"
    workers.close()
    listener.close()


def test_a_socket_left_by_a_killed_engine_is_replaced(tmp_path: Path) -> None:
    address = str(tmp_path / "line.sock")
    left = socket.socket(socket.AF_UNIX)
    left.bind(address)
    left.close()

    lines.listen(address, b"key").close()


def test_a_block_crosses_the_line_and_both_see_it(tmp_path: Path) -> None:
    address = str(tmp_path / "line.sock")
    listener = lines.listen(address, b"key")
    workers = Workers()
    ours = Block.create(8192)

    def door(_stop: object) -> None:
        with listener.accept() as line:
            loan = ours.lend()
            ours_too = ours.view
            ours_too[0] = 7
            line.send_bytes(b"here it comes")
            loan.send(line)

    workers.loop("door", door)
    with lines.connect(address, b"key") as line:
        assert line.recv_bytes() == b"here it comes"
        theirs = Block.receive(line, 8192, ours.name)
    workers.close()
    listener.close()

    assert theirs.view[0] == 7
    theirs.view[1] = 9
    assert ours.view[1] == 9
    theirs.close()
    ours.close()


def test_a_block_smaller_than_announced_is_refused(tmp_path: Path) -> None:
    address = str(tmp_path / "line.sock")
    listener = lines.listen(address, b"key")
    workers = Workers()
    ours = Block.create(4096)

    def door(_stop: object) -> None:
        with listener.accept() as line:
            ours.lend().send(line)

    workers.loop("door", door)
    with lines.connect(address, b"key") as line, pytest.raises(OSError, match="smaller"):
        Block.receive(line, 8192, "")
    workers.close()
    listener.close()
    ours.close()
