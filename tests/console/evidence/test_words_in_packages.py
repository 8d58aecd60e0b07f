"""Whatever officers type goes through a whole package: names are safe, texts are what was typed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.errors import FieldRefused
from console.evidence.names import COVER, is_folder_name, is_safe
from console.legible import drawn_signs, legible
from console.station import StationSettings
from db.evidence_records import MaskKey, MaskWanted, PackageExtras
from db.records import CameraId
from db.store import Store
from db.structs import replace
from tests.console.evidence.browser import Browser
from tests.console.evidence.covers import pdf_text, squeezed
from tests.console.evidence.press import ALL, Press, names, told
from tests.console.evidence.test_browser_checker import PAGE
from tests.console.evidence.test_script_checker import run
from tests.fakes import FakeClock

NASTY = {
    "NFC": "Công an phường Ỷ La, Đắk Lắk, tổ 12",
    "NFD": unicodedata.normalize("NFD", "Nguyễn Thị Ánh Tuyết, phường Ỷ La"),
    "a path": "../../etc/passwd ..\\..\\x",
    "a device": "CON",
    "an emoji": "chợ \N{GRINNING FACE} đêm",
    "markup": "<b>*_#[x]_* $1 \\u{1F600} @@CASE@@",
    "300": ("Đường Lương Ngọc Quyến, Ỷ La " * 11)[:300],
    "300, NFD": unicodedata.normalize("NFD", "Đường Lương Ngọc Quyến, Ỷ La " * 11)[:300],
}
ENDS = (" A", " B", " C")  # officers and clusters have names of their own
FIELDS = {
    **dict.fromkeys(("unit", "person", "recipient"), 160),
    **dict.fromkeys(("purpose", "legal_basis"), 303),
    **dict.fromkeys(("paper_number", "medium", "seal_number", "why"), 80),
}
"""What an officer types, and how many signs of it are tried here."""
TURNED = "Cổng \N{RIGHT-TO-LEFT OVERRIDE}gpj.4pm\N{RIGHT-TO-LEFT MARK} \N{RIGHT-TO-LEFT ISOLATE}CON"


@pytest.fixture
def press(tmp_path: Path, store: Store, clock: FakeClock) -> Iterator[Press]:
    with closing(Press(tmp_path, store, clock)) as press:
        press.record(0, 40)
        press.keep()
        yield press


def lived_in(press: Press, words: str) -> None:
    """Everybody and everything that a package names is called so in the store."""
    with press.store.begin() as unit:
        camera = unit.fleet.camera(CameraId(1))
        unit.fleet.change_camera(
            camera.id, number=camera.number, name=words, cluster_id=camera.cluster_id
        )
        cluster = unit.fleet.cluster(camera.cluster_id)
        unit.fleet.change_cluster(replace(cluster, name=words[:78] + ENDS[2]))
        for officer, end in zip((press.author, press.boss), ENDS, strict=False):
            unit.officers.change(
                officer.id, name=words[:78] + end, role=officer.role, teams=officer.teams
            )
    settings = StationSettings(station_name=words, superior_body=words)
    press.shop = press.workshop(settings=lambda: settings)


def as_kept(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFC", typed).split())


def is_good_for_all(browser: Browser, package: Path) -> bool:
    """The program's checker has looked; so do the script and the page."""
    done = run(package, "--json")
    assert (json.loads(done.stdout)["exit"], done.stderr) == (0, "")
    browser.go(PAGE)
    browser.send("#folder", str(package))
    return bool(browser.checked()["exit"] == 0)


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY)
def test_what_is_typed_stands_in_the_package_and_in_no_name(
    press: Press, browser: Browser, nasty: str
) -> None:
    """As much of it as each field takes: a line takes 160 signs, words of the package take 80."""
    line, short = nasty[:160], nasty[:80]
    lived_in(press, short)
    case = press.opened(title=line, address=line)
    typed = {name: f"{nasty[: most - 3]} {at:02}" for at, (name, most) in enumerate(FIELDS.items())}
    words: dict[str, Any] = {name: typed.pop(name) for name in ("medium", "seal_number", "why")}
    mask = MaskWanted(
        camera_id=CameraId(1), keys=(MaskKey(0, (0, 0, 100, 100)),), why=words.pop("why")
    )

    package = press.printed(
        press.line(0, 40),
        forms=ALL,
        incident_id=case.id,
        extras=PackageExtras(masks=(mask,), witnesses=2, **words),
        **typed,
    )

    assert is_folder_name(package.name)
    assert list(press.usb.iterdir()) == [package]
    paths = [path for path in names(package) if (package / path).is_file()]
    assert all(is_safe(path) and path.isascii() for path in paths)
    text, drawn = pdf_text((package / COVER).read_bytes()), drawn_signs()
    on_paper = {**typed, **words, "camera": short}
    on_paper |= {end: short[:78] + end for end in ENDS}
    shown = {name: squeezed(legible(each.strip(), drawn)) for name, each in on_paper.items()}
    lacking = [name for name, each in shown.items() if each not in text]
    assert lacking == []
    manifest = told(package)
    assert manifest.request.reason == as_kept(typed["purpose"])
    assert manifest.request.unit == as_kept(typed["unit"])
    assert manifest.case.title == as_kept(line)
    assert is_good_for_all(browser, package)


def test_signs_that_turn_text_round_never_get_in(press: Press, browser: Browser) -> None:
    """They are refused or taken out where they are typed; a name in the store may have them."""
    lived_in(press, TURNED)

    package = press.printed(press.line(0, 40), forms=ALL)

    assert all(is_safe(path) for path in names(package))
    text = pdf_text((package / COVER).read_bytes())
    shown = squeezed(legible(TURNED, drawn_signs()))
    assert "[U+202E]" in shown
    assert text.count(shown) >= 4  # camera, station, maker, approver
    assert not {"\u202e", "\u200f", "\u2067"} & set(text)
    assert is_good_for_all(browser, package)


@pytest.mark.parametrize("field", ["unit", "person", "purpose", "legal_basis", "recipient"])
def test_they_are_refused_where_they_are_typed(press: Press, field: str) -> None:
    with pytest.raises(FieldRefused):
        press.requests.make(press.asking(**{field: TURNED}))
