"""From a checkout to a program that runs: system packages, ``.venv``, compiled translations.

Whatever is there already is left alone, so that the second time costs a fraction of a second.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house import packages

ROOT = Path(__file__).parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_STAMP = VENV / "set-up.stamp"
_TRANSLATIONS = ROOT / "resources" / "translations"


class SetUpFailed(Exception):
    """A step of the set-up failed; what it said is on the screen."""


def set_up(needs: Iterable[packages.Need] = ()) -> Path:
    """Make this checkout ready and return its Python.

    ``needs`` come on top of what the program itself needs.  The first time takes one to
    three minutes and the network, later ones 0.1 s.

    Raises:
        SystemLacks: see ``packages.install``.
        SetUpFailed: Python packages could not be installed, or translations not compiled.
    """
    packages.install([*packages.TO_RUN, *needs])
    with _alone():
        _fill_venv()
        _compile_translations()
    return PYTHON


def _fill_venv() -> None:
    """See that ``.venv`` holds the packages of ``constraints.txt`` and this checkout."""
    wanted = _fingerprint()
    if PYTHON.exists() and _STAMP.exists() and _STAMP.read_text() == wanted:
        return
    if not _is_sound():
        print("Making .venv", flush=True)
        venv.create(VENV, clear=True, with_pip=True)
    print("Installing Python packages into .venv (about 300 MB, once)", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    pip += ["--constraint", "constraints.txt"]
    # The build back-end comes from the constraints, too, and not from an isolated build; a plain
    # path (compat) spares each engine worker the 15 ms of an import hook.
    _run([*pip, "setuptools"])
    pip += ["--no-build-isolation", "--config-settings", "editable_mode=compat"]
    _run([*pip, "--editable", ".[dev]"])
    _STAMP.write_text(wanted)


def _fingerprint() -> str:
    """Changes whenever ``.venv`` must be filled anew."""
    digest = hashlib.sha256(f"{sys.version} {sys.base_prefix} {ROOT}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _is_sound() -> bool:
    """Whether ``.venv`` has a Python of our version with pip; a copied or half-made one has not."""
    if not PYTHON.exists():
        return False
    question = "import sys, pip; print(sys.version_info[:2])"
    asked = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    return asked.returncode == 0 and asked.stdout.strip() == str(sys.version_info[:2])


def _compile_translations() -> None:
    """Compile each ``.ts`` that is newer than its ``.qm``."""
    lrelease = PYTHON.with_name("pyside6-lrelease" + PYTHON.suffix)
    for source in sorted(_TRANSLATIONS.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            draft = compiled.with_suffix(".draft.qm")
            _run([str(lrelease), "-silent", str(source), "-qm", str(draft)])
            draft.replace(compiled)


def _run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetUpFailed(f"this failed, see above: {' '.join(command)}")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let only one set-up of this checkout run at a time; the others wait for it."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
