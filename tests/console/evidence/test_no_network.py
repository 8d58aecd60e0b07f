"""No checker uses the network: each is run where it is told of, or where there is none."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.evidence import making
from tests.console.evidence.browser import Browser
from tests.console.evidence.test_script_checker import SCRIPT, stamp
from tests.house.set_up import ROOT

PAGE = ROOT / "resources" / "checkers" / "kiem-tra.html"
HEARD = 77
GUARDED = f"""
import os, sys
is_network = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "_winapi.CreateNamedPipe")
alone = sys.argv.pop(1) == "alone"
def hear(event, arguments):
    is_child = event in ("subprocess.Popen", "os.system", "os.posix_spawn", "os.fork", "os.exec")
    if event.startswith(is_network) or (alone and is_child):
        os.write(2, f"{{event}} {{arguments}}".encode())
        os._exit({HEARD})
sys.addaudithook(hear)
"""
RUN_SCRIPT = (
    GUARDED + "import runpy; sys.argv.pop(0); runpy.run_path(sys.argv[0], None, '__main__')"
)
RUN_VERIFY = (
    GUARDED + "from console import cli; sys.argv[0] = 'verify';"
    "sys.exit(cli.run(sys.argv, {'open': exit, 'demo': exit}))"
)


def guarded(program: str, alone: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run where every socket ends the process; ``alone``: every other program does, too."""
    return subprocess.run(
        [sys.executable, "-c", program, alone, *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": os.environ.get("HOME", "/")},
        capture_output=True,
        encoding="utf-8",
        timeout=50,
    )


@pytest.mark.parametrize("program", [RUN_SCRIPT, RUN_VERIFY], ids=["script", "verify"])
def test_the_guard_hears_of_a_socket(program: str) -> None:
    """Else the tests below would say nothing."""
    head, _, _ = program.partition("sys.addaudithook(hear)")
    asking = head + "sys.addaudithook(hear)\nimport socket; socket.getaddrinfo('localhost', 80)"

    done = guarded(asking, "alone")

    assert (done.returncode, done.stderr.partition(" ")[0]) == (HEARD, "socket.getaddrinfo")


def test_the_script_uses_no_network(package: Path, tmp_path: Path) -> None:
    authority = stamp(package, tmp_path)

    done = guarded(RUN_SCRIPT, "openssl", SCRIPT, package, "--tsa-ca", authority)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("ĐÚNG / GOOD") == 3


@pytest.mark.parametrize("tampering", [None, *making.TAMPERINGS[:1]], ids=["good", "tampered"])
def test_the_command_uses_no_network_and_no_other_program(
    made: Path, tampering: making.Tampering | None
) -> None:
    paper = making.fingerprint_of(made)
    if tampering is not None:
        tampering.do(made)

    done = guarded(RUN_VERIFY, "alone", made, "--fingerprint", paper)

    assert (done.returncode, done.stderr) == (0 if tampering is None else 1, "")


def no_network() -> bool:
    """Whether this PC lets us take the network from a program."""
    way = shutil.which("unshare")
    return way is not None and subprocess.run([way, "-rn", "true"], check=False).returncode == 0


@pytest.mark.skipif(not no_network(), reason="no program can be run without a network here")
def test_the_script_and_its_openssl_find_all_of_it_where_there_is_no_network(
    package: Path, tmp_path: Path
) -> None:
    authority = stamp(package, tmp_path)
    script = [sys.executable, "-I", str(SCRIPT), str(package), "--tsa-ca", str(authority)]

    done = subprocess.run(
        ["unshare", "-rn", *script], capture_output=True, encoding="utf-8", timeout=50
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("ĐÚNG / GOOD") == 3


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}/"


def connections(listener: socket.socket) -> int:
    """How many came since the last time."""
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


ASK_ALL_WAYS = """
const url = arguments[0], ended = [];
const made = (tag, words) => ended.push(new Promise(tell => {
  const e = Object.assign(document.createElement(tag), words);
  e.onload = e.onerror = tell;
  document.body.append(e);
}));
window.stopped = 0;
document.addEventListener("securitypolicyviolation", () => ++window.stopped);
ended.push(fetch(url, {mode: "no-cors"}).catch(() => 0));
ended.push(new Promise(tell => {
  const x = new XMLHttpRequest();
  x.onloadend = tell;
  x.open("GET", url);
  x.send();
}));
for (const Kind of [WebSocket, EventSource]) ended.push(new Promise(tell => {
  const way = new Kind(url.replace("http", Kind === WebSocket ? "ws" : "http"));
  way.onopen = way.onerror = () => { way.close(); tell(); };
}));
navigator.sendBeacon(url, "x");
for (const tag of ["img", "script", "video"]) made(tag, {src: url});
made("link", {rel: "stylesheet", href: url});
ended.push(new Promise(tell => {
  const code = `fetch("${url}", {mode: "no-cors"}).catch(() => 0).then(() => postMessage(0))`;
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  worker.onmessage = worker.onerror = tell;
}));
await Promise.all(ended);
return window.stopped;
"""
# The browser may open a line for these before it looks at the policy; nothing is said on it.
GO_ELSEWHERE = """
const [tag, words, url] = arguments, e = document.createElement(tag);
e[words] = url;
const stopped = new Promise(tell =>
  document.addEventListener("securitypolicyviolation", e => tell(e.effectiveDirective)));
document.body.append(e);
if (tag === "form") e.submit();
return await stopped;
"""


def test_the_page_is_stopped_whatever_way_it_would_use(
    browser: Browser, listener: socket.socket
) -> None:
    browser.go(PAGE)

    stopped = browser.later(ASK_ALL_WAYS, address(listener))

    assert connections(listener) == 0
    assert stopped == 9  # what a worker is denied is told to the worker


@pytest.mark.parametrize(
    ("tag", "words", "by"),
    [
        ("form", "action", "form-action"),
        ("object", "data", "object-src"),
        ("iframe", "src", "frame-src"),
    ],
)
def test_the_page_can_send_no_form_and_open_no_other_page(
    browser: Browser, listener: socket.socket, tag: str, words: str, by: str
) -> None:
    browser.go(PAGE)

    assert browser.later(GO_ELSEWHERE, tag, words, address(listener)) == by


def test_a_page_without_that_policy_would_be_heard(
    browser: Browser, listener: socket.socket, tmp_path: Path
) -> None:
    """Else the test before would say nothing."""
    open_page = tmp_path / "open.html"
    text = PAGE.read_text(encoding="utf-8")
    open_page.write_text(text.replace("Content-Security-Policy", "X-None"), encoding="utf-8")
    browser.go(open_page)

    browser.ask("fetch(arguments[0], {mode: 'no-cors'})", address(listener))

    listener.settimeout(30)
    listener.accept()[0].close()


def test_the_page_fetches_nothing_while_it_checks(browser: Browser, package: Path) -> None:
    browser.go(PAGE)
    browser.send("#folder", str(package))
    assert browser.checked()["exit"] == 0

    fetched = browser.ask("return performance.getEntriesByType('resource').map(e => e.name)")

    assert [each for each in fetched if not each.startswith("blob:")] == []
