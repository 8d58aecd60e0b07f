"""Media of this PC: what can be carried away, its name, its number, and how much is free on it."""

from __future__ import annotations

import shutil
import struct
import sys
import threading
from pathlib import Path

import pytest

from console.platform import media, media_linux, media_names
from console.platform.media import Medium, let_go, medium_of, removable
from console.platform.media_windows import read_descriptor
from console.workers import answers
from tests.console.platform.devices import CARD, USB, Tree

linux = pytest.mark.skipif(sys.platform != "linux", reason="the devices of Linux")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "root")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where one is mounted."""
    folder = tmp_path / "media" / "USB CỦA ĐỘI"
    folder.mkdir(parents=True)
    return folder


@linux
def test_a_stick_tells_what_it_is_and_its_number(tree: Tree, stick: Path) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")

    (found,) = removable(tree.root)

    room = shutil.disk_usage(stick)
    assert found == Medium(
        folder=stick,
        name="Kingston DataTraveler 3.0",
        serial="60A44C413FAEF291",
        size_bytes=512_000,
        free_bytes=found.free_bytes,
        file_system="vfat",
    )
    assert abs(found.free_bytes - room.free) < room.total // 10


@linux
def test_cards_and_usb_disks_can_be_carried_away_though_they_do_not_say_so(
    tree: Tree, tmp_path: Path
) -> None:
    tree.disk("mmcblk0", 179, CARD, type="SD", name="SC64G", serial="0x3b9aca00")
    disk = f"{USB}/1-4/1-4:1.0/host7/target7:0:0/7:0:0:0"
    tree.disk("sdc", 10, disk, vendor="WD", model="Elements")
    tree.disk("sdd", 11, "devices/pci0000:00/ata2/host1", vendor="ATA", model="Toshiba")
    for device, name in (("179:1", "card"), ("10:1", "disk"), ("11:1", "fixed")):
        tree.mount(device, str(tmp_path), "exfat", f"/dev/{name}")

    assert [(each.name, each.serial) for each in removable(tree.root)] == [
        ("SC64G", "0x3b9aca00"),
        ("WD Elements", ""),
    ]


@linux
def test_the_disk_that_the_system_is_on_is_not_carried_away(tmp_path: Path) -> None:
    tree = Tree(tmp_path / "root")
    tree.stick()
    tree.mount("9:1", "/", "ext4", "/dev/sdb1")
    tree.mount("9:1", "/boot", "ext4", "/dev/sdb1")

    assert removable(tree.root) == []


@linux
def test_a_stick_is_one_medium_however_often_it_is_mounted(tree: Tree, stick: Path) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")
    tree.mount("9:1", "/srv/part", "vfat", "/dev/sdb1", shown="/part")
    tree.mount("9:1", "/srv/again", "vfat", "/dev/sdb1")

    assert [each.folder for each in removable(tree.root)] == [stick]


@linux
def test_an_encrypted_stick_is_the_stick(tree: Tree, stick: Path) -> None:
    tree.stick()
    mapped = tree.root / "sys/devices/virtual/block/dm-0"
    (mapped / "slaves").mkdir(parents=True)
    (mapped / "slaves" / "sdb1").symlink_to(tree.root / "sys/class/block/sdb1")
    (tree.root / "sys/dev/block/253:0").symlink_to(mapped)
    tree.mount("253:0", str(stick), "ext4", "/dev/mapper/luks-1")

    assert [each.serial for each in removable(tree.root)] == ["60A44C413FAEF291"]


@linux
def test_a_file_system_with_a_number_of_its_own_is_found_by_its_source(
    tree: Tree, stick: Path
) -> None:
    tree.stick()
    tree.mount("0:45", str(stick), "btrfs", "/dev/sdb1")
    tree.mount("0:46", "/net", "fuse.evil", "/dev/..")

    assert [each.file_system for each in removable(tree.root)] == ["btrfs"]


@linux
def test_what_a_stick_calls_itself_cannot_forge_a_line_nor_turn_it_round(
    tree: Tree, tmp_path: Path
) -> None:
    folder = tmp_path / "A\u2028B 1"
    folder.mkdir()
    tree.stick(maker="Evil\x1b[2J\u202e", model="\udcff\n" + "x" * 500, serial="12\x0034 $(rm) …")
    tree.mount("9:1", str(folder), "vfat", "/dev/sdb1")

    (found,) = removable(tree.root)

    assert found.folder == folder
    assert found.name.startswith("Evil [2J xxx")
    assert found.name.isprintable()
    assert len(found.name) <= media_names.LONGEST_NAME
    assert found.serial == "1234rm"


@linux
def test_a_maker_is_not_said_twice(tree: Tree, stick: Path) -> None:
    tree.stick(maker="SanDisk", model="SanDisk Ultra", serial="")
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")

    (found,) = removable(tree.root)

    assert (found.name, found.serial) == ("SanDisk Ultra", "")


@linux
def test_a_folder_of_a_fixed_disk_has_a_medium_too(tree: Tree, stick: Path) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")

    fixed, carried = medium_of(Path("/var/tmp/x"), tree.root), medium_of(stick / "new", tree.root)

    assert fixed is not None
    assert (fixed.name, fixed.serial) == ("ATA Samsung SSD 870", "S5Y2NX0R")
    assert carried is not None
    assert (carried.folder, carried.serial) == (stick, "60A44C413FAEF291")


@linux
@pytest.mark.parametrize("source", ["//nas/share", "tmpfs", "/dev/..", "/dev/."])
def test_a_folder_of_no_disk_has_none(tree: Tree, source: str) -> None:
    tree.mount("0:50", "/net", "fuse.any", source)

    assert medium_of(Path("/net/x"), tree.root) is None


@linux
def test_a_stick_that_hangs_is_given_up_and_named_all_the_same(
    tree: Tree, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")
    tree.stick("sdc", 10, serial="GOOD")
    tree.mount("10:1", str(tmp_path), "vfat", "/dev/sdc1")
    monkeypatch.setattr(media, "PATIENCE_S", 0.05)
    hangs, asked = threading.Event(), threading.Semaphore(0)
    free = shutil.disk_usage

    def usage(folder: str) -> object:
        if folder == str(stick):
            asked.release()
            hangs.wait()
        return free(folder)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    try:
        for _ in range(2):
            found = {each.serial: each.free_bytes for each in removable(tree.root)}
            assert found["60A44C413FAEF291"] == 0
            assert found["GOOD"] > 0
        assert asked.acquire(blocking=False)
        assert not asked.acquire(blocking=False)  # while it hangs it is not asked once more
    finally:
        hangs.set()
    for thread in threading.enumerate():
        if thread.name.startswith("free-"):
            thread.join()
    monkeypatch.setattr(media, "PATIENCE_S", 3.0)
    assert all(each.free_bytes for each in removable(tree.root))


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a PC has its programs; each writes down what it was asked."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def program(folder: Path, name: str, does: str) -> None:
    """A program that ``does`` something besides."""
    path = folder / name
    path.write_text(f'#!/bin/sh\necho "{name} $*" >>"{folder}/asked"\n{does}\n')
    path.chmod(0o755)


@linux
def test_letting_go_flushes_then_unmounts_and_looks_whether_it_is_gone(
    tree: Tree, stick: Path, programs: Path
) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")
    table = tree.root / "proc/self/mountinfo"
    program(programs, "sync", "exit 0")
    program(programs, "udisksctl", "exit 0")  # says that it did, and did not
    program(programs, "umount", f"sed -i /sdb1/d '{table}'")

    assert let_go(stick / "package", tree.root)

    assert (programs / "asked").read_text().splitlines() == [
        f"sync -f {stick}",
        "udisksctl unmount --no-user-interaction -b /dev/sdb1",
        f"umount {stick}",
    ]
    assert removable(tree.root) == []


@linux
@pytest.mark.parametrize(
    ("sync", "umount"), [("exit 1", "exit 0"), ("exit 0", "exit 1"), ("sleep 60", "exit 0")]
)
def test_what_cannot_be_let_go_is_left_to_the_officer(
    tree: Tree,
    stick: Path,
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    sync: str,
    umount: str,
) -> None:
    tree.stick()
    tree.mount("9:1", str(stick), "vfat", "/dev/sdb1")
    monkeypatch.setattr(media_linux, "_FLUSH_S", 0.2 if "60" in sync else 30.0)
    program(programs, "sync", sync)
    for name in ("udisksctl", "umount"):
        program(programs, name, umount)

    assert not let_go(stick, tree.root)
    assert not let_go(Path("/home"), tree.root)  # a fixed disk is never let go


def test_an_answer_that_is_an_error_is_no_answer() -> None:
    def broken() -> int:
        raise OSError("gone")

    assert answers({"well": lambda: 7, "ill": broken}, 3.0) == {"well": 7}


@linux
def test_the_media_of_this_pc_can_be_asked_for(tmp_path: Path) -> None:
    assert all(each.folder.is_absolute() for each in removable())
    medium_of(tmp_path)
    assert not let_go(tmp_path)  # what cannot be carried away stays


@pytest.mark.parametrize(
    ("bus", "removable", "carried"), [(7, 0, True), (11, 0, False), (11, 1, True), (12, 0, True)]
)
def test_a_device_of_windows_is_taken_apart(bus: int, removable: int, carried: bool) -> None:
    head = struct.pack("<II4B5I", 100, 100, 0, 0, removable, 0, 40, 50, 0, 70, bus)
    answer = head.ljust(40, b"\0") + b"Kingston\0\0DT 101 G2\0".ljust(30, b"\0") + b"  60A4 \x01\0"

    assert read_descriptor(answer) == ("Kingston DT 101 G2", "60A4", carried)


@pytest.mark.parametrize(
    "answer", [b"", bytes(20), struct.pack("<II4B5I", 0, 0, 0, 0, 0, 0, 9, 1 << 31, 0, 36, 7)]
)
def test_a_device_of_windows_that_lies_tells_nothing(answer: bytes) -> None:
    assert read_descriptor(answer)[:2] == ("", "")
