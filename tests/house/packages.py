"""What the console needs from the system, and how Debian is asked for it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

_SHARED = ("/usr/share", "/usr/local/share", "~/.local/share")
# Debian has a folder for each kind of machine, such as /usr/lib/x86_64-linux-gnu.
_PLUGINS = ("usr/lib/*", "usr/lib", "usr/lib64", "usr/local/lib")


class Kind(Enum):
    """How it is seen that something is there: by what it gives, whoever installed it."""

    LIBRARY = auto()
    MODULE = auto()
    COMMAND = auto()
    SHARED_FILE = auto()  # a pattern below a share folder
    PLUGIN = auto()  # a file that a library loads by its path


@dataclass(frozen=True)
class Need:
    """One thing that the system must give; ``package`` is Debian's name for it."""

    package: str
    kind: Kind
    name: str


# The libraries are those that PySide6's wheel links to and does not carry
# (``ldd`` on Qt's Gui, Widgets and DBus, the platform plugins and lrelease).
TO_RUN = (
    Need("python3-venv", Kind.MODULE, "ensurepip"),
    Need("fonts-noto-core", Kind.SHARED_FILE, "fonts/**/NotoSans-Regular.*"),
    Need("libdbus-1-3", Kind.LIBRARY, "libdbus-1.so.3"),
    Need("libegl1", Kind.LIBRARY, "libEGL.so.1"),
    Need("libfontconfig1", Kind.LIBRARY, "libfontconfig.so.1"),
    Need("libgl1", Kind.LIBRARY, "libGL.so.1"),
    Need("libglib2.0-0", Kind.LIBRARY, "libglib-2.0.so.0"),
    Need("libgssapi-krb5-2", Kind.LIBRARY, "libgssapi_krb5.so.2"),
    Need("libopengl0", Kind.LIBRARY, "libOpenGL.so.0"),
    Need("libvlc5", Kind.LIBRARY, "libvlc.so.5"),
    # Its own files: a small Debian leaves out what lies below /usr/share/doc.
    Need("vlc-plugin-base", Kind.PLUGIN, "vlc/plugins/video_output/libvmem_plugin.so"),
    Need("libx11-xcb1", Kind.LIBRARY, "libX11-xcb.so.1"),
    Need("libxcb-cursor0", Kind.LIBRARY, "libxcb-cursor.so.0"),
    Need("libxcb-icccm4", Kind.LIBRARY, "libxcb-icccm.so.4"),
    Need("libxcb-image0", Kind.LIBRARY, "libxcb-image.so.0"),
    Need("libxcb-keysyms1", Kind.LIBRARY, "libxcb-keysyms.so.1"),
    Need("libxcb-randr0", Kind.LIBRARY, "libxcb-randr.so.0"),
    Need("libxcb-render-util0", Kind.LIBRARY, "libxcb-render-util.so.0"),
    Need("libxcb-shape0", Kind.LIBRARY, "libxcb-shape.so.0"),
    Need("libxcb-xkb1", Kind.LIBRARY, "libxcb-xkb.so.1"),
    Need("libxkbcommon0", Kind.LIBRARY, "libxkbcommon.so.0"),
    Need("libxkbcommon-x11-0", Kind.LIBRARY, "libxkbcommon-x11.so.0"),
)
TO_MEASURE = (
    # For the page that travels in a package of evidence.
    Need("chromium", Kind.COMMAND, "chromium"),
    Need("chromium-driver", Kind.COMMAND, "chromedriver"),
    Need("ffmpeg", Kind.COMMAND, "ffmpeg"),
    Need("opencv-doc", Kind.SHARED_FILE, "doc/opencv-doc/**/vtest.avi*"),
    Need("openssl", Kind.COMMAND, "openssl"),
    Need("xdotool", Kind.COMMAND, "xdotool"),
    Need("xvfb", Kind.COMMAND, "Xvfb"),
)
TO_TEST = (
    # A real browser, for the page that travels in a package of evidence.
    Need("chromium", Kind.COMMAND, "chromium"),
    Need("chromium-driver", Kind.COMMAND, "chromedriver"),
    Need("ffmpeg", Kind.COMMAND, "ffprobe"),
    Need("libarchive-tools", Kind.COMMAND, "bsdtar"),
    Need("openssl", Kind.COMMAND, "openssl"),
    # An encrypted ZIP is opened by what courts have: 7-Zip.
    Need("p7zip-full", Kind.COMMAND, "7z"),
    Need("xvfb", Kind.COMMAND, "Xvfb"),
)
TO_MAKE_ROOTS = (Need("debootstrap", Kind.COMMAND, "debootstrap"),)
TO_KEEP_KEYS = (
    Need("dbus-daemon", Kind.COMMAND, "dbus-run-session"),
    Need("gnome-keyring", Kind.COMMAND, "gnome-keyring-daemon"),
)


