"""A bare machine to try the README's commands in: Debian's smallest root, Python and make.

It lives in a folder, in mount and process namespaces of its own: when the command in it has
ended, nothing is left mounted and nothing left running.  What this machine knows about where
packages come from (apt sources, pip settings, certificates) is taken over; nothing else is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.house import packages
from tests.house.set_up import ROOT
from tests.proof.proof import Disproved, Untried

_BARE = "ca-certificates,make,python3"
_PROJECT = "/home/newcomer/ward-console"
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_TAKEN_OVER = ("/etc/hosts", "/etc/pip.conf", "/etc/resolv.conf", _CERTIFICATES)
_APT_SETTINGS = Path("/etc/apt/apt.conf.d")
_NETWORK_VARIABLES = re.compile(r"(?i)(pip_(index|extra|cert|trusted).*|.*_proxy|ssl_cert_.*)")
# $1 is the root, $2 the command.  The terminals and the shared memory are the machine's own.
_ENTER = """
set -eu
mount --rbind /dev "$1/dev"
mount -t tmpfs tmpfs "$1/dev/shm"
mount -t proc proc "$1/proc"
cd /
exec chroot "$1" sh -c "cd $3 && $2"
"""


class Machine:
    """A bare root in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def make(cls, suite: str, folder: Path) -> Machine:
        """Make a root of Debian ``suite`` in ``folder``; takes about a minute.

        Raises:
            Untried: not root, no debootstrap, or no package source for that suite.
        """
        if os.geteuid() != 0:
            raise Untried("making a bare root needs root")
        try:
            packages.install(packages.TO_MAKE_ROOTS)
        except packages.SystemLacks as lack:
            raise Untried(str(lack)) from lack
        command = ["debootstrap", "--variant=minbase", f"--include={_BARE}", suite, str(folder)]
        done = subprocess.run(
            [*command, _debian_source()], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Untried(f"debootstrap {suite}: {(done.stdout.splitlines() or ['?'])[-1]}")
        for name in _TAKEN_OVER:
            _copy(Path(name), folder)
        for settings in _APT_SETTINGS.glob("*"):
            if re.search(r"(?m)^\s*Acquire", settings.read_text(errors="replace")):
                _copy(settings, folder)
        return cls(folder)

    def bring_project(self) -> None:
        """Put what is committed into the machine, as a fresh clone would."""
        target = self._folder / _PROJECT.lstrip("/")
        target.mkdir(parents=True)
        archive = self._folder / "tmp" / "project.tar"
        subprocess.run(["git", "archive", "-o", archive, "HEAD"], cwd=ROOT, check=True)
        shutil.unpack_archive(archive, target)
        archive.unlink()

    def run(self, command: str) -> list[str]:
        """Run a line of shell in the project's folder; returns the lines that it wrote.

        Raises:
            Disproved: its exit code was not 0.
        """
        wall = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        done = subprocess.run(
            [*wall, "sh", "-c", _ENTER, "enter", str(self._folder), command, _PROJECT],
            env=_newcomers_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        print(f"--- {command}\n{done.stdout}", flush=True)
        if done.returncode:
            raise Disproved(f"{command}: exit code {done.returncode}, see its log")
        return done.stdout.splitlines()


def _newcomers_environment() -> dict[str, str]:
    """A first login's environment, and how to reach the network from here."""
    return {
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        **{n: v for n, v in os.environ.items() if _NETWORK_VARIABLES.fullmatch(n)},
    }


def _debian_source() -> str:
    """Where this machine gets Debian from.

    Raises:
        Untried: it gets it from nowhere.
    """
    etc = Path("/etc/apt")
    for file in [etc / "sources.list", *sorted((etc / "sources.list.d").glob("*"))]:
        if file.is_file():
            found = re.search(r"(?m)^(?:URIs:|deb\b.*?)\s*(\S+/debian)/?(?:\s|$)", file.read_text())
            if found:
                return found[1]
    raise Untried("this machine has no source of Debian packages")


def _copy(source: Path, root: Path) -> None:
    """Copy a file to the same place below ``root``; one that is missing is left out."""
    if source.exists():
        target = root / source.relative_to("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)  # a link in there would lead out of the root
        shutil.copyfile(source, target)
