"""``kiem-tra.html`` in a real Chromium, opened as a file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from console.evidence.verifying import verify
from console.workers import Stop
from tests.console.evidence import making
from tests.console.evidence import small_package as small
from tests.console.evidence.browser import Browser
from tests.console.evidence.small_package import signer
from tests.console.evidence.tamperings import TAMPERINGS, Tampering, flip
from tests.house.set_up import ROOT

PAGE = ROOT / "resources" / "checkers" / "kiem-tra.html"
PAPER = signer("station").fingerprint()
ESCAPE = "\ue00c"


def found(browser: Browser, package: Path, paper: str = PAPER) -> dict[str, Any]:
    browser.go(PAGE)
    if paper:
        browser.send("#paper", paper)
    browser.send("#folder", str(package))
    return browser.checked()


def words_of(answer: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["word"], each["path"]) for each in answer["faults"]}


def shown(browser: Browser) -> str:
    return str(browser.ask("return document.querySelector('main').innerText"))


def test_a_good_package_is_good_in_all_four_answers(browser: Browser, package: Path) -> None:
    answer = found(browser, package)

    assert answer["faults"] == []
    assert (answer["files"], answer["signature"], answer["signer"]) == ("good", "good", "known")
    assert (answer["stamp"], answer["exit"], answer["fingerprint"]) == ("none", 0, PAPER)
    states = browser.ask("return [...document.querySelectorAll('.state')].map(e => e.innerText)")
    assert states == ["✓ ĐÚNG", "✓ ĐÚNG", "✓ KHỚP GIẤY", "– KHÔNG CÓ"]


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=str)
def test_every_tampering_is_found_by_its_word(
    browser: Browser, package: Path, tampering: Tampering
) -> None:
    tampering.do(package)

    answer = found(browser, package)

    told = words_of(answer)
    assert answer["exit"] == 1
    for word, path in tampering.words:
        assert any(each[0] == word and path in ("", each[1]) for each in told), told
        assert word in shown(browser)


@pytest.mark.parametrize("tampering", making.TAMPERINGS, ids=lambda each: each.name)
def test_it_finds_in_a_package_of_the_program_what_the_program_finds(
    browser: Browser, made: Path, tampering: making.Tampering
) -> None:
    paper = making.fingerprint_of(made)
    tampering.do(made)

    by_program = verify(made, fingerprint=paper, stop=Stop(), progressed=lambda _done, _all: None)
    told = found(browser, made, paper)
    assert {word for word, _ in words_of(told)} == set(map(str, by_program.words))
    assert {each for each in told if told[each] == "bad"} == {
        name for name in ("files", "signature", "stamp") if getattr(by_program, name) == "bad"
    }


def test_a_package_of_the_program_is_good(browser: Browser, made: Path) -> None:
    answer = found(browser, made, making.fingerprint_of(made))

    assert (answer["faults"], answer["exit"]) == ([], 0)


def test_the_fingerprint_can_be_typed_before_or_after_in_any_case_and_grouping(
    browser: Browser, package: Path
) -> None:
    before = found(browser, package, paper="")
    browser.send("#paper", " ".join(PAPER[at : at + 4].upper() for at in range(0, 64, 4)))

    after = browser.checked()

    assert (before["signer"], before["exit"]) == ("unknown", 0)
    assert words_of(before) == {("signer_unknown", "nguoi-ky.pem")}
    assert after["signer"] == "known"


def test_a_fingerprint_of_another_key_is_told_with_the_first_group_that_differs(
    browser: Browser, package: Path
) -> None:
    other = PAPER[:20] + ("0" if PAPER[20] != "0" else "1") + PAPER[21:]

    answer = found(browser, package, paper=other)

    assert (answer["signer"], answer["exit"]) == ("other", 1)
    assert "Không khớp ở nhóm 6" in shown(browser)


def test_a_folder_can_be_dropped_as_well(browser: Browser, package: Path) -> None:
    flip(package / small.NATIVE)
    browser.go(PAGE)

    browser.drop("#drop", package)
    answer = browser.checked()

    assert words_of(answer) == {("changed", small.NATIVE), ("signer_unknown", "nguoi-ky.pem")}
    assert package.name in shown(browser)


def test_a_single_file_that_is_dropped_is_no_package(browser: Browser, package: Path) -> None:
    browser.go(PAGE)

    browser.drop("#drop", package / small.NATIVE)

    assert browser.checked()["exit"] == 2


@pytest.mark.parametrize("typed", ["abc", PAPER[:-1], "g" * 64], ids=["few", "one short", "no hex"])
def test_half_a_fingerprint_is_no_comparison(browser: Browser, package: Path, typed: str) -> None:
    assert found(browser, package, paper=typed)["signer"] == "unknown"


def test_sums_are_right_at_every_length_about_a_block_and_a_piece(
    browser: Browser, package: Path
) -> None:
    piece = 4 * 2**20
    sizes = [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, piece - 1, piece, piece + 1, piece + 64]
    for size in sizes:
        content = (hashlib.sha256(b"%d" % size).digest() * (size // 32 + 1))[:size]
        (package / "goc" / f"{size}.bin").write_bytes(content)
    small.write_sums(package)

    answer = found(browser, package)

    assert "changed" not in {word for word, _ in words_of(answer)}
    assert "missing" not in {word for word, _ in words_of(answer)}


HOSTILE = "<img src=x onerror=window.bad=1>"


def test_hostile_names_and_texts_are_only_shown(browser: Browser, tmp_path: Path) -> None:
    package = small.make(tmp_path / f"VV {HOSTILE[:20]}", signer("station"), reason=HOSTILE)
    (package / "goc" / HOSTILE).write_bytes(b"x")
    (package / "goc" / "a\u202egpj.exe").write_bytes(b"x")

    answer = found(browser, package)

    assert ("extra", f"goc/{HOSTILE}") in words_of(answer)
    assert browser.ask("return [window.bad ?? null, document.images.length]") == [None, 0]
    assert HOSTILE in shown(browser)
    assert "a\\u{202e}gpj.exe" in shown(browser)
    says = browser.ask("return document.querySelector('#says').textContent")
    assert HOSTILE in says
    assert small.STATION in says


def test_a_folder_that_is_no_package_is_told_apart_and_the_right_one_named(
    browser: Browser, package: Path, tmp_path: Path
) -> None:
    answer = found(browser, tmp_path)

    assert answer["exit"] == 2
    assert package.name in shown(browser)


def test_a_stamp_for_these_sums_is_told_and_not_checked_here(
    browser: Browser, package: Path
) -> None:
    imprint = hashlib.sha256((package / small.SUMS).read_bytes()).digest()
    (package / small.STAMP).write_bytes(b"\x30\x22\x04\x20" + imprint)

    answer = found(browser, package)

    assert (answer["stamp"], answer["exit"]) == ("not_checked", 0)
    assert "DOC-TRUOC.html" in shown(browser)


def test_it_can_be_stopped_by_a_key_and_says_so(browser: Browser, package: Path) -> None:
    with (package / "goc" / "long.bin").open("wb") as file:
        file.truncate(2**30)
    text = (package / small.SUMS).read_text() + "0" * 64 + "  goc/long.bin\n"
    (package / small.SUMS).write_text(text, newline="\n")
    browser.go(PAGE)
    browser.send("#folder", str(package))
    browser.shows("#cancel")

    browser.press(ESCAPE)
    answer = browser.checked()

    assert answer["exit"] == 2
    assert "Đã dừng" in shown(browser)


def test_everything_can_be_reached_by_keyboard_and_has_a_name(browser: Browser) -> None:
    browser.go(PAGE)

    nameless = browser.ask(
        """return [...document.querySelectorAll("input, textarea, button, progress")]
        .filter(e => !(e.labels && e.labels.length) && !e.innerText && !e.textContent.trim()
          && !e.getAttribute("aria-label")).map(e => e.id)"""
    )

    assert nameless == []
    assert browser.ask("return document.documentElement.lang") == "vi"


def test_it_fits_an_old_screen_without_scrolling_sideways(browser: Browser, package: Path) -> None:
    browser.resize(1366, 650)  # what the browser's own bars leave of 768 lines

    found(browser, package)

    wide, low = browser.ask(
        """const lowest = Math.max(...[...document.querySelectorAll(".answer")]
          .map(e => e.getBoundingClientRect().bottom + scrollY));
        return [document.documentElement.scrollWidth, lowest]"""
    )
    assert wide <= 1366
    assert low <= 768


def test_the_page_may_not_use_any_network() -> None:
    text = PAGE.read_text(encoding="utf-8")

    policy = re.search(r'Content-Security-Policy"\s+content="([^"]+)"', text)
    assert policy is not None
    assert policy[1] == (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        "worker-src blob:; form-action 'none'; base-uri 'none'"
    )
    assert not re.search(r"https?:|innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", text)


def test_page_and_script_know_the_same_words() -> None:
    page = PAGE.read_text(encoding="utf-8")
    script = PAGE.with_name("kiem-tra.py").read_text(encoding="utf-8")
    contract = (ROOT / "console" / "evidence" / "README.md").read_text(encoding="utf-8")

    told = contract.partition("Each fault has a code word")[2].partition("alone is no fault")[0]
    words = set(re.findall(r"`([a-z_]+)`", told))
    in_page = set(re.findall(r"(?m)^  ([a-z_]+): \[", page))

    assert len(words) == 14
    assert words == in_page
    assert [word for word in sorted(words) if f'"{word}": (' not in script] == []