class SystemLacks(Exception):
    """The system lacks something that we cannot install ourselves; says what to type."""


def install(needs: Iterable[Need]) -> None:
    """See that every need is met, by apt where that is possible.

    Takes 20 ms when nothing is missing.

    Raises:
        SystemLacks: something is missing, and we may not or cannot install it.
    """
    needs = tuple(needs)
    lacking = missing(needs)
    if not lacking:
        return
    prefix = _as_root()
    if prefix is None:
        raise SystemLacks(
            "This machine lacks some packages (Debian's names). Type this line, then try again:\n"
            f"  sudo apt-get install --no-install-recommends -y {' '.join(lacking)}"
        )
    print(f"Installing {len(lacking)} Debian packages: {' '.join(lacking)}", flush=True)
    apt = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    _run_quietly([*apt, "update"])
    _run_quietly([*apt, "install", "--no-install-recommends", "-y", *lacking])
    if still := missing(needs):
        raise SystemLacks(f"Installed, and yet not found on this machine: {' '.join(still)}")


def missing(needs: Iterable[Need]) -> list[str]:
    """The Debian packages whose gifts this machine does not have, sorted.

    Only Linux is looked at for more than Python: elsewhere the wheels bring everything.
    """
    importlib.invalidate_caches()
    libraries = _known_libraries()
    return sorted(
        {
            need.package
            for need in needs
            if (sys.platform == "linux" or need.kind is Kind.MODULE) and not _met(need, libraries)
        }
    )


def _met(need: Need, libraries: frozenset[str]) -> bool:
    if need.kind is Kind.LIBRARY:
        return need.name in libraries
    if need.kind is Kind.MODULE:
        return importlib.util.find_spec(need.name) is not None
    if need.kind is Kind.COMMAND:
        return _which(need.name) is not None
    if need.kind is Kind.PLUGIN:
        return any(next(Path("/").glob(f"{place}/{need.name}"), None) for place in _PLUGINS)
    return any(next(Path(share).expanduser().glob(need.name), None) for share in _SHARED)


def _known_libraries() -> frozenset[str]:
    """The names of all shared libraries that the loader finds."""
    ldconfig = _which("ldconfig")
    if ldconfig is None:
        return frozenset()
    listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return frozenset(re.findall(r"^\t(\S+) \(", listed, flags=re.MULTILINE))


def _which(command: str) -> str | None:
    """Where ``command`` is, also in the folders that only root has in its PATH."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    return shutil.which(command, path=path)


def _as_root() -> list[str] | None:
    """What to put before an apt-get command; None where we may not or cannot."""
    if _which("apt-get") is None:
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if _which("sudo") is None:
        return None
    may = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n", *quiet] if may else None


def _run_quietly(command: list[str]) -> None:
    """Run a command whose words matter only when it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        raise SystemLacks(f"{tail}\napt-get failed with exit code {done.returncode}; see above")
