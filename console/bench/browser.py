"""A real Chromium without a window, driven by the WebDriver protocol over loopback.

Only what a test of one page needs; every call waits for the browser's answer and for nothing else.
See https://www.w3.org/TR/webdriver2/ for the calls.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from console.bench.tools import BenchFailed

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the protocol's name for a reference
_ANSWER_S = 55.0  # less than a test may take, so that the browser's words are seen
_SIZE = (1366, 768)
_PORT = re.compile(r"started successfully on port (\d+)")


class BrowserFailed(BenchFailed):
    """What chromedriver said instead of an answer."""


def missing() -> str:
    """Why there is no browser; empty where there is one."""
    lacking = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


class Browser:
    """One session, with one page at a time.

    ``pid`` is of the process that all of the browser's are below.  Each call may take a minute, and
    raise BrowserFailed.  One thread.
    """

    def __init__(self, address: str, options: dict[str, Any], pid: int) -> None:
        self.pid = pid
        self._address = address
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
        session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{session['sessionId']}"
        limits = {"script": int(_ANSWER_S * 1000), "pageLoad": int(_ANSWER_S * 1000)}
        self._call("POST", self._session + "/timeouts", limits)

    def go(self, page: Path) -> None:
        """Open a file; returns when it is loaded."""
        self._call("POST", self._session + "/url", {"url": page.resolve().as_uri()})

    def send(self, selector: str, keys: str) -> None:
        """Type into an element; a folder's path into one that takes folders."""
        where = {"using": "css selector", "value": selector}
        found = self._call("POST", self._session + "/element", where)
        self._call("POST", f"{self._session}/element/{found[_ELEMENT]}/value", {"text": keys})

    def drop(self, selector: str, path: Path) -> None:
        """Drop a file or a folder in the middle of an element."""
        script = "const at = document.querySelector(arguments[0]).getBoundingClientRect();"
        x, y = self.ask(script + "return [at.x + at.width / 2, at.y + at.height / 2]", selector)
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self._devtools("Input.dispatchDragEvent", type=kind, x=x, y=y, data=data)

    def press(self, key: str) -> None:
        """One key, to whatever has the focus."""
        actions = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        pressed = {"actions": [{"type": "key", "id": "keys", "actions": actions}]}
        self._call("POST", self._session + "/actions", pressed)

    def ask(self, script: str, *arguments: object) -> Any:
        """What a piece of JavaScript returns, of plain values."""
        asked = {"script": script, "args": arguments}
        return self._call("POST", self._session + "/execute/sync", asked)

    def later(self, script: str, *arguments: object) -> Any:
        """What a promise of JavaScript holds in the end; BrowserFailed: it was not kept."""
        return self.ask(
            f"return (async function() {{ {script} }}).apply(null, arguments)", *arguments
        )

    def shows(self, selector: str) -> None:
        """Returns once an element can be seen: a typed path is taken when the browser will."""
        script = """const [selector, tell] = arguments;
        (function look() {
          const found = document.querySelector(selector);
          if (found && found.checkVisibility()) tell(null);
          else requestAnimationFrame(look);
        })();"""
        self._call("POST", self._session + "/execute/async", {"script": script, "args": [selector]})

    def checked(self) -> dict[str, Any]:
        """What the checker found, as soon as it has."""
        script = """const tell = arguments[0];
        if (window.result) tell(window.result);
        else document.addEventListener("checked", () => tell(window.result), {once: true});"""
        asked = {"script": script, "args": []}
        result = self._call("POST", self._session + "/execute/async", asked)
        assert isinstance(result, dict)
        return result

    def picture(self) -> bytes:
        """The window as PNG."""
        return base64.b64decode(self._call("GET", self._session + "/screenshot"))

    def resize(self, width: int, height: int) -> None:
        """The page's own size, in CSS pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", **size)

    def close(self) -> None:
        """End the session, and the browser with it."""
        self._call("DELETE", self._session)

    def _devtools(self, order: str, **words: object) -> None:
        # https://chromedevtools.github.io/devtools-protocol/, for what WebDriver cannot do.
        body = {"cmd": order, "params": words}
        self._call("POST", self._session + "/goog/cdp/execute", body)

    def _call(self, method: str, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with self._open(request, timeout=_ANSWER_S + 3) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                told = json.load(error)["value"]
            raise BrowserFailed(f"{told['error']}: {told['message']}") from None


@contextmanager
def browsing(profile: Path) -> Iterator[Browser]:
    """A browser with a fresh profile; both processes are gone afterwards.

    Raises:
        BrowserFailed: it is there and does not work.
    """
    arguments = ["--headless=new", f"--user-data-dir={profile}", "--disable-gpu"]
    arguments += ["--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
    arguments += ["--window-size={},{}".format(*_SIZE), "--lang=vi"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses to run as root
    options = {"goog:chromeOptions": {"args": arguments, "binary": shutil.which("chromium")}}
    with subprocess.Popen(
        ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as driver:
        try:
            assert driver.stdout is not None
            said = ""
            while not (port := _PORT.search(said)):
                line = driver.stdout.readline()
                if not line:
                    raise BrowserFailed(said)
                said += line
            browser = Browser(f"http://127.0.0.1:{port[1]}", options, driver.pid)
            try:
                yield browser
            finally:
                browser.close()
        finally:
            driver.terminate()
