"""A tree of ``/sys`` and a table of mounts, as Linux shows them, made on the spot."""

from __future__ import annotations

from pathlib import Path

USB = "devices/pci0000:00/0000:00:14.0/usb1"
STICK = f"{USB}/1-2/1-2:1.0/host6/target6:0:0/6:0:0:0"
DISK = "devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0"
CARD = "devices/pci0000:00/0000:00:1c.0/mmc_host/mmc0/mmc0:aaaa"


class Tree:
    """What lies below ``root`` of a PC, whose own disk is an SSD with one partition."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._mounts = ""
        for folder in ("proc/self", "sys/dev/block", "sys/class/block", "dev/disk/by-id"):
            (root / folder).mkdir(parents=True)
        self.disk("sda", 8, DISK, vendor="ATA     ", model="Samsung SSD 870 ")
        self.mount("8:1", "/", "ext4", "/dev/sda1")
        (root / "dev/disk/by-id/ata-Samsung_SSD_870_S5Y2NX0R").symlink_to("../../sda")
        (root / "dev/disk/by-id/wwn-0x5002538").symlink_to("../../sda")

    def disk(
        self, name: str, major: int, device: str, /, *, removable: bool = False, **told: str
    ) -> Path:
        """A disk with one partition of 1,000 sectors; ``told`` is what its device says."""
        home = self.root / "sys" / device
        disk = home / "block" / name
        part = disk / f"{name}p1" if name[-1].isdigit() else disk / f"{name}1"
        part.mkdir(parents=True)
        (disk / "removable").write_text(f"{int(removable)}\n")
        (disk / "device").symlink_to("../..")
        (part / "partition").write_text("1\n")
        (part / "size").write_text("1000\n")
        for each, number in ((disk, 0), (part, 1)):
            for link in (f"dev/block/{major}:{number}", f"class/block/{each.name}"):
                (self.root / "sys" / link).symlink_to(each)
        for key, value in told.items():
            (home / key).write_bytes(value.encode("utf-8", "surrogateescape") + b"\n")
        return disk

    def stick(
        self,
        name: str = "sdb",
        major: int = 9,
        *,
        maker: str = "Kingston",
        model: str = "DataTraveler 3.0",
        serial: str = "60A44C413FAEF291",
    ) -> None:
        """One in a socket of USB."""
        port = f"{USB}/1-{major}"
        self.disk(name, major, f"{port}/1-{major}:1.0/host6/target6:0:0/6:0:0:0", removable=True)
        for key, value in (
            ("idVendor", "0951"),
            ("manufacturer", maker),
            ("product", model),
            ("serial", serial),
        ):
            (self.root / "sys" / port / key).write_bytes(
                value.encode("utf-8", "surrogateescape") + b"\n"
            )

    def mount(self, device: str, point: str, kind: str, source: str, shown: str = "/") -> None:
        """One more line of the table."""
        escaped = point.replace("\\", "\\134").replace(" ", "\\040").replace("\n", "\\012")
        self._mounts += f"30 1 {device} {shown} {escaped} rw - {kind} {source} rw\n"
        (self.root / "proc/self/mountinfo").write_bytes(self._mounts.encode())
