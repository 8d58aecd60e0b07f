from __future__ import annotations

import socket
import subprocess
import sys

import pytest

CODE = """
import os, socket
from pathlib import Path
from console.platform import offline

before = os.geteuid(), os.getegid()
left = offline.leave_network()
try:
    socket.create_connection(("127.0.0.1", {port}), 2)
    print(left, "heard", sep=",")
except OSError:
    print(left, "alone", sep=",")
print(before == (os.geteuid(), os.getegid()))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("CapEff")))
print(Path({own!r}).read_text())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces of Linux")
def test_a_process_that_left_the_network_reaches_nobody_and_is_who_it_was(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    own = tmp_path_factory.mktemp("own") / "file"
    own.write_text("mine", encoding="ascii")
    own.chmod(0o600)
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = CODE.format(port=server.getsockname()[1], own=str(own))
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, timeout=30
        )

    assert done.stderr == ""
    left, same, rights, read = done.stdout.split()
    if left == "False,heard":
        pytest.skip("this system lets nobody leave the network")
    assert (left, same, int(rights, 16), read) == ("True,alone", "True", 0, "mine")
