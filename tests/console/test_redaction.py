"""A planted secret is found in no file, no record and no text."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from console.app import build
from console.config import Config
from console.errors import Problem
from console.events import Event
from console.forms import CameraForm
from console.keepers import Keeper
from console.redaction import Logbook, Redactor, set_up_logging
from console.secret import MASK, Secret
from tests import stores

PLANTED = 'Bí-mật %2 của"phường"\\9'
log = logging.getLogger("tests.redaction")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Logbook]:
    book = set_up_logging(tmp_path, "window")
    yield book
    book.close()


def written(folder: Path) -> str:
    return (folder / "logs" / "window.log").read_text("utf-8")


def fail(text: str) -> None:
    """What a library does that names everything in its error."""
    raise OSError(text)


def forms_of(word: str) -> set[str]:
    return {
        word,
        quote(word, safe=""),
        quote(word),
        json.dumps(word)[1:-1],
        repr(word)[1:-1],
        ascii(word)[1:-1],
    }


def test_a_planted_password_is_found_nowhere(tmp_path: Path) -> None:
    data = tmp_path / "data"
    book = set_up_logging(data, "window")
    heard: list[Event] = []
    texts: list[str] = []
    console = build(
        stores.folder(data),
        heard.append,
        config=Config(keeper=Keeper.KEY_FILE),
        redactor=book.redactor,
    )
    cluster = console.fleet.add_cluster("Cụm 1")
    coded = quote(PLANTED, safe="")

    typed = CameraForm(
        name="Cổng", cluster_id=cluster.id, main_url="rtsp://10.0.0.1/", password=Secret(PLANTED)
    )
    for number, form in enumerate(
        (
            typed,
            CameraForm(
                name="URL", cluster_id=cluster.id, main_url=f"rtsp://admin:{coded}@10.0.0.2/a"
            ),
            CameraForm(
                name="XMEye",
                cluster_id=cluster.id,
                main_url=f"rtsp://10.0.0.3/user=admin&password={coded}&channel=1",
            ),
        ),
        1,
    ):
        texts += [repr(form), repr(console.fleet.add_camera(form))]
        assert len(console.fleet.view().cameras) == number
    (data / "list.csv").write_text("x", "utf-8")
    for bad in (
        f"rtsp://admin:{coded}@127.0.0.1/",
        f"rtsp://admin:{coded}@10.0.0.1:0/",
        f"http://admin:{coded}@10.0.0.1/",
        f"rtsp://a:b@10.0.0.1/?pwd={coded}",
    ):
        with pytest.raises(Problem) as problem:
            console.fleet.add_camera(CameraForm(name="x", cluster_id=cluster.id, main_url=bad))
        texts += [str(problem.value), repr(problem.value)]
    for source in console.fleet.sources():
        texts.append(repr(source))
        assert source.password is not None
        log.info("opening %s as %s", source, source.password.reveal())
        try:
            fail(f"rtsp://admin:{coded}@10.0.0.2/")
        except OSError:
            log.info("failed with %r", source.password.reveal(), exc_info=True)
    console.lists.export(data / "list.csv")
    texts += [repr(console.fleet.view()), repr(heard), repr(console), repr(sys.argv)]

    def look() -> None:
        for file in data.rglob("*"):
            content = file.read_bytes() if file.is_file() else b""
            for form in forms_of(PLANTED):
                for encoding in ("utf-8", "utf-16-le"):
                    assert form.encode(encoding) not in content, file.name

    look()  # while the store's log is still open
    assert {"station.db", "station.db-wal", "vault.json", "vault.key", "window.log"} <= {
        file.name for file in data.rglob("*")
    }
    console.close()
    book.close()
    look()
    for text in texts:
        assert not any(form in text for form in forms_of(PLANTED))
    log_text = (data / "logs" / "window.log").read_text("utf-8")
    assert log_text.count("opening CameraSource") == 3
    assert log_text.count("    OSError") == 3


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("rtsp://admin:x@10.0.0.1/a", f"rtsp://{MASK}@10.0.0.1/a"),
        ("open rtsps://u:p@q@h/ now", f"open rtsps://{MASK}@h/ now"),
        ("/user=admin&password=x&channel=1", f"/user=admin&password={MASK}&channel=1"),
        ("/live?usr=a&PWD=x y", f"/live?usr=a&PWD={MASK} y"),
        ("Password: x, y", f"Password: {MASK}, y"),
        ('Authorization: Digest username="a", response="b"', f"Authorization: Digest {MASK}"),
        ("/a?password={password}", "/a?password={password}"),
        ("rtsp://10.0.0.1/a@b", "rtsp://10.0.0.1/a@b"),
    ],
)
def test_logins_are_masked_that_nobody_registered(text: str, masked: str) -> None:
    assert Redactor().clean(text) == masked


def test_a_registered_word_is_masked_however_it_is_escaped() -> None:
    redactor = Redactor()
    redactor.hide(Secret(PLANTED))

    for form in forms_of(PLANTED):
        assert redactor.clean(f"a {form} b") == f"a {MASK} b"


def test_a_short_word_is_masked_only_where_it_stands_alone() -> None:
    redactor = Redactor()
    redactor.hide(Secret("12"))
    redactor.hide(Secret(""))

    assert redactor.clean("12 of 512 at 12:00") == f"{MASK} of 512 at {MASK}:00"


def test_a_longer_word_is_masked_before_the_shorter_one_in_it() -> None:
    redactor = Redactor()
    redactor.hide(Secret("Hunter"))
    redactor.hide(Secret("Hunter-2-end"))

    assert redactor.clean("x Hunter-2-end y") == f"x {MASK} y"


def test_a_word_that_comes_between_two_lines_is_masked_in_the_second() -> None:
    redactor = Redactor()
    redactor.hide(Secret("Hunter1!"))
    assert redactor.clean("Hunter1! Hunter2!") == f"{MASK} Hunter2!"

    redactor.hide(Secret("Hunter2!"))

    assert redactor.clean("Hunter1! Hunter2!") == f"{MASK} {MASK}"


def test_messages_arguments_tracebacks_and_stacks_are_masked(book: Logbook, tmp_path: Path) -> None:
    book.redactor.hide(Secret("Hunter2!"))

    log.info("said Hunter2!")
    log.info("said %s and %r", "Hunter2!", {"a": "Hunter2!"})
    log.info("stack of Hunter2!", stack_info=True)
    try:
        fail("Hunter2!")
    except OSError:
        log.info("failed", exc_info=True)

    text = written(tmp_path)
    assert "Hunter" not in text
    assert text.count(MASK) >= 5
    assert "    OSError: " in text


def test_a_camera_cannot_forge_a_line_or_colour_a_terminal(book: Logbook, tmp_path: Path) -> None:
    log.info("camera says %s", "a\n2026-01-01T00:00:00Z ERROR root: fake\r\x1b[31m\u202e\u2028")
    try:
        fail("b\n2026-01-01T00:00:00Z ERROR root: fake")
    except OSError:
        log.info("failed", exc_info=True)

    lines = written(tmp_path).splitlines()
    assert sum(line.startswith("20") for line in lines) == 2
    assert lines[0].endswith(r"a\n2026-01-01T00:00:00Z ERROR root: fake\r\x1b[31m\u202e\u2028")
    assert all(line.startswith("    ") for line in lines[2:])


def test_the_log_turns_over_before_it_grows_too_large(book: Logbook, tmp_path: Path) -> None:
    for _ in range(300):
        log.info("%s", "a" * 10_000)

    files = sorted(file.name for file in (tmp_path / "logs").iterdir())
    assert files == ["window.log", "window.log.1"]
    assert all(file.stat().st_size <= 2 << 20 for file in (tmp_path / "logs").iterdir())


@pytest.mark.loud("too late")
def test_a_closed_log_is_written_no_more(tmp_path: Path) -> None:
    level = logging.getLogger().level
    book = set_up_logging(tmp_path, "window")
    book.close()

    log.warning("too late")

    assert "too late" not in written(tmp_path)
    assert logging.getLogger().level == level
